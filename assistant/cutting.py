"""Leaving out of a quote what says nothing to the point, and never what qualifies it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant import english_sentences as english
from assistant.english import ENUMERATION
from corpus.document import Span

MARK = "..."
_LEAST_WORDS = 6
"""A shorter clause is not worth a mark."""
_LONG_WORDS = 22
"""A sentence of fewer words is shown whole, its opener aside."""
_LEAST_KEPT_WORDS = 6


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence with its beginning or end left out: ``text[kept.start:kept.end]`` is shown."""

    text: str
    kept: Span

    @property
    def shown(self) -> str:
        """What is kept, with "..." for what is not."""
        before = f"{MARK} " if self.kept.start else ""
        after = f" {MARK}" if self.kept.end < len(self.text) else ""
        return f"{before}{self.kept.cut(self.text)}{after}"

    def moved(self, span: tuple[int, int] | None) -> tuple[int, int] | None:
        """``span`` of the sentence as a span of what is shown; null where that is left out."""
        if span is None or span[0] < self.kept.start or span[1] > self.kept.end:
            return None
        shift = (len(MARK) + 1 if self.kept.start else 0) - self.kept.start
        return span[0] + shift, span[1] + shift


def cut(
    text: str, focus: tuple[int, int] | None, is_needed: Callable[[str], bool] = lambda _: False
) -> Cut:
    """``text`` without an opener such as "For instance,", and, if it is long and the answer is
    known to stand in ``focus``, without an added clause behind it that is not ``is_needed``.

    Nothing is cut out of what enumerates. What is left out holds no negation, hedge, condition,
    exception or attribution, and neither quotes nor brackets are torn.
    """
    start, end = 0, len(text)
    opener = english.OPENER.match(text)
    if opener is not None and (focus is None or opener.end() <= focus[0]):
        start = opener.end()
    lists = ":" in text or ENUMERATION.search(text) is not None
    if focus is not None and not lists and len(text.split()) > _LONG_WORDS:
        end = _end(text, start, focus[1], is_needed)
    return Cut(text, Span(start, end))


def _end(text: str, start: int, answered: int, is_needed: Callable[[str], bool]) -> int:
    """Where the first added clause behind the answer begins; the end where there is none."""
    for match in english.TRAILER.finditer(text, answered):
        rest = text[match.start() :]
        kept = text[start : match.start()]
        long_enough = len(rest.split()) >= _LEAST_WORDS and len(kept.split()) >= _LEAST_KEPT_WORDS
        if long_enough and not is_guarded(rest) and not is_needed(rest) and _is_whole(kept):
            return match.start()
    return len(text)


def is_guarded(text: str) -> bool:
    """Whether ``text`` says no, perhaps, if, except, or who says so."""
    return any(pattern.search(text) for pattern in english.GUARDS)


def _is_whole(text: str) -> bool:
    """Whether no bracket and no quote is open at the end of ``text``."""
    pairs = all(text.count(a) == text.count(b) for a, b in ("()", "[]", "“”"))
    return pairs and text.count('"') % 2 == 0

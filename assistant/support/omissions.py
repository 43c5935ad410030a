"""What may be left out of a sentence so that the rest still says what the whole said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.cutting import is_guarded
from assistant.english_sentences import OPENER
from assistant.support import english_edits as english
from assistant.support.english_retelling import CONDITIONS, RELATIVES, REPORTING
from assistant.support.retelling import states
from assistant.support.spelling import Token, read_tokens
from assistant.support.steps import is_limited
from assistant.support.tracing import read_told
from assistant.support.wording import has_verb, is_irregular, read_words

_LEAST_KEPT = 4
_VERBAL = re.compile(r"\w{2,}(?:s|ed)\Z")


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence of a document, and its words and signs."""

    text: str
    tokens: Sequence[Token]

    @classmethod
    def of(cls, text: str) -> Source:
        return cls(text, read_tokens(text))

    def opened(self) -> int:
        """How many tokens are of an opener that says nothing by itself: "Moreover, "."""
        opener = OPENER.match(self.text)
        return 0 if opener is None else sum(one.start < opener.end() for one in self.tokens)

    def aside(self, i: int) -> int | None:
        """Where it goes on behind what stands in brackets or between commas from ``i`` on, if that
        may be left out.
        """
        closing = {"(": ")", ",": ","}.get(self._at(i))
        ends = (k for k in range(i + 1, len(self.tokens)) if self.tokens[k].folded == closing)
        end = next(ends, None) if closing else None
        return end + 1 if end is not None and self._is_aside(i, end) else None

    def second(self, i: int, claim: str) -> int | None:
        """Where the latter of two things begins that a subject does, the former of which begins at
        ``i`` and may be left out of what ``claim`` says: "it is thin and covers roofs".
        """
        if not 0 < i == self._verb_at() or _is_counted(claim):
            return None
        for k in range(i + 2, len(self.tokens) - 1):
            if not (self.tokens[k - 1].raw.isalnum() and self.tokens[k].raw.isalnum()):
                return None
            if self.tokens[k].folded == "and" and self._is_finite(k + 1):
                rest = self._between(k + 1, len(self.tokens))
                is_one = not has_verb(read_words(rest)[1:])
                return k + 1 if is_one and is_harmless(self._between(i, k)) else None
        return None

    def _is_aside(self, i: int, end: int) -> bool:
        """Whether nothing hangs on what stands between two signs."""
        inner = self.tokens[i + 1 : end]
        text = self._between(i + 1, end)
        if len(inner) == 1 and inner[0].folded in english.CONNECTIVES:
            return True
        if not inner or not is_harmless(text):
            return False
        if self.tokens[i].folded == "(":
            return True
        is_relative = inner[0].folded in RELATIVES - {"that", "when"}
        is_apposition = not has_verb(read_words(text)) and (
            inner[0].folded in english.ARTICLES or inner[0].raw[:1].isupper()
        )
        return (is_relative or is_apposition) and self._is_verb(end + 1)

    def _is_verb(self, i: int) -> bool:
        """Whether the word is, by its form, the verb that a subject has waited for."""
        word = self._at(i)
        return has_verb(read_words(word)) or is_irregular(word) or bool(_VERBAL.match(word))

    def _between(self, start: int, end: int) -> str:
        """The source between two of its tokens, as it stands."""
        last = self.tokens[end].start if end < len(self.tokens) else len(self.text)
        return self.text[self.tokens[start].start : last]

    def is_end(self, i: int) -> bool:
        """Whether what follows in the source is only added to what is told."""
        if i >= len(self.tokens) or i < _LEAST_KEPT:
            return False
        kept, rest = self.text[: self.tokens[i].start], self._between(i, len(self.tokens))
        if not is_harmless(rest) or _is_torn(kept):
            return False
        if english.SECOND.match(rest):
            return True
        if not states(kept):
            return False
        if self.tokens[i].folded == "(":
            return rest.rstrip().rstrip(".").endswith(")") and rest.count("(") == 1
        if is_limited(read_told(kept)):
            return False
        return english.TRAILING.match(rest) is not None or self._goes_on(i)

    def _goes_on(self, i: int) -> bool:
        """Whether the rest tells another thing that the subject does: "... and sank"."""
        at = i + (self._at(i) == ",")
        words = {one.folded for one in self.tokens[:i]}
        is_second = self._at(at) == "and" and self._is_finite(at + 1)
        return is_second and words.isdisjoint(english.PAIRED | english.COUNTING)

    def _verb_at(self) -> int:
        """The place of the first verb."""
        words = read_words(self.text)
        verb = next((word.start for word in words[1:] if has_verb([word])), -1)
        return next((i for i, one in enumerate(self.tokens) if one.start == verb), -1)

    def _is_finite(self, i: int) -> bool:
        at = self.tokens[i].start if i < len(self.tokens) else -1
        return any(word.start == at and has_verb([word]) for word in read_words(self.text))

    def _at(self, i: int) -> str:
        return self.tokens[i].folded if 0 <= i < len(self.tokens) else ""


def is_harmless(text: str) -> bool:
    """Whether ``text`` takes nothing back, and says neither who says so nor on what condition."""
    words = {word.surface for word in read_words(text)}
    return (
        not is_guarded(text)
        and english.LIMITING.search(text) is None
        and words.isdisjoint(REPORTING | CONDITIONS)
    )


def _is_counted(text: str) -> bool:
    """Whether what is said of some may not hold of them by halves: "few sing and dance"."""
    words = {one.folded for one in read_tokens(text)}
    has_more = not words.isdisjoint(english.PAIRED | english.COUNTING | RELATIVES)
    return has_more or is_limited(read_told(text))


def _is_torn(kept: str) -> bool:
    """Whether a bracket or a quote is open at the end of ``kept``."""
    return kept.count("(") != kept.count(")") or sum(map(kept.count, '"“”')) % 2 == 1

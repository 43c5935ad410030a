"""Cutting a section's blocks into sentences, by span."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.document import Block, Span
from index.english import TITLES_BEFORE_NAMES
from index.languages import ENGLISH
from index.passage import Sentence

_LAST_WORD = re.compile(r"(?:^|[\s(])([^\W\d_]{1,6})\.\s*\Z")
_NO_LETTER = re.compile(r"[\W\d_]*\Z")
_LIST_NUMBER = re.compile(r"\s*\(?\d{1,3}[.)]\s+\Z")
_WINDOW_CHARS = 10_000
_BRACKETED = re.compile(r"\s*\[[^\]]{1,40}\]\s*\Z")


def split_block(text: str, block: Block, language: str = ENGLISH) -> Iterator[Sentence]:
    """The sentences of one block of ``text``: in order, stripped, without overlap.

    Lines of code are sentences of their own; a row, a heading and a header are one each.
    """
    body = block.span.cut(text)
    if block.kind in ("row", "header", "heading"):
        parts = [body]
    elif block.kind == "code":
        parts = body.splitlines(keepends=True)
    else:
        parts = _join_fragments(_segment(body, language))
    start = block.span.start
    for part in parts:
        span = Span(start, start + len(part)).strip(text)
        start += len(part)
        if span.length:
            yield Sentence(span, block.kind)


def _segment(body: str, language: str) -> Iterator[str]:
    """Sentences with their white space: joined, they give ``body`` again.

    The segmenter's work grows with the square of a text's length, so it sees a window at a time;
    the last sentence of one opens the next.
    """
    from sentencex import segment

    start = 0
    while start < len(body):
        window = body[start : start + _WINDOW_CHARS]
        parts = list(segment(language, window))
        if "".join(parts) != window:
            parts = [window]
        if start + len(window) < len(body):
            # A sentence that fills the window is cut at white space.
            parts = parts[:-1] or [window[: window.rfind(" ") + 1] or window]
        yield from parts
        start += sum(map(len, parts))


def _join_fragments(parts: Iterable[str]) -> list[str]:
    """Undo cuts after an abbreviation, after a list number, and before a bracketed remark."""
    sentences: list[list[str]] = []
    has_letter = goes_on = False
    for part in parts:  # looked at one by one: a text can be nothing but fragments
        is_fragment = bool(_NO_LETTER.match(part) or _BRACKETED.match(part))
        is_fragment = is_fragment and not _LIST_NUMBER.match(part)
        if sentences and (goes_on or is_fragment):
            sentences[-1].append(part)
        else:
            sentences.append([part])
            has_letter = False
        has_letter = has_letter or not _NO_LETTER.match(part)
        goes_on = not has_letter or _ends_in_title(part)
    return ["".join(sentence) for sentence in sentences]


def _ends_in_title(part: str) -> bool:
    match = _LAST_WORD.search(part)
    return match is not None and match.group(1).lower() in TITLES_BEFORE_NAMES

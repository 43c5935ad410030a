"""Cutting a section's blocks into sentences, by span."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Block, Span
from index.english import TITLES_BEFORE_NAMES
from index.passage import Sentence

_LAST_WORD = re.compile(r"(?:^|[\s(])([^\W\d_]{1,6})\.\s*\Z")
_NO_LETTER = re.compile(r"[\W\d_]*\Z")
_BRACKETED = re.compile(r"\s*\[[^\]]{1,40}\]\s*\Z")


def split_block(text: str, block: Block) -> Iterator[Sentence]:
    """The sentences of one block of ``text``: in order, stripped, without overlap.

    Lines of code are sentences of their own; a row, a heading and a header are one each.
    """
    body = block.span.cut(text)
    if block.kind in ("row", "header", "heading"):
        parts = [body]
    elif block.kind == "code":
        parts = body.splitlines(keepends=True)
    else:
        parts = _join_fragments(_segment(body))
    offset = block.span.start
    for part in parts:
        stripped = part.strip()
        if stripped:
            start = offset + len(part) - len(part.lstrip())
            yield Sentence(Span(start, start + len(stripped)), block.kind)
        offset += len(part)


def _segment(body: str) -> list[str]:
    """Sentences with their white space: joined, they give ``body`` again."""
    from sentencex import segment

    parts = list(segment("en", body))
    return parts if "".join(parts) == body else [body]


def _join_fragments(parts: list[str]) -> list[str]:
    """Undo cuts after an abbreviation, after a list number, and before a bracketed remark."""
    joined: list[str] = []
    for part in parts:
        if joined and (_goes_on(joined[-1]) or _BRACKETED.match(part) or _NO_LETTER.match(part)):
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _goes_on(part: str) -> bool:
    if _NO_LETTER.match(part):
        return True
    match = _LAST_WORD.search(part)
    return match is not None and match.group(1).lower() in TITLES_BEFORE_NAMES

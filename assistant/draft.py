"""What a way of answering hands back, and how statements are made of sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer import Citation, Outcome, Role, Shape, Statement, StatementKind
from corpus.document import Span
from corpus.markup import plain_text
from index.passage import Chunk, Sentence

_LIST_SIGN = re.compile(r"(?:[-*•‣–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is weighed, timed and numbered.

    ``confidence`` is null where the way of answering leaves it to the estimate from the passages.
    """

    outcome: Outcome
    shape: Shape
    statements: tuple[Statement, ...]
    confidence: float | None = None
    notes: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


def cite(chunk: Chunk, span: Span, sha256: str, role: Role = "evidence") -> Citation:
    """The citation of ``span``, which lies within ``chunk``."""
    quote = chunk.text[span.start - chunk.span.start : span.end - chunk.span.start]
    return Citation(
        document=chunk.document,
        title=chunk.title,
        heading=chunk.heading,
        page=chunk.page,
        start=span.start,
        end=span.end,
        quote=quote,
        sha256=sha256,
        role=role,
    )


def quote(
    chunk: Chunk,
    sentence: Sentence,
    sha256: str,
    *,
    kind: StatementKind = "sentence",
    label: str | None = None,
    focus: tuple[int, int] | None = None,
) -> Statement:
    """A statement that quotes one whole sentence, without its markup.

    ``focus``: where in the statement's text the answer stands.
    """
    return Statement(
        text=shown_text(chunk, sentence),
        kind=kind,
        status="quoted",
        support=1.0,
        citations=(cite(chunk, sentence.span, sha256),),
        focus=focus,
        label=label,
    )


def shown_text(chunk: Chunk, sentence: Sentence) -> str:
    """A sentence as it is shown: without its markup, and an item of plain text without its sign."""
    text = plain_text(chunk.sentence_text(sentence), chunk.markup)
    sign = _LIST_SIGN.match(text) if sentence.kind == "item" else None
    return text[sign.end() :] if sign else text


def frame(text: str, *citations: Citation) -> Statement:
    """A line in the assistant's own voice: only what can be recounted from the index."""
    return Statement(text=text, kind="frame", status="frame", support=1.0, citations=citations)

"""How an answer's statements stand on a page: paragraphs, lists and tables, in any medium."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from corpus.markup import plain_text

if TYPE_CHECKING:
    from assistant.answer import Answer, Citation, Statement
    from index.passage import Chunk

Form = Literal["paragraph", "items", "table"]
REFUSALS = ("not_answered", "not_covered")
SHOWN_PASSAGES = 3

_HIGH, _MEDIUM = 0.85, 0.7
"""From which confidence, an estimated share of right answers, which word is used."""


@dataclass(frozen=True, slots=True)
class Block:
    """Statements drawn as one thing, below ``label`` where there is one (never for a table).

    Of a list without a label, each statement's own label is drawn before it.
    """

    form: Form
    label: str | None
    statements: tuple[Statement, ...]


def layout(answer: Answer, *, show_unsupported: bool = False) -> tuple[Block, ...]:
    """The blocks of ``answer`` in order; together they hold each shown statement once."""
    shown = [s for s in answer.statements if show_unsupported or s.status != "unsupported"]
    runs = groupby(shown, key=lambda s: _form_and_label(answer, s))
    return tuple(block for (form, label), run in runs for block in _blocks(form, label, tuple(run)))


def citation_numbers(answer: Answer) -> dict[tuple[str, int, int], int]:
    """The number, from 1, under which each cited place is shown."""
    return {place(citation): n for n, citation in enumerate(answer.citations, start=1)}


def place(citation: Citation) -> tuple[str, int, int]:
    """What makes two citations the same: document, start and end."""
    return citation.document, citation.start, citation.end


def excerpt(chunk: Chunk, max_chars: int | None = None) -> str:
    """A chunk as running text: no markup, and no heading lines, which its path says already."""
    marks = [sentence for sentence in chunk.sentences if sentence.kind != "heading"]
    texts = (plain_text(chunk.sentence_text(sentence), chunk.markup) for sentence in marks)
    words = " ".join(text for text in texts if text)
    if max_chars is None or len(words) <= max_chars:
        return words
    return f"{words[:max_chars].rsplit(' ', 1)[0]} ..."


def sureness(answer: Answer) -> str:
    """The confidence of an answer in words; empty where there is nothing to be sure of."""
    if answer.outcome != "answered":
        return ""
    if answer.confidence >= _HIGH:
        return "high"
    return "medium" if answer.confidence >= _MEDIUM else "low"


def _form_and_label(answer: Answer, statement: Statement) -> tuple[Form, str | None]:
    row_like = statement.kind == "row" or (
        answer.shape == "table" and statement.kind == "frame" and statement.label is not None
    )
    if row_like:
        return "table", None
    if answer.shape == "list" and statement.kind == "item":
        return "items", None  # one list: each item's label stands before it
    listed = answer.shape == "overview" and statement.citations  # a line a document
    goes_on = answer.shape == "groups" and statement.kind == "context"
    is_item = statement.kind == "item" or listed or goes_on
    return ("items" if is_item else "paragraph"), statement.label


def _blocks(form: Form, label: str | None, run: tuple[Statement, ...]) -> Iterator[Block]:
    """A run of one form as one block, but prose starts a paragraph at every frame."""
    if form != "paragraph":
        yield Block(form, label, run)
        return
    paragraph: list[Statement] = []
    for statement in run:
        if paragraph and statement.kind == "frame":
            yield Block(form, label, tuple(paragraph))
            paragraph = []
        paragraph.append(statement)
    yield Block(form, label, tuple(paragraph))

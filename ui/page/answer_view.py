"""An answer as the page draws it: plain values, so that nothing in them can be more than text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from assistant.extent import extent
from assistant.following import action_of
from corpus.markup import plain_text
from ui import layout, messages
from ui.page.passage_view import passage_view
from ui.page.sourced_markdown import turn_markdown

if TYPE_CHECKING:
    from assistant.answer import Answer, Citation, Statement
    from corpus.document import Markup

Json = dict[str, Any]
HASH_CHARS = 12
COUNTED = ("quoted", "supported", "unsupported")


def answer_view(answer: Answer, *, show_unsupported: bool = False) -> Json:
    """``answer`` in the order in which it is read, every text as it is to be shown.

    ``sources`` holds each cited place once, number n at n-1; a statement's ``cites`` are such
    numbers. ``rest``: how many sentences or items there are where not all are shown; ``unfolded``:
    all were asked for. A refusal's ``closest`` passages are numbered on from the sources, without
    those that its sentences cite already.
    """
    numbers = layout.citation_numbers(answer)
    blocks = layout.layout(answer, show_unsupported=show_unsupported)
    passages = [passage_view(passage, answer.query) for passage in answer.passages]
    markups = {p.chunk.document: p.chunk.markup for p in answer.passages}
    is_refusal = answer.outcome in layout.REFUSALS
    closest = _closest(passages, answer.citations) if is_refusal else []
    sure = layout.sureness(answer)
    wishes_all = action_of(answer.question) in ("all", "more")
    left = None if wishes_all else extent(answer)
    view: Json = {
        "question": answer.question,
        "query": answer.query,
        "outcome": answer.outcome,
        "shape": answer.shape,
        "text": answer.text,
        "heading": messages.REFUSED.get(answer.outcome, ""),
        "blocks": [_block(block, numbers) for block in blocks],
        "sources": [
            source_view(citation, n, markups.get(citation.document, "markdown"))
            for n, citation in enumerate(answer.citations, start=1)
        ],
        "closest": [{**p, "n": n} for n, p in enumerate(closest, start=len(numbers) + 1)],
        "passages": passages,
        "sure": {"level": sure, "text": messages.CONFIDENCE[sure]} if sure else None,
        "checked": _checked([s for block in blocks for s in block.statements]),
        "notes": list(answer.notes),
        "suggestions": list(answer.suggestions),
        "model": answer.model,
        "rest": left.total if left else 0,
        "unfolded": wishes_all,
    }
    return {**view, "markdown": turn_markdown(view)}


def _closest(passages: Sequence[Json], cited: Sequence[Citation]) -> list[Json]:
    def holds(passage: Json, citation: Citation) -> bool:
        is_there: bool = passage["start"] <= citation.start < passage["end"]
        return is_there and citation.document == passage["document"]

    nearest = passages[: layout.SHOWN_PASSAGES]
    return [p for p in nearest if not any(holds(p, citation) for citation in cited)]


def growing_view(question: str, statements: Sequence[Statement]) -> Json:
    """The first statements of an answer that is still being made, without any judgement of it."""
    from assistant.answer import Answer

    text = tuple(statements)
    answer = Answer(question, question, "answered", "sentence", 0.0, "", text, (), 0.0, 0.0)
    return {**answer_view(answer), "sure": None, "checked": ""}


def source_view(citation: Citation, number: int, markup: Markup) -> Json:
    """A cited place: its number, where it is, its quote, and that without signs of markup."""
    return {
        "n": number,
        "document": citation.document,
        "title": citation.title,
        "heading": list(citation.heading),
        "page": citation.page,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "shown": plain_text(citation.quote, markup),
        "sha256": citation.sha256,
        "h": citation.sha256[:HASH_CHARS],
    }


def _block(block: layout.Block, numbers: dict[tuple[str, int, int], int]) -> Json:
    statements = [_statement(statement, numbers) for statement in block.statements]
    return {"form": block.form, "label": block.label, "statements": statements}


def _statement(statement: Statement, numbers: dict[tuple[str, int, int], int]) -> Json:
    cites = dict.fromkeys(numbers[layout.place(citation)] for citation in statement.citations)
    return {
        "parts": list(_parts(statement)),
        "kind": statement.kind,
        "status": statement.status,
        "label": statement.label,
        "cites": list(cites),
    }


def _parts(statement: Statement) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether it is what answers."""
    text = statement.text
    start, end = statement.focus or (0, 0)
    for part, is_focus in ((text[:start], False), (text[start:end], True), (text[end:], False)):
        if part:
            yield part, is_focus


def _checked(shown: Sequence[Statement]) -> str:
    """How the statements stand to their sources, counted; empty where none has to."""
    held = [s for s in shown if s.status in COUNTED and s.kind != "frame"]
    return ", ".join(_counts(held)) + "." if held else ""


def _counts(held: Sequence[Statement]) -> Iterable[str]:
    for status in COUNTED:
        if n := sum(s.status == status for s in held):
            yield messages.CHECKED[status].format(n=n, total=len(held))

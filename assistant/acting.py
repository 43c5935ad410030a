"""What can be wished of the last answer: shorter, more, as a list or table, its source."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Shape, Statement, StatementKind
from assistant.answering import Found
from assistant.draft import Draft, frame
from assistant.texts import ACTIONS
from index.index import Index

_QUOTED: tuple[StatementKind, ...] = ("sentence", "item", "row", "context")


def act(action: str, found: Found, index: Index) -> Draft:
    """The draft of the last question, changed as ``action`` says; a refusal stays as it is."""
    draft = found.draft
    if not action or draft.outcome != "answered":
        return draft
    quoted = [s for s in draft.statements if s.status == "quoted"]
    if action == "shorter":
        return replace(draft, statements=tuple(s for s in quoted if s.kind != "context")[:1])
    if action in ("table", "list"):
        return _as(draft, "row" if action == "table" else "item", action)  # type: ignore[arg-type]
    if action in ("source", "sure"):
        line = ACTIONS["source"].format(n=len(quoted), sentences=_sentences(len(quoted)))
        return replace(draft, statements=(frame(line), *draft.statements))
    return _with_more(draft, found)


def _as(draft: Draft, kind: StatementKind, shape: Shape) -> Draft:
    changed = tuple(
        replace(s, kind=kind, label=s.label or _title(s)) if s.kind in _QUOTED else s
        for s in draft.statements
    )
    return replace(draft, shape=shape, statements=changed)


def _title(statement: Statement) -> str | None:
    return statement.citations[0].title if statement.citations else None


def _with_more(draft: Draft, found: Found) -> Draft:
    """The answer with the rest of the passage its first citation stands in."""
    from assistant.candidates import QUOTABLE
    from assistant.draft import quote

    first = next((c for s in draft.statements for c in s.citations), None)
    shown = {(c.document, c.start) for s in draft.statements for c in s.citations}
    for passage in found.passages:
        chunk = passage.chunk
        if first and chunk.document == first.document and chunk.span.start <= first.start < chunk.span.end:
            more = [
                quote(chunk, sentence, passage.sha256)
                for sentence in chunk.sentences
                if sentence.kind in QUOTABLE and (chunk.document, sentence.span.start) not in shown
            ]
            return replace(draft, statements=(*draft.statements, *more))
    return draft


def _sentences(n: int) -> str:
    return "sentence" if n == 1 else "sentences"

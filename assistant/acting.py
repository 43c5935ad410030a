"""What can be wished of the last answer: shorter, more, as a list or table, its source."""

from __future__ import annotations

from dataclasses import replace

from assistant import english
from assistant.answer import Shape, Statement, StatementKind
from assistant.asking import put
from assistant.candidates import QUOTABLE
from assistant.comparing import compare
from assistant.comparison import Comparison
from assistant.draft import Draft, frame, quote
from assistant.evidence import Found
from assistant.expressions import names
from assistant.forms import read_form
from assistant.gathered import MAX_ITEMS, Gathered, Wanted
from assistant.gathering import gather
from assistant.grouping import group_about
from assistant.naming import without_article
from assistant.reading_lists import completed, with_less_sure
from assistant.texts import ACTIONS
from assistant.view import View
from assistant.weights import Weights
from assistant.wording import reword

_ARTICLES = ("", "The", "A", "An")
_QUOTED: tuple[StatementKind, ...] = ("sentence", "item", "row", "context")


def act(action: str, found: Found, view: View, weights: Weights) -> Draft:
    """The draft of the last question, changed as ``action`` says; a refusal stays as it is.

    A table of a question that sets two names side by side is a comparison of them.
    """
    draft = found.draft
    if action in ("", "again") or draft.outcome != "answered":
        return draft
    quoted = [s for s in draft.statements if s.status == "quoted"]
    if action == "shorter":
        return replace(draft, statements=tuple(s for s in quoted if s.kind != "context")[:1])
    if action == "table":
        return _compared(found, view, weights) or _as(draft, "row", "table")
    if action == "list":
        return _as(draft, "item", "list")
    if action in ("all", "more") and draft.shape in ("groups", "list"):
        return _with_all(found, view, weights) or draft
    if action in ("source", "sure"):
        line = ACTIONS["source"].format(n=len(quoted), sentences=_sentences(len(quoted)))
        return replace(draft, statements=(frame(line), *draft.statements))
    return _with_more(draft, found)


def grant(wish: str, found: Found, view: View, weights: Weights) -> Draft:
    """The draft in the form that the question itself wished for; a refusal stays as it is.

    "In one sentence" shortens what answers with sentences, not a list or a table that was asked
    for in the same breath. Sentences of which a list is wished for are joined by what is read as
    further items.
    """
    is_whole = wish == "shorter" and found.draft.shape not in ("sentence", "groups")
    is_there = found.draft.shape == wish
    if is_whole or is_there:
        return found.draft
    draft = act(wish, found, view, weights)
    is_short = found.draft.shape == "sentence" and draft.shape == "list"
    return _with_further_items(draft, found.query, view, weights) if is_short else draft


def _with_further_items(draft: Draft, query: str, view: View, weights: Weights) -> Draft:
    asked = put(query, view, weights)
    form = read_form(asked.reading.question)
    wanted = Wanted(form, asked.reading, asked.ranked, view, MAX_ITEMS)
    items = with_less_sure(completed(Gathered(draft.statements), wanted), wanted)
    return replace(draft, statements=items.statements)


def _with_all(found: Found, view: View, weights: Weights) -> Draft | None:
    """The groups or the list with everything that belongs there; null where there is no more."""
    asked = put(found.query, view, weights)
    question = asked.reading.question
    form = read_form(question)
    if found.draft.shape == "groups":
        name = form.name or without_article(question.text.strip(" ?.!"))
        statements = group_about(name, asked.reading, view, everything=True)
    else:
        statements = gather(form, asked.reading, asked.ranked, view, everything=True).statements
    if len(statements) <= len(found.draft.statements):
        return None
    return replace(found.draft, statements=reword(statements, question, view))


def _compared(found: Found, view: View, weights: Weights) -> Draft | None:
    sides = english.ALTERNATIVES.search(found.query)
    if sides is None or found.draft.shape == "table":
        return None
    asked = f"{found.query[: sides.start()]}{{}}{found.query[sides.end() :]}"
    comparison = Comparison.asking((sides["a"], sides["b"]), asked)
    rows = compare(comparison, view, weights)
    if not all(row.kind == "row" for row in rows):
        return None
    return replace(found.draft, shape="table", statements=rows)


def _as(draft: Draft, kind: StatementKind, shape: Shape) -> Draft:
    changed = tuple(
        replace(s, kind=kind, label=s.label or _subject(s) or _title(s)) if s.kind in _QUOTED else s
        for s in draft.statements
    )
    return replace(draft, shape=shape, statements=changed)


def _subject(statement: Statement) -> str | None:
    """The name that a quote opens with."""
    first = next(names(statement.text), None)
    if first is None or without_article(statement.text[: first.start].strip()) not in _ARTICLES:
        return None
    return first.cut(statement.text)


def _title(statement: Statement) -> str | None:
    return statement.citations[0].title if statement.citations else None


def _with_more(draft: Draft, found: Found) -> Draft:
    """The answer with the rest of the passage its first citation stands in."""
    first = next((c for s in draft.statements for c in s.citations), None)
    shown = {(c.document, c.start) for s in draft.statements for c in s.citations}
    for passage in found.passages:
        chunk = passage.chunk
        within = chunk.span.start <= (first.start if first else -1) < chunk.span.end
        if first and chunk.document == first.document and within:
            more = [
                quote(chunk, sentence, passage.sha256)
                for sentence in chunk.sentences
                if sentence.kind in QUOTABLE and (chunk.document, sentence.span.start) not in shown
            ]
            return replace(draft, statements=(*draft.statements, *more))
    return draft


def _sentences(n: int) -> str:
    return "sentence" if n == 1 else "sentences"

"""Where quotes that a chat model's sentences lead to stand in the extractive answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Statement
from assistant.draft import Draft


def annex(extractive: Draft, quotes: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of ``extractive`` with ``quotes``, each once, contexts before what needs them.

    A quote whose context stands there already comes right behind that; in a grouped answer one of
    a group's section ends the group, unless its sentences were counted; all others stand behind the
    answer.
    """
    statements = list(extractive.statements)
    is_counted = any(statement.status == "frame" for statement in statements)
    is_grouped = extractive.shape == "groups" and not is_counted
    for contexts, quoted in _units(quotes):
        told = [statement.text for statement in statements]
        if quoted.text in told:
            continue
        unit = [one for one in (*contexts, quoted) if one.text not in told]
        at = len(statements)
        if contexts and contexts[-1].text in told:
            at, unit = told.index(contexts[-1].text) + 1, [quoted]
        elif is_grouped:
            at = _end_of_group(statements, quoted)
        before = statements[at - 1] if is_grouped and at else None
        statements[at:at] = [_like(before, one, quoted) for one in unit]
    return tuple(statements)


def _units(quotes: Sequence[Statement]) -> Iterator[tuple[list[Statement], Statement]]:
    """Each quote with the contexts before it."""
    contexts: list[Statement] = []
    for statement in quotes:
        if statement.kind == "context":
            contexts.append(statement)
            continue
        yield contexts, statement
        contexts = []


def _end_of_group(statements: Sequence[Statement], quoted: Statement) -> int:
    """Behind the last labelled statement of the same section, or behind all."""
    own = {(citation.document, citation.heading) for citation in quoted.citations}
    ends = [
        i + 1
        for i, one in enumerate(statements)
        if one.label is not None and own & {(c.document, c.heading) for c in one.citations}
    ]
    return ends[-1] if ends else len(statements)


def _like(before: Statement | None, one: Statement, quoted: Statement) -> Statement:
    """A statement drawn as the group that it goes on, if it does."""
    if before is None or before.label is None:
        return one
    own = {(citation.document, citation.heading) for citation in quoted.citations}
    is_of_group = own & {(c.document, c.heading) for c in before.citations}
    return replace(one, kind=before.kind, label=before.label) if is_of_group else one

"""Yes-or-no questions of which the documents tell something else: what they do tell, no verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant import english_presuming as english
from assistant.answer import Statement
from assistant.evidence import Found
from assistant.expressions import names
from assistant.matching import term_set


def open_questions(text: str) -> Iterator[str]:
    """The questions that a yes-or-no question leaves open once what it presumes is taken out.

    >>> list(open_questions("Was the mill built by Otto Lind?"))
    ['Who built the mill?']
    >>> list(open_questions("Was the quarrel settled before 1860?"))
    ['When was the quarrel settled?']
    """
    plain = text.strip(" ?.!")
    for pattern, asked in english.PRESUMED:
        match = pattern.match(plain)
        if match is not None:
            parts = match.groupdict()
            verbs = {key: parts[key].lower() for key in ("be", "do") if parts.get(key)}
            yield asked.format(**{**parts, **verbs})


def answer_presumed(question: str, refused: Found, ask: Callable[[str], Found]) -> Found | None:
    """What the documents tell where a yes-or-no question presumes something else of the same thing.

    The sentence alone, which must hold what the question is about. Null where none does.
    """
    for asked in open_questions(question):
        found = ask(asked)
        about = [term_set(span.cut(asked)) for span in names(asked)] or [term_set(asked)]
        told = _lead(found)
        if found.draft.outcome != "answered" or told is None or found.draft.shape != "sentence":
            continue
        if about[0] & term_set(told.text):
            statements = tuple(s for s in found.draft.statements if s.kind != "verdict")
            draft = replace(found.draft, statements=statements)
            return replace(found, draft=draft, query=refused.query, notes=refused.notes)
    return None


def _lead(found: Found) -> Statement | None:
    return next((s for s in found.draft.statements if s.kind == "sentence"), None)

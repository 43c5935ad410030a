"""A question set as the page shows it to be edited, and its cases as they were edited there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.drafting.drafting import DRAFT_TAG
from assistant.evaluation.cases import Case
from corpus.errors import QuestionRefused
from ui import messages

Json = dict[str, Any]
OR = "|"


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person made of a case; ``facts`` as the page shows them."""

    question: str
    answerable: bool
    facts: str


def case_view(case: Case) -> Json:
    """A case with its facts as text: one a line, its spellings apart by "|"."""
    return {
        "id": case.id,
        "question": case.question,
        "answerable": case.answerable,
        "facts": facts_text(case),
        "leave_out": case.leave_out,
        "quotes": [{"document": e.document, "quote": e.quote} for e in case.evidence],
    }


def facts_text(case: Case) -> str:
    """The facts of a case as lines."""
    return "\n".join(f" {OR} ".join(spellings) for spellings in case.facts)


def read_edits(record: object) -> dict[str, Edit]:
    """What the page sends, by the id of the case.

    Raises:
        QuestionRefused: it has another form, or no case is kept.
    """
    if not isinstance(record, list) or not all(map(_is_edit, record)):
        raise QuestionRefused('"cases" must be a list of cases as the page shows them')
    if not record:
        raise QuestionRefused(messages.KEEP_ONE)
    return {
        one["id"]: Edit(" ".join(one["question"].split()), one["answerable"], one["facts"])
        for one in record
    }


def edited(cases: Sequence[Case], edits: Mapping[str, Edit]) -> list[Json]:
    """The lines of the set: each case that is kept, with all that the page does not show.

    A question in other words is a draft no more.

    Raises:
        QuestionRefused: a question is empty.
    """
    return [_line(case, edits[case.id]) for case in cases if case.id in edits]


def _line(case: Case, edit: Edit) -> Json:
    if not edit.question:
        raise QuestionRefused(messages.EMPTY_CASE)
    line = {**case.to_json(), "answerable": edit.answerable}
    if edit.question != " ".join(case.question.split()):
        tags = [tag for tag in case.tags if tag != DRAFT_TAG]
        line |= {"question": edit.question, "tags": tags}
    if edit.facts != facts_text(case):
        line["facts"] = _facts(edit.facts)
    return line


def _facts(text: str) -> list[list[str]]:
    rows = ([part.strip() for part in row.split(OR)] for row in text.splitlines())
    return [spellings for row in rows if (spellings := [part for part in row if part])]


def _is_edit(one: object) -> bool:
    texts = ("id", "question", "facts")
    return (
        isinstance(one, dict)
        and all(isinstance(one.get(name), str) for name in texts)
        and isinstance(one.get("answerable"), bool)
    )

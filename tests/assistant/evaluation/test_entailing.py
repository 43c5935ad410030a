"""ALCE's citation metrics, against figures worked out by hand."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation, Statement, StatementKind, Status, Turn
from assistant.evaluation.cases import Case
from assistant.evaluation.entailing import score_alce
from assistant.evaluation.run import Examinee, evaluation_steps, last_of
from tests.assistant.evaluation import small

ABOUT = "It had three wheels and a roof."
WHEELS, ROOF, OWNER = "The mill had three wheels.", "It had a roof.", "Anton Feld owned it."


def entails(premise: str, hypothesis: str) -> float:
    """Implied is what shares a line with the premise; ``ABOUT`` needs two lines."""
    lines = set(premise.split("\n"))
    needed = {WHEELS, ROOF} if hypothesis == ABOUT else {hypothesis}
    return 0.9 if needed <= lines else 0.1


def statement(
    text: str, *quotes: str, status: Status = "supported", kind: StatementKind = "sentence"
) -> Statement:
    cited = tuple(
        Citation("mill.md", "The mill", (), None, 0, len(quote), quote, "") for quote in quotes
    )
    return Statement(text, kind, status, 0.9, cited)


def answer(*statements: Statement) -> Answer:
    return Answer("?", "?", "answered", "sentence", 0.9, "m", statements, (), 0.0, 0.0)


@pytest.mark.parametrize(
    ("statements", "recall", "precision"),
    [
        ([statement(WHEELS, WHEELS)], 1.0, 1.0),
        ([statement(WHEELS, OWNER)], 0.0, 0.0),
        ([statement(ABOUT, WHEELS, ROOF)], 1.0, 1.0),  # each alone is not enough
        ([statement(ABOUT, WHEELS, ROOF, OWNER)], 1.0, 2 / 3),  # the third is not needed
        ([statement(WHEELS, WHEELS, OWNER)], 1.0, 0.5),
        ([statement(ABOUT, WHEELS)], 0.0, 0.0),
        ([statement(WHEELS, WHEELS), statement(ROOF, OWNER)], 0.5, 0.5),
        ([statement(WHEELS)], 0.0, None),
        ([statement(WHEELS, OWNER, status="frame")], None, None),
        ([statement(WHEELS, OWNER, status="unsupported")], None, None),
        ([], None, None),
    ],
)
def test_recall_is_what_citations_imply_and_precision_what_is_needed_for_it(
    statements: list[Statement], recall: float | None, precision: float | None
) -> None:
    assert score_alce(answer(*statements), entails) == {
        "alce_recall": recall,
        "alce_precision": precision,
    }


def test_an_evaluation_tells_them_only_where_an_entailment_model_is_asked() -> None:
    def ask(question: str, history: Sequence[Turn], hidden: Container[str]) -> Answer:
        return answer(statement(WHEELS, WHEELS), statement(ROOF, OWNER))

    examinee = Examinee(ask, small.read_text, small.CHUNKS, {"nli": "lines"}, entails)
    case = Case(id="a", question="?", answerable=True)
    found = last_of(evaluation_steps(examinee, [case]))
    assert (found.metrics["alce_recall"], found.metrics["alce_precision"]) == (0.5, 0.5)
    assert found.settings["nli"] == "lines"
    without = last_of(evaluation_steps(replace(examinee, entails=None), [case]))
    assert set(found.metrics) - set(without.metrics) == {"alce_recall", "alce_precision"}

from __future__ import annotations

import json
from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.answer import Answer, Turn
from assistant.evaluation.cases import Case, load_cases
from assistant.evaluation.comparison import ChangedCase, check_comparable, compare_runs
from assistant.evaluation.earlier import Run, load_run
from assistant.evaluation.evaluation import Evaluation
from assistant.evaluation.run import Ask, Examinee, evaluation_steps, last_of
from corpus.errors import EarlierRunMalformed
from tests.assistant.evaluation import small

PENN = "Novartis developed Kymriah with Penn."
BEGAN = "GSK and 23andMe began in 2018."
LINES = [
    {
        "id": "penn",
        "question": "With whom did Novartis develop Kymriah?",
        "answerable": True,
        "facts": [["Penn"]],
        "evidence": [{"document": "drugs.md", "quote": PENN}],
        "tags": ["who"],
    },
    {
        "id": "began",
        "question": "When did GSK and 23andMe begin?",
        "answerable": True,
        "facts": [["2018"]],
        "evidence": [{"document": "genes.md", "quote": BEGAN}],
        "tags": [],
    },
    {
        "id": "price",
        "question": "What is a ticket?",
        "answerable": False,
        "facts": [],
        "evidence": [],
    },
]


@pytest.fixture
def cases(tmp_path: Path) -> tuple[Case, ...]:
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in LINES), encoding="utf-8")
    return load_cases(path)


def refuse(question: str, history: Sequence[Turn], hidden: Container[str]) -> Answer:
    return replace(small.ask(question, history, hidden), outcome="not_answered", statements=())


def evaluation(cases: Sequence[Case], ask: Ask, *, leave_out: bool = False) -> Evaluation:
    examinee = Examinee(ask, small.read_text, small.CHUNKS, {})
    return last_of(evaluation_steps(examinee, cases, leave_out=leave_out))


def test_two_runs_are_compared_case_by_case(cases: tuple[Case, ...], tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text(json.dumps(evaluation(cases, refuse).to_json()), encoding="utf-8")
    found = compare_runs(load_run(old), Run.of(evaluation(cases, small.ask)))
    assert (found.n_shared, found.n_edited, found.n_added, found.n_gone) == (3, 0, 0, 0)
    assert found.cases == (
        ChangedCase("penn", cases[0].question, "fixed", "", PENN),
        ChangedCase("began", cases[1].question, "fixed", "", BEGAN),
        ChangedCase("price", cases[2].question, "changed", "", ""),  # refused for another reason
    )
    correct = found.differences["correct"]
    assert (correct.before, correct.now, correct.change, correct.interval) == (0, 1, 1, (1, 1))
    assert correct.is_sure
    backwards = compare_runs(Run.of(evaluation(cases, small.ask)), load_run(old))
    assert [case.change for case in backwards.cases] == ["broken", "broken", "changed"]
    assert found.to_json()["fixed"] == ["penn", "began"]


def test_a_run_against_itself_shows_no_change(cases: tuple[Case, ...]) -> None:
    run = Run.of(evaluation(cases, small.ask))
    found = compare_runs(run, run)
    assert found.cases == ()
    defined = [d for d in found.differences.values() if d.change is not None]
    assert {(d.change, d.interval, d.is_sure) for d in defined} == {(0.0, (0.0, 0.0), False)}


def test_the_interval_is_paired() -> None:
    """By hand: each draw of the documents serves both runs, so a constant gain has no width."""
    lines = [{"id": f"c{i}", "question": f"Question {i}?", "answerable": True} for i in range(4)]
    before = [
        {**line, "answer": {"text": "", "outcome": "answered", "confidence": 0.5}, "scores": s}
        for line, s in zip(
            lines, [{"refused": 0, "fact_recall": x} for x in (0, 0.1, 0.4, 0.7)], strict=True
        )
    ]
    now: list[dict[str, Any]] = json.loads(json.dumps(before))
    for case in now:
        case["scores"]["fact_recall"] += 0.25
    old, new = (Run.of_json({"settings": {}, "cases": cases}) for cases in (before, now))
    difference = compare_runs(old, new).differences["fact_recall"]
    assert difference.interval is not None
    assert np.allclose(difference.interval, 0.25)


def test_an_edited_a_new_and_a_lost_case_are_counted_and_left_aside(
    cases: tuple[Case, ...],
) -> None:
    penn, began, price = cases
    old = Run.of(evaluation([penn, began], small.ask))
    edited = replace(began, source={**began.source, "facts": [["2019"]]})
    found = compare_runs(old, Run.of(evaluation([penn, edited, price], small.ask)))
    assert (found.n_shared, found.n_edited, found.n_added, found.n_gone) == (1, 1, 1, 0)
    assert compare_runs(Run.of(evaluation(cases, small.ask)), old).n_gone == 1


def test_runs_that_cannot_be_compared_are_refused(cases: tuple[Case, ...]) -> None:
    hidden = Run.of(evaluation(cases, small.ask, leave_out=True))
    with pytest.raises(EarlierRunMalformed, match="made with --leave-out, this one without"):
        check_comparable(hidden, leave_out=False)
    other = Run.of(evaluation(cases[:1], small.ask))
    with pytest.raises(EarlierRunMalformed, match="shares no case"):
        compare_runs(other, Run.of(evaluation(cases[1:], small.ask)))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "is not JSON; name what assistant evaluate --json wrote"),
        ("[]", "the file: input should be a valid dictionary"),
        ('{"settings": {}}', "cases: field required"),
        ('{"settings": {}, "cases": [{"id": "a"}]}', "cases.0.question: field required"),
    ],
)
def test_a_file_that_is_no_run_is_named_with_its_fault(
    text: str, fault: str, tmp_path: Path
) -> None:
    path = tmp_path / "old.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EarlierRunMalformed) as error:
        load_run(path)
    assert str(error.value).startswith(f"{path}: {fault}")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EarlierRunMalformed, match="No such file"):
        load_run(tmp_path / "gone.json")

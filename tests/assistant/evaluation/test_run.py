from __future__ import annotations

import json
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Any

import pytest

from assistant.answer import Answer, Turn
from assistant.evaluation.cases import Case, Evidence
from assistant.evaluation.gold import locate_gold
from assistant.evaluation.hiding import Hider
from assistant.evaluation.metrics import metrics_of
from assistant.evaluation.run import Examinee, evaluation_steps, last_of
from corpus.errors import QuestionRefused
from tests.assistant.evaluation import small

APPROVED = Case(
    id="approved",
    question="When was Kymriah approved?",
    answerable=True,
    facts=(("2017",),),
    evidence=(Evidence("drugs.md", "Kymriah was approved in 2017."),),
    tags=("date",),
    source={"id": "approved", "meta": {"by": 1}},
)
BEGAN = Case(
    id="began",
    question="And when did it begin?",
    answerable=True,
    facts=(("2018",),),
    evidence=(Evidence("genes.md", "began in 2018"),),
    history=(Turn("user", "GSK and 23andMe"),),
    tags=("date", "follow-up"),
    source={"id": "began"},
)
PRICE = Case(id="price", question="What does a ticket cost?", answerable=False, tags=("price",))
UNSCORED = "it is not scored on passages and citations"
CASES = (APPROVED, BEGAN, PRICE)
EXAMINEE = Examinee(small.ask, small.read_text, small.CHUNKS, {"model": "extractive"})


def test_every_case_is_asked_with_its_history_and_measured() -> None:
    found = last_of(evaluation_steps(EXAMINEE, CASES))
    shown = ("correct", "refused_answerable", "refused_unanswerable", "recall@1", "citation_iou")
    whole = len("began in 2018") / len("GSK and 23andMe began in 2018.")
    assert {name: found.metrics[name] for name in shown} == {
        "correct": 1.0,
        "refused_answerable": 0.0,
        "refused_unanswerable": 1.0,
        "recall@1": 1.0,
        "citation_iou": (1.0 + whole) / 2,
    }
    assert (found.n_by_tag, found.warnings, found.partial) == (
        {"date": 2, "follow-up": 1, "price": 1},
        (),
        False,
    )
    rows = [case.row.cluster for case in found.cases if case.row is not None]
    assert rows == ["drugs.md", "genes.md", "case price"]
    assert found.tags["price"]["refused_unanswerable"] == 1.0
    assert found.tags["price"]["correct"] is None


def test_the_json_holds_settings_metrics_tags_curves_and_cases() -> None:
    found = last_of(evaluation_steps(EXAMINEE, CASES))
    data: dict[str, Any] = json.loads(json.dumps(found.to_json(), allow_nan=False))
    names = list(metrics_of([]))
    assert list(data) == [
        *("settings", "partial", "warnings", "metrics", "tags", "intervals", "curves", "cases")
    ]
    assert data["settings"] == {"model": "extractive", "leave_out": False, "partial": False}
    assert list(data["metrics"]) == names
    assert {tag: list(metrics) for tag, metrics in data["tags"].items()} == dict.fromkeys(
        ("date", "follow-up", "price"), names
    )
    assert list(data["intervals"]["metrics"]) == names
    assert list(data["intervals"]["tags"]) == ["date", "follow-up", "price"]
    # Of all three, the unanswerable one cannot be answered rightly.
    assert data["curves"]["risk_coverage"][-1] == {
        "confidence": 0.0,
        "coverage": 1.0,
        "risk": pytest.approx(1 / 3),
    }
    assert sum(found["n"] for found in data["curves"]["reliability"]) == 2
    first = data["cases"][0]
    assert list(first) == ["id", "meta", "answer", "scores"]
    assert (first["meta"], first["scores"]["correct"]) == ({"by": 1}, 1.0)
    assert first["answer"]["passages"][0]["document"] == "drugs.md"


def test_leave_out_hides_what_gives_the_answer_away_and_nothing_else() -> None:
    hider = Hider(small.CHUNKS)
    hidden = {case.id: hider.hidden(case, locate_gold(case, small.read_text)) for case in CASES}
    assert hidden == {
        "approved": {"drugs.md:0"},
        "began": {"genes.md:0", "copy.md:0"},  # the evidence, and the fact elsewhere
        "price": frozenset(),
    }


def test_with_leave_out_the_right_answer_is_to_refuse() -> None:
    asked: dict[str, Container[str]] = {}

    def ask(question: str, history: Sequence[Turn], hidden: Container[str]) -> Answer:
        asked[question] = hidden
        answer = small.ask(question, history, hidden)
        assert all(passage.chunk.id not in hidden for passage in answer.passages)
        return answer

    found = last_of(evaluation_steps(replace(EXAMINEE, ask=ask), CASES, leave_out=True))
    assert asked[BEGAN.question] == {"genes.md:0", "copy.md:0"}
    defined = {name for name, value in found.metrics.items() if value is not None}
    assert defined == {
        *("refused_unanswerable", "abstention_f1", "citation_validity"),
        *("seconds_p50", "seconds_p95"),
    }
    refused = {case.case.id: case.scores["refused"] for case in found.cases}
    # The small assistant still answers with what is left about Kymriah.
    assert refused == {"approved": 0.0, "began": 1.0, "price": 1.0}
    assert found.metrics["refused_unanswerable"] == pytest.approx(2 / 3)
    assert found.settings == {"model": "extractive", "leave_out": True}
    assert found.to_json()["curves"] == {"reliability": [], "risk_coverage": [], "baselines": {}}


def test_leave_out_leaves_a_case_with_nothing_to_hide_out_of_the_metrics() -> None:
    bare = Case(id="bare", question="Who is it?", answerable=True)
    found = last_of(evaluation_steps(EXAMINEE, [bare], leave_out=True))
    assert found.warnings == ("case bare: no passage to hide; it is not measured",)
    assert [(case.answer, case.scores) for case in found.cases] == [(None, {})]
    assert set(found.metrics.values()) == {None}


def test_a_missing_quote_is_one_warning_and_the_facts_still_count() -> None:
    gone = Evidence("drugs.md", "Kymriah was refused.")
    case = Case("gone", APPROVED.question, True, APPROVED.facts, (gone, gone))
    found = last_of(evaluation_steps(EXAMINEE, [case]))
    assert found.warnings == (
        f"case gone: 'drugs.md' does not hold the quote {gone.quote!r}; {UNSCORED}",
    )
    assert (found.metrics["correct"], found.metrics["recall@5"]) == (1.0, None)


def test_an_interrupt_gives_what_is_done_marked_partial() -> None:
    def ask(question: str, history: Sequence[Turn], hidden: Container[str]) -> Answer:
        if question == PRICE.question:
            raise KeyboardInterrupt
        return small.ask(question, history, hidden)

    steps = list(evaluation_steps(replace(EXAMINEE, ask=ask), CASES))
    assert [(step.done, step.total, step.evaluation is None) for step in steps] == [
        (1, 3, True),
        (2, 3, True),
        (2, 3, False),
    ]
    found = steps[-1].evaluation
    assert found is not None
    assert ([case.case.id for case in found.cases], found.partial) == (["approved", "began"], True)
    assert found.to_json()["partial"] is True


def test_a_question_that_is_refused_as_input_is_a_warning_not_the_end() -> None:
    def ask(question: str, history: Sequence[Turn], hidden: Container[str]) -> Answer:
        if question == PRICE.question:
            raise QuestionRefused("the question is too long")
        return small.ask(question, history, hidden)

    found = last_of(evaluation_steps(replace(EXAMINEE, ask=ask), CASES))
    assert found.warnings == ("case price: the question is too long; it is not measured",)
    assert (found.metrics["correct"], found.metrics["refused_unanswerable"]) == (1.0, None)
    assert found.cases[2].to_json() == {"answer": None, "scores": {}}
    assert not found.partial


def test_a_run_that_is_told_to_stop_ends_before_the_next_case() -> None:
    done: list[int] = []
    steps = evaluation_steps(EXAMINEE, CASES, stop=lambda: len(done) == 2)
    for step in steps:
        done.append(step.done) if step.evaluation is None else None
    found = step.evaluation
    assert found is not None
    assert ([case.case.id for case in found.cases], found.partial) == (["approved", "began"], True)
    assert found.to_json()["settings"]["partial"] is True

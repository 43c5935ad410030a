"""What users say of answers becomes a question set that can be run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.evaluation import load_cases
from assistant.settings import Settings
from corpus.errors import FeedbackUnusable, QuestionRefused
from tests.ui import samples
from tests.ui.standin import NearestSentence
from ui.engine import Engine
from ui.page.answer_view import answer_view
from ui.page.feedback import Remark, keep, read_cases
from ui.page.keeping import read_remark

ANSWERED, REFUSED = answer_view(samples.SENTENCE), answer_view(samples.NOT_COVERED)
PLACE = {"document": "ferries.md", "quote": "Two sailors tie the ropes.", "start": 7}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "feedback.jsonl"


def test_a_thumb_up_keeps_quotes_focus_and_outcome(path: Path) -> None:
    history = [{"role": "user", "content": "Hello"}]
    keep(path, "t1", ANSWERED, history, Remark("up"))
    assert json.loads(path.read_text()) == {
        "id": "feedback-t1",
        "question": "What do ferries carry?",
        "answerable": True,
        "facts": [["mail"]],
        "evidence": [
            {"document": "a b/ferries.md", "quote": "Ferries carry mail.", "start": 10},
            {"document": "ropes_(old).md", "quote": "Ropes are *tied*.", "start": 0},
        ],
        "tags": ["feedback", "up"],
        "answered": "Ferries carry mail. Ropes are tied.",
        "outcome": "answered",
        "shape": "sentence",
        "history": history,
    }


@pytest.mark.parametrize(
    ("view", "remark", "answerable"),
    [
        (ANSWERED, Remark("up"), True),
        (ANSWERED, Remark("down"), True),
        (ANSWERED, Remark("absent"), False),
        (REFUSED, Remark("up"), False),
        (REFUSED, Remark("down"), True),
        (REFUSED, Remark("passage", PLACE), True),
    ],
)
def test_a_remark_says_whether_there_is_an_answer(
    path: Path, view: dict[str, Any], remark: Remark, answerable: bool
) -> None:
    assert keep(path, "t", view, [], remark)["answerable"] is answerable


def test_the_last_remark_of_a_turn_counts_and_a_passage_and_a_fact_add_up(path: Path) -> None:
    keep(path, "t1", ANSWERED, [], Remark("down"))
    keep(path, "t2", REFUSED, [], Remark("up"))
    keep(path, "t1", ANSWERED, [], Remark("passage", PLACE))
    keep(path, "t1", ANSWERED, [], Remark("fact", fact="two sailors"))
    cases = read_cases(path)
    assert list(cases) == ["feedback-t1", "feedback-t2"]
    case = cases["feedback-t1"]
    assert (case["facts"], case["evidence"]) == ([["two sailors"]], [PLACE])
    keep(path, "t1", ANSWERED, [], Remark("absent"))
    assert read_cases(path)["feedback-t1"]["evidence"] == []


def test_a_passage_pointed_at_is_quoted_from_the_index(standin: NearestSentence) -> None:
    engine = Engine(lambda _: standin).start()  # type: ignore[arg-type, return-value]
    text = standin.index.document("ferries.md")[1]
    quote = "Two sailors tie the ropes."
    start = text.index(quote)
    place = {"document": "ferries.md", "start": start - 1, "end": start + len(quote) + 1}
    remark = read_remark(engine, {"verdict": "passage", "place": place})
    assert remark == Remark("passage", {"document": "ferries.md", "quote": quote, "start": start})
    for wrong in ({"verdict": "?"}, {"verdict": "passage"}, {"verdict": "fact", "fact": " "}):
        with pytest.raises(QuestionRefused):
            read_remark(engine, wrong)


def test_a_file_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file where a folder should be")
    with pytest.raises(FeedbackUnusable, match="cannot be written"):
        keep(tmp_path / "own" / "feedback.jsonl", "t", ANSWERED, [], Remark("up"))


def test_evaluate_runs_what_was_said(path: Path, standin: NearestSentence) -> None:
    assistant = Assistant(standin.index, standin.corpus, Settings())
    view = answer_view(assistant.ask("Who commands each ferry?"))
    lost = answer_view(assistant.ask("What is the boiling point of tungsten?"))
    keep(path, "t1", view, [], Remark("up"))
    keep(path, "t2", lost, [], Remark("absent"))
    keep(path, "t3", lost, [], Remark("fact", fact="3422"))
    assert [case.answerable for case in load_cases(path)] == [True, False, True]
    result = assistant.evaluate(path).to_json()
    assert result["metrics"]["citation_precision"] == 1.0
    assert result["metrics"]["refused_unanswerable"] == 1.0
    assert [case["scores"].get("correct") for case in result["cases"]][1:] == [None, 0.0]

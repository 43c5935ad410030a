"""Follow-ups that are answered beside the last answer."""

from __future__ import annotations

import pytest

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.weights import load_weights

GUIDE = """# Guide to the mine

## Upper gallery
The best view of the pit is from the iron balcony at the far end. There is neither a tap nor a
toilet here.

## Riding the cage
A ride in the old cage takes twenty minutes and costs 12 crowns. You must be at least ten and in
good health.

## The long strike
The trouble began in March 1911, when the pumps stood still for a week. Then bread became a
problem, since the baker gave no more credit. The owners gave way in June.
"""
LIST = "article,crowns,weight\nLantern,40,900\nHelmet,65,700\nPickaxe,80,2400\n"


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("mine")
    (folder / "documents").mkdir()
    (folder / "documents" / "guide.md").write_text(GUIDE, encoding="utf-8")
    (folder / "documents" / "list.csv").write_text(LIST, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


def ask(mine: Assistant, asked: str, answered: str, question: str) -> tuple[str, list[str]]:
    answer = mine.ask(question, [Turn("user", asked), Turn("assistant", answered)])
    return answer.outcome, [s.text for s in answer.statements if s.status == "quoted"]


VIEW = ("Where is the best view of the pit?", "The best view is from the iron balcony.")
CAGE = ("What is a ride in the cage?", "A ride in the old cage costs 12 crowns.")
BEGAN = ("What went wrong first in the strike?", "In March 1911 the pumps stood still for a week.")


@pytest.mark.parametrize(
    ("last", "question", "told"),
    [
        (VIEW, "is there a loo there?", "There is neither a tap nor a toilet here."),
        (CAGE, "and how old must I be?", "You must be at least ten and in good health."),
        (
            BEGAN,
            "and what was the next problem?",
            "Then bread became a problem, since the baker gave no more credit.",
        ),
    ],
)
def test_a_follow_up_is_answered_beside_the_last_answer(
    mine: Assistant, last: tuple[str, str], question: str, told: str
) -> None:
    outcome, quoted = ask(mine, *last, question)
    assert (outcome, quoted[0].replace("\n", " ")) == ("answered", told)


@pytest.mark.parametrize("question", ["and who painted it?", "is there a chapel in Lund?"])
def test_what_is_not_said_there_is_refused(mine: Assistant, question: str) -> None:
    assert ask(mine, *VIEW, question)[0] in ("not_answered", "not_covered")


def test_a_follow_up_is_not_answered_beside_where_that_is_not_sure_enough(mine: Assistant) -> None:
    strict = Assistant(mine.index, mine.corpus, Settings(risk=len(load_weights().promises) + 1))
    outcomes = [ask(assistant, *VIEW, "is there a loo there?")[0] for assistant in (mine, strict)]
    assert outcomes == ["answered", "not_covered"]


def test_a_follow_up_is_not_answered_with_what_was_answered_before(mine: Assistant) -> None:
    began = "The trouble began in March 1911, when the pumps stood still for a week."
    outcome, told = ask(mine, "How did the long strike begin?", began, "and what came after that?")
    assert outcome == "answered"
    assert began not in told
    assert told
    outcome, told = ask(mine, "How did the long strike begin?", began, "when was that?")
    assert (outcome, told[0]) == ("answered", began)


def test_a_question_word_alone_is_answered_from_what_was_answered_before(mine: Assistant) -> None:
    began = "The trouble began in March 1911, when the pumps stood still for a week."
    outcome, told = ask(mine, "Why was there a long strike?", began, "when?")
    assert (outcome, told[0]) == ("answered", began)


def test_what_was_answered_before_is_no_answer_for_another_date(mine: Assistant) -> None:
    began = "The trouble began in March 1911, when the pumps stood still for a week."
    outcome, told = ask(mine, "When did the trouble of the strike begin?", began, "and in 1925?")
    assert (outcome, told) == ("not_answered", [])

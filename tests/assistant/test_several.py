"""Several things wished for beside the question, and questions with circumstances around them."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.forms import read_form
from assistant.phrasing import Phrasing, read_phrasing
from assistant.question import read_question
from tests.assistant.belfry import open_belfry

WISHED = {
    "Why did the weir break? I need all the causes.": "list the causes: Why did the weir break?",
    "what did the town get from the canal? list the benefits": "list the benefits: what did the "
    "town get from the canal?",
    "Give me every reason: why did the weir break?": "list every reason: why did the weir break?",
    "Why did the weir break? I need all the causes for an essay.": "list the causes: Why did the "
    "weir break?",
    "why did the weir break - all reasons please": "list the reasons: why did the weir break",
    "Who pays Orro? All its debtors please": "list the debtors: Who pays Orro?",
    "How is felt made? I'd like to see the steps.": "list the steps: How is felt made?",
}


@pytest.mark.parametrize(("typed", "read"), WISHED.items())
def test_what_is_wished_for_beside_a_question_is_what_its_list_is_of(typed: str, read: str) -> None:
    assert read_phrasing(typed) == Phrasing(read)
    assert read_form(read_question(read)).kind == "list"
    assert read_phrasing(read) == Phrasing(read)


def test_all_of_them_wishes_for_a_list_of_what_the_question_asks_for() -> None:
    asked = "Which roads lead to the weir?"
    for wish in (
        "I'd like every one.",
        "All of them, please.",
        "name them all",
        "A list will do.",
    ):
        assert read_phrasing(f"{asked} {wish}") == Phrasing(asked, "list")


def test_a_wish_that_is_for_no_things_or_for_others_changes_nothing() -> None:
    for typed, read in (
        ("When was the weir built? Name all the owners.", "When was the weir built? Name"),
        ("What is the weir made of? Just the facts.", "What is the weir made of?"),
        ("What did it cost? I need it today.", "What did it cost?"),
        ("Why is Orla known for all her songs?", "Why is Orla known for all her songs?"),
    ):
        assert read_phrasing(typed).text.startswith(read)
        assert not read_phrasing(typed).text.startswith("list")


LISTS = """
When more than two farms join, what sorts of contracts are signed?
i cannot eat nuts, which cakes in the window hold any?
Pell Joinery, in what matters was it asked for help?
somebody fell off the ladder. which colleagues know first aid?
small farms that keep bees
give me the names of everyone who steered the ferry
who is mentioned in connection with the dam?
""".strip().splitlines()
SENTENCES = """
When was the mill built, and which families owned it?
In winter, which path is closed?
If the alarm rings, what do I do?
The firm now called Pell looks for patterns. By what methods?
the man who built the bridge
the nets that hold the boats
a class that meets on Mondays
""".strip().splitlines()


def test_the_clause_that_asks_tells_the_form() -> None:
    forms = {t: read_form(read_question(read_phrasing(t).text)).kind for t in LISTS + SENTENCES}
    assert forms == dict.fromkeys(LISTS, "list") | dict.fromkeys(SENTENCES, "sentence")


@pytest.fixture(scope="module")
def belfry(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_belfry(tmp_path_factory.mktemp("several"))


def items(assistant: Assistant, question: str) -> list[str]:
    answer = assistant.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "list")
    return [s.text for s in answer.statements if s.kind == "item"]


def test_the_list_is_found_by_what_it_is_wished_of(belfry: Assistant) -> None:
    assert items(belfry, "Why is the treble silent? I need all the causes.") == [
        "One cause is a worn bearing, which Felix Garrow has measured.",
        "Another is the split in the wheel.",
        "A further cause, in the captain's view, is the damp in the louvres.",
    ]


def test_what_no_text_calls_so_is_answered_as_the_question_stands(belfry: Assistant) -> None:
    asked = "Where can I buy a recording?"
    assert items(belfry, f"{asked} List all the emporiums.") == [
        s.text for s in belfry.ask(asked).statements
    ]


def test_a_list_that_is_not_there_is_refused_as_one(belfry: Assistant) -> None:
    answer = belfry.ask("Why was the dragon painted blue? I need all the reasons.")
    assert answer.outcome in ("not_answered", "not_covered")
    assert answer.shape == "list"

"""What a measure measures, and which measures answer a question."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.dimensions import dimensions, tells_length, unit_asked
from assistant.question import read_question


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Bake at 220 °C.", "temperatur"),
        ("It melts at 40 degrees.", "hot"),
        ("It weighs 2.1 kilograms.", "heavi"),
        ("The tower has 41 metres.", "tall"),
        ("The train did 90 km/h.", "fast"),
        ("The park has twelve hectares.", "area"),
        ("Stir in half a litre.", "volum"),
    ],
)
def test_a_unit_says_what_is_measured(text: str, word: str) -> None:
    assert word in dimensions(text)


@pytest.mark.parametrize(
    "text", ["It costs 40 pounds a month.", "Grade C is next.", "41 lighthouses", "a degree in law"]
)
def test_a_number_without_a_unit_of_measure_says_nothing(text: str) -> None:
    assert dimensions(text) == frozenset()


def test_each_question_asks_for_its_own_units() -> None:
    hot, heavy = unit_asked("How hot is it?"), unit_asked("how heavy is a marten")
    assert hot is not None
    assert heavy is not None
    assert [bool(p.search(t)) for p in (hot, heavy) for t in ("9 °C", "9 kg", "9")] == [
        True,
        False,
        False,
        False,
        True,
        False,
    ]
    assert unit_asked("How many are there?") is None


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("How hot must the oven be for the rye bread?", "Bake at 220 °C for 50 minutes."),
        ("how heavy is a beech marten", "It weighs up to 2.1 kilograms."),
        (
            "What temperature for the biscuits?",
            "Bake at 180 °C for 12 minutes, until the edges are golden.",
        ),
    ],
)
def test_a_question_of_degree_finds_the_measure_though_its_word_is_not_there(
    scratch: Assistant, question: str, first: str
) -> None:
    answer = scratch.ask(question)
    assert answer.outcome == "answered"
    assert next(s.text for s in answer.statements if s.kind == "sentence") == first


def test_how_hot_is_answered_from_a_recipe_that_names_neither_heat_nor_oven(
    scratch: Assistant,
) -> None:
    answer = scratch.ask("How hot must the oven be?", where={"document": "rye-bread.md"})
    assert (answer.outcome, answer.shape) == ("answered", "sentence")
    assert "Bake at 220 °C for 50 minutes." in answer.text


def test_which_of_two_is_heavier_is_told_from_sentences_below_their_headings(
    scratch: Assistant,
) -> None:
    answer = scratch.ask("which is heavier, the pine marten or the beech marten?")
    assert [(s.kind, s.label, s.text) for s in answer.statements] == [
        ("verdict", None, "beech marten: 2.1 against 1.8."),
        (
            "row",
            "pine marten",
            "It weighs up to 1.8 kilograms and hunts squirrels in the tree tops.",
        ),
        ("row", "beech marten", "It weighs up to 2.1 kilograms."),
    ]


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What does it cost to get into the cave?", "money"),
        ("what did Anna pay for the boat", "money"),
        ("What did the fund pay for?", "thing"),
        ("What's the most I can be charged?", "money"),
        ("how much rent do they pay a month", "money"),
        ("What was Dorran's motive?", "reason"),
        ("How soon must I report it?", "duration"),
        ("What is the height of the tower?", "number"),
        ("What area of the town is old?", "place"),
        ("What is the most common bird?", "definition"),
    ],
)
def test_the_kind_of_answer_is_read_from_the_question(question: str, kind: str) -> None:
    assert read_question(question).answer_type == kind


def test_how_long_something_is_may_be_asked_behind_what_it_is() -> None:
    told = "The wall was once 212 metres long."
    assert tells_length("The wall that Fell put up, how long was it originally?", told)
    assert not tells_length("He wrote how long was the wait", told)
    assert not tells_length("How long did the wall stand?", told)

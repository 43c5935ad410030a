"""Lists that running text tells sentence by sentence, without headings or bullets."""

from __future__ import annotations

import pytest

from assistant.alternatives import alternatives
from assistant.assistant import Assistant
from assistant.settings import Settings

CAUSES = [
    "One cause is a worn bearing, which Felix Garrow has measured.",
    "Another is the split in the wheel.",
    "A further cause, in the captain's view, is the damp in the louvres.",
]
DANGERS = [
    "Frozen ropes are the greatest danger, and two ringers have hurt their hands.",
    "Slippery stairs are another.",
    "There is also the danger of cracked metal.",
]
DUTIES = [
    "Each keeper oils the bearings monthly.",
    "Keepers also wind the clock.",
    "They report loose bolts to the captain, and they sweep the stairs.",
]
OFFERS = [
    "Pell Joinery asked 900 crowns.",
    "Marlow and Sons asked 740 crowns but wanted to be paid at once.",
    "The offer of Tarrant Works came too late.",
]
CONTEST = "The striking contest includes a junior class, an open class and a class for hand bells."
CIRCUS = (
    "The committee allowed the circus to borrow them on two conditions: a guard at night,"
    " and insurance."
)
FORBIDDEN = ["open flames", "wet boots", "dogs and other animals"]


def items(belfry: Assistant, question: str) -> list[str]:
    answer = belfry.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "list")
    return [s.text for s in answer.statements if s.kind == "item"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What are the causes of the silence of the treble bell?", CAUSES),
        ("What are the dangers of ringing in frost?", DANGERS),
        ("What is forbidden in the ringing room?", FORBIDDEN),
        (
            "What are the steps for collecting the hand bells?",
            ["Ring at the vestry door.", "Count the bells with the clerk.", "Sign the red book."],
        ),
        (
            "Who are bells not lent to?",
            ["to schools outside the valley", "for weddings on Sundays"],
        ),
        (
            "On which conditions may the circus borrow them?",
            [CIRCUS],
        ),
        ("duties of the steeple keepers", DUTIES),
        ("Which offers for the new wheel were read?", OFFERS),
        (
            "What does the striking contest include?",
            [CONTEST],
        ),
        (
            "List the officers of the guild",
            ["The guild has four officers: the captain, the clerk, the steward and the librarian."],
        ),
    ],
)
def test_every_item_is_given_and_nothing_that_is_none(
    question: str, expected: list[str], belfry: Assistant
) -> None:
    assert items(belfry, question) == expected


def test_both_of_two_things_are_asked_for(belfry: Assistant) -> None:
    assert items(belfry, "What did Felix Garrow or Orla Dunn report?") == [
        "Felix Garrow reported on the museum.",
        "Orla Dunn presented the accounts.",
    ]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Which people rang at Aldmoor or the Low Tower?",
            ("Which people rang at Aldmoor?", "Which people rang at the Low Tower?"),
        ),
        ("List pumps or valves", ("List pumps", "List valves")),
        ("Is it red or blue?", None),
        ("Which is taller, Aldmoor or Pell?", None),
        ("What takes more or less time?", None),
        ("Who came?", None),
    ],
)
def test_a_question_about_one_of_two_things_is_two(
    question: str, parts: tuple[str, str] | None
) -> None:
    assert alternatives(question) == parts


def test_all_reasons_follow_the_sentence_that_says_there_are_several(belfry: Assistant) -> None:
    answer = belfry.ask("Why do the bells ring backwards on Fridays?")
    assert [s.text for s in answer.statements] == [
        "There are two reasons.",
        "The tenor is rested before the weekend.",
        "And the learners ring alone then.",
    ]


def test_what_is_not_so_is_answered_by_the_sentence_that_says_no(belfry: Assistant) -> None:
    lenient = Assistant.open(index=belfry.index.folder, settings=Settings(threshold=0.4))
    answer = lenient.ask("What does the ticket not include?")
    assert "It does not include the clock room." in answer.text
    assert "cup of tea" not in answer.text

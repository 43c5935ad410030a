"""Questions about one that is described, found in one sentence and told of in another."""

from __future__ import annotations

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.described import Described, read_described

MILLS = """# The mills of Orrel

The sails of Hatch Mill are still covered with canvas.
The first meeting of the millers in 1911 was held in the Swan Loft.
Corn Mill swapped its stones for steel rollers in 1902.

| Mill | Opened | Height in feet |
|---|---|---|
| Hatch Mill | 1744 | 61 |
| Corn Mill | 1801 | 48 |

## Rooms

The Swan Loft has benches for 45 people. The Oak Room has a stove.
"""
FERRY = """# Corn Mill

Ruth Abel lived there as a child. Building began in 1799 and took two years.

# The guild

The Orrel Bank closed its doors on the day when the clerk Piet Morland resigned in May 1931.
The guild owns no boats. The Orrel Bank had been chosen in July 1930 to lend the guild money.
Piet Morland had been chosen in June 1924 by eight votes.
"""


@pytest.fixture(scope="module")
def mills(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("mills")
    (folder / "documents").mkdir()
    for name, text in {"mills.md": MILLS, "ferry.md": FERRY}.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


def told(answer: Answer) -> list[str]:
    return [s.text for s in answer.statements]


def test_a_clause_in_the_middle_of_a_question_gives_way_to_the_name(mills: Assistant) -> None:
    answer = mills.ask("When did the mill whose sails still wear canvas open?")
    assert told(answer)[:2] == [
        "Hatch Mill is named in both of these sentences.",
        "The sails of Hatch Mill are still covered with canvas.",
    ]
    assert "[Opened] 1744" in told(answer)[-1]


def test_a_place_may_be_described_by_what_happened_there(mills: Assistant) -> None:
    answer = mills.ask("How many people can sit in the room where the millers first met in 1911?")
    assert told(answer) == [
        "Swan Loft is named in both of these sentences.",
        "The first meeting of the millers in 1911 was held in the Swan Loft.",
        "The Swan Loft has benches for 45 people.",
    ]


def test_what_stands_under_the_name_answers_too(mills: Assistant) -> None:
    answer = mills.ask(
        "In which year did they begin to build the mill that swapped its stones for rollers?"
    )
    assert told(answer) == [
        "Corn Mill is named in the first of these sentences; the second stands under “Corn Mill”.",
        "Corn Mill swapped its stones for steel rollers in 1902.",
        "Building began in 1799 and took two years.",
    ]


def test_somebody_is_no_firm(mills: Assistant) -> None:
    answer = mills.ask("The clerk who resigned in 1931 had been chosen in which month?")
    assert told(answer)[-1] == "Piet Morland had been chosen in June 1924 by eight votes."


@pytest.mark.parametrize(
    "question",
    [
        "What did the roof of the mill whose sails still wear canvas cost?",
        "Who painted the room where the millers first met in 1911?",
    ],
)
def test_what_is_not_told_of_the_one_described_is_not_answered(
    mills: Assistant, question: str
) -> None:
    answer = mills.ask(question)
    assert answer.outcome != "answered"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (
            "How far does the ferry go that Noor built, and when?",
            [Described("How far does ", "ferry", " go ", "that", "Noor built", ", and when?")],
        ),
        (
            "What is sung in the hall where the choir meets?",
            [Described("What is sung in ", "hall", "", "where", "the choir meets", "?")],
        ),
        ("Where is an example of something that the choir sang?", []),
        ("Where is the ferry?", []),
        ("Noor built a ferry. Where is the hall that it serves?", []),
    ],
)
def test_one_may_be_described_anywhere_in_the_first_sentence(
    question: str, found: list[Described]
) -> None:
    assert list(read_described(question)) == found


def test_the_clause_may_end_before_the_question_goes_on() -> None:
    described = Described("When did ", "mill", "", "whose", "sails wear canvas open", "?")
    assert [(s.opening, s.onward) for s in described.steps(17)] == [
        ("Which mill's sails wear canvas?", "When did {} open")
    ]

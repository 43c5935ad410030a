"""Rows of comparisons, each the sentence that answers the question of its own side."""

from __future__ import annotations

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.side_reading import as_question

YARD = """# The boat yard at Ulver

The yard was founded in 1922. Riggers learn for two years. Caulkers learn for nine months.

## What the tars are good for

Pine tar is cheap to buy and keeps the damp out of a mast. A mast stands for forty years.
Birch tar holds planks of oak together, but it costs three times as much.

## Tokens

For a first token the guest may row one hour. After a third, the guest may take the sloop out alone.

## Heat

A kiln of the yard burns about 40 kg of wood a day and a stove about 11 kg.

## The founding

The smiths paid for the slip out of their own purse. The council of the isle gave the land.
The smiths meet each Friday beside the slip.
"""


TOWERS = (
    """# The tower of Orrin Quay

It stands at the end of the mole. The building cost 900 crowns and took two years.
""",
    """# The tower of Mell Bay

A mason from the isle drew it. The building cost 2,400 crowns, paid out of the toll.
""",
    """# Visiting

Orrin Quay and Mell Bay may be visited in May. A ticket for Orrin Quay costs 3 crowns.
""",
)


@pytest.fixture(scope="module")
def towers(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("towers")
    (folder / "documents").mkdir()
    for i, text in enumerate(TOWERS):
        (folder / "documents" / f"{i}.md").write_text(text, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


def test_a_sentence_below_the_name_of_its_side_needs_not_say_it(towers: Assistant) -> None:
    assert rows(towers.ask("Building costs: Orrin Quay against Mell Bay")) == [
        ("Orrin Quay", "The building cost 900 crowns and took two years."),
        ("Mell Bay", "The building cost 2,400 crowns, paid out of the toll."),
    ]


@pytest.fixture(scope="module")
def yard(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("yard")
    (folder / "documents").mkdir()
    (folder / "documents" / "yard.md").write_text(YARD, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


def rows(answer: Answer) -> list[tuple[str | None, str]]:
    assert (answer.outcome, answer.shape) == ("answered", "table")
    return [(statement.label, statement.text) for statement in answer.statements]


@pytest.mark.parametrize(
    "question",
    [
        "time of learning riggers vs caulkers",
        "time of learning: riggers vs caulkers",
        "how long do riggers learn and how long caulkers?",
    ],
)
def test_each_row_answers_for_its_side_wherever_the_aspect_stands(
    yard: Assistant, question: str
) -> None:
    assert [text for _, text in rows(yard.ask(question))] == [
        "Riggers learn for two years.",
        "Caulkers learn for nine months.",
    ]


def test_what_is_called_by_a_part_of_its_name_is_found(yard: Assistant) -> None:
    assert rows(yard.ask("what may I do for a first token and what after a third?")) == [
        ("first token", "For a first token the guest may row one hour."),
        ("third token", "After a third, the guest may take the sloop out alone."),
    ]


def test_of_two_clauses_with_one_verb_each_side_has_its_row(yard: Assistant) -> None:
    question = "Set side by side what the smiths and what the council gave for the slip."
    assert [text for _, text in rows(yard.ask(question))] == [
        "The smiths paid for the slip out of their own purse.",
        "The council of the isle gave the land.",
    ]


def test_what_is_asked_of_a_side_is_put_as_a_question() -> None:
    assert as_question("the wage of the smith") == "What is the wage of the smith?"
    assert as_question("how long do riggers learn?") == "how long do riggers learn?"

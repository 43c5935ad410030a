"""People, columns, ages and steps asked for in many ways, over one small collection."""

from __future__ import annotations

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.comparison import Comparison
from assistant.sides import read_comparison
from assistant.steps import Steps, read_steps

YARD = """# The yard of Tarn

The yard of Tarn was laid out by Ada Voss. The smith Otto Lind made its crane in 1888.
The clerk Ines Moor, 41 years old, kept its books. Several firms gave money to the yard.
For a list of the owners, see the back of the ledger.

## Recipe for soup

Cut the leeks and boil them in salted water with butter.

## Recipe for cake

Stir four eggs into the butter and bake it.

## Parts

| Part | Supplier | Price |
|---|---|---|
| Mast | Hale Forge | 40 |
| Rope | Orme Works | 12 |
"""
BOATS = """# Boats

Otto Lind later built the boat Linnet with the painter Rosa Falk. She sank in the bay of Orm.
Nobody was aboard when the Linnet sank. The Linnet cost 90 crowns.
"""


@pytest.fixture(scope="module")
def yard(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("yard")
    (folder / "documents").mkdir()
    for name, text in {"yard.md": YARD, "boats.md": BOATS}.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


def shown(answer: Answer) -> list[str]:
    return [s.text for s in answer.statements if s.kind in ("item", "sentence")]


def test_everybody_who_is_named_with_something_is_listed_once(yard: Assistant) -> None:
    answer = yard.ask("Which people are connected with the yard of Tarn?")
    assert (answer.outcome, answer.shape, shown(answer)) == (
        "answered",
        "list",
        [
            "The yard of Tarn was laid out by Ada Voss.",
            "The smith Otto Lind made its crane in 1888.",
            "The clerk Ines Moor, 41 years old, kept its books.",
        ],
    )


def test_all_of_a_kind_that_hold_a_word_stand_under_their_headings(yard: Assistant) -> None:
    answer = yard.ask("Which of the recipes contain butter?")
    assert (answer.shape, shown(answer)) == (
        "list",
        [
            "[Recipe for soup] Cut the leeks and boil them in salted water with butter.",
            "[Recipe for cake] Stir four eggs into the butter and bake it.",
        ],
    )
    roles = [[c.role for c in s.citations] for s in answer.statements if s.kind == "item"]
    assert roles == [["evidence", "antecedent"]] * 2


def test_a_column_that_is_called_so_is_the_list(yard: Assistant) -> None:
    answer = yard.ask("Name all suppliers of parts for the yard.")
    told = ["[Part] Mast | [Supplier] Hale Forge ...", "[Part] Rope | [Supplier] Orme Works ..."]
    assert (answer.shape, shown(answer)) == ("list", told)


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("How old is Ines Moor?", "answered"),
        ("How old is Otto Lind?", "not_answered"),
        ("When was Otto Lind born?", "not_answered"),
        ("Which firms gave money to the yard?", "not_answered"),
        ("What is on the list of the owners?", "not_answered"),
    ],
)
def test_an_age_and_a_list_are_given_only_where_they_are_told(
    yard: Assistant, question: str, outcome: str
) -> None:
    assert yard.ask(question).outcome == outcome


def test_two_steps_may_stand_in_two_sentences(yard: Assistant) -> None:
    answer = yard.ask("A smith made the crane of the yard. Which boat did he build later?")
    assert shown(answer) == [
        "The smith Otto Lind made its crane in 1888.",
        "Otto Lind later built the boat Linnet with the painter Rosa Falk.",
    ]


@pytest.mark.parametrize(
    ("question", "steps"),
    [
        (
            "A smith made the crane. Which boat did he build?",
            Steps("", "A smith made the crane", "Which boat did {} build"),
        ),
        (
            "The big old firm that made the crane also built a boat. With whom?",
            Steps("big old firm", "made the crane", "{} built a boat"),
        ),
        ("My crane squeaks. Who mends it?", None),
        ("What boat of the yard is also a ferry?", None),
    ],
)
def test_what_is_told_of_one_and_what_is_asked_of_it(question: str, steps: Steps | None) -> None:
    assert read_steps(question) == steps


@pytest.mark.parametrize(
    ("question", "comparison"),
    [
        (
            "What speaks for oak and what for ash?",
            Comparison(("oak", "ash"), ("What speaks for oak", "What speaks for ash")),
        ),
        (
            "Vela or Orla? Compare weight and price.",
            Comparison(
                ("Vela", "Orla"),
                ("the weight of Vela", "the weight of Orla"),
                (("the price of Vela", "the price of Orla"),),
            ),
        ),
        (
            "What did the guild pay, and what did the crown give?",
            Comparison(("guild", "crown"), ("What did the guild pay", "What did the crown give")),
        ),
    ],
)
def test_sides_are_read_from_the_clauses_around_them(question: str, comparison: Comparison) -> None:
    assert read_comparison(question) == comparison


def test_the_word_i_is_never_read_as_another(yard: Assistant) -> None:
    assert yard.ask("When did I say that the yard of Tarn was laid out?").notes == ()

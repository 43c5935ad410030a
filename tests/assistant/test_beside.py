"""Several things named apart from the one question that is put of each."""

from __future__ import annotations

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.comparison import Comparison
from assistant.conditions import value_of
from assistant.overview import is_overview_question
from assistant.ranges import range_of
from assistant.sides import read_comparison

BOATS = """# Boats for hire at Sella quay

| Boat | Seats | Price per hour | Hours | Motor | Remark |
|---|---|---|---|---|---|
| Heron | 4 | 18 crowns | daily | no | |
| Tern and tender | 8 | 34 crowns | Friday to Sunday | yes | red sail |
| Skua | 2 | 12 crowns | Saturday | no | |

Two yards made offers for the slip. Orrin Yard would mend it for 900 crowns, with a guarantee of
ten years. Varn Yard would do it for 400 crowns, with a guarantee of two.

## Discount

| Years of membership | Discount |
|---|---|
| fewer than 2 | none |
| 2 to 5 | 10 per cent |
| 6 or more | 25 per cent |
"""


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("quay")
    (folder / "documents").mkdir()
    (folder / "documents" / "boats.md").write_text(BOATS, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


def told(answer: Answer) -> tuple[str, list[tuple[str | None, str]]]:
    return answer.shape, [(s.label, s.text) for s in answer.statements]


@pytest.mark.parametrize(
    ("text", "sides", "questions"),
    [
        (
            "Heron or Skua? How do price and seats compare?",
            ("Heron", "Skua"),
            [
                ("the price of Heron", "the price of Skua"),
                ("the seats of Heron", "the seats of Skua"),
            ],
        ),
        (
            "oak, ash and elm: weight, please",
            ("oak", "ash", "elm"),
            [("the weight of oak", "the weight of ash", "the weight of elm")],
        ),
        (
            "Wide boats and narrow ones: who built each, and what did each cost?",
            ("Wide boats", "narrow boats"),
            [
                ("who built Wide boats", "who built narrow boats"),
                ("what did Wide boats cost", "what did narrow boats cost"),
            ],
        ),
        (
            "Deeds were signed at Orrin and at Varn. What did each deed grant?",
            ("Orrin", "Varn"),
            [
                (
                    "What did Orrin deed grant (Deeds signed)",
                    "What did Varn deed grant (Deeds signed)",
                )
            ],
        ),
        (
            "How do fares compare for a child and a pensioner?",
            ("child", "pensioner"),
            [("the fares of child", "the fares of pensioner")],
        ),
    ],
)
def test_a_question_apart_from_the_things_is_put_of_each(
    text: str, sides: tuple[str, ...], questions: list[tuple[str, ...]]
) -> None:
    found = read_comparison(text)
    assert found is not None
    assert (found.sides, [found.questions, *found.further]) == (sides, questions)


@pytest.mark.parametrize(
    "text",
    [
        "Heron and Skua: when did they first meet each other?",
        "Orla and Finn sailed north. What did they find?",
        "Orla sent a letter and Finn wrote back. When was that?",
    ],
)
def test_what_several_did_together_is_not_asked_of_each(text: str) -> None:
    assert read_comparison(text) is None


def test_a_clause_can_be_the_other_side() -> None:
    assert read_comparison("Compare the wages of a smith with what a boy got.") == Comparison(
        ("wages of a smith", "what a boy got"),
        ("the wages of a smith", "what a boy got (wages)"),
        alone=True,
    )


def test_a_request_about_what_is_named_before_it_is_not_about_the_collection() -> None:
    last = "What does each of them cover?"
    assert is_overview_question(f"Hello there. {last.replace('each of them', 'this folder')}")
    assert not is_overview_question(f"There are texts by Ada Orrin and Finn Varn. {last}")


def test_rows_stand_beside_each_other_with_every_column_asked_for(quay: Assistant) -> None:
    answer = quay.ask("Heron or Tern and tender? I care about seats and what an hour costs.")
    assert told(answer) == (
        "table",
        [
            ("Heron", "[Boat] Heron | [Seats] 4 | [Price per hour] 18 crowns ..."),
            (
                "Tern and tender",
                "[Boat] Tern and tender | [Seats] 8 | [Price per hour] 34 crowns ...",
            ),
        ],
    )


def test_a_row_is_found_by_the_range_that_a_number_falls_into(quay: Assistant) -> None:
    answer = quay.ask("A member of 1 year and one of 7 years: what discount does each get?")
    assert [text for _, text in told(answer)[1]] == [
        "[Years of membership] fewer than 2 | [Discount] none",
        "[Years of membership] 6 or more | [Discount] 25 per cent",
    ]


def test_a_side_told_beside_the_other_in_fewer_words_is_found(quay: Assistant) -> None:
    answer = quay.ask("Orrin Yard and Varn Yard: how long is the guarantee in each case?")
    assert [(label, text[-11:]) for label, text in told(answer)[1]] == [
        ("Orrin Yard", " ten years."),
        ("Varn Yard", "tee of two."),
    ]


@pytest.mark.parametrize(
    ("question", "boats"),
    [
        ("What costs less than 20 crowns an hour?", ["Heron", "Skua"]),
        ("Is there anything with a motor?", ["Tern and tender"]),
        ("Which boats are there without a motor?", ["Heron", "Skua"]),
        ("anything with a remark?", ["Tern and tender"]),
        ("What can I hire on a Sunday?", ["Heron", "Tern and tender"]),
    ],
)
def test_the_rows_that_are_as_asked_are_listed(
    quay: Assistant, question: str, boats: list[str]
) -> None:
    answer = quay.ask(question)
    assert answer.shape == "list"
    assert [s.citations[0].quote.split("|")[1].strip() for s in answer.statements] == boats


@pytest.mark.parametrize(
    ("question", "row"),
    [
        (
            "What discount do I get after 4 years of membership?",
            "[Years of membership] 2 to 5 | [Discount] 10 per cent",
        ),
        (
            "I have been a member for 9 years. What is my discount?",
            "[Years of membership] 6 or more | [Discount] 25 per cent",
        ),
    ],
)
def test_a_question_for_a_number_is_answered_by_the_row_of_its_range(
    quay: Assistant, question: str, row: str
) -> None:
    answer = quay.ask(question)
    assert [s.text for s in answer.statements] == [row]


def test_rows_are_not_listed_for_what_no_column_tells(quay: Assistant) -> None:
    answer = quay.ask("Which boats with a lavatory cost less than 20 crowns?")
    items = [s.text for s in answer.statements if s.kind == "item"]
    assert (answer.outcome == "answered", items) == (False, [])


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        ("6 to 15", 6, 15),
        ("from 10 years", 10, float("inf")),
        ("up to 30 kg", float("-inf"), 30),
        ("65+", 65, float("inf")),
        ("Mon - Thu", 0, 3),
    ],
)
def test_a_cell_that_is_a_range_is_read(cell: str, low: float, high: float) -> None:
    found = range_of(cell)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("cell", ["Heron", "12 kg", "9 to 5 club"])
def test_a_cell_that_is_none_is_not(cell: str) -> None:
    assert range_of(cell) is None


@pytest.mark.parametrize(
    ("cell", "unit", "value"),
    [
        ("250 g", "kg", 0.25),
        ("45 minutes", "h", 0.75),
        ("2 kg", "g", 2000.0),
        ("24 florins a bed", "florin", 24.0),
        ("26.00", "pound", 26.0),
        ("free", "pound", 0.0),
        ("4 pounds", "week", None),
        ("4 to 5 pounds", "pound", None),
    ],
)
def test_a_cell_is_measured_in_the_unit_that_is_asked_for(
    cell: str, unit: str, value: float | None
) -> None:
    assert value_of(cell, unit) == value

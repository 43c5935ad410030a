"""Rows whose name stands behind a number, under columns called as programs call them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.records import name_columns, read_tables

SHEET = """ref,model,kind,seats,price_eur,weight_kg,built_since,note
K1,Otter Mark 2,kayak,1,650,21.5,2014,good for rivers
K2,Otter Pair,kayak,2,990,33.0,2018,two seats with backs
K3,Heron,canoe,3,1240,38.5,2016,new paint since 2020
K4,Heron Junior,canoe,2,870,27.0,2019,for schools and clubs
K5,Pelican,raft,6,2100,52.0,2021,needs a trailer
K6,Spare paddle,accessory,,45,1.1,2012,fits Otter Mark 2 and Otter Pair
"""
MARKDOWN = """# Lamps

| No. | Lamp | Kind | Price in crowns | Weight in kg |
|---|---|---|---|---|
| 7 | Aster | desk lamp | 40 | 1.2 |
| 8 | Aster Long | floor lamp | 95 | 4.8 |
| 9 | Brack | desk lamp | 52 | 1.9 |
"""


@pytest.fixture(scope="module")
def hire(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("hire")
    (folder / "documents").mkdir()
    (folder / "documents" / "boats.csv").write_text(SHEET, encoding="utf-8")
    (folder / "documents" / "lamps.md").write_text(MARKDOWN, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


def models(assistant: Assistant, question: str) -> list[str]:
    """The second cell of each row that is shown, and the whole text of what is none."""
    texts = [s.text for s in assistant.ask(question).statements]
    return [t.split("; ")[1].removeprefix("model: ") if "; " in t else t for t in texts]


def test_names_stand_in_the_first_column_and_in_those_that_tell_rows_apart(
    hire: Assistant, tmp_path: Path
) -> None:
    (boats,) = read_tables(hire.index.chunks("boats.csv"))
    (lamps,) = read_tables(hire.index.chunks("lamps.md"))
    assert (name_columns(boats), name_columns(lamps)) == (
        ("ref", "model", "note"),
        ("No.", "Lamp"),
    )


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Heron vs Pelican: price and weight", ["Heron", "Pelican"]),
        ("Compare the Heron and the Pelican by price and weight", ["Heron", "Pelican"]),
        ("Compare Otter Mark 2 and Otter Pair by price and weight", ["Otter Mark 2", "Otter Pair"]),
    ],
)
def test_what_is_compared_is_found_behind_the_number(
    hire: Assistant, question: str, rows: list[str]
) -> None:
    answer = hire.ask(question)
    assert ([s.label for s in answer.statements], models(hire, question)) == (rows, rows)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("What does the Heron weigh?", ["Heron"]),
        ("What does the Heron Junior cost?", ["Heron Junior"]),
        ("What is the price and the weight of the Heron?", ["Heron"]),
        ("How much does the Heron cost, and what does it weigh?", ["Heron"]),
        ("What is the price of the Pelican and when was it first built?", ["Pelican"]),
        (
            "How much does the Heron cost, and who designed it?",
            ["Heron", "I did not find an answer to this part: “who designed it”."],
        ),
    ],
)
def test_the_row_of_the_very_name_answers_all_parts_that_its_columns_hold(
    hire: Assistant, question: str, rows: list[str]
) -> None:
    assert models(hire, question) == rows


def test_a_row_of_markdown_is_shown_with_its_name_and_what_is_asked_in_focus(
    hire: Assistant,
) -> None:
    (row,) = hire.ask("What does the Aster weigh?").statements
    assert row.text == "[No.] 7 | [Lamp] Aster ... [Weight in kg] 1.2"
    assert row.focus is not None
    assert row.text[slice(*row.focus)] == "1.2"


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("List all canoes with their prices", ["Heron", "Heron Junior"]),
        ("List all kayaks", ["Otter Mark 2", "Otter Pair"]),
        (
            "List all desk lamps with their weight",
            [
                "[No.] 7 | [Lamp] Aster ... [Weight in kg] 1.2",
                "[No.] 9 | [Lamp] Brack ... [Weight in kg] 1.9",
            ],
        ),
    ],
)
def test_rows_of_a_kind_are_listed_by_the_cell_that_says_it(
    hire: Assistant, question: str, rows: list[str]
) -> None:
    assert models(hire, question) == rows


def test_what_no_column_tells_is_not_listed_by_kind(hire: Assistant) -> None:
    assert hire.ask("List all canoes with a sail").outcome == "not_answered"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Is the Pelican heavier than the Heron?", "Yes: 52.0 against 38.5."),
        ("Which is heavier, the Heron or the Pelican?", "Pelican: 52.0 against 38.5."),
    ],
)
def test_rows_are_set_against_each_other_by_the_column_asked_for(
    hire: Assistant, question: str, verdict: str
) -> None:
    assert hire.ask(question).statements[0].text == verdict


def test_no_verdict_rests_on_a_column_that_is_not_asked_for(hire: Assistant) -> None:
    assert "against" not in hire.ask("Is the Heron older than the Pelican?").text

"""Minutes and a list of staff: who is who, and nothing that only looks like an answer."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.forms import read_form
from assistant.question import read_question

MINUTES = """Minutes of the ferry board
12 May 1931

Present: Ada Moss (chair), Bill Kerr, Dora Falk
Apologies: Emil Strand

1. Slip
The slip leaks. Bill Kerr got three offers. The lowest came from Hale and Sons at 400 crowns.

2. Any other business
The regatta brought in 86 crowns.

Actions
- Bill Kerr: sign with Hale and Sons by 1 June
- Ada Moss: thank the helpers of the regatta
"""
CREW = """Name,Role,Telephone,Since
Una Hale,Captain,555 2001,1921-04-01
Ivo Tarn,Stoker,555 2002,1915-09-15
"""
PRESENT = "Present: Ada Moss (chair), Bill Kerr, Dora Falk Apologies: Emil Strand"


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("board")
    (folder / "documents").mkdir()
    for name, text in {"minutes.txt": MINUTES, "crew.csv": CREW}.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


def test_a_line_above_a_numbered_heading_announces_no_list(board: Assistant) -> None:
    answer = board.ask("Who is Emil Strand?")
    assert (answer.outcome, answer.statements[0].text) == ("answered", PRESENT)


def test_a_title_is_nobody_and_the_focus_counts_in_what_is_shown(board: Assistant) -> None:
    for question in ("Who chaired the board?", "Who must thank the helpers of the regatta?"):
        first = board.ask(question).statements[0]
        assert first.focus is not None
        assert first.text[slice(*first.focus)] == "Ada Moss"


def test_the_name_of_a_column_is_nobody(board: Assistant) -> None:
    first = board.ask("Who is the captain?").statements[0]
    assert first.focus is not None
    assert first.text[slice(*first.focus)] == "Una Hale"


def test_a_date_is_not_the_longest_of_anything(board: Assistant) -> None:
    answer = board.ask("Which since is the longest?")
    assert not any("“Since”" in s.text for s in answer.statements)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Which of the offers was the lowest?", "sentence"),
        ("Which of the offers were refused?", "list"),
        ("three duties of the board", "list"),
        ("two men were hurt: where?", "sentence"),
    ],
)
def test_one_of_several_is_no_list_and_so_many_of_something_is(question: str, kind: str) -> None:
    assert read_form(read_question(question)).kind == kind


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What is Ivo Tarn's phone number?", "555 2002"),
        ("phone number of the captain", "555 2001"),
        ("What is the role of Ivo Tarn?", "Stoker"),
    ],
)
def test_the_value_asked_for_of_a_row_of_a_sheet_stands_out_whole(
    board: Assistant, question: str, value: str
) -> None:
    (statement,) = board.ask(question).statements[:1]
    assert statement.text.startswith("Name: ")
    assert statement.focus is not None
    assert statement.text[slice(*statement.focus)] == value

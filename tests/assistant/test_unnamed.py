"""Two things compared that nobody named."""

from __future__ import annotations

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.sides import read_comparison

PRESS = """# The press at Orrum

Tilda Marsk has printed two almanacs. The Tide Almanac gives the hours of high water for a year.
The Frost Almanac is a primer for gardeners.

The press owns two cylinders: a small one of brass for labels, and a wide one of steel for maps.
"""


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("press")
    (folder / "documents").mkdir()
    (folder / "documents" / "press.md").write_text(PRESS, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


def rows(answer: Answer) -> list[tuple[str | None, str]]:
    assert (answer.outcome, answer.shape) == ("answered", "table")
    return [(statement.label, statement.text) for statement in answer.statements]


@pytest.mark.parametrize(
    ("text", "of_two"),
    [
        ("What is the difference between the two almanacs that she printed?", "almanacs"),
        ("How did the two printers differ in temper?", "printers"),
        ("compare the two cylinders", "cylinders"),
        ("What sets Marsk's two almanacs apart?", "almanacs"),
    ],
)
def test_two_things_without_names_are_compared(text: str, of_two: str) -> None:
    found = read_comparison(text)
    assert found is not None
    assert (found.sides, found.of_two) == ((), of_two)


@pytest.mark.parametrize(
    "text", ["What is the difference between the two?", "Who printed the two almanacs?"]
)
def test_two_that_are_not_compared_are_no_comparison(text: str) -> None:
    assert read_comparison(text) is None


def test_the_sentences_behind_the_one_that_says_there_are_two_are_its_rows(
    press: Assistant,
) -> None:
    question = "What is the difference between the two almanacs Tilda Marsk has printed?"
    assert rows(press.ask(question)) == [
        ("The Tide Almanac", "The Tide Almanac gives the hours of high water for a year."),
        ("The Frost Almanac", "The Frost Almanac is a primer for gardeners."),
    ]


def test_a_sentence_that_tells_of_both_is_a_row_of_both(press: Assistant) -> None:
    both = "The press owns two cylinders: a small one of brass for labels, and a wide one of steel"
    assert rows(press.ask("How do the two cylinders of the press differ?"))[0] == (
        "cylinders of the press",
        f"{both} for maps.",
    )

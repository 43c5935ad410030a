"""The most and the least of a table's rows, and sums that nobody computed."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.ordering import order_of

MARKETS = """# Eel market

The highest stall stands on the quay wall and sells smoked eel.

## Stalls

| Stall | Rent in crowns | Length | Opened |
|---|---|---|---|
| Heron | 1,140 | 4 m | 3 May 1921 |
| Otter | 980 | 6 m | 12 June 1919 |
| Perch | 1,310 | 4 m | March 1932 |

## Takings

| Month | Takings in crowns |
|---|---|
| May | 310 |
| June | 420 |
| Total | 730 |
"""
CATCH = "Boat,Port,Eels in kg\nTern,Osk,120\nSkua,Osk,95\nGannet,Varn,210\nFulmar,Varn,60\n"


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("market")
    (folder / "documents").mkdir()
    for name, text in {"market.md": MARKETS, "catch.csv": CATCH}.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


@pytest.mark.parametrize(
    ("question", "told", "focus"),
    [
        (
            "Which stall has the highest rent?",
            [
                "Highest “Rent in crowns” of 3 rows under “Stalls”:",
                "[Stall] Perch | [Rent in crowns] 1,310 ...",
            ],
            "Perch",
        ),
        (
            "What is the lowest rent?",
            [
                "Lowest “Rent in crowns” of 3 rows under “Stalls”:",
                "[Stall] Otter | [Rent in crowns] 980 ...",
            ],
            "980",
        ),
        (
            "Which stall is the longest?",
            ["Highest “Length” of 3 rows under “Stalls”:", "[Stall] Otter ... [Length] 6 m ..."],
            "Otter",
        ),
        (
            "which stall opened first",
            [
                "Earliest “Opened” of 3 rows under “Stalls”:",
                "[Stall] Otter ... [Opened] 12 June 1919",
            ],
            "Otter",
        ),
        (
            "Which boat caught the most eels?",
            [
                "Highest “Eels in kg” of 4 rows under “catch”:",
                "Boat: Gannet; Port: Varn; Eels in kg: 210.",
            ],
            "Gannet",
        ),
        (
            "Which boat of Osk caught the fewest eels?",
            [
                "Lowest “Eels in kg” of 2 rows under “catch”:",
                "Boat: Skua; Port: Osk; Eels in kg: 95.",
            ],
            "Skua",
        ),
        (
            "What are the total takings?",
            ["[Month] Total | [Takings in crowns] 730"],
            "730",
        ),
    ],
)
def test_the_row_with_the_most_or_the_least_is_named(
    market: Assistant, question: str, told: list[str], focus: str
) -> None:
    answer = market.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "sentence")
    assert [s.text for s in answer.statements] == told
    last = answer.statements[-1]
    assert last.focus is not None
    assert last.text[slice(*last.focus)] == focus


def test_all_rows_that_share_the_edge_are_named(market: Assistant) -> None:
    answer = market.ask("Which stall is the shortest?")
    shown = [s.text for s in answer.statements if s.kind == "sentence"]
    assert shown == ["[Stall] Heron ... [Length] 4 m ...", "[Stall] Perch ... [Length] 4 m ..."]


def test_a_mean_is_not_computed_and_its_rows_are_listed(market: Assistant) -> None:
    answer = market.ask("What is the average rent of a stall?")
    assert (answer.outcome, answer.shape) == ("answered", "list")
    assert answer.statements[0].text == (
        "Rows under “Stalls” that give “Rent in crowns”: 3; no average was computed."
    )
    assert [s.text for s in answer.statements[1:]] == [
        "[Stall] Heron | [Rent in crowns] 1,140 ...",
        "[Stall] Otter | [Rent in crowns] 980 ...",
        "[Stall] Perch | [Rent in crowns] 1,310 ...",
    ]


def test_a_sentence_that_says_it_goes_before_the_rows(market: Assistant) -> None:
    answer = market.ask("What does the highest stall sell?")
    assert answer.statements[0].text == (
        "The highest stall stands on the quay wall and sells smoked eel."
    )


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("980", "1,140"),
        ("9.5 m", "12 m"),
        ("12 June 1919", "3 May 1921"),
        ("1919-06-12", "1919-11-01"),
        ("March 1921", "2 April 1921"),
        ("€ 2", "€ 10"),
    ],
)
def test_cells_of_one_kind_are_ordered(less: str, more: str) -> None:
    one, other = order_of(less), order_of(more)
    assert one is not None
    assert other is not None
    assert (one.unit == other.unit, one.key < other.key) == (True, True)


@pytest.mark.parametrize("cell", ["", "Heron", "555 0101", "4 m by 6 m", "none"])
def test_what_holds_no_one_measure_has_no_order(cell: str) -> None:
    assert order_of(cell) is None

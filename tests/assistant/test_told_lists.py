"""Lists that running text tells, below a heading or behind an opening, and rows of a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.lodge import open_lodge


@pytest.fixture(scope="module")
def lodge(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    path: Path = tmp_path_factory.mktemp("lodge")
    return open_lodge(path)


def items(assistant: Assistant, question: str) -> list[str]:
    answer = assistant.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "list")
    return [s.text for s in answer.statements if s.kind == "item"]


LARCH, GENTIAN = "[Room] Larch", "[Room] Gentian"


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        (
            "Which rooms have two beds?",
            ["[Room] Larch | [Beds] 2 ...", "[Room] Sorrel | [Beds] 2 ..."],
        ),
        (
            "Which rooms have a stove?",
            [f"{LARCH} ... [Heating] stove", f"{GENTIAN} ... [Heating] stove"],
        ),
        (
            "Which rooms cost more than 100 euros?",
            [
                "[Room] Juniper ... [Price per night] 120 euros ...",
                "[Room] Gentian ... [Price per night] 150 euros ...",
            ],
        ),
        ("Which rooms face the forest?", [f"{GENTIAN} ... [View] forest ..."]),
    ],
)
def test_the_rows_that_are_as_the_question_says_are_listed(
    lodge: Assistant, question: str, rows: list[str]
) -> None:
    assert items(lodge, question) == rows


def test_what_no_row_has_lists_no_rows(lodge: Assistant) -> None:
    answer = lodge.ask("Name all rooms that have a minibar.")
    assert (answer.outcome, [s.kind for s in answer.statements]) == ("not_covered", ["frame"])


def test_a_short_section_below_a_heading_that_names_the_list_is_the_list(lodge: Assistant) -> None:
    assert items(lodge, "What are the house rules of Tarvin Lodge?") == [
        "Dogs may sleep in the hallway.",
        "Boots have to be left in the drying room.",
        "Nobody may smoke inside.",
    ]


def test_as_many_sentences_as_are_announced_are_the_list(lodge: Assistant) -> None:
    assert items(lodge, "What are the ways to get to the lodge?") == [
        "The cable car runs from Brem until nine.",
        "The old mule track takes two hours.",
        "Guests with luggage can book the jeep.",
    ]


def test_several_things_are_told_in_the_sentences_behind(lodge: Assistant) -> None:
    assert items(lodge, "What were the causes that brought the firm of Marl close to ruin?") == [
        "Offset printing took away the posters.",
        "The rent was doubled in 1974.",
        "The ferry line changed to a printer in Brue.",
    ]


def test_what_says_to_be_the_third_brings_the_two_before_it(lodge: Assistant) -> None:
    assert items(lodge, "What kinds of fault does the roller or the plate cause?") == [
        "A stuck roller tears the paper.",
        "A dry roller leaves it grey.",
        "The third kind of fault, a bent plate, ruins the whole run.",
    ]


def test_a_list_that_is_announced_of_something_else_refuses_nothing(lodge: Assistant) -> None:
    answer = lodge.ask("What offers were there for the lift?")
    assert answer.outcome == "answered"
    assert "Two offers for the lift were read" in answer.text


def rows(assistant: Assistant, question: str) -> list[tuple[str | None, str]]:
    answer = assistant.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "table")
    return [(s.label, s.text) for s in answer.statements]


def test_a_table_with_the_sides_for_columns_is_read_across(lodge: Assistant) -> None:
    assert rows(lodge, "copper vs iron: cost and scale") == [
        ("Copper and Iron", "Cost of one metre | [Copper] 310 marks | [Iron] 120 marks"),
        ("Copper and Iron", "Scale after a year | [Copper] 42 grams | [Iron] 29 grams"),
    ]


def test_a_side_is_found_by_what_sets_it_apart_below_a_heading_with_the_rest(
    lodge: Assistant,
) -> None:
    assert rows(lodge, "First and second trial of the boiler in 1960, side by side") == [
        ("First trial of the boiler", "The first trial of the boiler failed after nine hours."),
        ("second trial of the boiler", "The second trial lasted for three days."),
    ]


def test_a_comparison_with_what_occurs_nowhere_is_refused_by_its_name(lodge: Assistant) -> None:
    answer = lodge.ask("What is the difference between copper and zirconium?")
    assert (answer.outcome, answer.text) == (
        "not_covered",
        "I did not find this: “zirconium”, or a close spelling, occurs in none of 5 documents.",
    )


def test_names_that_say_what_they_are_of_are_listed_once_each(lodge: Assistant) -> None:
    assert items(lodge, "Name all the hurricanes and storms that struck Port Essel.") == [
        "Hurricane Ines tore the roof off the market of Port Essel.",
        "Two years later Hurricane Otto flooded the lower town.",
        "The Tropical Storm Vera brought nothing but rain.",
    ]


def test_best_sentences_that_count_themselves_are_a_list_though_none_is_asked_for(
    lodge: Assistant,
) -> None:
    assert items(lodge, "What did it bring to have a shared store?") == [
        "One advantage of the shared store was that parts could be lent.",
        "Another advantage was that the stokers could change places.",
        "A third advantage was a single bill.",
    ]


def test_what_is_only_mentioned_is_no_part_of_a_request(lodge: Assistant) -> None:
    asked = items(lodge, "List the house rules of Tarvin Lodge that are mentioned in these papers")
    assert asked == items(lodge, "List the house rules of Tarvin Lodge")

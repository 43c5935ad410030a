"""One thing asked of two that stand on both sides of a word that opposes, or behind an opening."""

from __future__ import annotations

import pytest

from assistant.sides import read_comparison


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Tin mines: how much ore was dug in 1910 as against 1905?",
            (
                "how much ore was dug in 1910 (Tin mines)",
                "how much ore was dug in 1905 (Tin mines)",
            ),
        ),
        (
            "what did the mill earn in 1900 as against the year before",
            ("what did the mill earn in 1900", "what did the mill earn in year before"),
        ),
        (
            "what discount do schools get compared to pensioners",
            ("what discount do schools get", "what discount do pensioners get"),
        ),
        (
            "what happens if the seal is sound as opposed to cracked",
            ("what happens if the seal is sound", "what happens if the seal is cracked"),
        ),
        (
            "the role of oak against the role of ash in building",
            ("the role of oak in building", "the role of ash in building"),
        ),
        (
            "oak table against pine table at the shop",
            ("oak table at the shop", "pine table at the shop"),
        ),
        ("oak and ash, difference in how they burn", ("how oak burn", "how ash burn")),
        ("oak and ash, weights", ("the weights of oak", "the weights of ash")),
        ("what speaks for oak, what for ash?", ("what speaks for oak", "what speaks for ash")),
        ("how heavy is oak and how heavy is ash", ("how heavy is oak", "how heavy is ash")),
        ("price comparison oak and ash", ("the price of oak", "the price of ash")),
        ("Oak or ash: whose is their bark?", ("whose is Oak's bark", "whose is ash's bark")),
    ],
)
def test_one_thing_is_asked_of_two_set_against_each_other(
    text: str, asked: tuple[str, ...]
) -> None:
    comparison = read_comparison(text)
    assert comparison is not None
    assert comparison.questions == asked


@pytest.mark.parametrize(
    "text",
    [
        "Going to visit Dorran or Pell: how do they differ in price and depth?",
        "i'm torn between Dorran and Pell: price and depth",
        "show me a table of Dorran and Pell with price and depth",
        "Dorran and Pell, what is the difference in price and depth?",
        "Dorran or Pell, price and depth?",
    ],
)
def test_two_things_are_found_behind_what_their_asker_is_about_to_do(text: str) -> None:
    comparison = read_comparison(text)
    assert comparison is not None
    assert comparison.sides == ("Dorran", "Pell")
    assert comparison.questions == ("the price of Dorran", "the price of Pell")
    assert comparison.further == (("the depth of Dorran", "the depth of Pell"),)


def test_adjectives_share_the_noun_behind_the_last() -> None:
    comparison = read_comparison("adult and child fares next to each other please")
    assert comparison is not None
    assert comparison.sides == ("adult fares", "child fares")


def test_two_that_nobody_named_may_be_wished_side_by_side() -> None:
    comparison = read_comparison("the two offers for the pump side by side please, price")
    assert comparison is not None
    assert comparison.of_two == "offers for the pump"


@pytest.mark.parametrize(
    "text",
    [
        "How much higher was the toll in 1900 compared to 1890?",
        "How many more were sold compared to last year?",
        "Is oak dear compared to ash?",
        "What did the council vote against in May?",
        "How big is the mill compared to the others?",
        "How many points did the Reds score in the last minutes of the game versus Pell?",
        "What about Ada Quill, what made her stay in the end?",
        "What is oak and what is it for?",
    ],
)
def test_what_is_not_asked_of_two_is_no_comparison(text: str) -> None:
    assert read_comparison(text) is None

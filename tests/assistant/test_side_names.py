"""Names of sides that are told apart from what is asked by what stands in the documents."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.comparison import Comparison
from assistant.side_names import split_names

KNOWN = set("oak ash Elm Yew mate cook round square tanners".split()) | {
    "second mate",
    "round tower",
}


def is_known(words: Sequence[str]) -> bool:
    return " ".join(words) in KNOWN


@pytest.mark.parametrize(
    ("sides", "found"),
    [
        (
            ("heat loss oak", "ash"),
            Comparison(("oak", "ash"), ("the heat loss of oak", "the heat loss of ash")),
        ),
        (
            ("pay second mate", "cook"),
            Comparison(("second mate", "cook"), ("the pay of second mate", "the pay of cook")),
        ),
        (
            ("oak", "ash price"),
            Comparison(("oak", "ash"), ("the price of oak", "the price of ash")),
        ),
        (("oak", "ash in winter"), Comparison(("oak", "ash"), ("oak in winter", "ash in winter"))),
        (
            ("oak training", "ash training"),
            Comparison(("oak", "ash"), ("the training of oak", "the training of ash")),
        ),
        (
            ("heat loss Elm", "Yew"),
            Comparison(("Elm", "Yew"), ("the heat loss of Elm", "the heat loss of Yew")),
        ),
        (("round", "square tower"), Comparison(("round tower", "square tower"))),
        (("second mate", "cook"), Comparison(("second mate", "cook"))),
        (("Heat loss Oak", "Ash"), Comparison(("Heat loss Oak", "Ash"))),
    ],
)
def test_a_name_ends_where_what_is_known_ends(sides: tuple[str, str], found: Comparison) -> None:
    assert split_names(Comparison(sides), is_known) == found


def test_what_was_asked_already_is_asked_of_the_shorter_names() -> None:
    asked = Comparison(("pay second mate", "cook"), ("days of pay second mate", "days of cook"))
    assert split_names(asked, is_known) == Comparison(
        ("second mate", "cook"), ("days of second mate pay", "days of cook pay")
    )

"""Short forms that a text spells out."""

from __future__ import annotations

import pytest

from assistant.abbreviations import Abbreviation, applicable, find_abbreviations

FUND = Abbreviation("MRF", "Miners' Relief Fund")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Miners' Relief Fund (MRF) paid.", [FUND]),
        ("The MRF (Miners' Relief Fund) paid.", [FUND]),
        (
            "Rights to intellectual property (IP) vary.",
            [Abbreviation("IP", "intellectual property")],
        ),
        (
            "Public-private partnerships (PPPs) grew.",
            [Abbreviation("PPPs", "Public-private partnerships")],
        ),
        ("The pier (see Oak) stands.", []),
        ("The fund (MRF) paid.", []),
        ("It closed (in 1950).", []),
        ("(", []),
    ],
)
def test_a_short_form_is_known_where_its_letters_open_the_words_before_it(
    text: str, found: list[Abbreviation]
) -> None:
    assert list(find_abbreviations(text)) == found


def test_only_short_forms_that_the_question_holds_apply() -> None:
    assert applicable([FUND], FUND.short_terms) == (FUND,)
    assert applicable([FUND], FUND.long_terms | {"crane"}) == (FUND,)
    assert applicable([FUND], {"fund"}) == ()

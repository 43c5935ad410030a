"""What a sentence may change of the one it is made from, and what it may not."""

from __future__ import annotations

import pytest

from assistant.support.edits import is_edited
from assistant.support.evidence import Evidence
from assistant.support.spelling import signs

MILL = "The old mill, the work of Ann Orr, was sold in 1934 (for 900 marks) and burned in 1950."
FERRY = "In winter the ferry sails twice a day; the fare is 11 euros."


def evidence(text: str, before: str = "", above: str = "The mill of Orr") -> Evidence:
    """A sentence of running text, with the one that its pronoun may go back to."""
    return Evidence(None, 0, text, text, before, above, bool(before))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("The old mill was sold in 1934 and burned in 1950.", MILL),  # aside, bracket
        ("The old mill, the work of Ann Orr, was sold in 1934 (for 900 marks).", MILL),  # the end
        ("In winter, the ferry sails twice a day; the fare is eleven euros.", FERRY),
        ("In winter the ferry sails twice a day.", FERRY),  # a sentence of its own
        ("The quay isn't lit.", "The quay is not lit."),
        ("It stands 12 meters from the harbor.", "It stands 12 metres from the harbour."),
        ("About 30 percent of it is clay.", "Approximately 30 % of it is clay."),
        ("It has a lake and wood, and a barn.", "It has a lake and a wood and a barn."),
        ("It is free for pupils and children.", "It is free for pupils and for children."),
        ("The light went out.", "Moreover, the light went out."),
        ("Walkers missed fewer days.", "Walkers, however, missed fewer days."),
        ("Ann Lorne kept the light.", "Ann Lorne, who was born in Kell, kept the light."),
        ("Ann kept the light till 1950.", "Ann kept the light until 1950."),
        ("Ann kept the light.", "Ann kept the light, with her son."),
        ("The slate covers roofs.", "The slate is the thinnest and covers roofs."),
        ("The slate is thin.", "The slate is thin and covers roofs."),
    ],
)
def test_a_harmless_change_has_a_name(claim: str, source: str) -> None:
    assert is_edited(claim, evidence(source))


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Luka will sing.", "Should Petar be hoarse, Luka will sing."),  # a condition
        (
            "The ferrets bit a keeper.",
            "The ferrets bit a keeper, magistrates heard.",
        ),  # who says so
        (
            "The old one is valid.",
            "The number changes; the old one is valid.",
        ),  # what it stands for
        ("Three are over sixty.", "Three of them are over sixty."),
        ("The mill made flour.", "The mill makes flour."),
        ("May food go in.", "May food go in?"),
        ("A boat is the winner.", "The winner is a boat."),
        ("Few boats came.", "A few boats came."),
        ("The toll is 4 cedis the month.", "The toll is 4 cedis a month."),
        ("It is the cause of rust.", "It is a cause of rust."),
        ("All boats leak.", "All the boats leak."),
        ("Boats leak.", "The boats leak."),
        ("Shops close at six.", "Shops, in winter, close at six."),
        ("Children pay half.", "Children, unless they are guests, pay half."),
        ("Dogs are welcome.", "Dogs are welcome; they must be on a lead."),
        ("Dogs are welcome.", "Dogs are welcome, except in the hall."),
        ("Few sing.", "Few sing and dance."),
        ("No visitor pays.", "No visitor pays and stays."),
        ("Men who drive pay.", "Men who drink and drive pay."),
        ("The path joins Orr.", "The path joins both Orr and Kell."),
        ("The pass costs £5.", "The pass costs €5."),
        ("It was 5 degrees.", "It was -5 degrees."),
        ("The lake, and the wood are old.", "The lake by the wood is old."),
        ("The dam, Ben's work, broke.", "The dam, Ben's, work broke."),
        ("He told it to Ann Ben and Carl.", "He told it to Ann, Ben and Carl."),
        ("Lines the and B close.", "Lines A and B close."),
        ("It is safe.", "“It is safe.”"),
    ],
)
def test_any_other_change_has_none(claim: str, source: str) -> None:
    assert not is_edited(claim, evidence(source))


def test_a_pronoun_is_told_by_the_subject_before_it_and_by_nothing_else() -> None:
    said, before = "It was closed in 1950.", "The fund of Orr paid for coffins."
    for claim in ("The fund of Orr was closed in 1950.", "Fund of Orr was closed in 1950."):
        assert is_edited(claim, evidence(said, before))
    for claim in ("Orr was closed in 1950.", "The mill of Orr was closed in 1950."):
        assert not is_edited(claim, evidence(said, before))
    assert is_edited("The mill of Orr was closed in 1950.", evidence(said))
    assert not is_edited(
        "The mills of Orr was closed.", evidence("It was closed.", "", "The mills")
    )
    assert not is_edited("The fund fell.", evidence("He fell.", "The fund paid."))


def test_signs_are_what_words_do_not_tell() -> None:
    assert signs("It cost £1,500 or 2.5 % more, at -5 °C.") == ["£", "1,500", "2.5", "%", "-", "°"]
    assert signs("A well-known 2-door car, 5 May.") == []

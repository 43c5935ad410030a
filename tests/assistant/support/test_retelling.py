"""Whether a sentence only retells another: by what it departs from it."""

from __future__ import annotations

import pytest

from assistant.support.evidence import read_evidence
from assistant.support.retelling import departures
from tests.assistant.passages import passage

TICKET = "A ticket for Tolm costs 6 crowns for adults and 2 crowns for children."
WIN = "The Marlins beat the Otters in the final, 20-18, although the keeper was ill."
FUND = (
    "The Reef Fund, a rival of the Tide Fund, which pays divers, is an example of public support."
)
KEEPER = "The last keeper, Maud Ferrier, left the station on 30 September 1987."
PLAN = "The plan of Ann Lorne and Per Holt is to find coal and to sell coal."
NEEDS = "Clear deeds are needed to guard the rights of each heir and to settle a quarrel."
VISITS = "Some visitors must pay if they come by boat."
REPORT = "Critics say that the bridge was probably closed by the council."


def of(claim: str, *said: str) -> tuple[str, ...]:
    """By what ``claim`` departs from the last of the sentences ``said``."""
    return departures(claim, read_evidence([passage(*said)])[-1])


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        (TICKET, TICKET),
        (TICKET, "The ticket for Tolm costs 6 crowns for adults."),
        (WIN, "The Marlins beat the Otters in the final."),
        (FUND, "The Reef Fund is an example of public support."),
        (KEEPER, "The last keeper was Maud Ferrier, who left the station on 30 September 1987."),
        (KEEPER, "On 30 September 1987, the last keeper left the station."),
        (PLAN, "The plan of Ann Lorne and Per Holt is to find coal and sell coal."),
        (NEEDS, "Clear deeds are needed to guard the rights of each heir and settle a quarrel."),
        (VISITS, "Some visitors must pay if they come by boat."),
        (REPORT, "Critics say that the bridge was probably closed."),
        ("The article says that the reef grew.", "The reef grew."),
        ("The chair of the guild is Ann Lorne.", "Ann Lorne is the chair of the guild."),
        ("The ships carried coal and were sold in 1901.", "The ships were sold in 1901."),
    ],
)
def test_a_retelling_departs_by_nothing(said: str, claim: str) -> None:
    assert of(claim, said) == ()


@pytest.mark.parametrize(
    ("said", "claim", "reason"),
    [
        (TICKET, "A ticket for Tolm costs 6 crowns for children.", "it leaves out “crowns”"),
        (TICKET, "The ticket for children is 6 crowns.", "it tells it in another order"),
        (TICKET, "A ticket for Tolm costs only 6 crowns.", "it adds “only”"),
        (TICKET, "A ticket for Tolm.", "it states nothing"),
        (TICKET, "6 crowns for adults", "it states nothing"),
        (WIN, "The Otters beat the Marlins in the final.", "it tells it in another order"),
        (WIN, "The Marlins did not beat the Otters.", "it adds “not”"),
        (WIN, "The Marlins beat the Otters because the keeper was ill.", "it adds “because”"),
        (WIN, "The Marlins crushed the Otters in the final.", "it brings in “crushed”"),
        (WIN, "They beat the Otters in the final.", "it adds “they”"),
        (WIN, "You beat the Otters in the final.", "it adds “you”"),
        (FUND, "The Reef Fund pays divers.", "it leaves out “fund”"),
        (FUND, "The Reef Fund is about public support.", "it changes “of”"),
        (FUND, "The Reef Fund is public support.", "it changes “of”"),
        (KEEPER, "The keeper was the station.", "it adds “was”"),
        (PLAN, "Ann Lorne and Per Holt sell coal.", "it leaves out what “of” goes with"),
        (VISITS, "Visitors must pay.", "it leaves out “some”"),
        (VISITS, "Some visitors pay if they come by boat.", "it leaves out “must”"),
        (VISITS, "Some visitors must pay.", "it leaves out “if”"),
        (REPORT, "The bridge was closed by the council.", "it leaves out “probably”"),
        (REPORT, "The bridge was probably closed by the council.", "it leaves out “say”"),
        (REPORT, "Critics say that the bridge is probably closed.", "it tells “was” as “is”"),
        ("The ship was bought by Acme.", "The ship bought Acme.", "it changes “by”"),
        ("It rose by more than 40 crowns.", "It rose by 40 crowns.", "it leaves out “more”"),
        ("No crane was lost in the storm.", "A crane was lost in the storm.", "it leaves out “no”"),
        ("A guild of divers has it.", "Divers have it.", "it leaves out what “of” goes with"),
        ("Coal firms that dig for Acme pay well.", "Coal firms dig.", "it leaves out “that”"),
        ("No visitor under 12 may pay.", "No visitor may pay.", "it leaves out “12”"),
        ("Ask if you want two days in a row.", "Ask if you want two days.", "it leaves out “in”"),
        ("Tolm is the tallest hut on Varrow.", "Tolm is the tallest hut.", "it leaves out “on”"),
        ("Coal is heavier than peat.", "Coal is heavier.", "it leaves out “than”"),
        ("Good firms are paid well.", "Firms are paid well.", "it leaves out “good”"),
        ("Heirs of Lee and Holt are rich.", "Holt is rich.", "it leaves out what “and” joins"),
        ("Peat is coal that is young.", "What peat is coal.", "it adds “what”"),
        ("Lee may enter, to read it.", "Lee may enter.", "it leaves out “to”"),
        (
            "Your code changes in May; the old one can be used until June.",
            "The old one can be used until June.",
            "it leaves out what “one” stands for",
        ),
        ("Dogs broke the gate, jurors heard.", "Dogs broke the gate.", "it leaves out “heard”"),
        ("The ice, Lee warned, was thin.", "The ice was thin.", "it leaves out “warned”"),
        ("Is the bin shut?", "The bin is shut.", "it tells a question as a statement"),
        ("The universe is old.", "The university is old.", "it brings in “university”"),
    ],
)  # fmt: skip
def test_each_departure_is_named(said: str, claim: str, reason: str) -> None:
    assert reason in of(claim, said)


@pytest.mark.parametrize(
    ("said", "claim", "reason"),
    [
        (
            TICKET,
            "A ticket for Tolm costs 6 crowns.",
            "it leaves out “for”",
        ),
        (
            TICKET,
            "A ticket costs 6 crowns for adults.",
            "it leaves out “tolm”",
        ),
        (
            "On Sundays entry is free.",
            "Entry is free.",
            "it leaves out “sundays”",
        ),
        (
            "Entry is free on Sundays.",
            "Entry is free.",
            "it leaves out “on”",
        ),
        (
            "When it rains, the pier is shut.",
            "The pier is shut.",
            "it leaves out “when”",
        ),
        (
            "Visits to the doctor are free.",
            "Visits are free.",
            "it leaves out “doctor”",
        ),
        (
            "Visits with company cars are free.",
            "Visits with cars are free.",
            "it leaves out “company”",
        ),
        (
            "The cat, however, could come twice, whereas the dog was fed.",
            "The cat was fed.",
            "it leaves out “could”",
        ),
        (
            "Tar is paid in full, oil at 80 per cent.",
            "Tar is paid at 80 per cent.",
            "it leaves out “full”",
        ),
        (
            "It need not be drawn, but the rudder has to be lowered.",
            "The rudder does not have to be lowered.",
            "it adds “not”",
        ),
        (
            "Should Lee still be hoarse, Holt will sing the solo.",
            "Holt will sing the solo.",
            "it leaves out “lee”",
        ),
        (
            "The project makes serum in plants.",
            "The project made serum in plants.",
            "it tells “makes” as “made”",
        ),
        (
            "The pact of Lee and Holt is an example of trade.",
            "The example of trade is the pact of Lee and Holt.",
            "it tells it in another order",
        ),
        (
            "Ice is cut from above, never from below.",
            "Ice is cut from below.",
            "it adds “from”",
        ),
        (
            "The mint, which used to be open, is shut.",
            "The mint is open.",
            "it leaves out “used”",
        ),
        (
            "Duration tells how strongly the price reacts.",
            "Duration tells the price.",
            "it leaves out “how”",
        ),
        (
            "Lifts take 70 seconds.",
            "Lifts take seconds.",
            "it leaves out “70”",
        ),
        (
            "Shoes are left, and women, once barred, have come.",
            "Shoes are left, have come.",
            "it leaves out “and”",
        ),
        (
            "Nests, where snakes are common, hang high.",
            "Snakes are common, hang high.",
            "it leaves out what “where” goes with",
        ),
        (
            "It pays a sum, which is kept in trust.",
            "It pays a sum, is kept in trust.",
            "it leaves out “which”",
        ),
        (
            "It counts, but only if it is entered.",
            "It counts, if it is entered.",
            "it leaves out “only”",
        ),
    ],
)
def test_what_limits_a_statement_or_belongs_to_another_is_not_left_out(
    said: str, claim: str, reason: str
) -> None:
    assert reason in of(claim, said)


@pytest.mark.parametrize(
    ("said", "claim", "reason"),
    [
        (
            "The fee is 12 percent above that of a loan and below that of a grant.",
            "The fee is 12 percent below that of a loan.",
            "it adds “below”",
        ),
        (
            "The up line had the coal and the down line had the milk.",
            "The down line had the coal and the up line had the milk.",
            "it adds “down”",
        ),
        (
            "The box stands on the down line, the sheds stand on the up line.",
            "The box stands on the up line.",
            "it adds “up”",
        ),
        (
            "The tide comes in at six and goes out at noon.",
            "The tide comes out at six.",
            "it adds “out”",
        ),
        (
            "The tide comes in at six and goes out at noon.",
            "The tide comes in at six and goes at noon.",
            "it leaves out “out”",
        ),
        (
            "The lamp is switched on at dusk and off at dawn.",
            "The lamp is switched off at dusk.",
            "it adds “off”",
        ),
        (
            "The path runs down from the chapel to the mill and up to the farm.",
            "The path runs up from the chapel to the mill.",
            "it adds “up”",
        ),
    ],
)
def test_a_word_of_direction_stays_between_the_same_two_words(
    said: str, claim: str, reason: str
) -> None:
    assert reason in of(claim, said)
    assert of(said, said) == ()


def test_a_subject_may_be_what_an_opening_pronoun_stands_for_and_nothing_else() -> None:
    before, said = "Maud Ferrier met Hanne Thorn at the pier.", "She left the station in 1987."
    assert of("Maud Ferrier left the station in 1987.", before, said) == ()
    assert of("Hanne Thorn left the station in 1987.", before, said) == (
        "it brings in “hanne”",
        "it brings in “thorn”",
    )
    lent = "She was lent by the Board, which owned two boats."
    assert of("Maud Ferrier owned two boats.", before, lent)[:2] == (
        "it brings in “maud”",
        "it brings in “ferrier”",
    )
    assert of("Maud Ferrier left in 1987.", before, "Someone left in 1987.") == (
        "it brings in “maud”",
        "it brings in “ferrier”",
        "it leaves out “someone”",
    )

from __future__ import annotations

import pytest

from assistant.support.polarity import denies, opposes, overstates


@pytest.mark.parametrize(
    ("claim", "evidence", "expected"),
    [
        ("Feld repaired the roof.", "Feld never repaired the roof.", True),
        ("Feld did not repair the roof.", "Feld repaired the roof.", True),
        ("Feld didn't repair the roof.", "Feld never repaired the roof.", False),
        ("Feld failed to repair the roof.", "Feld did not repair the roof.", False),
        ("The mill cannot be visited.", "The mill is closed to visitors.", False),
        ("The mill can be visited.", "The mill cannot be visited.", True),
        ("The wheel is unable to turn.", "The wheel is not able to turn.", False),
        ("He worked without pay.", "He worked for pay.", True),
        ("No mill is older.", "It is the oldest mill.", False),
        ("Not only Feld but Winter came.", "Feld and Winter came.", False),
        ("No roof was ever repaired.", "The roof was never repaired.", False),
        ("No mill burnt.", "The mill burnt.", True),
    ],
)
def test_no_and_yes_are_told_apart(claim: str, evidence: str, expected: bool) -> None:
    assert denies(claim, evidence) is expected


@pytest.mark.parametrize(
    ("claim", "evidence", "word"),
    [
        ("The water rose by the weir.", "The water fell by the weir.", "rose"),
        ("The water rose by the weir.", "The water rose by the weir.", ""),
        ("The mill opened before the flood.", "The mill opened after the flood.", "before"),
        ("The wheel was not large.", "The wheel was small.", ""),
        ("It is the oldest mill here.", "It is the newest mill here.", "oldest"),
        ("The plan was successful.", "The plan was unsuccessful.", "successful"),
        ("The miller praised hot bread.", "The cold miller sang.", ""),
    ],
)
def test_an_opposite_in_the_place_of_a_word_is_seen(claim: str, evidence: str, word: str) -> None:
    assert opposes(claim, evidence) == word


@pytest.mark.parametrize(
    ("claim", "evidence", "expected"),
    [
        ("It ground barley.", "It may have ground barley.", (1.0, 0.0, 0.0, 0.0)),
        ("It perhaps ground barley.", "It may have ground barley.", (0.0, 0.0, 0.0, 0.0)),
        ("It ground barley.", "It could grind barley.", (0.0, 1.0, 0.0, 0.0)),
        ("All wheels broke.", "Some wheels broke.", (0.0, 0.0, 1.0, 0.0)),
        ("Only Feld came.", "Feld came.", (0.0, 0.0, 0.0, 1.0)),
    ],
)
def test_a_claim_that_says_more_than_its_evidence_is_seen(
    claim: str, evidence: str, expected: tuple[float, ...]
) -> None:
    over = overstates(claim, evidence)
    assert (over.hedge, over.weak_hedge, over.universal, over.exclusive) == expected

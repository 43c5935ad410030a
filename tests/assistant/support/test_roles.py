from __future__ import annotations

import pytest

from assistant.support.binding import misplacement
from assistant.support.roles import swaps_roles

SOLD = "Anton Feld sold the mill to Klara Winter."


@pytest.mark.parametrize(
    ("claim", "evidence", "expected"),
    [
        ("Acme acquired Beta.", "Acme acquired Beta.", False),
        ("Beta acquired Acme.", "Acme acquired Beta.", True),
        ("Beta was acquired by Acme.", "Acme acquired Beta.", False),
        ("Acme was acquired by Beta.", "Acme acquired Beta.", True),
        ("Acme and Beta built it.", "Beta and Acme built it.", False),
        ("Acme bought Beta.", "Beta was purchased by Acme.", False),
        ("Feld beat Winter.", "Winter lost to Feld.", False),
        ("Ann is the chair of Acme.", "Acme is chaired by Ann.", False),
        ("Ann is the daughter of Beth.", "Beth is the daughter of Ann.", True),
    ],
)
def test_who_does_what_to_whom(claim: str, evidence: str, expected: bool) -> None:
    assert swaps_roles(claim, evidence) is expected


def test_names_that_changed_places_between_two_sentences_are_seen() -> None:
    said = ["Ann drew the plans of the mill.", "Bob laid the stones of the weir."]
    true = "Ann drew the mill's plans, and Bob laid the weir's stones."
    false = "Bob drew the mill's plans, and Ann laid the weir's stones."
    assert misplacement(true, said, said) == 0.0
    assert misplacement(false, said, said) > 0.75


def test_names_joined_by_and_have_no_places_to_change() -> None:
    said = ["Winter and Feld met."]
    assert misplacement("Feld and Winter met.", said, said) == 0.0

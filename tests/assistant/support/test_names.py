from __future__ import annotations

import pytest

from assistant.support.names import bearing, find_names, spelled_out, stands_for


@pytest.mark.parametrize(
    ("sentence", "text", "holds"),
    [
        ("The mill is of Feld.", "Anton Feld built it.", True),
        ("The mill is of Anton Feld.", "Anton Feld built it.", True),
        ("The mill is of Anton Winter.", "Anton Feld built it. Klara Winter came.", True),
        ("The mill is of Bruno Feld.", "Anton Feld built it.", False),
        ("The mill is of the OMA.", "The Ober Mill Association owns it.", True),
        ("The mill is of the OMA.", "The Lower Weir Club owns it.", False),
        ("The Ober Mill Association owns it.", "The OMA owns it.", True),
        ("It is in the United Kingdom.", "It stands in the UK.", True),
        ("He is from France.", "A French miller", True),
        ("It belongs to Ober Inc.", "Ober owns it.", True),
    ],
)
def test_a_name_is_held_by_its_other_forms(sentence: str, text: str, holds: bool) -> None:
    name = find_names(sentence)[-1]
    assert stands_for(name, bearing(text), bearing(text), spelled_out([text])) is holds


def test_a_full_name_may_stand_in_whole_further_off() -> None:
    name = find_names("The mill is of Anton Feld.")[-1]
    near, wide = bearing("Feld built it."), bearing("Anton Feld came. Feld built it.")
    assert stands_for(name, near, wide, ())
    assert not stands_for(name, near, near, ())


def test_short_forms_that_the_text_spells_out_stand_for_long_ones() -> None:
    text = "The Ober Mill Board (OMB) was founded."
    near = bearing("The OMB owns it.")
    for sentence in ("It is of the Ober Mill Board.", "It is of the Board."):
        (name,) = [n for n in find_names(sentence) if not n.opens]
        assert stands_for(name, near, bearing(text), spelled_out([text]))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Examples of mills are rare.", []),
        ("Building Ober Mill took long.", ["Ober Mill"]),
        ("Feld sold it.", ["Feld"]),
        ("Mills turn.", []),
        ("Although Feld left, it ran.", ["Feld"]),
        ("The U.S. mill burnt.", ["U.S."]),
    ],
)
def test_a_capital_that_opens_a_sentence_makes_no_name(sentence: str, expected: list[str]) -> None:
    assert [name.text for name in find_names(sentence) if not name.opens] == expected

from __future__ import annotations

import pytest

from assistant.support.amounts import find_amounts, holds_amount


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200 = 1 200 = 1.2 thousand", [1200.0, 1200.0, 1200.0]),
        ("three, twenty-one and one hundred and five", [3.0, 21.0, 105.0]),
        ("$3m, £2.5bn and 4 million people", [3e6, 2.5e9, 4e6]),
        ("half a million", [5e5]),
        ("5½ sacks, two-thirds of them", [5.5, 2 / 3]),
        ("COVID-19 and 23andMe hold no number", []),
        ("twice a dozen", [2.0, 12.0]),
        ("at 10:30", [630.0]),
        ("second and third; three and twelve", [2.0, 3.0, 3.0, 12.0]),
        ("a third and twice", [1 / 3, 2.0]),
    ],
)
def test_numbers_are_read_however_they_are_written(text: str, expected: list[float]) -> None:
    assert [amount.value for amount in find_amounts(text)] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("wanted", "given", "holds"),
    [
        ("1,200 sheep", "1 200 sheep", True),
        ("1,200 sheep", "1,300 sheep", False),
        ("three sheep", "3 sheep", True),
        ("the 3rd sheep", "the third sheep", True),
        ("the 3rd sheep", "three sheep", False),
        ("50 per cent", "half of them", True),
        ("50 per cent", "50 of them", False),
        ("about 1,200 sheep", "1,187 sheep", True),
        ("about 1,200 sheep", "1,000 sheep", False),
        ("over 1,000 sheep", "1,100 sheep", True),
        ("over 1,000 sheep", "900 sheep", False),
        ("11 km", "eleven kilometres", True),
        ("11 miles", "eleven kilometres", False),
        ("$5", "5 euros", False),
        ("half a year", "six months", True),
        ("two weeks", "14 days", True),
    ],
)
def test_a_number_is_held_by_the_same_number_of_the_same_unit(
    wanted: str, given: str, holds: bool
) -> None:
    assert holds_amount(find_amounts(wanted)[0], find_amounts(given)) is holds

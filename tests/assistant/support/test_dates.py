from __future__ import annotations

import pytest

from assistant.support.dates import find_dates, holds_date


@pytest.mark.parametrize(
    ("wanted", "given", "holds"),
    [
        ("4 May 1811", "on May 4, 1811", True),
        ("4 May 1811", "1811-05-04", True),
        ("May 1811", "the 4th of May 1811", True),
        ("1811", "on 4 May 1811", True),
        ("4 May 1811", "in May 1811", False),
        ("4 May 1811", "5 May 1811", False),
        ("4 May 1811", "4 June 1811", False),
        ("the 1810s", "in 1811", True),
        ("the early 1810s", "in 1818", False),
        ("the 19th century", "in 1811", True),
        ("the nineteenth century", "in the 19th century", True),
        ("in 1811", "in the 1810s", False),
        ("January 1906", "from January to April 1906", True),
        ("1872", "from 1870–72", True),
        ("on a Tuesday", "every Wednesday", False),
        ("300 BC", "AD 300", False),
    ],
)
def test_a_date_is_held_by_one_that_says_as_much(wanted: str, given: str, holds: bool) -> None:
    assert holds_date(find_dates(wanted)[0], find_dates(given)) is holds


def test_counted_things_are_no_years() -> None:
    assert find_dates("1800 people and 2000 metres; 1,851 sheep") == ()

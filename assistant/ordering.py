"""What a cell measures, as something that can be ordered: a number with its unit, or a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant import english
from assistant.verdicts import measures

_MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?")
_WORDED = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<month>{english.MONTHS})\.?"
    r"(?: (?P<later>\d{1,2})(?:st|nd|rd|th)?,?)?(?: (?P<year>\d{4}))"
)
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Order:
    """What comes before what: ``key`` of one unit can be compared."""

    key: tuple[float, ...]
    unit: str
    is_date: bool = False


@lru_cache(maxsize=20_000)
def order_of(cell: str) -> Order | None:
    """The one number of a cell with its unit, or its date; null where it holds neither alone.

    >>> order_of("1,140 m"), order_of("555 0101")
    (Order(key=(1140.0,), unit='m', is_date=False), None)
    >>> order_of("3 May 1921")
    Order(key=(1921, 5, 3), unit='date', is_date=True)
    """
    text = cell.strip().rstrip(".")
    if not text or len(text) > _LONGEST:
        return None
    date = _ISO.fullmatch(text) or _WORDED.fullmatch(text)
    if date is not None:
        return Order(_date_key(date), "date", is_date=True)
    found = list(measures(text))
    if len(found) != 1 or sum(c.isalpha() for c in text[: found[0].start]) > 3:
        return None
    value = found[0]
    is_year = not value.unit and re.fullmatch(r"1\d{3}|20\d\d", text) is not None
    return Order((value.value,), value.unit, is_date=is_year)


def _date_key(date: re.Match[str]) -> tuple[float, ...]:
    parts = date.groupdict()
    month = parts["month"].lower()[:3]
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    return int(parts["year"]), number, int(parts["day"] or parts.get("later") or 0)

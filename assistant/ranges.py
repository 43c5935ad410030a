"""What a row's first cell says it is for: a range of numbers, or of days: "10 or more"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant import english_beside as english
from assistant.matching import strength, term_set
from assistant.records import Record, Table
from assistant.verdicts import measures
from index.words import terms

_NEAR = 0.7
_N = r"(?P<{0}>\d+(?:,\d{{3}})*(?:\.\d+)?)"
_UNIT = r"(?:[a-z°%£$€²³]+\s+)?"
_LOW, _HIGH = _N.format("low"), _N.format("high")
_RANGES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:from |between )?{_LOW}\s*{_UNIT}(?:to|and|-|–|—|until)\s*{_HIGH}\b.*",
        rf"(?:up to(?: and including)?|at most|until|no more than|≤|<=)\s*{_HIGH}\b.*",
        rf"(?P<open>(?:fewer|less|under|below|younger|lower)(?: than)?|<)\s*{_HIGH}\b.*",
        rf"(?:from|at least|no (?:less|fewer) than|≥|>=)\s*{_LOW}\b.*",
        rf"(?P<over>(?:more|over|above|older|higher|longer)(?: than)?|>)\s*{_LOW}\b.*",
        rf"{_LOW}\s*{_UNIT}(?:or|and) (?:more|over|above|older|longer|higher|up).*",
        rf"{_LOW}\s*\+.*",
    )
)
_DAY = re.compile(rf"\b(?P<day>{'|'.join(d[:3] for d in english.DAYS)})[a-z]*\b", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|-|–|until|through)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``, both in it; ``of_days``: of the days of the week, from 0."""

    low: float
    high: float
    of_days: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A number with the term of what it counts, or a day of the week."""

    value: float
    unit: str
    of_day: bool = False


@lru_cache(maxsize=20_000)
def range_of(cell: str) -> Range | None:
    """The range that a cell stands for; null where it is none.

    >>> range_of("3 to 9"), range_of("10 or more").low, range_of("fewer than 3").high < 3
    (Range(low=3.0, high=9.0, of_days=False), 10.0, True)
    >>> range_of("Tuesday to Friday")
    Range(low=1.0, high=4.0, of_days=True)
    """
    text = cell.strip(" .")
    days = list(_DAY.finditer(text))
    if days and days[0].start() == 0 and len(days) <= 2:
        places = [_place(match) for match in days]
        if len(days) == 1:
            return Range(places[0], places[0], of_days=True)
        is_range = _TO.fullmatch(text[days[0].end() : days[1].start()])
        return Range(places[0], places[1], of_days=True) if is_range else None
    match = next((m for p in _RANGES if (m := p.fullmatch(text))), None)
    if match is None:
        return None
    parts = match.groupdict()
    low = _number(parts.get("low")) if parts.get("low") else -math.inf
    high = _number(parts.get("high")) if parts.get("high") else math.inf
    low = math.nextafter(low, math.inf) if parts.get("over") else low
    high = math.nextafter(high, -math.inf) if parts.get("open") else high
    return Range(low, high) if low <= high else None


def points_in(text: str) -> Iterator[Point]:
    """The numbers and the days of the week of a text."""
    for match in _DAY.finditer(text):
        yield Point(_place(match), "", of_day=True)
    for measure in measures(text):
        yield Point(measure.value, measure.unit)
    for match in english.COUNTED.finditer(text):
        value = english.NUMBERS[match["n"].lower()]
        yield Point(float(value), next(iter(terms(match["unit"])), ""))


def record_for(text: str, table: Table, *, strict: bool = False) -> Record | None:
    """The row whose range a number or a day of ``text`` falls into; null where none of the table
    stands for a range of what is counted. ``strict``: the text must say what it counts.
    """
    ranges = [(record, range_of(record.values[0])) for record in table.records]
    if not any(found is not None and found.low < found.high for _, found in ranges):
        return None
    header = term_set(table.records[0].names[0])
    for point in points_in(text):
        is_said = point.of_day or (bool(point.unit) and strength(point.unit, header) >= _NEAR)
        is_counted = is_said or not (strict or point.unit)
        held = [r for r, found in ranges if found and _holds(found, point)]
        if is_counted and len(held) == 1:
            return held[0]
    return None


def _holds(found: Range, point: Point) -> bool:
    return found.of_days is point.of_day and found.low <= point.value <= found.high


def _place(match: re.Match[str]) -> float:
    return float([d[:3] for d in english.DAYS].index(match["day"].lower()[:3]))


def _number(text: str | None) -> float:
    return float((text or "0").replace(",", ""))

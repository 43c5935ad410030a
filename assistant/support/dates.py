"""The dates of a text, whole or in part, in whatever order, and whether one holds another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.support import english_numbers as english
from corpus.document import Span

_MONTH = "|".join(sorted((name.capitalize() for name in english.MONTHS), key=len, reverse=True))
_YEAR = r"(?:1\d{3}|20\d{2})"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_ORD = r"(?:st|nd|rd|th)?"
_ORDINALS = [word for word, number in english.ORDINALS.items() if number <= 21]
_CENTURIES = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?P<iso>(?P<iy>{_YEAR})-(?P<im>\d{{2}})-(?P<id>\d{{2}}))\b"
    rf"|\b(?P<a>\d{{1,2}})[/.](?P<b>\d{{1,2}})[/.](?P<sy>{_YEAR})\b"
    rf"|\b(?:(?:the\s+)?(?P<d1>{_DAY}){_ORD}(?:\s*[-–]\s*\d{{1,2}}{_ORD})?\s+(?:of\s+)?)?(?P<m>{_MONTH})\b\.?"
    rf"(?:\s+(?:the\s+)?(?P<d2>{_DAY}){_ORD}\b(?!\s*[:%]|[.,]\d))?(?:,?\s+(?:of\s+)?(?P<my>{_YEAR})\b)?"
    rf"|\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)?[-\s]*(?:the\s+)?(?P<decade>{_YEAR})s\b"
    rf"|\b(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{_CENTURIES})[-\s]+[Cc]entury(?P<cbc>\s+B\.?C)?"
    rf"|\b(?P<ey>\d{{1,4}})\s*(?P<era>BCE?|AD|CE)\b|\bAD\s+(?P<ad>\d{{1,4}})\b"
    rf"|(?<![\d.,$€£¥-])\b(?P<y>{_YEAR})(?:\s?[–/-]\s?(?P<yy>\d{{2}}|{_YEAR}))?\b(?![,.]?\d|\s?%|-\d)"
    r"|\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b"
)
_JOINT = re.compile(r"\s*(?:to|until|till|and|through|[-–])\s*")
_COUNTED = re.compile(
    r"\s+(?:(?:more|other|new|full|nautical|square)\s+)?(?:" + "|".join(
        unit for unit in english.MEASURES if unit.isalpha() and len(unit) > 2
    ) + r"|people|participants|percent|workers|members|students|soldiers|men|women)\b"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Date:
    """A date; what it does not say is None. ``years``: the first and last year it may lie in."""

    years: tuple[int, int] | None
    month: int | None
    day: int | None
    weekday: int | None
    span: Span


@lru_cache(maxsize=20_000)
def find_dates(text: str) -> tuple[Date, ...]:
    """The dates of ``text`` in reading order.

    >>> [(d.years, d.month, d.day) for d in find_dates("3 March 1872; March 3, 1872; 1872-03-03")]
    [((1872, 1872), 3, 3), ((1872, 1872), 3, 3), ((1872, 1872), 3, 3)]
    """
    found = list(_found(text))
    for i in range(len(found) - 2, -1, -1):  # "from January to April 1906"
        one, after = found[i], found[i + 1]
        is_short = one.years is None and one.month and after.years and after.month
        if is_short and _JOINT.fullmatch(text, one.span.end, after.span.start):
            found[i] = replace(one, years=after.years)
    return tuple(found)


def holds_date(wanted: Date, given: Sequence[Date]) -> bool:
    """Whether one of ``given`` says all that ``wanted`` says, as exactly or more so."""
    return any(_says(one, wanted) for one in given)


def _says(given: Date, wanted: Date) -> bool:
    if wanted.years is not None:
        if given.years is None:
            return False
        if not (wanted.years[0] <= given.years[0] and given.years[1] <= wanted.years[1]):
            return False
    return all(
        mine is None or mine == theirs
        for mine, theirs in (
            (wanted.month, given.month),
            (wanted.day, given.day),
            (wanted.weekday, given.weekday),
        )
    )


def _found(text: str) -> Iterator[Date]:
    for match in _DATE.finditer(text):
        span = Span(match.start(), match.end()).strip(text)
        if match["weekday"]:
            yield Date(None, None, None, english.WEEKDAYS[match["weekday"].lower()], span)
        elif match["m"]:
            yield from _by_month(match, span)
        elif match["iso"]:
            yield _day(int(match["iy"]), int(match["im"]), int(match["id"]), span)
        elif match["sy"]:
            yield from _slashed(match, span)
        elif not (match["y"] and not match["yy"] and _COUNTED.match(text, match.end())):
            yield from _by_years(match, span)


def _day(year: int | None, month: int | None, day: int | None, span: Span) -> Date:
    return Date(None if year is None else (year, year), month, day, None, span)


def _by_month(match: re.Match[str], span: Span) -> Iterator[Date]:
    day = match["d1"] or match["d2"]
    if match["m"] in ("May", "March", "Mar") and not day and not match["my"] and match.start() == 0:
        return  # a verb that opens the sentence
    year = int(match["my"]) if match["my"] else None
    yield _day(year, english.MONTHS[match["m"].lower()], int(day) if day else None, span)


def _slashed(match: re.Match[str], span: Span) -> Iterator[Date]:
    """Both readings of 3/4/1950, where both are dates."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["sy"])
    for month, day in dict.fromkeys([(a, b), (b, a)]):
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield _day(year, month, day, span)


def _by_years(match: re.Match[str], span: Span) -> Iterator[Date]:
    if match["decade"]:
        yield Date(
            _decade(int(match["decade"]), (match["part"] or "").lower()), None, None, None, span
        )
    elif match["century"]:
        yield Date(_century(match["century"], bool(match["cbc"])), None, None, None, span)
    elif match["ey"] or match["ad"]:
        year = int(match["ey"] or match["ad"])
        yield _day(-year if (match["era"] or "").startswith("B") else year, None, None, span)
    elif match["y"]:
        yield _day(int(match["y"]), None, None, span)
        if match["yy"]:
            last = match["yy"] if len(match["yy"]) == 4 else match["y"][:2] + match["yy"]
            yield _day(int(last), None, None, span)


def _decade(start: int, part: str) -> tuple[int, int]:
    if start % 100 == 0 and not part:
        return start, start + 99
    first, last = {"early": (0, 3), "mid": (3, 7), "late": (6, 9)}.get(part, (0, 9))
    return start + first, start + last


def _century(word: str, is_bc: bool) -> tuple[int, int]:
    digits = re.match(r"\d+", word)
    number = int(digits.group()) if digits else english.ORDINALS[word.lower()]
    if is_bc:
        return -100 * number, -100 * (number - 1) - 1
    return 100 * (number - 1), 100 * number

"""Other spellings of a drafted fact that a right answer may use."""

from __future__ import annotations

import re

from assistant.english_verbs import DIGITS

_MONTH_FIRST = re.compile(r"(?P<month>[A-Z][a-z]+) (?P<day>\d{1,2}), (?P<year>\d{4})")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) (?P<year>\d{4})")
_FEW_DIGITS = 2
_WORDS = {digits: word for word, digits in DIGITS.items()}


def date_spellings(date: str) -> tuple[str, ...]:
    """A date as it was written, and with day and month the other way round.

    >>> date_spellings("May 1, 1931")
    ('May 1, 1931', '1 May 1931')
    """
    date = date.removeprefix("the ")
    if match := _MONTH_FIRST.search(date):
        return date, "{day} {month} {year}".format(**match.groupdict())
    if match := _DAY_FIRST.search(date):
        return date, "{month} {day}, {year}".format(**match.groupdict())
    return (date,)


def number_spellings(number: str, noun: str = "") -> tuple[str, ...]:
    """A number as it was written, in digits or letters, with and without its commas.

    A small one, which any text may hold, keeps the ``noun`` it counts.

    >>> number_spellings("1,200", "berths"), number_spellings("three", "piers")
    (('1,200', '1200'), ('three piers', '3 piers'))
    """
    other = DIGITS.get(number) or _WORDS.get(number) or number.replace(",", "")
    is_small = number in DIGITS or (number.isdigit() and len(number) <= _FEW_DIGITS)
    tail = f" {noun}" if noun and is_small else ""
    return tuple(f"{spelled}{tail}" for spelled in dict.fromkeys((number, other)))

"""The numbers of a text, however they are written, and whether one holds another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from assistant.support import english_numbers as english
from corpus.document import Span

Margin = Literal["exact", "about", "over", "under"]
Kind = Literal["number", "ordinal", "percent", "fraction", "time"]

_ABOUT, _BEYOND, _BEYOND_FRACTION = 0.05, 0.15, 1 / 3
_ROUGH = 0.03
"""A third is 32 % as well as 33 %."""
_THIN = " \u00a0\u2009\u202f"
_WORDS = "|".join(
    sorted(
        {
            *english.UNITS,
            *english.TENS,
            *english.SCALES,
            *english.ORDINALS,
            *english.FRACTIONS,
            *english.TIMES,
        },
        key=len,
        reverse=True,
    )
)
_SIGNS = "".join(english.SIGNS)
_NUMBER = re.compile(
    rf"(?:(?P<sign>US\$|[$€£¥])\s?)?"
    rf"(?P<digits>(?<![\w.,/])(?<![A-Za-z][-–])(?:\d{{1,3}}(?:[{_THIN},]\d{{3}})+(?!\d)|\d+)(?:\.\d+)?(?:[:]\d{{2}}\b)?)"
    rf"(?:\s?(?P<part>[{_SIGNS}])|(?P<ordinal>st|nd|rd|th)\b)?(?!\d|[A-Za-z]{{3}})"
    rf"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|[kmb])\b)?"
    rf"|(?P<alone>[{_SIGNS}])"
    rf"|\b(?P<words>(?:{_WORDS})(?:(?:[\s-]+|\s+and\s+)(?:{_WORDS}))*)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[\s-]*(?P<word>%|[^\W\d_]+)(?:\s+(?P<next>[^\W\d_]+))?")
_BEFORE = re.compile(r"(?P<words>(?:[A-Za-z]+\s+){0,3})[$€£¥]?$")
_HALF_A = re.compile(r"\s+(?:of\s+)?an?\s+", re.IGNORECASE)  # "half a million"
_SINGLE = re.compile(
    rf"\b(?:an?|per|each|every|the)\s+(?P<unit>{'|'.join(english.TIME_UNITS)})\b", re.IGNORECASE
)
_PERCENT = ("%", "percent", "percentage")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a text. ``unit`` is empty where the next word is none that is known.

    ``margin`` says what stands before it: "about 40", "over 40", "under 40".
    """

    value: float
    kind: Kind
    unit: str
    margin: Margin
    span: Span


@lru_cache(maxsize=20_000)
def find_amounts(text: str) -> tuple[Amount, ...]:
    """The numbers of ``text`` in reading order.

    >>> [a.value for a in find_amounts("1,200 = 1 200 = 1.2 thousand; twenty-one; $3m; 5½; 3rd")]
    [1200.0, 1200.0, 1200.0, 21.0, 3000000.0, 5.5, 3.0]
    """
    found: list[Amount] = []
    for amount in _found(text):
        last = found[-1] if found else None
        if (
            last
            and last.kind == "fraction"
            and _HALF_A.fullmatch(text, last.span.end, amount.span.start)
        ):
            value, span = last.value * amount.value, Span(last.span.start, amount.span.end)
            found[-1] = replace(amount, value=value, margin=last.margin, span=span)
        else:
            found.append(amount)
    return tuple(found)


@lru_cache(maxsize=20_000)
def implied_amounts(text: str) -> tuple[Amount, ...]:
    """The single units of time that ``text`` names without a number: "a decade", "per month".

    >>> [(a.value, a.unit) for a in implied_amounts("It grew by a third per decade.")]
    [(1.0, 'decade')]
    """
    return tuple(
        Amount(1.0, "number", english.MEASURES[m["unit"].lower()], "exact", Span(*m.span("unit")))
        for m in _SINGLE.finditer(text)
    )


def holds_amount(wanted: Amount, given: Sequence[Amount]) -> bool:
    """Whether one of ``given`` states ``wanted``; a rounded number may be of a more exact one."""
    return any(_states(one, wanted) for one in given)


def _states(given: Amount, wanted: Amount) -> bool:
    kinds = {given.kind, wanted.kind}
    ratio = _ratio(given, wanted)
    if ratio is None or (given.unit and wanted.unit and given.unit != wanted.unit):
        return _in_one_unit(given) is not None and _in_one_unit(given) == _in_one_unit(wanted)
    if abs(ratio - 1) < 1e-6:
        return "ordinal" not in kinds or kinds == {"ordinal"}
    if "ordinal" in kinds or "time" in kinds:
        return False
    return {
        "exact": False,
        "about": abs(ratio - 1) <= (2 * _ABOUT if _is_round(wanted.value) else _ABOUT),
        "over": 1 < ratio <= 1 + (_BEYOND_FRACTION if wanted.kind == "fraction" else _BEYOND),
        "under": 1 - _BEYOND <= ratio < 1,
    }[wanted.margin]


def _in_one_unit(amount: Amount) -> tuple[float, str] | None:
    """A length of time in months, days or minutes; None for what is none."""
    factor, unit = english.TIME_UNITS.get(amount.unit, (0, ""))
    return (amount.value * factor, unit) if unit else None


def _is_round(value: float) -> bool:
    """Whether a number has one digit and zeros: "about 600,000" says less than "about 610,000"."""
    return len(f"{value:.0f}".rstrip("0")) == 1 and value >= 10


def _ratio(given: Amount, wanted: Amount) -> float | None:
    """By what ``given`` exceeds ``wanted``; a fraction counts as its percentage."""
    a, b = given.value, wanted.value
    kinds = {given.kind, wanted.kind}
    if kinds == {"percent", "fraction"}:
        a = a * 100 if given.kind == "fraction" else a
        b = b * 100 if wanted.kind == "fraction" else b
        ratio = a / b if b else 0.0
        return 1.0 if abs(ratio - 1) < _ROUGH else ratio
    if kinds == {"percent", "number"} or (kinds == {"fraction", "ordinal"}):
        return None
    if b == 0:
        return 1.0 if a == 0 else None
    return a / b


def _found(text: str) -> Iterator[Amount]:
    for match in _NUMBER.finditer(text):
        if match["words"]:
            yield from _in_words(text, match)
        else:
            value, kind = _in_digits(match)
            unit = english.CURRENCIES.get((match["sign"] or "").lower(), "")
            if match["scale"] and not unit:  # "3 m" is a length where no money is meant
                unit = english.MEASURES.get(match["scale"].lower(), "")
            yield _amount(text, Span(match.start(), match.end()), value, kind, unit)


def _in_digits(match: re.Match[str]) -> tuple[float, Kind]:
    if match["alone"]:
        return english.SIGNS[match["alone"]], "fraction"
    digits = re.sub(rf"[{_THIN},]", "", match["digits"])
    if ":" in digits:
        hours, minutes = digits.split(":")
        return float(hours) * 60 + float(minutes), "time"
    value = float(digits) + english.SIGNS.get(match["part"] or "", 0.0)
    scale = (match["scale"] or "").lower()
    if scale in english.SCALES:
        value *= english.SCALES[scale]
    elif scale and match["sign"]:
        value *= english.SHORT_SCALES[scale]
    return value, "ordinal" if match["ordinal"] else "number"


def _in_words(text: str, match: re.Match[str]) -> Iterator[Amount]:
    """The numbers of a run of number words, which may be several: "three, four" are two."""
    start, run = match.start("words"), match["words"]
    words = [
        (m.group().lower(), m.start() + start, m.end() + start)
        for m in re.finditer(r"[A-Za-z]+", run)
    ]
    group: list[tuple[str, int, int]] = []
    for item in words:
        if group and not _continues([w for w, _, _ in group], item[0]):
            yield from _of_group(text, group)
            group = []
        group.append(item)
    yield from _of_group(text, group)


def _continues(before: Sequence[str], word: str) -> bool:
    last = before[-1]
    if word == "and":
        return last in ("hundred", "thousand", "million")
    if last == "and":
        return word in english.UNITS or word in english.TENS or word in english.ORDINALS
    if word in english.SCALES:
        return last in english.UNITS or last in english.TENS or last in english.SCALES
    if last in english.SCALES:
        return word in english.UNITS or word in english.TENS or word in english.ORDINALS
    is_small = 0 < english.UNITS.get(word, 99) < 10
    if last in english.TENS:
        return is_small or 0 < english.ORDINALS.get(word, 99) < 10
    return last in english.UNITS and word in english.FRACTIONS


def _of_group(text: str, group: Sequence[tuple[str, int, int]]) -> Iterator[Amount]:
    group = [item for i, item in enumerate(group) if item[0] != "and" or 0 < i < len(group) - 1]
    if not group:
        return
    words = [word for word, _, _ in group]
    span = Span(group[0][1], group[-1][2])
    value, kind = _value(words)
    if kind == "ordinal" and words[-1] in english.FRACTIONS and _after_article(text, span.start):
        value, kind = english.FRACTIONS[words[-1]], "fraction"
    yield _amount(text, span, value, kind, "")


def _value(words: Sequence[str]) -> tuple[float, Kind]:
    last = words[-1]
    if last in english.TIMES:
        return english.TIMES[last], "number"
    if last in english.FRACTIONS and (len(words) > 1 or last not in english.ORDINALS):
        count = english.UNITS.get(words[0], 1) if len(words) > 1 else 1
        return count * english.FRACTIONS[last], "fraction"
    total = current = 0.0
    for word in words:
        if word in english.SCALES and english.SCALES[word] > 100:
            total, current = total + (current or 1) * english.SCALES[word], 0.0
        elif word in english.SCALES:
            current = (current or 1) * english.SCALES[word]
        else:
            current += (
                english.UNITS.get(word) or english.TENS.get(word) or english.ORDINALS.get(word, 0)
            )
    return total + current, "ordinal" if last in english.ORDINALS else "number"


def _after_article(text: str, at: int) -> bool:
    return re.search(r"\b(?:a|one)[\s-]+$", text[:at], re.IGNORECASE) is not None


def _amount(text: str, span: Span, value: float, kind: Kind, unit: str) -> Amount:
    after = _AFTER.match(text, span.end)
    if after and after["next"] and after["word"] in ("a", "an") and kind == "fraction":
        after = _AFTER.match(text, after.end("word"))  # "half a year"
    word = after["word"].lower() if after else ""
    both = f"{word} {(after['next'] or '').lower()}" if after else ""
    if word in _PERCENT or both == "per cent":
        return Amount(value, "percent", "", _margin(text, span.start), span)
    return Amount(
        value, kind, unit or english.MEASURES.get(word, ""), _margin(text, span.start), span
    )


def _margin(text: str, at: int) -> Margin:
    before = _BEFORE.search(text[max(0, at - 40) : at])
    words = before["words"].lower().split() if before else []
    near = set(words[-1:])
    if words[-1:] in (["than"], ["least"], ["most"]):
        near = set(words[-2:])
    if near & english.ABOUT:
        return "about"
    if near & english.OVER or {"at", "least"} <= near:
        return "over"
    if near & english.UNDER or {"at", "most"} <= near:
        return "under"
    return "exact"

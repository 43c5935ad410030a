"""What a question says of the rows it asks for: a number in a column, a yes, words of a cell."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant import english_beside as beside
from assistant import english_rows as english
from assistant.matching import strength, term_set
from assistant.ranges import Range, points_in, range_of
from assistant.records import Record, Table
from assistant.verdicts import measures
from index.words import terms, tokens

_NEAR = 0.7
_MOSTLY = 0.5
_TESTS: dict[str, Callable[[float, float], bool]] = {
    "more": operator.gt,
    "least": operator.ge,
    "less": operator.lt,
    "most": operator.le,
}
Test = Callable[[Record], bool]


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that a row must fulfil: ``column`` shows it; ``terms`` of the question say it."""

    column: str
    holds: Test
    terms: frozenset[str]


def read_conditions(text: str, table: Table) -> Iterator[Condition]:
    """All that ``text`` says of the rows of ``table``."""
    than = english.THAN.search(text)
    if than is not None:
        numbered = _numbered(than, text, table)
        if numbered is not None:
            yield numbered
    for column in table.columns[1:]:
        said = (
            _yes_or_no(column, text, table)
            or _filled(column, text, table)
            or _on_day(column, text, table)
        )
        if said is not None:
            yield said


def _numbered(than: re.Match[str], text: str, table: Table) -> Condition | None:
    """More or less than a number, in the column it is of."""
    value, unit = _amount(than)
    test = _TESTS[next(k for k in _TESTS if than[k])]
    column = _column_of(unit, text[: than.start()], table)
    if not column:
        return None
    said = term_set(than.group()) | term_set(" ".join(_implied(text)))

    def holds(record: Record) -> bool:
        found = value_of(record.value(column), unit)
        return found is not None and test(found, value)

    return Condition(column, holds, said)


def _amount(than: re.Match[str]) -> tuple[float, str]:
    """The number and its unit: half an hour is .5 hours."""
    written = than["n"].lower().strip()
    part = next((p for word, p in english.PARTS.items() if written.startswith(word)), None)
    number = english.NUMBERS.get(written) if part is None else part
    value = float(written.replace(",", "")) if number is None else float(number)
    return value, _unit(english.CURRENCY.get(than["currency"] or "", than["unit"] or ""))


def _unit(word: str) -> str:
    """The term of a unit, one for all ways to write it."""
    term = next(iter(terms(word)), word)
    return english.SAME_UNIT.get(term, term)


def value_of(cell: str, unit: str) -> float | None:
    """The one number of a cell, in ``unit`` where that is larger or smaller; null for none, and
    where it counts something else.
    """
    if english.FREE.fullmatch(cell.strip(" .")):
        return 0.0
    found = list(measures(cell))
    if len(found) != 1:
        return None
    value, own = found[0].value, english.SAME_UNIT.get(found[0].unit, found[0].unit)
    for larger, smaller, turns in ((unit, own, False), (own, unit, True)):
        factor, name = english.SMALLER.get(larger, (1, ""))
        if name and smaller == name:
            return value * factor if turns else value / factor
    return value if unit == own or not unit or not own else None


def _column_of(unit: str, before: str, table: Table) -> str:
    """The column whose name or cells hold the unit, or whose name the words say; else none."""
    numeric = [name for name in table.columns[1:] if _is_numeric(name, table)]
    said = [n for n in numeric if any(strength(t, term_set(n)) >= _NEAR for t in term_set(before))]
    implied = term_set(" ".join(_implied(before)))
    meant = [n for n in numeric if any(strength(t, term_set(n)) >= _NEAR for t in implied)]
    of_unit = [name for name in numeric if unit and _holds_unit(name, unit, table)]
    for found in (said, of_unit, meant):
        if len(found) == 1:
            return found[0]
    both = [name for name in of_unit if name in said or name in meant]
    return both[0] if len(both) == 1 else ""


def _implied(text: str) -> Iterator[str]:
    """The words that may name the column of what is asked: "price" where it "costs"."""
    return (words for asks, words in beside.COLUMNS if asks.search(text))


def _is_numeric(name: str, table: Table) -> bool:
    values = [record.value(name) for record in table.records if record.value(name)]
    numbers = [v for v in values if value_of(v, "") is not None]
    return bool(values) and len(numbers) > _MOSTLY * len(values)


def _holds_unit(name: str, unit: str, table: Table) -> bool:
    units = {unit} | {n for larger, (_, n) in english.SMALLER.items() if larger == unit}
    units |= {larger for larger, (_, n) in english.SMALLER.items() if n == unit}
    if units & {english.SAME_UNIT.get(term, term) for term in term_set(name)}:
        return True
    own = {m.unit for r in table.records for m in measures(r.value(name))}
    return bool(units & {english.SAME_UNIT.get(u, u) for u in own})


def _yes_or_no(column: str, text: str, table: Table) -> Condition | None:
    """A column of yes and no that the question names, as it is wanted or not."""
    values = [record.value(column) for record in table.records if record.value(column)]
    told = [v for v in values if english.YES.fullmatch(v) or english.NO.fullmatch(v)]
    if len(told) <= _MOSTLY * len(values) or not any(english.YES.fullmatch(v) for v in told):
        return None
    free = english.SUFFIX_FREE.search(column)
    key = term_set(free["what"]) if free else term_set(column)
    own = frozenset(term for term in term_set(text) if strength(term, key) >= _NEAR)
    if not own:
        return None
    lacks = _is_denied(text, own) or (free is not None and english.SUFFIX_FREE.search(text))
    is_wanted = bool(lacks) if free else not lacks
    pattern = english.YES if is_wanted else english.NO
    said = own | term_set("free")
    return Condition(column, lambda r: pattern.fullmatch(r.value(column)) is not None, said)


def _is_denied(text: str, own: frozenset[str]) -> bool:
    """Whether a "without" or "no" stands right before one of the terms."""
    places = [t.start for t in tokens(text) if t.term in own]
    ends = [m.end() for m in english.WITHOUT.finditer(text)]
    return any(0 <= place - end <= 12 for place in places for end in ends)


def _filled(column: str, text: str, table: Table) -> Condition | None:
    """A column that is to hold something, where not every row does: "with a remark"."""
    filled = [r for r in table.records if r.value(column)]
    match = english.FILLED.search(text)
    if match is None or not 0 < len(filled) < len(table.records):
        return None
    own = term_set(match["np"])
    if not own or not own <= term_set(column):
        return None
    return Condition(column, lambda r: bool(r.value(column)), own)


def _on_day(column: str, text: str, table: Table) -> Condition | None:
    """A column of days that the day in question is to be among: "open on a Saturday"."""
    days = [point for point in points_in(text) if point.of_day]
    values = [record.value(column) for record in table.records if record.value(column)]
    if len(days) != 1 or sum(_days(v) is not None for v in values) <= _MOSTLY * len(values):
        return None
    day = days[0].value

    def holds(record: Record) -> bool:
        found = _days(record.value(column))
        return found is not None and found.low <= day <= found.high

    return Condition(column, holds, term_set(" ".join(beside.DAYS)))


def _days(cell: str) -> Range | None:
    """The days that a cell opens with: "Wednesday to Sunday, 10-17"."""
    if english.EVERY_DAY.match(cell):
        return Range(0.0, 6.0, of_days=True)
    found = range_of(cell.split(",")[0])
    return found if found is not None and found.of_days else None

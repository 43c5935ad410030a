"""Two things or more that are rows of one table, with every column that is asked of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import english_beside as english
from assistant.answer import Statement, StatementKind
from assistant.comparison import Comparison
from assistant.dimensions import unit_asked
from assistant.draft import quote
from assistant.expressions import MEASURES, find
from assistant.matching import strength, term_set
from assistant.question import SAYS_LITTLE, answer_type_of, read_question
from assistant.ranges import record_for
from assistant.records import Record, Table, name_columns, read_tables
from assistant.tables import Cell, row_of
from assistant.view import View
from assistant.wording import quote_cell

_NEAR, _MOSTLY = 0.7, 0.5
_SEARCHED_PASSAGES = 10
_MOST_CHUNKS = 400
_LEAST_MET, _LEAST_ROWS = 0.5, 2


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows of the sides, the columns asked for, and how many of the aspects these meet."""

    table: Table
    rows: tuple[tuple[str, Record], ...]
    columns: tuple[str, ...]
    n_met: int
    sha256: str


def beside_each_other(comparison: Comparison, view: View) -> tuple[Statement, ...]:
    """The row of each side with the columns that are asked for; empty where no table has a row for
    every side and a column for at least half of what is asked.
    """
    aspects = list(_aspects(comparison))
    if not aspects:
        return ()
    text = " ".join((*comparison.sides, *aspects))
    result = view.search(text, k=_SEARCHED_PASSAGES)
    hashes = {p.chunk.document: p.sha256 for p in reversed(result.passages)}
    found: list[_Found] = []
    for document in dict.fromkeys(p.chunk.document for p in result.passages):
        chunks = view.chunks(document)
        for table in read_tables(chunks) if len(chunks) <= _MOST_CHUNKS else ():
            one = _in_table(table, comparison.sides, aspects, hashes[document])
            found += [one] if one is not None else []
    best = max(found, key=lambda one: one.n_met, default=None)
    if best is None or best.n_met < _LEAST_MET * len(aspects):
        return ()
    return tuple(
        quote_record(record, best.table, best.columns, best.sha256, kind="row", label=label)
        for label, record in best.rows
    )


def _aspects(comparison: Comparison) -> Iterator[str]:
    """What is asked of the sides, one thing at a time, without their names."""
    if not comparison.questions:
        return
    side = comparison.sides[0]
    for questions in (comparison.questions, *comparison.further):
        asked = re.sub(re.escape(side), " ", questions[0], flags=re.IGNORECASE)
        for part in english.NEXT_ASPECT.split(asked.strip(" ?.!,")):
            if term_set(part) - SAYS_LITTLE or answer_type_of(part) in MEASURES:
                yield part


def _in_table(
    table: Table, sides: Sequence[str], aspects: Sequence[str], sha256: str
) -> _Found | None:
    if len(table.records) < _LEAST_ROWS:
        return None
    records = [_record(side, table) for side in sides]
    # A name that holds "and" is read as two: both are then of one row.
    pairs = zip(sides, records, strict=True)
    rows = {r.sentence.span.start: (_label(side, r), r) for side, r in pairs if r is not None}
    if None in records or len(rows) < _LEAST_ROWS:
        return None
    asked = [columns_for(aspect, table) for aspect in aspects]
    named = {name for columns in asked for name in columns}
    # Of a row that holds something asked for under no such name all is shown.
    columns = tuple(name for name in table.columns if name in named) if all(asked) else ()
    return _Found(table, tuple(rows.values()), columns, sum(map(bool, asked)), sha256)


def _label(side: str, record: Record) -> str:
    """What the row is called, or a side that only falls into its range."""
    if term_set(side) & term_set(record.values[0]):
        return record.values[0]
    return next((v for v in record.values if term_set(v) == term_set(side)), side)


def _record(side: str, table: Table) -> Record | None:
    """The row that is called as a side, or the one whose cells hold all of its name and its first
    cell a part; else the one whose range it falls into.
    """
    key = term_set(side)
    first = table.records[0]
    place = term_set(" ".join((first.chunk.title, *first.place, first.names[0])))
    held = [r for r in table.records if key and _is_called(r, key, place)]
    if len(held) == 1:
        return held[0]
    exact = [r for r in held if term_set(r.values[0]) == key]
    return exact[0] if len(exact) == 1 else _called_aside(key, table) or record_for(side, table)


def _called_aside(key: frozenset[str], table: Table) -> Record | None:
    """The one row with a name that is ``key`` behind its first cell, which may be a number."""
    names = name_columns(table)[1:]
    exact = [r for r in table.records if any(term_set(r.value(n)) == key for n in names)]
    return exact[0] if key and len(exact) == 1 else None


def _is_called(record: Record, key: frozenset[str], place: frozenset[str]) -> bool:
    name = term_set(record.values[0])
    if not name & key:
        return False
    return key <= term_set(" ".join(record.values)) or (name <= key and key - name <= place)


def columns_for(aspect: str, table: Table) -> tuple[str, ...]:
    """The columns that one thing asked for names, or whose cells are of the kind it asks for; of
    several, those that it names best; empty for none.
    """
    terms = term_set(aspect) - SAYS_LITTLE
    names = table.columns[1:]
    implied = term_set(" ".join(w for asks, w in english.COLUMNS if asks.search(aspect)))
    for wanted in (terms, implied):
        met = {n: sum(strength(t, term_set(n)) >= _NEAR for t in wanted) for n in names}
        most = max(met.values(), default=0)
        if most:
            return tuple(name for name, n in met.items() if n == most)
    told = {t for asks, _ in english.COLUMNS for m in asks.findall(aspect) for t in term_set(m)}
    return () if terms - told else tuple(n for n in names if _is_of_kind(aspect, n, table))


def _is_of_kind(aspect: str, name: str, table: Table) -> bool:
    """Whether most cells of a column are of the kind that is asked for."""
    values = [record.value(name) for record in table.records if record.value(name)]
    kind, units = answer_type_of(aspect), unit_asked(aspect)
    if not values or (kind not in MEASURES and units is None):
        return False
    told = [f"{table.columns[0]}: x; {name}: {value}." for value in values]
    own = [t for t in told if (units and units.search(t)) or _holds(kind, t)]
    return len(own) > _MOSTLY * len(values)


def _holds(kind: str, text: str) -> bool:
    if kind not in MEASURES or kind in ("number", "date"):
        return False
    return next(find(kind, text), None) is not None


def quote_record(
    record: Record,
    table: Table,
    columns: Sequence[str],
    sha256: str,
    *,
    kind: StatementKind,
    label: str | None = None,
) -> Statement:
    """A row with some of its columns; whole where it is told as "Name: value; Name: value.", with
    the value of the one column asked for in focus.
    """
    row = row_of([table.records[0].chunk, record.chunk], record.chunk, record.sentence)
    if row is None:
        told = quote(record.chunk, record.sentence, sha256, kind=kind, label=label)
        return replace(told, focus=_in_focus(told.text, record, columns))
    places = tuple(sorted(row.header.index(name) for name in columns if name in row.header))
    cell = Cell(row, tuple(i for i in places if i), 1.0, sha256)
    return quote_cell(cell, read_question(label or ""), kind=kind, label=label)


def _in_focus(text: str, record: Record, columns: Sequence[str]) -> tuple[int, int] | None:
    """Where the value of the one column stands in a row told as "Name: value"; null for several."""
    if len(columns) != 1:
        return None
    value = record.value(columns[0])
    at = text.find(f"{columns[0]}: {value}")
    start = at + len(columns[0]) + 2
    return (start, start + len(value)) if at >= 0 and value else None

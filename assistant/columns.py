"""A list that one column of a table gives: "name all suppliers", where a column is so called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer import Statement
from assistant.draft import quote
from assistant.gathered import Gathered, Wanted, hashes_of
from assistant.matching import coverage, strength, term_set
from assistant.records import Record, Table, read_tables
from assistant.sections import known_or_had
from assistant.tables import Cell, row_of
from assistant.wording import quote_cell

_NAMED, _LEAST, _SURE = 0.9, 0.5, 0.8
MAX_CHUNKS = 400
"""Of a longer document the tables are not read."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that is called what is listed; ``met``: how much else of the question its table
    meets.
    """

    table: Table
    name: str
    sha256: str
    met: float


def listed_in_column(wanted: Wanted) -> Gathered | None:
    """A row for every value of the column that is called what is asked for; null where no table
    has one, or none that meets the rest of the question.
    """
    if not wanted.form.noun:
        return None
    best = max(_columns(wanted), key=lambda column: column.met, default=None)
    if best is None or best.met < _LEAST:
        return None
    rows = [r for r in best.table.records if r.value(best.name)][: wanted.most]
    items = tuple(item_of_row(r, best.table, best.name, best.sha256, wanted) for r in rows)
    return Gathered(items, _SURE) if len(items) > 1 else None


def _columns(wanted: Wanted) -> Iterator[_Column]:
    said = known_or_had(wanted.reading).items()
    rest = {t: w for t, w in said if t != wanted.form.noun}
    for document, sha256 in hashes_of(wanted.ranked).items():
        chunks = wanted.view.chunks(document)
        if len(chunks) > MAX_CHUNKS:
            continue
        for table in read_tables(chunks):
            first = table.records[0]
            above = " ".join((first.chunk.title, *first.place, *table.columns))
            met = coverage(rest, wanted.reading.expand(term_set(above))) if rest else 1.0
            for name in table.columns:
                if strength(wanted.form.noun, term_set(name)) >= _NAMED:
                    yield _Column(table, name, sha256, met)


def item_of_row(
    record: Record, table: Table, column: str, sha256: str, wanted: Wanted
) -> Statement:
    """A row as an item: its first cell and that of ``column``; whole where it has no such one."""
    row = row_of([table.records[0].chunk, record.chunk], record.chunk, record.sentence)
    if row is None or column not in row.header:
        return quote(record.chunk, record.sentence, sha256, kind="item")
    at = row.header.index(column)
    cell = Cell(row, (at,) if at else (), 1.0, sha256)
    return quote_cell(cell, wanted.reading.question, kind="item")

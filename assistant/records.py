"""Rows of every kind of table as names and values: Markdown's, and those told as "Name: value"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.matching import term_set
from assistant.ordering import order_of
from assistant.tables import row_of
from corpus.markup import plain_text
from index.passage import Chunk, Sentence

_ROW = re.compile(r"Row \d+")
"""What a row of a sheet stands under."""
_LEAST_NAMED = 2
_LEAST_ROWS, _MOSTLY_FILLED = 2, 0.8


@dataclass(frozen=True, slots=True)
class Record:
    """A row; ``names`` are its columns', empty for one without, ``values`` as many.

    ``place``: the headings that its table stands under.
    """

    chunk: Chunk
    sentence: Sentence
    names: tuple[str, ...]
    values: tuple[str, ...]
    place: tuple[str, ...]

    def value(self, column: str) -> str:
        """What stands in a column; empty where nothing does."""
        held = zip(self.names, self.values, strict=True)
        return next((value for name, value in held if name == column), "")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one table in reading order, and the columns that any of them fills."""

    records: tuple[Record, ...]
    columns: tuple[str, ...]


def read_tables(chunks: Sequence[Chunk]) -> list[Table]:
    """The tables of one document: rows that follow each other, of the same place and columns."""
    groups: list[list[Record]] = []
    for record in _records(chunks):
        last = groups[-1][-1] if groups else None
        if last is None or last.place != record.place or not _goes_on(last, record):
            groups.append([])
        groups[-1].append(record)
    return [Table(tuple(group), _columns(group)) for group in groups]


def name_columns(table: Table) -> tuple[str, ...]:
    """The first column, and those that tell each row apart in words: the name behind a number."""
    first = table.records[0].names[0]
    if len(table.records) < _LEAST_ROWS:
        return (first,)
    return (first, *(n for n in table.columns if n != first and _tells_apart(n, table)))


def _tells_apart(column: str, table: Table) -> bool:
    """Whether rows hold values of their own there, most of them filled, none a number or date."""
    values = [value for record in table.records if (value := record.value(column))]
    keys = {term_set(value) for value in values}
    is_filled = len(values) >= _MOSTLY_FILLED * len(table.records)
    return is_filled and len(keys) == len(values) and all(keys) and not any(map(order_of, values))


def is_row_number(heading: str) -> bool:
    """Whether a heading only numbers a row of a sheet.

    >>> is_row_number("Row 12"), is_row_number("Row houses")
    (True, False)
    """
    return _ROW.fullmatch(heading) is not None


def _records(chunks: Sequence[Chunk]) -> Iterator[Record]:
    headed: dict[tuple[str, ...], list[Chunk]] = {}
    for chunk in chunks:
        if chunk.heading in headed or any(s.kind == "header" for s in chunk.sentences):
            headed.setdefault(chunk.heading, []).append(chunk)
    for chunk in chunks:
        place = tuple(h for h in chunk.heading if not is_row_number(h))
        for sentence in chunk.sentences:
            if sentence.kind != "row":
                continue
            row = row_of(headed.get(chunk.heading, ()), chunk, sentence)
            if row is not None:
                yield Record(chunk, sentence, row.header, row.cells, place)
                continue
            names, values = _told(plain_text(chunk.sentence_text(sentence), chunk.markup))
            if sum(map(bool, names)) >= _LEAST_NAMED:
                yield Record(chunk, sentence, names, values, place)


def _told(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names and values of "Mill: Corran; Built: 1764."."""
    cells = [cell.partition(": ") for cell in text.removesuffix(".").split("; ")]
    names = tuple(name.strip() if colon else "" for name, colon, _ in cells)
    values = tuple((value if colon else name).strip() for name, colon, value in cells)
    return names, values


def _goes_on(last: Record, record: Record) -> bool:
    """Whether two rows have columns of one table: the first, and most of the others."""
    if last.names[0] != record.names[0]:
        return False
    return 2 * len(set(last.names) & set(record.names)) >= min(len(last.names), len(record.names))


def _columns(records: Sequence[Record]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for record in records for name in record.names if name))

"""Rows of every kind of table as names and values: Markdown's, and those told as "Name: value"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.matching import coverage, strength, term_set
from assistant.reading import Reading
from assistant.tables import row_of
from corpus.markup import plain_text
from index.passage import Chunk, SearchResult, Sentence

_ROW = re.compile(r"Row \d+")
"""What a row of a sheet stands under."""
_LEAST_NAMED = 2
_NEAR = 0.7


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


@dataclass(frozen=True, slots=True)
class Value:
    """What a row of a sheet holds of something asked for; ``met``: how much of the question's
    weight the row and the names of its columns hold.
    """

    record: Record
    column: str
    met: float
    sha256: str


def look_up_value(reading: Reading, result: SearchResult) -> Value | None:
    """The row that the question names by its whole first value, with the one column it asks for;
    null where there is none.
    """
    terms = frozenset(reading.question.terms)
    found: list[Value] = []
    for passage in result.passages:
        for table in read_tables((passage.chunk,)):
            for record in table.records:
                named = [v for v in record.values if term_set(v) and term_set(v) <= terms]
                rest = terms - term_set(" ".join(named))
                column = _asked(record, rest) if record.values[0] in named else ""
                if column:
                    own = term_set(" ".join((*record.names, *record.values, passage.chunk.title)))
                    met = coverage(reading.weights, reading.expand(own))
                    found.append(Value(record, column, met, passage.sha256))
    return max(found, key=lambda value: value.met, default=None)


def _asked(record: Record, terms: frozenset[str]) -> str:
    """The column whose name is nearest to the terms, the first aside; empty for none or several."""
    met = {
        name: sum(strength(term, term_set(name)) >= _NEAR for term in terms)
        for name in record.names[1:]
        if record.value(name)
    }
    most = max(met.values(), default=0)
    best = [name for name, n in met.items() if n == most]
    return best[0] if most and len(best) == 1 else ""


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

"""The row that a question names, with the columns it asks for, whichever column holds its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant import english_beside as english
from assistant.matching import coverage, term_set
from assistant.reading import Reading
from assistant.records import Record, Table, Value, name_columns, read_tables
from assistant.side_rows import columns_for
from assistant.view import View
from index.passage import SearchResult

_MOST_CHUNKS = 400
"""Of a longer document only the passages that were found are read."""


def look_up_value(reading: Reading, result: SearchResult, view: View) -> Value | None:
    """The row that the question names by a whole value that tells rows apart, with the columns it
    asks for; null where there is none. Of two such rows the one with the longer name is meant.
    """
    best: tuple[float, int] = 0.0, 0
    found: Value | None = None
    for table, sha256 in _tables(result, view):
        names = name_columns(table)
        for record in table.records:
            name = _name(record, names, frozenset(reading.question.terms))
            value = _value(record, name, table, reading, sha256) if name else None
            if value is not None and (value.met, len(term_set(name))) > best:
                best, found = (value.met, len(term_set(name))), value
    return found


def _tables(result: SearchResult, view: View) -> Iterator[tuple[Table, str]]:
    for document, sha256 in {p.chunk.document: p.sha256 for p in result.passages}.items():
        chunks = view.chunks(document)
        if len(chunks) <= _MOST_CHUNKS:
            yield from ((table, sha256) for table in read_tables(chunks))
            continue
        for passage in result.passages:
            if passage.chunk.document == document:
                yield from ((table, sha256) for table in read_tables((passage.chunk,)))


def _name(record: Record, names: tuple[str, ...], terms: frozenset[str]) -> str:
    """The longest value of a row that the question holds whole; empty for none."""
    told = [v for n in names if (v := record.value(n)) and term_set(v) and term_set(v) <= terms]
    return max(told, key=lambda value: len(term_set(value)), default="")


def _value(record: Record, name: str, table: Table, reading: Reading, sha256: str) -> Value | None:
    asked = re.sub(re.escape(name), " ", reading.question.text, flags=re.IGNORECASE)
    parts = english.NEXT_ASPECT.split(asked.strip(" ?.!,"))
    named = dict.fromkeys(column for part in parts for column in columns_for(part, table))
    columns = tuple(c for c in named if record.value(c) not in ("", name))
    if not columns:
        return None
    told = (match for asks, _ in english.COLUMNS for match in asks.findall(asked))
    own = (*record.names, *record.values, record.chunk.title, *told)
    met = coverage(reading.weights, reading.expand(term_set(" ".join(own))))
    return Value(record, columns, met, sha256)

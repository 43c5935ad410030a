"""The row that a question names, with the columns it asks for, whichever column holds its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant import english_beside as english
from assistant.answer import Statement
from assistant.matching import coverage, term_set
from assistant.ordering import order_of
from assistant.reading import Reading
from assistant.records import Record, Table, name_columns, read_tables
from assistant.side_rows import columns_for, quote_record
from assistant.view import View
from index.passage import SearchResult

_MOST_CHUNKS = 400
"""Of a longer document only the passages that were found are read."""
_NO_NUMBERS = ("person", "place")


@dataclass(frozen=True, slots=True)
class Value:
    """What a row holds of something asked for, and by what ``name`` it is called;
    ``met``: how much of the question's weight the row and the names of its columns hold.
    """

    record: Record
    table: Table
    name: str
    columns: tuple[str, ...]
    met: float
    sha256: str


def look_up_value(reading: Reading, result: SearchResult, view: View) -> Value | None:
    """The row that the question names by a whole value that tells rows apart, with the columns it
    asks for; null where there is none.

    Of two such rows the one with the longer name is meant; where each is named, none.
    """
    found: list[Value] = []
    for table, sha256 in _tables(result, view):
        named = _named(table, frozenset(reading.question.terms))
        longest = max((term_set(name) for _, name in named), key=len, default=frozenset())
        if all(term_set(name) <= longest for _, name in named):
            found += [
                value
                for record, name in named
                if term_set(name) == longest
                and (value := _value(record, name, table, reading, sha256))
            ]
    return max(found, key=lambda value: (value.met, len(term_set(value.name))), default=None)


def quote_value(value: Value) -> Statement:
    """The row: that of a sheet whole, else its name and the columns asked for; the one value that
    is asked for in focus.
    """
    record = value.record
    names = [n for n in record.names if record.value(n) == value.name]
    shown = (*names[:1], *value.columns)
    statement = quote_record(record, value.table, shown, value.sha256, kind="sentence")
    told = record.value(value.columns[0])
    for before in (f"{value.columns[0]}: ", f"[{value.columns[0]}] "):
        at = statement.text.find(before + told) + len(before)
        if at >= len(before) and len(value.columns) == 1:
            return replace(statement, focus=(at, at + len(told)))
    return replace(statement, focus=None)


def _tables(result: SearchResult, view: View) -> Iterator[tuple[Table, str]]:
    for document, sha256 in {p.chunk.document: p.sha256 for p in result.passages}.items():
        chunks = view.chunks(document)
        if len(chunks) <= _MOST_CHUNKS:
            yield from ((table, sha256) for table in read_tables(chunks))
            continue
        for passage in result.passages:
            if passage.chunk.document == document:
                yield from ((table, sha256) for table in read_tables((passage.chunk,)))


def _named(table: Table, terms: frozenset[str]) -> list[tuple[Record, str]]:
    """The rows of which the question holds a name whole, each with the longest such."""
    found: list[tuple[Record, str]] = []
    columns = name_columns(table)
    for record in table.records:
        told = [v for n in columns if (key := term_set(v := record.value(n))) and key <= terms]
        if told:
            found.append((record, max(told, key=lambda value: len(term_set(value)))))
    return found


def _value(record: Record, name: str, table: Table, reading: Reading, sha256: str) -> Value | None:
    asked = re.sub(re.escape(name), " ", reading.question.text, flags=re.IGNORECASE)
    parts = english.NEXT_ASPECT.split(asked.strip(" ?.!,"))
    said = term_set(asked)
    named = dict.fromkeys(column for part in parts for column in columns_for(part, table))
    named = named or dict.fromkeys(c for c in table.columns[1:] if term_set(c) & said)
    is_who = reading.question.answer_type in _NO_NUMBERS
    columns = tuple(
        c
        for c in named
        if (value := record.value(c)) not in ("", name) and not (is_who and order_of(value))
    )
    if not columns:
        return None
    told = (match for asks, _ in english.COLUMNS for match in asks.findall(asked))
    own = (*record.names, *record.values, record.chunk.title, *told)
    met = coverage(reading.weights, reading.expand(term_set(" ".join(own))))
    return Value(record, table, name, columns, met, sha256)

"""The rows that are as a question says, however it asks: "what in the shop costs over 20?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant import english_rows as english
from assistant.conditions import Condition, read_conditions
from assistant.draft import Draft
from assistant.evidence import Evidence
from assistant.expressions import MEASURES
from assistant.gathered import MAX_ITEMS
from assistant.matching import strength, term_set
from assistant.question import SAYS_LITTLE, answer_type_of
from assistant.records import Record, Table, read_tables
from assistant.side_rows import quote_record
from assistant.view import View
from index.passage import Chunk

_NEAR, _SURE = 0.7, 0.8
_MOST_CHUNKS = 400
_SENTENCES = re.compile(r"(?<=[.!])\s+")
_KINDS = frozenset(term for word in english.ANY_KIND for term in term_set(word))
_ASKERS = frozenset(term for word in english.OF_ASKER for term in term_set(word))


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a table that fulfil what is asked, with the columns that show it."""

    table: Table
    records: tuple[Record, ...]
    columns: tuple[str, ...]
    sha256: str
    n_known: int


def answer_rows(evidence: Evidence, view: View) -> Draft | None:
    """The rows that fulfil what a question says of them; null where it says nothing that a column
    holds, or a word of it is none of the table's.
    """
    text = _SENTENCES.split(evidence.reading.question.text.strip())[-1]
    if not english.ASKS_FOR_ROWS.match(text) or answer_type_of(text) in MEASURES:
        return None
    found = max(_found(text, evidence, view), key=lambda rows: rows.n_known, default=None)
    if found is None:
        return None
    shown = found.records[: 2 * MAX_ITEMS]
    items = (
        quote_record(record, found.table, found.columns, found.sha256, kind="item")
        for record in shown
    )
    return Draft("answered", "list", tuple(items), max(evidence.confidence, _SURE))


def _found(text: str, evidence: Evidence, view: View) -> Iterator[_Rows]:
    says_so = any(pattern.search(text) for pattern in english.CONDITIONS)
    passages = [p for p in evidence.result.passages if says_so or _holds_row(p.chunk)]
    hashes = dict.fromkeys((p.chunk.document, p.sha256) for p in passages)
    for document, sha256 in hashes:
        chunks = view.chunks(document)
        for table in read_tables(chunks) if len(chunks) <= _MOST_CHUNKS else ():
            rows = _rows(text, table, sha256)
            if rows is not None:
                yield rows


def _holds_row(chunk: Chunk) -> bool:
    return any(sentence.kind == "row" for sentence in chunk.sentences)


def _rows(text: str, table: Table, sha256: str) -> _Rows | None:
    """The rows of one table that fulfil all that is said; null where a word is left over."""
    conditions = list(read_conditions(text, table))
    if not conditions:
        return None
    first = table.records[0]
    above = term_set(" ".join((first.chunk.title, *first.place, *table.columns)))
    said = frozenset().union(*(c.terms for c in conditions))
    rest = term_set(text) - said - SAYS_LITTLE - _KINDS - _ASKERS
    cells = frozenset().union(*(term_set(" ".join(r.values)) for r in table.records))
    words = frozenset(t for t in rest if t in cells and strength(t, above) < _NEAR)
    known = [t for t in rest if t in words or strength(t, above) >= _NEAR]
    if len(known) < len(rest):
        return None
    held = tuple(r for r in table.records if _is_so(r, conditions, words))
    if not 0 < len(held) < len(table.records):
        return None
    return _Rows(table, held, tuple(c.column for c in conditions), sha256, len(known))


def _is_so(record: Record, conditions: list[Condition], words: frozenset[str]) -> bool:
    own = term_set(" ".join(record.values))
    return words <= own and all(condition.holds(record) for condition in conditions)

"""The row whose range a number or a day of the question falls into: "how much after 7 years?"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import Statement
from assistant.matching import coverage, term_set
from assistant.question import SAYS_LITTLE
from assistant.ranges import points_in, record_for
from assistant.reading import Reading
from assistant.records import Record, Table, read_tables
from assistant.side_rows import columns_for, quote_record
from assistant.view import View
from index.passage import Chunk, SearchResult

_LEAST_MET = 0.6
_MOST_CHUNKS = 400


def row_in_range(reading: Reading, result: SearchResult, view: View) -> Statement | None:
    """The row of the range that the question asks about, with the column asked for; null where
    none is, or its table is about something else.
    """
    text = reading.question.text
    if next(points_in(text), None) is None:
        return None
    for passage in result.passages:
        if not any(sentence.kind == "row" for sentence in passage.chunk.sentences):
            continue
        chunks = view.chunks(passage.chunk.document)
        for table in read_tables(chunks) if len(chunks) <= _MOST_CHUNKS else ():
            record = record_for(text, table, strict=True)
            columns = columns_for(text, table) if record is not None else ()
            if record is None or len(columns) != 1:
                continue
            held = _held(table, record, chunks, reading.question.names)
            if coverage(_asked(reading), reading.expand(held)) >= _LEAST_MET:
                return quote_record(record, table, columns, passage.sha256, kind="sentence")
    return None


def _asked(reading: Reading) -> dict[str, float]:
    """What the question asks for, each term of one weight, its numbers and days aside."""
    counted = frozenset(_counted(reading.question.text))
    rest = (t for t in reading.weights if t not in SAYS_LITTLE and t not in counted)
    return dict.fromkeys(rest, 1.0)


def _counted(text: str) -> Iterator[str]:
    for term in term_set(text):
        if term[0].isdigit() or any(point.of_day for point in points_in(term)):
            yield term


def _held(
    table: Table, record: Record, chunks: tuple[Chunk, ...], names: frozenset[str]
) -> frozenset[str]:
    """The terms of the row and of what stands above it, and the names that its document holds."""
    first = table.records[0]
    above = term_set(" ".join((first.chunk.title, *first.place, *first.names, *record.values)))
    return above.union(*(names & term_set(chunk.text) for chunk in chunks))

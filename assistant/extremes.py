"""The most and the least of a table's rows; sums are not computed, their rows are listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant import english_extremes as patterns
from assistant.answer import Statement, StatementKind
from assistant.draft import Draft, frame, quote
from assistant.matching import coverage, strength, term_set
from assistant.ordering import order_of
from assistant.question import SAYS_LITTLE
from assistant.reading import Reading
from assistant.records import Record, Table, read_tables
from assistant.scoring import NEAREST, Scored
from assistant.tables import Cell, row_of
from assistant.texts import EXTREMES
from assistant.view import View
from assistant.wording import quote_cell
from index.passage import SearchResult

MAX_ROWS = 12
MAX_CHUNKS = 5_000
"""A longer document is not read for its rows."""
_SURE = 0.85
_MET, _LEAST, _TOLD = 0.7, 0.65, 0.6
_LEAST_OF_ROWS = 0.45
"""Enough of the question, where it asks for one of what the rows are of, may be the verb's."""
_MOST_FILLED = 0.8


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a column: the ``word`` that asks for it, whether for the most of it, or
    what ``computed`` number; ``terms`` are those of the question without the word, weighed.
    """

    word: str
    most: bool
    computed: str
    terms: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a table that is asked for, and the rows that are meant."""

    table: Table
    name: str
    rows: tuple[Record, ...]
    sha256: str
    met: float


def read_asked(reading: Reading) -> Asked | None:
    """What is asked of a column of numbers; null where nothing of that kind is."""
    text = reading.question.text
    computed = patterns.COMPUTED.search(text)
    extreme = patterns.EXTREME.search(text)
    match = computed or extreme
    if match is None:
        return None
    own = term_set(match.group())
    terms = {t: w for t, w in reading.weights.items() if t not in own}
    kind = next((k for k, v in computed.groupdict().items() if v), "") if computed else ""
    return Asked(match.group().lower(), bool(extreme and extreme["up"]), kind, terms)


def answer_extreme(
    reading: Reading, result: SearchResult, ranked: Sequence[Scored], view: View
) -> Draft | None:
    """The row that holds the most or the least of what is asked for; where a sum or a mean is, the
    row that gives it, else the rows and that nothing was computed.

    Null where no table has a column of what is asked, and where a sentence says it.
    """
    asked = read_asked(reading)
    if asked is None or not asked.terms or _is_told(asked, ranked):
        return None
    best = max(_columns(asked, reading, result, view), key=lambda c: c.met, default=None)
    if best is None or best.met < (_LEAST_OF_ROWS if _asks_for_row(reading, best) else _LEAST):
        return None
    return _computed(asked, best, reading) if asked.computed else _picked(asked, best, reading)


def _is_told(asked: Asked, ranked: Sequence[Scored]) -> bool:
    """Whether one of the best sentences that is no row holds the word and most of the rest."""
    own = term_set(asked.word)
    for candidate in (s.candidate for s in ranked[:NEAREST] if s.candidate.sentence.kind != "row"):
        held = term_set(candidate.text)
        if own & held and coverage(asked.terms, held) >= _TOLD:
            return True
    return False


def _columns(asked: Asked, reading: Reading, result: SearchResult, view: View) -> Iterator[_Column]:
    hashes = {p.chunk.document: p.sha256 for p in result.passages}
    for document, sha256 in hashes.items():
        chunks = view.chunks(document)
        if len(chunks) > MAX_CHUNKS or not any(
            s.kind == "row" for c in chunks for s in c.sentences
        ):
            continue
        for table in read_tables(chunks):
            name = _column(asked, table)
            if name:
                rows, met = _meant(asked, reading, table)
                yield _Column(table, name, rows, sha256, met)


def _column(asked: Asked, table: Table) -> str:
    """The column of numbers or dates that is asked for; empty for none."""
    implied = term_set(patterns.MEASURED_BY.get(asked.word, ""))
    if patterns.COSTS.search(" ".join(asked.terms)) or "cost" in asked.terms:
        implied |= term_set(patterns.MEASURED_BY["cheapest"])
    best, most = "", 0.0
    for name in table.columns[1:]:
        header = term_set(name)
        said = sum(strength(t, header) >= _MET for t in asked.terms)
        met = said + 0.5 * any(strength(t, header) >= _MET for t in implied)
        if met > most and _is_measured(table, name, dates=asked.word in patterns.ORDERS):
            best, most = name, met
    return best


def _is_measured(table: Table, column: str, *, dates: bool) -> bool:
    """Whether a column holds measures of one unit; dates only where ``dates`` are asked for."""
    orders = [order_of(r.value(column)) for r in table.records]
    if any(order is not None and order.is_date and not dates for order in orders):
        return False
    units = {order.unit for order in orders if order is not None}
    filled = sum(order is not None for order in orders)
    return len(units) == 1 and filled > 1 and filled >= _MOST_FILLED * len(orders)


def _meant(asked: Asked, reading: Reading, table: Table) -> tuple[tuple[Record, ...], float]:
    """The rows that hold the words of the question that are in some rows' cells only, and how
    much of the question the table meets.
    """
    first = table.records[0]
    above = term_set(" ".join((first.chunk.title, *first.place, *table.columns)))
    above |= term_set(patterns.MEASURED_BY.get(asked.word, ""))
    cells = [term_set(" ".join(record.values)) for record in table.records]
    within = [
        t for t in asked.terms if strength(t, above) < _MET and any(t in held for held in cells)
    ]
    pairs = zip(table.records, cells, strict=True)
    rows = tuple(record for record, held in pairs if held.issuperset(within))
    said = above | frozenset(within)
    # Every row holds the name of its column, so that how rare a word is tells nothing here.
    plain = {t: 1.0 for t in asked.terms if t not in SAYS_LITTLE or t in said}
    met = coverage(plain, reading.expand(said))
    return (rows, met) if rows else (table.records, 0.0)


def _picked(asked: Asked, column: _Column, reading: Reading) -> Draft | None:
    """The rows, mostly one, with the greatest or smallest value."""
    rows = [r for r in column.rows if not _is_summed(r)]
    orders = {id(r): order for r in rows if (order := order_of(r.value(column.name)))}
    rows = [r for r in rows if id(r) in orders]
    if len(rows) < 2:
        return None
    by_age = patterns.AGE.search(column.name) is not None
    most = asked.most is not (asked.word in ("oldest", "youngest", "newest") and by_age)
    edge = (max if most else min)(orders[id(r)].key for r in rows)
    found = [r for r in rows if orders[id(r)].key == edge]
    if len(found) == len(rows) or len(found) > MAX_ROWS:
        return None
    kind = ("latest" if most else "earliest") if orders[id(found[0])].is_date else ""
    line = frame(
        EXTREMES[kind or ("highest" if most else "lowest")].format(
            column=column.name, n=len(rows), place=_place(column)
        )
    )
    is_value = patterns.FOR_VALUE.match(reading.question.text) is not None
    is_value = is_value and not _asks_for_row(reading, column)
    shown = (_row(r, column, reading, is_value=is_value) for r in found)
    return Draft("answered", "sentence", (line, *shown), _SURE)


def _asks_for_row(reading: Reading, column: _Column) -> bool:
    """Whether "what <noun>" asks for one of what the rows are of."""
    header = term_set(column.table.columns[0])
    asked = patterns.ONE_OF.match(reading.question.text)
    return asked is not None and any(strength(t, header) >= _MET for t in term_set(asked["noun"]))


def _computed(asked: Asked, column: _Column, reading: Reading) -> Draft | None:
    """The row that gives the sum or the mean; else the rows it is of, with a line that says so."""
    summed = patterns.SUMMED[asked.computed]
    for record in column.table.records:
        if summed.match(record.values[0]):
            row = _row(record, column, reading, is_value=True)
            return Draft("answered", "sentence", (row,), _SURE)
    rows = [r for r in column.rows if r.value(column.name) and not _is_summed(r)]
    shown = rows[:MAX_ROWS]
    if len(rows) < 2:
        return None
    line = EXTREMES["listed" if len(shown) == len(rows) else "listed_some"].format(
        column=column.name, n=len(rows), shown=len(shown), place=_place(column), what=asked.computed
    )
    items = (_row(r, column, reading, is_value=True, kind="item") for r in shown)
    return Draft("answered", "list", (frame(line), *items), _SURE)


def _is_summed(record: Record) -> bool:
    return any(pattern.match(record.values[0]) for pattern in patterns.SUMMED.values())


def _place(column: _Column) -> str:
    first = column.table.records[0]
    return first.place[-1] if first.place else first.chunk.title


def _row(
    record: Record,
    column: _Column,
    reading: Reading,
    *,
    is_value: bool,
    kind: StatementKind = "sentence",
) -> Statement:
    """A row with the column asked for, its value or the row's name in focus."""
    chunk = record.chunk
    wanted = record.value(column.name) if is_value else record.values[0]
    row = row_of([column.table.records[0].chunk, chunk], chunk, record.sentence)
    if row is None:
        statement = quote(chunk, record.sentence, column.sha256, kind=kind)
    else:
        columns = (row.header.index(column.name),)
        cell = Cell(row, columns, column.met, column.sha256)
        statement = quote_cell(cell, reading.question, kind=kind)
    lead = f"{column.name if is_value else record.names[0]}"
    at = statement.text.find(wanted, max(0, statement.text.find(lead)) + len(lead))
    return replace(statement, focus=(at, at + len(wanted)) if at >= 0 else None)

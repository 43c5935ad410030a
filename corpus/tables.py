"""Tables as rows that read as sentences: "Column: value; Column: value."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.pieces import Piece

MAX_ROW_CHARS = 600
"""A longer row is told in parts, each with the row's first cell."""

_MAX_NAME_CHARS = 60
_VALUE = re.compile(
    r"[^\w]{0,3}\d[\d\s.,:/'’-]*(?:%|°?[A-Za-z€£$¥]{1,4})?"
    r"|(?:yes|no|true|false|n/?a|-+|–|—)",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?…。！？।؟][\"”’)\]]*\Z")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table by rows, each on one line, empty ones as "".

    ``n_header`` is how many rows name the columns; None: not marked. ``named_rows``: the first
    cell of each row names it. ``first`` is the number of the first row where rows are numbered.
    """

    rows: tuple[Row, ...]
    n_header: int | None = None
    named_rows: bool = False
    first: int | None = None


def table_pieces(table: Table, *, page: int | None = None) -> Iterator[Piece]:
    """A row piece for every row of a table that is not empty, in order.

    The rows that name the columns are told with every value, not by themselves. A row above them
    with a single cell, a caption, is a paragraph.
    """
    rows = [[" ".join(cell.split()) for cell in row] for row in table.rows]
    n_header = _n_header(rows) if table.n_header is None else table.n_header
    start = _n_captions(rows) if table.n_header is None else 0
    yield from (Piece("paragraph", "".join(row), page=page) for row in rows[:start] if any(row))
    names = _names(rows[start : start + n_header])
    body = range(start + n_header, len(rows))
    if not body and n_header:
        names, body = [], range(start, len(rows))
    is_named = table.named_rows or (not any(names) and _names_its_rows([rows[i] for i in body]))
    for i in body:
        under = () if table.first is None else (f"Row {table.first + i}",)
        for sentence in row_sentences(names, rows[i], is_named=is_named):
            yield Piece("row", sentence, page=page, under=under)


def row_sentences(
    names: Sequence[str], cells: Sequence[str], *, is_named: bool = False
) -> Iterator[str]:
    """A row as one sentence, or as several with the first cell in each where it is long.

    >>> list(row_sentences(["Mill", "Built"], ["Corran", "1764"]))
    ['Mill: Corran; Built: 1764.']
    >>> list(row_sentences([], ["Built", "1764"], is_named=True))
    ['Built: 1764.']
    """
    told = [_told(names, i, cell) for i, cell in enumerate(cells) if cell]
    if is_named and len(told) > 1 and cells[0] and not any(names):
        told = [f"{told[0].rstrip(':')}: {told[1]}", *told[2:]]
    part: list[str] = []
    for cell in told:
        if len(part) > 1 and len("; ".join([*part, cell])) > MAX_ROW_CHARS:
            yield _ended("; ".join(part))
            part = [told[0]]
        part.append(cell)
    if part:
        yield _ended("; ".join(part))


def _told(names: Sequence[str], i: int, cell: str) -> str:
    name = names[i].rstrip(" :") if i < len(names) else ""
    return f"{name}: {cell}" if name else cell


def _ended(sentence: str) -> str:
    return sentence if _ENDED.search(sentence) else f"{sentence}."


def _n_captions(rows: Sequence[Sequence[str]]) -> int:
    """How many rows with at most one cell stand above the first one with more."""
    for i, row in enumerate(rows):
        if sum(map(bool, row)) > 1:
            return i
    return 0


def _names(rows: Sequence[Sequence[str]]) -> list[str]:
    """What each column is called; of several header rows all words, once."""
    width = max(map(len, rows), default=0)
    columns = ([row[i] for row in rows if i < len(row) and row[i]] for i in range(width))
    return [" ".join(dict.fromkeys(column)) for column in columns]


def _n_header(rows: Sequence[Sequence[str]]) -> int:
    """Whether the first row with several cells names the columns, where nothing says so: 1 or 0.

    Names are short, differ, and are no values. A table of two columns of words may as well be
    names and what they stand for; there the first row counts as a header only above values.
    """
    start = _n_captions(rows)
    first, body = rows[start], rows[start + 1 :]
    cells = [cell for cell in first if cell]
    is_names = (
        len(cells) > 1
        and len(set(cells)) == len(cells)
        and all(len(cell) <= _MAX_NAME_CHARS and not is_value(cell) for cell in cells)
    )
    if not is_names or not body:
        return 0
    width = max(sum(map(bool, row)) for row in body)
    return int((len(cells) > 2 and len(cells) >= width - 1) or _stands_above_values(first, body))


def _stands_above_values(first: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether most cells below one of the names are values."""
    for i, name in enumerate(first):
        below = [row[i] for row in body if i < len(row) and row[i]]
        if name and below and sum(map(is_value, below)) > len(below) / 2:
            return True
    return False


def _names_its_rows(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table without a header is a list of names and what they stand for."""
    firsts = [row[0] for row in rows if row and row[0]]
    is_pairs = all(sum(map(bool, row)) <= 2 for row in rows)
    return is_pairs and all(len(name) <= _MAX_NAME_CHARS and not is_value(name) for name in firsts)


def is_value(cell: str) -> bool:
    """Whether a cell is a number, a date, an amount or a yes and no.

    >>> [is_value(cell) for cell in ("1,250", "12.5 %", "2024-03-01", "£40", "Built", "Year 2")]
    [True, True, True, True, False, False]
    """
    return _VALUE.fullmatch(cell.strip()) is not None

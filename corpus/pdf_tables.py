"""Tables in the lines of a PDF page: rows whose words stand in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.pdf_lines import CELL_GAP, Line, Word
from corpus.tables import Table

_MIN_GAP = 0.35  # of a font size: between cells that stand where another row's begin
_NEAR = 1.5  # points
_ALIGNED, _MIN_ALIGNED = 4.0, 0.6  # points, share of the rows
_MAX_CELL_CHARS = 60  # longer on average: columns of text, no table
_BULLET = re.compile(r"\W\Z|\(?(?:\d{1,3}|[a-z])[.)]\Z")


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    x0: float
    x1: float
    bold: bool


def find_tables(lines: Sequence[Line]) -> Iterator[tuple[int, int, Table]]:
    """The tables among the lines: from which line up to which, in order.

    A table has two rows at least whose cells stand apart, and a line that begins where one of the
    columns but the first does goes on with the row above.
    """
    start = 0
    while start < len(lines):
        end = _end(lines, start)
        region = lines[start:end]
        if end - start > 1 and (table := _table(region)) is not None:
            yield start, end, table
            start = end
        else:
            start += 1


def _end(lines: Sequence[Line], start: int) -> int:
    """Up to which line the rows of a table go that begins at ``start``."""
    first = _segments(lines[start])
    if len(first) < 2:
        return start
    starts = [cell.x0 for cell in first]
    end = start + 1
    while end < len(lines):
        line, above = lines[end], lines[end - 1]
        if abs(line.size - lines[start].size) > 1 or above.y - line.y > 3.5 * line.size:
            break
        cells = _segments(line)
        is_wrapped = len(cells) == 1 and any(abs(cells[0].x0 - x) < _NEAR for x in starts[1:])
        if len(cells) < 2 and not is_wrapped:
            break
        starts += [cell.x0 for cell in cells[1:]]
        end += 1
    return end


def _table(region: Sequence[Line]) -> Table | None:
    rows = [_segments(line) for line in region]
    full = [row for row in rows if len(row) > 1]
    texts = [cell.text for row in full for cell in row]
    if len(full) < 2 or median(map(len, texts)) > _MAX_CELL_CHARS:
        return None
    starts = [cell.x0 for row in full for cell in row]
    rows = [_segments(line, starts) for line in region]
    columns = _columns(max(rows, key=len), rows)
    if not _is_aligned(rows, len(columns)):
        return None
    grid: list[list[str]] = []
    for line, cells in zip(region, rows, strict=True):
        if 1 < len(cells) < len(columns):  # a centred name may stand close to the next
            row = _row([_cell([word]) for word in line.words], columns)
        else:
            row = _row(cells, columns)
        if grid and len(cells) == 1 and not row[0]:
            grid[-1] = [f"{a} {b}".strip() for a, b in zip(grid[-1], row, strict=True)]
        else:
            grid.append(row)
    is_marked = all(cell.bold for cell in rows[0]) and not all(c.bold for c in rows[-1])
    return Table(tuple(map(tuple, grid)), 1 if is_marked else None)


def _is_aligned(rows: Sequence[Sequence[_Cell]], n_columns: int) -> bool:
    """Whether the cells of each column begin, end or are centred at about one place."""
    full = [row for row in rows if len(row) == n_columns]
    if len(full) < 2 or 2 * len(full) < sum(len(row) > 1 for row in rows):
        return False
    for i in range(n_columns):
        cells = [row[i] for row in full]
        places = ([c.x0 for c in cells], [c.x1 for c in cells], [(c.x0 + c.x1) / 2 for c in cells])
        near = (sum(abs(x - median(column)) < _ALIGNED for x in column) for column in places)
        if max(near) < _MIN_ALIGNED * len(full):
            return False
    return True


def _row(cells: Sequence[_Cell], columns: Sequence[tuple[float, float]]) -> list[str]:
    row = [""] * len(columns)
    for cell in cells:
        i = _column(cell, columns)
        row[i] = f"{row[i]} {cell.text}".strip()
    return row


def _segments(line: Line, starts: Sequence[float] = ()) -> list[_Cell]:
    """The cells of a line: they begin behind a wide gap, or where another row's cell begins."""
    words = list(line.words)
    if len(words) > 1 and _BULLET.match(words[0].text):
        return [_cell(words)]
    cells: list[list[Word]] = []
    for word in words:
        gap = word.x0 - cells[-1][-1].x1 if cells else 0.0
        is_at_start = gap > _MIN_GAP * word.size and any(abs(word.x0 - x) < _NEAR for x in starts)
        if not cells or gap > CELL_GAP * word.size or is_at_start:
            cells.append([])
        cells[-1].append(word)
    return [_cell(cell) for cell in cells]


def _cell(words: Sequence[Word]) -> _Cell:
    text = " ".join(word.text for word in words)
    return _Cell(text, words[0].x0, words[-1].x1, all(word.bold for word in words))


def _columns(widest: Sequence[_Cell], rows: Sequence[Sequence[_Cell]]) -> list[tuple[float, float]]:
    """Left and right end of each column, as wide as its cells in rows that have all of them."""
    full = [row for row in rows if len(row) == len(widest)]
    return [
        (min(row[i].x0 for row in full), max(row[i].x1 for row in full)) for i in range(len(widest))
    ]


def _column(cell: _Cell, columns: Sequence[tuple[float, float]]) -> int:
    """The column that a cell lies in, or nearest to."""

    def distance(i: int) -> float:
        left, right = columns[i]
        overlap = min(cell.x1, right) - max(cell.x0, left)
        return min(abs(cell.x0 - left), abs(cell.x1 - right)) if overlap > 0 else 1000 - overlap

    return min(range(len(columns)), key=distance)

"""XLSX and CSV: every row a sentence with the names of its columns, cited by sheet and row."""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO
from typing import Any

from corpus.archive import Archive
from corpus.errors import FileBroken, FileTooLarge
from corpus.limits import MAX_TEXT_CHARS
from corpus.pieces import Extract, Piece
from corpus.tables import Row, Table, table_pieces
from corpus.text import decode, normalise

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 50
_CURRENCY = re.compile(r"\[\$([^\]-]+)|([€£¥$])")
_DECIMALS = re.compile(r"0\.(0+)")


def extract_xlsx(document: str, data: bytes) -> Extract:
    """The rows of every sheet that is shown, title, author and date.

    A formula is read as the value that the file keeps for it.

    Raises:
        FileRefused: not a workbook, or damaged.
    """
    Archive(document, data)  # within bounds?
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError, TypeError, SyntaxError) as error:
        raise FileBroken(
            document, "is damaged; open it where it was made and save it again"
        ) from error
    pieces: list[Piece] = []
    n_chars = 0
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()
        rows = tuple(_cells(row) for row in sheet.iter_rows())
        own = list(_sheet_pieces(rows))
        n_chars += sum(len(piece.text) for piece in own)
        if n_chars > MAX_TEXT_CHARS:
            raise FileTooLarge(document, f"holds more than {MAX_TEXT_CHARS:,} characters: split it")
        if own:
            pieces += [Piece("heading", sheet.title, 2), *own]
    known = book.properties
    date = known.created or known.modified
    metadata = {"author": known.creator or "", "date": date.date().isoformat() if date else ""}
    return Extract(
        tuple(pieces),
        known.title or "",
        {k: v for k, v in metadata.items() if v and v != "openpyxl"},
    )


def extract_csv(document: str, data: bytes) -> Extract:
    """The rows of a file of comma-, semicolon-, tab- or bar-separated values.

    Raises:
        FileRefused: not text.
    """
    text = normalise(decode(data, document))
    csv.field_size_limit(max(MAX_TEXT_CHARS, len(text) + 1))
    delimiter = "\t" if document.lower().endswith(".tsv") else _delimiter(text)
    try:
        rows = tuple(tuple(row) for row in csv.reader(StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise FileBroken(document, f"is no table ({error}); save it again as CSV") from error
    return Extract(tuple(_sheet_pieces(rows)))


def _sheet_pieces(rows: Sequence[Row]) -> Iterator[Piece]:
    """The tables of a sheet: rows without a gap; one without a header of its own has the last's."""
    names: Row | None = None
    for start, block in _blocks(rows):
        table = Table(tuple(block), first=start + 1)
        pieces = list(table_pieces(table))
        n_header = _header_at(block, len(pieces))
        if n_header is not None:
            names = block[n_header]
        elif names is not None and len(names) >= max(map(len, block)):
            table = Table((names, *block), n_header=1, first=start)
            pieces = list(table_pieces(table))
        yield from pieces


def _header_at(block: Sequence[Row], n_pieces: int) -> int | None:
    """Which row of a table was told with the others and not by itself; None: no row was."""
    if n_pieces >= len(block):
        return None
    return next((i for i, row in enumerate(block) if sum(map(bool, row)) > 1), None)


def _blocks(rows: Sequence[Row]) -> Iterator[tuple[int, list[Row]]]:
    """Runs of rows that hold something, each with the number of its first row, from 0."""
    block: list[Row] = []
    for i, row in enumerate(rows):
        if any(cell.strip() for cell in row):
            block.append(row)
        elif block:
            yield i - len(block), block
            block = []
    if block:
        yield len(rows) - len(block), block


def _cells(row: Iterable[Any]) -> Row:
    cells = [_shown(cell) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _shown(cell: Any) -> str:
    """A cell as the sheet shows it, as far as a plain number or date can."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time()
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or ""))
    return " ".join(str(value).split())


def _number(value: float, pattern: str) -> str:
    """A number in the pattern of its cell.

    >>> _number(0.125, "0.0%"), _number(1250000.0, '"$"#,##0'), _number(3.0, "General")
    ('12.5%', '$1,250,000', '3')
    """
    places = _DECIMALS.search(pattern)
    if "%" in pattern:
        return f"{value * 100:.{len(places[1]) if places else 0}f}%"
    digits = f"{value:.{len(places[1])}f}" if places else f"{value:.10g}"
    if "#,##0" in pattern and "e" not in digits:
        whole, dot, rest = digits.partition(".")
        digits = f"{int(whole):,}{dot}{rest}"
    sign = _CURRENCY.search(pattern)
    return f"{(sign[1] or sign[2]).strip()}{digits}" if sign else digits


def _delimiter(text: str) -> str:
    """The sign that cuts the first lines into the most alike rows of several cells."""
    lines = text.splitlines()[:_SAMPLE_ROWS]

    def likeness(delimiter: str) -> tuple[float, int]:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        except csv.Error:
            return 0.0, 0
        if not widths:
            return 0.0, 0
        usual = max(set(widths), key=widths.count)
        return (widths.count(usual) / len(widths) if usual > 1 else 0.0), usual

    return max(_DELIMITERS, key=likeness)

"""The lines of a PDF page: their words in order, where they stand, how large and how bold."""

from __future__ import annotations

import ctypes
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

CELL_GAP = 0.9
"""A wider gap between two words, in font sizes, may part two cells."""

_SAME_ROW = 0.4  # of a font size: how far baselines of one row may differ
_LOOK_BACK = 4
_BOLD_WEIGHT = 600
_SMALL = 0.88  # a raised number of this size is a mark of a footnote
_LINE_HYPHENS = ("\ufffe", "\x02")
HYPHEN = "\u2010"


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without a space, and its left and right end."""

    text: str
    x0: float
    x1: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline ``y``, counted from the bottom of the page, left to right."""

    words: tuple[Word, ...]
    y: float

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def size(self) -> float:
        """The size that most of its characters have, in half points."""
        return statistics.mode(round(w.size * 2) / 2 for w in self.words for _ in w.text)

    @property
    def is_bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)


@dataclass(frozen=True, slots=True)
class _Char:
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


def page_lines(page: Any) -> list[Line]:
    """The lines of a page of pdfium, in the order of its content."""
    text = page.get_textpage()
    try:
        lines = [line for chars in _by_line(text) if (line := _line(chars)) is not None]
    finally:
        text.close()
    return _rows(lines)


def _by_line(text: Any) -> Iterator[list[_Char]]:
    """The characters between line ends."""
    import pypdfium2.raw as pdfium

    chars: list[_Char] = []
    for i in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text.raw, i))
        if sign in "\r\n":
            if chars:
                yield chars
            chars = []
            continue
        char = _char(text.raw, i, sign)
        if chars and _is_below(char, chars[-1]):
            yield chars
            chars = []
        chars.append(char)
    if chars:
        yield chars


def _is_below(char: _Char, last: _Char) -> bool:
    """Whether a line begins at ``char``: pdfium sees none between the parts of a cut word."""
    is_cut = last.text == HYPHEN and not char.text.isspace()
    return is_cut and last.y - char.y > 0.5 * last.size


def _char(text: Any, i: int, sign: str) -> _Char:
    import pypdfium2.raw as pdfium

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharBox(text, i, left, right, bottom, top)
    pdfium.FPDFText_GetCharOrigin(text, i, x, y)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, i, matrix)
    scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
    size = pdfium.FPDFText_GetFontSize(text, i) * scale
    sign = HYPHEN if sign in _LINE_HYPHENS else sign
    is_bold = not sign.isspace() and _is_bold(text, i)
    return _Char(sign, left.value, right.value, y.value, size, is_bold)


def _is_bold(text: Any, i: int) -> bool:
    import pypdfium2.raw as pdfium

    if pdfium.FPDFText_GetFontWeight(text, i) >= _BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, i, name, 128, flags)
    return b"bold" in name.value.lower() or b"black" in name.value.lower()


def _line(chars: list[_Char]) -> Line | None:
    """The words of a line; marks of footnotes are left out. None: it has no words."""
    seen = [char for char in chars if not char.text.isspace()]
    if not seen:
        return None
    y = statistics.median(char.y for char in seen)
    size = statistics.median(char.size for char in seen)
    words: list[Word] = []
    is_open = False
    for char in chars:
        if char.text.isspace():
            is_open = False
        elif words and is_open and _is_mark(char, y, size):
            continue
        elif words and is_open and char.x0 - words[-1].x1 <= CELL_GAP * char.size:
            last = words[-1]
            words[-1] = replace(last, text=last.text + char.text, x1=max(last.x1, char.x1))
        else:
            words.append(Word(char.text, char.x0, char.x1, char.size, char.bold))
            is_open = True
    return Line(tuple(words), y) if words else None


def _is_mark(char: _Char, y: float, size: float) -> bool:
    """Whether a character is the raised number of a footnote."""
    is_raised = char.y > y + 0.15 * size and char.size < _SMALL * size
    return is_raised and char.text.isdigit()


def _rows(lines: list[Line]) -> list[Line]:
    """Lines that follow each other closely and share a baseline are one, left to right."""
    rows: list[Line] = []
    for line in lines:
        for i in range(len(rows) - 1, max(-1, len(rows) - 1 - _LOOK_BACK), -1):
            row = rows[i]
            is_level = abs(row.y - line.y) <= _SAME_ROW * max(row.size, line.size)
            if is_level and (line.x0 >= row.x1 or line.x1 <= row.x0):
                words = sorted((*row.words, *line.words), key=lambda word: word.x0)
                rows[i] = Line(tuple(words), row.y if row.size >= line.size else line.y)
                break
        else:
            rows.append(line)
    return rows

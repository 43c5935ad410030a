"""PDF: text by pages with headings, lists and tables as far as the look of a page tells them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from corpus.errors import FileBroken, FileEmpty, FileEncrypted, FileWithoutText
from corpus.pdf_layout import layout_pieces
from corpus.pdf_lines import Line, page_lines
from corpus.pieces import Extract
from corpus.recognising import has_picture, recognise, why_unread

_MIN_CHARS = 3  # fewer on a page are no text
_LOOKED_AT = 10
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|excel) - |untitled|.*\.(?:docx?|pptx?|xlsx?|odt|odp|indd|tex|dvi"
    r"|qxd|rtf|html?|pdf|txt|md)\Z|(?:presentation|document|slide|book|sheet|tabelle)\s?\d*\Z"
    r"|(?:powerpoint presentation|powerpoint-präsentation)\Z|https?:|file:",
    re.IGNORECASE,
)
_PASSWORD, _SECURITY = 4, 5  # pdfium's error codes


def extract_pdf(document: str, data: bytes) -> Extract:
    """The pieces of a PDF page by page, its title, author and date.

    ``metadata["pages"]`` counts its pages; ``metadata["pages without text"]`` names those that are
    pictures, ``metadata["pages read from pictures"]`` those whose text was recognised.

    Raises:
        FileRefused: damaged, locked, or without any text.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (_PASSWORD, _SECURITY):
            raise FileEncrypted(
                document, "is locked with a password; save a copy without one"
            ) from error
        raise FileBroken(
            document, "is damaged; open it where it was made and save it again"
        ) from error
    pages = [_lines(pdf, i) for i in range(len(pdf))]
    blank = _blank(pages)
    recognised = recognise(pdf, blank, has_text=len(blank) < len(pages))
    pages = [recognised.get(i, lines) for i, lines in enumerate(pages)]
    blank = _blank(pages)
    if len(blank) == len(pages):
        _check_pictures(document, pdf)
        raise FileWithoutText(document, why_unread(len(pages)))
    title, metadata = _metadata(pdf)
    metadata["pages"] = str(len(pages))
    if blank:
        metadata["pages without text"] = _ranges(blank)
    if read := sorted({*recognised} - {*blank}):
        metadata["pages read from pictures"] = _ranges(read)
    return Extract(tuple(layout_pieces(pages)), title, metadata)


def _lines(pdf: Any, i: int) -> list[Line]:
    import pypdfium2

    try:
        page = pdf[i]
        lines = page_lines(page)
        page.close()
    except pypdfium2.PdfiumError:  # a page that cannot be loaded has no text; the others have
        return []
    return lines


def _check_pictures(document: str, pdf: Any) -> None:
    """Whether the first pages of a file without text hold pictures.

    Raises:
        FileBroken: no page can be loaded.
        FileEmpty: there are none.
    """
    import pypdfium2

    n_loaded = 0
    for i in range(min(len(pdf), _LOOKED_AT)):
        try:
            page = pdf[i]
        except pypdfium2.PdfiumError:
            continue
        n_loaded += 1
        if has_picture(page):
            return
    if n_loaded:
        raise FileEmpty(document, "holds no text")
    raise FileBroken(document, "is damaged; open it where it was made and save it again")


def _blank(pages: Sequence[Sequence[Line]]) -> list[int]:
    """The pages without text, counted from 0."""
    return [i for i, lines in enumerate(pages) if _n_chars(lines) < _MIN_CHARS]


def _n_chars(lines: Sequence[Line]) -> int:
    return sum(c.isalnum() for line in lines for c in line.text)


def _metadata(pdf: Any) -> tuple[str, dict[str, str]]:
    known = pdf.get_metadata_dict()
    title = known.get("Title", "").strip()
    found = {"author": known.get("Author", "").strip()}
    if date := _DATE.match(known.get("CreationDate", "")):
        found["date"] = "-".join(part for part in date.groups() if part)
    metadata = {key: value for key, value in found.items() if value}
    return ("" if _NO_TITLE.match(title) else title), metadata


def _ranges(numbers: Sequence[int]) -> str:
    """Ascending page numbers, counted from 0, in short and counted from 1.

    >>> _ranges([0, 1, 2, 6])
    '1-3, 7'
    """
    runs = []
    for _, group in groupby(enumerate(numbers), key=lambda item: item[1] - item[0]):
        run = [number + 1 for _, number in group]
        runs.append(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]))
    return ", ".join(runs)

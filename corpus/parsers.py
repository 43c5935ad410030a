"""One parser a file ending, for formats that are parsed in a process of their own."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath

from corpus.pieces import Extract

Parser = Callable[[str, bytes], Extract]

PARSERS: dict[str, str] = {
    ".pdf": "corpus.pdf:extract_pdf",
    ".docx": "corpus.word:extract_docx",
    ".pptx": "corpus.slides:extract_pptx",
    ".xlsx": "corpus.sheets:extract_xlsx",
    ".csv": "corpus.sheets:extract_csv",
    ".tsv": "corpus.sheets:extract_csv",
    ".epub": "corpus.book:extract_epub",
    ".html": "corpus.webpage:extract_html",
    ".htm": "corpus.webpage:extract_html",
    ".xhtml": "corpus.webpage:extract_html",
}
"""By ending: module and function. A module is imported when a file of its format is met."""


def parse(document: str, data: bytes) -> Extract:
    """The extract of a file, by the parser of its name's ending.

    Raises:
        FileRefused: it cannot be read.
    """
    module, _, name = PARSERS[PurePosixPath(document).suffix.lower()].partition(":")
    parser: Parser = getattr(import_module(module), name)
    return parser(document, data)

"""Scans: read where the extra "ocr" and Tesseract are installed, else refused with what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from corpus import pdf, recognising
from corpus.corpus import Corpus, load_document
from corpus.errors import FileWithoutText
from corpus.limits import Limits
from corpus.pdf import extract_pdf

FILES = Path(__file__).parent / "files"
SCAN, TWO_PAGES = FILES / "scan.pdf", FILES / "writer.pdf"
HERONS = "The keeper of the pond counted nineteen herons in March."
needs_tesseract = pytest.mark.skipif(
    not recognising.is_installed(),
    reason="Tesseract is not installed; run: apt-get install tesseract-ocr",
)


def refusal(data: bytes) -> str:
    with pytest.raises(FileWithoutText) as refused:
        extract_pdf("scan.pdf", data)
    return refused.value.reason


@needs_tesseract
def test_a_scan_is_read_with_its_page_and_says_that_it_was() -> None:
    [file] = Corpus.open([str(SCAN)]).files()
    document = load_document(file)
    start = document.text.index(HERONS)
    [section] = [s for s in document.sections if s.span.start <= start < s.span.end]
    assert section.page == 1
    assert document.metadata["pages read from pictures"] == "1"
    assert "pages without text" not in document.metadata


def test_without_tesseract_a_scan_is_refused_and_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recognising, "is_installed", lambda: False)
    reason = refusal(SCAN.read_bytes())
    assert reason == (
        "holds pictures of 1 page and no text; install the extra ocr (pip install -e '.[ocr]') and "
        "Tesseract (apt-get install tesseract-ocr), or make a copy that has text: ocrmypdf IN.pdf "
        "OUT.pdf"
    )
    assert not Limits().would_fail_again(reason)  # tried again: by then it may be installed


def test_a_picture_without_text_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognising, "is_installed", lambda: True)
    monkeypatch.setattr(recognising, "_recognised", lambda page, timeout_s: [])
    reason = refusal(SCAN.read_bytes())
    assert reason == (
        "holds pictures of 1 page and no text that could be recognised; scan it again, sharper, "
        "or remove it"
    )
    assert Limits().would_fail_again(reason)


def test_pages_for_which_there_is_no_time_are_named_and_the_others_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = list(map(pdf._lines, [pypdfium2.PdfDocument(TWO_PAGES)] * 2, (0, 1)))
    asked: list[float] = []

    def recognised(page: Any, timeout_s: float) -> Any:
        asked.append(timeout_s)
        return pages[len(asked) - 1]

    monkeypatch.setattr(recognising, "is_installed", lambda: True)
    monkeypatch.setattr(recognising, "has_picture", lambda page: True)
    monkeypatch.setattr(recognising, "_recognised", recognised)
    monkeypatch.setattr(pdf, "_lines", lambda *_: [])
    monkeypatch.setattr(recognising, "_seconds_left", lambda: 4.0)
    extract = extract_pdf("long.pdf", TWO_PAGES.read_bytes())
    assert asked == [float("inf")]  # the first page must be read, whatever it takes
    assert extract.metadata["pages read from pictures"] == "1"
    assert extract.metadata["pages without text"] == "2"
    assert "".join(piece.text for piece in extract.pieces).startswith("The Tide Mill at Orrin")

"""Pages that are pictures, read by Tesseract, where it and the extra "ocr" are installed."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from math import inf
from typing import Any

from corpus.limits import UNRECOGNISED
from corpus.pdf_lines import Line, page_lines

DPI, MOST_PIXELS = 300, 5000
HOW_TO_HAVE_IT = (
    "install the extra ocr (pip install -e '.[ocr]') and Tesseract (apt-get install "
    "tesseract-ocr), or make a copy that has text: ocrmypdf IN.pdf OUT.pdf"
)
_LANGUAGES = 3
_MARGIN_S = 8.0  # for what comes after, and for the grace that the timer has


@cache
def is_installed() -> bool:
    """Whether pictures can be read on this machine."""
    return bool(find_spec("pytesseract") and shutil.which("tesseract"))


def why_unread(n_pages: int) -> str:
    """Why a file of pictures alone is refused, and what to do."""
    pages = "1 page" if n_pages == 1 else f"{n_pages} pages"
    held = f"holds pictures of {pages} and no text"
    if is_installed():
        return f"{held} {UNRECOGNISED}; scan it again, sharper, or remove it"
    return f"{held}; {HOW_TO_HAVE_IT}"


def how_to_read_pages() -> str:
    """What to do about pages that are pictures, in a file that has text too."""
    if is_installed():
        return "set ASSISTANT_FILE_SECONDS higher, if a look at them shows text"
    return HOW_TO_HAVE_IT


def recognise(pdf: Any, numbers: Sequence[int], *, has_text: bool) -> dict[int, list[Line]]:
    """The lines of those of the pages ``numbers`` (from 0) that hold a picture with text.

    Where ``has_text``, or once a page was read, as many as there is time for: the process that
    reads files has a timer. Before that it may run out, which refuses the file.
    """
    found: dict[int, list[Line]] = {}
    if not is_installed():
        return found
    for i in numbers:
        left = _seconds_left() - _MARGIN_S if has_text else inf
        if left <= 0:
            break
        if lines := _page_lines(pdf, i, left):
            found[i], has_text = lines, True
    return found


def has_picture(page: Any) -> bool:
    """Whether a page of pdfium holds one."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    return next(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]), None) is not None


def _page_lines(pdf: Any, i: int, timeout_s: float) -> list[Line]:
    """The lines of a page that holds pictures; none if it has no text or cannot be read."""
    import pypdfium2

    try:
        page = pdf[i]
        return _recognised(page, timeout_s) if has_picture(page) else []
    except (pypdfium2.PdfiumError, RuntimeError, OSError):  # Tesseract's errors, its timeout too
        return []


def _recognised(page: Any, timeout_s: float) -> list[Line]:
    """The page as Tesseract sees it, each word in its place.

    It writes a PDF with the words behind the picture, which is then read as any other.
    """
    import pypdfium2
    import pytesseract

    scale = min(DPI / 72, MOST_PIXELS / max(page.get_size()))
    image = page.render(scale=scale).to_pil()
    data = pytesseract.image_to_pdf_or_hocr(
        image,
        lang=_languages(),
        config=f"--dpi {round(scale * 72)}",
        extension="pdf",
        timeout=0 if timeout_s == inf else timeout_s,  # 0: without end
    )
    with pypdfium2.PdfDocument(BytesIO(data)) as read:
        return page_lines(read[0])


@cache
def _languages() -> str:
    """What is installed besides English, and English first."""
    import pytesseract

    known = [name for name in pytesseract.get_languages() if name not in ("osd", "equ")]
    return "+".join(sorted(known, key=lambda name: (name != "eng", name))[:_LANGUAGES])


def _seconds_left() -> float:
    if not hasattr(signal, "getitimer"):
        return inf
    return signal.getitimer(signal.ITIMER_REAL)[0] or inf

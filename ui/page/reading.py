"""Documents to read on the page: opened at a passage, or the one paragraph around it.

Everything shown is cut here, by code points, and sent as JSON; the page's scripts build it with
``textContent`` only, so that nothing in a document can run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.document import Markup, Span
from corpus.errors import DocumentUnknown
from corpus.markdown import front_matter
from corpus.markup import MASK, mask_markup

if TYPE_CHECKING:
    from index.index import Index
    from index.passage import Chunk, DocumentInfo

Json = dict[str, Any]
PARAGRAPH_CHARS = 3_000  # of a paragraph on each side of the passage
SHOWN_CHARS = 60_000  # of a document on each side of the passage
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
HEADING = re.compile(r"(#{1,6})[ \t]+")
ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
BLANK = re.compile(r"\n[ \t]*\n")
BLANK_OR_SIGN = re.compile(
    r"\n[ \t]*(?=\n)"
    r"|\n(?=#{1,6}[ \t]|[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]|\||<!--)"
    r"|(?<=-->)\n"
    r"|(?:(?<=\n)|\A)#{1,6}[ \t][^\n]*\n"
)


@dataclass(frozen=True, slots=True)
class Place:
    """What a citation link carries. ``hash`` is the start of the document text's SHA-256."""

    document: str
    span: Span
    number: int
    hash: str

    @classmethod
    def from_json(cls, record: Any) -> Place:
        """A place as the page's script sends it.

        Raises:
            ValueError: it is not one.
        """
        try:
            return cls(
                str(record["document"]),
                Span(int(record["start"]), int(record["end"])),
                int(record.get("n") or 0),
                str(record.get("h") or ""),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"not a citation: {record!r}") from error


def open_paragraph(index: Index, place: Place) -> Json:
    """The paragraph, item or row around a place, the place marked.

    Raises:
        DocumentUnknown: as ``open_document``.
    """
    info, text, chunk = _opened(index, place)
    start = text.rfind("\n\n", 0, place.span.start) + 1
    end = text.find("\n\n", place.span.end)
    shown = Span(
        max(start, place.span.start - PARAGRAPH_CHARS),
        min(len(text) if end < 0 else end, place.span.end + PARAGRAPH_CHARS),
    )
    blocks = list(document_blocks(text, info.markup, shown, [place.span]))
    marked = [block for block in blocks if any(is_marked for _, is_marked in block["parts"])]
    return {**_head(info, chunk, place), "blocks": marked or blocks}


def open_document(index: Index, place: Place) -> Json:
    """A document as blocks to draw, the passage marked; of a long one the part around it.

    An empty span at 0 opens the document where its text begins.

    Raises:
        DocumentUnknown: it is not there, or no longer as long as it was.
    """
    info, text, chunk = _opened(index, place)
    body_start = front_matter(text)[1] if info.markup == "markdown" else 0
    first = min(body_start, place.span.start) if place.span.length else body_start
    start = max(first, place.span.start - SHOWN_CHARS)
    shown = Span(start, _part_end(text, place.span.end + SHOWN_CHARS))
    blocks = list(document_blocks(text, info.markup, shown, [place.span]))
    further = shown.end if shown.end < len(text) else None
    is_cut = shown.start > body_start
    return {**_head(info, chunk, place), "blocks": blocks, "cut": is_cut, "further": further}


def open_further(index: Index, document: str, start: int) -> Json:
    """The part of a document that begins at ``start``, and where the next one does, if any.

    Raises:
        DocumentUnknown: there is none of that name.
    """
    info, text = index.latest().document(document)
    shown = Span(min(start, len(text)), _part_end(text, start + SHOWN_CHARS))
    blocks = list(document_blocks(text, info.markup, shown, []))
    return {"blocks": blocks, "further": shown.end if shown.end < len(text) else None}


def _part_end(text: str, end: int) -> int:
    """``end``, or the end of the paragraph before it where that is not far."""
    if end >= len(text):
        return len(text)
    blank = text.rfind("\n\n", end - PARAGRAPH_CHARS, end)
    return blank + 1 if blank > 0 else end


def document_blocks(
    text: str, markup: Markup, shown: Span, marks: Sequence[Span]
) -> Iterator[Json]:
    """The paragraphs, headings, items and rows of ``text`` within ``shown``, as a reader sees them.

    Each is ``{"kind", "parts", "start", "end"}``; the parts are ``cut_parts`` without signs of
    markup.
    """
    masked = mask_markup(text[shown.start : shown.end], markup)
    visible = " " * shown.start + masked  # so that offsets are those of the document
    for span in _lines(text, markup, shown):
        parts = [
            (part.replace(MASK, ""), is_marked)
            for part, is_marked in cut_parts(visible, span, marks)
            if part.strip(MASK)
        ]
        if any(part.strip() for part, _ in parts):
            kind = _kind(text, markup, span)
            yield {"kind": kind, "parts": parts, "start": span.start, "end": span.end}


def cut_parts(text: str, span: Span, marks: Iterable[Span]) -> list[tuple[str, bool]]:
    """``text[span]`` in parts, each with whether it is marked; empty ones are left out.

    >>> cut_parts("one two three", Span(0, 13), [Span(4, 7)])
    [('one ', False), ('two', True), (' three', False)]
    """
    parts = []
    at = span.start
    for mark in sorted(marks):
        start, end = max(mark.start, at), min(mark.end, span.end)
        if start < end:
            parts += [(text[at:start], False), (text[start:end], True)]
            at = end
    parts.append((text[at : span.end], False))
    return [(part, is_marked) for part, is_marked in parts if part]


def _opened(index: Index, place: Place) -> tuple[DocumentInfo, str, Chunk | None]:
    """The document of ``place``, its text, and the chunk in which the place begins."""
    info, text = index.document(place.document)
    if place.span.end > len(text):
        raise DocumentUnknown(f"{place.document} is shorter than when it was cited; ask again")
    chunks = index.chunks(place.document)
    return info, text, next((c for c in chunks if place.span.start in _range(c.span)), None)


def _range(span: Span) -> range:
    return range(span.start, span.end)


def _head(info: DocumentInfo, chunk: Chunk | None, place: Place) -> Json:
    return {
        "document": place.document,
        "title": info.title,
        "heading": list(chunk.heading) if chunk else [],
        "page": chunk.page if chunk else None,
        "start": place.span.start,
        "end": place.span.end,
        "h": place.hash,
        "changed": bool(place.hash) and not info.sha256.startswith(place.hash),
    }


def _lines(text: str, markup: Markup, shown: Span) -> Iterator[Span]:
    """Where blocks stand: a line each for Markdown's headings, items and rows, else paragraphs."""
    starts = BLANK if markup == "plain" else BLANK_OR_SIGN
    cuts = [match.end() for match in starts.finditer(text, shown.start, shown.end)]
    for start, end in zip([shown.start, *cuts], [*cuts, shown.end], strict=True):
        block = text[start:end]
        first = start + len(block) - len(block.lstrip("\n"))
        yield Span(first, max(first, start + len(block.rstrip("\n"))))


def _kind(text: str, markup: Markup, span: Span) -> str:
    if markup == "plain":
        return "plain"
    line = span.cut(text)
    if heading := HEADING.match(line):
        return f"h{len(heading[1])}"
    if ITEM.match(line):
        return "item"
    return "row" if line.startswith("|") else "paragraph"

"""PPTX: a page for every slide, with its title, text, tables and speaker notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.archive import Archive, local, office_metadata
from corpus.document import BlockKind
from corpus.pieces import Extract, Piece
from corpus.tables import Table, table_pieces

if TYPE_CHECKING:
    from lxml.etree import _Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TITLES = ("title", "ctrTitle")
_FURNITURE = ("sldNum", "dt", "ftr", "hdr", "sldImg")
NOTES = "Notes"


def extract_pptx(document: str, data: bytes) -> Extract:
    """The pieces of a presentation, slide by slide, its title, author and date.

    Hidden slides are read too, and keep their number.

    Raises:
        FileRefused: not a presentation, or damaged.
    """
    archive = Archive(document, data)
    main = archive.related("", "officeDocument") or "ppt/presentation.xml"
    targets = archive.relations(main)
    slides = [
        targets[str(item.get(f"{_R}id"))][1]
        for item in archive.xml(main).iter(f"{_P}sldId")
        if str(item.get(f"{_R}id")) in targets
    ]
    title, metadata = office_metadata(archive)
    pieces: list[Piece] = []
    for page, part in enumerate(slides, start=1):
        pieces += _slide(archive, part, page)
    return Extract(tuple(pieces), title, metadata)


def _slide(archive: Archive, part: str, page: int) -> Iterator[Piece]:
    slide = archive.xml(part)
    shapes = list(_shapes(slide))
    titles = [shape for shape in shapes if _role(shape) in _TITLES]
    heading = " ".join(text for shape in titles for _, text in _paragraphs(shape))
    if heading.strip():
        yield Piece("heading", heading, 1, page)
    for shape in shapes:
        if shape not in titles and _role(shape) not in _FURNITURE:
            yield from _shape(shape, page)
    notes = archive.related(part, "notesSlide")
    if notes:
        yield from _notes(archive.xml(notes), page)


def _notes(notes: _Element, page: int) -> Iterator[Piece]:
    for shape in _shapes(notes):
        if _role(shape) == "body":
            for _, text in _paragraphs(shape):
                yield Piece("paragraph", text, page=page, under=(NOTES,))


def _shapes(root: _Element) -> Iterator[_Element]:
    """The shapes and frames of a slide in the order they are read, those in groups too."""
    yield from root.iter(f"{_P}sp", f"{_P}graphicFrame")


def _role(shape: _Element) -> str:
    """What a placeholder is for; of other shapes nothing."""
    holder = next(shape.iter(f"{_P}ph"), None)
    return "" if holder is None else str(holder.get("type", "body"))


def _shape(shape: _Element, page: int) -> Iterator[Piece]:
    table = next(shape.iter(f"{_A}tbl"), None)
    if table is not None:
        yield from table_pieces(_table(table), page=page)
        return
    lines = [(is_item, text) for is_item, text in _paragraphs(shape) if text.strip()]
    for is_item, text in lines:
        # In the body of a slide several paragraphs are a list, with bullets or without.
        kind: BlockKind = "item" if is_item or (len(lines) > 1 and _role(shape)) else "paragraph"
        yield Piece(kind, text, page=page)


def _paragraphs(shape: _Element) -> Iterator[tuple[bool, str]]:
    """Each paragraph's text and whether it has a bullet of its own."""
    for paragraph in shape.iter(f"{_A}p"):
        parts = [
            item.text or "" if local(item) == "t" else " "
            for item in paragraph.iter(f"{_A}t", f"{_A}br", f"{_A}tab")
        ]
        bullets = [*paragraph.iter(f"{_A}buChar"), *paragraph.iter(f"{_A}buAutoNum")]
        yield bool(bullets), "".join(parts)


def _table(table: _Element) -> Table:
    rows = []
    for row in table.iter(f"{_A}tr"):
        cells = (" ".join(text for _, text in _paragraphs(cell)) for cell in row.findall(f"{_A}tc"))
        rows.append(tuple(cells))
    properties = table.find(f"{_A}tblPr")
    marked = properties is not None and properties.get("firstRow") in ("1", "true")
    return Table(tuple(rows), 1 if marked else None)

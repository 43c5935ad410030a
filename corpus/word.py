"""DOCX: headings by style, lists, tables and footnotes, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.archive import Archive, local, office_metadata
from corpus.document import BlockKind
from corpus.errors import FileBroken
from corpus.pieces import Extract, Piece
from corpus.tables import Table, table_pieces

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"heading ?([1-9])\Z", re.IGNORECASE)
_CONTENTS = re.compile(r"toc ?\d|toc heading|table of (?:figures|contents)", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list (?:bullet|number)", re.IGNORECASE)
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_SKIPPED = frozenset({"del", "moveFrom", "delText", "instrText", "rPr", "pPr", "txbxContent"})
_BODY_LEVEL = 9  # an outline level of body text


def extract_docx(document: str, data: bytes) -> Extract:
    """The pieces of a Word document, its title, author and date.

    Raises:
        FileRefused: not a Word document, or damaged.
    """
    archive = Archive(document, data)
    main = archive.related("", "officeDocument") or "word/document.xml"
    body = archive.xml(main).find(f"{_W}body")
    if body is None:
        raise FileBroken(document, "holds no text part; save it again as DOCX")
    title, metadata = office_metadata(archive)
    reader = _Reader(_Styles(archive, main), _notes(archive, main))
    return Extract(tuple(reader.pieces(body)), title, metadata)


class _Styles:
    """What the paragraph styles of a document mean."""

    def __init__(self, archive: Archive, main: str) -> None:
        self._styles: dict[str, _Element] = {}
        part = archive.related(main, "styles")
        for style in archive.xml(part).iter(f"{_W}style") if part else ():
            self._styles[style.get(f"{_W}styleId", "")] = style

    def lineage(self, style_id: str) -> Iterator[tuple[str, _Element | None]]:
        """Name and properties of a style and of those it is based on."""
        for _ in range(20):
            style = self._styles.get(style_id)
            if style is None:
                if style_id:
                    yield style_id, None
                return
            name = style.find(f"{_W}name")
            yield (_value(name) or style_id), style.find(f"{_W}pPr")
            style_id = _value(style.find(f"{_W}basedOn"))

    def level(self, style_id: str) -> int | None:
        """The heading level that a style stands for; 0: the title; None: no heading."""
        for name, properties in self.lineage(style_id):
            if found := _HEADING.match(name):
                return int(found[1])
            if name.lower() == "title":
                return 0
            outline = None if properties is None else properties.find(f"{_W}outlineLvl")
            if outline is not None and _value(outline).isdecimal():
                level = int(_value(outline))
                return level + 1 if level < _BODY_LEVEL else None
        return None

    def is_named(self, style_id: str, pattern: re.Pattern[str]) -> bool:
        return any(pattern.match(name) for name, _ in self.lineage(style_id))

    def is_listed(self, style_id: str) -> bool:
        """Whether a style makes its paragraphs items of a list."""
        if self.is_named(style_id, _LIST_STYLE):
            return True
        properties = (own for _, own in self.lineage(style_id) if own is not None)
        return any(own.find(f"{_W}numPr") is not None for own in properties)


class _Reader:
    """Turns the paragraphs and tables of a body into pieces."""

    def __init__(self, styles: _Styles, notes: dict[str, str]) -> None:
        self._styles, self._notes = styles, notes
        self._due: list[str] = []

    def pieces(self, parent: _Element) -> Iterator[Piece]:
        """The pieces below ``parent``; a footnote stands behind the block that refers to it."""
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from table_pieces(self._table(element))
            elif name in ("sdt", "sdtContent", "customXml", "ins", "smartTag", "moveTo"):
                yield from self.pieces(element)
                continue
            yield from self._footnotes()

    def _footnotes(self) -> Iterator[Piece]:
        due, self._due = self._due, []
        for reference in due:
            if text := self._notes.get(reference):
                yield Piece("paragraph", text)

    def _paragraph(self, element: _Element) -> Iterator[Piece]:
        properties = element.find(f"{_W}pPr")
        style = "" if properties is None else _value(properties.find(f"{_W}pStyle"))
        if self._styles.is_named(style, _CONTENTS):
            return
        level = self._level(properties, style)
        text = self._text(element)
        if level is not None:
            yield Piece("heading", text, level)
        else:
            kind: BlockKind = "item" if self._is_item(properties, style) else "paragraph"
            yield Piece(kind, text)
        for box in element.iter(f"{_W}txbxContent"):
            if next(box.iterancestors(_FALLBACK), None) is None:
                yield from self.pieces(box)

    def _level(self, properties: _Element | None, style: str) -> int | None:
        own = None if properties is None else properties.find(f"{_W}outlineLvl")
        if own is not None and _value(own).isdecimal() and int(_value(own)) < _BODY_LEVEL:
            return int(_value(own)) + 1
        return self._styles.level(style)

    def _is_item(self, properties: _Element | None, style: str) -> bool:
        number = None if properties is None else properties.find(f"{_W}numPr")
        if number is not None:
            return _value(number.find(f"{_W}numId")) != "0"
        return self._styles.is_listed(style)

    def _text(self, element: _Element) -> str:
        """What stands in an element: insertions are, deletions are not, text boxes neither."""
        parts: list[str] = []
        for child in element:
            name = local(child)
            if name == "t":
                parts.append(child.text or "")
            elif name in _MARKS:
                parts.append(_MARKS[name])
            elif name in ("footnoteReference", "endnoteReference"):
                self._due.append(f"{name[:-9]}{child.get(f'{_W}id')}")
            elif name not in _SKIPPED:
                parts.append(self._text(child))
        return "".join(parts)

    def _table(self, table: _Element) -> Table:
        rows: list[tuple[str, ...]] = []
        marked = 0
        above: list[str] = []
        for row in table.iter(f"{_W}tr"):
            cells: list[str] = []
            for cell in row.findall(f"{_W}tc"):
                text = " ".join(self._text(p) for p in cell.iter(f"{_W}p"))
                width = _number(cell, "gridSpan")
                if _is_continued(cell) and len(cells) < len(above):
                    text = above[len(cells)]
                cells += [text, *[""] * (width - 1)]
            rows.append(tuple(cells))
            above = cells
            if len(rows) == marked + 1 and _is_marked(row):
                marked += 1
        return Table(tuple(rows), marked or None)


def _is_marked(row: _Element) -> bool:
    """Whether a row is marked as a header, or all its words are bold."""
    if row.find(f"{_W}trPr/{_W}tblHeader") is not None:
        return True
    runs = [run for run in row.iter(f"{_W}r") if "".join(run.itertext()).strip()]
    bold = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(runs) and all(
        b is not None and b.get(f"{_W}val") not in ("0", "false") for b in bold
    )


def _is_continued(cell: _Element) -> bool:
    """Whether a cell is a part of the one above it."""
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _number(cell: _Element, name: str) -> int:
    value = _value(cell.find(f"{_W}tcPr/{_W}{name}"))
    return min(int(value), 1000) if value.isdecimal() and int(value) else 1


def _notes(archive: Archive, main: str) -> dict[str, str]:
    """The texts of footnotes and endnotes by kind and id."""
    found: dict[str, str] = {}
    for kind in ("footnote", "endnote"):
        part = archive.related(main, f"{kind}s")
        for note in archive.xml(part).iter(f"{_W}{kind}") if part else ():
            if note.get(f"{_W}type") in (None, "normal"):
                words = "".join(item.text or "" for item in note.iter(f"{_W}t"))
                found[f"{kind}{note.get(f'{_W}id')}"] = words
    return found


def _value(element: _Element | None) -> str:
    return "" if element is None else str(element.get(f"{_W}val", ""))

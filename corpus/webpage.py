"""HTML: the main content of a page with its headings, lists and tables, nothing around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from corpus.archive import local
from corpus.document import BlockKind
from corpus.errors import FileBroken
from corpus.pieces import Extract, Piece
from corpus.surroundings import main_content, without_surroundings
from corpus.tables import Table, table_pieces
from corpus.text import decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.I
)
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HEADING = re.compile(r"h[1-6]\Z")
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form header hgroup hr html legend li main menu nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul caption option".split()
)
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author")
_DATES = (
    "article:published_time", "date", "dc.date", "dcterms.date", "dcterms.created",
    "citation_publication_date", "citation_date", "article:modified_time",
)  # fmt: skip


def extract_html(document: str, data: bytes) -> Extract:
    """The pieces of a web page's main content, its title, author and date.

    Raises:
        FileRefused: not text, or nothing that can be read as a page.
    """
    page = parse_html(document, data)
    title = " ".join((page.findtext(".//title") or "").split())
    metadata = _metadata(page)
    root = main_content(page)
    pieces = tuple(page_pieces(without_surroundings(root)))
    return Extract(pieces or tuple(page_pieces(root)), title, metadata)


def parse_html(document: str, data: bytes) -> HtmlElement:
    """The root element of a page, decoded as it says itself, else as any text."""
    from lxml import etree, html

    declared = _DECLARED.search(data[:4096])
    text = ""
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode(declared[1].decode("ascii"), errors="replace")
        except LookupError:
            text = ""
    text = _XML_DECLARATION.sub("", text or decode(data, document)).replace("\x00", "")
    # Old pages leave elements open and so nest deeper than the 256 that are usual.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        page: HtmlElement = html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise FileBroken(document, "holds no web page that can be read") from error
    if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
        raise FileBroken(document, "is nested too deeply to be read")
    return page


def page_pieces(root: HtmlElement, *, page: int | None = None) -> Iterator[Piece]:
    """The blocks below ``root`` in reading order."""
    walk = _Walk(page)
    walk.visit(root, "paragraph")
    walk.close("paragraph")
    yield from walk.pieces


class _Walk:
    """One way through a page: inline text is gathered until a block begins or ends."""

    def __init__(self, page: int | None) -> None:
        self.pieces: list[Piece] = []
        self._page = page
        self._open: list[str] = []

    def close(self, kind: BlockKind) -> None:
        """End the block that was gathered, if it holds words."""
        text = "".join(self._open)
        self._open = []
        if text.strip():
            self.pieces.append(Piece(kind, text, page=self._page))

    def visit(self, element: HtmlElement, kind: BlockKind) -> None:
        """Gather an element, not what follows it."""
        name = local(element)
        if not name:
            return
        if name == "br":
            self._open.append("\n")
        elif _HEADING.match(name):
            self.close(kind)
            self._heading(element, int(name[1]))
        elif name == "table" and _is_data(element):
            self.close(kind)
            for caption in element.iter("caption"):
                self.pieces.append(Piece("paragraph", _cell_text(caption), page=self._page))
            self.pieces += table_pieces(_table(element), page=self._page)
        elif name == "pre":
            self.close(kind)
            self.pieces.append(Piece("code", "".join(element.itertext()), page=self._page))
        elif name in _BLOCKS:
            self.close(kind)
            inner: BlockKind = "item" if name in ("li", "dd") else kind
            self._children(element, inner)
            self.close(inner)
        else:
            self._children(element, kind)

    def _children(self, element: HtmlElement, kind: BlockKind) -> None:
        self._open.append(element.text or "")
        for child in element:
            self.visit(child, kind)
            self._open.append(child.tail or "")

    def _heading(self, element: HtmlElement, level: int) -> None:
        text = " ".join("".join(element.itertext()).split()).rstrip("¶#§ ")
        if text:
            self.pieces.append(Piece("heading", text, level, self._page))


def _is_data(table: HtmlElement) -> bool:
    """Whether a table holds data: some rows of several cells, and no table, heading or list."""
    if next(table.iterdescendants("table", "h1", "h2", "h3", "ul", "ol"), None) is not None:
        return False
    return any(len(row.xpath("./td|./th")) > 1 for row in table.iter("tr"))


def _table(table: HtmlElement) -> Table:
    grid: list[tuple[str, ...]] = []
    is_header, is_named = [], []
    spans: dict[int, tuple[int, str]] = {}  # cells that reach into the rows below, by column
    for row in table.iter("tr"):
        cells: list[str] = []
        found = row.xpath("./td|./th")
        for cell in found:
            _fill(cells, spans)
            text = " ".join(_cell_text(cell).split())
            for _ in range(_number(cell, "colspan")):
                if (below := _number(cell, "rowspan") - 1) > 0:
                    spans[len(cells)] = (below, text)
                cells.append(text if not cells or cells[-1] != text else "")
        _fill(cells, spans)
        grid.append(tuple(cells))
        is_header.append(bool(found) and all(local(cell) == "th" for cell in found))
        is_named.append(bool(found) and local(found[0]) == "th" and not is_header[-1])
    n_header = next((i for i, flag in enumerate(is_header) if not flag), len(is_header))
    return Table(tuple(grid), n_header or None, any(is_named))


def _fill(cells: list[str], spans: dict[int, tuple[int, str]]) -> None:
    """Put in what reaches down from the rows above."""
    while len(cells) in spans:
        n_rows, text = spans.pop(len(cells))
        if n_rows > 1:
            spans[len(cells)] = (n_rows - 1, text)
        cells.append(text)


def _number(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1")
    return min(int(value), 1000) if value.isdecimal() and int(value) else 1


def _cell_text(cell: Any) -> str:
    return " ".join(cell.itertext())


def _metadata(page: HtmlElement) -> dict[str, str]:
    said: dict[str, str] = {}
    for item in page.iter("meta"):
        name = (item.get("name") or item.get("property") or "").lower()
        said.setdefault(name, (item.get("content") or "").strip())
    author = next((said[name] for name in _AUTHORS if said.get(name)), "")
    date = next((said[name] for name in _DATES if said.get(name)), "")
    if re.match(r"\d{4}-\d\d-\d\d", date):
        date = date[:10]
    return {key: value for key, value in (("author", author), ("date", date)) if value}

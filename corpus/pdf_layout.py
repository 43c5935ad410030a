"""From the lines of PDF pages to paragraphs, headings, items and rows of tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.document import BlockKind
from corpus.pdf_lines import HYPHEN, Line
from corpus.pdf_tables import find_tables
from corpus.pieces import Piece
from corpus.tables import table_pieces

_LARGER = 1.12  # than the body's: the size of a heading
_APART = 1.35  # of the usual leading: a gap between paragraphs
_SHORT = 0.85  # of the width: a line that ends a paragraph
_MAX_HEADING_CHARS, _MAX_HEADING_LINES = 200, 3
_EDGE_LINES = 2
_BULLET = re.compile(r"[•‣▪◦●○■□–—*\u2023\u25aa\uf0b7·-]\Z")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\Z")
_ENDED = re.compile(r"[.!?:;。！？।؟][\"”’)\]]*\Z")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:\s?[.…·]){5,}\s*(?:\d{1,4}|[ivxlc]{1,7})?\Z")
_HYPHENS = ("-", HYPHEN, "\u00ad")
_WORD_BEFORE = re.compile(r"[^\W\d_]+[-\u2010\u00ad]\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Look:
    """How the text of a document looks: its size and leading, and how often it writes a word."""

    size: float
    leading: float
    words: Counter[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of one block, joined."""

    kind: BlockKind
    text: str
    page: int
    size: float
    bold: bool = False


def layout_pieces(pages: Sequence[Sequence[Line]]) -> Iterator[Piece]:
    """The blocks of all pages in reading order; what is repeated at their edges is left out.

    A sentence that a page's end cuts stands on the page where it begins.
    """
    pages = _without_edges(pages)
    sizes = Counter(line.size for page in pages for line in page for _ in line.text)
    if not sizes:
        return
    body = sizes.most_common(1)[0][0]
    words = Counter(w.strip(".,;:()") for page in pages for line in page for w in line.text.split())
    look = _Look(body, _leading(pages, body), words)
    parts: list[_Part | Piece] = []
    for number, lines in enumerate(pages, start=1):
        parts += _page_parts(lines, number, look)
    levels = _levels(parts)
    for part in _joined_across(parts, words):
        if isinstance(part, Piece):
            yield part
        else:
            level = levels.get((part.size, part.bold), 0) if part.kind == "heading" else 0
            yield Piece(part.kind, part.text, level, part.page)


def _page_parts(lines: Sequence[Line], page: int, look: _Look) -> Iterator[_Part | Piece]:
    start = 0
    for begin, end, table in find_tables(lines):
        yield from _parts(lines[start:begin], page, look)
        yield from table_pieces(table, page=page)
        start = end
    yield from _parts(lines[start:], page, look)


def _parts(lines: Sequence[Line], page: int, look: _Look) -> Iterator[_Part]:
    """The blocks of lines without a table among them."""
    if not lines:
        return
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or _is_new(groups[-1], line, look, right - left):
            groups.append([])
        groups[-1].append(line)
    before: _Part | None = None
    listed = -1.0  # where the lines of a list begin whose bullets are drawn
    for group in groups:
        part = _part(group, page, look)
        start = group[0].x0
        if before is not None and before.text.endswith(":") and start > left + group[0].size:
            listed = start
        is_listed = part.kind == "paragraph" and abs(start - listed) < 1
        before = replace(part, kind="item") if is_listed else part
        listed = listed if before.kind == "item" else -1.0
        yield before


def _leading(pages: Sequence[Sequence[Line]], body: float) -> float:
    """The usual distance of two lines of the body."""
    gaps = Counter(
        round(above.y - below.y)
        for lines in pages
        for above, below in pairwise(lines)
        if above.size == below.size == body and 0.6 * body < above.y - below.y < 3 * body
    )
    return float(gaps.most_common(1)[0][0]) if gaps else 1.3 * body


def _is_new(group: Sequence[Line], line: Line, look: _Look, width: float) -> bool:
    """Whether ``line`` begins a block; the lines before it are one."""
    last = group[-1]
    gap = last.y - line.y
    is_apart = gap > _APART * max(look.leading * line.size / look.size, 0.9 * last.size)
    if abs(line.size - last.size) > 0.06 * last.size or _opens_item(line) or is_apart:
        return True
    if last.is_bold and not line.is_bold:
        return True
    if gap < 0:  # the next column
        return bool(_ENDED.search(last.text))
    is_indented = line.x0 > last.x0 + 0.9 * line.size and not _opens_item(group[0])
    is_short = last.x1 - group[0].x0 < _SHORT * width
    return (is_indented or is_short) and bool(_ENDED.search(last.text))


def _opens_item(line: Line) -> bool:
    first = line.words[0].text
    return len(line.words) > 1 and bool(_BULLET.match(first) or _NUMBER.match(first))


def _part(group: Sequence[Line], page: int, look: _Look) -> _Part:
    lines = [line.text for line in group]
    is_item = _opens_item(group[0])
    is_bullet = is_item and bool(_BULLET.match(group[0].words[0].text))
    if is_bullet:
        lines[0] = " ".join(word.text for word in group[0].words[1:])
    text = lines[0]
    for line in lines[1:]:
        text = join_lines(text, line, look.words)
    size, bold = max(line.size for line in group), all(line.is_bold for line in group)
    is_larger = size > _LARGER * look.size
    is_heading = (
        (is_larger or (bold and size >= look.size and not _ENDED.search(text)))
        and len(group) <= _MAX_HEADING_LINES
        and len(text) <= _MAX_HEADING_CHARS
        and any(c.isalpha() for c in text)
        and not is_bullet
    )
    kind: BlockKind = "item" if is_item else "paragraph"
    return _Part("heading" if is_heading else kind, text, page, size, bold)


def join_lines(text: str, line: str, words: Counter[str]) -> str:
    """Two lines as one; a word cut by a hyphen is mended.

    The hyphen stays where the document writes the word with it elsewhere.

    >>> join_lines("his work\u2010", "manship", Counter())
    'his workmanship'
    >>> join_lines("a self-", "taught man", Counter({"self-taught": 1}))
    'a self-taught man'
    """
    before, after = _WORD_BEFORE.search(text), _FIRST_WORD.match(line)
    if not before or not after:
        return f"{text} {line}" if not text.endswith(_HYPHENS) else text + line
    stem, rest = before.group()[:-1], after.group()
    is_kept = words[f"{stem}-{rest}"] > words[stem + rest]
    if not line[0].islower() or (is_kept and not text.endswith("\u00ad")):
        return text[:-1] + "-" + line
    return text[:-1] + line


def _levels(parts: Sequence[_Part | Piece]) -> dict[tuple[float, bool], int]:
    """The level of each look of a heading: the larger the higher; a lone largest one is the title.

    Looks of body size come last.
    """
    headings = [p for p in parts if isinstance(p, _Part) and p.kind == "heading"]
    looks = sorted({(p.size, p.bold) for p in headings}, reverse=True)
    first = [p for p in headings if looks and (p.size, p.bold) == looks[0]]
    is_title = len(looks) > 1 and len(first) == 1 and first[0] is headings[0] and first[0].page == 1
    start = 0 if is_title else 1
    return {look: min(start + i, 6) for i, look in enumerate(looks)}


def _joined_across(parts: Sequence[_Part | Piece], words: Counter[str]) -> Iterator[_Part | Piece]:
    """The parts with the end of a sentence that a page's end cuts moved to where it began."""
    open_part: _Part | None = None
    for part in parts:
        if open_part is not None and isinstance(part, _Part) and _continues(open_part, part):
            head, rest = _first_sentence(part.text)
            yield replace(open_part, text=join_lines(open_part.text, head, words))
            open_part = replace(part, text=rest) if rest else None
            continue
        if open_part is not None:
            yield open_part
        open_part = None
        if isinstance(part, _Part):
            open_part = part
        else:
            yield part
    if open_part is not None:
        yield open_part


def _continues(before: _Part, part: _Part) -> bool:
    return (
        part.page == before.page + 1
        and before.kind in ("paragraph", "item")
        and part.kind == "paragraph"
        and abs(part.size - before.size) < 0.6
        and not _ENDED.search(before.text)
    )


def _first_sentence(text: str) -> tuple[str, str]:
    """A text up to the end of its first sentence, and the rest."""
    end = re.search(r"[.!?。！？।؟][\"”’)\]]*(?=\s+[\"“‘(]?[^\W_a-z]|\s*\Z)", text)
    return (text, "") if end is None else (text[: end.end()], text[end.end() :].strip())


def _without_edges(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without the lines that their tops and bottoms share, and without page numbers.

    Numbers count as alike. Lines of a table of contents, with their row of dots, are left out too.
    """
    seen = Counter(key for page in pages for key in {_key(page[i]) for i in _edges(page)})
    least = 2 if len(pages) == 2 else 3
    kept = []
    for page in pages:
        gone = {i for i in _edges(page) if least <= seen[_key(page[i])] >= len(pages) / 3}
        gone |= _page_numbers(page) if len(pages) > 1 else set()
        kept.append(
            [line for i, line in enumerate(page) if i not in gone and not _LEADER.search(line.text)]
        )
    return kept


def _page_numbers(page: Sequence[Line]) -> set[int]:
    """The highest and the lowest line where they are a number by itself, apart from the text."""
    order = sorted(range(len(page)), key=lambda i: page[i].y)
    pairs = ((order[0], order[1]), (order[-1], order[-2])) if len(order) > 1 else ()
    return {
        i
        for i, next_to in pairs
        if _PAGE_NUMBER.fullmatch(page[i].text)
        and abs(page[i].y - page[next_to].y) > 1.6 * page[next_to].size
    }


def _edges(page: Sequence[Line]) -> list[int]:
    """Which lines stand highest and lowest."""
    order = sorted(range(len(page)), key=lambda i: page[i].y)
    return sorted({*order[:_EDGE_LINES], *order[-_EDGE_LINES:]})


def _key(line: Line) -> tuple[str, int]:
    """Equal for a line that is repeated on another page: its words and about its place."""
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.lower()), round(line.y / 3)

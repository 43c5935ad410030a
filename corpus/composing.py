"""From a parser's pieces to a document: one text that offsets count in, sections and blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from corpus.document import Block, Document, Section, Span, TitleOrigin
from corpus.naming import title_from_name
from corpus.pieces import Extract, Piece
from corpus.text import normalise

MAX_HEADING_CHARS = 300
"""A longer heading, title or value is shortened: it is repeated with everything below it."""

_TYPOGRAPHIC = str.maketrans(
    {
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
        "\ufb05": "st", "\ufb06": "st", "\u00ad": "", "\u200b": "", "\u2060": "",
    }
)  # fmt: skip
_LISTED = ("item", "row", "header", "code")


def compose(document: str, data: bytes, extract: Extract) -> Document:
    """The document of an extract.

    Its text is normalised; ligatures are spelled out, soft hyphens dropped, and white space within
    a piece is one space, code aside. A section begins at each heading and each page.
    """
    pieces = [piece for piece in map(_tidied, extract.pieces) if piece.text]
    title, origin, pieces = _titled(document, extract, pieces)
    text, placed = _laid_out(pieces)
    return Document(
        id=document,
        title=title,
        title_origin=origin,
        text=text,
        sections=tuple(_sections(text, placed)),
        markup="plain",
        file_sha256=sha256(data).hexdigest(),
        size_bytes=len(data),
        metadata={key: value for key, raw in extract.metadata.items() if (value := one_line(raw))},
    )


def one_line(text: str) -> str:
    """``text`` as a heading or a value: normalised, on one line, not too long.

    >>> one_line(" Of\u00adﬁce  hours ")
    'Office hours'
    """
    words = normalise(text.translate(_TYPOGRAPHIC)).split()
    return " ".join(words)[:MAX_HEADING_CHARS].rstrip()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece, where it stands, and the headings above it."""

    piece: Piece
    span: Span
    path: tuple[str, ...]


def _tidied(piece: Piece) -> Piece:
    text = normalise(piece.text.translate(_TYPOGRAPHIC))
    if piece.kind == "code":
        text = "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))
    else:
        text = " ".join(text.split())
    return replace(piece, text=text if text.strip() else "")


def _titled(
    document: str, extract: Extract, pieces: list[Piece]
) -> tuple[str, TitleOrigin, list[Piece]]:
    """The title, where it is from, and the pieces with the title's own heading at level 0."""
    headings = [i for i, piece in enumerate(pieces) if piece.kind == "heading"]
    tops = [i for i in headings if pieces[i].level <= 1]
    own = tops[0] if len(tops) == 1 and headings[0] == tops[0] else None
    title, origin = one_line(extract.title), "metadata"
    marked = next((i for i in headings if pieces[i].level == 0), None)
    if marked is not None:
        own, title, origin = marked, one_line(pieces[marked].text), "heading"
    elif own is not None and (not title or _alike(title, pieces[own].text)):
        title, origin = one_line(pieces[own].text), "heading"
    elif headings and title and _alike(title, pieces[headings[0]].text):
        own = headings[0]
    else:
        own = None
    if own is not None:
        pieces = [replace(p, level=0) if i == own else p for i, p in enumerate(pieces)]
    if not title:
        return title_from_name(document), "file name", pieces
    return title, "heading" if origin == "heading" else "metadata", pieces


def _alike(title: str, heading: str) -> bool:
    """Whether a heading says what the title says, or the title adds the name of a site to it."""
    one, other = title.casefold(), one_line(heading).casefold()
    return one == other or (len(other) > 3 and one.startswith(other))


def _laid_out(pieces: Iterable[Piece]) -> tuple[str, list[_Placed]]:
    """One text: lists and tables line by line, everything else with an empty line between."""
    parts: list[str] = []
    placed: list[_Placed] = []
    path: list[tuple[int, str]] = []
    before: Piece | None = None
    at = 0
    for piece in pieces:
        if before is not None:
            joint = "\n" if before.kind == piece.kind and piece.kind in _LISTED else "\n\n"
            parts.append(joint)
            at += len(joint)
        if piece.kind == "heading":
            path = [entry for entry in path if entry[0] < piece.level]
            path += [(piece.level, one_line(piece.text))] if piece.level else []
        span = Span(at, at + len(piece.text))
        placed.append(_Placed(piece, span, (*(words for _, words in path), *piece.under)))
        parts.append(piece.text)
        at, before = span.end, piece
    return "".join([*parts, "\n"] if parts else parts), placed


def _sections(text: str, placed: Iterable[_Placed]) -> Iterator[Section]:
    groups: list[list[_Placed]] = []
    for item in placed:
        last = groups[-1][-1] if groups else None
        goes_on = (
            last is not None
            and item.piece.kind != "heading"
            and (last.path == item.path or _names_only(groups[-1], item))
            and last.piece.page == item.piece.page
        )
        if goes_on:
            groups[-1].append(item)
        else:
            groups.append([item])
    if not groups:
        return
    ends = [*(group[0].span.start for group in groups[1:]), len(text)]
    for group, end in zip(groups, ends, strict=True):
        blocks = tuple(Block(item.span, item.piece.kind) for item in group)
        span = Span(group[0].span.start, end)
        yield Section(group[-1].path, span, blocks, group[0].piece.page)


def _names_only(group: list[_Placed], item: _Placed) -> bool:
    """Whether a group is the heading of a sheet alone, and ``item`` the first row below it."""
    is_heading = len(group) == 1 and group[0].piece.kind == "heading"
    return is_heading and bool(item.piece.under) and item.path[:-1] == group[0].path

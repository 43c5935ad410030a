"""EPUB: the chapters of a book in reading order, with their titles."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from corpus.archive import Archive, local
from corpus.errors import FileBroken, FileEncrypted
from corpus.pieces import Extract, Piece
from corpus.surroundings import without_surroundings
from corpus.webpage import page_pieces, parse_html

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_CHAPTERS = 5000


def extract_epub(document: str, data: bytes) -> Extract:
    """The pieces of an e-book, its title, author and date.

    Raises:
        FileRefused: not an e-book, damaged, or locked.
    """
    archive = Archive(document, data)
    if "META-INF/rights.xml" in archive.names:
        raise FileEncrypted(document, "is locked by its seller; it cannot be read")
    roots = (item.get("full-path") for item in archive.xml("META-INF/container.xml").iter()
             if local(item) == "rootfile")  # fmt: skip
    main = next((str(path) for path in roots if path), None)
    if main is None:
        raise FileBroken(document, "names no content; save it again as EPUB")
    package = archive.xml(main)
    folder = posixpath.dirname(main)
    manifest = {str(item.get("id")): item for item in package.iter() if local(item) == "item"}
    titles = _titles(archive, manifest, folder, package)
    pieces: list[Piece] = []
    for part in _spine(package, manifest, folder)[:_MAX_CHAPTERS]:
        if part in archive.names:
            pieces += _chapter(document, archive.read(part), titles.get(part, ""))
    title, metadata = _metadata(package)
    return Extract(tuple(pieces), title, metadata)


def _spine(package: _Element, manifest: Mapping[str, _Element], folder: str) -> list[str]:
    """The chapters in reading order, the table of contents aside."""
    found = []
    for item in package.iter():
        entry = manifest.get(str(item.get("idref"))) if local(item) == "itemref" else None
        if entry is not None and "nav" not in str(entry.get("properties", "")).split():
            found.append(_place(folder, str(entry.get("href", ""))))
    return found


def _chapter(document: str, data: bytes, title: str) -> Iterator[Piece]:
    pieces = list(page_pieces(without_surroundings(parse_html(document, data))))
    if title and not any(piece.kind == "heading" for piece in pieces[:3]) and pieces:
        yield Piece("heading", title, 1)
    yield from pieces


def _titles(
    archive: Archive, manifest: Mapping[str, _Element], folder: str, package: _Element
) -> dict[str, str]:
    """What the table of contents calls each chapter."""
    spine = next((item for item in package.iter() if local(item) == "spine"), None)
    entry = manifest.get("" if spine is None else str(spine.get("toc")))
    for item in manifest.values():
        if "nav" in str(item.get("properties", "")).split():
            entry = item
    part = "" if entry is None else _place(folder, str(entry.get("href", "")))
    if part not in archive.names:
        return {}
    contents, base = archive.xml(part), posixpath.dirname(part)
    titles: dict[str, str] = {}
    for item in contents.iter():
        if local(item) == "a":
            place, words = item.get("href"), "".join(item.itertext())
        elif local(item) == "navPoint":
            source = next((child for child in item if local(child) == "content"), None)
            label = next((child for child in item if local(child) == "navLabel"), None)
            place = None if source is None else source.get("src")
            words = "" if label is None else "".join(label.itertext())
        else:
            continue
        titles.setdefault(_place(base, str(place or "").partition("#")[0]), words.strip())
    return titles


def _metadata(package: _Element) -> tuple[str, dict[str, str]]:
    said: dict[str, list[str]] = {}
    for item in package.iter():
        if local(item) in ("title", "creator", "date") and (item.text or "").strip():
            said.setdefault(local(item), []).append((item.text or "").strip())
    author, date = ", ".join(said.get("creator", [])), said.get("date", [""])[0][:10]
    known = {"author": author, "date": date}
    return said.get("title", [""])[0], {key: value for key, value in known.items() if value}


def _place(folder: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(name)))

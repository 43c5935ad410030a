"""What a parser hands over: pieces of text in reading order, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus.document import BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that becomes one block.

    ``level`` is a heading's, from 1; a heading of level 0 is the document's title as it stands in
    the text. ``page`` counts from 1. ``under`` is added to the heading path for this piece alone:
    the row of a sheet.
    """

    kind: BlockKind
    text: str
    level: int = 0
    page: int | None = None
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extract:
    """A parsed file. ``title`` is what the file says of itself, empty where it says nothing."""

    pieces: tuple[Piece, ...]
    title: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)


def extract_to_json(extract: Extract) -> dict[str, Any]:
    """The form in which a parser's process hands an extract over."""
    return {
        "title": extract.title,
        "metadata": dict(extract.metadata),
        "pieces": [[p.kind, p.text, p.level, p.page, list(p.under)] for p in extract.pieces],
    }


def extract_from_json(record: Mapping[str, Any]) -> Extract:
    """The extract that ``extract_to_json`` was given."""
    pieces = (
        Piece(kind, text, level, page, tuple(under))
        for kind, text, level, page, under in record["pieces"]
    )
    return Extract(tuple(pieces), record["title"], record["metadata"])

"""The values of the corpus layer: a document, its sections, its blocks, and spans of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "header", "row", "code", "note"]
TitleOrigin = Literal["front matter", "metadata", "heading", "file name"]
Markup = Literal["markdown", "plain"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of a document's text.

    Offsets count Unicode code points (what ``str`` slicing counts), not bytes and not tokens.

    >>> Span(4, 9).length
    5
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    @property
    def length(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def strip(self, text: str) -> Span:
        """The span without the white space of ``text`` at its ends.

        >>> Span(1, 6).strip("a bc  d")
        Span(start=2, end=4)
        """
        part = self.cut(text)
        start = self.start + len(part) - len(part.lstrip())
        return Span(start, start + len(part.strip()))

    def overlap(self, other: Span) -> int:
        """How many code points the two spans share.

        >>> Span(0, 5).overlap(Span(3, 9))
        2
        """
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that sentences never cross.

    ``header`` is the first row of a table. ``note`` is a block quote that opens with "Note": a
    remark of the document's editor about the text, not part of what it says.
    """

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Section:
    """A heading path and the span below it, its own heading line included.

    ``heading`` runs from the outermost heading to the innermost; the document's title is not
    part of it. ``blocks`` are in reading order, do not overlap and lie within ``span``.
    """

    heading: tuple[str, ...]
    span: Span
    blocks: tuple[Block, ...]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One source after text extraction.

    ``id`` is the document's name in citations. ``sections`` are in reading order, do not overlap
    and together hold every character of ``text`` that is neither white space nor front matter.
    """

    id: str
    title: str
    title_origin: TitleOrigin
    text: str
    sections: tuple[Section, ...]
    markup: Markup
    file_sha256: str
    size_bytes: int = 0
    metadata: Mapping[str, str] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """Hex digest of ``text`` in UTF-8: what a citation is verified against."""
        return sha256(self.text.encode("utf-8")).hexdigest()

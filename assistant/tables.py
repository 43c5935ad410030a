"""Rows of tables: which header belongs to a row, and what stands in which column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.matching import coverage, strength, term_set
from assistant.reading import Reading
from assistant.view import View
from corpus.markup import MASK, mask_markup
from index.passage import Chunk, SearchResult, Sentence

_NEAR = 0.7


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with the header above it; cells are spans of the document.

    ``header`` and ``cells`` have the same length; empty cells keep their place.
    """

    chunk: Chunk
    sentence: Sentence
    header_chunk: Chunk
    header_sentence: Sentence
    header: tuple[str, ...]
    cells: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the row is of: its first cell."""
        return self.cells[0] if self.cells else ""

    @property
    def spelled(self) -> str:
        """What it says: "Lamp: Aster; Height in metres: 14"."""
        cells = zip(self.header, self.cells, strict=True)
        return "; ".join(f"{title}: {cell}" for title, cell in cells if cell)

    def columns(self, wanted: frozenset[str]) -> tuple[int, ...]:
        """The columns whose header is nearest to the terms ``wanted``; none that has nothing of
        them, never the first.
        """
        met = [
            sum(strength(term, term_set(title)) >= _NEAR for term in wanted)
            for title in self.header
        ]
        most = max(met[1:], default=0)
        return tuple(i for i, n in enumerate(met) if i and n == most) if most else ()

    def told(self, columns: Sequence[int] = ()) -> str:
        """The row in words: "Lamp: Aster | Height in metres: 14"; of a few columns, only these.

        Headers stand in brackets, since they are no part of the row; what is left out is marked.
        """
        kept = [0, *columns] if columns else list(range(len(self.cells)))
        parts: list[str] = []
        last = -1
        for i in kept:
            if i > last + 1:
                parts.append("...")
            parts.append(f"[{self.header[i]}] {self.cells[i]}" if self.header[i] else self.cells[i])
            last = i
        if last + 1 < len(self.cells):
            parts.append("...")
        return " | ".join(parts).replace("| ... |", "...").replace("| ...", "...")


def row_of(chunks: Sequence[Chunk], chunk: Chunk, sentence: Sentence) -> Row | None:
    """``sentence`` as a row below the last header before it in its section; null: no table row."""
    header = _header(chunks, chunk, sentence)
    if sentence.kind != "row" or header is None:
        return None
    owner, above = header
    titles = _cells(owner, above)
    cells = _cells(chunk, sentence)
    cells += ("",) * (len(titles) - len(cells))
    if len(titles) < 2 or len(titles) != len(cells):
        return None
    return Row(chunk, sentence, owner, above, titles, cells)


def rows(chunks: Sequence[Chunk]) -> Iterator[Row]:
    """All rows of the tables in ``chunks``, in reading order."""
    for chunk in chunks:
        for sentence in chunk.sentences:
            if sentence.kind == "row" and (row := row_of(chunks, chunk, sentence)):
                yield row


def _header(
    chunks: Sequence[Chunk], chunk: Chunk, sentence: Sentence
) -> tuple[Chunk, Sentence] | None:
    found: tuple[Chunk, Sentence] | None = None
    for other in chunks:
        if other.heading != chunk.heading or other.document != chunk.document:
            continue
        for earlier in other.sentences:
            if earlier.span.start >= sentence.span.start:
                return found
            if earlier.kind == "header":
                found = other, earlier
            elif earlier.kind != "row":
                found = None
    return found


def _cells(chunk: Chunk, sentence: Sentence) -> tuple[str, ...]:
    """The cells of a line as a reader sees them; empty ones keep their place."""
    raw = mask_markup(chunk.sentence_text(sentence), chunk.markup)
    plain = " ".join(raw.replace(MASK, "").split())
    return tuple(cell.strip() for cell in plain.split("|"))


@dataclass(frozen=True, slots=True)
class Cell:
    """What a table holds of something asked for; ``met``: the share of the question's weight that
    the row, its header and what stands above it hold.
    """

    row: Row
    columns: tuple[int, ...]
    met: float
    sha256: str


def look_up(reading: Reading, result: SearchResult, view: View) -> Cell | None:
    """The row that the question names, with the columns it asks for; null where there is none.

    A row is named by its whole first cell, a column by words of its header that are no words of
    the name.
    """
    hashes = {p.chunk.document: p.sha256 for p in reversed(result.passages)}
    found: list[Cell] = []
    for document, sha256 in hashes.items():
        chunks = view.chunks(document)
        if not any(s.kind == "header" for chunk in chunks for s in chunk.sentences):
            continue
        found += [cell for row in rows(chunks) if (cell := _cell(row, reading, sha256))]
    return max(found, key=lambda cell: cell.met, default=None)


def _cell(row: Row, reading: Reading, sha256: str) -> Cell | None:
    terms = frozenset(reading.question.terms)
    name = term_set(row.name)
    if not name or not name <= terms:
        return None
    columns = row.columns(terms - name)
    if not columns:
        return None
    above = " ".join((row.chunk.title, *row.chunk.heading, *row.header, *row.cells))
    return Cell(row, columns, coverage(reading.weights, reading.expand(term_set(above))), sha256)

"""The sentences that an extract is chosen from, with their vectors and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.candidates import QUOTABLE
from corpus.document import Span
from corpus.markup import plain_text
from index.index import Index
from index.passage import Chunk, FloatArray, Sentence

MAX_WORDS = 60
"""An announcement and its items make one line up to this length."""


@dataclass(frozen=True, slots=True)
class Line:
    """A quotable sentence with its vector, shape (dim,), and the paragraph it stands in.

    A sentence that ends in a colon is one line with the items it announces, where they are few.
    ``text`` is plain; ``paragraph`` counts from 0 over all lines it was made with; ``n_sentences``:
    how many of the chunk's sentences the line is made of.
    """

    chunk: Chunk
    sentence: Sentence
    text: str
    vector: FloatArray
    paragraph: int
    n_sentences: int = 1

    @property
    def words(self) -> int:
        return len(self.text.split())


def read_lines(index: Index, chunks: Iterable[Chunk]) -> tuple[Line, ...]:
    """The quotable sentences of ``chunks``, in the order given."""
    lines: list[Line] = []
    paragraph, before = -1, None
    for chunk in chunks:
        vectors = index.sentence_vectors(chunk)
        for sentence, vector in zip(chunk.sentences, vectors, strict=True):
            paragraph += _begins_paragraph(index, before, (chunk, sentence))
            before = (chunk, sentence)
            text = plain_text(chunk.sentence_text(sentence), chunk.markup)
            if sentence.kind in QUOTABLE and text:
                lines.append(Line(chunk, sentence, text, vector, paragraph))
    return tuple(_with_items(lines))


def mean_vector(vectors: Sequence[FloatArray]) -> FloatArray:
    """The direction that is nearest to all: the mean cosine to them is largest along it."""
    mean = np.asarray(vectors).mean(axis=0)
    length = float(np.linalg.norm(mean))
    result: FloatArray = (mean / length if length else mean).astype(np.float32)
    return result


def _begins_paragraph(
    index: Index, before: tuple[Chunk, Sentence] | None, here: tuple[Chunk, Sentence]
) -> bool:
    if before is None:
        return True
    (old, last), (chunk, sentence) = before, here
    if (old.document, old.heading, last.kind) != (chunk.document, chunk.heading, sentence.kind):
        return True
    if sentence.kind != "paragraph":
        return False
    text, start = chunk.text, chunk.span.start
    if old is not chunk:
        text, start = index.document(chunk.document)[1], 0
    return "\n\n" in text[last.span.end - start : sentence.span.start - start]


def _with_items(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each announcement joined with its items."""
    i = 0
    while i < len(lines):
        end = i + 1
        while (
            lines[i].text.endswith(":") and end < len(lines) and _is_item_of(lines[i], lines[end])
        ):
            end += 1
        yield from _joined(lines[i:end])
        i = end


def _is_item_of(announcement: Line, line: Line) -> bool:
    return line.sentence.kind == "item" and line.chunk is announcement.chunk


def _joined(lines: Sequence[Line]) -> Sequence[Line]:
    """One line of them all, if it can be read as one sentence."""
    first, last = lines[0], lines[-1]
    punctuated = all(line.text[-1] in ";,." for line in lines[1:])
    if len(lines) == 1 or not punctuated or sum(line.words for line in lines) > MAX_WORDS:
        return lines
    whole = Sentence(Span(first.sentence.span.start, last.sentence.span.end), "paragraph")
    text = plain_text(first.chunk.sentence_text(whole), first.chunk.markup)
    vector = mean_vector([line.vector for line in lines])
    return [Line(first.chunk, whole, text, vector, first.paragraph, len(lines))]

"""Where a quoted sentence stands: its document's chunks, its chunk, its position there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.candidates import QUOTABLE
from assistant.captions import breaks, captions_of
from assistant.draft import shown_text
from assistant.view import View
from index.passage import Chunk, Sentence


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a document in view."""

    chunks: Sequence[Chunk]
    chunk: Chunk
    position: int

    @property
    def sentence(self) -> Sentence:
        return self.chunk.sentences[self.position]

    def question(self) -> Place | None:
        """The question of the text whose answer it stands in; null where it stands in none."""
        over = captions_of(self.chunk).over[self.position]
        for i in range(self.position - 1, -1, -1):
            text = shown_text(self.chunk, self.chunk.sentences[i])
            if text.endswith("?") and over.endswith(text):
                return Place(self.chunks, self.chunk, i)
        return None

    def previous(self) -> Place | None:
        """The quotable sentence before it in its paragraph; null where it opens that."""
        if self.position:
            before = Place(self.chunks, self.chunk, self.position - 1)
            parted = breaks(self.chunk, before.sentence, self.sentence)
            return None if parted or before.sentence.kind not in QUOTABLE else before
        at = self.chunks.index(self.chunk)
        if not at or not self.chunks[at - 1].sentences:
            return None
        chunk = self.chunks[at - 1]
        before = Place(self.chunks, chunk, len(chunk.sentences) - 1)
        adjoins = self.sentence.span.start - before.sentence.span.end <= 1
        is_same = chunk.heading == self.chunk.heading and before.sentence.kind in QUOTABLE
        return before if adjoins and is_same else None


def find_place(citation: Citation, view: View) -> Place | None:
    """Where the sentence that ``citation`` quotes whole stands; null where it is no sentence."""
    chunks = view.chunks(citation.document)
    for chunk in chunks:
        if chunk.span.start <= citation.start < chunk.span.end:
            for i, sentence in enumerate(chunk.sentences):
                if (sentence.span.start, sentence.span.end) == (citation.start, citation.end):
                    return Place(chunks, chunk, i)
    return None

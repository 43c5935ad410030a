"""How much of the documents can be cited."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.markdown import front_matter
from corpus.markup import MASK, mask_markup
from index.index import Index
from index.passage import Chunk, DocumentInfo


@dataclass(frozen=True, slots=True)
class Coverage:
    """Characters that are seen: all that documents hold, and those in some sentence.

    Seen are characters that are not white space, front matter, a comment or a sign of markup.
    """

    n_chars: int
    n_citable: int

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where there is nothing to cite."""
        return self.n_citable / self.n_chars if self.n_chars else 1.0


def coverage(index: Index) -> Coverage:
    """How much of what documents say stands in sentences that an answer can quote."""
    index = index.latest()
    n_chars = n_citable = 0
    for info in index.documents():
        seen, body_start = _seen(info, index.document(info.id)[1])
        n_chars += _count(seen[body_start:])
        n_citable += _count_cited(seen, index.chunks(info.id))
    return Coverage(n_chars, n_citable)


def _seen(info: DocumentInfo, text: str) -> tuple[str, int]:
    """The text without what is not seen, and where its body starts; offsets stay."""
    body_start = front_matter(text)[1] if info.markup == "markdown" else 0
    return mask_markup(text, info.markup).replace(MASK, " "), body_start


def _count_cited(seen: str, chunks: tuple[Chunk, ...]) -> int:
    return sum(_count(sentence.span.cut(seen)) for c in chunks for sentence in c.sentences)


def _count(text: str) -> int:
    return sum(map(len, text.split()))

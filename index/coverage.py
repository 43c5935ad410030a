"""How much of the documents can be cited: one figure for the doctor and the page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.markdown import front_matter
from corpus.markup import MASK, mask_markup
from index.passage import Chunk, DocumentInfo

if TYPE_CHECKING:
    from index.index import Index


@dataclass(frozen=True, slots=True)
class Coverage:
    """Characters that are seen: all that documents hold, and those in some sentence.

    Seen are characters that are not white space, front matter, a comment or a sign of markup.
    """

    n_chars: int = 0
    n_citable: int = 0

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(self.n_chars + other.n_chars, self.n_citable + other.n_citable)

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where there is nothing to cite."""
        return self.n_citable / self.n_chars if self.n_chars else 1.0

    @property
    def percent(self) -> str:
        """The share as it is shown: rounded down, so that 100 means all.

        >>> Coverage(3000, 2999).percent, Coverage(3, 3).percent
        ('99.9', '100')
        """
        return f"{math.floor(self.share * 1000) / 10:g}"


def coverage(index: Index) -> Coverage:
    """How much of what documents say stands in sentences that an answer can quote."""
    index = index.latest()
    found = Coverage()
    for info in index.documents():
        found += covered(info, index.document(info.id)[1], index.chunks(info.id))
    return found


def covered(info: DocumentInfo, text: str, chunks: Sequence[Chunk]) -> Coverage:
    """The coverage of one document, of which the index has ``chunks``."""
    body_start = front_matter(text)[1] if info.markup == "markdown" else 0
    seen = mask_markup(text, info.markup).replace(MASK, " ")  # offsets stay
    cited = sum(_count(s.span.cut(seen)) for chunk in chunks for s in chunk.sentences)
    return Coverage(_count(seen[body_start:]), cited)


def _count(text: str) -> int:
    return sum(map(len, text.split()))

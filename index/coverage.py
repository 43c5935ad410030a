"""How much of the documents can be cited."""

from __future__ import annotations

from dataclasses import dataclass

from index.index import Index


@dataclass(frozen=True, slots=True)
class Coverage:
    """Characters other than white space: all that documents hold, and those in some sentence."""

    n_chars: int
    n_citable: int

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where there is nothing to cite."""
        return self.n_citable / self.n_chars if self.n_chars else 1.0


def coverage(index: Index) -> Coverage:
    """How much of the documents' text stands in sentences that an answer can quote.

    The rest is front matter, and what else is no part of any passage.
    """
    index = index.latest()
    n_chars = n_citable = 0
    for info in index.documents():
        _, text = index.document(info.id)
        n_chars += _n_visible(text)
        for chunk in index.chunks(info.id):
            n_citable += sum(_n_visible(chunk.sentence_text(s)) for s in chunk.sentences)
    return Coverage(n_chars, n_citable)


def _n_visible(text: str) -> int:
    return sum(map(len, text.split()))

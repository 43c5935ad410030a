"""A small cross-encoder: does this sentence answer the question?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from index.encoder import map_weights
from index.graph import open_session
from index.model import WEIGHTS, shipped_folder
from index.passage import Chunk, FloatArray
from index.tokenizer import IntArray, WordPieces

MODEL_FILE = Path(__file__).parent / "crossencoder.onnx"
"""Made by ``python -m bench.crossencoder``: the layers above the embedding model's
word vectors.
"""

_ASKED, _OPENING, _BEFORE, _TOLD = 48, 12, 28, 96
"""So many word pieces of the question, of both ends of what stands before, and of the sentence."""
_WORDS = "embeddings.word_embeddings.weight"


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence, and what a reader of it has read before: headings and the sentence above it."""

    text: str
    before: str

    @classmethod
    def of(cls, text: str, previous: str, chunk: Chunk) -> Window:
        return cls(text, before(chunk.title, chunk.heading, previous))


def before(title: str, heading: Sequence[str], previous: str) -> str:
    """What stands before a sentence, as one line.

    >>> before("Bridges", ["History"], "It was planned in 1901.")
    'Bridges / History. It was planned in 1901.'
    """
    above = " / ".join((title, *heading)).strip(" /")
    return " ".join(part for part in (f"{above}." if above else "", previous) if part)


class CrossEncoder:
    """Reads a question and a sentence together; BERT (Devlin et al. 2019), 8 bits.

    Fine-tuned from the embedding model on passages and questions of our own writing
    (``bench/reading``) and on SQuAD 1.1's training articles (Rajpurkar et al. 2016), none of them
    from a collection that anything is measured on.
    """

    def __init__(self, path: Path = MODEL_FILE) -> None:
        """Load the layers; the word vectors are mapped, not read.

        Raises:
            ModelMissing: the model or the embedding model is not there or damaged.
        """
        folder = shipped_folder()
        self._session = open_session(str(path))
        self._vectors: Any = map_weights(folder / WEIGHTS)[_WORDS]
        self._pieces = WordPieces(folder)

    def answers(self, question: str, windows: Sequence[Window]) -> FloatArray:
        """The log odds that each sentence answers ``question``: shape (n_windows,), float32.

        One window is read at a time: 8 bits span what is read together, so that others would count.
        """
        found = [self._read(*join(self._pieces, question, one)) for one in windows]
        return np.array(found, np.float32)

    def _read(self, ids: IntArray, kinds: IntArray) -> float:
        (odds,) = self._session.run(None, {"words": self._vectors[ids], "kinds": kinds})
        return float(odds[0, 0])


def join(pieces: WordPieces, asked: str, window: Window) -> tuple[IntArray, IntArray]:
    """The word pieces of question, place and sentence in a row, and their kinds.

    Both of shape (n_pieces,), int64. The kind is 1 for the sentence, else 0.
    """
    first, place, told = (p.ids for p in pieces.cut([asked, window.before, window.text], 10**6))
    end, inner = place[-1:], place[1:-1]
    shown = (inner[:_OPENING], inner[_OPENING:][-_BEFORE:])
    head = np.concatenate((first[:-1][: _ASKED + 1], end, *shown, end))
    tail = np.concatenate((told[1:-1][:_TOLD], end))
    kinds = np.repeat(np.array([0, 1], np.int64), [len(head), len(tail)])
    return np.concatenate((head, tail)), kinds


@cache
def load_crossencoder() -> CrossEncoder:
    """The one that the assistant ships, loaded once a process."""
    return CrossEncoder()

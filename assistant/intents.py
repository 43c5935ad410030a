"""What an utterance wants that is no question to the documents: told by examples, not by patterns.

A linear classifier over the embedding of the utterance and its words, fitted by
``bench/intents/fit.py`` on the examples beside it. It knows the shipped embedding model only; with
another one nothing is told, and the patterns of ``english_requests`` and ``english_wishes`` are all
there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from index.passage import FloatArray

INTENTS_FILE = Path(__file__).parent / "intents.npz"
NONE = "none"
THE_DOCUMENT = "the document"
"""Stands in the examples where a request names the document that it is of."""
SCALE = 4.0
"""The embedding, of length 1, against words that count 1 each."""
_WORD = re.compile(r"[\w']+")
_START, _END = "<", ">"
_MAX_UNKNOWN, _MAX_WORDS = 6, 20


@dataclass(frozen=True, slots=True)
class Intents:
    """The fitted numbers: a column a kind, a row a dimension of the embedding, a word or a pair.

    The last two rows are of how many words are unknown, and of how many there are. ``frames``: the
    words that stand around a document's name in a request for its summary.
    """

    kinds: tuple[str, ...]
    places: dict[str, int]
    frames: frozenset[str]
    weights: FloatArray
    offsets: FloatArray
    dimension: int

    def odds(self, text: str, vector: FloatArray) -> dict[str, float]:
        """The probability of each kind; they sum to 1."""
        own = features_of(text, self.places)
        values = SCALE * vector @ self.weights[: self.dimension] + self.offsets
        values = values + own @ self.weights[self.dimension :]
        grown = np.exp(values - values.max())
        return dict(zip(self.kinds, (grown / grown.sum()).tolist(), strict=True))

    def unknown(self, text: str) -> list[str]:
        """The words of ``text`` that no example holds."""
        return [word for word in words_of(text) if word not in self.places]


def words_of(text: str) -> list[str]:
    """The words of an utterance, folded.

    >>> words_of("What’s in HERE?")
    ["what's", 'in', 'here']
    """
    return _WORD.findall(text.casefold().replace("’", "'"))


def marks_of(text: str) -> Iterator[str]:
    """The words and the pairs of words side by side, with the ends of the utterance."""
    words = [_START, *words_of(text), _END]
    yield from words[1:-1]
    yield from (f"{one} {two}" for one, two in pairwise(words))


def features_of(text: str, places: dict[str, int]) -> FloatArray:
    """1 for each known word and pair, then how many words are unknown, and how many there are."""
    own = np.zeros(len(places) + 2, np.float32)
    own[[places[mark] for mark in marks_of(text) if mark in places]] = 1.0
    words = words_of(text)
    own[-2] = min(sum(word not in places for word in words), _MAX_UNKNOWN) / 3
    own[-1] = min(len(words), _MAX_WORDS) / 10
    return own


@cache
def load_intents(path: Path = INTENTS_FILE) -> Intents:
    """The shipped classifier."""
    with np.load(path) as kept:
        held: dict[str, Any] = {name: kept[name] for name in kept.files}
    return Intents(
        kinds=tuple(held["kinds"].tolist()),
        places={mark: n for n, mark in enumerate(held["marks"].tolist())},
        frames=frozenset(held["frames"].tolist()),
        weights=held["weights"].astype(np.float32),
        offsets=held["offsets"].astype(np.float32),
        dimension=len(held["weights"]) - len(held["marks"]) - 2,
    )


def likeliest(odds: dict[str, float], kinds: Sequence[str]) -> tuple[str, float]:
    """The likeliest of ``kinds``, and the probability that it is any of them."""
    best = max(kinds, key=lambda kind: odds[kind])
    return best, sum(odds[kind] for kind in kinds)

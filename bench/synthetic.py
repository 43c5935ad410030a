"""An embedder that costs next to nothing: for measuring everything but the embedding model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np

from index.embedder import Embedded
from index.encoder import normalised
from index.passage import Chunk, FloatArray
from index.tokenizer import Pieces
from index.words import tokens

DIMENSION, N_DIRECTIONS = 384, 1 << 14


class SyntheticEmbedder:
    """A text's vector is the mean of its words' directions, one of 16,384 random ones each.

    As wide as the real model's, and texts that share words are near.
    """

    identity, dimension = "synthetic@1", DIMENSION

    def __init__(self) -> None:
        drawn = np.random.default_rng(0).normal(size=(N_DIRECTIONS, DIMENSION))
        self._directions = normalised(drawn.astype(np.float32))

    def count_tokens(self, text: str) -> int:
        return round(1.3 * len(text.split()))

    def rarity(self, word: str) -> float:
        return min(1.0, len(word) / 10)

    def embed(self, texts: Sequence[str]) -> FloatArray:
        vectors = [self._words(text.split() or [""]).mean(axis=0) for text in texts]
        return normalised(np.array(vectors, np.float32).reshape(len(texts), DIMENSION))

    def states(self, texts: Sequence[str]) -> Iterator[tuple[Pieces, FloatArray]]:
        for text in texts:
            words = list(tokens(text))
            rows = self._words([word.surface for word in words])
            starts = np.array([word.start for word in words], np.int64)
            ids = np.arange(len(words) + 2, dtype=np.int64)
            yield Pieces(ids, starts), np.pad(rows, ((1, 1), (0, 0)))

    def embed_chunks(self, chunks: Sequence[Chunk]) -> Iterator[Embedded]:
        for chunk in chunks:
            sentences = [chunk.sentence_text(sentence) for sentence in chunk.sentences]
            yield self.embed([chunk.embedded])[0], self.embed(sentences)

    def _words(self, words: Sequence[str]) -> FloatArray:
        rows = [crc32(word.lower().encode()) % N_DIRECTIONS for word in words]
        found: FloatArray = self._directions[rows]
        return found

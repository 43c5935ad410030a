"""Vectors of chunks and of their sentences: torch in bulk, numpy for a few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np

from index.bert import TorchBert
from index.encoder import Encoder, NumpyEncoder, normalised
from index.model import EmbeddingModel, open_model
from index.passage import Chunk, FloatArray
from index.tokenizer import Pieces

# Importing torch costs as long as numpy takes for some dozens of chunks.
FEW_CHUNKS = 48

Embedded = tuple[FloatArray, FloatArray]


class Embedder(Encoder, Protocol):
    """What turns chunks into vectors; the same model embeds the queries."""

    def count_tokens(self, text: str) -> int:
        """How many word pieces ``text`` has, special ones aside."""
        ...

    def embed_chunks(self, chunks: Sequence[Chunk]) -> Iterator[Embedded]:
        """For each chunk, in order, its vector, shape (dimension,), and those of its sentences,
        shape (n_sentences, dimension); float32, L2-normalised.
        """
        ...


class ModelEmbedder(NumpyEncoder):
    """The embedding model of the index, for many chunks too.

    A sentence's vector is the mean of the chunk's own token states that lie in the sentence, so
    it knows its context (late chunking, Günther et al. 2024) and costs no pass of its own.
    """

    def __init__(self, model: EmbeddingModel | None = None, *, threads: int = 0) -> None:
        """``threads``: for bulk embedding; 0: as many as there are cores.

        Raises:
            ModelMissing: the model cannot be loaded.
        """
        super().__init__(model or open_model())
        self._bulk_threads = threads
        self._bulk: TorchBert | None = None

    @property
    def max_tokens(self) -> int:
        """How many word pieces the model sees of a text, the special ones included."""
        return self.model.max_tokens

    def count_tokens(self, text: str) -> int:
        return self.pieces.count(text)

    def embed_chunks(self, chunks: Sequence[Chunk]) -> Iterator[Embedded]:
        """As ``Embedder``; torch is loaded only for more than ``FEW_CHUNKS``."""
        texts = [chunk.embedded for chunk in chunks]
        states = self._many_states(texts) if len(chunks) > FEW_CHUNKS else self.states(texts)
        for chunk, (pieces, state) in zip(chunks, states, strict=True):
            vector = normalised(state.mean(axis=0))
            yield vector, sentence_vectors(chunk, pieces, state, vector)

    def _many_states(self, texts: Sequence[str]) -> Iterator[tuple[Pieces, FloatArray]]:
        if self._bulk is None:
            self._bulk = TorchBert(self._weights, self._shape, threads=self._bulk_threads)
        cut = self.pieces.cut(texts, self.model.max_tokens)
        yield from zip(cut, self._bulk.states(cut), strict=True)


def sentence_vectors(
    chunk: Chunk, pieces: Pieces, states: FloatArray, vector: FloatArray
) -> FloatArray:
    """The mean state of each sentence of ``chunk``, L2-normalised: shape (n_sentences, dim).

    A sentence without a word piece of its own gets the chunk's ``vector``.
    """
    shift = len(chunk.embedded) - len(chunk.text) - chunk.span.start
    spans = [(s.span.start + shift, s.span.end + shift) for s in chunk.sentences]
    bounds = np.searchsorted(pieces.starts, np.array(spans, np.int64).reshape(-1, 2))
    rows = [
        # The first state is that of the special piece at the start.
        states[first + 1 : last + 1].mean(axis=0) if last > first else vector
        for first, last in bounds
    ]
    return normalised(np.array(rows, np.float32).reshape(len(rows), len(vector)))

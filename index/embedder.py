"""Vectors of chunks and of their sentences: sentence-transformers in bulk, numpy for a few."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from index.encoder import Encoder, NumpyEncoder, normalised
from index.model import EmbeddingModel, open_model
from index.passage import Chunk, FloatArray
from index.tokenizer import Pieces, WordPieces

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# Importing torch costs as long as numpy takes for some dozens of chunks.
FEW_CHUNKS = 48
WINDOW = 256
BATCH = 16

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
        self._bulk: SentenceTransformer | None = None

    @property
    def max_tokens(self) -> int:
        """How many word pieces the model sees of a text, the special ones included."""
        return self.model.max_tokens

    def count_tokens(self, text: str) -> int:
        return self.pieces.count(text)

    def embed_chunks(self, chunks: Sequence[Chunk]) -> Iterator[Embedded]:
        """As ``Embedder``; torch is loaded only for more than ``FEW_CHUNKS``."""
        if len(chunks) > FEW_CHUNKS:
            yield from self._embed_many(chunks)
            return
        states = self.states([chunk.embedded for chunk in chunks])
        for chunk, (pieces, state) in zip(chunks, states, strict=True):
            vector = normalised(state.mean(axis=0))
            yield vector, sentence_vectors(chunk, pieces, state, vector)

    def _embed_many(self, chunks: Sequence[Chunk]) -> Iterator[Embedded]:
        bulk = self._bulk = self._bulk or load_model(self.model, self._bulk_threads)
        for start in range(0, len(chunks), WINDOW):
            window = chunks[start : start + WINDOW]
            yield from embed_sorted(bulk, self.pieces, window, self.model.max_tokens)


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


def load_model(model: EmbeddingModel, threads: int) -> SentenceTransformer:
    """sentence-transformers over local files, in bfloat16 where the processor computes in it.

    Only the transformer is cast: pooling and normalisation stay in float32.
    """
    os.environ.update(
        HF_HUB_OFFLINE="1",
        TRANSFORMERS_OFFLINE="1",
        HF_HUB_DISABLE_TELEMETRY="1",
        HF_HUB_DISABLE_PROGRESS_BARS="1",
        TOKENIZERS_PARALLELISM="false",
    )
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]
    if threads:
        torch.set_num_threads(threads)
    loaded = SentenceTransformer(str(model.folder), device="cpu", local_files_only=True).eval()
    capabilities = torch.cpu.get_capabilities()
    if capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"):
        loaded[0].to(torch.bfloat16)
    return loaded


def embed_sorted(
    bulk: SentenceTransformer, pieces: WordPieces, chunks: Sequence[Chunk], max_tokens: int
) -> Iterator[Embedded]:
    """Batches of like length, so that little is padding; results in the order of ``chunks``."""
    cut = pieces.cut([chunk.embedded for chunk in chunks], max_tokens)
    order = sorted(range(len(chunks)), key=lambda i: len(cut[i].ids))
    results: dict[int, Embedded] = {}
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        states, vectors = run_batch(bulk, [cut[i] for i in batch])
        for i, padded, vector in zip(batch, states, vectors, strict=True):
            state = padded[: len(cut[i].ids)]
            results[i] = vector, sentence_vectors(chunks[i], cut[i], state, vector)
    for i in range(len(chunks)):
        yield results.pop(i)


def run_batch(bulk: SentenceTransformer, batch: Sequence[Pieces]) -> tuple[FloatArray, FloatArray]:
    """The token states, padded, and the vector of each text of a batch."""
    import torch

    longest = max(len(pieces.ids) for pieces in batch)
    ids = torch.zeros((len(batch), longest), dtype=torch.long)
    mask = torch.zeros_like(ids)
    for row, pieces in enumerate(batch):
        ids[row, : len(pieces.ids)] = torch.from_numpy(pieces.ids)
        mask[row, : len(pieces.ids)] = 1
    features: dict[str, Any] = {"input_ids": ids, "attention_mask": mask}
    features["token_type_ids"] = torch.zeros_like(ids)
    with torch.inference_mode():
        features = bulk[0](features)
        features["token_embeddings"] = features["token_embeddings"].float()
        for module in list(bulk)[1:]:
            features = module(features)
    states: FloatArray = features["token_embeddings"].numpy()
    return states, normalised(features["sentence_embedding"].numpy())

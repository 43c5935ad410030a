"""The embedding model for a question or a few texts, without torch in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from threadpoolctl import ThreadpoolController

from corpus.errors import ModelMissing
from index.bert import BertShape, groups
from index.graph import Graph, open_graph
from index.model import SHIPPED_SHA256, WEIGHTS, EmbeddingModel, pools_by_mean
from index.passage import FloatArray
from index.tokenizer import Pieces, WordPieces

_DTYPES = {"F32": np.dtype("<f4"), "F16": np.dtype("<f2")}


class Encoder(Protocol):
    """What turns a query into a vector."""

    @property
    def identity(self) -> str:
        """Name and weights of the model: equal ones give equal vectors."""
        ...

    @property
    def dimension(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> FloatArray:
        """Shape (n_texts, dimension), float32, L2-normalised."""
        ...

    def rarity(self, word: str) -> float:
        """How rare a word is in general, from 0 to 1."""
        ...

    def states(self, texts: Sequence[str]) -> Iterator[tuple[Pieces, FloatArray]]:
        """For each text its pieces and their states, shape (n_pieces, dim), special ones too."""
        ...


class NumpyEncoder:
    """A BERT encoder with mean pooling, read from memory-mapped safetensors.

    Equals sentence-transformers to float32 rounding. Several texts go through the dense layers as
    one matrix without padding; only attention sees them one by one. The layers of the shipped
    model are computed by ONNX Runtime (``Graph``), to the same states.
    """

    def __init__(self, model: EmbeddingModel) -> None:
        """Map the weights; nothing is read until it is used.

        Raises:
            ModelMissing: not a BERT model with mean pooling, or its files cannot be read.
        """
        self.model = model
        self.pieces = WordPieces(model.folder)
        try:
            config = json.loads((model.folder / "config.json").read_text(encoding="utf-8"))
            is_mean = pools_by_mean(model.folder)
            self._weights = map_weights(model.folder / WEIGHTS)
        except (OSError, ValueError, KeyError) as error:
            raise ModelMissing(f"cannot read the model in {model.folder}: {error}") from error
        if config.get("model_type") != "bert" or not is_mean:
            raise ModelMissing(f"{model.name} is not a BERT model with mean pooling; use one")
        # Two threads save 1 ms a question on an idle machine and cost 100 on a busy one: they spin.
        self._threads = ThreadpoolController().select(user_api="blas")
        self._shape = BertShape(
            n_heads=int(config["num_attention_heads"]),
            n_layers=int(config["num_hidden_layers"]),
            epsilon=float(config["layer_norm_eps"]),
        )

    @cached_property
    def _graph(self) -> Graph | None:
        """The layers in ONNX Runtime; null for another model, or where it reads no linked files."""
        if self.model.weights.sha256 != SHIPPED_SHA256:
            return None
        try:
            return open_graph(self.model.folder)
        except ModelMissing:
            return None

    @property
    def identity(self) -> str:
        return self.model.identity

    @property
    def dimension(self) -> int:
        return self.model.dimension

    def embed(self, texts: Sequence[str]) -> FloatArray:
        """The vector of each text: shape (n_texts, dimension), float32, L2-normalised."""
        vectors = [states.mean(axis=0) for _, states in self.states(texts)]
        return normalised(np.array(vectors, np.float32).reshape(len(vectors), self.dimension))

    def rarity(self, word: str) -> float:
        """How rare a word is in general English, from 0 to 1 (``WordPieces.rarity``)."""
        return self.pieces.rarity(word)

    def states(self, texts: Sequence[str]) -> Iterator[tuple[Pieces, FloatArray]]:
        """For each text its word pieces and their last hidden states, shape (n_pieces, dim)."""
        cut = self.pieces.cut(texts, self.model.max_tokens)
        for group in groups(cut):
            if self._graph is not None:
                yield from zip(
                    group, self._graph.states([*map(self._embedded, group)]), strict=True
                )
                continue
            ends = np.cumsum([len(pieces.ids) for pieces in group])
            with self._threads.limit(limits=1):
                states = np.split(self._forward(group, ends[:-1]), ends[:-1])
            yield from zip(group, states, strict=True)

    def _forward(self, group: Sequence[Pieces], cuts: Any) -> FloatArray:
        x = self._norm(np.concatenate([*map(self._embedded, group)]), "embeddings")
        for i in range(self._shape.n_layers):
            layer = f"encoder.layer.{i}"
            attended = self._attend(x, f"{layer}.attention.self", cuts)
            attended = self._dense(attended, f"{layer}.attention.output.dense")
            x = self._norm(x + attended, f"{layer}.attention.output")
            inner = gelu(self._dense(x, f"{layer}.intermediate.dense"))
            x = self._norm(x + self._dense(inner, f"{layer}.output.dense"), f"{layer}.output")
        return x

    def _embedded(self, pieces: Pieces) -> FloatArray:
        """The sums of the embeddings of each piece: shape (n_pieces, dim), float32."""
        weights = self._weights
        words: FloatArray = weights["embeddings.word_embeddings.weight"][pieces.ids]
        words = words + weights["embeddings.position_embeddings.weight"][: len(pieces.ids)]
        words += weights["embeddings.token_type_embeddings.weight"][0]
        return words

    def _attend(self, x: FloatArray, name: str, cuts: Any) -> FloatArray:
        parts = [self._dense(x, f"{name}.{part}") for part in ("query", "key", "value")]
        shape = (len(x), self._shape.n_heads, x.shape[1] // self._shape.n_heads)
        query, key, value = (part.reshape(shape).transpose(1, 0, 2) for part in parts)
        scale = np.float32(1 / np.sqrt(shape[2]))
        mixed = [
            (softmax(q @ k.transpose(0, 2, 1) * scale) @ v).transpose(1, 0, 2)
            for q, k, v in zip(*(np.split(p, cuts, 1) for p in (query, key, value)), strict=True)
        ]
        return np.concatenate(mixed).reshape(x.shape)

    def _dense(self, x: FloatArray, name: str) -> FloatArray:
        result: FloatArray = x @ self._weights[f"{name}.weight"].T
        result += self._weights[f"{name}.bias"]
        return result

    def _norm(self, x: FloatArray, name: str) -> FloatArray:
        x = x - x.mean(axis=1, keepdims=True)
        x /= np.sqrt((x * x).mean(axis=1, keepdims=True) + self._shape.epsilon)
        result: FloatArray = x * self._weights[f"{name}.LayerNorm.weight"]
        result += self._weights[f"{name}.LayerNorm.bias"]
        return result


def normalised(vectors: FloatArray) -> FloatArray:
    """Rows of length 1; a row of zeros stays."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), np.float32)


def softmax(x: FloatArray) -> FloatArray:
    """Softmax over the last axis."""
    powers: FloatArray = np.exp(x - x.max(axis=-1, keepdims=True))
    powers /= powers.sum(axis=-1, keepdims=True)
    return powers


def gelu(x: FloatArray) -> FloatArray:
    """The exact (error function) GELU. numpy has no erf: rational approximation of Eigen, 1 ulp."""
    z = np.clip(x * np.float32(1 / np.sqrt(2)), -4, 4)
    square = z * z
    erf = z * _polynomial(square, _ERF_ABOVE) / _polynomial(square, _ERF_BELOW)
    result: FloatArray = x * np.float32(0.5) * (1 + erf)
    return result


_ERF_ABOVE = (
    -2.72614225801306e-10, 2.77068142495902e-08, -2.10102402082508e-06, -5.69250639462346e-05,
    -7.34990630326855e-04, -2.95459980854025e-03, -1.60960333262415e-02,
)  # fmt: skip
_ERF_BELOW = (
    -1.45660718464996e-05, -2.13374055278905e-04, -1.68282697438203e-03, -7.37332916720468e-03,
    -1.42647390514189e-02,
)  # fmt: skip


def _polynomial(x: FloatArray, coefficients: Sequence[float]) -> FloatArray:
    result = np.full_like(x, coefficients[0])
    for coefficient in coefficients[1:]:
        result *= x
        result += np.float32(coefficient)
    return result


def read_header(path: Path) -> tuple[int, dict[str, Any]]:
    """Where the tensors of a safetensors file begin, and what each is and where from there.

    The format: 8 bytes with the length of a JSON header, the header, then the tensors' bytes.
    """
    with path.open("rb") as file:
        n_header = int.from_bytes(file.read(8), "little")
        header: dict[str, Any] = json.loads(file.read(n_header))
    return 8 + n_header, header


def map_weights(path: Path) -> dict[str, Any]:
    """Every float tensor of a safetensors file, memory-mapped."""
    first, header = read_header(path)
    data = np.memmap(path, np.uint8, "r", first)
    tensors: dict[str, Any] = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] in _DTYPES:
            start, end = entry["data_offsets"]
            raw: Any = np.asarray(data[start:end])
            raw = raw.view(_DTYPES[entry["dtype"]])
            tensors[name.removeprefix("bert.")] = raw.reshape(entry["shape"])
    return tensors

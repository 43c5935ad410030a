"""The embedding model that a setting names: the shipped one, or another by name or path."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.errors import ModelMissing
from index.bert import has_bfloat16
from index.embedder import Embedded, Embedder, ModelEmbedder, sentence_vectors
from index.encoder import normalised
from index.model import EmbeddingModel, Weights, open_model, pools_by_mean
from index.passage import Chunk, FloatArray
from index.tokenizer import Pieces, WordPieces

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_PLAIN_MODULES = frozenset({"Transformer", "Pooling", "Normalize"})
_BATCH = 16
_WINDOW = 256


def open_embedder(name: str = "", *, threads: int = 0, known: Weights | None = None) -> Embedder:
    """The embedder of the model ``name``: a folder, or a name that was fetched once on this
    machine; empty: the shipped one. Nothing is downloaded.

    BERT models with mean pooling are run by numpy and torch, others by sentence-transformers.

    Raises:
        ModelMissing: it is not here, or no sentence-transformers model.
    """
    if not name:
        return ModelEmbedder(open_model(known=known), threads=threads)
    model = open_model(model_folder(name), known=known)
    if _is_plain_bert(model):
        return ModelEmbedder(model, threads=threads)
    return TorchEmbedder(model, threads=threads)


def model_folder(name: str) -> Path:
    """Where the model is: the folder of that name, or of that model in the local cache.

    Raises:
        ModelMissing: neither is there.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder
    os.environ.update(HF_HUB_OFFLINE="1")
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    full = name if "/" in name else f"sentence-transformers/{name}"
    try:
        return Path(snapshot_download(full, local_files_only=True))
    except (HFValidationError, LocalEntryNotFoundError, OSError) as error:
        raise ModelMissing(
            f"no embedding model {name!r} on this machine; give its folder as "
            f"ASSISTANT_EMBEDDING_MODEL, or fetch it once: hf download {full}"
        ) from error


class TorchEmbedder:
    """Any sentence-transformers model with a fast tokenizer, run by sentence-transformers."""

    pools_by_mean = False
    """The mean of a text's states is not its vector: it has to be asked for."""

    def __init__(self, model: EmbeddingModel, *, threads: int = 0) -> None:
        """Load the model.

        Raises:
            ModelMissing: its files cannot be read, or its tokenizer frames no text.
        """
        self.model, self.pieces = model, WordPieces(model.folder)
        if len(self.pieces.cut(["a"], 512)[0].ids) < 3:
            raise ModelMissing(f"the tokenizer of {model.name} frames no text; use another model")
        try:
            self._loaded = load_model(model, threads)
        except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
            raise ModelMissing(f"cannot read the model in {model.folder}: {error}") from error
        self.dimension = int(self._loaded.get_embedding_dimension() or model.dimension)

    @property
    def identity(self) -> str:
        return self.model.identity

    @property
    def max_tokens(self) -> int:
        """How many word pieces the model sees of a text, the special ones included."""
        return self.model.max_tokens

    def count_tokens(self, text: str) -> int:
        return self.pieces.count(text)

    def rarity(self, word: str) -> float:
        """As ``Encoder``; a vocabulary that is not sorted like BERT's tells nothing: 1."""
        return self.pieces.rarity(word)

    def embed(self, texts: Sequence[str]) -> FloatArray:
        """The vector of each text: shape (n_texts, dimension), float32, L2-normalised."""
        vectors = [vector for _, _, vector in self._passes(texts)]
        return normalised(np.array(vectors, np.float32).reshape(len(vectors), self.dimension))

    def states(self, texts: Sequence[str]) -> Iterator[tuple[Pieces, FloatArray]]:
        """For each text its pieces and their states, shape (n_pieces, dim)."""
        for pieces, states, _ in self._passes(texts):
            yield pieces, states

    def embed_chunks(self, chunks: Sequence[Chunk]) -> Iterator[Embedded]:
        """As ``Embedder``."""
        for start in range(0, len(chunks), _WINDOW):
            window = chunks[start : start + _WINDOW]
            yield from embed_sorted(self._loaded, self.pieces, window, self.max_tokens)

    def _passes(self, texts: Sequence[str]) -> Iterator[tuple[Pieces, FloatArray, FloatArray]]:
        cut = self.pieces.cut(texts, self.max_tokens)
        for start in range(0, len(cut), _BATCH):
            batch = cut[start : start + _BATCH]
            states, vectors = run_batch(self._loaded, batch)
            for pieces, padded, vector in zip(batch, states, vectors, strict=True):
                yield pieces, padded[: len(pieces.ids)], vector


def _is_plain_bert(model: EmbeddingModel) -> bool:
    """Whether numpy computes what the model does: BERT, the mean of its states, no more."""
    try:
        config = json.loads((model.folder / "config.json").read_text("utf-8"))
        modules = json.loads((model.folder / "modules.json").read_text("utf-8"))
        is_mean = pools_by_mean(model.folder)
        kinds = {str(module["type"]).rsplit(".", 1)[-1] for module in modules}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    is_usual = config.get("hidden_act", "gelu") == "gelu"
    return config.get("model_type") == "bert" and kinds <= _PLAIN_MODULES and is_mean and is_usual


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
    if has_bfloat16():
        loaded[0].to(torch.bfloat16)
    return loaded


def embed_sorted(
    bulk: SentenceTransformer, pieces: WordPieces, chunks: Sequence[Chunk], max_tokens: int
) -> Iterator[Embedded]:
    """Batches of like length, so that little is padding; results in the order of ``chunks``."""
    cut = pieces.cut([chunk.embedded for chunk in chunks], max_tokens)
    order = sorted(range(len(chunks)), key=lambda i: len(cut[i].ids))
    results: dict[int, Embedded] = {}
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
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

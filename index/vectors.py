"""Sentence vectors, memory-mapped in half precision. Derived: one row a sentence of the store."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from index.passage import FloatArray

ROWS, IDS, RANGES, STATE = "rows.npy", "ids.npy", "ranges.npy", "state.json"


class VectorsDamaged(Exception):
    """The folder cannot be used; its vectors must be embedded again."""


@dataclass(frozen=True, slots=True)
class SentenceVectors:
    """The vectors of each chunk's sentences, by chunk id.

    ``ids``: sorted. ``ranges``: shape (n_chunks, 2), the rows of each chunk. ``rows``: shape
    (n_sentences, dim), float16 (a cosine is off by less than .0005).
    """

    ids: Any
    ranges: Any
    rows: Any

    def of(self, chunk_id: str) -> FloatArray:
        """Shape (n_sentences, dim), float32.

        Raises:
            KeyError: no chunk of that id.
        """
        at = int(np.searchsorted(self.ids, chunk_id.encode()))
        if at >= len(self.ids) or self.ids[at] != chunk_id.encode():
            raise KeyError(chunk_id)
        start, end = self.ranges[at]
        return np.asarray(self.rows[start:end], np.float32)


def open_vectors(folder: Path, fingerprint: str) -> SentenceVectors:
    """The vectors in ``folder``, memory-mapped.

    Raises:
        VectorsDamaged: not there, not readable, or made for another fingerprint.
    """
    try:
        state = json.loads((folder / STATE).read_text(encoding="utf-8"))
        if state["fingerprint"] != fingerprint:
            raise VectorsDamaged(f"{folder} was made for other chunks")
        ids, ranges = np.load(folder / IDS), np.load(folder / RANGES)
        rows: Any = np.zeros((0, 0), np.float16)
        if state["n_rows"]:  # an empty file cannot be mapped
            rows = np.load(folder / ROWS, mmap_mode="r")
        if len(rows) != state["n_rows"] or len(ids) != len(ranges):
            raise VectorsDamaged(f"{folder} is incomplete")
    except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
        raise VectorsDamaged(f"{folder}: {error}") from error
    return SentenceVectors(ids, ranges, rows)


def write_vectors(
    folder: Path,
    fingerprint: str,
    ids: Sequence[str],
    old: SentenceVectors | None,
    new: Mapping[str, FloatArray],
) -> None:
    """Write the vectors of the chunks ``ids`` (sorted): those in ``new``, the others as in ``old``.

    Raises:
        KeyError: a chunk is in neither.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parts = [new[id_] if id_ in new else _old(old, id_) for id_ in ids]
    ends = np.cumsum([len(part) for part in parts], dtype=np.int64)
    ranges = np.stack([np.concatenate([[0], ends[:-1]]), ends], axis=1) if ids else np.zeros((0, 2))
    rows = np.concatenate(parts) if parts else np.zeros((0, 0))
    np.save(folder / IDS, np.array([id_.encode() for id_ in ids], "S32"))
    np.save(folder / RANGES, ranges.astype(np.int64))
    # The mapped file may be open here or in a reader: replace it, never write into it.
    temporary = folder / f"new-{ROWS}"
    np.save(temporary, rows.astype(np.float16))
    temporary.replace(folder / ROWS)
    state = {"fingerprint": fingerprint, "n_rows": len(rows)}
    (folder / STATE).write_text(json.dumps(state), encoding="utf-8")


def _old(old: SentenceVectors | None, id_: str) -> FloatArray:
    if old is None:
        raise KeyError(id_)
    return old.of(id_)

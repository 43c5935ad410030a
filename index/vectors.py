"""Sentence vectors, memory-mapped in half precision. Derived: one row a sentence of the store."""

from __future__ import annotations

import json
from array import array
from collections.abc import KeysView, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np

from index.passage import FloatArray

ROWS, IDS, RANGES, STATE = "rows.f16", "ids.npy", "ranges.npy", "state.json"
# Rows of chunks that are gone stay in the file until they are this share of it.
MAX_UNUSED = 0.25
BLOCK = 4096
Range = tuple[int, int]


class VectorsDamaged(Exception):
    """The folder cannot be used; its vectors must be embedded again."""


@dataclass(frozen=True, slots=True)
class SentenceVectors:
    """The vectors of each chunk's sentences, by chunk id.

    ``ids``: sorted. ``ranges``: shape (n_chunks, 2), the rows of each chunk. ``rows``: shape
    (n_rows, dim), float16 (a cosine is off by less than .0005), of which some may be unused.
    """

    ids: Any
    ranges: Any
    rows: Any

    def of(self, chunk_id: str) -> FloatArray:
        """Shape (n_sentences, dim), float32.

        Raises:
            KeyError: no chunk of that id.
        """
        start, end = self.range_of(chunk_id)
        return np.asarray(self.rows[start:end], np.float32)

    def range_of(self, chunk_id: str) -> Range:
        """The rows of one chunk.

        Raises:
            KeyError: no chunk of that id.
        """
        at = int(np.searchsorted(self.ids, chunk_id.encode()))
        if at >= len(self.ids) or self.ids[at] != chunk_id.encode():
            raise KeyError(chunk_id)
        return int(self.ranges[at][0]), int(self.ranges[at][1])


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
        n_rows, dimension = int(state["n_rows"]), int(state["dimension"])
        if len(ids) != len(ranges) or (folder / ROWS).stat().st_size != n_rows * dimension * 2:
            raise VectorsDamaged(f"{folder} is incomplete")
        return SentenceVectors(ids, ranges, _mapped(folder / ROWS, n_rows, dimension))
    except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
        raise VectorsDamaged(f"{folder}: {error}") from error


def _mapped(path: Path, n_rows: int, dimension: int) -> Any:
    if not n_rows:  # an empty file cannot be mapped
        return np.zeros((0, dimension), np.float16)
    return np.memmap(path, np.float16, "r", shape=(n_rows, dimension))


class VectorsWriter:
    """Adds vectors to a folder that is empty, or a copy of that of ``old``. Holds no vectors."""

    def __init__(self, folder: Path, old: SentenceVectors | None, dimension: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._old, self._dimension = folder, old, dimension
        self._new: dict[str, int] = {}
        self._n_rows = len(old.rows) if old else 0
        self._ends = array("q", [self._n_rows])
        self._file: IO[bytes] = (folder / ROWS).open("ab" if old else "wb")

    def add(self, chunk_id: str, vectors: FloatArray) -> None:
        """The vectors of one chunk's sentences; they replace those it has.

        Raises:
            OSError: the disk is full.
        """
        self._file.write(np.ascontiguousarray(vectors, np.float16).tobytes())
        self._new[chunk_id] = len(self._ends)
        self._n_rows += len(vectors)
        self._ends.append(self._n_rows)

    @property
    def new(self) -> KeysView[str]:
        """The chunks that were added."""
        return self._new.keys()

    def added(self, chunk_id: str) -> FloatArray:
        """What was added, in half precision: shape (n_sentences, dim), float32."""
        start, end = self._range(chunk_id)
        self._file.flush()
        rows = _mapped(self._folder / ROWS, self._n_rows, self._dimension)
        return np.asarray(rows[start:end], np.float32)

    def finish(self, fingerprint: str, ids: Sequence[str]) -> None:
        """Keep the vectors of the chunks ``ids`` (sorted): what was added, else what was there.

        Raises:
            KeyError: a chunk has none.
            OSError: the disk is full.
        """
        self.close()
        ranges = np.array([self._range(id_) for id_ in ids], np.int64).reshape(-1, 2)
        n_used = int((ranges[:, 1] - ranges[:, 0]).sum())
        if n_used < (1 - MAX_UNUSED) * self._n_rows:
            ranges = self._compact(ranges)
        np.save(self._folder / IDS, np.array([id_.encode() for id_ in ids], "S32"))
        np.save(self._folder / RANGES, ranges)
        state = {
            "fingerprint": fingerprint,
            "n_rows": self._n_rows,
            "dimension": self._dimension,
        }
        (self._folder / STATE).write_text(json.dumps(state), encoding="utf-8")

    def close(self) -> None:
        """Release the file."""
        self._file.close()

    def _range(self, id_: str) -> Range:
        if (n := self._new.get(id_)) is not None:
            return self._ends[n - 1], self._ends[n]
        if self._old is None:
            raise KeyError(id_)
        return self._old.range_of(id_)

    def _compact(self, ranges: Any) -> Any:
        """Write the used rows alone, in the order of ``ranges``; the ranges they have then."""
        rows = _mapped(self._folder / ROWS, self._n_rows, self._dimension)
        temporary = self._folder / f"new-{ROWS}"
        with temporary.open("wb") as file:
            for start in range(0, len(ranges), BLOCK):
                parts = [rows[first:last] for first, last in ranges[start : start + BLOCK]]
                file.write(np.concatenate(parts).tobytes())
        temporary.replace(self._folder / ROWS)
        ends = np.cumsum(ranges[:, 1] - ranges[:, 0], dtype=np.int64)
        self._n_rows = int(ends[-1]) if len(ends) else 0
        return np.stack([np.concatenate([[0], ends[:-1]]), ends], axis=1).astype(np.int64)

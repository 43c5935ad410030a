"""A store that is a plain SQLite table: to measure what indexing takes when Chroma is taken away.

It does what a first sync asks of a store, and holds nothing in memory.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from index.passage import Chunk, DocumentInfo
from index.store import Stored


class PlainStore:
    """Chunks with their vectors, by document; nothing can be searched."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._table = sqlite3.connect(folder / "plain.sqlite3")
        self._table.execute("CREATE TABLE chunks (id, document, chunk, vector)")
        self._table.execute("CREATE INDEX of_document ON chunks (document)")
        self._table.execute("CREATE TABLE documents (id, text)")

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> PlainStore:
        """As ``Store.open``."""
        assert create
        return cls(folder)

    def close(self) -> None:
        """As ``Store.close``."""
        self._table.close()

    def put_chunks(self, stored: Sequence[Stored]) -> None:
        """As ``Store.put_chunks``."""
        rows = [
            (s.chunk.id, s.chunk.document, pickle.dumps(s.chunk), s.vector.tobytes())
            for s in stored
        ]
        with self._table:
            self._table.executemany("INSERT INTO chunks VALUES (?, ?, ?, ?)", rows)

    def put_documents(
        self, documents: Sequence[tuple[DocumentInfo, str]], *, replace: bool = True
    ) -> None:
        """As ``Store.put_documents``, of new documents."""
        assert replace
        rows = [(info.id, text) for info, text in documents]
        with self._table:
            self._table.executemany("INSERT INTO documents VALUES (?, ?)", rows)

    def chunks_embedded(self, keys: Sequence[str]) -> list[Stored]:
        """None: nothing in the benchmark's corpus comes twice."""
        assert keys
        return []

    def chunks_of(self, documents: Sequence[str]) -> tuple[Chunk, ...]:
        """As ``Store.chunks_of``."""
        marks = ", ".join("?" * len(documents))
        found = self._table.execute(
            f"SELECT chunk FROM chunks WHERE document IN ({marks}) ORDER BY rowid",
            list(documents),
        )
        return tuple(pickle.loads(chunk) for (chunk,) in found)

    def all_chunks(self, ids: Sequence[str] | None = None) -> Iterator[Chunk]:
        """As ``Store.all_chunks``; of ``ids`` there are no others."""
        assert ids
        for (chunk,) in self._table.execute("SELECT chunk FROM chunks ORDER BY id"):
            yield pickle.loads(chunk)

    def remove_documents(self, documents: Sequence[str]) -> None:
        """A first sync removes nothing."""
        assert not documents

    def write_settings(self, settings: Mapping[str, str]) -> None:
        """They stand in the manifest too."""

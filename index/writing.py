"""Writing a generation, part by part: the store first, then what is derived from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from corpus.document import Document
from corpus.errors import IndexDamaged, IndexWriteFailed
from index.generations import DATABASE, STORE, is_whole
from index.lexical import LexicalDamaged, build_lexical, change_lexical
from index.manifest import Manifest, fingerprint, write_manifest
from index.passage import Chunk, DocumentInfo, FloatArray
from index.records import embedding_key
from index.server import Server
from index.snapshot import LEXICAL, VECTORS, Snapshot, write_contents
from index.store import Store, Stored
from index.vectors import VectorsWriter

PART_DOCUMENTS = 20


@dataclass(frozen=True, slots=True)
class Part:
    """Some chunks with their vectors and their sentences' vectors, and documents that are done."""

    chunks: Sequence[tuple[Stored, FloatArray]]
    documents: Sequence[tuple[DocumentInfo, str]]


class Writer:
    """Turns a copy of the generation ``base``, or an empty folder, into the next generation.

    What is new is added before what it replaces is removed. Memory does not grow with the corpus,
    but for ids.
    """

    def __init__(self, folder: Path, base: Snapshot | None, dimension: int, server: Server) -> None:
        """``server``: where chunks and texts go, if not into ``folder``.

        Raises:
            IndexWriteFailed, OSError: read-only folder, or no disk space.
            StoreUnreachable: the server does not answer.
        """
        self._folder, self._base, self._server = folder, base, server
        self._infos = dict(base.documents) if base else {}
        self._put_documents: list[str] = []
        with self._errors():
            self._store = _opened(folder, server)
        self._vectors = VectorsWriter(folder / VECTORS, base.vectors if base else None, dimension)

    def close(self) -> None:
        """Release files and memory."""
        try:
            self._vectors.close()
        finally:  # on a full disk what is still to be written is refused
            self._store.close()

    def put(self, part: Part) -> None:
        """Add a part. Raises IndexWriteFailed, OSError: no disk space."""
        with self._errors():
            self._store.put_chunks([stored for stored, _ in part.chunks])
            self._store.put_documents(part.documents, replace=not self._server.url)
        for stored, rows in part.chunks:
            self._vectors.add(stored.chunk.id, rows)
        self._put_documents += [info.id for info, _ in part.documents]
        self._infos.update({info.id: info for info, _ in part.documents})

    def known(self, keys: Sequence[str]) -> dict[str, tuple[FloatArray, FloatArray]]:
        """Vectors that the base has, or that were put, by embedding key."""
        found = {}
        if self._base:
            for stored in self._base.store.chunks_embedded(keys):
                rows = self._base.sentence_vectors(stored.chunk)
                found[embedding_key(stored.chunk)] = stored.vector, rows
        if self._vectors.new:
            with self._errors():
                others = self._store.chunks_embedded([key for key in keys if key not in found])
            for stored in others:
                if stored.chunk.id in self._vectors.new:  # a server has those of others too
                    rows = self._vectors.added(stored.chunk.id)
                    found[embedding_key(stored.chunk)] = stored.vector, rows
        return found

    def finish(self, removed: Sequence[str], manifest: Manifest) -> int:
        """Take out ``removed`` documents and what was replaced, and derive the rest.

        Returns how many chunks there are. ``manifest`` lacks its fingerprint only.

        Raises:
            IndexWriteFailed, OSError: read-only folder, or no disk space.
        """
        before = self._base.documents if self._base else {}
        gone = [*removed, *(document for document in self._put_documents if document in before)]
        for document in removed:
            del self._infos[document]
        mark = fingerprint(manifest.index_version, manifest.model, self._infos.values())
        manifest = replace(manifest, fingerprint=mark, server=self._server)
        with self._errors():
            ids = self._remove(gone, removed)
            self._store.write_settings(manifest.settings())
            write_manifest(self._folder, manifest)
            self._write_lexical(mark, gone, ids)
        self._vectors.finish(mark, ids)
        return len(ids)

    def _remove(self, gone: Sequence[str], removed: Sequence[str]) -> list[str]:
        """Take out what goes; the ids that remain, sorted. From a server nothing goes before the
        new generation is in force: others read it.
        """
        ids = self._base.chunk_ids() if self._base else set[str]()
        for old in self._old_chunks(gone):
            unused = [chunk.id for chunk in old if chunk.id not in self._vectors.new]
            ids.difference_update(unused)
            if not self._server.url:
                self._store.remove_chunks(unused)
        if self._server.url:
            write_contents(self._folder, {id_: info.sha256 for id_, info in self._infos.items()})
        else:
            self._store.remove_documents(removed)
        return sorted(ids | self._vectors.new)

    def _write_lexical(self, mark: str, gone: Sequence[str], ids: Sequence[str]) -> None:
        folder = self._folder / LEXICAL
        n_gone = sum(self._base.documents[d].n_chunks for d in gone) if self._base else 0
        removed = (chunk for part in self._old_chunks(gone) for chunk in part)
        added = (
            chunk
            for part in _parts(self._put_documents)
            for chunk in self._store.chunks_of(part)
            if chunk.id in self._vectors.new
        )
        try:
            change_lexical(folder, mark, n_gone, removed, added)
        except LexicalDamaged:
            build_lexical(self._store.all_chunks(ids), folder, mark)

    def _old_chunks(self, documents: Sequence[str]) -> Iterator[tuple[Chunk, ...]]:
        """The chunks that some documents have in the base, a few documents at a time."""
        for part in _parts(documents):
            if self._base:
                yield self._base.store.chunks_of(part)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """What Chroma cannot do in a copy of something whole is what the disk refused."""
        try:
            yield
        except IndexDamaged as error:
            if self._base and not is_whole(self._base.folder / STORE / DATABASE):
                raise
            raise IndexWriteFailed(
                f"cannot write the index in {self._folder.parent} ({error.__cause__}); "
                "free space or give another --index"
            ) from error


def _opened(folder: Path, server: Server) -> Store:
    if server.url:
        return Store.at(server, create=True)
    return Store.open(folder / STORE, create=True)


def info_of(document: Document, n_chunks: int) -> DocumentInfo:
    """What the index will know of a document that has just been read."""
    return DocumentInfo(
        id=document.id,
        title=document.title,
        title_origin=document.title_origin,
        markup=document.markup,
        sha256=document.sha256,
        file_sha256=document.file_sha256,
        size_bytes=document.size_bytes,
        n_chars=len(document.text),
        n_chunks=n_chunks,
        indexed_at=datetime.now(UTC).isoformat(timespec="seconds"),
        metadata={str(key): str(value) for key, value in document.metadata.items()},
    )


def _parts(documents: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(documents), PART_DOCUMENTS):
        yield documents[start : start + PART_DOCUMENTS]

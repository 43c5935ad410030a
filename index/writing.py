"""Writing a generation: the store first, then what is derived from it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from corpus.document import Document
from corpus.errors import IndexDamaged, IndexWriteFailed
from index.generations import STORE
from index.lexical import LexicalDamaged, build_lexical, change_lexical
from index.manifest import Manifest, fingerprint, write_manifest
from index.passage import Chunk, DocumentInfo, FloatArray, SyncProgress
from index.records import embedding_key
from index.snapshot import LEXICAL, VECTORS
from index.store import Store, Stored
from index.vectors import SentenceVectors, write_vectors

PART = 100

Chunked = tuple[Document, tuple[Chunk, ...]]
Vectors = Mapping[str, tuple[FloatArray, FloatArray]]
"""By embedding key: a chunk's vector and its sentences' vectors."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a sync writes. ``removed`` names documents that go; those in ``put`` replace theirs."""

    removed: tuple[str, ...]
    put: tuple[Chunked, ...]

    @property
    def chunks(self) -> list[Chunk]:
        return [chunk for _, chunks in self.put for chunk in chunks]


def write_generation(
    folder: Path, change: Change, vectors: Vectors, old: SentenceVectors | None, manifest: Manifest
) -> Generator[SyncProgress, None, int]:
    """Turn the copy of the last generation in ``folder``, or an empty folder, into the next one.

    Returns how many chunks it holds. ``manifest`` lacks its fingerprint only.

    Raises:
        IndexWriteFailed, OSError: read-only folder, or no disk space.
    """
    with _write_errors(folder.parent), closing(Store.open(folder / STORE, create=True)) as store:
        gone = _remove(store, change)
        for start in range(0, len(change.put), PART):
            _put(store, change.put[start : start + PART], vectors)
            yield SyncProgress("store", min(start + PART, len(change.put)), len(change.put))
        mark = fingerprint(manifest.index_version, manifest.model, store.documents())
        manifest = replace(manifest, fingerprint=mark)
        store.write_settings(manifest.settings())
        write_manifest(folder, manifest)
        _write_lexical(store, folder / LEXICAL, mark, gone, change.chunks)
        new = {chunk.id: vectors[embedding_key(chunk)][1] for chunk in change.chunks}
        ids = store.chunk_ids()
    write_vectors(folder / VECTORS, mark, ids, old, new)
    return len(ids)


@contextmanager
def _write_errors(folder: Path) -> Iterator[None]:
    """In a copy that was whole a moment ago, what Chroma cannot do is what the disk refused."""
    try:
        yield
    except IndexDamaged as error:
        raise IndexWriteFailed(
            f"cannot write the index in {folder} ({error.__cause__}); "
            "free space or give another --index"
        ) from error


def _remove(store: Store, change: Change) -> Sequence[Chunk]:
    """Remove what goes and what is replaced; the chunks that were there."""
    there = {info.id for info in store.documents()}
    ids = [*change.removed, *(document.id for document, _ in change.put if document.id in there)]
    gone = store.chunks_of(ids)
    store.remove_chunks([chunk.id for chunk in gone])
    store.remove_documents(ids)
    return gone


def _put(store: Store, part: Sequence[Chunked], vectors: Vectors) -> None:
    chunks = [chunk for _, chunks in part for chunk in chunks]
    store.put_chunks([Stored(chunk, vectors[embedding_key(chunk)][0]) for chunk in chunks])
    store.put_documents([(_info(d, len(chunks)), d.text) for d, chunks in part])


def _info(document: Document, n_chunks: int) -> DocumentInfo:
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


def _write_lexical(
    store: Store, folder: Path, mark: str, gone: Sequence[Chunk], new: Sequence[Chunk]
) -> None:
    try:
        change_lexical(folder, mark, gone, new)
    except LexicalDamaged:
        build_lexical(store.all_chunks(), folder, mark)

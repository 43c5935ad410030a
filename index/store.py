"""The store of truth: chunks with their vectors and documents with their text, in Chroma."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from corpus.errors import DocumentUnknown, IndexDamaged, IndexMissing
from index.passage import Chunk, DocumentInfo, FloatArray
from index.records import (
    INFO,
    Record,
    chunk_from_record,
    chunk_to_record,
    info_from_record,
    info_to_record,
    text_key,
)
from index.server import Server, connect, disconnect, unreachable

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

T = TypeVar("T")

CHUNKS, DOCUMENTS = "assistant-chunks", "assistant-documents"
ADD_BATCH, GET_BATCH, TEXT_BATCH = 100, 200, 100
# Larger batches are no faster and take more memory: writing 500 at a time 20 MB, reading 2,000 at a
# time 70 MB.
# Searched 200 wide, the graph finds what brute force finds (tests/index/test_store.py).
# What Chroma has not saved of the graph yet, it puts in again at every opening and reads again at
# every write. Saved every 1,000 records, its default, opening takes .6 s; every 200, .1 s.
_COSINE = {
    "hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 200, "sync_threshold": 200}
}

# Clients of one folder share a system that Chroma hands out before it is started.
_CLIENTS = threading.RLock()


@dataclass(frozen=True, slots=True)
class Stored:
    """A chunk as it is stored: with its vector (shape (dim,), float32, L2-normalised)."""

    chunk: Chunk
    vector: FloatArray


@dataclass(frozen=True, slots=True)
class Contents:
    """What of a server's collections belongs to one generation; there, others are beside it.

    ``ids``: of its chunks. ``texts``: the hash of each document's text.
    """

    ids: frozenset[str]
    texts: Mapping[str, str]


class Store:
    """One index in Chroma. Chunks are found by id, by document, by what was embedded, by vector.

    Similarities are cosines; Chroma's own distance is 1 - cosine. Safe for concurrent reads.
    """

    def __init__(
        self,
        client: ClientAPI,
        where: str,
        *,
        create: bool = False,
        name: str = "",
        contents: Contents | None = None,
    ) -> None:
        """``where`` names the place in messages, ``name`` ends the names of the collections.

        ``contents``: nothing else is there for whoever reads.

        Raises:
            IndexMissing: Chroma holds no index.
            IndexDamaged: it cannot be read.
            StoreUnreachable: the server does not answer.
        """
        self._client, self._where, self._contents = client, where, contents
        ending = f"-{name}" if name else ""
        with self._errors():
            self._chunks = _collection(client, CHUNKS + ending, create)
            self._documents = _collection(client, DOCUMENTS + ending, create)

    @classmethod
    def at(cls, server: Server, *, create: bool = False, contents: Contents | None = None) -> Store:
        """The store of an index on a server.

        Raises:
            IndexMissing, IndexDamaged, StoreUnreachable: as for the constructor.
        """
        client = connect(server.url)
        try:
            return cls(client, server.url, create=create, name=server.name, contents=contents)
        except BaseException:
            disconnect(client)
            raise

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Store:
        """The store in a folder, which no other process may write while it is open.

        Raises:
            IndexMissing, IndexDamaged: as for the constructor.
        """
        if not create and not (folder / "chroma.sqlite3").is_file():
            raise IndexDamaged(f"{folder} holds no chunks; run: assistant index")
        os.environ["ANONYMIZED_TELEMETRY"] = "False"
        import chromadb
        from chromadb.config import Settings

        with _translated(str(folder)), _CLIENTS:
            client = chromadb.PersistentClient(
                str(folder), settings=Settings(anonymized_telemetry=False)
            )
        try:
            return cls(client, str(folder), create=create)
        except BaseException:
            client.close()  # type: ignore[attr-defined]
            raise

    def close(self) -> None:
        """Release memory and file handles. The store is not used afterwards."""
        with _CLIENTS:
            disconnect(self._client)

    @property
    def settings(self) -> Mapping[str, str]:
        """What was written by ``write_settings``."""
        return {key: str(value) for key, value in (self._chunks.metadata or {}).items()}

    def write_settings(self, settings: Mapping[str, str]) -> None:
        """Replace all settings of the store."""
        with self._errors():
            self._chunks.modify(metadata=dict(settings))

    @property
    def n_chunks(self) -> int:
        if self._contents:
            return len(self._contents.ids)
        with self._errors():
            return self._chunks.count()

    def put_chunks(self, stored: Sequence[Stored]) -> None:
        """Add or replace chunks by id."""
        for batch in _batches(stored, ADD_BATCH):
            records = [chunk_to_record(item.chunk) for item in batch]
            with self._errors():
                self._chunks.upsert(
                    ids=[record.id for record in records],
                    documents=[record.text for record in records],
                    metadatas=[record.metadata for record in records],
                    embeddings=np.array([item.vector for item in batch], np.float32),
                )

    def remove_chunks(self, ids: Sequence[str]) -> None:
        """Remove chunks; ids that are not there are passed over."""
        for batch in _batches(ids, ADD_BATCH):
            with self._errors():
                self._chunks.delete(ids=batch)

    def chunk_ids(self) -> list[str]:
        """The ids of all chunks, sorted."""
        with self._errors():
            return sorted(filter(self._is_in, self._chunks.get(include=[])["ids"]))

    def _is_in(self, id_: str) -> bool:
        return self._contents is None or id_ in self._contents.ids

    def chunks(self, ids: Sequence[str]) -> list[Stored]:
        """The chunks of ``ids`` that are there, in no order."""
        found: list[Stored] = []
        for batch in _batches([id_ for id_ in ids if self._is_in(id_)], GET_BATCH):
            found += self._get(ids=batch)
        return found

    def chunks_embedded(self, keys: Sequence[str]) -> list[Stored]:
        """The chunks that have one of the embedding keys (``records.embedding_key``)."""
        found: list[Stored] = []
        for batch in _batches(keys, ADD_BATCH):
            found += self._get(where={"embedding_key": {"$in": batch}})
        return found

    def all_chunks(self, ids: Sequence[str] | None = None) -> Iterator[Chunk]:
        """Every chunk, or those of ``ids`` (sorted), by id; read in parts."""
        for batch in _batches(self.chunk_ids() if ids is None else ids, GET_BATCH):
            with self._errors():
                got = self._chunks.get(ids=batch, include=["documents", "metadatas"])
                part = [chunk_from_record(record) for record in _records(got)]
            yield from sorted(part, key=lambda chunk: chunk.id)

    def chunks_of(self, documents: Sequence[str]) -> tuple[Chunk, ...]:
        """The chunks of some documents, by document and in reading order."""
        chunks: list[Chunk] = []
        for batch in _batches(documents, ADD_BATCH):
            with self._errors():
                got = self._chunks.get(where=_among(batch), include=["documents", "metadatas"])
                chunks += [
                    chunk_from_record(record) for record in _records(got) if self._is_in(record.id)
                ]
        return tuple(sorted(chunks, key=lambda chunk: (chunk.document, chunk.span)))

    def nearest(
        self, vector: FloatArray, k: int, documents: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Ids and cosines of the ``k`` nearest chunks, nearest first; of ``documents`` only, if
        given.
        """
        if k < 1 or (documents is not None and not documents):
            return []
        where = None if documents is None else _among(documents)
        n_asked = k
        while True:
            found = self._query(vector, n_asked, where)
            kept = [(id_, cosine) for id_, cosine in found if self._is_in(id_)]
            if len(kept) >= k:
                return kept[:k]
            if len(found) < n_asked:
                return self._with_unreached(vector, kept, where)[:k]
            n_asked *= 2  # what belongs to other generations took places

    def _with_unreached(
        self, vector: FloatArray, found: list[tuple[str, float]], where: Any
    ) -> list[tuple[str, float]]:
        """``found``, all that Chroma's graph leads to, with the few chunks that none of it does."""
        if where is None and len(found) == self.n_chunks:
            return found
        with self._errors():
            ids = self._chunks.get(where=where, include=[])["ids"]
        missing = [*set(ids).difference(id_ for id_, _ in found)]
        more = [(one.chunk.id, float(one.vector @ vector)) for one in self.chunks(missing)]
        return sorted([*found, *more], key=lambda pair: -pair[1]) if more else found

    def _query(self, vector: FloatArray, k: int, where: Any) -> list[tuple[str, float]]:
        with self._errors():
            got = self._chunks.query(
                query_embeddings=vector[None], n_results=k, where=where, include=["distances"]
            )
        # Chroma gives 1 - cosine, smallest first, in a list per query vector.
        distances = (got["distances"] or [[]])[0]
        return [(id_, 1.0 - d) for id_, d in zip(got["ids"][0], distances, strict=True)]

    def put_documents(
        self, documents: Sequence[tuple[DocumentInfo, str]], *, replace: bool = True
    ) -> None:
        """Add or replace documents: what is known of them, and their texts.

        Without ``replace`` texts that they had before stay beside the new ones.
        """
        if replace:
            self.remove_documents([info.id for info, _ in documents])
        records = [record for info, text in documents for record in info_to_record(info, text)]
        for batch in _batches(records, TEXT_BATCH):
            with self._errors():
                # Chroma wants a vector for every record; texts are never searched by one.
                self._documents.upsert(
                    ids=[record.id for record in batch],
                    metadatas=[{**record.metadata, "text": record.text} for record in batch],
                    embeddings=np.ones((len(batch), 1), np.float32),
                )

    def remove_documents(self, documents: Sequence[str]) -> None:
        """Remove documents' texts; their chunks stay."""
        for batch in _batches(documents, ADD_BATCH):
            with self._errors():
                self._documents.delete(where=_among(batch))

    def drop(self) -> None:
        """Remove the collections themselves. The store is not used afterwards."""
        with self._errors():
            for collection in (self._chunks, self._documents):
                self._client.delete_collection(collection.name)

    def keep_only(self, kept: Sequence[Contents]) -> None:
        """Remove all that belongs to none of ``kept``."""
        with self._errors():
            ids = self._chunks.get(include=[])["ids"]
            self.remove_chunks([i for i in ids if not any(i in one.ids for one in kept)])
            keys = {text_key(*text) for one in kept for text in one.texts.items()}
            texts = self._documents.get(include=[])["ids"]
            gone = [id_ for id_ in texts if id_.partition("-")[0] not in keys]
            for batch in _batches(gone, ADD_BATCH):
                self._documents.delete(ids=batch)

    def documents(self) -> tuple[DocumentInfo, ...]:
        """What is known of each document, sorted by id."""
        with self._errors():
            got = self._documents.get(where={"slice": INFO}, include=["metadatas"])
            infos = [info_from_record(metadata) for metadata in got["metadatas"] or []]
        if self._contents:
            texts = self._contents.texts
            infos = [info for info in infos if texts.get(info.id) == info.sha256]
        return tuple(sorted(infos, key=lambda info: info.id))

    def text(self, document: str) -> str:
        """The verbatim text of one document.

        Raises:
            DocumentUnknown: there is none of that name.
        """
        with self._errors():
            got = self._documents.get(where={"document": document}, include=["metadatas"])
        records = sorted(got["metadatas"] or [], key=lambda m: int(str(m["slice"])))
        if self._contents:
            wanted = self._contents.texts.get(document)
            records = [metadata for metadata in records if metadata["sha256"] == wanted]
        if not records:
            raise DocumentUnknown(
                f"no document {document!r} in the index; the names are those that citations show"
            )
        return "".join(str(metadata["text"]) for metadata in records[1:])

    def _get(self, **selection: Any) -> list[Stored]:
        with self._errors():
            got = self._chunks.get(**selection, include=["documents", "metadatas", "embeddings"])
            vectors = np.asarray(got["embeddings"], np.float32)
            records = list(_records(got))
            return [
                Stored(chunk_from_record(record), vector)
                for record, vector in zip(records, vectors, strict=True)
                if self._is_in(record.id)
            ]

    @contextmanager
    def _errors(self) -> Iterator[None]:
        with _translated(self._where):
            yield


@contextmanager
def _translated(where: str) -> Iterator[None]:
    """Chroma's errors become ours; its Rust part has one class for all that a disk does."""
    from chromadb.errors import ChromaError, NotFoundError
    from httpx import HTTPError

    try:
        yield
    except HTTPError as error:
        raise unreachable(where, error) from error
    except NotFoundError as error:
        raise IndexMissing(f"no index in {where}; run: assistant index") from error
    # AttributeError: what Chroma meets where it stops a client that it could not start.
    except (ChromaError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise IndexDamaged(
            f"the index in {where} cannot be read ({error}); run: assistant index"
        ) from error


def _collection(client: ClientAPI, name: str, create: bool) -> Collection:
    if not create:
        return client.get_collection(name, embedding_function=None)
    return client.get_or_create_collection(
        name,
        configuration=_COSINE,  # type: ignore[arg-type]
        embedding_function=None,
    )


def _records(got: Any) -> Iterator[Record]:
    for id_, text, metadata in zip(got["ids"], got["documents"], got["metadatas"], strict=True):
        yield Record(id_, text, metadata)


def _among(documents: Sequence[str]) -> Any:
    """Chroma's filter for the records of some documents, of which there is at least one."""
    return {"document": {"$in": list(documents)}}


def _batches(items: Sequence[T], size: int) -> Iterator[list[T]]:
    for start in range(0, len(items), size):
        yield list(items[start : start + size])

"""One generation of an index, opened for reading."""

from __future__ import annotations

import json
import os
import shutil
import weakref
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.errors import DocumentUnknown, IndexDamaged, IndexMissing, IndexOtherVersion
from index import lease
from index.chunks import INDEX_VERSION
from index.generations import STORE
from index.lexical import Lexical, LexicalDamaged, build_lexical, open_lexical
from index.manifest import Manifest
from index.passage import Chunk, DocumentInfo, FloatArray
from index.server import Server
from index.store import Contents, Store, Stored
from index.vectors import SentenceVectors, VectorsDamaged, open_vectors

LEXICAL, VECTORS, CONTENTS = "lexical", "vectors", "contents.json"
CACHED_CHUNKS, CACHED_CHARS = 20_000, 5_000_000


class Snapshot:
    """The chunks, documents and derived parts of one generation. Safe for concurrent reads.

    No sync removes it meanwhile. Chroma's memory and file handles are released when the last
    reference is gone.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Open the generation in ``folder``; a damaged lexical index is made again.

        Raises:
            IndexDamaged: the chunks or their sentence vectors cannot be read.
        """
        self.folder, self.manifest = folder, manifest
        resources = ExitStack()
        weakref.finalize(self, resources.close)
        resources.enter_context(lease.held(folder))
        self.vectors = _vectors(folder, manifest)
        self.contents = _contents(folder, self.vectors) if manifest.server.url else None
        self.store = _open_store(folder, manifest.server, self.contents, resources)
        if not _belongs(self.store.settings, manifest):
            raise IndexDamaged(f"the parts of the index in {folder} differ; run: assistant index")
        self.documents = {info.id: info for info in self.store.documents()}
        self.n_chunks = self.store.n_chunks
        self.lexical = self._lexical()
        self._stored: dict[str, Stored] = {}
        self._chunks: dict[str, tuple[Chunk, ...]] = {}
        self._texts: dict[str, str] = {}

    def document(self, document: str) -> DocumentInfo:
        """What is known of one document.

        Raises:
            DocumentUnknown: there is none of that name.
        """
        if document not in self.documents:
            raise DocumentUnknown(
                f"no document {document!r} in the index; names are those that citations show"
            )
        return self.documents[document]

    def chunk_ids(self) -> set[str]:
        """The ids of all chunks, without asking the store."""
        return {id_.decode() for id_ in self.vectors.ids.tolist()}

    def chunks_of(self, document: str) -> tuple[Chunk, ...]:
        """The chunks of one document in reading order.

        Raises:
            DocumentUnknown: there is none of that name.
        """
        self.document(document)
        if document not in self._chunks:
            self._chunks[document] = self.store.chunks_of([document])
        return self._chunks[document]

    def text(self, document: str) -> str:
        """The text of one document; those asked for lately are remembered.

        Raises:
            DocumentUnknown: there is none of that name.
        """
        found = self._texts.get(document)
        if found is None:
            found = self.store.text(document)
            kept = self._texts
            if sum(map(len, kept.values())) + len(found) > CACHED_CHARS:
                kept = {}
            self._texts = {**kept, document: found}
        return found

    def stored(self, ids: Sequence[str]) -> dict[str, Stored]:
        """The chunks of ``ids`` with their vectors, by id."""
        cached = self._stored
        missing = [id_ for id_ in ids if id_ not in cached]
        if missing:
            cached = {} if len(cached) + len(missing) > CACHED_CHUNKS else dict(cached)
            found = self.store.chunks(missing)
            still = {id_: self._stored[id_] for id_ in ids if id_ in self._stored}
            cached |= still | {item.chunk.id: item for item in found}
            self._stored = cached
        return {id_: cached[id_] for id_ in ids if id_ in cached}

    def sentence_vectors(self, chunk: Chunk) -> FloatArray:
        """Shape (n_sentences, dim), float32, L2-normalised to half precision.

        Raises:
            IndexDamaged: there are none for the chunk.
        """
        try:
            return self.vectors.of(chunk.id)
        except KeyError as error:
            raise IndexDamaged(
                f"no sentence vectors for a chunk of {chunk.document}; run: assistant index"
            ) from error

    def _lexical(self) -> Lexical:
        place, fingerprint = self.folder / LEXICAL, self.manifest.fingerprint
        try:
            return open_lexical(place, fingerprint)
        except LexicalDamaged:
            return _mend_lexical(self.store, place, fingerprint)


def check_made_with(manifest: Manifest, model: str, dimension: int) -> None:
    """Whether this program and ``model`` can read an index.

    Raises:
        IndexOtherVersion: they cannot; names both.
    """
    made = (manifest.index_version, manifest.model, manifest.dimension)
    here = (INDEX_VERSION, model, dimension)
    if made != here:
        raise IndexOtherVersion(
            f"the index was made with version {made[0]} and {made[1]} ({made[2]} dimensions), this"
            f" is version {here[0]} with {here[1]} ({here[2]}); run: assistant index"
        )


def write_contents(folder: Path, texts: Mapping[str, str]) -> None:
    """Say which text of each document belongs to the generation in ``folder``, by its hash."""
    (folder / CONTENTS).write_text(json.dumps(texts), encoding="utf-8")


def contents_of(folder: Path, manifest: Manifest) -> Contents:
    """What of a server's collections belongs to the generation in ``folder``.

    Raises:
        IndexDamaged: it does not say.
    """
    return _contents(folder, _vectors(folder, manifest))


def _vectors(folder: Path, manifest: Manifest) -> SentenceVectors:
    try:
        return open_vectors(folder / VECTORS, manifest.fingerprint)
    except VectorsDamaged as error:
        raise IndexDamaged(
            f"the sentence vectors are lost ({error}); run: assistant index"
        ) from error


def _contents(folder: Path, vectors: SentenceVectors) -> Contents:
    try:
        texts = json.loads((folder / CONTENTS).read_text(encoding="utf-8"))
        return Contents(frozenset(id_.decode() for id_ in vectors.ids.tolist()), dict(texts))
    except (OSError, ValueError, TypeError) as error:
        raise IndexDamaged(
            f"the index in {folder} has no readable {CONTENTS}; run: assistant index"
        ) from error


def _belongs(settings: Mapping[str, str], manifest: Manifest) -> bool:
    """Whether a store is that of ``manifest``: on a server, of any generation of the same make."""
    wanted = manifest.settings()
    if manifest.server.url:
        made = ("index_version", "embedding_model", "dimension")
        return all(settings.get(key) == wanted[key] for key in made)
    return settings == wanted


def _open_store(
    generation: Path, server: Server, contents: Contents | None, resources: ExitStack
) -> Store:
    """Chroma writes a little when it opens a folder: of a read-only one it gets a copy."""
    folder = generation / STORE
    if server.url:
        try:
            store = Store.at(server, contents=contents)
        except IndexMissing as error:
            raise IndexDamaged(
                f"the Chroma server at {server.url} has lost the index; run: assistant index"
            ) from error
        resources.callback(store.close)
        return store
    if folder.is_dir() and not all(
        os.access(path, os.W_OK) for path in (folder, *folder.iterdir())
    ):
        copy = Path(resources.enter_context(TemporaryDirectory(prefix="assistant-")))
        for path in folder.rglob("*"):
            if path.is_file():
                (copy / path.relative_to(folder)).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy / path.relative_to(folder))
        folder = copy
    try:
        store = Store.open(folder)
    except IndexMissing as error:  # the generation is there, its collections are not
        raise IndexDamaged(str(error)) from error
    resources.callback(store.close)
    return store


def _mend_lexical(store: Store, place: Path, fingerprint: str) -> Lexical:
    """Make the lexical index again, in its place if it can be written, else in memory."""
    fresh = place.with_name(f"{place.name}-{os.getpid()}")
    stale = place.with_name(f"{place.name}-{os.getpid()}-stale")
    try:
        build_lexical(store.all_chunks(), fresh, fingerprint)
        if place.exists():
            place.rename(stale)
        fresh.rename(place)
        return open_lexical(place, fingerprint)
    except (OSError, LexicalDamaged):
        return build_lexical(store.all_chunks(), None, fingerprint)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(stale, ignore_errors=True)

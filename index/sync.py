"""Bringing an index up to date with its corpus: read what changed, embed what is new, switch."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

import numpy as np

from corpus.corpus import Corpus, load_document
from corpus.document import Document
from corpus.errors import (
    FileRefused,
    IndexDamaged,
    IndexMissing,
    IndexOtherVersion,
    RootEmpty,
)
from index import generations
from index.chunks import INDEX_VERSION, chunk_document
from index.difference import Difference, compare
from index.embedder import Embedder, ModelEmbedder
from index.manifest import Manifest, read_manifest
from index.passage import FloatArray, Refusal, SyncProgress, SyncReport
from index.records import embedding_key
from index.roots import check_roots, joined, listed
from index.snapshot import Snapshot, check_made_with
from index.writing import Change, Chunked, write_generation

Steps = Generator[SyncProgress, None, None]


def sync(
    folder: Path,
    corpus: Corpus,
    *,
    only: Sequence[Path] = (),
    replace: bool = False,
    add: bool = False,
    embedder: Embedder | None = None,
) -> Iterator[SyncProgress]:
    """Bring the index in ``folder`` up to date with ``corpus``; the last step carries the report.

    Work is done as steps are taken. Nothing is in force before the last write: whatever ends it
    early leaves the old index. An index that is damaged or of another version is made again. Where
    nothing changed, nothing is written. ``only``: paths beyond which nothing is looked at, where
    there is an index. ``add``: the corpus joins the roots that the index remembers; ``replace``: it
    takes their place.

    Raises:
        RootMissing, RootEmpty: a root does not exist, or nothing in the corpus can be read.
        CorpusError: one of ``only`` lies in no root.
        IndexOtherRoots: the index remembers other roots, and neither ``add`` nor ``replace``.
        RootNames: an added root has the name of another.
        IndexForeign, IndexBusy, IndexWriteFailed: the folder cannot be used.
        ModelMissing: the embedding model cannot be loaded.
    """
    started = perf_counter()
    embedder = embedder or ModelEmbedder()
    with generations.locked(folder):
        base = _open_base(folder, embedder)
        if base.manifest and add:
            corpus = joined(folder, base.manifest.roots, corpus)
        elif base.manifest and not replace:
            check_roots(folder, base.manifest.roots, corpus.roots)
        usable = base.manifest if base.snapshot else None
        difference = compare(corpus, usable, only if usable else ())
        work = _Work(folder, corpus, base.snapshot, difference, embedder)
        yield from work.read()
        if work.is_needed:
            yield from work.chunk()
            yield from work.embed()
            yield from work.store()
        yield SyncProgress("done", 1, 1, work.report(perf_counter() - started))


@dataclass(frozen=True, slots=True)
class _Base:
    """The generation in force: ``snapshot`` if it can be built upon, else what is known of it."""

    manifest: Manifest | None
    snapshot: Snapshot | None


def _open_base(folder: Path, embedder: Embedder) -> _Base:
    manifest = None
    try:
        generation = generations.current(folder)
        manifest = read_manifest(generation)
        check_made_with(manifest, embedder.identity, embedder.dimension)
        return _Base(manifest, Snapshot(generation, manifest))
    except (IndexMissing, IndexDamaged, IndexOtherVersion):
        return _Base(manifest, None)


def _refusals_of(manifest: Manifest) -> dict[str, str]:
    return {state.document: state.refused for state in manifest.files if state.refused}


class _Work:
    """The state of one sync between its steps."""

    def __init__(
        self,
        folder: Path,
        corpus: Corpus,
        base: Snapshot | None,
        difference: Difference,
        embedder: Embedder,
    ) -> None:
        self._folder, self._corpus, self._base = folder, corpus, base
        self._difference, self._embedder = difference, embedder
        self._read: list[Document] = []
        self._refused: dict[str, str] = {}
        self._put: list[Chunked] = []
        self._vectors: dict[str, tuple[FloatArray, FloatArray]] = {}
        self._n_embedded = 0
        self._n_chunks = base.n_chunks if base else 0
        self._before = set(base.documents) if base else set[str]()

    @property
    def is_needed(self) -> bool:
        """Whether the next generation would differ from this one."""
        manifest = self._base.manifest if self._base else None
        return (
            manifest is None
            or bool(self._read or self._removed)
            or self._refusals() != _refusals_of(manifest)
            or manifest.roots != self._corpus.roots
        )

    @property
    def _removed(self) -> tuple[str, ...]:
        """Documents that go: their file did, or can no longer be read."""
        gone = self._before & {*self._difference.removed, *self._refused}
        return tuple(sorted(gone))

    @property
    def _after(self) -> set[str]:
        return (self._before - {*self._removed}) | {document.id for document in self._read}

    def read(self) -> Steps:
        """Read the files that changed; those that cannot be read are told in the report."""
        difference = self._difference
        files = (*difference.added, *difference.changed, *difference.retried)
        for n, file in enumerate(files, start=1):
            try:
                self._read.append(load_document(file))
            except FileRefused as error:
                self._refused[file.document] = error.reason
            yield SyncProgress("read", n, len(files))
        if not self._after:
            reasons = "".join(f"; {document}: {why}" for document, why in self._refused.items())
            raise RootEmpty(
                f"no readable document in {listed(self._corpus.roots)}{reasons}; "
                "give another folder by --corpus"
            )

    def chunk(self) -> Steps:
        """Cut what was read."""
        for n, document in enumerate(self._read, start=1):
            chunks = tuple(chunk_document(document, self._embedder.count_tokens))
            self._put.append((document, chunks))
            yield SyncProgress("chunk", n, len(self._read))

    def embed(self) -> Steps:
        """Find the vectors that the last generation has, and make the others, each once."""
        wanted = {embedding_key(chunk): chunk for _, chunks in self._put for chunk in chunks}
        if self._base:
            for stored in self._base.store.chunks_embedded(list(wanted)):
                rows = self._base.sentence_vectors(stored.chunk)
                self._keep(embedding_key(stored.chunk), stored.vector, rows)
        new = [chunk for key, chunk in wanted.items() if key not in self._vectors]
        results = self._embedder.embed_chunks(new)
        for n, (chunk, (vector, rows)) in enumerate(zip(new, results, strict=True), start=1):
            self._keep(embedding_key(chunk), vector, rows)
            self._n_embedded = n
            yield SyncProgress("embed", n, len(new))

    def store(self) -> Steps:
        """Write the next generation and put it in force."""
        change = Change(self._removed, tuple(self._put))
        base = self._base.folder if self._base else None
        old = self._base.vectors if self._base else None
        with generations.next_generation(self._folder, base) as target:
            self._n_chunks = yield from write_generation(
                target, change, self._vectors, old, self._manifest()
            )

    def report(self, seconds: float) -> SyncReport:
        """What was done."""
        read = {document.id for document in self._read}
        return SyncReport(
            added=tuple(sorted(read - self._before)),
            changed=tuple(sorted(read & self._before)),
            removed=self._removed,
            unchanged=len(self._after - read),
            refused=tuple(Refusal(*item) for item in sorted(self._refusals().items())),
            n_documents=len(self._after),
            n_chunks=self._n_chunks,
            n_embedded=self._n_embedded,
            seconds=seconds,
        )

    def _keep(self, key: str, vector: FloatArray, rows: FloatArray) -> None:
        # Half precision, as they are written: they are most of what a large sync holds in memory.
        self._vectors[key] = vector, rows.astype(np.float16)

    def _refusals(self) -> dict[str, str]:
        """Every refused file, also those that were not looked at this time."""
        read = {document.id for document in self._read}
        states = {s.document: s.refused for s in self._difference.states if s.refused}
        return {d: why for d, why in (states | self._refused).items() if d not in read}

    def _manifest(self) -> Manifest:
        refusals = self._refusals()
        model = self._embedder.model if isinstance(self._embedder, ModelEmbedder) else None
        return Manifest(
            index_version=INDEX_VERSION,
            model=self._embedder.identity,
            dimension=self._embedder.dimension,
            fingerprint="",
            roots=self._corpus.roots,
            files=tuple(
                replace(state, refused=refusals.get(state.document, ""))
                for state in self._difference.states
            ),
            weights=model.weights if model else None,
        )

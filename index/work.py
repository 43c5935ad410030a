"""The work of one sync: read what changed, embed what is new, write the next generation."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.corpus import Corpus, load_document
from corpus.document import Document
from corpus.errors import FileRefused, RootEmpty
from index import generations
from index.allocating import give_back
from index.chunks import INDEX_VERSION, MAX_EMBEDDED_TOKENS, MAX_TOKENS, chunk_document
from index.difference import compare
from index.embedder import Embedder, ModelEmbedder
from index.embedding import TorchEmbedder
from index.manifest import Manifest
from index.passage import Chunk, DocumentInfo, Refusal, SyncProgress, SyncReport
from index.records import embedding_key
from index.roots import listed
from index.server import Server
from index.snapshot import Snapshot
from index.store import Stored
from index.tidying import note_place
from index.writing import Part, Writer, info_of

PART_CHUNKS = 1024
"""How many chunks are in memory at a time; they make some megabytes of vectors."""

Steps = Generator[SyncProgress, None, None]


@dataclass(frozen=True, slots=True)
class Task:
    """What a sync is to do. ``only``: paths beyond which nothing is looked at, if there are any.

    ``place``: where chunks and texts go.
    """

    folder: Path
    corpus: Corpus
    only: Sequence[Path]
    place: Server


def _refusals_of(manifest: Manifest) -> dict[str, str]:
    return {state.document: state.refused for state in manifest.files if state.refused}


class Work:
    """One sync: documents go through it in parts, so that memory does not grow with the corpus."""

    def __init__(
        self, task: Task, base: Snapshot | None, damaged: Path | None, embedder: Embedder
    ) -> None:
        self._task, self._embedder = task, embedder
        self._base = base
        self._damaged = damaged
        manifest = self._base.manifest if self._base else None
        self._difference = compare(task.corpus, manifest, task.only)
        self._read: set[str] = set()
        self._refused: dict[str, str] = {}
        self._chunks: list[Chunk] = []
        self._documents: list[tuple[DocumentInfo, str]] = []
        self._n_read_bytes = self._n_embedded = 0
        self._n_chunks = self._base.n_chunks if self._base else 0
        self._before = set(self._base.documents) if self._base else set[str]()

    @property
    def is_needed(self) -> bool:
        """Whether the next generation would differ from this one."""
        manifest = self._base.manifest if self._base else None
        return (
            manifest is None
            or bool(self._read or self._removed or self._damaged)
            or self._refusals() != _refusals_of(manifest)
            or manifest.roots != self._task.corpus.roots
        )

    @property
    def _removed(self) -> tuple[str, ...]:
        """Documents that go: their file did, or can no longer be read."""
        gone = self._before & {*self._difference.removed, *self._refused}
        return tuple(sorted(gone))

    @property
    def _after(self) -> set[str]:
        return (self._before - {*self._removed}) | self._read

    def run(self) -> Steps:
        """Read, embed and write what changed, and put the next generation in force."""
        with ExitStack() as stack:
            writer: Writer | None = None
            for step in self._read_files():
                yield step
                if len(self._chunks) >= PART_CHUNKS:
                    writer = writer or self._begin(stack)
                    yield from self._write(writer)
            self._check_not_empty()
            if not self.is_needed:
                generations.sweep(self._task.folder)
                return
            writer = writer or self._begin(stack)
            yield from self._write(writer)
            yield SyncProgress("store", 0, 1)
            self._n_chunks = writer.finish(self._removed, self._manifest())
            yield SyncProgress("store", 1, 1)

    def _begin(self, stack: ExitStack) -> Writer:
        note_place(self._task.folder, self._task.place)
        base = self._base.folder if self._base else None
        generation = generations.next_generation(self._task.folder, base, self._damaged)
        target = stack.enter_context(generation)
        writer = Writer(target, self._base, self._embedder.dimension, self._task.place)
        stack.callback(writer.close)
        return writer

    def _read_files(self) -> Steps:
        """Read and cut the files that changed; a long document in several steps."""
        difference = self._difference
        files = (*difference.added, *difference.changed, *difference.retried)
        self._n_bytes = sum(file.size_bytes for file in files)
        for n, file in enumerate(files, start=1):
            try:
                document = load_document(file, self._task.corpus.limits)
            except FileRefused as error:
                self._refused[file.document] = error.reason
            else:
                for _ in self._cut(document):
                    yield SyncProgress("read", n - 1, len(files))
                self._read.add(document.id)
            self._n_read_bytes += file.size_bytes
            yield SyncProgress("read", n, len(files))

    def _cut(self, document: Document) -> Iterator[None]:
        """Queue the chunks of a document; pauses whenever a part is full."""
        n_chunks = 0
        room = getattr(self._embedder, "max_tokens", MAX_EMBEDDED_TOKENS + 2) - 2
        max_embedded = min(MAX_EMBEDDED_TOKENS, room)
        max_tokens = MAX_TOKENS * max_embedded // MAX_EMBEDDED_TOKENS
        chunks = chunk_document(
            document, self._embedder.count_tokens, max_tokens=max_tokens, max_embedded=max_embedded
        )
        for chunk in chunks:
            self._chunks.append(chunk)
            n_chunks += 1
            if len(self._chunks) >= PART_CHUNKS:
                yield
        self._documents.append((info_of(document, n_chunks), document.text))

    def _check_not_empty(self) -> None:
        if not self._after:
            reasons = "".join(f"; {document}: {why}" for document, why in self._refused.items())
            raise RootEmpty(
                f"no readable document in {listed(self._task.corpus.roots)}{reasons}; "
                "give another folder by --corpus"
            )

    def _write(self, writer: Writer) -> Steps:
        """Find the vectors of the queue that there are, make the others, each once, and store."""
        keys = {embedding_key(chunk): chunk for chunk in self._chunks}
        vectors = writer.known(list(keys))
        new = [chunk for key_, chunk in keys.items() if key_ not in vectors]
        results = self._embedder.embed_chunks(new)
        n_before, total = self._n_embedded, self._total(len(new))
        for n, (chunk, embedded) in enumerate(zip(new, results, strict=True), start=1):
            vectors[embedding_key(chunk)] = embedded
            self._n_embedded = n_before + n
            yield SyncProgress("embed", n_before + n, total)
        both = [(chunk, *vectors[embedding_key(chunk)]) for chunk in self._chunks]
        chunks = [(Stored(chunk, vector), rows) for chunk, vector, rows in both]
        writer.put(Part(chunks, self._documents))
        self._chunks, self._documents = [], []
        give_back()

    def _total(self, n_new: int) -> int:
        """How many chunks this sync will have embedded; estimated while files are to be read."""
        known = self._n_embedded + n_new
        left = self._n_bytes - self._n_read_bytes
        return known if left <= 0 else known + round(known * left / max(1, self._n_read_bytes))

    def report(self, seconds: float) -> SyncReport:
        """What was done."""
        return SyncReport(
            added=tuple(sorted(self._read - self._before)),
            changed=tuple(sorted(self._read & self._before)),
            removed=self._removed,
            unchanged=len(self._after - self._read),
            refused=tuple(Refusal(*item) for item in sorted(self._refusals().items())),
            n_documents=len(self._after),
            n_chunks=self._n_chunks,
            n_embedded=self._n_embedded,
            seconds=seconds,
        )

    def _refusals(self) -> dict[str, str]:
        """Every refused file, also those that were not looked at this time."""
        states = {s.document: s.refused for s in self._difference.states if s.refused}
        return {d: why for d, why in (states | self._refused).items() if d not in self._read}

    def _manifest(self) -> Manifest:
        refusals = self._refusals()
        model = (
            self._embedder.model
            if isinstance(self._embedder, ModelEmbedder | TorchEmbedder)
            else None
        )
        return Manifest(
            index_version=INDEX_VERSION,
            model=self._embedder.identity,
            dimension=self._embedder.dimension,
            fingerprint="",
            roots=self._task.corpus.roots,
            files=tuple(
                replace(state, refused=refusals.get(state.document, ""))
                for state in self._difference.states
            ),
            weights=model.weights if model else None,
        )

"""The door of the layer: an opened index."""

from __future__ import annotations

import threading
from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import suppress
from copy import copy
from pathlib import Path

from corpus.corpus import Corpus, Root
from corpus.errors import IndexUnusable
from index import generations
from index.alignment import align
from index.difference import compare
from index.embedding import open_embedder
from index.encoder import Encoder
from index.filtering import Where
from index.health import Health, examine, set_aside
from index.keeping import read_kept, write_kept
from index.manifest import FileState, Manifest
from index.opening import Opened, open_newest
from index.passage import Chunk, DocumentInfo, FloatArray, SearchResult
from index.recent import RecentStates, RecentWords
from index.search import search


class Index:
    """An index folder, opened for reading.

    All results of one call come from one generation, those of ``latest`` for good. Safe for
    concurrent reads, while another process syncs too; what it wrote is seen after ``refresh``.

    ``damage``: what is wrong with the newest generation, where an older one serves; else empty.
    """

    def __init__(self, folder: Path, opened: Opened, encoder: Encoder) -> None:
        """Use ``Index.open``."""
        self.folder = folder
        self._encoder = encoder
        self._snapshot, self.damage = opened.snapshot, opened.damage
        self._recent, self._words = RecentStates(encoder), RecentWords(encoder)
        self._lock = threading.Lock()
        self._looked_at = opened.snapshot.folder
        self._damaged: set[Path] = set()
        self._is_fixed = False

    @classmethod
    def open(cls, folder: Path, *, encoder: Encoder | None = None, model: str = "") -> Index:
        """The index in ``folder``. ``encoder``: of the model that the index was made with; without
        one ``model`` names it, as for ``open_embedder``.

        Raises:
            IndexMissing: there is none.
            IndexForeign: the folder holds something else.
            IndexDamaged: it cannot be read.
            IndexOtherVersion: it was made by another version or with another model.
            ModelMissing: the embedding model cannot be loaded.
        """
        made = [encoder] if encoder else []

        def encoder_of(manifest: Manifest) -> Encoder:
            if not made:
                made.append(open_embedder(model, known=manifest.weights))
            return made[0]

        opened = open_newest(folder, encoder_of)
        return cls(folder, opened, made[0])

    @property
    def roots(self) -> tuple[Root, ...]:
        """The corpus folders it was made from."""
        return self._snapshot.manifest.roots

    @property
    def fingerprint(self) -> str:
        """Stands for all chunks and vectors: equal for indexes of equal documents."""
        return self._snapshot.manifest.fingerprint

    @property
    def n_documents(self) -> int:
        return len(self._snapshot.documents)

    @property
    def n_chunks(self) -> int:
        return self._snapshot.n_chunks

    def documents(self) -> tuple[DocumentInfo, ...]:
        """What is known of every document, sorted by id."""
        return tuple(self._snapshot.documents.values())

    def refused_files(self) -> tuple[FileState, ...]:
        """The files of the corpus that could not be read, sorted by document; each says why."""
        return tuple(state for state in self._snapshot.manifest.files if state.refused)

    def document(self, document: str) -> tuple[DocumentInfo, str]:
        """One document: what is known of it, and its text.

        Raises:
            DocumentUnknown: there is none of that name.
        """
        snapshot = self._snapshot
        return snapshot.document(document), snapshot.text(document)

    def chunks(self, document: str) -> tuple[Chunk, ...]:
        """The chunks of one document in reading order.

        Raises:
            DocumentUnknown: there is none of that name.
        """
        return self._snapshot.chunks_of(document)

    def search(
        self,
        query: str,
        *,
        k: int = 10,
        where: Where | None = None,
        hidden: Container[str] = (),
    ) -> SearchResult:
        """The ``k`` best passages, best first; fewer only where the index has no more.

        ``where`` keeps documents by ``document``, ``title`` or a key of their metadata. ``hidden``:
        ids of chunks that are treated as if they were not there.
        """
        return search(self._snapshot, self._recent, query, k=k, where=where or {}, hidden=hidden)

    def embed(self, texts: Sequence[str]) -> FloatArray:
        """The vector of each text: shape (n_texts, dim), float32, L2-normalised."""
        return self._encoder.embed(texts)

    def vector(self, text: str) -> FloatArray:
        """The vector of one text, as ``embed``; remembered together with what ``align`` needs."""
        return self._recent.vector(text)

    def align(self, query: str, texts: Sequence[str]) -> list[dict[str, float]]:
        """For each text, how near each term of ``query`` comes to some word of it, from 0 to 1.

        Late interaction (ColBERT, Khattab & Zaharia 2020) with the embedding model's own token
        states: the mean, over a term's word pieces, of the largest cosine with a piece of the text.
        """
        return align(self._recent, query, texts)

    def nearest_word(self, word: str, others: Sequence[str]) -> float:
        """The largest cosine of ``word`` with one of ``others``, each embedded alone; 0 for none.

        Unlike ``align`` it sees no context: two words of one sentence are not near for that alone.
        """
        return self._words.nearest(word, others)

    def sentence_vectors(self, chunk: Chunk) -> FloatArray:
        """The vector of each of ``chunk.sentences``: shape (n_sentences, dim), float32.

        Raises:
            IndexDamaged: there are none for the chunk, or the chunk is not of this index.
        """
        return self._snapshot.sentence_vectors(chunk)

    def frequency(self, term: str) -> int:
        """How many chunks hold a stemmed term (``index.words.terms``)."""
        return self._snapshot.lexical.frequency(term)

    def holding(self, wanted: Iterable[str]) -> tuple[Chunk, ...]:
        """All chunks that hold every one of the stemmed terms, in reading order; none for none.

        Title and headings are part of what a chunk holds.
        """
        stored = self._snapshot.stored(self._snapshot.lexical.holding(wanted))
        chunks = (item.chunk for item in stored.values())
        return tuple(sorted(chunks, key=lambda chunk: (chunk.document, chunk.span.start)))

    def rarity(self, word: str) -> float:
        """How rare a word is in general English, from 0 to 1 (``WordPieces.rarity``)."""
        return self._encoder.rarity(word)

    def vocabulary(self) -> Mapping[str, int]:
        """Each folded surface word (``index.words.surfaces``) and how many chunks hold it."""
        return self._snapshot.lexical.vocabulary

    def kept(self, name: str) -> str:
        """The text that was left under ``name`` with this state of the index; empty for none.

        A sync carries it over from the state before: whoever reads it must see whether it fits.
        """
        return read_kept(self._snapshot.folder, name)

    def keep(self, name: str, text: str) -> None:
        """Leave ``text`` under ``name`` with this state, where its folder can be written."""
        write_kept(self._snapshot.folder, name, text)

    def latest(self) -> Index:
        """The index as it is now and stays, whatever is synced meanwhile: for one question.

        Looks whether another generation is in force, which costs next to nothing, and opens it. If
        that fails, or another thread is at it, the one in use serves on.
        """
        if self._is_fixed:
            return self
        if self._lock.acquire(blocking=False):
            try:
                with suppress(IndexUnusable):
                    self._refresh()
            finally:
                self._lock.release()
        fixed = copy(self)
        fixed._is_fixed = True
        return fixed

    def refresh(self) -> bool:
        """Open the generation in force, if it is another one; whether it was.

        Calls under way finish with the generation they began with.

        Raises:
            IndexUnusable: as ``open``; the old generation stays in use.
        """
        with self._lock:
            return self._refresh()

    def fall_back(self, damaged: Index) -> bool:
        """Serve from the generation before the one that ``damaged`` was found to use.

        Whether there is one. A generation that opened may still turn out unreadable: its files are
        not read whole before they are needed.
        """
        with self._lock:
            if self._snapshot is not damaged._snapshot:
                return True
            self._damaged.add(self._snapshot.folder)
            try:
                opened = open_newest(self.folder, self._own_encoder, beyond=self._damaged)
            except IndexUnusable:
                return False
            damage = f"{self._snapshot.folder} cannot be read"
            self._snapshot, self.damage = opened.snapshot, opened.damage or damage
            return True

    def _refresh(self) -> bool:
        generation = generations.current(self.folder)
        if generation == self._looked_at:
            return False
        try:
            opened = open_newest(self.folder, self._own_encoder, beyond=self._damaged)
        except IndexUnusable:
            self._looked_at = generation  # not tried again before CURRENT changes
            raise
        self._looked_at = generation
        changed = opened.snapshot.folder != self._snapshot.folder
        if changed:
            self._snapshot = opened.snapshot
        self.damage = opened.damage
        return changed

    def _own_encoder(self, _: Manifest) -> Encoder:
        return self._encoder

    @property
    def made_with(self) -> str:
        """The version and the embedding model that the index was made with."""
        manifest = self._snapshot.manifest
        return f"{manifest.index_version}, made with {manifest.model}"

    @property
    def server(self) -> str:
        """The address of the Chroma server that keeps passages and texts; empty: the folder."""
        return self._snapshot.manifest.server.url

    def examine(self) -> Health:
        """Read everything and count what does not fit together; takes as long as that takes.

        Raises:
            IndexDamaged: a part of it cannot be read.
        """
        return examine(self._snapshot)

    def set_aside(self) -> tuple[Path, ...]:
        """Damaged states of the index that a sync kept, for a look into them."""
        return set_aside(self.folder)

    def changes(self, corpus: Corpus) -> tuple[str, ...]:
        """The documents whose files differ from the index, sorted.

        Raises:
            RootMissing: a root of ``corpus`` does not exist.
        """
        return compare(corpus, self._snapshot.manifest).documents

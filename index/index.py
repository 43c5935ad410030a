"""The door of the layer: an opened index."""

from __future__ import annotations

import threading
from collections.abc import Container, Mapping, Sequence
from pathlib import Path

from corpus.corpus import Corpus, Root
from index import generations
from index.alignment import align
from index.difference import compare
from index.encoder import Encoder, NumpyEncoder
from index.manifest import Manifest, read_manifest
from index.model import open_model
from index.passage import Chunk, DocumentInfo, FloatArray, SearchResult
from index.recent import RecentStates
from index.search import search
from index.snapshot import Snapshot, check_made_with


class Index:
    """An index folder, opened for reading.

    All results of one call come from one generation. Safe for concurrent reads, while another
    process syncs too; what it wrote is seen after ``refresh``.
    """

    def __init__(self, folder: Path, snapshot: Snapshot, encoder: Encoder) -> None:
        """Use ``Index.open``."""
        self.folder = folder
        self._snapshot, self._encoder = snapshot, encoder
        self._recent = RecentStates(encoder)
        self._lock = threading.Lock()

    @classmethod
    def open(cls, folder: Path, *, encoder: Encoder | None = None) -> Index:
        """The index in ``folder``. ``encoder``: of the model that the index was made with.

        Raises:
            IndexMissing: there is none.
            IndexForeign: the folder holds something else.
            IndexDamaged: it cannot be read.
            IndexOtherVersion: it was made by another version or with another model.
            ModelMissing: the embedding model cannot be loaded.
        """
        generation = generations.current(folder)
        manifest = read_manifest(generation)
        encoder = encoder or _encoder_of(manifest)
        check_made_with(manifest, encoder.identity, encoder.dimension)
        return cls(folder, Snapshot(generation, manifest), encoder)

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

    def document(self, document: str) -> tuple[DocumentInfo, str]:
        """One document: what is known of it, and its text.

        Raises:
            DocumentUnknown: there is none of that name.
        """
        snapshot = self._snapshot
        return snapshot.document(document), snapshot.store.text(document)

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
        where: Mapping[str, str] | None = None,
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

    def align(self, query: str, texts: Sequence[str]) -> list[dict[str, float]]:
        """For each text, how near each term of ``query`` comes to some word of it, from 0 to 1.

        Late interaction (ColBERT, Khattab & Zaharia 2020) with the embedding model's own token
        states: the mean, over a term's word pieces, of the largest cosine with a piece of the text.
        """
        return align(self._recent, query, texts)

    def sentence_vectors(self, chunk: Chunk) -> FloatArray:
        """The vector of each of ``chunk.sentences``: shape (n_sentences, dim), float32.

        Raises:
            IndexDamaged: there are none for the chunk, or the chunk is not of this index.
        """
        return self._snapshot.sentence_vectors(chunk)

    def frequency(self, term: str) -> int:
        """How many chunks hold a stemmed term (``index.words.terms``)."""
        return self._snapshot.lexical.frequency(term)

    def rarity(self, word: str) -> float:
        """How rare a word is in general English, from 0 to 1 (``WordPieces.rarity``)."""
        return self._encoder.rarity(word)

    def vocabulary(self) -> Mapping[str, int]:
        """Each folded surface word (``index.words.surfaces``) and how many chunks hold it."""
        return self._snapshot.lexical.vocabulary

    def refresh(self) -> bool:
        """Open the generation in force, if it is another one; whether it was.

        Calls under way finish with the generation they began with.

        Raises:
            IndexUnusable: as ``open``; the old generation stays in use.
        """
        with self._lock:
            generation = generations.current(self.folder)
            if generation == self._snapshot.folder:
                return False
            manifest = read_manifest(generation)
            check_made_with(manifest, self._encoder.identity, self._encoder.dimension)
            self._snapshot = Snapshot(generation, manifest)
            return True

    def changes(self, corpus: Corpus) -> tuple[str, ...]:
        """The documents whose files differ from the index, sorted.

        Raises:
            RootMissing: a root of ``corpus`` does not exist.
        """
        return compare(corpus, self._snapshot.manifest).documents


def _encoder_of(manifest: Manifest) -> Encoder:
    return NumpyEncoder(open_model(known=manifest.weights))

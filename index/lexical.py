"""The lexical index: BM25 over stemmed words, in tantivy. Derived from the store."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from pathlib import Path
from typing import Any

from index.passage import Chunk
from index.records import text_hash
from index.words import surfaces, terms

ID, DOCUMENT, TEXT, TERMS = "id", "document", "text", "terms"
STATE, VOCABULARY, FOLDER = "state.json", "vocabulary.json", "tantivy"
HEAP_BYTES = 15_000_000  # the least that tantivy takes
# tantivy counts removed chunks in document frequencies until it merges them away.
MAX_REMOVED = 0.1


class LexicalDamaged(Exception):
    """The folder cannot be used; it is made again from the store."""


@dataclass(frozen=True, slots=True)
class Found:
    """A chunk's id and BM25 score (k1 = 1.2, b = 0.75, fixed by tantivy)."""

    id: str
    score: float


class Lexical:
    """Chunks by the words of their embedded string, title and headings included.

    Words become terms in Python (``index.words``); tantivy sees them parted by spaces and gets
    queries term by term, never through its query parser. Safe for concurrent reads.
    """

    def __init__(self, index: Any, vocabulary: Path | Mapping[str, int]) -> None:
        """Wrap an opened tantivy index; use ``open_lexical`` or ``build_lexical``."""
        self._index, self._vocabulary = index, vocabulary
        self._schema = index.schema
        index.reload()
        self._searcher = index.searcher()

    @property
    def n_chunks(self) -> int:
        return int(self._searcher.num_docs)

    @cached_property
    def vocabulary(self) -> Mapping[str, int]:
        """Each lower-case surface word and how many chunks hold it."""
        if not isinstance(self._vocabulary, Path):
            return self._vocabulary
        loaded: dict[str, int] = json.loads(self._vocabulary.read_text(encoding="utf-8"))
        return loaded

    def frequency(self, term: str) -> int:
        """How many chunks hold a stemmed term."""
        from tantivy import Query

        query = Query.term_query(self._schema, TERMS, term, "freq")
        return int(self._searcher.search(query, limit=1, count=True).count)

    def holding(self, wanted: Iterable[str]) -> list[str]:
        """The ids of all chunks that hold every one of the stemmed terms, in no order."""
        from tantivy import Occur, Query

        each = [Query.term_query(self._schema, TERMS, term, "basic") for term in wanted]
        asked = Query.boolean_query([(Occur.Must, query) for query in each])
        most = max(1, self.n_chunks)
        hits = self._searcher.search(asked, limit=most, count=False).hits if each else []
        return [self._searcher.doc(address)[ID][0] for _, address in hits]

    def search(
        self, query: Sequence[str], k: int, documents: Sequence[str] | None = None
    ) -> list[Found]:
        """The ``k`` best chunks for stemmed terms, best first; each distinct term counts once."""
        if not query or k < 1 or (documents is not None and not documents):
            return []
        from tantivy import Occur, Query

        words = [
            (Occur.Should, Query.term_query(self._schema, TERMS, term, "freq"))
            for term in dict.fromkeys(query)
        ]
        asked = Query.boolean_query(words)
        if documents is not None:
            inside = Query.term_set_query(self._schema, DOCUMENT, list(documents))
            asked = Query.boolean_query(
                [(Occur.Must, asked), (Occur.Must, Query.const_score_query(inside, 0.0))]
            )
        best = self._searcher.search(asked, limit=k, count=False).hits
        return [Found(self._searcher.doc(address)[ID][0], score) for score, address in best]

    def ideal(self, query: Sequence[str]) -> float:
        """The BM25 score of a chunk of average length that holds every term of ``query`` once.

        There BM25's saturation is 1, so it is the sum of the terms' inverse document frequencies.
        """
        n = self.n_chunks
        held = [self._searcher.doc_freq(TERMS, term) for term in dict.fromkeys(query)]
        return sum(log(1 + max(0.0, n - f + 0.5) / (f + 0.5)) for f in held)

    def places(self, hashes: Iterable[str]) -> dict[str, list[str]]:
        """For each text hash (``records.text_hash``) the ids of all chunks with that text."""
        from tantivy import Query

        found: dict[str, list[str]] = {}
        for hash_ in hashes:
            same = Query.term_query(self._schema, TEXT, hash_, "basic")
            hits = self._searcher.search(same, limit=100, count=False).hits
            found[hash_] = [self._searcher.doc(address)[ID][0] for _, address in hits]
        return found


def open_lexical(folder: Path, fingerprint: str) -> Lexical:
    """The lexical index in ``folder``, which was made for ``fingerprint``.

    Raises:
        LexicalDamaged: it is not there, cannot be read, or was made for another fingerprint.
    """
    from tantivy import Index

    try:
        state = json.loads((folder / STATE).read_text(encoding="utf-8"))
        if state != {**state, "fingerprint": fingerprint}:
            raise LexicalDamaged(f"{folder} was made for other chunks")
        lexical = Lexical(_registered(Index.open(str(folder / FOLDER))), folder / VOCABULARY)
        n_bytes = (folder / VOCABULARY).stat().st_size
        if (lexical.n_chunks, n_bytes) != (state["n_chunks"], state["vocabulary_bytes"]):
            raise LexicalDamaged(f"{folder} is incomplete")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LexicalDamaged(f"{folder}: {error}") from error
    return lexical


def build_lexical(chunks: Iterable[Chunk], folder: Path | None, fingerprint: str) -> Lexical:
    """A lexical index of ``chunks``; in memory if ``folder`` is None, else in its place."""
    from tantivy import Index

    if folder is None:
        index = _registered(Index(_schema()))
        return Lexical(index, _fill(index, chunks))
    shutil.rmtree(folder, ignore_errors=True)
    (folder / FOLDER).mkdir(parents=True)
    try:
        index = _registered(Index(_schema(), path=str(folder / FOLDER)))
        words = _fill(index, chunks)
    except ValueError as error:  # so tantivy says that the disk refused
        raise OSError(str(error)) from error
    return _finished(index, folder, fingerprint, words, 0)


def change_lexical(
    folder: Path,
    fingerprint: str,
    n_removed: int,
    removed: Iterable[Chunk],
    added: Iterable[Chunk],
) -> Lexical:
    """Take chunks out, ``n_removed`` of them, and put chunks in, in place.

    Raises:
        LexicalDamaged: the folder cannot be used, or so much was removed that it is better made
            again.
    """
    from tantivy import Index

    try:
        state = json.loads((folder / STATE).read_text(encoding="utf-8"))
        gone = state["n_removed"] + n_removed
        if gone > MAX_REMOVED * (state["n_chunks"] + state["n_removed"]):
            raise LexicalDamaged(f"{folder} would hold many removed chunks")
        vocabulary = Counter(json.loads((folder / VOCABULARY).read_text(encoding="utf-8")))
        index = _registered(Index.open(str(folder / FOLDER)))
        lost: Counter[str] = Counter()
        words = _fill(index, added, _counted(removed, lost))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LexicalDamaged(f"{folder}: {error}") from error
    vocabulary.update(words)
    vocabulary.subtract(lost)
    return _finished(index, folder, fingerprint, vocabulary, gone)


def _finished(
    index: Any, folder: Path, fingerprint: str, vocabulary: Counter[str], n_removed: int
) -> Lexical:
    words = {word: count for word, count in sorted(vocabulary.items()) if count > 0}
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    (folder / VOCABULARY).write_text(text, encoding="utf-8")
    lexical = Lexical(index, words)
    state = {
        "fingerprint": fingerprint,
        "n_chunks": lexical.n_chunks,
        "n_removed": n_removed,
        "vocabulary_bytes": (folder / VOCABULARY).stat().st_size,
    }
    (folder / STATE).write_text(json.dumps(state), encoding="utf-8")
    return lexical


def _counted(chunks: Iterable[Chunk], words: Counter[str]) -> Iterator[str]:
    """The chunks' ids, while their distinct surface words are counted."""
    for chunk in chunks:
        words.update(set(surfaces(chunk.embedded)))
        yield chunk.id


def _fill(index: Any, chunks: Iterable[Chunk], removed: Iterable[str] = ()) -> Counter[str]:
    """Write the difference; how many added chunks hold each surface word."""
    from tantivy import Document

    words: Counter[str] = Counter()
    # One thread: chunks stay in one order, so equal scores rank equally in every build.
    writer = index.writer(HEAP_BYTES, 1)
    for id_ in removed:
        writer.delete_documents_by_term(ID, id_)
    for chunk in chunks:
        document = Document()
        document.add_text(ID, chunk.id)
        document.add_text(DOCUMENT, chunk.document)
        document.add_text(TEXT, text_hash(chunk.text))
        document.add_text(TERMS, " ".join(terms(chunk.embedded)))
        writer.add_document(document)
        words.update(set(surfaces(chunk.embedded)))
    writer.commit()
    writer.wait_merging_threads()
    return words


def _schema() -> Any:
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    builder.add_text_field(ID, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(DOCUMENT, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(TEXT, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(TERMS, tokenizer_name="spaces", index_option="freq")
    return builder.build()


def _registered(index: Any) -> Any:
    from tantivy import TextAnalyzerBuilder, Tokenizer

    index.register_tokenizer("spaces", TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return index

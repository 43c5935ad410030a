"""The values of the index layer: sentences, chunks, passages and what one search returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from corpus.document import BlockKind, Markup, Span

FloatArray = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: its span there and the kind of block it stands in."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Chunk:
    """A span of one document with its sentences: what is embedded and stored.

    ``text`` is ``document.text[span.start:span.end]``. ``sentences`` are in reading order within
    ``span``; ``sentences[i].span`` counts from the start of the document, not of the chunk.
    ``embedded`` is the string given to the embedding model: title, heading path, text.
    """

    id: str
    document: str
    title: str
    heading: tuple[str, ...]
    page: int | None
    span: Span
    text: str
    markup: Markup
    sentences: tuple[Sentence, ...]
    embedded: str

    @property
    def under(self) -> str:
        """The innermost heading that the chunk stands under, or the document's title."""
        return self.heading[-1] if self.heading else self.title

    def sentence_text(self, sentence: Sentence) -> str:
        """The raw text of one of this chunk's sentences."""
        return self.text[
            sentence.span.start - self.span.start : sentence.span.end - self.span.start
        ]


@dataclass(frozen=True, slots=True)
class Place:
    """Another place in the corpus where the same text stands."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk as one search returned it, with its scores.

    ``score`` is the weighted sum the ranking is by. ``dense`` is the cosine of query and chunk,
    ``lexical`` the chunk's BM25 score (0 without a matching word), ``sentence_cosines`` the cosine
    of the query and each of ``chunk.sentences``. Ranks count from 1 and are null where that
    ranker did not return the chunk.
    """

    chunk: Chunk
    sha256: str
    score: float
    dense: float
    lexical: float
    dense_rank: int | None
    lexical_rank: int | None
    sentence_cosines: tuple[float, ...]
    also: tuple[Place, ...] = ()


NEAR_COSINE, NEAR_WORDS = 0.25, 0.15


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The passages of one search, best first, and the query as a vector.

    ``vector``: shape (dim,), float32, L2-normalised. ``ideal_lexical``: the BM25 score that a
    passage of average length holding every term of the query once would get.
    """

    query: str
    vector: FloatArray
    passages: tuple[Passage, ...]
    ideal_lexical: float
    seconds: float

    @property
    def is_near(self) -> bool:
        """Whether some passage comes near the query, by meaning or by words.

        Of 300 questions that the documents answer (two development sets) all have one, of 100
        about other documents 36.
        """
        ideal = self.ideal_lexical or 1.0
        return any(
            max(passage.dense, *passage.sentence_cosines, -1.0) >= NEAR_COSINE
            or passage.lexical / ideal >= NEAR_WORDS
            for passage in self.passages
        )


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the index knows of one document besides its text."""

    id: str
    title: str
    title_origin: str
    markup: Markup
    sha256: str
    file_sha256: str
    size_bytes: int
    n_chars: int
    n_chunks: int
    indexed_at: str
    metadata: dict[str, str]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file the sync could not read, and why, in one sentence."""

    document: str
    reason: str


SyncStage = Literal["read", "embed", "store", "done"]


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """One step of a sync: ``done`` of ``total`` in ``stage``; the last one has stage "done".

    Stages take turns, part by part; while files remain to be read, the ``total`` of "embed" is an
    estimate.
    """

    stage: SyncStage
    done: int
    total: int
    report: SyncReport | None = None


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a finished sync did. Counts are of documents unless the name says otherwise."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    refused: tuple[Refusal, ...]
    n_documents: int
    n_chunks: int
    n_embedded: int
    seconds: float

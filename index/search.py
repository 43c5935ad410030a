"""Search: a query in, scored passages out."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np

from index.filtering import Where, keeps
from index.passage import Chunk, FloatArray, Passage, Place, SearchResult
from index.recent import RecentStates
from index.records import text_hash
from index.snapshot import Snapshot
from index.words import terms

# Weights and depth were chosen on questions over other documents than those reported on
# (docs/results.md): weighted scores beat reciprocal rank fusion, and the best 50 of each ranker
# hold 99 % of what is needed.
DENSE_WEIGHT = 0.3
SENTENCE_WEIGHT = 0.3
LEXICAL_WEIGHT = 0.4
DEPTH = 50


@dataclass(frozen=True, slots=True)
class _Query:
    text: str
    vector: FloatArray
    terms: tuple[str, ...]
    documents: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class _Ranking:
    """One ranker's scores by chunk id, best first; ``complete``: it has no more to give."""

    scores: Mapping[str, float]
    complete: bool

    def ranks(self) -> dict[str, int]:
        return {id_: rank for rank, id_ in enumerate(self.scores, start=1)}


def search(
    snapshot: Snapshot,
    recent: RecentStates,
    query: str,
    *,
    k: int,
    where: Where,
    hidden: Container[str],
) -> SearchResult:
    """The ``k`` best passages for ``query``, best first; fewer only where there are no more.

    The score is the weighted sum of the chunk's cosine, its best sentence's cosine, and its BM25
    score divided by the query's best one. Chunks of equal text give one passage, in the place of
    the best, with the others as ``also``. ``where`` keeps documents by ``document``, ``title`` or
    a key of their metadata; ``hidden`` chunks are treated as if they were not in the index.
    """
    started = perf_counter()
    vector = recent.vector(query)
    documents = _matching(snapshot, where)
    asked = _Query(query, vector, tuple(terms(query)), documents)
    passages: list[Passage] = []
    depth = max(DEPTH, k)
    while k > 0 and snapshot.n_chunks:
        dense, lexical = _rank(snapshot, asked, depth, hidden)
        passages = _collapsed(_scored(snapshot, asked, dense, lexical))
        if len(passages) >= k or dense.complete:
            break
        depth *= 4
    best = tuple(_with_places(snapshot, passages[:k], hidden, documents))
    ideal = snapshot.lexical.ideal(asked.terms)
    return SearchResult(query, vector, best, ideal, perf_counter() - started)


def _matching(snapshot: Snapshot, where: Where) -> tuple[str, ...] | None:
    """The documents that ``where`` leaves; None: all."""
    if not where:
        return None
    return tuple(info.id for info in snapshot.documents.values() if keeps(where, info))


def _rank(
    snapshot: Snapshot, query: _Query, depth: int, hidden: Container[str]
) -> tuple[_Ranking, _Ranking]:
    nearest = snapshot.store.nearest(query.vector, min(depth, snapshot.n_chunks), query.documents)
    dense = {id_: cosine for id_, cosine in nearest if id_ not in hidden}
    found = snapshot.lexical.search(query.terms, depth, query.documents)
    lexical = {item.id: item.score for item in found if item.id not in hidden}
    complete = len(nearest) < depth or depth >= snapshot.n_chunks
    return _Ranking(dense, complete), _Ranking(lexical, len(found) < depth)


def _scored(snapshot: Snapshot, query: _Query, dense: _Ranking, lexical: _Ranking) -> list[Passage]:
    """A passage for every chunk that either ranker returned, best first."""
    ids = list(dict.fromkeys([*dense.scores, *lexical.scores]))
    dense_ranks, lexical_ranks = dense.ranks(), lexical.ranks()
    best_lexical = max(lexical.scores.values(), default=0.0) or 1.0
    passages = []
    for id_, stored in snapshot.stored(ids).items():
        cosine = dense.scores.get(id_)
        cosine = float(stored.vector @ query.vector) if cosine is None else cosine
        sentences = snapshot.sentence_vectors(stored.chunk) @ query.vector
        nearest = float(sentences.max()) if len(sentences) else cosine
        bm25 = lexical.scores.get(id_, 0.0)
        score = DENSE_WEIGHT * cosine + SENTENCE_WEIGHT * nearest
        passages.append(
            Passage(
                chunk=stored.chunk,
                sha256=snapshot.documents[stored.chunk.document].sha256,
                score=score + LEXICAL_WEIGHT * bm25 / best_lexical,
                dense=cosine,
                lexical=bm25,
                dense_rank=dense_ranks.get(id_),
                lexical_rank=lexical_ranks.get(id_),
                sentence_cosines=tuple(np.asarray(sentences).tolist()),
            )
        )
    return sorted(passages, key=_order)


def _order(passage: Passage) -> tuple[float, str, int]:
    """Best first; equal scores in the order of the corpus, so that every run gives the same."""
    return (-round(passage.score, 9), passage.chunk.document, passage.chunk.span.start)


def _collapsed(passages: Sequence[Passage]) -> list[Passage]:
    """The best passage of each text."""
    first: dict[str, Passage] = {}
    for passage in passages:
        first.setdefault(text_hash(passage.chunk.text), passage)
    return list(first.values())


def _with_places(
    snapshot: Snapshot,
    passages: Sequence[Passage],
    hidden: Container[str],
    documents: tuple[str, ...] | None,
) -> list[Passage]:
    """Each passage with all other places of its text in the corpus, in order."""
    hashes = {passage.chunk.id: text_hash(passage.chunk.text) for passage in passages}
    ids = snapshot.lexical.places(hashes.values())
    result = []
    for passage in passages:
        others = [i for i in ids[hashes[passage.chunk.id]] if i != passage.chunk.id]
        chunks = [stored.chunk for stored in snapshot.stored(others).values()]
        places = sorted(
            ((c.document, c.span) for c in chunks if _shown(c, hidden, documents)),
        )
        result.append(replace(passage, also=tuple(Place(*place) for place in places)))
    return result


def _shown(chunk: Chunk, hidden: Container[str], documents: tuple[str, ...] | None) -> bool:
    return chunk.id not in hidden and (documents is None or chunk.document in documents)

"""From features to a score for each sentence, the first few by late interaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from assistant.candidates import Candidate
from assistant.closeness import SCORE, closeness
from assistant.crossencoder import Window, load_crossencoder
from assistant.dimensions import dimensions
from assistant.matching import strength, term_set
from assistant.reading import Reading
from assistant.tables import row_of
from assistant.weights import Weights
from index.index import Index
from index.passage import FloatArray
from index.words import tokens

ALIGNED = 5
"""How many of the first sentences are read word by word; more gained nothing on development."""
READ = 8
"""How many sentences the cross-encoder reads together with the question; each costs 2 ms."""
_MOST_READ, _SHOWN_BESIDE = 5.0, 2.0
"""A sentence is read if it could come so near the best one, were it read at such log odds: of 1,553
development questions all keep their first sentence, and 999 of 1,000 all that is shown, while 5.9
instead of 7.9 sentences are read. Hardly one is read at more.
"""
_UNREAD = -4.0
"""The log odds at which a sentence counts that was left unread for that."""
SCORE_WEIGHT, READ_WEIGHT = 0.62, 0.75
"""What their score and what is read count in the end.

Three times the weight of what is read, over twice as many sentences, put 16 more of 315 right
sentences first on questions that the features were not fitted on (docs/decisions.md).
"""
_CLEARLY_NEAR = 0.6
NEAREST = 3
"""Of how many best sentences one must say what is asked for."""


def score_candidates(candidates: Sequence[Candidate], weights: Weights) -> FloatArray:
    """The score of each candidate: shape (n,), float32; differences are log odds of answering."""
    if not candidates:
        return np.zeros(0, np.float32)
    scores: FloatArray = np.stack([c.features for c in candidates]) @ weights.sentence
    return scores


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score and the nearness of each term of the question, where known.

    ``keys``: how near what is asked for comes (``Question.keys``), of the first ``NEAREST`` only.
    ``read``: the log odds that it answers, as the cross-encoder reads it; null where it did not.
    ``assumed``: those that its score counts instead.
    """

    candidate: Candidate
    score: float
    nearness: Mapping[str, float]
    keys: Mapping[str, float] = field(default_factory=dict)
    read: float | None = None
    assumed: float = 0.0


def rank_candidates(
    reading: Reading,
    candidates: Sequence[Candidate],
    index: Index,
    weights: Weights,
    *,
    for_best: bool = False,
) -> list[Scored]:
    """All candidates, best first; the first few are ranked again by late interaction.

    ``for_best``: only those are read that may come near the best.
    """
    scores = score_candidates(candidates, weights)
    order = np.argsort(-scores, kind="stable")
    first = [candidates[i] for i in order[:ALIGNED]]
    near = aligned(reading, first, index)
    ranked = [
        Scored(candidate, closeness(reading, candidate, float(scores[i]), nearness), nearness)
        for i, candidate, nearness in zip(order, first, near, strict=False)
    ]
    ranked.sort(key=lambda scored: -scored.score)
    ranked += [Scored(candidates[i], SCORE * float(scores[i]), {}) for i in order[ALIGNED:]]
    ranked = [replace(s, score=SCORE_WEIGHT * s.score) for s in ranked]
    read_of = _read_near if for_best else read_on
    ranked[:READ] = sorted(read_of(reading, ranked[:READ], index), key=lambda s: -s.score)
    ranked[:NEAREST] = _with_keys(reading, ranked[:NEAREST], index)
    return ranked


def _read_near(reading: Reading, ranked: Sequence[Scored], index: Index) -> list[Scored]:
    """``ranked``, best first, with what is read in those that may come near the best."""
    told: list[Scored] = []
    for i, scored in enumerate(ranked):
        best = max((one.score for one in told), default=scored.score)
        if scored.score + READ_WEIGHT * _MOST_READ < best - _SHOWN_BESIDE:
            return told + [_assuming(s, _UNREAD) for s in ranked[i:]]
        told += read_on(reading, [scored], index)
    return told


def read_on(reading: Reading, ranked: Sequence[Scored], index: Index) -> list[Scored]:
    """``ranked`` in its order, with what the cross-encoder reads in those it has not read yet."""
    new = [scored for scored in ranked if scored.read is None]
    windows = [window_of(scored.candidate, index) for scored in new]
    odds = iter(load_crossencoder().answers(reading.query, windows).tolist())
    return [s if s.read is not None else _with_read(s, next(odds)) for s in ranked]


def _with_read(scored: Scored, odd: float) -> Scored:
    return replace(_assuming(scored, odd), read=odd, assumed=0.0)


def _assuming(scored: Scored, odd: float) -> Scored:
    """``scored`` with a score as if it were read at log odds ``odd``."""
    score = scored.score + READ_WEIGHT * (odd - scored.assumed)
    return replace(scored, score=score, assumed=odd)


def window_of(candidate: Candidate, index: Index) -> Window:
    """What the cross-encoder reads; of a row its cells, each after its header."""
    chunk, text = candidate.passage.chunk, candidate.told
    if candidate.sentence.kind == "row":
        row = row_of(index.chunks(chunk.document), chunk, candidate.sentence)
        text = row.spelled if row else text
    return Window.of(text, candidate.previous, chunk)


def aligned(
    reading: Reading, candidates: Sequence[Candidate], index: Index
) -> list[Mapping[str, float]]:
    """How near each term of the question comes to a word of each candidate."""
    near = index.align(reading.query, [c.told for c in candidates]) if candidates else []
    return [
        _with_short_forms(reading, nearness, candidate.told)
        for nearness, candidate in zip(near, candidates, strict=True)
    ]


def _with_short_forms(
    reading: Reading, nearness: Mapping[str, float], text: str
) -> Mapping[str, float]:
    """``nearness``, 1 for the words of a long form whose short form ``text`` holds, and for what
    its measures measure.
    """
    measured = dimensions(text)
    if not reading.abbreviations and not measured:
        return nearness
    held = reading.expand(term_set(text)) if reading.abbreviations else measured
    held |= measured
    return {term: 1.0 if term in held else near for term, near in nearness.items()}


def _with_keys(reading: Reading, best: Sequence[Scored], index: Index) -> list[Scored]:
    """``best`` with their ``keys``: how near what is asked for comes to a word of each, in 0..1.

    Words of one sentence are near each other for that alone, so where none comes clearly near in
    context, that counts only half; the other half is that of the words by themselves.
    """
    terms = frozenset().union(*reading.question.keys)
    if not terms:
        return list(best)
    near = [_in_context(terms, reading, scored) for scored in best]
    apart = [t for t in terms if max((keys[t] for keys in near), default=1.0) < _CLEARLY_NEAR]
    for scored, keys in zip(best, near, strict=True) if apart else ():
        words = [token.surface for token in tokens(scored.candidate.told) if token.term]
        for term in apart:
            alone = index.nearest_word(reading.question.surfaces.get(term, term), words)
            keys[term] = (keys[term] + alone) / 2
    return [replace(scored, keys=keys) for scored, keys in zip(best, near, strict=True)]


def _in_context(terms: Iterable[str], reading: Reading, scored: Scored) -> dict[str, float]:
    """How near each term comes to a word of the sentence or of its headings, from 0 to 1."""
    text, chunk = scored.candidate.told, scored.candidate.passage.chunk
    held = reading.expand(term_set(" ".join((text, chunk.title, *chunk.heading))))
    held |= dimensions(text)
    return {term: max(strength(term, held), scored.nearness.get(term, 0.0)) for term in terms}

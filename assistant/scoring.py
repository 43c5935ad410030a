"""From features to a score for each sentence, and to the probability that the answer is right."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import numpy as np

from assistant.candidates import FEATURES, Candidate, has_type
from assistant.expressions import MEASURES
from assistant.matching import coverage, strength, term_set
from assistant.reading import Reading
from index.index import Index
from index.passage import FloatArray, Passage, SearchResult
from index.words import tokens

WEIGHTS_FILE = Path(__file__).parent / "weights.json"
"""Made by ``bench/fit.py``; which data it was fitted on stands in the file."""

SIGNALS = (
    "score",
    "cosine",
    "coverage",
    "context_coverage",
    "names",
    "names_in_passage",
    "lacks_type",
    "lacks_measure",
    "type_with_names",
    "bigrams",
    "key_nearness",
    "names_apart",
    "nearness",
    "mean_nearness",
    "least_nearness",
    "predicate",
    "best_passage",
    "best_sentence",
)
"""What confidence is estimated from; all are free of the corpus's size."""

_SCORE_SCALE = 24.0
_ALIGNED = 4
_ALIGNMENT_WEIGHT = 4.0
_CLEARLY_NEAR = 0.6
_TINY = 1e-9
NEAREST = 3
"""Of how many best sentences one must say what is asked for."""
_UNNAMED = 0.7
"""Stands for ``names_in_passage`` where the question holds no name."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted numbers. ``sentence`` goes with ``FEATURES``, the others with ``SIGNALS``.

    ``covered``: of the chance that the documents speak of what is asked; ``signal``: of the chance
    that the best sentences answer it, if so. ``slope`` and ``offset`` make of their product, in
    log odds, a share of right answers where nine of ten questions can be answered.
    """

    sentence: FloatArray
    signal: FloatArray
    intercept: float
    covered: FloatArray
    covered_intercept: float
    slope: float
    offset: float
    threshold: float


@cache
def load_weights(path: Path = WEIGHTS_FILE) -> Weights:
    """Read the fitted weights.

    Raises:
        KeyError: the file lacks a feature, so it was made for other code.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    return Weights(
        sentence=np.array([data["sentence"][name] for name in FEATURES], np.float32),
        signal=np.array([data["signal"][name] for name in SIGNALS], np.float32),
        intercept=float(data["intercept"]),
        covered=np.array([data["covered"][name] for name in SIGNALS], np.float32),
        covered_intercept=float(data["covered_intercept"]),
        slope=float(data["slope"]),
        offset=float(data["offset"]),
        threshold=float(data["threshold"]),
    )


@cache
def weights_version(path: Path = WEIGHTS_FILE) -> str:
    """Stands for the fitted weights: what was decided with others may be decided otherwise."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


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
    """

    candidate: Candidate
    score: float
    nearness: Mapping[str, float]
    keys: Mapping[str, float] = field(default_factory=dict)


def rank_candidates(
    reading: Reading, candidates: Sequence[Candidate], index: Index, weights: Weights
) -> list[Scored]:
    """All candidates, best first; the first few are ranked again by late interaction.

    Only as many are aligned as can be while the question still feels instant.
    """
    scores = score_candidates(candidates, weights)
    order = np.argsort(-scores, kind="stable")
    first = [candidates[i] for i in order[:_ALIGNED]]
    near = index.align(reading.query, [c.told for c in first]) if first else []
    aligned = []
    for i, alignment in zip(order[:_ALIGNED], near, strict=True):
        nearness = _with_short_forms(reading, alignment, candidates[i].told)
        score = float(scores[i]) + _bonus(reading, nearness)
        aligned.append(Scored(candidates[i], score, nearness))
    aligned.sort(key=lambda scored: -scored.score)
    aligned[:NEAREST] = [_with_keys(reading, scored, index) for scored in aligned[:NEAREST]]
    rest = [Scored(candidates[i], float(scores[i]), {}) for i in order[_ALIGNED:]]
    return aligned + rest


def _with_short_forms(
    reading: Reading, nearness: Mapping[str, float], text: str
) -> Mapping[str, float]:
    """``nearness``, 1 for the words of a long form whose short form ``text`` holds."""
    if not reading.abbreviations:
        return nearness
    held = reading.expand(term_set(text))
    return {term: 1.0 if term in held else near for term, near in nearness.items()}


def _with_keys(reading: Reading, scored: Scored, index: Index) -> Scored:
    terms = frozenset().union(*reading.question.keys)
    return replace(
        scored, keys={term: _key_nearness(term, reading, scored, index) for term in terms}
    )


def _key_nearness(key: str, reading: Reading, scored: Scored, index: Index) -> float:
    """How near the term of what is asked for comes to a word of the sentence, from 0 to 1.

    Words of one sentence are near each other for that alone, so a middling nearness in context
    counts only half; the other half is that of the words by themselves.
    """
    text, chunk = scored.candidate.told, scored.candidate.passage.chunk
    held = reading.expand(term_set(" ".join((text, chunk.title, *chunk.heading))))
    near = max(strength(key, held), scored.nearness.get(key, 0.0))
    if near >= _CLEARLY_NEAR:
        return near
    words = [token.surface for token in tokens(text) if token.term]
    return (near + index.nearest_word(reading.question.surfaces.get(key, key), words)) / 2


def _bonus(reading: Reading, nearness: Mapping[str, float]) -> float:
    return _ALIGNMENT_WEIGHT * (_weighted(reading, nearness) + _mean(reading, nearness))


def _weighted(reading: Reading, nearness: Mapping[str, float]) -> float:
    """The mean nearness of the question's terms, each by its weight; 0 for no weight at all."""
    total = sum(reading.weights.get(term, 0.0) for term in nearness)
    if total <= 0:
        return 0.0
    return sum(reading.weights.get(term, 0.0) * near for term, near in nearness.items()) / total


def _mean(reading: Reading, nearness: Mapping[str, float]) -> float:
    """The plain mean nearness of the question's terms; 0 for none."""
    own = [near for term, near in nearness.items() if term in reading.weights]
    return sum(own) / len(own) if own else 0.0


def signals(reading: Reading, result: SearchResult, ranked: Sequence[Scored]) -> FloatArray:
    """What speaks for and against the best answer: shape (len(SIGNALS),), float32."""
    if not ranked:
        return np.zeros(len(SIGNALS), np.float32)
    best, near = ranked[0].candidate, _held(reading, ranked[0].candidate.passage)
    names = {term: max(reading.weights.get(term, 0.0), 0.01) for term in reading.question.names}
    values = {
        "score": ranked[0].score / _SCORE_SCALE,
        "cosine": best.feature("cosine"),
        "coverage": best.feature("coverage"),
        "context_coverage": best.feature("context_coverage"),
        "names": best.feature("names"),
        "names_in_passage": coverage(names, near) if names else _UNNAMED,
        "bigrams": best.feature("bigrams"),
        "key_nearness": key_nearness(ranked, reading.question.keys),
        "names_apart": names_apart(reading, result),
        **_type_signals(reading, [scored.candidate for scored in ranked[:NEAREST]]),
        **_nearness_signals(reading, ranked[:2]),
        "best_passage": max(passage.dense for passage in result.passages),
        "best_sentence": max(max(p.sentence_cosines, default=0.0) for p in result.passages),
    }
    return np.array([values[name] for name in SIGNALS], np.float32)


def _held(reading: Reading, passage: Passage) -> frozenset[str]:
    """The terms of a passage, its title and its headings."""
    chunk = passage.chunk
    return reading.expand(term_set(" ".join((chunk.text, chunk.title, *chunk.heading))))


def _type_signals(reading: Reading, best: Sequence[Candidate]) -> dict[str, float]:
    """Whether the best sentences lack the wanted kind of expression, and one with a form of its
    own; how fully the names of the question stand by one that holds it.
    """
    question = reading.question
    lacks, with_names = False, 0.5
    if question.answer_type in (*MEASURES, "person", "place"):
        holding = [c for c in best if has_type(question, c.text) and is_of_names(c)]
        lacks = not holding
        if lacks or question.names:
            with_names = max((c.feature("names_in_context") for c in holding), default=0.0)
    return {
        "lacks_type": float(lacks),
        "lacks_measure": float(lacks and question.answer_type in MEASURES),
        "type_with_names": with_names,
    }


def is_without_measure(reading: Reading, ranked: Sequence[Scored]) -> bool:
    """Whether a date, number or the like is asked for and none of the best sentences holds one."""
    best = [scored.candidate for scored in ranked[:NEAREST]]
    return _type_signals(reading, best)["lacks_measure"] > 0


def is_of_names(candidate: Candidate) -> bool:
    """Whether the sentence, what stands before it or its headings hold half of the names."""
    return candidate.feature("names_in_context") >= 0.5


def key_nearness(ranked: Sequence[Scored], keys: Collection[frozenset[str]]) -> float:
    """How near what is asked for comes to words of the best sentences; 1 for no ``keys``.

    Of several sentences the nearest counts, of several terms of one key their mean, and of several
    keys the farthest.
    """

    def near(term: str) -> float:
        return max((s.keys.get(term, 0.0) for s in ranked[:NEAREST]), default=0.0)

    return min((sum(map(near, key)) / len(key) for key in keys), default=1.0)


def names_apart(reading: Reading, result: SearchResult) -> float:
    """The share of the question's names that no one passage holds together with the others.

    Names that the corpus does not hold, and numbers, do not count; 0 for fewer than two names.
    """
    keys = [_key_term(entity, reading) for entity in reading.question.entities]
    wanted = {key for key in keys if key}
    if len(wanted) < 2:
        return 0.0
    shared = (len(wanted & _held(reading, passage)) for passage in result.passages)
    return 1.0 - max(shared, default=0) / len(wanted)


def _key_term(entity: frozenset[str], reading: Reading) -> str | None:
    """The weightiest term of a name that the corpus holds and that is no number."""
    known = [t for t in entity if t not in reading.unknown and not t[0].isdigit()]
    return max(known, key=lambda t: (reading.weights.get(t, 0.0), t), default=None)


def _nearness_signals(reading: Reading, best: Sequence[Scored]) -> dict[str, float]:
    """How near the terms come to a word of any of the best sentences; 0 where none is aligned."""
    near: dict[str, float] = {}
    for term, value in (item for scored in best for item in scored.nearness.items()):
        if term in reading.weights:
            near[term] = max(near.get(term, 0.0), value)
    return {
        "nearness": _weighted(reading, near),
        "mean_nearness": _mean(reading, near),
        "least_nearness": min(near.values(), default=0.0),
        "predicate": _predicate(reading, near, best) if near else 0.0,
    }


def _predicate(reading: Reading, near: Mapping[str, float], best: Sequence[Scored]) -> float:
    """How near what is said of the names comes: the mean over the terms that are no name's.

    1 where the question holds nothing but names.
    """
    words = frozenset().union(*(term_set(s.candidate.told) for s in best))
    own = [
        max(value, strength(term, words))
        for term, value in near.items()
        if term not in reading.question.names
    ]
    return sum(own) / len(own) if own else 1.0


def estimate(values: FloatArray, weights: Weights) -> float:
    """The probability, in 0..1, that the answer these signals belong to is right.

    Two questions in turn, since they hang on different signals: whether the documents speak of it
    at all, and whether these sentences answer it. One regression over both kinds of refusal
    refused fewer questions about absent documents (docs/decisions.md).
    """
    covered = _logistic(float(values @ weights.covered) + weights.covered_intercept)
    answered = _logistic(float(values @ weights.signal) + weights.intercept)
    both = min(max(covered * answered, _TINY), 1.0 - _TINY)
    return _logistic(weights.slope * math.log(both / (1.0 - both)) + weights.offset)


def _logistic(z: float) -> float:
    return 1.0 / (1.0 + math.exp(-z))

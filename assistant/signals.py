"""What speaks for and against the best answer, in numbers that confidence is estimated from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from assistant.candidates import Candidate, has_type
from assistant.closeness import mean_nearness, weighted_nearness
from assistant.dimensions import measures_another, names_extent
from assistant.expressions import MEASURES
from assistant.matching import coverage, strength, term_set
from assistant.question import Question
from assistant.reading import Reading
from assistant.scoring import NEAREST, Scored
from assistant.weights import SIGNALS
from index.passage import FloatArray, SearchResult

_SCORE_SCALE = 24.0
_UNNAMED = 0.7
"""Stands for ``names_in_passage`` where the question holds no name."""
_LEADS = {"lead": (1, 6.0), "lead_of_three": (3, 8.5), "lead_of_seven": (7, 10.0)}
"""For each lead, how far behind the best its rival ranks, and what is a clear lead, in log odds."""
_OF_SUBJECT = 0.7
_CLEARLY_READ = 2.0
"""In log odds. On the development sets 3 more unanswerable questions were refused than at 1, and no
right answer was lost."""
_UNRIVALLED = 0.4
"""Stands for a lead where so few sentences were found that there is no such rival."""


def signals(reading: Reading, result: SearchResult, ranked: Sequence[Scored]) -> FloatArray:
    """What speaks for and against the best answer: shape (len(SIGNALS),), float32."""
    if not ranked:
        return np.zeros(len(SIGNALS), np.float32)
    best = ranked[0].candidate
    near = reading.held(best.passage.chunk)
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
        "names_apart": reading.apart,
        **_type_signals(reading, [scored.candidate for scored in ranked[:NEAREST]]),
        **_nearness_signals(reading, ranked[:2]),
        **{name: _lead(ranked, *place) for name, place in _LEADS.items()},
        **_read_signals(ranked[:NEAREST]),
        "best_passage": max(passage.dense for passage in result.passages),
        "best_sentence": max(max(p.sentence_cosines, default=0.0) for p in result.passages),
    }
    return np.array([values[name] for name in SIGNALS], np.float32)


def _type_signals(reading: Reading, best: Sequence[Candidate]) -> dict[str, float]:
    """Whether the best sentences lack the wanted kind of expression, and one with a form of its
    own; how fully the names of the question stand by one that holds it.
    """
    question = reading.question
    lacks, with_names = False, 0.5
    if question.answer_type in (*MEASURES, "person", "place"):
        holding = [c for c in best if has_type(question, c.text) and is_of_names(c)]
        if question.answer_type in MEASURES and not question.names:
            holding = [c for c in holding if _is_of_subject(reading, c)]
        lacks = not holding
        if lacks or question.names:
            with_names = max((c.feature("names_in_context") for c in holding), default=0.0)
    return {
        "lacks_type": float(lacks),
        "lacks_measure": float(lacks and question.answer_type in MEASURES),
        "type_with_names": with_names,
    }


def is_without_measure(reading: Reading, ranked: Sequence[Scored]) -> bool:
    """Whether a date, number or the like is asked for and none of the best sentences holds one.

    One that is clearly read as the answer need not name what is asked about.
    """
    question = reading.question
    told = _of_extent(question, ranked[:NEAREST])
    near = (s.candidate for s in told if s.read is not None and s.read >= _CLEARLY_READ)
    if any(has_type(question, candidate.text) for candidate in near):
        return False
    best = [scored.candidate for scored in told]
    return _type_signals(reading, best)["lacks_measure"] > 0


def _of_extent(question: Question, best: Sequence[Scored]) -> Sequence[Scored]:
    """``best``; where the first says how long something is and it is asked how tall, those only
    that name what is asked.
    """
    if not best or not measures_another(question.text, best[0].candidate.text):
        return best
    return [scored for scored in best if names_extent(question.text, scored.candidate.text)]


def _is_of_subject(reading: Reading, candidate: Candidate) -> bool:
    """Whether the sentence, the one before it or its headings hold what is chiefly asked about.

    That is the weightiest word that the documents know: a number without it may be of anything.
    """
    known = [t for t in reading.weights if t not in reading.unknown and not t[0].isdigit()]
    subject = max(known, key=lambda t: (reading.weights[t], t), default=None)
    if subject is None:
        return True
    chunk = candidate.passage.chunk
    around = (candidate.told, candidate.previous, chunk.title, *chunk.heading)
    return strength(subject, reading.expand(term_set(" ".join(around)))) >= _OF_SUBJECT


def is_of_names(candidate: Candidate) -> bool:
    """Whether the sentence, what stands before it or its headings hold half of the names."""
    return candidate.feature("names_in_context") >= 0.5


def _read_signals(best: Sequence[Scored]) -> dict[str, float]:
    """How likely the cross-encoder takes any of the best sentences, and the first, to answer.

    In log odds; 0, which is even, where it read none.
    """
    odds = [scored.read for scored in best if scored.read is not None]
    return {"read": max(odds, default=0.0), "read_first": odds[0] if odds else 0.0}


def key_nearness(ranked: Sequence[Scored], keys: Collection[frozenset[str]]) -> float:
    """How near what is asked for comes to words of the best sentences; 1 for no ``keys``.

    Of several sentences the nearest counts, of several terms of one key their mean, and of several
    keys the farthest.
    """

    def near(term: str) -> float:
        return max((s.keys.get(term, 0.0) for s in ranked[:NEAREST]), default=0.0)

    return min((sum(map(near, key)) / len(key) for key in keys), default=1.0)


def _lead(ranked: Sequence[Scored], behind: int, clear: float) -> float:
    """By how much the best scores above the one so far behind it: 1 for a clear lead."""
    if len(ranked) <= behind:
        return _UNRIVALLED
    return min(1.0, (ranked[0].score - ranked[behind].score) / clear)


def _nearness_signals(reading: Reading, best: Sequence[Scored]) -> dict[str, float]:
    """How near the terms come to a word of any of the best sentences; 0 where none is aligned."""
    near: dict[str, float] = {}
    for term, value in (item for scored in best for item in scored.nearness.items()):
        if term in reading.weights:
            near[term] = max(near.get(term, 0.0), value)
    return {
        "nearness": weighted_nearness(reading, near),
        "mean_nearness": mean_nearness(reading, near),
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

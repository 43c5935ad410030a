"""For yes or no: the sentence beside the best one that says what the best one leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.english_sentences import YES_NO
from assistant.matching import strength, term_set
from assistant.reading import Reading
from assistant.scoring import Scored

_BESIDE, _MOST = 2, 4
_MET, _HEAVY = 0.7, 0.3
"""A word of less weight than the second is not worth a sentence of its own."""


def with_bearing(chosen: list[Scored], ranked: Sequence[Scored], reading: Reading) -> list[Scored]:
    """``chosen`` with the sentence right around the best one that holds most of the question's
    words, no names, which the best one lacks.

    As it was for any question but one for yes or no, and where no sentence does.
    """
    if not chosen or not YES_NO.match(reading.question.text):
        return chosen
    best = chosen[0].candidate
    own = reading.expand(term_set(best.text))
    missing = {
        term: weight
        for term, weight in reading.weights.items()
        if weight >= _HEAVY and term not in reading.question.names and strength(term, own) < _MET
    }
    beside = [s for s in ranked if s is not chosen[0] and _is_beside(s, chosen[0])]
    met = {id(s): _met(missing, reading, s) for s in beside}
    found = max(beside, key=lambda s: met[id(s)], default=None)
    if found is None or not met[id(found)]:
        return chosen
    rest = [s for s in chosen[1:] if s is not found]
    return [chosen[0], found, *rest][:_MOST]


def _is_beside(scored: Scored, best: Scored) -> bool:
    here, there = scored.candidate, best.candidate
    near = abs(here.position - there.position) <= _BESIDE
    return near and here.passage.chunk.id == there.passage.chunk.id


def _met(missing: dict[str, float], reading: Reading, scored: Scored) -> float:
    own = reading.expand(term_set(scored.candidate.text))
    return sum(weight for term, weight in missing.items() if strength(term, own) >= _MET)

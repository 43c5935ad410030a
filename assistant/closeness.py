"""How near a sentence, read in its place, comes to what a question says."""

from __future__ import annotations

from collections.abc import Mapping

from assistant import english
from assistant.candidates import Candidate
from assistant.matching import coverage, term_set
from assistant.reading import Reading

SCORE, _NEARNESS, _MEAN, _PREDICATE, _KIND, _ABOVE = 0.8, 2.7, 2.9, 1.8, 1.4, 2.3
"""What counts how much; differences are log odds of answering, as of scores.

Rounded from a listwise fit over the development collections, times 1.3 so that ``SCORE`` stays;
``python -m bench.closeness`` prints such fits. They agree within a fifth whatever is left out.
"""
_MEANT = 0.8
"""How near a word of the question is that a sentence does not repeat, but speaks of."""
_NOTHING_SAID = 0.5
PARTS = ("score", "nearness", "mean_nearness", "predicate", "kind", "above")
"""What the closeness of a sentence is summed from (``describe``)."""


def closeness(
    reading: Reading, candidate: Candidate, score: float, nearness: Mapping[str, float]
) -> float:
    """The score of a sentence whose words were aligned with the question's.

    ``score``: from its features alone. ``nearness``: of each term to a word of the sentence.
    """
    parts = describe(reading, candidate, score, nearness)
    weights = (SCORE, _NEARNESS, _MEAN, _PREDICATE, _KIND, _ABOVE)
    return sum(weight * part for weight, part in zip(weights, parts, strict=True))


def describe(
    reading: Reading, candidate: Candidate, score: float, nearness: Mapping[str, float]
) -> tuple[float, ...]:
    """The numbers that closeness is summed from, in the order of ``PARTS``.

    A name that stands above a sentence is spoken of in it, and so is what a sentence says that a
    pronoun leads on from: running text seldom repeats it. Words that only stand above count for a
    place that is about them. A number is there or not: vectors hold all numbers to be alike.
    """
    own, above = reading.expand(term_set(candidate.told)), _above(reading, candidate)
    meant = _meant(reading, candidate, above)
    figures = {t: float(t in own) for t in nearness if any(map(str.isdigit, t))}
    near = {
        t: max(value, _MEANT if t in meant else 0.0) for t, value in {**nearness, **figures}.items()
    }
    names = _names(reading)
    said = [value for term, value in near.items() if term in reading.weights.keys() - names]
    return (
        score,
        weighted_nearness(reading, near),
        mean_nearness(reading, near),
        sum(said) / len(said) if said else _NOTHING_SAID,
        candidate.feature("has_type"),
        coverage(reading.weights, above - own),
    )


def _names(reading: Reading) -> frozenset[str]:
    return reading.question.names.union(*reading.question.entities)


def _above(reading: Reading, candidate: Candidate) -> frozenset[str]:
    chunk = candidate.passage.chunk
    return reading.expand(term_set(" ".join((chunk.title, *chunk.heading))))


def _meant(reading: Reading, candidate: Candidate, above: frozenset[str]) -> frozenset[str]:
    """The terms of the question that the sentence speaks of without repeating them."""
    meant = _names(reading) & above
    if english.ANAPHOR.match(candidate.text):
        before = reading.expand(term_set(candidate.previous))
        meant |= before & frozenset(reading.question.terms)
    return meant


def weighted_nearness(reading: Reading, nearness: Mapping[str, float]) -> float:
    """The mean nearness of the question's terms, each by its weight; 0 for no weight at all."""
    total = sum(reading.weights.get(term, 0.0) for term in nearness)
    if total <= 0:
        return 0.0
    return sum(reading.weights.get(term, 0.0) * near for term, near in nearness.items()) / total


def mean_nearness(reading: Reading, nearness: Mapping[str, float]) -> float:
    """The plain mean nearness of the question's terms; 0 for none."""
    own = [near for term, near in nearness.items() if term in reading.weights]
    return sum(own) / len(own) if own else 0.0

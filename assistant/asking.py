"""One question put to the index: its reading, what was found, and the sentences ranked."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.announcing import without_announcements
from assistant.candidates import describe_candidates
from assistant.confidence import estimate
from assistant.forms import read_form
from assistant.reading import Reading, learn, read
from assistant.scoring import Scored, rank_candidates
from assistant.signals import signals
from assistant.view import View
from assistant.weights import Weights
from index.passage import SearchResult

_OF_BEST = ("sentence", "groups")
"""Forms of which the first few sentences are all that is shown."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its evidence; ``confidence`` is of the best sentence."""

    reading: Reading
    result: SearchResult
    ranked: list[Scored]
    confidence: float


def rank(
    text: str, view: View, weights: Weights, n_passages: int
) -> tuple[Reading, SearchResult, list[Scored]]:
    """Read ``text``, search for it, and rank the sentences found, best first."""
    reading = read(text, view.index)
    result = view.search(reading.query, k=n_passages)
    reading = learn(reading, result)
    candidates = describe_candidates(reading, result)
    for_best = read_form(reading.question).kind in _OF_BEST
    ranked = rank_candidates(reading, candidates, view.index, weights, for_best=for_best)
    return reading, result, ranked


def how_sure(
    reading: Reading, result: SearchResult, ranked: list[Scored], weights: Weights
) -> float:
    """The confidence of the best sentence; 0 where there is none."""
    return estimate(signals(reading, result, ranked), weights) if ranked else 0.0


def put(text: str, view: View, weights: Weights, n_passages: int = 10) -> Asked:
    """Read ``text``, search for it and rank the sentences found; announcements of lists aside."""
    reading, result, ranked = rank(text, view, weights, n_passages)
    ranked = without_announcements(ranked)
    return Asked(reading, result, ranked, how_sure(reading, result, ranked, weights))

"""One question put to the index: its reading, what was found, and the sentences ranked."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.announcing import without_announcements
from assistant.candidates import describe_candidates
from assistant.confidence import estimate
from assistant.reading import Reading, learn, read
from assistant.scoring import Scored, rank_candidates
from assistant.signals import signals
from assistant.view import View
from assistant.weights import Weights
from index.passage import SearchResult


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its evidence; ``confidence`` is of the best sentence."""

    reading: Reading
    result: SearchResult
    ranked: list[Scored]
    confidence: float


def put(text: str, view: View, weights: Weights, n_passages: int = 10) -> Asked:
    """Read ``text``, search for it and rank the sentences found; announcements of lists aside."""
    reading = read(text, view.index)
    result = view.search(reading.query, k=n_passages)
    reading = learn(reading, result)
    ranked = rank_candidates(reading, describe_candidates(reading, result), view.index, weights)
    ranked = without_announcements(ranked)
    confidence = estimate(signals(reading, result, ranked), weights) if ranked else 0.0
    return Asked(reading, result, ranked, confidence)

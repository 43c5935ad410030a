"""All that a way of answering draws on, found once for a question; and what it hands back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from time import perf_counter

from assistant.answer import Answer, Usage
from assistant.asking import how_sure, rank
from assistant.draft import Draft
from assistant.models.catalog import EXTRACTIVE
from assistant.reading import Reading
from assistant.rereading import Rereading
from assistant.scoring import Scored
from assistant.selecting import negated_first
from assistant.view import View
from assistant.weights import Weights
from index.passage import Passage, SearchResult


@dataclass(frozen=True, slots=True)
class Limits:
    """How many passages an answer is chosen from and when it is refused.

    ``risk``: one wrong answer in so many is accepted, so none of less confidence than ``sure`` is
    given.
    """

    n_passages: int
    threshold: float
    risk: int | None = None
    sure: float = 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """A draft, its confidence, and the passages in the order of their best sentences."""

    draft: Draft
    query: str
    passages: tuple[Passage, ...]
    confidence: float
    seconds_retrieve: float
    notes: tuple[str, ...] = ()
    usage: Usage | None = None

    def answering(self, question: str, started: float) -> Answer:
        """The answer to ``question``, begun at ``started`` by ``perf_counter``."""
        draft, usage = self.draft, self.usage
        return Answer(
            question=question,
            query=self.query,
            outcome=draft.outcome,
            shape=draft.shape,
            confidence=self.confidence,
            model=EXTRACTIVE if usage is None or usage.replaced else usage.model,
            statements=draft.statements,
            passages=self.passages,
            seconds_retrieve=self.seconds_retrieve,
            seconds_answer=perf_counter() - started - self.seconds_retrieve,
            notes=self.notes,
            suggestions=draft.suggestions,
            usage=usage,
        )


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a way of answering draws on."""

    reading: Reading
    result: SearchResult
    ranked: list[Scored]
    confidence: float
    focus: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def gather_evidence(
    text: str, view: View, weights: Weights, n_passages: int, again: Rereading
) -> Evidence:
    """Read the question, search, rank the sentences found, and estimate how sure they are."""
    reading, result, ranked = rank(text, view, weights, n_passages)
    ranked = negated_first(again.rerank(reading.query, ranked), reading.question.text)
    confidence = how_sure(reading, result, ranked, weights)
    found = again.read(reading.query, ranked)
    return Evidence(reading, result, found.ranked, confidence, found.focus)


def by_best_sentence(evidence: Evidence) -> tuple[Passage, ...]:
    """The passages in the order of their best sentences, which ranks better than search alone."""
    order: dict[str, Passage] = {}
    for scored in evidence.ranked:
        order.setdefault(scored.candidate.passage.chunk.id, scored.candidate.passage)
    for passage in evidence.result.passages:
        order.setdefault(passage.chunk.id, passage)
    return tuple(order.values())

"""Questions of the development halves put to an index, and what the regressions learn from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.answering import answer
from assistant.candidates import FEATURES, Candidate, describe_candidates
from assistant.draft import Draft
from assistant.evaluation.cases import Case
from assistant.evaluation.gold import Gold, locate_gold
from assistant.evaluation.hiding import Hider
from assistant.evaluation.matching import holds_forbidden, share_of_facts
from assistant.evidence import Limits
from assistant.reading import Reading, learn, read
from assistant.scoring import Scored, rank_candidates
from assistant.signals import signals
from assistant.view import View
from assistant.weights import SIGNALS, Weights
from bench.fitting import Flags, Floats, Sample
from index.index import Index
from index.passage import SearchResult

N_PASSAGES = 10


@dataclass(frozen=True)
class Asked:
    """A case as the assistant reads it, with the candidates for its answer."""

    case: Case
    gold: Gold
    reading: Reading
    result: SearchResult
    candidates: list[Candidate]


def without_answer(index: Index, answerable: Sequence[Asked]) -> list[Asked]:
    """The same questions with every passage hidden that answers them."""
    hider = Hider({info.id: index.chunks(info.id) for info in index.documents()})
    found = [
        _ask_one(index, asked.case, hider.hidden(asked.case, asked.gold)) for asked in answerable
    ]
    return [_unanswerable(asked) for asked in found]


def sample(index: Index, asked: Sequence[Asked], weights: Weights, weight: float) -> Sample:
    """The signals of each question, and whether the two best sentences answer it."""
    x, y = [], []
    for one in asked:
        ranked = rank_candidates(one.reading, one.candidates, index, weights)
        x.append(signals(one.reading, one.result, ranked))
        y.append(float(_is_right(one.case, ranked)))
    return Sample(np.array(x, float).reshape(len(x), len(SIGNALS)), np.array(y), weight)


@dataclass(frozen=True)
class Given:
    """Answers as they were given, none refused for its confidence.

    ``confidence``, ``right`` (1 or 0): shape (n_cases,). ``x``: their signals, shape (n_cases,
    n_signals); ``estimated`` where confidence is an estimate from these and nothing else.
    """

    x: Floats
    confidence: Floats
    right: Floats
    estimated: Flags


def give(index: Index, asked: Sequence[Asked], weights: Weights) -> Given:
    """The answers to ``asked``; what no confidence could save is left out."""
    view, limits = View(index), Limits(N_PASSAGES, threshold=0.0)
    found = [answer(one.case.question, view, weights, limits) for one in asked]
    kept = [i for i, one in enumerate(found) if one.draft.outcome == "answered"]
    return Given(
        x=sample(index, [asked[i] for i in kept], weights, 1.0).x,
        confidence=np.array([found[i].confidence for i in kept], float),
        right=np.array([_is_told(asked[i].case, found[i].draft) for i in kept], float),
        estimated=np.array([found[i].draft.confidence is None for i in kept], bool),
    )


def _is_told(case: Case, draft: Draft) -> bool:
    """Whether an answer is right, as ``correct`` counts it."""
    text = "\n".join(statement.text for statement in draft.statements)
    is_whole = case.answerable and share_of_facts(text, case.facts) == 1.0
    return is_whole and not holds_forbidden(text, case.forbidden)


def _is_right(case: Case, ranked: Sequence[Scored]) -> bool:
    text = " ".join(scored.candidate.text for scored in ranked[:2])
    return case.answerable and share_of_facts(text, case.facts) == 1.0


def _unanswerable(asked: Asked) -> Asked:
    return replace(asked, case=replace(asked.case, answerable=False))


def ask(index: Index, cases: Sequence[Case]) -> list[Asked]:
    """The cases with what is found for them."""
    return [_ask_one(index, case) for case in cases]


def _ask_one(index: Index, case: Case, hidden: frozenset[str] = frozenset()) -> Asked:
    reading = read(case.question, index)
    result = index.search(reading.query, hidden=hidden)
    reading = learn(reading, result)
    gold = locate_gold(case, lambda document: index.document(document)[1])
    return Asked(case, gold, reading, result, describe_candidates(reading, result))


def table(candidates: Sequence[Candidate]) -> Floats:
    """The features of the candidates: shape (n_candidates, n_features)."""
    rows = [candidate.features for candidate in candidates]
    return np.array(rows, float).reshape(len(rows), len(FEATURES))


def is_gold(asked: Asked) -> Flags:
    """Whether each candidate shares more than half of the shorter of it and a gold quote."""

    def is_gold(candidate: Candidate) -> bool:
        span = candidate.sentence.span
        return any(
            place.document == candidate.passage.chunk.document
            and place.span.overlap(span) > 0.5 * min(span.length, place.span.length)
            for gold in asked.gold.quotes
            for place in gold.places
        )

    return np.array([is_gold(candidate) for candidate in asked.candidates], bool)

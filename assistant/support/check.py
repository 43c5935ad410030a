"""The door of the check: do these passages state this sentence, and where?"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.support.binding import misplacement
from assistant.support.claims import read_clauses
from assistant.support.entailment import Entailment
from assistant.support.evidence import Evidence, read_evidence
from assistant.support.holding import Held, Pool, coverage, hold_clauses
from assistant.support.names import spelled_out
from assistant.support.polarity import clause_of, denies, opposes, overstates
from assistant.support.roles import swaps_roles
from assistant.support.signals import SIGNALS, Weights, estimate, load_weights
from assistant.support.wording import holding, in_order, read_words, term_bag
from corpus.document import Span
from index.index import Index
from index.passage import FloatArray, Passage

_ALIGNED = 4
_UNMET = 0.45
_MISPLACED = 0.75


@dataclass(frozen=True, slots=True)
class SupportingSentence:
    """A sentence of a passage: ``quote`` is the document's text at ``span``, raw."""

    passage: Passage
    position: int

    @property
    def document(self) -> str:
        return self.passage.chunk.document

    @property
    def span(self) -> Span:
        return self.passage.chunk.sentences[self.position].span

    @property
    def quote(self) -> str:
        chunk = self.passage.chunk
        return chunk.sentence_text(chunk.sentences[self.position])


@dataclass(frozen=True, slots=True)
class Support:
    """Whether passages state a sentence.

    ``value``: the estimated probability that they do. ``reasons``: one plain sentence for each
    thing they do not hold; empty where it is supported. ``sentences``: the fewest that hold it, the
    one that holds most first; where it is not supported, those that come nearest.
    """

    supported: bool
    value: float
    reasons: tuple[str, ...]
    sentences: tuple[SupportingSentence, ...]


def check(
    sentence: str,
    passages: Sequence[Passage],
    index: Index,
    *,
    entailment: Entailment | None = None,
    weights: Weights | None = None,
    threshold: float | None = None,
) -> Support:
    """Whether ``passages`` (those the sentence cites, or the best ones) state ``sentence``.

    A copy of a sentence of theirs is always supported, by itself. Everything that the sentence
    says must be held by the sentences returned, taken together. ``threshold`` replaces the shipped
    one.
    """
    evidence = read_evidence(passages)
    if not evidence:
        return Support(False, 0.0, ("No passage was given that could hold it.",), ())
    copied = next((e for e in evidence if _is_copy(sentence, e)), None)
    if copied is not None:
        return Support(True, 1.0, (), (SupportingSentence(copied.passage, copied.position),))
    if not read_words(sentence):
        return Support(False, 0.0, ("It holds no word that could be checked.",), ())
    weights = weights or load_weights()
    finding = examine(sentence, evidence, index)
    vetoes, doubts = finding.vetoes, finding.doubts
    value = estimate(finding.signals, len(vetoes), len(doubts), weights)
    if entailment is not None:
        premise = "\n".join(evidence[i].context for i in finding.by)
        value = math.sqrt(value * entailment.probability(premise, sentence))
    limit = weights.threshold if threshold is None else threshold
    supported = not vetoes and not doubts and value >= limit
    reasons = () if supported else (*vetoes, *doubts) or (_vague(finding),)
    found = tuple(SupportingSentence(evidence[i].passage, evidence[i].position) for i in finding.by)
    return Support(supported, value, reasons, found)


def _is_copy(sentence: str, one: Evidence) -> bool:
    mine = in_order(sentence)
    return mine == in_order(one.text) and (bool(mine.strip()) or sentence.strip() == one.text)


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of a sentence: signals (shape (len(SIGNALS),), float32), what rules it out and
    what speaks against it in plain words, the numbers of the sentences it rests on, and its words
    that none of them meets.
    """

    signals: FloatArray
    vetoes: tuple[str, ...]
    doubts: tuple[str, ...]
    by: tuple[int, ...]
    unmet: tuple[str, ...]


def examine(sentence: str, evidence: Sequence[Evidence], index: Index) -> Finding:
    """Everything that decides about ``sentence``, before it is weighed."""
    clauses = read_clauses(sentence)
    pool = _pool(sentence, evidence, index)
    held = hold_clauses(clauses, pool)
    by = _numbers(held)
    vetoes = [reason for one in held for reason in (*_lacking(one), *_denied(one, pool))]
    doubts = [reason for one in held for reason in _opposed(one, pool)]
    texts = [one.text for one in evidence]
    misplaced = misplacement(sentence, [texts[i] for i in by], texts)
    if misplaced > _MISPLACED or any(_swaps(one, pool) for one in held):
        doubts.append("who does what to whom is the other way round")
    values = _signals(sentence, held, pool, misplaced)
    unmet = tuple(
        word.surface
        for one in held
        for word, strength in zip(one.clause.terms, one.strengths, strict=True)
        if strength < _UNMET
    )
    return Finding(values, _distinct(vetoes), _distinct(doubts), by, unmet)


def _pool(sentence: str, evidence: Sequence[Evidence], index: Index) -> Pool:
    vector = index.vector(sentence)
    rows: dict[str, FloatArray] = {}
    cosines = []
    for one in evidence:
        chunk = one.passage.chunk
        if chunk.id not in rows:
            rows[chunk.id] = index.sentence_vectors(chunk) @ vector
        cosines.append(max(0.0, float(rows[chunk.id][one.position])))
    words = frozenset(w.term for w in read_words(sentence) if w.term)
    meets = [
        cosine + sum(holding(term, term_bag(one.said)) for term in words) / max(1, len(words))
        for one, cosine in zip(evidence, cosines, strict=True)
    ]
    first = sorted(range(len(evidence)), key=lambda i: -meets[i])[:_ALIGNED]
    aligned = index.align(sentence, [evidence[i].text for i in first])
    nearness = {(i, t): n for i, near in zip(first, aligned, strict=True) for t, n in near.items()}
    texts = tuple(dict.fromkeys(e.passage.chunk.text for e in evidence))
    above = tuple(dict.fromkeys(e.above for e in evidence))
    return Pool(
        evidence,
        cosines,
        nearness,
        _weigher(index),
        spelled_out(texts),
        "\n".join((*above, *texts)),
    )


def _weigher(index: Index) -> Callable[[str], float]:
    return lambda word: 0.3 + 0.7 * index.rarity(word)


def _lacking(held: Held) -> list[str]:
    """In plain words: what the clause names that its sentences do not hold."""
    text, start = held.clause.text, held.clause.span.start

    def said(span: Span) -> str:
        return text[span.start - start : span.end - start]

    found = [f"the number {said(a.span)} is not in the cited passages" for a in held.amounts]
    found += [f"the date {said(d.span)} is not in the cited passages" for d in held.dates]
    found += [f"{n.text} is not named there" for n in held.names]
    return found + [f"the quoted words “{q}” are not in the cited passages" for q in held.quotes]


def _near(held: Held, pool: Pool) -> str:
    """The clauses of the main sentence that the claim's clause is about."""
    main = pool.evidence[held.by[0]].text
    return clause_of(main, [word.term for word in held.clause.words if word.term])


def _denied(held: Held, pool: Pool) -> list[str]:
    is_denied = denies(held.clause.text, _near(held, pool))
    return ["one says no where the other says yes"] if is_denied else []


def _opposed(held: Held, pool: Pool) -> list[str]:
    word = opposes(held.clause.text, _near(held, pool))
    return [f"the passages say the opposite of “{word}”"] if word else []


def _distinct(reasons: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reasons))


def _numbers(held: Sequence[Held]) -> tuple[int, ...]:
    """The numbers of all sentences that hold some clause, each once."""
    return tuple(dict.fromkeys(i for one in held for i in one.by))


def _swaps(held: Held, pool: Pool) -> bool:
    return swaps_roles(held.clause.text, pool.evidence[held.by[0]].text)


def _signals(sentence: str, held: Sequence[Held], pool: Pool, misplaced: float) -> FloatArray:
    by = _numbers(held)
    parts = [coverage(one.clause, one.strengths, pool) for one in held]
    sizes = [max(1, len(one.clause.terms)) for one in held]
    every = [s for one in held for s in one.strengths]
    over = overstates(sentence, " ".join(pool.evidence[i].said for i in by))
    values = {
        "cosine": max(pool.cosines[i] for i in by),
        "coverage": sum(p * n for p, n in zip(parts, sizes, strict=True)) / sum(sizes),
        "worst_clause": min(parts),
        "worst_term": min(every, default=1.0),
        "unmet": sum(s < _UNMET for s in every) / max(1, len(every)),
        "hedge": over.hedge,
        "weak_hedge": over.weak_hedge,
        "universal": over.universal,
        "exclusive": over.exclusive,
        "further": min(1.0, (len(by) - 1) / 3),
        "misplaced": misplaced,
    }
    return np.array([values[name] for name in SIGNALS], np.float32)


def _vague(finding: Finding) -> str:
    if finding.unmet:
        return f"The cited passages do not speak of “{finding.unmet[0]}”."
    return "The cited passages do not say this closely enough."

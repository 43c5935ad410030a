"""What decides about a sentence: what its evidence lacks, what speaks against it, its signals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.support.binding import misplacement
from assistant.support.claims import read_clauses
from assistant.support.evidence import Evidence
from assistant.support.holding import Held, Pool, coverage, hold_clauses
from assistant.support.polarity import clause_of, denies, opposes, overstates
from assistant.support.pooling import make_pool
from assistant.support.roles import swaps_roles
from assistant.support.signals import SIGNALS
from corpus.document import Span
from index.index import Index
from index.passage import FloatArray

_UNMET = 0.45
_MISPLACED = 0.75


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of a sentence: signals (shape (len(SIGNALS),), float32), what rules it out and
    what speaks against it in plain words, the sentences it rests on, and its words
    that none of them meets.
    """

    signals: FloatArray
    vetoes: tuple[str, ...]
    doubts: tuple[str, ...]
    by: tuple[Evidence, ...]
    unmet: tuple[str, ...]


def examine(sentence: str, evidence: Sequence[Evidence], index: Index) -> Finding:
    """Everything that decides about ``sentence``, before it is weighed."""
    clauses = read_clauses(sentence)
    pool = make_pool(sentence, evidence, index)
    held = hold_clauses(clauses, pool)
    by = _numbers(held)
    vetoes = [reason for one in held for reason in (*_lacking(one), *_denied(one, pool))]
    doubts = [reason for one in held for reason in _opposed(one, pool)]
    texts = [one.text for one in pool.evidence]
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
    rests_on = tuple(pool.evidence[i] for i in by)
    return Finding(values, _distinct(vetoes), _distinct(doubts), rests_on, unmet)


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

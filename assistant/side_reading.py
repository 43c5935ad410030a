"""The sentences that may stand on a side of a comparison, read once more with its own question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from assistant.candidates import Candidate
from assistant.crossencoder import Window, load_crossencoder
from assistant.english_clauses import CLAUSE
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.standing import Side, about, fitness
from index.index import Index

_READ = 6
"""Of each side, so many of the best sentences; each costs 2 ms."""
_WEIGHT = 0.6
"""What a point of the cross-encoder's log odds adds to a score.

Weak evidence: from 0.5 to 0.75 one side of 64 fewer was right on the development sets, two of 32
more on other prompts; from 1.0 fewer of both together than without.
"""
_LEAST = -1.0
"""Log odds below which a sentence with a part of the name is no answer: of four right rows three
lie above."""
_WHAT_IS = "What is {asked}?"


def read_again(
    ranked: Sequence[Scored], side: Side, own: Reading, *, sure: bool = False
) -> list[Scored]:
    """``ranked`` with what the cross-encoder makes of the best; the rest counts as the worst read.

    Each side is asked for itself: "What is the role of the guild?". ``sure``: only what is read as
    an answer stays.
    """
    best = sorted(ranked, key=lambda scored: -fitness(scored, side, own, set()))[:_READ]
    windows = [
        Window.of(s.candidate.text, s.candidate.previous, s.candidate.passage.chunk) for s in best
    ]
    if not best:
        return []
    odds = load_crossencoder().answers(as_question(side.asked), windows).tolist()
    read = {id(scored): value for scored, value in zip(best, odds, strict=True)}
    worst = min(odds)
    kept = [s for s in ranked if read.get(id(s), -np.inf) >= _LEAST] if sure else ranked
    again = [replace(s, score=s.score + _WEIGHT * read.get(id(s), worst)) for s in kept]
    return sorted(again, key=lambda scored: -scored.score)


def as_question(asked: str) -> str:
    """What is asked of a side as a question.

    >>> as_question("the role of the guild"), as_question("what did Ada pay")
    ('What is the role of the guild?', 'what did Ada pay?')
    """
    plain = asked.strip(" ?.!")
    return f"{plain}?" if CLAUSE.match(plain) else _WHAT_IS.format(asked=plain)


def told_in_part(
    candidates: Sequence[Candidate], side: Side, own: Reading, index: Index
) -> list[Candidate]:
    """The sentences that hold one of the words that set a side apart, where none holds its name.

    None where it is a name, and where one of these words occurs nowhere: then nothing is told.
    """
    if side.name[1:] != side.name[1:].lower() or not all(map(index.frequency, side.apart)):
        return []
    parts = [replace(side, key=frozenset({t}), apart=frozenset({t})) for t in sorted(side.apart)]
    found = {id(c): c for part in parts for c in about(candidates, part, own)}
    return list(found.values())

"""How likely each of the best sentences gives one of several things that are asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.candidates import QUOTABLE
from assistant.captions import captions_of, is_of_clause
from assistant.reading import Reading
from assistant.scoring import Scored, read_on
from index.index import Index

Floats = NDArray[np.float64]
ITEMS_FILE = Path(__file__).parent / "items.json"
"""Made by ``python -m bench.fit_items``; which data it was fitted on stands in the file."""
POOL = 20
"""So many of the best sentences are read; each costs 2 ms."""
TRAITS = ("read", "read_lead", "score_lead", "rank", "beside", "in_section", "is_item")
"""What is known of a sentence: the log odds that it answers, what these and its score fall short
of the best, its rank (as a logarithm), how surely a sentence beside it answers, whether it stands
in the section of the best one, whether it is an item.
"""


@dataclass(frozen=True, slots=True)
class Giving:
    """A sentence, the chance that it gives an item, and the log odds that it answers."""

    scored: Scored
    chance: float
    read: float


def read_items(reading: Reading, ranked: Sequence[Scored], index: Index) -> list[Giving]:
    """The first ``POOL`` quotable sentences with the chance of each, in their order."""
    pool, odds = read_pool(reading, ranked, index)
    if not pool:
        return []
    weights, intercept = _load()
    chances = 1 / (1 + np.exp(-(traits(pool, odds) @ weights + intercept)))
    rows = zip(pool, chances.tolist(), odds.tolist(), strict=True)
    return [Giving(scored, chance, read) for scored, chance, read in rows]


def read_pool(
    reading: Reading, ranked: Sequence[Scored], index: Index
) -> tuple[list[Scored], Floats]:
    """The first ``POOL`` quotable sentences, and the log odds that each answers: (n_read,)."""
    pool = [s for s in ranked if s.candidate.sentence.kind in QUOTABLE][:POOL]
    return pool, np.array([s.read for s in read_on(reading, pool, index)], np.float64)


def traits(pool: Sequence[Scored], odds: Floats) -> Floats:
    """The ``TRAITS`` of each sentence of ``pool``: shape (len(pool), len(TRAITS)).

    ``odds``: shape (len(pool),), log odds that each answers.
    """
    scores = np.array([s.score for s in pool])
    best = _section(pool[int(np.argmax(odds + scores / 2))])
    columns = (
        odds,
        odds - odds.max(),
        scores - scores.max(),
        np.log1p(np.arange(len(pool))),
        _beside(pool, odds),
        np.array([_section(s) == best for s in pool], np.float64),
        np.array([s.candidate.sentence.kind == "item" for s in pool], np.float64),
    )
    return np.stack(columns, axis=1)


def _section(scored: Scored) -> tuple[str, ...]:
    """The section of a sentence; a numbered clause with a heading of its own is one."""
    chunk, position = scored.candidate.passage.chunk, scored.candidate.position
    clause = (captions_of(chunk).over[position],) if is_of_clause(chunk, position) else ()
    return chunk.document, *chunk.heading, *clause


def _beside(pool: Sequence[Scored], odds: Floats) -> Floats:
    """How surely the surer neighbour of each sentence answers, from 0 to 1: shape (len(pool),)."""
    places = {_place(s): odd for s, odd in zip(pool, odds.tolist(), strict=True)}
    near = []
    for chunk, at in map(_place, pool):
        around = (places.get((chunk, at - 1)), places.get((chunk, at + 1)))
        known = [odd for odd in around if odd is not None]
        near.append(1 / (1 + np.exp(-1 - max(known))) if known else 0.0)
    return np.array(near)


def _place(scored: Scored) -> tuple[str, int]:
    return scored.candidate.passage.chunk.id, scored.candidate.position


@cache
def _load(path: Path = ITEMS_FILE) -> tuple[Floats, float]:
    """The fitted weights, in the order of ``TRAITS``, and the intercept."""
    fitted = json.loads(path.read_text(encoding="utf-8"))
    weights = np.array([fitted["weights"][name] for name in TRAITS])
    return weights, float(fitted["intercept"])

"""Tables: what the documents say of each of two sides, one row a side."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Statement
from assistant.candidates import describe_candidates
from assistant.draft import quote
from assistant.matching import strength, term_list, term_set
from assistant.reading import Reading, learn, read
from assistant.scoring import Scored, Weights, rank_candidates
from assistant.texts import TABLE
from index.index import Index
from index.passage import SearchResult

_SUBJECT_BONUS = 3.0
_OBJECT_PENALTY = 2.0


def compare(
    sides: tuple[str, ...], reading: Reading, result: SearchResult, index: Index, weights: Weights
) -> tuple[Statement, ...]:
    """A row for each side: its best sentence, or a frame that says there is none.

    A side's sentence holds the side's name, rather as its subject than the other side's.
    """
    keys = [term_set(side) for side in sides]
    rows = []
    for i, side in enumerate(sides):
        others = frozenset().union(*(key for j, key in enumerate(keys) if j != i)) - keys[i]
        taken = {place for row in rows for place in _places(row)}
        rows.append(_row(side, keys[i], others, reading, index, weights, taken))
    return tuple(rows)


def _row(
    side: str,
    key: frozenset[str],
    others: frozenset[str],
    reading: Reading,
    index: Index,
    weights: Weights,
    taken: set[tuple[str, int]],
) -> Statement:
    """The row of one side; ``key`` are its terms, ``others`` those of the other sides."""
    aspect = [w for t, w in reading.question.surfaces.items() if t not in others]
    own = read(" ".join(aspect), index)
    result = index.search(reading.query, k=20)
    own = learn(own, result)
    ranked = rank_candidates(own, describe_candidates(own, result), index, weights)
    best = _best_for(ranked, key, others, taken)
    if best is None:
        return Statement(TABLE["empty"], "frame", "frame", 1.0, label=side)
    passage = best.candidate.passage
    return quote(passage.chunk, best.candidate.sentence, passage.sha256, kind="row", label=side)


def _best_for(
    ranked: Sequence[Scored],
    key: frozenset[str],
    others: frozenset[str],
    taken: set[tuple[str, int]],
) -> Scored | None:
    def fitness(scored: Scored) -> float:
        words = term_list(scored.candidate.text)
        mine = _first_place(words, key)
        theirs = _first_place(words, others)
        place = (scored.candidate.passage.chunk.document, scored.candidate.sentence.span.start)
        bonus = _SUBJECT_BONUS if theirs is None else 0.0
        if theirs is not None and mine is not None:
            bonus = _SUBJECT_BONUS / 2 if mine < theirs else -_OBJECT_PENALTY
        return scored.score + bonus - (_SUBJECT_BONUS if place in taken else 0.0)

    holding = [s for s in ranked if _holds(term_set(s.candidate.text), key)]
    return max(holding, key=fitness, default=None)


def _holds(words: frozenset[str], key: frozenset[str]) -> bool:
    return bool(key) and all(strength(term, words) >= 0.8 for term in key)


def _first_place(words: Sequence[str], key: frozenset[str]) -> int | None:
    return next((i for i, word in enumerate(words) if word in key), None)


def _places(statement: Statement) -> set[tuple[str, int]]:
    return {(citation.document, citation.start) for citation in statement.citations}

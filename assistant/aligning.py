"""What two things are told alike: sentences of one side beside those of the other, by aspect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant import english_forms as english
from assistant.candidates import Candidate
from assistant.english import ANAPHOR, PLAIN_PRONOUN
from assistant.matching import strength, term_set
from assistant.selecting import repeats
from assistant.verdicts import measures
from index.index import Index
from index.passage import FloatArray

MAX_ASPECTS = 3
_LOOKED_AT = 12
"""Of each side, so many of the best sentences are set beside those of the other."""
_ALIKE = 0.5
"""From here on two sentences say the same kind of thing of their sides.

Read on three small collections: what lies below had no aspect in common that a reader would name.
"""
_SAME_WORD, _SAME_HEADING, _SAME_UNIT = 0.15, 0.2, 0.15
_MOST_WORDS = 2
_SHARED = 0.7
_TRIED, _LIKE = 4, 3.0
"""Of each side, so many sentences are tried together, and what likeness counts in log odds."""
_FITNESS, _LEANING = 0.02, 0.15
"""How much a point of a sentence's own score counts against likeness, and what a sentence that
opens with a pronoun loses."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about a side; ``text``: its clause about it; ``of_both``: names the other, too."""

    candidate: Candidate
    text: str
    fitness: float
    key: frozenset[str]
    of_both: bool

    @property
    def is_cut(self) -> bool:
        return self.text != self.candidate.text

    @property
    def place(self) -> tuple[str, int]:
        return self.candidate.passage.chunk.document, self.candidate.sentence.span.start


@dataclass(frozen=True, slots=True)
class Aligned:
    """A line of the table: a sentence and the side it is of; null: of both."""

    candidate: Candidate
    of: int | None


@dataclass(frozen=True, slots=True)
class _Pair:
    first: Told
    second: Told
    likeness: float

    @property
    def worth(self) -> float:
        fitness = _FITNESS * (self.first.fitness + self.second.fitness)
        return self.likeness + fitness - _LEANING * self.leans

    @property
    def leans(self) -> bool:
        return _leans(self.first) or _leans(self.second)


def align_sides(sides: tuple[Sequence[Told], Sequence[Told]], index: Index) -> list[Aligned]:
    """The lines of a table of two sides: what sets both against each other in one sentence, then
    aspect by aspect what is told of the one and of the other, then what of one alone.

    Empty where nothing is told alike, so that each side's best sentence may stand instead.
    """
    first, second = (_own(side) for side in sides)
    pairs = _best_pairs(first, second, index)
    both = _of_both(sides[0])
    if not pairs:
        return []
    lines = [Aligned(told.candidate, None) for told in both]
    for pair in pairs:
        lines += [Aligned(pair.first.candidate, 0), Aligned(pair.second.candidate, 1)]
    return lines if len(pairs) > 1 else [*lines, *_alone(pairs, (first, second))]


def best_pair(
    first: Sequence[Told], second: Sequence[Told], index: Index
) -> tuple[Candidate, Candidate] | None:
    """Of what is asked of two sides, the two sentences that answer best and say the like of both;
    null where the sides have none apart.
    """
    near = [sorted(side, key=lambda told: -told.fitness)[:_TRIED] for side in (first, second)]
    pairs = list(_pairs(near[0], near[1], index))
    worth = {id(p): p.first.fitness + p.second.fitness + _LIKE * p.likeness for p in pairs}
    best = max(pairs, key=lambda pair: worth[id(pair)], default=None)
    return (best.first.candidate, best.second.candidate) if best is not None else None


def _own(side: Sequence[Told]) -> list[Told]:
    """The best sentences about a side alone, or with a clause that is."""
    own = [told for told in side if told.is_cut or not told.of_both]
    return sorted(own, key=lambda told: (_leans(told), -told.fitness))[:_LOOKED_AT]


def _leans(told: Told) -> bool:
    """Whether the sentence needs the one before it, so that it stands ill in a table."""
    if ANAPHOR.match(told.text) is not None:
        return True
    is_named = bool(told.key & term_set(told.text))
    return not is_named and PLAIN_PRONOUN.search(told.text) is not None


def _of_both(side: Sequence[Told]) -> list[Told]:
    """The best sentence that sets both sides against each other, if there is one."""
    both = (t for t in side if t.of_both and not t.is_cut and english.SETS_AGAINST.search(t.text))
    return sorted(both, key=lambda told: -told.fitness)[:1]


def _best_pairs(first: Sequence[Told], second: Sequence[Told], index: Index) -> list[_Pair]:
    """The pairs that are most alike, no sentence in two of them, none that says the same again."""
    pairs = [pair for pair in _pairs(first, second, index) if pair.likeness >= _ALIKE]
    chosen: list[_Pair] = []
    for pair in sorted(pairs, key=lambda pair: -pair.worth):
        if len(chosen) >= MAX_ASPECTS or (chosen and pair.leans):
            continue
        if not any(_overlap(pair, other) for other in chosen):
            chosen.append(pair)
    return chosen


def _overlap(pair: _Pair, other: _Pair) -> bool:
    if pair.first.place == other.first.place or pair.second.place == other.second.place:
        return True
    return repeats(pair.first.text, other.first.text) or repeats(
        pair.second.text, other.second.text
    )


def _alone(pairs: Sequence[_Pair], sides: tuple[list[Told], list[Told]]) -> Iterator[Aligned]:
    """The best further sentence of each side that is about it and nothing else."""
    shown = [told for pair in pairs for told in (pair.first, pair.second)]
    for of, side in enumerate(sides):
        for told in side:
            is_new = all(
                told.place != other.place and not repeats(told.text, other.text) for other in shown
            )
            if is_new and told.fitness > 0 and not _leans(told):
                yield Aligned(told.candidate, of)
                break


def _pairs(first: Sequence[Told], second: Sequence[Told], index: Index) -> Iterator[_Pair]:
    if not first or not second:
        return
    mine, theirs = (_masked(side, index) for side in (first, second))
    cosines = mine @ theirs.T
    names = first[0].key | second[0].key
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            if a.place != b.place:
                yield _Pair(a, b, float(cosines[i, j]) + _shared(a, b, names))
            elif a.is_cut and b.is_cut and a.text != b.text:
                yield _Pair(a, b, 1.0)


def _masked(side: Sequence[Told], index: Index) -> FloatArray:
    """The sentences' vectors without the direction of the side's name: shape (n, dim), rows of
    length 1. What is left is what is said of it.
    """
    rows = np.stack(
        [index.sentence_vectors(t.candidate.passage.chunk)[t.candidate.position] for t in side]
    )
    name = index.vector(" ".join(sorted(side[0].key)))
    rest = rows - np.outer(rows @ name, name)
    lengths = np.linalg.norm(rest, axis=1, keepdims=True)
    result: FloatArray = (rest / np.maximum(lengths, 1e-9)).astype(np.float32)
    return result


def _shared(a: Told, b: Told, names: frozenset[str]) -> float:
    """More for words, units and headings in common, the names of the sides aside."""
    mine, theirs = term_set(a.text) - names, term_set(b.text) - names
    words = sum(strength(term, theirs) >= _SHARED for term in mine if not term[0].isdigit())
    units = {m.unit for m in measures(a.text)} & {m.unit for m in measures(b.text)} - {""}
    headings = [told.candidate.passage.chunk.heading[-1:] for told in (a, b)]
    same = headings[0] == headings[1] != () and not term_set(headings[0][0]) & names
    return _SAME_WORD * min(words, _MOST_WORDS) + _SAME_UNIT * bool(units) + _SAME_HEADING * same

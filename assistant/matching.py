"""How well the words of a question are met by the words of a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

from assistant.synonyms import synonyms
from index.words import terms

_MIN_SHARED = 5
_DERIVED = 0.8
_SYNONYM = 0.7
_CONTAINED = 0.6


@lru_cache(maxsize=20_000)
def term_set(text: str) -> frozenset[str]:
    """The distinct content terms of ``text``."""
    return frozenset(term_list(text))


@lru_cache(maxsize=20_000)
def term_list(text: str) -> tuple[str, ...]:
    """The content terms of ``text`` in reading order."""
    return tuple(terms(text))


@lru_cache(maxsize=100_000)
def strength(term: str, others: frozenset[str]) -> float:
    """How well ``others`` hold ``term``: 1 exactly, 0 not at all.

    Between the two: a synonym, then a word of its family.

    >>> strength("forest", frozenset({"deforest"})), strength("compet", frozenset({"competit"}))
    (0.6, 0.8)
    """
    if term in others:
        return 1.0
    if not synonyms(term).isdisjoint(others):
        return _SYNONYM
    together = _together(others)
    if not any(part in together for part in _parts(term)):
        return 0.0
    start = term[:_MIN_SHARED]
    near = [o for o in others if o.startswith(start) or term in o or o in term]
    return max((_family(term, other) for other in near), default=0.0)


@lru_cache(maxsize=20_000)
def _together(terms: frozenset[str]) -> str:
    return " ".join(terms)


@lru_cache(maxsize=20_000)
def _parts(term: str) -> tuple[str, ...]:
    """Its runs of ``_MIN_SHARED`` letters: a word of its family holds one of them."""
    return tuple(term[i : i + _MIN_SHARED] for i in range(len(term) - _MIN_SHARED + 1))


@lru_cache(maxsize=200_000)
def _family(a: str, b: str) -> float:
    """Words that share most of a long beginning, or of which one holds the other."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) < _MIN_SHARED or short[0].isdigit():
        return 0.0
    shared = 0
    while shared < len(short) and short[shared] == long[shared]:
        shared += 1
    if shared >= _MIN_SHARED and shared >= 0.8 * len(short) and shared >= 0.55 * len(long):
        return _DERIVED
    return _CONTAINED if short in long and len(short) >= 0.5 * len(long) else 0.0


def coverage(weights: Mapping[str, float], others: frozenset[str]) -> float:
    """The share of the question's weight whose terms ``others`` hold; 0 for no weight at all."""
    total = sum(weights.values())
    if total <= 0:
        return 0.0
    met = (w if term in others else w * strength(term, others) for term, w in weights.items())
    return sum(met) / total


def worst_match(weights: Mapping[str, float], others: frozenset[str]) -> float:
    """1 less the largest share of weight that one unmatched term has."""
    total = sum(weights.values())
    if total <= 0:
        return 0.0
    return 1.0 - max(w * (1.0 - strength(t, others)) for t, w in weights.items()) / total


def adjacent(bigrams: Iterable[tuple[str, str]], sequence: tuple[str, ...]) -> float:
    """The share of ``bigrams`` that stand side by side in ``sequence``; 0 for none."""
    wanted = set(bigrams)
    if not wanted:
        return 0.0
    return len(wanted & set(pairwise(sequence))) / len(wanted)

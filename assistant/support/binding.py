"""What stands beside each name: whether two names of a claim have changed places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from assistant.support.amounts import find_amounts
from assistant.support.english_claims import AUXILIARIES, PREPOSITIONS
from assistant.support.names import Name, find_names, same_name
from assistant.support.wording import Word, holding, read_words

_WINDOW = 5
_LINKING = frozenset("of in on at from to by for with".split())
_LINK_WEIGHT = 0.6
_FALLING = 0.75
_ALIKE = 0.6

Surroundings = Mapping[str, float]


@lru_cache(maxsize=20_000)
def surroundings(text: str, name: Name) -> Surroundings:
    """The terms and numbers near ``name`` in its clause, with weights that fall with distance.

    A preposition right before it, or a possessive, counts as one of them.
    """
    words = read_words(text)
    inside = [i for i, w in enumerate(words) if name.span.start <= w.start < name.span.end]
    if not inside:
        return {}
    clause = words[inside[0]].clause
    spans = [other.span for other in find_names(text) if not other.opens]
    named = {i for i, w in enumerate(words) if any(s.start <= w.start < s.end for s in spans)}
    found: dict[str, float] = {}
    left = [w for i, w in enumerate(words[: inside[0]]) if i not in named]
    right = [w for i, w in enumerate(words[inside[-1] + 1 :], inside[-1] + 1) if i not in named]
    for side in (left[::-1], right):
        _gather(text, [w for w in side if w.clause == clause], found)
    before = [w.surface for w in left[-2:] if w.surface not in ("the", "a", "an")][-1:]
    if before and before[0] in _LINKING:
        found[f"{before[0]} _"] = _LINK_WEIGHT
    if text[name.span.end : name.span.end + 2] in ("'s", "’s"):
        found["of _"] = _LINK_WEIGHT
    return found


def _gather(text: str, side: Iterable[Word], found: dict[str, float]) -> None:
    numbers = {a.span.start: f"{a.value:g}" for a in find_amounts(text)}
    weight = 1.0
    for word in [w for w in side if w.term or w.start in numbers][:_WINDOW]:
        term = numbers.get(word.start, word.term)
        found[term] = max(weight, found.get(term, 0.0))
        weight *= _FALLING


def misplacement(claim: str, support: Sequence[str], evidence: Sequence[str]) -> float:
    """By how much two names of ``claim`` both fit better in each other's place, from 0 to 1.

    Of names that ``support``, the sentences it rests on, mention; ``evidence``: all there are.

    >>> said = ["Bob drew the plans.", "Ann laid the roof."]
    >>> misplacement("Ann drew the plans, and Bob laid the roof.",
    ...     said, said) > 0.5
    True
    """
    named = [name for name in find_names(claim) if not name.opens]
    names = [name for name in named if _mentions(name, support)]
    pairs = [(a, b) for a, b in combinations(names, 2) if not _are_equals(a, b, claim)]
    return max((_gain(a, b, claim, evidence) for a, b in pairs), default=0.0)


def _are_equals(a: Name, b: Name, claim: str) -> bool:
    """Whether two names are one, or joined so that their order tells nothing: "A and the B"."""
    between = claim[a.span.end : b.span.start]
    if same_name(a, b) or set(a.words) & set(b.words):
        return True
    words = read_words(between)
    if any(w.is_verb or w.surface in PREPOSITIONS | AUXILIARIES for w in words):
        return False
    return "," in between or any(w.surface in ("and", "or") for w in words) or "&" in between


def _gain(a: Name, b: Name, claim: str, evidence: Sequence[str]) -> float:
    near_a, near_b = surroundings(claim, a), surroundings(claim, b)
    theirs_a, theirs_b = _mentions(a, evidence), _mentions(b, evidence)
    if not theirs_a or not theirs_b:
        return 0.0
    gain_a = _best(near_a, theirs_b) - _best(near_a, theirs_a)
    gain_b = _best(near_b, theirs_a) - _best(near_b, theirs_b)
    if min(gain_a, gain_b) < 0:
        return 0.0
    return min(1.0, gain_a + gain_b)


def _mentions(name: Name, evidence: Sequence[str]) -> list[Surroundings]:
    """What surrounds each mention of ``name`` in the evidence."""
    return [
        surroundings(text, other)
        for text in evidence
        for other in find_names(text)
        if same_name(name, other)
    ]


def _best(near: Surroundings, others: Sequence[Surroundings]) -> float:
    return max((_alike(near, other) for other in others), default=0.0)


def _alike(near: Surroundings, other: Surroundings) -> float:
    """The weight of ``near`` that ``other`` holds, from 0 to 1."""
    total = sum(near.values())
    held = 0.0
    for term, weight in near.items():
        there = [w for t, w in other.items() if holding(term, frozenset({t})) >= _ALIKE]
        held += min(weight, max(there, default=0.0))
    return held / total if total else 0.0

"""The names of two sides as the documents know them, apart from what is asked of both.

"Power use oak vs ash" and "oak vs ash power use" do not say where a name ends; what stands side by
side somewhere does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.comparison import Comparison
from assistant.english_verbs import PREPOSITIONS
from assistant.matching import term_set
from assistant.naming import stands_in
from assistant.view import View

_SEARCHED_PASSAGES = 10
_Known = Callable[[Sequence[str]], bool]


def as_known(comparison: Comparison, view: View) -> Comparison:
    """``comparison`` with sides that stand in the documents, where words around them are asked."""

    def is_known(words: Sequence[str]) -> bool:
        name = " ".join(words)
        if not all(map(view.index.frequency, term_set(name))) or not term_set(name):
            return False
        found = view.search(name, k=_SEARCHED_PASSAGES).passages
        return any(stands_in(name, passage.chunk.text) for passage in found)

    return split_names(comparison, is_known)


def split_names(comparison: Comparison, is_known: _Known) -> Comparison:
    """``comparison`` with what is asked taken off two plain names that are not known with it.

    >>> two = Comparison(("power use oak", "ash"))
    >>> split_names(two, lambda words: len(words) == 1).questions
    ('the power use of oak', 'the power use of ash')
    """
    if len(comparison.sides) != 2:
        return comparison
    if not (comparison.sides[0][0].islower() or "".join(comparison.sides)[1:].islower()):
        return comparison
    first, last = (side.split() for side in comparison.sides)
    if len(first) < len(last):
        return _of_last(comparison, first, last, is_known)
    if len(first) > len(last):
        if is_known(first) or not is_known(last):
            return comparison
        at = next((i for i in range(1, len(first)) if is_known(first[i:])), None)
        return _asking(comparison, (first[at:], last), first[:at]) if at else comparison
    one, other, rest = first[:-1], last[:-1], last[-1:]
    is_shared = first[-1:] == rest and bool(one) and not is_known(first) and not is_known(last)
    is_split = is_shared and is_known(one) and is_known(other)
    return _asking(comparison, (one, other), rest) if is_split else comparison


def _of_last(
    comparison: Comparison, first: list[str], last: list[str], is_known: _Known
) -> Comparison:
    """What stands behind the last name alone: the noun of both, or what is asked."""
    tail = last[len(first) :]
    if is_known([*first, *tail]):
        return _asking(comparison, ([*first, *tail], last), [])
    if is_known(last) or not is_known(first):
        return comparison
    at = next((i for i in range(len(last) - 1, 0, -1) if is_known(last[:i])), None)
    return _asking(comparison, (first, last[:at]), last[at:]) if at else comparison


def _asking(
    comparison: Comparison, names: tuple[list[str], list[str]], rest: list[str]
) -> Comparison:
    """What was asked already of these sides, and what their names held besides."""
    sides, asked = (" ".join(names[0]), " ".join(names[1])), " ".join(rest)

    def put(question: str, old: str, new: str) -> str:
        plain = question.replace(old, new) if old in question else f"{question} ({new})"
        return f"{plain} {asked}".strip()

    if comparison.questions:
        each = (comparison.questions, *comparison.further)
        pairs = list(zip(comparison.sides, sides, strict=True))
        told = [tuple(put(q, *pair) for q, pair in zip(one, pairs, strict=True)) for one in each]
        return replace(comparison, sides=sides, questions=told[0], further=tuple(told[1:]))
    if not asked:
        return replace(comparison, sides=sides)
    form = "{side} {asked}" if rest[0] in PREPOSITIONS else "the {asked} of {side}"
    return replace(
        comparison, sides=sides, questions=tuple(form.format(side=s, asked=asked) for s in sides)
    )

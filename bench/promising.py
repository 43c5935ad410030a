"""How sure an answer must be for at most one in so many to be wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.fitting import Floats

MAX_N = 100


@dataclass(frozen=True)
class Outcomes:
    """Answers with what each counts: ``confidence``, ``right`` (1 or 0), ``weight``: shape (n,)."""

    confidence: Floats
    right: Floats
    weight: Floats


def weigh(answerable: tuple[Floats, Floats], others: Floats, n: tuple[int, int]) -> Outcomes:
    """The answers to one question set, where those without an answer are one question in ten.

    ``answerable``: confidence and right; ``others``: confidence of what was answered and should not
    have been; ``n``: how many of both were asked.
    """
    confidence, right = answerable
    share = n[0] / 9 / max(1, n[1])
    return Outcomes(
        np.r_[confidence, others],
        np.r_[right, np.zeros(len(others))],
        np.r_[np.ones(len(confidence)), np.full(len(others), share)],
    )


def promise(collections: Sequence[Outcomes], at_least: float) -> tuple[float, ...]:
    """The confidence from which at most 1 answer in 2, in 3, in 4, ... is wrong.

    In each collection by itself, since nobody knows which of them new documents are like; as far as
    the answers bear it out, and none below ``at_least``.
    """
    apart = [_promise(one, at_least) for one in collections]
    return tuple(max(levels) for levels in zip(*apart, strict=False))


def _promise(outcomes: Outcomes, at_least: float) -> tuple[float, ...]:
    """The same for one collection, to four places.

    Of n answers with w wrong, the share is taken for (w + 1) / (n + 2), Laplace's rule of
    succession, so that a handful of right ones promises little.
    """
    order = np.argsort(-outcomes.confidence, kind="stable")
    weight, right = outcomes.weight[order], outcomes.right[order]
    level = np.floor(outcomes.confidence[order] * 10_000) / 10_000
    share = (np.cumsum(weight * (1 - right)) + 1) / (np.cumsum(weight) + 2)
    whole = np.r_[level[1:] < level[:-1], True] & (level >= at_least)
    promised = []
    for n in range(2, MAX_N + 1):
        held = level[whole & (share <= 1 / n)]
        if not len(held):
            break
        promised.append(float(held.min()))
    return tuple(promised)

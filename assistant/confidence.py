"""From signals to the probability that an answer is right."""

from __future__ import annotations

import math

from assistant.weights import Weights
from corpus.errors import SettingRefused
from index.passage import FloatArray

_TINY = 1e-9
_FIRST_PROMISED = 2
"""The first of ``Weights.promises`` is for one wrong answer in so many."""


def estimate(values: FloatArray, weights: Weights) -> float:
    """The probability, in 0..1, that the answer these signals belong to is right.

    Two questions in turn, since they hang on different signals: whether the documents speak of it
    at all, and whether these sentences answer it. One regression over both kinds of refusal
    refused fewer questions about absent documents (docs/decisions.md).
    """
    covered = _logistic(float(values @ weights.covered) + weights.covered_intercept)
    answered = _logistic(float(values @ weights.signal) + weights.intercept)
    both = min(max(covered * answered, _TINY), 1.0 - _TINY)
    return _logistic(weights.slope * math.log(both / (1.0 - both)) + weights.offset)


def _logistic(z: float) -> float:
    return 1.0 / (1.0 + math.exp(-z))


def required(risk: int, weights: Weights) -> float:
    """How sure answers must be for at most 1 in ``risk`` of them to be wrong.

    Never less for a larger ``risk``. As measured on each of the collections that the weights were
    fitted on, with one question in ten that has no answer; others may bear out less.

    Raises:
        SettingRefused: not even the surest answers were right that often.
    """
    most = len(weights.promises) + _FIRST_PROMISED - 1
    if not weights.promises:
        raise SettingRefused(f"ASSISTANT_RISK={risk}: no risk can be promised; leave it empty")
    if risk > most:
        raise SettingRefused(
            f"ASSISTANT_RISK={risk} cannot be promised: the surest answers that were measured do "
            f"not bear out less than 1 wrong in {most}; set it to {most} or less"
        )
    return weights.promises[risk - _FIRST_PROMISED]

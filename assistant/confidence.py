"""From signals to the probability that an answer is right."""

from __future__ import annotations

import math

from assistant.weights import Weights
from index.passage import FloatArray

_TINY = 1e-9


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

"""Whether confidence can be believed: area under the curve, calibration error, two curves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]
Weights = NDArray[np.float64]

N_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of like confidence, ``low`` to ``high``: what it said on average, and what was right.

    ``confidence`` and ``correct`` are None in an empty bin.
    """

    low: float
    high: float
    n: int
    confidence: float | None
    correct: float | None


@dataclass(frozen=True, slots=True)
class Risk:
    """What if only answers at least this sure were given.

    ``coverage``: the share of questions that are answered; ``risk``: the share of those answers
    that are not right.
    """

    confidence: float
    coverage: float
    risk: float


def area_under_curve(score: Column, positive: NDArray[np.bool_], weights: Weights) -> Column:
    """How often a positive scores above a negative, a tie half: the Mann-Whitney form of AUROC.

    ``weights``: shape (n_resamples, n). Returns shape (n_resamples,), NaN where either side is
    empty.
    """
    if not len(score):
        return np.full(len(weights), np.nan)
    order = np.argsort(score, kind="stable")
    starts = np.flatnonzero(np.diff(score[order], prepend=-np.inf) > 0)
    drawn = weights[:, order]
    positives = np.add.reduceat(drawn * positive[order], starts, axis=1)
    negatives = np.add.reduceat(drawn * ~positive[order], starts, axis=1)
    below = np.cumsum(negatives, axis=1) - negatives / 2
    pairs = positives.sum(axis=1) * negatives.sum(axis=1)
    won = (positives * below).sum(axis=1)
    return divide(won, pairs)


def expected_error(confidence: Column, correct: Column, weights: Weights) -> Column:
    """Expected calibration error over ten bins of equal width, Guo et al. 2017.

    ``weights``: shape (n_resamples, n). Returns shape (n_resamples,), NaN where nothing was drawn.
    """
    in_bin = _bin_of(confidence)[:, None] == np.arange(N_BINS)
    gaps = np.abs(weights @ (in_bin * (confidence - correct)[:, None])).sum(axis=1)
    total = weights.sum(axis=1)
    return divide(gaps, total)


def reliability(confidence: Column, correct: Column) -> tuple[Bin, ...]:
    """The ten bins of ``expected_error``, from low to high."""
    bins = _bin_of(confidence)
    return tuple(
        Bin(
            low=i / N_BINS,
            high=(i + 1) / N_BINS,
            n=int(np.count_nonzero(bins == i)),
            confidence=_mean(confidence[bins == i]),
            correct=_mean(correct[bins == i]),
        )
        for i in range(N_BINS)
    )


def risk_coverage(confidence: Column, right: Column) -> tuple[Risk, ...]:
    """One point for each distinct confidence, from the surest: Geifman & El-Yaniv 2017."""
    points = []
    for level in sorted(set(confidence.tolist()), reverse=True):
        kept = confidence >= level
        points.append(Risk(level, float(kept.mean()), float(1 - right[kept].mean())))
    return tuple(points)


def divide(above: Column, below: Column) -> Column:
    """``above / below``, NaN where ``below`` is zero."""
    undefined = np.full(np.shape(below), np.nan)
    quotients: Column = np.divide(above, below, out=undefined, where=below != 0)
    return quotients


def _bin_of(confidence: Column) -> NDArray[np.int64]:
    """The bin of each value; a value on a bound belongs above it, 1.0 to the last bin."""
    return np.minimum((confidence * N_BINS).astype(np.int64), N_BINS - 1)


def _mean(values: Column) -> float | None:
    return float(values.mean()) if len(values) else None

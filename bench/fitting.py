"""The regressions behind ``assistant/weights.json``: of sentences, of confidence, its threshold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Estimate = Callable[[Floats], Floats]
"""From signals, shape (n_cases, n_signals), to probabilities, shape (n_cases,)."""
Line = tuple[float, float]

L2_SENTENCE = 0.01
L2_CONFIDENCE = 0.005


@dataclass(frozen=True)
class Listed:
    """The candidates for one answer.

    ``features``: shape (n_candidates, n_features). ``is_gold``: shape (n_candidates,).
    """

    features: Floats
    is_gold: Flags


@dataclass(frozen=True)
class Sample:
    """Signals of some cases, whether each was answered rightly (1 or 0), and what each counts.

    ``x``: shape (n_cases, n_signals). ``y``: shape (n_cases,).
    """

    x: Floats
    y: Floats
    weight: float


def fit_sentence(lists: Sequence[Listed], prior: Floats) -> Floats:
    """Weights under which the gold sentences' share of the softmax is largest.

    ListNet, Cao et al. 2007, top one. Held near ``prior``: a feature that tells nothing keeps its
    weight there. Lists without a gold sentence do not count.
    """
    lists = [one for one in lists if one.is_gold.any()]

    def loss(w: Floats) -> tuple[float, Floats]:
        total, gradient = 0.0, np.zeros_like(w)
        for x, gold in ((one.features, one.is_gold) for one in lists):
            z = x @ w
            p = np.exp(z - z.max())
            p /= p.sum()
            share = float(p[gold].sum())
            total -= float(np.log(share + 1e-12))
            gradient += x.T @ (p - p * gold / share)
        n, away = max(1, len(lists)), w - prior
        penalty = L2_SENTENCE * float(away @ away) / 2
        return total / n + penalty, gradient / n + L2_SENTENCE * away

    fitted: Floats = minimize(loss, prior, jac=True, method="L-BFGS-B").x
    return fitted


def fit_confidence(
    samples: Sequence[Sample], signs: Sequence[int], *, l2: float = L2_CONFIDENCE
) -> tuple[Floats, float]:
    """Logistic regression on standardised signals: their weights and the intercept.

    No weight goes against its sign (1 or -1): a signal that would gets 0, as one with sign 0 does.
    """
    x = np.vstack([sample.x for sample in samples])
    y = np.concatenate([sample.y for sample in samples])
    share = np.concatenate([np.full(len(s.y), s.weight) for s in samples])
    share /= share.sum()
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-6
    z = (x - mean) / scale

    def loss(w: Floats) -> tuple[float, Floats]:
        p = 1 / (1 + np.exp(-(z @ w[:-1] + w[-1])))
        likely = y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12)
        gradient = np.r_[z.T @ (share * (p - y)) + 2 * l2 * w[:-1], share @ (p - y)]
        return -float(share @ likely) + l2 * float(w[:-1] @ w[:-1]), gradient

    bounds = [(0.0 if sign >= 0 else None, 0.0 if sign <= 0 else None) for sign in signs]
    start = np.zeros(len(signs) + 1)
    w = minimize(loss, start, jac=True, bounds=[*bounds, (None, None)], method="L-BFGS-B").x
    signal: Floats = w[:-1] / scale
    return signal, float(w[-1] - signal @ mean)


def product_of(x: Floats, heads: Sequence[tuple[Floats, float]]) -> Floats:
    """The product of the heads' logistics (weights and intercept of each): shape (n_cases,)."""
    p = np.ones(len(x))
    for signal, intercept in heads:
        p /= 1 + np.exp(-(x @ signal + intercept))
    return p


def calibrate(answerable: Sequence[Sample], others: Sequence[Sample], p: Estimate) -> Line:
    """Slope and offset that make of an estimate's log odds those of being right.

    Platt 1999. The questions without an answer, ``others``, count for one in ten.
    """
    n = sum(len(sample.y) for sample in answerable)
    share = n / 9 / max(1, sum(len(sample.y) for sample in others))
    weighed = [replace(s, weight=1.0) for s in answerable]
    weighed += [replace(s, weight=share) for s in others]
    on_scale = [replace(s, x=log_odds(p(s.x))[:, None]) for s in weighed]
    slope, offset = fit_confidence(on_scale, [1], l2=0.0)
    return float(slope[0]), offset


def log_odds(p: Floats) -> Floats:
    """The log odds of probabilities: same shape."""
    return np.log(p) - np.log1p(-p)


def find_threshold(samples: Sequence[Sample], p: Estimate, max_refused: float) -> float:
    """The largest, to three places, below which at most ``max_refused`` of the right answers lie.

    Each right answer counts alike, whatever its sample's weight.
    """
    right = np.sort(p(np.concatenate([sample.x[sample.y == 1] for sample in samples])))
    return float(np.floor(right[int(max_refused * len(right))] * 1000) / 1000)


def prior_of(names: Sequence[str], prior: Mapping[str, float]) -> Floats:
    """The prior weight of each name, 0 for those that ``prior`` does not know."""
    return np.array([prior.get(name, 0.0) for name in names])

"""Bootstrap intervals clustered by document: questions on one document stand or fall together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.evaluation.metrics import Row, Weights, metrics_of, number

Interval = tuple[float, float]

N_RESAMPLES = 1000
SEED = 20160207
_OUTER = (0.025, 0.975)


def intervals(
    rows: Sequence[Row], names: Sequence[str] | None = None
) -> dict[str, Interval | None]:
    """The 95 % percentile bootstrap interval of every metric over ``rows``, Efron 1979.

    ``names``: of these metrics only.

    Whole documents are drawn, with replacement; a case that names no document is one of its own.
    The same rows give the same intervals. None where there are fewer than two documents, or
    where the metric is undefined in more than half of the resamples.
    """
    weights = resample([row.cluster for row in rows])
    metrics = metrics_of(rows)
    return {name: outer(metrics[name](weights)) for name in names or metrics}


def resample(clusters: Sequence[str]) -> Weights:
    """How often each of ``N_RESAMPLES`` draws of whole clusters holds each row.

    Shape (N_RESAMPLES, n_rows), float64; (0, n_rows) where there are fewer than two clusters.
    """
    names, member = np.unique(np.array(list(clusters)), return_inverse=True)
    if len(names) < 2:
        return np.empty((0, len(clusters)))
    chance = np.full(len(names), 1 / len(names))
    draws = np.random.default_rng(SEED).multinomial(len(names), chance, size=N_RESAMPLES)
    weights: Weights = draws[:, member].astype(np.float64)
    return weights


def outer(values: Weights) -> Interval | None:
    """The bounds of the middle 95 % of ``values``; None where most are NaN or there are none."""
    defined = values[~np.isnan(values)]
    if len(defined) == 0 or 2 * len(defined) < len(values):
        return None
    low, high = (number(value) for value in np.quantile(defined, _OUTER))
    assert low is not None
    assert high is not None
    return low, high

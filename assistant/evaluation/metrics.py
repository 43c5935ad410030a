"""Metrics over many cases: each is a function of how often a resample drew each case."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.evaluation.calibration import area_under_curve, divide, expected_error
from assistant.evaluation.entailing import ALCE_SCORES
from assistant.evaluation.scores import AGREEMENTS, RANKING_SCORES, Scores

Weights = NDArray[np.float64]
Column = NDArray[np.float64]
Metric = Callable[[Weights], Column]

ANSWERABLE_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Row:
    """What the metrics need of one case. ``cluster`` names the document it was drawn from."""

    scores: Scores
    answerable: bool
    confidence: float
    n_valid: int
    n_citations: int
    cluster: str
    tags: tuple[str, ...] = ()


def metrics_of(rows: Sequence[Row]) -> dict[str, Metric]:
    """Every metric of ``rows`` by name, in the order they are shown.

    A metric takes weights of shape (n_resamples, n_rows), float64 (how often each resample drew
    each row; all ones for the rows as they are), and returns shape (n_resamples,), NaN where it
    is undefined.
    """
    answerable = np.array([row.answerable for row in rows], dtype=bool)
    refused = _column(rows, "refused")
    refused_answerable = _mean(np.where(answerable, refused, np.nan))
    refused_unanswerable = _mean(np.where(answerable, np.nan, refused))
    n_valid = np.array([row.n_valid for row in rows], dtype=float)
    n_citations = np.array([row.n_citations for row in rows], dtype=float)
    means = ("citation_precision", "citation_recall", "citation_iou", *RANKING_SCORES)
    return {
        "fact_recall": _mean(_column(rows, "fact_recall")),
        "correct": _mean(_column(rows, "correct")),
        "answer_words": _mean(_column(rows, "answer_words")),
        "words_to_fact": _quantile(_column(rows, "words_to_fact"), 0.5),
        "refused_unanswerable": refused_unanswerable,
        "refused_answerable": refused_answerable,
        "abstention_f1": _f1(wanted=~answerable, got=refused == 1),
        "false_refusals": _false_refusals(refused_answerable, refused_unanswerable),
        **{name: _mean(_column(rows, name)) for name in AGREEMENTS},
        **_confidence_metrics(rows, answerable),
        "citation_validity": lambda weights: divide(weights @ n_valid, weights @ n_citations),
        **{name: _mean(_column(rows, name)) for name in means},
        **{name: _mean(_column(rows, name)) for name in _measured_alce(rows)},
        "seconds_p50": _quantile(_column(rows, "seconds"), 0.5),
        "seconds_p95": _quantile(_column(rows, "seconds"), 0.95),
    }


def _measured_alce(rows: Sequence[Row]) -> tuple[str, ...]:
    """The names of ALCE's metrics; none where no entailment model was asked."""
    return ALCE_SCORES if any(name in row.scores for row in rows for name in ALCE_SCORES) else ()


def measure(rows: Sequence[Row]) -> dict[str, float | None]:
    """The value of every metric over ``rows``, None where it is undefined."""
    once = np.ones((1, len(rows)))
    return {name: number(metric(once)[0]) for name, metric in metrics_of(rows).items()}


def number(value: float) -> float | None:
    """A value as JSON has it: None for NaN."""
    return None if np.isnan(value) else float(value)


def _confidence_metrics(rows: Sequence[Row], answerable: NDArray[np.bool_]) -> dict[str, Metric]:
    confidence = np.array([row.confidence for row in rows], dtype=float)
    correct = _column(rows, "correct")
    named = ~np.isnan(correct)
    return {
        "auroc_answerable": lambda weights: area_under_curve(confidence, answerable, weights),
        "auroc_right": lambda weights: area_under_curve(
            confidence[named], correct[named] == 1, weights[:, named]
        ),
        "brier": _mean((confidence - correct) ** 2),
        "ece": lambda weights: expected_error(confidence[named], correct[named], weights[:, named]),
    }


def _column(rows: Sequence[Row], name: str) -> Column:
    values = (row.scores.get(name) for row in rows)
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def _mean(column: Column) -> Metric:
    """The mean of what is defined in ``column``."""
    defined = ~np.isnan(column)
    filled = np.where(defined, column, 0.0)
    return lambda weights: divide(weights @ filled, weights @ defined.astype(float))


def _quantile(column: Column, share: float) -> Metric:
    """A quantile of what is defined in ``column``, interpolated as NumPy does by default."""
    defined = ~np.isnan(column)
    values = column[defined]

    def quantile(weights: Weights) -> Column:
        drawn = (np.repeat(values, counts.astype(int)) for counts in weights[:, defined])
        return np.array([np.quantile(some, share) if len(some) else np.nan for some in drawn])

    return quantile


def _f1(*, wanted: NDArray[np.bool_], got: NDArray[np.bool_]) -> Metric:
    """F1 of a yes or no, van Rijsbergen 1979: undefined where there is no yes on either side."""
    both = 2.0 * (wanted & got)
    either = wanted.astype(float) + got
    return lambda weights: divide(weights @ both, weights @ either)


def _false_refusals(refused_answerable: Metric, refused_unanswerable: Metric) -> Metric:
    """The share of refusals that are wrong where 9 of 10 questions are answerable.

    A question set has more unanswerable questions than users ask. Of all questions, .9 are
    answerable and refused at the rate ``refused_answerable`` (wrongly), .1 are not and refused at
    the rate ``refused_unanswerable`` (rightly); so, by Bayes, of the refusals
    ``.9 a / (.9 a + .1 u)`` are wrong.
    """

    def false_refusals(weights: Weights) -> Column:
        wrong = ANSWERABLE_SHARE * refused_answerable(weights)
        right = (1 - ANSWERABLE_SHARE) * refused_unanswerable(weights)
        return divide(wrong, wrong + right)

    return false_refusals


def by_tag(rows: Sequence[Row]) -> Mapping[str, tuple[Row, ...]]:
    """The rows of each tag, tags in alphabetical order."""
    tags = sorted({tag for row in rows for tag in row.tags})
    return {tag: tuple(row for row in rows if tag in row.tags) for tag in tags}

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.calibration import calibration_curve
from sklearn.metrics import auc, roc_auc_score

from assistant.evaluation.calibration import (
    N_BINS,
    Bin,
    Risk,
    area_under_curve,
    expected_error,
    reliability,
    risk_coverage,
)

# Quarters and tenths: ties and values on the bounds of bins.
levels = st.sampled_from([i / 20 for i in range(21)])
judged = st.lists(st.tuples(levels, st.booleans(), st.integers(0, 3)), min_size=2, max_size=30)


@given(judged)
def test_area_under_curve_agrees_with_scikit_learn(rows: list[tuple[float, bool, int]]) -> None:
    score, positive, times = (np.array(column) for column in zip(*rows, strict=True))
    weights = np.stack([np.ones(len(rows)), times.astype(float)])
    ours = area_under_curve(score, positive, weights)
    for value, drawn in zip(ours, weights, strict=True):
        sides = set(positive[drawn > 0].tolist())
        if len(sides) < 2:
            assert np.isnan(value)
        else:
            theirs = roc_auc_score(positive, score, sample_weight=drawn)
            np.testing.assert_allclose(value, theirs, atol=1e-12)


def test_area_under_curve_counts_a_tie_half_and_nothing_is_undefined() -> None:
    score, positive = np.array([0.2, 0.2, 0.9]), np.array([False, True, True])
    assert area_under_curve(score, positive, np.ones((1, 3))).tolist() == [0.75]
    empty = area_under_curve(np.array([]), np.array([], dtype=bool), np.ones((2, 0)))
    assert np.isnan(empty).tolist() == [True, True]


def test_calibration_error_is_the_hand_worked_value() -> None:
    confidence = np.array([0.05, 0.15, 0.15, 0.95])
    correct = np.array([0.0, 1.0, 0.0, 1.0])
    weights = np.array([[1.0, 1.0, 1.0, 1.0], [2.0, 0.0, 2.0, 0.0], [0.0, 0.0, 0.0, 0.0]])
    # |.05| + |.30 - 1| + |.95 - 1| over 4; then 2 x .05 + 2 x .15 over 4.
    np.testing.assert_allclose(expected_error(confidence, correct, weights), [0.2, 0.1, np.nan])


def test_a_confidence_on_a_bound_belongs_above_it_and_one_to_the_last_bin() -> None:
    confidence = np.array([0.0, 0.1, 0.3, 0.7, 0.99, 1.0])
    bins = reliability(confidence, np.ones(6))
    assert [found.n for found in bins] == [1, 1, 0, 1, 0, 0, 0, 1, 0, 2]
    assert bins[2] == Bin(0.2, 0.3, 0, None, None)
    assert bins[9] == Bin(0.9, 1.0, 2, 0.995, 1.0)


@given(judged)
def test_reliability_agrees_with_scikit_learn(rows: list[tuple[float, bool, int]]) -> None:
    # Off the bounds, where the library puts a value below and we above.
    confidence = np.array([level * 0.98 + 0.007 for level, _, _ in rows])
    correct = np.array([right for _, right, _ in rows], dtype=float)
    filled = [found for found in reliability(confidence, correct) if found.n]
    theirs = calibration_curve(correct, confidence, n_bins=N_BINS, strategy="uniform")
    ours = [(found.correct, found.confidence) for found in filled]
    np.testing.assert_allclose(np.array(ours, dtype=float), np.stack(theirs, axis=1))


def test_risk_coverage_is_the_hand_worked_curve() -> None:
    curve = risk_coverage(np.array([0.2, 0.9, 0.5, 0.9]), np.array([0.0, 1.0, 1.0, 0.0]))
    assert curve == (Risk(0.9, 0.5, 0.5), Risk(0.5, 0.75, 1 - 2 / 3), Risk(0.2, 1.0, 0.5))
    assert auc([point.coverage for point in curve], [point.risk for point in curve]) < 0.5

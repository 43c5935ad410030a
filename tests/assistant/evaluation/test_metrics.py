from __future__ import annotations

from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss, f1_score

from assistant.evaluation.intervals import N_RESAMPLES, intervals, resample
from assistant.evaluation.metrics import Row, by_tag, measure, metrics_of
from assistant.evaluation.scores import (
    AGREEMENTS,
    CITATION_SCORES,
    FACT_SCORES,
    RANKING_SCORES,
    Scores,
)

NAMES = (*FACT_SCORES, "refused", *AGREEMENTS, *CITATION_SCORES, *RANKING_SCORES, "seconds")


def row(
    *, answerable: bool = True, confidence: float = 0.5, cluster: str = "a", **scores: float
) -> Row:
    known: Scores = dict.fromkeys(NAMES)
    known |= {"refused": 0.0, "seconds": 0.5} | scores
    return Row(known, answerable, confidence, n_valid=0, n_citations=0, cluster=cluster)


def test_false_refusals_are_the_wrong_share_where_nine_of_ten_questions_are_answerable() -> None:
    """900 of 1000 questions are answerable, 225 of them refused; 60 of the other 100 are."""
    rows = [
        *(row(refused=refused) for refused in (1, 0, 0, 0)),
        *(row(answerable=False, refused=refused) for refused in (1, 1, 1, 0, 0)),
    ]
    metrics = measure(rows)
    assert isclose(metrics["false_refusals"] or 0.0, 225 / 285)
    assert (metrics["refused_answerable"], metrics["refused_unanswerable"]) == (0.25, 0.6)


def test_false_refusals_need_both_kinds_of_question_and_a_refusal() -> None:
    assert measure([row(refused=1)])["false_refusals"] is None
    assert measure([row(answerable=False, refused=1)])["false_refusals"] is None
    assert measure([row(refused=0), row(answerable=False, refused=0)])["false_refusals"] is None


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=20))
def test_abstention_f1_agrees_with_scikit_learn(pairs: list[tuple[bool, bool]]) -> None:
    rows = [row(answerable=answerable, refused=refused) for answerable, refused in pairs]
    unanswerable = [not answerable for answerable, _ in pairs]
    refused = [refused for _, refused in pairs]
    ours = measure(rows)["abstention_f1"]
    if not any(unanswerable) and not any(refused):
        assert ours is None
    else:
        assert ours is not None
        assert isclose(ours, f1_score(unanswerable, refused))


def test_brier_agrees_with_scikit_learn_over_the_cases_that_name_facts() -> None:
    confidence, correct = [0.1, 0.8, 0.6, 0.3], [0.0, 1.0, 0.0, 1.0]
    rows = [row(confidence=c, correct=r) for c, r in zip(confidence, correct, strict=True)]
    rows += [row(confidence=0.9), row(answerable=False, confidence=0.9)]
    assert isclose(measure(rows)["brier"] or 0.0, brier_score_loss(correct, confidence))


def test_auroc_right_is_among_answerable_and_auroc_answerable_over_all() -> None:
    rows = [
        row(confidence=0.9, correct=1),
        row(confidence=0.4, correct=0),
        row(confidence=0.3, correct=1),
        row(answerable=False, confidence=0.35),
    ]
    metrics = measure(rows)
    assert metrics["auroc_right"] == 0.5
    assert isclose(metrics["auroc_answerable"] or 0.0, 2 / 3)


def test_citation_validity_is_over_citations_and_medians_over_cases() -> None:
    rows = [
        Row(row(words_to_fact=before, seconds=before).scores, True, 0.5, valid, cited, "a")
        for before, valid, cited in ((1, 1, 1), (2, 8, 9), (10, 0, 0), (3, 0, 0))
    ]
    metrics = measure(rows)
    assert metrics["citation_validity"] == 0.9
    assert metrics["words_to_fact"] == 2.5
    assert (metrics["seconds_p50"], isclose(metrics["seconds_p95"] or 0, 8.95)) == (2.5, True)


def test_every_metric_of_no_case_is_undefined() -> None:
    assert set(measure([]).values()) == {None}


def test_what_no_case_defines_is_undefined() -> None:
    defined = {name: value for name, value in measure([row()]).items() if value is not None}
    assert defined == {"refused_answerable": 0.0, "seconds_p50": 0.5, "seconds_p95": 0.5}


def test_rows_stand_under_each_of_their_tags() -> None:
    rows = [
        Row({}, True, 0.1 * i, 0, 0, "a", tags) for i, tags in enumerate((("b", "a"), (), ("b",)))
    ]
    assert by_tag(rows) == {"a": (rows[0],), "b": (rows[0], rows[2])}


optional = st.none() | st.sampled_from([0.0, 0.25, 1.0])
random_rows = st.builds(
    lambda answerable, confidence, values, valid: Row(
        dict(zip(NAMES, values, strict=True)) | {"refused": float(valid), "seconds": confidence},
        answerable,
        confidence,
        n_valid=int(valid),
        n_citations=1,
        cluster="a",
    ),
    st.booleans(),
    st.sampled_from([0.1, 0.35, 0.8]),
    st.lists(optional, min_size=len(NAMES), max_size=len(NAMES)),
    st.booleans(),
)


@given(st.lists(st.tuples(random_rows, st.integers(0, 3)), min_size=1, max_size=8))
def test_a_weight_means_that_often_the_row(drawn: list[tuple[Row, int]]) -> None:
    """What the bootstrap relies on: weights give what rows repeated that often give."""
    weights = np.array([[float(times) for _, times in drawn]])
    repeated = measure([row for row, times in drawn for _ in range(times)])
    for name, metric in metrics_of([row for row, _ in drawn]).items():
        expected = repeated[name]
        value = np.nan if expected is None else expected
        np.testing.assert_allclose(metric(weights), [value], atol=1e-9, err_msg=name)


def test_whole_clusters_are_drawn_as_many_as_there_are() -> None:
    weights = resample(["a", "b", "a", "c"])
    assert weights.shape == (N_RESAMPLES, 4)
    assert (weights[:, 0] == weights[:, 2]).all()
    assert set((weights[:, 0] + weights[:, 1] + weights[:, 3]).tolist()) == {3.0}
    assert resample(["a", "a"]).shape == (0, 2)


def test_an_interval_of_independent_cases_is_the_textbook_one() -> None:
    """A mean of 400 zeros and ones, 4 to 1: .8 +- 1.96 sqrt(.8 x .2 / 400)."""
    rows = [row(correct=float(i % 5 != 0), cluster=str(i)) for i in range(400)]
    found = intervals(rows)["correct"]
    assert found == pytest.approx((0.8 - 0.0392, 0.8 + 0.0392), abs=0.006)
    assert intervals(rows) == intervals(rows)


def test_cases_that_stand_or_fall_with_their_document_have_a_wider_interval() -> None:
    """The same 400 cases, now 20 to a document: 20 independent draws, sqrt(20) times as wide."""
    rows = [row(correct=float((i // 20) % 5 != 0), cluster=str(i // 20)) for i in range(400)]
    assert intervals(rows)["correct"] == pytest.approx((0.8 - 0.175, 0.8 + 0.175), abs=0.03)


def test_an_interval_needs_two_documents_and_a_metric_that_is_mostly_defined() -> None:
    assert intervals([row(correct=1), row(correct=0)])["correct"] is None
    lone = [row(cluster=str(i)) for i in range(9)] + [row(cluster="9", correct=1)]
    assert intervals(lone)["correct"] == (1.0, 1.0)  # in 65 % of the resamples
    assert intervals(lone)["fact_recall"] is None
    pair = [*lone[:8], row(cluster="8", correct=0), lone[9]]
    assert measure(pair)["auroc_right"] == 0.5
    assert intervals(pair)["auroc_right"] is None  # both are in 41 % of the resamples

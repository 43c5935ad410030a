"""What risk can be promised from measured answers, and what a promise comes to on others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bench.promising import Outcomes, promise, weigh
from bench.risk import Measured, render, write_curve
from tests.assistant.passages import plain_weights


def outcomes(confidence: list[float], right: list[int]) -> Outcomes:
    return Outcomes(np.array(confidence), np.array(right, float), np.ones(len(right)))


def test_a_promise_holds_for_the_answers_it_was_made_from() -> None:
    rng = np.random.default_rng(3)
    confidence = rng.uniform(0.3, 1.0, 800)
    right = rng.random(800) < confidence
    promised = promise([outcomes(confidence.tolist(), right.astype(int).tolist())], 0.4)
    assert len(promised) > 5
    assert list(promised) == sorted(promised)
    assert promised[0] >= 0.4
    for n, level in enumerate(promised, start=2):
        assert 1 - right[confidence >= level].mean() <= 1 / n


@pytest.mark.parametrize(
    ("confidence", "right", "promised"),
    [
        ([0.9] * 3, [1] * 3, (0.9, 0.9, 0.9, 0.9)),  # (0 + 1) / (3 + 2): no less than 1 in 5
        ([0.9] * 3 + [0.6], [1, 1, 1, 1], (0.6, 0.6, 0.6, 0.6, 0.6)),
        ([0.9] * 2 + [0.6] * 2, [1, 1, 0, 0], (0.6, 0.9, 0.9)),
        ([0.9], [0], ()),
        ([0.3] * 9, [1] * 9, ()),  # below what is answered at all
    ],
)
def test_a_handful_of_right_answers_promises_little(
    confidence: list[float], right: list[int], promised: tuple[float, ...]
) -> None:
    assert promise([outcomes(confidence, right)], 0.5) == promised


def test_a_promise_holds_in_each_collection_by_itself() -> None:
    sure, unsure = outcomes([0.9, 0.8] * 9, [1, 1] * 9), outcomes([0.9, 0.7] * 4, [1, 0] * 4)
    assert promise([sure], 0.5)[:5] == (0.8,) * 5
    assert promise([unsure], 0.5) == (0.7, 0.9, 0.9, 0.9, 0.9)
    assert promise([sure, unsure], 0.5) == (0.8, 0.9, 0.9, 0.9, 0.9)


def test_questions_without_an_answer_are_one_in_ten() -> None:
    told = (np.array([0.9, 0.8]), np.array([1.0, 0.0]))
    weighed = weigh(told, np.array([0.7]), (18, 4))
    assert weighed.confidence.tolist() == [0.9, 0.8, 0.7]
    assert weighed.right.tolist() == [1.0, 0.0, 0.0]
    assert weighed.weight.tolist() == [1.0, 1.0, 0.5]


MEASURED = Measured(outcomes([0.9, 0.9, 0.7, 0.5], [1, 1, 1, 0]), asked=5.0)


def test_the_table_tells_what_is_answered_and_wrong_and_what_is_not_promised() -> None:
    weights = replace(plain_weights(), promises=(0.6, 0.8))
    assert render(MEASURED, weights).splitlines() == [
        "| wrong at most | confidence from | answered | of these wrong |",
        "|---|---:|---:|---:|",
        "| any | 0.500 | 0.800 | 0.250 |",
        "| 1 in 2 | 0.600 | 0.600 | 0.000 |",
        "| 1 in 3 | 0.800 | 0.400 | 0.000 |",
        *(f"| 1 in {n} | not promised |  |  |" for n in (5, 7, 10, 15, 20, 30, 50)),
    ]


def test_the_curve_begins_with_the_surest_answers(tmp_path: Path) -> None:
    write_curve(MEASURED, tmp_path / "curve.csv")
    assert (tmp_path / "curve.csv").read_text(encoding="utf-8").splitlines() == [
        "confidence,answered,wrong",
        "0.9,0.4,0.0",
        "0.7,0.6,0.0",
        "0.5,0.8,0.25",
    ]

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant.candidates import describe_candidates
from assistant.confidence import estimate, required
from assistant.reading import learn, read
from assistant.scoring import rank_candidates
from assistant.signals import signals
from assistant.weights import SIGNALS, load_weights
from corpus.errors import SettingRefused
from index.index import Index
from tests.assistant.passages import plain_weights

AGAINST = {"lacks_type", "lacks_measure", "names_apart"}


@pytest.mark.parametrize("name", SIGNALS)
def test_no_signal_pulls_the_estimate_against_its_known_sign(name: str) -> None:
    values = np.full(len(SIGNALS), 0.5, np.float32)
    estimates = []
    for level in (0.0, 0.5, 1.0):
        values[SIGNALS.index(name)] = level
        estimates.append(estimate(values, load_weights()))
    assert estimates == sorted(estimates, reverse=name in AGAINST)
    assert all(0.0 < one < 1.0 for one in estimates)


def test_an_estimate_is_the_chance_of_being_covered_times_that_of_being_answered() -> None:
    signal = np.zeros(len(SIGNALS), np.float32)
    signal[0] = 2.0
    weights = plain_weights(signal=signal, intercept=-1.0)
    values = np.zeros(len(SIGNALS), np.float32)
    values[0] = 0.5
    answered = 1 / (1 + np.exp(-2.0))
    assert estimate(values, weights) == pytest.approx(0.5)
    assert estimate(values * 3, weights) == pytest.approx(answered)
    unsure = replace(weights, covered=-signal, covered_intercept=2.0)
    both = answered / (1 + np.exp(1.0))
    assert estimate(values * 3, unsure) == pytest.approx(both)
    odds = both / (1 - both)
    calibrated = 1 / (1 + odds**-0.5 * np.exp(-1.0))
    assert estimate(values * 3, replace(unsure, slope=0.5, offset=1.0)) == pytest.approx(calibrated)


def test_a_question_that_the_texts_answer_is_more_sure_than_one_they_do_not(apiary: Index) -> None:
    def sure(question: str) -> float:
        reading = read(question, apiary)
        result = apiary.search(reading.query)
        reading = learn(reading, result)
        candidates = describe_candidates(reading, result)
        ranked = rank_candidates(reading, candidates, apiary, load_weights())
        return estimate(signals(reading, result, ranked), load_weights())

    threshold = load_weights().threshold
    assert sure("What did the Alder Valley Guild pay for a pound of wax?") > threshold
    assert sure("What is the capital of France?") < threshold
    assert sure("Who conducted the Vienna orchestra in 1987?") < threshold


def test_a_smaller_risk_never_asks_for_less_confidence() -> None:
    weights = load_weights()
    most = len(weights.promises) + 1
    asked = [required(risk, weights) for risk in range(2, most + 1)]
    assert asked == sorted(asked)
    assert weights.threshold <= asked[0] <= asked[-1] < 1.0


def test_each_risk_asks_for_the_confidence_that_was_measured_for_it() -> None:
    weights = replace(plain_weights(), promises=(0.5, 0.7, 0.75))
    assert [required(risk, weights) for risk in (2, 3, 4)] == [0.5, 0.7, 0.75]


def test_a_risk_that_no_answer_bears_out_is_refused_with_the_least_that_is() -> None:
    weights = replace(plain_weights(), promises=(0.5, 0.7, 0.75))
    with pytest.raises(SettingRefused) as refused:
        required(5, weights)
    assert str(refused.value) == (
        "ASSISTANT_RISK=5 cannot be promised: the surest answers that were measured do not bear "
        "out less than 1 wrong in 4; set it to 4 or less"
    )
    with pytest.raises(SettingRefused, match="no risk"):
        required(2, plain_weights())

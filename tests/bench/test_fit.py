from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.candidates import FEATURES
from assistant.reading import Reading, read
from assistant.weights import SIGNALS, Weights, load_weights
from bench import asking, fit
from bench.fitting import (
    Listed,
    Sample,
    calibrate,
    find_threshold,
    fit_confidence,
    fit_sentence,
    log_odds,
    prior_of,
    product_of,
)
from index.index import Index
from tests.assistant.apiary import open_apiary

N_FEATURES = 3


def lists(n: int = 40) -> list[Listed]:
    """Gold sentences have more of the first feature, less of the second; the third is noise."""
    rng = np.random.default_rng(7)
    made = []
    for _ in range(n):
        features = rng.uniform(0, 1, (6, N_FEATURES))
        features[2, 0] += 0.8
        features[2, 1] -= 0.8
        made.append(Listed(features, np.arange(6) == 2))
    return made


def test_fitting_prefers_gold_sentences() -> None:
    weights = fit_sentence(lists(), np.zeros(N_FEATURES))
    assert weights[0] > 1.0
    assert weights[1] < -1.0
    assert abs(weights[2]) < 0.5 * min(weights[0], -weights[1])
    best = [int(np.argmax(one.features @ weights)) for one in lists()]
    assert sum(place == 2 for place in best) >= 36


def test_a_feature_that_tells_nothing_keeps_its_prior_and_lists_without_gold_do_not_count() -> None:
    flat = [Listed(np.ones((4, N_FEATURES)), np.arange(4) == 1)]
    prior = prior_of(("cosine", "unheard", "names"), {"cosine": 8.0, "names": 1.2})
    assert prior.tolist() == [8.0, 0.0, 1.2]
    assert fit_sentence(flat, prior).tolist() == pytest.approx(prior.tolist())
    without = [Listed(one.features, np.zeros(6, bool)) for one in lists(5)]
    with_gold = fit_sentence(lists(), prior)
    assert fit_sentence([*lists(), *without], prior).tolist() == with_gold.tolist()


def samples(n: int = 200) -> list[Sample]:
    """Right answers have more of the first signal, and less of the second."""
    rng = np.random.default_rng(11)
    y = (np.arange(n) % 2).astype(float)
    x = rng.normal(0, 1, (n, 2))
    x[:, 0] += 2 * y
    x[:, 1] -= 2 * y
    return [Sample(x[: n // 2], y[: n // 2], 1.0), Sample(x[n // 2 :], y[n // 2 :], 0.5)]


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ((1, -1), (1, -1)),
        ((1, 1), (1, 0)),
        ((-1, -1), (0, -1)),
        ((-1, 1), (0, 0)),
        ((1, 0), (1, 0)),
    ],
)
def test_no_signal_is_given_a_weight_against_its_sign(
    signs: tuple[int, int], expected: tuple[int, int]
) -> None:
    signal, _ = fit_confidence(samples(), signs)
    assert np.sign(np.round(signal, 6)).tolist() == list(expected)


def test_confidence_tells_right_answers_from_wrong_ones_and_is_right_on_average() -> None:
    signal, intercept = fit_confidence(samples(), (1, -1))
    (first, _) = samples()
    p = 1 / (1 + np.exp(-(first.x @ signal + intercept)))
    assert ((p > 0.5) == (first.y == 1)).mean() > 0.9
    assert p.mean() == pytest.approx(first.y.mean(), abs=0.05)


def test_a_sample_counts_by_its_weight() -> None:
    x = np.zeros((10, 1))
    right, wrong = Sample(x, np.ones(10), 3.0), Sample(x, np.zeros(10), 1.0)
    _, intercept = fit_confidence([right, wrong], (1,))
    assert 1 / (1 + np.exp(-intercept)) == pytest.approx(0.75, abs=1e-3)


def test_calibrated_estimates_are_shares_of_right_answers() -> None:
    rng = np.random.default_rng(5)
    p = rng.uniform(0.05, 0.95, (2000, 1))
    right = (rng.random(2000) < p[:, 0]).astype(float)
    known = [Sample(p, right, 1.0)]
    none = [Sample(np.full((50, 1), 0.05), np.zeros(50), 7.0)]
    slope, offset = calibrate(known, none, lambda x: x[:, 0] ** 2)
    odds = 2 * slope  # of a squared estimate
    assert 0 < slope < 1 < odds
    calibrated = 1 / (1 + np.exp(-(slope * log_odds(p[:, 0] ** 2) + offset)))
    assert calibrated.mean() == pytest.approx(right.mean(), abs=0.05)
    again, _ = calibrate(known, [replace(none[0], weight=1.0)], lambda x: x[:, 0] ** 2)
    assert again == slope


@pytest.mark.parametrize("share", [0.0, 0.02, 0.1, 0.5])
def test_the_threshold_refuses_at_most_the_promised_share_of_right_answers_and_no_fewer(
    share: float,
) -> None:
    heads = [fit_confidence(samples(), (1, -1)), fit_confidence(samples(), (1, 0))]
    threshold = find_threshold(samples(), lambda x: product_of(x, heads), share)
    right = np.concatenate([one.x[one.y == 1] for one in samples()])
    p = np.ones(len(right))
    for signal, intercept in heads:
        p /= 1 + np.exp(-(right @ signal + intercept))
    assert (p < threshold).mean() <= share
    assert (p < threshold + 0.001).mean() > share or share == 0.0
    assert threshold == round(threshold, 3)


def question(
    text: str, document: str, quote: str, fact: str, *tags: str, answerable: bool = True
) -> dict[str, object]:
    evidence = [{"document": document, "quote": quote}] if answerable else []
    return {
        "id": text,
        "question": text,
        "answerable": answerable,
        "facts": [[fact]] if answerable else [],
        "evidence": evidence,
        "tags": list(tags),
    }


WAX = ("02-wax.md", "Honey bees make wax in glands on the belly of the worker.", "glands")
PRICE = ("02-wax.md", "paid four shillings for a pound of wax", "four shillings")
MITE = ("notes/03-enemies.txt", "treats hives against the varroa mite in August", "August")
NONE = ("", "", "")
SETS = {
    "xquad-a": [
        question("Where do honey bees make wax?", *WAX, "split-fit"),
        question("What did the Alder Valley Guild pay for wax?", *PRICE, "split-fit"),
        question("Who painted the ceiling in Rome?", *NONE, "split-fit", answerable=False),
        question("When are hives treated against mites?", *MITE, "split-test"),
    ],
    "partnerships": [
        question("When does the guild treat its hives?", *MITE, "dev", "who"),
        question("How tall is the tower of Pisa?", *NONE, "dev", answerable=False),
        question("Where in the bee is wax made?", *WAX, "held-out", "who"),
        question("How old is the Thames?", *NONE, "held-out", answerable=False),
    ],
}


def test_only_the_development_halves_are_asked_and_what_they_show_is_learnt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, cases in SETS.items():
        (tmp_path / name).mkdir()
        lines = "\n".join(json.dumps(case) for case in cases)
        (tmp_path / name / "questions.jsonl").write_text(lines, encoding="utf-8")
    asked: set[str] = set()

    def listen(text: str, index: Index) -> Reading:
        asked.add(text)
        return read(text, index)

    monkeypatch.setattr(fit, "BENCH", tmp_path)
    monkeypatch.setattr(asking, "read", listen)
    index = open_apiary(tmp_path / "apiary")
    fitted = fit.fit(index, {"partnerships": index})
    assert asked == {
        "Where do honey bees make wax?",
        "What did the Alder Valley Guild pay for wax?",
        "Who painted the ceiling in Rome?",
        "When does the guild treat its hives?",
        "How tall is the tower of Pisa?",
    }
    signal = dict(zip(SIGNALS, fitted.signal.tolist(), strict=True))
    assert all(value <= 0 if name in fit.AGAINST else value >= 0 for name, value in signal.items())
    assert signal["score"] > 0
    assert {name for name, value in zip(SIGNALS, fitted.covered, strict=True) if value} <= set(
        fit.COVERED
    )
    assert 0.0 < fitted.threshold < 1.0


def test_what_is_fitted_is_written_as_the_assistant_reads_it(tmp_path: Path) -> None:
    fitted = Weights(
        sentence=(np.arange(len(FEATURES)) + 0.12344).astype(np.float32),
        signal=-np.arange(len(SIGNALS), dtype=np.float32) / np.float32(8),
        intercept=-1.23456,
        covered=np.arange(len(SIGNALS), dtype=np.float32) / np.float32(4),
        covered_intercept=-2.34567,
        slope=0.56789,
        offset=1.23456,
        threshold=0.251,
        promises=(0.5, 0.625),
    )
    path = tmp_path / "weights.json"
    fit.write(fitted, path)
    weights = load_weights(path)
    assert weights.sentence.tolist() == pytest.approx((np.arange(len(FEATURES)) + 0.1234).tolist())
    assert weights.signal.tolist() == (-np.arange(len(SIGNALS)) / 8).tolist()
    assert weights.covered.tolist() == (np.arange(len(SIGNALS)) / 4).tolist()
    assert (weights.intercept, weights.covered_intercept) == (-1.2346, -2.3457)
    assert (weights.slope, weights.offset) == (0.5679, 1.2346)
    assert weights.threshold == 0.251
    assert weights.promises == (0.5, 0.625)
    assert json.loads(path.read_text(encoding="utf-8"))["made_by"] == "python -m bench.fit"

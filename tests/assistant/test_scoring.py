from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant.candidates import FEATURES, describe_candidates
from assistant.confidence import estimate
from assistant.reading import learn, names_apart, read
from assistant.scoring import Scored, rank_candidates, score_candidates
from assistant.signals import key_nearness, signals
from assistant.weights import SIGNALS, WEIGHTS_FILE, Weights, load_weights
from index.index import Index
from index.passage import FloatArray, Passage, SearchResult
from tests.assistant.passages import found, passage, read_plainly, scored

AGAINST = {"lacks_type", "lacks_measure", "names_apart"}


def signal_of(
    question: str, *ranked: Scored, result: SearchResult | None = None
) -> dict[str, float]:
    result = result or found(*(s.candidate.passage for s in ranked))
    values = signals(read_plainly(question), result, ranked)
    return dict(zip(SIGNALS, values.tolist(), strict=True))


def test_the_weights_file_has_every_feature_and_signal_and_no_other() -> None:
    data = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    assert tuple(data["sentence"]) == FEATURES
    assert tuple(data["signal"]) == SIGNALS
    assert 0.0 < data["threshold"] < 1.0
    weights = load_weights()
    assert weights.sentence.tolist() == pytest.approx(list(data["sentence"].values()))
    assert weights.signal.tolist() == pytest.approx(list(data["signal"].values()))


def test_a_weights_file_made_for_other_code_is_refused(tmp_path: Path) -> None:
    data = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    del data["sentence"]["cosine"]
    path = tmp_path / "weights.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(KeyError, match="cosine"):
        load_weights(path)


@pytest.mark.parametrize("name", SIGNALS)
def test_no_signal_pulls_the_estimate_against_its_known_sign(name: str) -> None:
    values = np.full(len(SIGNALS), 0.5, np.float32)
    estimates = []
    for level in (0.0, 0.5, 1.0):
        values[SIGNALS.index(name)] = level
        estimates.append(estimate(values, load_weights()))
    assert estimates == sorted(estimates, reverse=name in AGAINST)
    assert all(0.0 < one < 1.0 for one in estimates)


def plain_weights(
    sentence: FloatArray | None = None, signal: FloatArray | None = None, *, intercept: float = 0.0
) -> Weights:
    """Weights that are 0 but for those given; whatever is asked counts as covered."""
    none = np.zeros(len(SIGNALS), np.float32)
    return Weights(
        sentence=np.zeros(len(FEATURES), np.float32) if sentence is None else sentence,
        signal=none if signal is None else signal,
        intercept=intercept,
        covered=none,
        covered_intercept=18.0,
        slope=1.0,
        offset=0.0,
        threshold=0.5,
    )


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


def test_scores_are_weighted_sums_of_features() -> None:
    row = np.zeros(len(FEATURES), np.float32)
    row[FEATURES.index("cosine")], row[FEATURES.index("short")] = 3.0, -1.0
    weights = plain_weights(row)
    candidates = [
        scored("Rye.", 0.0, cosine=0.5, short=1.0).candidate,
        scored("Oats.", 0.0, cosine=1.0).candidate,
    ]
    assert score_candidates(candidates, weights).tolist() == [0.5, 3.0]
    assert score_candidates([], weights).shape == (0,)


def test_ranking_keeps_every_candidate_and_aligns_only_the_first_few(apiary: Index) -> None:
    reading = read("What do worker bees make in their glands?", apiary)
    result = apiary.search(reading.query)
    candidates = describe_candidates(reading, result)
    ranked = rank_candidates(reading, candidates, apiary, load_weights())
    assert ranked[0].candidate.text == "Honey bees make wax in glands on the belly of the worker."
    assert [bool(s.nearness) for s in ranked] == [True] * 4 + [False] * (len(candidates) - 4)
    for part in (ranked[:4], ranked[4:]):
        assert [s.score for s in part] == sorted((s.score for s in part), reverse=True)
    assert sorted(s.candidate.text for s in ranked) == sorted(c.text for c in candidates)
    assert rank_candidates(reading, [], apiary, load_weights()) == []


def test_an_aligned_sentence_gains_by_the_nearness_of_the_questions_words(apiary: Index) -> None:
    reading = read("What do combs hold besides honey?", apiary)
    candidates = describe_candidates(reading, apiary.search(reading.query))
    weights = replace(load_weights(), sentence=np.zeros(len(FEATURES), np.float32))
    aligned = rank_candidates(reading, candidates, apiary, weights)[:4]
    assert [c.text for c in candidates[:4]] != [s.candidate.text for s in aligned]
    assert [s.score for s in aligned] == sorted((s.score for s in aligned), reverse=True)
    for one in aligned:
        near = one.nearness
        heavy = sum(reading.weights[t] * v for t, v in near.items())
        heavy /= sum(reading.weights[t] for t in near)
        assert one.score == pytest.approx(4 * (heavy + sum(near.values()) / len(near)))


@pytest.mark.parametrize(
    ("question", "passages", "expected"),
    [
        ("Did Ada meet Tom?", ["Ada met Tom."], 0.0),
        ("Did Ada meet Tom?", ["Ada fished.", "Tom slept."], 0.5),
        ("Did Ada meet Tom and Kit?", ["Ada met Tom.", "Kit slept."], 1 / 3),
        ("Did Ada meet Tom?", ["It rained."], 1.0),
        ("Did Ada fish?", ["It rained."], 0.0),  # one name is never apart
        ("Did Ada see B52?", ["Ada fished."], 0.5),
        ("Did Ada sell to 3M?", ["Ada fished."], 0.0),  # a number is no name
    ],
)
def test_names_apart_is_the_share_of_names_missing_from_the_fullest_passage(
    question: str, passages: list[str], expected: float
) -> None:
    result = found(*(passage(text) for text in passages))
    assert names_apart(read_plainly(question), result) == pytest.approx(expected)


def test_a_title_or_heading_brings_its_name_along_and_unknown_names_do_not_count() -> None:
    reading = read_plainly("Did Ada meet Tom?")
    assert names_apart(reading, found(passage("Tom slept.", title="Ada"))) == 0.0
    assert names_apart(reading, found(passage("Tom slept.", heading=("On Ada",)))) == 0.0
    unknown = replace(reading, unknown=frozenset({"ada"}))
    assert names_apart(unknown, found(passage("Tom slept."))) == 0.0


@pytest.mark.parametrize(
    ("question", "text", "lacks_type", "lacks_measure"),
    [
        ("When did the weir break?", "The weir broke in 1931.", 0.0, 0.0),
        ("When did the weir break?", "The weir broke.", 1.0, 1.0),
        ("Who mended the weir?", "The weir was mended.", 1.0, 0.0),
        ("Who mended the weir?", "Ada Quill mended it.", 0.0, 0.0),
        ("Why did the weir break?", "The weir broke.", 0.0, 0.0),
        ("What is a weir?", "The weir broke.", 0.0, 0.0),
    ],
)
def test_only_a_kind_of_answer_with_a_form_of_its_own_can_be_lacked(
    question: str, text: str, lacks_type: float, lacks_measure: float
) -> None:
    values = signal_of(question, scored(text, 6.0, names_in_context=1.0))
    assert (values["lacks_type"], values["lacks_measure"]) == (lacks_type, lacks_measure)


def test_a_measure_that_does_not_stand_by_the_names_counts_as_lacked() -> None:
    question, text = "When did Ada Quill die?", "The weir broke in 1931."
    far = signal_of(question, scored(text, 6.0, names_in_context=0.4))
    near = signal_of(question, scored(text, 6.0, names_in_context=0.6))
    assert (far["lacks_measure"], far["type_with_names"]) == (1.0, 0.0)
    assert near["lacks_measure"] == 0.0
    assert near["type_with_names"] == pytest.approx(0.6)


def test_what_is_asked_for_is_as_near_as_the_nearest_of_the_best_sentences() -> None:
    (grain,) = read_plainly("What grain does the mill sell?").question.keys[:1]
    assert grain == {"grain"}
    near, far = (replace(scored("Rye.", 1.0), keys={"grain": n, "rye": 0.8}) for n in (0.4, 0.3))
    assert key_nearness([far, near], [grain]) == 0.4
    assert key_nearness([far, far, far, near], [grain]) == 0.3
    assert key_nearness([near], [frozenset({"grain", "rye"})]) == pytest.approx(0.6)
    assert key_nearness([near], [frozenset({"rye"}), grain]) == 0.4
    assert key_nearness([near], []) == 1.0
    assert key_nearness([], [grain]) == 0.0


def test_a_word_that_is_near_only_in_context_counts_half(apiary: Index) -> None:
    reading = read_plainly("What price did Acme ask?")
    sentences = found(passage("Acme asked the board for a longer lease."))
    (near,) = rank_candidates(
        reading, describe_candidates(reading, sentences), apiary, load_weights()
    )
    words = ["acme", "asked", "board", "longer", "lease"]
    context = near.nearness["price"]
    alone = apiary.nearest_word("price", words)
    assert near.keys["price"] == pytest.approx((context + alone) / 2)


def test_nearness_is_taken_from_the_best_two_together() -> None:
    first = replace(scored("Rye.", 6.0), nearness={"mill": 0.9, "grind": 0.1, "stray": 1.0})
    second = replace(scored("Oats.", 5.0), nearness={"mill": 0.2, "grind": 0.5})
    third = replace(scored("Bran.", 4.0), nearness={"mill": 1.0, "grind": 1.0})
    values = signal_of("Does the mill grind?", first, second, third)
    assert values["nearness"] == pytest.approx(0.7)
    assert values["mean_nearness"] == pytest.approx(0.7)
    assert values["least_nearness"] == pytest.approx(0.5)
    assert values["predicate"] == pytest.approx(0.7)


def test_names_are_looked_for_in_the_whole_passage_and_none_is_neither_good_nor_bad() -> None:
    best = scored("She mended it.", 6.0, previous="Ada Quill came.")
    assert signal_of("Did Ada Quill mend it?", best)["names_in_passage"] == 1.0
    assert signal_of("Did Ada Reed mend it?", best)["names_in_passage"] == 0.5
    assert signal_of("Who mended it?", best)["names_in_passage"] == pytest.approx(0.7)


def test_without_a_candidate_every_signal_is_0() -> None:
    assert set(signal_of("Who mended the weir?").values()) == {0.0}


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


def test_passages_of_other_documents_do_not_change_a_score() -> None:
    """Confidence must not grow or fall with the corpus."""
    best = scored("Ada mended the weir.", 8.0, names_in_context=1.0)
    alone: Passage = best.candidate.passage
    more = found(alone, passage("Cheese ripens.", document="cheese.md"))
    assert signal_of("Who mended the weir?", best) == signal_of(
        "Who mended the weir?", best, result=more
    )

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from assistant.assistant import Assistant
from assistant.candidates import FEATURES, describe_candidates
from assistant.closeness import closeness
from assistant.crossencoder import Window
from assistant.reading import read
from assistant.scoring import (
    ALIGNED,
    READ,
    READ_WEIGHT,
    SCORE_WEIGHT,
    rank_candidates,
    read_on,
    score_candidates,
)
from assistant.weights import load_weights
from index.index import Index
from index.passage import FloatArray
from tests.assistant.passages import found, passage, plain_weights, read_plainly, scored


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
    assert sum(bool(s.nearness) for s in ranked[:READ]) == ALIGNED
    assert not any(s.nearness for s in ranked[READ:])
    assert ranked[0].read is not None
    assert all(s.read is None and s.assumed == 0 for s in ranked[READ:])
    for part in (ranked[:READ], ranked[READ:]):
        assert [s.score for s in part] == sorted((s.score for s in part), reverse=True)
    assert sorted(s.candidate.text for s in ranked) == sorted(c.text for c in candidates)
    assert rank_candidates(reading, [], apiary, load_weights()) == []


def test_an_aligned_sentence_gains_by_the_nearness_of_the_questions_words(apiary: Index) -> None:
    reading = read("What do combs hold besides honey?", apiary)
    candidates = describe_candidates(reading, apiary.search(reading.query))
    weights = replace(load_weights(), sentence=np.zeros(len(FEATURES), np.float32))
    ranked = rank_candidates(reading, candidates, apiary, weights)
    near = [s for s in ranked if s.nearness]
    assert [c.text for c in candidates[:ALIGNED]] != [s.candidate.text for s in near]
    assert all(s.score == 0.0 for s in ranked[READ:])
    for one in ranked[:READ]:
        close = closeness(reading, one.candidate, 0.0, one.nearness) if one.nearness else 0.0
        counted = one.assumed if one.read is None else one.read
        assert one.score == pytest.approx(SCORE_WEIGHT * close + READ_WEIGHT * counted)


def test_what_cannot_come_near_the_best_is_not_read(
    apiary: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first sentence far ahead leaves the others unread; one that is read badly does not."""
    for odd, n_read in ((6.0, 1), (-8.0, READ)):
        shown: list[str] = []

        class Reader:
            def answers(self, question: str, windows: Sequence[Window]) -> FloatArray:
                shown.extend(window.text for window in windows)  # noqa: B023
                return np.full(len(windows), odd, np.float32)  # noqa: B023

        monkeypatch.setattr("assistant.scoring.load_crossencoder", Reader)
        reading = read("What do worker bees make in their glands?", apiary)
        candidates = describe_candidates(reading, apiary.search(reading.query))
        ranked = rank_candidates(reading, candidates, apiary, load_weights(), for_best=True)
        assert len(shown) == n_read
        assert sum(s.read is not None for s in ranked) == n_read
        later = read_on(reading, ranked[:READ], apiary)
        for before, after in zip(ranked, later, strict=False):
            assert after.read == odd
            gained = READ_WEIGHT * (odd - (before.assumed if before.read is None else odd))
            assert after.score == pytest.approx(before.score + gained)


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


def test_a_row_is_read_with_its_headers(quarry: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    class Recorder:
        def answers(self, question: str, windows: Sequence[Window]) -> FloatArray:
            shown.extend(window.text for window in windows)
            return np.zeros(len(windows), np.float32)

    monkeypatch.setattr("assistant.scoring.load_crossencoder", Recorder)
    reading = read("What is the weight of the crane?", quarry.index)
    candidates = describe_candidates(reading, quarry.index.search(reading.query))
    rank_candidates(reading, candidates, quarry.index, load_weights())
    assert "Machine: Crane; Weight in tonnes: 31; Bought: 1901" in shown

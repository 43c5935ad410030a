"""How likely each sentence gives an item of a list: fitted, by what is read and what is near."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant import giving, scoring
from assistant.asking import rank
from assistant.assistant import Assistant
from assistant.crossencoder import Window
from assistant.giving import POOL, TRAITS, read_items, traits
from assistant.view import View
from assistant.weights import load_weights
from index.passage import FloatArray

POTTERY = """# The pottery

## Closing

The clay pit at Osk was worked out. Coal grew dear after the strike. Nobody wanted
brown jugs any more. A swan nested on the roof.

## Opening

The pottery was opened in 1804 by a widow. She had four kilns.
"""
QUESTION = "What were the reasons why the pottery was closed?"
REASONS = {
    "The clay pit at Osk was worked out.": 2.0,
    "Coal grew dear after the strike.": 1.0,
    "Nobody wanted brown jugs any more.": 1.0,
}


@pytest.fixture(scope="module")
def pottery(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("pottery")
    (folder / "pottery.md").write_text(POTTERY, "utf-8")
    return Assistant.open(corpus=folder, index=folder / "index")


class Reader:
    """Reads the reasons as answers, and nothing else."""

    def answers(self, question: str, windows: Sequence[Window]) -> FloatArray:
        return np.array([REASONS.get(w.text, -6.0) for w in windows], np.float32)


def test_what_is_read_as_an_answer_is_a_likely_item_and_what_is_not_an_unlikely_one(
    pottery: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "load_crossencoder", Reader)
    reading, _, ranked = rank(QUESTION, View(pottery.index), load_weights(), 10)
    items = read_items(reading, ranked, pottery.index)
    assert [one.scored for one in items] == ranked[:POOL]
    told = {one.scored.candidate.text: one.chance for one in items}
    assert len(told) == 6
    assert min(told[text] for text in REASONS) > 0.5
    assert max(chance for text, chance in told.items() if text not in REASONS) < 0.2
    assert {one.scored.candidate.text: one.read for one in items if one.read > 0} == REASONS


def test_traits_tell_what_is_read_beside_a_sentence_and_which_section_it_is_of(
    pottery: Assistant,
) -> None:
    _, _, ranked = rank(QUESTION, View(pottery.index), load_weights(), 10)
    texts = [s.candidate.text for s in ranked]
    odds = np.array([REASONS.get(text, -6.0) for text in texts])
    known = traits(ranked, odds)
    assert known.shape == (6, len(TRAITS))
    in_section = dict(zip(texts, known[:, TRAITS.index("in_section")].tolist(), strict=True))
    beside = dict(zip(texts, known[:, TRAITS.index("beside")].tolist(), strict=True))
    assert in_section["A swan nested on the roof."] == 1.0
    assert in_section["She had four kilns."] == 0.0
    assert beside["Coal grew dear after the strike."] == pytest.approx(1 / (1 + np.exp(-3)))
    assert beside["She had four kilns."] == pytest.approx(1 / (1 + np.exp(5)))


def test_where_there_is_no_sentence_there_is_no_item(pottery: Assistant) -> None:
    reading, _, _ = rank(QUESTION, View(pottery.index), load_weights(), 10)
    assert read_items(reading, [], pottery.index) == []


def test_the_fitted_weights_speak_the_way_their_traits_are_meant() -> None:
    weights, _ = giving._load()
    fitted = dict(zip(TRAITS, weights.tolist(), strict=True))
    assert fitted.pop("rank") < 0
    assert all(weight > 0 for weight in fitted.values())

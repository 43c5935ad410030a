from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from index.encoder import NumpyEncoder
from index.model import open_model
from index.passage import FloatArray
from index.recent import RecentStates, RecentWords
from index.tokenizer import Pieces
from tests.index.small import HashedWords


class Counted(HashedWords):
    """Remembers what it was asked to encode."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def states(self, texts: Sequence[str]) -> Iterator[tuple[Pieces, FloatArray]]:
        self.asked += texts
        return super().states(texts)


def test_a_text_is_encoded_once_and_the_order_of_the_texts_is_kept() -> None:
    encoder = Counted()
    recent = RecentStates(encoder)
    texts = ["eels pass", "oats grow", "eels pass"]
    for _ in range(2):
        found = list(recent.states(texts))
        assert encoder.asked == ["eels pass", "oats grow"]
        for (pieces, states), (other, expected) in zip(
            found, HashedWords().states(texts), strict=True
        ):
            assert pieces.starts.tolist() == other.starts.tolist()
            assert states.tolist() == expected.tolist()
    assert list(recent.states([])) == []


def test_the_text_that_was_not_asked_for_longest_is_dropped() -> None:
    encoder = Counted()
    recent = RecentStates(encoder, max_texts=2)
    for text in ("a", "b", "a", "c"):  # c drops b, for a was asked for again
        recent.states([text])
    encoder.asked.clear()
    recent.states(["a", "c"])
    assert encoder.asked == []
    recent.states(["b"])
    assert encoder.asked == ["b"]


def test_more_texts_than_are_remembered_all_get_their_states() -> None:
    recent = RecentStates(Counted(), max_texts=2)
    texts = [f"sack {i}" for i in range(5)]
    expected = [states.tolist() for _, states in HashedWords().states(texts)]
    assert [states.tolist() for _, states in recent.states(texts)] == expected
    assert len(recent._recent._kept) == 2


def test_several_threads_get_what_one_gets() -> None:
    recent = RecentStates(HashedWords(), max_texts=3)
    texts = [f"sack {i}" for i in range(6)]
    expected = {
        text: states.tolist()
        for text, (_, states) in zip(texts, HashedWords().states(texts), strict=True)
    }

    def ask(n: int) -> bool:
        some = [texts[(n + i) % 6] for i in range(4)]
        return [s.tolist() for _, s in recent.states(some)] == [expected[text] for text in some]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(400)))
    assert len(recent._recent._kept) == 3


@pytest.mark.parametrize("text", ["Who repaired the dam?", "", "Zoë’s 東京 🚀", "weir " * 400])
def test_a_remembered_vector_is_the_encoders_own(text: str) -> None:
    encoder = NumpyEncoder(open_model())
    recent = RecentStates(encoder)
    (expected,) = encoder.embed([text])
    for _ in range(2):
        vector = recent.vector(text)
        assert vector.dtype == np.float32
        assert np.abs(vector - expected).max() < 1e-5


def test_the_nearest_word_is_found_by_each_words_own_vector() -> None:
    encoder = NumpyEncoder(open_model())
    words = RecentWords(encoder)
    price, cost, river = encoder.embed(["price", "cost", "river"])
    assert words.nearest("price", ["river", "cost"]) == pytest.approx(float(price @ cost), abs=1e-5)
    assert words.nearest("price", ["river"]) == pytest.approx(float(price @ river), abs=1e-5)
    assert words.nearest("price", []) == 0.0

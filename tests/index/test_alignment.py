from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.alignment import align
from index.encoder import NumpyEncoder
from index.model import open_model
from index.passage import FloatArray
from index.recent import RecentStates
from index.tokenizer import Pieces
from index.words import terms
from tests.index.small import HashedWords

WORDS = st.lists(
    st.sampled_from(["weir", "eels", "Ada", "oats", "the", "milling", "東京", "é", "."]), max_size=8
).map(" ".join)


@pytest.fixture(scope="module")
def recent() -> RecentStates:
    return RecentStates(NumpyEncoder(open_model()))


def test_a_word_that_the_text_holds_is_near_1_and_one_it_does_not_hold_is_not() -> None:
    texts = ["Eels pass the weir.", "Oats grow.", "The weir"]
    near = align(RecentStates(HashedWords()), "Do eels pass the mill?", texts)
    assert [list(one) for one in near] == [["eel", "pass", "mill"]] * 3
    assert near[0]["eel"] == pytest.approx(1.0)
    assert near[0]["pass"] == pytest.approx(1.0)
    assert near[0]["mill"] < 0.5
    assert near[1] == pytest.approx({"eel": 0.0, "pass": 0.0, "mill": 0.0}, abs=1e-5)


def test_a_term_of_several_pieces_gets_their_mean_and_the_special_pieces_do_not_count() -> None:
    class TwoPieces:
        """One word of two pieces, at right angles; the special ones point everywhere."""

        identity, dimension = "two-pieces", 2

        def states(self, texts: Sequence[str]) -> Iterator[tuple[Pieces, FloatArray]]:
            for text in texts:
                pieces = {"weirs": [[1, 0], [0, 1]], "a": [[3, 0]], "b": [[-1, 0]]}[text]
                rows = np.array([[5, 5], *pieces, [5, 5]], np.float32)
                starts = np.arange(len(pieces), dtype=np.int64)
                yield Pieces(np.arange(len(rows), dtype=np.int64), starts), rows

        def embed(self, texts: Sequence[str]) -> FloatArray:
            raise NotImplementedError

        def rarity(self, word: str) -> float:
            raise NotImplementedError

    near = align(RecentStates(TwoPieces()), "weirs", ["a", "weirs", "b"])
    assert near == [{"weir": 0.5}, {"weir": 1.0}, {"weir": 0.0}]


def test_with_the_model_a_related_word_is_nearer_than_a_strange_one(recent: RecentStates) -> None:
    query = "Who repaired the dam?"
    exact, related, strange = align(
        recent, query, ["Ada repaired the dam.", "Ada mended the weir.", "Oats are cheap."]
    )
    assert exact["dam"] > 0.6
    assert exact["repair"] > related["repair"] > strange["repair"]
    assert exact["dam"] > related["dam"] > strange["dam"]


def test_a_text_is_as_near_to_itself_as_can_be_and_no_nearer(recent: RecentStates) -> None:
    texts = ["Who repaired the dam?", "Eels pass the weir.", "Oats, rye, barley and wheat grow."]
    for text in texts:
        (near,) = align(recent, text, [text])
        assert near == pytest.approx(dict.fromkeys(near, 1.0))
        assert max(near.values()) <= 1.0


def test_the_order_of_the_texts_is_kept_and_each_is_aligned_for_itself(
    recent: RecentStates,
) -> None:
    query, texts = "Do eels pass?", ["Oats grow.", "Eels pass.", "Oats grow.", "It rained."]
    together = align(recent, query, texts)
    assert together[0] == together[2]
    for text, near in zip(texts, together, strict=True):
        (alone,) = align(RecentStates(NumpyEncoder(open_model())), query, [text])
        assert near == pytest.approx(alone, abs=1e-4)
    assert align(recent, query, []) == []


@settings(max_examples=50)
@given(WORDS, st.lists(WORDS, max_size=3))
def test_every_nearness_is_in_0_to_1_and_every_term_of_the_query_has_one(
    query: str, texts: list[str]
) -> None:
    near = align(RecentStates(HashedWords()), query, texts)
    assert len(near) == len(texts)
    for one in near:
        assert list(one) == list(dict.fromkeys(terms(query)))
        assert all(0.0 <= value <= 1.0 for value in one.values())

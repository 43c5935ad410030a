from __future__ import annotations

from math import isclose, log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import ndcg_score

from assistant.evaluation.gold import GoldQuote
from assistant.evaluation.ranking import (
    CharacterShares,
    Ranked,
    characters,
    count_relevant,
    is_relevant,
    ndcg,
    recall,
    reciprocal_rank,
    within_budget,
)
from corpus.document import Span
from index.passage import Place
from tests.assistant.evaluation import small


def place(start: int, end: int, document: str = "a") -> Place:
    return Place(document, Span(start, end))


def quote(*places: Place) -> GoldQuote:
    return GoldQuote(places)


def ranked(*spans: tuple[int, int]) -> list[Ranked]:
    return [Ranked((place(*at),)) for at in spans]


def test_recall_counts_quotes_of_which_half_lies_in_the_union_of_the_first_k() -> None:
    gold = [quote(place(0, 10)), quote(place(100, 110)), quote(place(0, 10, "b"))]
    found = ranked((50, 60), (4, 7), (7, 9), (100, 104), (109, 110))
    # After 3 passages 5 of 10 characters of the first quote are there; after 5, of the second too.
    assert [recall(gold, found, k) for k in (1, 2, 3, 4, 5, 9)] == [
        0,
        0,
        1 / 3,
        1 / 3,
        2 / 3,
        2 / 3,
    ]


RELEVANT = [
    ((0, 5), True),  # holds half of the quote
    ((0, 4), True),  # the quote fills all of it
    ((6, 14), True),  # the quote fills half of it
    ((6, 15), False),  # less than half of either
    ((0, 1000), True),  # holds all of the quote
    ((10, 20), False),  # only touches it
]


@pytest.mark.parametrize(("at", "relevant"), RELEVANT)
def test_a_passage_is_relevant_by_half_of_a_quote_or_half_of_itself(
    at: tuple[int, int], relevant: bool
) -> None:
    assert is_relevant([place(*at)], [quote(place(0, 10))]) is relevant


def test_any_place_of_a_passage_and_of_a_quote_makes_it_relevant() -> None:
    elsewhere = quote(place(50, 60), place(0, 10, "b"))
    assert is_relevant([place(0, 10), place(0, 10, "b")], [elsewhere])
    assert not is_relevant([place(0, 10), place(50, 60, "b")], [elsewhere])


def test_reciprocal_rank_is_of_the_first_relevant_passage() -> None:
    gold = [quote(place(0, 10)), quote(place(20, 30))]
    found = ranked((40, 50), (20, 30), (0, 10))
    assert [reciprocal_rank(gold, found, k) for k in (3, 2, 1)] == [0.5, 0.5, 0.0]


def test_ndcg_is_the_hand_worked_value() -> None:
    gold = [quote(place(0, 10)), quote(place(20, 30))]
    found = ranked((0, 10), (40, 50), (20, 30))
    ideal = 1 + 1 / log2(3) + 1 / log2(4)
    assert isclose(ndcg(gold, found, 10, n_relevant=3), (1 + 1 / log2(4)) / ideal)
    assert ndcg(gold, ranked((40, 50)), 10, n_relevant=0) == 0.0


@given(st.lists(st.booleans(), min_size=2, max_size=20), st.integers(1, 12))
def test_ndcg_agrees_with_scikit_learn(gains: list[bool], k: int) -> None:
    """Every relevant passage is in the list, so that the library's ideal order is ours."""
    gold = [quote(place(0, 10))]
    found = ranked(*((0, 10) if gain else (20, 30) for gain in gains))
    ours = ndcg(gold, found, k, n_relevant=sum(gains))
    theirs = ndcg_score(
        np.array([gains], dtype=int), -np.arange(len(gains), dtype=float)[None], k=k
    )
    assert isclose(ours, float(theirs), abs_tol=1e-12)


def test_equal_texts_count_as_one_relevant_passage() -> None:
    text = "GSK and 23andMe began in 2018."
    chunks = [*small.CHUNKS["genes.md"], *small.CHUNKS["copy.md"]]
    both = quote(
        Place("genes.md", small.span("genes.md", text)),
        Place("copy.md", small.span("copy.md", text)),
    )
    other = quote(Place("genes.md", small.span("genes.md", "The database of 23andMe is vast.")))
    assert [count_relevant([both], chunks), count_relevant([both, other], chunks)] == [1, 2]


def test_character_shares_are_the_hand_worked_values() -> None:
    gold = [quote(place(0, 10)), quote(place(5, 15))]  # 15 characters together
    found = ranked((10, 30), (12, 20))  # 28 characters; 5 of the gold
    assert characters(gold, found) == CharacterShares(5 / 15, 5 / 28, 5 / (15 + 28 - 5))
    assert characters(gold, []) == CharacterShares(0.0, None, 0.0)


def test_also_places_count_as_the_passage_and_its_length_once() -> None:
    gold = [quote(place(100, 110, "b"))]
    found = [Ranked((place(0, 20), place(95, 115, "b")))]
    assert (recall(gold, found, 1), reciprocal_rank(gold, found, 10)) == (1.0, 1.0)
    assert characters(gold, found) == CharacterShares(1.0, 0.5, 0.5)
    assert characters(gold, within_budget(found, 10)).recall == 0.5


def test_two_quotes_in_both_places_of_one_passage_never_exceed_one() -> None:
    gold = [quote(place(0, 10)), quote(place(0, 10, "b"))]
    found = [Ranked((place(0, 10), place(0, 10, "b")))]
    assert characters(gold, found) == CharacterShares(1.0, 1.0, 1.0)


def test_a_budget_cuts_the_last_passage_at_every_place() -> None:
    found = [Ranked((place(0, 6), place(50, 56, "b"))), *ranked((10, 20), (30, 40))]
    assert within_budget(found, 10) == (found[0], Ranked((place(10, 14),)))
    assert within_budget(found, 6) == (found[0],)
    assert within_budget(found, 2) == (Ranked((place(0, 2), place(50, 52, "b"))),)


def test_a_search_passage_is_ranked_by_its_own_place_first() -> None:
    also = Place("copy.md", Span(0, 30))
    found = small.passage(small.CHUNKS["genes.md"][0], also=[also])
    assert Ranked.of(found) == Ranked((Place("genes.md", Span(0, 30)), also))


places = st.builds(
    lambda start, length, document: place(start, start + length, document),
    st.integers(0, 30),
    st.integers(1, 15),
    st.sampled_from("ab"),
)


@given(st.lists(places, min_size=1, max_size=4), st.lists(places, max_size=5))
def test_character_shares_agree_with_counting_characters(
    wanted: list[Place], found: list[Place]
) -> None:
    def every(some: list[Place]) -> list[tuple[str, int]]:
        return [(p.document, i) for p in some for i in range(p.span.start, p.span.end)]

    gold, retrieved = set(every(wanted)), every(found)
    hits = len(gold & set(retrieved))
    ours = characters([quote(at) for at in wanted], [Ranked((at,)) for at in found])
    assert ours == CharacterShares(
        hits / len(gold),
        hits / len(retrieved) if retrieved else None,
        hits / (len(gold) + len(retrieved) - hits),
    )

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.matching import adjacent, coverage, strength, term_list, term_set, worst_match

WORDS = st.sampled_from(
    ["bake", "baker", "bakeri", "oven", "wheat", "buckwheat", "sell", "sold", "compet", "competit"]
)
TERMS = st.frozensets(WORDS, max_size=6)
WEIGHTS = st.dictionaries(WORDS, st.floats(0, 1), max_size=5)


def test_terms_are_stems_in_reading_order_without_function_words() -> None:
    text = "The bakers of Ostby bake, and the bakers sell."
    assert term_list(text) == ("baker", "ostbi", "bake", "baker", "sell")
    assert term_set(text) == {"baker", "ostbi", "bake", "sell"}


@pytest.mark.parametrize(
    ("term", "others", "expected"),
    [
        ("oven", {"oven", "stove"}, 1.0),
        ("sell", {"sold"}, 0.7),  # a synonym: an irregular form
        ("compet", {"competit"}, 0.8),  # a word of its family
        ("wheat", {"buckwheat"}, 0.6),  # a word that holds it
        ("buckwheat", {"wheat"}, 0.6),
        ("oven", {"ovenproof"}, 0.0),  # too short to tell
        ("12345", {"123456"}, 0.0),  # numbers have no family
        ("intern", {"internat"}, 0.8),
        ("station", {"statist"}, 0.0),
        ("oven", set(), 0.0),
    ],
)
def test_strength_is_exact_then_synonym_then_family(
    term: str, others: set[str], expected: float
) -> None:
    assert strength(term, frozenset(others)) == expected


def test_the_strongest_of_several_counts() -> None:
    assert strength("wheat", frozenset({"buckwheat", "wheaten"})) == 0.8


def test_coverage_is_the_share_of_weight_that_is_met() -> None:
    weights = {"wheat": 0.6, "oven": 0.2, "bake": 0.2}
    assert coverage(weights, frozenset({"wheat"})) == pytest.approx(0.6)
    assert coverage(weights, frozenset({"buckwheat", "oven"})) == pytest.approx(0.6 * 0.6 + 0.2)
    assert coverage({}, frozenset({"wheat"})) == 0.0
    assert coverage({"wheat": 0.0}, frozenset({"wheat"})) == 0.0


def test_worst_match_falls_with_the_heaviest_term_that_is_missing() -> None:
    weights = {"wheat": 0.6, "oven": 0.2, "bake": 0.2}
    assert worst_match(weights, frozenset(weights)) == 1.0
    assert worst_match(weights, frozenset({"wheat"})) == pytest.approx(0.8)
    assert worst_match(weights, frozenset({"oven", "bake"})) == pytest.approx(0.4)
    assert worst_match({}, frozenset({"wheat"})) == 0.0


def test_adjacent_counts_pairs_side_by_side_in_their_order() -> None:
    pairs = [("rye", "bread"), ("bread", "oven")]
    assert adjacent(pairs, ("rye", "bread", "stone", "oven")) == 0.5
    assert adjacent(pairs, ("bread", "rye")) == 0.0
    assert adjacent(pairs, ("rye", "bread", "oven")) == 1.0
    assert adjacent([], ("rye", "bread")) == 0.0


@given(WEIGHTS, TERMS, TERMS)
def test_every_measure_is_in_0_to_1_and_never_falls_when_the_text_grows(
    weights: dict[str, float], some: frozenset[str], more: frozenset[str]
) -> None:
    for measure in (coverage, worst_match):
        less = measure(weights, some)
        assert 0.0 <= less <= measure(weights, some | more) + 1e-9 <= 1.0 + 2e-9
    for term in weights:
        assert 0.0 <= strength(term, some) <= strength(term, some | more) <= 1.0


@given(WORDS, TERMS)
def test_a_term_itself_is_met_best(term: str, others: frozenset[str]) -> None:
    assert strength(term, others | {term}) == 1.0

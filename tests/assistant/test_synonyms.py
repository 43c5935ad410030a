from __future__ import annotations

import pytest

from assistant.synonyms import _by_term, synonyms


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("bring", "brought"),
        ("sell", "sold"),
        ("begin", "launch"),
        ("begin", "start"),
        ("cost", "price"),
        ("pay", "salari"),
        ("doctor", "physician"),
        ("die", "kill"),
    ],
)
def test_words_that_ask_and_answer_for_one_another_do_so_both_ways(
    asked: str, answered: str
) -> None:
    assert answered in synonyms(asked)
    assert asked in synonyms(answered)


def test_no_word_is_its_own_synonym_and_all_are_mutual() -> None:
    for term in _by_term():
        assert term not in synonyms(term)
        assert all(term in synonyms(other) for other in synonyms(term))


def test_groups_are_not_joined_by_a_word_they_share() -> None:
    assert "acquir" in synonyms("bought")
    assert "acquir" in synonyms("gain")
    assert "gain" not in synonyms("bought")


def test_most_words_have_none() -> None:
    assert synonyms("lighthous") == frozenset()
    assert synonyms("bought") == {"buy", "acquir", "acquisit", "purchas", "takeov"}

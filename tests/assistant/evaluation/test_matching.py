from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.matching import (
    answer_words,
    find_spelling,
    fold,
    holds_forbidden,
    share_of_facts,
    words_to_fact,
)

MATCHES = [
    # text, spelling, where it matches in the folded text
    ("The partner is Kymriah.", "Kymriah", 15),
    ("It treats leukemias.", "leukemia", 10),  # a word may go on
    ("It treats preleukemia.", "leukemia", None),  # but not before
    ("In 2018 it began.", "2018", 3),
    ("In 20180 it began.", "2018", None),  # a number may not go on
    ("Room A12b", "A12", None),
    ("Room A12.", "A12", 5),
    ("It cost 1,308 dollars.", "308", None),
    ("It cost 1,308 dollars.", "1", None),
    ("It cost 1,308 dollars.", "1,308", 8),
    ("It is 2.5 km long.", "5", None),
    ("It is 2.5 km long.", "2", None),
    ("It has 5, 6 or 7.", "7", 15),
    ("It has 5, 6 or 7.", "5", 7),
    ("COVID-19 vaccine", "19", 6),
    ("COVID‑19 vaccine", "covid-19", 0),  # non-breaking hyphen
    ("Bristol–Myers Squibb", "Bristol-Myers", 0),  # en dash
    ("a − b", "a - b", 0),  # minus sign
    ("co\u00adoperate", "cooperate", 0),  # soft hyphen
    ("Merck’s expertise", "Merck's", 0),
    ("the “win–win” case", 'the "win-win" case', 0),
    ("one\n  million\u00a0people", "one million people", 0),
    ("ﬁve Ｋｙｍｒｉａｈ", "five kymriah", 0),  # ligature, full width
    ("STRASSE", "Straße", 0),
    ("Cafe\u0301 society", "café", 0),
    ("It cost US$5 then.", "$5", 10),
    ("_Kymriah_ is its name", "Kymriah", 1),
    ("総量は東京都です", "東京", 3),  # no spaces: anywhere
    ("ประเทศไทย", "ไทย", 6),
    ("2013年に始まった", "2013", 0),
    ("東京GSK社", "GSK", 2),
    ("서울특별시", "특별시", None),  # Korean is written with spaces
    ("reprise of the prise", "prise", 15),  # the first occurrence is no match, the second is
    ("", "a", None),
    ("a", "  ", None),
]


@pytest.mark.parametrize(("text", "spelling", "where"), MATCHES)
def test_a_spelling_matches_at_a_words_start_and_a_number_as_a_whole(
    text: str, spelling: str, where: int | None
) -> None:
    assert find_spelling(fold(text), spelling) == where


@given(st.text(max_size=30), st.text(max_size=30))
def test_folding_twice_changes_nothing_and_spaces_never_matter(left: str, right: str) -> None:
    folded = fold(f"{left} {right}")
    assert fold(folded) == folded
    assert fold(f"\n{left} \t {right}\u00a0") == folded


@given(st.text(max_size=20), st.text(min_size=1, max_size=20), st.text(max_size=20))
def test_a_spelling_between_spaces_is_always_found(before: str, spelling: str, after: str) -> None:
    text = fold(f"{before} {spelling} {after}")
    assert (find_spelling(text, spelling) is not None) == (fold(spelling) != "")


@pytest.mark.parametrize(
    ("text", "forbidden", "held"),
    [
        ("Founded in 1998.", ["1999", "1998"], True),
        ("The co–founder", ["FOUNDER"], True),  # a substring, wherever it stands
        ("It was unfounded", ["found"], True),
        ("Nothing of the kind", ["x", "kinds"], False),
        ("Nothing", [], False),
    ],
)
def test_a_forbidden_string_is_found_anywhere(text: str, forbidden: list[str], held: bool) -> None:
    assert holds_forbidden(text, forbidden) is held


def test_any_spelling_of_a_fact_counts_and_each_fact_once() -> None:
    facts = [["GlaxoSmithKline", "GSK"], ["23andMe"], ["Roche"]]
    assert share_of_facts("GSK and GlaxoSmithKline work with 23andMe.", facts) == 2 / 3
    with pytest.raises(ValueError, match="no facts"):
        share_of_facts("text", [])


WORDS = [
    # text, facts, words in all, words before the first fact
    ("Kymriah treats leukemia.", [["leukemia"]], 3, 2),
    ("Kymriah treats leukemia.", [["Roche"], ["Kymriah"]], 3, 0),
    ("Two partners:\n- GSK\n- 23andMe", [["23andMe"]], 4, 3),
    ("Two partners:\n- GSK\n- 23andMe", [["23andMe"], ["GSK"]], 4, 2),
    ("A - b", [["b"]], 3, 2),  # only list dashes are left out
    ("The vaccine against COVID-19", [["19"]], 4, 3),
    ("Nothing here", [["fact"]], 2, None),
    ("", [["fact"]], 0, None),
]


@pytest.mark.parametrize(("text", "facts", "words", "before"), WORDS)
def test_words_are_counted_without_list_dashes(
    text: str, facts: list[list[str]], words: int, before: int | None
) -> None:
    assert (answer_words(text), words_to_fact(text, facts)) == (words, before)

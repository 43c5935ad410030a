from __future__ import annotations

import pytest
from hypothesis import given

from corpus.text import normalise
from index.words import fold, surfaces, terms, tokens
from tests.corpus.texts import odd_texts


@given(odd_texts)
def test_words_stand_in_order_within_the_text_and_none_is_empty(raw: str) -> None:
    text = normalise(raw)
    found = list(tokens(text))
    assert [token.surface for token in found] == surfaces(text)
    assert [token.term for token in found if token.term] == terms(text)
    starts = [token.start for token in found]
    assert starts == sorted(starts)
    for token in found:
        assert 0 <= token.start < token.end <= len(text)
        assert token.surface.strip() == token.surface != ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The partners' strategies in the U.S.", ["partner", "strategi", "us"]),
        ("Café, CAFE and cafe\u0301", ["cafe", "cafe", "cafe"]),
        ("Zoë’s 1,250,000.5 or 3,14 at 10:30", ["zoe", "1250000.5", "3,14", "10:30"]),
        ("COVID-19 of 23andMe's", ["covid", "19", "23andm"]),
        ("IT and it, US and us", ["it", "us"]),
        ("IT AND IT", []),
        ("中国人口", ["中国", "国人", "人口"]),
        ("日", ["日"]),
        ("1999年 abc中国 1.5 3D", ["1999", "年", "abc", "中国", "1.5", "3d"]),
        ("हिन्दी भाषा", ["हिनद", "भाष"]),
        ("שָׁלוֹם", ["שלום"]),
        ("snake_case", ["snake", "case"]),
        ("🎉 — …", []),
        ("", []),
    ],
)
def test_terms_are_folded_stemmed_and_without_function_words(
    text: str, expected: list[str]
) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize("word", ["\ufe70", "ª", "İ", "ß", "\u1fbe", "Ω"])
def test_no_letter_folds_to_nothing(word: str) -> None:
    assert fold(word).strip() != ""

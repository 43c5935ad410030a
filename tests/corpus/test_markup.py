from __future__ import annotations

import pytest
from hypothesis import given

from corpus.markup import MASK, mask_comments, mask_markup, plain_text
from corpus.text import normalise
from tests.corpus.texts import odd_texts


@given(odd_texts)
def test_a_masked_text_keeps_every_other_character_in_its_place(text: str) -> None:
    text = normalise(text)
    for masked in (
        mask_markup(text, "markdown"), mask_markup(text, "plain"), mask_comments(text, "markdown")
    ):  # fmt: skip
        assert len(masked) == len(text)
        assert all(now in (MASK, was) for now, was in zip(masked, text, strict=True))


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("# Title", "Title"),
        ("## Title ##  ", "Title"),
        ("# C#", "C#"),
        ("in C # and more #", "in C # and more #"),
        ("#hashtag", "#hashtag"),
        ("#", ""),
        ("T\n===\nU\n--", "T U"),
        ("**a** __b__ *c* _d_ ***e***", "a b c d e"),
        ("snake_case_name a__b__c 2*3*4 5 * 3 * 1", "snake_case_name a__b__c 2*3*4 5 * 3 * 1"),
        ("**open\n\nnot closed**", "**open not closed**"),
        ("- one\n  * two\n3. three\n2018. A year", "one two three 2018. A year"),
        ("> > quoted\n> - item", "quoted item"),
        ("| a | b |\n|:-|-:|\n| 1 | 2 |", "a | b 1 | 2"),
        ("[a](http://x(y)) ![alt](u.png \"t\") <br/>b", "a alt b"),
        ("[1]: http://x.y/z\n[Note]: mind", "[Note]: mind"),
        (r"\*a\* 1\. \a", r"*a* 1. \a"),
        ("`**x**` and ``a`b``", "**x** and a`b"),
        ("```py\n# a **b** <!--\n```\n# C", "# a **b** <!-- C"),
        ("```foo``` runs", "foo runs"),
        ("a <!-- b. C.\n\nd --> e", "a e"),
        ("a\n\n<!-- to the end\n\nb", "a"),
        ("a <!-- b", "a <!-- b"),
        ("* * *\n___\na", "a"),
    ],
)  # fmt: skip
def test_a_reader_sees_the_words_without_the_signs(raw: str, shown: str) -> None:
    assert plain_text(raw, "markdown") == shown


def test_only_lines_of_signs_are_markup_in_plain_text() -> None:
    assert plain_text("**a** # b\n-----\n<!-- c -->\n== d", "plain") == "**a** # b <!-- c --> == d"

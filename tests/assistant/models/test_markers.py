"""Citation markers in every form that models write them in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.models.markers import Marked, before_stop, read_markers

TABLE = [
    ("It opened [2].", "It opened.", (2,), ()),
    ("It opened [3][1].", "It opened.", (3, 1), ()),
    ("It opened [1] [3].", "It opened.", (1, 3), ()),
    ("It opened [1,2].", "It opened.", (1, 2), ()),
    ("It opened [1, 2; 3].", "It opened.", (1, 2, 3), ()),
    ("It opened [1 and 3].", "It opened.", (1, 3), ()),
    ("It opened [1-3].", "It opened.", (1, 2, 3), ()),
    ("It opened [1–3].", "It opened.", (1, 2, 3), ()),
    ("It opened [3-1].", "It opened.", (1, 2, 3), ()),
    ("It opened (1).", "It opened.", (1,), ()),
    ("It opened (1, 2)", "It opened", (1, 2), ()),
    ("It opened ［２］.", "It opened.", (2,), ()),
    ("It opened【1】.", "It opened.", (1,), ()),
    ("It opened【1†source】.", "It opened.", (1,), ()),
    ("It opened〔3〕。", "It opened。", (3,), ()),
    ("It opened（1）。", "It opened。", (1,), ()),
    ("It opened.¹", "It opened.", (1,), ()),
    ("It opened late²³.", "It opened late²³.", (), ()),  # no passage is the 23rd
    ("It opened late²˒³.", "It opened late.", (2, 3), ()),
    ("It opened [^1].", "It opened.", (1,), ()),
    ("It opened [[1]].", "It opened.", (1,), ()),
    ("It opened [#2].", "It opened.", (2,), ()),
    ("It opened [1](http://example.org/x).", "It opened.", (1,), ()),
    ("It opened [passage 2].", "It opened.", (2,), ()),
    ("It opened [Passages 1 and 2].", "It opened.", (1, 2), ()),
    ("It opened (source 3) late.", "It opened late.", (3,), ()),
    ("[1] It opened.", "It opened.", (1,), ()),
    ("It[1] opened.", "It opened.", (1,), ()),
    ("It opened[1]late.", "It opened late.", (1,), ()),
    ("It opened [7].", "It opened.", (), (7,)),
    ("It opened [0].", "It opened.", (), (0,)),
    ("It opened [1][7].", "It opened.", (1,), (7,)),
    ("It opened [2-9].", "It opened.", (2, 3), (9,)),
    ("It opened [1][1].", "It opened.", (1,), ()),
    ("According to [1], it opened.", "It opened.", (1,), ()),
    ("According to passage 2, it opened.", "It opened.", (2,), ()),
    ("As stated in [3], it opened.", "It opened.", (3,), ()),
    ("Passage 2 states that it opened.", "It opened.", (2,), ()),
    ("It also mentions that the pier opened [2].", "The pier opened.", (2,), ()),
    ("The answer to the question is that it opened.", "It opened.", (), ()),
    ("[2] says it opened.", "It opened.", (2,), ()),
    # no markers
    ("It opened [", "It opened [", (), ()),
    ("It opened []", "It opened []", (), ()),
    ("It opened [a].", "It opened [a].", (), ()),
    ("It opened [2019].", "It opened [2019].", (), ()),
    ("It opened (1990).", "It opened (1990).", (), ()),
    ("It opened (7).", "It opened (7).", (), ()),
    ("(1) It opened.", "(1) It opened.", (), ()),
    ("Two: (1) oak and (2) elm.", "Two: (1) oak and (2) elm.", (), ()),
    ("It has 3 m² and 10³ stones.", "It has 3 m² and 10³ stones.", (), ()),
    ("In 1990, it opened.", "In 1990, it opened.", (), ()),
    ("Read `a[1]` or ``b[2]``.", "Read `a[1]` or ``b[2]``.", (), ()),
    ("Read `a[1]` [2].", "Read `a[1]`.", (2,), ()),
    ("", "", (), ()),
    ("[1]", "", (1,), ()),
]


@pytest.mark.parametrize(("written", "text", "cited", "unknown"), TABLE)
def test_markers_are_read_and_removed(
    written: str, text: str, cited: tuple[int, ...], unknown: tuple[int, ...]
) -> None:
    assert read_markers(written, 3) == Marked(text, cited, unknown)


@pytest.mark.parametrize(
    ("written", "moved"),
    [
        ("It opened. [1] It closed.", "It opened [1]. It closed."),
        ("It opened.[1][2] It closed.", "It opened [1][2]. It closed."),
        ("It opened.¹ It closed.", "It opened [1]. It closed."),
        ("“It opened.” [1]", "“It opened [1].”"),
        ("It opened! (source 2) Yes.", "It opened (source 2)! Yes."),
        ("It opened. [a] It closed.", "It opened. [a] It closed."),
    ],
)
def test_markers_behind_a_full_stop_belong_to_the_sentence_before(written: str, moved: str) -> None:
    assert before_stop(written) == moved
    assert before_stop(moved) == moved


PIECES = st.sampled_from(  # what markers are made of
    "[ ] ( ) [1] [2,3] [9] (1) ¹ ` . , - – 1 7 a word 【2】 ［３］ passage [1-3] ^ † é 字".split(
        " "
    )
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30), st.integers(0, 4))
def test_any_text_keeps_its_words_and_names_only_passages_there_are(
    pieces: list[str], n_passages: int
) -> None:
    text = " ".join(pieces)
    marked = read_markers(text, n_passages)
    assert set(marked.cited) <= set(range(1, n_passages + 1))
    assert not set(marked.cited) & set(marked.unknown)
    words = re.findall(r"\bword\b|字|é", text)
    assert re.findall(r"\bword\b|字|é", marked.text) == words

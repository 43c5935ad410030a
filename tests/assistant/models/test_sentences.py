"""A stream of text becomes sentences, however it is cut into pieces."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.models.markers import read_markers
from assistant.models.sentences import SentenceStream, Spoken

SAID = (
    "<think>Passage 1. Perhaps. </think>Dr. Hale opened it in 1894. [1] It closed. [2][3]\n"
    "\n## Tools\n- A mallet [1]\n- A chisel. It is broad [2].\n1. Third. [3]\n\nThe end [1]"
)
HEARD = [
    Spoken("Dr. Hale opened it in 1894 [1]."),
    Spoken("It closed [2][3]."),
    Spoken("A mallet [1]", is_item=True),
    Spoken("A chisel.", is_item=True),
    Spoken("It is broad [2].", is_item=True),
    Spoken("Third [3].", is_item=True),
    Spoken("The end [1]"),
]


def hear(pieces: list[str], *, is_whole: bool = True) -> list[Spoken]:
    stream = SentenceStream()
    heard = [spoken for piece in pieces for spoken in stream.feed(piece)]
    return heard + list(stream.finish(is_whole=is_whole))


@given(st.lists(st.integers(0, len(SAID)), max_size=60))
def test_the_cut_into_pieces_makes_no_difference(cuts: list[int]) -> None:
    places = [0, *sorted(cuts), len(SAID)]
    heard = hear([SAID[a:b] for a, b in itertools.pairwise(places)])
    assert [(read_markers(s.text, 9), s.is_item) for s in heard] == [
        (read_markers(s.text, 9), s.is_item) for s in HEARD
    ]


def test_a_sentence_comes_when_the_next_has_begun_and_not_before() -> None:
    stream = SentenceStream()
    assert list(stream.feed("It opened in 1894.")) == []
    assert list(stream.feed(" [1]")) == []
    assert list(stream.feed(" It ")) == [Spoken("It opened in 1894 [1].")]
    assert list(stream.feed("closed.\n")) == [Spoken("It closed.")]


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("It opened. It clo", ["It opened."]),
        ("It opened. It closed.", ["It opened.", "It closed."]),
        ("It opened [1]. [2", ["It opened [1]."]),
        ("It op", []),
        ("", []),
    ],
)
def test_of_a_text_that_breaks_off_only_whole_sentences_stand(said: str, heard: list[str]) -> None:
    assert [spoken.text for spoken in hear([said], is_whole=False)] == heard


@pytest.mark.parametrize("said", ["<think>It opened. It closed.", "<thinking>It", "<think"])
def test_a_thought_that_never_ends_is_not_said(said: str) -> None:
    assert [s for s in hear(list(said)) if "It" in s.text] == []


@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_text_is_heard_without_an_error_and_without_empty_sentences(pieces: list[str]) -> None:
    assert all(spoken.text.strip() for spoken in hear(pieces))

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Block, BlockKind, Span
from corpus.text import normalise
from index.sentences import split_block
from tests.corpus.texts import odd_texts


def split(text: str, kind: BlockKind = "paragraph") -> list[str]:
    return [s.span.cut(text) for s in split_block(text, Block(Span(0, len(text)), kind))]


@given(odd_texts, st.sampled_from(get_args(BlockKind)))
def test_sentences_hold_every_character_of_their_block_once(raw: str, kind: BlockKind) -> None:
    text = normalise(raw)
    block = Block(Span(len(text) // 3, len(text)), kind)
    end = block.span.start
    for sentence in split_block(text, block):
        assert text[end : sentence.span.start].strip() == ""
        assert sentence.span.strip(text) == sentence.span
        assert (sentence.span.length > 0, sentence.kind) == (True, kind)
        end = sentence.span.end
    assert text[end : block.span.end].strip() == ""


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. Smith met Dr. Jones at St. Mary.", "They talked."],
        ["See No. 5 of Vol. 3.", "It is there."],
        ["It fell in 1999. [12]", "Then it rose."],
        ["1. First the door.", "2. Then the key."],
        ["He asked why?", "Nobody knew!"],
        ["北京是首都。", "人口众多。"],
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(sentences: list[str]) -> None:
    joint = "" if sentences[0][-1] == "。" else " "
    assert split(joint.join(sentences)) == sentences


@pytest.mark.parametrize("kind", ["row", "header", "heading"])
def test_a_row_and_a_heading_are_one_sentence(kind: BlockKind) -> None:
    assert split(" One. Two. ", kind) == ["One. Two."]


def test_a_line_of_code_is_a_sentence() -> None:
    assert split("a. B.\n\n  c\n", "code") == ["a. B.", "c"]


def test_a_paragraph_longer_than_a_window_is_cut_as_a_short_one() -> None:
    sentences = [f"This is sentence {n} of many." for n in range(2000)]
    assert split(" ".join(sentences)) == sentences

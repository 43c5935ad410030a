"""What holds for every sentence of a collection: copies stand, another number does not."""

from __future__ import annotations

import re

import pytest

from assistant.support import check
from assistant.support.evidence import QUOTABLE, read_evidence
from index.index import Index
from index.passage import Passage, Sentence

DIGITS = re.compile(r"(?<![\w.,])\d+(?![\w.,]*\d)")


def passages_of(index: Index) -> list[Passage]:
    return [
        Passage(chunk, "", 0.0, 0.0, 0.0, None, None, (0.0,) * len(chunk.sentences))
        for info in index.documents()
        for chunk in index.chunks(info.id)
    ]


def quotable(passage: Passage) -> list[Sentence]:
    return [sentence for sentence in passage.chunk.sentences if sentence.kind in QUOTABLE]


@pytest.mark.parametrize("fixture", ["apiary", "lighthouses"])
def test_a_copy_is_always_supported_and_cites_itself(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    index: Index = request.getfixturevalue(fixture)
    seen = 0
    for passage in passages_of(index):
        for sentence in quotable(passage):
            quote = passage.chunk.sentence_text(sentence)
            found = check(quote, [passage], index)
            assert (found.supported, found.value, found.reasons) == (True, 1.0, ())
            (cited,) = found.sentences
            text = index.document(cited.document)[1]
            assert text[cited.span.start : cited.span.end] == cited.quote
            assert cited.quote.split() == quote.split()
            seen += 1
    assert seen > 20


@pytest.mark.parametrize("fixture", ["apiary", "lighthouses"])
def test_a_copy_with_a_number_that_stands_nowhere_else_is_never_supported(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    index: Index = request.getfixturevalue(fixture)
    seen = 0
    for passage in passages_of(index):
        for one in read_evidence([passage]):
            for match in DIGITS.finditer(one.text):
                other = str(int(match.group()) + 7)
                if re.search(rf"\b{other}\b", passage.chunk.text):
                    continue
                false = one.text[: match.start()] + other + one.text[match.end() :]
                assert not check(false, [passage], index).supported, false
                seen += 1
    assert seen > 0

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.support import SupportingSentence, check
from index.index import Index
from tests.index.small import opened, synced, write

MILL = """# The mill at Ober

## Owners

The mill at Ober was built by Anton Feld in 1790 for 1,200 thalers.
Anton Feld sold the mill to Klara Winter on 4 May 1811.
Klara Winter never repaired the roof.

## Wheels

The mill had three wheels until a flood broke one of them.
It may have ground barley before 1800.
"""


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("mill")
    synced(folder / "index", write(folder / "documents", {"mill.md": MILL}))
    return opened(folder / "index")


def verdict(mill: Index, sentence: str) -> tuple[bool, tuple[str, ...], list[str]]:
    passages = mill.search("mill").passages
    found = check(sentence, passages, mill)
    return found.supported, found.reasons, [one.quote for one in found.sentences]


def test_a_copy_of_any_sentence_is_supported_by_itself(mill: Index) -> None:
    passages = mill.search("mill").passages
    copies = [
        SupportingSentence(passage, position)
        for passage in passages
        for position in range(len(passage.chunk.sentences))
        if passage.chunk.sentences[position].kind == "paragraph"
    ]
    assert len(copies) == 5
    for copy in copies:
        found = check(copy.quote, passages, mill)
        assert (found.supported, found.value, found.sentences) == (True, 1.0, (copy,))


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        (
            "The mill was built by Anton Feld in 1790 for 1,300 thalers.",
            "the number 1,300 is not in the cited passages",
        ),
        (
            "Anton Feld sold the mill to Klara Winter on 5 May 1811.",
            "the date 5 May 1811 is not in the cited passages",
        ),
        (
            "Anton Feld sold the mill to Clara Sommer on 4 May 1811.",
            "Clara Sommer is not named there",
        ),
        ("Klara Winter repaired the roof.", "one says no where the other says yes"),
        ("Klara Winter sold the mill.", "who does what to whom is the other way round"),
    ],
)
def test_one_wrong_thing_is_enough_and_is_named(mill: Index, sentence: str, reason: str) -> None:
    supported, reasons, _ = verdict(mill, sentence)
    assert (supported, reason in reasons) == (False, True)


def test_a_sentence_from_two_places_cites_both(mill: Index) -> None:
    sentence = "Anton Feld built the mill in 1790, and the mill had three wheels."
    supported, reasons, quotes = verdict(mill, sentence)
    assert (supported, reasons) == (True, ())
    assert quotes == [
        "The mill at Ober was built by Anton Feld in 1790 for 1,200 thalers.",
        "The mill had three wheels until a flood broke one of them.",
    ]


def test_without_passages_nothing_is_supported(mill: Index) -> None:
    found = check("The mill had three wheels.", (), mill)
    assert (found.supported, found.value, found.sentences) == (False, 0.0, ())


def test_a_question_of_the_documents_is_no_statement(tmp_path: Path) -> None:
    bins = "# Bins\n\nMay cooked food go into the brown bin? Only if it is wrapped in paper.\n"
    synced(tmp_path / "index", write(tmp_path / "documents", {"bins.md": bins}))
    index = opened(tmp_path / "index")
    passages = index.search("bin").passages
    told = check("May cooked food go into the brown bin.", passages, index)
    assert told.departures == ("it tells a question as a statement",)
    copied = check("May cooked food go into the brown bin?", passages, index)
    assert (copied.value, copied.departures) == (1.0, ())

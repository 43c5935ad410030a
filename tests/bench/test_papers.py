"""Passages written for reading, as small collections with cases."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assistant.evaluation.cases import Case, Evidence
from bench.examples import Reading, load_readings
from bench.papers import (
    PASSAGES,
    asked_by_meaning,
    learnt_from,
    list_cases,
    write_collections,
)

MILL = Reading(
    title="The mill",
    heading=("Past",),
    sentences=("The mill was built in 1703.", "Its wheel broke in a flood."),
    asks=(("What stopped the wheel?", 1),),
    misses=(("Who built it?", "It was built by Ann Holt."),),
    claims=(),
)


def test_every_second_passage_is_left_to_measure_on() -> None:
    every = load_readings(PASSAGES)
    assert learnt_from() == every[::2]
    assert len(every) - len(learnt_from()) == 86


def test_questions_asked_by_meaning_are_those_of_their_passages_and_the_same_every_time() -> None:
    found = asked_by_meaning()
    assert len(found) == 240
    assert len({one.title + " ".join(one.sentences) for one in found}) == 240
    assert found == asked_by_meaning()
    assert all(len(one.asks) + len(one.misses) >= 1 and not one.lists for one in found)
    assert all(len(one.asks) <= 4 and len(one.misses) <= 3 for one in found)
    assert all(0 <= place < len(one.sentences) for one in found for _, place in one.asks)


def test_a_passage_becomes_a_document_and_its_questions_cases(tmp_path: Path) -> None:
    ((place, cases),) = write_collections([MILL], tmp_path)
    (document,) = place.iterdir()
    assert document.read_text("utf-8") == (
        "# The mill\n\n## Past\n\nThe mill was built in 1703. Its wheel broke in a flood.\n"
    )
    told = "Its wheel broke in a flood."
    assert cases == [
        Case(
            "00.md: What stopped the wheel?",
            "What stopped the wheel?",
            True,
            ((told,),),
            (Evidence("00.md", told),),
        ),
        Case("00.md: Who built it?", "Who built it?", False),
    ]


def test_so_few_passages_are_in_one_collection_that_questions_are_seldom_ambiguous(
    tmp_path: Path,
) -> None:
    sizes = [len(list(place.iterdir())) for place, _ in write_collections([MILL] * 20, tmp_path)]
    assert sizes == [15, 5]


def test_a_question_for_several_things_becomes_a_case_with_all_its_sentences(
    tmp_path: Path,
) -> None:
    asked = replace(MILL, lists=(("What happened to the mill?", (0, 1)),))
    ((_, cases),) = write_collections([asked], tmp_path, list_cases)
    told = tuple(Evidence("00.md", sentence) for sentence in MILL.sentences)
    text = "What happened to the mill?"
    assert cases == [Case(f"00.md: {text}", text, True, (), told)]

"""What is no question to the documents, told by examples: in words that no pattern names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.intending import intended, named_in, names_document
from assistant.intents import load_intents
from assistant.view import View

BENCH = Path(__file__).parents[2] / "bench"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Could you sketch for me what all of this holds?", "overview"),
        ("and what might one read about in this lot?", "overview"),
        ("whoa, cheers a bunch", "thanks"),
        ("that took a load off my mind, thank you ever so much", "thanks"),
        ("I really do not get how one uses this", "help"),
        ("when was the mill built", ""),
        ("what is in the chest", ""),
        ("which texts did the monks copy", ""),
        ("why?", ""),
        ("", ""),
    ],
)
def test_a_request_is_known_by_its_likeness_to_others(
    scratch: Assistant, said: str, kind: str
) -> None:
    assert intended(said, View(scratch.index), answered=False) == kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("could you boil your answer down a bit", "shorter"),
        ("I would rather see this in tabular form", "table"),
        ("show me where on earth it says so", "source"),
        ("are you really certain of this?", "sure"),
        ("could you say this once again", "again"),
    ],
)
def test_a_wish_is_one_only_where_something_was_answered(
    scratch: Assistant, said: str, kind: str
) -> None:
    view = View(scratch.index)
    assert (intended(said, view, answered=True), intended(said, view, answered=False)) == (kind, "")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("I had no time for the pump handbook, what are the essentials?", "pump handbook"),
        ("how many pumps does the handbook name?", ""),
        ("what are the key rules for visitors?", ""),
    ],
)
def test_a_summary_is_told_by_what_stands_around_a_name(
    scratch: Assistant, said: str, name: str
) -> None:
    assert names_document(said, View(scratch.index)) == name


def test_what_is_named_is_taken_out_of_a_request() -> None:
    named = named_in("What does Rosa's letter boil down to?", load_intents().frames)
    assert named is not None
    assert (named.text, named.name) == ("What does the document boil down to?", "Rosa's letter")


@pytest.mark.parametrize("name", ["partnerships", "lighthouses", "xquad-a", "mixed"])
def test_no_question_of_the_sets_is_taken_for_something_else(scratch: Assistant, name: str) -> None:
    lines = (BENCH / name / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    view = View(scratch.index)
    assert [
        case["id"]
        for case in cases
        if case["answerable"] and not case.get("history") and "summ" not in case["question"].lower()
        if intended(case["question"], view, answered=False)
    ] == []

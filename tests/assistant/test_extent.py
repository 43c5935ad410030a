"""How much of what it counts an answer shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer import Answer, Shape, Statement
from assistant.assistant import Assistant
from assistant.extent import Extent, extent
from assistant.settings import Settings
from assistant.texts import GROUPS, LISTS
from corpus.corpus import Corpus
from index.index import Index
from tests.assistant.conftest import LIGHTHOUSES


def answer(shape: Shape, *lines: str) -> Answer:
    frames = tuple(Statement(line, "frame", "frame", 1.0) for line in lines)
    return Answer("q", "q", "answered", shape, 0.9, "extractive", frames, (), 0.0, 0.0)


SOME = GROUPS["shown"].format(
    name="A: 3 (of 4)", sentences="24 sentences", groups="five subjects", shown=12
)
ITEMS = LISTS["some"].format(what="Items", n=40, shown=7, more=LISTS["empty"])


@pytest.mark.parametrize(
    ("shape", "line", "expected"),
    [
        ("groups", SOME, Extent(12, 24)),
        ("groups", f"{SOME} {GROUPS['read'].format(n=2000, total=3000)}", Extent(12, 24)),
        ("groups", GROUPS["head"].format(name="A", sentences="1 sentence", groups="x"), None),
        ("list", ITEMS, Extent(7, 40)),
        ("list", LISTS["all"].format(what="Items", n=7, more=""), None),
        ("sentence", ITEMS, None),
    ],
)
def test_an_answer_says_how_much_of_what_it_counts_it_shows(
    shape: Shape, line: str, expected: Extent | None
) -> None:
    made = answer(shape, "A first line.", line)
    assert extent(made) == expected
    assert extent(replace(made, outcome="not_answered")) is None


def test_real_groups_say_what_they_count_and_what_they_show(lighthouses: Index) -> None:
    assistant = Assistant(lighthouses, Corpus.open([str(LIGHTHOUSES)]), Settings())
    made = assistant.ask("Tell me about Skerrin Head")
    found = extent(made)
    assert found is not None
    assert found.shown == sum(s.kind == "item" for s in made.statements) < found.total

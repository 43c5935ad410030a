"""Lists that are announced and not given, asked for over all documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.empty_lists import asks_for_empty_lists, name_empty_lists
from assistant.view import View
from corpus.corpus import Corpus
from index.index import Index
from index.sync import sync

DAIRY = """# The dairy

## Churns

The dairy used the following churns:

## Cheeses

The dairy made three cheeses:

- a hard one
- a soft one
- a blue one
"""
LOFT = """# The loft

Whoever climbs to the loft needs these things:

## Doves

There are forty doves. The list of their names was kept by the cook.
"""
FAIR = "# The fair\n\nThe fair was held in May.\n"
ASKED = (
    "Which lists are announced but never given?",
    "Which lists are promised in these texts but then missing?",
    "Are there any lists that are announced and not included?",
    "what lists does the author announce and not give",
    "Name all lists that are empty.",
    "What is announced in the documents but left out or missing?",
)
OTHERS = (
    "Which lists of doves are missing?",
    "What is missing?",
    "List what is not given to calves.",
    "Which lists are there?",
    "Was the fair announced?",
    "Give me the list.",
    "Where did the empty churns go?",
)


def built(folder: Path, **texts: str) -> Index:
    (folder / "in").mkdir()
    for name, text in texts.items():
        (folder / "in" / f"{name}.md").write_text(text, encoding="utf-8")
    for _ in sync(folder / "index", Corpus.open([str(folder / "in")])):
        pass
    return Index.open(folder / "index")


@pytest.mark.parametrize("question", ASKED)
def test_it_is_asked_for_in_many_ways(question: str) -> None:
    assert asks_for_empty_lists(question)


@pytest.mark.parametrize("question", OTHERS)
def test_other_questions_are_not_taken_for_it(question: str) -> None:
    assert not asks_for_empty_lists(question)


def test_all_of_them_are_named_in_reading_order_and_a_list_that_is_given_is_not(
    tmp_path: Path,
) -> None:
    view = View(built(tmp_path, dairy=DAIRY, fair=FAIR, loft=LOFT))
    draft = name_empty_lists(ASKED[0], view)
    assert draft is not None
    assert (draft.outcome, draft.shape) == ("answered", "list")
    assert [(s.text, s.label) for s in draft.statements] == [
        ("Lists that are announced and not given: 2.", None),
        ("The dairy used the following churns:", "Churns"),
        ("Whoever climbs to the loft needs these things:", "The loft"),
    ]
    assert [c.document for s in draft.statements for c in s.citations] == ["dairy.md", "loft.md"]


def test_only_what_is_in_view_is_counted(tmp_path: Path) -> None:
    index = built(tmp_path, dairy=DAIRY, loft=LOFT)
    draft = name_empty_lists(ASKED[0], View(index, where={"document": "loft.md"}))
    assert draft is not None
    assert draft.statements[0].text == "Lists that are announced and not given: 1."
    hidden = [chunk.id for chunk in index.chunks("loft.md")]
    draft = name_empty_lists(ASKED[0], View(index, where={"document": "loft.md"}, hidden=hidden))
    assert draft is not None
    assert draft.outcome == "not_answered"


def test_more_than_twenty_are_counted_and_the_first_shown(tmp_path: Path) -> None:
    many = "".join(f"## Room {i}\n\nRoom {i} holds these jars:\n\n" for i in range(1, 24))
    draft = name_empty_lists(ASKED[0], View(built(tmp_path, many=f"# Rooms\n\n{many}")))
    assert draft is not None
    head, *items = draft.statements
    assert head.text == "Lists that are announced and not given: 23; the first 20 are shown."
    assert [s.text for s in items] == [f"Room {i} holds these jars:" for i in range(1, 21)]


def test_where_there_is_none_that_is_said(tmp_path: Path) -> None:
    draft = name_empty_lists(ASKED[1], View(built(tmp_path, fair=FAIR)))
    assert draft is not None
    assert (draft.outcome, [s.text for s in draft.statements]) == (
        "not_answered",
        ["I did not find a list that is announced and not given; documents read: 1."],
    )

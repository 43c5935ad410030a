"""Who is shown half of a list that a document sets as one is shown all of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.answer import Statement
from assistant.assistant import Assistant
from assistant.bulleted import list_led, whole_lists
from assistant.chaining import with_what_is_told
from assistant.draft import quote
from assistant.view import View

RULES = """# The ferry house

## Duties of the ferryman
- to ring the bell before casting off
- to count the passengers
- to bail the boat at noon
- to lock the chain at night

## Rates
| Load | Pence |
|---|---|
| Cart | 9 |
| Cow | 4 |
| Sheep | 1 |

## The recall of 1911
Owners of a seat were asked to do three things. They were to return the cushion, sign the
book and take a new number. The chain was painted green.
"""
DUTIES = [line[2:] for line in RULES.splitlines() if line.startswith("- ")]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> View:
    folder = tmp_path_factory.mktemp("house")
    (folder / "documents").mkdir()
    (folder / "documents" / "house.md").write_text(RULES, encoding="utf-8")
    return View(Assistant.open(folder / "documents", folder / "index").index)


def told(view: View, *texts: str) -> list[Statement]:
    every = (
        quote(chunk, sentence, sha256, kind="item")
        for chunk, sha256 in view.every_chunk()
        for sentence in chunk.sentences
    )
    by_text = {statement.text: statement for statement in every}
    return [next(s for t, s in by_text.items() if text in t) for text in texts]


def texts(statements: Sequence[Statement]) -> list[str]:
    return [statement.text for statement in statements]


def test_half_of_a_list_becomes_all_of_it_in_its_place(house: View) -> None:
    shown = told(house, "painted green", DUTIES[2], DUTIES[0])
    assert texts(whole_lists(shown, house)) == [shown[0].text, *DUTIES]
    assert texts(list_led(shown[1:], house)) == DUTIES


def test_one_item_and_the_rows_of_a_table_stay_as_they_are(house: View) -> None:
    for shown in (told(house, DUTIES[1], "painted green"), told(house, "Cart", "Cow")):
        assert whole_lists(shown, house) == tuple(shown)
        assert not list_led(shown, house)
    assert not list_led(told(house, "painted green", *DUTIES[:2]), house)


def test_what_a_sentence_says_is_told_stands_behind_it(house: View) -> None:
    opener, behind = told(house, "three things", "return the cushion")
    assert with_what_is_told([opener], house) == (opener, behind)
    assert with_what_is_told([opener, behind], house) == (opener, behind)
    plain = told(house, "painted green")
    assert with_what_is_told(plain, house) == tuple(plain)

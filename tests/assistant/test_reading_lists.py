"""Lists whose items stand in sentences of their own, told by what is read in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant import scoring
from assistant.asking import rank
from assistant.assistant import Assistant
from assistant.crossencoder import Window
from assistant.draft import frame
from assistant.evidence import Evidence
from assistant.forms import Form
from assistant.gathered import Gathered, Wanted
from assistant.giving import Giving
from assistant.reading_lists import (
    completed,
    each_once,
    listed_by_reading,
    with_less_sure,
)
from assistant.scattered import item_of
from assistant.shaping import _as_list
from assistant.view import View
from assistant.weights import load_weights
from index.passage import FloatArray

FERRY = """# The Skarness ferry

The Skarness ferry crossed the sound for ninety-one years.

The winter of 1954 tore the landing stage away. Tickets were grey, and children
travelled for half the money. Two years later the new bridge took most of the
carts. The last boat, the Petrel, needed a boiler that nobody would pay for. Her
captain kept bees behind the boathouse. In the end the council withdrew its yearly
grant, and the ferry was given up.
"""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("ferry")
    (folder / "ferry.md").write_text(FERRY, "utf-8")
    return Assistant.open(corpus=folder, index=folder / "index")


class Reader:
    """Reads these sentences as answers, the last of them most clearly, and no other."""

    def answers(self, question: str, windows: Sequence[Window]) -> FloatArray:
        odds = [GIVEN.index(w.text) + 0.5 if w.text in GIVEN else -6.0 for w in windows]
        return np.array(odds, np.float32)


GIVEN = [
    "The winter of 1954 tore the landing stage away.",
    "Two years later the new bridge took most of the carts.",
    "The last boat, the Petrel, needed a boiler that nobody would pay for.",
]


def test_sentences_that_are_read_as_giving_one_are_the_list_in_reading_order(
    ferry: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "load_crossencoder", Reader)
    answer = ferry.ask("What were the reasons why the Skarness ferry was given up?")
    assert (answer.outcome, answer.shape) == ("answered", "list")
    assert [s.text for s in answer.statements] == GIVEN


def test_one_sentence_alone_is_no_list_by_reading(
    ferry: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "load_crossencoder", Reader)
    monkeypatch.setattr(f"{__name__}.GIVEN", GIVEN[:1])
    answer = ferry.ask("What were the reasons why the Skarness ferry was given up?")
    assert [s.text for s in answer.statements] != GIVEN


def test_what_is_found_by_name_is_completed_by_what_is_read(
    ferry: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "load_crossencoder", Reader)
    view = View(ferry.index)
    reading, _, ranked = rank("Which things ended the Skarness ferry?", view, load_weights(), 10)
    wanted = Wanted(Form("list"), reading, ranked, view, 7)
    first = next(s for s in ranked if s.candidate.text == GIVEN[1])
    found = completed(Gathered((item_of(first),), 0.75), wanted)
    assert [s.text for s in found.statements] == [GIVEN[1], GIVEN[2]]
    assert found.confidence == 0.75


def test_a_sentence_that_gives_the_list_is_completed_by_what_is_clearly_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mill.md").write_text(
        "# The mill\n\nThe causes of the fire at the mill were a lamp, a stove and dry hay.\n"
        "The mill had two wheels. An inspector blamed the chimney as well.\n",
        "utf-8",
    )
    mill = Assistant.open(corpus=tmp_path, index=tmp_path / "index")
    monkeypatch.setattr(scoring, "load_crossencoder", Reader)
    monkeypatch.setattr(f"{__name__}.GIVEN", ["", "An inspector blamed the chimney as well."])
    answer = mill.ask("What were the causes of the fire at the mill?")
    assert [s.text for s in answer.statements] == [
        "The causes of the fire at the mill were a lamp, a stove and dry hay.",
        "An inspector blamed the chimney as well.",
    ]


@pytest.fixture
def wanted(ferry: Assistant) -> Wanted:
    """A list of which one sentence is surely an item, one perhaps, and the others hardly."""
    view = View(ferry.index)
    reading, _, ranked = rank("Which things ended the Skarness ferry?", view, load_weights(), 10)
    chances = {GIVEN[0]: 0.9, GIVEN[1]: 0.1}
    wanted = Wanted(Form("list"), reading, ranked, view, 7)
    wanted.__dict__["likely"] = [Giving(s, chances.get(s.candidate.text, 0.01), 0) for s in ranked]
    return wanted


def first_item(wanted: Wanted) -> Gathered:
    given = next(one for one in wanted.likely if one.chance == 0.9)
    return Gathered((item_of(given.scored),))


def test_what_may_be_an_item_stands_behind_a_line_that_says_so(wanted: Wanted) -> None:
    found = with_less_sure(first_item(wanted), wanted)
    assert [(s.kind, s.text) for s in found.statements] == [
        ("item", GIVEN[0]),
        ("frame", "Perhaps also:"),
        ("item", GIVEN[1]),
    ]


def test_a_list_that_is_sure_counted_or_whole_gets_nothing_else(wanted: Wanted) -> None:
    found = first_item(wanted)
    counted = replace(found, statements=(frame("Reasons named: 1."), *found.statements))
    for one in (replace(found, confidence=0.8), replace(found, is_whole=True), counted):
        assert with_less_sure(one, wanted) is one


def test_so_many_more_items_than_else_stand_in_a_list_with_what_may_be_one(
    ferry: Assistant, wanted: Wanted
) -> None:
    short = replace(wanted, most=1)
    short.__dict__["likely"] = [replace(giving, chance=0.5) for giving in wanted.likely]
    found = with_less_sure(first_item(wanted), short)
    assert [s.kind for s in found.statements] == ["item", "frame", "item", "item", "item"]


COLLEGES = """# Who teaches whom

The alliance of Ormstad University and Brodal Works trains masons.
In winter Ormstad University shares a kiln with Brodal Works.
Kestrin University sends its glaziers to the old mint every spring.
Route 7 leads to Kestrin. The sea is reached by Route 9 after three hours.
"""


@pytest.mark.parametrize(
    ("noun", "kept"),
    [("universiti", [0, 2, 3, 4]), ("allianc", [0, 1, 2, 3, 4]), ("rout", [0, 1, 2, 3, 4])],
)
def test_what_is_listed_is_named_once(tmp_path: Path, noun: str, kept: list[int]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "colleges.md").write_text(COLLEGES, "utf-8")
    colleges = Assistant.open(tmp_path / "in", tmp_path / "index")
    reading, _, ranked = rank("Which of them are named?", View(colleges.index), load_weights(), 10)
    ranked.sort(key=lambda scored: scored.candidate.position)
    wanted = Wanted(Form("list", noun=noun), reading, ranked, View(colleges.index), 7)
    wanted.__dict__["likely"] = [Giving(s, 0.9 - i / 100, 0) for i, s in enumerate(ranked)]
    found = listed_by_reading(wanted)
    assert found is not None
    assert [s.text for s in found.statements] == [ranked[i].candidate.text for i in kept]


def test_of_what_several_have_with_each_other_each_is_given_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "deals.md").write_text(
        "# Deals\n\nOrr Mills and Pell Yard signed a contract in May.\n"
        "That winter Orr Mills lent Pell Yard two barges.\n"
        "Orr Mills sells rope to Tarn Forge.\nOrr Mills has a clock.\n",
        "utf-8",
    )
    deals = Assistant.open(tmp_path / "in", tmp_path / "index")
    asked = "Which partnerships does Orr Mills have?"
    reading, _, ranked = rank(asked, View(deals.index), load_weights(), 10)
    ranked.sort(key=lambda scored: scored.candidate.position)
    wanted = Wanted(Form("list", noun="partnership"), reading, ranked, View(deals.index), 7)
    wanted.__dict__["likely"] = [Giving(s, 0.9 - i / 100, 0) for i, s in enumerate(ranked)]
    found = listed_by_reading(wanted)
    assert found is not None
    texts = [s.text for s in found.statements]
    assert [text.split()[-1] for text in texts] == ["May.", "Forge.", "clock."]
    every = [item_of(scored) for scored in ranked]
    assert [s.text for s in each_once(every, wanted)] == texts


def test_a_list_is_given_for_what_is_read_as_an_item_whatever_its_best_sentence(
    ferry: Assistant, wanted: Wanted
) -> None:
    found = first_item(wanted)
    evidence = Evidence(wanted.reading, ferry.index.search("ferry"), [*wanted.ranked], 0.2)
    for chance, doubt, is_given in (
        (0.5, 1.0, True),
        (0.5, 0.75, True),
        (0.5, 0.3, False),
        (0.4, 1.0, False),
    ):
        listed = replace(found, chance=chance, doubt=doubt)
        draft = _as_list(listed, evidence, threshold=0.5)
        assert (draft is not None) == is_given == listed.is_read
        assert draft is None or draft.confidence == 0.5


def test_a_sentence_of_which_all_are_wished_for_is_joined_by_further_items(
    ferry: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "load_crossencoder", Reader)
    alone = ferry.ask("What tore the landing stage away?")
    answer = ferry.ask("What tore the landing stage away? All of them, please.")
    assert (alone.shape, answer.shape) == ("sentence", "list")
    assert answer.statements[0].text == alone.statements[0].text == GIVEN[0]
    assert set(GIVEN) <= {s.text for s in answer.statements}

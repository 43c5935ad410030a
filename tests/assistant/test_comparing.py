"""Comparisons: a row a side."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Answer, Citation
from assistant.assistant import Assistant
from assistant.matching import term_set
from assistant.shaping import is_unknown
from assistant.standing import cut_to_side

BOTH = (
    "Brodal Works gained from the ships of the bank, while Kestrin Bank expanded its trade in"
    " stone."
)


@pytest.mark.parametrize(
    "question",
    [
        "Compare what Brodal Works and Kestrin Bank gained.",
        "compare what brodal works and kestrin bank gained",
    ],
)
def test_one_sentence_about_both_is_cut_to_the_clause_of_each_and_cited_whole(
    quarry: Assistant, question: str
) -> None:
    answer = quarry.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "table")
    assert [(s.kind, s.label, s.text) for s in answer.statements] == [
        ("row", "Brodal Works", "Brodal Works gained from the ships of the bank ..."),
        ("row", "Kestrin Bank", "... Kestrin Bank expanded its trade in stone."),
    ]
    cited: list[Citation] = [c for s in answer.statements for c in s.citations]
    assert [c.quote for c in cited] == [BOTH, BOTH]


def rows(answer: Answer) -> list[tuple[str | None, str]]:
    return [(statement.label, statement.text) for statement in answer.statements]


@pytest.mark.parametrize(
    "question",
    [
        "Compare the pine marten and the beech marten",
        "how do pine martens differ from beech martens",
    ],
)
def test_what_is_told_alike_of_both_sides_stands_aspect_by_aspect(
    scratch: Assistant, question: str
) -> None:
    assert rows(scratch.ask(question)) == [
        ("pine marten", "The pine marten has a yellow throat patch."),
        ("beech marten", "The beech marten has a white throat patch that reaches the forelegs."),
        ("pine marten", "The pine marten dens in old woodpecker holes."),
        ("beech marten", "The beech marten dens in barns and lofts."),
        ("pine marten", "A female gives birth to three young in April."),
        ("beech marten", "A female gives birth to four young in March."),
    ]


def test_three_sides_get_a_row_each(scratch: Assistant) -> None:
    answer = scratch.ask("What do Lena Ostrow, Marco Dietz and Asha Rao each do?")
    assert rows(answer) == [
        ("Lena Ostrow", "Lena Ostrow heads the people office."),
        ("Marco Dietz", "Marco Dietz leads the calibration laboratory."),
        ("Asha Rao", "Asha Rao leads the sales team."),
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Compare Dunlin Civil and Sorrel Works",
        "Compare Lena Ostrow with Asha Rao",
        "annual leave vs parental leave",
        "Compare the rye bread and the oat biscuits",
    ],
)
def test_no_sentence_stands_on_two_sides_of_a_comparison(scratch: Assistant, question: str) -> None:
    answer = scratch.ask(question)
    quoted = [s.text for s in answer.statements if s.kind == "row"]
    assert answer.shape == "table"
    assert len(set(quoted)) == len(quoted) >= 2


def test_a_measure_is_read_from_the_column_that_names_it(quarry: Assistant) -> None:
    answer = quarry.ask("Compare the weights of the steam saw and the crane.")
    assert [s.text for s in answer.statements] == [
        "[Machine] Steam saw | [Weight in tonnes] 12 ...",
        "[Machine] Crane | [Weight in tonnes] 31 ...",
    ]


def test_an_empty_side_is_a_labelled_line(quarry: Assistant) -> None:
    answer = quarry.ask("Compare Brodal Works and Sanofi.")
    first, second = answer.statements
    assert (answer.outcome, first.kind, first.label) == ("answered", "row", "Brodal Works")
    assert (second.kind, second.label, second.text, second.citations) == (
        "frame",
        "Sanofi",
        "no sentence found",
        (),
    )
    assert answer.text == f"- Brodal Works: {first.text}\n- Sanofi: no sentence found"


def test_a_comparison_of_names_that_do_not_occur_is_not_covered(quarry: Assistant) -> None:
    answer = quarry.ask("Compare Sanofi and Bayer.")
    assert (answer.outcome, answer.shape) == ("not_covered", "table")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Acme lost, whereas Orla won.", "Acme lost ...", "... Orla won."),
        (
            "Both gained: Acme got ships; Orla got land.",
            "... Acme got ships ...",
            "... Orla got land.",
        ),
        ("Acme did not pay, but Orla paid.", "Acme did not pay ...", "... Orla paid."),
        ("Acme paid while it could.", None, None),
        ("Acme and Orla met, while Bex slept.", None, None),
        ("According to Bex, Acme lost, while Orla won.", "According to Bex, Acme lost ...", None),
        ("Perhaps Acme lost, while Orla won.", "Perhaps Acme lost ...", None),
    ],
)
def test_a_cut_keeps_who_says_so_and_how_surely(
    text: str, first: str | None, second: str | None
) -> None:
    acme, orla = term_set("Acme"), term_set("Orla")
    assert cut_to_side(text, acme, orla) == (first or text)
    assert cut_to_side(text, orla, acme) == (second or text)


def test_a_side_that_is_described_is_not_said_to_occur_nowhere_for_one_strange_word() -> None:
    unknown = frozenset(term_set("zeppelin originally meant"))
    assert is_unknown("Zeppelin", unknown)
    assert is_unknown("zeppelin works", unknown)
    assert is_unknown("the brick kilns of Zeppelin & Sons", unknown)
    assert not is_unknown("rail that was meant for coal trains", unknown)
    assert not is_unknown("the brick kilns", unknown)


def test_a_sentence_that_names_one_side_only_is_no_row_of_the_other(tmp_path: Path) -> None:
    text = "# The yard\n\nThe tall crane uses steam from the old boiler house.\n"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "yard.md").write_text(text, encoding="utf-8")
    yard = Assistant.open(tmp_path / "in", tmp_path / "index")
    answer = yard.ask("tall crane versus swing bridge: which power does each one use")
    assert [(s.kind, s.label) for s in answer.statements if s.label] in (
        [("row", "tall crane"), ("frame", "swing bridge")],
        [],
    )

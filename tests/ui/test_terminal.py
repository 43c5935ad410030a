"""Answers in a terminal."""

from __future__ import annotations

from tests.ui import samples
from ui.terminal import Paper, render_answer, render_passages

NARROW = Paper(width=44)


def test_an_answer_is_wrapped_and_its_sources_are_numbered_below() -> None:
    assert render_answer(samples.SENTENCE, NARROW) == (
        "Ferries carry mail. [1] Ropes are tied.\n"
        "[2][1]\n\n"
        "Sources\n\n"
        "[1] Ferries > Cargo > Heavy\n"
        "    a b/ferries.md:10-29\n"
        "    “Ferries carry mail.”\n\n"
        "[2] Ferries > Cargo > Heavy, page 3\n"
        "    ropes_(old).md:0-17\n"
        "    “Ropes are *tied*.”\n\n"
        "Note: Read <old> notes.\n\n"
        "You could ask:\n"
        "  Who ties ropes?\n\n"
        "High confidence"
    )


def test_a_table_and_a_list_have_a_line_an_entry() -> None:
    table = render_answer(samples.TABLE, Paper(60)).partition("\n\n")[0]
    listed = render_answer(samples.LIST, Paper(60)).split("\n\n")[:2]
    assert table == (
        "- Ferries: They carry mail | post. [1]\n- Trains: The documents say nothing of it."
    )
    assert listed == ["Two things are named:", "- mail [1]\n- Crew: ropes [2]"]


def test_a_refusal_shows_the_closest_passages_and_no_confidence() -> None:
    assert render_answer(samples.NOT_ANSWERED, Paper(60)) == (
        "I did not find what trains carry.\n\n"
        "Closest passages\n\n"
        "1. Ferries > Cargo\n"
        "   ferries.md:5-39\n"
        "   Ferries carry mail ."
    )


def test_the_focus_is_bold_where_the_terminal_can() -> None:
    drawn = render_answer(samples.SENTENCE, Paper(60, bold=True))
    assert drawn.startswith("Ferries carry \x1b[1mmail\x1b[0m. [1] Ropes are tied. [2][1]\n")


def test_no_control_character_reaches_the_terminal() -> None:
    evil = "red\x1b[31m\x07\u202egnp"
    said = samples.statement(evil, "sentence", samples.citation(f"{evil}.md", 0, evil))
    drawn = render_answer(samples.answer(said, notes=(evil,)), Paper(80))
    assert {c for c in drawn if c in "\x1b\x07\u202e"} == set()


def test_passages_are_ranked_with_place_score_and_whole_text() -> None:
    assert render_passages([samples.PASSAGE], Paper(60)) == (
        "1. Ferries > Cargo\n   ferries.md:5-39  score 0.75\n   Ferries carry mail ."
    )

"""Chat messages: what is said, what is escaped, and what comes back out of them."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.answer import Answer
from tests.ui import samples
from ui.answer_markdown import escape, read_message, render_message, render_trouble

MAIL_LINK = "\u00a0[\\[1\\]](#cite=a%20b%2Fferries.md:10-29&n=1&h=abababababab)"
ROPES_LINK = "\u00a0[\\[2\\]](#cite=ropes_%28old%29.md:0-17&n=2&h=abababababab)"
HIGH = '<div class="aside">\n\nHigh confidence\n\n</div>'


def test_sentences_carry_their_numbered_links_and_the_focus_stands_out() -> None:
    assert render_message(samples.SENTENCE) == (
        rf"Ferries carry <strong>mail</strong>\.{MAIL_LINK} Ropes are tied\."
        rf"{ROPES_LINK}{MAIL_LINK}"
        '\n\n<div class="aside">\n\nNote: Read \\<old\\> notes\\.\n\nHigh confidence\n\n</div>'
    )


def test_a_list_is_bullets_below_its_frame() -> None:
    assert render_message(samples.LIST) == (
        f"Two things are named\\:\n\n- mail{MAIL_LINK}\n"
        f"- <strong>Crew\\:</strong> ropes{ROPES_LINK}"
        '\n\n<div class="aside">\n\nMedium confidence: check the sources\n\n</div>'
    )


def test_a_table_has_a_row_a_side_and_an_empty_side_says_so() -> None:
    assert render_message(samples.TABLE) == (
        "| About | What the documents say |\n| --- | --- |\n"
        rf"| <strong>Ferries</strong> | They carry mail \| post\.{MAIL_LINK} |"
        "\n| <strong>Trains</strong> | The documents say nothing of it\\. |"
        '\n\n<div class="aside">\n\nLow confidence: check the sources\n\n</div>'
    )


def test_groups_stand_below_their_labels() -> None:
    assert render_message(samples.GROUPS) == (
        f"<strong>Cargo</strong>\n\n- Ferries carry mail\\.{MAIL_LINK}\n\n"
        f"<strong>Crew</strong>\n\n- Ropes are tied\\.{ROPES_LINK}\n\n{HIGH}"
    )


def test_a_refusal_is_told_apart_and_links_to_the_closest_passages() -> None:
    assert render_message(samples.NOT_ANSWERED) == (
        '<div class="refusal not_answered">\n\n<strong>Not answered by the documents</strong>\n\n'
        "I did not find what trains carry\\.\n\n</div>\n\n"
        '<div class="aside">\n\n<strong>Closest passages</strong>\n\n'
        r"- [\[1\]](#cite=ferries.md:5-39&n=1&h=cdcdcdcdcdcd) <strong>Ferries › Cargo</strong> "
        "Ferries carry mail \\.\n\n</div>"
    )


def test_what_is_not_covered_is_another_refusal() -> None:
    assert render_message(samples.NOT_COVERED) == (
        '<div class="refusal not_covered">\n\n<strong>Not covered by the documents</strong>\n\n'
        "Zeppelin occurs in none of 3 documents\\.\n\n</div>"
    )


def test_an_unsupported_sentence_is_hidden_or_says_what_it_is() -> None:
    shown = f"Ferries carry mail\\.{MAIL_LINK}"
    mark = r" They fly\. \(not supported by what it cites\)" + MAIL_LINK
    assert render_message(samples.UNSUPPORTED) == f"{shown}\n\n{HIGH}"
    assert render_message(samples.UNSUPPORTED, show_unsupported=True) == f"{shown}{mark}\n\n{HIGH}"


def test_a_failure_is_escaped_too() -> None:
    assert render_trouble("no <index>; run: x") == (
        '<div class="refusal trouble">\n\nno \\<index\\>\\; run\\: x\n\n</div>'
    )


@pytest.mark.parametrize(
    "answer",
    [samples.SENTENCE, samples.LIST, samples.TABLE, samples.GROUPS, samples.NOT_COVERED],
    ids=lambda answer: f"{answer.shape}-{answer.outcome}",
)
def test_a_message_reads_back_as_what_was_said(answer: Answer) -> None:
    said = read_message(render_message(answer))
    expected = {
        "sentence": "Ferries carry mail. Ropes are tied.",
        "list": "Two things are named:\n- mail\n- Crew: ropes",
        "table": "- Ferries: They carry mail | post.\n- Trains: The documents say nothing of it.",
        "groups": "Cargo\n- Ferries carry mail.\nCrew\n- Ropes are tied.",
    }[answer.shape]
    if answer is samples.NOT_COVERED:
        expected = "Not covered by the documents\nZeppelin occurs in none of 3 documents."
    assert said == expected


ODD = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\\`*_{}[]()<>#+-.!|~$&@:/=\"' \n"),
    max_size=60,
)


@given(ODD)
def test_whatever_a_document_holds_is_shown_as_text(text: str) -> None:
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(f"x{escape(text)}x")
    tags = set(re.findall(r"<[^>]*>", html))
    assert tags <= {"<p>", "</p>"}


@given(ODD)
def test_what_is_escaped_reads_back(text: str) -> None:
    plain = re.sub(r"[\u202a-\u202e\u2066-\u2069]", "", text)
    plain = re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", plain).strip()
    assert read_message(f"x{escape(text)}x") == f"x{plain}x"


@given(st.text(st.sampled_from("a b*"), min_size=1, max_size=9), st.data())
def test_a_focus_changes_no_word_of_a_statement(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    said = samples.statement(text, "sentence", focus=(start, end))
    shown = read_message(render_message(samples.answer(said)))
    assert " ".join(shown.split()) == " ".join(text.split())


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_a_link_carries_any_file_name(name: str) -> None:
    said = samples.statement("It is.", "sentence", samples.citation(name, 3, "It is."))
    found = re.findall(
        r"\(#cite=([^:()\s&]*):3-9&n=1&h=\w+\)", render_message(samples.answer(said))
    )
    assert [unquote(document) for document in found] == [name]

"""Asking in a real browser: answers, their sources, and what a user does with both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.ui.browsing import MARKER, PHONE, ask, in_view, marked, questions, still
from ui import messages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.ui.shapes import Shapes

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    # Gradio's queue sets a pandas option that pandas 3 deprecates.
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting'"),
]

FERRIES = "What do ferries carry?"
CARRY = "Ferries carry passengers, bicycles and mail."
CAPTAIN = "A captain commands each ferry."
COMMANDS = "Who commands each ferry?"


def texts(page: Page, selector: str) -> list[str]:
    return page.locator(selector).all_inner_texts()


def test_every_sentence_ends_in_a_number_whose_quote_stands_beside_it(opened: Page) -> None:
    ask(opened, FERRIES)
    assert texts(opened, MARKER) == ["[1]", "[2]"]
    first = opened.locator("#conversation .statement").first
    assert first.inner_text() == f"{CARRY}\u00a0[1]"
    assert texts(opened, "#view-ask .viewer .card h3") == ["Ferries of the bay"] * 2
    assert texts(opened, "#view-ask .viewer .card .where") == ["Cargo", "Crew"]
    assert marked(opened)[0] == CARRY
    said = texts(opened, "#conversation .qualified span")
    assert said == ["Medium confidence: check the sources", "2 of 2 quoted word for word."]


def test_an_answer_appears_at_once_not_typed(opened: Page) -> None:
    opened.evaluate(
        """() => {
            window.grown = [];
            new MutationObserver(() => {
                const said = document.querySelector("#conversation .said")?.innerText;
                if (said && said !== window.grown.at(-1)) window.grown.push(said);
            }).observe(document.querySelector("#conversation"), {childList: true, subtree: true});
        }"""
    )
    ask(opened, FERRIES)
    assert len(opened.evaluate("window.grown")) == 1


def test_pointing_at_a_number_previews_its_quote_and_opens_its_paragraph_in_place(
    opened: Page,
) -> None:
    ask(opened, FERRIES)
    opened.locator(MARKER).first.hover()
    preview = opened.locator(".popover")
    preview.wait_for()
    assert preview.locator("blockquote").inner_text() == CARRY
    assert preview.locator(".popover-head, .where").all_inner_texts() == [
        "1\nFerries of the bay",
        "Cargo",
        "Quoted word for word",
    ]
    preview.get_by_role("button", name="Show paragraph").click()
    opened.wait_for_selector("#conversation .in-place mark")
    shown = opened.locator("#conversation .in-place p").inner_text()
    assert shown == f"{CARRY} 🚢 They leave the pier every hour."
    assert texts(opened, "#conversation .in-place mark") == [CARRY]
    opened.locator("#conversation .in-place button").click()
    assert opened.locator("#conversation .in-place").count() == 0


def test_focusing_a_number_previews_its_quote_and_escape_puts_it_away(opened: Page) -> None:
    ask(opened, COMMANDS)
    opened.locator("#conversation .message.user .icon").focus()
    opened.keyboard.press("Tab")
    preview = opened.locator(".popover")
    preview.wait_for()
    assert preview.locator("blockquote").inner_text() == CAPTAIN
    described = opened.evaluate("document.activeElement.getAttribute('aria-describedby')")
    assert described == preview.get_attribute("id")
    opened.keyboard.press("Escape")
    assert not preview.is_visible()
    assert opened.evaluate("document.activeElement.textContent") == "[1]"


def test_a_number_opens_the_document_at_its_quote_and_escape_returns_to_it(opened: Page) -> None:
    ask(opened, COMMANDS)
    opened.locator(MARKER).first.click()
    opened.wait_for_selector("#view-ask .document mark")
    assert marked(opened) == [CAPTAIN]
    assert in_view(opened, ".viewer mark")
    assert texts(opened, ".document .path") == ["ferries.md"]
    assert texts(opened, ".viewer-what .where") == ["Crew"]
    assert in_view(opened, ".viewer-what .where")
    assert texts(opened, ".document h4") == ["Cargo", "Crew"]
    opened.keyboard.press("Escape")
    opened.wait_for_selector("#view-ask .viewer .card")
    assert opened.evaluate("document.activeElement.textContent") == "[1]"


def test_a_quote_opens_to_its_paragraph_on_its_card(opened: Page) -> None:
    ask(opened, FERRIES)
    card = opened.locator("#view-ask .viewer .card").first
    card.get_by_role("button", name="Show paragraph").click()
    card.locator("div.passage").wait_for()
    assert card.locator("div.passage").inner_text() == f"{CARRY} 🚢 They leave the pier every hour."
    assert card.locator("mark").all_inner_texts() == [CARRY]


def test_a_link_opens_its_passage_in_a_new_page(opened: Page, browser: Browser) -> None:
    ask(opened, COMMANDS)
    href = opened.locator(MARKER).first.get_attribute("href")
    other = browser.new_context().new_page()
    other.goto(opened.url.partition("#")[0] + (href or ""))
    other.wait_for_selector("#view-ask .document mark")
    assert marked(other) == [CAPTAIN]
    other.context.close()


def test_keys_focus_the_question_and_open_sources(opened: Page) -> None:
    ask(opened, COMMANDS)
    opened.locator("#title").click()
    opened.keyboard.press("/")
    assert opened.evaluate("document.activeElement.matches('#question textarea')")
    assert opened.locator("#question textarea").input_value() == ""
    opened.keyboard.press("Alt+2")
    opened.wait_for_selector("#view-ask .document mark")
    assert marked(opened) == [CARRY]


def test_a_table_is_a_table_with_its_empty_side(opened: Page) -> None:
    ask(opened, "Table?")
    rows = opened.locator("#conversation table tr").all_inner_texts()
    assert [row.split("\t")[0] for row in rows] == ["About", "Ferries", "Trains"]
    assert rows[2] == "Trains\tThe documents say nothing of them."
    assert opened.locator("#conversation tbody th[scope=row]").count() == 2


@pytest.mark.parametrize(("question", "shown", "total"), [("List?", 6, 9), ("Groups?", 5, 8)])
def test_a_long_list_shows_the_rest_when_asked(
    opened: Page, question: str, shown: int, total: int
) -> None:
    ask(opened, question)
    items = opened.locator("#conversation .said li:visible")
    assert items.count() == shown
    opened.locator("#conversation").get_by_role("button", name="Show all").click()
    assert items.count() == total
    assert opened.get_by_role("button", name="Show all").count() == 0


def test_all_that_an_answer_counts_is_shown_when_asked_for(opened: Page) -> None:
    ask(opened, FERRIES)
    assert opened.get_by_role("button", name="Show all").count() == 0
    ask(opened, "Part?")
    turns = opened.locator("#conversation .turn")
    assert turns.last.locator(".said li").count() == 3
    turns.last.get_by_role("button", name="Show all 9").click()
    opened.wait_for_function("document.querySelectorAll('#conversation .toolbar').length == 3")
    assert turns.last.locator(".said li:visible").count() == 9
    assert opened.get_by_role("button", name="Show all").count() == 0


def test_groups_stand_under_their_names(opened: Page) -> None:
    ask(opened, "Groups?")
    assert texts(opened, "#conversation h3.group") == ["Cargo", "Crew"]


def test_an_unsupported_sentence_is_struck_through_and_says_so(opened: Page) -> None:
    ask(opened, "Unsupported?")
    statement = opened.locator("#conversation .statement.unsupported")
    assert statement.locator("s").inner_text() == "They fly."
    assert statement.locator(".status").inner_text() == " (not supported by what it cites)"
    checked = "1 of 2 quoted word for word, 1 of 2 not supported."
    assert texts(opened, "#conversation .checked") == [checked]


def test_the_two_refusals_look_different_and_the_closest_passages_open(opened: Page) -> None:
    ask(opened, "What is the boiling point of tungsten?")
    ask(opened, "Nowhere?")
    assert texts(opened, "#conversation .refusal .verdict") == [
        "Not answered by the documents",
        "Not covered by the documents",
    ]
    styles = "nodes => nodes.map(node => getComputedStyle(node).borderLeftStyle)"
    borders = opened.locator("#conversation .refusal").evaluate_all(styles)
    assert borders == ["solid", "dashed"]
    near = opened.locator("#conversation .turn").first
    assert near.locator(".closest-list li").count() == 3
    near.locator("a.cite").first.click()
    opened.wait_for_selector("#view-ask .document mark")
    assert in_view(opened, ".viewer mark")


def test_an_empty_chat_shows_what_there_is_to_ask_and_examples_that_ask(opened: Page) -> None:
    assert texts(opened, ".collection h3") == ["3 documents."]
    assert texts(opened, ".example") == ["What do ferries carry?", "Who built the harbour?"]
    opened.get_by_text("Who built the harbour?").click()
    opened.wait_for_selector("#conversation .toolbar")
    assert questions(opened) == ["Who built the harbour?"]


def test_a_chip_clicked_the_moment_it_appears_loses_no_turn(opened: Page) -> None:
    opened.evaluate(
        """() => new MutationObserver((_, watching) => {
            const chip = document.querySelector("#conversation .chip");
            if (chip) { watching.disconnect(); chip.click(); }
        }).observe(document.querySelector("#conversation"), {childList: true, subtree: true})"""
    )
    opened.locator("#question textarea").fill(FERRIES)
    opened.keyboard.press("Tab")
    opened.locator("#question .send").click()
    opened.wait_for_function("document.querySelectorAll('#conversation .toolbar').length == 2")
    assert questions(opened) == [FERRIES, "Who brought the data?"]
    opened.reload()
    opened.wait_for_selector("#conversation .toolbar")
    assert questions(opened) == [FERRIES, "Who brought the data?"]


def test_an_earlier_chip_waits_while_an_answer_is_made(opened: Page, shapes: Shapes) -> None:
    ask(opened, FERRIES)
    opened.locator("#question textarea").fill("Wait?")
    with shapes.held():
        opened.keyboard.press("Enter")
        opened.get_by_role("button", name="Stop").wait_for()
        opened.locator("#conversation .chip").dispatch_event("click")
    opened.wait_for_function("document.querySelectorAll('#conversation .toolbar').length == 2")
    assert questions(opened) == [FERRIES, "Wait?"]


def test_an_edited_question_is_asked_anew_with_what_followed_gone(opened: Page) -> None:
    ask(opened, FERRIES)
    ask(opened, COMMANDS)
    opened.locator("#conversation .message.user").first.hover()
    opened.get_by_role("button", name="Edit the question").first.click()
    box = opened.locator("#conversation textarea")
    assert box.input_value() == FERRIES
    box.fill("Who built the harbour?")
    box.press("Enter")
    opened.wait_for_function("document.querySelectorAll('#conversation .toolbar').length == 1")
    assert questions(opened) == ["Who built the harbour?"]
    opened.reload()
    opened.wait_for_selector("#conversation .toolbar")
    assert questions(opened) == ["Who built the harbour?"]


def test_an_answer_can_be_stopped_and_the_next_question_asked(opened: Page, shapes: Shapes) -> None:
    opened.locator("#question textarea").fill("Wait?")
    with shapes.held():
        opened.keyboard.press("Enter")
        opened.get_by_role("button", name="Stop").click()
        opened.wait_for_selector("#conversation .trouble")
    assert texts(opened, "#conversation .trouble") == ["Stopped."]
    ask(opened, COMMANDS)
    assert questions(opened) == ["Wait?", COMMANDS]
    opened.reload()
    opened.wait_for_selector("#conversation .toolbar")
    assert questions(opened) == [COMMANDS]


def test_an_answer_is_copied_with_its_sources(opened: Page) -> None:
    ask(opened, COMMANDS)
    opened.get_by_role("button", name="Copy with sources").click()
    opened.get_by_text("Copied with its sources.").wait_for()
    copied = opened.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"**{COMMANDS}**\n\n{CAPTAIN} [1] ")
    place = "Ferries of the bay › Crew (ferries.md, characters 155–187, SHA-256 "
    assert f"- [1] “\\- {CAPTAIN}”\n  {place}" in copied


def test_thumbs_and_what_would_have_been_right_are_kept_as_a_case(
    opened: Page, own_folder: Path
) -> None:
    ask(opened, "What is the boiling point of tungsten?")
    path = own_folder / "feedback.jsonl"
    opened.get_by_role("button", name="Good answer").click()
    opened.get_by_text(messages.KEPT_REMARK.format(path=path)).wait_for()
    assert json.loads(path.read_text().splitlines()[-1])["answerable"] is False
    opened.get_by_role("button", name="Bad answer").click()
    opened.get_by_role("button", name="Another passage").click()
    passage = opened.locator("#view-ask .viewer .others .card", has_text="three piers")
    passage.get_by_role("button", name="This is the right passage").click()
    opened.get_by_text(messages.KEPT_REMARK.format(path=path)).wait_for()
    opened.wait_for_function("!document.querySelector('.why-wrong')")
    case = json.loads(path.read_text().splitlines()[-1])
    assert (case["answerable"], case["tags"]) == (True, ["feedback", "passage"])
    assert [found["document"] for found in case["evidence"]] == ["harbour.txt"]
    opened.get_by_role("button", name="Bad answer").click()
    opened.get_by_role("textbox", name="It should say").fill("3422 °C")
    opened.keyboard.press("Enter")
    opened.wait_for_function("!document.querySelector('.why-wrong')")
    assert json.loads(path.read_text().splitlines()[-1])["facts"] == [["3422 °C"]]


def test_a_thumb_shows_again_after_a_reload(opened: Page) -> None:
    ask(opened, FERRIES)
    ask(opened, COMMANDS)
    opened.get_by_role("button", name="Good answer").first.click()
    opened.get_by_role("button", name="Bad answer").last.click()
    opened.get_by_role("button", name="The documents do not say").click()
    opened.wait_for_function("!document.querySelector('.why-wrong')")
    opened.reload()
    opened.wait_for_selector("#conversation .toolbar")
    pressed = opened.locator("#conversation .toolbar [aria-pressed=true]")
    names = pressed.evaluate_all("nodes => nodes.map(node => node.ariaLabel)")
    assert names == ["Good answer", "Bad answer"]


def test_a_passage_pointed_at_says_why_it_was_not_taken(opened: Page) -> None:
    ask(opened, COMMANDS)
    opened.locator(MARKER).first.click()
    opened.get_by_role("button", name="Why not this passage?").click()
    opened.locator("#view-ask .document .text p", has_text=CARRY).click()
    opened.wait_for_selector("#view-ask .standing")
    standing = opened.locator("#view-ask .standing").inner_text()
    assert standing.startswith("This passage is number 3 of 5 for your question. The first one ")
    reasons = texts(opened, "#view-ask .report dt")
    assert reasons[:4] == ["By meaning", "By words", "Together", "Words found"]
    assert opened.get_by_role("button", name="This is the right passage").count() == 1


def test_a_passage_says_why_it_was_found(opened: Page) -> None:
    ask(opened, COMMANDS)
    opened.locator("#view-ask .viewer .why summary").first.click()
    values = texts(opened, "#view-ask .viewer .card:first-child dd")
    assert values[0].startswith("number 1 (similarity 0.")
    assert values[1].startswith("number 1 (BM25 ")
    assert values[3] == "commands, ferry"


@pytest.mark.parametrize("opened", [PHONE], indirect=True)
def test_on_a_phone_the_source_is_a_sheet_over_the_answer(opened: Page) -> None:
    ask(opened, COMMANDS)
    opened.locator(MARKER).first.click()
    opened.wait_for_selector("#view-ask .document mark")
    still(opened)  # the sheet slides in
    assert in_view(opened, ".viewer mark")
    box = opened.locator("#view-ask .viewer").bounding_box()
    assert box is not None
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 390, 844)
    assert opened.evaluate("document.documentElement.scrollWidth") == 390
    opened.get_by_role("button", name="Back to answer").click()
    still(opened)
    assert not opened.locator("#view-ask .viewer").is_visible()
    assert in_view(opened, "#conversation .message.bot")
    assert opened.evaluate("document.activeElement.textContent") == "[1]"


def test_searching_gives_passages_with_reasons_that_open(opened: Page) -> None:
    opened.get_by_role("tab", name="Search").click()
    opened.get_by_role("searchbox", name="Search the documents").fill("sailors ropes")
    opened.keyboard.press("Enter")
    opened.wait_for_selector("#view-search .results .card")
    cards = opened.locator("#view-search .results .card")
    assert cards.count() == 5
    assert cards.first.locator(".where").inner_text() == "Crew"
    cards.first.locator(".why summary").click()
    assert cards.first.locator("dd").all_inner_texts()[3] == "sailors, ropes"
    cards.first.get_by_role("button", name="Open in document").click()
    opened.wait_for_selector("#view-search .document mark")
    assert in_view(opened, "#view-search .viewer mark")


def test_another_view_can_ask_here(opened: Page) -> None:
    ask(opened, COMMANDS)
    question = "Who built the harbour?"
    opened.evaluate(
        """q => document.dispatchEvent(new CustomEvent("assistant:ask", {detail: q}))""",
        question,
    )
    opened.locator("#conversation .user p", has_text=question).wait_for()
    opened.wait_for_selector("#conversation .toolbar")
    assert questions(opened) == [question]

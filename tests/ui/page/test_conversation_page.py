"""Conversations in a real browser: kept, found again, saved, and nobody else's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.ui.browsing import MARKER, ask, listening_socket, marked, questions, served
from tests.ui.shapes import Shapes
from ui.engine import Engine
from ui.page.context import PageContext

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting'"),
]

CAPTAIN = "A captain commands each ferry."
COMMANDS = "Who commands each ferry?"


def titles(page: Page) -> list[str]:
    return page.locator(".drawer .name").all_inner_texts()


def open_list(page: Page) -> None:
    page.get_by_role("button", name="Conversations", exact=True).click()
    page.locator(".drawer[open]").wait_for()


def test_a_conversation_outlives_reload_and_restart_with_citations_that_open(
    browser: Browser, shapes: Shapes, tmp_path: Path
) -> None:
    def context() -> PageContext:
        return PageContext(Engine(lambda _: cast(Any, shapes)).start(), tmp_path)

    page = browser.new_context().new_page()
    with listening_socket() as at:
        with served(context(), at=at) as url:
            page.goto(url)
            ask(page, COMMANDS)
            ask(page, "What do ferries carry?")
        with served(context(), at=at):
            page.reload()
            page.wait_for_selector("#conversation .toolbar")
            assert questions(page) == [COMMANDS, "What do ferries carry?"]
            page.locator(MARKER).first.click()
            page.wait_for_selector("#view-ask .document mark")
            assert marked(page) == [CAPTAIN]
            ask(page, "And who ties ropes?")
            note = page.locator("#conversation .aside").last.inner_text()
            assert "Note: 4 earlier turns." in note
    page.context.close()


def test_conversations_are_listed_searched_renamed_and_deleted(opened: Page) -> None:
    ask(opened, COMMANDS)
    opened.get_by_role("button", name="New conversation").click()
    opened.wait_for_selector(".opening")
    ask(opened, "Who built the harbour?")
    open_list(opened)
    opened.locator(".drawer .name").nth(1).wait_for()
    assert titles(opened) == ["Who built the harbour?", COMMANDS]
    opened.get_by_role("searchbox", name="Search conversations").fill("captain")
    opened.wait_for_function("document.querySelectorAll('.drawer .name').length == 1")
    assert titles(opened) == [COMMANDS]
    opened.get_by_role("button", name=f"Rename: {COMMANDS}").click()
    opened.get_by_role("textbox", name="Rename").fill("Captains")
    opened.keyboard.press("Enter")
    opened.locator(".drawer .name", has_text="Captains").click()
    opened.wait_for_function("document.querySelector('.talk-title').textContent == 'Captains'")
    assert questions(opened) == [COMMANDS]
    open_list(opened)
    opened.get_by_role("searchbox", name="Search conversations").fill("")
    opened.get_by_role("button", name="Delete: Who built the harbour?").click()
    opened.get_by_role("button", name="Yes, delete").click()
    opened.wait_for_function("document.querySelectorAll('.drawer li').length == 1")
    assert titles(opened) == ["Captains"]


def test_one_browser_never_sees_anothers_conversations(
    opened: Page, browser: Browser, url: str
) -> None:
    ask(opened, COMMANDS)
    id_ = opened.evaluate("sessionStorage.getItem('assistant.conversation')")
    key = opened.evaluate("localStorage.getItem('assistant.key')")
    other = browser.new_context().new_page()
    other.goto(url)
    other.wait_for_selector(".opening")
    assert other.evaluate("localStorage.getItem('assistant.key')") != key
    other.evaluate("id => sessionStorage.setItem('assistant.conversation', id)", id_)
    other.reload()
    other.wait_for_selector(".opening")
    assert questions(other) == []
    open_list(other)
    other.get_by_text("Your conversations will be listed here.").wait_for()
    for action in ("open", "rename", "delete", "export", "remark"):
        status = other.evaluate(
            """([action, conversation]) => fetch(`page/${action}`, {
                method: "POST",
                body: JSON.stringify({conversation, key: localStorage.getItem("assistant.key")}),
            }).then((response) => response.status)""",
            [action, id_],
        )
        assert status == 404, action
    other.context.close()


@pytest.mark.parametrize(
    ("form", "name"), [("Markdown", "conversation.md"), ("HTML", "conversation.html")]
)
def test_a_conversation_is_saved_with_every_quote(
    opened: Page, browser: Browser, tmp_path: Path, form: str, name: str
) -> None:
    ask(opened, COMMANDS)
    ask(opened, "Table?")
    opened.locator(".menu summary").click()
    with opened.expect_download() as saving:
        opened.get_by_role("button", name=f"Save as {form}").click()
    assert saving.value.suggested_filename == name
    saving.value.save_as(tmp_path / name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert CAPTAIN in text
    assert "ferries.md, characters 155–187, SHA-256 " in text
    if form == "HTML":
        alone = browser.new_context(offline=True).new_page()
        alone.goto((tmp_path / name).as_uri())
        assert alone.locator("h2").all_inner_texts() == [COMMANDS, "Table?"]
        alone.locator("a", has_text="[1]").first.click()
        assert alone.evaluate("document.querySelector(':target').innerText").startswith(
            f"- {CAPTAIN}\nFerries of the bay › Crew\nferries.md, characters 155–187, "
        )
        alone.context.close()

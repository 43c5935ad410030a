"""The page in a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.ui.standin import NearestSentence
from ui.engine import Engine
from ui.guard import Guard, served_hosts

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    # Gradio's queue sets a pandas option that pandas 3 deprecates.
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting'"),
]

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP, PHONE = (1280, 800), (390, 844)
ANSWER = "Ferries carry passengers, bicycles and mail."
CITATION = '#conversation a[href^="#cite="]'


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed (apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def url(
    browser: Browser, standin: NearestSentence, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The chat, served by a thread of this process."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import uvicorn

    from ui.page.context import PageContext
    from ui.server import build_app

    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    app = build_app(
        PageContext(Engine(lambda _: cast(Any, standin)).start(), tmp_path_factory.mktemp("page"))
    )
    config = uvicorn.Config(
        Guard(app, served_hosts("127.0.0.1")), log_level="warning", lifespan="on", ws="none"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def outside() -> list[str]:
    """Addresses outside this machine that the page asked for."""
    return []


@pytest.fixture
def opened(
    request: pytest.FixtureRequest, browser: Browser, url: str, outside: list[str]
) -> Iterator[Page]:
    """The page, loaded and ready for a question; ``request.param``: the viewport."""
    width, height = getattr(request, "param", DESKTOP)
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    local = (url, "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(local) else outside.append(r.url))
    page.goto(url)
    page.wait_for_selector("#conversation .example")
    yield page
    context.close()


def ask(page: Page, question: str) -> None:
    box = page.locator("#question textarea")
    box.fill(question)
    box.press("Enter")


def marked(page: Page) -> list[str]:
    return page.locator(".viewer mark").all_inner_texts()


def in_view(page: Page, selector: str) -> bool:
    """Whether an element lies in the visible part of the panel, nothing above it."""
    found: bool = page.evaluate(
        """(selector) => {
            const box = document.querySelector(selector).getBoundingClientRect();
            const x = box.left + box.width / 2, y = box.top + Math.min(box.height / 2, 10);
            const top = document.elementFromPoint(x, y);
            return top !== null && top.closest(selector) !== null;
        }""",
        selector,
    )
    return found


def test_a_question_gets_numbered_citations_and_their_passages_beside_it(
    opened: Page, outside: list[str]
) -> None:
    ask(opened, "What do ferries carry?")
    opened.wait_for_selector(".viewer mark")
    assert opened.locator(CITATION).all_inner_texts() == ["[1]", "[2]"]
    assert ANSWER in opened.locator("#conversation .message.bot").inner_text()
    assert marked(opened)[0] == ANSWER
    assert opened.locator(".viewer .card h3").all_inner_texts() == ["Ferries of the bay"] * 2
    assert opened.locator(".viewer .where").all_inner_texts() == ["Cargo", "Crew"]
    assert outside == []


def test_a_citation_opens_the_document_at_the_quote_and_escape_returns(opened: Page) -> None:
    ask(opened, "Who commands each ferry?")
    opened.locator(CITATION).first.click()
    opened.wait_for_selector(".viewer .document mark")
    assert marked(opened) == ["A captain commands each ferry."]
    assert in_view(opened, ".viewer mark")
    assert opened.locator(".viewer .document h4").all_inner_texts() == ["Cargo", "Crew"]
    opened.keyboard.press("Escape")
    opened.wait_for_selector(".viewer .card")
    assert opened.evaluate("document.activeElement.textContent") == "[1]"


def test_a_link_opens_its_passage_in_a_new_page(opened: Page, browser: Browser) -> None:
    ask(opened, "Who commands each ferry?")
    href = opened.locator(CITATION).first.get_attribute("href")
    other = browser.new_context().new_page()
    other.goto(opened.url.partition("#")[0] + (href or ""))
    other.wait_for_selector(".viewer .document mark")
    assert marked(other) == ["A captain commands each ferry."]
    other.context.close()


def test_keys_focus_the_question_and_open_sources(opened: Page) -> None:
    ask(opened, "Who commands each ferry?")
    opened.wait_for_selector(".viewer .card")
    opened.locator("#title").click()
    opened.keyboard.press("/")
    assert opened.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert opened.locator("#question textarea").input_value() == ""
    opened.keyboard.press("Alt+1")
    opened.wait_for_selector(".viewer .document mark")
    assert marked(opened) == ["A captain commands each ferry."]


def test_a_refusal_looks_different_and_shows_the_closest_passages(opened: Page) -> None:
    ask(opened, "What is the boiling point of tungsten?")
    opened.wait_for_selector(".viewer .card")
    refusal = opened.locator("#conversation .refusal")
    assert refusal.all_inner_texts() == [
        "Not answered by the documents\n\nI did not find an answer to that."
    ]
    assert opened.locator(".viewer-title").inner_text() == "Closest passages"
    assert opened.locator("#conversation .aside li").count() == 3
    border = refusal.evaluate("node => getComputedStyle(node).borderLeftWidth")
    assert border == "3px"


def test_examples_and_suggestions_ask_when_clicked(opened: Page) -> None:
    opened.get_by_text("Who built the harbour?").click()
    opened.wait_for_selector(".viewer .card")
    assert opened.locator("#conversation .message.user").all_inner_texts() == [
        "Who built the harbour?"
    ]
    opened.wait_for_selector("#question .submit-button")
    opened.wait_for_timeout(500)  # Gradio stores the turn after it has shown it
    opened.get_by_text("Who brought the data?").click()
    opened.wait_for_function("document.querySelectorAll('#conversation .message.user').length > 1")
    assert opened.locator("#conversation .message.user").all_inner_texts() == [
        "Who built the harbour?",
        "Who brought the data?",
    ]


def test_a_hostile_document_name_and_question_are_shown_as_text(
    opened: Page, outside: list[str]
) -> None:
    question = "What did smugglers hide? <img src=x onerror='window.hacked=5'>"
    ask(opened, question)
    opened.locator(CITATION).first.click()
    opened.wait_for_selector(".viewer .document mark")
    shown = opened.locator(".viewer .document").inner_text()
    assert "{{constructor}} ${window.hacked=3} planks." in shown
    assert opened.locator(".viewer .path").inner_text() == "<b>smugglers&n=1.md"
    assert opened.evaluate("window.hacked") is None
    planted = ".viewer img, .viewer script, .viewer b, .viewer a, #conversation .bot img"
    assert opened.locator(planted).count() == 0
    assert outside == []


@pytest.mark.parametrize("opened", [PHONE], indirect=True)
def test_on_a_phone_the_source_is_a_sheet_over_the_answer(opened: Page) -> None:
    ask(opened, "Who commands each ferry?")
    opened.locator(CITATION).first.click()
    opened.wait_for_selector(".viewer .document mark")
    opened.wait_for_timeout(400)  # the sheet slides in
    assert in_view(opened, ".viewer mark")
    box = opened.locator(".viewer").bounding_box()
    assert box is not None
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 390, 844)
    assert opened.evaluate("document.documentElement.scrollWidth") == 390
    opened.get_by_role("button", name="Back to answer").click()
    opened.wait_for_timeout(400)
    assert not opened.locator(".viewer").is_visible()
    assert in_view(opened, "#conversation .message.bot")

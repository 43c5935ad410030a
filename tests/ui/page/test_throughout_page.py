"""What holds everywhere on the page: access, no network, nothing runs, loading, waiting."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from corpus.errors import IndexDamaged
from index.passage import SyncProgress
from tests.ui.browsing import MARKER, ask, questions, served, still
from tests.ui.shapes import Chatty, Shapes
from tests.ui.standin import NearestSentence
from ui.engine import Engine
from ui.messages import OVERVIEW_QUESTION
from ui.page.context import PageContext
from ui.waiting import Line

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from ui.engine import Watch

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting'"),
]

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
GRADIOS_OWN: dict[str, str] = {}
"""Rules that Gradio's own parts break, each with its reason: none now."""

COMMANDS = "Who commands each ferry?"


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then((result) => result.violations)")
    return [
        f"{rule['id']}: {node['html'][:200]}"
        for rule in found
        for node in rule["nodes"]
        if rule["id"] not in GRADIOS_OWN
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_any_view(browser: Browser, url: str, theme: Any, width: int) -> None:
    viewport: Any = {"width": width, "height": 800}
    page = browser.new_context(viewport=viewport, color_scheme=theme).new_page()
    page.goto(url)
    page.wait_for_selector(".opening")
    found = {"empty": violations(page)}
    for question in ("Table?", "Groups?", "Unsupported?", "Nowhere?", COMMANDS):
        ask(page, question)
    page.get_by_role("button", name="Bad answer").last.click()
    page.wait_for_selector(".why-wrong")
    found["answers"] = violations(page)
    page.locator(MARKER).last.click()
    page.wait_for_selector("#view-ask .document mark")
    still(page)
    found["document"] = violations(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Conversations", exact=True).click()
    page.wait_for_selector(".drawer .name")
    found["conversations"] = violations(page)
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Search").click()
    page.get_by_role("searchbox", name="Search the documents").fill("ropes")
    page.keyboard.press("Enter")
    page.wait_for_selector("#view-search .card")
    found["search"] = violations(page)
    page.context.close()
    assert {view: broken for view, broken in found.items() if broken} == {}


def test_the_log_is_live_and_every_control_has_a_name(opened: Page) -> None:
    ask(opened, COMMANDS)
    log = opened.get_by_role("log", name="Conversation")
    assert (log.get_attribute("aria-live"), log.get_attribute("aria-busy")) == ("polite", "false")
    nameless = opened.locator(".desk button, .desk textarea, .desk input").evaluate_all(
        "nodes => nodes.filter(n => !n.ariaLabel && !n.textContent.trim()).map(n => n.outerHTML)"
    )
    assert nameless == []


HOSTILE = {
    "<img src=x onerror=window.hacked=1>.md": "# Rum <script>window.hacked=2</script>\n\n"
    "Smugglers hid <b onclick=window.hacked=3>rum</b> under ${window.hacked=4} planks.\n",
    '"><svg onload=window.hacked=5>.txt': "Pirates buried {{constructor.constructor"
    "('window.hacked=6')()}} gold near the </textarea><script>window.hacked=7</script> reef.\n",
    "javascript:window.hacked=8.md": "# Tea\n\nSpies drink [tea](javascript:window.hacked=9) and "
    "![read](http://tracker.example/x.png) <img src='//tracker.example/y.png'> the mail.\n",
    "\u202egpj.🚢مرحبا.md": "# مرحبا\n\n"
    "البحارة يشربون القهوة 🚢 every morning with sailors' coffee.\n",
    "[x](javascript:window.hacked=10).md": "# `~~~` | --- | *\n\n"
    "- Monks copy ``~~~``| books |<!-- and -->\n<iframe srcdoc=x></iframe> prayers.\n",
    "long.txt": "Zanzibar ships carry casks. " + "spam " * 200_000,
}
HOSTILE_QUESTIONS = (
    "What did smugglers hide under planks?",
    "What did pirates bury near the reef?",
    "What do spies drink?",
    "What do sailors drink every morning?",
    "What do monks copy?",
    "What do Zanzibar ships carry?",
    "<img src=x onerror=window.hacked=11>{{7*7}}${window.hacked=12} rum?",
)


@pytest.fixture(scope="module")
def hostile_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "documents").mkdir()
    for name, text in HOSTILE.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    assistant = NearestSentence.open(folder / "index", folder / "documents")
    engine = Engine(lambda _: cast(Any, assistant)).start()
    with served(PageContext(engine, folder / "own")) as address:
        yield address


def test_nothing_in_a_document_a_name_or_a_question_runs(
    browser: Browser, hostile_url: str
) -> None:
    page = browser.new_context().new_page()
    outside: list[str] = []
    local = (hostile_url, "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(local) else outside.append(r.url))
    page.on("dialog", lambda dialog: outside.append(dialog.message))
    page.goto(hostile_url)
    shown = set()
    for question in HOSTILE_QUESTIONS:
        ask(page, question)
        page.locator("#conversation .turn").last.locator("a.cite").first.click()
        page.wait_for_selector("#view-ask .document mark")
        shown.add(page.locator("#view-ask .document .path").inner_text())
        page.keyboard.press("Escape")
        page.wait_for_selector("#view-ask .card")
    page.get_by_role("button", name="Conversations", exact=True).click()
    page.wait_for_selector(".drawer .name")
    page.keyboard.press("Escape")
    assert shown == set(HOSTILE)
    assert questions(page) == list(HOSTILE_QUESTIONS)
    planted = "#conversation, .viewer, .drawer"
    tags = page.locator(planted).locator("img, script, iframe, b, svg[onload], a:not(.cite)")
    assert tags.count() == 0
    assert page.evaluate("window.hacked") is None
    assert outside == []
    page.context.close()


def test_the_policy_stops_what_would_slip_through(browser: Browser, hostile_url: str) -> None:
    page = browser.new_context().new_page()
    reached: list[str] = []
    page.on("requestfinished", lambda r: reached.append(r.url))
    page.goto(hostile_url)
    blocked = page.evaluate(
        """() => new Promise((resolve) => {
            const blocked = [];
            document.addEventListener("securitypolicyviolation", (event) => {
                blocked.push(event.effectiveDirective);
                if (blocked.length === 3) resolve(blocked.sort());
            });
            const add = (tag, src) =>
                document.body.append(Object.assign(document.createElement(tag), {src}));
            add("img", "http://tracker.example/x.png");
            add("script", "http://tracker.example/x.js");
            fetch("http://tracker.example/x").catch(() => null);
        })"""
    )
    assert blocked == ["connect-src", "img-src", "script-src-elem"]
    assert [address for address in reached if "tracker.example" in address] == []
    page.context.close()


def test_the_page_answers_while_the_index_is_synced_and_says_so(
    browser: Browser, shapes: Shapes, tmp_path: Path
) -> None:
    done = threading.Event()

    def later(_: Any, watch: Watch) -> None:
        watch(SyncProgress("embed", 3, 9))
        done.wait(120)

    engine = Engine(lambda _: cast(Any, shapes), later=later).start()
    page = browser.new_context().new_page()
    with served(PageContext(engine, tmp_path)) as address:
        page.goto(address)
        page.get_by_text("Answering from the last index · Embedding passages: 3 of 9").wait_for()
        ask(page, COMMANDS)
        assert page.locator(MARKER).first.inner_text() == "[1]"
        done.set()
        page.get_by_text("3 documents · 5 passages").wait_for()
    page.context.close()


def test_the_page_is_up_before_the_assistant_and_keeps_the_question(
    browser: Browser, shapes: Shapes, tmp_path: Path
) -> None:
    go = threading.Event()

    def load(watch: Watch) -> Any:
        watch(SyncProgress("embed", 2, 9))
        go.wait(120)
        return shapes

    page = browser.new_context().new_page()
    with served(PageContext(Engine(load).start(), tmp_path)) as address:
        page.goto(address)
        page.locator("#question textarea").fill(COMMANDS)
        page.keyboard.press("Enter")
        waiting = page.locator("#conversation .waiting", has_text="Embedding passages: 2 of 9 …")
        waiting.wait_for()
        go.set()
        page.wait_for_selector("#conversation .toolbar")
        assert questions(page) == [COMMANDS]
    page.context.close()


def test_a_failed_load_is_said_where_the_answers_would_be(browser: Browser, tmp_path: Path) -> None:
    def load(_: Watch) -> Any:
        raise IndexDamaged("the index is damaged; run: assistant index")

    page = browser.new_context().new_page()
    with served(PageContext(Engine(load).start(), tmp_path)) as address:
        page.goto(address)
        sentence = "The documents could not be opened: the index is damaged; run: assistant index"
        page.locator("#conversation .trouble").wait_for()
        assert page.locator("#conversation .trouble").inner_text() == sentence
        assert page.locator("#status .trouble").inner_text() == sentence
    page.context.close()


@pytest.fixture(scope="module")
def chatty(shapes: Shapes) -> Chatty:
    return Chatty(shapes.index, shapes.corpus)


@pytest.fixture(scope="module")
def chatty_url(chatty: Chatty, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    engine = Engine(lambda _: cast(Any, chatty)).start()
    folder = tmp_path_factory.mktemp("chatty")
    with served(PageContext(engine, folder, line=Line(at_once=1, most=1))) as address:
        yield address


def test_a_chat_models_sentences_appear_one_by_one(browser: Browser, chatty_url: str) -> None:
    page = browser.new_context().new_page()
    page.goto(chatty_url)
    page.wait_for_selector(".opening")
    page.evaluate(
        """() => {
            window.grown = [];
            new MutationObserver(() => {
                const n = document.querySelectorAll("#conversation .statement").length;
                const busy = document.querySelector("#conversation").ariaBusy;
                const asked = document.querySelector("#conversation .turn");
                if (asked && n && n !== window.grown.at(-1)?.[0]) window.grown.push([n, busy]);
            }).observe(document.querySelector("#conversation"), {childList: true, subtree: true});
        }"""
    )
    ask(page, "What do ferries carry?")
    assert page.evaluate("window.grown") == [[1, "true"], [2, "true"]]
    models = page.get_by_role("combobox", name="Answers by")
    assert models.locator("option").all_inner_texts() == ["fake:chatty", "Quotes only"]
    models.select_option("extractive")
    page.get_by_role("button", name="New conversation").click()
    page.evaluate("window.grown = []")
    ask(page, "What do ferries carry?")
    assert page.evaluate("window.grown") == [[2, "true"]]
    page.context.close()


def test_many_wait_in_a_line_that_says_how_long_and_when_it_is_full(
    browser: Browser, chatty: Chatty, chatty_url: str
) -> None:
    pages = [browser.new_context().new_page() for _ in range(3)]
    for page in pages:
        page.goto(chatty_url)
        page.wait_for_selector(".opening")
    for page in pages:
        page.locator("#question textarea").fill("Wait?")
    with chatty.held() as begun:
        pages[0].keyboard.press("Enter")
        assert begun.wait(60)
        pages[1].keyboard.press("Enter")
        pages[1].get_by_text("1 question is answered before yours …").wait_for()
        pages[2].keyboard.press("Enter")
        pages[2].get_by_text(
            "the line is full: 1 waiting already; try again in a moment"
        ).wait_for()
    for page in pages[:2]:
        page.wait_for_selector("#conversation .toolbar")
    for page in pages:
        page.context.close()


def test_what_the_card_does_not_list_is_counted_at_the_end_of_its_list(
    browser: Browser, shapes: Shapes, tmp_path: Path
) -> None:
    card = shapes.ask(OVERVIEW_QUESTION)
    counts, *listed = card.statements
    more, words = (replace(counts, text=text) for text in ("1 more document.", "Most named: Ada."))
    held = replace(card, statements=(counts, *listed[:2], more, words))
    assistant = SimpleNamespace(
        index=shapes.index, ask=lambda *_, **__: held, examples=tuple, models=shapes.models
    )
    page = browser.new_context().new_page()
    with served(PageContext(Engine(lambda _: cast(Any, assistant)).start(), tmp_path)) as address:
        page.goto(address)
        page.wait_for_selector(".collection")
        lines = page.locator(".collection :is(li, p)").all_inner_texts()
        assert lines[0] == "Most named: Ada."
        assert lines[-1] == "1 more document."
        assert page.locator(".collection li").count() == 3
    page.context.close()

"""The screenshots of docs/: desktop, phone and dark, of the shipped corpus.

``python -m bench.screenshots [--to docs]``
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bench.chatting import browsing, chatting

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUESTION = "Who are the partners of IBM Watson Health?"
DESKTOP, PHONE = (1280, 800), (390, 844)


@dataclass(frozen=True, slots=True)
class Shot:
    """A file, how the page is looked at, and what is done first."""

    name: str
    size: tuple[int, int]
    theme: Literal["light", "dark"]
    act: Literal["open", "preview", "empty", "answer", "search"]


SHOTS = (
    Shot("screenshot", DESKTOP, "light", "open"),
    Shot("screenshot-empty", DESKTOP, "light", "empty"),
    Shot("screenshot-dark", DESKTOP, "dark", "preview"),
    Shot("screenshot-search", DESKTOP, "light", "search"),
    Shot("screenshot-phone", PHONE, "light", "answer"),
    Shot("screenshot-phone-source", PHONE, "dark", "open"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=Path("docs"))
    to = parser.parse_args().to
    with tempfile.TemporaryDirectory() as made, chatting(Path(made)) as chat, browsing() as browser:
        chat.wait()
        for shot in SHOTS:
            take(browser, chat.url, shot, to / f"{shot.name}.png")


def take(browser: Browser, url: str, shot: Shot, path: Path) -> None:
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=shot.theme
    )
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector(".opening")
    if shot.act == "search":
        search(page)
    elif shot.act != "empty":
        ask(page, shot.act)
    page.wait_for_timeout(500)
    page.screenshot(path=path)
    context.close()
    print(path)


def ask(page: Page, act: str) -> None:
    page.locator("#question textarea").fill(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector("#conversation .toolbar")
    marker = page.locator("#conversation a.cite").first
    if act == "preview":
        marker.hover()
        page.wait_for_selector(".popover:not([hidden])")
    elif act == "open":
        marker.click()
        page.wait_for_selector("#view-ask .document mark")


def search(page: Page) -> None:
    page.get_by_role("tab", name="Search").click()
    page.get_by_role("searchbox", name="Search the documents").fill("data sharing agreements")
    page.keyboard.press("Enter")
    page.locator("#view-search .why summary").first.click()
    page.locator("#view-search .card .acts button").first.click()
    page.wait_for_selector("#view-search .document mark")


if __name__ == "__main__":
    main()

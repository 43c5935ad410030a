"""A small corpus about a harbour, one document of which is hostile, and a real index of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.ui.browsing import DESKTOP, served
from tests.ui.chromium import launched
from tests.ui.shapes import Shapes
from tests.ui.standin import NearestSentence
from ui.engine import Engine
from ui.page.context import PageContext

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FERRIES = """---
title: Ferries of the bay
---
# Ferries of the bay

## Cargo

Ferries carry passengers, bicycles and mail. 🚢 They leave the pier every hour.

## Crew

- A captain commands each ferry.
- Two sailors tie the ropes.
"""
HARBOUR = """The harbour was built by Ada Quay in 1902.

It has three piers and a lighthouse.
"""
HOSTILE = """# Smugglers <img src=x onerror="window.hacked=1">

Smugglers hid <script>window.hacked=2</script> rum under {{constructor}} ${window.hacked=3} planks.
Their map is [here](javascript:window.hacked=4) and ![there](http://tracker.example/x.png).
"""


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the corpus."""
    folder = tmp_path_factory.mktemp("harbour") / "documents"
    folder.mkdir()
    (folder / "ferries.md").write_text(FERRIES, encoding="utf-8")
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "<b>smugglers&n=1.md").write_text(HOSTILE, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("harbour-index") / "index"


@pytest.fixture(scope="session")
def standin(index_folder: Path, documents: Path) -> NearestSentence:
    """An assistant over the corpus."""
    return NearestSentence.open(index_folder, documents)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium a module: while it runs, its loop would stand in the way of async tests."""
    yield from launched()


@pytest.fixture(scope="session")
def shapes(standin: NearestSentence) -> Shapes:
    return Shapes(standin.index, standin.corpus)


@pytest.fixture(scope="session")
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the page of ``url`` keeps what is its own."""
    return tmp_path_factory.mktemp("page") / "index.chat"


@pytest.fixture(scope="session")
def url(shapes: Shapes, own_folder: Path) -> Iterator[str]:
    """One page for all tests that need no other."""
    engine = Engine(lambda _: cast(Any, shapes)).start()
    with served(PageContext(engine, own_folder, show_unsupported=True)) as address:
        yield address


@pytest.fixture
def outside() -> list[str]:
    """Addresses outside this machine that the page asked for."""
    return []


@pytest.fixture
def opened(
    request: pytest.FixtureRequest, browser: Browser, url: str, outside: list[str]
) -> Iterator[Page]:
    """The page, ready for a question; ``request.param``: the viewport."""
    width, height = getattr(request, "param", DESKTOP)
    context = browser.new_context(viewport={"width": width, "height": height})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(30_000)
    page = context.new_page()
    trouble: list[str] = []
    local = (url, "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(local) else outside.append(r.url))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(url)
    page.wait_for_selector(".opening")
    yield page
    context.close()
    assert (trouble, outside) == ([], [])

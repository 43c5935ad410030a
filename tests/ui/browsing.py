"""Chromium and a served page for browser tests."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ui.guard import Guard, served_hosts
from ui.page.context import PageContext
from ui.users import Doorkeeper

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESKTOP, PHONE = (1280, 800), (390, 844)
MARKER = "#conversation a.cite"


@contextmanager
def served(
    context: PageContext, doorkeeper: Doorkeeper | None = None, *, at: socket.socket | None = None
) -> Iterator[str]:
    """The address of the page, built and served by a thread of this process.

    ``at``: a listening socket, which outlives it; without one it gets its own.
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    with at.dup() if at else listening_socket() as listening:
        servers: list[Any] = []
        serving = threading.Thread(
            target=lambda: asyncio.run(_serve(context, doorkeeper, listening, servers)), daemon=True
        )
        serving.start()
        while not (servers and servers[0].started):
            assert serving.is_alive(), "the server did not start"
            time.sleep(0.05)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        servers[0].should_exit = True
        serving.join(60)


def listening_socket() -> socket.socket:
    """A socket that listens at a port that nothing else has."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    return listening


async def _serve(
    context: PageContext,
    doorkeeper: Doorkeeper | None,
    listening: socket.socket,
    servers: list[Any],
) -> None:
    """Asynchronous, since Gradio makes event loops where none runs, and leaves them open."""
    import uvicorn

    from ui.server import build_app

    guarded = Guard(build_app(context), served_hosts("127.0.0.1"), doorkeeper)
    config = uvicorn.Config(guarded, log_level="warning", lifespan="on", ws="none")
    servers.append(uvicorn.Server(config))
    await servers[0].serve(sockets=[listening])


def ask(page: Page, question: str) -> None:
    """Ask and wait for the answer to be there with all that belongs to it."""
    before = page.locator("#conversation .toolbar").count()
    box = page.locator("#question textarea")
    box.fill(question)
    box.press("Enter")
    page.wait_for_function(
        "n => document.querySelectorAll('#conversation .toolbar').length > n", arg=before
    )


def still(page: Page) -> None:
    """Wait until nothing on the page moves any more."""
    page.wait_for_function("document.getAnimations().every((one) => one.playState === 'finished')")


def questions(page: Page) -> list[str]:
    """The questions of the conversation shown."""
    return page.locator("#conversation .message.user > p").all_inner_texts()


def marked(page: Page) -> list[str]:
    """What the panel marks."""
    return page.locator("#view-ask .viewer mark").all_inner_texts()


def in_view(page: Page, selector: str) -> bool:
    """Whether an element lies in the visible part of the page, nothing above it."""
    found: bool = page.evaluate(
        """(selector) => {
            const box = document.querySelector(selector).getBoundingClientRect();
            const right = Math.min(box.width / 2, 20), down = Math.min(box.height / 2, 10);
            const top = document.elementFromPoint(box.left + right, box.top + down);
            return top !== null && top.closest(selector) !== null;
        }""",
        selector,
    )
    return found

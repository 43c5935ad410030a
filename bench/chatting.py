"""The web chat in a process of its own, and a browser to look at it."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser

READY_S = 300
CHROMIUM = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
KEY = "0" * 64


class Chat:
    """A running ``assistant chat``."""

    def __init__(self, process: subprocess.Popen[bytes], url: str, started: float) -> None:
        """``started``: of ``time.perf_counter``."""
        self.process, self.url, self.started = process, url, started

    @property
    def age(self) -> float:
        """Seconds since its start."""
        return time.perf_counter() - self.started

    def post(self, action: str, body: dict[str, Any]) -> list[dict[str, Any]]:
        """The lines of JSON with which the page's action replies."""
        request = urllib.request.Request(
            f"{self.url}/{action}", json.dumps(body).encode(), {"content-type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=READY_S) as response:
            return [json.loads(line) for line in response.read().decode().splitlines()]

    def wait(self, *, ready: bool = True) -> float:
        """Wait until it is ready, or only until it replies; how old it is then."""
        while True:
            try:
                with urllib.request.urlopen(f"{self.url}/healthz", timeout=5):
                    return self.age
            except urllib.error.HTTPError:  # it loads still
                if not ready:
                    return self.age
            except OSError:
                pass
            if self.process.poll() is not None or self.age > READY_S:
                raise RuntimeError("the chat did not start")
            time.sleep(0.02)

    def peak_mb(self) -> float:
        """The most memory it has held; Linux only."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else float("nan")


@contextmanager
def chatting(folder: Path, *flags: str) -> Iterator[Chat]:
    """A chat over an index in ``folder``, stopped afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "ui.cli", "chat", "--port", str(port)]
    started = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--index", str(folder / "index"), *flags],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    try:
        yield Chat(process, f"http://127.0.0.1:{port}", started)
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def browsing() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        path = shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=path, args=list(CHROMIUM))
        yield browser
        browser.close()

"""What LangSmith is told: nothing, unless tracing is switched on here too."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from assistant.assistant import Assistant

QUESTION = "What does princess slate cover?"
PROGRAM = """
import sys
from langchain_core.tracers.langchain import wait_for_all_tracers
from assistant.assistant import Assistant
from tests.assistant.models.scripted import saying
assistant = Assistant.open(index=sys.argv[1], model=saying("Princess slate covers church roofs."))
assistant.ask(sys.argv[2])
assistant.as_runnable().invoke(sys.argv[2])
list(assistant.as_runnable().stream(sys.argv[2]))
wait_for_all_tracers()
"""


@pytest.fixture
def langsmith() -> Iterator[tuple[str, list[str]]]:
    """The address of what passes for LangSmith, and what it was told."""
    told: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

        def do_GET(self) -> None:
            self.answer()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            told.append(body.decode("utf-8", "replace"))
            self.answer()

        def answer(self) -> None:
            self.send_response(202)
            self.send_header("content-length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", told
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("tracing", ["false", "true"])
def test_langsmiths_own_variables_alone_send_nothing(
    langsmith: tuple[str, list[str]], quarry: Assistant, tracing: str
) -> None:
    url, told = langsmith
    environment = {
        "ASSISTANT_TRACING": tracing,
        "LANGSMITH_API_KEY": "lsv2-secret",
        "LANGSMITH_ENDPOINT": url,
        "LANGSMITH_TRACING": "true",
        "PATH": "",
        "PYTHONPATH": str(Path(__file__).parents[3]),
    }
    subprocess.run(
        [sys.executable, "-c", PROGRAM, str(quarry.index.folder), QUESTION],
        env=environment,
        check=True,
        capture_output=True,
    )
    if tracing == "false":
        assert told == []
    else:
        assert any(QUESTION in body for body in told)
        assert any("passage number" in body for body in told)

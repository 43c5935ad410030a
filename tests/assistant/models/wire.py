"""A server on this machine that speaks the chat protocols of OpenAI, Anthropic and Ollama."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SECRET_ECHO = "your key sk-very-secret was not accepted"


@dataclass(frozen=True)
class Step:
    """What the server does with one request."""

    pieces: tuple[str, ...] = ()
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    breaks: bool = False
    wait_s: float = 0.0
    cut_off: bool = False
    message: str = SECRET_ECHO


@dataclass
class Wire:
    """Its address, what it was asked, and whether a client went away before the end."""

    url: str
    steps: list[Step]
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    went_away: threading.Event = field(default_factory=threading.Event)

    def next_step(self) -> Step:
        return self.steps[min(len(self.requests), len(self.steps)) - 1]


@contextmanager
def serve_wire(*steps: Step) -> Iterator[Wire]:
    """A server that answers its requests by ``steps``, the last one again and again."""
    server = Server(("127.0.0.1", 0), Handler)
    wire = server.wire = Wire(f"http://127.0.0.1:{server.server_port}", list(steps))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield wire
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Server(ThreadingHTTPServer):
    """Holds what its handlers answer by."""

    daemon_threads = True
    wire: Wire


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass

    def do_POST(self) -> None:
        assert isinstance(self.server, Server)
        wire = self.server.wire
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        wire.requests.append(body)
        wire.headers.append({k.lower(): v for k, v in self.headers.items()})
        step = wire.next_step()
        protocol = PROTOCOLS[self.path.partition("?")[0]]
        if step.status != 200:
            return self.refuse(step, protocol)
        try:
            self.stream(step, protocol(body["model"]))
        except (BrokenPipeError, ConnectionResetError):
            wire.went_away.set()
        return None

    def refuse(self, step: Step, protocol: type[OpenAI]) -> None:
        body = json.dumps(protocol.error(step.message)).encode()
        self.send_response(step.status)
        for name, value in step.headers.items():
            self.send_header(name, value)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self, step: Step, protocol: OpenAI) -> None:
        self.send_response(200)
        self.send_header("content-type", protocol.media_type)
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        for line in protocol.opening():
            self.chunk(line)
        for piece in step.pieces:
            time.sleep(step.wait_s)
            self.chunk(protocol.piece(piece))
        if step.breaks:
            self.wfile.flush()
            self.connection.close()
            self.close_connection = True
            return
        for line in protocol.closing(cut_off=step.cut_off):
            self.chunk(line)
        self.chunk("")

    def chunk(self, text: str) -> None:
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()


class OpenAI:
    """Server-sent events of ``/chat/completions``."""

    media_type = "text/event-stream"

    def __init__(self, model: str) -> None:
        self.model = model

    @staticmethod
    def error(message: str) -> dict[str, Any]:
        return {"error": {"message": message, "type": "error", "code": None}}

    def opening(self) -> Iterator[str]:
        yield self._event({"role": "assistant", "content": ""})

    def piece(self, text: str) -> str:
        return self._event({"content": text})

    def closing(self, *, cut_off: bool) -> Iterator[str]:
        yield self._event({}, finish="length" if cut_off else "stop")
        usage = {"prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150}
        yield self._data({"choices": [], "usage": usage})
        yield "data: [DONE]\n\n"

    def _event(self, delta: dict[str, Any], finish: str | None = None) -> str:
        return self._data({"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})

    def _data(self, fields: dict[str, Any]) -> str:
        head = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": self.model}
        return f"data: {json.dumps(head | fields)}\n\n"


class Anthropic(OpenAI):
    """Server-sent events of ``/v1/messages``."""

    @staticmethod
    def error(message: str) -> dict[str, Any]:
        return {"type": "error", "error": {"type": "api_error", "message": message}}

    def opening(self) -> Iterator[str]:
        message: dict[str, Any] = {
            "id": "m1",
            "type": "message",
            "role": "assistant",
            "model": self.model,
            "content": [],
            "stop_reason": None,
            "stop_sequence": None,
            "usage": {"input_tokens": 120, "output_tokens": 1},
        }
        yield self._named("message_start", message=message)
        block = {"type": "text", "text": ""}
        yield self._named("content_block_start", index=0, content_block=block)

    def piece(self, text: str) -> str:
        delta = {"type": "text_delta", "text": text}
        return self._named("content_block_delta", index=0, delta=delta)

    def closing(self, *, cut_off: bool) -> Iterator[str]:
        yield self._named("content_block_stop", index=0)
        delta = {"stop_reason": "max_tokens" if cut_off else "end_turn", "stop_sequence": None}
        yield self._named(
            "message_delta", delta=delta, usage={"input_tokens": 120, "output_tokens": 30}
        )
        yield self._named("message_stop")

    @staticmethod
    def _named(event: str, **fields: Any) -> str:
        return f"event: {event}\ndata: {json.dumps({'type': event} | fields)}\n\n"


class Ollama(OpenAI):
    """Lines of JSON of ``/api/chat``."""

    media_type = "application/x-ndjson"

    @staticmethod
    def error(message: str) -> dict[str, Any]:
        return {"error": message}

    def opening(self) -> Iterator[str]:
        yield from ()

    def piece(self, text: str) -> str:
        return self._line(message={"role": "assistant", "content": text}, done=False)

    def closing(self, *, cut_off: bool) -> Iterator[str]:
        yield self._line(
            message={"role": "assistant", "content": ""},
            done=True,
            done_reason="length" if cut_off else "stop",
            prompt_eval_count=120,
            eval_count=30,
        )

    def _line(self, **fields: Any) -> str:
        return (
            json.dumps({"model": self.model, "created_at": "2026-01-01T00:00:00Z"} | fields) + "\n"
        )


PROTOCOLS: dict[str, type[OpenAI]] = {
    "/v1/chat/completions": OpenAI,
    "/v1/messages": Anthropic,
    "/api/chat": Ollama,
}

"""The web server: health, the HTTP API, and the Gradio chat at ``/``, on one port."""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import (
    AssistantError,
    IndexUnusable,
    LineFull,
    PortTaken,
    QuestionRefused,
    SettingRefused,
)
from ui import messages, records, trouble
from ui.answer_stream import stream_lines
from ui.engine import Engine, collection
from ui.guard import Guard, is_loopback, served_hosts
from ui.library import Library, open_uploads, take_uploads
from ui.page.context import AT_ONCE, MOST_WAITING, PageContext
from ui.rights import Rights, rights_of
from ui.users import Doorkeeper, read_users
from ui.waiting import Line

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from assistant.assistant import Assistant
    from assistant.settings import Settings
    from index.filtering import Where
    from index.location import Location
    from ui.engine import Watch
    from ui.options import Choice

SILENT = {
    "ANONYMIZED_TELEMETRY": "False",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
}
TRIED_PORTS = 20
Body = records.Record | Iterator[str]
"""A reply as JSON, or as lines of it while they come."""
Reply = Callable[[Engine, records.Record], Body]


def serve(choice: Choice, where: Where | None) -> None:
    """Serve the chat until interrupted: the page at once, the assistant loading behind it.

    ``where``: a filter that holds for every question.

    Raises:
        PortTaken: the port is in use.
        SettingRefused: as ``doorkeeper_of``, ``rights_of`` and ``open_context``.
        AssistantError: the corpus or the index that was named cannot be.
    """
    be_silent()
    settings = choice.settings
    doorkeeper = doorkeeper_of(settings)
    listening = listen(settings.host, settings.port)
    place = choice.location()  # a missing root or a wrong index is an error now, not on the page
    context = open_context(choice, place, where, rights_of(settings, doorkeeper))
    app = build_app(context)

    import uvicorn

    guarded = Guard(app, served_hosts(settings.host), doorkeeper)
    config = uvicorn.Config(
        guarded, log_level="warning", lifespan="on", ws="none", timeout_graceful_shutdown=2
    )
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    url = f"http://{host}:{settings.port}"
    print(messages.SERVING.format(title=messages.TITLE, url=url), flush=True)
    uvicorn.Server(config).run(sockets=[listening])


def doorkeeper_of(settings: Settings) -> Doorkeeper:
    """Who may come in, as the settings say.

    Raises:
        SettingRefused: other machines could and nothing is asked for; or the file of users cannot
            be used.
    """
    password = settings.password.get_secret_value() if settings.password else None
    users = read_users(Path(settings.users)) if settings.users else None
    doorkeeper = Doorkeeper(password or None, users)
    if not (is_loopback(settings.host) or doorkeeper.asks or settings.open):
        raise SettingRefused(
            f"--host {settings.host} would let other machines in; set ASSISTANT_PASSWORD or "
            "ASSISTANT_USERS, or let everybody in by --open"
        )
    return doorkeeper


def open_context(
    choice: Choice, place: Location, where: Where | None, rights: Rights
) -> PageContext:
    """What the page is built with; the assistant begins to load.

    Raises:
        SettingRefused: the folder for uploads lies where other documents are.
    """
    settings = choice.settings
    uploads = open_uploads(place, settings)

    def sync_with_uploads(assistant: Assistant, watch: Watch) -> None:
        take_uploads(assistant, uploads)
        sync_behind(assistant, watch)

    engine = Engine(lambda watch: load(choice, watch), where=where, later=sync_with_uploads)
    return PageContext(
        engine.start(),
        own_folder(place.folder),
        show_unsupported=settings.unsupported == "show",
        library=Library(engine, uploads, is_open=rights.is_open, users=rights.users),
    )


def own_folder(index: Path) -> Path:
    """Where the page keeps what is its own: beside the index, which holds nothing else."""
    return index.with_name(f"{index.name}.chat")


def load(choice: Choice, watch: Watch) -> Assistant:
    """Open the assistant over the index as it is, so that it answers at once; make a missing or
    unusable one. Says on stderr why it cannot.
    """
    try:
        try:
            return choice.assistant(watch=watch)
        except IndexUnusable:
            return choice.assistant(sync_first=True, watch=watch)
    except AssistantError as error:
        print(f"assistant: {error}", file=sys.stderr, flush=True)
        raise


def sync_behind(assistant: Assistant, watch: Watch) -> None:
    """Bring the index up to date while questions are answered; says on stderr how it went."""
    from ui.progress import ProgressLine

    try:
        with ProgressLine(watch) as line:
            line.draw_all(assistant.sync())
    except AssistantError as error:
        print(f"assistant: {error}", file=sys.stderr, flush=True)
        raise
    ready = messages.READY.format(collection=collection(assistant))
    print(ready, file=sys.stderr, flush=True)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        PortTaken: another program listens there; names a port that is free.
        SettingRefused: the address is not one of this machine.
    """
    try:
        return _bound(host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            free = _free_port(host, port)
            raise PortTaken(f"port {port} is in use; run: assistant chat --port {free}") from error
        raise SettingRefused(f"--host {host} --port {port}: {error.strerror}") from error


def build_app(context: PageContext) -> FastAPI:
    """The application: ``/healthz``, ``/api/ask``, ``/api/search`` and the page at ``/``."""
    be_silent()
    import gradio as gr
    from fastapi import FastAPI

    from ui.page.page import build_page
    from ui.page.routes import page_routes
    from ui.page.theme import page_assets

    app: FastAPI = gr.mount_gradio_app(
        FastAPI(
            routes=[*api_routes(context.engine, context.line), *page_routes(context)],
            docs_url=None,
            redoc_url=None,
            openapi_url=None,
        ),
        build_page(context),
        path="/",
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        mcp_server=False,
        enable_monitoring=False,
        show_error=False,
        max_file_size=records.MAX_BODY_BYTES,
        **page_assets(),
    )
    return app


def be_silent() -> None:
    """Tell the libraries not to call anyone; before they are imported."""
    os.environ.update(SILENT)


def api_routes(engine: Engine, line: Line | None = None) -> list[BaseRoute]:
    """The routes for programs: each answers in JSON, a failure as ``{"error": sentence}``.

    ``line``: where their questions wait, the page's own where there is one.
    """
    from starlette.responses import JSONResponse
    from starlette.routing import Route

    def healthz(_: Request) -> JSONResponse:
        status = engine.status()
        body = {"status": status.state, "detail": status.sentence}
        return JSONResponse(body, 200 if status.state == "ready" else 503)

    shared = line or Line(AT_ONCE, MOST_WAITING)

    async def ask(request: Request) -> Response:
        return await reply_to(request, engine, shared, reply_ask)

    async def search(request: Request) -> Response:
        return await reply_to(request, engine, shared, reply_search)

    return [
        Route("/healthz", healthz, methods=["GET"]),
        Route("/api/ask", ask, methods=["POST"]),
        Route("/api/search", search, methods=["POST"]),
    ]


async def reply_to(request: Request, engine: Engine, line: Line, reply: Reply) -> Response:
    """Read the body, reply to it in a worker thread when its turn comes; failures as sentences.

    A reply in lines has its turn until the last one.
    """
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import JSONResponse, StreamingResponse

    try:
        record = await records.read_body(request)
        engine.assistant(0)
        async with AsyncExitStack() as turn:
            await turn.enter_async_context(line.turn(request.client.host if request.client else ""))
            body = await run_in_threadpool(reply, engine, record)
            if isinstance(body, dict):
                return JSONResponse(body)
            lines = _in_turn(body, turn.pop_all())
            return StreamingResponse(lines, media_type="application/x-ndjson")
    except LineFull as error:
        return JSONResponse({"error": str(error)}, 503)
    except TimeoutError:
        return JSONResponse({"error": f"not ready yet: {engine.status().sentence}"}, 503)
    except AssistantError as error:
        return JSONResponse({"error": str(error)}, 400 if error.exit_code == 2 else 500)
    except Exception as error:  # noqa: BLE001 - the edge
        print(f"assistant: {trouble.report(error)}", file=sys.stderr)
        return JSONResponse({"error": messages.UNEXPECTED}, 500)


async def _in_turn(lines: Iterator[str], turn: AsyncExitStack) -> AsyncIterator[str]:
    from starlette.concurrency import iterate_in_threadpool

    async with turn:
        async for line in iterate_in_threadpool(lines):
            yield line


def reply_ask(engine: Engine, record: records.Record) -> Body:
    """``{"question", "history"?, "where"?, "model"?, "stream"?}`` -> an answer.

    With ``"stream": true`` a line of JSON for each statement once it may be shown,
    ``{"statement": ...}``, and a last one, ``{"answer": ...}``.
    """
    asked = records.read_request(record, "question")
    where = records.read_where(record.get("where"))
    model, stream = record.get("model"), record.get("stream", False)
    if not isinstance(model, str | None) or not isinstance(stream, bool):
        raise QuestionRefused('"model" must be a name and "stream" true or false')
    if not stream:
        return engine.ask(asked.text, asked.history, where, model).to_json()
    steps = engine.stream(asked.text, asked.history, where, model)
    return stream_lines(next(steps), steps)  # what is refused is refused before the first line


def reply_search(engine: Engine, record: records.Record) -> records.Record:
    """``{"query", "k"?, "where"?}`` -> ranked passages."""
    asked = records.read_request(record, "query")
    k = record.get("k", 10)
    if not isinstance(k, int) or isinstance(k, bool) or not 1 <= k <= 100:
        raise QuestionRefused('"k" must be a whole number from 1 to 100')
    where = records.read_where(record.get("where"))
    return records.search_to_json(engine.search(asked.text, k, where))


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let two servers share a port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


def _free_port(host: str, taken: int) -> int:
    for port in range(taken + 1, min(taken + TRIED_PORTS, 65536)):
        try:
            _bound(host, port).close()
        except OSError:
            continue
        return port
    return 0

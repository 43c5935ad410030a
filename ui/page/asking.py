"""Asking from the page: one answer as lines of JSON, sent as soon as each is known."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.errors import AssistantError, QuestionRefused
from index.filtering import values_of
from ui import messages, records, trouble
from ui.page import keeping
from ui.page.answer_view import answer_view, growing_view
from ui.page.context import PageContext
from ui.page.conversations import Conversations, owner_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from assistant.answer import Turn
    from index.filtering import Where
    from ui.waiting import Ticket

Json = records.Record
POLL_S = 0.3
EXTRACTIVE = "extractive"
SHOWN_NAMES = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a browser, as turn ``n`` of a conversation; null: of a new one."""

    owner: str
    question: str
    conversation: str | None
    n: int
    where: Where | None
    model: str | None

    @classmethod
    def from_json(cls, record: Json) -> Asked:
        """What the page's script sends.

        Raises:
            QuestionRefused: it has another form.
        """
        n, conversation = record.get("turn"), record.get("conversation")
        model = record.get("model")
        if not isinstance(n, int) or isinstance(n, bool) or n < 0:
            raise QuestionRefused('"turn" must be a whole number from 0')
        for name, value in (("conversation", conversation), ("model", model)):
            if not (value is None or isinstance(value, str)):
                raise QuestionRefused(f'"{name}" must be a string or null')
        return cls(
            owner_of(record.get("key")),
            records.read_request(record, "question").text,
            conversation,
            n if conversation else 0,
            records.read_where(record.get("where")),
            model,
        )


def asking(context: PageContext) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint. Lines: ``{"wait"}``, ``{"answer"}``, ``{"kept"}``, ``{"error"}``."""

    async def endpoint(request: Request) -> Response:
        from starlette.responses import StreamingResponse

        try:
            asked = Asked.from_json(await records.read_body(request))
            lines = _lines(context, asked)
        except AssistantError as error:
            lines = _one({"error": str(error)})
        return StreamingResponse(lines, media_type="application/x-ndjson")

    return endpoint


async def _lines(context: PageContext, asked: Asked) -> AsyncIterator[str]:
    try:
        async for line in _events(context, asked):
            yield json.dumps(line, ensure_ascii=False) + "\n"
    except AssistantError as error:
        yield json.dumps({"error": str(error)}) + "\n"
    except Exception as error:  # noqa: BLE001 - the edge
        print(f"assistant: {trouble.report(error)}", file=sys.stderr)
        yield json.dumps({"error": messages.UNEXPECTED}) + "\n"


async def _events(context: PageContext, asked: Asked) -> AsyncIterator[Json]:
    while (status := context.engine.status()).state == "loading":
        yield {"wait": f"{status.sentence} …"}
        await asyncio.sleep(POLL_S)
    ticket = context.line.join(asked.owner)
    try:
        while not await ticket.turn(POLL_S):
            yield {"wait": _waiting(ticket)}
        async for event in _answered(context, asked):
            yield event
    finally:
        ticket.leave()


async def _answered(context: PageContext, asked: Asked) -> AsyncIterator[Json]:
    from starlette.concurrency import run_in_threadpool

    kept = Conversations(context.folder / keeping.FILE)
    turns = kept.turns(asked.owner, asked.conversation) if asked.conversation else ()
    view: Json = {}
    async for view in _views(context, asked, keeping.history(turns[: asked.n])):
        yield {"answer": view}
    n = min(asked.n, len(turns))
    try:
        ids = await run_in_threadpool(kept.add, asked.owner, asked.conversation, n, view)
        title = await run_in_threadpool(kept.title, asked.owner, ids[0])
    except AssistantError as error:  # the answer stands, if only on this page
        yield {"error": str(error)}
    else:
        yield {"kept": {"conversation": ids[0], "turn": ids[1], "title": title}}


async def _views(
    context: PageContext, asked: Asked, history: tuple[Turn, ...]
) -> AsyncIterator[Json]:
    """The answer as it grows; the last one is whole. Quotes alone are whole at once."""
    from starlette.concurrency import iterate_in_threadpool, run_in_threadpool

    from assistant.answer import Answer, Statement

    stream = context.engine.stream(asked.question, history, asked.where, asked.model)
    grows = (asked.model or context.engine.assistant().models()[0]) != EXTRACTIVE
    so_far: list[Statement] = []
    try:
        async for part in iterate_in_threadpool(stream):
            if isinstance(part, Answer):
                told = replace(part, notes=(*part.notes, *_filter_note(context, asked)))
                yield await run_in_threadpool(
                    answer_view, told, show_unsupported=context.show_unsupported
                )
            elif isinstance(part, Statement) and grows:
                so_far.append(part)
                yield growing_view(asked.question, so_far)
    finally:
        stream.close()


def _filter_note(context: PageContext, asked: Asked) -> tuple[str, ...]:
    """Which documents alone were asked, where the page's filter names some."""
    chosen = (asked.where or {}).get("document")
    if chosen is None:
        return ()
    names = values_of(chosen)
    listed = ", ".join(names[:SHOWN_NAMES]) + (", ..." if len(names) > SHOWN_NAMES else "")
    total = context.engine.assistant().index.n_documents
    return (messages.ASKED_ONLY.format(n=len(names), total=total, names=listed),)


def _waiting(ticket: Ticket) -> str:
    n = ticket.ahead
    return messages.WAITING_ONE if n == 1 else messages.WAITING.format(n=n)


async def _one(line: Json) -> AsyncIterator[str]:
    yield json.dumps(line) + "\n"

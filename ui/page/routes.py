"""What the page's scripts ask of the server: one route an action, JSON in and JSON out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.errors import AssistantError, ConversationUnknown, QuestionRefused
from ui import messages, records, trouble
from ui.guard import user_of
from ui.page import documents, feedback, keeping
from ui.page.answer_view import answer_view
from ui.page.context import PageContext
from ui.page.conversations import Conversations, owner_of
from ui.page.passage_view import passage_view, standing
from ui.page.reading import Place, open_document, open_paragraph

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import JSONResponse
    from starlette.routing import BaseRoute

Json = records.Record
Action = Callable[[PageContext, Json], Json]
MOST_FOUND = 20


def page_routes(context: PageContext) -> list[BaseRoute]:
    """Every action as ``POST /page/<name>``, and the scripts below ``/page/assets``."""
    from starlette.routing import Mount, Route
    from starlette.staticfiles import StaticFiles

    from ui.page.asking import asking
    from ui.page.theme import ASSETS
    from ui.page.trial_routes import report_route, trial_actions

    def route(name: str, action: Action) -> Route:
        async def endpoint(request: Request) -> JSONResponse:
            return await reply(request, context, action)

        return Route(f"/page/{name}", endpoint, methods=["POST"])

    return [
        Mount("/page/assets", StaticFiles(directory=ASSETS)),
        Route("/page/ask", asking(context), methods=["POST"]),
        Route("/page/upload", documents.uploading(context), methods=["POST"]),
        *(route(name, action) for name, action in (ACTIONS | documents.ACTIONS).items()),
        *(route(name, action) for name, action in trial_actions(context).items()),
        report_route(context),
    ]


async def reply(request: Request, context: PageContext, action: Action) -> JSONResponse:
    """Read the body, act in a worker thread, and turn failures into sentences."""
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import JSONResponse

    try:
        record = await records.read_body(request)
        seen = context.seen_by(user_of(request.scope))
        return JSONResponse(await run_in_threadpool(action, seen, record))
    except ConversationUnknown as error:
        return JSONResponse({"error": str(error)}, 404)
    except AssistantError as error:
        return JSONResponse({"error": str(error)}, 400 if error.exit_code == 2 else 500)
    except Exception as error:  # noqa: BLE001 - the edge
        print(f"assistant: {trouble.report(error)}", file=sys.stderr)
        return JSONResponse({"error": messages.UNEXPECTED}, 500)


def _status(context: PageContext, _: Json) -> Json:
    status = context.engine.status()
    said: Json = {"state": status.state, "sentence": status.sentence, "busy": status.busy}
    said["models"] = context.engine.assistant().models() if status.state == "ready" else ()
    syncing = context.library.status() if context.library else None
    if syncing and status.state == "ready" and not status.busy:
        said |= {"busy": syncing.state == "running", "synced": syncing.n}
        if syncing.state == "running":
            said["sentence"] = messages.SYNCING.format(step=syncing.sentence)
        elif syncing.state == "failed":
            said["sentence"] += " · " + messages.NOT_SYNCED.format(error=syncing.sentence)
    return said


def _texts(_: PageContext, __: Json) -> Json:
    return messages.PAGE_TEXTS


def _opening(context: PageContext, _: Json) -> Json:
    """What an empty chat shows."""
    opening = context.engine.opening()
    card = opening.overview and answer_view(opening.overview)
    n = context.engine.assistant().index.n_documents
    return {"overview": card, "n_documents": n, "examples": list(opening.examples)}


def _document(context: PageContext, record: Json) -> Json:
    return open_document(context.engine.assistant().index.latest(), _place(record))


def _paragraph(context: PageContext, record: Json) -> Json:
    return open_paragraph(context.engine.assistant().index.latest(), _place(record))


def _search(context: PageContext, record: Json) -> Json:
    query = records.read_request(record, "query").text
    result = context.engine.search(query, MOST_FOUND, records.read_where(record.get("where")))
    found = [passage_view(passage, query) for passage in result.passages]
    passages = [{**p, "n": n} for n, p in enumerate(found, start=1)]
    return {"query": query, "passages": passages, "is_near": result.is_near}


def _standing(context: PageContext, record: Json) -> Json:
    query, place = records.read_request(record, "query").text, _place(record)
    return standing(context.engine.assistant().index.latest(), query, place.document, place.span)


def _list(context: PageContext, record: Json) -> Json:
    search = str(record.get("search") or "")
    return {"conversations": _kept(context).list(owner_of(record.get("key")), search)}


def _open(context: PageContext, record: Json) -> Json:
    owner, id_ = owner_of(record.get("key")), str(record.get("conversation"))
    said = feedback.verdicts(context.folder / feedback.FILE)
    turns = [
        {"id": turn.id, "view": turn.view, "verdict": said.get(turn.id)}
        for turn in _kept(context).turns(owner, id_)
    ]
    return {"id": id_, "title": _kept(context).title(owner, id_), "turns": turns}


def _rename(context: PageContext, record: Json) -> Json:
    owner, id_ = owner_of(record.get("key")), str(record.get("conversation"))
    return {"title": _kept(context).rename(owner, id_, str(record.get("title") or ""))}


def _delete(context: PageContext, record: Json) -> Json:
    _kept(context).delete(owner_of(record.get("key")), str(record.get("conversation")))
    return {}


def _export(context: PageContext, record: Json) -> Json:
    owner, id_ = owner_of(record.get("key")), str(record.get("conversation"))
    views = [turn.view for turn in _kept(context).turns(owner, id_)]
    as_html = record.get("form") == "html"
    return keeping.export(_kept(context).title(owner, id_), views, as_html=as_html)


def _remark(context: PageContext, record: Json) -> Json:
    owner, id_ = owner_of(record.get("key")), str(record.get("conversation"))
    turns = _kept(context).turns(owner, id_)
    n = next((n for n, turn in enumerate(turns) if turn.id == record.get("turn")), None)
    if n is None:
        raise ConversationUnknown("no such answer in this conversation; ask again")
    remark = keeping.read_remark(context.engine, record)
    path = context.folder / feedback.FILE
    history = keeping.history(turns[:n])
    said = [{"role": turn.role, "content": turn.content} for turn in history]
    feedback.keep(path, turns[n].id, turns[n].view, said, remark)
    return {"sentence": messages.KEPT_REMARK.format(path=path)}


def _kept(context: PageContext) -> Conversations:
    return Conversations(context.folder / keeping.FILE)


def _place(record: Json) -> Place:
    try:
        return Place.from_json(record.get("place"))
    except ValueError as error:
        raise QuestionRefused(str(error)) from error


ACTIONS: dict[str, Action] = {
    "status": _status,
    "texts": _texts,
    "opening": _opening,
    "document": _document,
    "paragraph": _paragraph,
    "search": _search,
    "standing": _standing,
    "list": _list,
    "open": _open,
    "rename": _rename,
    "delete": _delete,
    "export": _export,
    "remark": _remark,
}

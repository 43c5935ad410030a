"""What the view to evaluate in asks of the server."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.errors import EarlierRunMalformed, QuestionRefused, UploadsClosed
from ui import messages
from ui.page.context import PageContext
from ui.page.set_editing import case_view, edited, read_edits
from ui.page.trial_files import Json, TrialFiles
from ui.page.trials import Trials

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

Action = Callable[[PageContext, Json], Json]


def trial_actions(context: PageContext) -> dict[str, Action]:
    """Every action by name, over one ``Trials`` for all pages of the server."""
    files = TrialFiles(context.folder)
    trials = Trials(context.engine, files)

    def listed(_: PageContext, __: Json) -> Json:
        sets = [
            {"id": name, "name": messages.SET_NAMES.get(name, path.name)}
            for name, path in trials.sets().items()
        ]
        return {"sets": sets, "runs": files.runs(), "progress": trials.progress().to_json()}

    def progress(_: PageContext, __: Json) -> Json:
        return trials.progress().to_json()

    def start(seen: PageContext, record: Json) -> Json:
        _check_open(seen)
        leave_out = record.get("leave_out") is True
        trials.start(_text(record, "set"), leave_out=leave_out, baseline=_text(record, "baseline"))
        return trials.progress().to_json()

    def stop(_: PageContext, __: Json) -> Json:
        trials.stop()
        return trials.progress().to_json()

    return {
        "trials": listed,
        "trial-progress": progress,
        "trial-start": start,
        "trial-stop": stop,
        **_set_actions(files, trials),
    }


def _set_actions(files: TrialFiles, trials: Trials) -> dict[str, Action]:
    """What is done with question sets: added, drafted, read and edited."""

    def add(seen: PageContext, record: Json) -> Json:
        _check_open(seen)
        return {"id": files.add_set(_text(record, "name"), _text(record, "text"))}

    def draft(seen: PageContext, __: Json) -> Json:
        _check_open(seen)
        return {"id": trials.draft()}

    def cases(_: PageContext, record: Json) -> Json:
        return {"cases": [case_view(case) for case in files.cases(_text(record, "set"))]}

    def save(seen: PageContext, record: Json) -> Json:
        _check_open(seen)
        name = _text(record, "set")
        kept = edited(files.cases(name), read_edits(record.get("cases")))
        files.replace_set(name, kept)
        return {"n": len(kept)}

    return {
        "trial-add": add,
        "trial-draft": draft,
        "trial-cases": cases,
        "trial-save": save,
    }


def report_route(context: PageContext) -> BaseRoute:
    """``GET /page/report/ID``: the page of a run; with ``?download`` as a file."""
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import HTMLResponse, PlainTextResponse
    from starlette.routing import Route

    files = TrialFiles(context.folder)

    async def report(request: Request) -> Response:
        name = request.path_params["name"]
        try:
            page = await run_in_threadpool(files.report, name)
        except EarlierRunMalformed as error:
            return PlainTextResponse(str(error), 404)
        headers = {"cache-control": "no-store"}
        if "download" in request.query_params:
            headers["content-disposition"] = f'attachment; filename="evaluation-{name}.html"'
        return HTMLResponse(page, headers=headers)

    return Route("/page/report/{name}", report, methods=["GET"])


def _check_open(context: PageContext) -> None:
    """Refuse strangers, who may not change documents either: a run takes the machine for a while.

    Raises:
        UploadsClosed: only reading is open to those who use the page.
    """
    if context.library is not None and not context.library.is_open:
        raise UploadsClosed(messages.TRIALS_CLOSED)


def _text(record: Json, key: str) -> str:
    value = record.get(key, "")
    if not isinstance(value, str):
        raise QuestionRefused(f'"{key}" must be text')
    return value

"""The documents behind the page: listed, read on, added, deleted and indexed again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from corpus.errors import AssistantError, QuestionRefused, UploadsClosed
from corpus.formats import KINDS
from index.coverage import coverage
from index.uploads import document_path, uploads_of
from ui import messages, records
from ui.guard import user_of
from ui.page.context import PageContext
from ui.page.reading import open_further

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from corpus.corpus import Root
    from index.index import Index
    from index.passage import DocumentInfo
    from ui.library import Library
    from ui.uploads import Kept

Json = dict[str, Any]
UNITS = ("B", "kB", "MB", "GB")


def build_documents(_: PageContext) -> None:
    """The place where ``documents.js`` draws."""
    import gradio as gr

    gr.HTML('<div id="documents-place" class="place"></div>', apply_default_css=False)


def list_documents(context: PageContext, _: Json) -> Json:
    """Every document, those that could not be read too, and what may be done with them."""
    assistant = context.engine.assistant()
    index, root = assistant.index.latest(), uploads_of(assistant.corpus.roots)
    refused = [
        {
            "document": state.document,
            "title": PurePosixPath(state.document).name,
            "kind": kind(state.document),
            "size": size(state.size_bytes),
            "problem": state.refused,
            **_upload(state.document, root),
        }
        for state in index.refused_files()
    ]
    library = context.library
    return {
        "documents": [_listed(info, root) for info in index.documents()],
        "refused": refused,
        "can_change": library is not None and library.is_open,
        "max_bytes": library.uploads.max_bytes if library else 0,
        "max_mb": library.uploads.max_bytes // (1024 * 1024) if library else 0,
        "accept": ",".join(KINDS),
    }


def tell_coverage(context: PageContext, _: Json) -> Json:
    """How much of the documents can be cited, in a sentence; reads them all."""
    index: Index = context.engine.assistant().index.latest()
    covered = coverage(index)
    return {
        "sentence": messages.COVERAGE.format(
            percent=covered.percent, documents=index.n_documents, passages=index.n_chunks
        )
    }


def read_further(context: PageContext, record: Json) -> Json:
    """The next part of a document that is being read."""
    document, start = record.get("document"), record.get("start")
    if not isinstance(document, str) or not isinstance(start, int) or start < 0:
        raise QuestionRefused('"document" must be a string and "start" a whole number from 0')
    return open_further(context.engine.assistant().index, document, start)


def delete_document(context: PageContext, record: Json) -> Json:
    """Delete an upload."""
    library_of(context).delete(str(record.get("document") or ""))
    return {}


def reindex(context: PageContext, _: Json) -> Json:
    """Read again what changed."""
    library_of(context).reindex()
    return {}


def uploading(context: PageContext) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint: one file as the body, its name in the address, a sentence in reply."""

    async def endpoint(request: Request) -> Response:
        from starlette.requests import ClientDisconnect
        from starlette.responses import JSONResponse, Response

        try:
            seen = context.seen_by(user_of(request.scope))
            kept = await _receive(request, library_of(seen))
        except ClientDisconnect:  # cancelled: nobody hears the reply
            return Response(status_code=400)
        except AssistantError as error:
            return JSONResponse({"error": str(error)}, 400 if error.exit_code == 2 else 422)
        return JSONResponse({"name": kept.name, "sentence": kept.sentence, "is_new": kept.is_new})

    return endpoint


async def _receive(request: Request, library: Library) -> Kept:
    from starlette.concurrency import run_in_threadpool

    told = request.headers.get("content-length", "")
    name = request.query_params.get("name", "")
    with library.arriving(name, int(told) if told.isdecimal() else 0) as arrival:
        async for part in request.stream():
            arrival.write(part)
        return await run_in_threadpool(library.keep, arrival)


def library_of(context: PageContext) -> Library:
    """The library behind the page.

    Raises:
        UploadsClosed: there is none.
    """
    if context.library is None:
        raise UploadsClosed(messages.UPLOADS_CLOSED)
    return context.library


def kind(document: str) -> str:
    """What a person calls the type of a file.

    >>> kind("notes/a.MD"), kind("b.xyz"), kind("c")
    ('Markdown', 'XYZ', '')
    """
    ending = PurePosixPath(document).suffix.lower()
    return messages.KINDS.get(ending, ending.removeprefix(".").upper())


def size(n_bytes: int) -> str:
    """A size for people.

    >>> size(0), size(999), size(12_345), size(2_500_000)
    ('0 B', '999 B', '12 kB', '2.5 MB')
    """
    value, unit = float(n_bytes), 0
    while value >= 999.5 and unit < len(UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.1f} {UNITS[unit]}" if unit > 1 and value < 10 else f"{value:.0f} {UNITS[unit]}"


def _listed(info: DocumentInfo, root: Root | None) -> Json:
    return {
        "document": info.id,
        "title": info.title,
        "kind": kind(info.id),
        "size": size(info.size_bytes),
        "passages": info.n_chunks,
        "indexed": info.indexed_at,
        **_upload(info.id, root),
    }


def _upload(document: str, root: Root | None) -> Json:
    """Whether a document is an upload; only those can be deleted."""
    path = document_path(document, root) if root else None
    return {"is_upload": path is not None, "file": path.name if path else ""}


ACTIONS: dict[str, Callable[[PageContext, Json], records.Record]] = {
    "documents": list_documents,
    "coverage": tell_coverage,
    "further": read_further,
    "discard": delete_document,
    "reindex": reindex,
}

"""Between the page and what it keeps: turns as history, remarks as read, conversations as files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast, get_args

from assistant.answer import Turn
from corpus.errors import DocumentUnknown, QuestionRefused
from ui import messages
from ui.page.feedback import Remark, Verdict
from ui.page.reading import Place
from ui.page.sourced_html import conversation_html
from ui.page.sourced_markdown import escape

if TYPE_CHECKING:
    from ui.engine import Engine
    from ui.page import conversations

Json = dict[str, Any]
FILE = "conversations.sqlite3"
MOST_FACT_CHARS = 500


def history(turns: Sequence[conversations.Turn]) -> tuple[Turn, ...]:
    """What was asked and answered, as the assistant is told of it."""
    said = []
    for turn in turns:
        said.append(Turn("user", turn.view["question"]))
        if turn.view["text"]:
            said.append(Turn("assistant", turn.view["text"]))
    return tuple(said)


def read_remark(engine: Engine, record: Json) -> Remark:
    """A remark as the page sends it.

    Raises:
        QuestionRefused: it is not one.
        DocumentUnknown: the passage pointed at is not there.
    """
    verdict = record.get("verdict")
    if verdict not in get_args(Verdict):
        raise QuestionRefused(f'"verdict" must be one of {", ".join(get_args(Verdict))}')
    fact = " ".join(str(record.get("fact") or "").split())[:MOST_FACT_CHARS]
    evidence = _evidence(engine, record.get("place")) if verdict == "passage" else None
    if verdict == "fact" and not fact:
        raise QuestionRefused(messages.EMPTY_FACT)
    return Remark(cast(Verdict, verdict), evidence, fact if verdict == "fact" else "")


def export(title: str, views: Sequence[Json], *, as_html: bool) -> Json:
    """``{"name", "type", "text"}``: a conversation as a file to save."""
    made = messages.EXPORTED.format(date=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"))
    if as_html:
        text = conversation_html(title, made, views)
        return {"name": "conversation.html", "type": "text/html", "text": text}
    parts = [f"# {escape(title)}\n\n{made}\n", *(view["markdown"] for view in views)]
    text = "\n---\n\n".join(parts)
    return {"name": "conversation.md", "type": "text/markdown", "text": text}


def _evidence(engine: Engine, record: Any) -> Json:
    try:
        place = Place.from_json(record)
    except ValueError as error:
        raise QuestionRefused(str(error)) from error
    _, text = engine.assistant().index.latest().document(place.document)
    span = place.span.strip(text)
    if not span.length or span.end > len(text):
        raise DocumentUnknown(f"{place.document} holds no text there; open it again")
    return {"document": place.document, "quote": span.cut(text), "start": span.start}

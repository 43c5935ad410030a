"""An answer as Markdown with its sources: what "copy with sources" and an export give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ui import messages

Json = dict[str, Any]
SIGNS = re.compile(r"([\\`*_\[\]<>|#~$&!])")
LINE_START = re.compile(r"^(?:[-+=]|\d+[.)](?=\s|$))")
SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")  # would reorder what stands around them


def escape(text: str) -> str:
    r"""``text`` on one line, whatever Markdown or HTML could act on escaped.

    >>> escape("1. a *b*\n<i>")
    '1\\. a \\*b\\* \\<i\\>'
    """
    line = SPACE.sub(" ", BIDI.sub("", text)).strip()
    line = SIGNS.sub(r"\\\1", line)
    return LINE_START.sub(lambda m: f"{m[0][:-1]}\\{m[0][-1]}", line)


def turn_markdown(view: Json) -> str:
    """Question, answer and sources of one turn, as ``answer_view`` gives them."""
    parts = [f"**{escape(view['question'])}**"]
    if view["heading"]:
        parts.append(f"*{escape(view['heading'])}*")
    parts += [_block(block) for block in view["blocks"]]
    parts += [f"{messages.NOTE}: {escape(note)}" for note in view["notes"]]
    if view["sure"]:
        parts.append(escape(view["sure"]["text"]))
    if view["sources"]:
        parts.append("\n".join([f"{messages.SOURCES}:", "", *map(source_line, view["sources"])]))
    if view["closest"]:
        lines = [_closest_line(passage) for passage in view["closest"]]
        parts.append("\n".join([f"{messages.CLOSEST_PASSAGES}:", "", *lines]))
    return "\n\n".join(parts) + "\n"


def source_line(source: Json) -> str:
    """One source: its quote, where it stands, and what the document's text hashes to."""
    return (
        f"- [{source['n']}] “{escape(source['quote'])}”\n"
        f"  {escape(whereabouts(source))} ({escape(place(source))})"
    )


def whereabouts(source: Json) -> str:
    """Title, heading path and page of a source."""
    steps = [source["title"], *source["heading"]]
    if source["page"] is not None:
        steps.append(f"{messages.PAGE} {source['page']}")
    return " › ".join(steps)


def place(source: Json) -> str:
    """Document, span and hash of a source, as ``assistant read`` and ``verify`` know them."""
    return messages.PLACE.format(**source)


def _closest_line(passage: Json) -> str:
    return f"- [{passage['n']}] {escape(whereabouts(passage))}: {escape(passage['excerpt'])}"


def _block(block: Json) -> str:
    texts = [_statement(statement) for statement in block["statements"]]
    if block["form"] == "table":
        rows = zip(block["statements"], texts, strict=True)
        text = "\n".join(_table((s["label"] or "", line) for s, line in rows))
    elif block["form"] == "items":
        heads = [_head(block, statement) for statement in block["statements"]]
        text = "\n".join(f"- {head}{line}" for head, line in zip(heads, texts, strict=True))
    else:
        text = " ".join(texts)
    return f"**{escape(block['label'])}**\n\n{text}" if block["label"] else text


def _head(block: Json, statement: Json) -> str:
    own = statement["label"] if block["label"] is None else None
    return f"**{escape(own)}:** " if own else ""


def _table(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f"| {messages.TABLE_SIDE} | {messages.TABLE_TEXT} |"
    yield "| --- | --- |"
    for label, text in rows:
        yield f"| {escape(label)} | {text} |"


def _statement(statement: Json) -> str:
    text = escape("".join(part for part, _ in statement["parts"]))
    if statement["status"] == "unsupported":
        text = f"~~{text}~~ ({messages.UNSUPPORTED})"
    return "".join([text, *(f" [{n}]" for n in statement["cites"])])

"""The JSON that programs send and get: one form for batch lines, files and the HTTP API."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.errors import AssistantError, QuestionRefused

if TYPE_CHECKING:
    from starlette.requests import Request as HttpRequest

    from assistant.answer import Turn
    from index.filtering import Where
    from index.passage import SearchResult

Record = dict[str, Any]
MAX_BODY_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Request:
    """A question or query with its earlier turns, as a program sent it."""

    text: str
    history: tuple[Turn, ...] = ()


def read_request(record: object, key: str) -> Request:
    """``{key: str, "history": [{"role", "content"}, ...]?}`` as a request.

    Raises:
        QuestionRefused: the record has another form; says which.
    """
    if not isinstance(record, dict):
        raise QuestionRefused(f'expected an object with "{key}"')
    if not isinstance(record.get(key), str):
        raise QuestionRefused(f'"{key}" must be a string')
    return Request(record[key], read_history(record.get("history") or []))


async def read_body(request: HttpRequest) -> Record:
    """The JSON object that an HTTP request carries.

    Raises:
        QuestionRefused: it carries none, or one that is too long.
    """
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY_BYTES:
            raise QuestionRefused(f"the body is longer than {MAX_BODY_BYTES} bytes")
    try:
        record = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise QuestionRefused(f"the body is not JSON: {error}") from error
    if not isinstance(record, dict):
        raise QuestionRefused("the body must be a JSON object")
    return record


def read_history(turns: object) -> tuple[Turn, ...]:
    """``[{"role": "user" | "assistant", "content": str}, ...]`` as turns.

    Raises:
        QuestionRefused: the list has another form.
    """
    from assistant.answer import Turn

    if not (isinstance(turns, list) and all(_is_turn(turn) for turn in turns)):
        raise QuestionRefused(
            'history must be a list of {"role": "user" or "assistant", "content": text}'
        )
    return tuple(Turn(turn["role"], turn["content"]) for turn in turns)


def read_where(where: object) -> Where | None:
    """``{"key": "value" | ["value", ...], ...}`` or null as a filter.

    Raises:
        QuestionRefused: it has another form.
    """
    if where is None:
        return None
    if not isinstance(where, dict) or not all(_is_choice(v) for v in where.values()):
        raise QuestionRefused('"where" must be an object of strings or lists of strings')
    return dict(where) or None


def _is_choice(value: object) -> bool:
    values = value if isinstance(value, list) else [value]
    return all(isinstance(v, str) for v in values)


def search_to_json(result: SearchResult) -> Record:
    """A search in the form that ``search --json`` and the HTTP API give."""
    from assistant.answer import passage_to_json

    return {
        "query": result.query,
        "passages": [passage_to_json(passage) for passage in result.passages],
        "seconds": round(result.seconds, 4),
    }


def dump(record: Record, *, indent: int | None = None) -> str:
    """``record`` as JSON with readable letters."""
    return json.dumps(record, ensure_ascii=False, indent=indent)


def answer_lines(lines: Iterable[str], key: str, reply: Callable[[Request], Record]) -> int:
    """Answer each line of JSON with one line of JSON on stdout, flushed; blank lines are skipped.

    A line that cannot be answered gets ``{"error": sentence}``, so that outputs stay in step
    with inputs, and is named on stderr. Returns 1 if there was one, else 0.
    """
    failed = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = reply(read_request(_parse(line.strip()), key))
        except AssistantError as error:
            failed = 1
            print(f"assistant: line {number}: {error}", file=sys.stderr)
            record = {"error": str(error)}
        print(dump(record), flush=True)
    return failed


def _parse(line: str) -> object:
    try:
        return json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise QuestionRefused(f"not JSON: {error}") from error


def _is_turn(turn: object) -> bool:
    return (
        isinstance(turn, dict)
        and turn.get("role") in ("user", "assistant")
        and isinstance(turn.get("content"), str)
    )

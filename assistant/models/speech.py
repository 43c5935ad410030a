"""Asking a chat model and listening: pieces of text, and one failure for all that goes wrong."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import closing, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.models.catalog import ChatModel
from assistant.models.failures import Failure, failure, read_failure

if TYPE_CHECKING:
    from langchain_core.messages import AIMessageChunk, BaseMessage

_CUT_OFF = ("length", "max_tokens", "MAX_TOKENS")
_REASONS = ("finish_reason", "stop_reason", "done_reason")


@dataclass(frozen=True, slots=True)
class Heard:
    """A piece of the answer; of the last ones, what they say of the whole."""

    text: str = ""
    input_tokens: int | None = None
    output_tokens: int | None = None
    cut_off: bool = False


class SpeechBroken(Exception):
    """The model gave no answer, or no more of it; caught where the answer is put together."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.sentence)
        self.failure = failure


def listen(
    model: ChatModel, messages: tuple[BaseMessage, ...], *, timeout_s: float, tracing: bool
) -> Generator[Heard, None, None]:
    """The answer in pieces as they come; closing the iterator closes the request.

    Asks once more, before the first piece only, where that makes sense and there is time.

    Raises:
        SpeechBroken: the model failed, was slow, or broke off.
    """
    deadline = time.monotonic() + timeout_s
    for is_last in (False, True):
        started = False
        try:
            for heard in _listen_once(model, messages, deadline, tracing):
                started = started or bool(heard.text)
                yield heard
            return
        except SpeechBroken as broken:
            wait_s = broken.failure.retry_after_s
            in_time = wait_s is not None and time.monotonic() + wait_s < deadline
            if is_last or started or wait_s is None or not in_time:
                raise
            time.sleep(wait_s)


def _listen_once(
    model: ChatModel, messages: tuple[BaseMessage, ...], deadline: float, tracing: bool
) -> Generator[Heard, None, None]:
    stream: Any = None
    try:
        with traced(tracing):
            stream = model.chat.stream(list(messages))
        with closing(stream):
            while True:
                with traced(tracing):
                    chunk = next(stream, None)
                if chunk is None:
                    return
                if time.monotonic() > deadline:
                    raise TimeoutError
                yield _read_chunk(chunk)
    except Exception as error:  # noqa: BLE001 - the errors of the providers share no class
        raise SpeechBroken(
            read_failure(error, model.name, model.key)
        ) from None  # theirs may quote a key


def traced(tracing: bool) -> Any:
    """A context in which LangSmith, whatever its own variables say, is told nothing unless asked.

    Callbacks that a caller passes are theirs and stay.
    """
    from langsmith.run_helpers import tracing_context

    return nullcontext() if tracing else tracing_context(enabled=False)


def _read_chunk(chunk: AIMessageChunk) -> Heard:
    usage: Any = chunk.usage_metadata or {}
    said = chunk.response_metadata or {}
    return Heard(
        text=str(chunk.text),
        input_tokens=usage.get("input_tokens"),
        output_tokens=usage.get("output_tokens"),
        cut_off=any(said.get(reason) in _CUT_OFF for reason in _REASONS),
    )


def silence(model: ChatModel) -> Failure:
    """The failure of a model that finished without a word."""
    return failure("empty", model.name)

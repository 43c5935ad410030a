"""Why a chat model gave no answer, in one sentence with the next step.

What a provider says itself is never passed on: it may quote the key or the prompt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

MAX_WAIT_S = 20.0
"""A longer wait than this is left to the user."""
PAUSE_S = 1.0
"""The wait before the second try, where the server names none."""
_BUSY = (408, 409, 425, 429, 500, 502, 503, 504, 529)
_TOO_LONG = re.compile(r"context|too long|too many tokens|max(?:imum)?[ _]tokens", re.IGNORECASE)
_TIMED_OUT = re.compile(r"Time(?:d_?)?out", re.IGNORECASE)
_UNREACHED = re.compile(r"Connect(?:ion)?(?:Error|Refused)|ConnectError|APIConnection")
_BROKEN = re.compile(r"Protocol|ReadError|WriteError|Reset|BrokenPipe|Incomplete|Stream")

SENTENCES = {
    "key": "The chat model {model} refused the key; set {key} to a valid one",
    "payment": "The chat model {model} asks for payment; see to the account at its provider",
    "unknown": "The chat model {model} is not known to its server; {known}",
    "too_long": "The prompt is too long for the chat model {model}; set ASSISTANT_MODEL_WINDOW to "
    "its window",
    "refused": "The chat model {model} refused the request (HTTP {status}); check its name",
    "rate": "The chat model {model} is rate-limited; ask again {when}",
    "busy": "The server of the chat model {model} failed (HTTP {status}); ask again later",
    "timeout": "The chat model {model} did not answer in time; ask again, or raise "
    "ASSISTANT_MODEL_TIMEOUT_S",
    "unreached": "The chat model {model} cannot be reached; start its server, or check its address",
    "broken": "The stream of the chat model {model} broke off; ask again",
    "other": "The chat model {model} failed ({error}); ask again, or choose another one",
    "empty": "The chat model {model} gave an empty answer; ask again, or choose another one",
    "window": "No passage fits the window of the chat model {model}; raise ASSISTANT_MODEL_WINDOW",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """A sentence for the user, and after how many seconds one more try makes sense, if it does."""

    kind: str
    sentence: str
    retry_after_s: float | None = None


def failure(kind: str, model: str, retry_after_s: float | None = None, **said: object) -> Failure:
    """The failure of one kind of ``SENTENCES``."""
    return Failure(kind, SENTENCES[kind].format(model=model, **said), retry_after_s)


def read_failure(error: BaseException, model: str, key: str) -> Failure:
    """What ``error``, of whatever provider's class, means; ``key``: the variable with the key.

    Providers share no base class; what they do share is an HTTP status on the error, and the
    words in the names of the classes.
    """
    status = _status(error)
    if status is not None:
        return _of_status(error, status, model, key)
    names = " ".join(_class_names(error))
    if isinstance(error, TimeoutError) or _TIMED_OUT.search(names):
        return failure("timeout", model)
    if _BROKEN.search(names):
        return failure("broken", model, PAUSE_S)
    if isinstance(error, ConnectionError) or _UNREACHED.search(names):
        return failure("unreached", model)
    return failure("other", model, error=type(error).__name__)


def _of_status(error: BaseException, status: int, model: str, key: str) -> Failure:
    if status in (401, 403):
        return failure("key", model, key=key)
    if status == 402:
        return failure("payment", model)
    if status == 404:
        return failure("unknown", model, known=_how_to_know(model))
    if status in (400, 413, 422) and _TOO_LONG.search(str(error)):
        return failure("too_long", model)
    if status not in _BUSY and status < 500:
        return failure("refused", model, status=status)
    after = _retry_after(error)
    wait_s = PAUSE_S if after is None else after
    again_s = wait_s if wait_s <= MAX_WAIT_S else None
    if status == 429:
        when = "later" if after is None else f"in {after:.0f} seconds"
        return failure("rate", model, again_s, when=when)
    return failure("busy", model, again_s, status=status)


def _how_to_know(model: str) -> str:
    provider, _, name = model.partition(":")
    if provider == "ollama":
        return f"run: ollama pull {name}"
    return "check its name and address"


def _status(error: BaseException) -> int | None:
    for owner in (error, getattr(error, "response", None)):
        for name in ("status_code", "http_status", "code"):
            status = getattr(owner, name, None)
            if isinstance(status, int) and 400 <= status <= 599:
                return status
    return None


def _retry_after(error: BaseException) -> float | None:
    headers: Any = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        return max(0.0, float(headers.get("retry-after", "")))
    except ValueError:  # none, or a date
        return None


def _class_names(error: BaseException) -> list[str]:
    """The classes of the error and of what it was raised from: providers wrap httpx's."""
    names: list[str] = []
    seen: BaseException | None = error
    for _ in range(4):
        if seen is None:
            break
        names += [cls.__name__ for cls in type(seen).__mro__[:-3]] or [type(seen).__name__]
        seen = seen.__cause__ or seen.__context__
    return names

"""Whatever a provider raises becomes one sentence that names no key."""

from __future__ import annotations

import httpx
import pytest

from assistant.models.failures import SENTENCES, read_failure

SECRET = "sk-very-secret"


def status_error(status: int, text: str = SECRET, **headers: str) -> Exception:
    request = httpx.Request("POST", "http://127.0.0.1/v1")
    response = httpx.Response(status, headers=headers, request=request)
    return httpx.HTTPStatusError(text, request=request, response=response)


def wrapped(inner: Exception) -> Exception:
    class ProviderError(Exception):
        pass

    outer = ProviderError(SECRET)
    outer.__cause__ = inner
    return outer


@pytest.mark.parametrize(
    ("error", "kind", "retry_after_s"),
    [
        (status_error(401), "key", None),
        (status_error(403), "key", None),
        (status_error(402), "payment", None),
        (status_error(404), "unknown", None),
        (status_error(400), "refused", None),
        (status_error(400, "maximum context length is 4096"), "too_long", None),
        (status_error(413, "prompt is too long"), "too_long", None),
        (status_error(429), "rate", 1.0),
        (status_error(429, **{"retry-after": "7"}), "rate", 7.0),
        (status_error(429, **{"retry-after": "600"}), "rate", None),
        (status_error(429, **{"retry-after": "Wed, 21 Oct 2026 07:28:00 GMT"}), "rate", 1.0),
        (status_error(500), "busy", 1.0),
        (status_error(529), "busy", 1.0),
        (TimeoutError(SECRET), "timeout", None),
        (httpx.ReadTimeout(SECRET), "timeout", None),
        (wrapped(httpx.ReadTimeout(SECRET)), "timeout", None),
        (ConnectionRefusedError(SECRET), "unreached", None),
        (httpx.ConnectError(SECRET), "unreached", None),
        (wrapped(httpx.ConnectError(SECRET)), "unreached", None),
        (httpx.RemoteProtocolError(SECRET), "broken", 1.0),
        (ConnectionResetError(SECRET), "broken", 1.0),
        (KeyError(SECRET), "other", None),
    ],
)
def test_each_error_is_known_by_what_it_means(
    error: Exception, kind: str, retry_after_s: float | None
) -> None:
    found = read_failure(error, "openai:m", "OPENAI_API_KEY")
    assert (found.kind, found.retry_after_s) == (kind, retry_after_s)
    assert SECRET not in found.sentence
    assert "openai:m" in found.sentence


def test_every_sentence_names_the_model_and_a_next_step() -> None:
    for sentence in SENTENCES.values():
        assert "{model}" in sentence
        assert "; " in sentence

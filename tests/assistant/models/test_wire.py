"""Chat models over the wire, through the providers' own clients: what works, and what breaks."""

from __future__ import annotations

import gc
import os
import socket
import time
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assistant.answer import Answer, Statement, Usage
from assistant.assistant import Assistant
from assistant.models import failures
from assistant.settings import Settings
from corpus.errors import ModelMissing
from tests.assistant.models.wire import SECRET_ECHO, Step, serve_wire

QUESTION = "What does princess slate cover?"
PRINCESS = "Princess slate covers church roofs."
ANSWER = ("Princess slate", " covers church", " roofs. [1]", " The moon", " is cheese [1].")
PROVIDERS = {
    "openai": ("openai:slatey", "OPENAI_API_KEY"),
    "anthropic": ("anthropic:slatey", "ANTHROPIC_API_KEY"),
    "ollama": ("ollama:slatey", "OLLAMA_API_KEY"),
}
KEY = "sk-very-secret"

Reach = Callable[..., Assistant]

pytestmark = pytest.mark.parametrize("provider", PROVIDERS)


@pytest.fixture
def reach(quarry: Assistant, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reach]:
    """Opens the assistant with a provider's model at a server."""
    monkeypatch.setattr(failures, "PAUSE_S", 0.02)

    def opened(provider: str, url: str, **set_to: Any) -> Assistant:
        name, variable = PROVIDERS[provider]
        monkeypatch.setenv(variable, KEY)
        monkeypatch.setenv("ANTHROPIC_BASE_URL", url)
        monkeypatch.setenv("OLLAMA_HOST", url)
        address = {"model_url": f"{url}/v1", "model_key": KEY} if provider == "openai" else {}
        settings = Settings(**{"model": name, **address, **set_to})
        return Assistant(quarry.index, quarry.corpus, settings)

    yield opened
    with warnings.catch_warnings():  # the providers' clients leave their sockets to the collector
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def ask(assistant: Assistant) -> Answer:
    return assistant.ask(QUESTION)


def usage(answer: Answer) -> Usage:
    assert answer.usage is not None
    return answer.usage


def quoted_since(failure: str) -> tuple[str, ...]:
    return (f"{failure}. The answer is quoted instead.",)


def quoted(quarry: Assistant) -> str:
    return quarry.ask(QUESTION).text


def test_sentences_are_shown_as_they_are_checked_and_cite_what_supports_them(
    reach: Reach, provider: str
) -> None:
    with serve_wire(Step(ANSWER)) as wire:
        *given, answer = reach(provider, wire.url).stream(QUESTION)
    assert isinstance(answer, Answer)
    name = PROVIDERS[provider][0]
    shown = [step for step in given if isinstance(step, Statement)]
    assert [(s.text, s.status) for s in shown] == [(PRINCESS, "supported")]
    (citation,) = shown[0].citations
    assert citation.quote == "Princess slate is the thinnest and covers church roofs."
    assert (answer.model, answer.outcome, answer.text) == (name, "answered", PRINCESS)
    assert answer.notes == (
        f"A sentence of the chat model {name} is withheld: the passages do not support it.",
    )
    used = usage(answer)
    assert (used.n_shown, used.n_withheld, used.failure) == (1, 1, "")
    assert (used.input_tokens, used.output_tokens) == (120, 30)


def test_the_prompt_holds_rules_fenced_passages_and_the_question(
    reach: Reach, provider: str
) -> None:
    with serve_wire(Step(ANSWER)) as wire:
        reach(provider, wire.url).ask(QUESTION)
    (request,) = wire.requests
    said = str(request)
    assert "You answer questions from numbered passages" in said
    assert '<passage number="1"' in said
    assert f"Question: {QUESTION}" in said
    assert request["stream"] is True


def test_a_refused_key_is_told_without_the_key(
    reach: Reach, quarry: Assistant, provider: str
) -> None:
    with serve_wire(Step(status=401)) as wire:
        answer = ask(reach(provider, wire.url))
    name, variable = PROVIDERS[provider]
    wanted = "ASSISTANT_MODEL_KEY" if provider == "openai" else variable
    assert answer.notes == (
        (
            f"The chat model {name} refused the key; set {wanted} to a valid one. "
            "The answer is quoted instead."
        ),
    )
    assert (answer.model, answer.text) == ("extractive", quoted(quarry))
    assert KEY not in str(answer)
    assert SECRET_ECHO not in str(answer)
    assert len(wire.requests) == 1


def test_a_model_the_server_does_not_know_is_told_with_the_next_step(
    reach: Reach, quarry: Assistant, provider: str
) -> None:
    with serve_wire(Step(status=404)) as wire:
        answer = ask(reach(provider, wire.url))
    step = "run: ollama pull slatey" if provider == "ollama" else "check its name and address"
    name = PROVIDERS[provider][0]
    assert answer.notes == (
        (
            f"The chat model {name} is not known to its server; {step}. "
            "The answer is quoted instead."
        ),
    )
    assert answer.text == quoted(quarry)


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_once_more(reach: Reach, provider: str, status: int) -> None:
    busy = Step(status=status, headers={"retry-after": "0"})
    with serve_wire(busy, Step(ANSWER)) as wire:
        answer = ask(reach(provider, wire.url))
    assert (answer.text, len(wire.requests)) == (PRINCESS, 2)


def test_a_server_that_stays_busy_leaves_the_quotes(
    reach: Reach, quarry: Assistant, provider: str
) -> None:
    with serve_wire(Step(status=500)) as wire:
        answer = ask(reach(provider, wire.url))
    name = PROVIDERS[provider][0]
    assert answer.notes == (
        (
            f"The server of the chat model {name} failed (HTTP 500); ask again later. "
            "The answer is quoted instead."
        ),
    )
    assert (answer.text, len(wire.requests)) == (quoted(quarry), 2)


def test_a_long_wait_for_the_rate_limit_is_left_to_the_user(
    reach: Reach, quarry: Assistant, provider: str
) -> None:
    with serve_wire(Step(status=429, headers={"retry-after": "3600"})) as wire:
        answer = ask(reach(provider, wire.url))
    when = "later" if provider == "ollama" else "in 3600 seconds"  # its client drops the header
    name = PROVIDERS[provider][0]
    assert answer.notes == (
        (f"The chat model {name} is rate-limited; ask again {when}. The answer is quoted instead."),
    )
    assert answer.text == quoted(quarry)
    assert len(wire.requests) == (2 if provider == "ollama" else 1)


def test_a_stream_that_breaks_off_keeps_the_sentences_that_were_whole(
    reach: Reach, provider: str
) -> None:
    with serve_wire(Step((*ANSWER[:3], " The lady", " slate"), breaks=True)) as wire:
        answer = ask(reach(provider, wire.url))
    name = PROVIDERS[provider][0]
    assert answer.text == PRINCESS
    assert answer.notes == (
        (
            f"The stream of the chat model {name} broke off; ask again. "
            "What came before that is shown."
        ),
    )
    assert len(wire.requests) == 1


def test_a_stream_that_breaks_off_before_a_word_is_asked_for_once_more(
    reach: Reach, provider: str
) -> None:
    with serve_wire(Step(breaks=True), Step(ANSWER)) as wire:
        answer = ask(reach(provider, wire.url))
    assert (answer.text, len(wire.requests)) == (PRINCESS, 2)


def test_an_empty_reply_leaves_the_quotes(
    reach: Reach,
    quarry: Assistant,
    provider: str,
) -> None:
    with serve_wire(Step(("", " \n"))) as wire:
        answer = ask(reach(provider, wire.url))
    assert (usage(answer).failure, answer.text) == ("empty", quoted(quarry))


def test_a_slow_model_leaves_the_quotes_in_time(
    reach: Reach, quarry: Assistant, provider: str
) -> None:
    with serve_wire(Step(ANSWER * 100, wait_s=0.25)) as wire:
        started = time.monotonic()
        answer = ask(reach(provider, wire.url, model_timeout_s=0.6))
        seconds = time.monotonic() - started
    assert (usage(answer).failure, answer.text) == ("timeout", quoted(quarry))
    assert seconds < 60  # half of what the whole stream takes, however busy the machine is


def test_a_silent_model_leaves_the_quotes_in_time(
    reach: Reach, quarry: Assistant, provider: str
) -> None:
    with serve_wire(Step(ANSWER, wait_s=1.5)) as wire:
        answer = ask(reach(provider, wire.url, model_timeout_s=0.3))
    assert (usage(answer).failure, answer.text) == ("timeout", quoted(quarry))


def test_a_server_that_is_down_leaves_the_quotes(
    reach: Reach, quarry: Assistant, provider: str
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    answer = ask(reach(provider, f"http://127.0.0.1:{port}"))
    name = PROVIDERS[provider][0]
    assert answer.notes == (
        (
            f"The chat model {name} cannot be reached; start its server, or check its address."
            " The answer is quoted instead."
        ),
    )
    assert answer.text == quoted(quarry)


def test_an_answer_cut_off_at_its_longest_loses_its_broken_sentence(
    reach: Reach, provider: str
) -> None:
    with serve_wire(Step((*ANSWER[:3], " Princess slate covers church"), cut_off=True)) as wire:
        answer = ask(reach(provider, wire.url))
    assert (answer.text, usage(answer).n_withheld) == (PRINCESS, 0)


def test_stopping_closes_the_request(
    reach: Reach,
    provider: str,
) -> None:
    with serve_wire(Step(ANSWER * 200, wait_s=0.01)) as wire:
        steps = reach(provider, wire.url).stream(QUESTION)
        first = next(steps)
        assert isinstance(first, Statement)
        assert first.text == PRINCESS
        steps.close()
        assert wire.went_away.wait(60)


def test_a_missing_key_is_one_sentence_with_the_variable(
    quarry: Assistant, provider: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, variable = PROVIDERS[provider]
    assert variable not in os.environ
    assistant = Assistant(quarry.index, quarry.corpus, Settings(model=name))
    if provider == "ollama":  # wants none
        monkeypatch.setenv("OLLAMA_HOST", "http://127.0.0.1:9")
        assert usage(assistant.ask(QUESTION)).failure == "unreached"
        return
    with pytest.raises(ModelMissing) as caught:
        assistant.ask(QUESTION)
    own = ", or ASSISTANT_MODEL_URL to a server of yours" if provider == "openai" else ""
    assert str(caught.value) == f"{name} needs a key; set {variable} in the environment{own}"

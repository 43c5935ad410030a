"""What the chat says, and what it tells the assistant of what was said before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from assistant.answer import Answer, Turn
from corpus.errors import QuestionRefused
from tests.ui import samples
from tests.ui.standin import NearestSentence
from ui import messages
from ui.answer_markdown import render_message, render_trouble
from ui.engine import Engine
from ui.page.ask import answer_message, example_messages, read_history


class Recording(NearestSentence):
    """Gives one answer and keeps what it was asked."""

    def __init__(self, answer: Answer | Exception) -> None:
        self.answer = answer
        self.asked: list[tuple[str, tuple[Turn, ...]]] = []

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        where: Mapping[str, str] | None = None,
    ) -> Answer:
        self.asked.append((question, tuple(history)))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def loaded(assistant: NearestSentence) -> Engine:
    engine = Engine(lambda _: cast(Any, assistant)).start()
    engine.assistant(10)
    return engine


def test_an_answer_is_a_message_with_its_suggestions_as_chips() -> None:
    message = answer_message(loaded(Recording(samples.SENTENCE)), "What?", [])
    assert message == {
        "role": "assistant",
        "content": render_message(samples.SENTENCE),
        "options": [{"value": "Who ties ropes?"}],
    }


def test_a_question_that_cannot_be_asked_is_answered_with_its_sentence() -> None:
    engine = loaded(Recording(QuestionRefused("the question is empty; type one")))
    assert answer_message(engine, " ", []) == {
        "role": "assistant",
        "content": '<div class="refusal trouble">\n\nthe question is empty\\; type one\n\n</div>',
    }


def test_an_unexpected_error_is_a_sentence_and_leaves_a_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    message = answer_message(loaded(Recording(ZeroDivisionError("oops"))), "What?", [])
    assert message["content"] == render_trouble(messages.UNEXPECTED)
    (log,) = tmp_path.glob("assistant-*.log")
    said = f"assistant: unexpected ZeroDivisionError: oops; details in {log}\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize("as_parts", [True, False])
def test_earlier_turns_reach_the_assistant_as_plain_text(as_parts: bool) -> None:
    said = render_message(samples.LIST)
    assistant = Recording(samples.SENTENCE)
    shown: list[dict[str, Any]] = [
        {"role": "user", "content": "What do <b>ferries</b> carry?"},
        {"role": "assistant", "content": "hm", "metadata": {"title": "Thinking"}},
        {"role": "assistant", "content": [{"type": "text", "text": said}] if as_parts else said},
        {"role": "assistant", "content": ""},
    ]
    answer_message(loaded(assistant), "Who ties them?", shown)
    history = (
        Turn("user", "What do <b>ferries</b> carry?"),
        Turn("assistant", "Two things are named:\n- mail\n- Crew: ropes"),
    )
    assert assistant.asked == [("Who ties them?", history)]
    assert read_history([]) == ()


def test_examples_are_the_assistants_and_none_where_it_could_not_be_loaded() -> None:
    def fail(_: object) -> Any:
        raise QuestionRefused("no")

    working = loaded(Recording(samples.SENTENCE))
    assert example_messages(working) == [
        {"text": "What do ferries carry?"},
        {"text": "Who built the harbour?"},
    ]
    assert example_messages(Engine(fail).start()) == []

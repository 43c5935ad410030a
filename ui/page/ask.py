"""The view to ask in: answers at the left, their sources beside them."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from assistant.answer import Turn
from corpus.errors import AssistantError
from ui import messages, trouble
from ui.answer_markdown import escape, read_message, render_message, render_trouble
from ui.page.context import PageContext
from ui.viewer import build_viewer

if TYPE_CHECKING:
    import gradio as gr

    from ui.engine import Engine

Message = dict[str, Any]
POLL_S = 0.3
MAX_EXAMPLES = 4


def build_ask(context: PageContext) -> None:
    """Answers at the left, their sources beside them."""
    import gradio as gr

    engine = context.engine

    def reply(message: str, history: list[Message]) -> Iterator[Message]:
        for sentence in loading(engine):
            yield _said(sentence)
        yield answer_message(engine, message, history, show_unsupported=context.show_unsupported)

    with gr.Row(elem_id="columns"):
        with gr.Column(scale=6, min_width=340, elem_id="talk"):
            chat = gr.ChatInterface(
                reply,
                chatbot=_chatbot(),
                textbox=_textbox(),
                examples=[messages.ASK_PLACEHOLDER],  # wires the events; see show_examples()
                cache_examples=False,
                validator=_check_question,
                show_progress="hidden",
                api_visibility="private",
            )
            chat.chatbot.examples = None
        with gr.Column(scale=5, min_width=340, elem_id="beside"):
            build_viewer(engine)

    def show_examples() -> Any:
        for _ in loading(engine):
            pass
        return gr.update(examples=example_messages(engine))

    gr.context.Context.root_block.load(  # type: ignore[union-attr]
        show_examples,
        None,
        chat.chatbot,
        show_progress="hidden",
        concurrency_limit=None,
        api_visibility="private",
    )


def answer_message(
    engine: Engine, question: str, history: Sequence[Message], *, show_unsupported: bool = False
) -> Message:
    """The chat message that answers ``question``, or says in a sentence why none can be given."""
    try:
        answer = engine.ask(question, read_history(history))
    except AssistantError as error:
        return _said(render_trouble(str(error)))
    except Exception as error:  # noqa: BLE001 - the edge
        print(f"assistant: {trouble.report(error)}", file=sys.stderr)
        return _said(render_trouble(messages.UNEXPECTED))
    content = render_message(answer, show_unsupported=show_unsupported)
    options = [{"value": suggestion} for suggestion in answer.suggestions]
    return _said(content) | ({"options": options} if options else {})


def example_messages(engine: Engine) -> list[Message]:
    """The example questions of an empty chat; none where the assistant could not be loaded."""
    try:
        return [{"text": text} for text in engine.assistant().examples()[:MAX_EXAMPLES]]
    except AssistantError:
        return []


def read_history(messages_shown: Sequence[Message]) -> tuple[Turn, ...]:
    """The turns that a chat holds, without thoughts and without the page's own markup."""
    turns = []
    for message in messages_shown:
        if (message.get("metadata") or {}).get("title"):  # a thought
            continue
        text = _text_of(message["content"])
        if message["role"] == "assistant":
            text = read_message(text)
        if text:
            turns.append(Turn(message["role"], text))
    return tuple(turns)


def _text_of(content: Any) -> str:
    """Gradio gives content as a string or as a list of parts."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else [content]
    return "\n".join(p if isinstance(p, str) else str(p.get("text", "")) for p in parts)


def loading(engine: Engine) -> Iterator[str]:
    """Markdown sentences that say how far the loading is, until it is over."""
    while (status := engine.status()).state == "loading":
        yield f"{escape(status.sentence)} …"
        time.sleep(POLL_S)


def _said(content: str) -> Message:
    return {"role": "assistant", "content": content}


def _check_question(message: str) -> Any:
    import gradio as gr

    return gr.validate(bool(message.strip()), messages.EMPTY_QUESTION)


def _chatbot() -> gr.Chatbot:
    import gradio as gr

    return gr.Chatbot(
        elem_id="conversation",
        label=messages.CHAT_LABEL,
        show_label=False,
        container=False,
        scale=1,
        buttons=[],
        latex_delimiters=[],
        allow_tags=False,
        line_breaks=False,
        layout="bubble",
        group_consecutive_messages=False,
        placeholder=f"## {messages.EMPTY_CHAT}\n\n{messages.EMPTY_CHAT_MORE}",
    )


def _textbox() -> gr.Textbox:
    import gradio as gr

    return gr.Textbox(
        elem_id="question",
        label=messages.ASK_PLACEHOLDER,
        placeholder=messages.ASK_PLACEHOLDER,
        show_label=False,
        container=False,
        autofocus=True,
        submit_btn=True,
        stop_btn=True,
        max_lines=6,
        max_length=20_000,
        scale=7,
    )

"""The web chat: a Gradio page with the answers at the left and their sources beside them."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from assistant.answer import Turn
from corpus.errors import AssistantError
from ui import messages, trouble
from ui.answer_markdown import escape, read_message, render_message, render_trouble
from ui.viewer import ASSETS, asset, build_viewer

if TYPE_CHECKING:
    import gradio as gr

    from ui.engine import Engine

Message = dict[str, Any]
POLL_S = 0.3
MAX_WAITING = 100
AT_ONCE = 4
MAX_EXAMPLES = 4


def build_page(engine: Engine, *, show_unsupported: bool = False) -> gr.Blocks:
    """The page; it works before the assistant is loaded, and says how far the loading is."""
    import gradio as gr

    def reply(message: str, history: list[Message]) -> Iterator[Message]:
        for sentence in _loading(engine):
            yield _said(f"{escape(sentence)} …")
        yield answer_message(engine, message, history, show_unsupported=show_unsupported)

    def start() -> Iterator[tuple[Any, str]]:
        for sentence in _loading(engine):
            yield gr.skip(), f"{escape(sentence)} …"
        yield gr.update(examples=example_messages(engine)), escape(engine.status().sentence)

    page: gr.Blocks = gr.Blocks(title=messages.TITLE, fill_height=True, fill_width=True)
    with page:
        with gr.Row(elem_id="masthead"):
            gr.Markdown(f"# {messages.TITLE}", elem_id="title")
            status = gr.Markdown(messages.LOADING, elem_id="status")
        with gr.Row(elem_id="columns"):
            with gr.Column(scale=6, min_width=340, elem_id="talk"):
                chat = gr.ChatInterface(
                    reply,
                    chatbot=_chatbot(),
                    textbox=_textbox(),
                    examples=[messages.ASK_PLACEHOLDER],  # wires the events; see start()
                    cache_examples=False,
                    validator=_check_question,
                    show_progress="hidden",
                    api_visibility="private",
                )
                chat.chatbot.examples = None
            with gr.Column(scale=5, min_width=340, elem_id="beside"):
                build_viewer(engine)
        page.load(
            start,
            None,
            [chat.chatbot, status],
            show_progress="hidden",
            concurrency_limit=None,
            api_visibility="private",
        )
    page.queue(max_size=MAX_WAITING, default_concurrency_limit=AT_ONCE)
    return page


def page_assets() -> dict[str, Any]:
    """Theme, style and icon of the page, all local, as ``mount_gradio_app`` takes them."""
    import gradio as gr
    from gradio.themes.utils.fonts import LocalFont

    theme = gr.themes.Base(
        primary_hue=gr.themes.colors.blue,
        neutral_hue=gr.themes.colors.slate,
        font=[LocalFont("IBM Plex Sans", weights=(400, 700)), "system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
    ).set(
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_dark="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_text_color="white",
        body_text_color_subdued="*neutral_600",
        body_text_color_subdued_dark="*neutral_300",
        link_text_color="*primary_700",
        link_text_color_dark="*primary_300",
    )
    return {"theme": theme, "css": asset("page.css"), "favicon_path": str(ASSETS / "icon.svg")}


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


def _loading(engine: Engine) -> Iterator[str]:
    while (status := engine.status()).state == "loading":
        yield status.sentence
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

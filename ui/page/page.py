"""The page: a masthead and one tab a view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ui import messages
from ui.answer_markdown import escape
from ui.page import ask
from ui.page.context import PageContext

if TYPE_CHECKING:
    import gradio as gr

    View = tuple[str, str, Callable[[PageContext], None]]

MAX_WAITING = 100
AT_ONCE = 4
POLL_S = 0.3


def views() -> tuple[View, ...]:
    """Name, label and builder of every tab, in order; a builder is called within its tab."""
    return (("ask", messages.ASK_TAB, ask.build_ask),)


def build_page(context: PageContext) -> gr.Blocks:
    """The page; it works before the assistant is loaded, and says how far the loading is."""
    import gradio as gr

    page: gr.Blocks = gr.Blocks(title=messages.TITLE, fill_height=True, fill_width=True)
    with page:
        with gr.Row(elem_id="masthead"):
            gr.Markdown(f"# {messages.TITLE}", elem_id="title")
            status = gr.Markdown(messages.LOADING, elem_id="status")
        with gr.Tabs(elem_id="views"):
            for name, label, build in views():
                with gr.Tab(label, id=name, elem_id=f"view-{name}"):
                    build(context)
        page.load(
            lambda: _states(context),
            None,
            status,
            show_progress="hidden",
            concurrency_limit=None,
            api_visibility="private",
        )
    page.queue(max_size=MAX_WAITING, default_concurrency_limit=AT_ONCE)
    return page


def _states(context: PageContext) -> Iterator[str]:
    yield from ask.loading(context.engine)
    yield escape(context.engine.status().sentence)

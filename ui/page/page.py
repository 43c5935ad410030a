"""The page: a masthead and one tab a view."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from ui import messages
from ui.page import ask, documents, evaluate, search
from ui.page.context import PageContext

if TYPE_CHECKING:
    import gradio as gr

    View = tuple[str, str, Callable[[PageContext], None]]

MAX_WAITING = 100
AT_ONCE = 4


def views() -> tuple[View, ...]:
    """Name, label and builder of every tab, in order; a builder is called within its tab."""
    return (
        ("ask", messages.ASK_TAB, ask.build_ask),
        ("search", messages.SEARCH_TAB, search.build_search),
        ("documents", messages.DOCUMENTS_TAB, documents.build_documents),
        ("evaluate", messages.EVALUATE_TAB, evaluate.build_evaluate),
    )


def build_page(context: PageContext) -> gr.Blocks:
    """The page; it works before the assistant is loaded, and says how far the loading is."""
    import gradio as gr

    page: gr.Blocks = gr.Blocks(title=messages.TITLE, fill_height=True, fill_width=True)
    with page:
        with gr.Row(elem_id="masthead"):
            gr.HTML(f"<h1>{escape(messages.TITLE)}</h1>", elem_id="title")
            gr.HTML(
                f'<p data-status role="status">{escape(messages.LOADING)}</p>', elem_id="status"
            )
        with gr.Tabs(elem_id="views"):
            for name, label, build in views():
                with gr.Tab(label, id=name, elem_id=f"view-{name}"):
                    build(context)
    page.queue(max_size=MAX_WAITING, default_concurrency_limit=AT_ONCE)
    return page

"""The view to ask in, which the page's scripts draw: answers, and their sources beside them."""

from __future__ import annotations

from ui.page.context import PageContext


def build_ask(_: PageContext) -> None:
    """The place where ``ask.js`` draws."""
    import gradio as gr

    gr.HTML('<div id="ask-place" class="place"></div>', apply_default_css=False)

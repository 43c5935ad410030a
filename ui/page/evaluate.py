"""The view to evaluate in, which the page's scripts draw: question sets, runs and reports."""

from __future__ import annotations

from ui.page.context import PageContext


def build_evaluate(_: PageContext) -> None:
    """The place where ``evaluate.js`` draws."""
    import gradio as gr

    gr.HTML('<div id="evaluate-place" class="place"></div>', apply_default_css=False)

"""The view to search in, which the page's scripts draw: passages, and how each was found."""

from __future__ import annotations

from ui.page.context import PageContext


def build_search(_: PageContext) -> None:
    """The place where ``search.js`` draws."""
    import gradio as gr

    gr.HTML('<div id="search-place" class="place"></div>', apply_default_css=False)

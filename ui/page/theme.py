"""Theme, style and icon of the page, all local."""

from __future__ import annotations

from pathlib import Path
from typing import Any

ASSETS = Path(__file__).parent.parent / "assets"
SCRIPT = '<script type="module" src="page/assets/main.js"></script>'
STYLES = ("page.css", "talk.css", "panel.css", "documents.css", "evaluate.css")


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
    css = "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in STYLES)
    icon = str(ASSETS / "icon.svg")
    return {"theme": theme, "css": css, "favicon_path": icon, "head": SCRIPT}

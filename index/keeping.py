"""Texts that others derive from a generation and keep in its folder, gone with it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import get_ident

from index.generations import CURRENT


def read_kept(generation: Path, name: str) -> str:
    """The text that ``write_kept`` left; empty where there is none that can be read."""
    try:
        return (generation / name).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def write_kept(generation: Path, name: str, text: str) -> None:
    """Leave ``text`` in a generation's folder, whole or not at all; not in a read-only one.

    The part is written beside the generation, where no sync that copies it meets a half of it.
    """
    part = generation.parent / f"{CURRENT}.{name}.{os.getpid()}-{get_ident()}"
    with suppress(OSError):
        try:
            part.write_text(text, encoding="utf-8")
            part.replace(generation / name)
        finally:
            part.unlink(missing_ok=True)

"""Errors that nobody expected: a sentence for the user, the traceback in a file for us."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback


def report(error: Exception) -> str:
    """Keep the traceback of ``error`` and return a sentence that says what and where.

    With ``ASSISTANT_DEBUG`` set the traceback goes to stderr, else to a file of its own.
    """
    said = f"unexpected {type(error).__name__}: {error}"
    if os.environ.get("ASSISTANT_DEBUG"):
        traceback.print_exception(error, file=sys.stderr)
        return said
    with tempfile.NamedTemporaryFile(
        "w", prefix="assistant-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        traceback.print_exception(error, file=log)
    return f"{said}; details in {log.name}"

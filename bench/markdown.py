"""Markdown tables, as docs/results.md holds them."""

from __future__ import annotations

from collections.abc import Sequence


def render_markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table with the first column to the left and the others to the right.

    >>> print(render_markdown(("metric", "value"), [("correct", "0.84")]))
    | metric | value |
    |---|---:|
    | correct | 0.84 |
    """
    rule = "|---|" + "---:|" * (len(head) - 1)
    return "\n".join([_line(head), rule, *(_line(row) for row in rows)])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"

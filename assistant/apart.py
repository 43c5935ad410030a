"""Tables of which each row answers a question of its own: "what did A break, and B burn?"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.alternatives import is_same, together
from assistant.answer import Statement
from assistant.comparison import Comparison
from assistant.draft import Draft
from assistant.evidence import Found
from assistant.sides import read_comparison
from assistant.texts import TABLE

_LONGEST_LABEL = 12


def answer_apart(text: str, ask: Callable[[str], Found]) -> Found | None:
    """A table with what is found to the question of each side; null for no comparison, for one
    without questions, and where one of them has no answer.
    """
    comparison = read_comparison(text)
    if comparison is None or not comparison.questions:
        return None
    found: list[Found] = []
    rows: list[Statement] = []
    for side, *questions in zip(
        comparison.sides, comparison.questions, *comparison.further, strict=True
    ):
        for question in questions:
            one = ask(f"{question}?")
            lead = _lead(one)
            if lead is None:
                return None
            found.append(one)
            rows.append(replace(lead, kind="row", label=_label(side)))
    if comparison.alone and len(_joined(rows)) < len(rows):
        return None
    return together(text, Draft("answered", "table", _joined(rows)), found)


def _lead(found: Found) -> Statement | None:
    """The first quote of what is found that is no context; null where nothing is."""
    if found.draft.outcome != "answered":
        return None
    told = found.draft.statements
    return next((s for s in told if s.citations and s.kind != "context"), None)


def _label(side: str) -> str:
    words = side.split()
    return " ".join(words[:_LONGEST_LABEL]) + (" ..." if len(words) > _LONGEST_LABEL else "")


def _joined(rows: Sequence[Statement]) -> tuple[Statement, ...]:
    """The rows; one that quotes the same as another stands once, under the names of both."""
    kept: list[Statement] = []
    for row in rows:
        at = next((i for i, other in enumerate(kept) if is_same(row, other)), None)
        if at is None:
            kept.append(row)
        elif row.label not in (kept[at].label or "").split(" and "):
            label = TABLE["both"].format(one=kept[at].label, other=row.label)
            kept[at] = replace(kept[at], label=label)
    return tuple(kept)


def is_incomplete(comparison: Comparison | None, draft: Draft) -> bool:
    """Whether a comparison came to no table, or to one with an empty side."""
    if comparison is None or not comparison.questions:
        return False
    if draft.outcome != "answered" or comparison.alone:
        return True
    return draft.shape == "table" and any(s.text == TABLE["empty"] for s in draft.statements)

"""What changed since an earlier run, as plain text: the differences, then the cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import messages
from ui.evaluation_table import COUNTS, UNDEFINED, format_value, render_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assistant.evaluation.comparison import Comparison, Difference

HEAD = ("metric", "before", "now", "change", "95 % interval of the change")
MAX_QUESTION_CHARS = 72
MAX_SHOWN = 20


def render_comparison(comparison: Comparison) -> str:
    """The differences of the metrics that changed, then the fixed and broken cases.

    A difference whose interval leaves out no change ends in "*".
    """
    rows = [
        (
            name,
            format_value(name, difference.before),
            format_value(name, difference.now),
            format_change(name, difference),
            format_bounds(name, difference),
        )
        for name, difference in moved(comparison).items()
    ]
    table = [render_table(HEAD, rows)] if rows else []
    return "\n\n".join([summary(comparison), *table, *_listed(comparison)])


def moved(comparison: Comparison) -> dict[str, Difference]:
    """The metrics that both runs define and that are not as before."""
    return {name: found for name, found in comparison.differences.items() if found.change}


def summary(comparison: Comparison) -> str:
    """How many cases were compared, what became of them, and how many metrics stayed."""
    cases = f"{comparison.n_shared} case{'' if comparison.n_shared == 1 else 's'}"
    partial = f" ({messages.EARLIER_PARTIAL})" if comparison.partial else ""
    counts = _counts((n, said) for said, n in _became(comparison).items())
    apart = _counts(
        (
            (comparison.n_edited, messages.EDITED),
            (comparison.n_added, messages.ADDED),
            (comparison.n_gone, messages.GONE),
        )
    )
    left = f" Left aside: {apart}." if apart else ""
    stayed = sum(found.change == 0 for found in comparison.differences.values())
    same = f" {messages.STAYED.format(n=stayed)}" if stayed else ""
    return (
        f"Against the earlier run{partial}, {cases} in both: {counts or messages.NONE_CHANGED}."
        f"{left}{same}"
    )


def _became(comparison: Comparison) -> dict[str, int]:
    return {
        said: sum(case.change == change for case in comparison.cases)
        for change, said in messages.CHANGES.items()
    }


def _counts(counts: Iterable[tuple[int, str]]) -> str:
    return ", ".join(f"{n} {said}" for n, said in counts if n)


def format_change(name: str, difference: Difference) -> str:
    """Now minus before, with its sign; "*" where the interval leaves out no change."""
    if difference.change is None:
        return UNDEFINED
    return f"{signed(name, difference.change)}{'*' if difference.is_sure else ' '}"


def format_bounds(name: str, difference: Difference) -> str:
    """The interval of the change."""
    if difference.interval is None:
        return UNDEFINED
    low, high = difference.interval
    return f"{signed(name, low)} to {signed(name, high)}"


def signed(name: str, value: float) -> str:
    """A difference with the digits that mean something.

    >>> signed("correct", 0.05), signed("answer_words", -3.04)
    ('+0.050', '-3.0')
    """
    return f"{value:+.1f}" if name in COUNTS else f"{value:+.3f}"


def _listed(comparison: Comparison) -> Iterator[str]:
    """The cases that became right or wrong, so many of each."""
    for change in ("fixed", "broken"):
        cases = [case for case in comparison.cases if case.change == change]
        if cases:
            lines = [f"  {case.id}  {_short(case.question)}" for case in cases[:MAX_SHOWN]]
            more = len(cases) - MAX_SHOWN
            lines += [f"  and {more} more"] if more > 0 else []
            yield "\n".join([f"{messages.CHANGE_HEADS[change]}:", *lines])


def _short(question: str) -> str:
    line = " ".join(question.split())
    return line if len(line) <= MAX_QUESTION_CHARS else f"{line[: MAX_QUESTION_CHARS - 1]}…"

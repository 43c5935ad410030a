"""The metrics of an evaluation as plain-text tables: overall with intervals, baselines, tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui import messages

if TYPE_CHECKING:
    from assistant.evaluation.evaluation import Evaluation
    from assistant.evaluation.intervals import Interval

UNDEFINED = "-"
COUNTS = ("answer_words", "words_to_fact")
TAG_COLUMNS = (
    "correct",
    "answer_words",
    "refused_answerable",
    "refused_unanswerable",
    "recall@5",
    "citation_precision",
    "citation_recall",
)


def render_metrics(evaluation: Evaluation) -> str:
    """Every metric with its 95 % interval, then one row a tag of the metrics that tell most.

    The first line says how many cases were measured, and whether the run was stopped early. What
    is undefined is "-".
    """
    measured = sum(case.row is not None for case in evaluation.cases)
    stopped = ", stopped early: partial" if evaluation.partial else ""
    overall = [
        (name, format_value(name, value), _format_interval(name, evaluation.intervals[name]))
        for name, value in evaluation.metrics.items()
    ]
    parts = [
        f"{measured} case{'' if measured == 1 else 's'}{stopped}",
        render_table(("metric", "value", "95 % interval"), overall),
    ]
    of_model = [(k, str(v)) for k, v in evaluation.settings.items() if k.startswith("model_")]
    if of_model:
        parts.append(render_table(("chat model", str(evaluation.settings["model"])), of_model))
    if evaluation.baselines:
        parts.append(render_baselines(evaluation))
    if evaluation.tags:
        parts.append(render_table(("tag", "cases", *TAG_COLUMNS), _tag_rows(evaluation)))
    return "\n\n".join(parts)


def render_baselines(evaluation: Evaluation) -> str:
    """What simpler ways of answering get on the same answerable cases, ours first."""
    names = list(evaluation.baselines[0].metrics)
    ours = (messages.OURS, *(format_value(name, evaluation.metrics[name]) for name in names))
    others = [
        (found.name, *(format_value(name, found.metrics[name]) for name in names))
        for found in evaluation.baselines
    ]
    return render_table(("answered with", *names), [ours, *others])


def render_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns two spaces apart: the first starts at the left, the others end at the right.

    A long name breaks at its first underscore.

    >>> print(render_table(("tag", "refused_answerable"), [("short", "0.1")]))
             refused_
    tag    answerable
    -----  ----------
    short         0.1
    """
    heads = [tuple(_broken(name)[line] for name in head) for line in (0, 1)]
    heads = [line for line in heads if any(line)]
    widths = [max(len(row[i]) for row in (*heads, *rows)) for i in range(len(head))]
    rule = tuple("-" * width for width in widths)
    return "\n".join(_line(row, widths) for row in (*heads, rule, *rows))


def format_value(name: str, value: float | None) -> str:
    """A value with the digits that mean something: words in tenths, other metrics in thousandths.

    >>> format_value("answer_words", 31.24), format_value("correct", None)
    ('31.2', '-')
    """
    if value is None:
        return UNDEFINED
    return f"{value:.1f}" if name in COUNTS else f"{value:.3f}"


def _format_interval(name: str, interval: Interval | None) -> str:
    if interval is None:
        return UNDEFINED
    low, high = (format_value(name, bound) for bound in interval)
    return f"{low} to {high}"


def _tag_rows(evaluation: Evaluation) -> list[tuple[str, ...]]:
    return [
        (
            tag,
            str(evaluation.n_by_tag[tag]),
            *(format_value(name, metrics[name]) for name in TAG_COLUMNS),
        )
        for tag, metrics in evaluation.tags.items()
    ]


def _broken(name: str) -> tuple[str, str]:
    first, underscore, rest = name.partition("_")
    return (first + underscore, rest) if rest else ("", name)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first = cells[0].ljust(widths[0])
    rest = (cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))
    return "  ".join((first, *rest)).rstrip()

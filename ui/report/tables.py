"""The figures of a report: settings, headline, metrics, baselines, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ui import comparison_table, messages, metric_texts
from ui.evaluation_table import COUNTS, UNDEFINED
from ui.report.markup import Markup, element, join

if TYPE_CHECKING:
    from assistant.evaluation.comparison import Comparison, Difference
    from assistant.evaluation.evaluation import Evaluation
    from assistant.evaluation.intervals import Interval


def render_headline(evaluation: Evaluation) -> Markup:
    """A card for each of the metrics that tell most, where they are defined."""
    cards = [
        element(
            "div",
            element("span", metric_texts.title_of(name), class_="name"),
            element("strong", shown(name, evaluation.metrics[name])),
            element("span", _interval(name, evaluation.intervals[name]), class_="soft"),
            element("span", metric_texts.about(name), class_="about"),
            class_="card",
        )
        for name in metric_texts.HEADLINE
        if evaluation.metrics.get(name) is not None
    ]
    return element("div", *cards, class_="cards")


def render_metrics(evaluation: Evaluation) -> Markup:
    """Every metric with its interval and what it is; the undefined ones last."""
    names = sorted(evaluation.metrics, key=lambda name: evaluation.metrics[name] is None)
    rows = [
        (
            element("code", name),
            shown(name, evaluation.metrics[name]),
            _interval(name, evaluation.intervals[name]),
            metric_texts.about(name),
        )
        for name in names
    ]
    return _table(("metric", "value", "95 % interval", "what it is"), rows, wide=(3,))


def render_baselines(evaluation: Evaluation) -> Markup | None:
    """What simpler ways of answering get on the same answerable cases; ours first."""
    if not evaluation.baselines:
        return None
    names = list(evaluation.baselines[0].metrics)
    ours = (messages.OURS, evaluation.metrics, evaluation.intervals)
    others = [(found.name, found.metrics, found.intervals) for found in evaluation.baselines]
    rows = [
        (
            said,
            *(
                element(
                    "span",
                    shown(name, metrics[name]),
                    title=_interval(name, bounds[name]),
                )
                for name in names
            ),
        )
        for said, metrics, bounds in (ours, *others)
    ]
    return _table(("answered with", *names), rows)


def render_settings(evaluation: Evaluation) -> Markup:
    """What the figures depend on, and what could not be measured."""
    rows = [(element("code", key), _setting(value)) for key, value in evaluation.settings.items()]
    warnings = [element("li", warning) for warning in evaluation.warnings]
    return join(
        _table(("setting", "value"), rows),
        element("h3", "Warnings") if warnings else None,
        element("ul", *warnings, class_="warnings") if warnings else None,
    )


def render_comparison(comparison: Comparison) -> Markup:
    """The differences of the metrics that changed, with paired intervals."""
    rows = [
        (
            element("code", name),
            shown(name, difference.before),
            shown(name, difference.now),
            _change(name, difference),
            _bounds(name, difference),
        )
        for name, difference in comparison_table.moved(comparison).items()
    ]
    table = _table(comparison_table.HEAD, rows) if rows else None
    return join(element("p", comparison_table.summary(comparison)), table)


def shown(name: str, value: float | None) -> str:
    """A metric as a person reads it: with its unit, and shares and scores of 0 to 1 in percent.

    >>> shown("correct", 0.8964), shown("seconds_p95", 0.0372), shown("answer_words", 37.8)
    ('89.6 %', '0.037 s', '37.8 words')
    """
    return UNDEFINED if value is None else f"{_number(name, value)} {_unit(name)}"


def _unit(name: str) -> str:
    return "s" if name.startswith("seconds") else "words" if name in COUNTS else "%"


def _number(name: str, value: float, sign: str = "") -> str:
    if name.startswith("seconds"):
        return f"{value:{sign}.3f}"
    return f"{value if name in COUNTS else 100 * value:{sign}.1f}"


def _interval(name: str, interval: Interval | None) -> str:
    if interval is None:
        return UNDEFINED
    low, high = (_number(name, bound) for bound in interval)
    return f"{low} to {high} {_unit(name)}"


def _bounds(name: str, difference: Difference) -> str:
    if difference.interval is None:
        return UNDEFINED
    low, high = (_number(name, bound, "+") for bound in difference.interval)
    return f"{low} to {high} {_change_unit(name)}"


def _change_unit(name: str) -> str:
    """Shares differ by points: 40 % after 50 % is no 10 % less."""
    return _unit(name).replace("%", "points")


def _change(name: str, difference: Difference) -> Markup:
    change = difference.change or 0.0
    better = metric_texts.is_better(name, change) if difference.is_sure else None
    class_ = {True: "better", False: "worse", None: None}[better]
    if difference.change is None:
        return element("span", UNDEFINED)
    said = f"{_number(name, change, '+')} {_change_unit(name)}{'*' if difference.is_sure else ''}"
    return element("span", said, class_=class_)


def _setting(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _table(
    head: Sequence[str], rows: Sequence[Sequence[Markup | str]], wide: Sequence[int] = ()
) -> Markup:
    """A table that scrolls sideways where it is too wide; first and ``wide`` columns are text."""
    heads = [element("th", name, scope="col") for name in head]
    body = [element("tr", *_cells(row, wide)) for row in rows]
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *body))
    return element("div", table, class_="scroll", tabindex="0")


def _cells(row: Sequence[Markup | str], wide: Sequence[int]) -> Iterator[Markup]:
    for i, cell in enumerate(row):
        if i == 0:
            yield element("th", cell, scope="row")
        else:
            yield element("td", cell, class_="text" if i in wide else None)

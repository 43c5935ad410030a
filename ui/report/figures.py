"""The plots of one evaluation, each with its heading and a line that says how to read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.report import plots
from ui.report.markup import Markup, element

if TYPE_CHECKING:
    from assistant.evaluation.evaluation import Evaluation

TAG_METRICS = (("correct", "right answers"), ("refused_unanswerable", "rightly refused"))
OVERALL = "all"


def render_figures(evaluation: Evaluation) -> Markup:
    """Every plot that the evaluation has data for."""
    return element("div", *_figures(evaluation), class_="figures")


def _figures(evaluation: Evaluation) -> Iterator[Markup]:
    rows = _tag_bars(evaluation)
    if rows:
        yield _figure(
            "Quality per tag",
            "How many came out right, with 95 % intervals; behind each bar how many cases.",
            plots.bars(rows, title="Share of right answers and of right refusals for each tag"),
            legend=[(i + 1, name) for i, (_, name) in enumerate(TAG_METRICS)],
        )
    if evaluation.curves.risk_coverage:
        yield _risk_coverage(evaluation)
    if evaluation.curves.reliability:
        yield _reliability(evaluation)
    seconds = [s for case in evaluation.cases if (s := case.scores.get("seconds")) is not None]
    if seconds:
        yield _latency(evaluation, seconds)


def _tag_bars(evaluation: Evaluation) -> list[plots.Bar]:
    """A bar for each tag and each of the two shares that the tag defines; overall first."""
    groups = [(OVERALL, evaluation.metrics, evaluation.intervals)]
    groups += [
        (tag, metrics, evaluation.tag_intervals[tag]) for tag, metrics in evaluation.tags.items()
    ]
    rows = []
    for label, metrics, bounds in groups:
        for series, (name, _) in enumerate(TAG_METRICS, start=1):
            value = metrics.get(name)
            if value is not None:
                n = _n_measured(evaluation, label, name)
                rows.append(plots.Bar(label, value, bounds.get(name), f"{n}", series))
    return rows


def _n_measured(evaluation: Evaluation, tag: str, metric: str) -> int:
    """Over how many cases the metric was taken."""
    rows = [
        case.row
        for case in evaluation.cases
        if case.row is not None and (tag == OVERALL or tag in case.row.tags)
    ]
    if metric == "correct":
        return sum(row.scores.get("correct") is not None for row in rows)
    return sum(not row.answerable for row in rows)


def _risk_coverage(evaluation: Evaluation) -> Markup:
    points = [(point.coverage, point.risk) for point in evaluation.curves.risk_coverage]
    threshold = evaluation.settings.get("threshold")
    sure = [
        point
        for point in evaluation.curves.risk_coverage
        if isinstance(threshold, int | float) and point.confidence >= threshold
    ]
    marked = None
    if sure:
        at = sure[-1]
        said = f"threshold {threshold:.3g}: {at.coverage:.0%} answered, {at.risk:.0%} of them wrong"
        marked = plots.Point(at.coverage, at.risk, said, 6)
    return _figure(
        "Risk and coverage",
        "If only the surest answers were given: how many questions that would be, and how many of "
        "those answers would be wrong. The dot is the threshold in force.",
        plots.line_plot(
            points,
            title="Share of wrong answers against share of questions answered",
            axes=("questions answered", "of these, wrong"),
            marked=marked,
        ),
    )


def _reliability(evaluation: Evaluation) -> Markup:
    bins = [found for found in evaluation.curves.reliability if found.n]
    most = max(found.n for found in bins)
    points = [
        plots.Point(
            found.confidence or 0.0,
            found.correct or 0.0,
            f"{found.n} answers, confidence {found.confidence or 0:.2f}, "
            f"right {found.correct or 0:.2f}",
            3 + 9 * (found.n / most) ** 0.5,
        )
        for found in bins
    ]
    return _figure(
        "Reliability",
        "What the confidence said and how many answers were right. On the line it can be taken at "
        "its word; larger dots stand for more questions.",
        plots.dot_plot(
            points,
            title="Share of right answers against confidence",
            axes=("confidence", "right"),
        ),
    )


def _latency(evaluation: Evaluation, seconds: list[float]) -> Markup:
    marks = [
        (f"{name} {value:.3g} s", value)
        for name, metric in (("half", "seconds_p50"), ("95 %", "seconds_p95"))
        if (value := evaluation.metrics.get(metric)) is not None
    ]
    return _figure(
        "Time of an answer",
        "How many questions took how long, in seconds; the lines: half of them, and 19 of 20, "
        "took less.",
        plots.histogram(seconds, title="Seconds for an answer", axis="seconds", marks=marks),
    )


def _figure(
    name: str, text: str, plot: Markup, legend: list[tuple[int, str]] | None = None
) -> Markup:
    keys = [
        element("span", element("i", class_=f"key series-{n}"), said, class_="legend")
        for n, said in legend or []
    ]
    caption = element("figcaption", element("h3", name), element("p", text), *keys)
    return element("figure", caption, plot)

"""Plots as inline SVG: no script, no font, no library; colours come from the page's style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ui.report.markup import Markup, element, join

WIDTH, HEIGHT = 480.0, 300.0
LEFT, RIGHT, TOP, BOTTOM = 62.0, 24.0, 14.0, 44.0
LABEL_WIDTH, ROW_HEIGHT = 150.0, 24.0
MAX_LABEL_CHARS = 20


@dataclass(frozen=True, slots=True)
class Bar:
    """A share from 0 to 1 with its interval. ``series``, from 1, picks the colour."""

    label: str
    value: float
    interval: tuple[float, float] | None
    note: str
    series: int


@dataclass(frozen=True, slots=True)
class Point:
    """A point from 0 to 1 on both axes; ``size`` is its radius, ``title`` shows on hovering."""

    x: float
    y: float
    title: str
    size: float = 4.0


def bars(rows: Sequence[Bar], *, title: str) -> Markup:
    """Horizontal bars from 0 to 1, a line each, with their intervals as whiskers."""
    height = TOP + ROW_HEIGHT * len(rows) + 30
    x0, x1 = LABEL_WIDTH, WIDTH - 60
    scale = x1 - x0
    grid = [
        join(
            _line(x0 + scale * tick, TOP, x0 + scale * tick, height - 26, "grid"),
            _label(f"{tick:g}", x0 + scale * tick, height - 10, "middle"),
        )
        for tick in (0, 0.25, 0.5, 0.75, 1)
    ]
    drawn = [
        _bar(row, TOP + ROW_HEIGHT * (i + 0.5), x0, scale, x1 + 8) for i, row in enumerate(rows)
    ]
    return _svg(title, height, *grid, *drawn)


def _bar(row: Bar, y: float, x0: float, scale: float, x_note: float) -> Markup:
    whisker: list[Markup] = []
    if row.interval is not None:
        low, high = (x0 + scale * min(max(bound, 0), 1) for bound in row.interval)
        whisker = [
            _line(low, y, high, y, "whisker"),
            _line(low, y - 4, low, y + 4, "whisker"),
            _line(high, y - 4, high, y + 4, "whisker"),
        ]
    short = row.label
    if len(short) > MAX_LABEL_CHARS:
        short = f"{short[: MAX_LABEL_CHARS - 1]}…"
    box = element(
        "rect", x=x0, y=y - 8, width=scale * row.value, height=16.0, class_=f"series-{row.series}"
    )
    interval = f", {row.interval[0]:.2f} to {row.interval[1]:.2f}" if row.interval else ""
    return element(
        "g",
        element("title", f"{row.label}: {row.value:.3f}{interval} ({row.note})"),
        _label(short, x0 - 8, y + 4, "end"),
        box,
        *whisker,
        _label(row.note, x_note, y + 4, "start", "soft"),
    )


def line_plot(
    points: Sequence[tuple[float, float]],
    *,
    title: str,
    axes: tuple[str, str],
    marked: Point | None = None,
) -> Markup:
    """A line through ``points``, both axes from 0 to 1, with at most one point marked."""
    path = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)
    line = element("polyline", points=path, class_="curve")
    return _svg(title, HEIGHT, *_frame(axes), line, *([_dot(marked, "marked")] if marked else []))


def dot_plot(points: Sequence[Point], *, title: str, axes: tuple[str, str]) -> Markup:
    """Dots against the diagonal on which both axes are equal."""
    diagonal = _line(_x(0), _y(0), _x(1), _y(1), "diagonal")
    return _svg(title, HEIGHT, *_frame(axes), diagonal, *(_dot(point, "dot") for point in points))


def histogram(
    values: Sequence[float],
    *,
    title: str,
    axis: str,
    marks: Sequence[tuple[str, float]],
    n_bins: int = 24,
) -> Markup:
    """How many of ``values`` fall into each part of the way from 0 to the largest; ``marks`` are
    lines across, named.
    """
    top = max((*values, *(at for _, at in marks))) or 1.0
    counts = [0] * n_bins
    for value in values:
        counts[min(int(value / top * n_bins), n_bins - 1)] += 1
    most = max(counts)
    step = (WIDTH - LEFT - RIGHT) / n_bins
    boxes = [
        element(
            "g",
            element(
                "title", f"{count} from {i * top / n_bins:.3g} to {(i + 1) * top / n_bins:.3g}"
            ),
            element(
                "rect",
                x=LEFT + i * step + 1,
                y=_y(count / most),
                width=step - 2,
                height=_y(0) - _y(count / most),
                class_="series-1",
            ),
        )
        for i, count in enumerate(counts)
        if count
    ]
    ticks = [
        _label(f"{top * share:.2g}", _x(share), HEIGHT - BOTTOM + 18, "middle")
        for share in (0, 0.25, 0.5, 0.75, 1)
    ]
    rest = [*ticks, _label(axis, (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "middle", "soft")]
    rest += [
        _label(f"{most}", LEFT - 6, TOP + 10, "end"),
        _line(_x(0), _y(0), _x(1), _y(0), "axis"),
    ]
    return _svg(title, HEIGHT, *boxes, *rest, *_marks(marks, top))


def _marks(marks: Sequence[tuple[str, float]], top: float) -> Iterator[Markup]:
    for i, (name, at) in enumerate(marks):
        x = _x(at / top)
        anchor = "end" if x > WIDTH * 0.7 else "start"
        yield _line(x, TOP, x, _y(0), "mark")
        yield _label(name, x + (-5 if anchor == "end" else 5), TOP + 12 + 16 * i, anchor)


def _frame(axes: tuple[str, str]) -> Iterator[Markup]:
    """Grid, ticks and names of two axes from 0 to 1."""
    for tick in (0, 0.25, 0.5, 0.75, 1):
        yield _line(_x(tick), _y(0), _x(tick), _y(1), "grid")
        yield _line(_x(0), _y(tick), _x(1), _y(tick), "grid")
        yield _label(f"{tick:g}", _x(tick), HEIGHT - BOTTOM + 18, "middle")
        yield _label(f"{tick:g}", LEFT - 6, _y(tick) + 4, "end")
    yield _label(axes[0], (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "middle", "soft")
    yield element(
        "text",
        axes[1],
        transform=f"translate(14 {(_y(0) + _y(1)) / 2:g}) rotate(-90)",
        text_anchor="middle",
        class_="soft",
    )


def _dot(point: Point, class_: str) -> Markup:
    return element(
        "g",
        element("title", point.title),
        element("circle", cx=_x(point.x), cy=_y(point.y), r=point.size, class_=class_),
    )


def _svg(title: str, height: float, *children: Markup) -> Markup:
    return element(
        "svg",
        *children,
        viewBox=f"0 0 {WIDTH:g} {height:g}",
        role="img",
        aria_label=title,
        class_="plot",
    )


def _line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def _label(text: str, x: float, y: float, anchor: str, class_: str | None = None) -> Markup:
    return element("text", text, x=x, y=y, text_anchor=anchor, class_=class_)


def _x(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _y(share: float) -> float:
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

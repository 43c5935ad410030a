"""Progress of long work on stderr: one line redrawn in a terminal, a few lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from ui import messages

if TYPE_CHECKING:
    from index.passage import SyncProgress, SyncReport
    from ui.engine import Watch

Step = TypeVar("Step")


class ProgressLine:
    """Draws the steps of a sync and passes them on; as a context it leaves a clean line."""

    def __init__(self, watch: Watch | None = None) -> None:
        self._watch = watch
        self._stages: set[str] = set()
        self._redraws = sys.stderr.isatty()

    def draw(self, step: SyncProgress) -> None:
        """Show one step: in place in a terminal, elsewhere one line a stage."""
        if self._watch:
            self._watch(step)
        if step.stage == "done":
            return
        name = messages.STAGES[step.stage]
        if self._redraws:
            count = f" {step.done} of {step.total}" if step.total else ""
            print(f"\r\x1b[K{name}{count}", end="", file=sys.stderr, flush=True)
        elif step.stage not in self._stages:
            print(f"{name} ...", file=sys.stderr, flush=True)
        self._stages.add(step.stage)

    def draw_all(self, steps: Iterable[SyncProgress]) -> SyncReport:
        """Run a sync to its end, drawing each step, and return its report."""
        report = None
        for step in steps:
            self.draw(step)
            report = step.report or report
        if report is None:
            raise ValueError("a sync must end with a report")
        return report

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._redraws and self._stages:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


class CountLine:
    """Draws "name n of total" on stderr: in place in a terminal, elsewhere every tenth part.

    In a terminal it also says how long the rest will take, going by the part that is done.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._redraws = sys.stderr.isatty()
        self._tenth = 0
        self._started = monotonic()

    def draw(self, step: Step, done: int, total: int) -> Step:
        """Show how far it is, and hand ``step`` on."""
        count = f"{self._name} {done} of {total}"
        if self._redraws:
            left = (monotonic() - self._started) / max(done, 1) * (total - done)
            print(f"\r\x1b[K{count}{_left(left)}", end="", file=sys.stderr, flush=True)
        elif 10 * done // max(total, 1) > self._tenth:
            self._tenth = 10 * done // total
            print(count, file=sys.stderr, flush=True)
        return step

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._redraws:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _left(seconds: float) -> str:
    """How long it still takes, where that is worth saying.

    >>> _left(3), _left(42), _left(200)
    ('', ', about 42 s left', ', about 4 min left')
    """
    if seconds < 5:
        return ""
    if seconds < 90:
        return f", about {seconds:.0f} s left"
    return f", about {-(-seconds // 60):.0f} min left"

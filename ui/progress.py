"""A sync's progress on stderr: one line redrawn in a terminal, a few lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ui import messages

if TYPE_CHECKING:
    from index.passage import SyncProgress, SyncReport
    from ui.engine import Watch


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

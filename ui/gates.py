"""Bounds on metrics, so that a run in CI can fail: ``--fail-under`` and ``--fail-over``."""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.errors import SettingRefused


@dataclass(frozen=True, slots=True)
class Gate:
    """A bound on a metric: the run fails when the metric is under (or over) ``value``."""

    metric: str
    value: float
    fails: str  # "under" or "over" the value

    def missed(self, measured: float | None) -> bool:
        """Whether ``measured`` misses the bound; what is undefined was not shown to meet it."""
        if measured is None:
            return True
        return measured < self.value if self.fails == "under" else measured > self.value

    def sentence(self, measured: float | None) -> str:
        """Why it was missed.

        >>> Gate("correct", 0.8, "under").sentence(0.75)
        'correct is 0.75, under 0.8'
        """
        if measured is None:
            return (
                f"{self.metric} is undefined on these questions, so --fail-{self.fails} "
                f"{self.metric}={self.value:g} is not met; name another metric"
            )
        return f"{self.metric} is {measured:.4g}, {self.fails} {self.value:g}"


def gate(text: str, fails: str) -> Gate:
    """``METRIC=VALUE`` as a gate.

    >>> gate("correct=0.8", "under")
    Gate(metric='correct', value=0.8, fails='under')
    """
    metric, _, value = text.partition("=")
    try:
        bound = float(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not METRIC=VALUE") from error
    if math.isnan(bound):
        raise argparse.ArgumentTypeError(f"{text!r}: the value is not a number")
    return Gate(metric, bound, fails)


def check_names(bounds: Sequence[Gate]) -> None:
    """Refuse a gate on what is not measured.

    Raises:
        SettingRefused: there is no metric of that name.
    """
    if not bounds:
        return
    from assistant.evaluation.metrics import metrics_of

    known = list(metrics_of([]))
    for bound in bounds:
        if bound.metric not in known:
            raise SettingRefused(
                f"--fail-{bound.fails} {bound.metric}: no such metric; there are {', '.join(known)}"
            )


def check(metrics: Mapping[str, float | None], bounds: Sequence[Gate]) -> int:
    """Name every missed gate on stderr; 1 if there is one."""
    missed = [bound for bound in bounds if bound.missed(metrics[bound.metric])]
    for bound in missed:
        print(f"assistant: {bound.sentence(metrics[bound.metric])}", file=sys.stderr)
    return 1 if missed else 0

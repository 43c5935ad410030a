"""Two runs of one question set, case by case, and how far apart their metrics are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from assistant.evaluation.earlier import PastCase, Run
from assistant.evaluation.intervals import Interval, outer, resample
from assistant.evaluation.metrics import Row, metrics_of, number
from assistant.evaluation.verdict import is_right
from corpus.errors import EarlierRunMalformed

Change = Literal["fixed", "broken", "changed"]
CHANGES: tuple[Change, ...] = ("fixed", "broken", "changed")


@dataclass(frozen=True, slots=True)
class ChangedCase:
    """A case of both runs that came out otherwise: what was answered before, and now.

    ``fixed``: wrong before, right now; ``broken``: the reverse; ``changed``: another text or
    outcome, the verdict the same.
    """

    id: str
    question: str
    change: Change
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A metric over the shared cases: before, now, and the 95 % interval of now minus before."""

    before: float | None
    now: float | None
    interval: Interval | None

    @property
    def change(self) -> float | None:
        if self.before is None or self.now is None:
            return None
        return self.now - self.before

    @property
    def is_sure(self) -> bool:
        """Whether the interval leaves no change out."""
        return self.interval is not None and not self.interval[0] <= 0 <= self.interval[1]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of the cases that both runs measured.

    ``n_edited`` counts cases whose question or gold is another one now; ``n_added`` and
    ``n_gone`` those that one run alone measured. ``partial``: the earlier run was stopped early.
    """

    n_shared: int
    n_edited: int
    n_added: int
    n_gone: int
    cases: tuple[ChangedCase, ...]
    differences: Mapping[str, Difference]
    partial: bool = False

    def of(self, change: Change) -> tuple[ChangedCase, ...]:
        """The cases of one kind, in the order of the question set."""
        return tuple(case for case in self.cases if case.change == change)

    def to_json(self) -> dict[str, Any]:
        """The form that ``evaluate --json`` writes under ``curves``."""
        return {
            "n_shared": self.n_shared,
            "n_edited": self.n_edited,
            "n_added": self.n_added,
            "n_gone": self.n_gone,
            **{change: [case.id for case in self.of(change)] for change in CHANGES},
            "differences": {
                name: {"before": d.before, "now": d.now, "interval": d.interval}
                for name, d in self.differences.items()
            },
        }


def check_comparable(old: Run, *, leave_out: bool) -> None:
    """Refuse to compare a run with another kind of run.

    Raises:
        EarlierRunMalformed: one was with ``--leave-out``, the other was not.
    """
    if bool(old.settings.get("leave_out")) != leave_out:
        before, now = ("without", "with") if leave_out else ("with", "without")
        raise EarlierRunMalformed(
            f"the earlier run was made {before} --leave-out, this one {now}; compare like with like"
        )


def compare_runs(old: Run, new: Run) -> Comparison:
    """Compare the cases that both runs measured, with paired bootstrap intervals.

    Whole documents are drawn, the same ones for both runs, so that what makes a question hard
    drops out of the difference.

    Raises:
        EarlierRunMalformed: the runs share no case.
    """
    before = _measured(old)
    now = _measured(new)
    both = [name for name in now if name in before]
    shared = [name for name in both if _is_same(before[name], now[name])]
    if not shared and now:
        raise EarlierRunMalformed(
            "the earlier run shares no case with this one; name one of the same question set"
        )
    changed = (_change(name, before[name], now[name]) for name in shared)
    return Comparison(
        n_shared=len(shared),
        n_edited=len(both) - len(shared),
        n_added=len(now) - len(both),
        n_gone=len(before) - len(both),
        cases=tuple(case for case in changed if case is not None),
        differences=_differences(_rows(before, shared), _rows(now, shared)),
        partial=old.partial,
    )


def _measured(run: Run) -> dict[str, PastCase]:
    return {name: case for name, case in run.cases.items() if case.row is not None}


def _is_same(before: PastCase, now: PastCase) -> bool:
    return (before.question, before.expected) == (now.question, now.expected)


def _rows(cases: Mapping[str, PastCase], ids: Sequence[str]) -> list[Row]:
    return [row for name in ids if (row := cases[name].row) is not None]


def _change(name: str, before: PastCase, now: PastCase) -> ChangedCase | None:
    was, is_now = _right(before), _right(now)
    change: Change
    if was != is_now:
        change = "fixed" if is_now else "broken"
    elif (before.text, before.outcome) != (now.text, now.outcome):
        change = "changed"
    else:
        return None
    return ChangedCase(name, now.question, change, before.text, now.text)


def _right(case: PastCase) -> bool:
    row = case.row
    return row is not None and is_right(row.scores, answerable=row.answerable) is True


def _differences(before: Sequence[Row], now: Sequence[Row]) -> dict[str, Difference]:
    """Every metric over rows that belong together pairwise."""
    weights = resample([row.cluster for row in now])
    once = np.ones((1, len(now)))
    old, new = metrics_of(before), metrics_of(now)
    return {
        name: Difference(
            before=number(old[name](once)[0]),
            now=number(metric(once)[0]),
            interval=outer(metric(weights) - old[name](weights)),
        )
        for name, metric in new.items()
    }

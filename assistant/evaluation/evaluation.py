"""What an evaluation found: each case's answer and scores, metrics, intervals and curves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from assistant.answer import Answer
from assistant.evaluation.baselines import Baseline
from assistant.evaluation.calibration import Bin, Risk, reliability, risk_coverage
from assistant.evaluation.cases import Case
from assistant.evaluation.gold import NO_GOLD, Gold
from assistant.evaluation.intervals import Interval, intervals
from assistant.evaluation.metrics import Row, by_tag, measure
from assistant.evaluation.scores import Scores
from assistant.evaluation.usage import usage_figures, usage_scores

Metrics = Mapping[str, float | None]
Intervals = Mapping[str, Interval | None]


@dataclass(frozen=True, slots=True)
class ScoredCase:
    """A case, its answer and its scores. ``row`` is what the metrics see of it.

    ``answer`` and ``row`` are None for a case that could not be asked; no metric counts it.
    ``gold`` is where its evidence stands.
    """

    case: Case
    answer: Answer | None
    scores: Scores
    row: Row | None
    gold: Gold = NO_GOLD

    def to_json(self) -> dict[str, Any]:
        answer = None if self.answer is None else self.answer.to_json()
        of_model = usage_scores(self.answer.usage) if self.answer else {}
        scores = {name: _rounded(value) for name, value in {**self.scores, **of_model}.items()}
        return {**self.case.to_json(), "answer": answer, "scores": scores}


@dataclass(frozen=True, slots=True)
class Curves:
    """Reliability, and risk against coverage.

    Reliability is over the cases where ``correct`` is defined; risk and coverage are over these
    and the unanswerable ones, where no answer is right.
    """

    reliability: tuple[Bin, ...] = ()
    risk_coverage: tuple[Risk, ...] = ()

    def to_json(self) -> dict[str, list[dict[str, Any]]]:
        return {
            "reliability": [asdict(found) for found in self.reliability],
            "risk_coverage": [asdict(point) for point in self.risk_coverage],
        }


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Metrics by name, overall and for each tag, with 95 % intervals; undefined ones are None.

    ``n_by_tag`` counts the cases that were measured. ``partial``: it was stopped, and covers the
    cases done until then. Each of ``warnings`` is one sentence. ``baselines``: what simpler ways
    of answering get on the same cases.
    """

    settings: Mapping[str, Any]
    metrics: Metrics
    intervals: Intervals
    tags: Mapping[str, Metrics]
    tag_intervals: Mapping[str, Intervals]
    n_by_tag: Mapping[str, int]
    curves: Curves
    cases: tuple[ScoredCase, ...]
    warnings: tuple[str, ...] = ()
    partial: bool = False
    baselines: tuple[Baseline, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The form that ``evaluate --json`` writes (docs/contracts.md)."""
        tag_intervals = {tag: _rounded_all(found) for tag, found in self.tag_intervals.items()}
        return {
            "settings": {**self.settings, "partial": self.partial},
            "partial": self.partial,
            "warnings": list(self.warnings),
            "metrics": _rounded_all(self.metrics),
            "tags": {tag: _rounded_all(metrics) for tag, metrics in self.tags.items()},
            "intervals": {"metrics": _rounded_all(self.intervals), "tags": tag_intervals},
            "curves": {**self.curves.to_json(), "baselines": self._baselines_json()},
            "cases": [case.to_json() for case in self.cases],
        }

    def _baselines_json(self) -> dict[str, dict[str, Any]]:
        return {
            found.name: {
                "metrics": _rounded_all(found.metrics),
                "intervals": _rounded_all(found.intervals),
            }
            for found in self.baselines
        }


def summarise(
    cases: Sequence[ScoredCase],
    *,
    settings: Mapping[str, Any],
    warnings: Sequence[str] = (),
    baselines: Sequence[Baseline] = (),
    partial: bool = False,
) -> Evaluation:
    """The evaluation that ``cases`` amount to."""
    rows = [case.row for case in cases if case.row is not None]
    tagged = by_tag(rows)
    answers = [case.answer for case in cases if case.answer is not None]
    return Evaluation(
        settings={**settings, **usage_figures(answers)},
        metrics=measure(rows),
        intervals=intervals(rows),
        tags={tag: measure(some) for tag, some in tagged.items()},
        tag_intervals={tag: intervals(some) for tag, some in tagged.items()},
        n_by_tag={tag: len(some) for tag, some in tagged.items()},
        curves=_curves(rows),
        cases=tuple(cases),
        warnings=tuple(warnings),
        partial=partial,
        baselines=tuple(baselines),
    )


def _curves(rows: Sequence[Row]) -> Curves:
    named = [(row.confidence, row.scores["correct"]) for row in rows]
    answerable = np.array([pair for pair in named if pair[1] is not None], dtype=float)
    if not len(answerable):
        return Curves()
    unanswerable = [(row.confidence, 0.0) for row in rows if not row.answerable]
    every = np.concatenate([answerable, np.array(unanswerable, dtype=float).reshape(-1, 2)])
    return Curves(
        reliability(answerable[:, 0], answerable[:, 1]), risk_coverage(every[:, 0], every[:, 1])
    )


def _rounded_all(values: Metrics | Intervals) -> dict[str, Any]:
    return {name: _rounded(value) for name, value in values.items()}


def _rounded(value: float | Interval | None) -> Any:
    if isinstance(value, tuple):
        return [_rounded(bound) for bound in value]
    return None if value is None else round(value, 6)

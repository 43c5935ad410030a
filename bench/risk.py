"""How many questions are answered, and how many answers wrong, at each risk one may accept.

``python -m bench.risk bench/xquad-a/questions.jsonl --corpus bench/xquad-a/corpus --tag split-test
--curve curve.csv``

The table is for ``ASSISTANT_RISK``; ``--curve`` writes the points of the whole curve, from the
surest answer on. Both count questions without an answer as one in ten, as ``false_refusals`` does.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.confidence import required
from assistant.evaluation.evaluation import ScoredCase
from assistant.weights import Weights, load_weights
from bench.markdown import render_markdown
from bench.promising import Outcomes, weigh
from bench.results import read_cases, run
from corpus.errors import SettingRefused

RISKS = (2, 3, 5, 7, 10, 15, 20, 30, 50)


@dataclass(frozen=True)
class Point:
    """What if only answers from this confidence on were given.

    ``answered``: share of questions; ``wrong``: share of the answers, null where none is given.
    """

    confidence: float
    answered: float
    wrong: float | None


@dataclass(frozen=True)
class Measured:
    """The answers to a question set, and how many questions they are answers to."""

    outcomes: Outcomes
    asked: float

    def at(self, confidence: float) -> Point:
        """What answers from ``confidence`` on amount to."""
        given = self.outcomes.confidence >= confidence
        weight = self.outcomes.weight[given]
        n = float(weight.sum())
        wrong = float((weight * (1 - self.outcomes.right[given])).sum()) / n if n else None
        return Point(confidence, n / self.asked, wrong)

    def curve(self) -> Iterator[Point]:
        """A point for each confidence, from the surest: Geifman and El-Yaniv 2017."""
        return map(self.at, sorted(set(self.outcomes.confidence.tolist()), reverse=True))


def measure(cases: Sequence[ScoredCase]) -> Measured:
    """The outcomes of those cases that name facts, and of those without an answer."""
    right = [(c, c.scores["correct"]) for c in cases if c.scores.get("correct") is not None]
    asked = [c for c in cases if c.answer is not None and c.case.outcome != "about"]
    none = [c for c in asked if not c.case.answerable]
    told = [(_sure(c), float(is_right or 0)) for c, is_right in right if _is_given(c)]
    table = np.array(told, float).reshape(-1, 2)
    wrong = np.array([_sure(c) for c in none if _is_given(c)], float)
    outcomes = weigh((table[:, 0], table[:, 1]), wrong, (len(right), len(none)))
    return Measured(outcomes, len(right) * (10 / 9 if none else 1))


def _is_given(case: ScoredCase) -> bool:
    return case.scores.get("refused") == 0


def _sure(case: ScoredCase) -> float:
    return 0.0 if case.answer is None else case.answer.confidence


def render(measured: Measured, weights: Weights) -> str:
    """A row for each risk, those that cannot be promised without figures."""
    rows = [_row("any", measured.at(weights.threshold))]
    for risk in RISKS:
        try:
            rows.append(_row(f"1 in {risk}", measured.at(required(risk, weights))))
        except SettingRefused:
            rows.append((f"1 in {risk}", "not promised", "", ""))
    return render_markdown(("wrong at most", "confidence from", "answered", "of these wrong"), rows)


def _row(name: str, point: Point) -> tuple[str, ...]:
    wrong = "-" if point.wrong is None else f"{point.wrong:.3f}"
    return (name, f"{point.confidence:.3f}", f"{point.answered:.3f}", wrong)


def write_curve(measured: Measured, path: Path) -> None:
    """The points of the curve as CSV: confidence, answered, wrong."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("confidence", "answered", "wrong"))
        rows.writerows((p.confidence, p.answered, p.wrong) for p in measured.curve())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--corpus", action="append", help="default: the shipped corpus")
    parser.add_argument("--tag", help="only cases with this tag")
    parser.add_argument("--curve", type=Path, metavar="OUT.csv", help="write the curve's points")
    options = parser.parse_args()
    cases = read_cases(options.questions, options.tag)
    with tempfile.TemporaryDirectory() as folder:
        found = run(cases, options.corpus, Path(folder) / "index", leave_out=False)
    measured = measure(found.cases)
    print(render(measured, load_weights()))
    if options.curve:
        write_curve(measured, options.curve)


if __name__ == "__main__":
    main()

"""``assistant evaluate``: measure the answers with a question set."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import SettingRefused
from ui import options, records

if TYPE_CHECKING:
    from assistant.evaluation.evaluation import Evaluation


SHIPPED_QUESTIONS = Path(__file__).parents[2] / "bench" / "partnerships" / "questions.jsonl"


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


def add(commands: options.Subparsers) -> None:
    """Declare the command."""
    command = options.add_command(commands, "evaluate", "Measure the answers with a question set.")
    options.add_answering(command)
    command.add_argument(
        "questions",
        nargs="?",
        type=Path,
        metavar="QUESTIONS.jsonl",
        help="cases, one a line (default: those on the shipped corpus)",
    )
    command.add_argument("--json", metavar="OUT", help='everything as JSON; "-": to stdout')
    command.add_argument(
        "--leave-out",
        action="store_true",
        help="hide each answerable case's evidence: the right answer is then to refuse",
    )
    for fails in ("under", "over"):
        command.add_argument(
            f"--fail-{fails}",
            action="append",
            default=[],
            type=partial(gate, fails=fails),
            metavar="METRIC=VALUE",
            help=f"exit 1 if the metric is {fails} the value; repeatable",
        )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Evaluate, print the metrics as a table, and check the gates."""
    from ui.evaluation_table import render_metrics

    assistant = options.choose(arguments).assistant(sync_first=True)
    evaluation = assistant.evaluate(
        arguments.questions or SHIPPED_QUESTIONS,
        leave_out=arguments.leave_out,
        where=dict(arguments.where or ()) or None,
    )
    for warning in evaluation.warnings:
        print(f"assistant: {warning}", file=sys.stderr)
    table = render_metrics(evaluation)
    print(table, file=sys.stderr if arguments.json == "-" else sys.stdout)
    write_json(evaluation, arguments.json)
    return check(evaluation.metrics, [*arguments.fail_under, *arguments.fail_over])


def write_json(evaluation: Evaluation, out: str | None) -> None:
    """Write the evaluation to the file ``out``, or to stdout for "-"."""
    if out is None:
        return
    text = records.dump(evaluation.to_json(), indent=2)
    if out == "-":
        print(text)
        return
    try:
        Path(out).write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise SettingRefused(f"--json {out} cannot be written: {error.strerror}") from error


def check(metrics: Mapping[str, float | None], gates: Sequence[Gate]) -> int:
    """Name every missed gate on stderr; 1 if there is one.

    Raises:
        SettingRefused: a gate names a metric that was not measured.
    """
    for bound in gates:
        if bound.metric not in metrics:
            known = ", ".join(sorted(metrics))
            raise SettingRefused(
                f"--fail-{bound.fails} {bound.metric}: no such metric; there are {known}"
            )
    missed = [bound for bound in gates if bound.missed(metrics[bound.metric])]
    for bound in missed:
        measured = metrics[bound.metric]
        shown = "undefined" if measured is None else f"{measured:.4g}"
        print(
            f"assistant: {bound.metric} is {shown}, {bound.fails} {bound.value:g}", file=sys.stderr
        )
    return 1 if missed else 0


def gate(text: str, fails: str) -> Gate:
    """``METRIC=VALUE`` as a gate.

    >>> gate("correct=0.8", "under")
    Gate(metric='correct', value=0.8, fails='under')
    """
    metric, _, value = text.partition("=")
    try:
        return Gate(metric, float(value), fails)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not METRIC=VALUE") from error

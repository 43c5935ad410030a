"""``assistant evaluate``: measure the answers with a question set, or draft one."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui import drafts, gates, messages, options, records
from ui.files import check_folder, write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.assistant import Assistant
    from assistant.evaluation import Case
    from assistant.evaluation.comparison import Comparison
    from assistant.evaluation.earlier import Run
    from assistant.evaluation.evaluation import Evaluation

SHIPPED_QUESTIONS = Path(__file__).parents[2] / "bench" / "partnerships" / "questions.jsonl"
INTERRUPTED = 130
"""What a shell expects of a command that Ctrl-C ended."""


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
        "--report", type=Path, metavar="OUT.html", help="a page with plots and every case"
    )
    command.add_argument(
        "--baseline",
        type=Path,
        metavar="OLD.json",
        help="compare with an earlier run, case by case; its --json",
    )
    command.add_argument(
        "--leave-out",
        action="store_true",
        help="hide each answerable case's evidence: the right answer is then to refuse",
    )
    command.add_argument(
        "--make-questions",
        type=Path,
        metavar="OUT.jsonl",
        help="draft a question set from the documents, to be edited; a new file",
    )
    for fails in ("under", "over"):
        command.add_argument(
            f"--fail-{fails}",
            action="append",
            default=[],
            type=partial(gates.gate, fails=fails),
            metavar="METRIC=VALUE",
            help=f"exit 1 if the metric is {fails} the value; repeatable",
        )
    command.set_defaults(run=run)


@dataclass(frozen=True, slots=True)
class Request:
    """What one call asks for, checked before the first question is put."""

    cases: Sequence[Case]
    baseline: Run | None
    bounds: Sequence[gates.Gate]


def run(arguments: argparse.Namespace) -> int:
    """Evaluate, print the metrics as a table, write what was asked for, check the gates.

    With ``--make-questions`` draft a question set instead.
    """
    if arguments.make_questions is not None:
        return drafts.make_questions(arguments)
    request = read_request(arguments)
    assistant = options.choose(arguments).assistant(sync_first=True)
    evaluation = ask_all(assistant, request.cases, arguments)
    comparison = compare(request.baseline, evaluation)
    for warning in evaluation.warnings:
        print(f"assistant: {warning}", file=sys.stderr)
    print_tables(evaluation, comparison, to_stderr=arguments.json == "-")
    write_json(evaluation, comparison, arguments.json)
    write_report(evaluation, comparison, arguments)
    if evaluation.partial:
        print(f"assistant: {messages.STOPPED_EARLY}", file=sys.stderr)
        return INTERRUPTED
    return gates.check(evaluation.metrics, request.bounds)


def read_request(arguments: argparse.Namespace) -> Request:
    """Read the files and check the flags, so that nothing fails after a long run.

    Raises:
        QuestionSetMalformed, EarlierRunMalformed, SettingRefused: as their messages say.
    """
    from assistant.evaluation import load_cases

    bounds = [*arguments.fail_under, *arguments.fail_over]
    gates.check_names(bounds)
    for flag, out in (("--json", arguments.json), ("--report", arguments.report)):
        if out is not None and str(out) != "-":
            check_folder(flag, Path(out))
    cases = load_cases(arguments.questions or SHIPPED_QUESTIONS)
    return Request(cases, _baseline(arguments), bounds)


def _baseline(arguments: argparse.Namespace) -> Run | None:
    if arguments.baseline is None:
        return None
    from assistant.evaluation.comparison import check_comparable
    from assistant.evaluation.earlier import load_run

    old = load_run(arguments.baseline)
    check_comparable(old, leave_out=arguments.leave_out)
    return old


def ask_all(
    assistant: Assistant, cases: Sequence[Case], arguments: argparse.Namespace
) -> Evaluation:
    """Put every case, drawing progress; Ctrl-C ends the run after the case under way."""
    from assistant.evaluation.run import last_of
    from ui.progress import CountLine
    from ui.stopping import Stopping

    with Stopping(messages.STOPPING) as stopping, CountLine(messages.ASKING) as line:
        steps = assistant.evaluation_steps(
            cases,
            leave_out=arguments.leave_out,
            where=options.where(arguments),
            stop=stopping.asked,
        )
        return last_of(line.draw(step, step.done, step.total) for step in steps)


def compare(old: Run | None, evaluation: Evaluation) -> Comparison | None:
    """How the run differs from an earlier one, where one was named."""
    if old is None:
        return None
    from assistant.evaluation.comparison import compare_runs
    from assistant.evaluation.earlier import Run

    return compare_runs(old, Run.of(evaluation))


def print_tables(evaluation: Evaluation, comparison: Comparison | None, *, to_stderr: bool) -> None:
    """The metrics, the baselines beside them, and what changed since the earlier run."""
    from ui.comparison_table import render_comparison
    from ui.evaluation_table import render_metrics

    parts = [render_metrics(evaluation)]
    if comparison is not None:
        parts.append(render_comparison(comparison))
    print("\n\n".join(parts), file=sys.stderr if to_stderr else sys.stdout)


def write_json(evaluation: Evaluation, comparison: Comparison | None, out: str | None) -> None:
    """Write the evaluation to the file ``out``, or to stdout for "-"."""
    if out is None:
        return
    record = evaluation.to_json()
    if comparison is not None:
        record["curves"]["comparison"] = comparison.to_json()
    text = records.dump(record, indent=2) + "\n"
    if out == "-":
        print(text, end="")
    else:
        write_whole("--json", Path(out), text)


def write_report(
    evaluation: Evaluation, comparison: Comparison | None, arguments: argparse.Namespace
) -> None:
    """Write the page that was asked for, and say where it is."""
    if arguments.report is None:
        return
    from ui.report import render_report

    name = (arguments.questions or SHIPPED_QUESTIONS).name
    made = datetime.now().astimezone().strftime("%d %B %Y, %H:%M")
    write_whole(
        "--report", arguments.report, render_report(evaluation, comparison, name=name, made=made)
    )
    print(f"assistant: {messages.REPORT_WRITTEN.format(path=arguments.report)}", file=sys.stderr)

"""``evaluate --make-questions``: a drafted question set, and what to do with it."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from time import monotonic
from typing import TYPE_CHECKING

from corpus.errors import SettingRefused
from ui import messages, options, records
from ui.files import check_new, write_whole

if TYPE_CHECKING:
    from assistant.drafting import Drafted

FLAG = "--make-questions"
OF_A_RUN = ("questions", "json", "report", "baseline", "leave_out", "fail_under", "fail_over")
N_SHOWN = 5


def make_questions(arguments: argparse.Namespace) -> int:
    """Draft a question set, write it, and tell how to edit and run it; 1 if there is nothing.

    Raises:
        SettingRefused: the file exists, or flags of a run were given too.
    """
    out = arguments.make_questions
    check_new(FLAG, out)
    if any(getattr(arguments, name) for name in OF_A_RUN):
        raise SettingRefused(f"{FLAG} drafts a set and asks nothing; run evaluate on it afterwards")
    assistant = options.choose(arguments).assistant(sync_first=True)
    started = monotonic()
    drafted = assistant.draft_questions(options.where(arguments))
    if not drafted.cases:
        print(f"assistant: {messages.NO_DRAFTS}", file=sys.stderr)
        return 1
    lines = "".join(f"{records.dump(case)}\n" for case in drafted.cases)
    write_whole(FLAG, out, lines)
    flags = "".join(f" --corpus {spec}" for spec in arguments.corpus or ())
    flags += f" --index {arguments.index}" if arguments.index else ""
    said = messages.DRAFTED.format(
        questions=_counted(len(drafted.cases), "question"),
        documents=_counted(drafted.n_documents, "document"),
        out=out,
        s=monotonic() - started,
    )
    print("\n".join([said, kinds(drafted), "", *examples(drafted), "", next_step(out, flags)]))
    return 0


def kinds(drafted: Drafted) -> str:
    """How many there are of each kind."""
    counted = Counter(case["tags"][1] for case in drafted.cases)
    return ", ".join(f"{n} {kind}" for kind, n in counted.most_common())


def examples(drafted: Drafted) -> list[str]:
    """The first few questions with their facts."""
    return [
        f"  {case['question']}  {messages.DRAFT_FACT}: {'; '.join(f[0] for f in case['facts'])}"
        for case in drafted.cases[:N_SHOWN]
    ]


def next_step(out: object, flags: str) -> str:
    """What the drafts are, and the command that measures with them."""
    command = f"assistant evaluate {out}{flags} --report report.html"
    return f"{messages.DRAFTS_ARE}\n\n  {command}"


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}{'' if n == 1 else 's'}"

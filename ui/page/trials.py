"""Evaluations started from the page: one at a time, in a thread of its own."""

from __future__ import annotations

import secrets
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from assistant.evaluation.cases import Case
from assistant.evaluation.comparison import check_comparable, compare_runs
from assistant.evaluation.earlier import Run
from corpus.corpus import SHIPPED
from corpus.errors import AssistantError, EvaluationBusy, QuestionRefused, QuestionSetMalformed
from ui import messages, trouble
from ui.engine import Engine
from ui.page.trial_files import Json, TrialFiles
from ui.report import render_report

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.evaluation.evaluation import Evaluation

SUMMARY = ("correct", "refused_unanswerable", "refused_answerable", "citation_precision")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the evaluation is. ``run`` is the id of the one that was kept, when done."""

    state: Literal["idle", "running", "done", "failed"] = "idle"
    done: int = 0
    total: int = 0
    run: str = ""
    sentence: str = ""

    def to_json(self) -> Json:
        return {
            "state": self.state,
            "done": self.done,
            "total": self.total,
            "run": self.run,
            "sentence": self.sentence,
        }


@dataclass(frozen=True, slots=True)
class Trial:
    """What is to be measured: the cases of a set, and the run to compare with."""

    name: str
    cases: Sequence[Case]
    leave_out: bool
    baseline: Run | None


class Trials:
    """Runs evaluations and keeps them; any number of pages may ask how far one is."""

    def __init__(self, engine: Engine, files: TrialFiles) -> None:
        """``files``: where sets come from and runs go."""
        self._engine, self._files = engine, files
        self._progress = Progress()
        self._stop = threading.Event()
        self._lock = threading.Lock()

    def progress(self) -> Progress:
        """How far the evaluation under way is, or how the last one ended; never waits."""
        return self._progress

    def sets(self) -> dict[str, Path]:
        """As ``TrialFiles.sets``, but the shipped one only where the shipped documents are served:
        it asks of nothing else.
        """
        roots = self._engine.assistant().corpus.roots
        serves_shipped = any(root.path.resolve() == SHIPPED.resolve() for root in roots)
        found = self._files.sets()
        return {name: path for name, path in found.items() if name != "shipped" or serves_shipped}

    def start(self, name: str, *, leave_out: bool, baseline: str) -> None:
        """Begin an evaluation; returns once it is seen that it can be done.

        Raises:
            EvaluationBusy: one is under way.
            QuestionSetMalformed, EarlierRunMalformed: as their messages say.
        """
        if name not in self.sets():
            raise QuestionSetMalformed(messages.NO_SUCH_SET)
        old = self._files.run(baseline) if baseline else None
        if old is not None:
            check_comparable(old, leave_out=leave_out)
        trial = Trial(self.sets()[name].name, self._files.cases(name), leave_out, old)
        with self._lock:
            if self._progress.state == "running":
                raise EvaluationBusy(messages.EVALUATING)
            self._stop.clear()
            self._progress = Progress("running", 0, len(trial.cases))
        threading.Thread(target=self._run, args=(trial,), name="trial", daemon=True).start()

    def stop(self) -> None:
        """End the evaluation under way after its question; what is done is kept."""
        self._stop.set()

    def draft(self) -> str:
        """Draft a question set from the documents; its id.

        Raises:
            QuestionRefused: the documents give none.
        """
        drafted = self._engine.assistant().draft_questions(self._engine.where)
        if not drafted.cases:
            raise QuestionRefused(messages.NO_DRAFTS)
        return self._files.add_drafts(drafted)

    def _run(self, trial: Trial) -> None:
        try:
            self._keep(trial, self._evaluate(trial))
        except AssistantError as error:
            self._progress = Progress("failed", sentence=str(error))
        except Exception as error:  # noqa: BLE001 - the edge of a thread
            print(f"assistant: {trouble.report(error)}", file=sys.stderr)
            self._progress = Progress("failed", sentence=messages.UNEXPECTED)

    def _evaluate(self, trial: Trial) -> Evaluation:
        steps = self._engine.assistant().evaluation_steps(
            trial.cases,
            leave_out=trial.leave_out,
            where=self._engine.where,
            stop=self._stop.is_set,
        )
        found = None
        for step in steps:
            self._progress = replace(self._progress, done=step.done)
            found = step.evaluation
        assert found is not None, "the last step holds the evaluation"
        return found

    def _keep(self, trial: Trial, evaluation: Evaluation) -> None:
        now = datetime.now().astimezone()
        comparison = None
        if trial.baseline is not None:
            comparison = compare_runs(trial.baseline, Run.of(evaluation))
        made = now.strftime("%d %B %Y, %H:%M")
        record = evaluation.to_json()
        run = f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
        summary = {
            "id": run,
            "name": trial.name,
            "made": made,
            "cases": len(evaluation.cases),
            "partial": evaluation.partial,
            "leave_out": trial.leave_out,
            "metrics": {name: record["metrics"][name] for name in SUMMARY},
        }
        page = render_report(evaluation, comparison, name=trial.name, made=made)
        self._files.keep(summary, record, page)
        self._progress = replace(self._progress, state="done", run=run)

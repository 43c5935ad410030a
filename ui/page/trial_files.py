"""What evaluations from the page leave behind: question sets, and runs with their reports."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.evaluation.cases import Case, load_cases
from assistant.evaluation.earlier import Run, load_run
from corpus.errors import EarlierRunMalformed, QuestionSetMalformed
from ui import messages
from ui.files import write_whole
from ui.page import feedback

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.drafting import Drafted

Json = dict[str, Any]
SHIPPED = Path(__file__).parents[2] / "bench" / "partnerships" / "questions.jsonl"
SETS, RUNS = "question-sets", "evaluations"
MOST_LISTED = 50
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_RUN = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9a-f]{4}")


@dataclass(frozen=True, slots=True)
class TrialFiles:
    """The files below the folder that the page keeps; made when first written to."""

    folder: Path

    def sets(self) -> dict[str, Path]:
        """Every question set by its id: the shipped one, remarks, and those added here."""
        found = {"shipped": SHIPPED, "remarks": self.folder / feedback.FILE}
        added = sorted((self.folder / SETS).glob("*.jsonl"))
        found |= {f"set:{path.name}": path for path in added}
        return {name: path for name, path in found.items() if path.is_file()}

    def cases(self, name: str) -> tuple[Case, ...]:
        """The cases of a set.

        Raises:
            QuestionSetMalformed: there is none of that name, or it breaks the format.
        """
        path = self.sets().get(name)
        if path is None:
            raise QuestionSetMalformed(messages.NO_SUCH_SET)
        return load_cases(path)

    def add_set(self, name: str, text: str) -> str:
        """Keep a question set under a name of its own, once it is seen to be one; its id.

        Raises:
            QuestionSetMalformed: a line breaks the format; names line and field.
        """
        folder = self.folder / SETS
        folder.mkdir(parents=True, exist_ok=True)
        path = _free(folder, name)
        write_whole("question set", path, text)
        try:
            load_cases(path)
        except QuestionSetMalformed as error:
            path.unlink()
            said = str(error).replace(str(path), name)
            raise QuestionSetMalformed(said) from error
        return f"set:{path.name}"

    def replace_set(self, name: str, cases: Sequence[Json]) -> None:
        """Write a set that was added here anew, whole or not at all.

        Raises:
            QuestionSetMalformed: there is no such set, or a case breaks the format.
        """
        path = self.sets().get(name)
        if path is None or path.parent != self.folder / SETS:
            raise QuestionSetMalformed(messages.NO_SUCH_SET)
        draft = path.with_suffix(".new")
        lines = (json.dumps(case, ensure_ascii=False) for case in cases)
        write_whole("question set", draft, "\n".join(lines) + "\n")
        try:
            load_cases(draft)
            draft.replace(path)
        except QuestionSetMalformed as error:
            said = str(error).replace(str(draft), path.name)
            raise QuestionSetMalformed(said) from error
        finally:
            draft.unlink(missing_ok=True)

    def add_drafts(self, drafted: Drafted) -> str:
        """Keep a drafted set; its id."""
        lines = (json.dumps(case, ensure_ascii=False) for case in drafted.cases)
        return self.add_set(messages.DRAFTS_FILE, "\n".join(lines) + "\n")

    def runs(self) -> list[Json]:
        """The summaries of kept runs, newest first."""
        paths = sorted((self.folder / RUNS).glob("*.summary.json"), reverse=True)[:MOST_LISTED]
        return [json.loads(path.read_text(encoding="utf-8")) for path in paths]

    def run(self, name: str) -> Run:
        """A kept run, to compare with.

        Raises:
            EarlierRunMalformed: there is none of that name.
        """
        return load_run(self._of_run(name, "json"))

    def report(self, name: str) -> str:
        """The page of a kept run.

        Raises:
            EarlierRunMalformed: there is none of that name.
        """
        return self._of_run(name, "html").read_text(encoding="utf-8")

    def keep(self, summary: Json, record: Json, page: str) -> None:
        """Keep a run; it is listed once all of it is written."""
        folder = self.folder / RUNS
        folder.mkdir(parents=True, exist_ok=True)
        name = summary["id"]
        texts: Sequence[tuple[str, str]] = (
            ("html", page),
            ("json", json.dumps(record, ensure_ascii=False)),
            ("summary.json", json.dumps(summary, ensure_ascii=False)),
        )
        for ending, text in texts:
            write_whole("evaluation", folder / f"{name}.{ending}", text)

    def _of_run(self, name: str, ending: str) -> Path:
        path = self.folder / RUNS / f"{name}.{ending}"
        if not _RUN.fullmatch(name) or not path.is_file():
            raise EarlierRunMalformed("there is no such evaluation any more; choose another")
        return path


def _free(folder: Path, name: str) -> Path:
    """A path in ``folder`` like ``name`` at which nothing stands yet."""
    stem = _NOT_IN_NAMES.sub("-", Path(name).stem).strip("-.")[:60] or "questions"
    path, n = folder / f"{stem}.jsonl", 1
    while path.exists():
        n += 1
        path = folder / f"{stem}-{n}.jsonl"
    return path

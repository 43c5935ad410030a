"""What users say of answers, as cases of a question set that ``assistant evaluate`` runs."""

from __future__ import annotations

import json
import os
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from corpus.errors import FeedbackUnusable
from ui import layout

Json = dict[str, Any]
Verdict = Literal["up", "down", "absent", "passage", "fact"]
FILE = "feedback.jsonl"
ID = "feedback-"
_WRITING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Remark:
    """What was said of one turn: good, bad, "the documents do not say", a passage, or a fact.

    ``evidence``: of "passage", the place pointed at. ``fact``: of "fact", what it should say.
    """

    verdict: Verdict
    evidence: Json | None = None
    fact: str = ""


def case_of(turn: str, view: Json, history: Sequence[Json], remark: Remark, old: Json) -> Json:
    """The case that a remark makes of a turn, on top of the case ``old`` of an earlier remark."""
    said_fine = remark.verdict == "up"
    refused = view["outcome"] in layout.REFUSALS
    case: Json = {
        "id": f"{ID}{turn}",
        "question": view["question"],
        "answerable": not (refused if said_fine else remark.verdict == "absent"),
        "facts": [[text] for text in _focus(view)] if said_fine else [],
        "evidence": [_quoted(source) for source in view["sources"]] if said_fine else [],
        "tags": ["feedback", remark.verdict],
        "answered": view["text"],
    }
    if said_fine:
        case |= {"outcome": view["outcome"], "shape": view["shape"]}
    if remark.evidence:
        case["evidence"] = [remark.evidence]
    if remark.fact:
        case["facts"] = [[remark.fact]]
    if remark.verdict in ("passage", "fact"):  # each adds to what the other said
        case["facts"] = case["facts"] or old.get("facts", [])
        case["evidence"] = case["evidence"] or old.get("evidence", [])
    if history:
        case["history"] = list(history)
    return case


def keep(path: Path, turn: str, view: Json, history: Sequence[Json], remark: Remark) -> Json:
    """Write the case into the question set, in place of an earlier one of the same turn.

    Raises:
        FeedbackUnusable: the file cannot be read or written.
    """
    with _WRITING:
        try:
            cases = read_cases(path)
            id_ = f"{ID}{turn}"
            case = case_of(turn, view, history, remark, cases.get(id_, {}))
            cases[id_] = case
            _replace(path, cases.values())
        except (OSError, ValueError) as error:
            raise FeedbackUnusable(
                f"{path} cannot be written ({error}); mend or move that file"
            ) from error
    return case


def read_cases(path: Path) -> dict[str, Json]:
    """The cases of the file by id, in order; none where there is no file."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").split("\n")
    return {case["id"]: case for case in (json.loads(line) for line in lines if line.strip())}


def verdicts(path: Path) -> dict[str, Verdict]:
    """What was last said of each turn, by its id; nothing where the file cannot be read."""
    try:
        cases = read_cases(path)
        return {id_.removeprefix(ID): case["tags"][-1] for id_, case in cases.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def _replace(path: Path, cases: Any) -> None:
    """The file with these cases, whole at every moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{json.dumps(case, ensure_ascii=False)}\n" for case in cases)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(lines)
    Path(name).replace(path)


def _focus(view: Json) -> list[str]:
    """What answered, where statements say so."""
    statements = [s for block in view["blocks"] for s in block["statements"]]
    found = [part for s in statements for part, is_focus in s["parts"] if is_focus]
    return list(dict.fromkeys(text.strip() for text in found if text.strip()))


def _quoted(source: Json) -> Json:
    return {key: source[key] for key in ("document", "quote", "start")}

"""An earlier run, read back from what ``evaluate --json`` wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.evaluation.evaluation import Evaluation
from assistant.evaluation.metrics import Row
from assistant.evaluation.scores import SCORE_NAMES, Scores
from corpus.errors import EarlierRunMalformed


@dataclass(frozen=True, slots=True)
class PastCase:
    """What a comparison needs of one case of a run. ``row`` is None if it was not measured."""

    question: str
    expected: str
    text: str
    outcome: str
    row: Row | None


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run by case id, in the order of its question set."""

    cases: Mapping[str, PastCase]
    settings: Mapping[str, Any]
    partial: bool = False

    @classmethod
    def of(cls, evaluation: Evaluation) -> Self:
        """The run that an evaluation is, read the same way as one from a file."""
        return cls.of_json(evaluation.to_json())

    @classmethod
    def of_json(cls, data: object) -> Self:
        """The run that ``Evaluation.to_json`` described.

        Raises:
            ValidationError: it describes none.
        """
        record = _Record.model_validate(data)
        leave_out = bool(record.settings.get("leave_out"))
        return cls(
            cases={case.id: case.past(leave_out=leave_out) for case in record.cases},
            settings=record.settings,
            partial=bool(record.settings.get("partial", False)),
        )


def load_run(path: Path) -> Run:
    """Read the JSON of an earlier run.

    Raises:
        EarlierRunMalformed: it cannot be read or is not what ``evaluate --json`` writes.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        return Run.of_json(json.loads(text))
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise EarlierRunMalformed(f"{path}: cannot be read ({reason}); name a file") from error
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        place = ".".join(str(key) for key in fault["loc"]) or "the file"
        raise EarlierRunMalformed(f"{path}: {place}: {fault['msg'].lower()}; {_MEND}") from error
    except (ValueError, RecursionError) as error:
        raise EarlierRunMalformed(f"{path}: is not JSON; {_MEND}") from error


_MEND = "name what assistant evaluate --json wrote"


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="allow")


class _StatementRecord(_Lenient):
    citations: list[Any] = []


class _AnswerRecord(_Lenient):
    text: str
    outcome: str
    confidence: float
    statements: list[_StatementRecord] = []


class _EvidenceRecord(_Lenient):
    document: str
    quote: str = ""


class _CaseRecord(_Lenient):
    id: str
    question: str
    answerable: bool
    facts: list[list[str]] = []
    forbidden: list[str] | None = None
    history: list[Any] | None = None
    evidence: list[_EvidenceRecord] = []
    tags: list[str] = []
    leave_out: bool = False
    answer: _AnswerRecord | None
    scores: dict[str, float | None]

    def past(self, *, leave_out: bool) -> PastCase:
        expected = [
            self.answerable,
            self.leave_out,
            self.facts,
            self.forbidden or [],
            self.history or [],
        ]
        evidence = [[one.document, one.quote] for one in self.evidence]
        return PastCase(
            question=self.question,
            expected=json.dumps([*expected, evidence], ensure_ascii=False),
            text=self.answer.text if self.answer else "",
            outcome=self.answer.outcome if self.answer else "",
            row=self._row(self.answer, leave_out=leave_out) if self.answer else None,
        )

    def _row(self, answer: _AnswerRecord, *, leave_out: bool) -> Row | None:
        if self.scores.get("refused") is None:
            return None
        n_citations = sum(len(statement.citations) for statement in answer.statements)
        validity = self.scores.get("citation_validity")
        return Row(
            scores=_every_score(self.scores),
            answerable=self.answerable and not (leave_out or self.leave_out),
            confidence=answer.confidence,
            n_valid=round((validity or 0.0) * n_citations),
            n_citations=n_citations,
            cluster=self.evidence[0].document if self.evidence else f"case {self.id}",
            tags=tuple(self.tags),
        )


class _Record(_Lenient):
    settings: dict[str, Any]
    cases: list[_CaseRecord]


def _every_score(scores: Mapping[str, float | None]) -> Scores:
    """The scores with None for each that an earlier version did not write."""
    return {**dict.fromkeys(SCORE_NAMES), **scores}

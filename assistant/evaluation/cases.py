"""Question sets: JSON Lines on disk, validated at the border, frozen ``Case`` values inside."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from assistant.answer import Outcome, Shape, Turn
from assistant.evaluation.matching import fold
from corpus.errors import QuestionSetMalformed
from corpus.text import normalise


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that answers: ``quote`` is verbatim in ``document``, at ``start`` where given.

    The quote is normalised as document text is.
    """

    document: str
    quote: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One question of a question set with what a right answer says and where that stands.

    Every inner tuple of ``facts`` is one fact in its accepted spellings. ``leave_out``: asked with
    the passages hidden that give its answer, so that the right answer is to refuse. ``source`` is
    the line's own object, unknown keys included: what ``to_json`` gives back.
    """

    id: str
    question: str
    answerable: bool
    facts: tuple[tuple[str, ...], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    forbidden: tuple[str, ...] = ()
    history: tuple[Turn, ...] = ()
    outcome: Outcome | None = None
    shape: Shape | None = None
    tags: tuple[str, ...] = ()
    leave_out: bool = False
    source: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def to_json(self) -> dict[str, Any]:
        """The line of the question set, as it was read."""
        return dict(self.source)


def load_cases(path: Path) -> tuple[Case, ...]:
    """Read a question set, one case a line, in file order. Empty lines are passed over.

    Raises:
        QuestionSetMalformed: the file cannot be read or holds no case, or a line is not a case;
            names file, line and field.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise QuestionSetMalformed(f"{path}: cannot be read ({reason}); name a file") from error
    cases: dict[str, Case] = {}
    for number, line in _lines(data):
        case = _load_case(f"{path}, line {number}", line)
        if case.id in cases:
            raise QuestionSetMalformed(f"{path}, line {number}, id: {case.id!r} stands twice")
        cases[case.id] = case
    if not cases:
        raise QuestionSetMalformed(f"{path}: holds no case; write one JSON object a line")
    return tuple(cases.values())


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each line that is not empty. Only a newline ends a line."""
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            yield number, line


def _load_case(place: str, line: bytes) -> Case:
    try:
        source = json.loads(line.decode("utf-8"))
        json.dumps(source, ensure_ascii=False).encode("utf-8")  # fails on half a surrogate pair
    except UnicodeError as error:
        raise QuestionSetMalformed(f"{place}: is not UTF-8 text; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        where = f"{place}, column {error.colno}"
        raise QuestionSetMalformed(f"{where}: is not JSON ({error.msg})") from error
    except (ValueError, RecursionError) as error:
        raise QuestionSetMalformed(f"{place}: is not JSON that can be read") from error
    if not isinstance(source, dict):
        raise QuestionSetMalformed(f"{place}: is not a JSON object; write one case a line")
    try:
        return _Line.model_validate(source).case(source)
    except ValidationError as error:
        raise QuestionSetMalformed(f"{place}, {_first_fault(error)}") from error


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False)[0]
    name = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in fault["loc"])
    message = fault["msg"].removeprefix("Value error, ")
    return f"{name.removeprefix('.')}: {message[:1].lower()}{message[1:]}"


def _visible(text: str) -> str:
    if not fold(text):
        raise ValueError("must not be empty")
    return text


def _one_of_facts(spellings: list[str]) -> list[str]:
    if not spellings:
        raise ValueError("a fact needs at least one spelling")
    return spellings


_Text = Annotated[str, AfterValidator(_visible)]
_Fact = Annotated[list[_Text], AfterValidator(_one_of_facts)]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="allow")


class _EvidenceLine(_Strict):
    document: _Text
    quote: Annotated[str, AfterValidator(normalise), AfterValidator(_visible)]
    start: int | None = Field(None, ge=0)


class _TurnLine(_Strict):
    role: Literal["user", "assistant"]
    content: str


class _Line(_Strict):
    id: _Text
    question: _Text
    answerable: bool
    facts: list[_Fact]
    evidence: list[_EvidenceLine]
    forbidden: list[_Text] | None = None
    history: list[_TurnLine] | None = None
    outcome: Outcome | None = None
    shape: Shape | None = None
    tags: list[str] = []
    leave_out: bool = False

    def case(self, source: Mapping[str, Any]) -> Case:
        return Case(
            id=self.id,
            question=self.question,
            answerable=self.answerable,
            facts=tuple(tuple(fact) for fact in self.facts),
            evidence=tuple(Evidence(e.document, e.quote, e.start) for e in self.evidence),
            forbidden=tuple(self.forbidden or ()),
            history=tuple(Turn(turn.role, turn.content) for turn in self.history or ()),
            outcome=self.outcome,
            shape=self.shape,
            tags=tuple(self.tags),
            leave_out=self.leave_out,
            source=source,
        )

"""The values of the assistant layer: an answer, its statements and their citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from index.passage import Passage

Outcome = Literal["answered", "not_answered", "not_covered", "about"]
Shape = Literal["sentence", "list", "table", "groups", "extract", "overview", "reply"]
StatementKind = Literal["frame", "sentence", "item", "row", "verdict", "context"]
Status = Literal["quoted", "supported", "unsupported", "frame"]
Role = Literal["evidence", "antecedent"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of the conversation."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact source span a statement rests on.

    ``quote`` is raw document text: ``document.text[start:end] == quote``. ``sha256`` is of the
    whole document's text.
    """

    document: str
    title: str
    heading: tuple[str, ...]
    page: int | None
    start: int
    end: int
    quote: str
    sha256: str
    role: Role = "evidence"

    def to_json(self) -> dict[str, Any]:
        return {
            "document": self.document,
            "title": self.title,
            "heading": list(self.heading),
            "page": self.page,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "sha256": self.sha256,
            "role": self.role,
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of an answer. ``focus`` is the answering span within ``text``."""

    text: str
    kind: StatementKind
    status: Status
    support: float
    citations: tuple[Citation, ...] = ()
    focus: tuple[int, int] | None = None
    label: str | None = None

    @property
    def by_model(self) -> bool:
        """Whether a chat model wrote it."""
        return self.status in ("supported", "unsupported") and self.kind != "verdict"

    def to_json(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "kind": self.kind,
            "status": self.status,
            "support": round(self.support, 4),
            "focus": None if self.focus is None else list(self.focus),
            "label": self.label,
            "citations": [citation.to_json() for citation in self.citations],
        }


@dataclass(frozen=True, slots=True)
class Withheld:
    """A chat model's sentence came that its passages do not support, and is not shown."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a chat model took for an answer. Tokens are null where it does not say.

    ``seconds``: what asking and checking took in all, ``seconds_checks`` each sentence's check;
    ``failure``: why it gave no answer, or
    no more of it, as a kind of ``assistant.models.failures.SENTENCES``; ``replaced``: the
    extractive answer stands in place of the model's. Of its sentences ``n_quoted`` are given in the
    documents' own words.
    """

    model: str
    n_shown: int
    n_withheld: int
    seconds: float
    seconds_checks: tuple[float, ...]
    n_quoted: int = 0
    input_tokens: int | None = None
    output_tokens: int | None = None
    failure: str = ""
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Statements in order, the passages they were chosen from, and how sure the assistant is.

    ``usage`` is there where a chat model was asked; it is for measuring, not part of the JSON.
    """

    question: str
    query: str
    outcome: Outcome
    shape: Shape
    confidence: float
    model: str
    statements: tuple[Statement, ...]
    passages: tuple[Passage, ...]
    seconds_retrieve: float
    seconds_answer: float
    notes: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    usage: Usage | None = None

    @property
    def text(self) -> str:
        """The statements in order, plain: items on lines that start with "- "."""
        return render_text(self.statements)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Each distinct citation once, as they appear: number ``n`` is ``citations[n-1]``."""
        seen: dict[tuple[str, int, int], Citation] = {}
        for statement in self.statements:
            for citation in statement.citations:
                seen.setdefault((citation.document, citation.start, citation.end), citation)
        return tuple(seen.values())

    def number_of(self, citation: Citation) -> int:
        """The number, from 1, under which ``citation`` is shown.

        Raises:
            ValueError: the citation is not of this answer.
        """
        places = [(c.document, c.start, c.end) for c in self.citations]
        return places.index((citation.document, citation.start, citation.end)) + 1

    def to_json(self) -> dict[str, Any]:
        """The answer in the form that ``ask --json`` prints (docs/contracts.md)."""
        return {
            "question": self.question,
            "query": self.query,
            "outcome": self.outcome,
            "shape": self.shape,
            "text": self.text,
            "confidence": round(self.confidence, 4),
            "model": self.model,
            "notes": list(self.notes),
            "suggestions": list(self.suggestions),
            "statements": [statement.to_json() for statement in self.statements],
            "passages": [passage_to_json(passage) for passage in self.passages],
            "seconds": {
                "retrieve": round(self.seconds_retrieve, 4),
                "answer": round(self.seconds_answer, 4),
                "total": round(self.seconds_retrieve + self.seconds_answer, 4),
            },
        }


def render_text(statements: tuple[Statement, ...]) -> str:
    """Join statements: items and rows on lines of their own that start with "- ", others in prose.

    A frame with a label stands for an empty row.
    """
    lines: list[str] = []
    for statement in statements:
        if statement.status == "unsupported":
            continue
        is_empty_row = statement.kind == "frame" and statement.label is not None
        if is_empty_row or statement.kind in ("item", "row"):
            label = f"{statement.label}: " if statement.label and statement.kind != "item" else ""
            lines.append(f"- {label}{statement.text}")
        elif lines and not lines[-1].startswith("- ") and statement.kind != "frame":
            lines[-1] = f"{lines[-1]} {statement.text}"
        else:
            lines.append(statement.text)
    return "\n".join(lines)


def passage_to_json(passage: Passage) -> dict[str, Any]:
    """A passage in the form that ``ask --json`` and ``search --json`` print."""
    chunk = passage.chunk
    return {
        "document": chunk.document,
        "title": chunk.title,
        "heading": list(chunk.heading),
        "page": chunk.page,
        "start": chunk.span.start,
        "end": chunk.span.end,
        "text": chunk.text,
        "sha256": passage.sha256,
        "score": round(passage.score, 4),
        "dense_rank": passage.dense_rank,
        "lexical_rank": passage.lexical_rank,
        "also": [
            {"document": place.document, "start": place.span.start, "end": place.span.end}
            for place in passage.also
        ],
    }

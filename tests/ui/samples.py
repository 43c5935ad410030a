"""Answers of every shape, as values."""

from __future__ import annotations

from assistant.answer import Answer, Citation, Outcome, Shape, Statement, StatementKind, Status
from corpus.document import Span
from index.passage import Chunk, Passage, Sentence


def citation(document: str, start: int, quote: str, *, page: int | None = None) -> Citation:
    return Citation(
        document, "Ferries", ("Cargo", "Heavy"), page, start, start + len(quote), quote, "ab" * 32
    )


MAIL = citation("a b/ferries.md", 10, "Ferries carry mail.")
ROPES = citation("ropes_(old).md", 0, "Ropes are *tied*.", page=3)
PASSAGE = Passage(
    Chunk(
        id="1",
        document="ferries.md",
        title="Ferries",
        heading=("Cargo",),
        page=None,
        span=Span(5, 39),
        text="## Cargo\n\nFerries carry **mail** .",
        markup="markdown",
        sentences=(Sentence(Span(5, 13), "heading"), Sentence(Span(15, 39), "paragraph")),
        embedded="",
    ),
    sha256="cd" * 32,
    score=0.7512,
    dense=0.7,
    lexical=2.0,
    dense_rank=1,
    lexical_rank=1,
    sentence_cosines=(0.1, 0.6),
)


def statement(
    text: str,
    kind: StatementKind,
    *citations: Citation,
    focus: tuple[int, int] | None = None,
    label: str | None = None,
) -> Statement:
    status: Status = "frame" if kind == "frame" else "quoted"
    return Statement(text, kind, status, 1.0, citations, focus, label)


def answer(
    *statements: Statement,
    shape: Shape = "sentence",
    outcome: Outcome = "answered",
    notes: tuple[str, ...] = (),
    suggestions: tuple[str, ...] = (),
    confidence: float = 0.9,
    passages: tuple[Passage, ...] = (),
) -> Answer:
    return Answer(
        question="What do ferries carry?",
        query="ferries carry",
        outcome=outcome,
        shape=shape,
        confidence=confidence,
        model="extractive",
        statements=statements,
        passages=passages,
        seconds_retrieve=0.01,
        seconds_answer=0.02,
        notes=notes,
        suggestions=suggestions,
    )


SENTENCE = answer(
    statement("Ferries carry mail.", "sentence", MAIL, focus=(14, 18)),
    statement("Ropes are tied.", "sentence", ROPES, MAIL),
    notes=("Read <old> notes.",),
    suggestions=("Who ties ropes?",),
)
LIST = answer(
    statement("Two things are named:", "frame"),
    statement("mail", "item", MAIL),
    statement("ropes", "item", ROPES, label="Crew"),
    shape="list",
    confidence=0.6,
)
TABLE = answer(
    statement("They carry mail | post.", "row", MAIL, label="Ferries"),
    statement("The documents say nothing of it.", "frame", label="Trains"),
    shape="table",
    confidence=0.3,
)
GROUPS = answer(
    statement("Ferries carry mail.", "item", MAIL, label="Cargo"),
    statement("Ropes are tied.", "item", ROPES, label="Crew"),
    shape="groups",
)
NOT_ANSWERED = answer(
    statement("I did not find what trains carry.", "frame"),
    outcome="not_answered",
    passages=(PASSAGE,),
    confidence=0.2,
)
NOT_COVERED = answer(
    statement("Zeppelin occurs in none of 3 documents.", "frame"),
    outcome="not_covered",
    confidence=0.1,
)
UNSUPPORTED = answer(
    statement("Ferries carry mail.", "sentence", MAIL),
    Statement("They fly.", "sentence", "unsupported", 0.1, (MAIL,)),
)

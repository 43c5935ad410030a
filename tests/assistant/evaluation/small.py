"""A small corpus, and an assistant that answers with the sentence that matches best."""

from __future__ import annotations

from collections.abc import Container, Sequence

from assistant.answer import Answer, Citation, Outcome, Statement, Turn
from corpus.document import Document, Span
from corpus.errors import DocumentUnknown
from corpus.text import normalise
from index.passage import Chunk, Passage, Place, Sentence
from index.words import terms

PARAGRAPHS = {
    "drugs.md": (
        "Kymriah was approved in 2017.",
        "Novartis developed Kymriah with Penn.",
        "Lynparza came from AstraZeneca and Merck.",
    ),
    "genes.md": ("GSK and 23andMe began in 2018.", "The database of 23andMe is vast."),
    "copy.md": ("GSK and 23andMe began in 2018.",),
}


def document(name: str) -> Document:
    """One of the small documents: a paragraph, and so a chunk, a sentence."""
    text = normalise("\n\n".join(PARAGRAPHS[name]))
    return Document(name, name, "file name", text, (), "plain", "")


DOCUMENTS = {name: document(name) for name in PARAGRAPHS}


def read_text(name: str) -> str:
    if name not in DOCUMENTS:
        raise DocumentUnknown(f"no document {name!r}")
    return DOCUMENTS[name].text


def span(name: str, part: str) -> Span:
    start = read_text(name).index(part)
    return Span(start, start + len(part))


def chunk(name: str, text: str) -> Chunk:
    at = span(name, text)
    sentences = (Sentence(at, "paragraph"),)
    return Chunk(f"{name}:{at.start}", name, name, (), None, at, text, "plain", sentences, text)


CHUNKS = {name: tuple(chunk(name, text) for text in some) for name, some in PARAGRAPHS.items()}


def passage(of: Chunk, score: float = 1.0, also: Sequence[Place] = ()) -> Passage:
    sha256 = DOCUMENTS[of.document].sha256
    return Passage(of, sha256, score, score, 0.0, 1, None, (score,), tuple(also))


def citation(name: str, quote: str) -> Citation:
    at = span(name, quote)
    return Citation(name, name, (), None, at.start, at.end, quote, DOCUMENTS[name].sha256)


def answer(
    statements: Sequence[Statement] = (),
    passages: Sequence[Passage] = (),
    *,
    outcome: Outcome = "answered",
    confidence: float = 0.5,
) -> Answer:
    return Answer(
        question="?",
        query="?",
        outcome=outcome,
        shape="sentence",
        confidence=confidence,
        model="extractive",
        statements=tuple(statements),
        passages=tuple(passages),
        seconds_retrieve=0.25,
        seconds_answer=0.5,
    )


def quoted(name: str, quote: str) -> Statement:
    return Statement(quote, "sentence", "quoted", 1.0, (citation(name, quote),))


def ask(question: str, history: Sequence[Turn], hidden: Container[str]) -> Answer:
    """Answers with the sentence that shares most words; refuses below half of the question's."""
    words = set(terms(" ".join([*(turn.content for turn in history), question])))
    found = sorted(
        (
            passage(some, len(words & set(terms(some.text))) / len(words))
            for name in sorted(CHUNKS)
            for some in CHUNKS[name]
            if some.id not in hidden and name != "copy.md"
        ),
        key=lambda one: -one.score,
    )
    best = found[0]
    if best.score < 0.5:
        return answer(passages=found, outcome="not_covered", confidence=best.score)
    statement = quoted(best.chunk.document, best.chunk.text)
    return answer([statement], found, confidence=best.score)

"""A small real assistant for tests of the page: a real index, the nearest sentence as answer."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

from assistant.answer import Answer, Citation, Statement, Turn, Withheld
from corpus.corpus import Corpus
from corpus.markup import plain_text
from index.filtering import Where
from index.index import Index
from index.passage import Passage, SearchResult, Sentence
from index.sync import sync

THRESHOLD = 0.45


class NearestSentence:
    """Answers with the sentence whose vector is nearest to the question's, or refuses."""

    def __init__(self, index: Index, corpus: Corpus) -> None:
        self.index = index
        self.corpus = corpus

    @classmethod
    def open(cls, folder: Path, documents: Path) -> NearestSentence:
        corpus = Corpus.open([str(documents)])
        for _ in sync(folder, corpus):
            pass
        return cls(Index.open(folder), corpus)

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        where: Where | None = None,
        model: str | None = None,
    ) -> Answer:
        result = self.search(question, where=where)
        scored = [
            (cosine, passage, sentence)
            for passage in result.passages
            for cosine, sentence in zip(
                passage.sentence_cosines, passage.chunk.sentences, strict=True
            )
            if sentence.kind != "heading"
        ]
        scored.sort(key=lambda item: -item[0])
        best = scored[0][0] if scored else 0.0
        answered = best >= THRESHOLD
        statements = (
            tuple(quote(passage, sentence) for _, passage, sentence in scored[:2])
            if answered
            else (Statement("I did not find an answer to that.", "frame", "frame", 1.0),)
        )
        return Answer(
            question=question,
            query=question,
            outcome="answered" if answered else "not_answered",
            shape="sentence",
            confidence=best,
            model="extractive",
            statements=statements,
            passages=result.passages,
            seconds_retrieve=result.seconds,
            seconds_answer=0.0,
            notes=(f"{len(history)} earlier turns.",) if history else (),
            suggestions=("Who brought the data?",) if answered else (),
        )

    def stream(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        where: Where | None = None,
        model: str | None = None,
    ) -> Generator[Statement | Withheld | Answer, None, None]:
        answer = self.ask(question, history, where=where)
        yield from answer.statements
        yield answer

    def models(self) -> tuple[str, ...]:
        return ("extractive",)

    def search(self, query: str, k: int = 10, where: Where | None = None) -> SearchResult:
        return self.index.search(query, k=k, where=where)

    def examples(self) -> tuple[str, ...]:
        return ("What do ferries carry?", "Who built the harbour?")

    def stale(self) -> tuple[str, ...]:
        return self.index.changes(self.corpus)


def quote(passage: Passage, sentence: Sentence) -> Statement:
    """A statement that is one sentence of a passage."""
    chunk = passage.chunk
    text = chunk.sentence_text(sentence)
    citation = Citation(
        chunk.document,
        chunk.title,
        chunk.heading,
        chunk.page,
        sentence.span.start,
        sentence.span.end,
        text,
        passage.sha256,
    )
    return Statement(plain_text(text, chunk.markup), "sentence", "quoted", 1.0, (citation,))

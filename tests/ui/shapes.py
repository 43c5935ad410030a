"""An assistant for tests of the page that answers in the shape a question names."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from assistant.answer import Answer, Outcome, Shape, Statement, Turn, Withheld
from assistant.texts import LISTS
from corpus.corpus import Corpus
from index.filtering import Where
from index.index import Index
from index.passage import Passage
from tests.ui.standin import NearestSentence, quote
from ui.messages import OVERVIEW_QUESTION, PAGE_TEXTS

N_ITEMS = 9
ASK_ALL = str(PAGE_TEXTS["ask_for_all"])
PART = LISTS["some"].format(what="Things", n=N_ITEMS, shown=3, more="")
WHOLE = LISTS["all"].format(what="Things", n=N_ITEMS, more="")


class Shapes(NearestSentence):
    """As ``NearestSentence``, but "Table?", "List?", "Groups?" and the like give that shape, made
    of real quotes; "Wait?" waits while it is ``held``."""

    def __init__(self, index: Index, corpus: Corpus) -> None:
        super().__init__(index, corpus)
        self._may_answer, self._waits = threading.Event(), threading.Event()
        self._may_answer.set()

    @contextmanager
    def held(self) -> Iterator[threading.Event]:
        """Within this, "Wait?" is not answered; the event: it has begun to wait."""
        self._may_answer.clear()
        self._waits.clear()
        try:
            yield self._waits
        finally:
            self._may_answer.set()

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        where: Where | None = None,
        model: str | None = None,
    ) -> Answer:
        if question == "Wait?":
            self._waits.set()
            assert self._may_answer.wait(120)
        plain = super().ask(question, history, where=where)
        quotes = [statement for passage in plain.passages for statement in _quotes(passage)]
        groups = [*_items(quotes, "Cargo", 6), *_items(quotes, "Crew", 2)]
        nowhere = _frame("Nowhere occurs in none of 3 documents.")
        made: dict[str, tuple[Outcome, Shape, list[Statement]]] = {
            "Table?": ("answered", "table", _rows(quotes)),
            "List?": ("answered", "list", [_frame("Many:"), *_items(quotes, None, N_ITEMS)]),
            "Part?": ("answered", "list", [_frame(PART), *_items(quotes, None, 3)]),
            ASK_ALL: ("answered", "list", [_frame(WHOLE), *_items(quotes, None, N_ITEMS)]),
            "Groups?": ("answered", "groups", groups),
            "Unsupported?": ("answered", "sentence", [quotes[0], _flown(quotes[0])]),
            "Nowhere?": ("not_covered", "sentence", [nowhere]),
            OVERVIEW_QUESTION: ("about", "overview", [_frame("3 documents."), *quotes[:6]]),
        }
        if question not in made:
            return plain
        outcome, shape, statements = made[question]
        return replace(
            plain,
            outcome=outcome,
            shape=shape,
            statements=tuple(statements),
            confidence=0.6,
            passages=() if outcome == "not_covered" else plain.passages,
        )


class Chatty(Shapes):
    """As ``Shapes``, but its statements come one by one, as a chat model's do."""

    gap_s = 0.3

    def stream(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        where: Where | None = None,
        model: str | None = None,
    ) -> Generator[Statement | Withheld | Answer, None, None]:
        for part in super().stream(question, history, where=where, model=model):
            if model != "extractive":
                time.sleep(self.gap_s)
            yield part

    def models(self) -> tuple[str, ...]:
        return ("fake:chatty", "extractive")


def _quotes(passage: Passage) -> list[Statement]:
    return [quote(passage, s) for s in passage.chunk.sentences if s.kind != "heading"]


def _frame(text: str, label: str | None = None) -> Statement:
    return Statement(text, "frame", "frame", 1.0, label=label)


def _items(quotes: list[Statement], label: str | None, n: int) -> list[Statement]:
    return [replace(quotes[i % len(quotes)], kind="item", label=label) for i in range(n)]


def _rows(quotes: list[Statement]) -> list[Statement]:
    return [
        replace(quotes[0], kind="row", label="Ferries"),
        _frame("The documents say nothing of them.", "Trains"),
    ]


def _flown(statement: Statement) -> Statement:
    return replace(statement, text="They fly.", status="unsupported")

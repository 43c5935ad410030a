"""The assistant behind a page that is already up: loaded by a thread, with its state to show."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.errors import AssistantError
from index.filtering import both
from ui import messages

if TYPE_CHECKING:
    from assistant.answer import Answer, Turn
    from assistant.assistant import Assistant
    from index.filtering import Where
    from index.passage import SearchResult, SyncProgress

    Watch = Callable[[SyncProgress], None]

State = Literal["loading", "ready", "failed"]


@dataclass(frozen=True, slots=True)
class Status:
    """How far the loading is, with a sentence for people."""

    state: State
    sentence: str


class Engine:
    """Loads an assistant in a thread of its own; any number of threads may wait for it."""

    def __init__(self, load: Callable[[Watch], Assistant], *, where: Where | None = None) -> None:
        """``where``: a filter that holds for every question."""
        self._load = load
        self._where: Where = where or {}
        self._loaded: Future[Assistant] = Future()
        self._sentence = messages.LOADING

    def start(self) -> Engine:
        """Begin loading; returns at once."""
        threading.Thread(target=self._run, name="engine", daemon=True).start()
        return self

    def status(self) -> Status:
        """Where the loading stands now; never waits."""
        if not self._loaded.done():
            return Status("loading", self._sentence)
        error = self._loaded.exception()
        if error is None:
            return Status("ready", collection(self._loaded.result()))
        return Status("failed", str(error) if isinstance(error, AssistantError) else repr(error))

    def assistant(self, timeout_s: float | None = None) -> Assistant:
        """The assistant, once it is loaded.

        Raises:
            TimeoutError: it is not after ``timeout_s``.
            AssistantError: it could not be loaded.
        """
        return self._loaded.result(timeout_s)

    def ask(
        self, question: str, history: Sequence[Turn] = (), where: Where | None = None
    ) -> Answer:
        """The answer of the assistant; waits until it is loaded."""
        return self.assistant().ask(question, history, where=self._filter(where))

    def search(self, query: str, k: int, where: Where | None = None) -> SearchResult:
        """The passages that the assistant finds; waits until it is loaded."""
        return self.assistant().search(query, k, where=self._filter(where))

    def _filter(self, where: Where | None) -> Where | None:
        return both(self._where, where or {}) or None

    def _run(self) -> None:
        try:
            self._loaded.set_result(self._load(self._watch))
        except BaseException as error:  # every failure belongs to those who wait for the result
            self._loaded.set_exception(error)

    def _watch(self, step: SyncProgress) -> None:
        if step.stage != "done":
            count = f": {step.done} of {step.total}" if step.total else ""
            self._sentence = f"{messages.STAGES[step.stage]}{count}"


def collection(assistant: Assistant) -> str:
    """How much the assistant's index holds."""
    index = assistant.index
    return messages.COLLECTION.format(documents=index.n_documents, passages=index.n_chunks)

"""The assistant behind a page that is already up: loaded by a thread, with its state to show."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.errors import AssistantError
from index.filtering import both
from ui import messages

if TYPE_CHECKING:
    from assistant.answer import Answer, Statement, Turn, Withheld
    from assistant.assistant import Assistant
    from index.filtering import Where
    from index.passage import SearchResult, SyncProgress

    Watch = Callable[[SyncProgress], None]
    Later = Callable[["Assistant", Watch], None]

State = Literal["loading", "ready", "failed"]


@dataclass(frozen=True, slots=True)
class Status:
    """How far the loading is, with a sentence for people.

    ``busy``: it answers already, from the index as it was, while that is brought up to date.
    """

    state: State
    sentence: str
    busy: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """The collection card, where there is one, and questions known to be answered."""

    overview: Answer | None
    examples: tuple[str, ...]


class Engine:
    """Loads an assistant in a thread of its own; any number of threads may wait for it."""

    def __init__(
        self,
        load: Callable[[Watch], Assistant],
        *,
        where: Where | None = None,
        later: Later | None = None,
    ) -> None:
        """``where``: a filter that holds for every question. ``later``: what is done once the
        assistant answers, by the same thread: its sync.
        """
        self._load, self._later = load, later
        self._where: Where = where or {}
        self._loaded: Future[Assistant] = Future()
        self._sentence = messages.LOADING
        self._busy, self._trouble = later is not None, ""
        self._opening: tuple[str, Opening] | None = None
        self._opening_lock = threading.Lock()

    @property
    def where(self) -> Where | None:
        """The filter that holds for every question."""
        return self._where or None

    def start(self) -> Engine:
        """Begin loading; returns at once."""
        threading.Thread(target=self._run, name="engine", daemon=True).start()
        return self

    def status(self) -> Status:
        """Where the loading stands now; never waits."""
        if not self._loaded.done():
            return Status("loading", self._sentence)
        error = self._loaded.exception()
        if error is not None:
            said = str(error) if isinstance(error, AssistantError) else repr(error)
            return Status("failed", said)
        held = collection(self._loaded.result())
        if self._busy:
            return Status("ready", messages.SYNCING.format(step=self._sentence), busy=True)
        return Status("ready", f"{held} · {self._trouble}" if self._trouble else held)

    def assistant(self, timeout_s: float | None = None) -> Assistant:
        """The assistant, once it is loaded.

        Raises:
            TimeoutError: it is not after ``timeout_s``.
            AssistantError: it could not be loaded.
        """
        return self._loaded.result(timeout_s)

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        where: Where | None = None,
        model: str | None = None,
    ) -> Answer:
        """The answer of the assistant; waits until it is loaded."""
        return self.assistant().ask(question, history, where=self._filter(where), model=model)

    def stream(
        self,
        question: str,
        history: Sequence[Turn] = (),
        where: Where | None = None,
        model: str | None = None,
    ) -> Generator[Statement | Withheld | Answer, None, None]:
        """Each statement once it may be shown, and the whole answer last; close it to stop."""
        return self.assistant().stream(question, history, where=self._filter(where), model=model)

    def search(self, query: str, k: int, where: Where | None = None) -> SearchResult:
        """The passages that the assistant finds; waits until it is loaded."""
        return self.assistant().search(query, k, where=self._filter(where))

    def opening(self) -> Opening:
        """What an empty chat shows; made once a state of the index, whoever asks first."""
        assistant = self.assistant()
        with self._opening_lock:
            state = assistant.index.latest().fingerprint
            if self._opening is None or self._opening[0] != state:
                answer = self.ask(messages.OVERVIEW_QUESTION)
                overview = answer if answer.shape == "overview" else None
                self._opening = (state, Opening(overview, assistant.examples()))
            return self._opening[1]

    def _filter(self, where: Where | None) -> Where | None:
        return both(self._where, where or {}) or None

    def _run(self) -> None:
        try:
            self._loaded.set_result(self._load(self._watch))
        except BaseException as error:  # every failure belongs to those who wait for the result
            self._loaded.set_exception(error)
            return
        try:
            if self._later:
                self._later(self._loaded.result(), self._watch)
        except Exception as error:
            self._trouble = messages.NOT_SYNCED.format(error=error)
        finally:
            self._busy = False

    def _watch(self, step: SyncProgress) -> None:
        if step.stage != "done":
            count = f": {step.done} of {step.total}" if step.total else ""
            self._sentence = f"{messages.STAGES[step.stage]}{count}"


def collection(assistant: Assistant) -> str:
    """How much the assistant's index holds."""
    index = assistant.index
    return messages.COLLECTION.format(documents=index.n_documents, passages=index.n_chunks)

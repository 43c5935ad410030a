"""The door of the layer: a question and its history in, an answer out."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Generator, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from assistant import suggesting
from assistant.answer import Answer, Statement, Turn, Withheld
from assistant.card import Card, keep_card, kept_card, make_card
from assistant.finder import Finder
from assistant.models.catalog import EXTRACTIVE, ChatModels
from assistant.question import check_question
from assistant.settings import Settings
from assistant.support.entailment import load_entailment
from assistant.view import View
from assistant.weights import weights_version
from corpus.corpus import Corpus
from corpus.errors import IndexDamaged, IndexMissing
from index.embedding import open_embedder
from index.filtering import Where
from index.index import Index
from index.location import locate
from index.passage import SearchResult, SyncProgress
from index.sync import sync
from index.uploads import taking_uploads

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.drafting import Drafted
    from assistant.evaluation import Case, Evaluation
    from assistant.evaluation.run import EvaluationStep
    from assistant.retriever import PassageRetriever
    from assistant.runnable import AnswerRunnable

Result = TypeVar("Result")

N_EXAMPLES = 3


class Assistant:
    """Answers questions about the documents of one index; safe to ask from several threads."""

    def __init__(
        self,
        index: Index,
        corpus: Corpus,
        settings: Settings,
        chat_models: ChatModels | None = None,
    ) -> None:
        """Use ``Assistant.open``."""
        self.index, self.corpus, self.settings = index, corpus, settings
        self._chat_models = chat_models or ChatModels(settings)
        self._finder = Finder.of(settings, self._card_of)
        self._entailment = load_entailment(settings.nli)
        self._card: tuple[str, Card] | None = None

    @classmethod
    def open(
        cls,
        corpus: str | Path | Sequence[str] | None = None,
        index: str | Path | None = None,
        model: str | BaseChatModel | None = None,
        *,
        settings: Settings | None = None,
        on_progress: Callable[[SyncProgress], None] | None = None,
    ) -> Assistant:
        """Open the index of ``corpus``, and make it first where there is none.

        ``model``: a chat model, as "provider:name" or LangChain's own object.

        Raises:
            CorpusError, IndexUnusable, IndexBusy, IndexWriteFailed, ModelMissing: as their
                messages say.
        """
        settings = settings or Settings()
        if isinstance(model, str):
            settings = settings.model_copy(update={"model": model})
        chat_models = ChatModels(settings, None if isinstance(model, str) else model)
        chat_models.choose()
        place = locate(
            _specs(corpus, settings), str(index or settings.index) or None, cwd=Path.cwd()
        )
        documents = replace(place.corpus, limits=settings.file_limits)
        try:
            opened = Index.open(place.folder, model=settings.embedding_model)
        except IndexMissing:
            embedder = open_embedder(settings.embedding_model, threads=settings.threads)
            server = settings.chroma_url
            for step in sync(place.folder, documents, embedder=embedder, server=server):
                if on_progress is not None:
                    on_progress(step)
            made = cls(
                Index.open(place.folder, model=settings.embedding_model),
                documents,
                settings,
                chat_models,
            )
            made.card()
            return made
        return cls(opened, documents, settings, chat_models)

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        where: Where | None = None,
        hidden: Container[str] = (),
        model: str | None = None,
    ) -> Answer:
        """Answer ``question`` from the documents, or say what was not found.

        ``where`` keeps documents by ``document``, ``title`` or a key of their metadata, each with
        one value or several; ``hidden``: ids of chunks that are treated as if they were not there;
        ``model``: one of ``models()``, instead of the first.

        Raises:
            QuestionRefused: the question is empty or longer than ``MAX_QUESTION_CHARS``.
            ModelMissing: ``model`` is not one of ``models()``, or cannot be opened.
        """
        *_, last = self.stream(question, history, where=where, hidden=hidden, model=model)
        assert isinstance(last, Answer), "the answer comes last"
        return last

    def stream(
        self,
        question: str,
        history: Sequence[Turn] = (),
        *,
        where: Where | None = None,
        hidden: Container[str] = (),
        model: str | None = None,
    ) -> Generator[Statement | Withheld | Answer, None, None]:
        """As ``ask``, but each statement once it has been checked, and the whole answer last.

        What was given stays, in this order. A ``Withheld`` says that a chat model's sentence was
        not given. Closing the generator closes the request to the chat model.
        """
        started = perf_counter()
        check_question(question)
        chat_model = self._chat_models.choose(model)
        view, asked, found = self._on_latest(
            lambda index: (
                view := View(index, where or {}, hidden),
                *self._finder.find(question, history, view),
            )
        )
        if chat_model is None or not asked:
            yield from found.draft.statements
        else:
            from assistant.models.composing import Request, Terms, compose

            passages = found.passages[: self.settings.passages]
            request = Request(
                asked, found.draft, passages, view, Terms.of(self.settings), self._entailment
            )
            composed = yield from compose(chat_model, request)
            found = replace(
                found,
                draft=composed.draft,
                usage=composed.usage,
                notes=(*found.notes, *composed.notes),
            )
        yield found.answering(question, started)

    def models(self) -> tuple[str, ...]:
        """What ``ask`` can answer with, the default first; "extractive" is always among them."""
        return self._chat_models.names

    def search(self, query: str, k: int = 10, where: Where | None = None) -> SearchResult:
        """The ``k`` best passages for ``query``.

        Raises:
            QuestionRefused: the query is empty or too long.
        """
        check_question(query, "query")
        return self._on_latest(lambda index: index.search(query, k=k, where=where))

    def _on_latest(self, work: Callable[[Index], Result]) -> Result:
        """``work`` on the newest state of the index that can be read; no sync changes it meanwhile.

        A state that turns out damaged on the way gives place to the one before it.
        """
        index = self.index.latest()
        try:
            return work(index)
        except IndexDamaged:
            if not self.index.fall_back(index):
                raise
            return work(self.index.latest())

    @property
    def threshold(self) -> float:
        """The confidence below which the assistant refuses: as set, else as shipped; more where
        the risk one accepts asks for more.
        """
        return self._finder.threshold

    def card(self) -> Card:
        """What the collection holds: as kept with the index, else made now and kept.

        With examples: questions drawn from the documents and known to be answered.
        """
        return self._on_latest(self._card_of)

    def _card_of(self, index: Index) -> Card:
        known, made_with = self._card, self._card_made_with(index)
        if known is None or known[0] != made_with:
            card = kept_card(index, made_with) or self._make_card(index, made_with)
            known = self._card = (made_with, card)
        return known[1]

    def _make_card(self, index: Index, made_with: str) -> Card:
        plain = make_card(View(index))
        self._card = (made_with, plain)  # for an example that asks for the card itself
        quoted = partial(self.ask, model=EXTRACTIVE)
        examples = suggesting.suggest_questions(index, N_EXAMPLES, ask=quoted)
        card = replace(plain, examples=examples)
        keep_card(index, card, made_with)
        return card

    def _card_made_with(self, index: Index) -> str:
        """All that a card depends on: the documents, and what decides what is answered."""
        settings = self.settings
        made_with = (index.fingerprint, weights_version(), self.threshold, settings.passages)
        return " ".join(map(str, (*made_with, settings.reranker, settings.reader)))

    def examples(self) -> tuple[str, ...]:
        """Questions drawn from the documents and known to be answered."""
        return self.card().examples

    def stale(self) -> tuple[str, ...]:
        """The documents whose files differ from the index.

        Raises:
            RootMissing: a corpus folder does not exist any more.
        """
        return self.index.changes(self.corpus)

    def take_uploads(self, folder: Path) -> None:
        """From the next sync on, ``folder`` is a further root of the corpus."""
        self.corpus = taking_uploads(self.corpus, folder)

    def sync(self) -> Iterator[SyncProgress]:
        """Bring the index up to date; answers come from the new state after the last step."""
        name, threads = self.settings.embedding_model, self.settings.threads
        embedder, server = open_embedder(name, threads=threads), self.settings.chroma_url
        yield from sync(self.index.folder, self.corpus, embedder=embedder, server=server)
        self.index.refresh()
        self.card()

    def evaluate(
        self,
        questions: Path,
        *,
        leave_out: bool = False,
        where: Where | None = None,
    ) -> Evaluation:
        """Put every case of a question set to the assistant and measure its answers.

        ``where`` keeps documents as in ``ask``.

        Raises:
            QuestionSetMalformed: a line of the file breaks the format.
        """
        from assistant.evaluation import load_cases
        from assistant.evaluation.run import last_of

        cases = load_cases(questions)
        return last_of(self.evaluation_steps(cases, leave_out=leave_out, where=where))

    def evaluation_steps(
        self,
        cases: Sequence[Case],
        *,
        leave_out: bool = False,
        where: Where | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> Iterator[EvaluationStep]:
        """``evaluate`` case by case; ``stop`` is asked before each whether to end early."""
        from assistant.evaluation.run import Examinee, evaluation_steps

        index = self.index.latest()
        fixed = Assistant(index, self.corpus, self.settings, self._chat_models)
        examinee = Examinee(
            ask=lambda question, history, hidden: fixed.ask(
                question, history, where=where, hidden=hidden
            ),
            read_text=lambda document: index.document(document)[1],
            chunks={info.id: index.chunks(info.id) for info in index.documents()},
            settings=fixed.describe(),
            entails=self._entailment.probability if self._entailment else None,
        )
        return evaluation_steps(examinee, cases, leave_out=leave_out, stop=stop)

    def draft_questions(self, where: Where | None = None) -> Drafted:
        """Question set cases drafted from the documents, for a person to edit."""
        from assistant.drafting import draft_cases

        return draft_cases(View(self.index.latest(), where or {}))

    def as_runnable(self) -> AnswerRunnable:
        """``ask`` as LangChain's ``Runnable``: a question or messages in, a cited message out."""
        from assistant.runnable import AnswerRunnable

        return AnswerRunnable(self)

    def as_retriever(self, k: int = 10) -> PassageRetriever:
        """``search`` as LangChain's ``BaseRetriever``."""
        from assistant.retriever import PassageRetriever

        return PassageRetriever(index=self.index, k=k)

    def describe(self) -> dict[str, object]:
        """What an evaluation's figures depend on, for its output."""
        entailment = {"nli": self._entailment.name} if self._entailment else {}
        risk = {"risk": self.settings.risk} if self.settings.risk else {}
        return {
            "model": self._chat_models.default,
            "threshold": self.threshold,
            "passages": self.settings.passages,
            "index": self.index.fingerprint,
            "n_documents": self.index.n_documents,
            "n_chunks": self.index.n_chunks,
            **risk,
            **entailment,
        }


def _specs(corpus: str | Path | Sequence[str] | None, settings: Settings) -> tuple[str, ...]:
    if corpus is None:
        return tuple(spec for spec in settings.corpus.split(os.pathsep) if spec)
    if isinstance(corpus, str | Path):
        return (str(corpus),)
    return tuple(str(spec) for spec in corpus)

"""A chat model's answer: asked, heard, checked sentence by sentence, and put together."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from time import perf_counter

from assistant.answer import Statement, Usage, Withheld
from assistant.draft import Draft
from assistant.models.annex import annex
from assistant.models.catalog import ChatModel
from assistant.models.checking import Checked, Checker
from assistant.models.failures import Failure, failure
from assistant.models.prompt import NOT_FOUND, Window, build_prompt, token_counter
from assistant.models.relevance import Relevance
from assistant.models.remaining import left_out, rests_on_same
from assistant.models.sentences import SentenceStream, Spoken
from assistant.models.speech import Heard, SpeechBroken, listen
from assistant.models.verbatim import Verbatim, is_quoted
from assistant.question import read_question
from assistant.settings import Settings
from assistant.support import SupportingSentence
from assistant.support.entailment import Entailment
from assistant.texts import MODEL
from assistant.view import View
from index.passage import Passage


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a model is asked, and whether its unsupported sentences are shown."""

    window: Window
    timeout_s: float
    show_unsupported: bool
    least_support: float
    free_wording: bool
    tracing: bool

    @classmethod
    def of(cls, settings: Settings) -> Terms:
        """Those that the settings set."""
        return cls(
            window=Window(settings.model_window, settings.model_answer_tokens),
            timeout_s=settings.model_timeout_s,
            show_unsupported=settings.unsupported == "show",
            least_support=settings.support,
            free_wording=settings.wording == "free",
            tracing=settings.tracing,
        )


@dataclass(frozen=True, slots=True)
class Request:
    """A question that stands alone, the extractive answer to it, and its passages, best first."""

    question: str
    extractive: Draft
    passages: Sequence[Passage]
    view: View
    terms: Terms
    entailment: Entailment | None = None


@dataclass(frozen=True, slots=True)
class Composed:
    """The draft that is answered with: the model's, or ``replaced`` by the extractive one."""

    draft: Draft
    usage: Usage
    notes: tuple[str, ...]


@dataclass(slots=True)
class _Talk:
    """What came of asking so far; ``given`` is what is shown of it, quotes included.

    ``waiting``: quotes that are given once a sentence of the model's own is; by themselves they
    do not come before the extractive answer.
    """

    model: ChatModel
    checker: Checker
    verbatim: Verbatim
    shows_unsupported: bool
    started: float = field(default_factory=perf_counter)
    statements: list[Statement] = field(default_factory=list)
    given: list[Statement] = field(default_factory=list)
    waiting: list[Statement] = field(default_factory=list)
    retold: list[Sequence[SupportingSentence]] = field(default_factory=list)
    failure: Failure | None = None
    says_not_found: bool = False
    input_tokens: int | None = None
    output_tokens: int | None = None

    def hear(self, heard: Heard) -> None:
        """Add up the tokens; some providers tell them in several pieces."""
        if heard.input_tokens is not None:
            self.input_tokens = (self.input_tokens or 0) + heard.input_tokens
        if heard.output_tokens is not None:
            self.output_tokens = (self.output_tokens or 0) + heard.output_tokens

    def check(self, spoken: Spoken) -> list[Statement | Withheld]:
        """What is given for a sentence: itself, what it retells in the document's words, or not."""
        if NOT_FOUND in spoken.text:
            self.says_not_found = True
            return []
        checked = self.checker.check(spoken)
        if checked is None:
            return []
        statement = checked.statement
        self.statements.append(statement)
        if statement.status == "supported":
            self.verbatim.note(statement)
        given = self._given_for(checked)
        self.given += given
        return [*given] or [Withheld()]

    def _given_for(self, checked: Checked) -> list[Statement]:
        """What is given now; quotes may wait."""
        statement = checked.statement
        if statement.status == "supported":
            waited, self.waiting = self.waiting, []
            return [*(one for one in waited if not rests_on_same(one, statement)), statement]
        quotes = list(self.verbatim.quotes(checked.retold, owed=checked.owed))
        self.retold += [checked.retold] if checked.retold else []
        if not self.stands:
            self.waiting += quotes
            quotes = []
        return [statement, *quotes] if self.shows_unsupported else quotes

    @property
    def stands(self) -> bool:
        """Whether a sentence of the model's own is shown."""
        return any(one.status == "supported" for one in self.given)

    def usage(self, answered: Sequence[Statement]) -> Usage:
        """What it took, and what became of its sentences in what is answered."""
        n_shown = sum(s.status == "supported" for s in self.statements)
        n_quoted = sum(any(is_quoted(one, answered) for one in some) for some in self.retold)
        return Usage(
            model=self.model.name,
            n_shown=n_shown,
            n_withheld=len(self.statements) - n_shown - n_quoted,
            n_quoted=n_quoted,
            seconds=perf_counter() - self.started,
            seconds_checks=tuple(self.checker.seconds),
            input_tokens=self.input_tokens,
            output_tokens=self.output_tokens,
            failure=self.failure.kind if self.failure else "",
            replaced=not self.stands,
        )


def compose(model: ChatModel, request: Request) -> Generator[Statement | Withheld, None, Composed]:
    """The model's sentences as each has been checked; returns what is answered with.

    What is given stays: supported sentences, and exact quotes in place of those that retell
    sentences of the passages too freely. Unsupported ones are given only on such terms, else a
    ``Withheld`` for each. What the extractive answer cites and these do not stands behind them;
    where no sentence of the model's own is shown, the extractive answer stands, and quotes behind.
    """
    terms = request.terms
    prompt = build_prompt(
        request.question, request.passages, terms.window, token_counter(model.chat)
    )
    passages = request.passages if prompt is None else prompt.passages
    answering = [c for s in request.extractive.statements for c in s.citations]
    relevance = Relevance(read_question(request.question))
    checker = Checker(
        passages,
        request.view.index,
        relevance,
        answering,
        terms.least_support,
        terms.free_wording,
        request.entailment,
    )
    verbatim = Verbatim(relevance, request.view, request.extractive.statements)
    talk = _Talk(model, checker, verbatim, terms.show_unsupported)
    if prompt is None:
        talk.failure = failure("window", model.name)
    else:
        heard = listen(model, prompt.messages, timeout_s=terms.timeout_s, tracing=terms.tracing)
        with closing(_sentences(heard, talk)) as sentences:
            for spoken in sentences:
                yield from talk.check(spoken)
    composed = _put_together(talk, request)
    yield from composed.draft.statements[len(talk.given) :]
    return composed


def _sentences(pieces: Generator[Heard, None, None], talk: _Talk) -> Generator[Spoken, None, None]:
    """The sentences as they are completed; a failure is noted and ends them."""
    stream = SentenceStream()
    said, cut_off = False, False
    try:
        with closing(pieces):
            for heard in pieces:
                talk.hear(heard)
                said, cut_off = said or bool(heard.text.strip()), cut_off or heard.cut_off
                yield from stream.feed(heard.text)
    except SpeechBroken as broken:
        talk.failure = broken.failure
    yield from stream.finish(is_whole=talk.failure is None and not cut_off)
    if not said and talk.failure is None:
        talk.failure = failure("empty", talk.model.name)


def _put_together(talk: _Talk, request: Request) -> Composed:
    extractive = request.extractive
    if not talk.stands:
        statements = (*talk.given, *annex(extractive, talk.waiting))
        draft = replace(extractive, statements=statements)
    else:
        left = left_out(extractive.statements, talk.given, request.question)
        is_list = any(s.kind == "item" for s in talk.given)
        shape = extractive.shape if left else "list" if is_list else "sentence"
        draft = replace(extractive, shape=shape, statements=(*talk.given, *left))
    usage = talk.usage(draft.statements)
    return Composed(draft, usage, tuple(_notes(talk, usage)))


def _notes(talk: _Talk, usage: Usage) -> Iterator[str]:
    """Why the model's answer is not all there."""
    name = talk.model.name
    if talk.failure is not None:
        said = MODEL["failed" if usage.replaced else "broke_off"]
        yield said.format(failure=talk.failure.sentence)
    elif usage.replaced and not usage.n_quoted:
        yield MODEL["unsupported" if usage.n_withheld else "not_found"].format(model=name)
        return
    if usage.n_quoted:
        kind = "quoted" if usage.n_quoted > 1 else "quoted_one"
        yield MODEL[kind].format(n=usage.n_quoted, model=name)
    if usage.n_withheld and talk.failure is None:
        kind = "withheld" if usage.n_withheld > 1 else "withheld_one"
        yield MODEL[kind].format(n=usage.n_withheld, model=name)

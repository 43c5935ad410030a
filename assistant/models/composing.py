"""A chat model's answer: asked, heard, checked sentence by sentence, and put together."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from time import perf_counter

from assistant.answer import Statement, Usage, Withheld
from assistant.draft import Draft
from assistant.matching import term_set
from assistant.models.catalog import ChatModel
from assistant.models.checking import Checker
from assistant.models.failures import Failure, failure
from assistant.models.prompt import NOT_FOUND, Window, build_prompt, token_counter
from assistant.models.sentences import SentenceStream, Spoken
from assistant.models.speech import Heard, SpeechBroken, listen
from assistant.settings import Settings
from assistant.support.entailment import Entailment
from assistant.texts import MODEL
from corpus.document import Span
from index.index import Index
from index.passage import Passage

_TOLD = 0.7
"""The share of a quote's words that a sentence must hold to stand for it."""


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
    index: Index
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
    """What came of asking so far."""

    model: ChatModel
    checker: Checker
    started: float = field(default_factory=perf_counter)
    statements: list[Statement] = field(default_factory=list)
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

    def check(self, spoken: Spoken) -> Statement | None:
        if NOT_FOUND in spoken.text:
            self.says_not_found = True
            return None
        statement = self.checker.check(spoken)
        if statement is not None:
            self.statements.append(statement)
        return statement

    def usage(self, *, replaced: bool) -> Usage:
        n_shown = sum(s.status == "supported" for s in self.statements)
        return Usage(
            model=self.model.name,
            n_shown=n_shown,
            n_withheld=len(self.statements) - n_shown,
            seconds=perf_counter() - self.started,
            seconds_checks=tuple(self.checker.seconds),
            input_tokens=self.input_tokens,
            output_tokens=self.output_tokens,
            failure=self.failure.kind if self.failure else "",
            replaced=replaced,
        )


def compose(model: ChatModel, request: Request) -> Generator[Statement | Withheld, None, Composed]:
    """The model's sentences as each has been checked; returns what is answered with.

    Supported sentences stay once they are given; unsupported ones are given only on such terms,
    else a ``Withheld`` for each. What the extractive answer cites and the model's sentences do
    not stands behind them; where none is supported, the extractive answer stands alone.
    """
    terms = request.terms
    prompt = build_prompt(
        request.question, request.passages, terms.window, token_counter(model.chat)
    )
    passages = request.passages if prompt is None else prompt.passages
    answering = [c for s in request.extractive.statements for c in s.citations]
    checker = Checker(
        passages,
        request.index,
        answering,
        terms.least_support,
        terms.free_wording,
        request.entailment,
    )
    talk = _Talk(model, checker)
    if prompt is None:
        talk.failure = failure("window", model.name)
    else:
        heard = listen(model, prompt.messages, timeout_s=terms.timeout_s, tracing=terms.tracing)
        with closing(_sentences(heard, talk)) as sentences:
            for spoken in sentences:
                statement = talk.check(spoken)
                if statement is not None:
                    is_given = statement.status == "supported" or terms.show_unsupported
                    yield statement if is_given else Withheld()
    shown = [s for s in talk.statements if s.status == "supported" or terms.show_unsupported]
    composed = _put_together(talk, shown, request)
    yield from composed.draft.statements[len(shown) :]
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


def _put_together(talk: _Talk, shown: Sequence[Statement], request: Request) -> Composed:
    extractive = request.extractive
    usage = talk.usage(replaced=not any(s.status == "supported" for s in shown))
    left: Sequence[Statement] = extractive.statements
    shape = extractive.shape
    if not usage.replaced:
        left = left_out(extractive.statements, shown, request.question)
        if not left:
            shape = "list" if any(s.kind == "item" for s in shown) else "sentence"
    draft = replace(extractive, shape=shape, statements=(*shown, *left))
    return Composed(draft, usage, tuple(_notes(talk, usage)))


def left_out(
    extractive: Sequence[Statement], shown: Sequence[Statement], question: str
) -> list[Statement]:
    """The quotes of the extractive answer that no supported sentence tells, frames aside."""
    supported = [statement for statement in shown if statement.status == "supported"]
    left: list[Statement] = []
    context: list[Statement] = []
    for statement in extractive:
        if statement.kind == "context":
            context.append(statement)
            continue
        if statement.status == "quoted" and not any(
            _tells(one, statement, question) for one in supported
        ):
            left += [*context, statement]
        context = []
    return left


def _tells(sentence: Statement, quoted: Statement, question: str) -> bool:
    """Whether a sentence rests on what a quote does, and says what answers in it: of the question's
    words all that the quote holds.
    """
    focus = quoted.text[slice(*quoted.focus)] if quoted.focus else quoted.text
    wanted = term_set(focus)
    enough = len(wanted & term_set(sentence.text)) >= (1.0 if quoted.focus else _TOLD) * len(wanted)
    asked = term_set(question) & term_set(quoted.text)
    return (enough and asked <= term_set(sentence.text)) and any(
        one.document == other.document
        and Span(one.start, one.end).overlap(Span(other.start, other.end)) > 0
        for one in sentence.citations
        for other in quoted.citations
        if other.role == "evidence"
    )


def _notes(talk: _Talk, usage: Usage) -> Iterator[str]:
    """Why the model's answer is not all there."""
    name = talk.model.name
    if talk.failure is not None:
        said = MODEL["failed" if usage.replaced else "broke_off"]
        yield said.format(failure=talk.failure.sentence)
    elif usage.replaced and usage.n_withheld:
        yield MODEL["unsupported"].format(model=name)
    elif usage.replaced:
        yield MODEL["not_found"].format(model=name)
    elif usage.n_withheld:
        kind = "withheld" if usage.n_withheld > 1 else "withheld_one"
        yield MODEL[kind].format(n=usage.n_withheld, model=name)

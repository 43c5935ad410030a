"""LangChain's door to the answers: it stands where a chat model may stand."""

from __future__ import annotations

from collections.abc import AsyncIterator, Container, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    BaseMessage,
    HumanMessage,
    MessageLikeRepresentation,
    convert_to_messages,
)
from langchain_core.messages import content as blocks
from langchain_core.prompt_values import PromptValue
from langchain_core.runnables import Runnable, RunnableConfig
from langchain_core.runnables.config import run_in_executor

from assistant.answer import Answer, Citation, Statement, Turn, render_text
from assistant.models.speech import traced

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from index.filtering import Where

AskInput = str | dict[str, Any] | Sequence[MessageLikeRepresentation] | PromptValue


class AskOptions(TypedDict, total=False):
    """The keywords of a call: those of ``Assistant.ask``."""

    where: Where | None
    hidden: Container[str]
    model: str | None


class AnswerRunnable(Runnable[AskInput, AIMessage]):
    """An opened assistant as LangChain's ``Runnable``: a question in, a cited message out.

    The question is a string, ``{"question": str, "history": [message, ...]}`` with or without its
    history, or a conversation that ends with the user's message. ``where``, ``hidden`` and
    ``model`` of ``Assistant.ask`` are keywords of every call, or bound: ``runnable.bind(...)``.

    LangSmith's own variables alone send nothing: it is told of questions and passages only where
    ASSISTANT_TRACING is on too, or by a tracer that the caller passes.
    """

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant

    def invoke(
        self,
        input: AskInput,  # noqa: A002 (LangChain's name)
        config: RunnableConfig | None = None,
        **kwargs: Any,
    ) -> AIMessage:
        """Answer the question in ``input``; the message is as ``to_message`` says.

        Raises:
            QuestionRefused: the question is empty or too long.
            ValueError: ``input`` holds no question.
        """
        with traced(self.assistant.settings.tracing):
            return self._call_with_config(self._ask, input, config, run_type="chain", **kwargs)

    def stream(
        self,
        input: AskInput,  # noqa: A002 (LangChain's name)
        config: RunnableConfig | None = None,
        **kwargs: Any,
    ) -> Iterator[AIMessage]:
        """A chunk for each statement once it has been checked; together they are the message.

        Raises:
            QuestionRefused, ValueError: as ``invoke``.
        """
        chunks = self._transform_stream_with_config(
            iter([input]), self._say, config, run_type="chain", **kwargs
        )
        while True:
            with traced(self.assistant.settings.tracing):
                chunk = next(chunks, None)
            if chunk is None:
                return
            yield chunk

    async def astream(
        self,
        input: AskInput,  # noqa: A002 (LangChain's name)
        config: RunnableConfig | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[AIMessage]:
        """As ``stream``, without keeping the event loop waiting."""
        chunks = self.stream(input, config, **kwargs)
        try:
            while (chunk := await run_in_executor(config, next, chunks, None)) is not None:
                yield chunk
        finally:
            await run_in_executor(config, chunks.close)  # type: ignore[attr-defined]

    def _ask(self, given: AskInput, **options: Unpack[AskOptions]) -> AIMessage:
        question, history = read_input(given)
        return to_message(self.assistant.ask(question, history, **options))

    def _say(
        self, given: Iterator[AskInput], **options: Unpack[AskOptions]
    ) -> Iterator[AIMessageChunk]:
        """What ``to_message`` makes of the whole, in chunks."""
        said: list[Statement] = []
        for one in given:
            question, history = read_input(one)
            for step in self.assistant.stream(question, history, **options):
                if isinstance(step, Statement):
                    before = render_text(tuple(said))
                    said.append(step)
                    yield _chunk(render_text(tuple(said))[len(before) :])
                elif isinstance(step, Answer):
                    yield _chunk("", _annotations(step), _metadata(step))


def to_message(answer: Answer) -> AIMessage:
    """The answer as one text block, its citations as annotations, all of it as response metadata.

    The block's text is ``answer.text``. A citation's ``start_index`` and ``end_index`` cut from it
    the statement that rests on the citation; the place in the source is in its ``extras``.
    """
    return AIMessage(
        content_blocks=[blocks.create_text_block(answer.text, annotations=_annotations(answer))],
        response_metadata=_metadata(answer),
    )


def _annotations(answer: Answer) -> list[blocks.Annotation]:
    return [
        _annotation(answer, statement, citation, span)
        for statement, span in _places(answer.statements)
        for citation in statement.citations
    ]


def _metadata(answer: Answer) -> dict[str, Any]:
    return {
        "answer": answer.to_json(),
        "model_name": answer.model,
        "output_version": "v1",  # the content is LangChain's standard blocks already
    }


def _chunk(
    text: str,
    annotations: Sequence[blocks.Annotation] = (),
    response_metadata: dict[str, Any] | None = None,
) -> AIMessageChunk:
    """A piece of the one text block; pieces add up, their annotations one after the other."""
    block = {"type": "text", "text": text, "annotations": list(annotations), "index": 0}
    last: Any = {"chunk_position": "last"} if response_metadata is not None else {}
    return AIMessageChunk(content=[block], response_metadata=response_metadata or {}, **last)


def read_input(given: AskInput) -> tuple[str, tuple[Turn, ...]]:
    """The question in ``given`` and the turns before it.

    Raises:
        ValueError: there is no question in it.
    """
    if isinstance(given, str):
        return given, ()
    if isinstance(given, Mapping):
        question = given.get("question")
        if not isinstance(question, str):
            raise ValueError('expected {"question": text, "history": [message, ...]}')
        return question, read_turns(_messages(given.get("history") or []))
    messages = _messages(given)
    if not messages or not isinstance(messages[-1], HumanMessage):
        raise ValueError("the last message must be the user's question")
    return str(messages[-1].text), read_turns(messages[:-1])


def read_turns(messages: Sequence[BaseMessage]) -> tuple[Turn, ...]:
    """What user and assistant said, as text; what tools and systems say, and silence, left out."""
    turns: list[Turn] = []
    for message in messages:
        text = str(message.text)
        if text and isinstance(message, HumanMessage):
            turns.append(Turn("user", text))
        elif text and isinstance(message, AIMessage):
            turns.append(Turn("assistant", text))
    return tuple(turns)


def _messages(given: object) -> list[BaseMessage]:
    """LangChain's reading of a conversation, whose refusals are of several classes, as one."""
    if isinstance(given, str) or not isinstance(given, Sequence | PromptValue):
        raise ValueError(f"expected a list of messages, not {type(given).__name__}")
    try:
        return convert_to_messages(given)
    except NotImplementedError as error:
        raise ValueError(f"expected a list of messages: {error}") from error


def _places(
    statements: tuple[Statement, ...],
) -> Iterator[tuple[Statement, tuple[int, int]]]:
    """Each statement that is shown and where it stands in the rendered text.

    Rendering only ever appends, so a statement ends where the text ends that it is the last of.
    """
    for i, statement in enumerate(statements, start=1):
        if statement.status != "unsupported":
            end = len(render_text(statements[:i]))
            yield statement, (end - len(statement.text), end)


def _annotation(
    answer: Answer, statement: Statement, citation: Citation, span: tuple[int, int]
) -> blocks.Citation:
    return blocks.create_citation(
        title=citation.title,
        cited_text=citation.quote,
        start_index=span[0],
        end_index=span[1],
        number=answer.number_of(citation),
        document=citation.document,
        heading=list(citation.heading),
        page=citation.page,
        start=citation.start,
        end=citation.end,
        sha256=citation.sha256,
        role=citation.role,
        status=statement.status,
        support=round(statement.support, 4),
    )

"""Answers as LangChain's messages, and everything LangChain may hand in as a question."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import add
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    BaseMessage,
    HumanMessage,
    SystemMessage,
    ToolMessage,
    message_chunk_to_message,
    messages_from_dict,
    messages_to_dict,
)
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate

from assistant.answer import Answer, Citation, Statement, Turn
from assistant.assistant import Assistant
from assistant.runnable import AnswerRunnable, AskInput, read_input, read_turns, to_message
from assistant.settings import Settings
from corpus.corpus import Corpus
from corpus.errors import QuestionRefused
from index.index import Index

QUESTION = "What did the Guild pay for a pound of wax?"
FOLLOW_UP = "When was that?"
ABSENT = "Who is Zork?"


@pytest.fixture(scope="module")
def assistant(apiary: Index) -> Assistant:
    return Assistant(apiary, Corpus(apiary.roots), Settings())


@pytest.fixture(scope="module")
def runnable(assistant: Assistant) -> AnswerRunnable:
    return assistant.as_runnable()


def lasting(message: BaseMessage) -> dict[str, Any]:
    """A message without what differs from call to call: LangChain's block ids and the seconds."""
    fields = message.model_dump()
    for block in fields["content"]:
        block.pop("id", None)
        block.pop("index", None)  # of a message that came in chunks
        for annotation in block["annotations"]:
            del annotation["id"]
    del fields["response_metadata"]["answer"]["seconds"]
    return fields


def whole(chunks: Iterable[AIMessage]) -> BaseMessage:
    """The message that chunks add up to."""
    added: Any = reduce(add, chunks)
    return message_chunk_to_message(added)


def answer_of(*statements: Statement) -> Answer:
    return Answer(
        "How?", "how", "answered", "sentence", 0.75, "extractive", statements, (), 0.25, 0.5
    )


FIRST = Citation("ropes.md", "Ropes", ("Knots", "Bends"), 3, 7, 22, "Ropes are tied.", "ab" * 32)
SECOND = Citation("a.md", "A", (), None, 0, 5, "Once.", "cd" * 32, role="antecedent")


def test_an_answer_is_one_block_whose_annotations_name_the_place_in_answer_and_source() -> None:
    answer = answer_of(
        Statement("Two things:", "frame", "frame", 1.0),
        Statement("Ropes fly.", "sentence", "unsupported", 0.1, (SECOND,)),
        Statement("Ropes are tied.", "item", "quoted", 1.0, (SECOND, FIRST)),
        Statement("They hold.", "row", "supported", 0.66666, (FIRST,), label="Ropes"),
    )
    first = {
        "number": 2,
        "document": "ropes.md",
        "heading": ["Knots", "Bends"],
        "page": 3,
        "start": 7,
        "end": 22,
        "sha256": "ab" * 32,
        "role": "evidence",
    }
    second = {
        "number": 1,
        "document": "a.md",
        "heading": [],
        "start": 0,
        "end": 5,
        "sha256": "cd" * 32,
        "role": "antecedent",
    }
    message = lasting(to_message(answer))
    assert message["content"] == [
        {
            "type": "text",
            "text": "Two things:\n- Ropes are tied.\n- Ropes: They hold.",
            "annotations": [
                {
                    "type": "citation",
                    "title": "A",
                    "cited_text": "Once.",
                    "start_index": 14,
                    "end_index": 29,
                    "extras": {**second, "status": "quoted", "support": 1.0},
                },
                {
                    "type": "citation",
                    "title": "Ropes",
                    "cited_text": "Ropes are tied.",
                    "start_index": 14,
                    "end_index": 29,
                    "extras": {**first, "status": "quoted", "support": 1.0},
                },
                {
                    "type": "citation",
                    "title": "Ropes",
                    "cited_text": "Ropes are tied.",
                    "start_index": 39,
                    "end_index": 49,
                    "extras": {**first, "status": "supported", "support": 0.6667},
                },
            ],
        }
    ]
    told = answer.to_json()
    del told["seconds"]
    assert message["response_metadata"] == {
        "answer": told,
        "model_name": "extractive",
        "output_version": "v1",
    }


KINDS = st.sampled_from(("frame", "sentence", "item", "row", "verdict", "context"))
STATUSES = st.sampled_from(("quoted", "supported", "unsupported", "frame"))
STATEMENTS = st.lists(
    st.builds(
        Statement,
        st.text(max_size=8) | st.just("- 🐝\nê"),
        KINDS,
        STATUSES,
        st.just(1.0),
        st.just((FIRST,)),
        label=st.none() | st.just("Side"),
    ),
    max_size=6,
)


@given(STATEMENTS)
def test_every_annotation_cuts_its_statement_from_the_text(statements: list[Statement]) -> None:
    answer = answer_of(*statements)
    message = to_message(answer)
    (block,) = message.content_blocks
    assert block["type"] == "text"
    cut = [
        block["text"][note["start_index"] : note["end_index"]]
        for note in block["annotations"]
        if note["type"] == "citation"
    ]
    assert cut == [s.text for s in statements if s.status != "unsupported"]
    assert message.text == answer.text


def test_a_message_survives_being_saved_and_read_again(runnable: AnswerRunnable) -> None:
    message = runnable.invoke(QUESTION)
    assert messages_from_dict(messages_to_dict([message])) == [message]
    assert AIMessage.model_validate_json(message.model_dump_json()) == message
    assert message.content_blocks == message.content


def test_the_message_is_the_assistants_answer(
    assistant: Assistant, runnable: AnswerRunnable
) -> None:
    for question in (QUESTION, ABSENT, "Compare wax and honey.", "hello"):
        expected = lasting(to_message(assistant.ask(question)))
        assert lasting(runnable.invoke(question)) == expected


EARLIER = (Turn("user", QUESTION), Turn("assistant", "Four shillings. In 1931."))
MESSAGES: list[BaseMessage] = [
    SystemMessage("You know bees."),
    HumanMessage([{"type": "text", "text": QUESTION}]),
    AIMessage("", tool_calls=[{"name": "search", "args": {}, "id": "1"}]),
    ToolMessage("a tool's reply", tool_call_id="1"),
    AIMessageChunk(
        content=[
            {"type": "reasoning", "reasoning": "Hm."},
            {"type": "text", "text": "Four shillings. "},
            "In 1931.",
        ]
    ),
]
ROLES: list[dict[str, Any]] = [
    {"role": "user", "content": QUESTION},
    {"role": "assistant", "content": "Four shillings. In 1931."},
]
PROMPT = ChatPromptTemplate.from_messages([("placeholder", "{earlier}"), ("human", "{question}")])


@pytest.mark.parametrize(
    ("given", "history"),
    [
        (FOLLOW_UP, ()),
        ({"question": FOLLOW_UP}, ()),
        ({"question": FOLLOW_UP, "history": None}, ()),
        ({"question": FOLLOW_UP, "history": MESSAGES}, EARLIER),
        ({"question": FOLLOW_UP, "history": ROLES}, EARLIER),
        ([HumanMessage(FOLLOW_UP)], ()),
        ([HumanMessage([{"type": "text", "text": FOLLOW_UP}])], ()),
        ([*MESSAGES, HumanMessage(FOLLOW_UP)], EARLIER),
        ((*ROLES, {"role": "user", "content": FOLLOW_UP}), EARLIER),
        ([("human", QUESTION), ("ai", EARLIER[1].content), ("human", FOLLOW_UP)], EARLIER),
        (PROMPT.invoke({"earlier": MESSAGES, "question": FOLLOW_UP}), EARLIER),
    ],
)
def test_a_question_is_read_from_every_form_with_what_was_said_before(
    given: AskInput, history: tuple[Turn, ...]
) -> None:
    assert read_input(given) == (FOLLOW_UP, history)


@pytest.mark.parametrize(
    "given",
    [
        None,
        42,
        [],
        {},
        {"question": None},
        {"question": 42},
        {"question": FOLLOW_UP, "history": QUESTION},
        {"question": FOLLOW_UP, "history": {"role": "user"}},
        {"question": FOLLOW_UP, "history": [42]},
        {"question": FOLLOW_UP, "history": [{"role": "user"}]},
        {"question": FOLLOW_UP, "history": [{"role": "bee", "content": "Buzz."}]},
        [AIMessage("I speak last.")],
        [("human", QUESTION), SystemMessage("You know bees.")],
    ],
)
def test_what_holds_no_question_is_a_value_error(runnable: AnswerRunnable, given: Any) -> None:
    with pytest.raises(
        ValueError, match=r"^(expected|the last|Unexpected message type|Message dict)"
    ):
        runnable.invoke(given)


def test_only_what_user_and_assistant_said_is_history() -> None:
    assert read_turns(MESSAGES) == EARLIER


def test_an_answer_can_be_handed_back_as_history(
    assistant: Assistant, runnable: AnswerRunnable
) -> None:
    first = runnable.invoke(QUESTION)
    second = runnable.invoke([HumanMessage(QUESTION), first, HumanMessage(FOLLOW_UP)])
    turns = (Turn("user", QUESTION), Turn("assistant", str(first.text)))
    assert lasting(second) == lasting(to_message(assistant.ask(FOLLOW_UP, turns)))


async def test_every_way_of_calling_gives_the_same_messages(runnable: AnswerRunnable) -> None:
    questions: list[AskInput] = [QUESTION, {"question": ABSENT}, [HumanMessage("What is honey?")]]
    alone = [lasting(runnable.invoke(question)) for question in questions]
    assert [lasting(await runnable.ainvoke(question)) for question in questions] == alone
    assert [lasting(message) for message in runnable.batch(questions)] == alone
    assert [lasting(message) for message in await runnable.abatch(questions)] == alone
    assert [lasting(whole(runnable.stream(question))) for question in questions] == alone
    assert [lasting(whole([m async for m in runnable.astream(q)])) for q in questions] == alone


async def test_in_a_chain_the_text_comes_out_whole_or_as_a_stream(
    assistant: Assistant, runnable: AnswerRunnable
) -> None:
    chain = PROMPT | runnable | StrOutputParser()
    given = {"earlier": MESSAGES, "question": FOLLOW_UP}
    expected = assistant.ask(FOLLOW_UP, EARLIER).text
    assert chain.invoke(given) == expected
    assert await chain.ainvoke(given) == expected
    assert "".join(chain.stream(given)) == expected
    assert "".join([piece async for piece in chain.astream(given)]) == expected


async def test_filters_are_keywords_of_a_call_or_bound(
    assistant: Assistant, runnable: AnswerRunnable
) -> None:
    where = {"document": "01-hive.md"}
    hidden = frozenset(chunk.id for chunk in assistant.index.chunks("01-hive.md"))
    for limits in ({"where": where}, {"hidden": hidden}):
        expected = lasting(to_message(assistant.ask(QUESTION, **limits)))
        assert lasting(runnable.invoke(QUESTION, **limits)) == expected
        assert lasting(await runnable.ainvoke(QUESTION, **limits)) == expected
        assert lasting(runnable.bind(**limits).invoke(QUESTION)) == expected
        assert [lasting(m) for m in runnable.batch([QUESTION], **limits)] == [expected]
        assert lasting(whole(runnable.stream(QUESTION, **limits))) == expected


def test_a_refused_question_leaves_the_others_of_its_batch_answered(
    runnable: AnswerRunnable,
) -> None:
    with pytest.raises(QuestionRefused):
        runnable.invoke(" ")
    refused, answered = runnable.batch([" ", QUESTION], return_exceptions=True)
    assert isinstance(refused, QuestionRefused)
    assert lasting(answered) == lasting(runnable.invoke(QUESTION))


async def test_those_who_watch_see_the_question_begin_and_the_answer_end(
    runnable: AnswerRunnable,
) -> None:
    events = [event async for event in runnable.astream_events(QUESTION, version="v2")]
    assert {event["name"] for event in events} == {"AnswerRunnable"}
    first, *middle, last = (event["event"] for event in events)
    assert (first, {*middle}, last) == ("on_chain_start", {"on_chain_stream"}, "on_chain_end")
    said = events[-1]["data"]["output"]
    assert lasting(whole([said])) == lasting(runnable.invoke(QUESTION))


def test_the_schemas_that_langchain_publishes_can_be_made(runnable: AnswerRunnable) -> None:
    assert runnable.get_input_jsonschema()["title"] == "AnswerRunnableInput"
    assert runnable.get_output_jsonschema()["title"] == "AIMessage"

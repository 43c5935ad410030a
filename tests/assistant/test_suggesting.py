from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Answer, Statement
from assistant.assistant import Assistant
from assistant.draft import cite
from assistant.suggesting import MAX_ASKED, suggest_questions
from index.index import Index


class Asked:
    """Answers with the first sentence of the best passage, unless the question is refused."""

    def __init__(self, index: Index, refused: tuple[str, ...] = ()) -> None:
        self.index, self.refused = index, refused
        self.questions: list[str] = []

    def __call__(self, question: str) -> Answer:
        self.questions.append(question)
        passages = self.index.search(question, k=3).passages
        is_refused = any(word in question for word in self.refused)
        chunk, sha256 = passages[0].chunk, passages[0].sha256
        citation = cite(chunk, chunk.sentences[0].span, sha256)
        lines = () if is_refused else (Statement("x", "sentence", "quoted", 1.0, (citation,)),)
        return Answer(
            question, question, "not_answered" if is_refused else "answered", "sentence", 0.9,
            "extractive", lines, passages, 0.0, 0.0,
        )  # fmt: skip


def test_questions_are_drafted_from_headings_definitions_and_names(apiary: Index) -> None:
    assert suggest_questions(apiary, 3, ask=Asked(apiary)) == (
        "What are the reasons for swarming?",
        "What is a hive?",
        "Tell me about the Alder Valley Guild",
    )


def test_a_question_that_is_refused_is_not_suggested(apiary: Index) -> None:
    ask = Asked(apiary, refused=("reasons", "a hive"))
    suggested = suggest_questions(apiary, 3, ask=ask)
    assert suggested == (
        "Tell me about the Alder Valley Guild",
        "Summarise “The honey bee hive”",
        "What is a queen excluder?",
    )
    assert ask.questions[:3] == [
        "What are the reasons for swarming?",
        "What is a hive?",
        "Tell me about the Alder Valley Guild",
    ]


def test_nothing_is_suggested_where_nothing_is_answered_and_few_are_asked(
    lighthouses: Index,
) -> None:
    ask = Asked(lighthouses, refused=("",))
    assert suggest_questions(lighthouses, 3, ask=ask) == ()
    assert len(ask.questions) == MAX_ASKED


def test_suggestions_are_the_same_every_time_and_from_several_documents(lighthouses: Index) -> None:
    first = suggest_questions(lighthouses, 3, ask=Asked(lighthouses))
    assert first == suggest_questions(lighthouses, 3, ask=Asked(lighthouses))
    assert first == (
        "What are the duties of a keeper?",
        "What is Tolm Rock?",
        "Tell me about Skerrin Head",
    )


@pytest.mark.parametrize("n", [0, 1])
def test_no_more_are_given_than_asked_for(apiary: Index, n: int) -> None:
    assert len(suggest_questions(apiary, n, ask=Asked(apiary))) == n


def test_a_drawn_question_may_ask_for_the_overview_itself(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    text = "# Browse files and folders\n\nThe file manager shows files. It opens with a key.\n"
    (tmp_path / "documents" / "browse.md").write_text(text, encoding="utf-8")
    assistant = Assistant.open(tmp_path / "documents", tmp_path / "index")
    assert assistant.card().examples == ()

"""Titles and questions within running text are known of what follows, and quoted for nothing."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.captions import read_captions
from corpus.markup import plain_text
from index.passage import Chunk


def captioned(belfry: Assistant, document: str) -> dict[str, tuple[bool, str, str]]:
    found = dict[str, tuple[bool, str, str]]()
    for chunk in belfry.index.chunks(document):
        texts = shown(chunk)
        captions = read_captions(chunk, texts)
        rows = zip(captions.is_caption, captions.over, captions.answers, strict=True)
        found |= dict(zip(texts, rows, strict=True))
    return found


def shown(chunk: Chunk) -> list[str]:
    return [plain_text(chunk.sentence_text(s), chunk.markup) for s in chunk.sentences]


def test_a_question_holds_for_the_paragraph_that_answers_it(belfry: Assistant) -> None:
    found = captioned(belfry, "answers.txt")
    why = "Why do the bells ring backwards on Fridays?"
    title = "Questions that visitors ask about the tower"
    assert found[title] == (True, "", "")
    assert found[why] == (True, title, "")
    assert found["There are two reasons."] == (False, f"{title} {why}", why)
    assert found["And the learners ring alone then."] == (False, f"{title} {why}", "")
    assert found["Where can I buy a recording?"] == (True, title, "")


def test_a_numbered_line_over_a_paragraph_is_a_title_and_an_item_is_none(belfry: Assistant) -> None:
    found = captioned(belfry, "rules.txt")
    assert {text for text, (is_caption, _, _) in found.items() if is_caption} == {
        "1. Practice",
        "2. Forbidden in the ringing room",
        "Deposit.",
        "3. Offices",
    }
    assert found["- wet boots"] == (False, "2. Forbidden in the ringing room", "")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Where can I buy a recording?", "It is sold at the desk in the porch."),
        (
            "What is the deposit?",
            "Whoever borrows hand bells leaves 30 crowns with the steward.",
        ),
        ("when does practice begin", "Practice begins at seven and ends at nine."),
    ],
)
def test_what_stands_below_answers_and_not_the_line_itself(
    question: str, answer: str, belfry: Assistant
) -> None:
    statements = belfry.ask(question).statements
    assert [s.text for s in statements if s.kind == "sentence"] == [answer]


def test_the_sign_of_an_item_is_not_shown_twice(belfry: Assistant) -> None:
    answer = belfry.ask("What are the things that are forbidden in the ringing room?")
    lines = [line for line in answer.text.splitlines() if "boots" in line]
    assert lines == ["- wet boots"]

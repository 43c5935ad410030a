"""A sentence that opens with a word that goes back never stands without what it goes back to."""

from __future__ import annotations

import pytest

from assistant.antecedents import find_antecedent
from assistant.assistant import Assistant
from assistant.contexts import missing_context
from assistant.draft import quote
from assistant.settings import Settings
from assistant.view import View


@pytest.mark.parametrize(
    ("text", "before", "shown"),
    [
        (
            "Her daughter cast the tenor.",
            "Ada Quill founded the works.",
            "Her [Ada Quill] daughter cast the tenor.",
        ),
        (
            "Its clapper broke in 1902.",
            "The Quill Bell hung in the north tower.",
            "Its [The Quill Bell] clapper broke in 1902.",
        ),
        ("She sold it to a rival.", "Brannel was founded in 1952 by Greta Brannel.", None),
        ("His brother came too.", "The tower was struck by lightning.", None),
    ],
)
def test_what_a_pronoun_goes_back_to_is_told_only_where_one_can_be_meant(
    text: str, before: str, shown: str | None
) -> None:
    found = find_antecedent(text, [before], "The Quill Bell")
    assert (found and found.in_place(found.span.cut(before), text)) == shown


def test_the_question_of_the_text_is_shown_before_a_part_of_its_answer(belfry: Assistant) -> None:
    lenient = Assistant.open(index=belfry.index.folder, settings=Settings(threshold=0.4))
    answer = lenient.ask("What does the ticket not include?")
    assert [(s.kind, s.text) for s in answer.statements] == [
        ("context", "What does the ticket include?"),
        ("item", "It does not include the clock room."),
    ]


def test_sentences_before_are_shown_until_one_stands_alone(belfry: Assistant) -> None:
    view = View(belfry.index)
    chunk = next(c for c in belfry.index.chunks("minutes.txt") if "They report loose" in c.text)
    leaning = next(s for s in chunk.sentences if chunk.sentence_text(s).startswith("They report"))
    statement = quote(chunk, leaning, belfry.index.document("minutes.txt")[0].sha256)
    context = missing_context(statement, (), view)
    assert [s.text for s in context] == ["Keepers also wind the clock."]
    assert missing_context(statement, context, view) == ()

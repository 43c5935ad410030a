"""A question in another language than the documents: noted, and answered as far as names go."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.languages import asks_list, language_of

NOTE = (
    "The question looks {}, the documents are English, and the embedding model matches English"
    " only."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Welche Ursachen gibt es?", "German"),
        ("Wer hat die Mühle gebaut?", "German"),
        ("Quelles sont les causes ?", "French"),
        ("Qui a construit le moulin ?", "French"),
        ("¿Quién construyó el molino?", "Spanish"),
        ("Chi ha costruito il mulino?", "Italian"),
        ("Quem construiu o moinho?", "Portuguese"),
        ("Wie heeft de molen gebouwd?", "Dutch"),
        ("Kto zbudował młyn i kiedy?", "Polish"),
        ("Кто построил мельницу?", "Russian"),
        ("谁建了磨坊", "Chinese"),
        ("Who built the mill?", "English"),
        ("Did the Comte de la Mare die in May?", "English"),
        ("mill", "English"),
        ("Los Angeles", "English"),
        ("van der Berg mill cost", "English"),
        ("What is a Weltanschauung?", "English"),
        ("12 + 7", "English"),
        ("", "English"),
    ],
)
def test_a_language_is_told_by_its_function_words_and_letters(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("question", "language", "outcome", "shape", "first"),
    [
        (
            "Was weiß man über Clara Venn?",
            "German",
            "answered",
            "groups",
            "Clara Venn: 2 sentences, one subject.",
        ),
        (
            "Wer hat die Glocke gestimmt?",
            "German",
            "not_covered",
            "sentence",
            "I did not find anything about this in the 2 documents.",
        ),
        (
            "Welche Ursachen gibt es?",
            "German",
            "not_covered",
            "list",
            "I did not find anything about this in the 2 documents.",
        ),
    ],
)
def test_it_is_noted_and_names_are_answered_for(
    foundry: Assistant, question: str, language: str, outcome: str, shape: str, first: str
) -> None:
    answer = foundry.ask(question)
    assert answer.notes == (NOTE.format(language),)
    assert (answer.outcome, answer.shape, answer.statements[0].text) == (outcome, shape, first)


def test_an_english_question_gets_no_note(foundry: Assistant) -> None:
    assert foundry.ask("Who tuned the great bell?").notes == ()


def test_a_question_for_several_is_told_by_its_first_word() -> None:
    assert [
        asks_list(text) for text in ("Welche Mühlen?", "Quelles sont ?", "Wer war es?", "")
    ] == [
        True,
        True,
        False,
        False,
    ]

"""A question in another language than the documents: noted, and answered as far as names go."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.languages import language_of

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
            "Wer bezahlt das Fahrrad?",
            "German",
            "not_covered",
            "sentence",
            "I did not find this: “Fahrrad”, or a close spelling, occurs in none of 2 documents.",
        ),
        (
            "Welche Ursachen gibt es?",
            "German",
            "not_answered",
            "list",
            "I did not find this list: it is announced under “Causes of cracks” and not given.",
        ),
    ],
)
def test_it_is_noted_and_names_are_answered_for(
    foundry: Assistant, question: str, language: str, outcome: str, shape: str, first: str
) -> None:
    answer = foundry.ask(question)
    assert answer.notes[0] == NOTE.format(language)
    assert (answer.outcome, answer.shape, answer.statements[0].text) == (outcome, shape, first)


def test_an_english_question_gets_no_note(foundry: Assistant) -> None:
    assert foundry.ask("Who tuned the great bell?").notes == ()


@pytest.mark.parametrize(
    ("question", "shape", "first", "is_at_most_sure"),
    [
        (
            "Quién es Marco Dietz?",
            "sentence",
            "[Marco Dietz] joined Tarnfield in 2004 and holds two patents on pressure sensors.",
            False,
        ),
        (
            "¿Quién dirige el laboratorio de calibración?",
            "sentence",
            "Marco Dietz leads the calibration laboratory.",
            True,
        ),
        ("Erzähl mir etwas über Yara Holm", "groups", "Yara Holm: 2 sentences, one subject.", True),
    ],
)
def test_the_best_is_done_with_question_word_names_and_words_that_are_alike(
    scratch: Assistant, question: str, shape: str, first: str, is_at_most_sure: bool
) -> None:
    answer = scratch.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", shape)
    assert answer.confidence <= 0.7
    assert (answer.confidence == 0.7) == is_at_most_sure
    assert first in [statement.text for statement in answer.statements]
    assert any("the documents are English" in note for note in answer.notes)


@pytest.mark.parametrize("question", ["what should I do if I'm ill?", "I don't do that, do I?"])
def test_english_with_contractions_is_english(question: str) -> None:
    assert language_of(question) == "English"

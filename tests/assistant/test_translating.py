"""Questions of five languages put into English word for word, and answered from English texts."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.translating import courtesy, translate
from assistant.view import View


@pytest.mark.parametrize(
    ("question", "english"),
    [
        ("Wie viele Marder trug der Wald?", "how many Marder trug forest?"),
        ("Wann wurde die Brücke gebaut?", "when was bridge build?"),
        ("Combien coûte la réparation du pont ?", "how much does it cost repair of bridge?"),
        ("¿Quién construyó el molino antes de la guerra?", "who build molino before war?"),
        ("Perché fu chiusa la scuola?", "why was close school?"),
        ("Hoe lang duurde de staking?", "how long last strike?"),
        ("Fasse das Handbuch zusammen", "summarise handbook"),
        ("Worum geht es in diesen Dokumenten?", "what are these documents about?"),
        ("Wie hoch ist der Kirchturm?", "how high is church tower?"),
        ("Quelle partie de la calibration ?", "which part calibration?"),
    ],
)
def test_words_forms_compounds_and_like_spellings_are_put_into_english(
    scratch: Assistant, question: str, english: str
) -> None:
    put = translate(question, View(scratch.index))
    assert put is not None
    assert put.text == english


@pytest.mark.parametrize(
    "question",
    ["in a table", "roll a dice", "guest parking per day", "Was anybody hurt?", "no way", "Lima?"],
)
def test_short_english_is_left_alone(scratch: Assistant, question: str) -> None:
    assert translate(question, View(scratch.index)) is None


def test_an_overview_is_known_in_another_language(scratch: Assistant) -> None:
    assert scratch.ask("Worum geht es in diesen Dokumenten?").shape == "overview"


@pytest.mark.parametrize("said", ["Danke schön!", "Merci beaucoup", "Gracias", "dank je wel"])
def test_thanks_in_another_language_are_answered_without_a_note(
    scratch: Assistant, said: str
) -> None:
    answer = scratch.ask(said)
    assert (answer.outcome, answer.shape, answer.notes) == ("about", "reply", ())
    assert answer.text.startswith("You are welcome.")


def test_a_greeting_with_a_question_is_the_question() -> None:
    assert courtesy("Hallo, was kostet die Brücke?") == ""

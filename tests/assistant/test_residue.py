"""Requests known by what is left of them once the words of wishing are taken off."""

from __future__ import annotations

import pytest

from assistant.overview import is_overview_question
from assistant.residue import kind_of_talk, looked_up, set_apart, wish_of

WHOLE = (
    "Give me a quick tour of what's here",
    "what material do I have at my disposal",
    "I just got access. What does this folder contain?",
    "What's the general subject of these texts?",
    "Before I start: what's in the pile?",
    "what have you been fed?",
    "How many texts are there and what are they about?",
    "what could I look up here?",
)
OF_SOMETHING = (
    "Which documents do I have to show at the border?",
    "What does the folder on the mill contain?",
    "Who wrote these documents?",
    "What is it about?",
    "What else do you know?",
    "where do I find the pump?",
)


@pytest.mark.parametrize("asked", WHOLE)
def test_the_collection_is_asked_about_in_whatever_words(asked: str) -> None:
    assert is_overview_question(asked)


@pytest.mark.parametrize("asked", OF_SOMETHING)
def test_a_word_that_says_more_makes_it_a_question_for_the_documents(asked: str) -> None:
    assert not is_overview_question(asked)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Does anything in here mention Noor Vane?", "Noor Vane"),
        ("is Hattie Munro mentioned anywhere?", "Hattie Munro"),
        ("search for Tessel Marine", "Tessel Marine"),
        ("bring me up to speed on Dov Lasker", "Dov Lasker"),
        ("what does it say about Celia March?", "Celia March"),
        ("and if I find it again?", ""),
        ("Which tools are mentioned?", ""),
        ("Does the handbook mention who approves travel?", ""),
        ("What is the Orla engine supposed to speed up?", ""),
    ],
)
def test_a_name_is_looked_up_whatever_the_verb(asked: str, name: str) -> None:
    assert looked_up(asked) == name


@pytest.mark.parametrize(
    ("asked", "sides"),
    [
        ("Vela and Orla - how do they stack up?", ("Vela", "Orla")),
        ("oak or ash, what are the pros and cons?", ("oak", "ash")),
        ("what changed from Vela 2 to Vela 3?", ("Vela 2", "Vela 3")),
        ("what changed between 1911 and 1912?", ()),
        ("Is Vela different from Orla?", ()),
        ("what changed when the mill and the kiln closed?", ()),
    ],
)
def test_two_names_and_words_that_compare_are_a_comparison(
    asked: str, sides: tuple[str, ...]
) -> None:
    assert set_apart(asked) == sides


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("make that a bit more compact", "shorter"),
        ("could you put this into columns?", "table"),
        ("in which file did you find that", "source"),
        ("can I trust that?", "sure"),
        ("go into more detail", "more"),
        ("show me the rest", "all"),
        ("where does the word come from?", ""),
        ("where was it found?", ""),
        ("is it longer?", ""),
        ("a table of the tides", ""),
    ],
)
def test_a_wish_about_the_last_answer_is_known_in_whatever_words(said: str, wish: str) -> None:
    assert wish_of(said) == wish


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("catch you later", "farewell"),
        ("alright i'm off", "farewell"),
        ("sweet cheers mate", "thanks"),
        ("hey how's life", "greeting"),
        ("hey jude", ""),
        ("what is nice", ""),
    ],
)
def test_small_talk_of_such_words_alone_is_known(said: str, kind: str) -> None:
    assert kind_of_talk(said) == kind

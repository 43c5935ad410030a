"""Whether a copied sentence says of what it speaks, and whether something near it limits it."""

from __future__ import annotations

import pytest

from assistant.question import read_question
from assistant.support.governing import Surroundings
from assistant.support.qualifying import is_noticed, is_of_its_time, is_qualified, is_voiced
from assistant.support.standing import stands_alone
from assistant.support.topics import Asked, defines
from assistant.support.wording import read_words, term_bag

TITLE = "Vale mill"
NOTHING = Surroundings()
WHOLE = "Tell me about Vale mill."


def asked(question: str, *titles: str) -> Asked:
    words = term_bag(question) | {word.surface for word in read_words(question)}
    return Asked(question, tuple(read_question(question).terms), words, titles)


@pytest.mark.parametrize(
    ("text", "question", "alone"),
    [
        ("Vale mill was built by Ann Lorne.", WHOLE, True),
        ("The mill was built by Ann Lorne.", WHOLE, True),
        ("Ann Lorne left in 1911.", WHOLE, True),
        ("In the yard of Vale mill, ducks are kept.", WHOLE, True),
        ("Sacks can be bought by the dozen.", WHOLE, True),  # of all of a kind
        ("A rye loaf from Vale mill costs two pounds.", "What does a rye loaf cost?", True),
        ("The firm closed in 1950.", WHOLE, False),  # which firm?
        ("A crate with sixteen sacks followed next door.", WHOLE, False),  # of what?
        ("The wheel weighs nine tons.", "What does the wheel of Vale mill weigh?", False),
        ("The mill was built by Ann Lorne.", "Who built it?", False),  # which mill?
        ("Mothers in Leeds did the paperwork.", WHOLE, False),  # for what?
        ("Baker Edith Crewe stood beside her at Vale mill.", WHOLE, False),  # beside whom?
        ("Ten men and a boy at Vale mill were among them.", WHOLE, False),
        ("However, Vale mill burned.", WHOLE, False),
    ],
)
def test_a_sentence_stands_alone_that_says_of_what_it_speaks(
    text: str, question: str, alone: bool
) -> None:
    assert stands_alone(text, TITLE, NOTHING, asked(question)) is alone


def test_what_the_document_told_of_before_is_not_told_by_the_noun_alone() -> None:
    text = "Vale mill was mortgaged to the bank."
    assert stands_alone(text, TITLE, NOTHING, asked(WHOLE))
    told = Surroundings(section=("A bank in Leeds lent money.",))
    assert not stands_alone(text, TITLE, told, asked(WHOLE))
    assert stands_alone("Vale mill was mortgaged to the bank of Leeds.", TITLE, told, asked(WHOLE))


def test_a_question_of_two_documents_says_of_neither_what_a_sentence_speaks_of() -> None:
    both = asked("Which is older, Vale mill or Hollin mill?", TITLE, "Hollin mill")
    assert not stands_alone("The mill is older than the church.", "Hollin grange", NOTHING, both)
    assert stands_alone("Vale mill is older than the church.", TITLE, NOTHING, both)


@pytest.mark.parametrize(
    ("around", "qualified"),
    [
        (NOTHING, False),
        (Surroundings(after="It is made of oak."), False),
        (Surroundings(after="However, it is shut in winter."), True),
        (Surroundings(later=("This is no longer so.",)), True),
        (Surroundings(before=("In winter the road is shut.",)), True),
        (Surroundings(over=("Children",)), True),
        (Surroundings(over=("History",)), False),
        (Surroundings(over=("What Vale mill charges",)), False),
        (Surroundings(kind="row"), True),
        (Surroundings(kind="item"), True),
        (Surroundings(is_noticed=True), True),
        (Surroundings(is_voiced=True), True),
    ],
)
def test_what_stands_around_a_sentence_may_qualify_it(
    around: Surroundings, qualified: bool
) -> None:
    text = "Vale mill charges nine pounds."
    assert is_qualified(text, TITLE, around, asked(WHOLE)) is qualified


@pytest.mark.parametrize(
    ("question", "text", "qualified"),
    [
        ("What does a child pay at Vale mill?", "Adults pay nine pounds at Vale mill.", True),
        ("What does a child pay at Vale mill?", "A child pays two pounds at Vale mill.", False),
        ("Is Vale mill open on Mondays?", "Vale mill opens at nine.", True),
        ("When was the old wheel of Vale mill sold?", "A wheel was sold in 1911.", True),
        ("Tell me about the wheel of Vale mill.", "Vale mill opens at 9.", False),
        (WHOLE, "Press the lever at Vale mill.", True),
        (WHOLE, "If not, Vale mill is shut.", True),
    ],
)
def test_an_answer_to_a_part_of_the_question_and_what_tells_what_to_do_are_qualified(
    question: str, text: str, qualified: bool
) -> None:
    assert is_qualified(text, TITLE, NOTHING, asked(question)) is qualified


def test_a_title_that_limits_counts_unless_the_question_names_it() -> None:
    text, title = "The club has 40 members.", "Report of the Vale club for 1998"
    assert is_qualified(text, title, NOTHING, asked("Tell me about the Vale club."))
    assert not is_qualified(text, title, NOTHING, asked("Tell me about the Vale club in 1998."))


def test_a_definition_stands_under_any_heading() -> None:
    text = "Vale mill is a ruin in Ulm."
    assert defines(text, TITLE)
    assert not is_qualified(text, TITLE, Surroundings(over=("Prices",)), asked(WHOLE))


@pytest.mark.parametrize(
    ("text", "noticed"),
    [
        ("This leaflet has been superseded by the one of May.", True),
        ("The following rules are no longer in force.", True),
        ("Status: draft", True),
        ("DRAFT, not for use", True),
        ("All names in this story are invented.", True),
        ("Correction: nine should be ten.", True),
        ("The draft horse is strong.", False),
        ("The mill replaced its wheel.", False),
    ],
)
def test_a_document_that_says_of_itself_that_it_does_not_hold_is_noticed(
    text: str, noticed: bool
) -> None:
    assert is_noticed(text) is noticed


def test_words_of_the_day_and_of_a_speaker_are_seen() -> None:
    assert [is_of_its_time(t) for t in ("It is shut this week.", "It was shut in 1911.")] == [
        True,
        False,
    ]
    assert [is_voiced(t) for t in ("It was my boat.", "I saw it.", "World War I ended.")] == [
        True,
        True,
        False,
    ]

"""Follow-up questions written out, over small invented conversations."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.answer import Turn
from assistant.following import Resolved, resolve

BUILT = ("When was the Heron built?", "The Heron was built in 1908.")
CAPTAIN = ("Who commanded the Heron in 1921?", "Captain Marta Lindqvist commanded her.")
GAVE = ("What did Acme bring to the venture with Orlova?", "Acme brought cranes.")
SIGNED = ("Who signed a contract with Orlova?", "Acme signed it.")
CAUSES = ("What are the causes of the wreck?", "The tide.")
TIRED = ("Does Dorvex make you tired?", "Tiredness is common.")
SHARED = ("compare what acme and orlova gained", "Acme: ships\nOrlova: trade")
DEEP = ("How deep is Lake Orren?", "It is sixty metres deep.")
LOWER = ("what is a catamaran", "A catamaran has two hulls.")
ALL = ("What did the Heron carry with the Kestrel?", "Timber.")


def turns(*exchanges: tuple[str, str]) -> Sequence[Turn]:
    return [
        turn
        for asked, answered in exchanges
        for turn in (Turn("user", asked), Turn("assistant", answered))
    ]


@pytest.mark.parametrize(
    ("history", "question", "read_as"),
    [
        ((BUILT,), "And the Kestrel?", "When was the Kestrel built?"),
        ((BUILT,), "same question for the Kestrel", "When was the Kestrel built?"),
        ((BUILT,), "the same for the Kestrel please", "When was the Kestrel built?"),
        (
            (("What does Dunmore Yard give?", "Dunmore Yard gives oak planks and tar."),),
            "and who works on those?",
            "and who works on those (Dunmore Yard oak planks tar)?",
        ),
        (
            (("Who mended the Heron?", "She did so with tar."),),
            "where was she born?",
            "where was she born (mended Heron)?",
        ),
        (
            (("Why did Ada Holm not become a smith?", "A burn ended that plan."),),
            "Did she ever take it up again?",
            "Did Ada Holm ever take it up again (become smith)?",
        ),
        (
            (("Sum up the ferry meeting", "They met."),),
            "what did they decide about it?",
            "what did they decide about it (ferry meeting)?",
        ),
        (
            (("Unpack the lease of the Heron", "It ends in May."),),
            "when does it end?",
            "when does the Heron end?",
        ),
        (
            (("What is the Kestrel?", "A boat that Ada Holm built."),),
            "where did she study?",
            "where did Ada Holm study?",
        ),
        ((BUILT,), "and if we come late?", "and if we come late (Heron)?"),
        ((BUILT,), "and Kestrel?", "When was the Kestrel built?"),
        ((BUILT,), "What about the Kestrel?", "When was the Kestrel built?"),
        ((BUILT,), "how about the motor ship Kestrel", "When was the motor ship Kestrel built?"),
        ((BUILT,), "Where?", "Where was the Heron built?"),
        ((BUILT,), "and why?", "why was the Heron built?"),
        ((BUILT,), "By whom?", "By whom was the Heron built?"),
        ((BUILT,), "Who built it?", "Who built the Heron?"),
        ((BUILT,), "What is its engine?", "What is the Heron's engine?"),
        ((BUILT,), "Its engine?", "The Heron's engine?"),
        ((BUILT,), "and what did it cost?", "and what did the Heron cost?"),
        ((BUILT,), "Why is that important?", "Why is that important (Heron built)?"),
        ((CAUSES,), "why?", "why is it so: the causes of the wreck?"),
        (
            (BUILT, ("and who paid for the Kestrel?", "Orlova.")),
            "Why?",
            "Why paid for the Kestrel?",
        ),
        ((TIRED,), "how long does that last?", "how long does that last (Dorvex make tired)?"),
        ((SHARED,), "and what did the other one bring?", "and what did Orlova bring?"),
        ((BUILT,), "Where is that ship?", "Where is that ship (Heron)?"),
        ((BUILT, ("And the Kestrel?", "1987.")), "Where?", "Where was the Kestrel built?"),
        ((BUILT, ("shorter", "1908.")), "Where?", "Where was the Heron built?"),
        ((CAPTAIN,), "what about in 1912?", "Who commanded the Heron in 1912?"),
        ((CAPTAIN,), "and in May 1912?", "Who commanded the Heron in May 1912?"),
        ((CAPTAIN,), "When was she born?", "When was Captain Marta Lindqvist born?"),
        ((CAPTAIN,), "And the Kestrel?", "Who commanded the Kestrel in 1921?"),
        ((GAVE,), "And Orlova?", "What did Orlova bring to the venture with Acme?"),
        ((GAVE,), "and the other one?", "What did Orlova bring to the venture with Acme?"),
        ((GAVE,), "and the other side?", "What did Orlova bring to the venture with Acme?"),
        ((GAVE,), "And with Dunmore?", "What did Acme bring to the venture with Dunmore?"),
        ((GAVE,), "And Dunmore?", "What did Dunmore bring to the venture with Orlova?"),
        ((GAVE,), "When did they begin?", "When did they begin (Acme and Orlova)?"),
        ((GAVE,), "Where is that company?", "Where is that company (Acme and Orlova)?"),
        ((SIGNED,), "and with Dunmore?", "Who signed a contract with Dunmore?"),
        ((SIGNED,), "and in 1950?", "Who signed a contract with Orlova in 1950?"),
        ((CAUSES,), "And the consequences?", "What are the consequences of the wreck?"),
        ((CAUSES,), "what about effects?", "What are the effects of the wreck?"),
        ((DEEP,), "and how long?", "how long is Lake Orren?"),
        ((DEEP,), "Where is it?", "Where is Lake Orren?"),
        ((LOWER,), "and a sloop?", "what is a sloop"),
        ((LOWER,), "who invented it?", "who invented it (catamaran)?"),
        ((ALL,), "which one is older?", "which one is older (Heron and Kestrel)?"),
    ],
)
def test_a_follow_up_is_written_out_as_a_question_that_stands_alone(
    history: tuple[tuple[str, str], ...], question: str, read_as: str
) -> None:
    assert resolve(question, turns(*history)) == Resolved(read_as, changed=True)


@pytest.mark.parametrize(
    "question",
    [
        "What is Kymriah?",
        "When was Lake Orren dug?",
        "And when was the Kestrel launched?",
        "Who owns Dunmore Yard?",
        "Who finished the mill?",
        "When did the first mill burn down?",
        "what is photosynthesis",
        "how do bees dance",
        "What are the rules on board?",
        "Which goods does the Kestrel carry?",
        "Does the Kestrel still carry its mail?",
    ],
)
def test_a_question_with_a_subject_of_its_own_takes_nothing_along(question: str) -> None:
    assert resolve(question, turns(BUILT, GAVE)) == Resolved(question)


def test_thanks_before_a_question_of_its_own_are_no_reason_to_look_back() -> None:
    asked = resolve("Thanks. Who owns Dunmore Yard?", turns(BUILT, GAVE))
    assert asked == Resolved("Who owns Dunmore Yard?")


@pytest.mark.parametrize("question", ["And the Kestrel?", "why?", "shorter", "source?"])
def test_without_an_earlier_question_nothing_is_read_into_one(question: str) -> None:
    assert resolve(question, ()) == Resolved(question)
    assert resolve(question, (Turn("assistant", "Welcome."),)) == Resolved(question)


@pytest.mark.parametrize(
    ("wish", "action"),
    [
        ("tell me more", "more"),
        ("More details", "more"),
        ("what else?", "more"),
        ("shorter", "shorter"),
        ("Make it shorter.", "shorter"),
        ("tl;dr", "shorter"),
        ("as a table", "table"),
        ("Can you put that in a table?", "table"),
        ("as a list", "list"),
        ("show it as bullet points", "list"),
        ("source?", "source"),
        ("Where does that come from?", "source"),
        ("says who?", "source"),
        ("are you sure?", "sure"),
        ("Is that true?", "sure"),
    ],
)
def test_a_wish_about_the_answer_is_told_from_a_question(wish: str, action: str) -> None:
    expected = Resolved("When was the Kestrel built?", action, changed=True)
    history = turns(BUILT, ("And the Kestrel?", "In 1987."), ("shorter", "1987."))
    assert resolve(wish, history) == expected


def test_two_phrases_stand_for_the_two_they_are_like() -> None:
    earlier = (Turn("user", "Who led the works in Graz in 1900?"), Turn("assistant", "Ada Quill."))
    assert resolve("and in Linz in 1912?", earlier).text == "Who led the works in Linz in 1912?"


@pytest.mark.parametrize(
    ("answered", "asked", "read"),
    [
        (
            "Orm Works sells stone to Kestrin Bank.",
            "what do the two hope for?",
            "what do Orm Works and Kestrin Bank hope for?",
        ),
        (
            "It was built by Jan Roos and Piet Aal.",
            "when did both of them die?",
            "when did Jan Roos and Piet Aal die?",
        ),
        ("Orm Works sells stone.", "what do the two hope for?", "what do the two hope for?"),
        (
            "Orm Works sells stone to Kestrin Bank.",
            "how deep are the two quarries?",
            "how deep are the two quarries?",
        ),
    ],
)
def test_the_two_are_those_of_the_last_answer(answered: str, asked: str, read: str) -> None:
    history = [Turn("user", "Who deals with whom?"), Turn("assistant", answered)]
    assert resolve(asked, history).text == read


def test_a_name_behind_another_preposition_stands_for_the_name_asked_of() -> None:
    for asked, read in (
        ("how much is it to get into Skerrin Head", "how much is it to get into Gannet Point"),
        ("how much is a ticket to Skerrin Head", "how much is a ticket to Gannet Point"),
    ):
        history = [Turn("user", asked), Turn("assistant", "It costs 6 crowns.")]
        joint = "for" if "into" in asked else "to"
        assert resolve(f"and {joint} Gannet Point?", history).text == read


STORM = ("What happened at the Long Pier in 1953?", "A storm took its roof.")
LOOK = ("Who drew the label for 2001?", "Brodal Works drew it.")
FIRST = ("Who built the first crane?", "Brodal Works and Kestrin Yard built it.")


@pytest.mark.parametrize(
    ("last", "question", "read_as"),
    [
        (STORM, "who mended it?", "who mended the Long Pier (1953)?"),
        (STORM, "when was it built?", "when was the Long Pier built?"),
        (STORM, "who painted it in 1960?", "who painted the Long Pier in 1960?"),
        (LOOK, "and who drew the 1998 one?", "Who drew the label for 1998?"),
        (FIRST, "how did they get on?", "how did Brodal Works and Kestrin Yard get on?"),
        (FIRST, "where is their office?", "where is Brodal Works and Kestrin Yard's office?"),
        (BUILT, "how long is the newer one?", "how long is the newer one (Heron)?"),
    ],
)
def test_a_follow_up_keeps_the_date_and_takes_who_was_told_of(
    last: tuple[str, str], question: str, read_as: str
) -> None:
    assert resolve(question, turns(last)).text == read_as

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.abbreviations import Abbreviation
from assistant.answer import StatementKind
from assistant.candidates import Candidate
from assistant.expressions import find
from assistant.focusing import find_focus
from assistant.question import read_question
from assistant.scoring import Scored
from assistant.selecting import (
    MARGIN,
    MAX_SENTENCES,
    READ_AS_OTHER,
    as_statements,
    repeats,
    select_sentences,
    select_spelled_out,
)
from tests.assistant.passages import passage, read_plainly, scored

WEIR, EELS, OATS, RYE = (
    "The weir broke.",
    "Eels pass below the wheel.",
    "Oats grow on the hill.",
    "Rye is milled in winter.",
)


def chosen(question: str, *ranked: Scored, confidence: float = 0.0) -> list[str]:
    selected = select_sentences(ranked, read_plainly(question), confidence)
    return [s.candidate.text for s in selected]


def test_a_second_sentence_needs_the_margin_and_a_third_half_of_it() -> None:
    best = scored(WEIR, 10.0)
    assert chosen("What broke?", best, scored(EELS, 10.0 - MARGIN)) == [WEIR, EELS]
    assert chosen("What broke?", best, scored(EELS, 9.9 - MARGIN)) == [WEIR]
    near = scored(EELS, 9.9)
    assert chosen("What broke?", best, near, scored(OATS, 10.0 - MARGIN / 2)) == [WEIR, EELS, OATS]
    assert chosen("What broke?", best, near, scored(OATS, 9.9 - MARGIN / 2)) == [WEIR, EELS]


def test_a_sentence_that_is_read_as_no_answer_is_not_added() -> None:
    best, near = scored(WEIR, 10.0), scored(EELS, 9.9)
    unlikely = replace(near, read=READ_AS_OTHER - 0.1)
    assert chosen("What broke?", best, unlikely, scored(OATS, 9.8)) == [WEIR, OATS]
    assert chosen("What broke?", best, replace(near, read=READ_AS_OTHER)) == [WEIR, EELS]
    assert chosen("What broke?", replace(best, read=READ_AS_OTHER - 0.1)) == [WEIR]


def test_a_sure_answer_takes_fewer_sentences() -> None:
    ranked = [scored(WEIR, 10.0), scored(EELS, 10.0 - 0.8 * MARGIN)]
    assert chosen("What broke?", *ranked, confidence=0.5) == [WEIR, EELS]
    assert chosen("What broke?", *ranked, confidence=1.0) == [WEIR]


def test_never_more_than_the_most_and_never_none_of_some() -> None:
    ranked = [scored(text, 10.0) for text in (WEIR, EELS, OATS, RYE)]
    assert chosen("What broke?", *ranked) == [WEIR, EELS, OATS]
    assert len(chosen("What broke?", *ranked)) == MAX_SENTENCES
    assert chosen("What broke?") == []


def test_long_sentences_stand_alone_and_the_best_is_never_cut() -> None:
    long = "Flour " + "and oats " * 40 + "went."
    assert chosen("What broke?", scored(long, 10.0), scored(EELS, 10.0)) == [long]
    assert chosen("What broke?", scored(WEIR, 10.0), scored(long, 10.0)) == [WEIR]


def test_near_duplicates_are_chosen_once() -> None:
    again = "The old weir broke."
    assert chosen("What broke?", scored(WEIR, 10.0), scored(again, 9.9), scored(EELS, 9.8)) == [
        WEIR,
        again,
        EELS,
    ]
    same = "And so the weir broke, and it broke again."
    assert chosen("What broke?", scored(WEIR, 10.0), scored(same, 9.9), scored(EELS, 9.8)) == [
        WEIR,
        EELS,
    ]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The weir broke.", "The weir broke!", True),
        ("Ada sold rye and oats.", "Ada sold rye, oats and flour there.", True),
        ("Ada sold rye.", "Ada sold rye, oats, flour and bran.", False),
        ("The weir broke.", "Eels swim.", False),
        ("It was he.", "It was he.", False),  # no content to compare
    ],
)
def test_sentences_repeat_each_other_by_most_terms_of_the_longer(
    a: str, b: str, expected: bool
) -> None:
    assert repeats(a, b) is expected
    assert repeats(b, a) is expected


def test_a_sentence_with_the_wanted_kind_of_expression_leads_if_it_is_near() -> None:
    dated = "It burnt in 1931."
    assert chosen("When did it burn?", scored(WEIR, 10.0), scored(dated, 7.0))[0] == dated
    assert chosen("When did it burn?", scored(WEIR, 10.0), scored(dated, 9.9 - MARGIN)) == [WEIR]
    assert chosen("Why did it burn?", scored(WEIR, 10.0), scored(dated, 9.0))[0] == WEIR
    known = "Before 1931 Ada came."  # the date is the question's own
    asked = "When did it burn after 1931?"
    assert chosen(asked, scored(WEIR, 10.0), scored(known, 9.0))[0] == WEIR


def test_once_the_wanted_expression_is_given_a_sentence_without_one_adds_nothing() -> None:
    dated, again = "It burnt in 1931.", "Another fire came in June 1940."
    ranked = (scored(dated, 10.0), scored(WEIR, 9.9), scored(again, 9.9))
    assert chosen("When did it burn?", *ranked) == [dated, again]
    assert chosen("Why did it burn?", *ranked)[:2] == [dated, WEIR]


def of_passage(*sentences: str) -> list[Scored]:
    """Candidates of one passage, all with the same score."""
    where = passage(*sentences)
    row = scored("", 0.0).candidate.features
    return [
        Scored(Candidate(where, i, text, sentences[i - 1] if i else "", row), 5.0, {})
        for i, text in enumerate(sentences)
    ]


def kinds(*ranked: Scored) -> list[tuple[StatementKind, str]]:
    statements = as_statements(ranked, read_question("Who mended it?"))
    return [(statement.kind, statement.text) for statement in statements]


def test_a_pronoun_sentence_brings_its_context_in_addition() -> None:
    first, second, third = of_passage("Ada Quill came.", "She mended it.", "Eels came.")
    assert kinds(second) == [("context", "Ada Quill came."), ("sentence", "She mended it.")]
    assert kinds(first, second) == [("sentence", "Ada Quill came."), ("sentence", "She mended it.")]
    assert kinds(second, first) == [("sentence", "She mended it."), ("sentence", "Ada Quill came.")]
    assert kinds(third) == [("sentence", "Eels came.")]


def test_two_pronoun_sentences_bring_no_context_twice() -> None:
    _, second, third = of_passage("Ada Quill came.", "She mended it.", "It held.")
    assert kinds(second, third) == [
        ("context", "Ada Quill came."),
        ("sentence", "She mended it."),
        ("sentence", "It held."),
    ]
    assert kinds(third, second) == [
        ("sentence", "It held."),
        ("context", "Ada Quill came."),
        ("sentence", "She mended it."),
    ]


def test_every_statement_quotes_its_own_sentence_and_only_answers_have_a_focus() -> None:
    _, second = of_passage("Kit Hale came.", "She met Tom Reed.")
    context, answer = as_statements([second], read_question("Who met Ada Quill?"))
    for statement in (context, answer):
        (citation,) = statement.citations
        assert citation.quote == statement.text
        assert (statement.status, statement.support) == ("quoted", 1.0)
    assert context.focus is None
    assert answer.focus == (8, 16)
    assert answer.text[8:16] == "Tom Reed"


@pytest.mark.parametrize(
    ("question", "text", "focus"),
    [
        ("Who met Ada Quill?", "Ada Quill met Tom Reed.", "Tom Reed"),
        ("How many sacks came?", "Ada sold forty sacks.", "forty"),
        ("Where did Ada go?", "Ada went to Port Ellis.", "Port Ellis"),
        ("How much did it cost?", "It cost £30 then.", "£30"),
        ("Why did it break?", "It broke because of ice.", None),
        ("What is a weir?", "A weir is a dam.", None),
        ("When did it break?", "It broke.", None),
        ("When in 1931 did it break?", "It broke in 1931.", None),
    ],
)
def test_the_focus_is_the_first_new_expression_of_the_kind_asked(
    question: str, text: str, focus: str | None
) -> None:
    span = find_focus(text, read_question(question))
    assert (None if span is None else text[slice(*span)].strip()) == focus


@given(
    st.sampled_from(["Who met Ada?", "When did it burn?", "How many came?", "Where is it?"]),
    st.text(alphabet="Ada in 1931 two May.½東é(\n", max_size=50),
)
def test_a_focus_lies_within_the_text_and_is_of_the_kind_asked(question: str, text: str) -> None:
    asked = read_question(question)
    focus = find_focus(text, asked)
    if focus is not None:
        assert 0 <= focus[0] < focus[1] <= len(text)
        assert focus in [(span.start, span.end) for span in find(asked.answer_type, text)]


def test_the_long_form_of_a_short_one_is_found_with_its_place() -> None:
    reading = replace(
        read_plainly("What does FMG stand for?"),
        abbreviations=(Abbreviation("FMG", "Fen Millers Guild"),),
    )
    ranked = [scored(WEIR, 9.0), scored("The Fen Millers Guild (FMG) met.", 5.0)]
    assert select_spelled_out(ranked, reading) == (ranked[1], (4, 21))
    assert select_spelled_out(ranked[:1], reading) is None
    other = replace(reading, question=read_question("Who leads the FMG?"))
    assert select_spelled_out(ranked, other) is None


def test_how_and_why_take_the_sentence_after_the_best_one_too() -> None:
    first, second = scored(WEIR, 10.0, previous=RYE), scored(EELS, 2.0)
    same = first.candidate.passage
    text = replace(
        same.chunk,
        sentences=(
            *same.chunk.sentences,
            replace(same.chunk.sentences[-1]),
        ),
    )
    after = replace(
        second,
        candidate=replace(
            second.candidate,
            passage=replace(same, chunk=text),
            position=first.candidate.position + 1,
            features=scored(EELS, 0.0, names_in_context=1.0).candidate.features,
        ),
    )
    assert chosen("How did it break?", first, after, confidence=1.0) == [WEIR, EELS]
    assert chosen("Who broke it?", first, after, confidence=1.0) == [WEIR]
    stray = replace(after, candidate=replace(after.candidate, features=second.candidate.features))
    assert chosen("How did it break?", first, stray, confidence=1.0) == [WEIR]


def test_a_sentence_that_says_what_a_thing_is_leads_for_a_definition() -> None:
    fares = scored("Leats are becoming rare.", 10.0, defines=1.0)
    says = scored("A leat is a channel to a mill.", 8.0, defines=1.0)
    other = scored("A weir is a dam.", 8.0)
    assert chosen("What is a leat?", fares, other, says)[0] == says.candidate.text
    assert chosen("What is a leat?", fares, other)[0] == fares.candidate.text


def test_the_example_whose_surroundings_say_most_of_the_question_leads() -> None:
    near = scored("For example, Alder Mill shares a barn.", 9.0, context_coverage=0.4)
    told = scored("For example, Weir Mill lends its cart.", 6.0, context_coverage=0.9)
    plain = scored("Mills share tools.", 10.0, context_coverage=1.0)
    assert chosen("Give an example of lending.", plain, near, told)[0] == told.candidate.text


def test_a_name_that_is_said_to_be_one_is_an_example() -> None:
    instance = scored("Weir Mill is an undershot mill.", 6.0)
    talk = scored("An undershot mill is slow.", 10.0)
    assert chosen("an example of an undershot mill", talk, instance)[0] == instance.candidate.text

"""Questions drafted from sentences: words in the order of a question, facts as they stand."""

from __future__ import annotations

import pytest

from assistant.drafting.clause import Clause, Vocabulary, read_clause
from assistant.drafting.counting import count_subjects, count_there
from assistant.drafting.draft import Wording
from assistant.drafting.wording import word_questions

NAMES = "Ada Quay Vik Harbour Guild Low Ness Elias Thorn Marrow Munck Tern Island Orm Paris"
VOCABULARY = Vocabulary(
    frozenset(NAMES.split()),
    frozenset("the pier crane was built tower fuel lamps committee harbour guild board".split()),
)


def worded(sentence: str) -> list[tuple[str, str, tuple[tuple[str, ...], ...]]]:
    clause = read_clause(sentence, VOCABULARY)
    found = list(word_questions(clause, VOCABULARY)) if clause else []
    found += [*count_subjects(sentence, VOCABULARY), *count_there(sentence, VOCABULARY)]
    return [(wording.kind, wording.question, wording.facts) for wording in found]


@pytest.mark.parametrize(
    ("sentence", "kind", "question", "facts"),
    [
        (
            "The crane of Vik was built in 1988 to lift boats.",
            "when",
            "When was the crane of Vik built?",
            (("1988",),),
        ),
        (
            "In 1902, Ada Quay founded the Harbour Guild.",
            "when",
            "When did Ada Quay found the Harbour Guild?",
            (("1902",),),
        ),
        (
            "On 3 May 1961 the Harbour Guild was dissolved.",
            "when",
            "When was the Harbour Guild dissolved?",
            (("3 May 1961", "May 3, 1961"),),
        ),
        (
            "The crane of Vik was built by the engineer Ada Quay.",
            "who",
            "Who built the crane of Vik?",
            (("Ada Quay",),),
        ),
        (
            "The keeper Elias Thorn wrote the book of Low Ness.",
            "who",
            "Who wrote the book of Low Ness?",
            (("Elias Thorn",),),
        ),
        ("Ada Quay was born in Paris in 1851.", "where", "Where was Ada Quay born?", (("Paris",),)),
        (
            "Vik has two piers for guests.",
            "number",
            "How many piers does Vik have for guests?",
            (("two piers", "2 piers"),),
        ),
        (
            "The tower of Low Ness is 41 metres high.",
            "number",
            "How high is the tower of Low Ness?",
            (("41 metres",),),
        ),
        (
            "Elias Thorn kept the lamp of Low Ness for 38 years.",
            "number",
            "For how many years did Elias Thorn keep the lamp of Low Ness?",
            (("38 years",),),
        ),
        (
            "There are 1,200 berths in Vik.",
            "number",
            "How many berths are there in Vik?",
            (("1,200", "1200"),),
        ),
        (
            "In 1466, perhaps 40,000 people died of the plague in Paris.",
            "number",
            "How many people died of the plague in Paris in 1466?",
            (("40,000", "40000"),),
        ),
        (
            "Three fuels were burned at Low Ness: oil, paraffin and gas.",
            "list",
            "Which three fuels were burned at Low Ness?",
            (("oil",), ("paraffin",), ("gas",)),
        ),
        (
            "Low Ness is a lighthouse on the coast of Vik.",
            "definition",
            "What is Low Ness?",
            (("lighthouse",),),
        ),
        (
            "Ada Quay was a Norwegian engineer who built towers.",
            "definition",
            "Who was Ada Quay?",
            (("Norwegian engineer",),),
        ),
        (
            "The length of Tern Island is 12 kilometres.",
            "attribute",
            "What is the length of Tern Island?",
            (("12", "twelve"),),
        ),
        (
            "Marrow is the largest town on Tern Island.",
            "attribute",
            "What is the largest town on Tern Island?",
            (("Marrow",),),
        ),
        (
            "Low Ness was given up because the rocks moved in storms.",
            "why",
            "Why was Low Ness given up?",
            (("the rocks moved in storms",),),
        ),
        (
            "Munck supplied the iron stairs to Low Ness.",
            "what",
            "What did Munck supply to Low Ness?",
            (("iron stairs",),),
        ),
        (
            "The Harbour Guild aims to rebuild the pier.",
            "what",
            "What does the Harbour Guild aim to do?",
            (("rebuild the pier",),),
        ),
    ],
)
def test_a_plain_sentence_gives_its_question(
    sentence: str, kind: str, question: str, facts: tuple[tuple[str, ...], ...]
) -> None:
    assert (kind, question, facts) in worded(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was built in 1988.",  # who is it?
        "The committee was founded in 1988.",  # which one?
        "This pier of Vik was built in 1988.",
        "Was Vik founded in 1988?",
        "The book printed in Vik in 1903 was sold.",  # printed is no finite verb here
        "“Vik was founded in 1988”, he said.",
        "Another pier of Vik was built in 1988.",
        "",
        "1988",
        "Vik " * 300 + ".",
    ],
)
def test_what_does_not_stand_alone_gives_no_question(sentence: str) -> None:
    assert worded(sentence) == []


def test_no_question_gives_its_answer_away() -> None:
    assert [q for _, q, _ in worded("The Vik Guild is a guild.")] == []


def test_a_clause_is_read_without_brackets_openers_and_appositions() -> None:
    sentence = (
        "Later, Ada Quay (1851-1920), an engineer of Vik, founded the Harbour Guild; it grew."
    )
    assert read_clause(sentence, VOCABULARY) == Clause(
        "Ada Quay", "founded", "found", "past", "the Harbour Guild"
    )


def test_a_wording_is_a_value() -> None:
    assert Wording("who", "Who?", (("Ada",),)) == Wording("who", "Who?", (("Ada",),))

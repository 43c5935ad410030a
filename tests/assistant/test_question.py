from __future__ import annotations

import pytest

from assistant.expressions import AnswerType
from assistant.question import answer_type_of, read_question


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("date", "When did the mill burn?"),
        ("date", "when was the weir built"),
        ("date", "What year was the mill sold?"),
        ("date", "In which month do the salmon come?"),
        ("date", "How long ago did the weir break?"),
        ("date", "When?"),
        ("thing", "When the weir breaks, what does the miller open?"),
        ("person", "When the weir breaks, who is called?"),
        ("percent", "What percentage of the flour is rye?"),
        ("percent", "What share of the harvest is oats?"),
        ("money", "How much did the millstone cost?"),
        ("money", "How much was the miller paid?"),
        ("money", "What amount did the guild raise?"),
        ("money", "What is the price of a sack?"),
        ("duration", "How long did the drought last?"),
        ("duration", "How many weeks does the cheese ripen?"),
        ("duration", "For how many seasons was it shut?"),
        ("number", "How many sacks fit in the cart?"),
        ("number", "How much flour does a sack hold?"),
        ("number", "How tall is the chimney?"),
        ("number", "What height does the water reach?"),
        ("person", "Who may open the sluice?"),
        ("person", "By whom was the wheel carved?"),
        ("person", "Which engineer drew the weir?"),
        ("place", "Where did the march end?"),
        ("place", "Which river turns the wheel?"),
        ("place", "What city buys the flour?"),
        ("reason", "Why may the sluice stay shut?"),
        ("reason", "What is the purpose of the hopper?"),
        ("reason", "What caused the fire?"),
        ("manner", "How is the stone dressed?"),
        ("manner", "How do eels pass the weir?"),
        ("example", "Give an example of a tide mill."),
        ("definition", "What is a hopper?"),
        ("definition", "Explain bolting."),
        ("definition", "What does bolting mean?"),
        ("thing", "Which tool may dress a stone?"),
        ("thing", "May visitors march across the weir?"),
        ("thing", "Is the mill open in May?"),
        ("thing", "Name the parts of a wheel."),
    ],
)
def test_the_kind_of_answer_is_told_from_the_wording(kind: AnswerType, text: str) -> None:
    assert read_question(text).answer_type == kind


def test_a_question_is_taken_apart() -> None:
    question = read_question("Which grain did Ada Quill bring to the University of Fen?")
    assert question.terms == ("grain", "ada", "quill", "bring", "universiti", "fen")
    assert question.surfaces["universiti"] == "university"
    assert question.names == {"ada", "quill", "universiti", "fen"}
    assert question.entities == (frozenset({"ada", "quill"}), frozenset({"universiti", "fen"}))
    assert question.asked == {"grain"}
    assert question.subject == {"ada", "quill", "bring"}
    assert question.verb == "bring"
    assert question.bigrams == {
        ("grain", "ada"),
        ("ada", "quill"),
        ("quill", "bring"),
        ("bring", "universiti"),
        ("universiti", "fen"),
    }


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Please tell me exactly what kind of stone it is", ("stone",)),
        ("What happened?", ("happen",)),  # nothing but generic words: they count
        ("mill mills milling", ("mill",)),
        ("", ()),
        ("???", ()),
    ],
)
def test_generic_words_count_only_where_there_is_no_other(
    text: str, terms: tuple[str, ...]
) -> None:
    assert read_question(text).terms == terms


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("What grain does the mill grind?", {"grain"}),
        ("What is the main crop of the valley?", {"crop"}),
        ("Which large city buys it?", set()),  # "large" and "city" need not be repeated
        ("In which countries is it sold?", set()),
        ("Who is the steward of the weir?", {"steward"}),
        ("When did it burn?", set()),
    ],
)
def test_the_noun_that_the_answer_is_one_of_is_known_unless_it_is_generic(
    text: str, asked: set[str]
) -> None:
    assert read_question(text).asked == asked


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("What did Ada Quill plant?", "plant"),
        ("Who mended the sluice?", "mend"),
        ("Who is the steward?", ""),
        ("What did the miller Ada Quill plant?", ""),  # more than a name stands before it
        ("What did the miller of the valley plant?", ""),  # no name tells where the verb begins
    ],
)
def test_the_verb_is_taken_from_behind_a_name_or_who(text: str, verb: str) -> None:
    assert read_question(text).verb == verb


@pytest.mark.parametrize(
    "text", ["I'm told the pier leaks", "It’s OK if the pier leaks", "I don't know: the pier leaks"]
)
def test_a_contraction_is_neither_a_name_nor_a_word_to_be_met(text: str) -> None:
    question = read_question(text)
    assert (question.names, question.terms) == (frozenset(), ("pier", "leak"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What did the man who built the mill say?", "thing"),
        ("What gauge is used to tell how much water is left?", "thing"),
        ("Which tool did he sell, and for how much?", "number"),
        ("Who kept the mill, and when did he leave?", "date"),
        ("In which year did the man who built it die?", "date"),
        ("What is the name of the smith who shod the mare?", "person"),
    ],
)
def test_a_question_word_inside_a_question_asks_for_nothing(text: str, kind: str) -> None:
    assert answer_type_of(text) == kind


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Which mills did Ada Quill have a hand in?", ("mill", "ada", "quill")),
        ("What do these papers say about the weir?", ("weir",)),
        ("everything these pages say Orro took part in", ("orro",)),
        ("Whose hand is on the deed?", ("hand", "deed")),
    ],
)
def test_a_phrase_that_only_says_that_something_is_of_something_is_no_term(
    text: str, terms: tuple[str, ...]
) -> None:
    assert read_question(text).terms == terms

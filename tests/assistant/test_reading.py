from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.abbreviations import Abbreviation
from assistant.reading import Reading, learn, names_apart, read
from index.index import Index
from tests.assistant.passages import found, passage, read_plainly


def learnt(question: str, *texts: str) -> Reading:
    return learn(read_plainly(question), found(*(passage(text) for text in texts)))


@pytest.mark.parametrize(
    "question",
    ["What do honey bees make?", "Who leads the Zorblax colony in 1931?", "hive hive hive", ""],
)
def test_every_term_has_a_weight_in_0_to_1(question: str, apiary: Index) -> None:
    reading = read(question, apiary)
    assert tuple(reading.weights) == reading.question.terms
    assert all(0.0 <= weight <= 1.0 for weight in reading.weights.values())


def test_a_rare_word_weighs_more_than_a_common_one_and_an_unknown_one_most(apiary: Index) -> None:
    reading = read("Do honey bees fear the varroa and the zorblax?", apiary)
    weights = reading.weights
    assert weights["honey"] < weights["varroa"] < weights["zorblax"]
    assert weights["zorblax"] == 1.0
    assert reading.unknown == {"fear", "zorblax"}


def test_of_two_words_alike_in_the_corpus_the_one_rarer_in_general_weighs_more(
    apiary: Index,
) -> None:
    assert apiary.frequency("beetl") == apiary.frequency("seen") == 1
    weights = read("Was the beetle seen?", apiary).weights
    assert weights["seen"] < weights["beetl"]


def test_a_misspelt_word_is_read_as_the_corpus_writes_it_and_a_note_says_so(apiary: Index) -> None:
    reading = read("Who treats hives against the varoa?", apiary)
    assert reading.query == "Who treats hives against the varroa?"
    assert "varroa" in reading.question.terms
    assert len(reading.notes) == 1
    assert read("Who treats hives?", apiary).notes == ()


def test_a_common_word_that_opens_a_question_is_no_name(apiary: Index) -> None:
    assert read("Name a tool of the beekeeper", apiary).question.names == frozenset()
    assert read("Tell Ada Quill of wax", apiary).question.names == {"ada", "quill"}
    assert read("Varroa mites suck what?", apiary).question.names == {"varroa"}
    assert read("Is Wax kept?", apiary).question.names == {
        "wax"
    }  # the first term, not the first word


def test_a_word_is_a_name_where_the_passages_write_it_so_within_a_sentence() -> None:
    reading = learnt("did ada quill see the weir", "There Ada Quill stood at the weir.")
    assert reading.question.names == {"ada", "quill"}
    assert reading.question.entities == (frozenset({"ada", "quill"}),)


@pytest.mark.parametrize(
    "text",
    [
        "Weir gates leak.",  # opens the text
        "It rained. Weir gates leak.",
        "- Weir gates leak.",
        "# Weir gates",
        "| Weir | gates |",
        "“Weir gates leak,” he said.",
        "The Weir leaks; the weir gates too.",  # and without a capital elsewhere
    ],
)
def test_a_capital_that_only_opens_a_sentence_makes_no_name(text: str) -> None:
    assert learnt("who owns the weir", text).question.names == frozenset()


def test_names_already_known_are_kept_and_not_doubled() -> None:
    reading = learnt("Did Ada see kit?", "Then Ada saw Kit.")
    assert reading.question.names == {"ada", "kit"}
    assert reading.question.entities == (frozenset({"ada"}), frozenset({"kit"}))


def test_words_apart_in_the_question_are_names_apart() -> None:
    reading = learnt("did ada meet kit reed", "There Ada saw Kit and Mr Reed.")
    assert reading.question.entities == (frozenset({"ada"}), frozenset({"kit", "reed"}))


def test_short_and_long_forms_stand_for_each_other_where_a_passage_spells_one_out() -> None:
    reading = learnt("Who leads the FMG?", "The Fen Millers Guild (FMG) met.")
    assert reading.abbreviations == (Abbreviation("FMG", "Fen Millers Guild"),)
    long = frozenset({"fen", "miller", "guild"})
    assert reading.expand(frozenset({"fmg", "met"})) == long | {"fmg", "met"}
    assert reading.expand(long) == long | {"fmg"}
    assert reading.expand(frozenset({"guild"})) == {"guild"}
    assert learnt("Who leads it?", "The Fen Millers Guild (FMG) met.").abbreviations == ()


@pytest.mark.parametrize(
    ("question", "passages", "expected"),
    [
        ("Did Ada meet Tom?", ["Ada met Tom."], 0.0),
        ("Did Ada meet Tom?", ["Ada fished.", "Tom slept."], 0.5),
        ("Did Ada meet Tom and Kit?", ["Ada met Tom.", "Kit slept."], 1 / 3),
        ("Did Ada meet Tom?", ["It rained."], 1.0),
        ("Did Ada fish?", ["It rained."], 0.0),  # one name is never apart
        ("Did Ada see B52?", ["Ada fished."], 0.5),
        ("Did Ada sell to 3M?", ["Ada fished."], 0.0),  # a number is no name
    ],
)
def test_names_apart_is_the_share_of_names_missing_from_the_fullest_passage(
    question: str, passages: list[str], expected: float
) -> None:
    result = found(*(passage(text) for text in passages))
    assert names_apart(read_plainly(question), result) == pytest.approx(expected)


def test_a_title_or_heading_brings_its_name_along_and_unknown_names_do_not_count() -> None:
    reading = read_plainly("Did Ada meet Tom?")
    assert names_apart(reading, found(passage("Tom slept.", title="Ada"))) == 0.0
    assert names_apart(reading, found(passage("Tom slept.", heading=("On Ada",)))) == 0.0
    unknown = replace(reading, unknown=frozenset({"ada"}))
    assert names_apart(unknown, found(passage("Tom slept."))) == 0.0


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Where was she heading?", set()),
        ("Where does the head of the crew live?", set()),
        ("Where is skerrin head?", {"skerrin", "head"}),
        ("What did sky film?", {"sky"}),
    ],
)
def test_a_common_word_is_no_name_for_being_part_of_longer_ones(
    apiary: Index, question: str, names: set[str]
) -> None:
    reading = replace(read_plainly(question), common=read(question, apiary).common)
    learnt = learn(reading, found(passage("We left for Skerrin Head, where Sky had a camera.")))
    assert learnt.question.names == names


def test_a_word_in_lower_case_is_a_name_though_another_form_is_written_small() -> None:
    assert learnt("where is gannet?", "We saw gannets near Gannet Point.").question.names == {
        "gannet"
    }

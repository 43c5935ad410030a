"""Small things a reader stumbles over, each over recipes, a handbook, a log or an article."""

from __future__ import annotations

from assistant.answer import Turn
from assistant.antecedents import find_antecedent
from assistant.assistant import Assistant
from assistant.question import read_question


def test_the_s_of_a_decade_is_no_word_of_a_question(scratch: Assistant) -> None:
    assert read_question("How many were there in the 70's?").terms == ("70",)
    answer = scratch.ask("How many martens were there in the 70's?")
    assert answer.statements[0].text == "In the 70's there were fewer than 200 of them."


def test_two_names_occur_and_one_occurs(scratch: Assistant) -> None:
    answer = scratch.ask("How many crowns did Dunlin Civil pay Sorrel Works?")
    assert not any("“Sorrel Works” occurs in" in s.text for s in answer.statements)


def test_a_number_word_is_no_person() -> None:
    assert find_antecedent("He will write to them.", ["Eleven members came."], "Minutes") is None


def test_a_name_goes_on_as_far_as_the_heading_writes_it() -> None:
    found = find_antecedent("It begins in May.", ["Parental leave lasts a year."], "Parental leave")
    assert found is not None
    assert found.span.cut("Parental leave lasts a year.") == "Parental leave"


def test_all_that_stands_below_a_heading_is_about_it(scratch: Assistant) -> None:
    answer = scratch.ask("what does the text say about sick leave?")
    assert (answer.outcome, answer.shape) == ("answered", "groups")
    assert [s.text for s in answer.statements] == [
        "sick leave: 2 sentences, one subject.",
        "Anyone who is ill calls the team lead before 9:30.",
        "A doctor's certificate is needed from the third day on.",
    ]


def test_a_summary_quotes_neither_the_authors_line_nor_a_date_alone(scratch: Assistant) -> None:
    for question in ("Summarise handbook.md", "Summarise project-log.txt"):
        answer = scratch.ask(question)
        told = [s.text for s in answer.statements if s.kind == "sentence"]
        assert answer.shape == "extract"
        assert len(told) > 3
        assert all(text.endswith(".") and len(text.split()) > 3 for text in told)
        assert "By Lena Ostrow, people office" not in told


def test_a_document_is_found_by_the_kind_that_its_title_ends_in(scratch: Assistant) -> None:
    answer = scratch.ask("Could you give me an outline of the handbook, please?")
    assert (answer.outcome, answer.shape) == ("answered", "extract")
    assert answer.text.startswith("“Tarnfield Instruments employee handbook”: ")


def test_a_bare_why_after_a_list_is_not_answered_with_the_list(scratch: Assistant) -> None:
    asked = "What are the threats to martens?"
    history = (Turn("user", asked), Turn("assistant", scratch.ask(asked).text))
    answer = scratch.ask("Why?", history)
    assert (answer.outcome, answer.shape) == ("not_answered", "sentence")
    assert answer.notes == ("Read as: why is it so: the threats to martens?",)


def test_a_wish_in_the_question_is_granted(scratch: Assistant) -> None:
    asked = "Could you tell me about Yara Holm, in one sentence please?"
    assert len(scratch.ask(asked).statements) == 1
    table = scratch.ask("Who is Asha Rao? As a table, please.")
    assert (table.shape, {s.kind for s in table.statements}) == ("table", {"row"})


def test_several_are_asked_for_by_number(scratch: Assistant) -> None:
    answer = scratch.ask("name three threats to the martens")
    assert answer.shape == "list"
    assert len([s for s in answer.statements if s.kind == "item"]) == 3

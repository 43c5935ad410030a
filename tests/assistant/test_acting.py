"""Wishes about the last answer, acted on."""

from __future__ import annotations

from assistant.answer import Answer, Turn
from assistant.assistant import Assistant

ASKED = "What did Brodal Works gain from Kestrin Bank, and what Kestrin Bank?"
WHO = "Who gained more from the venture, Brodal Works or Kestrin Bank?"
LENT = "Who lent a crane to the Zoë Foundry?"


def after(quarry: Assistant, question: str, wish: str) -> Answer:
    first = quarry.ask(question)
    return quarry.ask(wish, (Turn("user", question), Turn("assistant", first.text)))


def test_shorter_is_the_first_sentence_alone(quarry: Assistant) -> None:
    question = "What were the reasons for the rise of Ormstad?"
    answer = after(quarry, question, "shorter")
    first = quarry.ask(question).statements[1]
    assert answer.statements == (first,)
    assert answer.notes == (f"Read as: {question}",)


def test_as_a_table_sets_two_names_of_the_question_side_by_side(quarry: Assistant) -> None:
    answer = after(quarry, WHO, "as a table")
    assert answer.shape == "table"
    assert [(s.kind, s.label) for s in answer.statements] == [
        ("row", "Brodal Works"),
        ("row", "Kestrin Bank"),
    ]


def test_as_a_list_keeps_what_was_quoted(quarry: Assistant) -> None:
    before = quarry.ask(LENT)
    answer = after(quarry, LENT, "as a list")
    assert answer.shape == "list"
    assert [s.text for s in answer.statements] == [s.text for s in before.statements]
    assert {s.kind for s in answer.statements} == {"item"}


def test_the_source_is_the_same_answer_with_the_number_of_its_quotes(quarry: Assistant) -> None:
    before = quarry.ask(LENT)
    for wish in ("source?", "are you sure?"):
        head, *rest = after(quarry, LENT, wish).statements
        n = len(before.statements)
        noun = "sentence" if n == 1 else "sentences"
        assert head.text == f"The answer is quoted from {n} {noun}, cited below."
        assert tuple(rest) == before.statements


def test_more_adds_the_rest_of_the_passage_and_repeats_nothing(quarry: Assistant) -> None:
    before = quarry.ask(LENT)
    answer = after(quarry, LENT, "tell me more")
    assert answer.statements[: len(before.statements)] == before.statements
    texts = [s.text for s in answer.statements]
    assert "The Zoë Foundry cast new wheels for Brodal Works." in texts
    assert len(texts) == len(set(texts))


def test_a_refusal_stays_a_refusal(quarry: Assistant) -> None:
    question = "Tell me about Bishop Works"
    answer = after(quarry, question, "as a table")
    assert (answer.outcome, answer.text) == ("not_covered", quarry.ask(question).text)

"""Refusals: the right kind, and no more said than can be recounted."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant

NO_SUM = "none of which holds a sum of money"
NONE_OF_TWO = ", or a close spelling, occurs in none of 2 documents."


@pytest.mark.parametrize(
    ("question", "outcome", "first"),
    [
        (
            "Who owns Café Zürich?",
            "not_covered",
            f"I did not find this: “Café Zürich”{NONE_OF_TWO}",
        ),
        (
            "Who mended Sanofi's cranes?",
            "not_covered",
            f"I did not find this: “Sanofi”{NONE_OF_TWO}",
        ),
        (
            "What is a slate quorum?",
            "not_covered",
            f"I did not find this: “quorum”{NONE_OF_TWO}",
        ),
        ("regeneron wages?", "not_covered", f"I did not find this: “regeneron”{NONE_OF_TWO}"),
        (
            "Which planet is nearest to our moon?",
            "not_covered",
            "I did not find anything about this in the 2 documents.",
        ),
        (
            "How much money did the OMRF pay?",
            "not_answered",
            f"I did not find this: “OMRF” occurs in 2 sentences, {NO_SUM}.",
        ),
    ],
)
def test_what_was_not_found_is_said_and_nothing_more(
    quarry: Assistant, question: str, outcome: str, first: str
) -> None:
    answer = quarry.ask(question)
    assert (answer.outcome, answer.statements[0].text) == (outcome, first)
    assert {statement.kind for statement in answer.statements} == {"frame"}
    assert answer.confidence < quarry.threshold


def test_the_closest_place_is_cited_where_something_is_about_the_question(
    quarry: Assistant,
) -> None:
    answer = quarry.ask("How much money did the OMRF pay?")
    assert answer.statements[1].text == "The closest passage is in “ventures”."
    assert ["OMRF" in cited.quote for cited in answer.citations] == [True]


def test_where_no_document_is_in_view_that_is_said(quarry: Assistant) -> None:
    answer = quarry.ask("Who owns the quarry?", where={"document": "none.txt"})
    assert (answer.outcome, answer.text) == (
        "not_covered",
        "There is no document here to answer from.",
    )


def test_documents_out_of_view_are_not_counted(quarry: Assistant) -> None:
    answer = quarry.ask("Who owns Café Zürich?", where={"document": "ventures.txt"})
    assert answer.text == (
        "I did not find this: “Café Zürich”, or a close spelling, does not occur in the document."
    )


def test_with_nothing_in_view_nothing_is_covered(quarry: Assistant) -> None:
    for question in ("Who lent a crane to the Zoë Foundry?", "Tell me about Brodal Works."):
        answer = quarry.ask(question, where={"document": "none"})
        assert (answer.outcome, answer.passages, answer.citations) == ("not_covered", (), ())

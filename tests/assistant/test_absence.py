"""Refusals that can be checked: what is described, and what no sentence about it holds."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant

NO_CEO = "no sentence that names Tarn Metals holds the word “CEO” in any form"
PARTNERSHIP = (
    "For instance, the partnership of Harrowgate Foundry and Tarn Metals gave the town a cheaper"
    " bronze."
)


@pytest.mark.parametrize(
    ("question", "said", "quotes"),
    [
        (
            "When was Clara Venn born?",
            "Clara Venn is described, and no sentence that names Clara Venn holds a date.",
            ["Clara Venn tuned the great bell of Saint Oda."],
        ),
        (
            "CEO of Tarn Metals",
            f"Tarn Metals is described, and {NO_CEO}.",
            [PARTNERSHIP],
        ),
        (
            "When did Tarn Metals meet Josef Lind?",
            "Tarn Metals is described, and so is Josef Lind, and no sentence names both.",
            [
                PARTNERSHIP,
                "Clara Venn later kept the tower clock together with Josef Lind.",
            ],
        ),
    ],
)
def test_a_refusal_says_what_is_described_and_what_is_not_said_of_it(
    foundry: Assistant, question: str, said: str, quotes: list[str]
) -> None:
    answer = foundry.ask(question)
    assert answer.outcome == "not_answered"
    first = answer.statements[0]
    assert (first.kind, first.text) == ("frame", f"I did not find this: {said}")
    assert [citation.quote for citation in first.citations] == quotes


def test_nothing_is_claimed_that_a_sentence_gainsays(foundry: Assistant) -> None:
    answer = foundry.ask("When did Josef Lind move to Paris?")
    assert all("holds a date" not in s.text for s in answer.statements)


def test_a_year_is_a_number_and_no_number_is_said_to_be_missing_beside_it(
    foundry: Assistant,
) -> None:
    answer = foundry.ask("How old was Josef Lind when he died?")
    assert answer.outcome == "not_answered"
    assert all("holds a number" not in s.text for s in answer.statements)


def test_what_is_out_of_view_is_not_claimed_about(foundry: Assistant) -> None:
    answer = foundry.ask("When did Josef Lind marry?", where={"document": "bells.md"})
    assert all("2 documents" not in s.text for s in answer.statements)

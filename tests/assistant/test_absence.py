"""Refusals that can be checked: where a name occurs, and what no sentence with it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant

NO_CEO = "which does not hold the word “CEO” in any form"
PARTNERSHIP = (
    "For instance, the partnership of Harrowgate Foundry and Tarn Metals gave the town a cheaper"
    " bronze."
)


@pytest.mark.parametrize(
    ("question", "said", "quotes"),
    [
        (
            "When was Clara Venn born?",
            "“Clara Venn” occurs in 2 sentences, none of which holds a date.",
            ["Clara Venn tuned the great bell of Saint Oda."],
        ),
        (
            "CEO of Tarn Metals",
            f"“Tarn Metals” occurs in 1 sentence, {NO_CEO}.",
            [PARTNERSHIP],
        ),
        (
            "When did Tarn Metals meet Josef Lind?",
            "“Tarn Metals” occurs in 1 sentence, “Josef Lind” in 3, and no sentence holds both.",
            [
                PARTNERSHIP,
                "Clara Venn later kept the tower clock together with Josef Lind.",
            ],
        ),
    ],
)
def test_a_refusal_counts_where_a_name_occurs_and_says_what_is_not_said_there(
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


def test_a_common_word_within_a_longer_name_or_opening_a_sentence_is_no_name(
    tmp_path: Path,
) -> None:
    text = """# Ferries

Captain Sorrel ran the ferry from Market Square to Denmark in fog.
The captain was paid in eels. Square boxes held them.
"""
    (tmp_path / "ferries.md").write_text(text, encoding="utf-8")
    assistant = Assistant.open(tmp_path / "ferries.md", tmp_path / "index")
    told = [
        assistant.ask(q).text
        for q in ("When was the Captain born?", "When was Square built?", "When did Denmark join?")
    ]
    assert ["occurs" in text for text in told] == [False, False, True]
    assert told[2].startswith(
        "I did not find this: “Denmark” occurs in 1 sentence, which does not hold a date."
    )

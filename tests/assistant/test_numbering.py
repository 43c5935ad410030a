"""How many of something: numbers that count other things are no answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.numbering import is_counted

TEXT = """# The chamber of Sarnfeld

Members of the chamber must be over the age of 25 and must own a house in the town.
The chamber sits in the old salt store, a hall of four bays. Three clerks write its minutes.
Each committee reports twice a year. The chamber has six committees.

| Session | Petitions | Days |
|---|---|---|
| Spring | 41 | 12 |
| Autumn | 38 | 9 |
"""


@pytest.fixture(scope="module")
def chamber(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("chamber")
    (folder / "documents").mkdir()
    (folder / "documents" / "chamber.md").write_text(TEXT, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


@pytest.mark.parametrize(
    ("text", "noun", "around", "is_so"),
    [
        ("Three clerks write its minutes.", "clerk", "", True),
        ("Clerks: 3", "clerk", "", True),
        ("There were the 120 oldest surviving clerks.", "clerk", "", True),
        ("There are 14.", "clerk", "The clerks of the chamber", True),
        ("There are 14 of them.", "clerk", "The clerks of the chamber", True),
        ("There are 14.", "clerk", "The bays of the hall", False),
        ("Clerks must be over the age of 25 and own a house.", "clerk", "", False),
        ("Its clerks keep four bays free.", "clerk", "The clerks", False),
        ("Spring | 41 | 12", "petit", "Session Petitions Days", True),
        ("Spring | 41 | 12", "clerk", "Session Petitions Days", False),
    ],
)
def test_a_number_counts_what_stands_by_it(text: str, noun: str, around: str, is_so: bool) -> None:
    assert is_counted(text, {noun}, around) is is_so


def test_a_number_of_something_else_is_no_answer(chamber: Assistant) -> None:
    answer = chamber.ask("How many windows does the hall of the chamber of Sarnfeld have?")
    assert (answer.outcome, [s.kind for s in answer.statements]) == (
        "not_answered",
        ["frame", "frame"],
    )
    answer = chamber.ask("How many committees does the chamber of Sarnfeld have?")
    assert answer.outcome == "answered"
    assert "The chamber has six committees." in answer.text


def test_of_two_questions_without_an_answer_neither_is_met_by_the_words_of_both(
    chamber: Assistant,
) -> None:
    asked = "When was the chamber of Sarnfeld founded and when was it closed?"
    assert chamber.ask(asked).outcome == "not_answered"


def test_persons_are_counted_by_another_name_of_theirs(tmp_path: Path) -> None:
    text = "# The raft\n\nThe raft of Sarn carried 31 people and two goats across the lake.\n"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "raft.md").write_text(text, encoding="utf-8")
    raft = Assistant.open(tmp_path / "in", tmp_path / "index")
    told = [raft.ask(f"How many {what} did the raft carry?") for what in ("passengers", "horses")]
    assert [answer.outcome for answer in told] == ["answered", "not_answered"]
    assert "31 people" in told[0].text

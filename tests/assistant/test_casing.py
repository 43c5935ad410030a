"""Questions typed without capitals, read with those of the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.casing import with_capitals
from assistant.view import View

FERRIES = """# Ferries

A ticket to Orm Island costs 4 crowns. The ferry to Gull Skerry is free.

The captain of the Orm Island ferry is Ada Lind. In May the ferry may stay in port.

Both Orm Island and Gull Skerry have a landing stage of oak.
"""


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("ferries")
    (folder / "ferries.md").write_text(FERRIES, "utf-8")
    return Assistant.open(folder, folder / "index")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("who is ada lind", "who is Ada Lind"),
        ("ferry to gull skerry?", "ferry to Gull Skerry?"),
        ("may the ferry stop in may", "may the ferry stop in may"),
        ("Who is ada lind", "Who is ada lind"),
        ("who is ADA lind", "who is ADA lind"),
        ("what is an oak landing stage", "what is an oak landing stage"),
        ("", ""),
    ],
)
def test_names_get_the_capitals_that_the_documents_never_leave_out(
    ferries: Assistant, typed: str, read: str
) -> None:
    assert with_capitals(typed, View(ferries.index)) == read


def test_a_follow_up_in_lower_case_names_what_is_asked_instead(ferries: Assistant) -> None:
    history = [
        Turn("user", "how much is a ticket to orm island"),
        Turn("assistant", "A ticket to Orm Island costs 4 crowns."),
    ]
    answer = ferries.ask("and to gull skerry?", history)
    assert answer.query == "how much is a ticket to Gull Skerry"

"""An earlier question asked of something else, and how such a question is told to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import Turn
from assistant.assistant import Assistant

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = {
    "upper.md": """# The upper mill

The wheel was set going on 4 May 1803.

The upper mill was sold in 1911, the first of the two mills to change hands.

It was roofed with slate.
""",
    "lower.md": """# The lower mill

The wheel of the lower mill was set going on 9 June 1788.

The lower mill was sold in 1930.

Its pond was drained by Osk Brothers.
""",
    "pay.md": """# Pay in 1890

| Rank | Crowns a month |
|---|---|
| Head miller | 40 |
| Second miller | 28 |
""",
}
WHEEL = (
    Turn("user", "When did the lower mill turn for the first time?"),
    Turn("assistant", "The wheel of the lower mill was set going on 9 June 1788."),
)


@pytest.fixture(scope="module")
def mills(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("mills")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Assistant.open(folder, tmp_path_factory.mktemp("index") / "index")


def test_what_is_said_like_the_last_answer_answers_for_the_other_thing(mills: Assistant) -> None:
    answer = mills.ask("and the upper mill?", WHEEL)
    assert [s.text for s in answer.statements] == ["The wheel was set going on 4 May 1803."]
    assert answer.notes == ("Read as: When did the upper mill turn for the first time?",)


def test_what_leans_on_a_question_is_told_with_that_question(mills: Assistant) -> None:
    history = (
        Turn("user", "Who drained the ponds and roofed the mills?"),
        Turn("assistant", "Its pond was drained by Osk Brothers."),
    )
    notes = mills.ask("How much was that?", history).notes
    assert notes == ("Read together with: Who drained the ponds and roofed the mills?",)

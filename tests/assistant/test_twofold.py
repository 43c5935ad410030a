"""Two questions in one: each is answered, and what is not found is named."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.twofold import parts_of

MILL = """# The windmill of Osk

The windmill of Osk was built by the mason Greta Lind in 1846.
It stands on the Varn dyke, because the wind is steady there.
The miller grinds barley on Fridays. He will ask visitors for a coin.

## Rooms

| Room | Steps | Key holder |
|---|---|---|
| Cap | 61 | Ivo Tarn |
| Stone floor | 34 | Una Hale |
"""


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("mill")
    (folder / "mill.md").write_text(MILL, encoding="utf-8")
    return Assistant.open(folder / "mill.md", folder / "index")


BUILT = "The windmill of Osk was built by the mason Greta Lind in 1846."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When was the windmill of Osk built and who built it?", [BUILT]),
        ("Who built the windmill of Osk, and when?", [BUILT]),
        (
            "When does the miller grind barley and what will he ask for?",
            ["The miller grinds barley on Fridays.", "He will ask visitors for a coin."],
        ),
        (
            "Who built the windmill of Osk and what did it cost?",
            [BUILT, "I did not find an answer to this part: “what did it cost”."],
        ),
        (
            "How many steps has the cap and who is the key holder of the stone floor?",
            [
                "[Room] Cap | [Steps] 61 ...",
                "[Room] Stone floor ... [Key holder] Una Hale",
            ],
        ),
    ],
)
def test_both_parts_are_answered_and_what_is_missing_is_named(
    mill: Assistant, question: str, told: list[str]
) -> None:
    answer = mill.ask(question)
    assert answer.outcome == "answered"
    assert [s.text for s in answer.statements if s.kind != "context"] == told


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("When was it opened, and by whom?", ()),
        ("Where is it? Who owns it?", ("Where is it", "Who owns it")),
        ("What is rye and why does it keep?", ("What is rye", "why does it keep")),
        (
            "When and why was the dyke raised?",
            ("When was the dyke raised", "why was the dyke raised"),
        ),
        ("Who built the mill and the dyke?", ()),
        ("Does it say who came and when?", ()),
        ("What are salt and rye?", ()),
        ("Which mill and which dyke were sold?", ()),
    ],
)
def test_only_two_questions_are_taken_apart(question: str, parts: tuple[str, ...]) -> None:
    assert parts_of(question) == parts


def test_a_row_that_the_question_quotes_is_shown_whole(mill: Assistant) -> None:
    (row,) = mill.ask("Which room has 61 steps?").statements[:1]
    assert row.text == "[Room] Cap | [Steps] 61 | [Key holder] Ivo Tarn"


def test_headers_of_a_row_are_nobody_and_the_whole_cell_is_in_focus(mill: Assistant) -> None:
    (row,) = mill.ask("Who is the key holder of the cap?").statements[:1]
    assert row.focus is not None
    assert row.text[slice(*row.focus)] == "Ivo Tarn"

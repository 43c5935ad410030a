"""How something is done: all steps, in order, none from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.instructing import task_of

MANUAL = """# Loom manual

The loom was given by the Osk guild in 1931. Never oil the reed.

## How to warp the loom

You need a ball of linen. Work slowly.

1. Tie the warp to the back beam.
2. Thread each heddle. Count twice.
3. Wind on with even tension.

A second pair of hands helps.

4. Tie the ends to the front beam.

## Oiling

Oil keeps the treadles quiet. To oil the treadles, proceed as follows:

- Lift the treadle bar.
- Put one drop on each hinge.

Spare parts:

- a heddle hook
- a spare reed

## Unwarping the loom

Cut the ends near the front beam. Unwind the back beam by hand. Then brush the reed.
"""
RECIPE = """# Barley broth

## Ingredients

- a cup of barley
- two leeks

## Method

1. Soak the barley overnight.
2. Boil it with the leeks for an hour.
"""
NOTES = """Setting the alarm
1. Press the red key
2. Turn the dial to the hour
Battery
The battery lasts a year.
"""


@pytest.fixture(scope="module")
def manuals(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("manuals")
    (folder / "documents").mkdir()
    texts = {"loom.md": MANUAL, "broth.md": RECIPE, "alarm.txt": NOTES}
    for name, text in texts.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


WARPING = [
    "Steps under “How to warp the loom”: 4, in order.",
    "Tie the warp to the back beam.",
    "Thread each heddle. Count twice.",
    "Wind on with even tension.",
    "Tie the ends to the front beam.",
]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How do I warp the loom?", WARPING),
        ("what are the steps for warping a loom?", WARPING),
        ("How is the loom warped?", WARPING),
        (
            "how to oil the treadles",
            [
                "Points under “Oiling”: 2, in order.",
                "Lift the treadle bar.",
                "Put one drop on each hinge.",
            ],
        ),
        (
            "How do you make barley broth?",
            [
                "Steps under “Method”: 2, in order.",
                "Soak the barley overnight.",
                "Boil it with the leeks for an hour.",
            ],
        ),
        (
            "How is barley broth made?",
            [
                "Steps under “Method”: 2, in order.",
                "Soak the barley overnight.",
                "Boil it with the leeks for an hour.",
            ],
        ),
        (
            "What do I need for the broth?",
            ["Points under “Ingredients”: 2, in order.", "a cup of barley", "two leeks"],
        ),
        (
            "ingredients for barley broth",
            ["Points under “Ingredients”: 2, in order.", "a cup of barley", "two leeks"],
        ),
        (
            "How do I set the alarm?",
            [
                "Steps under “alarm”: 2, in order.",
                "Press the red key",
                "Turn the dial to the hour",
            ],
        ),
        (
            "How do I unwarp the loom?",
            [
                "Points under “Unwarping the loom”: 3, in order.",
                "Cut the ends near the front beam.",
                "Unwind the back beam by hand.",
                "Then brush the reed.",
            ],
        ),
    ],
)
def test_all_steps_stand_in_order_and_none_from_elsewhere(
    manuals: Assistant, question: str, told: list[str]
) -> None:
    answer = manuals.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "list")
    assert [s.text for s in answer.statements] == told


@pytest.mark.parametrize(
    "question",
    ["How do I oil the reed?", "How did the guild get the loom?", "How old is the loom?"],
)
def test_steps_for_something_else_are_not_given(manuals: Assistant, question: str) -> None:
    assert manuals.ask(question).shape == "sentence"


def test_only_a_question_for_the_doing_has_a_task() -> None:
    asked = ("How long does it take?", "How did they build it?", "Who knows how to weave?")
    assert [task_of(question) for question in asked] == ["", "", ""]


@pytest.mark.parametrize(
    "question", ["How do I wax a sledge?", "list every step of waxing a sledge"]
)
def test_a_title_names_the_steps_below_it(tmp_path: Path, question: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "sledge.md").write_text(
        "# How to wax a sledge\n\nWear gloves.\n\n1. Dry the runners.\n2. Melt the wax. Stir"
        " it.\n3. Rub it in.\n\nA sledge lasts for years.\n",
        encoding="utf-8",
    )
    answer = Assistant.open(tmp_path / "in", tmp_path / "index").ask(question)
    assert [s.text for s in answer.statements] == [
        "Steps under “How to wax a sledge”: 3, in order.",
        "Dry the runners.",
        "Melt the wax. Stir it.",
        "Rub it in.",
    ]

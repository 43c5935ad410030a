"""Examples of something are the names that sentences say to be one."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant

GUILDS = """# Guilds of the coast

An alliance needs a charter. Alliances of the coast are old.

## Alliances

The alliance of Varn and Low Osk kept the sea wall for ninety years.
In a bad year the alliance paid for seed.
The alliance between the Salters and the Coopers ended in 1790.
The alliance of Varn and Low Osk met in May.

## Mutual aid

The Widows' Chest is a good example of how guilds helped each other.
The Oar Fund was another case of it.

## Boats

The Heron is a flat-bottomed ferry. The Otter was a ferry of the old kind.
"""


@pytest.fixture(scope="module")
def guilds(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("guilds")
    (folder / "guilds.md").write_text(GUILDS, encoding="utf-8")
    return Assistant.open(folder / "guilds.md", folder / "index")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Give me examples of alliances",
            [
                "Examples named: 2.",
                "The alliance of Varn and Low Osk kept the sea wall for ninety years.",
                "The alliance between the Salters and the Coopers ended in 1790.",
            ],
        ),
        (
            "examples of mutual aid",
            [
                "Examples named: 2.",
                "The Widows' Chest is a good example of how guilds helped each other.",
                "The Oar Fund was another case of it.",
            ],
        ),
        (
            "What are examples of ferries?",
            [
                "Examples named: 2.",
                "The Heron is a flat-bottomed ferry.",
                "The Otter was a ferry of the old kind.",
            ],
        ),
    ],
)
def test_each_name_that_is_said_to_be_one_is_listed_once(
    guilds: Assistant, question: str, told: list[str]
) -> None:
    answer = guilds.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "list")
    assert [s.text for s in answer.statements] == told


def test_so_many_are_shown_as_are_asked_for(guilds: Assistant) -> None:
    answer = guilds.ask("two examples of alliances of the coast")
    assert len([s for s in answer.statements if s.kind == "item"]) <= 2

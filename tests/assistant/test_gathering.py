"""Lists from headings, announcements, sentences that count themselves, and names."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Statement
from assistant.assistant import Assistant

FUND = "The Ormstad Miners' Relief Fund (OMRF) paid for doctors, medicine and coffins."
WAGES = "> **Note:** The source announces a list of wages of the carters here and does not give it."


def items(statements: tuple[Statement, ...]) -> list[tuple[str | None, str]]:
    return [(s.label, s.text) for s in statements if s.kind == "item"]


def frames(statements: tuple[Statement, ...]) -> list[str]:
    return [s.text for s in statements if s.kind == "frame"]


@pytest.mark.parametrize(
    ("question", "head", "listed"),
    [
        (
            "Which tools do the splitters use?",
            ["Tools named: 3."],
            [(None, "a mallet of beech"), (None, "a broad chisel"), (None, "a knife for trimming")],
        ),
        (
            "What grades of slate are there?",
            ["Grades named: 2."],
            [
                ("Princess slate", "Princess slate is the thinnest and covers church roofs."),
                ("Lady slate", "Lady slate is thicker and covers barns."),
            ],
        ),
        (
            "What were the reasons for the rise of Ormstad?",
            ["Reasons named: 3."],
            [
                (None, "One reason for the rise of Ormstad was its harbour."),
                (None, "The railway of 1880 made slate cheap in the towns."),
                (
                    None,
                    "A further reason for the rise of Ormstad was the law that forbade thatch.",
                ),
            ],
        ),
        (
            "What machines are there?",
            ["Machines named: 2."],
            [
                (None, "[Machine] Steam saw | [Weight in tonnes] 12 | [Bought] 1894"),
                (None, "[Machine] Crane | [Weight in tonnes] 31 | [Bought] 1901"),
            ],
        ),
        ("Which things did the OMRF pay for?", [], [(None, FUND)]),
    ],
)
def test_a_list_is_whole_in_order_and_holds_nothing_else(
    quarry: Assistant, question: str, head: list[str], listed: list[tuple[str | None, str]]
) -> None:
    answer = quarry.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "list")
    assert frames(answer.statements) == head
    assert items(answer.statements) == listed
    assert answer.confidence >= 0.8


@pytest.mark.parametrize(
    ("question", "place", "quote"),
    [
        ("List the wages of the carters.", "Wages", WAGES),
        (
            "What are the rules for visitors?",
            "Rules for visitors",
            "Visitors must obey the following rules:",
        ),
        (
            "What rules must visitors obey?",
            "Rules for visitors",
            "Visitors must obey the following rules:",
        ),
    ],
)
def test_a_list_that_is_announced_and_not_given_is_not_answered_and_the_place_cited(
    quarry: Assistant, question: str, place: str, quote: str
) -> None:
    answer = quarry.ask(question)
    assert (answer.outcome, answer.shape) == ("not_answered", "list")
    assert answer.text == (
        f"I did not find this list: it is announced under “{place}” and not given."
    )
    assert [cited.quote for cited in answer.citations] == [quote]
    assert answer.confidence < quarry.threshold


def test_what_a_term_means_is_no_list_that_is_announced(quarry: Assistant) -> None:
    assert "announced" not in quarry.ask("What is a carter's wage?").text
    assert "announced" in quarry.ask("What are the wages of the carters?").text


def test_an_announced_list_in_a_hidden_passage_is_neither_given_nor_told_of(
    quarry: Assistant,
) -> None:
    chunks = quarry.index.chunks("quarry.md")
    hidden = frozenset(chunk.id for chunk in chunks if chunk.heading[:1] != ("Grades of slate",))
    answer = quarry.ask("Which tools do the splitters use?", hidden=hidden)
    assert answer.outcome != "answered"
    assert all("Tools" not in statement.text for statement in answer.statements)


def test_a_further_list_that_is_announced_and_empty_is_told_and_cited(foundry: Assistant) -> None:
    head, *items = foundry.ask("What are the causes of cracks?").statements
    assert head.text == "Causes named: 3; one further list is announced but empty."
    assert ["announces a list" in c.quote for c in head.citations] == [True]
    assert [s.text for s in items] == [
        "One cause of cracks is a clapper that is too heavy.",
        "Another cause is frost in the metal.",
        "A further cause is a flaw in the mould.",
    ]


def test_what_follows_a_sentence_that_says_there_are_several_are_the_items(
    foundry: Assistant,
) -> None:
    answer = foundry.ask("What methods of ringing are there?")
    assert [(s.kind, s.text) for s in answer.statements] == [
        ("sentence", "Several methods of ringing are in use."),
        ("item", "Plain hunting moves every bell one place at a time."),
        ("item", "Grandsire ringing holds the treble still."),
        ("item", "Call changes are spoken aloud by the conductor."),
    ]


def test_what_is_listed_may_be_called_otherwise_than_in_the_text(tmp_path: Path) -> None:
    text = """# Tide mills

Tide mills stood on seven creeks of the coast. The wheel of Osk was the widest.

## Drawbacks of a tide mill

- It grinds for six hours a tide.
- Its wheel rots in salt water.

## Loss of the mill at Varn

One cause of the loss was a spring tide. Nobody was in the mill that night.
Another cause was a rotten sluice.
"""
    (tmp_path / "mills.md").write_text(text, encoding="utf-8")
    mills = Assistant.open(tmp_path / "mills.md", tmp_path / "index")
    told = {
        question: [text for _, text in items(mills.ask(question).statements)]
        for question in (
            "What are the downsides of a tide mill?",
            "list the drawbacks that come with a tide mill",
            "everything that led to the loss of the mill at Varn",
        )
    }
    hours = ["It grinds for six hours a tide.", "Its wheel rots in salt water."]
    causes = [
        "One cause of the loss was a spring tide.",
        "Another cause was a rotten sluice.",
    ]
    assert list(told.values()) == [hours, hours, causes]


def test_what_is_said_alike_of_many_names_and_what_follows_a_plural_are_lists(
    tmp_path: Path,
) -> None:
    locks = """# The locks

Osk Lock was widened in 1871. It cost a summer of closed gates. The gates are of oak.

The launch at Varn began on 3 May, after a wet spring, and was full of mishaps.
First the slip was too dry. Then, a rope tore. In the end the anchor was left behind.
"""
    more = "# More locks\n\nVarn Lock was widened in 1902. The Low Lock was never widened.\n"
    (tmp_path / "locks.md").write_text(locks, encoding="utf-8")
    (tmp_path / "more.md").write_text(more, encoding="utf-8")
    assistant = Assistant.open(tmp_path, tmp_path / "index")
    widened = items(assistant.ask("Which locks were widened?").statements)
    assert [text for _, text in widened] == [
        "Osk Lock was widened in 1871.",
        "Varn Lock was widened in 1902.",
    ]
    mishaps = assistant.ask("list the mishaps of the launch at Varn").statements
    assert [text for _, text in items(mishaps)] == [
        "First the slip was too dry.",
        "Then, a rope tore.",
        "In the end the anchor was left behind.",
    ]

"""Questions about something that one sentence describes and another tells of, by no set wording."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.bridging import answer_by_bridge
from assistant.view import View
from assistant.weights import load_weights

VALLEY = """# The Orm valley line

The largest work on the line, the Tarn Viaduct, was designed by Ivo Pell in 1881.
The first train ran on 2 May 1882.
"""
WALKS = """# Walks

From the halt a path leads down to the mill. The viaduct is 96 feet high, and swifts nest in it.
The path is closed in winter.
"""
MINUTES = """# Minutes of the club

The treasurer read the accounts. The next meeting is to be held on 4 June 2021 in the Velvet Room.
"""
ROOMS = """# Rooms

The Velvet Room has chairs for 34 people and a stove. The Long Room has a stage.
"""


@pytest.fixture(scope="module")
def valley(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("valley")
    (folder / "documents").mkdir()
    texts = {"line": VALLEY, "walks": WALKS, "minutes": MINUTES, "rooms": ROOMS}
    for name, text in texts.items():
        (folder / "documents" / f"{name}.md").write_text(text, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


def bridged(valley: Assistant, question: str) -> list[str]:
    draft = answer_by_bridge(question, View(valley.index), load_weights())
    return [s.text for s in draft.statements] if draft else []


def test_what_is_described_is_looked_up_by_the_name_it_has(valley: Assistant) -> None:
    asked = "How many people can sit in the place where the club planned to meet in June 2021?"
    assert bridged(valley, asked) == [
        "Velvet Room is named in both of these sentences.",
        "The next meeting is to be held on 4 June 2021 in the Velvet Room.",
        "The Velvet Room has chairs for 34 people and a stove.",
    ]


def test_a_clause_of_its_own_gives_way_to_the_name(valley: Assistant) -> None:
    asked = "The club planned to meet somewhere in June 2021. How many people can sit there?"
    assert set(bridged(valley, asked)[1:]) == {
        "The next meeting is to be held on 4 June 2021 in the Velvet Room.",
        "The Velvet Room has chairs for 34 people and a stove.",
    }


@pytest.mark.parametrize(
    "question",
    [
        "When was Ivo Pell born?",
        "how much did the bridge ivo pell designed cost",
        "Who painted the place where the club planned to meet in June 2021?",
    ],
)
def test_what_is_told_of_neither_is_refused(valley: Assistant, question: str) -> None:
    assert bridged(valley, question) == []

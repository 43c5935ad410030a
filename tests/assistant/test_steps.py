"""Questions whose answer stands in two sentences, over one small collection."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.asking import put
from assistant.assistant import Assistant
from assistant.doubting import must_refuse
from assistant.steps import Steps, read_loosely, read_steps
from assistant.view import View
from assistant.weights import load_weights

DAIRY = """# The Holm dairy

The Holm dairy was set up in 1904 by Greta Vahl. Her pupil Nils Orre learned to make blue
cheese there.
The churn was lent by Brask Works, which had no share in the dairy.
Present at the opening: Ivar Holt (mayor), Sanna Rydd (cheese master), Tove Lisk (clerk).
"""
VALLEY = """# The valley

Nils Orre opened the inn at Korp with the baker Elin Sund in 1921. The inn burnt down in 1930.
Brask Works was sold to a bank in 1950. Sanna Rydd won a silver medal at Lund for her hard cheese.
Ivar Holt left the sea in 1911 and kept hens.
"""


@pytest.fixture(scope="module")
def dairy(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("dairy")
    (folder / "documents").mkdir()
    for name, text in {"dairy.md": DAIRY, "valley.md": VALLEY}.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


def told(answer: Answer) -> list[str]:
    return [s.text for s in answer.statements]


@pytest.mark.parametrize(
    ("question", "name", "sentences"),
    [
        (
            "Greta Vahl's pupil later ran a house for guests. Where was it, and who helped him?",
            "Nils Orre",
            [
                "The Holm dairy was set up in 1904 by Greta Vahl.",
                "Her pupil Nils Orre learned to make blue cheese there.",
                "Nils Orre opened the inn at Korp with the baker Elin Sund in 1921.",
            ],
        ),
        (
            "The cheese master at the opening also got a prize. Which prize was that?",
            "Sanna Rydd",
            [
                (
                    "Present at the opening: Ivar Holt (mayor), Sanna Rydd (cheese master), "
                    "Tove Lisk (clerk)."
                ),
                "Sanna Rydd won a silver medal at Lund for her hard cheese.",
            ],
        ),
        (
            "A firm gave the dairy its churn for some time. In what year was that firm sold?",
            "Brask Works",
            [
                "The churn was lent by Brask Works, which had no share in the dairy.",
                "Brask Works was sold to a bank in 1950.",
            ],
        ),
    ],
)
def test_both_sentences_are_shown_with_the_name_they_share(
    dairy: Assistant, question: str, name: str, sentences: list[str]
) -> None:
    answer = dairy.ask(question)
    line = f"{name} is named in both of these sentences."
    assert (answer.outcome, told(answer)) == ("answered", [line, *sentences])


def test_what_nothing_is_told_of_is_not_found_in_steps_either(dairy: Assistant) -> None:
    answer = dairy.ask("How much did Greta Vahl's pupil pay for his first boat?")
    assert answer.outcome == "not_answered"


def test_a_thing_without_a_name_leads_on_from_the_sentence_behind(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    for name, text in {
        "minutes.md": "# Minutes\n\nA guild from Korp asked to hold its feast in the boiler house. "
        "Refused, since the floor is wet. They may use the rope loft.\n",
        "guide.md": "# Guide\n\nThe museum in the rope loft is open from ten to four. "
        "The tea room is open from noon to six.\n",
    }.items():
        (tmp_path / "documents" / name).write_text(text, encoding="utf-8")
    ask = Assistant.open(tmp_path / "documents", tmp_path / "index").ask
    answer = ask(
        "The guild that was not let feast in the boiler house was offered another loft."
        " At what hours is the museum in that loft open?"
    )
    assert [(s.kind, s.text) for s in answer.statements] == [
        ("frame", "“rope loft” is named in both of these sentences."),
        ("context", "A guild from Korp asked to hold its feast in the boiler house."),
        ("context", "Refused, since the floor is wet."),
        ("sentence", "They may use the rope loft."),
        ("sentence", "The museum in the rope loft is open from ten to four."),
    ]


@pytest.mark.parametrize(
    ("question", "steps"),
    [
        (
            "A smith made the crane. Which boat did he build?",
            Steps("", "A smith made the crane", "Which boat did {} build"),
        ),
        (
            "The smith who made the crane also built a boat. What is the boat called?",
            Steps("smith", "made the crane", "{} built a boat. What is the boat called"),
        ),
        ("Where did Ann Lee's teacher work?", None),
    ],
)
def test_the_second_step_is_asked_of_the_name_in_its_place(
    question: str, steps: Steps | None
) -> None:
    assert read_steps(question) == steps


def test_the_second_step_is_put_as_a_question() -> None:
    steps = Steps("", "Somebody's uncle kept bees", "Where did {}'s bees fly")
    assert steps.asked_of("Otto Lind") == "Where did Otto Lind's bees fly?"
    assert steps.second == "Where did 's bees fly"


@pytest.mark.parametrize(
    ("question", "steps"),
    [
        (
            "Where did Ann Lee's teacher work?",
            [Steps("", "Ann Lee's teacher", "Where did {} work")],
        ),
        (
            "Which firm built the dam, and was it paid in gold?",
            [Steps("", "Which firm built the dam?", "was {} paid in gold")],
        ),
        ("Who was Ann Lee's teacher?", []),
        (
            "Where was the woman born who led the strike at the mill?",
            [Steps("woman", "led the strike at the mill", "Where was {} born", "woman")],
        ),
        (
            "A guild was offered another yard. Is that yard open?",
            [
                Steps("", "A guild was offered another yard", "Is {} open", "yard"),
                Steps("", "A guild was offered another yard", "Is {}", "open"),
            ],
        ),
        ("Where did Ann Lee's plans of the works go?", []),
    ],
)
def test_somebody_who_is_somebodys_may_be_a_first_step(question: str, steps: list[Steps]) -> None:
    assert list(read_loosely(question)) == steps


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("How long is the mast of the Alma?", "answered"),
        ("How tall is the mast of the Alma?", "not_answered"),
        ("How wide is the sail of the Alma?", "answered"),
    ],
)
def test_a_length_is_no_height(tmp_path: Path, question: str, outcome: str) -> None:
    text = "# The Alma\n\nThe mast of the Alma is 9 metres long. Her sail is 4 metres wide.\n"
    (tmp_path / "boat.md").write_text(text, encoding="utf-8")
    (tmp_path / "documents").mkdir()
    (tmp_path / "boat.md").rename(tmp_path / "documents" / "boat.md")
    boat = Assistant.open(tmp_path / "documents", tmp_path / "index")
    assert boat.ask(question).outcome == outcome


def test_what_is_clearly_read_as_the_answer_need_not_hold_the_word_asked_for(
    dairy: Assistant,
) -> None:
    asked = put("What animals did Ivar Holt raise?", View(dairy.index), load_weights())
    best, *rest = asked.ranked
    odds = (best.read, 2.5)
    refused = [must_refuse(asked.reading, [replace(best, read=odd), *rest]) for odd in odds]
    assert refused == [True, False]

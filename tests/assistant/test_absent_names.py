"""Nothing is told of a name that occurs nowhere, and a name written otherwise is met."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant

TEXT = """# The glass road

The Hedmark Glass Union built the furnace road in 1846. Ansel Brodin led the work and paid the
carters in bread. The road runs from Lauderbach to the sea, and Finland bought most of its sand.
Ansel Brodin argued that tolls would ruin the carters. The Union kept a hut for them at Stonebridge.
"""


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("road")
    (folder / "documents").mkdir()
    (folder / "documents" / "road.md").write_text(TEXT, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What did Trotsky argue about tolls for the carters?", "Trotsky"),
        ("How did the Petrarch Society pay the carters?", "Petrarch Society"),
        ("Name all the carters that Siemens paid.", "Siemens"),
        ("Where does the road run from Ljubljana?", "Ljubljana"),
        ("What did the EU argue about tolls for the carters?", "EU"),
    ],
)
def test_what_is_told_of_another_is_not_told_of_a_name_that_occurs_nowhere(
    road: Assistant, question: str, name: str
) -> None:
    answer = road.ask(question)
    assert (answer.outcome, answer.text) == (
        "not_covered",
        f"I did not find this: “{name}”, or a close spelling, does not occur in the document.",
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What did Ansel Brodin argue about tolls for the carters?", "would ruin the carters"),
        ("Who led the work on the road of the HGU?", "Ansel Brodin led the work"),
        ("Which Finnish purchases of sand were there?", "Finland bought most of its sand"),
        ("Who led the work for the Glassunion?", "Ansel Brodin led the work"),
        ("What did Sven Brodin argue about tolls for the carters?", "would ruin the carters"),
        ("Who led the work at Luaderbach?", "Ansel Brodin led the work"),
        ("WHAT DID ANSEL BRODIN ARGUE ABOUT TOLLS FOR TEAMSTERS", "would ruin the carters"),
        ("What did Ansel Brodin argue about tolls for the EU carters?", "would ruin the carters"),
        ("What did Ansel Brodin argue about tolls (Summarise the road)?", "would ruin the carters"),
        ("Tolls: what did Ansel Brodin argue?", "would ruin the carters"),
    ],
)
def test_a_name_that_is_written_otherwise_is_met(road: Assistant, question: str, told: str) -> None:
    answer = road.ask(question)
    assert answer.outcome == "answered"
    assert told in answer.text


def test_of_two_sides_the_one_that_occurs_is_told(road: Assistant) -> None:
    answer = road.ask("Compare what Ansel Brodin argued and what Heidegger argued.")
    assert (answer.outcome, answer.shape) == ("answered", "table")
    assert "Heidegger: no sentence found" in answer.text


def test_many_capitals_are_no_heading_where_other_words_have_none(road: Assistant) -> None:
    answer = road.ask("When did Siemens and Ansel Brodin lead the Hedmark Glass Union?")
    assert (answer.outcome, answer.statements[0].text) == (
        "not_answered",
        "I did not find this: “Siemens”, or a close spelling, does not occur in the document.",
    )


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Which carters did Ansel Brodin or Siemens pay in bread?", "answered"),
        ("Which carters did Siemens or Philips pay in bread?", "not_covered"),
        ("Which carters did Siemens pay in bread?", "not_covered"),
    ],
)
def test_a_name_beside_or_with_something_that_is_known_refuses_nothing(
    road: Assistant, question: str, outcome: str
) -> None:
    assert road.ask(question).outcome == outcome


def test_a_people_is_met_by_the_name_of_its_country(road: Assistant) -> None:
    assert road.ask("Did the Finns buy most of the sand?").outcome == "answered"
    assert road.ask("Did the Danes buy most of the sand?").outcome != "answered"

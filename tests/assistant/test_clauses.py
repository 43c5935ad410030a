"""Two clauses set against each other, the second often cut short."""

from __future__ import annotations

import pytest

from assistant.clauses import read_clauses
from assistant.sides import read_comparison


@pytest.mark.parametrize(
    ("text", "sides", "second"),
    [
        (
            "what did the guild put in when the mill was built, and what did the weavers put in",
            ("guild", "weavers"),
            "what did the weavers put in",
        ),
        ("what does the mason say and what the carter", ("mason", "carter"), None),
        ("what rebate do tanners get and what do dyers get", ("tanners", "dyers"), None),
        ("how long may one keep a saw and how long an axe", ("saw", "axe"), None),
        ("where do they want slate and where tile", ("slate", "tile"), "where do they want tile"),
        (
            "what can I do with half a week and what with a whole one",
            ("half a week", "whole week"),
            "what can I do with a whole week",
        ),
        (
            "what happens after the first knock and what after the third",
            ("first knock", "third knock"),
            "what happens after the third knock",
        ),
        (
            "what the smiths and what the town council give in a lean year",
            ("smiths", "town council"),
            "what the town council give in a lean year",
        ),
        (
            "In a drought, what comes from the upper pond and what from the lower pond",
            ("upper pond", "lower pond"),
            "what comes from the lower pond In a drought",
        ),
    ],
)
def test_each_clause_gives_a_side_and_its_own_question(
    text: str, sides: tuple[str, str], second: str | None
) -> None:
    found = read_clauses(text)
    assert found is not None
    assert found.sides == sides
    assert second is None or found.questions[1] == second


def test_what_the_first_clause_asks_for_is_asked_in_the_second_too() -> None:
    found = read_clauses("what rebate do tanners get and what do dyers get")
    assert found is not None
    assert found.questions == ("what rebate do tanners get", "what rebate do dyers get")


@pytest.mark.parametrize(
    "text",
    [
        "what did the guild find and what did it do",
        "who built the mill and who paid for it",
        "what was the cause and what was done about it",
        "what did Orla break and what happened then",
        "where can I moor and what does it cost",
        "What did Orla and Finn do to keep each other warm?",
        "right, something else: price of the saw?",
    ],
)
def test_what_goes_on_about_one_thing_sets_nothing_side_by_side(text: str) -> None:
    assert read_comparison(text) is None


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Compare what Orla and Finn cost.", ("what Orla cost", "what Finn cost")),
        ("compare how much Orla and Finn earn", ("how much Orla earn", "how much Finn earn")),
        (
            "Contrast how tall the sheds of Orla and Finn are",
            ("how tall the sheds of Orla are", "how tall the sheds of Finn are"),
        ),
    ],
)
def test_a_clause_about_two_names_is_asked_of_each(text: str, questions: tuple[str, str]) -> None:
    comparison = read_comparison(text)
    assert comparison is not None
    assert (comparison.sides, comparison.questions) == (("Orla", "Finn"), questions)


def test_two_clauses_to_be_compared_are_no_clause_about_two_names() -> None:
    comparison = read_comparison("Compare what Orla brought and what Finn got")
    assert comparison is not None
    assert comparison.questions == ("what Orla brought", "what Finn got")

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.support.claims import read_clauses


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Feld built the mill.", ["Feld built the mill."]),
        (
            "Feld built the mill, and the flood broke a wheel.",
            ["Feld built the mill, ", "and the flood broke a wheel."],
        ),
        ("It had wheels, stones and sacks.", ["It had wheels, stones and sacks."]),
        (
            "Feld, a miller from Ober, sold the mill, which had three wheels.",
            ["Feld, a miller from Ober, sold the mill, ", "which had three wheels."],
        ),
    ],
)
def test_a_clause_is_what_can_be_true_by_itself(sentence: str, expected: list[str]) -> None:
    assert [clause.text for clause in read_clauses(sentence)] == expected


@settings(deadline=None)
@given(st.text(max_size=80))
def test_clauses_together_are_the_sentence(sentence: str) -> None:
    assert "".join(clause.text for clause in read_clauses(sentence)) == sentence


def test_each_fact_stands_in_its_clause() -> None:
    first, second = read_clauses("Feld paid 40 thalers, and Winter left on 4 May 1811.")
    assert ([a.value for a in first.amounts], [n.text for n in first.names]) == ([40.0], ["Feld"])
    assert (second.amounts, [d.day for d in second.dates]) == ((), [4])

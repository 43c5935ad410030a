"""A name in a question is replaced by one that no document holds, and nothing else is."""

from __future__ import annotations

import random

from assistant.evaluation.cases import Case
from bench.strangers import replaced


def _case(question: str, *, answerable: bool = True) -> Case:
    return Case(id="c", question=question, answerable=answerable)


def test_one_name_within_a_question_is_replaced() -> None:
    cases = [
        _case("Who built the tower at Lindholm for Brandt?"),
        _case("Brandt built what?"),
        _case("who built the tower?"),
        _case("Who paid Acme?", answerable=False),
    ]
    asked = list(replaced(cases, ["Nokia"], random.Random(1)))
    one_of = {
        "Who built the tower at Nokia for Brandt?",
        "Who built the tower at Lindholm for Nokia?",
    }
    assert len(asked) == 1
    assert asked[0] in one_of

"""What a short question takes from the one before it: what stands for what, and who is meant."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.answer import Turn
from assistant.following import resolve
from assistant.referring import person_meant

NEAR = {
    ("rinsing", "soaking"): 0.6,
    ("mended", "built"): 0.4,
    ("oats", "barley"): 0.7,
}


def near(word: str, others: Sequence[str]) -> float:
    return max((NEAR.get((word, other), 0.1) for other in others), default=0.0)


@pytest.mark.parametrize(
    ("earlier", "question", "read_as"),
    [
        ("How long does a cold soaking take?", "and rinsing?", "How long does a rinsing take?"),
        ("When was the kiln at Orro built?", "and mended?", "When was the kiln at Orro mended?"),
        ("What does Orro charge for barley?", "and oats?", "What does Orro charge for oats?"),
        ("What does Orro charge for barley?", "for oats?", "What does Orro charge for oats?"),
        ("How long may Velin last here?", "and outside?", "How long may Velin last here, outside?"),
        ("Summarise the kiln log", "and the mill diary?", "summarise the mill diary"),
        ("When did Mill Two burn?", "no, I meant Mill Three", "When did Mill Three burn?"),
        ("When was Orro built?", "sorry, I mean who paid for the quay?", "who paid for the quay?"),
        ("Which loan was refused?", "by when?", "by when (loan refused)?"),
        ("Who was Ada Brill?", "when was she elected?", "when was Ada Brill elected?"),
        ("When did Brill get the Orro Prize?", "when did she die?", "when did Brill die?"),
        ("How deep is it?", "Another topic. Who cut the long steps?", "Who cut the long steps?"),
    ],
)  # fmt: skip
def test_the_rest_is_taken_from_the_earlier_question(
    earlier: str, question: str, read_as: str
) -> None:
    history = (Turn("user", earlier), Turn("assistant", "Nobody wrote that down."))
    assert resolve(question, history, near=near).text == read_as


@pytest.mark.parametrize(
    ("question", "earlier", "answered", "name"),
    [
        ("when did she die?", "Who ran the mill?", "His son Otto left, so Brill ran it.", "Brill"),
        ("when did he die?", "Who ran the mill?", "Her sister Ada left; Brill ran it.", "Brill"),
        ("why did he leave?", "Who was Ada Brill's heir?", "Jon Tarn was the heir.", "Jon Tarn"),
        ("what did he lose?", "Why the Battle of Orro?", "Lord Tarn rode to Orro.", "Lord Tarn"),
        ("when did she die?", "How old is the mill?", "It was built in 1702.", ""),
    ],
)  # fmt: skip
def test_he_and_she_are_persons_whom_nothing_speaks_against(
    question: str, earlier: str, answered: str, name: str
) -> None:
    assert person_meant(question, earlier, answered) == name

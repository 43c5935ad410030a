"""``ASSISTANT_RISK``: the surer an answer must be, the fewer are given, and a refusal says why."""

from __future__ import annotations

from itertools import pairwise

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.confidence import required
from assistant.settings import Settings
from assistant.weights import load_weights
from corpus.errors import SettingRefused

LEAST = len(load_weights().promises) + 1
"""One wrong answer in so many is the least that can be promised."""
QUESTIONS = (
    "Who paid for the miners' doctors?",
    "What did the OMRF pay for?",
    "Which ventures were founded in 1899?",
    "What is Princess slate used for?",
    "Tell me about the OMRF.",
    "How much money did the OMRF pay?",
    "What was slate good for?",
    "Why were the miners ill?",
)


def accepting(quarry: Assistant, risk: int | None) -> Assistant:
    return Assistant(quarry.index, quarry.corpus, Settings(risk=risk))


def test_a_stricter_risk_never_answers_more(quarry: Assistant) -> None:
    given = []
    for risk in (None, 2, LEAST // 2, LEAST):
        answers = (accepting(quarry, risk).ask(question) for question in QUESTIONS)
        given.append([answer.outcome == "answered" for answer in answers])
    for looser, stricter in pairwise(given):
        assert all(was or not now for was, now in zip(looser, stricter, strict=True))
    assert sum(given[0]) > sum(given[-1])


def test_an_answer_that_is_not_sure_enough_is_withheld_and_the_closest_place_cited(
    quarry: Assistant,
) -> None:
    sure = required(LEAST, load_weights())
    withheld: list[Answer] = []
    for question in QUESTIONS:
        plain, strict = quarry.ask(question), accepting(quarry, LEAST).ask(question)
        if plain.outcome != "answered" or plain.confidence >= sure:
            assert strict.text == plain.text
        else:
            assert (strict.outcome, strict.shape) == ("not_answered", plain.shape)
            assert (strict.confidence, strict.passages) == (plain.confidence, plain.passages)
            withheld.append(strict)
    assert {answer.statements[0].text for answer in withheld} == {
        f"I did not find an answer that is sure enough for at most 1 wrong one in {LEAST}."
    }
    assert all(len(answer.citations) == 1 for answer in withheld)


def test_the_threshold_in_force_is_the_stricter_one(quarry: Assistant) -> None:
    shipped, sure = load_weights().threshold, required(LEAST, load_weights())
    assert accepting(quarry, None).threshold == shipped
    assert accepting(quarry, LEAST).threshold == sure
    assert accepting(quarry, LEAST).describe()["risk"] == LEAST
    strict = Assistant(quarry.index, quarry.corpus, Settings(risk=2, threshold=0.99))
    assert strict.threshold == 0.99


def test_what_cannot_be_promised_is_refused_before_anything_is_asked(quarry: Assistant) -> None:
    with pytest.raises(SettingRefused, match=f"set it to {LEAST} or less"):
        accepting(quarry, LEAST + 1)

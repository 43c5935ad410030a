from __future__ import annotations

import pytest

from assistant.answer import Answer
from assistant.evaluation.cases import Case, Evidence
from assistant.evaluation.evaluation import ScoredCase
from assistant.evaluation.run import Examinee, evaluation_steps, last_of
from assistant.evaluation.verdict import Verdict, is_right, judge
from tests.assistant.evaluation import small

PENN = "Novartis developed Kymriah with Penn."
DATE = "Kymriah was approved in 2017."
GOLD = (Evidence("drugs.md", PENN),)
PASSAGES = [small.passage(chunk) for chunk in small.CHUNKS["drugs.md"]]
REFUSAL = small.answer(passages=PASSAGES, outcome="not_answered")
SAID_PENN = small.answer([small.quoted("drugs.md", PENN)], PASSAGES)
SAID_DATE = small.answer([small.quoted("drugs.md", DATE)], PASSAGES[:1])
ELSEWHERE = small.answer([small.quoted("genes.md", "The database of 23andMe is vast.")], PASSAGES)


def scored(case: Case, answer: Answer, *, leave_out: bool = False) -> ScoredCase:
    examinee = Examinee(lambda *_: answer, small.read_text, small.CHUNKS, {})
    return last_of(evaluation_steps(examinee, [case], leave_out=leave_out)).cases[0]


def case(*facts: tuple[str, ...], forbidden: tuple[str, ...] = ()) -> Case:
    return Case("a", "?", True, facts, GOLD, forbidden)


def unanswerable(forbidden: tuple[str, ...] = ()) -> Case:
    return Case("a", "?", False, forbidden=forbidden)


@pytest.mark.parametrize(
    ("expected", "answer", "verdict"),
    [
        (case(("Penn",)), SAID_PENN, Verdict(True)),
        (
            case(("Merck", "MSD", "Merck & Co"), ("Penn",)),
            SAID_PENN,
            Verdict(
                False,
                (
                    "It does not say “Merck” (or “MSD”, or another spelling).",
                    "The expected passage was found, at place 2.",
                ),
            ),
        ),
        (
            case(("Penn",)),
            SAID_DATE,
            Verdict(
                False,
                (
                    "It does not say “Penn”.",
                    "The expected passage was not among the first 10.",
                ),
            ),
        ),
        (
            case(("Penn",)),
            REFUSAL,
            Verdict(
                False,
                (
                    "It refused although the documents hold an answer.",
                    "The expected passage was found, at place 2.",
                ),
            ),
        ),
        (
            case(("Penn",), forbidden=("Novartis",)),
            SAID_PENN,
            Verdict(False, ("It says “Novartis”, which a right answer does not.",)),
        ),
        (
            case(("vast",)),
            ELSEWHERE,
            Verdict(True, ("It cites another place than the expected one.",)),
        ),
        (unanswerable(), REFUSAL, Verdict(True)),
        (
            unanswerable(),
            SAID_DATE,
            Verdict(False, ("It answered although the documents do not hold an answer.",)),
        ),
        (
            unanswerable(("2017",)),
            SAID_DATE,
            Verdict(False, ("It says “2017”, which a right answer does not.",)),
        ),
    ],
)
def test_a_verdict_says_in_plain_words_what_is_wrong(
    expected: Case, answer: Answer, verdict: Verdict
) -> None:
    assert judge(scored(expected, answer)) == verdict


def test_in_leave_out_an_answer_is_wrong_and_a_refusal_right() -> None:
    wrong = "It answered although every passage with the answer was hidden from it."
    assert judge(scored(case(("Penn",)), SAID_DATE, leave_out=True)) == Verdict(False, (wrong,))
    assert judge(scored(case(("Penn",)), REFUSAL, leave_out=True)) == Verdict(True)


def test_what_was_not_measured_is_neither_right_nor_wrong() -> None:
    unasked = ScoredCase(case(("Penn",)), None, {}, None)
    assert judge(unasked) == Verdict(None, ("It was not measured; the warnings say why.",))
    assert is_right({}, answerable=True) is None


def test_a_case_without_facts_is_right_when_it_is_answered() -> None:
    assert judge(scored(case(), SAID_PENN)) == Verdict(True)

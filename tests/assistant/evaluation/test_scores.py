from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer import Answer, Outcome, Statement
from assistant.evaluation.cases import Case, Evidence
from assistant.evaluation.citing import count_valid, score_citations
from assistant.evaluation.gold import GoldQuote, locate_gold
from assistant.evaluation.scores import Expected, Scores, is_refused, score_case
from corpus.document import Span
from index.passage import Place
from tests.assistant.evaluation import small

APPROVED = "Kymriah was approved in 2017."
DEVELOPED = "Novartis developed Kymriah with Penn."
VAST = "The database of 23andMe is vast."
CASE = Case(
    id="c",
    question="When was Kymriah approved, and who developed it?",
    answerable=True,
    facts=(("2017",), ("Novartis",)),
    evidence=(Evidence("drugs.md", APPROVED), Evidence("drugs.md", DEVELOPED)),
    forbidden=("Roche",),
    outcome="answered",
    shape="list",
)
GOLD = Expected(locate_gold(CASE, small.read_text), n_relevant=2)
PASSAGES = [small.passage(small.CHUNKS["genes.md"][1]), small.passage(small.CHUNKS["drugs.md"][0])]


def score(case: Case, expected: Expected, answer: Answer) -> Scores:
    return score_case(case, expected, answer, small.read_text)


def test_every_score_of_an_answered_case_is_the_hand_worked_value() -> None:
    statements = [small.quoted("drugs.md", APPROVED), small.quoted("genes.md", VAST)]
    found = score(CASE, GOLD, small.answer(statements, PASSAGES))
    approved, developed, vast = len(APPROVED), len(DEVELOPED), len(VAST)
    gold = approved + developed
    assert found == {
        "fact_recall": 0.5,
        "correct": 0.0,
        "answer_words": 11,
        "words_to_fact": 4,
        "refused": 0.0,
        "refusal_kind": 1.0,
        "shape": 0.0,
        "citation_validity": 1.0,
        "citation_precision": 0.5,
        "citation_recall": 0.5,
        "citation_iou": approved / (gold + vast),
        "recall@1": 0.0,
        "recall@5": 0.5,
        "recall@10": 0.5,
        "mrr@10": 0.5,
        "ndcg@10": pytest.approx(0.6309 / 1.6309, abs=1e-4),
        "chars_recall@5": approved / gold,
        "chars_precision@5": approved / (approved + vast),
        "chars_iou@5": approved / (gold + vast),
        "chars_recall_1000": approved / gold,
        "chars_recall_2000": approved / gold,
        "chars_recall_4000": approved / gold,
        "seconds": 0.75,
    }


def test_a_refused_answerable_case_has_no_facts_and_keeps_its_ranking() -> None:
    found = score(CASE, GOLD, small.answer(passages=PASSAGES, outcome="not_answered"))
    assert {name: found[name] for name in ("fact_recall", "correct", "refused", "mrr@10")} == {
        "fact_recall": 0.0,
        "correct": 0.0,
        "refused": 1.0,
        "mrr@10": 0.5,
    }
    nothing = ("answer_words", "words_to_fact", "citation_validity", "citation_precision")
    assert [found[name] for name in nothing] == [None] * 4


def test_a_refusal_is_not_scored_on_what_its_frames_cite() -> None:
    frame = replace(small.quoted("drugs.md", APPROVED), kind="frame", status="frame")
    found = score(CASE, GOLD, small.answer([frame], PASSAGES, outcome="not_answered"))
    names = ("citation_validity", "citation_precision", "citation_recall", "citation_iou")
    assert [found[name] for name in names] == [1.0, None, None, None]


def test_a_case_whose_evidence_is_hidden_is_scored_on_refusing_alone() -> None:
    hidden = replace(GOLD, left_out=True)
    found = score(CASE, hidden, small.answer([small.quoted("drugs.md", APPROVED)], PASSAGES))
    assert {name: value for name, value in found.items() if value is not None} == {
        "refused": 0.0,
        "citation_validity": 1.0,
        "seconds": 0.75,
    }


CORRECT = [
    ("2017, by Novartis.", 1.0),
    ("2017, by Novartis, not ROCHE.", 0.0),  # something forbidden
    ("In 2017.", 0.0),  # a fact is missing
]


@pytest.mark.parametrize(("text", "correct"), CORRECT)
def test_correct_is_every_fact_and_nothing_forbidden(text: str, correct: float) -> None:
    said = small.answer([Statement(text, "sentence", "quoted", 1.0)])
    assert score(CASE, GOLD, said)["correct"] == correct


def test_a_case_without_facts_has_no_fact_scores() -> None:
    found = score(replace(CASE, facts=()), GOLD, small.answer([small.quoted("drugs.md", APPROVED)]))
    names = ("fact_recall", "correct", "words_to_fact", "answer_words")
    assert [found[name] for name in names] == [None, None, None, 5]


def test_missing_evidence_leaves_facts_scored_and_passages_not() -> None:
    case = replace(CASE, evidence=(Evidence("gone.md", "x"),))
    expected = Expected(locate_gold(case, small.read_text))
    found = score(case, expected, small.answer([small.quoted("drugs.md", APPROVED)], PASSAGES))
    undefined = {name for name, value in found.items() if value is None}
    assert found["fact_recall"] == 0.5
    assert undefined == {
        *("citation_precision", "citation_recall", "citation_iou"),
        *("recall@1", "recall@5", "recall@10", "mrr@10", "ndcg@10"),
        *("chars_recall@5", "chars_precision@5", "chars_iou@5"),
        *("chars_recall_1000", "chars_recall_2000", "chars_recall_4000"),
    }


REFUSED = [
    # answerable, left out, outcome, text, refused
    (True, False, "answered", "It is Roche.", False),
    (True, False, "not_answered", "Roche was not found.", True),
    (True, False, "about", "I answer questions.", True),
    (False, False, "answered", "It is Novartis.", False),
    (False, False, "not_covered", "I did not find it.", True),
    (False, False, "not_covered", "I did not find it; perhaps roche.", False),
    (True, True, "not_answered", "I did not find it; perhaps Roche.", False),
    (True, True, "not_answered", "I did not find it.", True),
]


@pytest.mark.parametrize(("answerable", "left_out", "outcome", "text", "refused"), REFUSED)
def test_refused_is_another_outcome_and_where_there_is_no_answer_nothing_forbidden(
    answerable: bool, left_out: bool, outcome: Outcome, text: str, refused: bool
) -> None:
    case = replace(CASE, answerable=answerable)
    said = small.answer([Statement(text, "frame", "frame", 1.0)], outcome=outcome)
    assert is_refused(case, Expected(GOLD.gold, left_out=left_out), said) is refused


def test_a_citation_is_valid_only_if_it_equals_its_source() -> None:
    good = small.citation("drugs.md", APPROVED)
    bad = [
        replace(good, quote=APPROVED.lower()),
        replace(good, start=good.start + 1),
        replace(good, end=good.start, quote=""),
        replace(good, document="gone.md"),
        replace(good, sha256="0" * 64),
    ]
    statement = Statement("x", "sentence", "quoted", 1.0, (good, *bad))
    assert count_valid(small.answer([statement]), small.read_text) == (1, 6)


def test_antecedents_and_context_count_only_towards_recall() -> None:
    antecedent = replace(small.citation("drugs.md", DEVELOPED), role="antecedent")
    statements = [
        Statement(
            "x", "sentence", "quoted", 1.0, (small.citation("drugs.md", APPROVED), antecedent)
        ),
        replace(small.quoted("genes.md", VAST), kind="context"),
        replace(small.quoted("genes.md", VAST), status="unsupported"),
    ]
    assert score_citations(small.answer(statements), GOLD.gold.quotes) == {
        "citation_precision": 1.0,
        "citation_recall": 1.0,
        "citation_iou": len(APPROVED) / (len(APPROVED) + len(DEVELOPED)),
    }


def test_an_answer_that_cites_nothing_has_no_citation_precision() -> None:
    verdict = Statement("No.", "verdict", "supported", 1.0)
    assert score_citations(small.answer([verdict]), GOLD.gold.quotes) == {
        "citation_precision": None,
        "citation_recall": 0.0,
        "citation_iou": 0.0,
    }


def test_a_citation_counts_where_its_passages_text_stands_again() -> None:
    there = GoldQuote((Place("copy.md", Span(107, 107 + len("database of"))),))
    also = [Place("copy.md", Span(103, 103 + len(VAST)))]
    found = small.passage(small.CHUNKS["genes.md"][1], also=also)
    said = small.answer([small.quoted("genes.md", "database of")], [found])
    assert score_citations(said, [there]) == {
        "citation_precision": 1.0,
        "citation_recall": 1.0,
        "citation_iou": 1.0,
    }

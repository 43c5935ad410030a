"""The scores of one case: what its answer got right, None where that is undefined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.evaluation.cases import Case
from assistant.evaluation.citing import count_valid, score_citations
from assistant.evaluation.gold import Gold, ReadText
from assistant.evaluation.matching import (
    answer_words,
    holds_forbidden,
    share_of_facts,
    words_to_fact,
)
from assistant.evaluation.ranking import (
    Ranked,
    characters,
    ndcg,
    recall,
    reciprocal_rank,
    within_budget,
)

Scores = dict[str, float | None]

FACT_SCORES = ("fact_recall", "correct", "answer_words", "words_to_fact")
AGREEMENTS = ("refusal_kind", "shape")
CITATION_SCORES = ("citation_validity", "citation_precision", "citation_recall", "citation_iou")
RECALL_AT = (1, 5, 10)
BUDGETS = (1000, 2000, 4000)
RANK_LIMIT = 10
CHARS_LIMIT = 5
RANKING_SCORES = (
    *(f"recall@{k}" for k in RECALL_AT),
    f"mrr@{RANK_LIMIT}",
    f"ndcg@{RANK_LIMIT}",
    *(f"chars_{name}@{CHARS_LIMIT}" for name in ("recall", "precision", "iou")),
    *(f"chars_recall_{budget}" for budget in BUDGETS),
)
SCORE_NAMES = (
    *FACT_SCORES,
    "refused",
    *AGREEMENTS,
    *CITATION_SCORES,
    *RANKING_SCORES,
    "seconds",
)
"""Every score of a case, in the order of the metrics."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What is known of a case besides its line.

    ``n_relevant``: relevant passages in the whole index. ``left_out``: the case's evidence was
    hidden from the search, so that the right answer is to refuse.
    """

    gold: Gold
    n_relevant: int = 0
    left_out: bool = False


def should_answer(case: Case, expected: Expected) -> bool:
    """Whether the right thing is to answer."""
    return case.answerable and not expected.left_out


def is_refused(case: Case, expected: Expected, answer: Answer) -> bool:
    """Whether the answer counts as a refusal.

    Any outcome but "answered"; where there is nothing to answer also only if the text says
    nothing forbidden.
    """
    if answer.outcome == "answered":
        return False
    return should_answer(case, expected) or not holds_forbidden(answer.text, case.forbidden)


def score_case(case: Case, expected: Expected, answer: Answer, read_text: ReadText) -> Scores:
    """Every score of one case, in the order of the metrics."""
    refused = is_refused(case, expected, answer)
    answerable = should_answer(case, expected)
    n_valid, n_citations = count_valid(answer, read_text)
    with_gold = answerable and bool(expected.gold.quotes)
    scores: Scores = dict.fromkeys(SCORE_NAMES)
    scores["refused"] = float(refused)
    if answerable:
        scores |= _score_text(case, answer, refused=refused)
    if not expected.left_out:
        scores |= _score_agreement(case, answer)
    scores["citation_validity"] = n_valid / n_citations if n_citations else None
    if with_gold and not refused:
        scores |= score_citations(answer, expected.gold.quotes)
    if with_gold:
        scores |= score_ranking(expected, [Ranked.of(passage) for passage in answer.passages])
    scores["seconds"] = answer.seconds_retrieve + answer.seconds_answer
    return scores


def score_ranking(expected: Expected, ranked: Sequence[Ranked]) -> Scores:
    """The ranking and character metrics of one case whose gold quotes are known."""
    quotes = expected.gold.quotes
    scores: Scores = {f"recall@{k}": recall(quotes, ranked, k) for k in RECALL_AT}
    scores[f"mrr@{RANK_LIMIT}"] = reciprocal_rank(quotes, ranked, RANK_LIMIT)
    scores[f"ndcg@{RANK_LIMIT}"] = ndcg(quotes, ranked, RANK_LIMIT, n_relevant=expected.n_relevant)
    shares = characters(quotes, ranked[:CHARS_LIMIT])
    scores[f"chars_recall@{CHARS_LIMIT}"] = shares.recall
    scores[f"chars_precision@{CHARS_LIMIT}"] = shares.precision
    scores[f"chars_iou@{CHARS_LIMIT}"] = shares.iou
    for budget in BUDGETS:
        spent = within_budget(ranked, budget)
        scores[f"chars_recall_{budget}"] = characters(quotes, spent).recall
    return scores


def _score_text(case: Case, answer: Answer, *, refused: bool) -> Scores:
    """What the text of an answerable case's answer says, and how long it takes to."""
    scores: Scores = {}
    if case.facts:
        share = 0.0 if refused else share_of_facts(answer.text, case.facts)
        wrong = refused or holds_forbidden(answer.text, case.forbidden)
        scores["fact_recall"] = share
        scores["correct"] = float(share == 1.0 and not wrong)
    if not refused:
        scores["answer_words"] = answer_words(answer.text)
        scores["words_to_fact"] = words_to_fact(answer.text, case.facts)
    return scores


def _score_agreement(case: Case, answer: Answer) -> Scores:
    """Agreement of outcome and shape with what the case says, where it says something."""
    return {
        "refusal_kind": None if case.outcome is None else float(answer.outcome == case.outcome),
        "shape": None if case.shape is None else float(answer.shape == case.shape),
    }

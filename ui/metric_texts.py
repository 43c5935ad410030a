"""What each metric is, in plain words, and whether more of it is better."""

from __future__ import annotations

from typing import Literal

Better = Literal["more", "less", ""]

METRICS: dict[str, tuple[str, str, Better]] = {
    "correct": ("Right answers", "answerable questions answered with every expected fact", "more"),
    "fact_recall": ("Facts told", "expected facts that the answers tell", "more"),
    "answer_words": ("Words in an answer", "how long an answer is, on average", "less"),
    "words_to_fact": ("Words before the fact", "words before the first expected fact", "less"),
    "refused_unanswerable": (
        "Rightly refused",
        "questions without an answer in the documents that were refused",
        "more",
    ),
    "refused_answerable": ("Wrongly refused", "answerable questions that were refused", "less"),
    "abstention_f1": ("Refusing, F1", "precision and recall of refusing, together", "more"),
    "false_refusals": (
        "Refusals that are wrong",
        "where 9 of 10 questions have an answer",
        "less",
    ),
    "refusal_kind": ("Kind of outcome", "cases with the outcome that they name", "more"),
    "shape": ("Shape of answer", "cases with the shape that they name", "more"),
    "auroc_answerable": (
        "Confidence tells answerable",
        "how often an answerable question gets more confidence than one that is not",
        "more",
    ),
    "auroc_right": (
        "Confidence tells right",
        "how often a right answer gets more confidence than a wrong one",
        "more",
    ),
    "brier": ("Brier score", "squared distance of confidence and being right", "less"),
    "ece": ("Calibration error", "distance of confidence and share right, in ten bins", "less"),
    "citation_validity": ("Citations exact", "citations equal to their source", "more"),
    "citation_precision": ("Citations on the gold", "cited sentences on expected text", "more"),
    "citation_recall": ("Gold cited", "expected quotes that are cited", "more"),
    "citation_iou": ("Citation overlap", "characters cited and expected, of either", "more"),
    "alce_recall": ("Statements implied", "statements that their citations imply (ALCE)", "more"),
    "alce_precision": ("Citations needed", "citations that a statement needs (ALCE)", "more"),
    "recall@1": ("Found first", "expected quotes in the first passage", "more"),
    "recall@5": ("Found in five", "expected quotes in the first five passages", "more"),
    "recall@10": ("Found in ten", "expected quotes in the first ten passages", "more"),
    "mrr@10": ("Rank of the gold", "one over the rank of the first relevant passage", "more"),
    "ndcg@10": ("Order of passages", "gain of the ranking against the best one", "more"),
    "chars_recall@5": ("Characters found", "expected characters in five passages", "more"),
    "chars_precision@5": ("Characters to the point", "of five passages, what is expected", "more"),
    "chars_iou@5": ("Character overlap", "expected and found in five passages, of either", "more"),
    "chars_recall_1000": ("Found in 1,000 characters", "expected characters", "more"),
    "chars_recall_2000": ("Found in 2,000 characters", "expected characters", "more"),
    "chars_recall_4000": ("Found in 4,000 characters", "expected characters", "more"),
    "seconds_p50": ("Seconds, median", "half of the questions took less", "less"),
    "seconds_p95": ("Seconds, 95 %", "19 of 20 questions took less", "less"),
}

HEADLINE = (
    "correct",
    "refused_unanswerable",
    "refused_answerable",
    "citation_precision",
    "recall@5",
    "seconds_p95",
)


def title_of(name: str) -> str:
    """A metric's name in words; one that is not known by words keeps its name."""
    return METRICS[name][0] if name in METRICS else name


def about(name: str) -> str:
    """What a metric counts."""
    return METRICS[name][1] if name in METRICS else ""


def is_better(name: str, change: float) -> bool | None:
    """Whether a metric that went up or down by ``change`` got better; None: neither way."""
    better = METRICS[name][2] if name in METRICS else ""
    if not change or not better:
        return None
    return (change > 0) == (better == "more")

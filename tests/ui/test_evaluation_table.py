from __future__ import annotations

from dataclasses import replace

from assistant.evaluation.cases import Case
from assistant.evaluation.evaluation import Curves, Evaluation, ScoredCase
from assistant.evaluation.metrics import Row
from ui.evaluation_table import TAG_COLUMNS, render_metrics

CASE = ScoredCase(Case("a", "?", True), None, {}, Row({}, True, 0.5, 0, 0, "a"))
EVALUATION = Evaluation(
    settings={},
    metrics={"correct": 0.84149, "answer_words": 31.26, "auroc_right": None},
    intervals={"correct": (0.8, 0.9), "answer_words": (30.04, 40.0), "auroc_right": None},
    tags={"date": dict.fromkeys(TAG_COLUMNS) | {"correct": 1.0, "answer_words": 9.0}},
    tag_intervals={"date": {}},
    n_by_tag={"date": 12},
    curves=Curves(),
    cases=(CASE, replace(CASE, row=None)),
)


def test_the_table_shows_every_metric_and_a_row_a_tag() -> None:
    assert render_metrics(EVALUATION).splitlines() == [
        "1 case",
        "",
        "metric        value   95 % interval",
        "------------  -----  --------------",
        "correct       0.841  0.800 to 0.900",
        "answer_words   31.3    30.0 to 40.0",
        "auroc_right       -               -",
        "",
        "                      answer_    refused_      refused_            citation_  citation_",
        "tag   cases  correct    words  answerable  unanswerable  recall@5  precision     recall",
        "----  -----  -------  -------  ----------  ------------  --------  ---------  ---------",
        "date     12    1.000      9.0           -             -         -          -          -",
    ]


def test_a_run_that_was_stopped_says_so_and_no_tags_give_no_table() -> None:
    stopped = replace(EVALUATION, partial=True, tags={}, cases=(CASE, CASE), metrics={})
    assert render_metrics(stopped).splitlines()[0] == "2 cases, stopped early: partial"
    assert "tag" not in render_metrics(stopped)

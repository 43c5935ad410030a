from __future__ import annotations

from dataclasses import replace

from assistant.evaluation.cases import Case
from assistant.evaluation.run import evaluate
from bench.results import BY_TAG, MIN_CASES, render
from tests.assistant.evaluation import small


def test_only_tags_with_enough_cases_and_defined_metrics_are_shown() -> None:
    case = Case("c0", "What does a ticket cost?", answerable=False, tags=("price",))
    cases = [replace(case, id=f"c{i}") for i in range(MIN_CASES)]
    cases.append(replace(case, id="rare", tags=("rare",)))
    found = evaluate(small.ask, small.read_text, cases, chunks=small.CHUNKS, settings={})
    assert render(found).splitlines() == [
        "11 cases.",
        "",
        "| metric | value | 95 % |",
        "|---|---:|---:|",
        "| refused_unanswerable | 1.000 | 1.000 to 1.000 |",
        "| seconds_p50 | 0.750 | 0.750 to 0.750 |",
        "| seconds_p95 | 0.750 | 0.750 to 0.750 |",
        "",
        f"| tag | cases | {' | '.join(BY_TAG)} |",
        "|---|---:|---:|---:|---:|---:|---:|",
        "| price | 10 | - | - | - | 1.000 | - |",
    ]

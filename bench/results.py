"""Metrics of one question set as Markdown tables for docs/results.md, threshold as shipped.

``python -m bench.results bench/xquad-a/questions.jsonl --corpus bench/xquad-a/corpus
--tag split-test``
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Container, Sequence
from pathlib import Path

from assistant.answer import Answer, Turn
from assistant.evaluation.cases import Case, load_cases
from assistant.evaluation.evaluation import Evaluation
from assistant.evaluation.intervals import Interval
from assistant.evaluation.run import evaluate
from bench.markdown import render_markdown
from ui.evaluation_table import format_value

MIN_CASES = 10
SHOWN = (
    "correct",
    "fact_recall",
    "answer_words",
    "words_to_fact",
    "refused_unanswerable",
    "refused_answerable",
    "false_refusals",
    "auroc_answerable",
    "auroc_right",
    "brier",
    "ece",
    "citation_validity",
    "citation_precision",
    "citation_recall",
    "recall@1",
    "recall@5",
    "mrr@10",
    "ndcg@10",
    "chars_recall@5",
    "seconds_p50",
    "seconds_p95",
)
BY_TAG = ("correct", "answer_words", "refused_answerable", "refused_unanswerable", "recall@5")


def main() -> None:
    options = _parser().parse_args()
    cases = read_cases(options.questions, options.tag)
    with tempfile.TemporaryDirectory() as folder:
        found = run(cases, options.corpus, Path(folder) / "index", leave_out=options.leave_out)
    for warning in found.warnings:
        print(warning, file=sys.stderr)
    print(render(found))


def read_cases(questions: Path, tag: str | None) -> tuple[Case, ...]:
    """The cases of a question set; with a tag only those that bear it."""
    return tuple(case for case in load_cases(questions) if not tag or tag in case.tags)


def run(
    cases: Sequence[Case], corpus: Sequence[str] | None, folder: Path, *, leave_out: bool
) -> Evaluation:
    """Index ``corpus`` (the shipped one if none) in ``folder`` and put the cases to it."""
    from assistant.assistant import Assistant

    assistant = Assistant.open(corpus, str(folder))

    def ask(question: str, history: Sequence[Turn], hidden: Container[str]) -> Answer:
        return assistant.ask(question, history, hidden=hidden)

    return evaluate(
        ask,
        lambda document: assistant.index.document(document)[1],
        cases,
        chunks={info.id: assistant.index.chunks(info.id) for info in assistant.index.documents()},
        settings={"corpus": corpus},
        leave_out=leave_out,
    )


def render(found: Evaluation) -> str:
    """Overall metrics with intervals, then the tags that have enough cases."""
    overall = [
        (name, format_value(name, found.metrics[name]), _interval(name, found.intervals[name]))
        for name in SHOWN
        if found.metrics[name] is not None
    ]
    tags = [
        (tag, str(n), *(format_value(name, found.tags[tag][name]) for name in BY_TAG))
        for tag, n in found.n_by_tag.items()
        if n >= MIN_CASES
    ]
    tables = [f"{len(found.cases)} cases.", render_markdown(("metric", "value", "95 %"), overall)]
    if tags:
        tables.append(render_markdown(("tag", "cases", *BY_TAG), tags))
    return "\n\n".join(tables)


def _interval(name: str, interval: Interval | None) -> str:
    return "" if interval is None else " to ".join(format_value(name, bound) for bound in interval)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--corpus", action="append", help="default: the shipped corpus")
    parser.add_argument("--tag", help="only cases with this tag")
    parser.add_argument("--leave-out", action="store_true")
    return parser


if __name__ == "__main__":
    main()

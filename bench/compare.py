"""The usual tutorial pipeline and this assistant side by side, in one run, turn by turn.

``python -m bench.compare > table.md`` prints a Markdown table: indexing, cold start, question
time, memory, and how well the passages rank. Every measured thing is a process of its own; the two
take turns, on two threads each, with files in the system's cache.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import sleep

import numpy as np

from assistant.evaluation.cases import Case, load_cases
from assistant.evaluation.gold import locate_gold
from assistant.evaluation.ranking import Ranked, count_relevant
from assistant.evaluation.scores import Expected, score_ranking
from bench import tutorial
from bench.markdown import render_markdown
from bench.serving import Pipeline, Reply, Usage
from corpus.corpus import Corpus, load_document
from corpus.document import Span
from index.passage import Chunk, Place

HERE = Path(__file__).parent / "xquad-a"
INDEX_ROUNDS, COLD_ROUNDS = 3, 5
BLOCK = 25
WARM_UP = 5
SHOWN = ("recall@1", "recall@5", "mrr@10", "ndcg@10", "chars_recall@5", "chars_recall_2000")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two pipelines: its module and its index folder."""

    name: str
    module: str
    folder: Path

    def serve(self) -> Pipeline:
        return Pipeline(self.module, "serve", str(self.folder))


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one side. Rankings hold the mean of each metric."""

    indexing: list[Usage]
    cold_s: list[float]
    replies: list[Reply]
    answering: Usage
    ranking: dict[str, float]


def main() -> None:
    options = _parser().parse_args()
    cases = [
        case
        for case in load_cases(options.questions)
        if case.answerable and options.tag in case.tags
    ]
    with tempfile.TemporaryDirectory() as folder:
        sides = (
            Side("tutorial", "bench.tutorial", Path(folder) / "tutorial"),
            Side("ours", "bench.ours", Path(folder) / "ours"),
        )
        measured = measure(sides, options.corpus, cases)
    print(f"{len(cases)} questions, tag {options.tag}.\n")
    print(render(measured))


def measure(
    sides: Sequence[Side], corpus: Path, cases: Sequence[Case]
) -> tuple[Measured, Measured]:
    """Measure both sides; each list holds the sides' values in the order of ``sides``."""
    indexing = _indexing(sides, corpus)
    cold = _cold(sides, cases[0].question)
    replies, usages = _questions(sides, [case.question for case in cases])
    chunk_sets = (_splits(corpus), _chunks(sides[1].folder))
    texts = {file.document: load_document(file).text for file in Corpus.open([str(corpus)]).files()}
    found = [
        Measured(
            indexing[i],
            cold[i],
            replies[i],
            usages[i],
            _ranking(cases, replies[i], chunk_sets[i], texts.__getitem__),
        )
        for i in (0, 1)
    ]
    return found[0], found[1]


def _indexing(sides: Sequence[Side], corpus: Path) -> list[list[Usage]]:
    """Time and memory of whole indexing processes; the last round's indexes stay."""
    usages: list[list[Usage]] = [[] for _ in sides]
    for number in range(INDEX_ROUNDS + 1):  # the first round warms the file cache
        for side, found in zip(sides, usages, strict=True):
            _say(f"indexing {number}: {side.name}")
            last = number == INDEX_ROUNDS
            folder = side.folder if last else side.folder.with_name(f"{side.name}-{number}")
            usage = Pipeline(side.module, "index", str(corpus), str(folder)).close()
            if number:
                found.append(usage)
    return usages


def _cold(sides: Sequence[Side], question: str) -> list[list[float]]:
    """Seconds from the start of a process to its first result."""
    seconds: list[list[float]] = [[] for _ in sides]
    for number in range(COLD_ROUNDS + 1):  # the first round warms the file cache
        for side, found in zip(sides, seconds, strict=True):
            _say(f"cold start {number}: {side.name}")
            pipeline = side.serve()
            pipeline.ask(question)
            if number:
                found.append(pipeline.age)
            pipeline.close()
    return seconds


def _questions(
    sides: Sequence[Side], questions: Sequence[str]
) -> tuple[list[list[Reply]], list[Usage]]:
    """Every question to both sides, in blocks that take turns; both have answered some before."""
    pipelines = [side.serve() for side in sides]
    for pipeline in pipelines:
        for question in questions[:WARM_UP]:
            pipeline.ask(question)
    replies: list[list[Reply]] = [[] for _ in sides]
    for turn, block in enumerate(_blocks(questions)):
        order = (0, 1) if turn % 2 == 0 else (1, 0)
        for i in order:
            sleep(0.3)  # threads of the other side stop spinning
            replies[i] += [pipelines[i].ask(question) for question in block]
    return replies, [pipeline.close() for pipeline in pipelines]


def _blocks(questions: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(questions), BLOCK):
        yield questions[start : start + BLOCK]


def _ranking(
    cases: Sequence[Case],
    replies: Sequence[Reply],
    chunks: Sequence[Chunk],
    read_text: Callable[[str], str],
) -> dict[str, float]:
    rows = []
    for case, reply in zip(cases, replies, strict=True):
        gold = locate_gold(case, read_text)
        near = [c for c in chunks if c.document in {e.document for e in case.evidence}]
        expected = Expected(gold, count_relevant(gold.quotes, near))
        places = [Place(name, Span(start, end)) for name, start, end in reply.found]
        rows.append(score_ranking(expected, [Ranked((place,)) for place in places]))
    return {name: float(np.mean([row[name] for row in rows])) for name in SHOWN}


def _splits(corpus: Path) -> list[Chunk]:
    """The tutorial's splits as chunks, for counting which are relevant."""
    found = []
    for split in tutorial.split(corpus):
        name, start, end = tutorial.place(split)
        text = split.page_content
        at = Span(start, end)
        found.append(Chunk("", name, name, (), None, at, text, "markdown", (), text))
    return found


def _chunks(folder: Path) -> list[Chunk]:
    from index.index import Index

    opened = Index.open(folder)
    return [chunk for info in opened.documents() for chunk in opened.chunks(info.id)]


def render(measured: tuple[Measured, Measured]) -> str:
    """The comparison as a Markdown table: a row a measure, with ours as a multiple of theirs."""
    speed: list[tuple[str, Callable[[Measured], float], str]] = [
        ("indexing, whole process, s", lambda m: median(u.seconds for u in m.indexing), ".1f"),
        ("indexing, peak memory, MB", lambda m: median(u.peak_mb for u in m.indexing), ".0f"),
        ("new process to first result, s", lambda m: median(m.cold_s), ".2f"),
        ("question p50, ms", lambda m: 1000 * _quantile(m, 0.5), ".1f"),
        ("question p95, ms", lambda m: 1000 * _quantile(m, 0.95), ".1f"),
        ("answering, peak memory, MB", lambda m: m.answering.peak_mb, ".0f"),
    ]
    rows = []
    for name, value, form in speed:
        theirs, ours = (value(side) for side in measured)
        rows.append((name, format(theirs, form), format(ours, form), f"{ours / theirs:.2f}"))
    for name in SHOWN:
        theirs, ours = (side.ranking[name] for side in measured)
        rows.append((name, f"{theirs:.3f}", f"{ours:.3f}", f"{ours - theirs:+.3f}"))
    return render_markdown(("", "tutorial", "ours", "ratio or difference"), rows)


def _quantile(measured: Measured, share: float) -> float:
    return float(np.quantile([reply.seconds for reply in measured.replies], share))


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=Path, default=HERE / "questions.jsonl")
    parser.add_argument("--corpus", type=Path, default=HERE / "corpus")
    parser.add_argument("--tag", default="split-test", help="only cases with this tag")
    return parser


if __name__ == "__main__":
    main()

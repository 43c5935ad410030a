from __future__ import annotations

from pathlib import Path

import pytest

from bench import tutorial
from bench.compare import SHOWN, Measured, render
from bench.serving import Pipeline, Reply, Usage

CORPUS = Path(__file__).parents[2] / "bench" / "xquad-a" / "corpus"


def test_the_places_of_the_tutorials_splits_are_exact() -> None:
    splits = tutorial.split(CORPUS)
    texts = {path.name: path.read_text(encoding="utf-8") for path in CORPUS.glob("*.md")}
    for split in splits:
        name, start, end = tutorial.place(split)
        assert texts[name][start:end] == split.page_content
    assert {split.metadata["source"] for split in splits} == set(texts)


def test_the_table_has_both_sides_and_what_is_between_them() -> None:
    def side(factor: float) -> Measured:
        usage = Usage(seconds=10 * factor, peak_mb=100 * factor)
        replies = [Reply(0.01 * factor, ())] * 3
        return Measured(
            [usage, Usage(999, 999), usage], [2 * factor], replies, usage, dict.fromkeys(SHOWN, 0.5)
        )

    assert render((side(2), side(1))).splitlines()[:9] == [
        "|  | tutorial | ours | ratio or difference |",
        "|---|---:|---:|---:|",
        "| indexing, whole process, s | 20.0 | 10.0 | 0.50 |",
        "| indexing, peak memory, MB | 200 | 100 | 0.50 |",
        "| new process to first result, s | 4.00 | 2.00 | 0.50 |",
        "| question p50, ms | 20.0 | 10.0 | 0.50 |",
        "| question p95, ms | 20.0 | 10.0 | 0.50 |",
        "| answering, peak memory, MB | 200 | 100 | 0.50 |",
        "| recall@1 | 0.500 | 0.500 | +0.000 |",
    ]


def test_a_pipeline_that_fails_is_an_error_and_not_a_time() -> None:
    with pytest.raises(RuntimeError, match=r"-m bench.tutorial nonsense exited with 1"):
        Pipeline("bench.tutorial", "nonsense").close()

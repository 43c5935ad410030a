"""The question sets that were written last: every case can be checked against its documents."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.evaluation.cases import load_cases
from assistant.evaluation.gold import locate_gold
from assistant.evaluation.matching import share_of_facts
from corpus.corpus import SHIPPED, Corpus, load_document

BENCH = Path(__file__).parents[2] / "bench"
SETS = [
    ("partnerships", SHIPPED, 120, 40),
    ("lighthouses", BENCH / "lighthouses/documents", 60, 20),
]


@pytest.mark.parametrize(("name", "documents", "n_cases", "n_unanswerable"), SETS)
def test_every_quote_stands_in_its_document_and_every_fact_in_the_collection(
    name: str, documents: Path, n_cases: int, n_unanswerable: int
) -> None:
    cases = load_cases(BENCH / name / "fresh.jsonl")
    files = Corpus.open([str(documents)]).files()
    texts = {loaded.id: loaded.text for loaded in map(load_document, files)}
    everything = "\n".join(texts.values())
    assert (len(cases), sum(not case.answerable for case in cases)) == (n_cases, n_unanswerable)
    for case in cases:
        assert "held-out" in case.tags
        assert all(quote.places for quote in locate_gold(case, texts.__getitem__).quotes), case.id
        assert not case.facts or share_of_facts(everything, case.facts) == 1.0, case.id


def test_facts_of_the_shipped_corpus_stand_in_its_sources_too() -> None:
    if "SOURCES_DIR" not in os.environ:
        pytest.skip("SOURCES_DIR does not name the folder of the source texts")
    sources = Path(os.environ["SOURCES_DIR"]).glob("*.txt")
    text = "\n".join(path.read_text("utf-8") for path in sources)
    cases = [case for case in load_cases(BENCH / "partnerships/fresh.jsonl") if case.facts]
    assert [case.id for case in cases if share_of_facts(text, case.facts) < 1.0] == []

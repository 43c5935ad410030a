"""Our restatements are of sentences that stand in their documents, and name nothing else."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = {
    "partnerships": ROOT / "corpus" / "documents",
    "lighthouses": ROOT / "bench" / "lighthouses" / "documents",
    "xquad-a": ROOT / "bench" / "xquad-a" / "corpus",
}
KINDS = {
    *("number", "date", "name", "negation", "roles"),
    *("comparison", "definition", "list", "reason", "general"),
}
LINES = (ROOT / "bench" / "pairs" / "held-out.jsonl").read_text(encoding="utf-8").splitlines()
PAIRS: list[dict[str, str]] = [json.loads(line) for line in LINES]

per_pair = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: str(pair["id"]))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_ids_are_numbered_in_order_and_no_sentence_stands_twice() -> None:
    assert [pair["id"] for pair in PAIRS] == [f"pair-{n:03d}" for n in range(1, len(PAIRS) + 1)]
    assert [s for s, n in Counter(pair["sentence"] for pair in PAIRS).items() if n > 1] == []


def test_each_corpus_has_fifty_pairs_and_each_kind_at_least_ten() -> None:
    assert Counter(pair["corpus"] for pair in PAIRS) == dict.fromkeys(DOCUMENTS, 50)
    kinds = Counter(pair["kind"] for pair in PAIRS)
    assert set(kinds) == KINDS
    assert {kind: count for kind, count in kinds.items() if count < 10} == {}


@per_pair
def test_the_quote_stands_in_its_document_exactly_once(pair: dict[str, str]) -> None:
    text = (DOCUMENTS[pair["corpus"]] / pair["document"]).read_text(encoding="utf-8")
    assert text.count(pair["quote"]) == 1


@per_pair
def test_the_sentence_has_other_words_or_another_order_than_the_quote(
    pair: dict[str, str],
) -> None:
    assert words(pair["sentence"]) != words(pair["quote"])


@per_pair
def test_the_sentence_names_nothing_that_the_quote_does_not(pair: dict[str, str]) -> None:
    names = re.findall(r"(?<!^)\b[A-Z][\w-]+", pair["sentence"])
    quote = pair["quote"].casefold()
    assert [name for name in names if name.casefold() not in quote] == []

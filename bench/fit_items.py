"""Fit ``assistant/items.json``: ``python -m bench.fit_items``.

How likely a sentence gives one of several things asked for: logistic regression on the traits of
``assistant/giving.py``. Fitted on the questions for lists of ``bench/reading/lists.jsonl``, which
the cross-encoder has not learnt from, in small collections, and on the prompts of shape list of
``bench/shapes/*-dev.jsonl``.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from assistant.asking import rank
from assistant.evaluation.cases import Case, load_cases
from assistant.evaluation.gold import Gold, locate_gold
from assistant.giving import ITEMS_FILE, TRAITS, read_pool, traits
from assistant.scoring import Scored
from assistant.view import View
from assistant.weights import load_weights
from bench.examples import load_readings
from bench.fit import BENCH, open_index
from bench.fitting import Floats
from bench.papers import list_cases, write_collections
from corpus.corpus import SHIPPED
from index.index import Index

LISTS = BENCH / "reading" / "lists.jsonl"
PROMPTS = {
    "partnerships": SHIPPED,
    "xquad-a": BENCH / "xquad-a" / "corpus",
    "lighthouses": BENCH / "lighthouses" / "documents",
    "mixed": BENCH / "mixed" / "documents",
    "saltworks": BENCH / "saltworks" / "documents",
    "railway": BENCH / "railway" / "documents",
    "cabinets": BENCH / "cabinets" / "documents",
}
N_PASSAGES, LEAST_FOUND, L2 = 10, 0.6, 3.0
"""A question counts if so much of what is gold was found: in a small collection of many subjects
one cannot always tell of which a question is.
"""


def main() -> None:
    from sklearn.linear_model import LogisticRegression

    pools = list(collect())
    x = np.vstack([known for known, _ in pools])
    y = np.concatenate([gold for _, gold in pools])
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-6
    model = LogisticRegression(C=1 / L2, max_iter=1000).fit((x - mean) / scale, y)
    weights = model.coef_[0] / scale
    fitted = {
        "made_by": "python -m bench.fit_items",
        "fitted_on": f"{len(pools)} questions: {LISTS.name} and bench/shapes (dev, shape list)",
        "weights": dict(zip(TRAITS, weights.round(4).tolist(), strict=True)),
        "intercept": round(float(model.intercept_[0] - weights @ mean), 4),
    }
    ITEMS_FILE.write_text(json.dumps(fitted, indent=2) + "\n", encoding="utf-8")


def collect() -> Iterator[tuple[Floats, Floats]]:
    """Of each question the traits of its pool and which sentences are gold, 1 or 0."""
    with tempfile.TemporaryDirectory() as folder:
        readings = load_readings(LISTS)
        for place, cases in write_collections(readings, Path(folder), list_cases):
            index = open_index(Path(folder) / f"index-{place.name}", place)
            yield from pools_of(index, cases, LEAST_FOUND)
        for name, documents in PROMPTS.items():
            index = open_index(Path(folder) / name, documents)
            prompts = load_cases(BENCH / "shapes" / f"{name}-dev.jsonl")
            asked = [c for c in prompts if c.answerable and c.shape == "list" and not c.history]
            yield from pools_of(index, asked, 0.0)


def pools_of(index: Index, cases: list[Case], least: float) -> Iterator[tuple[Floats, Floats]]:
    """As ``collect``, for one index; a case of which less than ``least`` was found is left out."""
    view, weights = View(index), load_weights()
    for case in cases:
        gold = locate_gold(case, lambda document: index.document(document)[1])
        reading, _, ranked = rank(case.question, view, weights, N_PASSAGES)
        pool, odds = read_pool(reading, ranked, index)
        if gold.missing or not gold.quotes or not pool:
            continue
        held = [_held(scored, gold) for scored in pool]
        if len(frozenset().union(*held)) < least * len(gold.quotes):
            continue
        yield traits(pool, odds), np.array([bool(quotes) for quotes in held], np.float64)


def _held(scored: Scored, gold: Gold) -> frozenset[int]:
    """The numbers of the gold quotes that a sentence overlaps."""
    document = scored.candidate.passage.chunk.document
    span = scored.candidate.sentence.span
    return frozenset(
        number
        for number, quote in enumerate(gold.quotes)
        for at in quote.places
        if at.document == document and at.span.start < span.end and span.start < at.span.end
    )


if __name__ == "__main__":
    main()

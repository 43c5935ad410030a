"""Fit the weights of ``assistant/closeness.py``: ``python -m bench.closeness``.

Listwise, as the sentence weights are, over the first sentences of each development question, once
on all collections and once with each left out. The weights in the module are the first line, times
1.3 and rounded; the others tell how far they agree.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from assistant.closeness import PARTS, describe
from assistant.scoring import ALIGNED, aligned, score_candidates
from assistant.weights import Weights, load_weights
from bench.asking import Asked, ask, is_gold
from bench.fit import BENCH, OWN, open_index, select_cases
from bench.fitting import Listed, fit_sentence
from index.index import Index

PRIOR = np.array([0.5, 2.5, 2.5, 1.0, 1.0, 1.0])


def main() -> None:
    weights = load_weights()
    lists: dict[str, list[Listed]] = {}
    with tempfile.TemporaryDirectory() as folder:
        places = {"xquad-a": BENCH / "xquad-a" / "corpus", **OWN}
        for name, documents in places.items():
            index = open_index(Path(folder) / name, documents)
            tag = "split-fit" if name == "xquad-a" else "dev"
            cases = [c for c in select_cases(name, tag) if c.answerable and not c.history]
            asked = ask(index, cases)
            lists[name] = [one for a in asked for one in _list(a, index, weights)]
    for line in report(lists):
        sys.stdout.write(line + "\n")


def report(lists: Mapping[str, list[Listed]]) -> Iterator[str]:
    """A line of weights for all collections, and one for each that is left out."""
    yield "left out: " + "  ".join(PARTS)
    for left_out in (None, *lists):
        kept = [one for name, own in lists.items() if name != left_out for one in own]
        fitted = fit_sentence(kept, PRIOR)
        yield f"{left_out or 'none'}: " + "  ".join(f"{weight:.2f}" for weight in fitted)


def _list(asked: Asked, index: Index, weights: Weights) -> Iterator[Listed]:
    """The first candidates of a question; none where there is none."""
    scores = score_candidates(asked.candidates, weights)
    order = np.argsort(-scores, kind="stable")[:ALIGNED]
    gold = is_gold(asked)[order]
    near = aligned(asked.reading, [asked.candidates[i] for i in order], index)
    rows = [
        describe(asked.reading, asked.candidates[i], float(scores[i]), nearness)
        for i, nearness in zip(order, near, strict=True)
    ]
    if rows:
        yield Listed(np.array(rows, float), gold)


if __name__ == "__main__":
    main()

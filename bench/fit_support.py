"""Fit ``assistant/support/weights.json``: ``python -m bench.fit_support``.

A logistic regression over the signals of ``assistant/support/signals.py`` on the development pairs
(``bench/pairs/dev.jsonl``), true and false; no signal may speak for what it can only speak against.
What a veto or a doubt decides is left out: the estimate is of the others. The threshold is the
highest that withholds at most ``MAX_WITHHELD`` of the true sentences that none of them stopped.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import numpy as np

from assistant.support.evidence import read_evidence
from assistant.support.finding import examine
from assistant.support.signals import AGAINST, SIGNALS, WEIGHTS_FILE
from bench.fit import open_index
from bench.fitting import Floats, Sample, find_threshold, fit_confidence, product_of
from bench.pairs import CORPORA, DEV, load_pairs, make_trials

MAX_WITHHELD = 0.05
LEFT_OUT = ("nearest other passage", "word")
"""The first may truly hold it. One word replaced is for ``assistant/support/retelling.py`` to find:
fitted on it, the estimate withholds whoever words things freely.
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        indexes = {n: open_index(Path(folder) / n, path) for n, path in CORPORA.items()}
        trials = make_trials(load_pairs(DEV, indexes), indexes)
        x, y = [], []
        for trial in (t for t in trials if t.kind not in LEFT_OUT):
            evidence = read_evidence(trial.passages)
            found = examine(trial.sentence, evidence, indexes[trial.pair.corpus])
            if not found.vetoes and not found.doubts:
                x.append(found.signals)
                y.append(float(trial.kind == "true"))
    fitted = fit(np.array(x, float), np.array(y))
    WEIGHTS_FILE.write_text(json.dumps(fitted, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(fitted, indent=2))


def fit(x: Floats, y: Floats) -> dict[str, object]:
    """The content of the weights' file: ``x`` of shape (n, len(SIGNALS)), ``y`` 1 for true."""
    signs = [-1 if name in AGAINST else 1 for name in SIGNALS]
    true, false = x[y == 1], x[y == 0]
    samples = [Sample(true, np.ones(len(true)), 1.0), Sample(false, np.zeros(len(false)), 1.0)]
    signal, intercept = fit_confidence(samples, signs)
    return {
        "made_by": "python -m bench.fit_support",
        "fitted_on": "bench/pairs/dev.jsonl",
        "signal": dict(zip(SIGNALS, np.round(signal, 4).tolist(), strict=True)),
        "intercept": round(intercept, 4),
        "threshold": find_threshold(
            samples[:1], lambda x: product_of(x, [(signal, intercept)]), MAX_WITHHELD
        ),
    }


if __name__ == "__main__":
    main()

"""The fitted numbers behind every score and every confidence."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from assistant.candidates import FEATURES
from index.passage import FloatArray

WEIGHTS_FILE = Path(__file__).parent / "weights.json"
"""Made by ``bench/fit.py``; which data it was fitted on stands in the file."""


SIGNALS = (
    "score",
    "cosine",
    "coverage",
    "context_coverage",
    "names",
    "names_in_passage",
    "lacks_type",
    "lacks_measure",
    "type_with_names",
    "bigrams",
    "key_nearness",
    "names_apart",
    "nearness",
    "mean_nearness",
    "least_nearness",
    "predicate",
    "lead",
    "lead_of_three",
    "lead_of_seven",
    "best_passage",
    "best_sentence",
    "read",
    "read_first",
)
"""What confidence is estimated from; all are free of the corpus's size."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted numbers. ``sentence`` goes with ``FEATURES``, the others with ``SIGNALS``.

    ``covered``: of the chance that the documents speak of what is asked; ``signal``: of the chance
    that the best sentences answer it, if so. ``slope`` and ``offset`` make of their product, in
    log odds, a share of right answers where nine of ten questions can be answered. Answers from
    the n-th of ``promises`` on, in confidence, were wrong once in n + 2 at most.
    """

    sentence: FloatArray
    signal: FloatArray
    intercept: float
    covered: FloatArray
    covered_intercept: float
    slope: float
    offset: float
    threshold: float
    promises: tuple[float, ...] = ()


@cache
def load_weights(path: Path = WEIGHTS_FILE) -> Weights:
    """Read the fitted weights.

    Raises:
        KeyError: the file lacks a feature, so it was made for other code.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    return Weights(
        sentence=np.array([data["sentence"][name] for name in FEATURES], np.float32),
        signal=np.array([data["signal"][name] for name in SIGNALS], np.float32),
        intercept=float(data["intercept"]),
        covered=np.array([data["covered"][name] for name in SIGNALS], np.float32),
        covered_intercept=float(data["covered_intercept"]),
        slope=float(data["slope"]),
        offset=float(data["offset"]),
        threshold=float(data["threshold"]),
        promises=tuple(float(level) for level in data["promises"]),
    )


@cache
def weights_version(path: Path = WEIGHTS_FILE) -> str:
    """Stands for the fitted weights: what was decided with others may be decided otherwise."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]

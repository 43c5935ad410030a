"""What speaks for and against a claim, as numbers, and the estimate made of them."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from index.passage import FloatArray

WEIGHTS_FILE = Path(__file__).parent / "weights.json"
"""Made by ``python -m bench.fit_support``; which data it was fitted on stands in the file."""

SIGNALS = (
    "cosine",
    "coverage",
    "worst_clause",
    "worst_term",
    "unmet",
    "hedge",
    "weak_hedge",
    "universal",
    "exclusive",
    "further",
    "misplaced",
)
"""All from 0 to 1. The last seven can only speak against a claim."""

AGAINST = ("unmet", "hedge", "weak_hedge", "universal", "exclusive", "further", "misplaced")
VETO = 0.01
"""What one veto leaves of a probability: nothing outweighs it, and two are worse than one."""
DOUBT = 0.25
"""What a doubt leaves of it. It stops a sentence as a veto does, but is oftener mistaken: the order
of words tells less surely than a number.
"""


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted numbers; ``signal`` goes with ``SIGNALS``."""

    signal: FloatArray
    intercept: float
    threshold: float


@cache
def load_weights(path: Path = WEIGHTS_FILE) -> Weights:
    """Read the fitted weights.

    Raises:
        KeyError: the file lacks a signal, so it was made for other code.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    return Weights(
        signal=np.array([data["signal"][name] for name in SIGNALS], np.float32),
        intercept=float(data["intercept"]),
        threshold=float(data["threshold"]),
    )


def estimate(values: FloatArray, n_vetoes: int, n_doubts: int, weights: Weights) -> float:
    """The probability, from 0 to 1, that the evidence states the claim."""
    z = float(values @ weights.signal) + weights.intercept
    left = VETO**n_vetoes * DOUBT**n_doubts
    return left / (1.0 + math.exp(-max(-50.0, min(50.0, z))))

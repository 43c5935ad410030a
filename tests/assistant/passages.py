"""Readings, passages and search results made by hand: what the steps of answering are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from assistant.candidates import FEATURES, Candidate
from assistant.question import read_question
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.weights import SIGNALS, Weights
from corpus.document import BlockKind, Span
from index.passage import Chunk, FloatArray, Passage, SearchResult, Sentence


def read_plainly(question: str, weights: Mapping[str, float] | None = None) -> Reading:
    """A reading without an index: every term weighs 1 and is known, unless ``weights`` says."""
    asked = read_question(question)
    return Reading(
        asked, question, dict.fromkeys(asked.terms, 1.0) | dict(weights or {}), frozenset()
    )


def passage(
    *sentences: str | tuple[str, BlockKind],
    document: str = "mill.md",
    title: str = "The mill",
    heading: tuple[str, ...] = (),
    score: float = 0.5,
    cosines: Sequence[float] | None = None,
) -> Passage:
    """A passage of these sentences, a line each, paragraphs unless their kind is given."""
    given = [s if isinstance(s, tuple) else (s, "paragraph") for s in sentences]
    at, placed = 0, []
    for text, kind in given:
        placed.append(Sentence(Span(at, at + len(text)), kind))
        at += len(text) + 1
    text = "\n".join(text for text, _ in given)
    span = Span(0, len(text))
    chunk_id = f"{document} {text}"
    chunk = Chunk(
        chunk_id, document, title, heading, None, span, text, "plain", tuple(placed), text
    )
    return Passage(
        chunk=chunk,
        sha256="0" * 64,
        score=score,
        dense=0.5,
        lexical=1.0,
        dense_rank=1,
        lexical_rank=1,
        sentence_cosines=tuple(cosines or [0.5] * len(given)),
    )


def found(*passages: Passage) -> SearchResult:
    return SearchResult("", np.zeros(3, np.float32), passages, 1.0, 0.0)


def scored(text: str, score: float, previous: str = "", **features: float) -> Scored:
    """A candidate of a passage of its own; ``previous`` is the sentence before it, if any."""
    lines = [previous, text] if previous else [text]
    row = np.array([features.get(name, 0.0) for name in FEATURES], np.float32)
    return Scored(Candidate(passage(*lines), len(lines) - 1, text, previous, row), score, {})


def plain_weights(
    sentence: FloatArray | None = None, signal: FloatArray | None = None, *, intercept: float = 0.0
) -> Weights:
    """Weights that are 0 but for those given; whatever is asked counts as covered."""
    none = np.zeros(len(SIGNALS), np.float32)
    return Weights(
        sentence=np.zeros(len(FEATURES), np.float32) if sentence is None else sentence,
        signal=none if signal is None else signal,
        intercept=intercept,
        covered=none,
        covered_intercept=18.0,
        slope=1.0,
        offset=0.0,
        threshold=0.5,
    )

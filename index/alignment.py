"""How near each word of a query comes to the words of a text, by their states in the model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.passage import FloatArray
from index.recent import RecentStates
from index.tokenizer import Pieces
from index.words import tokens


def align(recent: RecentStates, query: str, texts: Sequence[str]) -> list[dict[str, float]]:
    """For each text, the nearness of each term of ``query`` to it, in 0..1 (``Index.align``)."""
    (pieces, states), *others = recent.states([query, *texts])
    query_states = _directions(states)
    rows = _rows_of_terms(query, pieces)
    result = []
    for _, text_states in others:
        best = (query_states @ _directions(text_states).T).max(axis=1, initial=0.0)
        near = {term: float(best[found].mean()) for term, found in rows.items()}
        result.append({term: min(1.0, value) for term, value in near.items()})
    return result


def _rows_of_terms(query: str, pieces: Pieces) -> dict[str, list[int]]:
    """The rows of the pieces of each distinct term's first occurrence."""
    rows: dict[str, list[int]] = {}
    for token in tokens(query):
        if token.term and token.term not in rows:
            found = np.flatnonzero((pieces.starts >= token.start) & (pieces.starts < token.end))
            if len(found):
                rows[token.term] = found.tolist()
    return rows


def _directions(states: FloatArray) -> FloatArray:
    """The states between the two special pieces, L2-normalised: shape (n_pieces - 2, dim)."""
    inner = states[1:-1]
    norms = np.linalg.norm(inner, axis=1, keepdims=True)
    directions: FloatArray = inner / np.maximum(norms, 1e-12)
    return directions

"""The evidence for one sentence, numbered: the few sentences that come near it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import numpy as np

from assistant.support.evidence import Evidence
from assistant.support.holding import Pool
from assistant.support.names import spelled_out
from assistant.support.wording import holding, read_words, term_bag
from index.index import Index
from index.passage import FloatArray

_CONSIDERED = 16
"""So many sentences may support a claim; the others only tell what names and short forms mean."""
_ALIGNED = 2
"""So many are compared word by word: each costs 8 ms the first time, and a third gained nothing."""
_COMMON = 0.3


def make_pool(sentence: str, evidence: Sequence[Evidence], index: Index) -> Pool:
    """The sentences of ``evidence`` that come nearest to ``sentence``, nearest first."""
    cosines = _cosines(sentence, evidence, index)
    words = frozenset(w.term for w in read_words(sentence) if w.term)
    meets = [
        cosine + sum(holding(term, term_bag(one.said)) for term in words) / max(1, len(words))
        for one, cosine in zip(evidence, cosines, strict=True)
    ]
    order = np.argsort(-np.array(meets), kind="stable")[:_CONSIDERED].tolist()
    near = [evidence[i] for i in order]
    aligned = index.align(sentence, [one.text for one in near[:_ALIGNED]])
    texts = tuple(dict.fromkeys(one.passage.chunk.text for one in evidence))
    above = tuple(dict.fromkeys(one.above for one in evidence))
    return Pool(
        evidence=near,
        cosines=[cosines[i] for i in order],
        nearness={(i, term): n for i, found in enumerate(aligned) for term, n in found.items()},
        weight=_weigher(index),
        spelled=spelled_out(texts),
        wide="\n".join((*above, *texts)),
    )


def _cosines(sentence: str, evidence: Sequence[Evidence], index: Index) -> list[float]:
    """The cosine of the sentence and each of ``evidence``, at least 0."""
    vector = index.vector(sentence)
    rows: dict[str, FloatArray] = {}
    for chunk in (one.passage.chunk for one in evidence):
        if chunk.id not in rows:
            rows[chunk.id] = index.sentence_vectors(chunk) @ vector
    return [max(0.0, float(rows[one.passage.chunk.id][one.position])) for one in evidence]


def _weigher(index: Index) -> Callable[[str], float]:
    """How much a word tells, from its rarity in general; each is looked up once."""
    return cache(lambda word: _COMMON + (1 - _COMMON) * index.rarity(word))

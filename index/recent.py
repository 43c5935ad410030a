"""What the model made of texts lately: questions lead to the same sentences again and again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import numpy as np

from index.encoder import Encoder
from index.passage import FloatArray
from index.tokenizer import Pieces

MAX_TEXTS = 1024
"""About 50 MB of states, were every text a sentence of 30 word pieces."""
MAX_WORDS = 8192
"""12 MB of vectors."""

State = tuple[Pieces, FloatArray]
Value = TypeVar("Value")


class _Recent(Generic[Value]):
    """The values of the last ``size`` keys asked for; safe for several threads."""

    def __init__(self, make: Callable[[Sequence[str]], Iterable[Value]], size: int) -> None:
        self._make, self._size = make, size
        self._kept: OrderedDict[str, Value] = OrderedDict()
        self._lock = threading.Lock()

    def values(self, keys: Sequence[str]) -> list[Value]:
        """The value of each key; only those that are not remembered are made."""
        with self._lock:
            known = {key: self._kept[key] for key in keys if key in self._kept}
        missing = [key for key in dict.fromkeys(keys) if key not in known]
        if missing:
            known.update(zip(missing, self._make(missing), strict=True))
        with self._lock:
            for key in keys:
                self._kept[key] = known[key]
                self._kept.move_to_end(key)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return [known[key] for key in keys]


class RecentStates:
    """The states of the last ``max_texts`` texts asked for."""

    def __init__(self, encoder: Encoder, max_texts: int = MAX_TEXTS) -> None:
        self._encoder = encoder
        self._recent = _Recent(encoder.states, max_texts)
        self._by_mean = getattr(encoder, "pools_by_mean", True)

    def states(self, texts: Sequence[str]) -> Iterator[State]:
        """As ``Encoder.states``; only texts that are not remembered are encoded."""
        return iter(self._recent.values(texts))

    def vector(self, text: str) -> FloatArray:
        """The vector of one text: shape (dim,), float32, L2-normalised; as ``Encoder.embed``."""
        from index.encoder import normalised

        if not self._by_mean:
            own: FloatArray = self._encoder.embed([text])[0]
            return own
        ((pieces, states),) = self.states([text])
        mean = states.mean(axis=0, keepdims=True)
        rows = normalised(mean) if len(pieces.starts) else self._encoder.embed([text])
        vector: FloatArray = rows[0]
        return vector


class RecentWords:
    """The vectors of the last ``MAX_WORDS`` single words asked for."""

    def __init__(self, encoder: Encoder) -> None:
        self._recent: _Recent[FloatArray] = _Recent(encoder.embed, MAX_WORDS)

    def nearest(self, word: str, others: Sequence[str]) -> float:
        """The largest cosine of ``word`` with one of ``others``, each by itself; 0 for none."""
        if not others:
            return 0.0
        vector, *rows = self._recent.values([word, *others])
        return float((np.stack(rows) @ vector).max())

"""The token states of texts read lately: questions lead to the same sentences again and again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence

from index.encoder import Encoder
from index.passage import FloatArray
from index.tokenizer import Pieces

MAX_TEXTS = 1024
"""About 50 MB of states, were every text a sentence of 30 word pieces."""

State = tuple[Pieces, FloatArray]


class RecentStates:
    """The states of the last ``MAX_TEXTS`` texts asked for; safe for several threads."""

    def __init__(self, encoder: Encoder, max_texts: int = MAX_TEXTS) -> None:
        self._encoder, self._max_texts = encoder, max_texts
        self._kept: OrderedDict[str, State] = OrderedDict()
        self._lock = threading.Lock()

    def states(self, texts: Sequence[str]) -> Iterator[State]:
        """As ``Encoder.states``; only texts that are not remembered are encoded."""
        with self._lock:
            known = {text: self._kept[text] for text in texts if text in self._kept}
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(missing, self._encoder.states(missing), strict=True))
        with self._lock:
            for text in texts:
                self._kept[text] = known[text]
                self._kept.move_to_end(text)
            while len(self._kept) > self._max_texts:
                self._kept.popitem(last=False)
        return iter([known[text] for text in texts])

    def vector(self, text: str) -> FloatArray:
        """The vector of one text: shape (dim,), float32, L2-normalised; as ``Encoder.embed``."""
        from index.encoder import normalised

        ((pieces, states),) = self.states([text])
        mean = states.mean(axis=0, keepdims=True)
        rows = normalised(mean) if len(pieces.starts) else self._encoder.embed([text])
        vector: FloatArray = rows[0]
        return vector

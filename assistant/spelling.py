"""Words of a question that the corpus writes otherwise: misspelt names, missing letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index.index import Index
from index.words import Token, tokens

_MIN_LENGTH = 4
_COMMON = 0.99
"""A word at least this rare is in no general vocabulary, so it may well be misspelt."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A question as it was read, and what was read for what."""

    text: str
    changes: tuple[tuple[str, str], ...]


def correct(text: str, index: Index) -> Corrected:
    """Replace words that the corpus does not hold by the one close spelling that it holds.

    A word of general English is left alone unless it is written as a name.
    """
    vocabulary = index.vocabulary()
    parts: list[str] = []
    changes: list[tuple[str, str]] = []
    last = 0
    for token in tokens(text):
        raw = text[token.start : token.end]
        if not _is_suspect(token, raw, index, vocabulary, opens=token.start == 0):
            continue
        better = _closest(token.surface, vocabulary)
        if better is None:
            continue
        parts += [text[last : token.start], better]
        changes.append((raw, better))
        last = token.end
    return Corrected("".join(parts) + text[last:], tuple(changes))


def _is_suspect(
    token: Token, raw: str, index: Index, vocabulary: Mapping[str, int], *, opens: bool
) -> bool:
    surface = token.surface
    if not token.term or len(surface) < _MIN_LENGTH or not surface.isalpha():
        return False
    if surface in vocabulary or index.frequency(token.term) > 0:
        return False
    is_name = raw[0].isupper() and not opens
    return is_name or index.rarity(surface) >= _COMMON


def _closest(surface: str, vocabulary: Mapping[str, int]) -> str | None:
    """The word within one edit (two from seven letters on), most frequent first; ties: none."""
    from rapidfuzz.distance import OSA

    limit = 1 if len(surface) < 7 else 2
    near = [
        (distance, -count, word)
        for word, count in vocabulary.items()
        if abs(len(word) - len(surface)) <= limit
        and len(word) >= _MIN_LENGTH
        and word.isalpha()
        and (distance := OSA.distance(surface, word, score_cutoff=limit)) <= limit
        and (word[0] == surface[0] or sorted(word) == sorted(surface))
    ]
    return min(near)[2] if near else None

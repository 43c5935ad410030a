"""A sentence traced back, word by word, to the sentence that it retells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.support.amounts import find_amounts
from assistant.support.dates import find_dates
from assistant.support.english_retelling import INFLECTIONS
from assistant.support.names import find_names
from assistant.support.wording import Word, read_words
from index.english import stem

_NEXT, _BACK, _SKIP, _MOST_SKIPPED = 0.6, 0.7, 0.03, 0.4


@dataclass(frozen=True, slots=True)
class Part:
    """A content word: its number among all words of its text, and the term it is compared by.

    ``is_number``: a number or part of a date; ``in_name``: part of a name.
    """

    at: int
    word: Word
    term: str
    is_number: bool
    in_name: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A text as its words: all of them, and those that tell something."""

    text: str
    words: tuple[Word, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """For each part of a claim, the number of the part of its source it goes back to, or null."""

    claim: Told
    source: Told
    to: tuple[int | None, ...]


def read_told(text: str) -> Told:
    """The words of ``text``; a number written as a word tells something, too."""
    words = read_words(text)
    amounts = {
        word.start: f"{amount.value:g}"
        for amount in find_amounts(text)
        for word in words
        if amount.span.start <= word.start < amount.span.end
    }
    dates = [date.span for date in find_dates(text)]
    names = [name.span for name in find_names(text) if not name.opens]
    parts = []
    for i, word in enumerate(words):
        dated = any(s.start <= word.start < s.end for s in dates)
        term = word.term if dated else amounts.get(word.start, word.term)
        if term:
            is_number = dated or word.start in amounts
            in_name = any(s.start <= word.start < s.end for s in names)
            parts.append(Part(i, word, term, is_number, in_name))
    return Told(text, words, tuple(parts))


def trace(claim: Told, source: Told) -> Trace:
    """Each word of ``claim`` with the word of ``source`` it most likely goes back to.

    Words that stand together are kept together, and the order of the source is kept, where that
    costs no word (Viterbi over the words of the claim).
    """
    scores: dict[int | None, tuple[float, tuple[int | None, ...]]] = {None: (0.0, ())}
    for part in claim.parts:
        found = [j for j, other in enumerate(source.parts) if is_same(part, other)]
        following: dict[int | None, tuple[float, tuple[int | None, ...]]] = {}
        for last, (score, path) in scores.items():
            for to in (None, *found):
                value = score + (to is not None) + _step(last, to, path)
                at = last if to is None else to
                if at not in following or value > following[at][0]:
                    following[at] = (value, (*path, to))
        scores = following
    _, path = max(scores.values(), key=lambda one: one[0])
    return Trace(claim, source, path)


def is_same(one: Part, other: Part) -> bool:
    """Whether two words are forms of one word; a synonym or a derived word is another."""
    if one.term != other.term:
        return False
    a, b = one.word.surface, other.word.surface
    if one.is_number or a == b or stem(a) != stem(b):  # "drew" and "drawn" have stems of their own
        return True
    n = next((i for i in range(min(len(a), len(b))) if a[i] != b[i]), min(len(a), len(b)))
    return a[n:] in INFLECTIONS and b[n:] in INFLECTIONS


def _step(last: int | None, to: int | None, path: Sequence[int | None]) -> float:
    """What a step from one word of the source to another is worth."""
    if to is None or last is None:
        return 0.0
    if to == last:
        return -_BACK
    if to == last + 1:
        return _NEXT if path and path[-1] is not None else 0.0
    return -_BACK if to < last else -min(_MOST_SKIPPED, _SKIP * (to - last))

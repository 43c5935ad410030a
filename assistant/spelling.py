"""Words of a question that the corpus writes otherwise: misspelt names, missing letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant import english
from assistant.english_wishes import REQUESTING
from assistant.naming import stands_in
from index.english import STOP_WORDS
from index.index import Index
from index.words import Token, tokens

_MIN_LENGTH, _LEAST_LETTERS = 4, 3
_MIN_JOINED, _MIN_MISSPELT, _TWO_EDITS = 6, 9, 7
_MIN_SPOKEN, _SPOKEN_EDITS, _LEAST_SOUNDS = 6, 3, 3
_LOOKED_UP = _TRIED = 5
_LEAST_REQUEST = 5
_RARE_OPENING = 0.6
_KNOWN_NAME = 0.8
"""A name more frequent than that in general English is no other misspelt: Scots are no Scott."""
_POSSESSIVE = re.compile(r"['’]s?$")
_COMMON = 0.99
"""A word at least this rare is in no general vocabulary, so it may well be misspelt."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A question as it was read, and what was read for what."""

    text: str
    changes: tuple[tuple[str, str], ...]


def correct(text: str, index: Index) -> Corrected:
    """Replace words that the corpus does not hold by the closest spelling that it holds.

    Words typed apart that the corpus writes as one are joined. A word of general English is left
    alone unless it is written as a name.
    """
    joined = _join(text, index)
    single = _correct_words(joined.text, index)
    return Corrected(single.text, joined.changes + single.changes)


def correct_request(text: str, index: Index) -> Corrected:
    """Replace the words that neither the documents nor general English hold by the word of requests
    that is one edit away, where the documents hold no other as near: "Sumarise", "plese".
    """
    parts: list[str] = []
    changes: list[tuple[str, str]] = []
    last = 0
    for token in tokens(text):
        better = _request_word(token, text, index)
        if better:
            raw = text[token.start : token.end]
            better = better.capitalize() if raw[0].isupper() else better
            parts += [text[last : token.start], better]
            changes.append((raw, better))
            last = token.end
    return Corrected("".join(parts) + text[last:], tuple(changes))


def _request_word(token: Token, text: str, index: Index) -> str:
    word, is_name = token.surface, token.start > 0 and text[token.start].isupper()
    vocabulary = index.vocabulary()
    if len(word) < _LEAST_REQUEST or is_name or word in vocabulary or word in REQUESTING:
        return ""
    if index.rarity(word) < _COMMON or not REQUESTING.issuperset(_within_one(word, vocabulary)):
        return ""
    near = _within_one(word, REQUESTING | STOP_WORDS)
    return near[0] if len(near) == 1 and near[0] in REQUESTING else ""


def _within_one(word: str, known: Iterable[str]) -> list[str]:
    """The words of ``known`` that begin alike and are one edit away, and no other form of it."""
    from rapidfuzz.distance import OSA

    return [
        other
        for other in known
        if other[0] == word[0]
        and len(other) >= _MIN_LENGTH
        and other.isalpha()
        and OSA.distance(word, other, score_cutoff=1) == 1
        and not _is_derived(word, other)
    ]


def _join(text: str, index: Index) -> Corrected:
    """Join two or three words of which the corpus lacks one, and which it writes as one."""
    vocabulary = index.vocabulary()
    found = list(tokens(text))
    parts: list[str] = []
    changes: list[tuple[str, str]] = []
    last = i = 0
    while i < len(found):
        joined = ((n, _one_word(found[i : i + n], n, text, vocabulary)) for n in (3, 2))
        n, word = next(((n, word) for n, word in joined if word), (1, ""))
        if word:
            start, end = found[i].start, found[i + n - 1].end
            better = _as_written(word, text[start:end], index)
            parts += [text[last:start], better]
            changes.append((text[start:end], better))
            last = end
        i += n
    return Corrected("".join(parts) + text[last:], tuple(changes))


def _one_word(found: Sequence[Token], n: int, text: str, vocabulary: Mapping[str, int]) -> str:
    """The word that the corpus writes for ``n`` words typed apart; where it knows none of them as
    they are typed, they may be misspelt too. Empty if it writes none.
    """
    word = "".join(token.surface for token in found)
    gaps = (text[one.end : other.start] for one, other in pairwise(found))
    if len(found) < n or len(word) < _MIN_JOINED or not all(gap in (" ", "-") for gap in gaps):
        return ""
    known = sum(token.surface in vocabulary for token in found)
    if word in vocabulary:
        return word if known < n else ""
    is_misspelt = not known and len(word) >= _MIN_MISSPELT and text[found[0].start].isupper()
    return next(iter(_closest(word, vocabulary)), "") if is_misspelt else ""


def _correct_words(text: str, index: Index) -> Corrected:
    found = list(tokens(text))
    better = [_better(token, text, index) for token in found]
    better = [_beside(found, i, index) if b is None else b for i, b in enumerate(better)]
    parts: list[str] = []
    changes: list[tuple[str, str]] = []
    last = 0
    for i, token in enumerate(found):
        word = better[i]
        if not word or any(better[j] == "" for j in _same_name(found, i, text)):
            continue
        raw = text[token.start : token.end]
        owning = _POSSESSIVE.search(raw)
        word += owning.group() if owning else ""
        parts += [text[last : token.start], word]
        changes.append((raw, word))
        last = token.end
    return Corrected("".join(parts) + text[last:], tuple(changes))


def _better(token: Token, text: str, index: Index) -> str | None:
    """How the documents write a word that they do not hold; empty where they hold nothing near it,
    or only what is no name where a name is typed; null for a word that need not be looked up.
    """
    vocabulary = index.vocabulary()
    raw = text[token.start : token.end]
    if _is_plural_only(token, raw, vocabulary):
        return f"{raw}s"  # an abbreviation that the documents hold in the plural only
    opens = token.start == 0 and not _opens_name(text[token.end :], token.surface, index)
    if not _is_suspect(token, raw, index, vocabulary, opens=opens):
        return None
    near = _closest(token.surface, vocabulary) or _sounding_alike(token.surface, vocabulary)
    written = (_as_written(word, raw, index) for word in near[:_TRIED])
    if raw[0].isupper() and not opens and not text.isupper():
        return next((word for word in written if not word[:1].islower()), "")
    return next(written, "")


def _beside(found: Sequence[Token], i: int, index: Index) -> str | None:
    """What the documents write beside the next word instead of a word that they do not hold: "sweat
    shaft" for a Sweet Shaft. Null where it is held, and where nothing near it stands so.
    """
    surface = found[i].surface
    if len(surface) < _MIN_LENGTH or not found[i].term or index.frequency(found[i].term):
        return None
    behind = next(iter(found[i + 1 : i + 2]), None)
    if behind is None or not behind.term or not index.frequency(behind.term):
        return None
    near = next(iter(_closest(surface, index.vocabulary())), "")
    name = f"{near} {behind.surface}"
    passages = index.search(name, k=_LOOKED_UP).passages if near else ()
    return near if any(stands_in(name, p.chunk.text) for p in passages) else None


def _is_plural_only(token: Token, raw: str, vocabulary: Mapping[str, int]) -> bool:
    """Whether an abbreviation of three letters or more stands in the documents as a plural only."""
    is_short = raw.isupper() and len(raw) >= _LEAST_LETTERS and token.surface not in STOP_WORDS
    return is_short and token.surface not in vocabulary and f"{token.surface}s" in vocabulary


def _same_name(found: Sequence[Token], i: int, text: str) -> Iterator[int]:
    """The words with a capital that stand beside one with nothing but a space between."""
    if not text[found[i].start].isupper():
        return
    for step in (-1, 1):
        j = i
        while 0 <= j + step < len(found):
            one, other = sorted((found[j], found[j + step]), key=lambda token: token.start)
            if text[one.end : other.start] != " " or not text[found[j + step].start].isupper():
                break
            j += step
            yield j


def _is_suspect(
    token: Token, raw: str, index: Index, vocabulary: Mapping[str, int], *, opens: bool
) -> bool:
    surface = token.surface
    if not token.term or len(surface) < _MIN_LENGTH or not surface.isalpha():
        return False
    if surface in vocabulary or index.frequency(token.term) > 0:
        return False
    if surface in english.REQUEST_WORDS or surface in english.GENERIC_WORDS:
        return False
    is_name = raw[0].isupper() and not opens
    return index.rarity(surface) >= (_KNOWN_NAME if is_name else _COMMON)


def _opens_name(after: str, surface: str, index: Index) -> bool:
    """Whether the first word of a question is the first of a name: rare, before a capital."""
    return after[:1] == " " and after[1:2].isupper() and index.rarity(surface) >= _RARE_OPENING


def _as_written(word: str, typed: str, index: Index) -> str:
    """``word`` with the capitals and accents of the passages, or with the capital as typed."""
    forms = Counter(
        passage.chunk.text[token.start : token.end]
        for passage in index.search(word, k=_LOOKED_UP).passages
        for token in tokens(passage.chunk.text)
        if token.surface == word
    )
    if not forms:
        return word.capitalize() if typed[:1].isupper() else word
    return _POSSESSIVE.sub("", min(forms, key=lambda form: (-forms[form], form)))


def _is_derived(surface: str, word: str) -> bool:
    """Whether one is made of the other by an ending, so that both are words of their own, or both
    compare: "cheapest", "cheaper".
    """
    short, long = sorted((surface, word), key=len)
    ending = long[len(short) :] if long.startswith(short) else ""
    if ending in english.WORD_ENDINGS or len(ending) > 1:
        return True
    return short.endswith("er") and long == f"{short[:-2]}est"


def _closest(surface: str, vocabulary: Mapping[str, int]) -> list[str]:
    """The words within one edit (two from seven letters on, the ending of both aside, or where the
    letters are the same), the nearest first, of these the most frequent.

    Neither a function word nor another form of the word: a projector is no misspelt project.
    """
    from rapidfuzz.distance import OSA

    letters = sorted(surface)

    def limit(word: str) -> int:
        alike = (e for e in english.VERB_ENDINGS if surface.endswith(e) and word.endswith(e))
        own = len(surface) - len(next(alike, ""))
        return 1 if own < _TWO_EDITS and sorted(word) != letters else 2

    near = [
        (distance, -count, word)
        for word, count in vocabulary.items()
        if abs(len(word) - len(surface)) <= limit(word)
        and len(word) >= _MIN_LENGTH
        and word.isalpha()
        and (distance := OSA.distance(surface, word, score_cutoff=2)) <= limit(word)
        and (word[0] == surface[0] or sorted(word) == letters)
        and word not in STOP_WORDS
        and not _is_derived(surface, word)
    ]
    return [word for _, _, word in sorted(near)]


def _sounding_alike(surface: str, vocabulary: Mapping[str, int]) -> list[str]:
    """The words that are spoken alike, within a few edits: "farmacy" for a pharmacy; as above."""
    from jellyfish import metaphone
    from rapidfuzz.distance import OSA

    sound = metaphone(surface)
    if len(surface) < _MIN_SPOKEN or len(sound) < _LEAST_SOUNDS:
        return []
    near = [
        (distance, -count, word)
        for word, count in vocabulary.items()
        if len(word) >= _MIN_SPOKEN
        and word.isalpha()
        and (distance := OSA.distance(surface, word, score_cutoff=_SPOKEN_EDITS)) <= _SPOKEN_EDITS
        and word not in STOP_WORDS
        and metaphone(word) == sound
        and not _is_derived(surface, word)
    ]
    return [word for _, _, word in sorted(near)]

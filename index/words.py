"""The one tokenisation: for the lexical index, coverage, highlights and spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from index.english import STOP_WORDS, stem
from index.languages import stem_of

# Scripts written without spaces: Thai, Lao, Burmese, Khmer, kana, CJK ideographs.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# What is told apart by pairs of characters: those, and Korean, whose words take many endings.
_PAIRED = UNSPACED + "\u1100-\u11ff\uac00-\ud7a3"
# Marks that are part of a word though no letters: accents, Hebrew and Arabic points, Indic vowels.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u0900-\u0963\u0971-\u0dff"
)
_LETTER = rf"[^\W_{_PAIRED}]"
_TOKEN = re.compile(
    rf"[{_PAIRED}]+"
    r"|(?:[^\W\d_]\.){2,}"
    rf"|\d+(?:[.,:]\d+)*(?!{_LETTER})"
    rf"|{_LETTER}(?:{_LETTER}|[{_MARKS}])*(?:['’](?:{_LETTER}|[{_MARKS}])+)*"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PAIRED_RUN = re.compile(rf"[{_PAIRED}]")


class Token(NamedTuple):
    """A word of a text: where it stands, its folded surface and its term.

    ``term`` is what is counted and searched; it is empty for function words.
    """

    start: int
    end: int
    surface: str
    term: str


def tokens(text: str) -> Iterator[Token]:
    """The words of ``text`` in reading order; runs of a script without spaces, and Korean words,
    give overlapping pairs.
    """
    shouted = text.isupper()
    for match in _TOKEN.finditer(text):
        raw = match.group()
        if not raw.isascii() and _PAIRED_RUN.match(raw):
            yield from _pairs(raw, match.start())
            continue
        yield Token(*match.span(), *_read(raw, shouted))


def terms(text: str) -> list[str]:
    """The stemmed words of ``text``, function words out, in reading order.

    >>> terms("The partners' strategies in the U.S.")
    ['partner', 'strategi', 'us']
    """
    shouted = text.isupper()
    found: list[str] = []
    for raw in _TOKEN.findall(text):
        if not raw.isascii() and _PAIRED_RUN.match(raw):
            found += [token.term for token in _pairs(raw, 0)]
        else:
            found.append(_read(raw, shouted)[1])
    return [term for term in found if term]


def surfaces(text: str) -> list[str]:
    """The folded words of ``text``, function words included, in reading order."""
    return [token.surface for token in tokens(text)]


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Lower case without accents, inner stops and a possessive ending.

    >>> fold("Zoë’s"), fold("U.S.")
    ('zoe', 'us')
    """
    parts = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    # Some letters, by themselves the form of an accent, are nothing without it: they stay.
    word = "".join(c for c in parts if not unicodedata.combining(c)).strip() or word
    if word.endswith("'s"):
        word = word[:-2]
    if "." in word and word[0].isalpha():
        word = word.replace(".", "")
    if _THOUSANDS.fullmatch(word):
        word = word.replace(",", "")
    return unicodedata.normalize("NFC", word)


@lru_cache(maxsize=200_000)
def _read(raw: str, shouted: bool) -> tuple[str, str]:
    """The surface and the term of a word; ``shouted``: all of its text is in capitals."""
    surface = fold(raw)
    is_acronym = raw.isupper() and len(raw) > 1 and not shouted
    return surface, "" if surface in STOP_WORDS and not is_acronym else _term(surface, raw)


def _term(surface: str, raw: str) -> str:
    # Stemmers of other scripts know the letters with their marks.
    return stem(surface) if surface.isascii() else fold(stem_of(raw.casefold()))


def _pairs(run: str, offset: int) -> Iterator[Token]:
    if len(run) == 1:
        yield Token(offset, offset + 1, run, run)
    for i in range(len(run) - 1):
        yield Token(offset + i, offset + i + 2, run[i : i + 2], run[i : i + 2])

"""Words and signs as they are written: which ways of writing are the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.support import english_edits as english
from assistant.support.english_numbers import TENS, UNITS

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['-][^\W\d_]+)*|\w+|[^\w\s]")
_FOLDS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "‑": "-"}
)
_STOP = re.compile(r"[.!…]+[\"”’)]*\s*\Z")
_TELLING = re.compile(r"[%°±<>=≤≥×÷/+$€£¥]|(?<![\w)])-(?=\d)|\d[\d.,:]*\d")
_NUMBERS = {word: str(value) for word, value in (UNITS | TENS).items()}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign: as it stands from ``start`` on, and folded."""

    raw: str
    start: int
    folded: str


@lru_cache(maxsize=4096)
def read_tokens(text: str) -> tuple[Token, ...]:
    """The words and signs of ``text`` but its full stop; quotation marks are all alike."""
    folded = _STOP.sub("", text.translate(_FOLDS))
    return tuple(
        Token(m.group(), m.start(), '"' if m.group() == "'" else m.group().casefold())
        for m in _TOKEN.finditer(folded)
    )


def is_same(one: Token, other: Token) -> bool:
    """Whether two tokens are one word, spelled in one way or another, or words that say the same.

    >>> metres, Meters, eleven, islet = read_tokens("metres Meters eleven islet")
    >>> is_same(metres, Meters), is_same(eleven, read_tokens("11")[0]), is_same(islet, eleven)
    (True, True, False)
    """
    a, b = _spelled(one.folded), _spelled(other.folded)
    return a == b or any(a in group and b in group for group in english.EQUAL)


@lru_cache(maxsize=20_000)
def _spelled(word: str) -> str:
    if word in _NUMBERS:
        return _NUMBERS[word]
    for pattern, instead in english.SPELLINGS:
        word = pattern.sub(instead, word)
    return word


def signs(text: str) -> list[str]:
    """The signs of ``text`` that are no words but tell something, and its long numbers as written.

    >>> signs("It cost £1,500, at -5 °C."), signs("The 2-door car.")
    (['£', '1,500', '-', '°'], [])
    """
    return _TELLING.findall(text.translate(_FOLDS))


def stops(text: str) -> list[str]:
    """The words of ``text`` and the commas and the like between them, without signs of markup.

    >>> stops("- The **mill**, of oak.")
    ['the', 'mill', ',', 'of', 'oak']
    """
    return [one.folded for one in read_tokens(text) if one.raw[0].isalnum() or one.raw in ",;:"]

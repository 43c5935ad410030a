"""Finding the kind of expression a question asks for: dates, numbers, names, places, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from assistant import english
from corpus.document import Span
from index.english import STOP_WORDS

AnswerType = Literal[
    "date",
    "percent",
    "money",
    "duration",
    "number",
    "person",
    "place",
    "reason",
    "manner",
    "example",
    "definition",
    "thing",
]

MEASURES: tuple[AnswerType, ...] = ("date", "percent", "money", "duration", "number")
"""Kinds of answer that have a form of their own: an answer without one cannot be right."""

_NAME = re.compile(
    r"(?:[A-Z][\w'’&./-]*|[a-z]?[A-Z0-9]+[A-Za-z0-9]*[A-Z][\w-]*|\d+[A-Z][\w]*)"
    r"(?:(?:\s+(?:of|the|de|la|von|van|der|del|di|al|&)){0,2}\s+(?:[A-Z][\w'’&./-]*|\d+[A-Za-z]+\w*|[IVX]+\b))*"
)
_WORD = re.compile(r"([\w'’-]+)\W*")
_PATTERNS = {
    "date": english.DATE,
    "percent": english.PERCENT,
    "money": english.MONEY,
    "duration": english.DURATION,
    "number": english.NUMBER,
    "reason": english.REASON,
    "manner": english.MANNER,
}


def find(kind: AnswerType, text: str) -> Iterator[Span]:
    """Where ``text`` holds an expression of ``kind``, in reading order.

    A person is any name; a place a name after "in", "at", "near" and the like; an example a name in
    a sentence that says of itself to give one. A definition or thing has no form of its own.

    >>> [s.cut("It opened in May 1931.") for s in find("date", "It opened in May 1931.")]
    ['May 1931']
    """
    if kind == "person" or (kind == "example" and english.EXAMPLE.search(text)):
        yield from names(text)
    elif kind == "place":
        yield from _places(text)
    elif kind in _PATTERNS:
        for match in _PATTERNS[kind].finditer(text):
            yield Span(match.start(), match.end())


def names(text: str) -> Iterator[Span]:
    """Runs of capitalised words, joined over "of", "de" and "&" but not over "and".

    A first word that is a function word is left out: it is capitalised because it opens the
    sentence.

    >>> text = "When did the University of Graz and Acme meet?"
    >>> [span.cut(text) for span in names(text)]
    ['University of Graz', 'Acme']
    """
    for match in _NAME.finditer(text):
        name = _without_opening(match.group())
        start = match.end() - len(name)
        name = name.rstrip("'’.,-/&").removesuffix("'s").removesuffix("’s")
        if len(name) > 1:
            yield Span(start, start + len(name))


def _without_opening(words: str) -> str:
    """``words`` without leading function words; empty where none but lower case would lead."""
    first = _WORD.match(words)
    while first and first[1].lower() in STOP_WORDS and not first[1].isupper():
        words = words[first.end() :]
        if words[:1].islower():
            return ""
        first = _WORD.match(words)
    return words


def _places(text: str) -> Iterator[Span]:
    """The names that stand after a preposition of place."""
    capitals = list(names(text))
    for match in english.PLACE.finditer(text):
        yield from (name for name in capitals if name.start == match.end())

"""Finding the kind of expression a question asks for: dates, numbers, names, places, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from assistant import english
from corpus.document import Span

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
_PATTERNS = {
    "date": english.DATE,
    "percent": english.PERCENT,
    "money": english.MONEY,
    "duration": english.DURATION,
    "number": english.NUMBER,
    "reason": english.REASON,
    "manner": english.MANNER,
    "place": english.PLACE,
}


def find(kind: AnswerType, text: str) -> Iterator[Span]:
    """Where ``text`` holds an expression of ``kind``, in reading order.

    An example is a name in a sentence that says of itself to give one.

    >>> [s.cut("It opened in May 1931.") for s in find("date", "It opened in May 1931.")]
    ['May 1931']
    """
    if kind == "person":
        yield from names(text)
        return
    if kind == "example":
        if english.EXAMPLE.search(text):
            yield from names(text)
        return
    if kind == "place":
        yield from _places(text)
        return
    pattern = _PATTERNS.get(kind)
    if pattern is not None:
        for match in pattern.finditer(text):
            yield Span(match.start(), match.end())


def names(text: str) -> Iterator[Span]:
    """Runs of capitalised words, joined over "of", "de" and "&" but not over "and".

    A first word that is a function word is left out: it is capitalised because it opens the
    sentence.

    >>> text = "When did the University of Graz and Acme meet?"
    >>> [span.cut(text) for span in names(text)]
    ['University of Graz', 'Acme']
    """
    from index.english import STOP_WORDS

    for match in _NAME.finditer(text):
        start, words = match.start(), match.group()
        first = re.match(r"[\w'’-]+", words)
        while first and first.group().lower() in STOP_WORDS and not first.group().isupper():
            skip = re.match(r"[\w'’-]+\W*", words)
            start, words = start + skip.end() if skip else start, words[skip.end() :] if skip else ""
            if words[:1].islower():
                words = ""
            first = re.match(r"[\w'’-]+", words)
        words = words.rstrip("'’.,-/&")
        words = words.removesuffix("'s").removesuffix("’s")
        if len(words) > 1:
            yield Span(start, start + len(words))


def _places(text: str) -> Iterator[Span]:
    capitals = list(names(text))
    for match in english.PLACE.finditer(text):
        yield from (name for name in capitals if name.start == match.end())

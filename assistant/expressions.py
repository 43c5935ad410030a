"""Finding the kind of expression a question asks for: dates, numbers, names, places, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from assistant import english
from assistant import english_wishes as wishes
from assistant.cells import find_cells
from corpus.document import Span
from index.english import STOP_WORDS

AnswerType = Literal[
    "date",
    "occasion",
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
_ENDS = (".", "!", "?", ":", "|", ">", "•", "\n")
"""Ends what stands before the first word of a sentence."""
_LOOKED_BACK = 8
_NUMBER_OF_CLAUSE = re.compile(r"\s*[(\d.)]*")
ROW = re.compile(r"[^:;]{1,60}: [^;]+; [^:;]{1,60}: ")
"""Opens a row of a table told as "Name: value; Name: value."."""
_OPENERS = STOP_WORDS | english.REQUEST_WORDS | english.COUNTING_WORDS | english.COURTESY_WORDS
_PATTERNS = {
    "date": re.compile(f"{english.DATE.pattern}|{english.CLOCK.pattern}", re.IGNORECASE),
    "occasion": english.OCCASION,
    "percent": english.PERCENT,
    "money": english.MONEY,
    "duration": english.DURATION,
    "number": english.NUMBER,
    "reason": english.REASON,
    "manner": english.MANNER,
}


def find(kind: AnswerType, text: str) -> Iterator[Span]:
    """Where ``text`` holds an expression of ``kind``, in reading order.

    A person is any name but a date's; a place a name after "in", "at", "near" and the like; an
    example a name in a sentence that says of itself to give one. A definition or thing has no form
    of its own.

    >>> [s.cut("It opened in May 1931.") for s in find("date", "It opened in May 1931.")]
    ['May 1931']
    """
    if kind == "person":
        yield from (name for name in names(text) if not _is_no_person(name, text))
    elif kind == "example" and english.EXAMPLE.search(text):
        yield from names(text)
    elif kind == "place":
        yield from _places(text)
    elif kind in _PATTERNS:
        for match in _PATTERNS[kind].finditer(text):
            yield Span(match.start(), match.end())
    yield from find_cells(kind, text)


def _is_no_person(name: Span, text: str) -> bool:
    """Whether a name is of a date, or of a column in a row told as "Name: value; Name: value."."""
    is_column = text[name.end :].startswith(": ") and ROW.match(text) is not None
    return is_column or english.DATE.fullmatch(name.cut(text)) is not None


def names(text: str) -> Iterator[Span]:
    """Runs of capitalised words, joined over "of", "de" and "&" but not over "and".

    What opens a sentence and is a function word, a request or a count is left out: it is
    capitalised for its place. So is an office in front of a name: "CEO of Acme".

    >>> text = "When did the University of Graz and Acme meet?"
    >>> [span.cut(text) for span in names(text)]
    ['University of Graz', 'Acme']
    """
    for match in _NAME.finditer(text):
        opens = _opens(text, match.start())
        name = _without_office(_without_opening(match.group()) if opens else match.group())
        start = match.end() - len(name)
        name = name.rstrip("'’.,-/&").removesuffix("'s").removesuffix("’s")
        if len(name) > 1 and not english.NO_NAME.fullmatch(name):
            yield Span(start, start + len(name))


def names_asked(text: str) -> Iterator[Span]:
    """The ``names`` of what a user typed: a command that opens it is none.

    >>> text = "Sum up the minutes of the Fen Bank"
    >>> [span.cut(text) for span in names_asked(text)]
    ['Fen Bank']
    """
    yield from names(text[:1].lower() + text[1:] if command_end(text) else text)


def command_end(text: str) -> int:
    """Where the word of a request that opens ``text`` ends; 0 where none does."""
    first = _WORD.match(text)
    if first is None:
        return 0
    is_request = first[1].lower() in wishes.REQUESTING and not text[first.end() :][:1].isupper()
    is_command = is_request or wishes.COMMAND.match(text) or wishes.SUMMARISED.match(text)
    return first.end(1) if is_command else 0


def _opens(text: str, at: int) -> bool:
    """Whether a sentence, a line, a cell or an item begins at ``at``."""
    before = text[max(0, at - _LOOKED_BACK) : at].rstrip(" \t\"“‘'(*_#-")
    is_first = at < _LOOKED_BACK and _NUMBER_OF_CLAUSE.fullmatch(before) is not None
    return at == 0 or is_first or before.endswith(_ENDS)


def _without_opening(words: str) -> str:
    """``words`` without what only opens the sentence; empty where lower case would lead.

    A capital behind a word in lower case is no opening: "In the All of Them Fund".
    """
    first = _WORD.match(words)
    lower = False
    while first and first[1].lower() in _OPENERS and not _is_acronym(first[1]):
        if lower and first[1][0].isupper():
            break
        lower = first[1][0].islower()
        words = words[first.end() :]
        first = _WORD.match(words)
    return "" if words[:1].islower() else words


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _without_office(name: str) -> str:
    first, of, rest = name.partition(" of ")
    if first not in english.OFFICES:
        return name
    return rest.removeprefix("the ") if of else ""


def _places(text: str) -> Iterator[Span]:
    """The names that stand after a preposition of place."""
    capitals = list(names(text))
    for match in english.PLACE.finditer(text):
        yield from (name for name in capitals if name.start == match.end())

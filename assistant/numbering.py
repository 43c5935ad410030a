"""What the numbers of a sentence count."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant import english
from assistant.expressions import find
from assistant.matching import strength, term_set
from index.words import tokens

_AFTER, _BEFORE = 5, 3
"""So many content words behind a number, or words before it, may say what it counts."""
_SAME = 0.7
_HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)


def is_counted(text: str, nouns: Collection[str], around: str = "") -> bool:
    """Whether a number in ``text`` counts any of ``nouns``, given as terms, or may.

    The noun stands behind the number: "the 120 oldest founders". Or nothing does that it counts,
    and the noun stands right before it, "founders: 3", or in ``around``, the headings and the
    sentence before: "There are 14." A row of a table counts whatever it names.
    """
    if _is_row(text):
        return any(strength(noun, term_set(f"{text} {around}")) >= _SAME for noun in nouns)
    for number in find("number", text):
        after = [word.term for word in tokens(text[number.end :]) if word.term][:_AFTER]
        near = " ".join(text[: number.start].split()[-_BEFORE:])
        is_alone = english.NUMBER_ALONE.match(text, number.end) is not None
        bag = frozenset(after) | (term_set(f"{near} {around}") if is_alone else frozenset())
        if any(strength(noun, bag) >= _SAME for noun in nouns):
            return True
    return False


def _is_row(text: str) -> bool:
    """Whether ``text`` is a row of a table."""
    return " | " in text


def asks_how_many(text: str) -> bool:
    """Whether things are counted, not measured out: "how many", not "how much"."""
    return _HOW_MANY.search(text) is not None

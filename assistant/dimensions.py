"""What a measure is a measure of: "220 °C" is a temperature, "2.1 kilograms" a weight.

A question says "how hot" or "how heavy" where a text gives a number with its unit and no such word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant import english_dimensions as english
from assistant.matching import term_set

_NUMBER = re.compile(english.MEASURED, re.IGNORECASE)
_UNITS = tuple(
    (re.compile(rf"{english.MEASURED}\s?(?:{units})", re.IGNORECASE), term_set(words))
    for units, words in english.DIMENSIONS
)
_ASKED = tuple(
    (re.compile(asked, re.IGNORECASE), units)
    for asked, (units, _) in zip(english.ASKED, _UNITS, strict=True)
)


@lru_cache(maxsize=20_000)
def dimensions(text: str) -> frozenset[str]:
    """The terms for what the measures of ``text`` measure; none where it holds no unit.

    >>> dimensions("Bake at 220 °C.") >= {"hot", "temperatur"}, dimensions("Bake 12 loaves.")
    (True, frozenset())
    """
    if _NUMBER.search(text) is None:
        return frozenset()
    found = (words for pattern, words in _UNITS if pattern.search(text))
    return frozenset().union(*found)


def unit_asked(question: str) -> re.Pattern[str] | None:
    """The measures that answer "how hot", "how heavy" and the like; null for other questions."""
    return next((units for asked, units in _ASKED if asked.search(question)), None)


_EXTENTS = tuple(
    (
        re.compile(rf"\b{asked}", re.IGNORECASE),
        re.compile(rf"{english.MEASURED}\s?[a-z]+ {told}\b", re.IGNORECASE),
    )
    for asked, told in english.EXTENTS
)


_LENGTH_ASKED = re.compile(english.LENGTH_ASKED, re.IGNORECASE)
_LENGTH_TOLD = re.compile(rf"{english.MEASURED}\s?[a-z]+ {english.LENGTH_TOLD}", re.IGNORECASE)


def measures_another(question: str, text: str) -> bool:
    """Whether ``text`` says of its measures that they are of another extent than is asked for.

    >>> measures_another("How tall is the mast?", "The mast is 9 metres long.")
    True
    >>> measures_another("How tall is the mast?", "The mast of 9 metres broke.")
    False
    """
    asked = [told for pattern, told in _EXTENTS if pattern.search(question)]
    if not asked or any(told.search(text) for told in asked):
        return False
    return any(told.search(text) for _, told in _EXTENTS)


def tells_length(question: str, text: str) -> bool:
    """Whether it is asked how long something is and ``text`` tells a length.

    >>> tells_length("How long is the mast?", "The mast is 9 metres long.")
    True
    """
    return _LENGTH_ASKED.search(question) is not None and _LENGTH_TOLD.search(text) is not None


def names_extent(question: str, text: str) -> bool:
    """Whether ``text`` has a word for the extent that is asked for.

    >>> names_extent("How tall is the mast?", "Height of the mast: 9 m")
    True
    """
    asked = [pair for pair in _EXTENTS if pair[0].search(question)]
    return any(pattern.search(text) for pair in asked for pattern in pair)

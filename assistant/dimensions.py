"""What a measure is a measure of: "220 °C" is a temperature, "2.1 kilograms" a weight.

A question says "how hot" or "how heavy" where a text gives a number with its unit and no such word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant import english_dimensions as english
from assistant.matching import term_set

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
    found = (words for pattern, words in _UNITS if pattern.search(text))
    return frozenset().union(*found)


def unit_asked(question: str) -> re.Pattern[str] | None:
    """The measures that answer "how hot", "how heavy" and the like; null for other questions."""
    return next((units for asked, units in _ASKED if asked.search(question)), None)

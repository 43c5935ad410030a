"""What is compared with what, and the ways to say so by clauses that stand around each side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant import english_forms as english
from assistant.english import GENERIC_WORDS
from assistant.naming import without_article
from assistant.shared_words import like_first
from index.words import tokens


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two things or more set side by side; ``questions``: what is asked of each alone.

    Empty where nothing in particular is asked but how they compare. ``further``: what else is
    asked of each side. ``alone``: each question stands for itself, whatever its side is called.
    ``of_two``: what two things are that nobody named, so that there are no sides.
    """

    sides: tuple[str, ...]
    questions: tuple[str, ...] = ()
    further: tuple[tuple[str, ...], ...] = ()
    alone: bool = False
    of_two: str = ""

    @classmethod
    def asking(cls, sides: tuple[str, ...], asked: str) -> Comparison:
        """One question put of every side; "{}" stands for its name."""
        words = tokens(asked.replace("{}", " "))
        if not any(t.term and t.surface not in GENERIC_WORDS for t in words):
            return cls(sides)
        of_each = [tuple(one.replace("{}", side) for side in sides) for one in _apart(asked)]
        return cls(sides, of_each[0], tuple(of_each[1:]))


def _apart(asked: str) -> tuple[str, ...]:
    """The questions that one with two question words, or for two aspects, comes to."""
    two = english.TWO_ASKED.match(asked)
    if two is not None:
        return f"{two['one']} {two['rest']}", f"{two['other']} {two['rest']}"
    if not asked.startswith("{} "):
        return (asked,)
    aspects = [a.strip(" .?!") for a in english.ASPECTS.split(asked[3:].strip(" .?!"))]
    if len(aspects) < 2 or not all(english.PLAIN_ASPECT.fullmatch(a) for a in aspects):
        return (asked,)
    return tuple(f"the {a.removeprefix('their ').removeprefix('the ')} of {{}}" for a in aspects)


def by_clauses(text: str) -> Iterator[Comparison]:
    """Two things set against each other by what stands around each of them."""
    those = english.THOSE_OF.match(text)
    if those is not None:
        asked = f"{those['noun']}{those['joint']} {{}}"
        yield Comparison.asking(_two(those), asked)
    that = english.THAT_OF.match(text)
    if that is not None:
        yield Comparison.asking(_two(that), f"{that['asks']}{that['joint']} {{}}")
    last = english.WHAT_IN_PLACE.match(text)
    if last is not None:
        yield Comparison.asking(_two(last), f"{last['asks']} does {{}} {last['did']}")
    then = english.THEN_COMPARE.match(text) or english.ASPECTS_OF_EACH.match(text)
    if then is not None:
        yield Comparison.asking(_two(then), f"{{}} {then['tail'].strip()}")


def _two(match: re.Match[str]) -> tuple[str, ...]:
    first, second = (without_article(match[side].strip()) for side in ("a", "b"))
    return first, like_first(first, second)

"""What the cross-encoder learns from: the passages of ``bench/reading`` as pairs to be judged."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from assistant.crossencoder import Window, before
from assistant.matching import term_set

LISTS_LEARNT = 312
"""So many passages of ``lists.jsonl`` are learnt with ``asked.jsonl``."""
ANSWERS, SUPPORTS = 0, 1
"""The heads of the cross-encoder, in the order of what it returns."""
_HASTY = 0.1
_FAR, _OTHER = 0.4, 0.3
"""How often a question is also held against a sentence from elsewhere, and one that answers
another question of its passage.
"""


@dataclass(frozen=True)
class Reading:
    """A passage with what is asked and claimed of it; numbers are places in ``sentences``.

    ``asks``: questions with the sentence that answers. ``lists``: questions for several things,
    with all sentences that give one. ``misses``: questions that no sentence answers, each with one
    that would. ``claims``: each with the sentence it is held against and whether that supports it.
    """

    title: str
    heading: tuple[str, ...]
    sentences: tuple[str, ...]
    asks: tuple[tuple[str, int], ...]
    misses: tuple[tuple[str, str], ...]
    claims: tuple[tuple[str, int, bool], ...]
    lists: tuple[tuple[str, tuple[int, ...]], ...] = ()

    def window(self, place: int) -> Window:
        """The sentence there, with the one before it and its headings."""
        return self.told(self.sentences[place], self.sentences[place - 1] if place else "")

    def told(self, text: str, previous: str) -> Window:
        """``text`` as if it stood in the passage after ``previous``."""
        return Window(text, before(self.title, self.heading, previous))

    @cached_property
    def questions(self) -> tuple[str, ...]:
        return tuple(question for question, _ in (*self.asks, *self.lists, *self.misses))


@dataclass(frozen=True)
class Example:
    """A question or claim with a sentence, and whether the one answers or supports the other."""

    head: int
    asked: str
    window: Window
    label: float
    weight: float = 1.0


def load_readings(path: Path) -> list[Reading]:
    """The passages of a file, a line each (``bench/reading/README.md``)."""
    return [_reading(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line]


def _reading(data: dict[str, Any]) -> Reading:
    claims = [
        (str(text), int(place) - 1, label)
        for key, label in (("true", True), ("false", False))
        for text, place in data[key]
    ]
    return Reading(
        title=str(data["title"]),
        heading=(str(data["heading"]),) if data.get("heading") else (),
        sentences=tuple(map(str, data["text"])),
        asks=tuple((str(ask[0]), int(ask[1]) - 1) for ask in data["asks"]),
        misses=tuple((str(question), str(would)) for question, would in data["misses"]),
        claims=tuple(claims),
        lists=tuple((str(q), tuple(n - 1 for n in places)) for q, places in data.get("lists", ())),
    )


Hardest = Mapping[tuple[str, str], Sequence[int]]
"""For a title and a question the places of its sentences, the likeliest to be taken first."""


def draw(
    readings: Sequence[Reading],
    far: dict[str, Window],
    chance: random.Random,
    hardest: Hardest | None = None,
) -> list[Example]:
    """The examples of one epoch: all that is true, and of what is not a part drawn by ``chance``.

    ``far``: for a question, the nearest sentence of another passage. ``hardest``: what a model
    takes for answers; without it, sentences that share words with the question are taken.
    """
    return [example for one in readings for example in _draw(one, far, chance, hardest or {})]


def _draw(
    one: Reading, far: dict[str, Window], chance: random.Random, hardest: Hardest
) -> Iterator[Example]:
    for question, place in one.asks:
        yield Example(ANSWERS, question, one.window(place), 1.0)
        rest = _by_likeness(question, [i for i in range(len(one.sentences)) if i != place], one)
        yield Example(ANSWERS, question, one.window(chance.choice(rest[:1] * 2 + rest)), 0.0)
    for question, would in one.misses:
        likely = _by_likeness(question, range(len(one.sentences)), one)
        taken = list(hardest.get((one.title, question), likely))
        yield Example(ANSWERS, question, one.window(chance.choice(taken[:1] * 2 + taken[1:3])), 0.0)
        yield Example(ANSWERS, question, one.told(would, one.sentences[likely[0]]), 1.0)
        other = chance.choice([w for _, w in one.misses])
        if other != would and chance.random() < _OTHER:
            yield Example(ANSWERS, question, one.told(other, one.sentences[likely[0]]), 0.0, 0.5)
    yield from draw_lists(one, chance)
    for question in one.questions:
        if question in far and chance.random() < _FAR:
            yield Example(ANSWERS, question, far[question], 0.0, 0.5)
    if one.claims:
        copied = chance.randrange(len(one.sentences))
        yield Example(SUPPORTS, one.sentences[copied], one.window(copied), 1.0)
    for text, place, label in one.claims:
        yield Example(SUPPORTS, text, one.window(place), float(label))


def draw_lists(one: Reading, chance: random.Random) -> Iterator[Example]:
    """Every sentence that gives one of several things, and as many that give none."""
    for question, places in one.lists:
        for place in places:
            yield Example(ANSWERS, question, one.window(place), 1.0)
        rest = _by_likeness(
            question, [i for i in range(len(one.sentences)) if i not in places], one
        )
        for place in {*rest[:1], *chance.sample(rest, min(len(rest), len(places)))}:
            yield Example(ANSWERS, question, one.window(place), 0.0)


def as_typed(text: str, chance: random.Random) -> str:
    """``text`` as it might be typed in haste: now and then in lower case or with a slip."""
    if chance.random() < _HASTY:
        text = text.lower().rstrip("?.")
    if chance.random() < _HASTY:
        for _ in range(chance.randint(1, 2)):
            text = _slip(text, chance)
    return text


def _slip(text: str, chance: random.Random) -> str:
    """``text`` with two letters changed round, or one left out, doubled or replaced."""
    at = chance.randrange(1, max(2, len(text) - 2))
    pair = text[at : at + 2]
    if len(pair) < 2 or not pair.isalpha():
        return text
    kinds = (pair[::-1], pair[1], pair[0] + pair, chance.choice("aeiourstln") + pair[1])
    return text[:at] + chance.choice(kinds) + text[at + 2 :]


def _by_likeness(question: str, places: Sequence[int], one: Reading) -> list[int]:
    """The places of the sentences that share most words with ``question`` first."""
    terms = term_set(question)
    return sorted(places, key=lambda i: -len(terms & term_set(one.sentences[i])))

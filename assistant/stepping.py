"""Questions in two steps: "the one that did A with X also did B with another: which?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant import english_steps_asked as english
from assistant.answer import Statement
from assistant.asking import Asked, put
from assistant.draft import Draft, frame
from assistant.english_requests import NATIONALITIES
from assistant.expressions import names
from assistant.matching import strength, term_set
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.selecting import as_statements
from assistant.texts import STEPS
from assistant.view import View
from assistant.weights import Weights
from assistant.wording import reword

_LEAST_FIRST, _LEAST_SECOND = 0.6, 0.5
_LEAST_TOLD = 0.45
"""Enough of a sentence of its own that tells of the one that is sought, in other words."""
_LOOKED_AT = 3
_MAX_NAMES = 4


@dataclass(frozen=True, slots=True)
class Steps:
    """What is said of the one that is sought, first and second, as stretches of the question.

    ``head``: what it is; empty where ``first`` is a sentence of its own.
    """

    head: str
    first: str
    second: str

    @property
    def opening(self) -> str:
        """What is asked first."""
        return f"Which {self.head} {self.first}?" if self.head else self.first


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    first: tuple[Statement, ...]
    second: tuple[Statement, ...]
    score: float
    confidence: float
    is_named: bool


def read_steps(question: str) -> Steps | None:
    """The two things said of one that is sought; null for a question of one step."""
    text = question.strip()
    for pattern in english.TWO_STEPS:
        match = pattern.match(text)
        if match is not None and _says_something(match):
            parts = match.groupdict()
            first = english.TRAILING_AUXILIARY.sub("", parts.get("first") or parts["owner"])
            return Steps(parts.get("head") or "", first.strip(" ,"), parts["second"].strip(" ,"))
    return _read_sentences(text)


def _says_something(match: re.Match[str]) -> bool:
    """Whether the first step says something of the one that is sought."""
    first = match.groupdict().get("first")
    return first is None or (len(first.split()) > 1 and bool(term_set(first)))


def _read_sentences(text: str) -> Steps | None:
    """A sentence that tells of somebody or something, and a question about that behind it."""
    put_behind = english.QUESTION_BEHIND.match(text)
    told, *rest = put_behind.groups() if put_behind else english.SENTENCES.split(text)
    if len(rest) != 1 or "?" in told or english.OF_ASKER.search(told):
        return None
    if not english.TOLD_OF.search(told) or not english.REFERS.search(rest[0]):
        return None
    second = english.REFERS.sub(" ", rest[0], count=1)
    return Steps("", told.strip(" .;!"), " ".join(second.split()).strip(" ?."))


def answer_in_steps(question: str, view: View, weights: Weights) -> Draft | None:
    """The name that one sentence gives for the first step and another bears out for the second.

    Both sentences are shown, with a line that names what they share. Null where no name is in
    both, so that the question is answered as any other.
    """
    steps = read_steps(question)
    if steps is None:
        return None
    asked = put(steps.opening, view, weights)
    found = list(_both(steps, asked, view, weights))
    if not found:
        return None
    best = max(found, key=lambda one: one.score)
    line = frame(STEPS["both" if best.is_named else "behind"].format(name=best.name))
    return Draft("answered", "sentence", (line, *best.first, *best.second), best.confidence)


def _both(steps: Steps, asked: Asked, view: View, weights: Weights) -> Iterator[_Found]:
    least = _LEAST_FIRST if steps.head else _LEAST_TOLD
    for scored in asked.ranked[:_LOOKED_AT]:
        if not _meets(steps.first, asked.reading, scored, least):
            continue
        first = _shown(scored, asked, view)
        for name in _new_names(first[-1].text, steps):
            second = put(f"{name} {english.ANOTHER.sub(' ', steps.second)}", view, weights)
            one = _second(name, steps, scored, second, view)
            if one is not None:
                sure = min(asked.confidence, second.confidence)
                shown, score, is_named = one
                yield _Found(name, first, shown, scored.score + score, sure, is_named)


def _new_names(text: str, steps: Steps) -> list[str]:
    """The names of a sentence that the question does not hold."""
    known = term_set(f"{steps.first} {steps.second}")
    found = [span.cut(text) for span in names(text)]
    new = [n for n in found if not term_set(n) <= known and n.lower() not in NATIONALITIES]
    return list(dict.fromkeys(new))[:_MAX_NAMES]


def _second(
    name: str, steps: Steps, first: Scored, asked: Asked, view: View
) -> tuple[tuple[Statement, ...], float, bool] | None:
    """The sentence, another than the first, that says the second thing of ``name``; last, whether
    it names it.
    """
    key = term_set(name)
    rest = english.ANOTHER.sub(" ", steps.second)
    for scored in asked.ranked[:_LOOKED_AT]:
        same = _place(scored) == _place(first)
        shown = _shown(scored, asked, view)
        told = term_set(shown[-1].text)
        again = any(term_set(span.cut(steps.first)) <= told for span in names(steps.first))
        if same or (again and english.ANOTHER.search(steps.second)):
            continue
        is_named = key <= told
        if (is_named or _goes_on(first, scored)) and _meets(
            rest, asked.reading, scored, _LEAST_SECOND
        ):
            return shown, scored.score, is_named
    return None


def _goes_on(first: Scored, scored: Scored) -> bool:
    """Whether a sentence stands right behind the first and goes on about what that names."""
    before, here = first.candidate, scored.candidate
    if before.passage.chunk.id != here.passage.chunk.id or here.position != before.position + 1:
        return False
    return english.GOES_ON.match(here.text) is not None


def _meets(part: str, reading: Reading, scored: Scored, least: float) -> bool:
    """Whether the sentence holds enough of the weight of what is said, or comes near it."""
    weights = {t: reading.weights[t] for t in term_set(part) if t in reading.weights}
    own = reading.expand(term_set(scored.candidate.text))
    met = {t: max(strength(t, own), scored.nearness.get(t, 0.0)) for t in weights}
    total = sum(weights.values())
    return not total or sum(w * met[t] for t, w in weights.items()) / total >= least


def _shown(scored: Scored, asked: Asked, view: View) -> tuple[Statement, ...]:
    question = asked.reading.question
    return reword(as_statements([scored], question), question, view)


def _place(scored: Scored) -> tuple[str, int]:
    chunk = scored.candidate.passage.chunk
    return chunk.document, scored.candidate.sentence.span.start

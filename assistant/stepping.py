"""Questions in two steps: "the one that did A with X also did B with another: which?"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from assistant import english_steps_asked as asking
from assistant.answer import Statement
from assistant.asking import Asked, put
from assistant.doubting import must_refuse
from assistant.draft import Draft, quote
from assistant.expressions import names
from assistant.known_names import is_known_person
from assistant.matching import strength, term_set
from assistant.question import SAYS_LITTLE
from assistant.scoring import Scored
from assistant.selecting import as_statements
from assistant.sharing import Pair, is_common, is_new, named, place_of
from assistant.steps import Steps, read_loosely, read_nested, read_told
from assistant.view import View
from assistant.weights import Weights
from assistant.wording import reword
from corpus.document import Span
from index.words import tokens

_LEAST_FIRST, _LEAST_SECOND = 0.6, 0.5
_LEAST_TOLD = 0.45
"""Enough of a sentence of its own that tells of the one that is sought, in other words."""
_SAYS_SO, _SAYS_NOT, _SAYS_CLEARLY = -0.5, -4.0, 2.0
"""A sentence of more log odds answers by itself; one of less does not, whatever its words; one
that comes near none of the words answers if it clearly does.
"""
_LEAST_MET = 0.3
_SCORE_WEIGHT, _READ_WEIGHT, _MET_WEIGHT = 0.5, 1.0, 6.0
"""What counts how much of two sentences: their scores, their odds, and the words they hold."""
_SAID, _HARDLY = 0.7, 0.34
_LOOKED_AT = 3
_REACH = 2
_MAX_NAMES = 4


@dataclass(frozen=True, slots=True)
class _Second:
    """The sentence that says the second thing, and the one that is sought as it is named there."""

    shown: tuple[Statement, ...]
    worth: float
    named: str


def answer_in_steps(question: str, view: View, weights: Weights) -> Draft | None:
    """The name that one sentence gives for the first step and another bears out for the second.

    Both sentences are shown, with a line that names what they share. Null where no name is in
    both, so that the question is answered as any other.
    """
    walk = _Walk(view, weights)
    found = [one for steps in _asking(read_told(question)) for one in walk.found(steps)]
    best = max(found, key=lambda one: one.worth, default=None)
    return best.draft if best is not None else None


def answer_loosely(question: str, view: View, weights: Weights) -> Draft | None:
    """As ``answer_in_steps``, of a question that may be of one step: both must be clearly told."""
    walk = _Walk(view, weights, is_strict=True)
    found = [one for steps in read_loosely(question) for one in walk.found(steps)]
    best = max(found, key=lambda one: one.worth, default=None)
    return best.draft if best is not None else None


def answer_nested(question: str, best: Scored, view: View, weights: Weights) -> Draft | None:
    """As ``answer_loosely``, of a question about one that a clause at its end tells of, where the
    ``best`` sentence to it says hardly anything of what is asked but may be of the clause.
    """
    own = term_set(best.candidate.text)
    walk = _Walk(view, weights, is_strict=True)
    found: list[Pair] = []
    for steps in read_nested(question.strip()):
        asked = term_set(steps.second) - SAYS_LITTLE
        said = sum(strength(term, own) >= _SAID for term in asked)
        if asked and said <= _HARDLY * len(asked):
            found += walk.found(steps)
    told = max(found, key=lambda one: one.worth, default=None)
    return told.draft if told is not None and told.confidence >= weights.threshold else None


def _asking(readings: Iterable[Steps]) -> list[Steps]:
    """The readings that ask something of the one that is sought; all where none does."""
    found = list(readings)
    return [steps for steps in found if term_set(steps.second) - SAYS_LITTLE] or found


class _Walk:
    """From what is said of the one that is sought to what is asked of it; asks nothing twice."""

    def __init__(self, view: View, weights: Weights, *, is_strict: bool = False) -> None:
        self._view, self._weights, self._is_strict = view, weights, is_strict
        self._put = lru_cache(maxsize=None)(partial(put, view=view, weights=weights))

    def found(self, steps: Steps) -> Iterator[Pair]:
        """All pairs of sentences that share a name the question does not hold."""
        asked = self._put(steps.opening)
        least = _LEAST_FIRST if steps.head else _LEAST_TOLD
        for scored in asked.ranked[:_LOOKED_AT]:
            if not self._bears_out(steps.first, asked, scored, least):
                continue
            shown_first = self._shown(scored, asked)
            behind = _things_behind(steps.kind, scored)
            new = self._new_names(" ".join(s.text for s in shown_first), steps)
            for name in dict.fromkeys((*new, *behind)):
                first = _led_by(shown_first, behind.get(name, ()))
                about = self._put(_asked_of(name, steps))
                second = self._second(name, steps, scored, about)
                if second is None:
                    continue
                sure = min(asked.confidence, about.confidence)
                worth = self._worth(steps.first, asked, scored) + second.worth
                shown = tuple(s for s in second.shown if s not in first)
                yield Pair(second.named or name, first, shown, worth, sure)

    def _second(self, name: str, steps: Steps, first: Scored, asked: Asked) -> _Second | None:
        """The best sentence, not the first, that says the second thing of ``name``; else null."""
        if self._is_strict and must_refuse(asked.reading, asked.ranked):
            return None
        rest = asking.ANOTHER.sub(" ", steps.second)
        found = []
        for scored in asked.ranked[:_LOOKED_AT]:
            if place_of(scored) == place_of(first) or not self._bears_out(
                rest, asked, scored, _LEAST_SECOND
            ):
                continue
            shown = self._shown(scored, asked)
            if not _is_again(steps, shown[-1].text):
                told = next((n for s in reversed(shown) if (n := named(name, s.text))), "")
                if told or _goes_on(first, scored):
                    found.append(_Second(shown, self._worth(rest, asked, scored), told))
        return max(found, key=lambda one: one.worth, default=None)

    def _worth(self, part: str, asked: Asked, scored: Scored) -> float:
        read = _SAYS_NOT if scored.read is None else scored.read
        told = _MET_WEIGHT * _met(part, asked, scored)
        return _SCORE_WEIGHT * scored.score + _READ_WEIGHT * read + told

    def _new_names(self, text: str, steps: Steps) -> list[str]:
        """The names that the question does not hold, those nearest to its words first."""
        known = term_set(f"{steps.first} {steps.second}")
        said = [token.start for token in tokens(text) if token.term in known]

        def away(span: Span) -> int:
            return min((min(abs(at - span.start), abs(at - span.end)) for at in said), default=0)

        found = [span for span in names(text) if not is_common(span.cut(text), self._view)]
        new = [name for span in sorted(found, key=away) if is_new(name := span.cut(text), known)]
        if asking.PERSON_NOUN.search(steps.head):
            new = [name for name in new if is_known_person(name, self._view)] or new
        return list(dict.fromkeys((*new, *_of_kind(steps.kind, text))))[:_MAX_NAMES]

    def _bears_out(self, part: str, asked: Asked, scored: Scored, least: float) -> bool:
        """Whether the sentence says it, as it is read or by what it holds of the words."""
        read = _SAYS_NOT if scored.read is None else scored.read
        is_first = scored is asked.ranked[0] and asked.confidence >= self._weights.threshold
        is_read = read >= _SAYS_SO or (is_first and read > _SAYS_NOT)
        if is_read and (read >= _SAYS_CLEARLY or _met(part, asked, scored) >= _LEAST_MET):
            return True
        return read > _SAYS_NOT and _met(part, asked, scored) >= least

    def _shown(self, scored: Scored, asked: Asked) -> tuple[Statement, ...]:
        question = asked.reading.question
        return reword(as_statements([scored], question), question, self._view)


def _of_kind(kind: str, text: str) -> Iterator[str]:
    """The things without a name that are of a kind: "coal room", where "that room" is asked of."""
    told = rf"\b(?P<what>[a-z][a-z-]+ {re.escape(kind.lower())})\b"
    for match in re.finditer(told, text) if kind else ():
        if len(term_set(match["what"])) > 1:
            yield match["what"]


def _led_by(first: tuple[Statement, ...], behind: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The sentences of the first step: where one behind them names the thing, that is the one."""
    return (*(replace(s, kind="context") for s in first), *behind) if behind else first


def _things_behind(kind: str, scored: Scored) -> dict[str, tuple[Statement, ...]]:
    """The things of a kind that the sentences right behind one name, each with that sentence."""
    passage, at = scored.candidate.passage, scored.candidate.position
    found: dict[str, tuple[Statement, ...]] = {}
    for sentence in passage.chunk.sentences[at + 1 : at + 1 + _REACH]:
        told = quote(passage.chunk, sentence, passage.sha256)
        for thing in _of_kind(kind, told.text):
            found.setdefault(thing, (told,))
    return found


def _asked_of(name: str, steps: Steps) -> str:
    text = steps.asked_of(name)
    return asking.ANOTHER.sub(" ", text) if steps.head else text


def _is_again(steps: Steps, text: str) -> bool:
    """Whether a sentence tells of those of the first step, where the second is of others."""
    told = term_set(text)
    again = any(term_set(span.cut(steps.first)) <= told for span in names(steps.first))
    return again and asking.ANOTHER.search(steps.second) is not None


def _goes_on(first: Scored, scored: Scored) -> bool:
    """Whether a sentence stands right behind the first and goes on about what that names."""
    before, here = first.candidate, scored.candidate
    if before.passage.chunk.id != here.passage.chunk.id or here.position != before.position + 1:
        return False
    return asking.GOES_ON.match(here.text) is not None


def _met(part: str, asked: Asked, scored: Scored) -> float:
    """How much of the weight of what is said the sentence holds, or comes near."""
    reading = asked.reading
    weights = {t: reading.weights[t] for t in term_set(part) if t in reading.weights}
    own = reading.expand(term_set(scored.candidate.text))
    met = {t: max(strength(t, own), scored.nearness.get(t, 0.0)) for t in weights}
    total = sum(weights.values())
    return sum(w * met[t] for t, w in weights.items()) / total if total else 1.0

"""From the sentence that tells what is said of one to the sentence that answers what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from assistant.absent_names import absent_names
from assistant.answer import Statement
from assistant.asking import Asked, how_sure, put
from assistant.described import Described, ends_of, read_described
from assistant.doubting import must_refuse
from assistant.draft import Draft, quote
from assistant.links import is_about, links, told_before
from assistant.matching import strength, term_set
from assistant.question import SAYS_LITTLE
from assistant.reading import read
from assistant.scoring import Scored, read_on
from assistant.selecting import as_statements
from assistant.sharing import Pair, named, place_of
from assistant.steps import Steps
from assistant.view import View
from assistant.weights import Weights
from assistant.wording import reword

_FIRST, _READ_FIRST, _READ_SECOND = 3, 6, 12
"""So many sentences are taken for the first step, and so many are read for either."""
_READ_MORE = 1.6
"""What log odds of answering count more than they do in a score, where all are of one name."""
_SAID, _HALF = 0.7, 0.5


def answer_described(
    question: str, best: Scored | None, least: float, view: View, weights: Weights
) -> Draft | None:
    """Two sentences, one that tells what the question tells of one that it does not name, and one
    that answers what is asked of the name that it gives.

    Null where none are as sure as ``least``, and where ``best``, which answers by itself, says
    both.
    """
    reading = read(question, view.index)
    if reading.question.entities and absent_names(reading):
        return None
    lead = _Lead(question, best, view, weights)
    pairs = (pair for described in read_described(question) for pair in lead.pairs(described))
    found = max(pairs, key=lambda pair: pair.worth, default=None)
    return found.draft if found is not None and found.worth >= least else None


class _Lead:
    """Pairs of sentences over a name; asks nothing twice."""

    def __init__(self, question: str, best: Scored | None, view: View, weights: Weights) -> None:
        self._known, self._best = term_set(question), best
        self._view, self._weights, self._least = view, weights, weights.threshold
        self._put = lru_cache(maxsize=None)(partial(put, view=view, weights=weights))

    def pairs(self, described: Described) -> Iterator[Pair]:
        """The pairs for all that ``described`` can be taken to tell."""
        whole = self._put(described.opening(described.told))
        ends = {end for s in whole.ranked[:_FIRST] for end in ends_of(described, s, whole)}
        for steps in dict.fromkeys(s for end in sorted(ends) for s in described.steps(end)):
            if self._best is None or not described.before or not _says_both(self._best, steps):
                yield from self._over(steps, is_person=described.is_person)

    def _over(self, steps: Steps, *, is_person: bool) -> Iterator[Pair]:
        asked = self._put(steps.opening)
        for first in self._read(asked, asked.ranked[:_READ_FIRST])[:_FIRST]:
            sure = self._sure(asked, first)
            if sure < self._least:
                continue
            for name in links(first, self._known, self._view, is_person=is_person):
                pair = self._pair(name, first, sure, asked, self._put(steps.asked_of(name)))
                if pair is not None:
                    self._least = max(self._least, pair.worth)
                    yield pair

    def _pair(
        self, name: str, first: Scored, sure: float, asked: Asked, about: Asked
    ) -> Pair | None:
        led = self._shown(first, asked, name)
        texts = {s.text for s in led} | {first.candidate.text}
        told = [s for s in about.ranked if is_about(name, s) and s.candidate.text not in texts]
        found = self._read(about, told[:_READ_SECOND])
        if not found or must_refuse(about.reading, found):
            return None
        second = self._shown(found[0], about, name)
        both = sure * self._sure(about, found[0])
        called = next((n for s in reversed(second) if (n := named(name, s.text))), name)
        pair = Pair(called, led, tuple(s for s in second if s.text not in texts), both, both)
        return pair if pair.is_told else None

    def _read(self, asked: Asked, ranked: Sequence[Scored]) -> list[Scored]:
        """The sentences as the cross-encoder reads them, best first."""
        found = read_on(asked.reading, ranked, self._view.index)
        return sorted(found, key=lambda s: -(s.score + _READ_MORE * (s.read or 0.0)))

    def _sure(self, asked: Asked, scored: Scored) -> float:
        """How sure it is that a sentence answers, were it the best."""
        others = (s for s in asked.ranked if place_of(s) != place_of(scored))
        return how_sure(asked.reading, asked.result, [scored, *others], self._weights)

    def _shown(self, scored: Scored, asked: Asked, name: str) -> tuple[Statement, ...]:
        """The sentence, with the one before it where only that holds the name."""
        question, passage = asked.reading.question, scored.candidate.passage
        shown = reword(as_statements([scored], question), question, self._view)
        before = told_before(scored.candidate)
        if before is None or any(named(name, s.text) for s in shown):
            return shown
        context = quote(passage.chunk, before, passage.sha256, kind="context")
        return (context, *shown) if named(name, context.text) else shown


def _says_both(best: Scored, steps: Steps) -> bool:
    """Whether one sentence says most of what is told and most of what is asked."""
    candidate = best.candidate
    chunk = candidate.passage.chunk
    own = term_set(candidate.told)
    around = own | term_set(" ".join((chunk.title, *chunk.heading, candidate.previous)))
    return _met(steps.first, around, best) >= _HALF and _met(steps.second, own, best) >= _HALF


def _met(part: str, own: frozenset[str], best: Scored) -> float:
    terms = term_set(part) - SAYS_LITTLE
    met = (max(strength(t, own), best.nearness.get(t, 0.0)) >= _SAID for t in terms)
    return sum(met) / len(terms) if terms else 1.0

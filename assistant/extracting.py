"""Choosing the sentences that stand for a longer text: central, different, able to stand alone."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant import english
from assistant import english_requests as requests
from assistant.expressions import names
from assistant.lines import MAX_WORDS, Line, mean_vector
from assistant.matching import term_set
from index.passage import FloatArray

MAX_SENTENCES = 7
_SAME_TERMS, _NEAR_TERMS, _NEAR_COSINE = 0.8, 0.5, 0.88
_LEAST_WORDS, _SHORT, _FULL_TERMS, _MANY_FIGURES = 4, 8, 15, 3
_TOO_NEEDY = 2
_OF_GROUP = 12
"""So many lines of a group are compared with one another."""
_CENTRAL, _EARLY, _FIRST, _SAYS_MUCH, _FIGURES = 3.6, 1.9, 0.6, 1.3, 0.9
_BRIEF, _SPOKEN, _NEEDY = 0.7, 0.6, 0.7
"""What a sentence that people would keep has more or less of, in log odds: near a logistic
regression on ``bench/reading/kept.jsonl`` (docs/decisions.md); ``bench.extracts`` measures them.
"""
_SAMENESS, _SAME_GROUP = 0.5, 1.0
_FIGURE, _SPEECH = re.compile(r"\d[\d.,]*"), re.compile(r"[\"“”]")


def choose_lines(
    groups: Sequence[Sequence[Line]],
    at_most: int = MAX_SENTENCES,
    toward: FloatArray | None = None,
) -> tuple[Line, ...]:
    """The lines that people would keep, in reading order, rather of different groups than of one.

    ``toward``: a vector to be near to, instead of the centre of the whole.

    Maximal marginal relevance, Carbonell & Goldstein 1998, over the groups' lines. No line that
    leans on the sentence before it, none that nearly repeats another; the first opens with no
    back reference of any kind. Where no line can stand so, the first that comes nearest to it is
    taken.
    """
    groups = _without_fragments(groups)
    whole = [line for group in groups for line in group]
    if not whole:
        return ()
    centre = mean_vector([line.vector for line in whole]) if toward is None else toward
    above = {name for line in whole for name in (line.chunk.title, *line.chunk.heading)}
    named = term_set(" ".join(sorted(above)))
    options: list[_Option] = []
    before = 0
    for number, group in enumerate(groups):
        found = list(_options(number, group, centre, named, before if toward is None else None))
        options += heapq.nlargest(_OF_GROUP, found, key=lambda option: option.score)
        before += len(group)
    chosen = _opened_well(options, _most_relevant(options, at_most))
    return tuple(option.line for option in chosen) or _least_bad(whole)


def _without_fragments(groups: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The groups without what is no sentence: the author's line, a title, "19 April.".

    Where all paragraphs are of that kind, they stay.
    """
    kept = [[line for line in group if not _is_fragment(line)] for group in groups]
    return [group for group in kept if group] or [list(group) for group in groups]


def _is_fragment(line: Line) -> bool:
    is_finished = line.text[-1] in ".!?:;…\"”’')]"
    return line.sentence.kind == "paragraph" and (not is_finished or line.words < _LEAST_WORDS)


@dataclass(frozen=True, slots=True)
class _Option:
    """A line that can stand alone, its place, its score, and whether it can stand first.

    ``score``: in log odds, as far as the fit goes; higher is better.
    """

    group: int
    position: int
    line: Line
    score: float
    can_open: bool

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in reading order."""
        return self.group, self.position


def _options(
    number: int,
    group: Sequence[Line],
    centre: FloatArray,
    named: frozenset[str],
    before: int | None,
) -> Iterator[_Option]:
    """The lines of one group that can stand alone.

    ``named``: the terms of titles and headings; ``before``: how many lines stand before the group,
    null where that tells nothing.
    """
    for position, line in enumerate(group):
        if not _stands(line) or (debts := _debts(line, named)) >= _TOO_NEEDY:
            continue
        score = _CENTRAL * float(line.vector @ centre) + _FIRST / (1 + position)
        if before is not None:
            score += _EARLY / (1 + before + position)
        score += _weight_of_form(line) - _NEEDY * debts
        yield _Option(number, position, line, score, not _refers_back(line.text))


def _most_relevant(options: Sequence[_Option], at_most: int) -> list[_Option]:
    """The best options, one after the other, each far from those before; in reading order."""
    chosen: list[_Option] = []
    left = list(options)
    while left and len(chosen) < at_most:
        best = max(left, key=lambda option: option.score - _taken(option, chosen))
        chosen.append(best)
        left = [option for option in left if not repeats(best.line, option.line)]
    return sorted(chosen, key=lambda option: option.place)


def _taken(option: _Option, chosen: Sequence[_Option]) -> float:
    """What an option loses for those that are chosen: one like it, those of its group."""
    cosines = (float(option.line.vector @ other.line.vector) for other in chosen)
    of_group = sum(other.group == option.group for other in chosen)
    return _SAMENESS * max(cosines, default=0.0) + _SAME_GROUP * of_group


def _opened_well(options: Sequence[_Option], chosen: list[_Option]) -> list[_Option]:
    """``chosen`` with the first one exchanged, or left out, where it cannot stand first."""
    for i, option in enumerate(chosen):
        if option.can_open:
            return chosen[i:]
        rest = chosen[i + 1 :]
        others = [
            o
            for o in options
            if o.group == option.group
            and o.can_open
            and all(o.place < r.place and not repeats(o.line, r.line) for r in rest)
        ]
        if others:
            return [max(others, key=lambda other: other.score), *rest]
    return []


def _least_bad(lines: Sequence[Line]) -> tuple[Line, ...]:
    """One line, where none can open a summary: the first that refers to nothing before it."""
    return tuple([line for line in lines if not _refers_back(line.text)][:1] or lines[:1])


def _stands(line: Line) -> bool:
    """Whether a line is a whole, finished sentence that does not lean on another."""
    if line.sentence.kind in ("row", "code") or line.words > MAX_WORDS:
        return False
    return line.text[-1] not in "?:" and not line.text[0].islower() and not leans(line.text)


def _weight_of_form(line: Line) -> float:
    """More for a line that says much and gives figures, less for a brief or a spoken one."""
    figures = min(_MANY_FIGURES, len(_FIGURE.findall(line.text))) / _MANY_FIGURES
    weight = _SAYS_MUCH * min(1.0, len(term_set(line.text)) / _FULL_TERMS) + _FIGURES * figures
    is_spoken = _SPEECH.search(line.text) is not None
    return weight - _BRIEF * (line.words < _SHORT) - _SPOKEN * is_spoken


def _debts(line: Line, named: frozenset[str]) -> int:
    """In how many ways a line would be clearer with the one before it."""
    needs_context = requests.NEEDS_CONTEXT.search(line.text) is not None
    return needs_context + _is_unintroduced(line, named)


def _is_unintroduced(line: Line, named: frozenset[str]) -> bool:
    """Whether a sentence opens with "The study", and no title or heading says which study."""
    match = requests.DEFINITE_OPENING.match(line.text)
    return match is not None and not term_set(match["noun"]) & named


def leans(text: str) -> bool:
    """Whether a sentence cannot be understood without the one before it.

    "Another benefit is ..." can: it says itself what it is about.
    """
    match = english.ANAPHOR.match(text)
    if match and not re.search(r"\banother$", match.group(), re.IGNORECASE):
        return True
    if requests.POINTS_BACK.search(text) or requests.OPENING_CONNECTIVE.match(text):
        return True
    pronoun = requests.PERSONAL_PRONOUN.search(text)
    if pronoun is None or pronoun.group().lower() == "they":
        return False
    return next(names(text[: pronoun.start()]), None) is None


def repeats(a: Line, b: Line) -> bool:
    """Whether two lines are one, or say nearly the same."""
    if a is b:
        return True
    left, right = term_set(a.text), term_set(b.text)
    shared = len(left & right) / max(1, min(len(left), len(right)))
    is_near = float(a.vector @ b.vector) >= _NEAR_COSINE
    return shared >= _SAME_TERMS or (is_near and shared >= _NEAR_TERMS)


def _refers_back(text: str) -> bool:
    patterns = (english.ANAPHOR, requests.CONTINUES, requests.NEEDS_CONTEXT)
    return leans(text) or any(pattern.search(text) for pattern in patterns)

"""How a sentence stands to one side of a comparison: whether it is about it, and how much so."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import english
from assistant.candidates import Candidate, has_type
from assistant.captions import paragraph_of
from assistant.dimensions import unit_asked
from assistant.expressions import MEASURES
from assistant.matching import strength, term_list, term_set
from assistant.naming import stands_in
from assistant.reading import Reading
from assistant.scoring import Scored
from index.words import tokens

_SUBJECT_BONUS = 3.0
_OBJECT_PENALTY = 4.0
_JOINED_PENALTY = 6.0
"""Nearly as much as can lie between a sentence about the question and one about something else."""
_COLUMN_BONUS = 3.0
_CONTEXT_PENALTY = 3.0
_HEADED_BONUS = 1.5
"""For a sentence below a heading with the side's name, or in a paragraph that opens with it."""
_OPENING_TERMS = 3
_JOINED = re.compile(r"^['’)]?s?,?\s*(?:(?:and|or|with|&|,)\s*(?:[\w'’-]+\s+){0,3})?$")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its name, its terms, those of the others, what is asked of it.

    ``apart``: those of its terms that no other side has. ``alone``: nothing is asked of it but what
    it is. Otherwise what is said of both sides in one passage is said of the same thing.
    """

    name: str
    key: frozenset[str]
    others: frozenset[str]
    asked: str
    alone: bool
    apart: frozenset[str] = frozenset()


def about(candidates: Sequence[Candidate], side: Side, own: Reading) -> list[Candidate]:
    """The sentences about a side: of a measure, those that hold one; rather of passages that tell
    of both sides, or of sections about this one.
    """
    own_lines = [c for c in candidates if _is_about(c, side, own)]
    if own.question.answer_type in MEASURES:
        own_lines = [c for c in own_lines if _has_measure(own, c.text)]
        units = unit_asked(own.question.text)
        own_lines = [c for c in own_lines if units and units.search(c.text)] or own_lines
    if side.alone:
        return own_lines
    return [c for c in own_lines if _is_beside(c, side, own)] or own_lines


def _is_beside(candidate: Candidate, side: Side, own: Reading) -> bool:
    """Whether the passage tells of another side, too, or the sentence goes on below a heading with
    the side's name without saying it.
    """
    if holds(_around(candidate, own), side.others):
        return True
    return not _is_named(candidate.text, side, own) and _is_headed(candidate, side, own)


def fitness(scored: Scored, side: Side, own: Reading, taken: set[tuple[str, int]]) -> float:
    """The score, more for a sentence that is about the side alone and not shown already."""
    candidate = scored.candidate
    text = cut_to_side(candidate.text, side.key, side.others)
    place = (candidate.passage.chunk.document, candidate.sentence.span.start)
    repeated = -_JOINED_PENALTY if place in taken and text == candidate.text else 0.0
    standing = _standing(text, side)
    if standing is None:
        standing = _HEADED_BONUS * _is_set_under(candidate, side, own)
    return scored.score + standing + _setting(candidate, side, own) + repeated


def _has_measure(own: Reading, text: str) -> bool:
    """Whether ``text`` holds what is measured; the numbers of a date count only for a date."""
    dated = own.question.answer_type == "date"
    return has_type(own.question, text if dated else english.DATE.sub(" ", text))


def _setting(candidate: Candidate, side: Side, own: Reading) -> float:
    """Less where the side is not named, more in a table with a column for the aspect."""
    chunk, sentence = candidate.passage.chunk, candidate.sentence
    is_told = _is_named(candidate.text, side, own) or _is_set_under(candidate, side, own)
    value = 0.0 if is_told else -_CONTEXT_PENALTY
    headers = [chunk.sentence_text(s) for s in chunk.sentences if s.kind == "header"]
    aspect = set(own.question.terms) - side.key
    if sentence.kind == "row" and aspect & term_set(" ".join(headers)):
        value += _COLUMN_BONUS
    return value


def _is_about(candidate: Candidate, side: Side, own: Reading) -> bool:
    """Whether the sentence holds the side's name, or a part of it where the passage holds it all,
    or what sets it apart where a heading holds the rest, or stands under it and names no other
    side.
    """
    chunk = candidate.passage.chunk
    words = own.expand(term_set(candidate.text))
    if holds(words, side.key):
        return True
    own_part = side.apart or side.key
    if _is_short_for(candidate.text, own_part) and holds(_around(candidate, own), side.key):
        return True
    above = own.expand(term_set(" ".join((chunk.title, *chunk.heading))))
    if side.apart and holds(words, side.apart) and holds(words | above, side.key):
        return True
    return _is_set_under(candidate, side, own)


def _is_set_under(candidate: Candidate, side: Side, own: Reading) -> bool:
    """Whether a sentence that names no other side stands under a heading with the side's name, or
    in a paragraph that opens with it.
    """
    if _is_headed(candidate, side, own):
        return True
    if not side.apart or side.others & own.expand(term_set(candidate.text)):
        return False
    _, opening = paragraph_of(candidate.passage.chunk, candidate.position)
    opens = term_list(opening)[: len(side.key) + 1]
    return holds(own.expand(frozenset(opens)), side.key)


def _is_headed(candidate: Candidate, side: Side, own: Reading) -> bool:
    """Whether the headings above a sentence hold the side's name, and none holds another's."""
    chunk = candidate.passage.chunk
    above = own.expand(term_set(" ".join((chunk.title, *chunk.heading))))
    words = above | own.expand(term_set(candidate.text))
    return holds(above, side.key) and not side.others & words


def _is_named(text: str, side: Side, own: Reading) -> bool:
    """Whether ``text`` holds the name: its words side by side, or what it is short for."""
    if stands_in(side.name, text) or _is_short_for(text, side.key):
        return True
    return len(side.key) == 1 and side.key <= own.expand(term_set(text))


def _is_short_for(text: str, key: frozenset[str]) -> bool:
    """Whether ``text`` holds a part of a name, with the capital of one: not that of an opening."""
    words = ((t.start, text[t.start : t.end]) for t in tokens(text) if t.term in key)
    return any(word[0].isupper() if at else word[1:] != word[1:].lower() for at, word in words)


def _around(candidate: Candidate, own: Reading) -> frozenset[str]:
    """The terms of the passage and of the headings above it."""
    chunk = candidate.passage.chunk
    return own.expand(term_set(" ".join((chunk.title, *chunk.heading, chunk.text))))


def _standing(text: str, side: Side) -> float | None:
    """More where the side is what the sentence is about, less where another side is; null where
    it is not named.
    """
    words = term_list(text)
    mine, theirs = _first_place(words, side.key), _first_place(words, side.others)
    if mine is None:
        return None
    if theirs is None:
        return _SUBJECT_BONUS if mine < _OPENING_TERMS else _SUBJECT_BONUS / 2
    if _are_joined(text, side):
        return -_JOINED_PENALTY
    return _SUBJECT_BONUS if mine < theirs else -_OBJECT_PENALTY


def _are_joined(text: str, side: Side) -> bool:
    """Whether the names first stand side by side: "A and B ..."."""
    found = [(t.term in side.key, t) for t in tokens(text) if t.term in side.key | side.others]
    for (mine, before), (also_mine, after) in itertools.pairwise(found):
        if mine != also_mine:
            return _JOINED.match(text[before.end : after.start]) is not None
    return False


def cut_to_side(text: str, key: frozenset[str], others: frozenset[str]) -> str:
    """The clause of ``text`` that is about one side, where another clause is about the other.

    What is left out is marked "...". Not cut where that would lose who says so, or how surely.
    """
    marks = [m.span() for m in english.CONTRAST.finditer(text)]
    edges = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)]
    clauses = list(zip(*edges, strict=True))
    mine = [span for span in clauses if _opens_with(text[slice(*span)], key, others)]
    theirs = [span for span in clauses if _opens_with(text[slice(*span)], others, key)]
    if len(mine) != 1 or not theirs:
        return text
    start, end = mine[0]
    lead = english.LEAD_IN.match(text[start:end])
    start += lead.end() if lead and not term_set(lead.group()) & key else 0
    if english.ATTRIBUTES.search(_without_clauses(text[:start], theirs, others)):
        return text
    before = "... " if start else ""
    after = " ..." if end < len(text) else ""
    return f"{before}{text[start:end].strip(' ,;')}{after}"


def _without_clauses(text: str, clauses: Sequence[tuple[int, int]], others: frozenset[str]) -> str:
    """``text`` without what another side says or does in clauses of its own: "A believed ..."
    governs nothing of B.
    """
    for start, end in clauses:
        first = next((t.start for t in tokens(text[start:end]) if t.term in others), 0)
        text = text[: start + first] + " " * len(text[start + first : end]) + text[end:]
    return text


def _opens_with(clause: str, key: frozenset[str], others: frozenset[str]) -> bool:
    lead = english.LEAD_IN.match(clause)
    words = term_list(clause[lead.end() :] if lead else clause)
    mine, theirs = _first_place(words, key), _first_place(words, others)
    return mine is not None and mine < _OPENING_TERMS and (theirs is None or mine < theirs)


def holds(words: frozenset[str], key: frozenset[str]) -> bool:
    """Whether ``words`` hold every term of a name, in any form."""
    return bool(key) and all(strength(term, words) >= 0.8 for term in key)


def _first_place(words: Sequence[str], key: frozenset[str]) -> int | None:
    return next((i for i, word in enumerate(words) if word in key), None)

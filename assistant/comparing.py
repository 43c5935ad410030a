"""Tables: what the documents say of each of two sides, one row a side."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import english
from assistant.announcing import without_announcements
from assistant.answer import Statement
from assistant.candidates import Candidate, describe_candidates, has_type
from assistant.draft import quote
from assistant.expressions import MEASURES
from assistant.focusing import find_focus
from assistant.matching import strength, term_list, term_set
from assistant.naming import stands_in, written_as
from assistant.question import read_question
from assistant.reading import Reading, learn, read
from assistant.scoring import Scored, Weights, rank_candidates
from assistant.tables import look_up
from assistant.texts import TABLE
from assistant.view import View
from assistant.wording import quote_cell
from index.words import tokens

_SUBJECT_BONUS = 3.0
_OBJECT_PENALTY = 4.0
_JOINED_PENALTY = 6.0
"""Nearly as much as can lie between a sentence about the question and one about something else."""
_COLUMN_BONUS = 3.0
_CONTEXT_PENALTY = 3.0
_OPENING_TERMS = 3
_IS = "What is {side}?"
_SEARCHED_PASSAGES = 20
_JOINED = re.compile(r"^['’)]?s?,?\s*(?:(?:and|or|with|&|,)\s*(?:[\w'’-]+\s+){0,3})?$")


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a comparison: its name, its terms and those of the others.

    ``alone``: nothing is asked of it but what it is. Otherwise what is said of both sides in one
    passage is said of the same thing.
    """

    name: str
    key: frozenset[str]
    others: frozenset[str]
    alone: bool


def compare(
    sides: tuple[str, ...], reading: Reading, view: View, weights: Weights
) -> tuple[Statement, ...]:
    """A row for each side: its best sentence, or a frame that says there is none.

    A side's sentence holds the side's name, rather as its subject than the other side's, and
    rather of it alone than of both. Of a sentence with a clause for each, its clause.
    """
    keys = [term_set(side) for side in sides]
    rows: list[Statement] = []
    for i, name in enumerate(sides):
        others = frozenset().union(*(key for j, key in enumerate(keys) if j != i)) - keys[i]
        asked = _asked_of(name, sides[1 - i], reading.question.text)
        taken = {place for row in rows for place in _places(row)}
        side = _Side(name, keys[i], others, asked == _IS.format(side=name))
        rows.append(_row(side, asked, view, weights, taken))
    return tuple(rows)


def _asked_of(side: str, other: str, text: str) -> str:
    """The question put of one side alone: "compare the roles of A and B" as "the roles of A"."""
    first, second = (re.escape(name) for name in (side, other))
    joint = r"\s*,?\s+(?:and|with|to|against|or|vs\.?|versus|compared to)\s+(?:the\s+)?"
    together = re.compile(f"(?:{first}{joint}{second}|{second}{joint}{first})", re.IGNORECASE)
    own = english.COMPARISON_LEAD.sub("", text.strip())
    own, n = together.subn(lambda _: side, own)
    if not n:
        own = english.SECOND_QUESTION.sub("", own)
        own = re.sub(second, lambda _: side, own, flags=re.IGNORECASE)
    if term_set(own) <= term_set(side):
        return _IS.format(side=side)
    aspect = re.match(r"(?:the\s+)?(\w{3,}?)s?\s+of\s", own, re.IGNORECASE)
    measured = f"What {aspect[1]} is {side}?" if aspect else own
    return measured if read_question(measured).answer_type in MEASURES else own


def _row(
    side: _Side, asked: str, view: View, weights: Weights, taken: set[tuple[str, int]]
) -> Statement:
    own = read(asked, view.index)
    result = view.search(own.query, k=_SEARCHED_PASSAGES)
    own = learn(own, result)
    cell = look_up(own, result, view)
    if cell is not None:
        label = written_as(side.name, cell.row.cells)
        return quote_cell(cell, own.question, kind="row", label=label)
    candidates = describe_candidates(own, result)
    about = _about(candidates, side, own)
    ranked = without_announcements(rank_candidates(own, about, view.index, weights))
    label = written_as(side.name, (candidate.text for candidate in candidates))
    if not ranked:
        return Statement(TABLE["empty"], "frame", "frame", 1.0, label=label)
    best = max(ranked, key=lambda scored: _fitness(scored, side, own, taken)).candidate
    chunk = best.passage.chunk
    row = quote(chunk, best.sentence, best.passage.sha256, kind="row", label=label)
    text = cut_to_side(row.text, side.key, side.others)
    return replace(row, text=text, focus=find_focus(text, own.question))


def _about(candidates: Sequence[Candidate], side: _Side, own: Reading) -> list[Candidate]:
    """The sentences about a side: of a measure, those that hold one; rather of both sides."""
    about = [c for c in candidates if _is_about(c, side, own)]
    if own.question.answer_type in MEASURES:
        about = [c for c in about if _has_measure(own, c.text)]
    if side.alone:
        return about
    return [c for c in about if _holds(_around(c, own), side.others)] or about


def _fitness(scored: Scored, side: _Side, own: Reading, taken: set[tuple[str, int]]) -> float:
    """The score, more for a sentence that is about the side alone and not shown already."""
    candidate = scored.candidate
    text = cut_to_side(candidate.text, side.key, side.others)
    place = (candidate.passage.chunk.document, candidate.sentence.span.start)
    repeated = -_JOINED_PENALTY if place in taken and text == candidate.text else 0.0
    return scored.score + _standing(text, side) + _setting(candidate, side, own) + repeated


def _has_measure(own: Reading, text: str) -> bool:
    """Whether ``text`` holds what is measured; the numbers of a date count only for a date."""
    dated = own.question.answer_type == "date"
    return has_type(own.question, text if dated else english.DATE.sub(" ", text))


def _setting(candidate: Candidate, side: _Side, own: Reading) -> float:
    """Less where the side is not named, more in a table with a column for the aspect."""
    chunk, sentence = candidate.passage.chunk, candidate.sentence
    value = 0.0 if _is_named(candidate.text, side, own) else -_CONTEXT_PENALTY
    headers = [chunk.sentence_text(s) for s in chunk.sentences if s.kind == "header"]
    aspect = set(own.question.terms) - side.key
    if sentence.kind == "row" and aspect & term_set(" ".join(headers)):
        value += _COLUMN_BONUS
    return value


def _is_about(candidate: Candidate, side: _Side, own: Reading) -> bool:
    """Whether the sentence holds the side's name, or a part of it where the passage holds it all,
    or stands under it and names no other side.
    """
    chunk = candidate.passage.chunk
    words = own.expand(term_set(candidate.text))
    if _holds(words, side.key):
        return True
    if _is_short_for(candidate.text, side.key) and _holds(_around(candidate, own), side.key):
        return True
    above = own.expand(term_set(" ".join((chunk.title, *chunk.heading))))
    return _holds(above, side.key) and not side.others & (words | above)


def _is_named(text: str, side: _Side, own: Reading) -> bool:
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


def _standing(text: str, side: _Side) -> float:
    """More where the side is what the sentence is about, less where another side is."""
    words = term_list(text)
    mine, theirs = _first_place(words, side.key), _first_place(words, side.others)
    if mine is None:
        return 0.0
    if theirs is None:
        return _SUBJECT_BONUS if mine < _OPENING_TERMS else _SUBJECT_BONUS / 2
    if _are_joined(text, side):
        return -_JOINED_PENALTY
    return _SUBJECT_BONUS if mine < theirs else -_OBJECT_PENALTY


def _are_joined(text: str, side: _Side) -> bool:
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
    if english.ATTRIBUTES.search(text[:start]):
        return text
    before = "... " if start else ""
    after = " ..." if end < len(text) else ""
    return f"{before}{text[start:end].strip(' ,;')}{after}"


def _opens_with(clause: str, key: frozenset[str], others: frozenset[str]) -> bool:
    lead = english.LEAD_IN.match(clause)
    words = term_list(clause[lead.end() :] if lead else clause)
    mine, theirs = _first_place(words, key), _first_place(words, others)
    return mine is not None and mine < _OPENING_TERMS and (theirs is None or mine < theirs)


def _holds(words: frozenset[str], key: frozenset[str]) -> bool:
    return bool(key) and all(strength(term, words) >= 0.8 for term in key)


def _first_place(words: Sequence[str], key: frozenset[str]) -> int | None:
    return next((i for i, word in enumerate(words) if word in key), None)


def _places(statement: Statement) -> set[tuple[str, int]]:
    return {(citation.document, citation.start) for citation in statement.citations}

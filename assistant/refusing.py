"""Saying what was not found, and only as much as can be checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import english
from assistant.answer import Outcome, Shape, Statement
from assistant.draft import Draft, cite, frame
from assistant.expressions import MEASURES
from assistant.matching import coverage
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.synonyms import synonyms
from assistant.texts import MISSING_KIND, REFUSALS
from assistant.view import View
from index.english import STOP_WORDS
from index.passage import SearchResult
from index.words import tokens

_ABOUT_COVERAGE = 0.4
_ABOUT_COSINE = 0.45
_HEAVY = 0.5
"""A word so rare, here and in general, that a passage that holds it is about the question."""
_RARE = 0.99
_COMMON = 0.7
_SHORTEST_NAME = 4
_POSSESSIVE = re.compile(r"['’]s?$")


def refuse(
    reading: Reading,
    result: SearchResult,
    ranked: Sequence[Scored],
    view: View,
    *,
    shape: Shape = "sentence",
    confidence: float | None = None,
) -> Draft:
    """A refusal of the right kind, with the closest sentence cited where something is about it."""
    absent = absent_names(reading)
    outcome = _outcome(reading, result, ranked, absent)
    statements = [frame(_sentence(reading, view, outcome, absent))]
    if outcome == "not_answered" and ranked:
        statements.append(closest(ranked[0]))
    return Draft(outcome, shape, tuple(statements), confidence)


def withhold(draft: Draft, ranked: Sequence[Scored], risk: int) -> Draft:
    """The refusal of an answer that is found and not sure enough for one wrong one in ``risk``."""
    statements = [frame(REFUSALS["unsure"].format(n=risk)), *map(closest, ranked[:1])]
    return replace(draft, outcome="not_answered", statements=tuple(statements))


def closest(scored: Scored) -> Statement:
    """A frame that names the closest place, with its sentence cited."""
    chunk = scored.candidate.passage.chunk
    place = " › ".join((chunk.title, *chunk.heading))
    return frame(
        REFUSALS["closest"].format(place=place),
        cite(chunk, scored.candidate.sentence.span, scored.candidate.passage.sha256),
    )


def absent_names(reading: Reading) -> tuple[str, ...]:
    """The names of the question that the corpus holds at most half the words of, as written.

    In a question without a capital, the words that can be nothing but names, and those of a term
    that is asked for by itself.
    """
    question = reading.question
    if not question.entities:
        unheard = unheard_of(reading)
        if unheard:
            return unheard
        return tuple(question.surfaces[t] for t in question.terms if _is_rare_unknown(t, reading))
    absent = []
    for entity in question.entities:
        named = [t for t in question.terms if t in entity and not _opens(t, reading)]
        words = [question.surfaces[t] for t in named]
        is_unknown = 2 * len(reading.unknown.intersection(named)) >= len(named)
        if words and is_unknown and not all(word.isdigit() for word in words):
            absent.append(_as_written(words, question.text))
    return tuple(absent)


def unheard_of(reading: Reading) -> tuple[str, ...]:
    """The words that the corpus holds in no form of a term whose meaning is asked; else none."""
    match = english.TERM_ASKED.match(reading.question.text)
    if match is None or not (match["article"] or len(match["term"].split()) > 1):
        return ()
    words = list(tokens(match["term"]))
    if any(token.surface in STOP_WORDS for token in words):
        return ()
    return tuple(token.surface for token in words if token.term in reading.unknown)


def _opens(term: str, reading: Reading) -> bool:
    """Whether a word is a common one with a capital only for opening the question."""
    opens = reading.question.text.lower().startswith(reading.question.surfaces[term])
    return opens and reading.weights[term] < _COMMON


def _is_rare_unknown(term: str, reading: Reading) -> bool:
    """Whether a word is neither in the corpus nor in general English: a name in lower case."""
    is_word = term.isalpha() and len(term) >= _SHORTEST_NAME and not synonyms(term)
    return is_word and term in reading.unknown and reading.weights[term] >= _RARE


def _as_written(words: Sequence[str], text: str) -> str:
    """The stretch of ``text`` from the first of the folded words to the last."""
    found = list(tokens(text))
    start = next((t.start for t in found if t.surface == words[0]), None)
    ends = [t.end for t in found if t.surface == words[-1] and t.start >= (start or 0)]
    if start is None or not ends:
        return " ".join(words)
    return _POSSESSIVE.sub("", text[start : ends[0]])


def _outcome(
    reading: Reading, result: SearchResult, ranked: Sequence[Scored], absent: Sequence[str]
) -> Outcome:
    """``not_answered`` where something in view is about the question."""
    if not result.passages:
        return "not_covered"
    entities = reading.question.entities
    if absent and len(absent) >= len(entities):
        return "not_covered"
    if entities and not absent:
        return "not_answered"
    if not ranked:
        return "not_covered"
    chunk = ranked[0].candidate.passage.chunk
    near = reading.held(chunk)
    met = coverage(reading.weights, near)
    cosine = max(passage.dense for passage in result.passages)
    heavy = any(term in near for term, weight in reading.weights.items() if weight >= _HEAVY)
    about = met >= _ABOUT_COVERAGE or (cosine >= _ABOUT_COSINE and met > 0) or heavy
    return "not_answered" if about else "not_covered"


def _sentence(
    reading: Reading,
    view: View,
    outcome: Outcome,
    absent: Sequence[str],
) -> str:
    n = len(view.documents())
    if not n:
        return REFUSALS["no_documents"]
    if absent:
        names = " and ".join(f"“{name}”" for name in absent)
        return REFUSALS["absent" if n != 1 else "absent_one"].format(names=names, n=n)
    if outcome == "not_covered":
        return REFUSALS["not_covered" if n != 1 else "not_covered_one"].format(n=n)
    if reading.apart > 0:
        return REFUSALS["apart"]
    wanted = reading.question.answer_type
    if wanted in MEASURES:
        return REFUSALS["kind"].format(kind=MISSING_KIND[wanted])
    return REFUSALS["not_answered"]

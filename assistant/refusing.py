"""Saying what was not found, and only as much as can be checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.absent_names import absent_names
from assistant.answer import Outcome, Shape, Statement
from assistant.draft import Draft, cite, frame
from assistant.expressions import MEASURES
from assistant.matching import coverage
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.texts import MISSING_KIND, REFUSALS
from assistant.view import View
from index.passage import SearchResult

_ABOUT_COVERAGE = 0.4
_ABOUT_COSINE = 0.45
_HEAVY = 0.5
"""A word so rare, here and in general, that a passage that holds it is about the question."""


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


def refuse_absent(sides: Sequence[str], view: View, confidence: float) -> Draft:
    """The refusal of a comparison with what occurs nowhere."""
    n = len(view.documents())
    return Draft("not_covered", "table", (frame(_absent(sides, n)),), confidence)


def _absent(names: Sequence[str], n: int) -> str:
    quoted = " and ".join(f"“{name}”" for name in names)
    key = "absent" if len(names) == 1 else "absent_several"
    return REFUSALS[key if n != 1 else f"{key}_one"].format(names=quoted, n=n)


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
        return _absent(absent, n)
    if outcome == "not_covered":
        return REFUSALS["not_covered" if n != 1 else "not_covered_one"].format(n=n)
    if reading.apart > 0:
        return REFUSALS["apart"]
    wanted = reading.question.answer_type
    if wanted in MEASURES:
        return REFUSALS["kind"].format(kind=MISSING_KIND[wanted])
    return REFUSALS["not_answered"]

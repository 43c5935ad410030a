"""What is found in two parts, in steps, in a letter's head, or in one cell of a table."""

from __future__ import annotations

from dataclasses import replace

from assistant.addressing import answer_letter
from assistant.candidates import Candidate, has_type
from assistant.doubting import must_refuse
from assistant.draft import Draft
from assistant.evidence import Evidence
from assistant.expressions import MEASURES
from assistant.extremes import answer_extreme
from assistant.foreign import Foreign
from assistant.forms import read_form
from assistant.instructing import answer_steps
from assistant.leading import answer_described
from assistant.matching import coverage, term_set
from assistant.measuring import answer_contest
from assistant.named_rows import look_up_value, quote_value
from assistant.range_rows import row_in_range
from assistant.reading import Reading
from assistant.rows_asked import answer_rows
from assistant.scoring import NEAREST
from assistant.sides import read_comparison
from assistant.stepping import answer_in_steps, answer_nested
from assistant.tables import look_up
from assistant.view import View
from assistant.weights import Weights
from assistant.wording import quote_cell

_CELL_MET, _CELL_SURE = 0.6, 0.85
"""How much of the question a row, its header and its place must hold, and how sure it is then."""

_LESS_SURE = 0.1
"""By so much two sentences may be less sure than one that says only half of what is asked."""


def answer_by_parts(evidence: Evidence, view: View, weights: Weights) -> Draft | None:
    """A draft for what is found in two parts, or in one cell of a table."""
    text = evidence.reading.question.text
    apart = (
        answer_letter(evidence.reading, evidence.result, view)
        or answer_contest(text, view, weights)
        or answer_extreme(evidence.reading, evidence.result, evidence.ranked, view)
        or (None if _is_of_each(text) else _in_steps(evidence, view, weights))
        or answer_steps(evidence.reading, evidence.result, view)
        or answer_rows(evidence, view)
    )
    if apart is not None:
        return apart
    if read_form(evidence.reading.question).kind != "sentence" or not evidence.ranked:
        return None
    ranged = row_in_range(evidence.reading, evidence.result, view)
    if ranged is not None:
        return Draft("answered", "sentence", (ranged,), max(evidence.confidence, _CELL_SURE))
    cell = look_up(evidence.reading, evidence.result, view)
    value = look_up_value(evidence.reading, evidence.result, view) if cell is None else None
    met = max((found.met for found in (cell, value) if found is not None), default=0.0)
    if met < _CELL_MET or met <= _told_in_prose(evidence):
        return None
    if cell is not None:
        statement = quote_cell(cell, evidence.reading.question)
    elif value is not None:
        statement = quote_value(value)
    return Draft("answered", "sentence", (statement,), max(evidence.confidence, _CELL_SURE))


def _in_steps(evidence: Evidence, view: View, weights: Weights) -> Draft | None:
    text = evidence.reading.question.text
    told = answer_in_steps(text, view, weights)
    is_one = read_form(evidence.reading.question).kind == "sentence"
    if told is not None or not evidence.ranked or not is_one:
        return told
    return _described(evidence, view, weights) or answer_nested(
        text, evidence.ranked[0], view, weights
    )


def _described(evidence: Evidence, view: View, weights: Weights) -> Draft | None:
    """What is asked of one that the question tells of, where no one sentence says all of it."""
    ranked, reading = evidence.ranked, evidence.reading
    is_sure = evidence.confidence >= weights.threshold and not must_refuse(reading, ranked)
    text = reading.question.text
    if not is_sure:
        return answer_described(text, None, weights.threshold, view, weights)
    least = max(weights.threshold, evidence.confidence - _LESS_SURE)
    return answer_described(text, ranked[0], least, view, weights)


def _is_of_each(text: str) -> bool:
    """Whether one thing is asked of several, and of none what another finds."""
    comparison = read_comparison(text)
    return comparison is not None and bool(comparison.questions)


def _told_in_prose(evidence: Evidence) -> float:
    """How much of the question the best sentences hold: with what stands above those that hold
    the kind of answer, by themselves where there is no kind.
    """
    reading = evidence.reading
    best = [s.candidate for s in evidence.ranked[:NEAREST] if s.candidate.sentence.kind != "row"]
    typed = [_met_with_headings(reading, c) for c in best if has_type(reading.question, c.text)]
    return max([*typed, *(c.feature("coverage") for c in best)], default=0.0)


def _met_with_headings(reading: Reading, candidate: Candidate) -> float:
    """How much of the question a sentence and what stands above it hold."""
    chunk = candidate.passage.chunk
    words = term_set(" ".join((candidate.text, chunk.title, *chunk.heading)))
    return coverage(reading.weights, reading.expand(words))


def measured_abroad(
    foreign: Foreign, evidence: Evidence, view: View, weights: Weights
) -> Draft | None:
    """A measure that a table gives, where one is asked for in another language."""
    if evidence.reading.question.answer_type not in MEASURES:
        return None
    draft = answer_by_parts(evidence, view, weights)
    return replace(draft, notes=(*draft.notes, foreign.note)) if draft is not None else None

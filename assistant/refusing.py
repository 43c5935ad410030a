"""Saying what was not found, and only as much as can be checked."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Outcome, Shape, Statement
from assistant.draft import Draft, cite, frame
from assistant.matching import coverage, term_set
from assistant.reading import Reading
from assistant.expressions import MEASURES
from assistant.scoring import Scored, names_apart
from assistant.texts import MISSING_KIND, REFUSALS
from index.index import Index
from index.passage import SearchResult

_ABOUT_COVERAGE = 0.4
_ABOUT_COSINE = 0.45


def refuse(
    reading: Reading,
    result: SearchResult,
    ranked: Sequence[Scored],
    index: Index,
    *,
    shape: Shape = "sentence",
    confidence: float | None = None,
) -> Draft:
    """A refusal of the right kind, with the closest sentence cited where something is about it."""
    absent = absent_names(reading)
    outcome = _outcome(reading, result, ranked, absent)
    statements = [frame(_sentence(reading, result, ranked, index, outcome, absent))]
    if outcome == "not_answered" and ranked:
        statements.append(closest(ranked[0]))
    return Draft(outcome, shape, tuple(statements), confidence)


def closest(scored: Scored) -> Statement:
    """A frame that names the closest place, with its sentence cited."""
    chunk = scored.candidate.passage.chunk
    place = " › ".join((chunk.title, *chunk.heading))
    return frame(
        REFUSALS["closest"].format(place=place),
        cite(chunk, scored.candidate.sentence.span, scored.candidate.passage.sha256),
    )


def absent_names(reading: Reading) -> tuple[str, ...]:
    """The names of the question none of whose words the corpus holds, as they were written."""
    question = reading.question
    absent = []
    for entity in question.entities:
        words = [question.surfaces[t] for t in question.terms if t in entity]
        if words and entity <= reading.unknown and not all(w.isdigit() for w in words):
            absent.append(_as_written(words, question.text))
    return tuple(absent)


def _as_written(words: Sequence[str], text: str) -> str:
    """The stretch of ``text`` from the first of the folded words to the last."""
    lower = text.lower()
    start = lower.find(words[0])
    end = lower.find(words[-1], max(start, 0))
    if start < 0 or end < 0:
        return " ".join(words)
    return text[start : end + len(words[-1])]


def _outcome(
    reading: Reading, result: SearchResult, ranked: Sequence[Scored], absent: Sequence[str]
) -> Outcome:
    """``not_answered`` where something in the corpus is about the question."""
    entities = reading.question.entities
    if absent and len(absent) == len(entities):
        return "not_covered"
    if entities and not absent:
        return "not_answered"
    if not result.passages or not ranked:
        return "not_covered"
    chunk = ranked[0].candidate.passage.chunk
    near = reading.expand(term_set(" ".join((chunk.text, chunk.title, *chunk.heading))))
    met = coverage(reading.weights, near)
    cosine = max(passage.dense for passage in result.passages)
    about = met >= _ABOUT_COVERAGE or (cosine >= _ABOUT_COSINE and met > 0)
    return "not_answered" if about else "not_covered"


def _sentence(
    reading: Reading,
    result: SearchResult,
    ranked: Sequence[Scored],
    index: Index,
    outcome: Outcome,
    absent: Sequence[str],
) -> str:
    n = index.n_documents
    if absent:
        names = " and ".join(f"“{name}”" for name in absent)
        return REFUSALS["absent" if n != 1 else "absent_one"].format(names=names, n=n)
    if outcome == "not_covered":
        return REFUSALS["not_covered" if n != 1 else "not_covered_one"].format(n=n)
    if names_apart(reading, result) > 0:
        return REFUSALS["apart"]
    wanted = reading.question.answer_type
    if wanted in MEASURES:
        return REFUSALS["kind"].format(kind=MISSING_KIND[wanted])
    return REFUSALS["not_answered"]

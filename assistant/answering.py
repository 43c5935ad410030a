"""From a question that stands alone to a draft: the one way through, form by form."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from assistant import english, overview, smalltalk, summarising
from assistant.candidates import describe_candidates
from assistant.comparing import compare
from assistant.draft import Draft
from assistant.expressions import MEASURES
from assistant.forms import Form, read_form
from assistant.gathering import announced_only, gather, without_announcements
from assistant.grouping import group_about
from assistant.matching import term_set
from assistant.question import Question
from assistant.reading import Reading, learn, read
from assistant.refusing import absent_names, refuse
from assistant.scoring import (
    SIGNALS,
    Scored,
    Weights,
    estimate,
    names_apart,
    rank_candidates,
    signals,
)
from assistant.selecting import as_statements, select_sentences, select_spelled_out
from index.index import Index
from index.passage import Passage, SearchResult

_ASKED_NEARNESS = 0.45
"""How near the asked noun must come to a word of the evidence; lower is another subject."""
_SPELLED_OUT = 0.9
"""A sentence that holds the short form and the long one answers what it stands for."""
_ASKED_IS_TYPE = (*MEASURES, "person", "place")


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer is chosen from and when it is refused."""

    n_passages: int
    threshold: float
    where: Mapping[str, str]
    hidden: Container[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A draft, its confidence, and the passages in the order of their best sentences."""

    draft: Draft
    query: str
    passages: tuple[Passage, ...]
    confidence: float
    seconds_retrieve: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Evidence:
    """All that a way of answering draws on."""

    reading: Reading
    result: SearchResult
    ranked: list[Scored]
    confidence: float


def answer(text: str, index: Index, weights: Weights, limits: Limits) -> Found:
    """Answer a question from the index, in the form it asks for, or refuse."""
    evidence = _gather_evidence(text, index, weights, limits)
    form = _form(evidence)
    draft = _draft(form, evidence, index, weights, limits)
    confidence = evidence.confidence if draft.confidence is None else draft.confidence
    return Found(
        draft=draft,
        query=evidence.reading.query,
        passages=_by_best_sentence(evidence),
        confidence=confidence,
        seconds_retrieve=evidence.result.seconds,
        notes=evidence.reading.notes,
    )


def answer_aside(text: str, index: Index) -> Draft | None:
    """A draft for what is not asked of the documents, or of all of them at once."""
    if overview.is_overview_question(text):
        return overview.overview(index, ())
    return smalltalk.reply(text) or smalltalk.off_topic(text) or summarising.summarise(text, index)


def _gather_evidence(text: str, index: Index, weights: Weights, limits: Limits) -> _Evidence:
    reading = read(text, index)
    result = index.search(
        reading.query, k=limits.n_passages, where=limits.where, hidden=limits.hidden
    )
    reading = learn(reading, result)
    ranked = rank_candidates(reading, describe_candidates(reading, result), index, weights)
    confidence = estimate(signals(reading, result, ranked), weights) if ranked else 0.0
    return _Evidence(reading, result, ranked, confidence)


def _form(evidence: _Evidence) -> Form:
    question = evidence.reading.question
    form = read_form(question)
    if form.kind == "sentence" and _is_bare_name(question):
        return Form("groups", name=question.text.strip(" ?.!"))
    return form


def _is_bare_name(question: Question) -> bool:
    """Whether the question is one name and nothing else, as the corpus writes it."""
    words = question.text.split()
    return (
        0 < len(words) <= 4
        and not english.QUESTION_WORD.match(question.text)
        and len(question.entities) == 1
        and bool(question.terms)
        and question.entities[0] >= set(question.terms)
    )


def _draft(
    form: Form, evidence: _Evidence, index: Index, weights: Weights, limits: Limits
) -> Draft:
    reading, ranked, confidence = evidence.reading, evidence.ranked, evidence.confidence
    shape = form.kind
    if form.kind == "groups":
        statements = group_about(form.name, reading, index)
        if statements and not absent_names(reading):
            return Draft("answered", "groups", statements, max(confidence, 0.9))
        return refuse(reading, evidence.result, ranked, index, shape=shape, confidence=confidence)
    spelled = select_spelled_out(ranked, reading)
    if spelled is not None:
        statement = as_statements([spelled[0]], reading.question)[-1]
        statement = replace(statement, focus=spelled[1])
        return Draft("answered", "sentence", (statement,), max(confidence, _SPELLED_OUT))
    if form.kind == "list":
        empty = announced_only(form, reading, ranked, index)
        if empty is not None:
            return empty
    ranked = without_announcements(ranked, index)
    if not ranked or _must_refuse(evidence) or confidence < limits.threshold:
        below = min(confidence, limits.threshold * 0.99)
        return refuse(reading, evidence.result, ranked, index, shape=shape, confidence=below)
    if form.kind == "table":
        rows = compare(form.sides, reading, evidence.result, index, weights)
        return Draft("answered", "table", rows)
    if form.kind == "list":
        return Draft("answered", "list", gather(form, reading, ranked, index))
    chosen = select_sentences(ranked, reading)
    return Draft("answered", "sentence", as_statements(chosen, reading.question))


def _must_refuse(evidence: _Evidence) -> bool:
    """Whether no sentence can be the answer, however near it comes.

    A date, number or the like is asked for and none of the best sentences holds one; or names
    are asked for together that no passage holds together.
    """
    reading = evidence.reading
    values = signals(reading, evidence.result, evidence.ranked)
    lacks = values[SIGNALS.index("lacks_measure")] > 0
    if reading.question.answer_type in MEASURES and lacks:
        return True
    asked = float(values[SIGNALS.index("asked_nearness")])
    if asked < _ASKED_NEARNESS and reading.question.answer_type not in _ASKED_IS_TYPE:
        return True
    names = len(reading.question.entities)
    return names > 1 and names_apart(reading, evidence.result) >= 0.5


def _by_best_sentence(evidence: _Evidence) -> tuple[Passage, ...]:
    """The passages in the order of their best sentences, which ranks better than search alone."""
    order: dict[str, Passage] = {}
    for scored in evidence.ranked:
        order.setdefault(scored.candidate.passage.chunk.id, scored.candidate.passage)
    for passage in evidence.result.passages:
        order.setdefault(passage.chunk.id, passage)
    return tuple(order.values())

"""Choosing the fewest sentences that answer, by margin, and making statements of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant import english
from assistant import english_sentences as patterns
from assistant.abbreviations import find_abbreviations
from assistant.answer import Statement, StatementKind
from assistant.candidates import Candidate, has_type
from assistant.captions import paragraph_of
from assistant.dimensions import unit_asked
from assistant.draft import quote, shown_text
from assistant.expressions import MEASURES
from assistant.focusing import find_focus
from assistant.matching import coverage, term_set
from assistant.question import Question
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.signals import is_of_names

MARGIN = 4.0
"""How far below the best a second sentence may score, a third half as far; in log odds.

Chosen on the development halves of the question sets (``bench/fit.py`` names them).
"""

_SURE, _DOUBT = 0.6, 3.4
"""The share of the margin for a sure answer, and how fast it widens with doubt."""

MAX_SENTENCES = 3
_MAX_SEVERAL = 5
_MAX_WORDS = 75
_LOOKED_AT, _EXAMPLES = 8, 24
"""Of the ranked sentences, how many may be chosen from, and how many looked at for an example."""

_REACH: dict[str, float] = {
    **dict.fromkeys((*MEASURES, "person", "place"), 3.2),
    "example": 12.0,
    "definition": 4.0,
}
"""How far below the best a sentence may score that leads for holding what is asked for."""

READ_AS_OTHER = -4.0
"""A further sentence that is read at such log odds to answer says something else."""
_TOLD_ON = ("manner", "reason")
"""How and why are often told in the sentence after the one that meets the question's words."""
_ROOM_FOR_NEXT = 45
"""Words of an answer that leave room for that sentence."""

_NEGATED_REACH = 14.0

_SAME = 0.7


def select_sentences(ranked: Sequence[Scored], reading: Reading, confidence: float) -> list[Scored]:
    """The best sentence, with others that score nearly as high and say something else.

    Where an expression with a form of its own is asked for (a date, a number), the best sentence
    that holds one leads, and one that holds none adds nothing.
    """
    ordered = _typed_first(ranked, reading)
    margin = MARGIN * min(1.0, _SURE + _DOUBT * (1.0 - confidence))
    chosen = list(ordered[:1])
    is_given = reading.question.answer_type in (*MEASURES, "person") and any(
        _is_of_kind(reading.question, scored.candidate) for scored in chosen
    )
    words = sum(len(s.candidate.text.split()) for s in chosen)
    for scored in ordered[1:_LOOKED_AT]:
        if len(chosen) >= MAX_SENTENCES or chosen[0].score - scored.score > margin / len(chosen):
            break
        if scored.read is not None and scored.read < READ_AS_OTHER:
            continue
        words += len(scored.candidate.text.split())
        if words > _MAX_WORDS:
            break
        if is_given and not _is_of_kind(reading.question, scored.candidate):
            continue
        if not any(repeats(scored.candidate.text, c.candidate.text) for c in chosen):
            chosen.append(scored)
    is_told_on = reading.question.answer_type in _TOLD_ON
    return _with_next(chosen, ranked) if is_told_on else chosen


def _with_next(chosen: list[Scored], ranked: Sequence[Scored]) -> list[Scored]:
    """``chosen`` with the sentence after the best one, if that is short and speaks of the same;
    with all of its paragraph's, as far as there is room, where it says that there are several.
    """
    words = sum(len(scored.candidate.text.split()) for scored in chosen)
    if not chosen or len(chosen) >= MAX_SENTENCES or words > _ROOM_FOR_NEXT:
        return chosen
    after = _after(chosen[0], ranked)
    if english.SEVERAL.search(chosen[0].candidate.text) and len(after) > 1:
        return [chosen[0], *_as_fit(after, _MAX_WORDS - len(chosen[0].candidate.text.split()))]
    if not after or not is_of_names(after[0].candidate):
        return chosen
    if any(repeats(after[0].candidate.text, scored.candidate.text) for scored in chosen):
        return chosen
    return [chosen[0], after[0], *chosen[1:]]


def _after(scored: Scored, ranked: Sequence[Scored]) -> list[Scored]:
    """The sentence behind one, and those that follow in the same paragraph, in reading order."""
    chunk, position = _place(scored.candidate)
    behind = {s.candidate.position: s for s in ranked if s.candidate.passage.chunk.id == chunk}
    whole = paragraph_of(scored.candidate.passage.chunk, position)[0]
    found: list[Scored] = []
    while position + 1 in behind:
        position += 1
        if found and paragraph_of(behind[position].candidate.passage.chunk, position)[0] != whole:
            break
        found.append(behind[position])
    return found


def _as_fit(scored: Sequence[Scored], words: int) -> list[Scored]:
    kept: list[Scored] = []
    for one in scored[:_MAX_SEVERAL]:
        words -= len(one.candidate.text.split())
        if words < 0:
            break
        kept.append(one)
    return kept


def _typed_first(ranked: Sequence[Scored], reading: Reading) -> list[Scored]:
    """``ranked``, led by the best that is of the kind asked for, if it scores high enough.

    Of numbers those lead that have a unit of what is asked: degrees for "how hot". An example often
    names its matter sentences before: of those near enough the one leads whose paragraph says most
    of the question.
    """
    question = reading.question
    reach = _REACH.get(question.answer_type, 0.0)
    if not reach or not ranked:
        return list(ranked)
    limit = ranked[0].score - reach
    is_example = question.answer_type == "example"
    near = [
        scored
        for scored in ranked[: _EXAMPLES if is_example else _LOOKED_AT]
        if scored.score >= limit and _is_of_kind(question, scored.candidate)
    ]
    if english.WHO_IS.match(question.text):
        near = [scored for scored in near if is_of_names(scored.candidate)]
    if not near:
        return list(ranked)
    units = unit_asked(question.text)
    united = [scored for scored in near if units and units.search(scored.candidate.text)]
    lead = (united or near)[0]
    if is_example:
        lead = max(near, key=partial(_told_around, reading))
    return [lead, *(scored for scored in ranked if scored is not lead)]


def _is_of_kind(question: Question, candidate: Candidate) -> bool:
    if question.answer_type == "definition":
        is_defined = english.DEFINED.search(candidate.text) is not None
        return is_defined and candidate.feature("defines") > 0
    return has_type(question, candidate.text)


def _told_around(reading: Reading, scored: Scored) -> tuple[float, float]:
    """How much of the question the paragraph of a sentence and its opening say; its score."""
    candidate, chunk = scored.candidate, scored.candidate.passage.chunk
    paragraph, opening = paragraph_of(chunk, candidate.position)
    whole = " ".join((*chunk.heading, paragraph))
    topic = " ".join((*chunk.heading, opening, candidate.text))
    told = (coverage(reading.weights, reading.expand(term_set(t))) for t in (whole, topic))
    return round(4 * sum(told)), scored.score


def negated_first(ranked: Sequence[Scored], question: str) -> list[Scored]:
    """``ranked``, led by those that say no where the question does: "what does it not cover?"."""
    if not patterns.NEGATION.search(question) or not ranked:
        return list(ranked)
    chunk, _ = _place(ranked[0].candidate)
    near = [s for s in ranked[:_LOOKED_AT] if ranked[0].score - s.score <= _NEGATED_REACH]
    near = [s for s in near if s.candidate.passage.chunk.id == chunk]
    says_no = [s for s in near if patterns.NEGATION.search(s.candidate.text)]
    return [*says_no, *(s for s in ranked if s not in says_no)]


def repeats(text: str, other: str) -> bool:
    """Whether two sentences say nearly the same: most terms of the longer stand in the other."""
    a, b = term_set(text), term_set(other)
    return bool(a and b) and len(a & b) >= _SAME * max(len(a), len(b))


def as_statements(chosen: Sequence[Scored], question: Question) -> tuple[Statement, ...]:
    """Quotes of the chosen sentences, in order.

    One that opens with a pronoun brings the sentence before it, as a statement of kind "context"
    in addition to those chosen, unless that is chosen itself: no sentence is quoted twice.
    """
    statements: list[Statement] = []
    shown = {_place(scored.candidate) for scored in chosen}
    for scored in chosen:
        candidate = scored.candidate
        context = _context(candidate)
        if context is not None and _place(context) not in shown:
            shown.add(_place(context))
            statements.append(_statement(context, question, "context"))
        statements.append(_statement(candidate, question, "sentence"))
    return tuple(statements)


def _statement(candidate: Candidate, question: Question, kind: StatementKind) -> Statement:
    chunk = candidate.passage.chunk
    text = shown_text(chunk, candidate.sentence)
    focus = None if kind == "context" else find_focus(text, question)
    return quote(chunk, candidate.sentence, candidate.passage.sha256, kind=kind, focus=focus)


def _context(candidate: Candidate) -> Candidate | None:
    """The quotable sentence before one that opens with a pronoun, in the same chunk."""
    if not candidate.previous or not english.ANAPHOR.match(candidate.text):
        return None
    return replace(candidate, position=candidate.position - 1, text=candidate.previous, previous="")


def _place(candidate: Candidate) -> tuple[str, int]:
    return candidate.passage.chunk.id, candidate.position


def select_spelled_out(
    ranked: Sequence[Scored], reading: Reading
) -> tuple[Scored, tuple[int, int]] | None:
    """The first sentence that spells out a short form of the question, and where; else null."""
    if not english.SPELLING_OUT.search(reading.question.text):
        return None
    wanted = {abbreviation.short for abbreviation in reading.abbreviations}
    for scored in ranked:
        text = scored.candidate.text
        for found in find_abbreviations(text):
            start = text.find(found.long)
            if found.short in wanted and start >= 0:
                return scored, (start, start + len(found.long))
    return None

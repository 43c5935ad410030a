"""The draft that the evidence gives in one form: list, table, groups, verdict or sentences."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from assistant.absent_names import absent_names
from assistant.announcing import announced_only, without_announcements
from assistant.answer import Statement
from assistant.bearing import with_bearing
from assistant.bulleted import list_led
from assistant.comparing import compare
from assistant.comparison import Comparison
from assistant.doubting import must_refuse
from assistant.draft import Draft
from assistant.english_forms import ASKS_DIFFERENCE
from assistant.evidence import Evidence
from assistant.forms import Form
from assistant.gathered import Gathered
from assistant.gathering import gather
from assistant.grouping import group_about
from assistant.listing import below_announcement, counted_in_answer
from assistant.matching import term_set
from assistant.refusing import refuse, refuse_absent
from assistant.selecting import as_statements, select_sentences, select_spelled_out
from assistant.side_names import as_known
from assistant.sides import read_comparison, read_named
from assistant.texts import VERDICTS
from assistant.unnamed import as_two
from assistant.verdicts import is_told_for_year, is_yes_no, judge
from assistant.view import View
from assistant.weights import Weights
from assistant.wording import reword

_SPELLED_OUT = 0.9
"""A sentence that holds the short form and the long one answers what it stands for."""
_JUDGED = 10
_SETTLED = 0.85
"""How sure a verdict is: it is given only where every word of the question is met."""
_BELOW_SURE = 0.8
_TERM_WORDS = 2
"""So few words are a term; more of them describe something, which may be told in others."""


def draft_of(
    form: Form, evidence: Evidence, view: View, weights: Weights, threshold: float
) -> Draft:
    """What the evidence answers in the form that is asked for, or a refusal."""
    reading, ranked = evidence.reading, evidence.ranked
    spelled = select_spelled_out(ranked, reading)
    if spelled is not None:
        statement = as_statements([spelled[0]], reading.question)[-1]
        statement = replace(statement, focus=spelled[1])
        return Draft("answered", "sentence", (statement,), max(evidence.confidence, _SPELLED_OUT))
    if form.kind == "groups":
        return _groups(form, evidence, view, threshold)
    evidence = replace(evidence, ranked=without_announcements(ranked))
    listed = gather(form, reading, evidence.ranked, view) if form.kind == "list" else None
    if listed is not None and listed.confidence is not None:
        sure = max(evidence.confidence, listed.confidence)
        return Draft("answered", "list", listed.statements, sure)
    empty = announced_only(form, reading, evidence.result, ranked, view)
    if empty is not None:
        return empty
    answered = _below(form, evidence, view, threshold) or _settled(evidence, view)
    if answered is None and form.kind == "table":
        answered = _table(form, evidence, view, weights, threshold)
    elif answered is None:
        answered = _as_told(listed, evidence, view, threshold)
    return answered or refuse(
        reading,
        evidence.result,
        evidence.ranked,
        view,
        shape=form.kind,
        confidence=min(evidence.confidence, threshold * 0.99),
    )


def _below(form: Form, evidence: Evidence, view: View, threshold: float) -> Draft | None:
    """The list that is announced in the words of a question that does not ask for one."""
    if form.kind != "sentence":
        return None
    listed = below_announcement(evidence.reading, evidence.ranked, view)
    if not listed and not _is_refused(evidence, threshold):
        listed = counted_in_answer(evidence.reading, evidence.ranked, view)
    sure = max(evidence.confidence, _BELOW_SURE)
    return Draft("answered", "list", listed, sure) if listed else None


def _groups(form: Form, evidence: Evidence, view: View, threshold: float) -> Draft:
    """All about the name; of what no sentence holds every word of, the sentences nearest to it."""
    reading, confidence = evidence.reading, evidence.confidence
    statements = group_about(form.name, reading, view)
    if statements and not absent_names(reading):
        return Draft("answered", "groups", statements, max(confidence, 0.9))
    if not statements and not absent_names(reading) and not _is_refused(evidence, threshold):
        told = _from_sentences(evidence, view)
        items = tuple(replace(s, kind="item", label=_place_of(s)) for s in told.statements)
        return replace(told, shape="groups", statements=items)
    return refuse(
        reading, evidence.result, evidence.ranked, view, shape="groups", confidence=confidence
    )


def _place_of(statement: Statement) -> str | None:
    """The heading that a quote stands under, or its document's title."""
    cited = next(iter(statement.citations), None)
    return [cited.title, *cited.heading][-1] if cited else None


def _is_refused(evidence: Evidence, threshold: float) -> bool:
    """Whether the sentences hold no answer that is sure enough."""
    return (
        not evidence.ranked
        or evidence.confidence < threshold
        or must_refuse(evidence.reading, evidence.ranked)
    )


def _as_told(
    listed: Gathered | None, evidence: Evidence, view: View, threshold: float
) -> Draft | None:
    """The list that was gathered, or the fewest sentences that answer; null where unsure."""
    if listed is not None:
        return _as_list(listed, evidence, threshold)
    return None if _is_refused(evidence, threshold) else _from_sentences(evidence, view)


def _as_list(listed: Gathered, evidence: Evidence, threshold: float) -> Draft | None:
    """The list that was gathered; null where neither the best sentence nor what is read as an item
    is sure enough.
    """
    sure = evidence.confidence * listed.doubt
    if not evidence.ranked or must_refuse(evidence.reading, evidence.ranked):
        return None
    if sure < threshold and not listed.is_read:
        return None
    return Draft("answered", "list", listed.statements, max(sure, threshold))


def _table(
    form: Form, evidence: Evidence, view: View, weights: Weights, threshold: float
) -> Draft | None:
    """A row a side; null where a side is empty and what is asked of both is not sure either."""
    if not evidence.ranked:
        return None
    comparison = read_comparison(evidence.reading.question.text) or Comparison(form.sides)
    if comparison.of_two:
        told = None if _is_refused(evidence, threshold) else _from_sentences(evidence, view)
        return told and as_two(told, comparison.of_two, evidence.ranked)
    if comparison.alone:
        comparison = read_named(evidence.reading.question.text) or comparison
    comparison = as_known(comparison, view)
    rows = compare(comparison, view, weights)
    n_found = sum(row.kind == "row" for row in rows)
    absent = [s for s in comparison.sides if is_unknown(s, evidence.reading.unknown)]
    differs = ASKS_DIFFERENCE.search(evidence.reading.question.text)
    if absent and differs and n_found < len(rows) and not comparison.questions:
        return refuse_absent(absent, view, evidence.confidence)
    is_sure = not comparison.questions or not _is_refused(evidence, threshold)
    if n_found == len(rows) or (n_found and is_sure):
        return Draft("answered", "table", rows, max(evidence.confidence, threshold))
    return None


def is_unknown(side: str, unknown: Collection[str]) -> bool:
    """Whether a side is a name that occurs nowhere; what is described in many words, of which one
    occurs nowhere, may be told in others.
    """
    nowhere = term_set(side) & frozenset(unknown)
    named = term_set(" ".join(word for word in side.split() if word[:1].isupper()))
    is_short = len(side.split()) <= _TERM_WORDS
    return bool(nowhere & named) or (bool(nowhere) and (is_short or nowhere == term_set(side)))


def _from_sentences(evidence: Evidence, view: View) -> Draft:
    """The fewest sentences that answer; the whole list where these are most of one."""
    question = evidence.reading.question
    chosen = select_sentences(evidence.ranked, evidence.reading, evidence.confidence)
    chosen = with_bearing(chosen, evidence.ranked, evidence.reading)
    statements = as_statements(chosen, question)
    listed = list_led(statements, view)
    if listed:
        return Draft("answered", "list", tuple(listed))
    return Draft("answered", "sentence", statements)


def _settled(evidence: Evidence, view: View) -> Draft | None:
    """Yes or no with the sentence that settles it; null where none of the best does."""
    if not is_yes_no(evidence.reading.question.text):
        return None
    question = evidence.reading.question
    best = evidence.ranked[:_JUDGED]
    is_told = is_told_for_year(question.text, (s.candidate.text for s in best))
    for scored in best:
        shown = reword(as_statements([scored], question), question, view)
        verdict = judge(evidence.reading, shown[-1].text, scored.candidate.passage.chunk)
        if verdict is not None and not (is_told and verdict.text == VERDICTS["no"]):
            return Draft(
                "answered", "sentence", (verdict, *shown), max(evidence.confidence, _SETTLED)
            )
    return None

"""From a question that stands alone to a draft: the one way through, form by form."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from assistant import acting, smalltalk, summarising
from assistant.absence import explain
from assistant.absent_names import strange_names
from assistant.alternatives import answer_either
from assistant.apart import answer_apart, is_incomplete
from assistant.bare_names import form_of
from assistant.bridging import answer_by_bridge
from assistant.draft import Draft
from assistant.empty_lists import name_empty_lists
from assistant.evidence import Evidence, Found, Limits, by_best_sentence, gather_evidence
from assistant.foreign import answer_foreign, read_foreign
from assistant.matching import term_set
from assistant.mentioning import documents_with
from assistant.parting import answer_by_parts, measured_abroad
from assistant.presuming import answer_presumed
from assistant.refusing import refuse, withhold
from assistant.request_proper import plain_request
from assistant.rereading import Rereading
from assistant.several import Several, read_several
from assistant.shaping import draft_of
from assistant.sides import read_comparison
from assistant.stepping import answer_loosely
from assistant.twofold import answer_both
from assistant.verdicts import is_yes_no
from assistant.view import View
from assistant.weights import Weights
from assistant.wording import reword

_REFUSED = ("not_answered", "not_covered")


def answer(
    text: str, view: View, weights: Weights, limits: Limits, again: Rereading | None = None
) -> Found:
    """Answer a question from what is in view, in the form it asks for, or refuse.

    ``again``: models that read the best sentences once more.
    """
    mentioned = documents_with(text, view)
    if mentioned is not None and _is_sure(mentioned, limits):
        return _found_beside(mentioned, text, view, limits)
    ask = partial(_answer, view=view, weights=weights, limits=limits, again=again)
    found = answer_both(text, ask) or answer_either(text, ask) or ask(text)
    if is_incomplete(read_comparison(text), found.draft):
        found = answer_apart(text, ask) or found
    proper = "" if found.draft.outcome == "answered" else plain_request(text)
    if proper and (alone := ask(proper)).draft.outcome == "answered":
        return alone
    several = read_several(text)
    if several is not None and several.things and not _is_told_of(several, found.draft, view):
        told = answer(several.text, view, weights, limits, again)
        return replace(told, draft=_as_list(told, view, weights))
    if found.draft.outcome not in _REFUSED:
        return found
    stepwise = _in_two_steps(text, found.draft, view, weights)
    if stepwise is not None and _is_sure(stepwise, limits):
        return replace(found, draft=stepwise, confidence=stepwise.confidence or 0.0)
    is_near = found.draft.outcome == "not_answered" and is_yes_no(text)
    return answer_presumed(text, found, ask) or found if is_near else found


def _is_told_of(several: Several, draft: Draft, view: View) -> bool:
    """Whether a list is from passages that say anything of what the question beside it names."""
    cited = {(c.document, c.start) for s in draft.statements for c in s.citations}
    chunks = (chunk for document in {d for d, _ in cited} for chunk in view.chunks(document))
    named = term_set(several.text)
    return draft.outcome not in _REFUSED and any(
        named & term_set(chunk.embedded)
        for chunk in chunks
        if any(chunk.document == d and chunk.span.start <= at < chunk.span.end for d, at in cited)
    )


def _as_list(told: Found, view: View, weights: Weights) -> Draft:
    """What a question is answered beside which a list was wished for, as one; a refusal of one."""
    if told.draft.outcome in _REFUSED:
        return replace(told.draft, shape="list")
    return acting.grant("list", told, view, weights)


def _is_sure(draft: Draft, limits: Limits) -> bool:
    """Whether a draft may be given at the risk that is accepted."""
    return (draft.confidence or 0.0) >= limits.sure


def _in_two_steps(text: str, refusal: Draft, view: View, weights: Weights) -> Draft | None:
    """What two sentences answer together where none does alone; null where none do."""
    is_near, is_plain = refusal.outcome == "not_answered", refusal.shape == "sentence"
    told = answer_loosely(text, view, weights) if is_near else None
    return told or (answer_by_bridge(text, view, weights) if is_plain else None)


def _found_beside(draft: Draft, text: str, view: View, limits: Limits) -> Found:
    """A draft that was made of more than the passages nearest to the question, with these."""
    result = view.search(text, k=limits.n_passages)
    sure = draft.confidence or 0.0
    return Found(draft, text, result.passages, sure, result.seconds, draft.notes)


def _answer(
    text: str, view: View, weights: Weights, limits: Limits, again: Rereading | None
) -> Found:
    foreign = read_foreign(text, view)
    asked = foreign.text if foreign else text
    evidence = gather_evidence(asked, view, weights, limits.n_passages, again or Rereading())
    if foreign is not None:
        draft: Draft | None = measured_abroad(foreign, evidence, view, weights) or answer_foreign(
            foreign, evidence.reading, evidence.ranked, evidence.confidence, view
        )
    else:
        draft = _of_strangers(evidence, view) or answer_by_parts(evidence, view, weights)
    if draft is None:
        draft = draft_of(form_of(evidence), evidence, view, weights, limits.threshold)
    draft = explain(draft, evidence.reading, view)
    draft = _with_focus(draft, evidence)
    draft = replace(draft, statements=reword(draft.statements, evidence.reading.question, view))
    confidence = evidence.confidence if draft.confidence is None else draft.confidence
    if limits.risk is not None and draft.outcome == "answered" and confidence < limits.sure:
        draft = withhold(draft, evidence.ranked, limits.risk)
    return Found(
        draft=draft,
        query=evidence.reading.query,
        passages=by_best_sentence(evidence),
        confidence=confidence,
        seconds_retrieve=evidence.result.seconds,
        notes=(*evidence.reading.notes, *draft.notes),
    )


def _of_strangers(evidence: Evidence, view: View) -> Draft | None:
    """The refusal of what is asked of a name that occurs nowhere; null for a comparison, of which
    the other side may be told, and where there is no such name.
    """
    reading = evidence.reading
    if not strange_names(reading, evidence.result, view.index):
        return None
    form = form_of(evidence)
    if form.kind == "table":
        return None
    return refuse(reading, evidence.result, evidence.ranked, view, shape=form.kind)


def _with_focus(draft: Draft, evidence: Evidence) -> Draft:
    """The draft with the spans that a reader found, where sentences answer."""
    if not evidence.focus or draft.shape != "sentence":
        return draft
    marked = tuple(
        replace(s, focus=evidence.focus.get(s.text, s.focus)) if s.kind == "sentence" else s
        for s in draft.statements
    )
    return replace(draft, statements=marked)


def answer_aside(text: str, view: View) -> Draft | None:
    """A draft for small talk, for what is declined, for a summary, and for the lists that are not
    given; null for any other question.
    """
    of_talk = smalltalk.reply(text) or smalltalk.off_topic(text)
    return of_talk or name_empty_lists(text, view) or summarising.summarise(text, view)

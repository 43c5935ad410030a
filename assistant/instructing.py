"""How something is done: the list of steps that stands where the text says so, whole."""

from __future__ import annotations

from collections.abc import Mapping

from assistant import english_steps as english
from assistant.draft import Draft, frame, quote
from assistant.matching import coverage, strength, term_list, term_set
from assistant.procedures import Procedure, read_procedures
from assistant.question import LIGHT_TERMS
from assistant.reading import Reading
from assistant.texts import LISTS
from assistant.view import View
from index.passage import SearchResult
from index.words import terms

_NAMED, _NEAR, _MET = 0.8, 0.66, 0.7
"""How much of the task what stands over the steps must hold, or how near it must come."""
_SURE = 0.85
_FRAMING = frozenset(term for word in english.FRAMING for term in terms(word))


def task_of(question: str) -> str:
    """What a question asks how to do; empty where it does not.

    >>> task_of("How do I load the kiln?"), task_of("How high is the kiln?")
    ('load the kiln?', '')
    """
    found = (match for p in english.PROCEDURE if (match := p.match(question.strip())))
    match = next(found, None)
    verb = match.groupdict().get("verb") if match else ""
    return f"{verb or ''} {match['task']}".strip() if match else ""


def needs_of(question: str) -> str:
    """What a question asks the needs of; empty where it does not.

    >>> needs_of("What do I need for the broth?"), needs_of("What do I need?")
    ('the broth?', '')
    """
    found = (match for p in english.NEEDS if (match := p.match(question.strip())))
    return next((match["task"] for match in found), "")


def answer_steps(reading: Reading, result: SearchResult, view: View) -> Draft | None:
    """All steps of what is asked how to do, in order, or all that is needed for it; null where
    none stand under its name.
    """
    needs = needs_of(reading.question.text)
    task = needs or task_of(reading.question.text)
    wanted = {t: reading.weights[t] for t in term_list(task) if t in reading.weights}
    wanted = {t: w for t, w in wanted.items() if t not in _FRAMING}
    wanted = {t: w for t, w in wanted.items() if t not in LIGHT_TERMS} or wanted
    if not wanted:
        return None
    hashes = {p.chunk.document: p.sha256 for p in result.passages}
    near = _nearness(result)
    found = [
        (_fitness(procedure, wanted, reading, near), procedure)
        for document in hashes
        for procedure in read_procedures(view.chunks(document))
        if bool(needs) is bool(english.NEEDED.match(procedure.place))
    ]
    met, best = max(found, key=lambda one: one[0], default=(0.0, None))
    if best is None or met <= 0:
        return None
    return _draft(best, hashes[best.steps[0].chunk.document])


def _draft(procedure: Procedure, sha256: str) -> Draft:
    named = LISTS["steps" if procedure.is_numbered else "points"]
    line = frame(named.format(place=procedure.place, n=len(procedure.steps)))
    items = (quote(s.chunk, s.sentence, sha256, kind="item") for s in procedure.steps)
    return Draft("answered", "list", (line, *items), _SURE)


def _fitness(
    procedure: Procedure, wanted: Mapping[str, float], reading: Reading, near: Mapping[int, float]
) -> float:
    """How well what stands over the steps names the task; 0 where it names another."""
    own = reading.expand(term_set(procedure.named))
    whole = reading.expand(own | term_set(procedure.over))
    named, alone = coverage(wanted, whole), coverage(wanted, own)
    first = next(iter(wanted))
    is_needed = english.NEEDED.match(procedure.place) is not None
    is_guide = is_needed or english.GUIDE.match(procedure.place) is not None
    if is_guide and len(wanted) > 1:  # "Method" below "Rye bread" tells how to bake it
        named = max(named, coverage({t: w for t, w in wanted.items() if t != first}, whole))
    nearness = max((near.get(at, 0.0) for at in procedure.leads), default=0.0)
    is_named = named >= _NAMED and (is_guide or strength(first, own) >= _MET)
    if not is_named and not (nearness >= _NEAR and alone >= 1 - _NAMED):
        return 0.0
    return named + alone + nearness + 0.5 * is_guide + 0.5 * procedure.is_numbered


def _nearness(result: SearchResult) -> dict[int, float]:
    """How near each heading and each other line of the passages comes, by where it begins."""
    return {
        sentence.span.start: cosine
        for passage in result.passages
        for sentence, cosine in zip(passage.chunk.sentences, passage.sentence_cosines, strict=True)
    }

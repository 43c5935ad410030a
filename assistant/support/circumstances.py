"""When, where, for whom a sentence holds: what a retelling of it may not leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.support import english_retelling as english
from assistant.support.english_claims import AUXILIARIES
from assistant.support.steps import Pair, Step
from assistant.support.tracing import Part, Told, Trace
from assistant.support.wording import Word, is_past

_CLAUSE = re.compile(r"[;:]|,\s+(?:and|but|so|or)\b")
_DEFINITE = frozenset("the this that its his her their".split())
_PARTICIPLE_NEAR = 3


def of_circumstances(found: Trace, first: Pair, last: Pair) -> Iterator[str]:
    """What is told of when, where or how before the ``first`` and behind the ``last`` word taken.

    "On Sundays entry is free" does not say that entry is free, nor "should it rain, she will sing"
    that she will. What happened once, happened: "in 1902 he sold it" says that he sold it.
    """
    happened = _happened(found.claim)
    said = {word.surface for word in found.claim.words}
    before = _before(found.source, found.source.parts[first[1]].at)
    surfaces = {word.surface for word in before}
    parts = [part for part in found.source.parts if part.word in before]
    opening = [part for part in parts if not (happened and _is_known(part))]
    for word in sorted(surfaces & english.WHEN - said):
        yield f"it leaves out “{word}”"
    is_apart = bool(before) and "," in found.source.text[before[-1].end : _start(found, first)]
    if opening and (is_apart or surfaces & english.PREPOSITIONS):
        yield f"it leaves out “{opening[0].word.surface}”"
    yield from _behind(found, last, happened=happened)


def _start(found: Trace, first: Pair) -> int:
    return found.source.parts[first[1]].word.start


def _is_known(part: Part) -> bool:
    return part.is_number or part.in_name


def _before(source: Told, at: int) -> tuple[Word, ...]:
    """The words of the clause before the word at ``at``."""
    end = source.words[at].start
    start = max((match.end() for match in _CLAUSE.finditer(source.text, 0, end)), default=0)
    prefix = [word for word in source.words[:at] if word.start >= start]
    if any(word.surface in english.SELF for word in prefix):
        return ()
    return tuple(prefix)


def _behind(found: Trace, last: Pair, *, happened: bool) -> Iterator[str]:
    source, claim = found.source, found.claim
    tail = len(claim.words) - 1 - claim.parts[last[0]].at
    rest = source.words[source.parts[last[1]].at + 1 :]
    start = source.parts[last[1]].word.end
    if not rest or re.search(r"[;:]", source.text[start : rest[0].start]):
        return
    goes_on = rest[tail : tail + 1]
    holds = english.WHEN if happened else english.WHEN | english.PREPOSITIONS
    if goes_on and goes_on[0].surface in holds:
        yield f"it leaves out “{goes_on[0].surface}”"
    if tail and goes_on and claim.words[-1].surface in english.PREPOSITIONS | english.COORDINATORS:
        yield f"it leaves out “{goes_on[0].surface}”"


def narrows_subject(step: Step, found: Trace) -> bool:
    """Whether what is left out tells which of the things named first are meant: "visits to the
    doctor are free" does not say that visits are, "the visit to the doctor was free" that it was.
    """
    source, at = found.source, step.theirs[0]
    if not step.dropped or step.is_set_off or any(map(_is_verb, source.words[1 : at + 1])):
        return False
    verb = next((word for word in step.source if _is_verb(word)), None)
    is_behind = step.lands_on_verb if verb is None else verb.start > step.dropped[0].start
    return is_behind and not _is_definite(source, at)


def _is_definite(source: Told, at: int) -> bool:
    telling = {part.at: part for part in source.parts}
    if at in telling and telling[at].in_name:
        return True
    while at >= 0 and at in telling:
        at -= 1
    return at >= 0 and source.words[at].surface in _DEFINITE


def _is_verb(word: Word) -> bool:
    return word.is_verb or word.surface in AUXILIARIES


def _happened(told: Told) -> bool:
    """Whether a text tells what was, as far as its verbs tell."""
    for i, word in enumerate(told.words):
        if word.surface in english.PAST:
            return True
        near = {other.surface for other in told.words[max(0, i - _PARTICIPLE_NEAR) : i]}
        if (
            word.is_verb
            and is_past(word.surface)
            and not near & (english.COPULAS | english.PRESENT)
        ):
            return True
    return False

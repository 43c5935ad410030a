"""The two ends of a retelling: what stands in its source before and behind the words it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.support import english_retelling as english
from assistant.support.steps import Pair, governor, is_adverb, is_alike, is_limited
from assistant.support.tracing import Part, Told, Trace
from assistant.support.wording import Word, asks, has_verb

_DEFINITE = frozenset("the this that its his her their".split())
_NEAR = 3
_BREAK = re.compile(r"[,;:()–—]|\s-\s")


def of_start(found: Trace, first: Pair) -> Iterator[str]:
    """What stands before the first word taken from the source that the rest hangs on."""
    part, mine = found.source.parts[first[1]], found.claim.parts[first[0]]
    known = {found.source.parts[to].at for to in found.to if to is not None}
    theirs, head = governor(found.source, part.at)
    own, _ = governor(found.claim, mine.at)
    if theirs and not is_alike(own, theirs) and head not in known:
        yield f"it leaves out what “{theirs}” goes with"
    prefix = found.source.words[: part.at]
    is_own = any(word.surface in english.SELF for word in prefix)
    said = {word.surface for word in found.claim.words}
    before = [word for word in prefix if word.surface not in english.ARTICLES - {"that"}]
    if (
        before
        and before[-1].surface in (english.COMPLEMENTS | english.RELATIVES) - said
        and not is_own
    ):
        yield f"it leaves out what “{before[-1].surface}” goes with"
    if any(word.term for word in prefix) and not is_own:
        yield from _of_pronoun(found)
    yield from _of_subject(found.source, part)
    for word in _of_clause(found.source, prefix, part):
        is_attribution = word.surface in english.REPORTING and is_own
        tells = word.surface in english.SHIFTING or word.is_verb
        if tells and not is_attribution and word.surface not in said:
            yield f"it leaves out “{word.surface}”"


def _of_pronoun(found: Trace) -> Iterator[str]:
    """Whether the subject stands for something told before, which is left out: "the code changes;
    the old one is valid" is not "the old one is valid".
    """
    for word in found.claim.words:
        if has_verb([word]):
            return
        if word.surface in english.PRONOUNS:
            yield f"it leaves out what “{word.surface}” stands for"


def _of_subject(source: Told, part: Part) -> Iterator[str]:
    """Whether it begins within a subject: "good firms pay" is not "firms pay", nor "the heirs of A
    and B pay" "B pay".
    """
    before = source.words[: part.at]
    if not before or _BREAK.search(source.text[before[-1].end : part.word.start]):
        return
    if before[-1].term and not any(w.surface in _DEFINITE for w in before[-_NEAR:]):
        yield f"it leaves out “{before[-1].surface}”"
    rest = [word for word in before if word.surface not in english.ARTICLES]
    joins = bool(rest) and rest[-1].surface in english.COORDINATORS
    if joins and not has_verb(before[1:]):
        yield f"it leaves out what “{rest[-1].surface}” joins"


def _of_clause(source: Told, prefix: Sequence[Word], part: Part) -> list[Word]:
    """The words before ``part`` in its clause, and those that speak of the whole sentence."""
    start = 0
    for match in _BREAK.finditer(source.text[: part.word.start]):
        start = match.end()
    wide = english.REPORTING | english.CONDITIONS | english.HEDGES
    return [word for word in prefix if word.start >= start or word.surface in wide]


def of_end(found: Trace, last: Pair) -> Iterator[str]:
    """What stands behind the last word taken from the source that it hangs on."""
    part = found.source.parts[last[1]]
    rest = found.source.words[part.at + 1 :]
    said = {word.surface for word in found.claim.words}
    if asks(found.source.text) and not asks(found.claim.text):
        yield "it tells a question as a statement"
    if rest and not _BREAK.search(found.source.text[part.word.end : rest[0].start]):
        goes_on = found.claim.words[found.claim.parts[last[0]].at + 1 :]
        is_head = bool(rest[0].term) and not goes_on and not is_adverb(rest[0])
        is_held = rest[0].surface in ("or", "than", "as") and rest[0].surface not in said
        if is_head or is_held or has_verb(rest[:1]) or is_limited(found.claim):
            yield f"it leaves out “{rest[0].surface}”"
    elif rest and rest[0].surface in english.PREPOSITIONS and is_limited(found.claim):
        yield f"it leaves out “{rest[0].surface}”"
    for word in rest:
        if word.surface in english.REPORTING | english.CONDITIONS and word.surface not in said:
            yield f"it leaves out “{word.surface}”"


def of_tail(found: Trace, last: Pair) -> Iterator[str]:
    """Small words behind the last word of the claim, which the source must have there, too: one
    who works "never from below" does not work "from below".
    """
    said = _small(found.claim, found.claim.parts[last[0]].at)
    if said != _small(found.source, found.source.parts[last[1]].at)[: len(said)]:
        yield f"it adds “{said[0]}”"


def of_head(found: Trace, first: Pair) -> Iterator[str]:
    """Small words before the first word of the claim, likewise: "below" is not "above"."""
    at, there = found.claim.parts[first[0]].at, found.source.parts[first[1]].at
    said = [w.surface for w in found.claim.words[:at] if w.surface in english.DIRECTIONS]
    theirs = [w.surface for w in found.source.words[:there] if w.surface in english.DIRECTIONS]
    if said and not all(map(is_alike, reversed(said), reversed(theirs))):
        yield f"it adds “{said[0]}”"


def _small(told: Told, at: int) -> list[str]:
    behind = (word.surface for word in told.words[at + 1 :])
    return [surface for surface in behind if surface not in english.ARTICLES]

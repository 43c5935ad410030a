"""Whether a sentence only retells another: what it puts in or leaves out that changes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.support import english_retelling as english
from assistant.support.english_claims import AUXILIARIES, NEGATED_ENDING, PRESENTS
from assistant.support.steps import Step, governor, read_step, segments
from assistant.support.tracing import LEAST, Part, Told, Trace, read_told, trace
from assistant.support.wording import Word, has_verb, holding, term_bag

_BREAK = re.compile(r"[,;:()–—]|\s-\s")
_LOOSE_AFTER = frozenset("of to".split())


def departures(claim: str, said: str, context: str) -> tuple[str, ...]:
    """In plain words: by what ``claim`` departs from what is ``said``; empty if it retells it.

    A retelling takes its words from what is said, and names also from the ``context`` it is read
    with; it keeps their order, what governs them and what they govern, and leaves out only what
    leaves the rest true.
    """
    found = trace(read_told(claim), read_told(said))
    return tuple(dict.fromkeys(_departures(found, term_bag(context))))


def _departures(found: Trace, context: frozenset[str]) -> Iterator[str]:
    yield from _unmet(found, context)
    yield from _added(found)
    pairs = [(i, j) for i, j in enumerate(found.to) if j is not None]
    if not pairs or not _states(found):
        yield "it states nothing"
        return
    parts = segments(found, pairs)
    if parts is None:
        yield "it tells it in another order"
        return
    for part in parts:
        for one, after in pairwise(part):
            yield from _of_step(read_step(found, one, after), found)
    ordered = sorted(parts, key=lambda part: part[0][1])
    yield from _of_start(found, ordered[0][0])
    for part in parts:
        yield from _of_end(found, part[-1])


def _states(found: Trace) -> bool:
    """Whether the claim has a verb of its own, beside those of its relative clauses."""
    words = found.claim.words
    n_open, n_verbs, last = 0, 0, -2
    for i, word in enumerate(words):
        n_open += word.surface in english.RELATIVES
        if i and _is_finite(words, i):
            if not n_open:
                return True
            n_verbs += i != last + 1
            last = i
    return n_verbs > n_open


def _is_finite(words: Sequence[Word], i: int) -> bool:
    """Whether a word is surely a verb; "companies" after a capital is none before "and"."""
    word, after = words[i], words[i + 1 : i + 2]
    if word.surface in AUXILIARIES or word.surface in english.SAYING:
        return True
    if not word.is_verb or not after:
        return False
    is_known = word.surface in PRESENTS or not word.surface.endswith("s")
    return is_known or not (after[0].surface in english.COORDINATORS or has_verb(after))


def _unmet(found: Trace, context: frozenset[str]) -> Iterator[str]:
    """The words that are not the source's; those before the verb may be of its context."""
    words = found.claim.words
    verb = next((i for i in range(1, len(words)) if _is_finite(words, i)), 0)
    for part, to in zip(found.claim.parts, found.to, strict=True):
        may_be_above = part.at < verb and not part.is_number
        if to is not None or (may_be_above and holding(part.term, context) >= LEAST):
            continue
        yield f"it brings in “{part.word.surface}”"


def _added(found: Trace) -> Iterator[str]:
    theirs = {word.surface for word in found.source.words}
    for word in found.claim.words:
        is_new = word.surface in english.ADDED or NEGATED_ENDING.search(word.surface)
        if (is_new or word.surface in english.SPEAKERS) and word.surface not in theirs:
            yield f"it adds “{word.surface}”"


def _of_step(step: Step, found: Trace) -> Iterator[str]:
    """What a step from one word to the next leaves out or puts in that matters."""
    yield from _of_governors(step, found)
    yield from _of_copulas(step)
    if step.is_set_off:
        return
    said = {word.surface for word in step.said}
    for word in step.source:
        if (word.surface in english.SHIFTING or NEGATED_ENDING.search(word.surface)) and (
            word.surface not in said
        ):
            yield f"it leaves out “{word.surface}”"
    if step.dropped:
        yield from _of_dropped(step)


def _of_governors(step: Step, found: Trace) -> Iterator[str]:
    """Whether the next word depends on the same as in the source."""
    mine, _ = governor(found.claim, step.mine[1])
    theirs, head = governor(found.source, step.theirs[1])
    if not _alike(mine, theirs) and not _is_repeated(step, theirs, found):
        yield f"it changes “{theirs or mine}”"
    elif theirs and head is not None and step.dropped and not step.lands_on_number:
        known = {found.source.parts[to].at for to in found.to if to is not None}
        if head not in known:
            yield f"it leaves out “{found.source.words[head].surface}”"


def _is_repeated(step: Step, theirs: str, found: Trace) -> bool:
    """Whether "to find and to mend" is told as "to find and mend"."""
    goes_on = bool(step.said) and step.said[-1].surface in ("and", "or")
    before = [word.surface for word in found.claim.words[: step.mine[0]]]
    return goes_on and not step.dropped and theirs in before[-3:]


def _alike(mine: str, theirs: str) -> bool:
    return mine == theirs or any(mine in group and theirs in group for group in english.ALIKE)


def _of_copulas(step: Step) -> Iterator[str]:
    """Whether the next word is said of the one before, or done to it, as in the source."""
    mine = {word.surface for word in step.said} & english.COPULAS
    theirs = {word.surface for word in step.source} & english.COPULAS
    if mine and not theirs and not step.is_apposition:
        yield f"it adds “{min(mine)}”"
    if mine or step.is_set_off or not step.lands_on_verb:
        return
    for word in reversed(step.source):  # "is thin and covers": the "is" is not of "covers"
        if word.surface in english.COORDINATORS:
            return
        if word.surface in english.COPULAS:
            yield f"it leaves out “{word.surface}”"
            return


def _of_dropped(step: Step) -> Iterator[str]:
    coordinators = {word.surface for word in step.source} & english.COORDINATORS
    goes_on = bool(step.source) and step.source[-1].surface in english.COORDINATORS
    if any(word.is_verb for word in step.dropped) and not (goes_on and step.lands_on_verb):
        yield f"it leaves out “{step.dropped[0].surface}”"
    elif coordinators and not goes_on:
        yield f"it leaves out what is joined by “{min(coordinators)}”"
    elif step.drops_head:
        yield f"it leaves out “{step.dropped[0].surface}”"


def _of_start(found: Trace, first: tuple[int, int]) -> Iterator[str]:
    """What stands before the first word taken from the source."""
    part = found.source.parts[first[1]]
    mine = found.claim.parts[first[0]]
    prefix = found.source.words[: part.at]
    known = {found.source.parts[to].at for to in found.to if to is not None}
    theirs, head = governor(found.source, part.at)
    own, _ = governor(found.claim, mine.at)
    if theirs and not _alike(own, theirs) and head not in known:
        yield f"it leaves out what “{theirs}” goes with"
    is_own = any(word.surface in english.SELF for word in prefix)
    said = {word.surface for word in found.claim.words}
    for word in _of_clause(found.source, prefix, part):
        is_attribution = word.surface in english.SAYING and is_own
        tells = word.surface in english.SHIFTING or word.is_verb
        if tells and not is_attribution and word.surface not in said:
            yield f"it leaves out “{word.surface}”"


def _of_clause(source: Told, prefix: Sequence[Word], part: Part) -> list[Word]:
    """The words before ``part`` in its clause, and those that speak of the whole sentence."""
    start = 0
    for match in _BREAK.finditer(source.text[: part.word.start]):
        start = match.end()
    wide = english.SAYING | english.CONDITIONS | english.HEDGES
    return [word for word in prefix if word.start >= start or word.surface in wide]


def _of_end(found: Trace, last: tuple[int, int]) -> Iterator[str]:
    """What stands behind the last word taken from the source."""
    part = found.source.parts[last[1]]
    rest = found.source.words[part.at + 1 :]
    said = {word.surface for word in found.claim.words}
    if (
        rest
        and has_verb(rest[:1])
        and not _BREAK.search(found.source.text[part.word.end : rest[0].start])
    ):
        yield f"it leaves out “{rest[0].surface}”"
    if rest:
        between = found.source.text[part.word.end : rest[0].start]
        mine = found.claim.words[found.claim.parts[last[0]].at + 1 :]
        if rest[0].term and not _BREAK.search(between) and not mine and not _is_adverb(rest[0]):
            yield f"it leaves out “{rest[0].surface}”"
    wide = english.SAYING | english.CONDITIONS
    for word in rest:
        if word.surface in wide and word.surface not in said:
            yield f"it leaves out “{word.surface}”"
        if word.surface == "or" and "or" not in said and word is rest[0]:
            yield "it leaves out “or”"


def _is_adverb(word: Word) -> bool:
    return word.surface.endswith("ly") or word.surface in english.ADVERBS

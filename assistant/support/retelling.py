"""Whether a sentence only retells another: what it puts in or leaves out that changes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.support import english_retelling as english
from assistant.support.circumstances import narrows_subject, of_circumstances
from assistant.support.directions import of_directions
from assistant.support.edges import of_end, of_head, of_start, of_tail
from assistant.support.english_claims import AUXILIARIES, NEGATED_ENDING, PRESENTS
from assistant.support.evidence import Evidence
from assistant.support.steps import (
    Step,
    governor,
    is_adverb,
    is_alike,
    is_limited,
    read_step,
    segments,
)
from assistant.support.tracing import Part, Trace, read_told, trace
from assistant.support.wording import Word, has_verb, is_irregular, is_past, read_words, term_bag


def departures(claim: str, evidence: Evidence) -> tuple[str, ...]:
    """In plain words: by what ``claim`` departs from one sentence; empty if it only retells it.

    A retelling takes its words from the sentence, and its subject also from what that is read
    with; it keeps their order, what governs them and what they govern, and leaves out only what
    leaves the rest true.
    """
    found = trace(read_told(claim), read_told(evidence.said))
    return tuple(dict.fromkeys(_departures(found, evidence)))


def _departures(found: Trace, evidence: Evidence) -> Iterator[str]:
    yield from _unmet(found, evidence)
    yield from _added(found)
    yield from _of_time(found)
    pairs = [(i, j) for i, j in enumerate(found.to) if j is not None]
    if not pairs or not states(found.claim.text):
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
    yield from of_start(found, ordered[0][0])
    yield from of_end(found, ordered[-1][-1])
    yield from of_tail(found, pairs[-1])
    yield from of_head(found, pairs[0])
    yield from of_circumstances(found, ordered[0][0], ordered[-1][-1])


def states(text: str) -> bool:
    """Whether ``text`` has a verb of its own, beside those of its relative clauses."""
    words = read_words(text)
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
    word, before, after = words[i], words[i - 1], words[i + 1 : i + 2]
    if before.surface == "to":
        return False
    if word.surface in AUXILIARIES or word.surface in english.SAYING:
        return True
    if is_irregular(word.surface) and word.surface not in PRESENTS:
        is_noun = before.surface in english.ARTICLES | english.PREPOSITIONS
        return not is_noun and not (after and after[0].surface == "of")
    if not word.is_verb or word.surface in PRESENTS or not word.surface.endswith("s"):
        return word.is_verb
    return bool(after) and after[0].surface not in english.COORDINATORS and not has_verb(after)


def _unmet(found: Trace, evidence: Evidence) -> Iterator[str]:
    """The words that are not the source's; those before the verb may be of what it leans on."""
    words = found.claim.words
    verb = next((i for i in range(1, len(words)) if _is_finite(words, i)), 0)
    above = _subjects(evidence) if evidence.leans and _opens(found) else frozenset()
    for part, to in zip(found.claim.parts, found.to, strict=True):
        is_above = part.at < verb and not part.is_number and part.term in above
        if to is None and not is_above:
            yield f"it brings in “{part.word.surface}”"


def _opens(found: Trace) -> bool:
    """Whether the first word taken from the source follows on the pronoun that opens it: of "it was
    lent by the Board, which owned two" what owned two is not "it".
    """
    first = next((to for to in found.to if to is not None), None)
    if first is None:
        return False
    words = found.source.words
    pronoun = next((i for i, word in enumerate(words) if word.surface in english.PRONOUNS), 0)
    return not any(
        pronoun < part.at for part in found.source.parts[:first] if not is_adverb(part.word)
    )


def _subjects(evidence: Evidence) -> frozenset[str]:
    """What an opening pronoun may stand for: the title, the headings, the subject before it."""
    words = read_words(evidence.antecedent)
    verb = next((i for i in range(1, len(words)) if _is_finite(words, i)), 0)
    return term_bag(evidence.above) | {word.term for word in words[:verb] if word.term}


def _added(found: Trace) -> Iterator[str]:
    theirs = {word.surface for word in found.source.words}
    for word in found.claim.words:
        is_new = word.surface in english.ADDED | english.SPEAKERS | english.PRONOUNS
        if (is_new or NEGATED_ENDING.search(word.surface)) and word.surface not in theirs:
            yield f"it adds “{word.surface}”"


def _of_time(found: Trace) -> Iterator[str]:
    """Whether what was is told as what is, or the reverse."""
    mine = {word.surface for word in found.claim.words}
    theirs = {word.surface for word in found.source.words}
    for one, other in ((english.PRESENT, english.PAST), (english.PAST, english.PRESENT)):
        if mine & one and not theirs & one and theirs & other:
            yield f"it tells “{min(theirs & other)}” as “{min(mine & one)}”"
    for part, to in zip(found.claim.parts, found.to, strict=True):
        word = part.word if to is None else found.source.parts[to].word
        is_told = word.is_verb and part.word.is_verb
        if is_told and (
            is_past(word.surface) > _is_past_or_open(part)
            or is_past(part.word.surface) > (is_past(word.surface) or word.surface.endswith("ing"))
        ):
            yield f"it tells “{word.surface}” as “{part.word.surface}”"


def _is_past_or_open(part: Part) -> bool:
    return is_past(part.word.surface) or part.word.surface.endswith("ing")


def _of_step(step: Step, found: Trace) -> Iterator[str]:
    """What a step from one word to the next leaves out or puts in that matters."""
    yield from _of_governors(step, found)
    yield from of_directions(step)
    yield from _of_copulas(step)
    yield from _of_small_words(step)
    if step.is_across or narrows_subject(step, found):
        yield f"it leaves out “{step.dropped[0].surface}”"
    if step.is_restricted or _changes_subject(step, found):
        yield f"it leaves out “{step.source[0].surface}”"
    if step.dropped:
        yield from _of_dropped(step)
        if is_limited(found.claim) and not step.is_set_off:
            yield f"it leaves out “{step.dropped[0].surface}”"


def _of_small_words(step: Step) -> Iterator[str]:
    """What is put in, and what is left out that shifts what the rest says."""
    said, theirs = ({word.surface for word in words} for words in (step.said, step.source))
    for surface in sorted((said & english.ADDED) - theirs):
        yield f"it adds “{surface}”"
    aside = english.REPORTING | english.CONDITIONS if step.is_set_off else english.SHIFTING
    for word in step.source:
        is_near = word in step.near or not step.is_set_off
        shifting = english.SHIFTING | english.ASKED if is_near else aside
        is_shift = word.surface in shifting or (NEGATED_ENDING.search(word.surface) and is_near)
        if is_shift and word.surface not in said:
            yield f"it leaves out “{word.surface}”"


def _changes_subject(step: Step, found: Trace) -> bool:
    """Whether a verb of a relative clause, or one with a subject that is dropped, would be said of
    the subject of the claim's verb before.
    """
    first = step.source[0].surface if step.source else ""
    joins = any(word.surface in english.COORDINATORS for word in step.source)
    has_clause = first in english.COORDINATORS or (joins and has_verb(step.source))
    if has_clause and step.dropped and step.is_set_off:
        return True
    has_relative = {word.surface for word in step.source} & english.RELATIVES
    is_said = {word.surface for word in step.said} & english.RELATIVES
    is_second = has_verb(found.claim.words[1 : step.mine[0] + 1])
    return bool(has_relative) and not is_said and is_second and not step.dropped


def _of_governors(step: Step, found: Trace) -> Iterator[str]:
    """Whether the next word depends on the same as in the source."""
    mine, _ = governor(found.claim, step.mine[1])
    theirs, head = governor(found.source, step.theirs[1])
    is_kept = mine == theirs if step.dropped else is_alike(mine, theirs)
    if not is_kept and not _is_repeated(step, theirs, found):
        yield f"it changes “{theirs or mine}”"
    elif theirs and head is not None and step.dropped and not step.lands_on_number:
        known = {found.source.parts[to].at for to in found.to if to is not None}
        if head not in known:
            yield f"it leaves out “{found.source.words[head].surface}”"


def _is_repeated(step: Step, theirs: str, found: Trace) -> bool:
    """Whether "to find and to mend" is told as "to find and mend"."""
    goes_on = bool(step.said) and step.said[-1].surface in ("and", "or")
    before = [word.surface for word in found.claim.words[: step.mine[0]]]
    joined = [word.surface for word in step.source]
    is_plain = bool(step.said) and joined == [step.said[-1].surface, theirs]
    return goes_on and not step.dropped and theirs in before[-3 if not is_plain else 0 :]


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
    """Whether the next word would be said of another than in the source."""
    held = [word.surface for word in step.said if word.surface in english.PREPOSITIONS]
    if (step.drops_number and not step.is_set_off) or len(held) > 1 or step.narrows:
        yield f"it leaves out “{step.dropped[-1].surface}”"
    if step.source[-1].surface in english.COMPLEMENTS:
        yield f"it leaves out “{step.dropped[-1].surface}”"
    if step.is_set_off:
        return
    coordinators = {word.surface for word in step.source} & english.COORDINATORS
    tail = [word.surface for word in step.source if word.surface not in AUXILIARIES]
    goes_on = tail[-1:] != [] and tail[-1] in english.COORDINATORS
    if any(word.is_verb for word in step.dropped) and not (goes_on and step.lands_on_verb):
        yield f"it leaves out “{step.dropped[0].surface}”"
    elif coordinators and not goes_on:
        yield f"it leaves out what is joined by “{min(coordinators)}”"
    elif step.drops_head:
        yield f"it leaves out “{step.dropped[0].surface}”"

"""Whether a claim says no where its evidence says yes, more where it says less, all where some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.support import english_claims as english
from assistant.support.wording import SAME, Word, holding, read_words, term_bag
from index.english import stem

_SCOPE = 3
_NEAR = 3
_TAKEN_UP = 0.6
_OF_ALL = ("no", "none", "nobody", "nothing", "neither", "nor", "without", "unless")


@dataclass(frozen=True, slots=True)
class Negation:
    """A negator of a text, the place of its word, and the content words it speaks of."""

    surface: str
    at: int
    terms: tuple[str, ...]


@lru_cache(maxsize=20_000)
def find_negations(text: str) -> tuple[Negation, ...]:
    """The negations of ``text``; "not only" and the like are none."""
    masked = [(m.start(), m.end()) for m in english.NOT_NEGATING.finditer(text)]
    words = read_words(text)
    found = []
    for i, word in enumerate(words):
        if _negates(word, text) and not any(a <= word.start < b for a, b in masked):
            scope = [w.term for w in words[i + 1 :] if w.term and w.clause == word.clause][:_SCOPE]
            if not scope:
                scope = [w.term for w in words[:i] if w.term and w.clause == word.clause]
                scope = scope[: -_SCOPE - 1 : -1]
            found.append(Negation(word.surface, word.start, tuple(scope)))
    return tuple(found)


def _negates(word: Word, text: str) -> bool:
    if word.surface in english.NEGATORS:
        return True
    return english.NEGATED_ENDING.search(text[word.start : word.end]) is not None


def denies(claim: str, evidence: str) -> bool:
    """Whether one of the two says no where the other says yes.

    ``evidence``: the sentence the claim rests on most. A negator may be answered by another, by a
    word like "fail" or "closed", by "un-", or by an opposite.
    """
    mine, theirs = find_negations(claim), find_negations(evidence)
    own, its = term_bag(claim), term_bag(evidence)
    if mine and not theirs:
        return not any(_answered(one, claim, evidence, _cues_for(one, claim)) for one in mine)
    if theirs and not mine:
        said = _said(evidence, theirs)
        taken_up = [one for one in theirs if _is_taken_up(one, own, said)]
        cues = english.IMPLICIT | english.LOOSE
        return any(not _answered(one, evidence, claim, cues) for one in taken_up)
    return any(_turned(one, theirs, own, its) for one in mine)


def _cues_for(negation: Negation, claim: str) -> frozenset[str]:
    """The words of an evidence without negator that may say what ``negation`` says."""
    if english.NO_LONGER.search(claim):
        return english.IMPLICIT | english.LOOSE | english.ENDED
    return english.IMPLICIT | english.FREE if negation.surface in _OF_ALL else english.IMPLICIT


def _turned(
    negation: Negation, theirs: Sequence[Negation], own: frozenset[str], its: frozenset[str]
) -> bool:
    """Whether what one denies the other says, both ways round: “A, not B” against “B, not A”."""
    denied = frozenset(term for one in theirs for term in one.terms)
    main = negation.terms if negation.surface in _OF_ALL else negation.terms[:1]
    if any(holding(term, denied) >= _TAKEN_UP for term in main):
        return False
    first = [one.terms[0] for one in theirs if one.terms]
    says_what_is_denied = any(holding(term, own) >= SAME for term in first)
    return says_what_is_denied and any(holding(term, its) >= SAME for term in negation.terms[:1])


def _said(text: str, negations: Sequence[Negation]) -> frozenset[str]:
    """The terms that ``text`` holds more often than it denies them."""
    counts = Counter(word.term for word in read_words(text) if word.term)
    counts.subtract(term for one in negations for term in one.terms)
    return frozenset(term for term, n in counts.items() if n > 0)


def _is_taken_up(negation: Negation, own: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a claim speaks of what the evidence denies, and says nowhere else."""
    denied = [term for term in negation.terms[:2] if term not in said]
    return any(holding(term, own) >= _TAKEN_UP for term in denied)


def _answered(negation: Negation, text: str, other: str, cues: frozenset[str]) -> bool:
    """Whether ``other`` holds some word that may say no to what ``negation`` of ``text`` is of."""
    surfaces = {word.surface for word in read_words(other)}
    own = {stem(word.surface) for word in read_words(text)}
    if any(stem(cue) not in own for cue in surfaces & cues):
        return True
    if english.OUTDONE.search(text) and english.SUPERLATIVE.search(other):
        return True
    if any(_has_prefixed(term, surfaces) for term in negation.terms):
        return True
    new = term_bag(other) - term_bag(text)  # "not public-private" is no answer to "public-private"
    return any(not opposites(term).isdisjoint(new) for term in negation.terms)


def _has_prefixed(term: str, surfaces: Iterable[str]) -> bool:
    """Whether one of ``surfaces`` is the word of ``term`` with "un-" or the like before it."""
    return any(
        len(surface) - len(prefix) > 2 and stem(surface[len(prefix) :]) == term
        for surface in surfaces
        for prefix in english.PREFIXES
        if surface.startswith(prefix)
    )


@cache
def _opposite_table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for pair in english.ANTONYMS.replace("\n", ";").split(";"):
        words = pair.split()
        if len(words) == 2:
            a, b = (_key(word) for word in words)
            table.setdefault(a, set()).add(b)
            table.setdefault(b, set()).add(a)
    return {word: frozenset(found) for word, found in table.items()}


def _key(word: str) -> str:
    return stem(word)


def opposites(term: str) -> frozenset[str]:
    """The stems that say the contrary of a stem; none for most."""
    return _opposite_table().get(term, frozenset())


@lru_cache(maxsize=20_000)
def _stems(text: str) -> tuple[tuple[str, Word], ...]:
    return tuple((_key(word.surface), word) for word in read_words(text))


def opposes(claim: str, evidence: str) -> str:
    """The word of ``claim`` whose opposite ``evidence`` holds in its place; empty for none.

    In its place: beside the same words. Where one of the two says no, opposites agree.
    """
    if bool(find_negations(claim)) != bool(find_negations(evidence)):
        return ""
    mine, theirs = _stems(claim), _stems(evidence)
    own, its = {s for s, _ in mine}, {s for s, _ in theirs}
    for i, (word, one) in enumerate(mine):
        against = opposites(word) & its - own
        if word in its or not against:
            continue
        if any(
            _share_neighbour(mine, i, theirs, j) for j, (s, _) in enumerate(theirs) if s in against
        ):
            return one.surface
    return _prefixed(mine, theirs)


def _prefixed(mine: Sequence[tuple[str, Word]], theirs: Sequence[tuple[str, Word]]) -> str:
    """A word that stands with "un-" or "dis-" on one side and without on the other."""
    own, its = {s for s, _ in mine}, {s for s, _ in theirs}
    for here, there in ((mine, its - own), (theirs, own - its)):
        for key, word in here:
            if key not in (its if here is mine else own):
                for prefix in english.PREFIXES:
                    bare = word.surface.removeprefix(prefix)
                    if bare != word.surface and len(bare) > 3 and stem(bare) in there:
                        return word.surface
    return ""


def _share_neighbour(
    a: Sequence[tuple[str, Word]], i: int, b: Sequence[tuple[str, Word]], j: int
) -> bool:
    """Whether the same word stands before both, or after both."""
    (left, right), (their_left, their_right) = _neighbours(a, i), _neighbours(b, j)
    return bool(left & their_left or right & their_right)


def _neighbours(words: Sequence[tuple[str, Word]], i: int) -> tuple[set[str], set[str]]:
    left = [w.term for _, w in words[:i] if w.term][-_NEAR:]
    right = [w.term for _, w in words[i + 1 :] if w.term][:_NEAR]
    return set(left), set(right)


@dataclass(frozen=True, slots=True)
class Strength:
    """By how much a claim says more than its evidence: hedges dropped, "all" for "some"."""

    hedge: float
    weak_hedge: float
    universal: float
    exclusive: float


def overstates(claim: str, evidence: str) -> Strength:
    """Each from 0 (as sure as the evidence) to 1."""
    mine = {word.surface for word in read_words(claim)}
    theirs = {word.surface for word in read_words(evidence)}
    hedges = english.STRONG_HEDGES | english.WEAK_HEDGES
    return Strength(
        hedge=float(bool(theirs & english.STRONG_HEDGES) and not mine & hedges),
        weak_hedge=float(bool(theirs & english.WEAK_HEDGES) and not mine & hedges),
        universal=float(bool(mine & english.UNIVERSAL) and not theirs & english.UNIVERSAL),
        exclusive=float(bool(mine & english.EXCLUSIVE) and not theirs & english.EXCLUSIVE),
    )


def clause_of(evidence: str, claim_terms: Iterable[str]) -> str:
    """The clauses of ``evidence`` that share a content word with the claim; all where none does."""
    wanted = frozenset(claim_terms)
    words = read_words(evidence)
    near = {w.clause for w in words if w.term and holding(w.term, wanted) >= 0.6}
    if not near:
        return evidence
    kept = [w for w in words if w.clause in near]
    return " ".join(evidence[w.start : w.end] for w in kept)

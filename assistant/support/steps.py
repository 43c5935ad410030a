"""The steps of a retelling: from each word taken from a source to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.support import english_retelling as english
from assistant.support.english_claims import NEGATED_ENDING
from assistant.support.tracing import Part, Told, Trace
from assistant.support.wording import Word

Pair = tuple[int, int]
"""The number of a part of the claim and that of the part of the source it goes back to."""
_OPENS = re.compile(r"\A\s*(?:[,(–—]|-\s)")
_CLOSES = re.compile(r"[,)–—]([^,()–—]*)\Z")
_PARTS = re.compile(r"[,;:()–—]")
_JOINING = frozenset("and or the a an".split())
_COMMAS = re.compile(r"[,;]")


@dataclass(frozen=True, slots=True)
class Step:
    """Two words of a claim that follow each other: their places among the words of the claim
    (``mine``) and of the source (``theirs``), and the words between them on either side.

    ``dropped``: those of the source that tell something. ``is_set_off``: what lies between in the
    source stands between commas, dashes or brackets, all of it. ``is_across``: it does not, and one
    of these lies between, so that the next word may belong to another clause. ``near``: the words
    of ``source`` behind all that is dropped. ``narrows``: the last word dropped tells more of the
    next, which is neither a verb nor known by its article.
    """

    mine: Pair
    theirs: Pair
    said: tuple[Word, ...]
    source: tuple[Word, ...]
    dropped: tuple[Word, ...]
    near: tuple[Word, ...]
    is_set_off: bool
    is_across: bool
    is_apposition: bool
    is_restricted: bool
    drops_head: bool
    drops_number: bool
    narrows: bool
    lands_on_verb: bool
    lands_on_number: bool


def read_step(found: Trace, one: Pair, after: Pair) -> Step:
    """The step from one pair to the next."""
    claim, source = found.claim, found.source
    a, b = claim.parts[one[0]].at, claim.parts[after[0]].at
    c, d = source.parts[one[1]].at, source.parts[after[1]].at
    inner = source.words[c + 1 : d]
    dropped = tuple(p.word for p in source.parts if c < p.at < d)
    between = source.text[source.words[c].end : source.words[d].start]
    landing = source.parts[after[1]]
    is_set_off = _is_set_off(between, len(source.text[: source.words[c].end]), dropped)
    return Step(
        mine=(a, b),
        theirs=(c, d),
        said=claim.words[a + 1 : b],
        source=inner,
        dropped=dropped,
        near=tuple(w for w in inner if not dropped or w.start > dropped[-1].start),
        is_set_off=is_set_off,
        is_across=bool(dropped) and not is_set_off and bool(_PARTS.search(between)),
        is_apposition=_is_apposition(source, c, d, landing),
        is_restricted=_is_restricted(inner, claim.words[a + 1 : b], between),
        drops_head=_drops_head(source, c, d, dropped),
        drops_number=any(p.is_number for p in source.parts if c < p.at < d),
        narrows=_narrows(source, c, d) and not landing.word.is_verb,
        lands_on_verb=landing.word.is_verb or landing.word.surface.endswith(("ed", "ing")),
        lands_on_number=landing.is_number,
    )


def _is_set_off(between: str, start: int, dropped: Sequence[Word]) -> bool:
    """Whether ``between``, from ``start`` on in its text, opens with a comma or the like, and no
    ``dropped`` word stands behind the one that closes it.
    """
    closes = _CLOSES.search(between[1:])
    if not _OPENS.search(between) or closes is None:
        return False
    end = start + 1 + closes.start()
    return all(word.start < end for word in dropped)


def _drops_head(source: Told, c: int, d: int, dropped: Sequence[Word]) -> bool:
    """Whether the word at ``c`` only tells more of the word right behind it, which is dropped."""
    if not dropped or dropped[0] is not source.words[c + 1] or source.words[c].is_verb:
        return False
    if _COMMAS.search(source.text[source.words[c].end : dropped[0].start]):
        return False
    if dropped[0].is_verb or is_adverb(dropped[0]):
        return False
    return any(not word.term for word in source.words[c + 1 : d])  # else both tell more of the next


def _narrows(source: Told, c: int, d: int) -> bool:
    """Whether the word before ``d`` goes with it, and no article says which one is meant; what
    something is called may be said with less: "is a notable example".
    """
    telling = {part.at for part in source.parts}
    start = d
    while start - 1 > c and start - 1 in telling:
        start -= 1
    if start == d or _COMMAS.search(source.text[source.words[start].start : source.words[d].start]):
        return False
    before = [word.surface for word in source.words[max(0, start - 2) : start]]
    is_called = bool(before) and (
        before[-1] in english.COPULAS
        or (before[-1] in ("a", "an") and before[0] in english.COPULAS)
    )
    return not is_called and before[-1:] not in (["the"], ["its"], ["their"], ["his"], ["her"])


def _is_restricted(source: Sequence[Word], said: Sequence[Word], between: str) -> bool:
    opens = bool(source) and source[0].surface in english.RELATIVES
    is_said = bool(said) and said[0].surface in english.RELATIVES
    return opens and not is_said and not _OPENS.search(between)


def _is_apposition(source: Told, c: int, d: int, landing: Part) -> bool:
    """Whether a name between commas tells who the noun before is: "the keeper, Ann Lee, ..."."""
    if not landing.in_name or (
        d != c + 1 and source.words[c + 1].surface not in ("the", "a", "an")
    ):
        return False
    between = source.text[source.words[c].end : source.words[d].start]
    last = max(p.at for p in source.parts if p.at >= d and _is_run(source, d, p.at))
    behind = source.text[source.words[last].end :]
    after = source.words[last + 1 : last + 2]
    is_listed = bool(after) and (
        after[0].surface in ("and", "or")
        or any(p.at == last + 1 and p.in_name for p in source.parts)
    )
    return between.strip().startswith(",") and behind.lstrip().startswith(",") and not is_listed


def _is_run(source: Told, start: int, at: int) -> bool:
    """Whether all words from ``start`` to ``at`` are of names and nothing stands between them."""
    named = {p.at for p in source.parts if p.in_name}
    text = source.text[source.words[start].start : source.words[at].end]
    return all(i in named for i in range(start, at + 1)) and not _COMMAS.search(text)


def governor(told: Told, at: int) -> tuple[str, int | None]:
    """The preposition that governs the word at ``at``, and the place of the word it hangs on.

    Empty where none does: a verb, a comma or the start comes first.
    """
    telling = {part.at for part in told.parts}
    i = at - 1
    while i >= 0:
        word = told.words[i]
        if _COMMAS.search(told.text[word.end : told.words[i + 1].start]):
            return "", None
        if word.surface in english.PREPOSITIONS:
            head = next((j for j in range(i - 1, -1, -1) if j in telling), None)
            return word.surface, head
        if word.is_verb or not (word.surface in english.ARTICLES or i in telling):
            return "", None
        i -= 1
    return "", None


def is_adverb(word: Word) -> bool:
    """Whether a phrase may lose this word without losing its head."""
    return word.surface.endswith("ly") or word.surface in english.ADVERBS


def is_limited(told: Told) -> bool:
    """Whether a text says no, all, only, if, most or the like: leaving out what limits it makes it
    say more.
    """
    return any(
        word.surface in english.LIMITED
        or NEGATED_ENDING.search(word.surface)
        or (
            english.SUPERLATIVE.fullmatch(word.surface)
            and word.surface not in english.NO_SUPERLATIVE
        )
        for word in told.words
    )


def is_alike(one: str, other: str) -> bool:
    """Whether two prepositions say nearly the same."""
    return one == other or any(one in group and other in group for group in english.ALIKE)


def segments(found: Trace, pairs: Sequence[Pair]) -> list[list[Pair]] | None:
    """The pairs in runs that keep the source's order; null where it is changed more freely.

    Allowed are a time or place moved to the other end behind a comma, and "B is A" for "A is B".
    """
    runs: list[list[Pair]] = [[pairs[0]]]
    for one, after in pairwise(pairs):
        if after[1] > one[1]:
            runs[-1].append(after)
        else:
            runs.append([after])
    if len(runs) == 1:
        return runs
    if len(runs) == 2 and runs[1][-1][1] < runs[0][0][1] and _may_turn(found, runs):
        return runs
    return None


def _may_turn(found: Trace, runs: Sequence[Sequence[Pair]]) -> bool:
    """Whether two runs may have changed places."""
    claim, source = found.claim, found.source
    a, b = claim.parts[runs[0][-1][0]].at, claim.parts[runs[1][0][0]].at
    c, d = source.parts[runs[1][-1][1]].at, source.parts[runs[0][0][1]].at
    said = {word.surface for word in claim.words[a + 1 : b]}
    theirs = [word.surface for word in source.words[c + 1 : d]]
    if said & english.COPULAS:
        is_plain = not any(part.word.is_verb for run in runs for part in _parts(source, run))
        is_one_of = not {"a", "an"}.isdisjoint(theirs)
        return bool(set(theirs) & english.COPULAS) and is_plain and not is_one_of
    between = claim.text[claim.words[a].end : claim.words[b].start]
    own, _ = governor(claim, claim.parts[runs[0][0][0]].at)
    its, _ = governor(source, source.parts[runs[0][0][1]].at)
    return "," in between and bool(own) and own == its


def _parts(told: Told, run: Sequence[Pair]) -> list[Part]:
    return [told.parts[j] for _, j in run]

"""What stands around a sentence and says what it holds for: a label, a heading, a case supposed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.support import english_governing as english
from assistant.support.leaning import governs
from assistant.support.wording import Word, has_verb, read_words, term_bag

_SUBJECT_WORDS = 3
_RECORD = re.compile(r"[;|\n]\s*[^\s:][^:;.]{0,40}:\s")
"""Another label: it is no speaker's, but of a table's columns."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a sentence, as a reader of its document sees it.

    ``before``: the sentences before it in its paragraph, in reading order; ``after``: the next one
    there; ``section``: those before its paragraph. ``over``: its headings below the title;
    ``caption``: a short line that is none, such as a term that it explains. ``announced``: its list
    or paragraph stands under a line that ends with a colon. ``is_step``: it is a numbered item
    behind another. ``struck``: it is struck out. ``is_cited``: its paragraph is set off as
    somebody's words. ``later``: what follows ``after`` in its paragraph, and the first sentence of
    the next one; ``kind``: of block. ``is_noticed``: its document says of itself that it does not
    hold; ``is_voiced``: somebody speaks of themselves in its section.
    """

    before: tuple[str, ...] = ()
    after: str = ""
    section: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    caption: str = ""
    announced: bool = False
    is_step: bool = False
    struck: bool = False
    is_cited: bool = False
    later: tuple[str, ...] = ()
    kind: str = ""
    is_noticed: bool = False
    is_voiced: bool = False


def is_governed(text: str, around: Surroundings, known: frozenset[str]) -> bool:
    """Whether a sentence says something else where what stands before it in its paragraph is
    missing. ``known``: the terms of its title and of the question.

    >>> none = frozenset()
    >>> is_governed("The owner keeps one.", Surroundings(("Suppose a miller grinds two.",)), none)
    True
    >>> is_governed("The firm closed.", Surroundings(("It was sold to a Danish firm.",)), none)
    True
    >>> is_governed("It rained.", Surroundings(("9 May.", "We left.")), none)
    True
    >>> is_governed("The mill burned.", Surroundings(("Anna: The wheel is old.",)), none)
    True
    >>> is_governed("The mill burned.", Surroundings(("The wheel is old.",)), frozenset({"mill"}))
    False
    """
    before = around.before
    if _has_rival(text, around, known) or is_unreal(before):
        return True
    is_entry = any(map(is_labelled, before)) and not is_labelled(text)
    return bool(before) and (
        is_entry or governs(before[-1]) or english.REPORTS.search(before[-1]) is not None
    )


def is_unreal(before: Sequence[str]) -> bool:
    """Whether what follows these sentences in their paragraph may be a case that is only thought
    of, or a legend.

    >>> is_unreal(["Suppose a miller grinds two sacks."]), is_unreal(["The mill burned."])
    (True, False)
    """
    return any(english.SUPPOSES.search(one) or english.TELLS.search(one) for one in before)


def is_limited(text: str, over: Sequence[str], asked: frozenset[str]) -> bool:
    """Whether a heading limits what stands below it by words that neither the sentence nor the
    question has.

    >>> none = frozenset()
    >>> is_limited("A room costs 9 euros.", ["Prices in 1998"], none)
    True
    >>> is_limited("In 1998 a room cost 9 euros.", ["Prices in 1998"], none)
    False
    >>> is_limited("A room costs 9 euros.", ["Prices"], none)
    False
    """
    told = term_bag(text) | asked | {word.surface for word in read_words(text)}
    return any(
        not (term_bag(m.group()) | {w.surface for w in read_words(m.group())}) <= told
        for heading in over
        for m in english.LIMIT.finditer(heading)
    )


def is_captioned(text: str, caption: str, asked: frozenset[str]) -> bool:
    """Whether a line above says of what a sentence speaks, and neither it nor the question does.

    >>> is_captioned("The hours until it stops.", "Timeout", frozenset())
    True
    >>> is_captioned("The timeout is nine hours.", "Timeout", frozenset())
    False
    """
    named = term_bag(caption)
    return bool(named) and named.isdisjoint(term_bag(text) | asked)


def takes_back(after: str) -> bool:
    """Whether a sentence takes back the one before it.

    >>> takes_back("This is not true."), takes_back("In fact it burned."), takes_back("It burned.")
    (True, True, False)
    """
    return english.TAKES_BACK.match(after) is not None


def is_labelled(text: str) -> bool:
    """Whether a sentence is a label, or begins with one: "9 May.", "Anna: ..."."""
    if governs(text) and not text.rstrip().endswith("?"):
        return True
    match = english.LABEL.match(text)
    if match is None or _RECORD.search(text, match.end()):
        return False
    label = [word for word in read_words(text) if word.end <= match.end("label")]
    return not has_verb(label)


def _has_rival(text: str, around: Surroundings, known: frozenset[str]) -> bool:
    """Whether it opens with a definite noun that may stand for something told before, and need not
    be what title or question name: "The firm closed."
    """
    noun = _subject(text)
    if noun is None:
        return False
    if any(_introduces(noun, one, known) for one in (*around.section, *around.before)):
        return True
    return bool(around.before) and noun.surface in english.KINDS and noun.term not in known


def _subject(text: str) -> Word | None:
    """The noun of "The NOUN is ..." that opens a sentence, where nothing says which."""
    words = read_words(text)[:_SUBJECT_WORDS]
    if len(words) < _SUBJECT_WORDS or words[0].surface != "the":
        return None
    noun, following = words[1], words[2]
    is_noun = bool(noun.term) and text[noun.start].islower()
    is_verb = following.is_verb or has_verb([following]) or text[noun.end : noun.end + 1] == ","
    return noun if is_noun and is_verb else None


def _introduces(noun: Word, text: str, known: frozenset[str]) -> bool:
    """Whether a sentence speaks of "a ... NOUN": one of the kind that had not been told of, nor is
    named so by what is known.
    """
    words = read_words(text)
    for i, word in enumerate(words):
        if word.term == noun.term:
            near = words[max(0, i - _SUBJECT_WORDS) : i]
            at = [k for k, one in enumerate(near) if one.surface in english.INDEFINITE]
            if (
                at
                and not {one.term for one in near[at[-1] + 1 :] if one.term} | {noun.term} <= known
            ):
                return True
    return False

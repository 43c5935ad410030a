"""Whether something that stands around a sentence limits it, or it answers something else."""

from __future__ import annotations

import re

from assistant.support import english_standing as english
from assistant.support.english_retelling import PREPOSITIONS
from assistant.support.governing import Surroundings, is_labelled, is_limited
from assistant.support.topics import SAME, Asked, defines, holds_all, is_lasting
from assistant.support.wording import holding, read_words, term_bag
from index.english import STOP_WORDS

_NEAR = 2
"""So many sentences before and behind the next one are read, too."""
_COUNTED = re.compile(r"\d")
_ASKS_WHETHER = re.compile(
    r"\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|might)\b",
    re.IGNORECASE,
)


def is_qualified(text: str, title: str, around: Surroundings, asked: Asked) -> bool:
    """Whether something that stands over, before or behind a sentence may limit it or take it back,
    or it answers a part only of what is asked.

    >>> asked = Asked("Tell me about Vale.", ("vale",), frozenset({"vale"}))
    >>> is_qualified("A pass is free.", "Vale", Surroundings(after="Yet it ends at six."), asked)
    True
    >>> is_qualified("A pass is free.", "Vale", Surroundings(over=("Children",)), asked)
    True
    >>> is_qualified("A child's pass is free.", "Vale", Surroundings(over=("Children",)), asked)
    False
    """
    return (
        _answers_something_near(text, title, around, asked)
        or _tells_what_to_do(text)
        or (
            around.kind not in ("", "paragraph")
            and not _answers_as_item(text, title, around, asked)
        )
        or english.TURNS.match(around.after) is not None
        or any(english.UNDOES.search(one) for one in (around.after, *around.later[:_NEAR]))
        or is_limited(text, (title,), asked.words)
        or (
            not defines(text, title)
            and any(not _is_covered(heading, text, asked.words) for heading in around.over)
        )
        or (is_lasting(text) and any(english.SCOPE.match(one) for one in around.before[-_NEAR:]))
        or is_labelled(text)
        or around.is_noticed
        or around.is_voiced
    )


def is_of_its_time(text: str) -> bool:
    """Whether a sentence counts from the day that it was written.

    >>> is_of_its_time("The mill is shut now."), is_of_its_time("The mill was shut in 1911.")
    (True, False)
    """
    return english.NOW.search(text) is not None


def is_noticed(text: str) -> bool:
    """Whether a text says of a document that it does not hold, or is not true."""
    return english.NOTICE.search(text) is not None


def is_voiced(text: str) -> bool:
    """Whether somebody speaks of themselves in a text.

    >>> is_voiced("When I was young, we had a boat."), is_voiced("World War I was long.")
    (True, False)
    """
    return english.SPEAKS.search(text) is not None


def _answers_as_item(text: str, title: str, around: Surroundings, asked: Asked) -> bool:
    """Whether an item of a list tells all that is asked of the document's subject, whatever the
    list is of.
    """
    is_of_part = not term_bag(title).issuperset(asked.terms)
    return around.kind == "item" and is_of_part and holds_all(text, asked)


def _is_covered(heading: str, text: str, asked: frozenset[str]) -> bool:
    """Whether a heading is a general one, or one of its words is in what the reader sees."""
    words = [word for word in read_words(heading) if word.term]
    special = {
        w.term for w in words if w.surface not in english.GENERAL and not w.surface.isdigit()
    }
    return not special or not special.isdisjoint(term_bag(text) | asked)


def _tells_what_to_do(text: str) -> bool:
    words = read_words(text)
    if english.TOLD_SINGLY.match(text) or not words:
        return True
    first = words[0]
    is_plain = first.surface not in STOP_WORDS and first.surface not in PREPOSITIONS
    return is_plain and len(words) > 1 and words[1].surface in english.DETERMINERS | {"to"}


def _answers_something_near(text: str, title: str, around: Surroundings, asked: Asked) -> bool:
    """Whether a sentence has a part only of what is asked: a reader may take it for the answer."""
    own = term_bag(title)
    terms = [term for term in asked.terms if term not in own]
    told = term_bag(" ".join((text, *around.over)))
    n_held = sum(holding(term, told) >= SAME for term in terms)
    if n_held == len(terms) or english.IS_OPEN.match(asked.text):
        return False
    asks_whether = _ASKS_WHETHER.match(asked.text) is not None
    return n_held > 0 or asks_whether or _COUNTED.search(text) is not None

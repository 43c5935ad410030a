"""The one sentence that gives a whole list: "the officers are A, B and C", "including A and B"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import english
from assistant import english_lists as lists
from assistant import english_sentences as sentences
from assistant.forms import Form
from assistant.matching import term_set
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.signals import is_of_names
from index.words import tokens

_LOOKED_AT, _REACH, _COLON_REACH = 6, 5.0, 9.0
"""Of the ranked sentences, how many may give the list, and how far below the best, in log odds."""


def giving_sentence(form: Form, reading: Reading, ranked: Sequence[Scored]) -> Scored | None:
    """The best sentence that gives several things and says what they are: what is listed, or what
    something includes; null where none of those that score near the best does.
    """
    if sentences.NEGATION.search(reading.question.text):
        said = ranked and sentences.NEGATION.search(ranked[0].candidate.text)
        return ranked[0] if said else None
    for scored in ranked[:_LOOKED_AT]:
        behind = ranked[0].score - scored.score
        if behind > (_COLON_REACH if _has_colon(form, scored) else _REACH):
            continue
        if _enumerates(form, reading, scored, is_best=scored is ranked[0]):
            return scored
    return None


def _has_colon(form: Form, scored: Scored) -> bool:
    """Whether a sentence names what is listed right before a colon: "on three conditions: ..."."""
    text = scored.candidate.text
    ends = (token.end for token in tokens(text) if form.noun and token.term == form.noun)
    return any(lists.COLON.match(text, end) for end in ends)


def _enumerates(form: Form, reading: Reading, scored: Scored, *, is_best: bool) -> bool:
    text = scored.candidate.text
    if not form.noun:
        return lists.INVOLVING.search(text) is not None and lists.GIVES.search(text) is not None
    said = next((t for t in tokens(text) if form.noun in reading.expand(term_set(t.surface))), None)
    if said is None:
        return False
    enumeration = english.ENUMERATION.search(text) if is_best else None
    if enumeration and not ("," in text[: said.start] or ":" in text[: said.start]):
        return True
    return lists.GIVES.search(text, said.end) is not None and is_of_names(scored.candidate)

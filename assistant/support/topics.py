"""Of what a question and a sentence speak, as far as a reader without the document can tell."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.support import english_standing as english
from assistant.support.english_retelling import PREPOSITIONS
from assistant.support.wording import Word, has_verb, holding, is_past, read_words, term_bag
from index.english import STOP_WORDS

MOST_BARE = 3
"""So many words "The ... NOUN" may have to be a bare one: "The old mill"."""
SAME = 0.7
_MOST = 1 / 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader knows without the document: the question.

    ``terms``: its content words; ``words``: all words of it, as they are and as they are compared;
    ``titles``: those of the other documents that could be meant.
    """

    text: str
    terms: tuple[str, ...]
    words: frozenset[str]
    titles: tuple[str, ...] = ()


def is_named(text: str, title: str, asked: Asked) -> bool:
    """Whether the document's subject is named by the question, and no other one's, or by the
    sentence.
    """
    if speaks_of(text, title) or holds_all(text, asked):
        return True
    return speaks_of(asked.text, title) and not any(
        speaks_of(asked.text, other) for other in asked.titles if other != title
    )


def holds_all(text: str, asked: Asked) -> bool:
    """Whether a sentence has all that is asked, and says which thing it is of."""
    subject = subject_words(text)
    is_bare = bool(subject) and subject[0].surface == "the" and len(subject) <= MOST_BARE
    told = term_bag(text)
    is_held = all(holding(term, told) >= SAME for term in asked.terms)
    return is_held and len(asked.terms) > 1 and not is_bare


def speaks_of(text: str, title: str) -> bool:
    """Whether a text has more than half of the words of a title, numbers aside."""
    told = term_bag(text)
    terms = [w.term for w in read_words(title) if w.term and not w.surface.isdigit()]
    n_held = sum(term in told for term in terms)
    return bool(terms) and n_held > _MOST * len(terms)


def subject_words(text: str) -> tuple[Word, ...]:
    """The words before the first verb, an opening phrase included; all, if no verb is seen."""
    words = read_words(text)
    first = next((i for i, w in enumerate(words) if w.surface not in STOP_WORDS), 0)
    opens = bool(words) and words[0].surface in PREPOSITIONS | english.FRONTS
    comma = text.find(",") if opens else -1
    within = False
    for i, word in enumerate(words):
        if i > first and word.start > comma and has_verb([word]) and not within:
            return words if words[0].surface in english.EXISTS else words[:i]
        within = word.surface in english.RELATIVES or (within and not has_verb([word]))
    return words if words and words[0].surface in english.EXISTS else words[:MOST_BARE]


def defines(text: str, title: str) -> bool:
    """Whether a sentence says what the document's subject is.

    >>> defines("Vale mill is a ruin.", "Vale mill"), defines("Vale mill burned.", "Vale mill")
    (True, False)
    """
    subject = subject_words(text)
    surfaces = [word.surface for word in read_words(text)[len(subject) :][:2]]
    if len(surfaces) < 2 or not subject or subject[0].surface in PREPOSITIONS | english.FRONTS:
        return False
    is_told = surfaces[0] in english.IS and surfaces[1] in english.OF_KIND
    return is_told and speaks_of(text[: subject[-1].end], title)


def is_lasting(text: str) -> bool:
    """Whether a sentence tells what holds, not what happened.

    >>> is_lasting("Books are lent free."), is_lasting("Ann lent books.")
    (True, False)
    """
    surfaces = {word.surface for word in read_words(text)}
    holds = not english.HOLDS.isdisjoint(surfaces) or not any(map(is_past, surfaces))
    return holds and english.HAPPENED.isdisjoint(surfaces)

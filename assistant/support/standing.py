"""Whether a reader who sees one sentence under a question knows of what it speaks, and that it
holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.support import english_standing as english
from assistant.support.english_leaning import OPENING
from assistant.support.english_retelling import PREPOSITIONS
from assistant.support.governing import Surroundings, is_labelled, is_limited
from assistant.support.names import find_names
from assistant.support.wording import Word, has_verb, holding, is_past, read_words, term_bag
from index.english import STOP_WORDS

_PEOPLE = frozenset("he she him her his hers himself herself".split())
_OBJECTS = frozenset("them him".split())
_BARE = 3
"""So many words "The ... NOUN" may have to be a bare one: "The old mill"."""
_SAME = 0.7
_NEAR = 2
"""So many sentences before and behind the next one are read, too."""
_MOST = 1 / 2
_COUNTED = re.compile(r"\d")
_ASKS_WHETHER = re.compile(
    r"\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|might)\b",
    re.IGNORECASE,
)


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


def stands_alone(text: str, title: str, around: Surroundings, asked: Asked) -> bool:
    """Whether a sentence of a document says by itself, under a question, of what it speaks.

    >>> asked = Asked("Tell me about Vale mill.", ("vale", "mill"), frozenset({"vale", "mill"}))
    >>> none = Surroundings()
    >>> stands_alone("Vale mill was built by Ann Lorne.", "Vale mill", none, asked)
    True
    >>> stands_alone("The wheel was built by Ann Lorne.", "Vale mill", none, asked)
    False
    """
    subject = _subject_words(text)
    return (
        _is_named(text, title, asked)
        and (
            _is_anchored(text, subject, title, asked)
            or _is_general(text, subject, title, around, asked)
        )
        and not _points_to_told(text, title, around, asked)
        and not _has_other_person(text, title, asked)
    )


def is_of_its_time(text: str) -> bool:
    """Whether a sentence counts from the day that it was written.

    >>> is_of_its_time("The mill is shut now."), is_of_its_time("The mill was shut in 1911.")
    (True, False)
    """
    return english.NOW.search(text) is not None


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
        or (_is_lasting(text) and any(english.SCOPE.match(one) for one in around.before[-_NEAR:]))
        or is_labelled(text)
        or around.is_noticed
        or around.is_voiced
    )


def _answers_as_item(text: str, title: str, around: Surroundings, asked: Asked) -> bool:
    """Whether an item of a list tells all that is asked of the document's subject, whatever the
    list is of.
    """
    is_of_part = not term_bag(title).issuperset(asked.terms)
    return around.kind == "item" and is_of_part and _holds_all(text, asked)


def is_noticed(text: str) -> bool:
    """Whether a text says of a document that it does not hold, or is not true."""
    return english.NOTICE.search(text) is not None


def is_voiced(text: str) -> bool:
    """Whether somebody speaks of themselves in a text.

    >>> is_voiced("When I was young, we had a boat."), is_voiced("World War I was long.")
    (True, False)
    """
    return english.SPEAKS.search(text) is not None


def _is_covered(heading: str, text: str, asked: frozenset[str]) -> bool:
    """Whether a heading is a general one, or one of its words is in what the reader sees."""
    words = [word for word in read_words(heading) if word.term]
    special = {
        w.term for w in words if w.surface not in english.GENERAL and not w.surface.isdigit()
    }
    return not special or not special.isdisjoint(term_bag(text) | asked)


def _is_lasting(text: str) -> bool:
    """Whether a sentence tells what holds, not what happened.

    >>> _is_lasting("Books are lent free."), _is_lasting("Ann lent books.")
    (True, False)
    """
    surfaces = {word.surface for word in read_words(text)}
    holds = not english.HOLDS.isdisjoint(surfaces) or not any(map(is_past, surfaces))
    return holds and english.HAPPENED.isdisjoint(surfaces)


def _is_named(text: str, title: str, asked: Asked) -> bool:
    """Whether the document's subject is named by the question, and no other one's, or by the
    sentence.
    """
    if _names(text, title) or _holds_all(text, asked):
        return True
    return _names(asked.text, title) and not any(
        _names(asked.text, other) for other in asked.titles if other != title
    )


def _holds_all(text: str, asked: Asked) -> bool:
    """Whether a sentence has all that is asked, and says which thing it is of."""
    subject = _subject_words(text)
    is_bare = bool(subject) and subject[0].surface == "the" and len(subject) <= _BARE
    told = term_bag(text)
    is_held = all(holding(term, told) >= _SAME for term in asked.terms)
    return is_held and len(asked.terms) > 1 and not is_bare


def _names(text: str, title: str) -> bool:
    told = term_bag(text)
    terms = [w.term for w in read_words(title) if w.term and not w.surface.isdigit()]
    n_held = sum(term in told for term in terms)
    return bool(terms) and n_held > _MOST * len(terms)


def _subject_words(text: str) -> tuple[Word, ...]:
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
    return words if words and words[0].surface in english.EXISTS else words[:_BARE]


def _is_anchored(text: str, subject: Sequence[Word], title: str, asked: Asked) -> bool:
    """Whether the subject is a name, or what title or question speak of."""
    if not subject:
        return False
    end = subject[-1].end
    own = term_bag(title)
    known = own | asked.words
    if any(name.span.start < end and set(name.words) & known for name in find_names(text)):
        return True
    if any(start < end for start, _ in _bearers(text)):
        return True
    terms = {word.term for word in subject if word.term}
    if not terms.isdisjoint(own):
        return True
    is_bare = subject[0].surface == "the" and len(subject) <= _BARE
    return not is_bare and not terms.isdisjoint(asked.words)


def _is_general(
    text: str, subject: Sequence[Word], title: str, around: Surroundings, asked: Asked
) -> bool:
    """Whether a sentence that opens a paragraph says of all of a kind what holds, where the
    question is of the whole document: "Books can be kept for four weeks."
    """
    is_definite = any(w.surface in english.DETERMINERS - english.INDEFINITE for w in subject)
    is_of_kind = bool(subject) and bool(subject[0].term or subject[0].surface in english.INDEFINITE)
    own = term_bag(title)
    return bool(
        is_of_kind
        and not is_definite
        and not around.before
        and _is_lasting(text)
        and (english.IS_OPEN.match(asked.text) or own.issuperset(asked.terms))
    )


def defines(text: str, title: str) -> bool:
    """Whether a sentence says what the document's subject is.

    >>> defines("Vale mill is a ruin.", "Vale mill"), defines("Vale mill burned.", "Vale mill")
    (True, False)
    """
    subject = _subject_words(text)
    surfaces = [word.surface for word in read_words(text)[len(subject) :][:2]]
    if len(surfaces) < 2 or not subject or subject[0].surface in PREPOSITIONS | english.FRONTS:
        return False
    is_told = surfaces[0] in english.IS and surfaces[1] in english.OF_KIND
    return is_told and _names(text[: subject[-1].end], title)


def _tells_what_to_do(text: str) -> bool:
    words = read_words(text)
    if english.TOLD_SINGLY.match(text) or not words:
        return True
    first = words[0]
    is_plain = first.surface not in STOP_WORDS and first.surface not in PREPOSITIONS
    return is_plain and len(words) > 1 and words[1].surface in english.DETERMINERS | {"to"}


def _points_to_told(text: str, title: str, around: Surroundings, asked: Asked) -> bool:
    """Whether "the NOUN" may stand for something that the document told of before."""
    words = read_words(text)
    known = term_bag(title) | asked.words
    earlier: frozenset[str] = frozenset().union(
        *(term_bag(one) for one in (*around.section, *around.before))
    )
    for i, word in enumerate(words):
        if word.surface != "the":
            continue
        noun, after = _noun(words, i)
        if noun is None or _is_told_apart(text, words, i, noun, known):
            continue
        is_told = any(w.term == noun.term for w in words[:i])
        if noun.term in earlier and not is_told and after not in english.DETERMINED:
            return True
    return False


def _is_told_apart(
    text: str, words: Sequence[Word], i: int, noun: Word, known: frozenset[str]
) -> bool:
    """Whether a name or a known word is in "the ... NOUN"."""
    phrase = [word for word in words[i + 1 :] if word.end <= noun.end]
    return any(word.term in known or text[word.start].isupper() for word in phrase)


def _noun(words: Sequence[Word], i: int) -> tuple[Word | None, str]:
    """The last of the words that follow "the", up to one that is none, and that one."""
    noun = None
    for word in words[i + 1 : i + 1 + _BARE]:
        if (
            not word.term
            or word.is_verb
            or word.surface in STOP_WORDS
            or word.clause != words[i].clause
        ):
            return noun, word.surface
        noun = word
    rest = words[i + 1 + _BARE : i + 2 + _BARE]
    return noun, rest[0].surface if rest else ""


def _has_other_person(text: str, title: str, asked: Asked) -> bool:
    """Whether "she" or "them" may be somebody whom the sentence does not name before as the one
    that the document is about.
    """
    own = term_bag(title)
    known = own | asked.words
    people = [n.span.end for n in find_names(text) if set(n.words) & known]
    people += [end for _, end in _bearers(text)]
    words = read_words(text)
    for i, word in enumerate(words):
        if word.surface in _PEOPLE and not any(end <= word.start for end in people):
            return True
        if _is_object(words, i) and (word.clause == 0 or words[i - 1].surface in english.PARTS):
            return True
    return OPENING.match(text) is not None


def _answers_something_near(text: str, title: str, around: Surroundings, asked: Asked) -> bool:
    """Whether a sentence has a part only of what is asked: a reader may take it for the answer."""
    own = term_bag(title)
    terms = [term for term in asked.terms if term not in own]
    told = term_bag(" ".join((text, *around.over)))
    n_held = sum(holding(term, told) >= _SAME for term in terms)
    if n_held == len(terms) or english.IS_OPEN.match(asked.text):
        return False
    asks_whether = _ASKS_WHETHER.match(asked.text) is not None
    return n_held > 0 or asks_whether or _COUNTED.search(text) is not None


def _is_object(words: Sequence[Word], i: int) -> bool:
    """Whether a word is "them" or "her" as an object, which its own subject cannot be."""
    if words[i].surface == "her":
        return i + 1 == len(words) or not words[i + 1].term
    return words[i].surface in _OBJECTS


def _bearers(text: str) -> Iterator[tuple[int, int]]:
    """Where the names in the subject stand that are of what it speaks of, not of where or when."""
    subject = _subject_words(text)
    end = subject[-1].end if subject else 0
    for name in find_names(text):
        before = [word.surface for word in subject if word.end <= name.span.start][-2:]
        if name.span.start < end and not name.opens and PREPOSITIONS.isdisjoint(before):
            yield name.span.start, name.span.end

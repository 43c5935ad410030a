"""Whether a reader who sees one sentence under a question knows of what it speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.support import english_standing as english
from assistant.support.english_leaning import OPENING
from assistant.support.english_retelling import PREPOSITIONS
from assistant.support.governing import Surroundings
from assistant.support.names import find_names
from assistant.support.topics import MOST_BARE, Asked, is_lasting, is_named, subject_words
from assistant.support.wording import Word, read_words, term_bag
from index.english import STOP_WORDS

_PEOPLE = frozenset("he she him her his hers himself herself".split())
_OBJECTS = frozenset("them him".split())


def stands_alone(text: str, title: str, around: Surroundings, asked: Asked) -> bool:
    """Whether a sentence of a document says by itself, under a question, of what it speaks.

    >>> asked = Asked("Tell me about Vale mill.", ("vale", "mill"), frozenset({"vale", "mill"}))
    >>> none = Surroundings()
    >>> stands_alone("Vale mill was built by Ann Lorne.", "Vale mill", none, asked)
    True
    >>> stands_alone("The wheel was built by Ann Lorne.", "Vale mill", none, asked)
    False
    """
    subject = subject_words(text)
    return (
        is_named(text, title, asked)
        and (
            _is_anchored(text, subject, title, asked)
            or _is_general(text, subject, title, around, asked)
        )
        and not _points_to_told(text, title, around, asked)
        and not _has_other_person(text, title, asked)
    )


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
    is_bare = subject[0].surface == "the" and len(subject) <= MOST_BARE
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
        and is_lasting(text)
        and (english.IS_OPEN.match(asked.text) or own.issuperset(asked.terms))
    )


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
    for word in words[i + 1 : i + 1 + MOST_BARE]:
        if (
            not word.term
            or word.is_verb
            or word.surface in STOP_WORDS
            or word.clause != words[i].clause
        ):
            return noun, word.surface
        noun = word
    rest = words[i + 1 + MOST_BARE : i + 2 + MOST_BARE]
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


def _is_object(words: Sequence[Word], i: int) -> bool:
    """Whether a word is "them" or "her" as an object, which its own subject cannot be."""
    if words[i].surface == "her":
        return i + 1 == len(words) or not words[i + 1].term
    return words[i].surface in _OBJECTS


def _bearers(text: str) -> Iterator[tuple[int, int]]:
    """Where the names in the subject stand that are of what it speaks of, not of where or when."""
    subject = subject_words(text)
    end = subject[-1].end if subject else 0
    for name in find_names(text):
        before = [word.surface for word in subject if word.end <= name.span.start][-2:]
        if name.span.start < end and not name.opens and PREPOSITIONS.isdisjoint(before):
            yield name.span.start, name.span.end

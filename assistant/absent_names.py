"""Names that a question holds and the documents do not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from assistant import english
from assistant.english_connecting import is_person
from assistant.english_phrasing import AUXILIARY
from assistant.reading import Reading
from assistant.synonyms import synonyms
from index.english import STOP_WORDS
from index.index import Index
from index.passage import SearchResult
from index.words import tokens

_RARE = 0.99
_COMMON, _EVERYDAY = 0.7, 0.6
_SHORTEST_NAME = 4
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W\d_]+")
_SAME_START = 4
"""A name and the adjective made of it share so many letters."""
_LEAST_PART, _MOST_INITIALS = 3, 5
_HEADING_WORDS = 3
"""Where all of so many words have a capital, as in a heading, a capital tells nothing."""


def absent_names(reading: Reading) -> tuple[str, ...]:
    """The names of the question that the corpus holds at most half the words of, as written.

    In a question without a capital, the words that can be nothing but names, and those of a term
    that is asked for by itself.
    """
    question = reading.question
    if not question.entities:
        unheard = unheard_of(reading)
        if unheard:
            return unheard
        return tuple(question.surfaces[t] for t in question.terms if _is_rare_unknown(t, reading))
    absent = []
    for entity in question.entities:
        named = [t for t in question.terms if t in entity and not _opens(t, reading)]
        words = [question.surfaces[t] for t in named]
        is_unknown = 2 * len(reading.unknown.intersection(named)) >= len(named)
        if words and is_unknown and not all(word.isdigit() for word in words):
            absent.append(_as_written(words, question.text))
    return tuple(absent)


def unheard_of(reading: Reading) -> tuple[str, ...]:
    """The words that the corpus holds in no form of a term whose meaning is asked; else none."""
    match = english.TERM_ASKED.match(reading.question.text)
    if match is None or not (match["article"] or len(match["term"].split()) > 1):
        return ()
    words = list(tokens(match["term"]))
    if any(token.surface in STOP_WORDS for token in words):
        return ()
    return tuple(token.surface for token in words if token.term in reading.unknown)


def _opens(term: str, reading: Reading) -> bool:
    """Whether a word is a common one with a capital only for opening the question."""
    opens = reading.question.text.lower().startswith(reading.question.surfaces[term])
    return opens and reading.weights[term] < _COMMON


def _is_rare_unknown(term: str, reading: Reading) -> bool:
    """Whether a word is neither in the corpus nor in general English: a name in lower case."""
    is_word = term.isalpha() and len(term) >= _SHORTEST_NAME and not synonyms(term)
    return is_word and term in reading.unknown and reading.weights[term] >= _RARE


def _as_written(words: Sequence[str], text: str) -> str:
    """The stretch of ``text`` from the first of the folded words to the last."""
    found = list(tokens(text))
    start = next((t.start for t in found if t.surface == words[0]), None)
    ends = [t.end for t in found if t.surface == words[-1] and t.start >= (start or 0)]
    if start is None or not ends:
        return " ".join(words)
    return _POSSESSIVE.sub("", text[start : ends[0]])


def strange_names(reading: Reading, result: SearchResult, index: Index) -> tuple[str, ...]:
    """The absent names that cannot be another way to write what the documents hold.

    Neither a person whose last name is in them, nor made of a name in them, as "Belgian" of
    "Belgium", nor of two of their words, as "Superbowl"; nor the initials of words that stand
    together in a passage, or a common abbreviation in front of a noun, as in "UN panel". No name
    is told by its capital where it is a single word that opens the question, or the question is
    written like a heading.
    """
    question = reading.question
    if not question.entities or _is_like_a_heading(question.text):
        return ()
    absent = absent_names(reading)
    if not absent:
        return ()
    vocabulary = index.vocabulary()
    texts = [passage.chunk.text for passage in result.passages]
    return tuple(
        name
        for name in absent
        if not _is_opening_word(name, question.text)
        and name.lower() not in english.REQUEST_WORDS
        and not (is_person(name) and _ends_known(name, reading))
        and not _describes(name, question.text, index)
        and not _is_one_of_several(name, absent, question.text)
        and not any(
            is_made_of(word.surface, vocabulary) or _are_initials(name, texts)
            for word in tokens(name)
            if word.term in reading.unknown
        )
    )


def _describes(name: str, text: str, index: Index) -> bool:
    """Whether a name is an abbreviation that everybody uses, and describes the noun behind it."""
    if not name.isupper() or index.rarity(name.lower()) >= _EVERYDAY:
        return False
    found = re.search(rf"(?:(\w+) )?(?:the )?\b{re.escape(name)} ([a-z]+)", text)
    if found is None or found[2] in STOP_WORDS:
        return False
    return found[1] is None or AUXILIARY.fullmatch(found[1]) is None


def _is_one_of_several(name: str, absent: Sequence[str], text: str) -> bool:
    """Whether a name stands beside "or" and something that is not absent: "a state or the EU"."""
    found = re.search(english.OR_ANOTHER.format(name=re.escape(name)), text)
    others = [word for word in found.groups() if word] if found else []
    return bool(others) and not any(word in other for word in others for other in absent)


def _ends_known(name: str, reading: Reading) -> bool:
    """Whether the documents hold the last word of a name of several."""
    words = [word.term for word in tokens(name) if word.term]
    return len(words) > 1 and words[-1] not in reading.unknown


def _is_opening_word(name: str, text: str) -> bool:
    return " " not in name and text.lstrip(" \"'“‘¿¡").startswith(name)


def _is_like_a_heading(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if word.lower() not in STOP_WORDS]
    return len(words) >= _HEADING_WORDS and all(word[0].isupper() for word in words)


def is_made_of(word: str, known: Collection[str]) -> bool:
    """Whether ``word`` is an adjective of a name that the documents hold, the name of an adjective
    that they hold, or two of their words written as one.
    """
    alike = english.ADJECTIVES_OF_NAMES.get(word, ())
    if any(one in known for one in alike) or any(is_form(word, other) for other in known):
        return True
    cuts = range(_LEAST_PART, len(word) - _LEAST_PART + 1)
    return any(word[:at] in known and word[at:] in known for at in cuts)


def is_form(word: str, other: str) -> bool:
    """Whether two words begin alike and differ in an ending that makes adjectives of names."""
    n = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    n = min(len(word), len(other)) if n is None else n
    endings = sorted((word[n:], other[n:]), key=len)
    return n >= _SAME_START and endings[1] in english.NAME_ENDINGS and len(endings[0]) <= 2


def _are_initials(name: str, texts: Sequence[str]) -> bool:
    """Whether ``name`` is in capitals and its letters open words that stand together in a text."""
    letters = name.replace(".", "").lower()
    if not name.isupper() or not letters.isalpha() or len(letters) > _MOST_INITIALS:
        return False
    return any(letters in initials for text in texts for initials in _initials(text))


def _initials(text: str) -> Iterator[str]:
    words = [word.lower() for word in _WORD.findall(text)]
    yield "".join(word[0] for word in words)
    yield "".join(word[0] for word in words if word not in STOP_WORDS)

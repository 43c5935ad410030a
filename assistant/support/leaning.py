"""Whether a sentence can be understood alone, or leans on the one before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.support import english_leaning as english
from assistant.support.english_numbers import TENS, UNITS
from assistant.support.english_retelling import PREPOSITIONS
from assistant.support.names import find_names
from assistant.support.wording import Word, asks, has_verb, read_words

_OF_PEOPLE = frozenset("he she him her his hers himself herself".split())
_OWNERS = frozenset("her his hers himself herself itself themselves".split())
"""May stand for a thing of their own clause: "Ann sold her boat", not "Ann saw her"."""
_BARRIERS = frozenset("to when if as before after while until that once unless than".split())
"""Behind one of these a pronoun may stand for what the same clause names before."""
_OF_ONE = frozenset("it itself".split())
_OF_SEVERAL = frozenset("they them theirs themselves".split())
_OF_ANY = frozenset("its their".split())
_SEVERAL = frozenset(
    """people men women children persons staff police couple family team crew group committee pair
    mice feet geese cattle sheep fish and or each every everyone everybody anyone anybody nobody no
    whoever none all some many most few both others""".split()
)
"""What "they" may stand for besides a plural in -s."""
_PLURAL = re.compile(r"\w+(?:[^sui\W]s|ies|sses|uses)")
_LABEL_WORDS = 4
_ARTICLE = re.compile(r"\b(?:the|an?)\s+\Z", re.IGNORECASE)


def leans(text: str) -> bool:
    """Whether a word of ``text`` points back to something that it does not name.

    >>> leans("In 1917 she left."), leans("The guild, which met her, paid."), leans("It rained.")
    (True, True, True)
    >>> leans("There are ten of them."), leans("Only thirty persons were to be on it.")
    (True, True)
    >>> leans("The mill was sold that year."), leans("The others stayed."), leans("A man saw it.")
    (True, True, True)
    >>> leans("Then the mill burned."), leans("Twelve were lost."), leans("The latter is shut.")
    (True, True, True)
    >>> leans("Two sank in a storm."), leans("The five other cases were paid."), leans("Ann did.")
    (True, True, True)
    >>> leans("Ann was lifted by one as a child."), leans("Ann Lorne founded one at Vale in 1912.")
    (True, True)
    >>> leans("A man was bitten by one dog."), leans("One in nine left."), leans("No one left.")
    (False, False, False)
    >>> leans("Two boats sank."), leans("The two men fought."), leans("Ann and Bo left the two.")
    (False, True, False)
    >>> leans("Ann Lorne sold her boat."), leans("A boat lost its mast."), leans("Each boat sank.")
    (False, False, False)
    >>> leans("After two winters, they had split."), leans("After the boats sank, they were sold.")
    (True, False)
    >>> leans("The mill that burned stood there."), leans("There are ten mills in Vale.")
    (True, False)
    """
    return (
        english.OPENING.match(text) is not None
        or any(pattern.search(text) for pattern in english.WITHIN)
        or any(_is_alone(text, *one) for one in english.UNLESS_BEFORE)
        or _counts_alone(text)
        or _has_loose_pronoun(text)
    )


def governs(before: str) -> bool:
    """Whether what comes behind a sentence cannot do without it: it is a question, or a few words
    that are no sentence, such as the date of an entry.

    >>> governs("9 May."), governs("How old is it?"), governs("The mill burned."), governs("")
    (True, True, False, False)
    """
    words = read_words(before)
    is_label = not has_verb(words) or any(word.surface.isdigit() for word in words)
    return asks(before) or (0 < len(words) <= _LABEL_WORDS and is_label)


def _counts_alone(text: str) -> bool:
    """Whether a number or a place in an order opens it, and what is counted is not told."""
    match = english.COUNT.match(text)
    following = [word for word in read_words(text) if match and word.start >= match.end()]
    is_plural = bool(following) and _PLURAL.fullmatch(following[0].surface) is not None
    return bool(following) and has_verb(following[:1]) and not is_plural


def _is_alone(text: str, pattern: re.Pattern[str], before: re.Pattern[str]) -> bool:
    """Whether a match of ``pattern`` has no match of ``before`` in front of it."""
    return any(not before.search(text[: m.start()]) for m in pattern.finditer(text))


@dataclass(slots=True)
class _Named:
    """Whether one thing, and several, are named: before, and in the part that is being read."""

    one: bool = False
    several: bool = False
    one_here: bool = False
    several_here: bool = False

    def go_on(self) -> None:
        """Another part of the sentence begins."""
        self.one, self.several = self.one or self.one_here, self.several or self.several_here

    def lacks(self, surface: str) -> bool:
        """Whether nothing is named that a pronoun for a thing or several may stand for."""
        own = surface in _OF_ANY | _OWNERS
        one, several = (
            self.one or (own and self.one_here),
            self.several or (own and self.several_here),
        )
        return (
            (surface in _OF_ONE and not one)
            or (surface in _OF_SEVERAL and not several)
            or (surface in _OF_ANY and not (one or several))
        )

    def read(self, word: Word) -> None:
        """Note what the word names."""
        is_several = word.surface in _SEVERAL or _PLURAL.fullmatch(word.surface) is not None
        is_word = bool(word.term and word.term.isalpha()) and word.surface not in UNITS | TENS
        self.one_here = self.one_here or (is_word and not is_several and not word.is_verb)
        self.several_here = self.several_here or (
            is_several and (is_word or word.surface in _SEVERAL)
        )


def _fronted(text: str) -> int:
    """Where the time or place that opens a sentence ends: no pronoun stands for what is in it."""
    words = read_words(text)
    end = text.find(",")
    is_phrase = words[:1] and words[0].surface in PREPOSITIONS and end > 0
    return end if is_phrase and not has_verb(w for w in words if w.end <= end) else 0


def _has_loose_pronoun(text: str) -> bool:
    people = [
        name.span.end for name in find_names(text) if not _ARTICLE.search(text[: name.span.start])
    ]
    named, clause, fronted = _Named(), 0, _fronted(text)
    for word in read_words(text):
        if word.surface in _OF_PEOPLE and not any(end <= word.start for end in people):
            return True
        if word.clause != clause or word.surface in _BARRIERS:
            named.go_on()
        clause = word.clause
        if named.lacks(word.surface):
            return True
        if word.start >= fronted:
            named.read(word)
    return False

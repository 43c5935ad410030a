"""The words of a text as the check compares them: irregular forms joined, verbs told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.matching import strength
from assistant.support import english_claims as english
from index.english import stem
from index.words import Token, tokens

_SYNONYM = 0.7
SAME = 0.8
"""From this strength on two words are forms of one."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its term with irregular forms joined (empty for function words), and its place.

    ``clause`` counts the clauses of the text that end before it.
    """

    start: int
    end: int
    surface: str
    term: str
    clause: int
    is_verb: bool


@lru_cache(maxsize=20_000)
def read_words(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in reading order."""
    found = list(tokens(text))
    breaks = [match.end() for match in english.LINKS.finditer(text)]
    clause, words = 0, []
    for i, token in enumerate(found):
        while clause < len(breaks) and breaks[clause] <= token.start:
            clause += 1
        before = found[i - 1] if i else None
        term = base(token.term) if token.term else ""
        words.append(
            Word(token.start, token.end, token.surface, term, clause, _is_verb(token, before, text))
        )
    return tuple(words)


def _is_verb(token: Token, before: Token | None, text: str) -> bool:
    """Whether a word is, as far as its form and the word before it tell, a verb with a subject."""
    surface = token.surface
    if not surface.isalpha() or text[token.start].isupper():
        return False
    if re.match(r"\s+of\b", text[token.end :]):
        return False
    if before is not None and before.surface in ("the", "a", "an", "its", "their", "his", "her"):
        return False
    if surface in english.PRESENTS or surface in _pasts() or surface.endswith("ed"):
        return True
    if before is None:
        return False
    if before.surface in english.AUXILIARIES or before.surface in ("to", "not", "never", "by"):
        return (
            bool(token.term) and before.surface not in ("is", "are", "was", "were", "by")
        ) or surface.endswith("ing")
    return surface.endswith("s") and text[before.start].isupper() and before.end + 1 == token.start


def asks(text: str) -> bool:
    """Whether ``text`` is a question by its mark: what it holds is not stated."""
    return text.rstrip().rstrip("*_\"'”’)»").endswith("?")


def has_verb(words: Iterable[Word]) -> bool:
    """Whether a clause may stand as a statement of its own."""
    return any(word.is_verb or word.surface in english.AUXILIARIES for word in words)


@cache
def _irregular() -> dict[str, str]:
    """The stem of each irregular form, with the stem of the form that stands for all."""
    table: dict[str, str] = {}
    for line in _groups(english.IRREGULAR + english.IRREGULAR_NOUNS):
        forms = line.split()
        for form in forms:
            table.setdefault(stem(form), table.get(stem(forms[0]), stem(forms[0])))
    return table


@cache
def _pasts() -> frozenset[str]:
    forms = {form for line in _groups(english.IRREGULAR) for form in line.split()[1:]}
    return english.PASTS_WITHOUT_ENDING | forms


def is_past(surface: str) -> bool:
    """Whether a verb is in a form of the past, as far as that can be seen."""
    return surface.endswith("ed") or (
        surface in _pasts() and surface not in english.PASTS_WITHOUT_ENDING
    )


@cache
def _irregular_verbs() -> frozenset[str]:
    return frozenset(form for line in _groups(english.IRREGULAR) for form in line.split())


def is_irregular(surface: str) -> bool:
    """Whether a word is a form of an irregular verb; some are nouns, too."""
    return surface in _irregular_verbs()


def _groups(text: str) -> list[str]:
    return [line for line in text.replace("\n", ";").split(";") if line.strip()]


@lru_cache(maxsize=100_000)
def base(term: str) -> str:
    """The term that stands for all forms of an irregular word.

    >>> base("drew") == base("drawn") == "draw"
    True
    """
    return _irregular().get(term, term)


@lru_cache(maxsize=100_000)
def holding(term: str, others: frozenset[str]) -> float:
    """How well ``others`` hold ``term``, from 0 to 1: as ``assistant.matching.strength``, with more
    synonyms.
    """
    found = strength(term, others)
    if found < _SYNONYM and not _synonym_table().get(term, frozenset()).isdisjoint(others):
        return _SYNONYM
    return found


@cache
def _synonym_table() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in _groups(english.SYNONYMS):
        group = frozenset(base(stem(word)) for word in line.split())
        for term in group:
            table[term] = table.get(term, frozenset()) | group
    return table


@lru_cache(maxsize=20_000)
def term_bag(text: str) -> frozenset[str]:
    """The distinct terms of ``text``, irregular forms joined, as they are and as they stand for.

    Both parts of a hyphened word count by themselves, as the tokens are anyway.
    """
    words = read_words(text)
    return frozenset(w.term for w in words if w.term) | frozenset(
        stem(w.surface) for w in words if w.term
    )


_QUOTED = re.compile(r"[\"“]([^\"“”]{2,})[\"”]|(?<!\w)['‘]([^'‘’]{2,})['’](?!\w)")


@lru_cache(maxsize=20_000)
def quoted_words(text: str) -> tuple[str, ...]:
    """What stands in quotation marks, folded to its words in order."""
    found = (match.group(1) or match.group(2) for match in _QUOTED.finditer(text))
    return tuple(" ".join(token.surface for token in tokens(quote)) for quote in found)


@lru_cache(maxsize=20_000)
def in_order(text: str) -> str:
    """The folded words of ``text`` between spaces, for finding quoted words in it."""
    return f" {' '.join(token.surface for token in tokens(text))} "

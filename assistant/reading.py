"""A question as the corpus lets it be read: spelling mended, terms weighed, names known."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from assistant.abbreviations import Abbreviation, applicable, find_abbreviations
from assistant.matching import term_set
from assistant.question import Question, read_question
from assistant.spelling import Corrected, correct
from assistant.texts import NOTES
from index.index import Index
from index.passage import Chunk, SearchResult
from index.words import Token, terms, tokens

_SENTENCE_START = re.compile(r"(?:^|[.!?:\n#*>|-])\s*[\"“(*_]*\Z")
"""Ends what stands before a word that opens a sentence, a line, a cell or an item."""

_NAME_RARITY = 0.8
"""From here on a capitalised first word of a question is taken for a name."""

_EVERYDAY = 0.6
"""Below it a word is of general English, though it may be part of a name."""

_COMMON_SHARE = 0.6
"""How much a word's weight can fall for being common in general English."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question with what the index knows of its words.

    ``weights`` gives each term its weight, in 0..1: rare in the corpus and in general is heavy;
    ``common`` are those of general English.
    ``unknown`` are the terms that no chunk holds. ``abbreviations`` are those of the question's
    that the corpus spells out. ``apart`` is the share of the names that no one passage holds
    together with the others (``names_apart``).
    """

    question: Question
    query: str
    weights: Mapping[str, float]
    unknown: frozenset[str]
    common: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    apart: float = 0.0

    @property
    def known_weights(self) -> Mapping[str, float]:
        """The weights of the terms that the corpus holds; all of them where it holds none."""
        known = {t: w for t, w in self.weights.items() if t not in self.unknown}
        return known or self.weights

    def expand(self, terms: frozenset[str]) -> frozenset[str]:
        """``terms``, with the long form's for each short form among them, and the reverse."""
        for short in self.abbreviations:
            if short.short_terms <= terms:
                terms |= short.long_terms
            elif short.long_terms <= terms:
                terms |= short.short_terms
        return terms

    def held(self, chunk: Chunk) -> frozenset[str]:
        """The terms of a chunk, its title and its headings."""
        return self.expand(term_set(" ".join((chunk.text, chunk.title, *chunk.heading))))


def read(text: str, index: Index) -> Reading:
    """Read ``text`` against the vocabulary of ``index``."""
    corrected = correct(text, index)
    notes = read_as(corrected)
    question = read_question(corrected.text)
    weights = {term: _weight(term, word, index) for term, word in question.surfaces.items()}
    unknown = frozenset(term for term in question.terms if index.frequency(term) == 0)
    question = _without_opening_word(question, index)
    common = frozenset(t for t, word in question.surfaces.items() if is_common(word, t, index))
    return Reading(question, corrected.text, weights, unknown, common, notes)


def read_as(corrected: Corrected) -> tuple[str, ...]:
    """The notes that say which words were read as others."""
    return tuple(NOTES["read_as"].format(wrong=w, right=r) for w, r in corrected.changes)


def learn(reading: Reading, result: SearchResult) -> Reading:
    """``reading`` with the names and abbreviations that the passages show, and how far apart.

    A word typed in lower case is a name where the passages write it with a capital within a
    sentence, and never without; a word of general English not where it is only part of longer names
    of which the question holds no word beside it: no "head" for Skerrin Head.
    """
    texts = [passage.chunk.text for passage in result.passages]
    question = reading.question
    words = {surface: term for term, surface in question.surfaces.items()}
    common = {question.surfaces[term] for term in reading.common}
    shown = frozenset(words[word] for word in capitalised(words, texts, common))
    shown -= shown & reading.common - _standing_for_themselves(question, texts)
    known = frozenset().union(*question.entities)
    entities = (*question.entities, *_runs(question.terms, shown - known))
    spelled = [a for text in texts for a in find_abbreviations(text)]
    learned = replace(
        reading,
        question=replace(question, names=question.names | shown, entities=entities),
        abbreviations=applicable(dict.fromkeys(spelled), question.terms),
    )
    return replace(learned, apart=names_apart(learned, result))


def _standing_for_themselves(question: Question, texts: Iterable[str]) -> frozenset[str]:
    """The terms that a text writes with a capital next to no other, or next to one that is next to
    it in the question, too.
    """
    asked = [token.term for token in tokens(question.text)]
    beside = {frozenset(pair) for pair in pairwise(asked)}
    found: set[str] = set()
    for text in texts:
        words = list(tokens(text))
        for before, word, after in zip([None, *words], words, [*words[1:], None], strict=False):
            if not text[word.start].isupper() or word.term in found:
                continue
            next_to = [n for n in (before, after) if n is not None and _is_joined(n, word, text)]
            if not next_to or any(frozenset((n.term, word.term)) in beside for n in next_to):
                found.add(word.term)
    return frozenset(found)


def _is_joined(one: Token, other: Token, text: str) -> bool:
    """Whether two words with a capital stand side by side, or with "of" between them."""
    first, second = sorted((one, other), key=lambda token: token.start)
    between = text[first.end : second.start]
    return text[first.start].isupper() and text[second.start].isupper() and between == " "


def is_common(word: str, term: str, index: Index) -> bool:
    """Whether a word, or its stem, is of general English; a number is not."""
    rarity = min(index.rarity(word), index.rarity(term))
    return not word[0].isdigit() and rarity < _EVERYDAY


def names_apart(reading: Reading, result: SearchResult) -> float:
    """The share of the question's names that no one passage holds together with the others.

    Names that the corpus does not hold, and numbers, do not count; 0 for fewer than two names.
    """
    keys = [_key_term(entity, reading) for entity in reading.question.entities]
    wanted = {key for key in keys if key}
    if len(wanted) < 2:
        return 0.0
    shared = (len(wanted & reading.held(passage.chunk)) for passage in result.passages)
    return 1.0 - max(shared, default=0) / len(wanted)


def _key_term(entity: frozenset[str], reading: Reading) -> str | None:
    """The weightiest term of a name that the corpus holds and that is no number."""
    known = [t for t in entity if t not in reading.unknown and not t[0].isdigit()]
    return max(known, key=lambda t: (reading.weights.get(t, 0.0), t), default=None)


def _runs(terms: Iterable[str], wanted: frozenset[str]) -> list[frozenset[str]]:
    """The wanted terms, those that follow each other in the question as one."""
    runs: list[set[str]] = [set()]
    for term in terms:
        if term in wanted:
            runs[-1].add(term)
        elif runs[-1]:
            runs.append(set())
    return [frozenset(run) for run in runs if run]


def _without_opening_word(question: Question, index: Index) -> Question:
    """``question`` whose first word is no name if it is a common one: "Tell", "Name"."""
    entity = frozenset(question.terms[:1])
    if entity not in question.entities:
        return question
    surface = question.surfaces[question.terms[0]]
    opens = question.text.lower().startswith(surface)
    if not opens or index.rarity(surface) >= _NAME_RARITY:
        return question
    return replace(
        question,
        names=question.names - entity,
        entities=tuple(e for e in question.entities if e != entity),
    )


def _weight(term: str, surface: str, index: Index) -> float:
    """Inverse chunk frequency as a share of the largest, less for common English words."""
    n, df = index.n_chunks, index.frequency(term)
    idf = math.log(1 + (n - df + 0.5) / (df + 0.5)) / math.log(1 + (n + 0.5) / 0.5)
    return idf * (1 - _COMMON_SHARE + _COMMON_SHARE * index.rarity(surface))


def capitalised(
    words: Mapping[str, str], texts: Iterable[str], common: Collection[str]
) -> frozenset[str]:
    """Those of ``words``, folded and each with its term, that stand with a capital within a
    sentence and nowhere without one; ``common`` ones in no other form without one either.
    """
    found = [cases(text) for text in texts]
    upper = frozenset().union(*(upper for upper, _ in found))
    lower = frozenset().union(*(lower for _, lower in found))
    plain = {term for word in lower for term in terms(word)}
    own = (word for word in words if word in upper and word not in lower)
    return frozenset(word for word in own if word not in common or words[word] not in plain)


@lru_cache(maxsize=4096)
def cases(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The content words that ``text`` writes with a capital within a sentence, and those without
    one, folded.
    """
    upper: set[str] = set()
    lower: set[str] = set()
    for token in tokens(text):
        if not token.term:
            continue
        if text[token.start].islower():
            lower.add(token.surface)
        elif not _SENTENCE_START.search(text[max(0, token.start - 4) : token.start]):
            upper.add(token.surface)
    return frozenset(upper), frozenset(lower)

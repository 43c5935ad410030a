"""What a question asks for: its terms, its names, the kind of answer and the form of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise

from assistant import english, expressions
from assistant.expressions import AnswerType
from assistant.matching import term_set
from index.words import Token, terms, tokens

GENERIC_TERMS = frozenset(term for noun in english.GENERIC_NOUNS for term in terms(noun))
_NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Question:
    """A question, taken apart.

    ``terms`` are its distinct content terms in order, ``surfaces`` the word each was written as.
    ``names`` are the terms of its capitalised words. ``asked`` are the terms of the noun after
    "what" or "which": what the answer is one of. ``entities`` are the names, each as its terms.
    ``subject`` are the terms of what does or has what is asked about, ``verb`` the term of what it
    does; both are guesses from the order of words, and empty where there is none.
    """

    text: str
    terms: tuple[str, ...]
    surfaces: dict[str, str]
    names: frozenset[str]
    asked: frozenset[str]
    answer_type: AnswerType
    entities: tuple[frozenset[str], ...] = ()
    subject: frozenset[str] = frozenset()
    verb: str = ""

    @property
    def bigrams(self) -> frozenset[tuple[str, str]]:
        """The terms that follow each other, two by two."""
        return frozenset(pairwise(self.terms))


def read_question(text: str) -> Question:
    """Take a question apart; nothing of the corpus is known here."""
    content = [token for token in tokens(text) if token.term]
    words = [t for t in content if t.surface not in english.GENERIC_WORDS] or content
    surfaces: dict[str, str] = {}
    for word in words:
        surfaces.setdefault(word.term, word.surface)
    return Question(
        text=text,
        terms=tuple(surfaces),
        surfaces=surfaces,
        names=_names(text, words),
        asked=_asked(text),
        answer_type=_answer_type(text),
        entities=_entities(text, frozenset(surfaces)),
        subject=_subject(text),
        verb=_verb(text),
    )


def _names(text: str, words: list[Token]) -> frozenset[str]:
    spans = list(expressions.names(text))
    return frozenset(
        word.term
        for word in words
        if any(s.start <= word.start < s.end for s in spans) and not text[word.start].islower()
    )


def _entities(text: str, terms_of_question: frozenset[str]) -> tuple[frozenset[str], ...]:
    found = [term_set(span.cut(text)) & terms_of_question for span in expressions.names(text)]
    return tuple(entity for entity in found if entity)


def _subject(text: str) -> frozenset[str]:
    """The terms of the first words, as many as a name has, after the auxiliary or before "'s"."""
    match = english.SUBJECT.search(text)
    if match is None:
        return frozenset()
    words = islice(tokens(match["subject"] or match["owner"]), _NAME_WORDS)
    return frozenset(token.term for token in words if token.term)


def _verb(text: str) -> str:
    """The term of the verb: the first content word after the subject's name, or after "who"."""
    match = english.MAIN_VERB.search(text)
    if match is None:
        return ""
    if match["verb"]:
        return next(iter(terms(match["verb"])), "")
    rest = match["rest"]
    first = next(expressions.names(rest), None)
    if first is None or terms(rest[: first.start]):
        return ""
    return next(iter(terms(rest[first.end :])), "")


def _asked(text: str) -> frozenset[str]:
    office = english.ASKED_OFFICE.match(text)
    if office is not None:
        return term_set(office["noun"])
    match = english.ASKED_NOUN.search(text)
    if match is None:
        return frozenset()
    return frozenset(
        token.term for token in tokens(match.group(1)) if token.term and not _is_generic(token)
    )


def _is_generic(token: Token) -> bool:
    """Whether an answer need not repeat the noun, in whatever number it stands."""
    return token.surface in english.GENERIC_NOUNS or token.term in GENERIC_TERMS


def _answer_type(text: str) -> AnswerType:
    for name, pattern in english.ANSWER_TYPES:
        if pattern.search(text):
            return name  # type: ignore[return-value]
    return "thing"

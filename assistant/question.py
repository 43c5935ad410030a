"""What a question asks for: its terms, its names, the kind of answer and the form of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise

from assistant import english, expressions
from assistant.expressions import AnswerType
from assistant.matching import term_set
from corpus.errors import QuestionRefused
from index.words import Token, terms, tokens

MAX_QUESTION_CHARS = 10_000
GENERIC_TERMS = frozenset(term for noun in english.GENERIC_NOUNS for term in terms(noun))
LIGHT_TERMS = frozenset(term for verb in english.LIGHT_VERBS for term in terms(verb))
SAYS_LITTLE = GENERIC_TERMS | LIGHT_TERMS
"""Terms that an answer need not hold."""
_NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Question:
    """A question, taken apart.

    ``terms`` are its distinct content terms in order, ``surfaces`` the word each was written as.
    ``names`` are the terms of its capitalised words. ``asked`` are the terms of the noun after
    "what" or "which": what the answer is one of. ``entities`` are the names, each as its terms.
    ``subject`` are the terms of what does or has what is asked about, ``verb`` the term of what it
    does; both are guesses from the order of words, and empty where there is none. ``counted`` are
    the terms of the noun after "how many".
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
    counted: frozenset[str] = frozenset()

    @property
    def keys(self) -> tuple[frozenset[str], ...]:
        """What is wanted of what the question names, noun and verb, each as its terms.

        Where things are counted the verb says little: "how many tackles did she make".
        """
        nouns = (self.counted or self.asked) - self.names
        verb = {self.verb} & set(self.terms) - SAYS_LITTLE - self.names
        return tuple(key for key in (nouns, frozenset(() if self.counted else verb)) if key)

    @property
    def bigrams(self) -> frozenset[tuple[str, str]]:
        """The terms that follow each other, two by two."""
        return frozenset(pairwise(self.terms))


def read_question(text: str) -> Question:
    """Take a question apart; nothing of the corpus is known here."""
    content = [t for t in tokens(text) if t.term and not english.LEFT_OVER.search(text[: t.end])]
    idioms = [match.span() for match in english.SAYING_NOTHING.finditer(text)]
    said = [t for t in content if not any(start <= t.start < end for start, end in idioms)]
    words = [token for token in said if not _says_nothing(token)] or content
    surfaces: dict[str, str] = {}
    for word in words:
        surfaces.setdefault(word.term, word.surface)
    known = frozenset(surfaces)
    office = _office(text)
    return Question(
        text=text,
        terms=tuple(surfaces),
        surfaces=surfaces,
        names=_names(text, words) - office,
        asked=_asked(text),
        answer_type=answer_type_of(text),
        entities=_entities(text, known - office),
        subject=_subject(text),
        verb=_verb(text),
        counted=_counted(text) & known,
    )


def _says_nothing(token: Token) -> bool:
    """Whether an answer need not hold a word, for it only frames the question."""
    is_generic = token.surface in english.GENERIC_WORDS
    return is_generic or english.NO_NAME.fullmatch(token.surface) is not None


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


def _office(text: str) -> frozenset[str]:
    """The terms of an office that is asked for by its name, though written like one: "CEO"."""
    office = english.ASKED_OFFICE.match(text)
    if office is not None:
        return term_set(office["noun"])
    first = next(tokens(text), None)
    leads = first is not None and text[first.start : first.end] in english.OFFICES
    return frozenset((first.term,)) if first and leads else frozenset()


def _counted(text: str) -> frozenset[str]:
    match = english.COUNTED_NOUN.search(text)
    return term_set(match["noun"]) - GENERIC_TERMS if match else frozenset()


def _asked(text: str) -> frozenset[str]:
    office = _office(text)
    if office:
        return office
    match = english.ASKED_NOUN.search(text)
    if match is None:
        return frozenset()
    return frozenset(
        token.term for token in tokens(match.group(1)) if token.term and not _is_generic(token)
    )


def _is_generic(token: Token) -> bool:
    """Whether an answer need not repeat the noun, in whatever number it stands."""
    return token.surface in english.GENERIC_NOUNS or token.term in GENERIC_TERMS


def answer_type_of(text: str) -> AnswerType:
    """What kind of expression ``text`` asks for; a thing where it has no form of its own.

    A question word inside the question asks for nothing: "what did the man who built it say?".
    """
    lead = english.LEADS_QUESTION.match(text)
    within = lead.end() if lead else len(text)
    for name, pattern in english.ANSWER_TYPES:
        for match in pattern.finditer(text):
            is_within = match.start() >= within and english.WITHIN_QUESTION.match(match.group())
            if not is_within or english.ASKS_ON.search(text[: match.start()]):
                return name  # type: ignore[return-value]
    return "thing"


def check_question(question: str, called: str = "question") -> None:
    """Refuse what cannot be a question, or a query, as it is ``called``.

    Raises:
        QuestionRefused: ``question`` is empty or longer than ``MAX_QUESTION_CHARS``.
    """
    if not question.strip():
        raise QuestionRefused(f"the {called} is empty; type one")
    if len(question) > MAX_QUESTION_CHARS:
        raise QuestionRefused(
            f"the {called} has {len(question):,} characters, more than {MAX_QUESTION_CHARS:,};"
            " shorten it"
        )

"""Every sentence of the retrieved passages, described by numbers that a score is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from assistant import english, expressions
from assistant.captions import breaks, read_captions
from assistant.correspondence import is_courtesy
from assistant.dimensions import dimensions, tells_length
from assistant.expressions import MEASURES
from assistant.matching import adjacent, coverage, strength, term_list, term_set, worst_match
from assistant.question import Question
from assistant.reading import Reading
from corpus.document import Span
from corpus.markup import plain_text
from index.passage import Chunk, FloatArray, Passage, SearchResult, Sentence

QUOTABLE = ("paragraph", "item", "row", "code")
"""The kinds of block whose sentences may be quoted: no heading, no note."""

FEATURES = (
    "cosine",
    "coverage",
    "context_coverage",
    "passage_score",
    "passage_first",
    "has_type",
    "lacks_type",
    "names",
    "names_in_context",
    "bigrams",
    "previous_coverage",
    "next_coverage",
    "asked",
    "novelty",
    "short",
    "anaphor",
    "defines",
    "worst",
    "is_subject",
    "other_subject",
    "verb",
    "subject_verb",
    "coverage_lead",
    "cosine_lead",
)
"""Names of the columns of ``Candidate.features``; none grows with the corpus.

All lie in 0..1 but for the two leads, which are what a sentence falls short of the best one by (at
most 0), and ``passage_score``, which is below 0 for a passage that points away from the question.
"""

_LEADS = {"coverage_lead": "coverage", "cosine_lead": "cosine"}
_OPENING_TERMS = 3
_SHORT_TERMS = 5
_NOVEL_TERMS = 8
_TITLE_WORDS = 12
_ENDED = re.compile(r"[.!?:;,…。！？][\"'”’)\]]*\Z")
_LABEL = re.compile(r"^(?:[A-Z]\w{1,12}:\s*|[A-Z][a-z]+\s+(?=(?:of|for|on|to|from|about)\b))")
"""What a line calls its value, or what it is: "Subject: ...", "Minutes of ..."."""
_IS_ONE = 0.6
"""The share of the question's terms that what is said of a name must hold."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, with the sentence before it and its features.

    ``text`` is plain, as a reader sees it. ``position``: of the sentence in ``chunk.sentences``.
    ``previous`` is empty where no quotable sentence stands before it. ``features``: shape
    (len(FEATURES),), float32. ``asked``: the question of the text that it is the first to answer.
    """

    passage: Passage
    position: int
    text: str
    previous: str
    features: FloatArray
    asked: str = ""

    @property
    def told(self) -> str:
        """What it says, together with the question that it answers."""
        return f"{self.asked} {self.text}" if self.asked else self.text

    @property
    def sentence(self) -> Sentence:
        return self.passage.chunk.sentences[self.position]

    def feature(self, name: str) -> float:
        return float(self.features[FEATURES.index(name)])


@dataclass(frozen=True, slots=True)
class _Words:
    """The terms in and around a sentence, short and long forms of one name taken as one.

    ``context``: of the sentence, the one before it and the headings above. ``around``: of the
    sentence after it, too.
    """

    own: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    context: frozenset[str]

    @property
    def around(self) -> frozenset[str]:
        return self.context | self.after


def describe_candidates(reading: Reading, result: SearchResult) -> list[Candidate]:
    """All quotable sentences of the passages, in rank and reading order."""
    found = [
        candidate
        for rank, passage in enumerate(result.passages)
        for candidate in _of_passage(reading, passage, rank)
    ]
    if not found:
        return []
    table = np.stack([candidate.features for candidate in found])
    for lead, name in _LEADS.items():
        column = table[:, FEATURES.index(name)]
        table[:, FEATURES.index(lead)] = column - column.max()
    return [replace(c, features=row) for c, row in zip(found, table, strict=True)]


def _of_passage(reading: Reading, passage: Passage, rank: int) -> Iterator[Candidate]:
    """The candidates of one passage; what they lead by is not known yet."""
    chunk = passage.chunk
    texts = [plain_text(chunk.sentence_text(s), chunk.markup) for s in chunk.sentences]
    above = term_set(" ".join((chunk.title, *chunk.heading)))
    captions = read_captions(chunk, texts)
    for i, sentence in enumerate(chunk.sentences):
        if sentence.kind not in QUOTABLE or not texts[i]:
            continue
        if captions.is_caption[i] and not _is_measured(reading.question, texts[i]):
            continue
        if is_courtesy(texts[i]) or _is_title_only(reading.question, chunk, texts, i):
            continue
        before = texts[i - 1] if i and chunk.sentences[i - 1].kind in QUOTABLE else ""
        after = texts[i + 1] if i + 1 < len(texts) else ""
        asked = captions.answers[i]
        told = f"{asked} {texts[i]}" if asked else texts[i]
        own = reading.expand(term_set(told)) | dimensions(texts[i])
        context = reading.expand(own | term_set(before) | above | term_set(captions.over[i]))
        words = _Words(own, term_set(before), term_set(after), context)
        features = {
            "cosine": max(0.0, *_cosines(passage, texts, i, asked)),
            "passage_score": passage.score,
            "passage_first": 1.0 / (1 + rank),
            **_word_features(reading, words, texts[i]),
            **_name_features(reading, words, texts[i]),
            **_kind_features(reading.question, texts[i]),
            **dict.fromkeys(_LEADS, 0.0),
        }
        row = np.array([features[name] for name in FEATURES], np.float32)
        yield Candidate(passage, i, texts[i], before, row, asked)


def _cosines(passage: Passage, texts: Sequence[str], i: int, asked: str) -> Iterator[float]:
    """How near a sentence comes to the question, and the question of the text that it answers."""
    yield passage.sentence_cosines[i]
    if asked:
        yield passage.sentence_cosines[texts.index(asked)]


def _is_measured(question: Question, text: str) -> bool:
    """Whether a caption gives the date or number that is asked for."""
    measured = question.answer_type in MEASURES and not text.endswith("?")
    return measured and has_type(question, text)


def _is_title_only(question: Question, chunk: Chunk, texts: Sequence[str], i: int) -> bool:
    """Whether a line by itself that no mark ends says nothing but words of the question, or, where
    a name or a measure is asked for, gives none.
    """
    text = texts[i]
    if chunk.sentences[i].kind != "paragraph" or _ENDED.search(text):
        return False
    around = chunk.sentences[max(0, i - 1) : i + 2]
    alone = all(breaks(chunk, a, b) for a, b in pairwise(around))
    if len(text.split()) > _TITLE_WORDS or not alone:
        return False
    if term_set(text) <= set(question.terms):
        return True
    is_typed = question.answer_type in (*MEASURES, "person")
    return is_typed and not has_type(question, _LABEL.sub("", text))


def _word_features(reading: Reading, words: _Words, text: str) -> dict[str, float]:
    """How well the sentence and what stands around it meet the words of the question."""
    question, weights = reading.question, reading.weights
    return {
        "coverage": coverage(weights, words.own),
        "context_coverage": coverage(weights, words.around),
        "previous_coverage": coverage(weights, words.before),
        "next_coverage": coverage(weights, words.after),
        "worst": worst_match(weights, words.around),
        "bigrams": adjacent(question.bigrams, term_list(text)),
        "asked": max((strength(term, words.own) for term in question.asked), default=0.0),
        "novelty": min(1.0, len(words.own - set(question.terms)) / _NOVEL_TERMS),
        "short": float(len(words.own) < _SHORT_TERMS),
        "verb": strength(question.verb, words.own) if question.verb else 0.5,
    }


def _name_features(reading: Reading, words: _Words, text: str) -> dict[str, float]:
    """Whether the names of the question stand here, and which of them leads the sentence."""
    question = reading.question
    names = {term: reading.weights.get(term, 1.0) for term in question.names}
    mine, theirs = _subject_match(question, text)
    return {
        "names": coverage(names, words.own) if names else 0.5,
        "names_in_context": coverage(names, words.context) if names else 0.5,
        "is_subject": mine,
        "other_subject": theirs,
        "subject_verb": mine * strength(question.verb, words.own) if question.verb else 0.0,
    }


def _kind_features(question: Question, text: str) -> dict[str, float]:
    """Whether the sentence is of the kind that answers."""
    wanted = question.answer_type
    is_typed = wanted not in ("thing", "definition")
    holds = is_typed and has_type(question, text)
    return {
        "has_type": float(holds),
        "lacks_type": float(is_typed and not holds),
        "anaphor": float(english.ANAPHOR.match(text) is not None),
        "defines": float(wanted == "definition" and _defines(question, text)),
    }


def _subject_match(question: Question, text: str) -> tuple[float, float]:
    """Whether the sentence opens with the question's subject, and whether with another name of it.

    0 for both where the question's subject is no name of it. A sentence that opens with both
    names together, "A and B ...", counts half.
    """
    owner = next((e for e in question.entities if e & question.subject), None)
    if owner is None or len(question.entities) < 2:
        return 0.0, 0.0
    others = frozenset().union(*question.entities) - owner
    opening = term_list(text)[:_OPENING_TERMS]
    mine = any(term in owner for term in opening)
    theirs = any(term in others for term in opening)
    if mine and theirs:
        return 0.5, 0.5
    return float(mine), float(theirs)


def has_type(question: Question, text: str) -> bool:
    """Whether ``text`` holds an expression of the wanted kind that the question does not."""
    if question.answer_type == "example" and _is_instance(question, text):
        return True
    if question.answer_type == "duration" and tells_length(question.text, text):
        return True
    return next(find_new(question, text), None) is not None


def _is_instance(question: Question, text: str) -> bool:
    """Whether ``text`` says of a name that it is one of what the question asks an example of."""
    match = english.IS_A.search(text)
    if match is None or next(expressions.names(text[: match.start()]), None) is None:
        return False
    said = term_set(text[match.end() :])
    return bool(question.terms) and sum(t in said for t in question.terms) >= 0.6 * len(
        question.terms
    )


def find_new(question: Question, text: str) -> Iterator[Span]:
    """The expressions of the wanted kind in ``text``, those of the question's own words aside."""
    for span in expressions.find(question.answer_type, text):
        own = term_set(span.cut(text))
        if not own or not own <= set(question.terms):
            yield span


def _defines(question: Question, text: str) -> bool:
    """Whether ``text`` says what its own subject is, and the question asks for that subject."""
    match = english.DEFINES.search(text)
    if match is None:
        return False
    subject = term_set(text[: match.start()])
    return bool(subject) and sum(t in subject for t in question.terms) >= 0.5 * len(question.terms)

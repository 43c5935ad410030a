"""Every sentence of the retrieved passages, described by numbers that a score is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from assistant import english, expressions
from assistant.matching import adjacent, coverage, strength, term_list, term_set, worst_match
from assistant.question import Question
from assistant.reading import Reading
from corpus.markup import plain_text
from index.passage import FloatArray, Passage, SearchResult, Sentence

_OPENING_TERMS = 3
QUOTABLE = ("paragraph", "item", "row", "code")

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
    "coverage_lead",
    "cosine_lead",
)
"""Names of the columns of ``Candidate.features``; all lie in 0..1 and none grows with the corpus."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, with the sentence before it and its features.

    ``text`` is plain, as a reader sees it. ``features``: shape (len(FEATURES),), float32.
    """

    passage: Passage
    rank: int
    position: int
    text: str
    previous: str
    features: FloatArray

    @property
    def sentence(self) -> Sentence:
        return self.passage.chunk.sentences[self.position]

    def feature(self, name: str) -> float:
        return float(self.features[FEATURES.index(name)])


def describe_candidates(
    reading: Reading, result: SearchResult
) -> list[Candidate]:
    """All quotable sentences of the passages, in rank and reading order."""
    rows: list[tuple[Passage, int, int, str, str, list[float]]] = []
    for rank, passage in enumerate(result.passages):
        rows.extend(_of_passage(reading, passage, rank))
    if not rows:
        return []
    table = np.array([row[-1] for row in rows], dtype=np.float32)
    for source, lead in (("coverage", "coverage_lead"), ("cosine", "cosine_lead")):
        column = table[:, FEATURES.index(source)]
        table[:, FEATURES.index(lead)] = column - column.max()
    return [Candidate(*row[:-1], features) for row, features in zip(rows, table, strict=True)]


def _of_passage(
    reading: Reading, passage: Passage, rank: int
) -> list[tuple[Passage, int, int, str, str, list[float]]]:
    chunk = passage.chunk
    texts = [plain_text(chunk.sentence_text(s), chunk.markup) for s in chunk.sentences]
    above = term_set(" ".join((chunk.title, *chunk.heading)))
    describe = _describer(reading, passage, above)
    rows = []
    for i, sentence in enumerate(chunk.sentences):
        if sentence.kind not in QUOTABLE or not texts[i]:
            continue
        before = texts[i - 1] if i and chunk.sentences[i - 1].kind in QUOTABLE else ""
        after = texts[i + 1] if i + 1 < len(texts) else ""
        features = describe(texts[i], before, after, passage.sentence_cosines[i], rank)
        rows.append((passage, rank, i, texts[i], before, features))
    return rows


def _describer(
    reading: Reading, passage: Passage, above: frozenset[str]
) -> Callable[[str, str, str, float, int], list[float]]:
    question, weights = reading.question, reading.weights
    names = {term: weights.get(term, 1.0) for term in question.names}
    wanted = question.answer_type
    typed = wanted not in ("thing", "definition")

    def describe(text: str, before: str, after: str, cosine: float, rank: int) -> list[float]:
        own = reading.expand(term_set(text))
        context = reading.expand(own | term_set(before) | above)
        found = typed and has_type(question, text)
        return [
            max(0.0, cosine),
            coverage(weights, own),
            coverage(weights, context | term_set(after)),
            passage.score,
            1.0 / (1 + rank),
            float(found),
            float(typed and not found),
            coverage(names, own) if names else 0.5,
            coverage(names, context) if names else 0.5,
            adjacent(question.bigrams, term_list(text)),
            coverage(weights, term_set(before)),
            coverage(weights, term_set(after)),
            max((strength(t, own) for t in question.asked), default=0.0),
            min(1.0, len(own - set(question.terms)) / 8),
            float(len(own) < 5),
            float(english.ANAPHOR.match(text) is not None),
            float(wanted == "definition" and _defines(question, text)),
            worst_match(weights, context | term_set(after)),
            *_subject_match(question, text),
            0.0,
            0.0,
        ]

    return describe


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
    for span in expressions.find(question.answer_type, text):
        if not term_set(span.cut(text)) <= set(question.terms) or not term_set(span.cut(text)):
            return True
    return False


def _defines(question: Question, text: str) -> bool:
    """Whether ``text`` says what its own subject is, and the question asks for that subject."""
    match = english.DEFINES.search(text)
    if match is None:
        return False
    subject = term_set(text[: match.start()])
    return bool(subject) and sum(t in subject for t in question.terms) >= 0.5 * len(question.terms)

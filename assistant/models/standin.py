"""Support by words alone: every number and nearly every word in one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.matching import term_set
from corpus.document import Span
from index.index import Index
from index.passage import Passage

_NUMBER = re.compile(r"\d+")
_ENOUGH = 0.8


@dataclass(frozen=True, slots=True)
class SupportingSentence:
    """A sentence of a document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Support:
    """Whether sentences support a statement, how well, what is missing, and which they are."""

    supported: bool
    value: float
    reasons: tuple[str, ...]
    sentences: tuple[SupportingSentence, ...]


def check(sentence: str, passages: Sequence[Passage], _index: Index) -> Support:
    """Whether one sentence of ``passages`` holds what ``sentence`` says."""
    wanted, numbers = term_set(sentence), set(_NUMBER.findall(sentence))
    best = 0.0
    found: tuple[SupportingSentence, ...] = ()
    for passage in passages:
        for place in passage.chunk.sentences:
            text = passage.chunk.sentence_text(place)
            if not wanted or numbers - set(_NUMBER.findall(text)):
                continue
            met = len(wanted & term_set(text)) / len(wanted)
            if met > best:
                best, found = met, (SupportingSentence(passage.chunk.document, place.span),)
    return Support(best >= _ENOUGH, best, (), found)

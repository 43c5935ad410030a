"""The values of drafting: a question with its facts, and the place it was drafted from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.document import Span

Kind = Literal[
    "when",
    "who",
    "where",
    "number",
    "definition",
    "attribute",
    "what",
    "why",
    "list",
    "table",
    "abbreviation",
]
KINDS: tuple[Kind, ...] = (
    "when",
    "who",
    "number",
    "list",
    "definition",
    "where",
    "why",
    "table",
    "attribute",
    "what",
    "abbreviation",
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A question in words, and each of its facts in accepted spellings."""

    kind: Kind
    question: str
    facts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a document, and its text character for character."""

    document: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted question with the places that answer it."""

    wording: Wording
    sources: tuple[Source, ...]

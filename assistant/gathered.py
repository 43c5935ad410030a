"""A list that is wanted, and what was gathered for it, with how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant import english
from assistant.answer import Statement
from assistant.forms import Form
from assistant.giving import Giving, read_items
from assistant.matching import strength, term_set
from assistant.question import GENERIC_TERMS
from assistant.reading import Reading
from assistant.scattered import SAID
from assistant.scoring import Scored
from assistant.view import View
from index.passage import Passage

MAX_ITEMS = 7
_UNSAID, _READ = 0.75, 0.5


@dataclass(frozen=True)
class Wanted:
    """A list that is asked for: its form, and the ranked sentences it may be among; at most so
    many items.
    """

    form: Form
    reading: Reading
    ranked: Sequence[Scored]
    view: View
    most: int

    @cached_property
    def likely(self) -> list[Giving]:
        """The best sentences with the chance that each gives an item, read when first wanted."""
        return read_items(self.reading, self.ranked, self.view.index)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The items, and how sure they are; null where that is for the sentences' scores to say.

    ``doubt`` is what those are multiplied by: less than 1 where no item is said to be what is
    listed. ``is_whole``: the documents say or show that there are no more items. ``chance``: that
    the likeliest of the best sentences gives an item.
    """

    statements: tuple[Statement, ...]
    confidence: float | None = None
    doubt: float = 1.0
    is_whole: bool = False
    chance: float = 0.0

    @property
    def is_read(self) -> bool:
        """Whether a sentence is read as giving an item, and no more speaks against it than that no
        item says to be what is listed.
        """
        return self.chance >= _READ and self.doubt >= _UNSAID


def doubt_of(form: Form, reading: Reading, items: Sequence[Statement]) -> float:
    """Less than 1 where no item, nor a heading over one, says to be what is listed, and none
    enumerates.
    """
    if form.noun not in reading.weights or form.noun in GENERIC_TERMS:
        return 1.0
    for item in items:
        above = " ".join(item.citations[0].heading)
        said = strength(form.noun, reading.expand(term_set(f"{item.text} {above}"))) >= SAID
        if said or english.ENUMERATION.search(item.text):
            return 1.0
    return _UNSAID


def passages_of(ranked: Sequence[Scored]) -> list[Passage]:
    """The passages of the candidates, each once, in their order."""
    return list({s.candidate.passage.chunk.id: s.candidate.passage for s in ranked}.values())


def hashes_of(ranked: Sequence[Scored]) -> dict[str, str]:
    """The hash of each document, in the order of their best candidates."""
    found: dict[str, str] = {}
    for scored in ranked:
        passage = scored.candidate.passage
        found.setdefault(passage.chunk.document, passage.sha256)
    return found

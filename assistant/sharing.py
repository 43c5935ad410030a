"""Two sentences that share a name: how they are told, and which names can be shared."""

from __future__ import annotations

from dataclasses import dataclass

from assistant import english
from assistant.answer import Statement
from assistant.draft import Draft, frame
from assistant.english_requests import NATIONALITIES
from assistant.expressions import names
from assistant.matching import term_set
from assistant.scoring import Scored
from assistant.texts import STEPS
from assistant.view import View

_RARE = 0.1
"""A single word that is less rare in general English is taken for no name."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that share ``name``, each with what stands before it for its sake."""

    name: str
    first: tuple[Statement, ...]
    second: tuple[Statement, ...]
    worth: float
    confidence: float

    @property
    def draft(self) -> Draft:
        is_name = self.name != self.name.lower()
        name = self.name if is_name else f"“{self.name}”"
        key = self._place_of_name()
        place = self._place_above(self.second) if key == "over" else self.place
        line = frame(STEPS[key].format(name=name, place=place))
        return Draft("answered", "sentence", (line, *self.first, *self.second), self.confidence)

    @property
    def place(self) -> str:
        """The heading or title with the name that the first sentence stands under; else empty."""
        return self._place_above(self.first)

    @property
    def is_told(self) -> bool:
        """Whether a line can say what the two share."""
        key = self._place_of_name()
        is_same = self.place == self._place_above(self.second)
        is_first = key in ("under", "within") or self._is_in(self.first)
        return is_first and key != "behind" and (key != "within" or is_same)

    def _place_above(self, told: tuple[Statement, ...]) -> str:
        if not told:
            return ""
        cited = told[-1].citations[0]
        above = (*reversed(cited.heading), cited.title)
        return next((place for place in above if self.name in place), "")

    def _is_in(self, told: tuple[Statement, ...]) -> bool:
        return any(self.name.casefold() in s.text.casefold() for s in told)

    def _place_of_name(self) -> str:
        name = self.name.casefold()
        is_first, is_second = self._is_in(self.first), self._is_in(self.second)
        if name == self.name and not is_first:
            return "word"
        if self.place and not is_first:
            return "under" if is_second or not self._place_above(self.second) else "within"
        if all(name in told[-1].text.casefold() for told in (self.first, self.second)):
            return "both"
        if is_second:
            return "near"
        return "over" if self._place_above(self.second) else "behind"


def named(name: str, text: str) -> str:
    """``name`` as ``text`` gives it, whole or in part; empty where it does not."""
    is_written = name in text or name == name.lower() or name.lower() not in text
    if term_set(name) <= term_set(text) and is_written:
        return name
    parts = (span.cut(text) for span in names(text))
    return next((part for part in parts if term_set(part) < term_set(name)), "")


def is_new(name: str, known: frozenset[str]) -> bool:
    """Whether a name is none of a people, no date, and not made of known words alone."""
    is_other = name.lower() in NATIONALITIES or english.DATE.fullmatch(name) is not None
    return not is_other and not term_set(name) <= known


def is_common(name: str, view: View) -> bool:
    """Whether a name is one common word, which mostly has its capital for opening a line."""
    return " " not in name and view.index.rarity(name.lower()) < _RARE


def place_of(scored: Scored) -> tuple[str, int]:
    """The document of a sentence, and where in it the sentence starts."""
    chunk = scored.candidate.passage.chunk
    return chunk.document, scored.candidate.sentence.span.start

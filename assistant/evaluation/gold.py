"""Gold quotes: where in the documents a case's evidence stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.evaluation.cases import Case, Evidence
from corpus.document import Span
from corpus.errors import DocumentUnknown
from index.passage import Place

ReadText = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One quote of a case's evidence, found in its document.

    ``places`` holds at least one: each place where the quote stands, or the one that the evidence
    names with ``start``. To find any of them is to find the quote.
    """

    places: tuple[Place, ...]

    @property
    def length(self) -> int:
        return self.places[0].span.length


@dataclass(frozen=True, slots=True)
class Gold:
    """The quotes of one case in the order of its evidence.

    ``missing`` says in one sentence which quote was not found; then ``quotes`` is empty, and what
    is measured against quotes is undefined for the case.
    """

    quotes: tuple[GoldQuote, ...] = ()
    missing: str | None = None


NO_GOLD = Gold()


def locate_gold(case: Case, read_text: ReadText) -> Gold:
    """Find each quote of ``case.evidence`` in its document's text."""
    quotes = []
    for evidence in case.evidence:
        try:
            text = read_text(evidence.document)
        except DocumentUnknown:
            return Gold(missing=f"case {case.id}: no document {evidence.document!r} in the index")
        places = tuple(Place(evidence.document, span) for span in _find(evidence, text))
        if not places:
            where = f"{evidence.document!r} does not hold the quote {_short(evidence.quote)!r}"
            return Gold(missing=f"case {case.id}: {where}")
        quotes.append(GoldQuote(places))
    return Gold(tuple(quotes))


def settle(quotes: Sequence[GoldQuote], found: Sequence[Place]) -> tuple[Place, ...]:
    """For each quote the one of its places that ``found`` covers best, the first where all tie."""
    return tuple(max(quote.places, key=lambda at: len(covered(at, found))) for quote in quotes)


def covered(wanted: Place, found: Sequence[Place]) -> frozenset[int]:
    """The offsets of ``wanted`` that lie in any of ``found``."""
    offsets: set[int] = set()
    for place in found:
        if place.document == wanted.document:
            start = max(place.span.start, wanted.span.start)
            offsets.update(range(start, min(place.span.end, wanted.span.end)))
    return frozenset(offsets)


def _find(evidence: Evidence, text: str) -> tuple[Span, ...]:
    """The spans of the quote; with ``start`` only the nearest to it.

    Nearest, for offsets of the file itself may count carriage returns that the text has no more.
    """
    spans = tuple(_occurrences(evidence.quote, text))
    if evidence.start is None or not spans:
        return spans
    start = evidence.start
    return (min(spans, key=lambda span: abs(span.start - start)),)


def _occurrences(quote: str, text: str) -> Iterator[Span]:
    at = text.find(quote)
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1)


def _short(quote: str) -> str:
    return quote if len(quote) <= 60 else f"{quote[:57]}..."

"""Quotes cut where cited and expected text overlap, so that the overlap can be marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.answer import Answer, Citation
from assistant.evaluation.citing import cited_places
from assistant.evaluation.gold import Gold, covered, settle
from corpus.document import Span
from index.passage import Place
from ui.report.markup import Markup, element, join


def render_gold(gold: Gold, answer: Answer, quotes: Sequence[tuple[str, str]]) -> Iterator[Markup]:
    """Each expected quote with its document; what the answer cites of it is marked.

    ``quotes``: document and quote of each piece of evidence, in the order of ``gold``; where the
    gold was not found, they are shown without marks.
    """
    found = cited_places(answer)
    places: Sequence[Place | None] = settle(gold.quotes, found) or [None] * len(quotes)
    for place, (document, quote) in zip(places, quotes, strict=True):
        marked = covered(place, found) if place else frozenset()
        start = place.span.start if place else 0
        yield _quote(place.document if place else document, start, quote, marked)


def render_citation(number: int, citation: Citation, gold: Gold) -> Markup:
    """A cited quote with its number and document; what was expected of it is marked."""
    own = Place(citation.document, Span(citation.start, citation.end))
    wanted = [place for quote in gold.quotes for place in quote.places]
    marked = covered(own, wanted)
    return _quote(f"[{number}] {citation.document}", citation.start, citation.quote, marked)


def _quote(name: str, start: int, quote: str, marked: frozenset[int]) -> Markup:
    parts = [
        element("mark", text) if is_marked else join(text)
        for is_marked, text in _parts(quote, start, marked)
    ]
    cite = element("cite", f"{name}:{start}-{start + len(quote)}")
    return element("blockquote", element("p", *parts), cite)


def _parts(quote: str, start: int, marked: frozenset[int]) -> Iterator[tuple[bool, str]]:
    """The quote in runs of marked and unmarked characters."""
    runs = groupby(range(len(quote)), key=lambda i: start + i in marked)
    for is_marked, offsets in runs:
        yield is_marked, "".join(quote[i] for i in offsets)

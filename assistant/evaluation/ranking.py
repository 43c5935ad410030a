"""Ranking metrics of one case, over places in documents: what was found, and how high it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2

from assistant.evaluation.gold import GoldQuote, covered, settle
from corpus.document import Span
from index.passage import Chunk, Passage, Place

HALF = 0.5


@dataclass(frozen=True, slots=True)
class Ranked:
    """One ranked passage as the metrics see it: every place it stands for, all of one length.

    The first place is the passage's own; the others are where the same text stands again.
    """

    places: tuple[Place, ...]

    @classmethod
    def of(cls, passage: Passage) -> Ranked:
        own = Place(passage.chunk.document, passage.chunk.span)
        return cls((own, *passage.also))

    @property
    def length(self) -> int:
        return self.places[0].span.length

    def cut(self, length: int) -> Ranked:
        """The first ``length`` characters of the passage, at every place."""
        return Ranked(
            tuple(
                Place(at.document, Span(at.span.start, min(at.span.end, at.span.start + length)))
                for at in self.places
            )
        )


@dataclass(frozen=True, slots=True)
class CharacterShares:
    """How much of the gold was found, and how much of what was found is gold, in characters.

    ``precision`` is None where nothing was found.
    """

    recall: float
    precision: float | None
    iou: float


def recall(quotes: Sequence[GoldQuote], ranked: Sequence[Ranked], k: int) -> float:
    """The share of gold quotes of which at least half lies in the union of the first ``k``."""
    return share_of_quotes(quotes, _places(ranked[:k]))


def share_of_quotes(quotes: Sequence[GoldQuote], found: Sequence[Place]) -> float:
    """The share of gold quotes of which ``found`` holds at least half of the characters."""
    held = [len(covered(at, found)) >= HALF * at.span.length for at in settle(quotes, found)]
    return sum(held) / len(held)


def reciprocal_rank(quotes: Sequence[GoldQuote], ranked: Sequence[Ranked], k: int) -> float:
    """One over the rank of the first relevant passage; 0 where none of the first ``k`` is."""
    for rank, passage in enumerate(ranked[:k], start=1):
        if is_relevant(passage.places, quotes):
            return 1 / rank
    return 0.0


def ndcg(
    quotes: Sequence[GoldQuote], ranked: Sequence[Ranked], k: int, *, n_relevant: int
) -> float:
    """Normalised discounted cumulative gain of relevant or not, Järvelin & Kekäläinen 2002.

    ``n_relevant`` is how many relevant passages the whole index holds.
    """
    gains = [is_relevant(passage.places, quotes) for passage in ranked[:k]]
    ideal = min(k, max(n_relevant, sum(gains)))
    if not ideal:
        return 0.0
    return _discounted(gains) / _discounted([True] * ideal)


def count_relevant(quotes: Sequence[GoldQuote], chunks: Sequence[Chunk]) -> int:
    """How many of ``chunks`` are relevant. Equal texts count once: a search shows them once."""
    return len(
        {
            chunk.text
            for chunk in chunks
            if is_relevant((Place(chunk.document, chunk.span),), quotes)
        }
    )


def is_relevant(places: Sequence[Place], quotes: Sequence[GoldQuote]) -> bool:
    """Whether any place holds at least half of a quote, or a quote fills at least half of it."""
    return any(
        overlap >= HALF * min(at.span.length, gold.span.length)
        for at in places
        for quote in quotes
        for gold in quote.places
        if at.document == gold.document and (overlap := at.span.overlap(gold.span))
    )


def characters(quotes: Sequence[GoldQuote], ranked: Sequence[Ranked]) -> CharacterShares:
    """Recall, precision and intersection over union in characters, Smith & Troynikov 2024.

    A gold character counts once however often it was found; passages count with their whole
    length, once for all of their places.
    """
    found = _places(ranked)
    gold = settle(quotes, found)
    wanted = {(at.document, i) for at in gold for i in range(at.span.start, at.span.end)}
    hits = {(at.document, i) for at in gold for i in covered(at, found)}
    length = max(sum(passage.length for passage in ranked), len(hits))
    return CharacterShares(
        recall=len(hits) / len(wanted),
        precision=len(hits) / length if length else None,
        iou=len(hits) / (len(wanted) + length - len(hits)),
    )


def within_budget(ranked: Sequence[Ranked], budget: int) -> tuple[Ranked, ...]:
    """The first passages, ``budget`` characters in all; the last one is cut to what is left."""
    return tuple(_spend(ranked, budget))


def _spend(ranked: Sequence[Ranked], budget: int) -> Iterator[Ranked]:
    for passage in ranked:
        if budget <= 0:
            return
        yield passage.cut(budget)
        budget -= passage.length


def _places(ranked: Sequence[Ranked]) -> tuple[Place, ...]:
    return tuple(place for passage in ranked for place in passage.places)


def _discounted(gains: Sequence[bool]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, start=1))

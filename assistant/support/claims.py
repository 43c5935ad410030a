"""A sentence cut into what it claims: clauses with their words, numbers, dates, names, quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.support.amounts import Amount, find_amounts
from assistant.support.dates import Date, find_dates
from assistant.support.english_claims import LINKS
from assistant.support.names import Name, find_names
from assistant.support.wording import Word, has_verb, quoted_words, read_words
from corpus.document import Span

_MIN_TERMS = 2


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that can be true or false by itself, as far as commas and links tell.

    ``words`` are all its words; ``terms`` the content words that are in no name, number or date.
    """

    text: str
    span: Span
    words: tuple[Word, ...]
    terms: tuple[Word, ...]
    amounts: tuple[Amount, ...]
    dates: tuple[Date, ...]
    names: tuple[Name, ...]
    quotes: tuple[str, ...]


@lru_cache(maxsize=4096)
def read_clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of ``sentence``, in order; together they hold every word of it, each once."""
    return tuple(_clause(sentence, span) for span in _spans(sentence))


def _spans(sentence: str) -> Iterator[Span]:
    """Fragments between links; one without a verb, or of few words, goes with its neighbour."""
    cuts = [0, *(match.end() for match in LINKS.finditer(sentence)), len(sentence)]
    parts = [Span(a, b) for a, b in pairwise(cuts) if a < b]
    words = read_words(sentence)
    start, pending = 0, None
    for part in parts:
        if pending is None:
            start, pending = part.start, part
            continue
        if _stands_alone(words, part) and _stands_alone(words, Span(start, pending.end)):
            yield Span(start, pending.end)
            start = part.start
        pending = part
    if pending is not None:
        yield Span(start, pending.end)


def _stands_alone(words: Sequence[Word], span: Span) -> bool:
    inside = [word for word in words if span.start <= word.start < span.end]
    return sum(bool(word.term) for word in inside) >= _MIN_TERMS and has_verb(inside)


def _clause(sentence: str, span: Span) -> Clause:
    dates = [date for date in find_dates(sentence) if _within(date.span, span)]
    amounts = [
        amount
        for amount in find_amounts(sentence)
        if _within(amount.span, span) and not any(amount.span.overlap(d.span) for d in dates)
    ]
    names = [name for name in find_names(sentence) if _within(name.span, span)]
    words = tuple(w for w in read_words(sentence) if span.start <= w.start < span.end)
    taken = [*(d.span for d in dates), *(a.span for a in amounts)]
    taken += [name.span for name in names if not name.opens]
    terms = tuple(w for w in words if w.term and not any(s.start <= w.start < s.end for s in taken))
    return Clause(
        text=span.cut(sentence),
        span=span,
        words=words,
        terms=terms,
        amounts=tuple(amounts),
        dates=tuple(dates),
        names=tuple(names),
        quotes=quoted_words(span.cut(sentence)),
    )


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start < outer.end

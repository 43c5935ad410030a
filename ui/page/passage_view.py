"""A passage as the page draws it, and why it stands where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.words import tokens
from ui import layout, messages

if TYPE_CHECKING:
    from corpus.document import Span
    from index.index import Index
    from index.passage import Passage

Json = dict[str, Any]
EXCERPT_CHARS = 320
DEEPEST = 2_000
"""A passage that a user points at is looked for among so many."""
HASH_CHARS = 12


def passage_view(passage: Passage, query: str) -> Json:
    """Where a passage is, how it begins, and how it was found."""
    chunk = passage.chunk
    return {
        "document": chunk.document,
        "title": chunk.title,
        "heading": list(chunk.heading),
        "page": chunk.page,
        "start": chunk.span.start,
        "end": chunk.span.end,
        "sha256": passage.sha256,
        "h": passage.sha256[:HASH_CHARS],
        "excerpt": layout.excerpt(chunk, EXCERPT_CHARS),
        "found": found_view(passage, query),
    }


def found_view(passage: Passage, query: str) -> Json:
    """The scores of a passage, with the words of the query that it holds and those it lacks.

    The words of its title and headings count: they are searched with it.
    """
    held, missing = matched_words(query, passage.chunk.embedded or passage.chunk.text)
    return {
        "score": round(passage.score, 3),
        "dense": round(passage.dense, 3),
        "dense_rank": passage.dense_rank,
        "lexical": round(passage.lexical, 2),
        "lexical_rank": passage.lexical_rank,
        "words": held,
        "missing": missing,
    }


def matched_words(query: str, text: str) -> tuple[list[str], list[str]]:
    """The words of ``query`` that ``text`` holds in any form, and those it does not; in order.

    >>> matched_words("Who are the partners of Merck?", "Merck is a partner.")
    (['partners', 'Merck'], [])
    """
    held = {token.term for token in tokens(text) if token.term}
    asked: dict[str, str] = {}
    for token in tokens(query):
        if token.term:
            asked.setdefault(token.term, query[token.start : token.end])
    return (
        [word for term, word in asked.items() if term in held],
        [word for term, word in asked.items() if term not in held],
    )


def standing(index: Index, query: str, document: str, span: Span) -> Json:
    """How the passage that a user points at did for ``query``: its rank and scores, in words too.

    Raises:
        DocumentUnknown: there is no document of that name.
    """
    chunks = index.chunks(document)
    chunk = max(chunks, key=lambda c: (c.span.overlap(span), -abs(c.span.start - span.start)))
    ranked = index.search(query, k=min(index.n_chunks, DEEPEST)).passages
    places = [_places(passage) for passage in ranked]
    found = [n for n, held in enumerate(places) if (chunk.document, chunk.span) in held]
    if not found:
        return {"sentence": messages.STANDING_BEYOND.format(n=len(ranked)), "found": None}
    passage = ranked[found[0]]
    sentence = messages.STANDING.format(rank=found[0] + 1, n=index.n_chunks)
    return {
        "sentence": f"{sentence} {_difference(passage, ranked[0])}".strip(),
        "rank": found[0] + 1,
        "found": found_view(passage, query),
        "best": found_view(ranked[0], query),
    }


def _places(passage: Passage) -> set[tuple[str, Span]]:
    own = (passage.chunk.document, passage.chunk.span)
    return {own, *((place.document, place.span) for place in passage.also)}


def _difference(passage: Passage, best: Passage) -> str:
    """What the best passage has over ``passage``."""
    if passage is best:
        return messages.STANDING_BEST
    nearer, worded = best.dense > passage.dense, best.lexical > passage.lexical
    key = {(True, True): "both", (True, False): "meaning", (False, True): "words"}
    return messages.STANDING_BEHIND[key.get((nearer, worded), "sentence")]

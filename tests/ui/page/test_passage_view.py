"""Why a passage was found, and why another was not."""

from __future__ import annotations

from typing import Any

from corpus.document import Span
from tests.ui.standin import NearestSentence
from ui.page.passage_view import passage_view, standing

QUERY = "Which sailors tie the ropes of zeppelins?"


def test_a_passage_shows_its_ranks_scores_and_words(standin: NearestSentence) -> None:
    passage = standin.search(QUERY).passages[0]
    view = passage_view(passage, QUERY)
    assert view["heading"] == ["Crew"]
    assert view["excerpt"] == "A captain commands each ferry. Two sailors tie the ropes."
    assert view["found"] == {
        "score": round(passage.score, 3),
        "dense": round(passage.dense, 3),
        "dense_rank": passage.dense_rank,
        "lexical": round(passage.lexical, 2),
        "lexical_rank": 1,
        "words": ["sailors", "tie", "ropes"],
        "missing": ["zeppelins"],
    }


def stands(standin: NearestSentence, document: str, quote: str) -> dict[str, Any]:
    start = standin.index.document(document)[1].index(quote)
    return standing(standin.index, QUERY, document, Span(start, start + len(quote)))


def test_a_passage_pointed_at_says_how_far_behind_it_is_and_why(standin: NearestSentence) -> None:
    found = standin.search(QUERY).passages
    rank = next(n for n, p in enumerate(found, 1) if p.chunk.document == "harbour.txt")
    said = stands(standin, "harbour.txt", "three piers")
    assert said["rank"] == rank > 1
    assert said["sentence"] == (
        f"This passage is number {rank} of 5 for your question. "
        "The first one is nearer in meaning and holds more of the question's words."
    )
    assert said["found"] == passage_view(found[rank - 1], QUERY)["found"]
    assert said["best"]["words"] == ["sailors", "tie", "ropes"]


def test_the_best_passage_says_so(standin: NearestSentence) -> None:
    assert stands(standin, "ferries.md", "Two sailors")["sentence"] == (
        "This passage is number 1 of 5 for your question. No passage came before it."
    )

"""Citation metrics of one answer: equal to their source, and where the gold is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from assistant.answer import Answer, Citation, Statement
from assistant.evaluation.gold import GoldQuote, ReadText
from assistant.evaluation.ranking import Ranked, characters, share_of_quotes
from corpus.document import Span
from corpus.errors import DocumentUnknown
from index.passage import Place


def count_valid(answer: Answer, read_text: ReadText) -> tuple[int, int]:
    """How many citations equal their source, and how many there are, each place of use counted."""
    citations = [c for statement in answer.statements for c in statement.citations]
    return sum(is_valid(citation, read_text) for citation in citations), len(citations)


def is_valid(citation: Citation, read_text: ReadText) -> bool:
    """Whether the quote equals its span, character for character, in the text that was hashed."""
    try:
        text = read_text(citation.document)
    except DocumentUnknown:
        return False
    return (
        0 <= citation.start < citation.end
        and text[citation.start : citation.end] == citation.quote
        and sha256(text.encode("utf-8")).hexdigest() == citation.sha256
    )


def score_citations(answer: Answer, quotes: Sequence[GoldQuote]) -> dict[str, float | None]:
    """``citation_precision``, ``citation_recall`` and ``citation_iou`` of an answered case.

    A citation stands for every place where its passage's text stands again. Precision and
    intersection over union leave antecedents and context aside; precision is None where nothing
    else is cited.
    """
    every = _cited(_shown(answer), answer)
    evidence = _cited(_evidence(answer), answer)
    return {
        "citation_precision": _share_on_gold(evidence, quotes),
        "citation_recall": share_of_quotes(quotes, [at for c in every for at in c.places]),
        "citation_iou": characters(quotes, evidence).iou,
    }


def cited_places(answer: Answer) -> tuple[Place, ...]:
    """Every place that the shown statements cite, with the places of equal passages."""
    return tuple(place for found in _cited(_shown(answer), answer) for place in found.places)


def _share_on_gold(cited: Sequence[Ranked], quotes: Sequence[GoldQuote]) -> float | None:
    if not cited:
        return None
    on_gold = [
        any(
            at.document == gold.document and at.span.overlap(gold.span)
            for at in citation.places
            for quote in quotes
            for gold in quote.places
        )
        for citation in cited
    ]
    return sum(on_gold) / len(on_gold)


def _shown(answer: Answer) -> Iterator[tuple[Statement, Citation]]:
    """Citations of what is in the answer's text; an unsupported statement never is."""
    for statement in answer.statements:
        if statement.status != "unsupported":
            for citation in statement.citations:
                yield statement, citation


def _evidence(answer: Answer) -> Iterator[tuple[Statement, Citation]]:
    for statement, citation in _shown(answer):
        if statement.kind != "context" and citation.role == "evidence":
            yield statement, citation


def _cited(pairs: Iterator[tuple[Statement, Citation]], answer: Answer) -> tuple[Ranked, ...]:
    """Each distinct cited span once, at every place where its passage stands."""
    own = dict.fromkeys(Place(c.document, Span(c.start, c.end)) for _, c in pairs)
    return tuple(Ranked((place, *_elsewhere(place, answer))) for place in own)


def _elsewhere(place: Place, answer: Answer) -> Iterator[Place]:
    for passage in answer.passages:
        chunk = passage.chunk
        inside = chunk.span.start <= place.span.start and place.span.end <= chunk.span.end
        if chunk.document == place.document and inside:
            for other in passage.also:
                shift = other.span.start - chunk.span.start
                moved = Span(place.span.start + shift, place.span.end + shift)
                yield Place(other.document, moved)

"""Leave-out: the passages that have to be hidden so that a case has no answer any more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.evaluation.cases import Case
from assistant.evaluation.gold import Gold
from assistant.evaluation.matching import fold, holds_spelling
from corpus.document import Span
from index.passage import Chunk


class Hider:
    """Finds the chunks that give a case's answer away. Folds every chunk's text once."""

    def __init__(self, chunks: Mapping[str, Sequence[Chunk]]) -> None:
        self._chunks = [(chunk, fold(chunk.text)) for some in chunks.values() for chunk in some]

    def hidden(self, case: Case, gold: Gold) -> frozenset[str]:
        """The ids of the chunks that overlap ``gold`` or hold a spelling of a fact of ``case``."""
        spans: dict[str, list[Span]] = {}
        for quote in gold.quotes:
            for place in quote.places:
                spans.setdefault(place.document, []).append(place.span)
        return frozenset(
            chunk.id
            for chunk, folded in self._chunks
            if any(chunk.span.overlap(span) for span in spans.get(chunk.document, ()))
            or any(holds_spelling(folded, spellings) for spellings in case.facts)
        )

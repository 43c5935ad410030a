"""Lists whose items stand in sentences of their own, known by being read one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.candidates import QUOTABLE
from assistant.crossencoder import load_crossencoder
from assistant.gathered import Gathered, Wanted
from assistant.scattered import distinct, item_of
from assistant.scoring import Scored, window_of
from assistant.selecting import repeats

_POOL = 16
"""So many of the best sentences are read; each costs 2 ms."""
_LEAST, _BEHIND, _CLEARLY = 0.0, 3.5, 1.0
"""In log odds: a sentence gives an item if it is read so, and not so far behind the best; beside
items that were found otherwise, if it is clearly read so.
"""


def listed_by_reading(wanted: Wanted) -> Gathered | None:
    """The sentences that the cross-encoder reads as answers, in the order of the documents; null
    where it reads less than two so.
    """
    told = _told(wanted, _LEAST)
    if len(told) < 2:
        return None
    return Gathered(tuple(item_of(s) for s in _in_reading_order(told)))


def completed(found: Gathered, wanted: Wanted) -> Gathered:
    """``found`` with the sentences behind its items that are clearly read as giving one, too."""
    own = [s.text for s in found.statements]
    more = [
        item_of(scored)
        for scored in _in_reading_order(_told(wanted, _CLEARLY))
        if not any(repeats(scored.candidate.text, text) for text in own)
    ]
    return replace(found, statements=(*found.statements, *more)[: wanted.most])


def _told(wanted: Wanted, least: float) -> list[Scored]:
    """The sentences that are read as answers, the clearest first."""
    pool = [s for s in wanted.ranked if s.candidate.sentence.kind in QUOTABLE][:_POOL]
    windows = [window_of(s.candidate, wanted.view.index) for s in pool]
    odds = load_crossencoder().answers(wanted.reading.query, windows).tolist()
    least = max([least, *(odd - _BEHIND for odd in odds)])
    order = sorted(zip(odds, pool, strict=True), key=lambda pair: -pair[0])
    return distinct([scored for odd, scored in order if odd >= least])[: wanted.most]


def _in_reading_order(chosen: Sequence[Scored]) -> list[Scored]:
    """The sentences as they stand in their documents, the document of the clearest one first."""
    documents = list(dict.fromkeys(s.candidate.passage.chunk.document for s in chosen))
    return sorted(
        chosen,
        key=lambda s: (
            documents.index(s.candidate.passage.chunk.document),
            s.candidate.sentence.span.start,
        ),
    )

"""Lists whose items stand in sentences of their own, known by being read one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.draft import frame
from assistant.exemplifying import asked_for
from assistant.gathered import Gathered, Wanted
from assistant.giving import Giving
from assistant.scattered import distinct, item_of
from assistant.scoring import Scored
from assistant.selecting import repeats
from assistant.texts import LISTS

_LEAST = 0.12
"""From this chance on a sentence is taken for an item."""
_CLEARLY = 1.0
"""In log odds: beside items that were found otherwise a sentence counts if it is read so."""
_PERHAPS = 0.08
"""From this chance on a sentence is shown behind items that are not sure to be all."""


def listed_by_reading(wanted: Wanted) -> Gathered | None:
    """The sentences that are likely to give an item, in the order of the documents; null where
    less than two are.
    """
    likely = [giving for giving in wanted.likely if giving.chance >= _LEAST]
    told = asked_for(wanted.reading, _told(wanted, likely))
    if len(told) < 2:
        return None
    return Gathered(tuple(item_of(s) for s in _in_reading_order(told)))


def completed(found: Gathered, wanted: Wanted) -> Gathered:
    """``found`` with the sentences behind its items that are clearly read as giving one, too."""
    clearly = [giving for giving in wanted.likely if giving.read >= _CLEARLY]
    more = map(item_of, _in_reading_order(_further(found, wanted, clearly)))
    return replace(found, statements=(*found.statements, *more)[: wanted.most])


def with_less_sure(found: Gathered, wanted: Wanted) -> Gathered:
    """``found`` with what may be further items behind a line that says so; a list that is sure,
    counted, or whole by what it says, as it is.
    """
    is_counted = any(s.kind == "frame" for s in found.statements)
    if found.is_whole or is_counted or found.confidence is not None:
        return found
    n_found = len(found.statements)
    likely = [giving for giving in wanted.likely if giving.chance >= _PERHAPS]
    more = _further(found, wanted, likely)[: max(0, wanted.most - n_found)]
    if len(asked_for(wanted.reading, (*found.statements, *more))) <= n_found:
        return found
    line, items = frame(LISTS["perhaps"]), map(item_of, _in_reading_order(more))
    return replace(found, statements=(*found.statements, line, *items))


def _further(found: Gathered, wanted: Wanted, items: Sequence[Giving]) -> list[Scored]:
    """The sentences of ``items`` that say something else than ``found``, the likeliest first."""
    own = [s.text for s in found.statements]
    told = _told(wanted, items)
    return [s for s in told if not any(repeats(s.candidate.text, text) for text in own)]


def _told(wanted: Wanted, items: Sequence[Giving]) -> list[Scored]:
    """The sentences of ``items``, the likeliest first, no two that say the same."""
    order = sorted(items, key=lambda giving: -giving.chance)
    return distinct([giving.scored for giving in order])[: wanted.most]


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

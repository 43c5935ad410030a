"""The sentences that one needs before it, where it opens with a word that goes back to them."""

from __future__ import annotations

from collections.abc import Collection

from assistant import english
from assistant import english_sentences as patterns
from assistant.answer import Statement
from assistant.cutting import MARK
from assistant.draft import quote
from assistant.places import Place, find_place
from assistant.view import View

_MOST = 2
_MAX_WORDS = 60


def missing_context(
    statement: Statement, shown: Collection[Statement], view: View
) -> tuple[Statement, ...]:
    """The sentences before one that leans on them, in reading order, or the question that it is
    part of the answer to; none where one is ``shown``, or brackets stand for them.

    An item brings them only where it stands alone: within a list they would break it.
    """
    if not _needs_context(statement, shown):
        return ()
    place, found = find_place(statement.citations[0], view), list[Statement]()
    text = statement.text
    while place is not None and len(found) < _MOST and leans(text):
        place = place.question() or place.previous()
        if place is None or _is_shown(place, shown):
            break
        context = quote(place.chunk, place.sentence, statement.citations[0].sha256, kind="context")
        if sum(len(s.text.split()) for s in (context, *found)) > _MAX_WORDS:
            break
        found.insert(0, context)
        text = context.text
    return tuple(found)


def leans(text: str) -> bool:
    """Whether a sentence opens with a word that goes back to an earlier one.

    >>> leans("They were sold."), leans("It is known that they were sold."), leans("Bells ring.")
    (True, False, False)
    """
    text = text.removeprefix(f"{MARK} ")
    return english.ANAPHOR.match(text) is not None and not patterns.EXPLETIVE.match(text)


def _needs_context(statement: Statement, shown: Collection[Statement]) -> bool:
    if statement.status != "quoted" or len(statement.citations) != 1 or not leans(statement.text):
        return False
    n_items = sum(other.kind == "item" for other in shown)
    return statement.kind in ("sentence", "context") or (statement.kind == "item" and n_items == 1)


def _is_shown(place: Place, shown: Collection[Statement]) -> bool:
    at = (place.chunk.document, place.sentence.span.start)
    return any(at == (c.document, c.start) for other in shown for c in other.citations)

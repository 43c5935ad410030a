"""Lists that the documents set as such: who is shown most of one is shown all of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.answer import Statement
from assistant.draft import quote
from assistant.sections import only_list
from assistant.view import View

_LEAST_SHOWN, _LONGEST = 2, 12
_Place = tuple[str, tuple[str, ...]]


def whole_lists(shown: Sequence[Statement], view: View) -> tuple[Statement, ...]:
    """``shown`` with the rest of each list of a document of which half the items are among them.

    The whole list stands where the first of its items stood; one of many items stays as it is.
    """
    counts = Counter(map(_place, shown))
    places = [place for place, n in counts.items() if n >= _LEAST_SHOWN]
    lists = [_items_at(place, shown, view) for place in places]
    whole: list[Statement] = []
    for statement in shown:
        items = next((items for items in lists if _is_among(statement, items)), [statement])
        whole += [item for item in items if not _is_among(item, whole)]
    return tuple(whole)


def list_led(shown: Sequence[Statement], view: View) -> list[Statement]:
    """The items of the list that the first of ``shown`` is one of, if half of them are shown."""
    items = _items_at(_place(shown[0]), shown, view) if len(shown) >= _LEAST_SHOWN else []
    return items if shown and _is_among(shown[0], items) else []


def _items_at(place: _Place, shown: Sequence[Statement], view: View) -> list[Statement]:
    """The items of the one list of a section, if it is short and half of them are shown."""
    document, path = place
    found = only_list(view.chunks(document), path) if document else []
    is_bulleted = all(sentence.kind == "item" for _, sentence in found)
    if not is_bulleted or not _LEAST_SHOWN <= len(found) <= _LONGEST:
        return []
    sha256 = next(s.citations[0].sha256 for s in shown if _place(s) == place)
    items = [quote(chunk, sentence, sha256, kind="item") for chunk, sentence in found]
    n_shown = sum(_is_among(item, shown) for item in items)
    return items if n_shown >= max(_LEAST_SHOWN, len(items) / 2) else []


def _place(statement: Statement) -> _Place:
    cited = next(iter(statement.citations), None)
    return (cited.document, tuple(cited.heading)) if cited else ("", ())


def _is_among(statement: Statement, others: Sequence[Statement]) -> bool:
    """Whether one of ``others`` quotes the same place."""
    cited = statement.citations[:1]
    return bool(cited) and any(
        (o.citations[0].document, o.citations[0].start) == (cited[0].document, cited[0].start)
        for o in others
        if o.citations
    )

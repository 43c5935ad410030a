"""Which documents a question may see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.passage import DocumentInfo

Where = Mapping[str, str | Sequence[str]]
"""For each key (``document``, ``title`` or one of a document's metadata) a value, or several."""


def keeps(where: Where, info: DocumentInfo) -> bool:
    """Whether a document has, for every key, the value or one of the values.

    Several values of one key widen the choice, several keys narrow it. A key with no value at all
    keeps nothing. Case does not count; of several authors each counts.
    """
    known = {**info.metadata, "document": info.id, "title": info.title}
    return all(
        any(_is_named(known.get(key, ""), value) for value in values_of(values))
        for key, values in where.items()
    )


def _is_named(known: str, value: str) -> bool:
    """Whether a document's value is ``value``, or lists it.

    >>> [_is_named("Ada Lovelace; Karl Benz", name) for name in ("karl benz", "Karl", "")]
    [True, False, False]
    """
    wanted = value.casefold().strip()
    listed = (part.strip() for part in re.split(r"[;,]", known.casefold()))
    return bool(wanted) and (wanted == known.casefold().strip() or wanted in listed)


def where_of(pairs: Iterable[tuple[str, str]]) -> Where:
    """Pairs of key and value as one filter.

    >>> where_of([("year", "2018"), ("year", "2019"), ("kind", "report")])
    {'year': ('2018', '2019'), 'kind': ('report',)}
    """
    where: dict[str, tuple[str, ...]] = {}
    for key, value in pairs:
        where[key] = (*where.get(key, ()), value)
    return where


def both(one: Where, other: Where) -> Where:
    """The filter that keeps what both keep.

    >>> both({"title": "A", "year": ["1", "2"]}, {"year": ["2", "3"]})
    {'title': ('A',), 'year': ('2',)}
    """
    narrowed = {key: values_of(values) for key, values in one.items()}
    for key, values in other.items():
        allowed = values_of(values)
        narrowed[key] = tuple(v for v in narrowed.get(key, allowed) if v in allowed)
    return narrowed


def values_of(values: str | Sequence[str]) -> tuple[str, ...]:
    """The values of one key."""
    return (values,) if isinstance(values, str) else tuple(values)

"""Values in rows told as "Column: value": their kind is what the column's name says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span

_CELL = re.compile(r"(?:^|;\s)\s*(?P<name>[^:;\n]{1,60}):\s(?P<value>[^;\n]{1,120}?)(?=;|[.]?\s*$)")
_NUMBER = re.compile(r"[^\w\s]{0,2}\d[\d.,\s]*%?\Z")
_NAMED = {
    "duration": "hours? minutes? seconds? days? weeks? months? years? duration length time age",
    "money": "pounds? dollars? euros? francs? yen eur usd gbp chf price prices cost costs amount "
    "fee salary wages? budget revenue turnover takings income profit sales spending total value "
    "grant",
    "percent": "percent percentage share rate quota",
    "place": "county town city village country state region province district place location site "
    "address venue office port station building room street continent",
}
_PATTERNS = {
    kind: re.compile(rf"\b(?:{'|'.join(words.split())})\b|{sign}", re.IGNORECASE)
    for (kind, words), sign in zip(_NAMED.items(), ("(?!)", "[€£$¥]", "%", "(?!)"), strict=True)
}


def find_cells(kind: str, text: str) -> Iterator[Span]:
    """The values of ``text`` that are of ``kind`` by the name of their column, in reading order.

    Measures are numbers without a unit of their own; a place is any value.

    >>> row = "Mill: Orrin Creek; County: Westmarch; Hours: 1,140."
    >>> [(kind, s.cut(row)) for kind in ("duration", "place") for s in find_cells(kind, row)]
    [('duration', '1,140'), ('place', 'Westmarch')]
    >>> [s.cut("fee_eur: 12.") for s in find_cells("money", "fee_eur: 12.")]
    ['12']
    """
    pattern = _PATTERNS.get(kind)
    if pattern is None:
        return
    for cell in _CELL.finditer(text):
        is_kind = kind == "place" or _NUMBER.match(cell["value"])
        if is_kind and pattern.search(cell["name"].replace("_", " ")):
            yield Span(*cell.span("value"))

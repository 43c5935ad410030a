"""How English asks for the most and the least of something, and for sums.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

_UP = "highest|most|largest|biggest|greatest|maximum|max|top|longest|tallest|deepest|widest|heaviest|dearest|priciest|costliest|strongest|fastest|hottest|warmest|busiest|brightest|latest|last|newest|youngest|most recent|best paid|best-paid"
_DOWN = "lowest|least|fewest|smallest|minimum|min|shortest|narrowest|lightest|cheapest|weakest|slowest|coldest|coolest|quietest|earliest|first|oldest"
EXTREME = re.compile(
    rf"\b(?:(?P<up>most (?:expensive|costly)|{_UP})|(?P<down>least (?:expensive|costly)|{_DOWN}))\b",
    re.IGNORECASE,
)
MEASURED_BY = {
    "longest": "length duration time", "shortest": "length duration time height", "tallest": "height", "deepest": "depth",
    "widest": "width", "narrowest": "width", "heaviest": "weight mass", "lightest": "weight mass", "dearest": "price cost fee fare",
    "priciest": "price cost fee fare", "costliest": "price cost fee fare", "cheapest": "price cost fee fare",
    "most expensive": "price cost fee fare", "least expensive": "price cost fee fare", "most costly": "price cost fee fare",
    "least costly": "price cost fee fare", "fastest": "speed", "slowest": "speed", "hottest": "temperature", "warmest": "temperature",
    "coldest": "temperature", "coolest": "temperature", "strongest": "strength", "weakest": "strength", "brightest": "brightness range",
    "latest": "date year day", "last": "date year day", "newest": "year date built opened founded", "most recent": "date year",
    "earliest": "date year day", "first": "date year day", "oldest": "age year built opened founded born", "youngest": "age year born",
    "busiest": "visitors passengers guests traffic customers", "quietest": "visitors passengers guests traffic customers",
    "largest": "size area", "biggest": "size area", "smallest": "size area", "highest": "height", "lowest": "height",
    "best paid": "salary pay wage", "best-paid": "salary pay wage",
}  # fmt: skip
"""What a superlative measures, in the words that may name its column."""
COSTS = re.compile(r"\bcosts?\b", re.IGNORECASE)
ORDERS = frozenset("latest last earliest first newest oldest youngest".split()) | {"most recent"}
"""Superlatives that go by dates: of an age the oldest is the most, of a year the least."""
AGE = re.compile(r"\bage\b", re.IGNORECASE)
COMPUTED = re.compile(
    r"\b(?:(?P<average>average|mean|median|on average)|(?P<total>(?:grand )?total|sum|altogether|combined|in all|all together|add(?:ed)? up|overall))\b",
    re.IGNORECASE,
)
"""Asks for a number that the rows of a table do not hold but are the ground of."""
SUMMED = {
    "average": re.compile(r"^(?:average|mean|median)\b", re.IGNORECASE),
    "total": re.compile(r"^(?:(?:grand |sub)?totals?|sum|overall|all)\b", re.IGNORECASE),
}
"""What the row that holds such a number is called."""
FOR_VALUE = re.compile(r"^(?:what|how (?:much|many|long|high|old|far|big))\b", re.IGNORECASE)
"""The value is asked for and not whose it is."""
ONE_OF = re.compile(r"^\W*(?:in |on |at |for )?(?:which|what|whose)\s+(?P<noun>[\w-]+(?: [\w-]+)?)", re.IGNORECASE)  # fmt: skip
"""What the row that is asked for is one of."""

"""How English writes numbers and dates, as data."""

from __future__ import annotations

UNITS = {word: value for value, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen".split()
)}  # fmt: skip
TENS = {word: 10 * value for value, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
)}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0, "bn": 1e9,
}  # fmt: skip
SHORT_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9}
"""Only behind a sum of money: "$3m"."""
ORDINALS = {word: value for value, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), start=1
)} | {f"{ten[:-1]}ieth": value for ten, value in TENS.items()}  # fmt: skip
FRACTIONS = {"half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4,
             "quarters": 1 / 4, "fifth": 1 / 5, "fifths": 1 / 5, "tenth": 1 / 10, "tenths": 1 / 10}  # fmt: skip
SIGNS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}
TIMES = {"twice": 2.0, "thrice": 3.0}

ABOUT = frozenset(
    "about around approximately roughly some circa nearly almost ca close near".split()
)
OVER = frozenset("over above exceeding beyond more".split())
UNDER = frozenset("under below less fewer nearly almost within".split())
FIRST_LIKE = frozenset(
    "first earliest initial initially original originally pioneer pioneered pioneering opening founding".split()
)
"""Any of them may stand for "first"."""

CURRENCIES = {
    "$": "dollar", "us$": "dollar", "usd": "dollar", "dollar": "dollar", "dollars": "dollar",
    "€": "euro", "eur": "euro", "euro": "euro", "euros": "euro", "£": "pound", "gbp": "pound",
    "pound": "pound", "pounds": "pound", "¥": "yen", "yen": "yen", "yuan": "yuan",
    "cent": "cent", "cents": "cent", "francs": "franc", "franc": "franc",
    "crown": "crown", "crowns": "crown", "rupees": "rupee", "rupee": "rupee",
}  # fmt: skip
MEASURES = {
    "m": "metre", "metre": "metre", "metres": "metre", "meter": "metre", "meters": "metre",
    "km": "kilometre", "kilometre": "kilometre", "kilometres": "kilometre", "kilometer": "kilometre",
    "kilometers": "kilometre", "mile": "mile", "miles": "mile", "mi": "mile", "foot": "foot",
    "feet": "foot", "ft": "foot", "inch": "inch", "inches": "inch", "yard": "yard", "yards": "yard",
    "kg": "kilogram", "kilogram": "kilogram", "kilograms": "kilogram", "gram": "gram", "grams": "gram",
    "ton": "ton", "tons": "ton", "tonne": "ton", "tonnes": "ton", "lb": "pound", "lbs": "pound",
    "second": "second", "seconds": "second", "minute": "minute", "minutes": "minute", "hour": "hour",
    "hours": "hour", "day": "day", "days": "day", "night": "night", "nights": "night",
    "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year",
    "years": "year", "decade": "decade", "decades": "decade", "century": "century",
    "centuries": "century", "degree": "degree", "degrees": "degree", "acre": "acre", "acres": "acre",
    "hectare": "hectare", "hectares": "hectare", "litre": "litre", "litres": "litre",
} | CURRENCIES  # fmt: skip
"""Units that cannot stand for one another; a number of one is no number of another."""
TIME_UNITS = {
    "month": (1, "month"), "year": (12, "month"), "decade": (120, "month"), "century": (1200, "month"),
    "day": (1, "day"), "week": (7, "day"), "minute": (1, "minute"), "hour": (60, "minute"),
}  # fmt: skip

MONTHS = {name: number for number, names in enumerate(
    ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
     "august aug", "september sept sep", "october oct", "november nov", "december dec"), start=1
) for name in names.split()}  # fmt: skip
WEEKDAYS = {name: number for number, name in enumerate(
    "monday tuesday wednesday thursday friday saturday sunday".split(), start=1
)}  # fmt: skip

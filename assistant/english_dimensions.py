"""Units of measure in English texts, the words for what they measure, and how it is asked.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

MEASURED = r"(?:\b\d[\d.,]*|[½¼¾]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half an?))(?:[- ](?:hundred|thousand|million|to|and a half))*[-–]?"
"""A number before a unit."""

DIMENSIONS: tuple[tuple[str, str], ...] = (
    (r"°\s?[CFK]?|degrees?\b(?! in\b)|[CF]\b(?=[\s.,;)]|$)|gas mark\b|kelvin\b", "hot cold warm cool temperature heat"),
    (r"(?:kilo|milli)?gram(?:me)?s?\b|kg\b|mg\b|g\b|tonn?es?\b|pounds?\b(?! a\b| per\b| sterling)|lbs?\b|ounces?\b|oz\b|stone\b", "heavy weight weigh"),
    (r"(?:kilo|centi|milli)?met(?:re|er)s?\b(?! per\b| a second)|km\b(?!/)|cm\b|mm\b|m\b(?=[\s.,;)]|$)|miles?\b(?! an\b| per\b)|f(?:oo|ee)t\b|ft\b|inch(?:es)?\b|yards?\b|fathoms?\b|storeys?\b|nautical miles?\b", "tall high height deep depth wide width far distance length thick thickness"),
    (r"km/h\b|kph\b|mph\b|knots?\b|(?:kilo)?met(?:re|er)s? (?:per|a|an) (?:second|hour)\b|m/s\b|miles (?:per|an) hour\b|m\.p\.h", "fast speed quick"),
    (r"square (?:kilo|centi)?(?:met(?:re|er)s?|feet|miles?|yards?)\b|m²|km²|sq\.? ?\w+|hectares?\b|acres?\b", "big large size area"),
    (r"dB\b|decibels?\b", "loud noise noisy"),
    (r"(?:milli|centi)?lit(?:re|er)s?\b|ml\b|cl\b|pints?\b|gallons?\b|cubic \w+\b", "volume capacity"),
)  # fmt: skip
"""Units, and the words for what they measure."""

ASKED = (
    r"\bhow (?:hot|cold|warm|cool)\b|\b(?:what|which) (?:\w+ )?temperature\b|\btemperature (?:of|for|in|should|must|is)\b",
    r"\bhow heavy\b|\bhow much (?:does|do|did) .{1,60} weigh\b|\b(?:what|which) weight\b|\bweight of\b",
    r"\bhow (?:tall|high|deep|wide|far|thick|broad)\b|\b(?:what|which) (?:height|depth|width|length|distance|thickness)\b|\b(?:height|depth|width|length|thickness) of\b",
    r"\bhow fast\b|\b(?:what|which) speed\b|\bspeed of\b",
    r"\bhow (?:big|large) (?:is|was|are) .*\b(?:area|plot|field|garden|park|site|room|farm|forest|lake)\b",
    r"\bhow (?:loud|noisy)\b",
    r"\b(?:volume|capacity) of (?:the )?(?:tank|bottle|vessel|boiler|barrel|pot)\b",
)
"""How each of these is asked for, in the same order."""

EXTENTS = (
    (r"how (?:tall|high)\b|height", r"(?:tall|high|in height)"),
    (r"how deep\b|depth", r"(?:deep|in depth)"),
    (r"how (?:wide|broad)\b|width", r"(?:wide|broad|across|in width)"),
    (r"how thick\b|thickness", r"(?:thick|in thickness)"),
    (r"length", r"(?:long|in length)"),
)
"""How each extent is asked for, and what a text says behind a number that measures it."""
LENGTH_ASKED = r"(?:^|[,:;–-])\W*(?:so |and |but )?how long (?:is|are|was|were)\b"
LENGTH_TOLD = r"(?:long\b|in length\b)"
"""How long a thing is, which is asked as how long something takes is."""

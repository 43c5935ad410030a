"""How English says what the rows of a table are to fulfil: "costs more than 20", "step-free".

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

ASKS_FOR_ROWS = re.compile(
    r"^(?:(?:and|so|but|ok|then|now|in|at|on|for|from|with) )*(?:(?:is|are|was|were) there\s+(?:any\w*|some\w*|things?|an?\b)|(?:what|which|where|who)\b(?! (?:is|are|was|were|does|do|did) (?:the|an?|its?|his|her|their)\b)|any\w*|everything|all|every|each|something|(?:list|name|show|find|give|tell)\b(?: me| us)?|do you have|can (?:i|you|we))\b",
    re.IGNORECASE,
)
"""Opens a question that rows can answer."""
THAN = re.compile(
    r"\b(?:(?P<more>(?:more|higher|longer|greater|larger|heavier|taller|older|dearer|later) than|over|above|exceed(?:s|ing)?|upwards of|beyond)|(?P<less>(?:less|fewer|cheaper|shorter|smaller|lower|lighter|younger|earlier) than|under|below|within|inside)"
    r"|(?P<least>at least|no (?:less|fewer) than|a minimum of|from)|(?P<most>at most|up to|no more than|a maximum of|until))\s+(?:about )?(?:an? (?=half|quarter|hundred))?(?P<currency>[£$€])?(?P<n>\d+(?:,\d{3})*(?:\.\d+)?|half an?|half (?=hour|day|year|kilo)|(?:an?) (?=hour|day|week|month|year|kilo|metre|litre)|a quarter of an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred)(?:\s?(?P<unit>%|(?!(?:in|at|on|for|and|or|to|of)\b)[a-z°]+))?(?:\s(?:an?|per|each)\s(?P<per>[a-z]+))?",
    re.IGNORECASE,
)
"""A number that a cell is to be more or less than."""
NUMBERS = dict(zip("one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred".split(), (*range(1, 13), 15, 20, 30, 40, 50, 60, 100), strict=True))  # fmt: skip
PARTS = {"half": 0.5, "a quarter": 0.25, "quarter": 0.25, "a": 1.0}
SAME_UNIT = {"kilo": "kg", "kilogram": "kg", "kilogramm": "kg", "gram": "g", "gramm": "g", "metr": "m", "meter": "m", "kilometr": "km", "kilomet": "km", "litr": "l", "liter": "l", "minut": "min", "hour": "h", "hr": "h", "second": "s", "sec": "s", "watt": "w", "percent": "%", "per": "%"}  # fmt: skip
"""Units that are written in several ways, by their terms."""
SMALLER = {"h": (60, "min"), "dai": (24, "h"), "week": (7, "dai"), "year": (12, "month"), "kg": (1000, "g"), "km": (1000, "m"), "min": (60, "s"), "m": (100, "cm"), "l": (1000, "ml")}  # fmt: skip
"""A unit, how many of a smaller one it is, and which."""
CURRENCY = {"£": "pound", "$": "dollar", "€": "euro"}
YES = re.compile(r"(?:yes|y|true|✓|✔|x|available|included|allowed|permitted)\b.*", re.IGNORECASE)
NO = re.compile(r"(?:no|n|false|✗|✘|–|-|none|not (?:available|included|offered|allowed|permitted|possible)|unavailable)\b.*|[–—-]", re.IGNORECASE)  # fmt: skip
FREE = re.compile(r"(?:free(?: of charge)?|no charge|nothing|nil|gratis)", re.IGNORECASE)
"""A price of nothing."""
WITHOUT = re.compile(r"\b(?:without|no|not|n['’]t|never|cannot|free of|free from|avoid\w*|except)\b", re.IGNORECASE)  # fmt: skip
EVERY_DAY = re.compile(r"(?:daily|every day|all week|always)\b.*", re.IGNORECASE)
SUFFIX_FREE = re.compile(r"\b(?P<what>[a-z]{3,})[- ]free\b", re.IGNORECASE)
"""A column that says of each row that it is without something: "step-free"."""
ANY_KIND = frozenset(
    "things something anything everything place places part parts item items article articles product products thing option options one ones row rows entry entries kind kinds"
    " sight sights spot spots stuff goods choice choices offer offers".split()
)
"""What any row may be called."""
OF_ASKER = frozenset(
    "i me my mine we us our you your she her he his mum dad mother father wife husband friend child children kids son daughter people person someone anyone visitor visitors guest guests"
    " buy get see go visit find take want need like sell sold sells have has had do does can could would should may might cost costs price priced come comes work works use uses there here please available worth"
    " spend afford choose pick eat stay sleep bring order today moment currently now right".split()
)
"""Says who asks, what for and how: nothing that a row must hold."""
FILLED = re.compile(r"\b(?:with|have|has|having|that (?:have|has)|carr(?:y|ies)|get|got)\s+(?:an?y?|some|the)\s+(?P<np>[a-z-]+)\W*$", re.IGNORECASE)  # fmt: skip
"""Something that a row is to have: "with a remark"."""
CONDITIONS = (THAN, SUFFIX_FREE, FILLED)
"""Any of these shows that something is said of rows, whatever the table is."""

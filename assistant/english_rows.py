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
    r"|(?P<least>at least|no (?:less|fewer) than|a minimum of|from)|(?P<most>at most|up to|no more than|a maximum of|until))\s+(?:a |an |about )?(?P<currency>[£$€])?(?P<n>\d+(?:,\d{3})*(?:\.\d+)?|half an?|a quarter of an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred)(?:\s?(?P<unit>%|(?!(?:in|at|on|for|and|or|to|of)\b)[a-z°]+))?(?:\s(?:an?|per|each)\s(?P<per>[a-z]+))?",
    re.IGNORECASE,
)
"""A number that a cell is to be more or less than."""
NUMBERS = dict(zip("one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred".split(), (*range(1, 13), 15, 20, 30, 40, 50, 60, 100), strict=True))  # fmt: skip
PARTS = {"half": 0.5, "a quarter": 0.25}
SMALLER = {"hour": (60, "minut"), "day": (24, "hour"), "week": (7, "dai"), "year": (12, "month"), "kilogram": (1000, "g"), "kg": (1000, "g"), "kilometr": (1000, "m"), "km": (1000, "m"), "minut": (60, "second"), "metr": (100, "cm"), "m": (100, "cm")}  # fmt: skip
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

"""How English speakers set two clauses against each other, the second often cut short.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

_OPENER = r"(?:how (?:much|many|long|often|far|high|old|big|late|early)|what|when|where|why|how|which|who)"
TWO_CLAUSES = re.compile(
    rf"^(?P<lead>(?:in|for|under|at|on|during|within|of|after|before)\s[^,?]+,\s+)?(?P<opener>{_OPENER}) (?P<first>[^,?;:]+?)(?:,?\s+(?:and|but|while)|,(?=\s+\w+ (?:for|of|at|in|with|from|against|to|on)\b))\s+(?P<again>{_OPENER}) (?P<second>[^?;:]+)$",
    re.IGNORECASE,
)  # fmt: skip
"""Two clauses, each with a question word in front."""
DO = frozenset({"do", "does", "did", "can", "could", "must", "should", "may", "will", "would"})
"""Stand before a subject with the verb itself behind it."""
ARTICLES = frozenset({"our", "your", "my", "each", "every", "that", "those"})
PERSON = re.compile(r"i|you|we|he|she|it|they|one|this|that|these|those|there|both|each|everyone|anyone|everybody|anybody", re.IGNORECASE)  # fmt: skip
"""Stands for somebody or something named before: no side of its own."""
ORDINAL = re.compile(r"first|second|third|fourth|fifth|sixth|last|former|latter|old|new|upper|lower|other", re.IGNORECASE)  # fmt: skip
"""Sets one of several apart that are called the same."""
BESIDE_EACH_OTHER = re.compile(r"\s*[?.,;!–-]+\s*(?:(?:put |set |laid )?(?:side by side|next to each other|beside each other|against each other)|compared?(?: (?:them|both|the two))?)(?:,? please)?[\s.!?]*$", re.IGNORECASE)  # fmt: skip
"""A wish behind two things to see them side by side."""
PUT_BESIDE = re.compile(r"\s*[?.,;!–-]+\s*(?:please |and |just |can you |could you )*(?:put|set|place|show|lay|compare|contrast)\s+(?:(?:me|us) )?(?:them|both|the two|these|those|it)(?: (?:both|two))?\b[^?]*$", re.IGNORECASE)  # fmt: skip
"""A wish behind two questions to see what they come to side by side."""
_BESIDE = (
    r"(?:side by side|next to each other|beside each other|against each other|in (?:a|one) table)"
)
_MAKE = r"(?:please |can you |could you )*(?:(?:make|draw(?: up)?|give|show|do|create|build|need|want|lay out)(?: (?:me|us))?\s+)?"
_BETWEEN = r"(?:,| and| or| vs\.?| versus| &| against| /) "
_ASKED = r"(?:in |for |at )?(?:what|how|when|where|who|why|which|is|are|was|were|do|does|did)"
_PUT = r"(?:please |can you |could you )*(?:put|set|place|show|lay|hold)(?: (?:me|us))?"
BESIDE_FIRST = re.compile(rf"^{_PUT} {_BESIDE}:?\s+(?=\S)", re.IGNORECASE)
"""A wish in front of what is to stand side by side."""
BESIDE_BETWEEN = re.compile(rf"^{_PUT} (?P<things>[^:?]+?) {_BESIDE}(?P<rest>\s*[:,;–-]\s*.+)?$", re.IGNORECASE)  # fmt: skip
"""A wish around it, what is asked behind."""
ASPECT_FIRST = re.compile(r"^(?P<aspect>[^:?]+?)\s*:\s+(?P<row>[^:?]+)$")
"""What is asked stands before a colon, the things behind it: "price: oak vs ash"."""
SETS_BESIDE = re.compile(r"\b(?:vs\.?|versus|compar\w+|contrast\w*|differ\w*|against|side by side)(?:\s|$)|\s/\s", re.IGNORECASE)  # fmt: skip
JOINED = re.compile(r"\s(?:and|or|&)\s", re.IGNORECASE)
CLAUSE = re.compile(r"^(?:in |for |at )?(?:what|how|when|where|who|why|which)\b", re.IGNORECASE)
TORN = re.compile(r"^(?:i['’]?m |i am |we['’]re |we are |i |we |for (?:someone|somebody|anyone|people|those|a [a-z]+) )?(?:still )?(?:torn|choosing|deciding|to decide|to choose|hesitating|undecided|undecided|can['’]?t decide|cannot decide|thinking|planning|going|wanting|want|hoping|looking|wondering|visiting|buying)(?: (?:between|of|about|on|to|at|whether|(?:buy|take|visit|see|choose|pick|use|rent|order|get|go to|book|hire|try|join|attend)(?:ing)?))*\s+(?=\S.* (?:and|or|vs\.?|versus|&) )", re.IGNORECASE)  # fmt: skip
"""What one is about to do, in front of the things between which one is to choose."""
TABLE_OF = re.compile(rf"^{_MAKE}(?:an? |the )?(?:(?P<aspect>(?!table|chart)[a-z]+) )?(?:comparison|table|chart|side[- ]by[- ]side)(?: (?:table|comparison|chart|view))?(?:\s*:|(?P<of> of| comparing| between| for| with)?)\s+(?P<row>[^:?]*?\S{_BETWEEN}\S[^?]*?)(?: (?:with|showing|including) (?P<aspects>[^:;?]+))?$", re.IGNORECASE)  # fmt: skip
"""A wish for a table of two things."""
BESIDE_BEHIND = re.compile(rf"^(?P<row>(?!{_ASKED}\b)[^:?,;]*?\S{_BETWEEN}[^:?,;]+?),?\s+(?:compared|{_BESIDE})$", re.IGNORECASE)  # fmt: skip
"""The same wish behind them."""
DIFFERENCE_BEHIND = re.compile(rf"^(?P<row>(?!{_ASKED}\b)[^:?;]*?\S{_BETWEEN}[^:?;]+?)\s*[,:;–?-]+\s+(?:(?:what(?:['’]s| is| are)|tell me|explain|is there) )?(?:the |any |a )*differences? (?:between them |there )?(?:in|as to|of|regarding|when it comes to)\s+(?P<aspects>[^?;]+)$", re.IGNORECASE)  # fmt: skip
"""What two things are to differ in, behind them."""
PLEASE = re.compile(r",?\s+(?:please|pls|thanks|thank you)[\s.!?]*$", re.IGNORECASE)

_TWO = r"(?:the|these|those|its|their|his|her|our|[\w-]+['’]s) two (?P<what>(?!(?:of|in|is|are|was|were|and|on|by|for|as)\b)[\w'’-]+.*?)"
PAIRS = (
    re.compile(rf"^(?:compare|contrast)(?: and (?:compare|contrast))? {_TWO}$", re.IGNORECASE),
    re.compile(rf"^.*\b(?:differences?|distinctions?|similarit(?:y|ies)|contrasts?|comparison) (?:in [\w ]+ )?between {_TWO}$", re.IGNORECASE),
    re.compile(rf"^(?:how|where|in (?:what|which) (?:ways?|respects?)) (?:do|does|did|are|were|is|was) {_TWO} (?:differ|compare|contrast|diverge|different|similar|alike)\b.*$", re.IGNORECASE),
    re.compile(rf"^(?:(?:give|show)(?: me)? )?{_TWO},? (?:compared|{_BESIDE})(?:(?: please)?[,:;–-]? .*)?$", re.IGNORECASE),
    re.compile(rf"^what (?:sets|set|makes|made|distinguishes|distinguished|separates|separated|tells) {_TWO}(?: (?:apart|different))?$", re.IGNORECASE),
)  # fmt: skip
"""Two things compared that are not named: "the difference between the two books she wrote"."""
TWO = re.compile(r"\b(?:two|both|a pair of)\b", re.IGNORECASE)
PHRASE_END = re.compile(r"\s+(?:that|which|who|whom|where|when)\b.*$", re.IGNORECASE)
PARTED = re.compile(r"[,:;]")
NOUN_OF_ONES = re.compile(r"^(?:the )?(?P<noun>[a-z][\w-]*(?: [\w-]+){0,2}?)\s*[:,–-]\s+(?P<row>[^:]*\bones?\b[^:]*\b(?:vs\.?|versus|against|and|or|(?:compared|opposed) (?:to|with))\b[^:]*\bones?\b.*)$", re.IGNORECASE)  # fmt: skip
"""What two things are, told before what sets them apart: "tow rope: the long one or the short one"."""
ONES = re.compile(r"\bones?\b", re.IGNORECASE)
COMPARED_CLAUSE = re.compile(r"^(?:please )?(?:compare|contrast)\s+(?P<first>(?:what|how|where|when|why)\b[^,;:?]*?)\s+(?:and|with|vs\.?|versus)\s+(?P<second>[^,;:?]+?)[\s?.!]*$", re.IGNORECASE)  # fmt: skip
"""What is said of two in a clause, to be compared: "compare what A and B cost"."""

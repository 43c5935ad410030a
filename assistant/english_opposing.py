"""How English speakers set one thing against another within a question.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

OPPOSES = re.compile(r",?\s+(?:(?:as )?(?:against(?= (?:the )?(?:\d|year|month|week|day|season))|opposed to|compared (?:to|with)|in (?:comparison|contrast) (?:to|with)|contrasted with)|as against|versus|vs\.?|relative to)\s+", re.IGNORECASE)  # fmt: skip
"""Sets what stands behind it against something before it, whatever both are."""
MAY_OPPOSE = re.compile(r",?\s+(?:against|beside|next to)\s+", re.IGNORECASE)
"""Does so where both are called alike: "the old mill against the new mill"."""
SETTLED = re.compile(r"^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|how (?:many|much) (?:more|less|fewer|\w+er))\b", re.IGNORECASE)  # fmt: skip
"""Opens a question that is answered by yes, no or one number."""
_UNIT = r"(?:years?|months?|weeks?|days?|seasons?|centur(?:y|ies)|decades?|summer|winter|spring|autumn|mornings?|evenings?)"
TIME = re.compile(rf"(?<![\w-])(?:(?:this|last|that|the (?:same|next|first|second)) {_UNIT}|{_UNIT} (?:before|earlier|after|ago)|(?:1\d|20)\d\d(?:s)?|today|now|then|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{{4}})?)(?![\w-])", re.IGNORECASE)  # fmt: skip
OF_YEAR = re.compile(r"\S (?:1\d|20)\d\d(?:[-–/]\d{2,4})?$")
"""A thing of a year: "Pell 1466"."""
NO_SIDE = re.compile(r"^(?:(?:the )?(?:others?|rest|average|usual|normal|plan(?:ned)?|expected)\b|(?:it|this|that|these|those|them|him|her|us|you|me|each|one another)$|$)", re.IGNORECASE)  # fmt: skip
"""Names nothing that is told of by itself."""
TOPIC = re.compile(r"^(?P<topic>[^:?{}]+):\s+(?=\S)")
HEAD_OF = re.compile(r"^[\w-]+(?: [\w-]+)? (?:of|for|at|in|by|from) (?:the )?", re.IGNORECASE)
"""What two things are of: "role of"."""
FUNCTION_WORDS = frozenset("the a an this that these those its their his her our your my what which who whom whose when where why how and or but than so if because while there it they we you i he she not each both every any all some".split())  # fmt: skip
"""Begin or end a noun phrase."""

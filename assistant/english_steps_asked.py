"""Questions in two steps, in English: "the one that did A with X also did B with another: which?".

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

_HEAD = r"(?P<head>(?:one|[a-z]+(?: [a-z]+){0,3}|(?:[a-z]+ )?[A-Z][\w&.-]* [a-z]+))"
_WHICH = r"(?:with |by |for |at |in |on |to |from |of |under |about )*(?:which|who|whom|whose|what|where|when|how|why|name it|name them|name him|name her)\b[^?]*"
_END = rf"(?:\s*[:,;–.-]\s*(?:and )?{_WHICH}|\s*[?.])?[\s?.!]*$"
_JOINT = r"(?:also|as well|then|later|in turn|afterwards|subsequently|likewise|went on to|moved on to|came to|would later|turned to)"
_VERB = r"(?:had|has|have|was|were|is|are|became|wrote|gave|got|took|made|built|won|led|held|left)"
TWO_STEPS = (
    re.compile(rf"^the\s+(?P<head>(?:first|last|only) [a-z]+)\s+(?P<first>to .+?)\s+{_JOINT}\s+(?P<second>.+?){_END}", re.IGNORECASE),
    re.compile(rf"^(?:the|an?|some|that|one)\s+{_HEAD}\s+(?:that|who|which)\s+(?P<first>.+?)\s+{_JOINT}\s+(?P<second>.+?){_END}", re.IGNORECASE),
    re.compile(rf"^the\s+{_HEAD}\s+(?P<first>(?:of|at|in|on|from|behind)\s+[^,.:;?]+?)\s+{_JOINT}\s+(?P<second>.+?){_END}", re.IGNORECASE),
    re.compile(rf"^(?:which|what)\s+{_HEAD}\s+(?:that|who|which)\s+(?P<first>.+?)\s+{_JOINT}\s+(?P<second>.+?)[\s?.!]*$", re.IGNORECASE),
    re.compile(rf"^(?:which|what)\s+{_HEAD}\s+(?P<first>.+?),?\s+and\s+{_JOINT}\s+(?P<second>.+?)[\s?.!]*$", re.IGNORECASE),
    re.compile(rf"^(?P<head>who|somebody|someone)\s+(?P<first>.+?),?\s+and\s+{_JOINT}\s+(?P<second>.+?){_END}", re.IGNORECASE),
    re.compile(rf"^(?:which|what|who)\b.*?\b(?:did|does|do|is|was|were|are|has|had)\s+the\s+{_HEAD}\s+(?:that|who|which)\s+(?P<first>.+?)\s+{_JOINT}\s+(?P<second>.+?)[\s?.!]*$", re.IGNORECASE),
    re.compile(rf"^(?P<owner>(?:the )?[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*['’]s? [a-z]+(?: (?:in|for|on|at|of|with) [^,.:;?]+?)?)\s+{_JOINT}\s+(?P<second>.+?){_END}"),
    re.compile(rf"^(?:the|an?|some|that)\s+{_HEAD}\s+(?:that|who|which|whose)\s+(?P<first>\S+(?: \S+){{1,}}?)\s+(?P<second>{_VERB}\b.+?)[\s?.!]*$", re.IGNORECASE),
)  # fmt: skip
SENTENCES = re.compile(r"(?<=[.!])\s+(?=\S)")
"""Between what is said of the one that is sought and what is asked of it."""
QUESTION_BEHIND = re.compile(r"^((?:the|an?|that|some|one)\s[^:?]{12,}?)\s*(?::|;|\s[–-]|,(?=\s(?:where|when|in which|with whom|by whom)\b))\s+((?:and )?(?:(?:in|at|by|for|from|on|to|with|of|under) )?(?:who|whom|whose|what|which|when|where|why|how)\b.+)$", re.IGNORECASE)  # fmt: skip
"""What is told of one, and a question about it behind a colon."""
ENDS = re.compile(r"[.!?:;](?:\s|$)")
"""Ends what is told of one."""
REFERS = re.compile(
    r"\b(?:(?:that|this|the same|the said|said) (?:very |same )?[a-z]+(?P<owns>['’]s)?|he|she|it|they|him|her|them|(?P<owner>his|her|its|their)(?=\s+\w))\b",
    re.IGNORECASE,
)
"""Stands in the question for the one that was told of."""
TOLD_OF = re.compile(r"\b(?:an?|one|some|somebody|someone|another|two|the|has|have|had|belongs?|with)\b", re.IGNORECASE)  # fmt: skip
OF_ASKER = re.compile(r"\b(?:i|my|me|mine|we|our|us)\b", re.IGNORECASE)
TRAILING_AUXILIARY = re.compile(r"\s+(?:had|has|have|was|were|is|are|did|does|would|who|that|which)$", re.IGNORECASE)  # fmt: skip
ANOTHER = re.compile(
    r"\b(?:with |by |for |at |in )?(?:another|others?|an? (?!the\b)(?:\w+ )?\w+(?=\s*$)|some(?:one|body|thing)?(?: else)?)(?: one)?\b|\b(?:two|three|several)\b",
    re.IGNORECASE,
)
"""Somebody or something that the second step does not name."""
GOES_ON = re.compile(r"(?:[Tt]he |[Ii]n \w+,? )?(?:he|she|it|they|his|her|its|their)\b", re.IGNORECASE)  # fmt: skip
"""Opens a sentence that goes on about what the one before it names."""
ASKED_ON = re.compile(
    r"^(?P<first>(?:which|what|who)\b[^?]+?)(?:\?|,)?\s+and\s+(?P<second>(?:(?:in|at|by|for|from|on|to|with|of) )?(?:who|whom|whose|what|which|when|where|why|how|did|does|do|is|are|was|were|has|have|had|will|can)\b.+?)[\s?.!]*$",
    re.IGNORECASE,
)
"""A question for somebody or something, and another behind it."""
_KIN = r"(?:(?:elder|younger|eldest|youngest|only|first|second|late|former|old) )?(?:father|mother|son|daughter|brother|sister|husband|wife|uncle|aunt|cousin|nephew|niece|pupil|apprentice|friend|partner|boss|rival|heir|spouse|widow|widower|aide|colleague|predecessor|(?:[a-z]+ )?[a-z]{2,}(?:er|or|ist|man|woman|ant|ect))"
SOMEBODYS = re.compile(
    rf"(?P<owner>\b(?:[Tt]he )?[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){{0,3}}['’]s? {_KIN})(?P<s>['’]s)?\b(?! (?:of|for)\b)"
)
"""Somebody told of as somebody's, or as something's."""
CLAUSE_AT_END = re.compile(r"\s+(?:who|that|which)\s+(?=[a-z])(?!(?:is|was) (?:it|that)\b)(?P<first>(?:(?!\b(?:who|which)\b)[^?])+?)[\s?.!]*$", re.IGNORECASE)  # fmt: skip
"""A clause that ends a question and tells of one that it names: "... the woman who led the strike"."""
ARTICLES = re.compile(r"\b(?:the|an?|that|those)\s+(?=[a-z])", re.IGNORECASE)
THE_ONE = re.compile(r"\b(?:the|an?|that|those)\s+(?P<head>[a-z][a-z-]*)(?P<more>(?:\s+[\w'’-]+){0,4})$", re.IGNORECASE)  # fmt: skip
"""The last thing that is named before such a clause, and what stands between the two."""
REFERS_BY_TWO = re.compile(r"\b(?:that|this|the same|the said|said) (?:very |same )?[a-z]+ [a-z]+(?P<owns>['’]s)?(?P<owner>(?!))?\b", re.IGNORECASE)  # fmt: skip
"""As ``REFERS``, by two words: "that chemical works"."""
ASKS_ONE = re.compile(r"(?:(?:and|so|but) )?(?:(?:in|at|by|for|from|on|to|with|of|under) )?(?:who|whom|whose|what|which|when|where|why|how)\b(?! (?:are|were)\b)", re.IGNORECASE)  # fmt: skip
"""A question that one sentence answers, not a request for a list."""
DESCRIBED = re.compile(r"\b(?:the|that|this|an?|those|these|our|your|my|their)\s+(?:[a-z'’-]+\s+){0,4}$", re.IGNORECASE)  # fmt: skip
"""Before what is said of something that is not named: "the bridge that ..."."""
RELATIVE = re.compile(r",?\s+(?P<lead>(?:(?:at|in|on|by|under|from|with|for|to|of|about|through) )?(?:whom|which|whose)|who|that|where)\s+(?=[\w'’])(?!(?:is|was) (?:it|that)\b)", re.IGNORECASE)  # fmt: skip
"""Leads from one to what is told of it: "the mill that burnt down"."""
OF_PERSONS = (
    "who",
    "whom",
    "by whom",
    "with whom",
    "to whom",
    "for whom",
    "from whom",
    "under whom",
)
OF_SUBJECTS = ("who", "whom", "that", "which")
OF_PLACES = ("where",)
INVERTED = re.compile(r"\b(?:did|does|do|is|was|were|are|has|had|have|can|could|will|would|must)\s+$", re.IGNORECASE)  # fmt: skip
"""Before the subject of a question."""
CLAUSE_END = re.compile(r"[,:;!?]|\.(?=\s|$)|\s[–-]\s")
PERSON_NOUN = re.compile(rf"\b(?:{_KIN}|chair|head|chief|poet|king|queen|prince|princess|scholar|smith|judge|priest|monk|nun|guide|clerk|captain|cook|baker|student|scientist|person|somebody|someone|girl|boy|lady|guy|member)$", re.IGNORECASE)  # fmt: skip
"""What somebody is told of as."""
VERB_BEHIND = re.compile(rf"(?<=\w)\s+(?={_JOINT}\b|{_VERB}\b|(?:did|does|can|could|will|would|should|must|may|had|been)\b)", re.IGNORECASE)  # fmt: skip
"""Before what may be the verb of a question behind a clause."""
GOES_BACK = re.compile(r"(?:\w+\s+){0,2}(?:he|she|it|they|his|her|its|their)\b", re.IGNORECASE)  # fmt: skip
"""Opens a sentence that tells of what is named before it: "During his reign ..."."""

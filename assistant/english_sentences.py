"""What the assistant knows of English sentences that it shortens, completes or judges by.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

# --- What may not be lost: negation, hedge, condition, exception, attribution.

NEGATION = re.compile(
    r"\b(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|without|cannot|hardly|scarcely|barely|seldom|rarely)\b|n['’]t\b",
    re.IGNORECASE,
)
HEDGE = re.compile(
    r"\b(?:may|might|could|would|should|can|perhaps|maybe|probabl[ey]|possibl[ey]|likely|unlikely|apparently|seem(?:s|ed|ingly)?"
    r"|appear(?:s|ed)? to|suggest\w*|indicat\w*|impl(?:y|ies|ied|ying)|estimat\w*|about|around|approximately|roughly|almost|nearly|some|often|sometimes|usually"
    r"|generally|typically|mostly|mainly|partly|partially|occasionally|in part|expected|supposed(?:ly)?|planned|proposed|intended|meant"
    r"|aim(?:s|ed|ing)?|plan(?:s|ning)?|intend\w*|hop(?:e|es|ed|ing)|want\w*|seek\w*|sought|tr(?:y|ies|ied|ying) to|attempt\w*|set out to"
    r"|in theory|potential\w*|presum\w*|assum\w*|unclear|debat\w*|disput\w*|doubt\w*|mistaken\w*|so-called|allegedly)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:if|unless|until|provided|providing|as long as|only|except\w*|exempt\w*|apart from|other than|whether|in case|depend\w*"
    r"|although|though|despite|but|yet|however|while|whereas|instead|rather|once|so that|subject to|at least|at most|up to)\b",
    re.IGNORECASE,
)
ATTRIBUTION = re.compile(
    r"\b(?:according|sa(?:y|ys|id)|claim\w*|report\w*|stat(?:es|ed|ing)|argu\w*|believ\w*|alleg\w*|thought|think\w*|consider\w*|regard\w*|describ\w*|called|calls"
    r"|accus\w*|assert\w*|maintain(?:s|ed)? that|told|tells|note[sd]?|writes|wrote|opinion|view\w*|theor(?:y|ies)|held (?:to|that|up)|deem\w*|rumou?r\w*|found that)\b",
    re.IGNORECASE,
)
GUARDS = (NEGATION, HEDGE, CONDITION, ATTRIBUTION)
"""A cut part may hold none of these, and no cut may fall before what they govern."""

# --- What may be cut.

OPENER = re.compile(
    r"(?:(?:for (?:instance|example)|in addition|additionally|moreover|furthermore|in particular|among other things|to name one"
    r"|for one thing|in fact|indeed|of course|also|finally|lastly|similarly|likewise|meanwhile|besides),\s+)(?=\S)",
    re.IGNORECASE,
)
"""Joins a sentence to the one before it and says nothing by itself."""
TRAILER = re.compile(r",\s+(?:which|who|whose|where|when|with|including|such as|\w{3,}ing)\b")
"""Where an added clause may begin at the end of a sentence."""

# --- What a sentence that opens with a pronoun goes back to.

PRONOUN_SUBJECT = re.compile(r"(?P<pronoun>He|She|It|They)\s+(?=[a-z])")
OWNER = re.compile(r"(?P<pronoun>His|Her|Its|Their)\s+(?=[a-z])")
OWNERS = {"His": "He", "Her": "She", "Its": "It", "Their": "They"}
BY_NAME = re.compile(r"\bby\s+(?:the\s+)?(?:[a-z]+\s+)?(?=[A-Z])")
"""Who did it stands behind the verb, so that "she" need not be what the sentence opens with."""
OTHER_SEX = {
    "He": re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE),
    "She": re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE),
}
"""Tells that more than one person is spoken of."""
EXPLETIVE = re.compile(
    r"It\s+(?:(?:is|was|has been|had been|will be|would be|can be|may be|seems?|seemed|appears?|appeared|took|takes|turned out|follows)\b)"
    r"(?=(?:\s+\S+){0,7}?\s+(?:that|to|who|whether|how|why|because|for)\b)",
)
"""An "it" that stands for nothing."""
THIS_NOUN = (
    re.compile(r"This\s+(?P<noun>[a-z][\w-]{3,})\s+(?=[a-z])"),
    re.compile(r"This\s+[a-z][\w-]+\s+(?P<noun>[a-z][\w-]{3,})\s+(?=[a-z])"),
)
PERSONAL = re.compile(r"\b(?:he|she|his|her|him|hers|who|whom)\b", re.IGNORECASE)
CAPITALISED = r"[A-Z\d][\w&.’'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z\d][\w&.’'-]*)*"
CALLS_IT = re.compile(
    rf"(?:[Tt]he|[Aa]n?)\s+(?:[\w-]+\s+){{0,2}}?(?P<kind>[a-z][\w-]+)\s+(?:of|between)\s+(?:the\s+)?{CAPITALISED}"
    rf"(?:,\s+{CAPITALISED})?(?:\s+\([^()]*\))?,?(?:\s+(?:and|with)\s+(?:the\s+)?{CAPITALISED}(?:\s+\([^()]*\))?)?"
    rf"|(?:[Tt]he\s+){CAPITALISED}\s+(?P<behind>[a-z][\w-]+)"
)
"""A thing named by its kind: "the partnership of A and B", "the A program"."""

# --- Questions that yes or no answers.

YES_NO = re.compile(
    r"^\W*(?:so |and |but |then )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|must|may)\s+(?!(?:you|i|we|me|it true|there (?:an?|any|some) (?:\w+ )?(?:examples?|instances?))\b)\S",
    re.IGNORECASE,
)
SAYS_WHAT_HOLDS = frozenset(
    "include includes contain contains involve involves mention mentioned name named list listed describe"
    " described explain give compare different various exist exists happen happened mean means anywhere".split()
)
"""Of a yes-or-no question these are what is asked, though other answers need not hold them."""
ALTERNATIVE = re.compile(r"\b(?:or|nor)\b", re.IGNORECASE)
QUANTIFIER = re.compile(r"\b(?:all|every|each|always|only|first|last|most|any|both|none|no|more|less|fewer|largest|exactly|entirely|completely|ever|still|already|now|today|currently)\b", re.IGNORECASE)  # fmt: skip
NOT_SETTLING = re.compile(r"\b(?:not (?:only|just|merely|simply|all|every|always|necessarily|until|yet|because|entirely|quite)|no (?:less|more|fewer|longer|sooner|doubt|one knows)|nothing but)\b", re.IGNORECASE)  # fmt: skip

JOINT_WORK = re.compile(
    r"\b(?:collaborat(?:ion|ive effort)s?|co-?operations?|partnerships?|alliances?|teamwork|joint (?:effort|work|project|venture|program(?:me)?)s?"
    r"|common (?:effort|work)s?|(?:work|efforts)(?= (?:together )?with\b))\b",
    re.IGNORECASE,
)
LED_TO = re.compile(
    r"\b(?:(?:lead|leads|led) (?:directly )?to|result(?:s|ed)? in|(?:bring|brings|brought) about|(?:give|gives|gave) rise to)\b",
    re.IGNORECASE,
)
CAME_OF = re.compile(
    r"\b(?:(?:the|an?) (?:direct )?(?:result|outcome|product|fruit|consequence)s? of|(?:come|comes|came|grow|grows|grew) out of|(?:arise|arises|arose|stem|stems|stemmed|result|results|resulted) from)\b",
    re.IGNORECASE,
)
AUXILIARY_FIRST = re.compile(
    r"^\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)\s+", re.IGNORECASE
)

ONCE = re.compile(
    r"\b(?:born|died|founded|established|incorporated|invented|discovered|built|constructed|erected|completed|finished|created|formed|abolished|dissolved|demolished|published|signed|opened|inaugurated|begun|began)\b",
    re.IGNORECASE,
)
"""What happens to one thing once: in another year it did not."""
IN_YEAR = re.compile(
    r"\b(?:in|since|on|during)\s+(?:the\s+year\s+)?(?:[A-Z][a-z]+\s+)?(?P<year>1\d{3}|20\d\d)\b"
)

# --- Measures set against each other.

MORE_THAN = re.compile(
    r"\b(?:(?P<more>more|greater|higher|taller|older|longer|larger|bigger|later|deeper|wider|heavier|farther|further|faster|over|above|at least|exceed\w*)"
    r"|(?P<less>less|fewer|lower|shorter|younger|smaller|earlier|under|below|at most|lighter|slower|nearer))\s+(?:than\s+)?(?:the\s+)?(?:age\s+of\s+)?"
    r"(?P<number>[$€£¥]?\s?\d[\d.,]*(?:\s?(?:million|billion|thousand|hundred))?|one million|one thousand|a million|a thousand|half)\s*(?P<unit>%|[a-z]+(?:\s[a-z]+)?)?",
    re.IGNORECASE,
)
MEASURED_BY = {
    "older": "old age", "younger": "old age", "taller": "tall high height", "higher": "high tall height",
    "lower": "low high height", "shorter": "short long length high", "longer": "long length", "deeper": "deep depth",
    "wider": "wide width", "heavier": "heavy weight", "larger": "large size", "bigger": "big size", "smaller": "small size",
    "later": "late", "earlier": "early", "faster": "fast speed", "slower": "slow speed",
}  # fmt: skip
"""What a comparative measures, in the words a text may use for it."""

_ADJECTIVE = r"(?P<adjective>taller|higher|lower|shorter|longer|older|younger|larger|bigger|smaller|deeper|wider|heavier|lighter|faster|slower|cheaper|dearer|brighter|(?:more|less) (?:expensive|costly|people|words|money)|more|less|fewer|tallest|highest|lowest|oldest|youngest|largest|smallest|earlier|later)"
WHICH_IS_MORE = re.compile(
    rf"^(?:which|what|who)(?: (?:one|of (?:the two|them|these)))?\s+(?:is|was|are|were|has|had|costs?|took|holds?|opened|began|came|earns?|earned|pays?|paid)\s+(?:the\s+)?{_ADJECTIVE}\b(?P<aspect>[^,:?]*)[,:]\s*(?P<a>.+?),?\s+or\s+(?P<b>.+?)[\s?.]*$",
    re.IGNORECASE,
)
IS_MORE_THAN = re.compile(
    rf"^(?:is|was|are|were|did|does|do|has|had)\s+(?P<a>.+?)\s+(?:(?P<verb>cost|costs|take|earn|earns|last|lasts|have|hold|holds|pay|open|rise|get)\s+)?{_ADJECTIVE}(?P<aspect>(?:\s+[a-z]+){{0,3}}?)\s+than\s+(?P<b>(?!\d)(?:that of\s+|the one (?:of|at|on|in)\s+|those of\s+)?[^?\d]+?)[\s?.]*$",
    re.IGNORECASE,
)
LESS = re.compile(r"^(?:less|fewer|lower|shorter|younger|smaller|lighter|slower|cheaper|lowest|youngest|smallest|earlier)", re.IGNORECASE)  # fmt: skip
ASPECT_OF = {
    "taller": "height", "higher": "height", "lower": "height", "tallest": "height", "highest": "height",
    "shorter": "length", "longer": "length", "older": "age", "younger": "age", "oldest": "age", "youngest": "age",
    "larger": "size", "bigger": "size", "smaller": "size", "largest": "size", "smallest": "size", "deeper": "depth",
    "wider": "width", "heavier": "weight", "lighter": "weight", "faster": "speed", "slower": "speed",
    "cheaper": "cost", "dearer": "cost", "more expensive": "cost", "less expensive": "cost", "more costly": "cost",
    "brighter": "range", "earlier": "date", "later": "date", "lowest": "height",
}  # fmt: skip

# --- What is asked again of a number that was told.

IS_IT_MORE = re.compile(
    r"^(?:and |so )?(?:is|was|are|were|did|does|do) (?:it|that|this|they|there|those|he|she)\s+(?P<more>(?:more|less|fewer|over|under|above|below|at least|at most)\b.*?\d.*?)[\s?.!]*$",
    re.IGNORECASE,
)
"""Asks whether the number that was just told is more than another."""
HOW_MANY = re.compile(r"^(?:and |so )?how many (?P<noun>[\w-]+) (?P<auxiliary>do|does|did|has|have|had) (?P<rest>[^?]+?)[\s?.!]*$", re.IGNORECASE)  # fmt: skip

"""The words by which an English sentence points back to another one, as data."""

from __future__ import annotations

import re

_BE = (
    r"(?:is|are|was|were|be|been|has|had|have|can|could|may|might|must|will|would|should|did|does)"
)
_TIMES = r"(?:day|night|morning|afternoon|evening|week|weekend|month|year|season|spring|summer|autumn|winter|decade|century|time|date|moment|hour)s?"
_COUNTS = (
    r"(?:all|some|many|most|few|several|none|half|more|fewer|less|neither|either|others?|any|both|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundreds|thousands|dozens|the rest|\d+)"
)

OPENING = re.compile(
    r"\W*(?:(?:and|but|or|so|yet|then|also|however|therefore|thus|hence|nor|instead|otherwise|moreover|furthermore|besides|nevertheless|nonetheless"
    r"|meanwhile|likewise|similarly|accordingly|consequently|conversely|finally|afterwards|later|earlier|still|rather|yes|no,|too|again|here|next|other|further|additional"
    r"|for (?:example|instance|this|that)|as a result|in (?:addition|contrast|turn|return|response|particular|fact|short|other words|this|that)"
    r"|by contrast|on the (?:other hand|contrary)|at the (?:same )?time|soon (?:after|afterwards)|since then|until then|by then|from then|to this|to that)\b"
    r"|(?:it|its|he|she|his|her|they|their|these|those|this|that|such|the (?:former|latter|same|others?)|another)\b"
    rf"|each(?=\s+(?:of|{_BE})\b|,)|the (?:first|second|third|fourth|last|next|one|other|rest)(?=\s+(?:of|{_BE})\b|,)"
    rf"|{_COUNTS}(?=\s+(?:{_BE}|of (?:them|these|those|which|it|whom))\b|\s*[,.;:!])"
    rf"|(?:\w+\s+){{0,4}}(?:later|earlier|afterwards|before that|after that)\s*,)",
    re.IGNORECASE,
)
"""Opens a sentence that goes on from another one."""

COUNT = re.compile(
    rf"(?:the (?:first|second|third|fourth|fifth|last|next|one|other)|(?:all |these |those |the )?{_COUNTS})\s+",
    re.IGNORECASE,
)
"""Opens a sentence with a number, whose noun may follow."""

WITHIN = (
    re.compile(r"\b(?:this|these)\b"),
    re.compile(
        r"\bthose\b(?!\s+(?:who|whom|whose|which|that|of|with|without|in|on|at|from|for|\w+(?:ing|ed))\b)"
    ),
    re.compile(
        r"\b(?:at|in|on|of|for|from|by|to|after|before|since|until|with|during|than|about|like|over|under) that\b(?! (?:of|which)\b)"
    ),
    re.compile(rf"\bthat {_TIMES}\b"),
    re.compile(r"(?<!no )(?<!as )\bsuch\b(?! as\b)(?! (?:an? )?(?:\w+ ){1,3}that\b)"),
    re.compile(
        rf"(?<!\w)there\b(?!\s+(?:{_BE}|being|isn|aren|wasn|weren|remain\w*|exist\w*|seem\w*|appear\w*|[a-z]+ly)\b|['’])",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:thereafter|thereby|therein|thereof|thereupon|thence|whereupon|hereby|herein|therefore|thus|hence|afterwards|otherwise|likewise|similarly|aforementioned|instead(?! of)|respectively|in turn)\b"
    ),
    re.compile(
        r"\b(?:here|as follows|(?:the|as|see|mentioned|listed|described|given|shown|named|noted) (?:above|below)|the following(?=\s*[:.,;]| (?:is|are|was|were)\b))\b"
    ),
    re.compile(r"\b(?:do|does|did|done|doing) (?:so|it|this|that)\b"),
    re.compile(
        r"\b(?:the|a|an|each|every|another|any|no|\w+er|\w+est|new|old|good|bad|big|small|red|blue|green|white|black) ones?\b(?=\s*[.,;!]|\s+(?:is|are|was|were|has|had|have|can|will|in|on|at|with|from|for|to|by)\b)",
        re.IGNORECASE,
    ),
    re.compile(r"\bones\b"),
    re.compile(
        r"(?<!no )(?<!any )(?<!each )(?<!every )(?<!some )(?<!the )(?<!that )(?<!which )\bone\b(?=\s*[.,;!]|\s+(?:as|at|in|on|for|with|to|by|near|from|and|or|but|when|while|is|was|were)\b)"
    ),
    re.compile(r"\bsimilar(?:ly)?\b(?!.*\bto\b)", re.IGNORECASE),
    re.compile(r"\b(?:if|even|more|less|not|think|believe|say|said) so\b", re.IGNORECASE),
    re.compile(r"\bas (?:many|much|often)\b(?!.*\bas\b)"),
    re.compile(
        r"\b(?:the (?:opposite|reverse|contrary|converse)(?! of)|vice versa)\b", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:yesterday|tomorrow|tonight|(?:last|next) (?:night|week|weekend|month|year|season|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b",
        re.IGNORECASE,
    ),
    re.compile(r"\bthe (?:former|latter)\b", re.IGNORECASE),
    re.compile(r"\bthe same\b(?!.*\b(?:as|that|which)\b)", re.IGNORECASE),
)
"""Points back wherever it stands."""

UNLESS_BEFORE = (
    (
        re.compile(
            r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|might|not)[.!]?$"
        ),
        re.compile(r"[,;]|\b(?:and|but|or|than|as|while|what|how|where|who|when|if|because)\b"),
    ),
    (
        re.compile(r"\bthen\b"),
        re.compile(r"\b(?:and|if|when|but|first|once|after|until|before|since|,)\W", re.IGNORECASE),
    ),
    (
        re.compile(
            r"\bthe (?:\w+ )?(?:others?|remaining|rest|remainder)\b|\bothers\b|\banother\b|\ba further\b|\belse\b"
            r"|\b(?:all|its|their|his|her|these|those) (?:\w+ )?other\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:one|two|some|both|each|part|half|most|many|a few|first|several|three|four|five|six|\d+)\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(
            rf"\bthe (?:next|following|previous|preceding|same) {_TIMES}\b|\b{_TIMES} (?:later|earlier|before|after|afterwards)\b(?! (?:the|an?|than)\b)",
            re.IGNORECASE,
        ),
        re.compile(
            r"\d|day\b|night\b|week\b|month\b|year\b|\b(?:when|after|until)\b", re.IGNORECASE
        ),
    ),
    (
        re.compile(
            r"\bthe (?:two|three|four|five|six|seven|eight|nine|ten)\b(?!\s+(?:\w+\s+){1,3}(?:of|who|which|that|between|whose|in|on|at|from)\b)(?!\s+\w+ (?-i:[A-Z]))",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:and|two|three|four|five|six|seven|eight|nine|ten|both)\b", re.IGNORECASE),
    ),
    (
        re.compile(r"\b(?:both|neither|either)\b(?!\s.*\b(?:and|nor|or)\b)", re.IGNORECASE),
        re.compile(r"\band\b|\b(?:two|pair)\b"),
    ),
)
"""Points back, unless what it may go on from stands before it in its own sentence."""

"""What English yes-or-no questions presume, and the open question that is left without it.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

_BE = r"(?P<be>(?i:is|are|was|were))"
_DO = r"(?P<do>did|does|do|was|were|is|are|has|have|had)"
_PAST = r"[a-z]+(?:ed|built|made|won|led|held|given|taken|written|drawn|found|founded|sold|bought|run|set up|brought|begun|chosen|known|shown|sent|paid|kept|lent|grown|thrown|hit|cut|put|lost|left|told|taught|caught|laid|sunk|struck|torn|broken|stolen|driven|ridden|sung|spoken|worn)|built|made|won|led|held|given|taken|written|drawn|found|sold|bought|run|set up|brought|begun|chosen|sent|paid|kept|lent|hit|cut|put|lost|left|told|taught|caught|laid|sunk|struck|broken|stolen|driven"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_WHEN = rf"(?:before|after|in|since|by|until|during|on|around|as (?:early|late) as)\s+(?:the\s+)?(?:year\s+|early\s+|late\s+|spring of\s+|summer of\s+|autumn of\s+|winter of\s+|(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\s*(?:\d{{1,2}},? )?)?(?:\d{{4}}s?|\d{{1,2}}(?:st|nd|rd|th) century)?"
_RESULT = r"(?:result|outcome|product|consequence|fruit|effect|upshot)"
_OFFICE = r"(?:(?:first|last|current|present|former|only|main|chief) )?(?:[a-z]+(?:er|or|ist|ect|man|woman)|head|chair|chief|captain|capital|king|queen|mayor|boss|artist|architect|inventor|husband|wife|son|father|mother|owner|host|home|seat|president|chief executive|ceo)"
PRESUMED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"^(?:and |so )?{_DO}\s+(?P<rest>\S.{{3,}}?)\s+(?={_WHEN}$)(?:before|after|in|since|by|until|during|on|around|as)\b.*\d.*$", re.IGNORECASE), "When {do} {rest}?"),
    (re.compile(rf"^(?:and |so )?(?:is|are|was|were|has|have|had)\s+(?P<subject>\S.*?)\s+(?:been\s+)?(?P<did>{_PAST})\s+by\s+(?P<by>.+)$", re.IGNORECASE), "Who {did} {subject}?"),
    (re.compile(rf"^(?:and |so )?{_BE}\s+(?P<subject>\S.*?)\s+(?:the |an? )?{_RESULT}\s+of\s+(?P<of>.+)$", re.IGNORECASE), "What {be} {subject} the result of?"),
    (re.compile(rf"^(?:and |so )?{_BE}\s+(?P<who>[A-Z]\S*(?: \S+)*?)\s+the\s+(?P<office>{_OFFICE})\s+(?P<of>of|at|behind)\s+(?P<whole>.+)$"), "Who {be} the {office} {of} {whole}?"),
    (re.compile(rf"^(?:and |so )?{_BE}\s+(?P<subject>\S.*?)\s+(?:because of|due to|owing to|caused by|on account of)\s+(?P<cause>.+)$", re.IGNORECASE), "Why {be} {subject}?"),
    (re.compile(r"^(?:and |so )?(?P<do>did|does|do)\s+(?P<subject>\S.*?)\s+(?:because of|due to|owing to|on account of)\s+(?P<cause>.+)$", re.IGNORECASE), "Why {do} {subject}?"),
)  # fmt: skip
"""A yes-or-no question with what it presumes, and the question for that."""

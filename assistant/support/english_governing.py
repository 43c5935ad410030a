"""The words by which English lines say what the sentences below or behind them hold for, as data."""

from __future__ import annotations

import re

_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_SEASONS = r"(?:spring|summer|autumn|winter|weekends?|holidays|christmas|easter)"

LIMIT = re.compile(
    r"\b(?:1\d|20)\d\ds?\b|\b\d{1,2}(?:st|nd|rd|th) century\b"
    r"|(?-i:\b(?:[Vv]ersion|[Rr]elease|[Ee]dition|[Oo]ption|[Ss]cenario|[Vv]ariant|[Mm]odel|[Tt]ype|v)\.?\s?[\dA-Z](?:\b|[\d.]))"
    rf"|(?-i:\b{_MONTHS}\b)|\b{_DAYS}\b|\b{_SEASONS}\b"
    r"|\b(?:today|yesterday|tomorrow|tonight|formerly|former|previous(?:ly)?|earlier|old|past|future"
    r"|until|before|after|since|outside|abroad|elsewhere|other)\b"
    r"|\b(?:drafts?|propos(?:al|als|ed)|planned|projections?|forecasts?|outlook|scenarios?|suppos\w+|assum\w+|hypothe\w+|imagin\w+"
    r"|examples?|sample|case stud(?:y|ies)|simulat\w+|if|unless)\b"
    r"|\b(?:myths?|legends?|lore|folklore|folk ?tales?|fables?|tales?|stor(?:y|ies)|fiction\w*|plot|synopsis|novels?|rumou?rs?|gossip"
    r"|beliefs?|superstitions?|misconceptions?|misunderstandings?|mistakes?|errors?|errata|corrections?|wrong\w*|false\w*|untrue|fake|hoax\w*|lies)\b"
    r"|\b(?:not|no|never|without|nothing|none|don['’]?t|cannot|excluded|exclusions?|exceptions?|exempt\w*|prohibited|forbidden|banned"
    r"|abolished|repealed|superseded|withdrawn|cancelled|rejected|refused|obsolete|deprecated|discontinued|removed|abandoned)\b"
    r"|\b(?:critic\w*|objections?|opponents?|supporters?|arguments?|against|claims?|claimed|alleg\w+|accus\w+|complaints?|charges"
    r"|opinions?|views?|comments?|voices|quotes?|quotations?|sayings?|letters?|praise|testimon\w+|interviews?|according|theor(?:y|ies))\b",
    re.IGNORECASE,
)
"""In a heading: what stands below it holds for a time, a place, a case or a view only."""

SUPPOSES = re.compile(
    r"\A\W*(?:now,? )?(?:suppos(?:e|ing)|imagine|assum(?:e|ing)|picture|say you|consider an?|take an?)\b"
    r"|\b(?:scenario|hypothetical\w*|thought experiment|simulat\w+|fictional|fictitious|imaginary|for (?:example|instance)|as an example"
    r"|let us (?:say|suppose|assume|imagine)|let['’]s (?:say|suppose|assume|imagine)|what if|take the case|assumes? that|suppose that)\b",
    re.IGNORECASE,
)
"""In a sentence: what follows it in its paragraph may be a case that is only thought of."""

TELLS = re.compile(
    r"\b(?:legend\w*|myths?|folklore|fairy ?tales?|folk ?tales?|fables?|rumou?rs?|hoax|misconceptions?|dreamt|dreamed|tells? (?:the |a )?(?:story|tale|of)"
    r"|(?:the|a) (?:story|tale) (?:goes|is|was|says|of|that)|tradition (?:has|holds|says|tells)|according to tradition|the plot of"
    r"|in (?:the|his|her|their) (?:novel|film|play|opera|poem|ballad|story|tale|song|dream))\b",
    re.IGNORECASE,
)
"""In a sentence: what follows it in its paragraph may be told, and not so."""

REPORTS = re.compile(
    r"\b(?:says?|said|claim(?:s|ed)|argu(?:es|ed)|(?:argue|claim|believe|insist|hope|fear|object|warn|predict|suggest|maintain|promise)s? that|believ(?:es|ed)|assert(?:s|ed)|alleg(?:es|ed)"
    r"|insist(?:s|ed)|contend(?:s|ed)?|predict(?:s|ed)|warn(?:s|ed)|complain(?:s|ed)|objected|propos(?:es|ed)|plan(?:s|ned)? to|intend(?:s|ed)? to|hop(?:es?|ed) to|feared|promis(?:es|ed)"
    r"|promise to|accus(?:es|ed)|supposed to|according to|critics|opponents)\b",
    re.IGNORECASE,
)
"""In a sentence: the next one may go on with what somebody else says."""

_UNTRUE = (
    r"(?:not (?:so|true|right|correct|the case|happen\w*|what|how)|wrong|false|untrue|incorrect|mistaken|(?:an? )?(?:\w+ )?(?:myths?|lies?|hoax|legend|error|exaggeration)|invented|fiction"
    r"|no longer (?:so|true|the case|holds?|applies|apply|allowed|in (?:force|use)|valid)|nonsense|disproved|refuted|doubt\w*|retracted|withdrawn|corrected)\b"
)
TAKES_BACK = re.compile(
    r"\W*(?:(?:this|that|it|these|all this|all that|both|neither|the (?:claim|story|report|account|view|theory|figure|statement|date))\s+(?:\w+\s+){0,2}?"
    rf"(?:is|was|are|were|has|had|been|did|does|proved|turned out)\s+(?:\w+\s+){{0,3}}?{_UNTRUE}"
    r"|(?:this|that|it|these|the same|the rule) (?:\w+ )?(?:does|do|did|is|was) not (?:apply|hold|concern|affect|valid|include)\w*"
    r"|(?:the|an|one) (?:only )?exceptions?\b|exceptions?:|(?:except|unless|but not)\b"
    r"|in (?:fact|reality|truth|actual fact)\b|actually\b|not so\b|far from it|nothing of the (?:sort|kind)|none of (?:this|it|that|these)\b|no[,.]|wrong[,.:]|false[,.:]|or so\b|at least,? (?:so|that)\b|so (?:says|said|goes|runs|at least)\b"
    r"|(?:this|that) (?:is|was) (?:what|how|the (?:plan|idea|theory|legend|claim|story|view|hope|intention|rumou?r))\b|on paper\b|in theory\b)",
    re.IGNORECASE,
)
"""Opens a sentence that takes back the one before it."""

LABEL = re.compile(
    rf"\A[\W_]*(?P<label>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|the|de|van|von)){{0,3}}|\d{{1,2}} {_MONTHS}[ \d]*|(?:in )?\d{{4}}|\d{{1,2}}[:.]\d\d)\s?(?::|—|–(?= ))\s*(?=\S)"
)
"""Who speaks, or what an entry is of, in front of it: "Anna: ...", "12 May: ..."."""

_KINDS = (
    "company firm business enterprise manufacturer maker corporation bank fund agency authority office ministry department"
    " city town village place settlement port capital parish district county province region state country kingdom island area site"
    " river lake mountain valley canal street square road railway line station harbour"
    " ship vessel boat ferry steamer aircraft plane train car vehicle engine machine device instrument tool system model"
    " house building tower castle church cathedral chapel monastery temple mosque palace bridge dam mill factory plant mine hall theatre hotel farm"
    " museum library archive school university college institute academy hospital clinic laboratory"
    " book novel poem play film opera song album ballad manuscript letter text work painting picture portrait statue"
    " treaty agreement contract law act bill statute code decree order convention constitution"
    " war battle siege revolt rebellion campaign strike trial case"
    " man woman boy girl child father mother son daughter brother sister husband wife widow author artist painter poet composer engineer architect king queen duke"
    " prince princess count bishop minister president mayor general captain officer doctor teacher director chairman founder owner family couple"
    " group party union club team society association organisation organization committee commission council board court parliament league order band orchestra choir"
    " animal bird fish insect plant tree species breed disease illness drug medicine treatment vaccine substance compound mineral method process technique test reaction language dialect script alphabet"
    " festival prize award game sport dance project programme program scheme policy tax fee decision change difference result proposal plan study survey experiment accident incident fire flood"
).split()
KINDS = frozenset(_KINDS)
"""What a definite noun alone may stand for, of several that were named."""

INDEFINITE = frozenset(
    "a an another one each every some any two three four five six seven many several other new".split()
)

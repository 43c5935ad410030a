"""The words by which English says that a sentence does not stand for all times and readers."""

from __future__ import annotations

import re

GENERAL = frozenset(
    """about account background basic basics beginning beginnings biography career chapter contents construction
    description design detail details discovery early education end fact facts family feature features foundation founding
    general geography history important information intro introduction key later legacy life location main note
    notes origin origins overview page part people person place preface profile section setting short significance summary
    the thing things today text topic use uses what who where when why how work works year years""".split()
)
"""Words of headings that limit nothing: what stands below them is of the document's subject."""

NOW = re.compile(
    r"\b(?:now|nowadays|today|currently|at present|presently|recently|lately|so far|to date|soon|ago|yet|as yet|at the moment|these days"
    r"|current|(?:this|next|last|coming) (?:\w+ )?(?:week|month|year|season|term|spring|summer|autumn|winter|morning|afternoon|evening|weekend"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b",
    re.IGNORECASE,
)
"""Tells a time by when it was written."""

SPEAKS = re.compile(
    r"(?:^|[.!?\"“] |(?<![A-Za-z])[a-z]+,? |[,;:] |\b(?:When|If|As|And|But|So|Then|That|While|What|Where|How|Because|Since|Before|After|Though|Although|Once|Until|Here|There) )"
    r"I(?=['’]\w| [a-z])|\b(?:my|myself)\b",
    re.MULTILINE,
)
"""Somebody tells of themselves: what stands beside it is what they say."""

_WRITING = (
    r"(?:page|document|version|edition|leaflet|brochure|booklet|guide|text|draft|rules?|minutes|figures|prices?|story|report|article"
    r"|notice|list|table|plan|policy|letter|statement|entry|record|sheet|section|information|tale|account|essay|timetable)"
)
_VOID = (
    r"(?:superseded|replaced|out of date|outdated|obsolete|withdrawn|drafts?|no longer|not (?:yet |been |yet been )?(?:approved|adopted|confirmed|in force|valid|decided|checked)"
    r"|fiction\w*|fictitious|invented|imaginary|satir\w+|parody|hoax|joke|archived?|provisional|unconfirmed|retracted|expired?|for comment)"
)
NOTICE = re.compile(
    rf"\b(?:this|these|the (?:following|above|present|old|previous))\s+(?:\w+\s+){{0,2}}{_WRITING}\b[^.]{{0,80}}\b{_VOID}\b"
    r"|^[^\w#]*(?:status\W+)?(?:draft|superseded|withdrawn|archived|obsolete|cancelled|provisional|erratum|errata|corrections?|retraction)\b(?:\W+\d.*|[,:;(].*|\s+(?:version|copy|only|text|for|as of|by)\b.*|\W*)$"
    r"|\b(?:erratum|errata|corrigend\w+|correction:|kept (?:here )?for (?:the record|reference|archive)|made[- ]up|april fool\w*)"
    rf"|\b(?:fictional|fictitious|imaginary|invented) (?:\w+ )?(?:example|company|person|people|place|town|case|story|names?)\b|\bapplied until\b|\bvalid (?:only )?(?:until|till|up to)\b"
    rf"|\breplaces the (?:\w+ )?{_WRITING}\b|\bhas been replaced by\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Anywhere in a document: what it says may not hold, or not any more."""

TURNS = re.compile(
    r"\W*(?:but|however|yet|although|though|nevertheless|nonetheless|even so|instead|otherwise|unless|except\w*|apart from|only|still,|since then|now|today"
    r"|on the other hand|in practice|at least|that is|that was|those|this applies|this holds|this only|it applies|the same does not|not all|not every)\b",
    re.IGNORECASE,
)
"""Opens a sentence that may limit the one before it."""

UNDOES = re.compile(
    r"\b(?:no longer|not (?:true|so|correct|right|the case|apply|applicable|include|cover)|does not (?:apply|hold)|exceptions?|exempt\w*|unless|provided that"
    r"|wrong(?:ly)?|false(?:ly)?|untrue|incorrect\w*|mistaken(?:ly)?|myths?|hoax|legends?|forged|forgery|fake\w*|invented|made up|den(?:y|ies|ied)|disput\w+|contradict\w*|refut\w*"
    r"|disprov\w*|debunk\w*|retract\w*|withdrew|withdrawn|revoked|repealed|abolished|reversed|overturned|overruled|annulled|cancell?ed|suspended|superseded|corrected|correction"
    r"|doubt\w*|unproven|unconfirmed|no evidence|turned out|in fact|in reality|actually|supposedly|allegedly|fiction\w*|joke|in jest|never (?:happened|existed|came|took|built))\b",
    re.IGNORECASE,
)
"""In a sentence further on: it may take back what went before."""

SCOPE = re.compile(
    r"\W*(?:in|on|at|during|for|with|under|if|when|whenever|where|from|until|outside|unless|before|after|as long as|once|while|between|among|within|without|those|whoever|anyone|people who|members? who)\b",
    re.IGNORECASE,
)
"""Opens a sentence that holds for a time, a place, a case or a group, as what follows it may."""

TOLD_SINGLY = re.compile(
    r"\W*(?:if (?:not|so|you (?:do|did|have|can|are)(?: not)?,)|when (?:done|finished|ready)|for (?:more|further) (?:information|details?|help)|see\b|please\b|note\b|nb\b|do not\b|don['’]t\b|never\b|always\b)",
    re.IGNORECASE,
)
"""Opens a sentence that goes on, points elsewhere, or tells its reader what to do."""

DETERMINERS = frozenset(
    "the a an your this that these those any all each every it its their his her them".split()
)
DETERMINED = frozenset(
    "of that who whom which whose where when with without between behind beside called named known at from for".split()
)
"""What follows a noun and says which is meant."""
EXISTS = frozenset("there".split())
FRONTS = frozenset(
    "to if when whenever as because while once unless where although though whether".split()
)
"""Opens, besides a preposition, a part of a sentence before its subject."""
RELATIVES = frozenset("who which that whose whom".split())
INDEFINITE = frozenset("a an any every each all".split())
IS = frozenset("is are was were means refers".split())
OF_KIND = frozenset("a an the one two three to that when where".split())
"""Behind "is" in a sentence that says what something is."""
IS_OPEN = re.compile(
    r"\W*(?:tell (?:me|us)|give (?:me|us)|describe|summari[sz]e|explain|what (?:do|should|can|must|ought) (?:we|i|one|you) (?:know|say)|what(?:['’]s| is) there to know)\b",
    re.IGNORECASE,
)
"""Asks for whatever is told of something."""
HOLDS = frozenset("is are can may must shall should will has have does do".split())
HAPPENED = frozenset("was were had did".split())
PARTS = frozenset("among of between".split())
"""Before "them": what came before the sentence is counted."""

"""How English sentences give lists: data, as in ``assistant.english``."""

from __future__ import annotations

import re

GOES_ON = re.compile(
    r"(?:and|or)\b"
    r"|(?:\S+\s+){0,5}?(?:also|another|others|further|additional(?:ly)?|moreover|furthermore|besides|likewise|secondly|thirdly|fourthly|added)\b"
    r"|(?:\S+\s+){0,3}?comes? (?:second|third|fourth|next|last)\b"
    r"|(?:\S+\s+){0,2}?(?:a|the) (?:second|third|fourth|fifth|final|last)\b"
    r"|(?:in addition|second|third|fourth|fifth|next|then|finally|last|lastly|on top of (?:this|that)|apart from (?:this|that))\b",
    re.IGNORECASE,
)
"""A sentence goes on with what the one before it lists; matched from its beginning."""
ARE_TOLD = re.compile(
    r"\b(?:(?:is|are|was|were|have been|has been|can be|may be)\s+(?:\w+ly\s+)?(?:as follows|discussed|debated|set out|laid (?:down|out)|described|listed|given|named|outlined|presented"
    r"|considered|explained|reviewed|repeated|recorded|noted|read(?: out)?|agreed|proposed|put forward|mentioned|examined|summari[sz]ed)|follow)\b",
    re.IGNORECASE,
)
"""A sentence says of things that they are told, and not which they are; they stand before it."""
GIVES = re.compile(
    r"\b(?:such as|namely|includ(?:e|es|ed|ing)|compris(?:e|es|ed|ing)|consist(?:s|ed|ing)? of|made up of|covers?|contains?|involves?|entails?)\s+"
    r"(?!(?:not|only)\b)[^.;:]*?\s(?:and|or)\s"
    r"|\b(?:are|were|is|was|has|have|do|among (?:them|these))\b[^.;:]*,[^.;:]*?\s(?:and|or)\s|:\s[^.;]*?(?:,|\s(?:and|or)\s)",
    re.IGNORECASE,
)
"""A sentence gives two things or more behind a word that opens a list."""
INVOLVING = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|compris(?:e|es|ed|ing)|consist(?:s|ed|ing)? of|made up of|contain(?:s|ed|ing)?|involv(?:e|es|ed|ing)|entail(?:s|ed|ing)?|cover(?:s|ed|ing)?|has|have|had|such as)\b",
    re.IGNORECASE,
)
EITHER = re.compile(
    r"(?P<a>[A-Z][\w&.’'-]*(?:\s+(?:(?:of|the|de|von|van)\s+)*[A-Z][\w&.’'-]*)*|[a-z]{4,})\s+or\s+(?P<b>(?:the\s+)?[A-Z][\w&.’'-]*(?:\s+(?:(?:of|the|de|von|van)\s+)*[A-Z][\w&.’'-]*)*|[a-z]{4,})"
)
"""Two names, or two words, of which one is enough."""
COLON = re.compile(r"\s?:\s")
"""Behind what is listed: the list, after a colon."""
ASKS_WHAT = re.compile(r"\W*(?:and |so |but )?(?:to |for )?(?:what|whom?)\s+(?:is|are|was|were|do|does|did|must|should|may|can|has|have|needs?)\b", re.IGNORECASE)  # fmt: skip
ASKS_OPENLY = re.compile(r"\W*(?:and |so |but )?(?:what|how|why|in what)\b", re.IGNORECASE)
EXAMPLES_OF = re.compile(
    r"\b(?:(?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+)?(?:[a-z]+\s+){0,2}?(?:examples|instances|cases)\s+(?:of|for)\s+(?:an?\s+|the\s+|successful\s+|such\s+)*(?P<of>[\w’'-]+(?:\s+[\w’'-]+){0,3})\W*$",
    re.IGNORECASE,
)
"""A question for examples, how many, and of what."""
KIND_OF_NAMES = re.compile(
    r"^(?:In |For |Through |With )?(?:[Tt]he|[Aa]n?)\s+(?:[\w-]+\s+){0,2}?(?P<kind>[a-z][\w-]+)\s+(?:of|between|by|called|named)\s+(?:the\s+)?(?=[A-Z\d])"
)
"""A sentence opens with a thing of a kind that names make up: "the alliance of A and B"."""
IS_ONE = re.compile(
    r"\s(?:is|was|are|were|remains|counts as|serves as)\s+(?:(?:held up as|seen as|regarded as|known as|also|such)\s+)*(?:an?|one of the|among the|the)\s+(?:[\w-]+\s+)*?(?:(?:example|case|instance|kind|type|form)s?\s+of\s+)?(?:an?\s+|the\s+)?(?P<kind>[\w-]+(?:[\s-][\w-]+){0,3})"
)
"""A sentence says what a name is one of."""
IS_EXAMPLE = re.compile(
    r"\s(?:is|was|are|were|remains|gives|offers|provides)\s+(?:[\w-]+\s+){0,4}?(?:example|case|instance|illustration)s?\b"
)
"""A sentence says of what it opens with to be an example."""
VAGUE = frozenset(
    "expect expected anticipated predicted foreseen likely coming upcoming next near nearer current"
    " present today now nowadays recent foreseeable".split()
)
"""Says when or how surely, which a heading over a list need not say."""
COUNTED_NOUNS = re.compile(r"\b(?:several|various|many|multiple|numerous|different|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s+(?P<np>(?:[\w-]+\s+){0,2}[\w-]+)", re.IGNORECASE)  # fmt: skip
"""So many of something, or several."""
WITHIN_KIND = re.compile(r"^(?:and |so |but )?(?:(?:which|what)(?: of (?:the|these|those|its|their|our|your))?|(?:list|name|give(?: me)?|show(?: me)?|tell me|find)?\s*(?:all|every|each)(?: of)?(?: the| those)?)\s+[\w-]+(?: [\w-]+)?(?: that| which)? (?:calls? for|asks? for|contains?|uses?|needs?|requires?|includes?|mentions?|has|have|holds?|involves?|takes?|comes? with|(?:is|are) made (?:with|of|from)|deals? with|speaks? of|tells? of|(?:is|are) about) (?P<within>.+)", re.IGNORECASE)  # fmt: skip
"""Asks for all of a kind that hold something."""
PREDICATED = re.compile(
    r"\b(?:have|has|had|were|was|are|is|got|get)\s+(?:(?:ever|also|already|since|now|later|been|being|not|all)\s+)*(?P<said>\w{2,}(?:ed|own|ept|ilt|old|ost|ung|ut|awn|en))\b(?! by\b)",
    re.IGNORECASE,
)
"""What is said of each of what is listed: "all the ports that have been closed"."""
JOINS = re.compile(r"\b(?:and|or)\b|[&,;/]", re.IGNORECASE)
"""A heading names two things, so that what stands below it is no list of the one."""
NONE_OF = re.compile(r"\b(?:no|not any|none of the|without)\s+(?P<np>(?:[\w-]+\s+){0,2}[\w-]+)", re.IGNORECASE)  # fmt: skip
"""Says of something that there is none."""
JOINED = frozenset(
    "partnership collaboration cooperation alliance deal venture agreement contract treaty merger"
    " coalition consortium tie-up".split()
)
"""What several have with each other: whoever else is named tells which one is meant."""
THINGS = frozenset(
    "things factors reasons causes points matters aspects respects circumstances developments events"
    " changes steps ways means features conditions considerations".split()
)
"""What a sentence says there are several of, whatever a question for such a thing calls it."""
OR = re.compile(r"\bor\b", re.IGNORECASE)
NUMBERED = re.compile(r"(?:\b(?:(?P<more>more than|over|above|after|later than|exceed(?:s|ing)?)|(?P<less>less than|under|below|(?:fewer|cheaper|shorter|smaller|lower) than|before|earlier than)|(?P<least>at least|from|since|no (?:less|fewer) than)|(?P<most>at most|up to|no more than|until)) )?\b(?P<n>\d+(?:,\d{3})*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)  # fmt: skip
"""A number that something is to have, or to be more or less than."""
HAD = re.compile(r"\b(?:have|has|had|with|without|contain(?:s|ing)?|includ(?:es?|ing))\s+(?!to\b|been\b)(?:an?\s+|the\s+|no\s+)?(?P<np>[\w-]+(?:\s+[\w-]+)?)", re.IGNORECASE)  # fmt: skip
"""What something has: never a verb."""

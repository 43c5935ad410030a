"""How English asks how something is done, and how a text tells it step by step.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

_WHO = r"(?:i|you|we|one|they|he|she|it|people|someone|somebody|anyone|anybody|users?|(?:the|an?|my|your|our|new) [\w-]+)"
_GUIDE = r"(?:steps?|instructions?|procedures?|process|directions?|recipe|method|way|guide|guidance|right way|best way|correct way|sequence|routine|checklist)"
PROCEDURE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:so |and |but |ok |then )?(?:explain |describe |show (?:me )?|tell me )?how (?:exactly )?(?:(?:do|does|can|should|must|shall|would|could|may) {_WHO}(?: (?:have|need|go about))?(?: to)?|to|do|can|should|must) (?P<task>\S.*)$",
        r"^(?:so |and |but )?how (?:is|are|must|should) (?P<task>(?:the |an? )?[\w-]+(?: [\w-]+){0,5}) (?:be )?(?P<verb>done|\w{2,}ed|made|built|kept|put|set|sent|cut|held|laid|hung|shut|taken|given|written)\W*$",
        rf"^(?:so |and )?(?:what|which)(?: is|['’]s| are) (?:the |an? )?(?:\w+ )?{_GUIDE} (?:for|to|of|when|in) (?P<task>\S.*)$",
        rf"^(?:(?:give|show|list|name)(?: me| us)? )?(?:all |every |each )?(?:of )?(?:the |some )?(?:single )?{_GUIDE} (?:for|to|of|when|in) (?P<task>\S.*)$",
        rf"^what (?:do|does|must|should|can|shall) {_WHO} (?:have to )?do (?:to|when|if|in case(?: of)?|in order to|for|after|before|with) (?P<task>\S.*)$",
        rf"^(?:walk|talk|take|guide|lead) me through (?:the |an? )?(?:{_GUIDE} (?:for|to|of) )?(?P<task>\S.*)$",
    )
)  # fmt: skip
"""A question for how something is done, which ``task`` says."""
_NEEDED = r"(?:ingredients?|materials?|tools?|equipment|supplies|parts|utensils)"
NEEDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^(?:so |and |but )?(?:what|which)(?: all)?(?: {_NEEDED})? (?:do|does|will|would|must|should) {_WHO} need (?:for|in|to \w+|if {_WHO} want to \w+|when \w+ing) (?P<task>\S.*)$",
        rf"^(?:so |and |but )?(?:what|which)(?: {_NEEDED})? (?:is|are|was|were) (?:needed|required|used|necessary) (?:for|in|to \w+) (?P<task>\S.*)$",
        r"^(?:so |and |but )?what (?:goes|belongs|is) in(?:to)? (?P<task>(?:the |an? )?[a-z][\w-]*(?: [\w-]+){0,3})\W*$",
        rf"^(?:(?:the |all (?:the )?|list (?:the )?)?{_NEEDED}|what (?:are|is) the {_NEEDED}) (?:for|of|in|to \w+) (?P<task>\S.*)$",
    )
)  # fmt: skip
"""A question for what is needed for something."""
NEEDED = re.compile(
    rf"^\W*(?:the )?(?:{_NEEDED}(?: (?:and|&|or) {_NEEDED})*|(?:what )?you(?:['’]ll| will)? need|what (?:is|you) need(?:ed)?|requirements|prerequisites|needed|required)\W*$",
    re.IGNORECASE,
)
"""A heading that says that what is needed follows, and not for what: that stands above it."""
GUIDE = re.compile(
    r"^\W*(?:the )?(?:steps?|instructions?|procedure|process|directions?|method|preparation|how to(?: do it)?|how it is done|what to do|in short|step by step|making|cooking)\W*$",
    re.IGNORECASE,
)
"""A heading that says that steps follow, and not of what: that stands above it."""
FRAMING = frozenset(
    "step steps instruction instructions procedure procedures process direction directions recipe"
    " method way guide guidance sequence routine checklist right best correct properly correctly do done make made".split()
)
"""Words that ask for steps and that a heading over them need not hold."""
SEQUENCE = re.compile(
    r"^(?:first(?:ly)?|then|next|now|after(?:wards| that| this)?|finally|last(?:ly)?|when|once|as soon as|second(?:ly)?|third(?:ly)?|meanwhile|before)\b",
    re.IGNORECASE,
)
"""Opens one step of several told in running text."""
BEHIND_A_COMMAND = re.compile(
    r"^[A-Z][a-z]+(?: (?:\w+ly|out|off|up|down|in|on|away|back|over))? (?:the|an?|it|them|your|all|each|every|any|both|with|in|into|on|onto|to|for|from|until|and|at|over|through|two|three|four|five|\d)\b"
)
"""What follows the verb that a command begins with."""
LEADS_TO = re.compile(
    r":[*_]*\s*$|[^.!?]$|\b(?:steps?|follow(?:s|ing)?|instructions|proceed|below)\b", re.IGNORECASE
)
"""Ends or belongs to a line that leads to the list below it."""

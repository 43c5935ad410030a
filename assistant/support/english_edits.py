"""Which differences between a sentence and its source say nothing else, as data of English."""

from __future__ import annotations

import re

ARTICLES = frozenset("a an the".split())
COUNTING = frozenset(
    """few little lot number majority minority couple hundred thousand million billion dozen same only sole other more most
    less least fewer first second third fourth fifth sixth seventh eighth ninth tenth last next latter former half quarter""".split()
)
"""Before these an article counts: "few came" is not "a few came", "a third" not "the third"."""
WHOLE = frozenset("all both half every each such what quite".split())
"""Behind these an article counts: "all the boats" are not "all boats"."""
JOINING = frozenset("and or with".split())
"""Behind these a second article may be left out: "a lake and a wood" is "a lake and wood"."""
EQUAL = tuple(
    frozenset(group.split())
    for group in """
        % percent; & and; til till until; among amongst; while whilst; toward towards; afterward afterwards; okay ok
        about approximately around roughly; start begin; starts begins; started began; starting beginning; built constructed
        buy purchase; bought purchased; film movie; films movies; flat apartment; located situated; grey gray; wooden timber
        mr mister; dr doctor; no number; plough plow; programme program; programmes programs; tyre tire; tyres tires; storey story""".split(
        ";"
    )
)
"""Words that say the same wherever they stand."""
SPELLINGS = (
    (re.compile(r"(?<=\w{2})is(?=(?:e|es|ed|ing|ation|ations|er|ers)\Z)"), "iz"),
    (re.compile(r"(?<=\w{2})ys(?=(?:e|es|ed|ing)\Z)"), "yz"),
    (
        re.compile(r"(?<=\w{2})our(?=(?:s|ed|ing|ite|ites|able|hood|hoods|er|ers|less|ful)?\Z)"),
        "or",
    ),
    (re.compile(r"(?<=\w[bt])re(?=s?\Z)"), "er"),
    (re.compile(r"(?<=\wlog)ue(?=s?\Z)"), ""),
    (re.compile(r"(?<=\wl)l(?=(?:ed|ing|er|ers)\Z)"), ""),
    (re.compile(r"(?<=\wen)c(?=e\Z)"), "s"),
)
"""British spellings made American; what is no word of either does no harm, both sides change."""
CONTRACTED = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not"), "shan't": ("shall", "not")}  # fmt: skip
CONNECTIVES = frozenset("however also moreover furthermore therefore thus nevertheless".split())
"""Join a sentence to another; dropped, they leave it as it is."""
FRONTED = frozenset(
    "in on at since until during after before from by for under over within between among throughout around near".split()
)
"""What may stand first with a comma behind it, or without."""
TRAILING = re.compile(
    r",\s+(?:(?:(?:of|in|to|from|for|on|at|by|with|under|after|during|through|around|near) )?(?:which|whom)|who|whose|where"
    r"|with|including|such as|because|\w{3,}ing)\b",
    re.IGNORECASE,
)
"""Opens what is only added at the end of a sentence."""
LIMITING = re.compile(
    r"\b(?:provid|exclud|barr|assum|depend|consider|accord|start|begin|end|last|dur|suppos|grant|fail|lack|pend|allow|permit)ing\b"
    r"|\bexcept|\bexclu|\bwithout\b|\bonly\b|\bunder\b|\bfew(?:er)?\b|\bless\b|\belse\b|\botherwise\b|\bmust\b|\bneed|\brequir|\bha(?:s|ve|d) to\b|\btoo\b|\bbut\b|\bin(?:ability| case)\b",
    re.IGNORECASE,
)
"""In what is added, each of these takes something back from what it is added to."""
SECOND = re.compile(r";\s+(?:the|an?|its|his|her|their|it|he|she|they)\s", re.IGNORECASE)
"""Opens a sentence of its own behind a semicolon."""
PAIRED = frozenset("both either neither between whether or".split())
"""A sentence with one of these is not over before its "and"."""
PRONOUNS = {"it": False, "he": False, "she": False, "they": True}
"""What may open a sentence in place of a name, and whether it stands for several."""
PERSONAL = frozenset("he she".split())
CALLING = frozenset("is are was were be been being as became become becomes".split())
"""Behind these "a" gives one of several, "the" the only one."""
SUBJECTS = ARTICLES | frozenset("it he she they his her its their this these".split())
"""What a subject may begin with, besides a name."""

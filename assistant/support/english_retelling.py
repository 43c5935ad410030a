"""Which words a retelling may drop or add without saying something else, as data of English."""

from __future__ import annotations

import re

from assistant.support.english_claims import EXCLUSIVE, NEGATORS, STRONG_HEDGES, UNIVERSAL
from assistant.support.english_numbers import ABOUT

ARTICLES = frozenset("a an the its their his her this these those that".split())
COPULAS = frozenset("is are was were be been being am".split())
PREPOSITIONS = frozenset(
    """of in on at near from for by with to into onto across around within outside throughout during under since among
    between against over above below behind after before through towards toward upon via about alongside per like as than
    besides beyond until without despite except unlike off inside along versus""".split()
)
PARTICLES = frozenset("up down out off".split())
"""Behind a verb or before a noun, each of these tells which way: "the up line", "it went down"."""
DIRECTIONS = PARTICLES | frozenset(
    """in on at near from to into onto across around within inside outside throughout during under over above below behind
    before after since until between among against through towards toward upon along without more most than""".split()
)
"""Small words of place, direction, time and comparison: each stays between the same two words."""
ALIKE = (
    frozenset("in on at during within inside".split()),
    frozenset("to towards toward into onto upon on".split()),
    frozenset("by via through".split()),
)
"""Prepositions that say nearly the same of a place, a time, a means."""
COORDINATORS = frozenset("and or but nor while whereas".split())
FIRST_PERSON = frozenset("i me my myself we us our ours ourselves".split())
SPEAKERS = FIRST_PERSON | frozenset("mine you your yours yourself please let".split())
MODALS = frozenset("can could may might must shall should will would ought cannot".split())
SAYING = frozenset(
    """say says said saying claim claims claimed argue argues argued according tell tells told think thinks thought
    believe believes believed write writes wrote state states stated report reports reported conclude concludes concluded""".split()
)
REPORTING = SAYING | frozenset(
    """hear hears heard warn warns warned explain explains explained announce announces announced insist insists insisted
    recall recalls recalled testify testifies testified admit admits admitted predict predicts predicted complain complains
    complained fear feared promise promises promised assure assures assured remark remarks remarked note notes noted""".split()
)
"""Verbs by which somebody is named who says it: "it is safe, officials warned" is not "it is safe"."""
SELF = frozenset("source article text document passage page".split())
"""What a text calls itself: "the article says that" may be dropped."""
WHEN = frozenset("when whenever once until while where wherever whereas as although though".split())
CONDITIONS = frozenset("if unless until without except whether provided lest".split())
HEDGES = STRONG_HEDGES
SHIFTING = (
    NEGATORS
    | STRONG_HEDGES
    | MODALS
    | REPORTING
    | CONDITIONS
    | PARTICLES
    | frozenset(
        """some few fewer little less several half part partly mostly largely usually often sometimes generally typically
        nearly almost hardly barely about around approximately roughly least most former formerly previously once used future
        fake false failed attempted second third fourth fifth mid too more enough ago many most several numerous later or nor only""".split()
    )
)
"""Dropped from a statement, each of these leaves one that says more, or something else."""
ADDED = (
    UNIVERSAL
    | EXCLUSIVE
    | NEGATORS
    | MODALS
    | ABOUT
    | frozenset(
        """because since so therefore thus hence although though while whereas if unless until before after when whenever
        where nor but yet however instead rather whether despite due most many more less fewer several few first second
        third last what how why whose whom both same different again still already ever often usually sometimes than very much""".split()
    )
)
"""Put into a statement, each of these makes one that nobody made."""
PRONOUNS = frozenset(
    "he she it they him them his her hers its their theirs this these those one ones itself themselves".split()
)
PRESENT = frozenset("is are am has have does do".split())
PAST = frozenset("was were had did".split())
INFLECTIONS = frozenset(["", "s", "es", "ed", "d", "ing", "e", "y", "ies", "ied", "'s", "’s"])
"""What may stand behind the common beginning of two forms of one word."""
COMPLEMENTS = frozenset("that whether how why what which who whose whom if".split())
ASKED = frozenset("whether how why what".split())
LIMITED = (
    NEGATORS
    | UNIVERSAL
    | EXCLUSIVE
    | CONDITIONS
    | MODALS
    | frozenset(
        "when whenever once before after first last any most least than such why how whether".split()
    )
)
"""In a statement that holds one of these, what limits it may not go: "no visitor under 12 pays"."""
SUPERLATIVE = re.compile(r"\w{2,}est")
NO_SUPERLATIVE = frozenset(
    "interest forest west test request rest guest invest honest protest harvest chest quest suggest".split()
)
RELATIVES = frozenset("which who whom whose that where when".split())
ADVERBS = frozenset(
    "today now currently together again well there here too then ever yesterday tonight".split()
)
"""Words that a phrase may lose without losing its head."""

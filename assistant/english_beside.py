"""How English speakers put one question of several things, the things named before or behind it.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

OPENS = re.compile(r"\s*(?:[?;]|(?<!\bNo)(?<!\bSt)(?<!\b[A-Z])\.|:|--|\s[–—-])\s+|\s*,\s+(?=(?:what|which|how|when|where|who|why|compared?)\b)", re.IGNORECASE)  # fmt: skip
"""Between the things and what is asked of them."""
STRONG_JOINT = re.compile(r"\s+(?:vs\.?|versus|against|next to|beside|compared (?:to|with)|side by side with)\s+", re.IGNORECASE)  # fmt: skip
JOINTS = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+|\s*/\s*", re.IGNORECASE)  # fmt: skip
AMPERSAND = re.compile(r"\s+&\s+")
"""Between two things; within a name where another joint stands between them."""
LEAD = re.compile(r"^(?:(?:so|and|but|ok|now|well|please|compare|contrast|both|between|take|the (?:two )?(?:[a-z]+s )?(?=[A-Z]))\s+)+", re.IGNORECASE)  # fmt: skip
NO_THING = re.compile(
    r"\b(?:who|what|when|where|why|how|which|whom|whose|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|i|we|you|me|tell|list|name|give|show|explain|describe|summari[sz]e|find|hello|hi|thanks|sorry|ok|okay|alright|something|anything|else)\b",
    re.IGNORECASE,
)
"""Is in no name of a thing that is set beside another."""
SOMEBODY = re.compile(r"^(?:some(?:one|body)|an? [a-z]+(?: [a-z]+)?|those|people) (?:who|that|which) (?:is|are|was|were|has|have|had)\b", re.IGNORECASE)  # fmt: skip
"""Opens one that is told by a clause: "someone who has been there for ten years"."""
_THEM = r"(?:them|these|those|the (?:two|three|four)|all (?:two|three|four)?)"
EACH_KIND = re.compile(rf"\beach (?P<noun>[a-z]+) of {_THEM}\b", re.IGNORECASE)
"""Each of the two has one: "what did each set of them say"."""
EACH_SET = re.compile(
    rf"\beach (?:one|set|lot|group|kind|pair|part|bunch) of {_THEM}\b", re.IGNORECASE
)
"""Each of the two has some of what was told of: "what did each set of them say"."""
SUBJECT = re.compile(r"(?:(?:the|two|several|some|both|three)\s+)?(?P<noun>[\w-]+s)\s+(?:were|are|have|had|was|is)\b", re.IGNORECASE)  # fmt: skip
"""What a sentence tells of, in its first words."""
DISTRIBUTES = re.compile(
    rf"\b(?:each(?: one)? of {_THEM}|(?:all|both) (?:of )?{_THEM}|each other|each one|each|both|either(?: one)?(?: of {_THEM})?|the (?:two|three|four)(?= |$)|the one|one and the other|the respective|respectively)(?P<owns>['’]s?)?(?P<owner>(?!))?(?!\w)",
    re.IGNORECASE,
)
"""Stands for each of several things."""
THEY = re.compile(r"\b(?:they|them|(?P<owner>their))\b(?P<owns>(?!))?", re.IGNORECASE)
"""Stands for each of several things between which one is to choose; others may do it together."""
IN_EACH = re.compile(r"\bin (?:each|both|either|the two) cases?\b|\brespectively\b|\bin turn\b", re.IGNORECASE)  # fmt: skip
CHOICE = re.compile(r"\b(?:or|vs\.?|versus|against)\b|^(?!.*\b(?:and|&)\b)|^(?:an? |some(?:one|body) )", re.IGNORECASE)  # fmt: skip
"""A row of things of which one is chosen, so that what "they" do each does by itself."""
TOGETHER = re.compile(r"\b(?:together|each other|one another|jointly|meet|met|between them|in common|both|difference)\b", re.IGNORECASE)  # fmt: skip
"""What several things do with each other is not asked of each."""
ONE_AND_OTHER = re.compile(r"^(?P<asks>.+?)\bthe (?:one|former|first(?: one)?|other)\b(?P<tail>.*?)(?:,? (?:and|but|while) .*\bthe (?:other|latter|second)\b.*)$", re.IGNORECASE)  # fmt: skip
"""One thing asked of two: "what does the one give and what does the other give"."""
COMPARE_BY = re.compile(r"^(?:and )?how (?:do|does|did|would) (?:(?:the|their|its) )?(?P<aspects>[^?]+?) (?:compare|differ|look|stack up)(?: (?:for|between|of|in|at|with) (?P<row>.+))?$", re.IGNORECASE)  # fmt: skip
"""Asks how something of several things compares."""
DIFFER_IN = re.compile(r"^(?:and )?(?:how|in what way|where) (?:do|does|did|would|are|were) (?:they|these|those|the (?:two|three)|both|each)(?: \w+)? (?:differ(?:ent)?|compare|vary)(?: from (?:each other|one another))? (?:in|on|by|as to|in terms of|when it comes to|with regard to|regarding)\s+(?P<aspects>[^?]+)$", re.IGNORECASE)  # fmt: skip
"""Asks the same of things that are named before."""
ONLY_COMPARES = re.compile(r"^(?:please |and |just |can you |then )*(?:compared?|comparison|side by side|next to each other|beside each other|as against each other|set (?:them )?(?:side by side|against each other)|how (?:do|does|did) (?:they|these|those|it all|the (?:two|three)) (?:compare|differ))(?: (?:them|both|all|the (?:two|three|four)|all (?:two|three|four)))?(?: please)?$", re.IGNORECASE)  # fmt: skip
"""A wish behind things and a question to see them side by side."""
ASPECTS_LEAD = re.compile(r"^(?:i (?:only |mostly |mainly )?(?:care|want to know|need to know|am interested|worry) (?:about|in)?|i need|interested in|in terms of|as regards|by|for|with|showing|including|what about|thinking of|regarding|compared?(?: them)?(?: (?:by|on|in|for))?|looking at)\s+", re.IGNORECASE)  # fmt: skip
ASPECTS_TAIL = re.compile(r"[,\s]+(?:please|thanks|(?:for|of|in) (?:each|both|either|all)(?: of (?:them|these|the (?:two|three|four)))?|(?:for|of) (?:all |the )+(?:two|three|four)|(?:for|of) (?:them|these)|side by side|next to each other|in (?:a|one) table|as a table)$", re.IGNORECASE)  # fmt: skip
NEXT_ASPECT = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|as well as|&|plus)\s+", re.IGNORECASE)
ASKS = re.compile(r"^(?:(?:and|so|but) )?(?:(?:in|at|by|for|from|on|to|with|of) )?(?:what|which|how|when|where|who|why|whose|is|are|was|were|do|does|did|can|has|have)\b", re.IGNORECASE)  # fmt: skip
SET_AGAINST = re.compile(r"^(?:compare|contrast|set|put|weigh|hold)\s+(?P<a>[^:]+?),?\s+(?:with|to|against|and|beside|next to)\s+(?P<b>(?:what|how|when|where|who|which)\b.+)$", re.IGNORECASE)  # fmt: skip
"""A thing set against what a clause says: "compare the wages of A with what B got"."""
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COUNTED = re.compile(r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)\s+(?P<unit>[a-z]+)", re.IGNORECASE)  # fmt: skip
NUMBERS = dict(zip("one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty".split(), (*range(1, 13), 15, 20, 30), strict=True))  # fmt: skip
COLUMNS = (
    (re.compile(r"\b(?:costs?|price[ds]?|cheap\w*|dear\w*|expensive|pay|paid|charge[ds]?|how much)\b", re.IGNORECASE), "price cost fee ticket fare rent rate charge"),
    (re.compile(r"\b(?:take|takes|took|duration|how long)\b", re.IGNORECASE), "time duration length"),
    (re.compile(r"\b(?:opens?|opening|hours|closes?|closing|when)\b", re.IGNORECASE), "open opening hours times"),
    (re.compile(r"\b(?:heavy|weighs?|heavier|how heavy)\b", re.IGNORECASE), "weight mass"),
    (re.compile(r"\b(?:tall|high|taller|higher)\b", re.IGNORECASE), "height"),
    (re.compile(r"\b(?:how far|reach|carry|carries|visible|distance)\b", re.IGNORECASE), "range distance reach"),
    (re.compile(r"\b(?:holidays?|vacations?|days? off|time off|leave)\b", re.IGNORECASE), "leave holiday vacation"),
    (re.compile(r"\b(?:loud|quiet|noisy)\b", re.IGNORECASE), "noise"),
    (re.compile(r"\b(?:size|big|large)\b", re.IGNORECASE), "size area"),
    (re.compile(r"\b(?:from where|where from|makers?|builders?|manufacturers?|(?:made|built) by|who (?:sells|makes|made|builds|built|supplie[sd]|delivered))\b", re.IGNORECASE), "maker builder manufacturer supplier origin"),
)  # fmt: skip
"""What something is asked by, and the words that may name its column."""
HEAD = re.compile(r"^(?:the )?(?P<head>[\w-]+(?: [\w-]+)?) (?:of|for|at|in)\b", re.IGNORECASE)
"""What a thing is of: "the wages of a fireman"."""
MORE_ASKED = re.compile(r",? and (?P<more>(?:is|are|was|were|does|do|did|has|have|what|how|when|where|which|who)\b.+)$", re.IGNORECASE)  # fmt: skip
"""What else is asked behind the last of several things."""
NEXT_QUESTION = re.compile(r",?\s+and\s+(?=(?:for |in |at )?(?:what|how|when|where|who|which)\b)|;\s*", re.IGNORECASE)  # fmt: skip
OPENING_PAIR = re.compile(r"(?:the |an? )?(?P<a>[\w-]+(?: [\w-]+)?) and (?:the |an? )?(?P<b>(?-i:[A-Z][\w-]+(?: [A-Z][\w-]+)*)|[\w-]+) ", re.IGNORECASE)  # fmt: skip
"""Two common nouns that open a sentence: "Academia and industry work together"."""
_JOINT = r"(?:with|for|in|at|on|by|to|from|under|against|near)"
_BESIDE = r",? (?:and|with|to|versus|vs\.?|against|beside|next to|compared (?:to|with))"
_COMPARE = r"^(?:(?:compare|contrast|set|put|how (?:do|does|did)|(?:(?:what is|what['’]s) )?(?:the )?differences? between) )?"
OWNED_TWICE = re.compile(rf"{_COMPARE}(?P<owner>[^:;?.]+?)['’]s? (?P<noun>[\w-]+(?: [\w-]+)?) (?P<j>{_JOINT}) (?P<a>[^:;?.]+?){_BESIDE} (?:its|his|her|their)(?: (?:own|other))? [\w-]+(?: [\w-]+)? (?P<k>{_JOINT}) (?P<b>[^:;?.]+?)(?: (?:compare|differ|side by side))?(?P<behind>(?:\s*[:;?.]|,| [–—-])\s+.+)?[ ?.]*$", re.IGNORECASE)  # fmt: skip
"""What somebody has with two partners: "Ada's work with Ben and her work with Cy"."""
TOLD_TWICE = re.compile(rf"{_COMPARE}(?P<asks>(?:what|how|how much|how many|where|when|why|which [a-z]+)) (?P<aux>(?:did|does|do) )?(?P<owner>[^:;,?.]+?) (?P<verb>[a-z]+(?: [a-z]+){{0,2}}) (?P<j>{_JOINT}) (?P<a>[^:;?.]+?){_BESIDE} (?P=asks) (?:(?P=aux))?(?:it|he|she|they) (?P=verb) (?P<k>{_JOINT}) (?P<b>[^:;?.]+?)[ ?.]*$", re.IGNORECASE)  # fmt: skip
"""What somebody does with two partners: "what Ada made for Ben and what she made for Cy"."""
WHO_WHAT = re.compile(r"^(?:who|which (?:one|side|party|partner|of (?:them|the two|these)))(?: of (?:them|the two))? (?P<does>(?!(?:of|else)\b)[a-z]+(?: [a-z]+){0,3}?) (?P<what>what|which [a-z]+(?: of .+)?)(?P<rest>(?: .+)?)$", re.IGNORECASE)  # fmt: skip
"""Matches several things with what each does: "who pays for what"."""

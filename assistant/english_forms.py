"""Which form of answer an English question asks for: comparison, all about one name, list.

Data only: to add a language, write a module like this one. Every pattern is for a question as
``phrasing.read_phrasing`` leaves it: no politeness in front, no wish behind.
"""

from __future__ import annotations

import re

# --- Comparison: the sides, and what is asked of each.

COMPARED: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"^(?:(?:compare|contrast)(?: and (?:contrast|compare))?(?: (?:between|the differences? between|me))?"
        r"|(?:(?:(?:what|which)(?:['’]s| is| are| was| were)|(?:is|are|was|were) there)\s+)?(?:(?:explain|describe|list|name|show|state|outline|give me|tell me(?: about)?)\s+)?(?:the |a |an |any |some |there )*(?:[a-z]+ )?"
        r"(?:differences?|distinctions?|similarit(?:y|ies)|contrasts?|comparison|differences? and similarit(?:y|ies)|similarit(?:y|ies) and differences?)(?: in (?P<in>[^,]+?))? (?:between|of)"
        r"|put|set|place|tabulate|table comparing)\s+(?P<sides>.+?)(?: (?:side by side|next to each other|against each other))?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:in (?:what|which) (?:ways?|respects?)|how|why|where|in how far|to what extent)\s+(?:(?:do|does|did|is|are|was|were|would)\s+)?(?P<sides>.+?\s+(?:and|from|to|with|than|against|versus|vs\.?)\s+.+?)"
        r"\s+(?:differ(?:ent|s|ed)?|compared?|contrast(?:ed)?|vary|diverge|(?:a)?like|similar)\b(?: (?:from|to|with) (?:each other|one another))?(?P<tail>.*)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:in (?:what|which) (?:ways?|respects?)|how|where)\s+(?:do|does|did|is|are|was|were|would)\s+(?P<a>.+?)\s+(?:differ(?:ent|s|ed)?|compared?|contrast(?:ed)?|diverge|similar|dissimilar)\s+(?:from|to|with|against|than)\s+(?P<b>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^what\s+(?:distinguish(?:es|ed)|separates?|separated|sets|set|differentiates?|tells)\s+(?P<a>.+?)\s+(?:apart\s+)?(?:from|to|and)\s+(?P<b>.+?)(?: apart)?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^what\s+(?:makes|made)\s+(?P<a>.+?)\s+(?:so\s+)?(?:different|distinct|unlike)\s+(?:from|to|than)?\s*(?P<b>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^how\s+(?:do|does|did|can|could|would|should|might)\s+(?:i|you|one|we|they|people|(?:an?|the) \w+)\s+(?:tell|distinguish|know|recogni[sz]e|differentiate|keep)\s+(?P<a>.+?)\s+(?:apart\s+)?from\s+(?P<b>.+?)(?:,?\s+(?:when|if|while|once)\b.*)?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^how\s+(?:do|does|did|can|could|would|should|might)\s+(?:i|you|one|we|they|people|(?:an?|the) \w+)\s+(?:tell|keep|know)\s+(?P<sides>.+?\s+and\s+.+?)\s+apart(?:,?\s+(?:when|if|while|once)\b.*)?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^what\s+(?:do|does|did)\s+(?P<sides>.+?\s+and\s+.+?)\s+(?:have|share|had)\s*(?:in common)?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?!(?:who|what|when|where|why|which|is|are|was|were|do|does|did|has|have|can|could|how (?!(?:do|does|did|is|are)\b)\w+)\b)(?:how (?:do|does|did|is|are)\s+)?(?P<a>.+?),?\s+(?:vs\.?|versus|against(?=[^:?]+:)|(?:as )?(?:compared|opposed|in comparison|in contrast|relative) (?:to|with)|stacks? up against|side by side with)\s+(?P<b>.+)$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<sides>.+? and .+?)(?: compared| side by side|, (?:a|the) (?:comparison|differences?)|[:,] (?:compare|how do they (?:differ|compare)|what(?: is|['’]s| are) the differences?))$", re.IGNORECASE),
)  # fmt: skip
"""Things set against each other: either both ``sides`` in a row, or ``a`` and ``b``."""
EACH = (
    re.compile(
        r"^(?:compare|contrast|set side by side|show(?: me)?)\s+(?P<asks>(?:what|how|where|when|why|which [a-z]+)\s+)(?P<sides>.+? and .+?)\s+each\s+(?P<tail>\S.*)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<asks>(?:what|which|how|where|when|why|who)\b(?:\s[a-z]+){0,2}?\s+(?:do|does|did|is|are|was|were|has|have|had|will|can|could|would|should)\s+)(?P<sides>.+?),?\s+(?:each(?! other)|respectively)\b\s*(?P<tail>.*)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<asks>(?:what|which|how|where|when|why)\b(?:\s[a-z]+){0,2}?\s+(?:does|did|do|is|was|has|had|will|can)\s+)each of\s+(?P<sides>.+? and (?:the )?[\w.&’'-]+(?: [A-Z][\w.&’'-]*)*)\s+(?P<tail>\S.*)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<asks>(?:what|how|where|when|who|why)\s+(?:did|does|do|was|were|is|are)\s+)(?P<sides>.+?)\s+(?P<tail>\w+),?\s+respectively$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?P<sides>[^:?]+? (?:and|or|vs\.?|versus|against) [^:?]+?)\s*[:,–-]\s*(?P<asks>(?:what|which|how|where|when|why)\b(?:\s[a-z]+){0,2}?\s+(?:does|did|do|is|was|has|had|will|can)\s+)(?:each|the one and the other|the two|either)(?: of (?:them|the two))?\s+(?P<tail>\S.*)$",
        re.IGNORECASE,
    ),
)
"""One question put of several things: "what do A, B and C each do"."""
AND_WHAT = re.compile(r"^(?P<lead>(?:in|for|under|with|at|on|during|within|of|after|before)\s[^,?]+,\s+)?(?P<first>(?:what|how|when|where|who|why)\b(?: [a-z]+)? (?:did|does|do|was|were|is|are|has|had|have)\b.+?),?\s+(?:and|while|but)\s+(?:what|which|how|when|where|who|why)\b(?P<second>.+)$", re.IGNORECASE)  # fmt: skip
"""A question put of one thing, and the same of another: "what did A bring, and what B"."""
PARALLEL = re.compile(
    r"^(?:(?:put|set|place|compare|contrast|show|tabulate)(?: me)?(?: (?:side by side|next to each other|against each other|together))?:?\s+)?(?P<lead>(?:in|for|under|with|at|on|during|within|of)\s[^,?]+,\s+)?"
    r"(?P<first>(?:what|how|when|where|who|why|which)\b.+?),?\s+(?:and|while|but|with|to|against|versus|vs\.?)\s+(?:what|how|when|where|who|why|which)\b(?P<second>.+)$",
    re.IGNORECASE,
)
"""The same clause of two things: "what the frost did to A and what it did to B"."""
OPPOSED = re.compile(
    r"^(?P<first>(?i:what|how|when|where|why|which)\b.+?),?\s+(?:as opposed to|opposed to|as against|compared (?:to|with)|in contrast (?:to|with)|unlike)\s+(?P<b>(?:the |those of )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*)*)$"
)
"""A question of one thing, with the one it is set against behind it."""
_MORE = (
    r"(?:(?:the )?(?:taller|higher|lower|shorter|longer|older|younger|larger|bigger|smaller|deeper|wider|heavier|lighter|faster|slower|cheaper|dearer|brighter|newer|stronger|weaker|hotter|colder|warmer|cooler|richer|poorer|thicker|thinner|busier|nearer|closer|further|farther|better|worse|earlier|later|sooner|greater|broader|harder|softer|easier|safer|quieter|louder"
    r"|more [a-z]+|less [a-z]+|more|less|fewer|first|last|longest|tallest|oldest|youngest|largest|biggest|smallest|deepest|highest|lowest))"
)
CONTESTED = (
    re.compile(rf"^(?P<asks>(?:which|what|who)(?: (?:one|of (?:the two|them|these)|[a-z]+))?\s+[a-z]+\s+{_MORE}\b[^,:?]*)\s*[,:–-]\s*(?:between |of )?(?P<a>.+?),?\s+or\s+(?P<b>.+)$", re.IGNORECASE),
    re.compile(rf"^(?P<asks>(?:which|what|who)(?: (?:one|of (?:the two|them|these)|[a-z]+))?\s+[a-z]+\s+{_MORE})\s+(?:between |of )?(?P<a>(?:the |an? )?[^\s,]+(?: [^\s,]+){{0,4}}?)\s+or\s+(?P<b>[^,]+)$", re.IGNORECASE),
    re.compile(rf"^(?:between |of |out of )?(?P<a>.+?),?\s+(?:or|and|vs\.?|versus)\s+(?P<b>[^,:?]+?)\s*[,:–-]\s*(?P<asks>(?:which|what|who)(?: (?:one|of (?:the two|them|these)))?\s+[a-z]+\s+{_MORE}\b.*)$", re.IGNORECASE),
    re.compile(rf"^(?P<asks>(?:which|who))\s+of\s+(?P<a>.+?)\s+(?:and|or)\s+(?P<b>.+?)(?P<more>\s+(?:is|was|are|were|has|had|costs?|took|takes|opened|began|came|holds?|earns?|earned|pays?|paid)\s+{_MORE}\b.*)$", re.IGNORECASE),
)  # fmt: skip
"""Two things of which one is more: "which is older, A or B"."""
THOSE_OF = re.compile(r"^(?:compare|contrast|weigh|set|put|place|how (?:do|does|did|is|are) )\s*(?P<noun>(?:(?:the|their|its|all) )?(?:[\w'’-]+ ){1,3}?)(?P<joint>at|of|in|on|for|from|by|with|under) (?P<a>[^,?]+?),? (?:with|to|and|against|beside|differ from|compare (?:with|to)) (?:those|that|the (?:one|ones|same)) (?P=joint) (?P<b>[^,?]+)$", re.IGNORECASE)  # fmt: skip
"""One thing of two: "compare the tides at A with those at B"."""
THAT_OF = re.compile(r"^(?P<asks>(?:what|how|which|where|when)\b[^,?]*? )(?P<joint>of|in|at|for) (?P<a>[^,?]+?),? (?:(?:as )?(?:compared|opposed|in comparison|in contrast) (?:to|with)|and|versus|vs\.?|against|beside|next to) (?:that|those|the one|the ones) (?P=joint) (?P<b>[^,?]+)$", re.IGNORECASE)  # fmt: skip
"""One thing asked of two: "what is the budget of A compared to that of B"."""
ASPECT = re.compile(r"(?!(?:what|which|who|when|where|why|how|is|are|was|were|do|does|did|list|name|tell|give|show|put)\b)[\w’'-]+(?: [\w’'-]+){0,3}", re.IGNORECASE)  # fmt: skip
WHAT_IN_PLACE = re.compile(r"^(?P<a>(?:the )?[\w&.’'-]+(?: [\w&.’'-]+){0,3}?) (?P<did>[a-z]+) (?P<asks>what|how much|how many|which [a-z]+),? (?:and|but|while) (?P<b>(?:the )?[\w&.’'-]+(?: [\w&.’'-]+){0,3}?)(?: (?P=did))?,? (?:what|how much|how many|which)$", re.IGNORECASE)  # fmt: skip
"""The question words stand behind: "A gives what, and B what?"."""
ASPECTS_OF_EACH = re.compile(r"^(?P<a>[^,?.:;]+?) (?:or|and|vs\.?|versus|against|&) (?P<b>[^,?.:;]+?)\s*[?:.;–-]+\s*(?:the )?(?P<tail>[a-z][a-z ,-]*?) (?:of|for|at|in) (?:each|both|the two|them)(?: of them)?(?:,? please)?$", re.IGNORECASE)  # fmt: skip
THEN_COMPARE = re.compile(r"^(?P<a>[^,?.:;]+?) (?:or|and|vs\.?|versus|against|with|&) (?P<b>[^,?.:;]+?)\s*[?:.,;–-]+\s*(?:please )?(?:compare|contrast|set against each other|side by side)(?: (?:them|both|the two))?(?: (?:by|in|on|for|in terms of|with regard to|as to))?(?P<tail>.*)$", re.IGNORECASE)  # fmt: skip
ASPECTS = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|as well as|&|plus)\s+(?:(?:their|the|its)\s+)?", re.IGNORECASE)  # fmt: skip
"""Between two things in which others are compared: "by weight and noise"."""
PLAIN_ASPECT = re.compile(r"(?:(?:their|the|its)\s+)?[a-z-]+(?: [a-z-]+)?", re.IGNORECASE)
ASPECTS_BEHIND = re.compile(r"^(?P<row>.*?\S)\s*(?P<mark>[:;–—,]|\s-)\s+(?:compare |for |the |their |its )*(?P<aspects>(?-i:[a-z])[^:;?!]*)$", re.IGNORECASE)  # fmt: skip
"""Behind two things that are compared, what they are compared by: "A vs B: price and weight"."""
SETS_BESIDE = re.compile(r"\b(?:vs\.?|versus|compar\w+|contrast\w*|differ\w*|side by side|next to each other|as against|against)\b", re.IGNORECASE)  # fmt: skip
"""Says of two things in a row that they are compared."""
ASKS_DIFFERENCE = re.compile(r"\b(?:differ\w*|distin\w+|similar\w*|in common|alike|apart)\b", re.IGNORECASE)  # fmt: skip
"""Asks for what can only be said of two things that are both told of."""
IN_A_ROW = re.compile(r"\S (?:and|or|&) \S", re.IGNORECASE)
OF_YEAR, YEAR = (
    re.compile(r"(?P<head>.*[a-z] (?:of|in|from|for) )\d{4}$"),
    re.compile(r"\d{4}\b(?!%)"),
)
"""A thing of a year, and another year: "the frosts of 1850 and 1871"."""
LIKE_FIRST = re.compile(r"^(?:the )?(?:one|ones|that|those) (?P<rest>(?P<joint>of|in|at|from|on|by|for|with|under|that|which|who) .+)$", re.IGNORECASE)  # fmt: skip
"""The second of two things, by what sets it apart from the first: "the one of 2010"."""
TOLD_BY_CLAUSE = frozenset({"that", "which", "who"})
_MARK = r"(?P<mark>[A-Z]{1,2}|[IVX]+|[A-Z]?\d{1,3})"
LETTERED = re.compile(rf"^(?P<noun>(?:[a-z][\w-]*\s+)*[A-Za-z][\w-]*?)s\s+{_MARK}$")
MARK = re.compile(rf"^{_MARK}(?P<tail> (?:of|in|at|on|for|from|with) .+)?$")
"""What sets one of several apart that are numbered: "options A and B"."""
ONES = frozenset({"one", "ones"})
KIND_WITHIN = re.compile(r"(?<=\w) (?:kind|sort|type|form|variety|class) of(?= )", re.IGNORECASE)
"""Says nothing in a name: "the round kind of tower"."""
KIND_BEFORE = re.compile(r"^(?:[a-z][\w-]* )?[a-z]{2,}(?<![su])s (?!(?:of|in|at|on|for|with|by|to|from|and|or|as|that|which)\b)")  # fmt: skip
"""A plural before the names of what it is of: "hull materials steel"."""
ORDINAL = re.compile(r"^(?:first|second|third|fourth|fifth|sixth|last|former|latter|old|new|upper|lower|northern|southern|eastern|western)$", re.IGNORECASE)  # fmt: skip
ASPECT_BEFORE = re.compile(r"^(?P<aspect>(?:(?:the|their|its|all|respective) )*(?:(?-i:[a-z][a-z-]*) ){1,3}(?:of|for|in|at|by|offered by|made by|used (?:by|in)|brought by|played by)\s+(?:both )?(?:the )?)(?=\S)", re.IGNORECASE)  # fmt: skip
ASKED_BEFORE = re.compile(r"^(?P<aspect>(?:what|how|why|when|where|who|which \w+)\s+(?:(?:did|does|do)\s+)?(?:both )?)", re.IGNORECASE)  # fmt: skip
SIDE_END = re.compile(r"\s*(?:[–;:?.!]|\s-\s|,(?! (?:Inc|Ltd|LLC|Corp))|(?<=\s)(?-i:do|does|did|bring|brought|contribut[a-z]+|in|for|on|from|when|who|what|how|to|at|with|by|regarding|concerning|according|based|as|differ[a-z]*|contrast[a-z]*|(?<!that )(?<!which )(?<!who )(?:is|are|was|were|has|have|had)|works?|uses?|[a-z]{3,}ed)\b).*$")  # fmt: skip
"""Ends the name of a side; what follows is asked of it."""
SET_BESIDE = re.compile(r"^(?:please )?(?:compare|contrast|put|set|place|show|take)\s+|\s+(?:side by side|next to each other|beside each other|against each other|together)$", re.IGNORECASE)  # fmt: skip
"""Stands around the sides and only says that they are compared."""
STRONG_JOINT = re.compile(r"\s+(?:vs\.?|versus|against)\s+", re.IGNORECASE)
SIDE_JOINT = re.compile(r",?\s+(?:and|with|to|from|than|&)\s+(?:(?:to|with) )?", re.IGNORECASE)
NEXT_SIDE = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", re.IGNORECASE)
SIDE_LEAD = re.compile(
    r"^(?:both |between |that of |those of |the one (?:of|at|in) )", re.IGNORECASE
)
OWNER = re.compile(r"^(?P<owner>.+?)['’]s?\s+(?P<owned>(?-i:[a-z]).*)$", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s?$")
PRONOUN_AGAIN = re.compile(r"\b(?:it|its|he|his|him|she|her|they|their|them|this|that|these|those)\b", re.IGNORECASE)  # fmt: skip
"""The second question goes on about the first thing: no other is set against it."""
IN_TERMS_OF = re.compile(r"^\s*,?\s*(?:in terms of|with (?:respect|regard) to|when it comes to|as far as|as regards|regarding|concerning|on|by|based on|in|for)\s+(?:their |its |the )?", re.IGNORECASE)  # fmt: skip

SETS_AGAINST = re.compile(
    r"\b(?:than|both|while|whereas|unlike|compared|differ\w*|contrast\w*|same|similar\w*|like|alike|neither|equal\w*|instead of|rather|opposed|more|less|fewer|larger|smaller|higher|lower|longer|shorter|older|younger|each)\b",
    re.IGNORECASE,
)
"""A sentence sets two things against each other, or says what they share."""

# --- All about one name.

_DOCS = r"(?:(?:the|these|this|your|our|those) )?(?:uploaded |given )?(?:documents?|texts?|corpus|sources?|files?|articles?|reports?|papers?|pages?|collection|library|folder|uploads?|materials?|records?|books?|manual|handbook|archives?|notes?)"
_LORE = r"(?:information|info|details?|facts?|everything|anything|something|all|background(?: information)?|material|more|notes|knowledge|data)"
ABOUT = re.compile(
    r"^(?:(?:so|and|but|now|then) )*(?:"
    r"(?:tell|teach|inform|brief|update|enlighten) (?:me|us)(?: (?:more|a bit|a little|something|everything|all|what|things))*(?: (?:you know|there is|you have|you can))?(?: to know)? (?:about|of|on)"
    rf"|what (?:do|can|could|did|would|have) (?:you|we|they|i|{_DOCS})(?: (?:know|have|tell (?:me|us)|say|find|got|offer|contain|learn|read|hold))+(?: (?:about|on|of|regarding|concerning))"
    rf"|what (?:do(?:es)? )?{_DOCS} (?:say|says|tell us|tell me|tell|contain|have|have to say|mention|report|state|write|reveal|hold) (?:about|on|of|regarding|concerning)"
    rf"|what(?: all| else| exactly)? (?:is|was|has been|gets|do we|do they|['’]s) (?:there )?(?:known|know|say|said|written|recorded|reported|stated|told|noted|mentioned|to know|described|learnt|learned)(?: (?:here|there|in {_DOCS}|to know))* (?:about|on|of|regarding|concerning)"
    rf"|(?:is|are) there (?:{_LORE}|any {_LORE}) (?:here |in {_DOCS} )?(?:about|on|regarding|concerning)"
    rf"|do(?:es)? (?:you|{_DOCS}) (?:have|know|say|contain|hold|mention) (?:any )?{_LORE} (?:about|on|regarding|concerning|of)|do you know (?:about|of)"
    rf"|(?:(?:any|some|give me|show me|find me|find|need|all|all the|got any|the|basic|general|further|more)\s+)*{_LORE} (?:(?:you (?:have|know)|there is|available) )?(?:about|on|regarding|concerning)"
    r"|(?:fill|clue|let) (?:me|us) in on|(?:bring|get) (?:me|us) up to (?:speed|date) (?:on|with|about)|catch (?:me|us) up on|(?:give|get) (?:me|us) (?:the|a) (?:rundown|background|basics|essentials|facts|story) (?:on|of|about)"
    r"|(?:talk|speak|say something|write)(?: to (?:me|us))? (?:about|on)|(?:learn|read|hear|know)(?: (?:more|something))? about"
    r"|(?:what|how) about(?! (?:the )?(?:same|others?|rest)\b)|describe(?: to (?:me|us))?|characteri[sz]e|portray|introduce (?:me|us) to|introduce|present|walk me through|give me the lowdown on"
    r"|(?:(?:give|show|write|provide)(?: (?:me|us))? )?(?:(?:an?|the|some|short|brief|quick|rough|general|little|concise) )*(?:outline|overview|description|introduction|profile|portrait|sketch|run-?down|picture|account|characteri[sz]ation) (?:of|to|on|about)"
    r"|(?P<who>who(?:['’]s|\s+(?:is|was|are|were|exactly is|exactly was))|explain who(?: (?:is|was))?)"
    r")\s+(?P<name>.+?)[\s?.!]*$",
    re.IGNORECASE,
)
SECOND_WISH = re.compile(r",?\s+(?:and|,)\s*(?:what|why|when|where|how|which|who|tell|explain|give|list|then|also)\b.*$", re.IGNORECASE)  # fmt: skip
"""What else is asked of a name: "who is A, and what did he do"."""
NAME_TAIL = re.compile(r"\s+(?:in (?:the |these |your |this )?(?:documents?|texts?|files?|sources?|corpus|collection)|here|in detail|in general|exactly|in particular)$", re.IGNORECASE)  # fmt: skip

TOLD_NOUNS = re.compile(
    r"^(?:(?:walk|talk|take|guide|lead) (?:me|us) through|describe(?: to (?:me|us))?|outline|explain|go (?:through|over)|set out|lay out|run (?:me )?through|present|introduce)\s+(?:(?:all|some|of|the|its|their|his|her|these|those)\s+)+(?P<np>[\w'’-]+(?:\s+[\w'’-]+){0,2}?\s+(?:of|for|in|against|that|which|to|by)\s.+)",
    re.IGNORECASE,
)
"""Several things that are to be told: "walk me through the steps that ..."."""

# --- Lists.

_MANY = r"(?:(?:all|every|each|some|any|a few|a couple of|at least|up to|the|two|three|four|five|six|seven|eight|nine|ten|\d+|several|of|us|me|a list of|as many|possible|different|various)\s+)*"
LIST_REQUEST = re.compile(
    rf"^(?:(?:so|and|but|now|then) )*(?P<verb>list|enumerate|name|mention|identify|state|cite|specify|give(?: me| us)?|show(?: me| us)?|tell (?:me|us)|what can you list as)\s+(?:out\s+)?{_MANY}(?P<np>.+)",
    re.IGNORECASE,
)
OUTRIGHT_LIST = re.compile(
    r"^(?:list|enumerate|(?:(?:the|a|your|full|complete|short|my) )*(?:[a-z-]+ )?(?:check)?list (?:of|for|with|to)|(?:(?:give|show|name|tell|find)(?: me| us)? )?everything (?:that|which|the|from|by|made by|in|at|with|for)"
    r"|(?:(?:give|show|name|list|tell|find)(?: me| us)? )?(?:(?:the )?(?:full )?names? of )?(?:everyone|everybody|all (?:of )?(?:those|the people|people|persons)) (?:who|that|whom|with|in|at|on|from|mentioned|named|involved))\b",
    re.IGNORECASE,
)
EVERY = re.compile(
    r"^(?:(?:so|and|but|now|then) )*(?:(?:list|enumerate|name|mention|identify|state|give(?: me| us)?|show(?: me| us)?|tell (?:me|us)|find(?: me)?|i (?:want|need))\s+)?(?:every|each)(?: (?:single|last|of the))?\s+(?P<np>[\w'’-]+.*)",
    re.IGNORECASE,
)
"""One of what is listed is named: "every partnership of ..."."""
ALL_NOUNS = re.compile(r"^(?:(?:so|and|but|now|then) )*all(?: of)?(?: the| these| those| their| its| his| her| our)?\s+(?P<np>[\w'’-]+.*)", re.IGNORECASE)  # fmt: skip
"""All of what is listed, without a verb: "all of the keeper's duties"."""
NOUNS_CLAUSE = re.compile(r"^(?:the |some |any )?(?P<np>(?-i:[a-z])[\w-]*s)(?=\s+(?:(?:the|an?|our|their|his|her|its|my|your|we|you|they|he|she|it|i|for people|for those|for anyone)\b|(?-i:[A-Z])))", re.IGNORECASE)  # fmt: skip
"""A plural with a clause behind it: "reasons the mill closed"."""
NOUNS_THAT = re.compile(r"^(?:some |all )?(?P<np>(?:(?!(?:the|this|that|these|those|who|what|when|where|why|how|which|whose|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|of|in|at|on|for|to|from|by|with|and|or)\b)[\w'’-]+ ){1,4}?)(?=(?:that|which|who|whose)\b[^?]*$)", re.IGNORECASE)  # fmt: skip
"""A plural, told by a clause: "old mills that still turn"."""
WHEN_CLAUSE = frozenset("when if once after before as while whenever unless until because".split())
"""Opens a clause that says when something is so."""
NAMES_OF = re.compile(rf"^(?:full )?names? of\s+{_MANY}(?=\S)", re.IGNORECASE)
WHAT_ARE = re.compile(
    r"^(?:and |so |but )?(?:what|who)(?: all)?(?:\s+(?:are|were)|['’]re)\s+(?:(?:all|some|of|the|its|their|his|her|your|these|any|those|(?-i:(?:[A-Z][\w.&-]* ){0,3}[A-Z][\w.&-]*)['’]s?)\s+)+(?P<np>.+)",
    re.IGNORECASE,
)
WHAT_ARE_OF = re.compile(r"^(?:and |so |but )?what\s+(?:are|were)\s+(?P<np>(?!(?:the|its|their|his|her|your|these|those|they|we|you|it)\b)[\w'’-]+(?: [\w'’-]+)?\s+(?:of|for|in|against|that|which|to)\s+.+|(?:common|typical|usual|main|key|possible|different|notable|important|good|some|other|further)\s+[\w'’-]+.*)", re.IGNORECASE)  # fmt: skip
WHAT_NOUNS = re.compile(
    r"^(?:and |so |but |in |from |for |to |by |on |with |at |under )?(?:what|which)\s+(?P<np>(?!(?:is|was|did|does|do|has|had|will|would|can|could|should|may|might|must|are|were)\b)[\w'’-]+.*)",
    re.IGNORECASE,
)
BARE_NOUNS = re.compile(
    r"^(?!(?:who|what|when|where|why|how|which|whose|whom|is|are|was|were|do|does|did|has|have|can)\b)(?:the |all |some |any |all the )?(?P<np>[\w'’-]+(?:\s+[\w'’-]+){0,2}\s+(?:of|for|in|to|against|at)\s+(?!.*\b(?:who|what|when|where|why|how|which|whom|is|are|was|were)\b)[^?]+)\??$",
    re.IGNORECASE,
)
OWNED_NOUNS = re.compile(r"^(?!(?:who|what|that|there|here|it|how|where|let|when)\b)(?:(?:list |name |give me |show me )?(?:all|every|each)(?: of)? )?(?:the )?(?:[\w.&-]+ ){0,3}[\w.&-]+(?:['’]s|s['’])\s+(?P<np>[\w-]+(?: [\w-]+)?)\W*$", re.IGNORECASE)  # fmt: skip
NOUNS_WHY = re.compile(
    r"^(?:the |all |some )?(?P<np>[\w-]+(?: [\w-]+)?)(?=\s+why\b)", re.IGNORECASE
)
WHICH_PLURAL = re.compile(r"^(?:and |so |but |in |from |for |to |by |on |with |at )?which\s+(?:of (?:the|these|its|their|all)\s+)?(?:(?:named|listed|mentioned|described|given|other|various|different)\s+)*(?P<noun>[\w'’-]+)\b", re.IGNORECASE)  # fmt: skip
WHICH_ONE = re.compile(r"^(?:and |so |but )?which\s+of\s+(?:the|these|its|their|all|those)\s+[\w'’-]+(?:\s+[\w'’-]+)?\s+(?:is|was|has|does)\b", re.IGNORECASE)  # fmt: skip
"""One of several is asked for: "which of the tolls was the lowest?"."""
NUMBERED_NOUNS = re.compile(
    r"^(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d)\s+(?!.*\b(?:who|what|when|where|why|how|which|whom|is|are|was|were|did|do|does)\b)(?:[a-z]+\s+){0,1}?(?P<np>[\w'’-]+.*)$",
    re.IGNORECASE,
)
"""So many of something, and nothing asked of them: "three duties of a keeper"."""
WHO_MANY = re.compile(
    r"^(?:and |so |but )?who(?: all| else)?\s+(?:"
    r"(?:was|were|is|are|had been|has been)\s+(?:all |also )?(?:present|absent|there|missing|involved|invited|excused|among|connected|associated|mentioned|named|on the (?:board|committee|team|list|crew|staff)|in the (?:team|group|crew|band|committee))\b"
    r"|(?:all )?(?:attended|took part|takes part|participated|participates|appears? in|sent (?:their |his |her )?apologies|couldn['’]t (?:come|attend)|could not (?:come|attend)|had (?:a hand|a part|a role) in|has (?:a hand|a part) in|has a say in)\b"
    r"|are\b(?! (?:you|we|they)\b)(?=.*\b(?:involved|connected|members|people|partners|behind)\b))",
    re.IGNORECASE,
)
"""Asks for all that were there or had to do with something."""
ANY_NOUNS = re.compile(r"^(?:(?:are|were) there\s+)?(?:any|some)\s+(?P<np>[\w'’-]+(?: [\w'’-]+)?)(?=\s+(?:that|which|who|worth|to|for|in|near|nearby|recommended|allowed|available|mentioned|you|i|we|of|at|on|with|about|against|\w+ed)\b)", re.IGNORECASE)  # fmt: skip
INVOLVES = re.compile(r"^what(?:(?: all)? (?:is|are|stands?|goes)|['’]s)(?: all)? (?:on|in) (?:the|your|his|her|their|its|our) (?:[\w’'-]+ ){0,3}(?:list|programme|menu|agenda|timetable|schedule|index|catalogue)\b.*$|^what(?: all)?\s+(?:does|do|did)\s+.+\s+(?:involve|include|comprise|contain|consist of|entail|cover)\W*$|^what(?: all)? (?:is|are) (?:included|contained|covered) (?:in|by) .+$|^what (?:is|are|was|were) .+ (?:made(?: up)?|composed) of\W*$", re.IGNORECASE)  # fmt: skip

MAIN_CLAUSE = re.compile(
    r"^(?!(?:(?:in|at|by|for|from|on|to|with|under)\s+)?(?:what|who|whom|whose|which|why|how)\b|(?:when|where)\s+(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|tell|list|name|give|show|compare|explain|describe)\b)"
    r"[^?]*?\w\s*(?:[.,:;!]|\s[–-])\s+(?:(?:so|and|but|then|now)\s+)?(?P<asks>(?:(?:in|at|by|for|from|on|to|with|under)\s+)?(?:what|which|who|list|name)(?: [^\s.;:]+){3}[^.;:]*)$",
    re.IGNORECASE,
)
"""What is asked behind the circumstances it is asked in: "when it freezes, which pipes burst?"."""

# --- Two questions in one.

_ASKING = r"(?:who|whom|whose|what|which|when|where|why|how)"
_DOES = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)"
TWO_ASKED = re.compile(
    rf"^(?P<one>(?:in which \w+|{_ASKING}))(?:,| and|, and) (?P<other>{_ASKING}(?: (?:long|much|many|often|old|tall|high))?) (?P<rest>{_DOES}\b.+)$",
    re.IGNORECASE,
)
"""One thing of which two are asked: "when and where was A born"."""
ASKED_ON = re.compile(
    rf"^(?P<first>(?:so |and |but )?(?:(?:in|at|by|for|from|on|to|with) )?(?:{_ASKING}|{_DOES})\b.{{6,}}?)(?:,? and (?:also )?|\s*[?;] (?:and |also )*|, )(?P<second>(?:(?:in|at|by|for|from|on|to|with) )?(?:{_ASKING}\b(?! (?:is|was|are|were)$)(?: (?:else|exactly))?(?:$| (?:long|much|many|often|old|tall|high|far|\w+ )?.*)))$",
    re.IGNORECASE,
)
"""A second question behind the first."""
ELLIPTIC = re.compile(
    r"^(?:(?:in|at|by|for|from|on|to|with|of) )?(?:which|what|whose|how (?:many|much|long))(?: [\w'’-]+){1,2}$|^(?:in|at|by|for|from|on|to|with|of) (?:whom|what|where|which)$",
    re.IGNORECASE,
)
"""Goes on with the words of the first question, of which it is a part: "and for which port?"."""
AND_WHAT_OF = re.compile(
    r"\b(?:know|tell|say|ask|explain|learn|understand|decide|remember|show|see|of|about|on|between|both|depend(?:s|ed)? on) (?:who|what|which|when|where|why|how)\b[^?]*\band (?:who|what|which|when|where|why|how)\b",
    re.IGNORECASE,
)
"""Two clauses that one verb governs: "does it say who came and when"."""

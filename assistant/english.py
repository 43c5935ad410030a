"""What the assistant knows of English, as data: to add a language, write a module like this one."""

from __future__ import annotations

import re

# --- What an answer of each kind looks like.

MONTHS = (
    "(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
"""Case counts: "may" and "march" are words of their own."""
NUMBER_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    "|ninety|hundred|thousand|million|billion|trillion|dozen|half|third|quarter|twice|double"
    "|once|both|single|several"
)
COUNTS = {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}
ORDINALS = {word: n for n, word in enumerate("second third fourth fifth sixth seventh".split(), 2)}
UNITS_OF_TIME = "seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)"
CURRENCIES = (
    r"dollars?|euros?|pounds?|yen|yuan|cents?|pence|penny|shillings?|guineas?|francs?|marks?|crowns?|kron(?:er|or|a)"
    r"|rupees?|r[ou]+bles?|pesos?|liras?|lire|guilders?|florins?|ducats?|thalers?|dinars?|dirhams?|z[lł]oty|USD|EUR|GBP|CHF"
)
DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{MONTHS})\b\.?"
    rf"(?:\s+\d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,?\s+\d{{4}}\b)?"
    r"|\b\d{4}-\d{2}-\d{2}\b|\b(?:(?:early|mid|late)[- ])?(?:1[0-9]|20)\d{2}s?\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)\s+century\b|\b\w+(?:th|first|second|third)\s+century\b"
    r"|\b\d{3,4}\s*(?:BC|AD|BCE|CE)\b"
    r"|\b(?:spring|summer|autumn|winter)\s+(?:of\s+)?\d{4}\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b\d{1,2}:\d{2}\b",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\b(?:(?:an? )?(?:quarter|half|five|ten|twenty(?:-five)?)(?: minutes)? (?:past|to|after) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)"
    r"|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o['’]clock|\d{1,2}(?:[.:]\d\d)? ?(?:[ap]m\b|[ap]\.m\.)|midnight|noon|midday)",
    re.IGNORECASE,
)
"""A time of the day."""
YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b")
_BEFORE_A_YEAR = "|".join(
    rf"(?<=\b{word} )" for word in "in since until from by during of early late to".split()
)
NUMBER = re.compile(
    rf"(?<![\w.])(?<!\w[-–])(?!(?:{_BEFORE_A_YEAR})(?:1[5-9]|20)\d\d\b)"
    r"[-−+]?\d++(?:[.,]\d++)*+(?![A-Za-z]{3})(?!(?:st|nd|rd|th)\b)(?:\s?[½¼¾])?"
    r"(?:\s?(?:million|billion|trillion|thousand|hundred|dozen)\b)?"
    rf"|[½¼¾]|\b(?:{NUMBER_WORDS})(?:[- ](?:{NUMBER_WORDS}))*\b",
    re.IGNORECASE,
)
"""No figure within a name (COVID-19), no place in an order (19th) and no year told as one."""
PERCENT = re.compile(r"\d+(?:\.\d+)?\s?(?:%|percent|per cent)|\bpercent", re.IGNORECASE)
MONEY = re.compile(
    rf"[$€£¥]\s?\d+(?:[.,]\d+)*(?:\s?(?:million|billion|trillion|thousand|bn|m|k)\b)?"
    rf"|\b(?:\d+(?:[.,]\d+)*\s?(?:million|billion|trillion|thousand)?|(?:{NUMBER_WORDS})(?:[- ](?:{NUMBER_WORDS}))*)\s?(?:{CURRENCIES})\b"
    r"|(?<=\bis )free\b(?! (?:to|from|and fair|trade))|(?<=\bare )free\b(?! (?:to|from))|(?<=\bfor )free\b|\bfree of charge\b|\b(?:at no (?:extra |additional )?|without )(?:cost|charge)\b|\bcosts? nothing\b|\bno (?:entrance |admission |entry )?(?:fee|charge)\b|\bgratis\b",
    re.IGNORECASE,
)
"""A sum, or that there is none to pay."""
DURATION = re.compile(
    rf"(?:\d[\d.,]*|\b(?:{NUMBER_WORDS}|a|an|few))(?:[- ](?:{NUMBER_WORDS}))*[-\s](?:{UNITS_OF_TIME})\b"
    r"|\b(?:from|between)\s+.{0,20}\d{4}\s+(?:to|until|and|through)\s+.{0,20}\d{4}|\b\d{4}\s?[–-]\s?\d{2,4}\b",
    re.IGNORECASE,
)
_HOUR = rf"(?:\d{{1,2}}(?::\d\d)?(?:\s?(?:am|pm|o['’]clock))?|{NUMBER_WORDS}|noon|midday|midnight|dawn|dusk|night|sunrise|sunset|daybreak|the (?:start|beginning|end) of)"
OCCASION = re.compile(
    rf"{DATE.pattern}|\b(?:when(?:ever)?|if|once|as soon as|as long as|after|before|until|till|while|during)\s+[^,;.]+"
    rf"|\b(?:at|by|from|until|till|before|after|on)\s+{_HOUR}\b|\b(?:every|each|twice a|once a|(?:in|at) the)\s+(?:day|week|month|year|morning|afternoon|evening|spring|summer|autumn|winter|night|weekend)s?\b"
    r"|\b(?:daily|weekly|monthly|yearly|annually|always|never)\b",
    re.IGNORECASE,
)  # fmt: skip
"""When something happens again and again: at what time, or on what condition."""
TRACES = {
    "date": re.compile(r"\b\d{3,4}\b|\b(?:year|century|day|today|tomorrow|yesterday)\b", re.IGNORECASE),
    "percent": re.compile(r"%|\bper ?cent", re.IGNORECASE),
    "money": re.compile(rf"[$€£¥]|\b(?:{CURRENCIES})\b", re.IGNORECASE),
    "duration": re.compile(rf"\b(?:{UNITS_OF_TIME})\b", re.IGNORECASE),
    "number": re.compile(rf"\d|\b(?:{NUMBER_WORDS})\b", re.IGNORECASE),
}  # fmt: skip
"""What a reader may take for an expression of the kind, though it is none that would answer."""
REASON = re.compile(
    r"\b(?:because|since|due to|owing to|as a result|result of|result(?:ed|ing|s)? (?:in|from)|caus(?:e|es|ed|ing)"
    r"|in order to|so that|so as to|therefore|thus|hence|leads? to|led to|thanks to|reasons?|on account of"
    r"|aim(?:s|ed|ing)? (?:to|at)|intended to|designed to|purpose|allow(?:s|ed|ing)? |enabl(?:e|es|ed|ing)"
    r"|helps? |to avoid|to prevent|to protect|to ensure|to reduce|for fear|given that|motivated|out of)\b",
    re.IGNORECASE,
)
MANNER = re.compile(
    r"\b(?:by \w+ing|by means|through|using|uses?|via|with the help|in this way|steps?|method|process|based on|relies|combin\w+)\b",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Aa]cross|[Aa]round|[Ww]ithin|[Oo]n|[Oo]utside|[Tt]hroughout)"
    r"\s+(?:(?:the|a|an|northern|southern|eastern|western|central|modern|present-day|downtown)\s+)*(?=[A-Z])"
)
EXAMPLE = re.compile(
    r"\b(?:for (?:example|instance)|(?:an?|another|one|the|notable|prime|good|further|recent|best)\s+(?:\w+\s+){0,2}(?:example|instance|case)s?\b"
    r"|examples? (?:of|is|are|include)|instances? (?:of|is)|e\.g\.|such as|exempl\w+|illustrat\w+|to name)\b",
    re.IGNORECASE,
)

REQUEST_WORDS = frozenset(
    "compare contrast tell list name describe explain summarise summarize give show find enumerate"
    " define mention state outline introduce identify discuss please".split()
)
"""Verbs that open a request: the capital they are written with there makes no name."""
COUNTING_WORDS = frozenset(NUMBER_WORDS.split("|")) | frozenset(
    "one two three four five six seven eight nine ten another several many most few first second"
    " third further next last unlike despite following besides".split()
)
"""Words that open a sentence without being function words, and name nothing."""
COURTESY_WORDS = frozenset("thank thanks dear hi hello hey yours regards subject re cc".split())
"""Words that open a line of a letter and name nobody."""
OFFICES = frozenset("CEO CFO COO CTO CIO CMO CSO MD VP MP PM".split())
"""An office before "of" is no part of the name that follows."""

# --- What a question asks for: the kind of answer, the noun it is one of, its subject and verb.

_TYPES: tuple[tuple[str, str], ...] = (
    ("occasion", r"\bwhen\s+(?:exactly\s+)?(?:do|does|should|must|can|may|shall)\b"),
    ("date", r"\bwhen\s+(?:exactly\s+)?(?:did|was|were|is|are|will|has|had|have|would|could)\b|^when\W*$|\b(?:what|which|in what|in which)\s+(?:year|date|day|month|century|decade|season)s?\b|\bhow long ago\b|\bsince when\b|\bwhat time\b|\b(?:year|date) (?:was|did|of)\b"),
    ("percent", r"\b(?:what|which) (?:percentage|percent|share|proportion|fraction)\b|\bhow many percent\b|\bpercentage\b"),
    ("money", r"\bwhat (?:does|did|do|will|would|must) (?:it|\w[^?]{0,40}?) cost\b|\bwhat (?:did|does|do|must|will|would|should) [^?]{1,50}? pay for (?!\W*$)|\bhow much (?:rent|money|tax|interest|deposit|pension|salary|pay|toll|duty)\b|\b(?:what|which) (?:deposit|fine|penalty|rent|fare|toll|wage|salary|fee|charge|refund|discount|grant|reward|tax)\b|\bwhat(?: is|['’]s| was| are| were) the (?:most|least|maximum|minimum) [^?]{0,40}\b(?:charged?|pay|paid|costs?|spend|spent|fined?|claim|earn)\b|\bhow much money\b|\bwhat (?:does|did|do|will|would) .{1,60}\bcosts?\W*$|\bhow much (?:did|does|do|was|were|is|are|has|have|will|would)?.{0,40}\b(?:cost|pay|paid|worth|price|spend|spent|earn|invest|raise|fund|sell|sold|charge|budget)\w*|\b(?:price|cost|fee|budget|salary|revenue|valuation|funding amount)s? (?:of|for|was|is|did)\b|\bwhat (?:price|amount of money|sum)\b|\bwhat amount\b.*\b(?:pa(?:y|id)|spen[dt]|earn|invest|rais|charg)\w*"),
    ("duration", r"\bhow (?:long|soon|quickly)\b|\bhow many (?:years|days|weeks|months|hours|minutes|seconds|decades|centuries)\b|\bfor how (?:long|many)\b"),
    ("number", r"\bwhat(?: is|['’]s| was| are| were) the (?:most|least|maximum|minimum) (?:i|you|we|they|he|she|it|one|anyone|that|number|amount|any \w+|an? \w+ (?:can|may|could))\b|(?:^(?!wh)(?:the )?|\b(?:what(?: is|['’]s| was| were| are)|tell me|give me) (?:the )?)(?:\w+ )?(?:height|weight|length|width|depth|temperature|population|speed|age|distance|capacity|diameter) of\b|\bwhat amount\b|\bhow (?:many|much|tall|high|deep|far|wide|big|large|old|fast|heavy|often|hot|cold)\b|\bwhat (?:number|size|length|height|weight|score|distance|temperature|population|speed|age|rank)\b|(?:^(?:\w+\s+){0,2}|\b(?:what|which|know|tell me|give me|need|is|['’]s|was|are|were)\s+)(?:the\s+)?(?:(?:total|exact|average|overall|precise|approximate)\s+)*(?:number|count) of\b"),
    ("person", r"\bwho(?:m|se)?\b|\b(?:what|which) (?:person|people|man|woman|player|actor|actress|singer|composer|painter|musician|philosopher|mathematician|politician|historian|explorer|author|scientist|king|queen|emperor|president|leader|poet|writer|artist|director|engineer|founder|inventor)s?\b|\bby whom\b|\b(?:last|first|middle|full|family) name\b|\bsurname\b|\bnames? of (?:the|an?|every|all) (?:\w+ ){1,3}who\b"),
    ("place", r"\bwhere\b|\b(?:what|which) (?:city|cities|country|countries|state|place|town|region|continent|county|location|province|island|river|area|part of the world|nation)s?\b"),
    ("reason", r"\bwhy\b|\b(?:what|which)(?:['’]s| is| are| was| were)? (?:the |his |her |its |their |your |\w[\w' ’-]{0,30}['’]s? )?(?:main |real |chief )?(?:reason|cause|purpose|goal|aim|motive|motivation)s?\b|\bhow come\b|\bwhat for\b|\bwhat (?:caused|causes|led)\b"),
    ("manner", r"\bhow (?:do|does|did|is|are|was|were|can|could|has|have|had|to|should|will|would|might)\b|^how\b|\bin what way"),
    ("example", r"\b(?:examples?|instance|case)\b(?! (?:study|studies|law|of (?:emergency|fire|doubt)))|^(?:which|what)\s+(?:\w+\s+)?\w+\s+(?:illustrates?|exemplif(?:y|ies))\b"),
    ("definition", r"^(?:so |and |but )?(?:what(?: exactly| really| actually)?(?:'s|’s| is| are| was| were)|define|meaning of|explain)\b(?! the (?:most|least|maximum|minimum) (?:i|you|we|they|he|she|one|that)\b)(?! (?:the|an?|some) \w+ (?:of|that|for|in|which|with)\b)|\bwhat does .* (?:mean|stand for)\b|\bdefinition of\b"),
)  # fmt: skip
ANSWER_TYPES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _TYPES)
_WH = r"(?:(?:in|on|at|by|for|from|to|with|of|under|during|since) )?(?:who|whom|whose|what|which|when|where|why|how)\b"
LEADS_QUESTION = re.compile(rf"^\W*(?:(?:and|so|but|ok|okay|well|then)[, ]+)*{_WH}", re.IGNORECASE)
"""The word that a question opens with."""
WITHIN_QUESTION = re.compile(_WH, re.IGNORECASE)
ASKS_ON = re.compile(r"(?:\b(?:and|or)\b|[,?.!:;-])\s*(?:also |then )?(?:(?:in|on|at|by|for|from|to|with|of) )?$", re.IGNORECASE)  # fmt: skip
"""Before a question word that asks for something more."""
QUESTION_WORD = re.compile(r"^\W*(?:who|whom|whose|what|which|when|where|why|how|what['’]?s)\b", re.IGNORECASE)  # fmt: skip
ASKED_NOUN = re.compile(
    r"\b(?:what|which|whose)(?:['’]?s|\s+(?:is|are|was|were))?\s+(?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b)(?:(?:the|an?|his|her|its|their|some|other)\s+)?"
    r"((?:[\w'’-]+\s+){0,3}?[\w'’-]+?)"
    r"(?=\s+(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|of|in|that|to"
    r"|for|from|with|by|on|at|between|behind|besides|who|which|\w{3,}ed|\w{3,}s)\b|\s*[?.,]|\s*$)",
    re.IGNORECASE,
)
ASKED_OFFICE = re.compile(
    r"^who(?:['’]s|\s+(?:is|are|was|were))\s+(?:the|an?)\s+(?P<noun>(?:[\w'’-]+\s+){0,3}?[\w'’-]+?)\s+(?:of|at|for|in|behind)\b",
    re.IGNORECASE,
)
"""An office asked for by its name: "who is the chair of ..."."""
SUBJECT = re.compile(
    r"\b(?:did|does|do|has|have|had|can|could|will|would|should|is|was|are|were)\s+(?:the\s+)?(?P<subject>[^?]+)"
    r"|(?P<owner>[\w&.-]+(?:\s+[\w&.-]+){0,3}?)['’]s?\s+\w+",
    re.IGNORECASE,
)
"""Where the subject of a question begins: after the auxiliary, or before a possessive."""
MAIN_VERB = re.compile(
    r"\b(?:did|does|do|was|were|is|are)\s+(?P<rest>[^?]+)|^\W*who\s+(?!(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should|may|might)\b)(?P<verb>\w+)",
    re.IGNORECASE,
)
"""Where the verb of a question stands: behind the subject that follows "did", or after "who"."""
LIGHT_VERBS = frozenset(
    "be do have make take get give put go come let keep set bring add use run hold locate base".split()
)
"""Verbs that say little by themselves: an answer may use any other."""
COUNTED_NOUN = re.compile(
    r"\bhow (?:many|much)\s+(?P<noun>(?:[\w'’-]+\s+){0,2}?[\w'’-]+)\s+(?:is|are|was|were|do|does|did|has|have|had"
    r"|can|could|will|would|should|in|of|on|at|for|from|that|who|there|\w{2,}ed)\b",
    re.IGNORECASE,
)
"""What is counted in "how many pages does ..."."""
NUMBER_ALONE = re.compile(
    r"\W*(?:$|[.,;:!?)]|(?:of (?:them|these|those|which|whom)|in|on|at|by|from|after|before|during|were|was|are|is"
    r"|had|have|took|came|went|died|survived|remained?|left|altogether|in all|and|or|to|per|each|a|an)\b)",
    re.IGNORECASE,
)
"""Follows a number behind which what it counts does not stand."""
COUNTED_ALIKE = frozenset(
    "people person persons individuals others thing things item items time times".split()
)
"""Counted by the name of any kind of them: "30 sailors" are so many people."""
PERSONS = frozenset(
    "people person persons individuals souls crew passengers travellers travelers residents"
    " inhabitants citizens villagers townspeople folk folks visitors guests tourists spectators"
    " viewers fans participants attendees victims survivors casualties dead deaths lives injured"
    " fatalities".split()
)
"""Nouns for persons: who counts some of them may call them by another."""
OR_ANOTHER = r"\b(\w+),? or (?:the |an? )?{name}\b|\b{name},? or (?:(?:the|an?|some|any)(?: other)? (?:\w+ )?(\w+)|([A-Z]\w+))"  # fmt: skip
"""A name that is one of two things joined by "or", and the other one."""
VERB_ENDINGS = ("ing", "ed", "es", "s")
"""Endings that two words may have in common and be nothing alike: "mending", "meeting"."""
LEFT_OVER = re.compile(r"\d['’]s$", re.IGNORECASE)
"""The "s" of "the 70's" is no word."""
TERM_ASKED = re.compile(
    r"^\W*(?:and |so |but )?(?:what(?:['’]?s| is| are)|define|what do(?:es)? (?=.+ mean\b))\s+(?!(?:the|this|that|these|those)\b)(?P<article>an?\s+)?"
    r"(?P<term>(?:[\w'’-]+\s+){0,3}?[\w'’-]+)(?:\s+mean)?\W*$",
    re.IGNORECASE,
)
"""What a term means is asked, and nothing else: "what is a quoin stone?"."""
WHO_IS = re.compile(r"^\W*[Ww]ho(?:['’]s| is| was| are| were)\s+(?P<rest>[A-Z][^?]*)")
"""Who somebody is, of whom the name is known."""
PART_OF = re.compile(r"^[\w-]+(?: [a-z][\w-]+)? (?:of|in|for|at) \S", re.IGNORECASE)
"""Something of something else is asked for: "capital of Denmark", which is no one name."""
WORD_ENDINGS = frozenset("er est ers or ors ed ing ist ise ize ity ly al able ry y ful".split())
"""What makes another word of a word."""
NO_NAME = re.compile(
    r"(?:i|you|he|she|it|we|they|that|there|this|here|who|what|where|when|why|how|let|one)['’](?:m|s|re|ve|d|ll)"
    r"|\w+n['’]t|o\.?k\.?|okay|oops|ouch|gosh|wow|yikes|whoops|uh|um|hmm?|ah|oh|alas|hey|hi|hello",
    re.IGNORECASE,
)
"""Neither a name nor a word that an answer need hold, though it has a capital or is in no list."""
NAME_ENDINGS = frozenset(
    "ese n an ian ean ish ic i er man men woman women ans ians eans ers".split()
)
"""Make an adjective, or the word for its people, of a place's name."""
ADJECTIVES_OF_NAMES = {
    word: tuple(group.split())
    for group in (
        "france french",
        "netherlands holland dutch",
        "switzerland swiss",
        "wales welsh",
        "spain spanish",
        "denmark danish danes",
        "poland polish poles",
        "ireland irish",
        "finland finnish finns",
        "sweden swedish swedes",
        "greece greek greeks",
        "turkey turkish turks",
        "portugal portuguese",
        "norway norwegian norwegians",
        "china chinese",
        "japan japanese",
        "germany german germans",
        "britain british briton britons",
        "england english",
        "scotland scottish scots",
        "usa us america american americans",
        "uk britain british",
        "eu europe european",
    )
    for word in group.split()
}
"""Names of places beside the adjectives that are not made of them by an ending."""
GENERIC_WORDS = frozenset(
    "happen happens happened happening tell tells told show give mean means meaning called stand stands"
    " pls please thing things something anything stuff exactly actually really kind kinds type types sort"
    " sorts example examples instance case say says know known talk info information details list"
    " enumerate everything describe explain compare face faces facing come comes exist exists involve involves include"
    " beforehand afterwards meanwhile includes named mentioned listed described recorded discussed different various anywhere".split()
)
"""Words of a question that its answer need not hold."""
SAYING_NOTHING = re.compile(
    r"\b(?:(?:has|have|had|having|got) (?:an? )?(?:\w+ )?(?:hand|part|share|say|role) in|(?:play|take)(?:s|ed|ing|n)? (?:an? )?(?:\w+ )?(?:part|role|hand) in|(?:took|taking) (?:an? )?(?:\w+ )?part in"
    r"|(?:has|have|had) (?:something|anything|to do|something to do|anything to do) with"
    r"|(?:in|across|throughout|anywhere in) (?:any of |all of |all )?(?:these|those|my|our|your) (?:pages|papers|documents|texts|files|sources|articles|notes)"
    r"|(?:the|these|those|my|our|your) (?:pages|papers|documents|texts|files|sources|articles|notes) (?:say|tell|mention|name|describe|speak of|report)s?)\b",
    re.IGNORECASE,
)
"""Phrases that say that something is of something, or stands in the documents, and not what."""
GENERIC_NOUNS = frozenset(
    "name kind type sort form style year date day month time way thing part role reason purpose aim goal"
    " person people man woman company organization institution group member country nation city place area"
    " region number amount term word title other another one two three did does example case instance"
    " called stand mean meaning say said do happen happens happened occurs use called known event topic"
    " factor feature principle aspect item object fact issue method approach measure step action result"
    " effort work term change difference famous major main key common important special specific popular"
    " first last new old large biggest largest best most work field subject sector level state system project programme program venture initiative undertaking"
    " scheme deal activity occasion episode".split()
)
"""Nouns that an answer need not repeat: it is one of them by what it is."""
SPELLING_OUT = re.compile(
    r"\b(?:stands? for|short for|abbreviat\w*|acronym\w*|full (?:name|form)|spelled out|spelt out|in full|meaning|(?:what|which) .*\bmeans?)\b",
    re.IGNORECASE,
)
"""A question for the long form of a short one, or the reverse."""

# --- What a sentence of a text does: leans on another, defines, counts, contrasts, attributes.

ANAPHOR = re.compile(
    r"^(?:[\"'“(]\s*)?(?:(?:and|but|also|however|moreover|furthermore|in addition|then|thus|hence|therefore|instead|nevertheless|meanwhile|later|as a result|for (?:example|instance)|in (?:this|that) (?:way|case)|by (?:this|doing so)|at the same time|similarly|likewise|there|here)\b[,]?\s+)*"
    r"(?:he|she|it|they|his|her|its|their|these|those|this|such|both|the (?:former|latter|other|same)|one of (?:these|them)|another|each of (?:these|them)|together)\b(?!\s+(?:is|was)\s+(?:a fact|clear|said|possible|important|estimated|believed|known)\b)",
    re.IGNORECASE,
)
DEFINES = re.compile(
    r"\b(?:is|are|was|were|means?|refers? to|denotes?|describes?|stands? for|is called|are called|known as|defined as|consists? of|comprises?)\b",
    re.IGNORECASE,
)
DEFINED = re.compile(r"\b(?:(?:is|are|was|were) (?:an?|the|any|those|defined as|called|known as)\b|refers? to|means?\b|denotes?\b|stands? for|consists? of|comprises?\b)", re.IGNORECASE)  # fmt: skip
"""A sentence says what something is, and not only how it is or fares."""
IS_A = re.compile(
    r"\b(?:is|was) (?:an?|one of the|among the)\b|\b(?:are|were) (?=[a-z])|\b(?:counts?|serves?) as\b"
)
COUNTED = re.compile(r"\b(?:one(?: of (?:the|its|their|these|those|our))?|another|further|additional(?:ly)?|second|third|fourth|fifth|final|last)\b", re.IGNORECASE)  # fmt: skip
"""A sentence says of itself to be one of several."""
COUNTED_ON = re.compile(r"\b(?:another|further|additional(?:ly)?|second)\b", re.IGNORECASE)
"""It says so of one that is not the first."""
SEVERAL = re.compile(
    r"\b(?:several|various|many|multiple|numerous|different|a (?:wide )?(?:variety|number|range|series|set) of|two|three|four|five|six|seven|eight|nine|ten)"
    r"\s+(?P<np>(?:[\w-]+\s+){0,3}?[\w-]+)(?=\s+(?:to|of|for|in|have|has|had|are|were|is|was|can|may|that|which|exist)\b|[.,:;]|$)",
    re.IGNORECASE,
)
"""A sentence says that there are several of something."""
TURNS = re.compile(r"^(?:however|but|yet|nevertheless|although|though|despite)\b", re.IGNORECASE)
"""A sentence turns against what was said, so it is no further item of it."""
ENUMERATION = re.compile(r"(?:[^,;]+,){2,}[^,;]* ?\b(?:and|or)\b|:[^,;:]+,[^,;]+\b(?:and|or)\b")
"""A sentence that gives three things or more, or any after a colon."""
CONTRAST = re.compile(r",?\s+(?:while|whereas)\s+|;\s+|,\s+but\s+(?!(?:not|also)\b)")
"""Between two clauses that can each stand alone."""
LEAD_IN = re.compile(r"[^:]{1,80}:\s+")
ATTRIBUTES = re.compile(r"\b(?:according|sa(?:ys?|id)|claim\w*|report\w*|state[sd]?|argue[sd]?|believe[sd]?|alleg\w*|if|unless|provided|may|might|could|perhaps|probably|possibly|likely|not only|neither)\b", re.IGNORECASE)  # fmt: skip
"""Says who holds something to be so, on what condition, or how surely."""

# --- Nouns: what a list is of.

ALTERNATIVES = re.compile(
    r"(?P<a>(?:[A-Z]|\d+[A-Za-z])[\w&.’'-]*(?: [A-Z][\w&.’'-]*)*) (?:or|and) (?P<b>(?:[A-Z]|\d+[A-Za-z])[\w&.’'-]*(?: [A-Z][\w&.’'-]*)*)"
)
"""Two names set side by side."""
KIND_NOUNS = ("kinds", "types", "sorts", "forms", "categories", "varieties", "classes")
DETERMINER = re.compile(r"\b(?:the|an?|its|their|his|her|this|that|these|those)\b", re.IGNORECASE)
NOUN_PHRASE_END = re.compile(r"\b(?<!-)(?:of|for|in|on|to|from|with|by|at|between|that|which|who|why|how|when|where|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must|than|besides|apart)\b(?!-)|[,;:?]", re.IGNORECASE)  # fmt: skip
PLURALS = frozenset("people criteria children men women phenomena data media feet bacteria".split())
NOT_PLURALS = frozenset(
    "news series species means basis analysis crisis thesis business process access success address class"
    " progress loss mass cross press less always perhaps its his this is was has does as us plus bus gas"
    " status bonus virus focus campus census consensus apparatus physics mathematics politics economics"
    " ethics statistics diabetes lens canvas atlas christmas thus yes s".split()
)

# --- What a question takes over from an earlier turn.

_JOINT = (
    "for|in|on|at|with|by|from|to|of|during|after|before|under|until|since|through|against|about"
)
CORRECTION = re.compile(
    r"^(?:(?:no|nope|nah|sorry|oh|wait|hm+|well|actually|not (?:that|this|it|him|her|quite)(?: one)?)[,.!:;–-]*\s+)*(?:(?:i|we) (?:mean|meant|was (?:asking|talking) about|am (?:asking|talking) about|was thinking of|wanted)|(?<=[,.!:;–-] )(?:but )?(?=the ))\s+(?P<meant>\S[^?]*\??)$",
    re.IGNORECASE,
)
"""What was meant instead: "no, I meant the second mill"."""
BEST_OF_THEM = re.compile(r"^(?:and |so |but )*which (?:(?:one|ones|of (?:them|these|those|the two)) )?(?:is|was|are|were|has|had) (?:the )?(?:\w{2,}(?:est|er)|most|least|best|worst|first|last)\b", re.IGNORECASE)  # fmt: skip
"""The most or the first of what was asked about."""
JOINED_ASKING = re.compile(rf"^(?:and |so |but )*(?:{_JOINT}) (?:whom?|what|which|whose|when|where|how (?:many|much|long))\b(?!.*\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must)\b)", re.IGNORECASE)  # fmt: skip
"""A question without a verb: "for which film?", "by when?"."""
ELLIPSIS = re.compile(rf"^(?:(?:{_JOINT})\b(?!.*\b(?:who|what|when|where|why|how|which)\b)|and|but|or|so|then|ok(?:ay)?|also|what about|how about|and what about|(?:the |do the )?same(?: question| thing)? (?:for|about|of|with)|ditto for|likewise for|why|when|where|who|how|which one|how come|since when|how many|how much)\b", re.IGNORECASE)  # fmt: skip
CLAUSE = re.compile(r"^(?:and |but |so |or |what (?:about |happens )?)*(?:if|unless|once|in case|as soon as|while|because|until)\s+(?:i|we|you|one|they|it|he|she|there|nobody|no one|somebody|someone)\b(?!.*\b(?:who|what|where|why|how|which)\b)", re.IGNORECASE)  # fmt: skip
"""A condition that is all of a follow-up: "and if we come late?"."""
ASKS_NEXT = re.compile(r"\b(?:next|after (?:that|this|it|him|her|them)|afterwards|then|later)\b", re.IGNORECASE)  # fmt: skip
"""A follow-up for what came behind what was told."""
ABOUT_OTHER = re.compile(r"^(?:and\s+|but\s+|or\s+|so\s+)*(?:what about|how about|and|(?:the |do the )?same(?: question| thing)? (?:for|about|of|with)|ditto for|likewise for)?\s*(?:the\s+)?(?P<name>[^?]*?)[\s?.!]*$", re.IGNORECASE)  # fmt: skip
OTHER_ONE = re.compile(
    r"\bthe other(?: one| side| party| partner| company| firm| half)?\b|\b(?:its|his|her|their) (?:partner|counterpart|opponent|rival|opposite number|other half|ally)\b",
    re.IGNORECASE,
)
_BEFORE_THAT = "|".join(
    rf"(?<=\b{word} )"
    for word in (
        "is was are were do does did has have had can could will would of about for in on with by to"
        " from after before than like at why how when where and or"
    ).split()
)
PRONOUN = re.compile(
    r"\b(?:which one|which of the two|it|its|they|their|them|theirs|he|him|his|she|her|hers|this|these|those"
    rf"|(?:^|{_BEFORE_THAT})that|that(?=\s*[?.!]*$)"
    r"|(?:the|this|that) (?:company|partnership|collaboration|project|drug|program|programme|fund|person|place|one|ones|latter|former)"
    r"|the (?!other\b)[\w-]+ ones?"
    r"|the (?:two|same|first)(?= (?:one|is|was|are|were|did|do|does|has|had|of (?:them|these|those))\b|\s*[?.!,]*$))\b",
    re.IGNORECASE,
)
"""What stands for something named earlier; not the "that" of a relative clause, nor "the first
mill"."""
TURNED_TO = re.compile(
    r"^(?P<joint>in|at|on|from|since|before|after|during|until|with|for|by|to|into|under|near|through|of)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
"""What a question is asked of again: "and in 1912?", "and with Acme?"."""
PHRASES_OF_PLACE = re.compile(
    r"\s+(?=(?:in|at|on|from|since|before|after|during|until|for|by)\s+\S)", re.IGNORECASE
)
"""Between the phrases of "in Graz in 1912"."""
PLAIN_PRONOUN = re.compile(r"\b(?:(?P<owner>its|his|their|her(?=\s+\w))|it|he|him|she|her|they|them)\b(?!\s+(?:true|possible|clear|important|necessary|take|takes|took)\b)", re.IGNORECASE)  # fmt: skip
"""A pronoun that a name can stand in place of."""
THOSE = re.compile(r"\b(?:those|these)\b(?=\s*(?:[?.!,]|$|then\b|and\b|for\b|in\b|with\b|to\b|at\b|used\b|made\b|come\b|cost\b|take\b))", re.IGNORECASE)  # fmt: skip
"""Stands for things that an answer told of, without a noun behind it."""
POINTS_AT_EVENT = re.compile(rf"(?:{_BEFORE_THAT}|^)(?:that|this)(?=\s*(?:[?.!,]|$|and\b|happen|last|take|mean|possible|true|done|important|necessary|so\b|work|end|start|begin|change|matter))", re.IGNORECASE)  # fmt: skip
"""A pronoun for what was told rather than for a thing that was named: "how long does that last"."""
COPULA_LEAD = re.compile(r"^(?:is|are|was|were)\s+|^(?:list|name|tell me about|describe|give me|show me)\s+", re.IGNORECASE)  # fmt: skip
WHY_IS_IT_SO = re.compile(r"^why is it so:", re.IGNORECASE)
"""A bare "why?" after things were named: only a sentence that gives a reason answers it."""
LIFE_EVENT = re.compile(r"^\W*(?:and |so |but )?(?:(?:in |on )?(?:what|which) (?:year|day|date|month|century|town|city|place|country|village)|when|where)\b.*\b(?P<event>born|die|died|buried|married|marry|baptised|baptized|killed|divorced)\b", re.IGNORECASE)  # fmt: skip
"""Asks when or where somebody was born, died or the like."""
HOW_OLD = re.compile(r"\bhow old\b|\b(?:what|at what|which) age\b|\bage of (?=[A-Z])|\bhow many years old\b", re.IGNORECASE)  # fmt: skip
_AGE_WORD = rf"(?:\d{{1,3}}|(?:{NUMBER_WORDS})(?:[- ](?:{NUMBER_WORDS}))?)"
TELLS_AGE = re.compile(rf"\b(?:aged?|ages)\b|\byears? (?:old|of age)\b|\byear-old\b|\bborn\b|\bbirth(?:day)?\b|\blived to be\b|\bin (?:his|her|their) (?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b|\b(?:at|turned|was|is|were|I was|only|just|barely|died at) {_AGE_WORD}(?=[,.;]| when\b| (?:the|that) (?:year|winter|summer|day)\b| at the time\b| then\b)|, {_AGE_WORD},", re.IGNORECASE)  # fmt: skip
"""A sentence tells somebody's age, or when they were born."""
TELLS_MAKING = re.compile(rf"{TELLS_AGE.pattern}|\b(?:built|founded|established|erected|constructed|opened|made|created|begun|began|started|dates?|dating|planted|laid|launched|goes back|existed|since|formed|set up|first)\b|\b{_AGE_WORD} (?:years|centuries|decades)\b", re.IGNORECASE)  # fmt: skip
PERSON_PRONOUN = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.IGNORECASE)
THEY = re.compile(r"\b(?:(?P<owner>their)|they|them)\b", re.IGNORECASE)
ONE_OF_A_DATE = re.compile(r"\bthe (?P<date>\S+) one\b", re.IGNORECASE)
"""What an earlier question asked of something of another date: "who built the 1902 one?"."""
OF_PERSONS = re.compile(r"\b(?:about|on|of) (?:him|her|them|both|the two)\b(?! \w+ed)|\b(?:the two|both|all three) of them\b", re.IGNORECASE)  # fmt: skip
"""More is wished of somebody who was named, not of the answer."""
OF_BOTH = re.compile(
    r"\b(?:the two of them|both of them|these two|those two|the two|both|them)\b", re.IGNORECASE
)
ASKS_WHO = re.compile(r"^\W*(?:and |so |but )?who(?:m|se)?\b", re.IGNORECASE)
LEADING_QUESTION_WORD = re.compile(r"^(?:what|who|whom|which|where|when|why|how(?: (?:many|much) \w+| \w+(?= (?:is|are|was|were|do|does|did|has|have|had|can|could|will)\b))?)\b\s*", re.IGNORECASE)  # fmt: skip
LISTED_NOUN = re.compile(r"^(?P<lead>(?:and |so )?(?:what|which)(?: (?:are|were))?(?: the| its| their)?(?: main| key)? )(?P<noun>(?!(?:does|is|was|has)\b)\w+s|criteria|people)\b", re.IGNORECASE)  # fmt: skip
JOINING = re.compile(r"^(?:(?:and|but|so|or)\s+)+", re.IGNORECASE)
THE_TWO = re.compile(
    r"\b(?:(?:the|these|those) two|both)(?: of them)?\b(?!\s+(?:of\b|the\b|these\b|those\b|\w+s\b|\w+ and\b))",
    re.IGNORECASE,
)
"""Two that were named before: "what do the two hope for"."""
BARE_WORD = re.compile(r"^(?:and\s+|but\s+|so\s+)*(?P<word>when|why|where|who|how|since when|how many|how much|how long|with whom|by whom)[\s?.!]*$", re.IGNORECASE)  # fmt: skip

# --- What is asked of the last answer rather than of the documents.

REMARK = re.compile(r"^(?:h+m+|oh|ah|ok(?:ay)?|well|so|and|but|wait|um+|uh+|al+ ?right|right|sorry|thanks|thank you|nice|great|good|(?:that(?:['’]s| is) |it(?:['’]s| is) )?(?:way |far |much |a bit )?too (?:long|much|short|wordy)|i see)[,.!:]+\s*(?=\w)", re.IGNORECASE)  # fmt: skip
"""Said of the last answer before a wish about it."""
ACTIONS = (
    ("shorter", re.compile(r"^(?:please |can you |could you )*(?:(?:make (?:it|that) |a bit |in )?(?:shorter|short|brief(?:er|ly)?|in short|tl;?dr|too long|in one sentence|be brief))[\s?.!]*$", re.IGNORECASE)),
    ("table", re.compile(r"^(?:please |can you |could you |show (?:me )?(?:it|that|this) |give (?:me )?(?:it|that|this) |put (?:it|that|this) )*(?:as|in|into) an? table(?:,? please)?[\s?.!]*$", re.IGNORECASE)),
    ("list", re.compile(r"^(?:please |can you |could you |show (?:me )?(?:it|that|this) |give (?:me )?(?:it|that|this) |put (?:it|that|this) )*(?:as|in|into) (?:an? )?(?:list|bullets|bullet points)(?:,? please)?[\s?.!]*$", re.IGNORECASE)),
    ("source", re.compile(r"^(?:(?:and |so )?(?:what(?:'s| is| are) (?:the |your )?)?(?:source|sources|reference|references|citation|citations)|where (?:does|did) (?:that|this|it) come from|where (?:is|was) (?:that|this|it) (?:from|written|said)|says who|how do you know(?: that| this)?|according to (?:whom|what)|who says (?:that|so|this))[\s?.!]*$", re.IGNORECASE)),
    ("sure", re.compile(r"^(?:(?:and )?are you (?:really |quite )?(?:sure|certain)(?: (?:about|of) (?:that|this|it))?|really|is (?:that|this|it) (?:really )?(?:true|right|correct))[\s?.!]*$", re.IGNORECASE)),
    ("all", re.compile(r"^(?:and |please |can you |could you )*(?:(?:show|list|give|tell) (?:me |us )?)?(?:all(?: of (?:them|it|these))?|everything|the (?:rest|others|remaining(?: ones)?)|all (?:sentences|items|groups|results)|them all|the full list)[\s?.!]*$", re.IGNORECASE)),
    ("more", re.compile(r"^(?:and |please |can you |could you )*(?:(?:tell|show|give) me more(?: (?:about|of|on) (?:that|this|it))?|more(?: details?| information| please| on that| about (?:that|this|it))?|go on|continue|what else|anything else|and then|elaborate|expand)[\s?.!]*$", re.IGNORECASE)),
)  # fmt: skip

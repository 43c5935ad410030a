"""How English speakers wrap a question: politeness, leads, trailers, short spellings, wishes.

Data only: to add a language, write a module like this one.
"""

from __future__ import annotations

import re

# --- Short spellings, each where it can be nothing else.

SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), written)
    for pattern, written in (
        (r"\babt\b", "about"),
        (r"\b(?:waht|wath|hwat|whta|wat(?= (?:is|are|was|were|did|does|do)\b))\b", "what"),
        (r"\b(?:wich|whihc|whcih|hwich)\b", "which"),
        (r"\b(?:wehn|whne|wen(?= (?:is|are|was|were|did|does|do)\b))\b", "when"),
        (r"\b(?:wher|whre|hwere|weher)\b", "where"),
        (r"\b(?:hwo|woh)(?= (?:is|are|was|were|did|does|do)\b)", "who"),
        (r"\b(?:teh|hte)\b", "the"),
        (r"\b(?:btwn|b/w)(?=\s)|(?<=diff )btw\b|(?<=difference )btw\b", "between"),
        (r"\bdiffs?(?= (?:between|of)\b)", "difference"),
        (r"\b(what|who|where|when|how|why)(?:['’]s|s)(?= )", r"\1 is"),
        (r"\b(what|who|where|when|how|why)['’]re(?= )", r"\1 are"),
        (r"\bpl[sz]\b", "please"),
        (r"\b(can|could|would|will|do) u\b", r"\1 you"),
        (r"\b(?:wanna|want to)\b", "want to"),
        (r"\bgimme\b", "give me"),
        (r"\blemme\b", "let me"),
        (r"\bu (know|have|tell)\b", r"you \1"),
    )
)

IDIOMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), written)
    for pattern, written in (
        (r"^(?:and |so |but )?(?:how|where) (?:do|does|did|would|will) (?P<who>[^?]{2,60}?) (?:fit|come) in(?:to (?:it|this|that|all (?:of )?this|the picture))?(?=\W*$)", r"what is the role of \g<who>"),
        (r"^(?:and |so |but )?what (?P<does>do|does|did) (?P<who>(?:an?|the|every|each|all|our|their) [^?]{2,50}?) (?:have|has|need) to do(?=\W*$)", r"what are the duties of \g<who>"),
        (r"^(?:and |so |but )?what (?:must|should|shall) (?P<who>(?:an?|the|every|each|all) [^?]{2,50}?) do(?=\W*$)", r"what are the duties of \g<who>"),
        (r"^(?P<list>(?:list|name|enumerate|give me|show me|find|all|every)\b.{4,}?)(?<! is)(?<! are)(?<! was)(?<! were),? (?:(?:that|which|who) (?:are|is|were|was|get|gets) )?(?:mentioned|named|listed|described|discussed|recorded|covered|talked about)(?: here| anywhere| (?:in|across|throughout) (?:all |any of )?(?:the|these|this|your|my|our|those) (?:documents?|papers?|texts?|files?|sources?|collection|articles?|corpus|pages?))?(?=\W*$)", r"\g<list>"),
        (r"^(?P<list>(?:list|name|enumerate|give me|show me|find|all|every|which|what|who)\b.{4,}?),? (?:here )?(?:in|across|throughout) (?:all |any of )?(?:the|these|your|my|our|those) (?:documents|papers|texts|files|sources|collection|articles|corpus|pages)(?=\W*$)", r"\g<list>"),
        (r"^all(?: of)?(?: the| those)? (?P<what>(?!(?:that|which|who|of|in)\b)[^,.;:?]{3,60}? (?:who|that|which) [^?]+?)(?=\W*$)", r"what are the \g<what>"),
        (r"\bhave (?:(?:a|any|some|their|his|her) )?(?:hand|fingers?|part) in\b", "take part in"),
        (r"\bhas (?:(?:a|any|some|their|his|her) )?(?:hand|fingers?|part) in\b", "takes part in"),
        (r"\bhad (?:(?:a|any|some|their|his|her) )?(?:hand|fingers?|part) in\b", "took part in"),
        (r"\btime off\b(?! (?:the|a|an|my|his|her)\b)", "leave"),
        (r"\bon board (?=at|in|with|of)", "part "),
        (r"^(?:and |so |but )?what (?:do|does) (?P<who>[^?]{2,60}?) have to do with (?P<it>[^?]+)", r"what is the role of \g<who> in \g<it>"),
    )
)  # fmt: skip
"""What stands for another wording, word by word, in any text."""

# --- What stands before the question, and says nothing of it.

GREETING = re.compile(
    r"(?:(?:hi|hello|hey|hiya|dear)(?: (?:there|all|again|everyone|team|assistant|bot))?\b(?=\W)"
    r"|good (?:morning|afternoon|evening|day)\b|(?:ok|okay|so|alright|all right|right|well|so|um+|uh+|er+m?|h+m+|oh|ah|wait)(?=[,.])|(?:ok|okay|um+|uh+|h+m+)(?= \w)|so(?= (?:what|who|when|where|why|how|which|tell|can|could|is|are|did|does|do|was|were|please)\b)"
    r"|please\b|kindly\b|(?:many )?thank(?:s| you)(?: (?:a lot|so much|very much|a million))?(?=[,.!;:])|(?:sorry|excuse me|pardon(?: me)?)\b(?=\W)(?! for)"
    r"|(?:just )?(?:a |one |my |another |here is a |i have a )?(?:quick |simple |small |short )?question(?: for you)?(?=\s*[:,.–-])|quick one(?=\s*[:,.–-])"
    r"|(?:as a )?(?:quick )?(?:reminder|check)(?=\s*:)|for (?:my|a|the) (?:report|essay|notes?|homework|presentation|school|project|records?)(?=,))[\s,.:;!–-]+",
    re.IGNORECASE,
)
_YOU = r"(?:you|we|anyone|anybody|someone|somebody)"
_SOFTLY = r"(?:(?:please|kindly|possibly|maybe|perhaps|just|quickly|also|at all|by any chance|happen to|be so kind as to|be able to|help me(?: to)?)\s+)*"
PREAMBLE = re.compile(
    r"(?:(?:ok|okay|so|well|no|nah|nope|yes|anyway|actually|hm+|hi|hello|hey|sorry|alright|all right|right|thanks|thank you|now|next|then)[,!.]? )*(?:"
    r"(?:i|we)(?: am| are|['’]?m|['’]re| was| were| have been|['’]ve been)? ?(?:(?:currently|just|only|still|also|actually|now|busy) )*(?:writing|preparing|working on|doing|making|drafting|researching|studying|reading|reviewing|compiling|putting together|giving a talk|giving a presentation|new (?:here|to (?:this|these|the))|a (?:student|journalist|beginner|newcomer)|in a hurry|short of time|looking into|curious|interested)\b"
    r"|(?:i|we)(?: have|['’]?ve)(?: (?:only|just|not|never))* (?:opened|started|joined|arrived|uploaded|downloaded|been given|found|seen)\b"
    r"|(?:i|we) (?:have no|haven['’]?t(?: got)?(?: the)?(?: much| any)?|don['’]?t have(?: the| much| any)?|lack the) time\b|(?:i|we) (?:only )?(?:need|want) (?:this|it) (?:for|by)\b|(?:i|we) have (?:a|an|another|one more|some) (?:quick |short )?questions?\b"
    r"|before (?:i|we) (?:start|begin|go on|continue|read|do anything)\b|for (?:my|our|work|school)\b|(?:this|it)(?:['’]s| is) (?:for|my|our)\b|(?:just )?out of (?:interest|curiosity)|just (?:wondering|curious|checking)"
    r"|(?:a )?(?:quick|simple|short|another|different|new|last|final) (?:question|one|thing|topic|subject)|something (?:else|different|about|on|from)|one (?:more|last|other) (?:thing|question)|never mind|(?:let us |let[’']s )?(?:forget|leave|drop|skip) (?:that|it|about|the|this|them)|enough (?:of|about|on)|(?:back|moving on|on|over) to|(?:a )?change of (?:subject|topic)|moving on|thanks|thank you|great|perfect|nice|good)\b",
    re.IGNORECASE,
)
"""Opens what the asker says of their own purpose, before the question; not of their case, which is
a part of what they ask: "My boiler hums. Is that a defect?"."""
AFTERTHOUGHT = re.compile(
    r"(?:(?:and )?(?:i mean|i(?:['’]m| am)? (?:only|just|need|want|asking|talking|looking)|i need|need|want|just|only|preferably|ideally|meaning|as in|asking for|no need|nothing else|thanks|thank you|thx|please|sorry)\b|(?:all|each|every(?: single)? one|both) of (?:them|it|those|these)\b|(?:the )?(?:full|complete|whole|entire) list\b|one by one\b|in full\b)",
    re.IGNORECASE,
)
"""Opens what is added behind a question and asks nothing new."""
OF_ONESELF = re.compile(
    r"(?:(?:ok|okay|so|well|hi|hello|hey|sorry|right|now|also|and|but)[,!.]? )*(?:"
    r"(?:i|we|my|our)\b|(?:i|we)['’](?:m|ve|re|d|ll)\b|(?:just |still |also |currently |actually )*(?:thinking|planning|hoping|trying|looking|wanting|wishing|considering|preparing|writing|working|going|about|getting|being|having|wondering|curious|interested|new)\b"
    r"|for (?:my|our|a|an|the|school|work)\b|as (?:a|an|part)\b|(?:in|short of|no|not much|little|only|just)\b[^:.!?]{0,20}\b(?:hurry|time|minutes?|seconds?)\b|(?:a |one |another |just )*(?:quick|short|small|simple|last) (?:question|one|thing)\b)",
    re.IGNORECASE,
)
"""Opens a clause in which askers tell of themselves: what they are about, or how much time they
have. What it says may matter to what is asked; it does not say what is asked."""
BEHIND_REQUEST = re.compile(
    r"(?:\s*[,;.!–—-]+\s*(?:(?:because|since|as|but|so|and|for)\s+)?(?:(?:i|we)(?:['’](?:m|ve|re|d|ll)| am| are| have| only| just| need| want| must| will| can(?:['’]t|not)| don['’]t| haven['’]t| would| got to)\b[^?]*|(?:in a (?:hurry|rush)|no time|short of time|(?:it|this)(?:['’]s| is) (?:urgent|for))\b[^?]*)"
    r"|\s*[,;–—]\s*(?:it['’]s |this is )?(?:for (?:my|our|a|an|the|school|work)|before (?:my|our|the|i|we)|(?:my|our) )\b[^?,]*)$",
    re.IGNORECASE,
)
"""What askers tell of themselves behind a request."""
ALL_OF_THEM = re.compile(
    r"(?:\s*[,;.!?–-]+\s*(?:(?:i )?(?:need|want|give me|please|and|with) )*(?:(?:all|each|every(?: single| last)? one) of (?:them|it|those|these)|all (?:of )?the [a-z]{3,}(?<![su])s|(?:the |a )?(?:full|complete|whole|entire) list|in full)"
    r"|[\s,;.!?–-]+(?:one by one|one after (?:the other|another)|(?:point|item|step|line|piece) by (?:point|item|step|line|piece)))(?:,? please)?(?=[\s.!?]*$)",
    re.IGNORECASE,
)
"""Wishes, behind a question, for the whole of a list."""
REQUEST = re.compile(
    r"(?:please |kindly |and |so |now |then )*(?:(?:what|who|whom|whose|when|where|why|how|which|in (?:what|which)|by whom|with whom|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b|(?:tell|list|name|compare|contrast|give|show|explain|describe|summari[sz]e|enumerate|outline|define|find|state|identify|say|put|walk|fill|need|looking for|i want|i need|i['’]d like|let me)\b)",
    re.IGNORECASE,
)
"""Opens a question or a request."""
ASKING = re.compile(
    rf"(?:(?:can|could|would|will)\s+{_YOU}\s+{_SOFTLY}(?=(?:tell|explain|give|show|list|name|compare|describe|summari[sz]e|say|let|find|look|check|outline|sum|provide|walk|contrast|enumerate|identify|introduce|brief|clarify|recap|mention|write|make|help|state|put|define|point)\b)"
    r"|(?:would|do) you mind\s+(?=\w+ing\b)"
    r"|i(?:['’]d| would) (?:appreciate it if you (?:could|would)|be (?:glad|happy|grateful) if you (?:could|would))\s+"
    r"|it would be (?:great|nice|good|helpful|lovely) if you (?:could|would)\s+"
    r"|i (?:want|need|would like) you to\s+|i['’]d like you to\s+|help me(?: to)? (?=understand|find|see|learn)"
    r"|let['’]?s (?=compare|talk|look|see|hear|list))",
    re.IGNORECASE,
)
"""A request put as a question or a wish: what is asked to be done follows."""
KNOWING = re.compile(
    rf"(?:(?:i(?:['’]d| would) (?:really |also |just )?(?:like|love)|i (?:really |just |also )?(?:want|need|wish|have|would like)|i(?:['’]m| am) (?:trying|looking|hoping|here)) to (?:know|ask(?: you)?|learn|understand|find out|hear|see|figure out|read up)\b"
    r"|i(?:['’]m| am|['’]ve been| was| have been)?\s*(?:just |also )?(?:wondering|wonder|curious(?: to know)?|interested(?: in knowing| to know| in learning)?|unsure|not sure|confused about)\b"
    rf"|(?:do|does|did|would)\s+{_YOU}\s+(?:happen to |also |really )?(?:know|remember|recall|say|have (?:any|an) idea)\b"
    rf"|(?:do|does|did)\s+(?:the|these|this|your|any(?: of the)?)\s+(?:uploaded )?(?:documents?|texts?|files?|sources?|articles?|reports?|pages?|book|manual|handbook|collection|corpus)\s+(?:say|tell(?: (?:us|me))?|mention|explain|state|reveal|specify|indicate|describe)(?=\s+(?:what|who|whom|whose|when|where|why|how|which|if|whether)\b)"
    rf"|what (?:do|does|did)\s+(?:the|these|this|your)\s+(?:uploaded )?(?:documents?|texts?|files?|sources?|articles?|reports?|pages?|book|manual|handbook|collection|corpus)\s+(?:say|tell (?:us|me)|state|have to say)\s+(?:about|on)(?=\s+(?:what|who|whom|whose|when|where|why|how|which|if|whether)\b)"
    r"|(?:have you |got |do you have )?any (?:idea|clue|chance you know)\b|(?:is it|would it be) possible to (?:know|find out|say|tell me|learn)\b"
    r"|(?:what )?i (?:want|need|(?:would|['’]d) like) to know is\b|(?:may|can|could|might) i (?:please )?(?:ask|know|find out|learn)\b|my question (?:is|would be)\b"
    r"|(?:please )?(?:tell|telling|inform|remind|explain(?:ing)? to|teach|advise|enlighten) (?:me|us)\b|(?:let|letting) (?:me|us) (?:know|understand|see|hear)\b|find(?:ing)? out\b|figure out\b|understand(?=\s+(?:what|who|when|where|why|how|which)\b)"
    r"|(?:say|explain|describe|clarify|look up|check|check up|see|show|showing|show me|explaining|outline|state|point out|work out)(?=\s+(?:to me )?(?:what|who|whom|whose|when|where|why|how|which|if|whether)\b)(?: to me)?"
    r"|(?:(?:give|get|have|gain) (?:(?:me|us) )?)?(?:an?|some|the) (?:(?:rough|general|quick|first|vague|brief|better|basic) )?(?:idea|sense|impression|picture|feel|notion) (?:of|about|for|on)(?=\s+(?:what|who|whom|whose|when|where|why|how|which)\b)"
    r"|it would be (?:great|nice|good|helpful|interesting) to know\b)(?:\s*[:,]|\b)\s*(?:exactly |precisely |please )?",
    re.IGNORECASE,
)
"""Says that something is wanted to be known: what it is follows, often in indirect speech."""
GIVING = re.compile(
    r"(?:(?:(?:can|could|may) i (?:please )?(?:have|get|see)|(?:give|get|show|send|bring|provide|fetch|find|giving|showing|providing|offer)(?: (?:me|us))?(?: with)?|i(?:['’]m| am) (?:looking|searching|after|asking)(?: for)?|i(?:['’]d| would) (?:like|love)|i (?:want|need)|(?:i(?:['’]m| am) )?(?:looking|searching) for|let me have|do you have|have you(?: got)?)\s+)(?!to\b)",
    re.IGNORECASE,
)
"""Says that something is wanted to be given: what follows is a noun phrase."""
OFFERED = re.compile(r"(?:(?:a|an|the|some|any|all|your|me|of|short|quick|brief|full|complete|rough|small|little|general|basic|simple|detailed|more|further|available|relevant)\s+)*", re.IGNORECASE)  # fmt: skip
GIVEN_AS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("list ", re.compile(r"(?:list|listing|enumeration|rundown) of\s+", re.IGNORECASE)),
    ("compare ", re.compile(r"(?:(?:comparison|contrast|side[- ]by[- ]side(?: comparison)?)(?: table)? (?:of|between)|table (?:comparing|of the differences between|contrasting))\s+", re.IGNORECASE)),
    ("tell me about ", re.compile(r"(?:information|info|details?|facts?|anything|something|everything|material|background(?: information)?|an? idea|insights?|a word) (?:(?:there is|you have|available) )?(?:about|on|regarding|concerning|of)\s+", re.IGNORECASE)),
    ("the definition of ", re.compile(r"(?:definition|meaning) of\s+", re.IGNORECASE)),
)  # fmt: skip
"""What a given thing is called, and the request that it comes to."""
ONE_SENTENCE_ON = re.compile(r"(?:an? |one )?(?:one[- ](?:sentence|line)|single[- ]sentence|short|brief|quick)\s+(?:explanation|description|answer|definition|account) (?:of|to|on)\s+", re.IGNORECASE)  # fmt: skip

SOME_OF = re.compile(
    r"^(?:name|list|enumerate|mention|identify|state|cite|specify|give(?: me| us)?|show(?: me| us)?|tell (?:me|us))\s+(?:(?:any|me|us|at least|up to|as many as|the|these|all)\s+)*"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d|some|several|a few|a couple of|various|all)\s+(?:of (?:the|its|their|these) |of )?(?:the )?(?=[a-z])",
    re.IGNORECASE,
)
"""Asks for several of something; how many does not help to find them."""

# --- What stands behind the question.

TRAILER = re.compile(
    r"(?:[\s,;.!–-]+(?:please|pls|plz|thanks(?: (?:a lot|so much|in advance|very much))?|thank you(?: (?:so much|very much|in advance))?|thx|cheers|ta"
    r"|if (?:possible|you (?:can|could|know|don['’]?t mind|would)|i may(?: ask)?|at all possible)|by any chance|at all|would you|will you|for (?:me|us)|(?:would|will) (?:do|be (?:great|nice|fine|enough|perfect|lovely|helpful|appreciated))|do you know|any idea|can you (?:tell me|help|say)|could you (?:tell me|help|say)|i wonder))+(?=[\s.!?]*$)",
    re.IGNORECASE,
)
_DOCUMENTS = r"(?:the|these|this|your|my|our|all|all the)\s+(?:uploaded\s+|given\s+|provided\s+|available\s+)?(?:documents?|texts?|files?|sources?|corpus|collection|uploads?|materials?|articles?|pages?)"
SOURCE_LEAD = re.compile(rf"^(?:according to|based on|going by|judging by|from|in|per|using)\s+{_DOCUMENTS}(?:\s+here)?\s*[,:]\s*", re.IGNORECASE)  # fmt: skip
SOURCE_TRAILER = re.compile(rf"(?:\s*,\s*(?:according to|based on|going by|judging by|from|in|per|using)|\s+(?:according to|based on|going by|judging by))\s+{_DOCUMENTS}(?:\s+here)?(?=[\s.!?]*$)", re.IGNORECASE)  # fmt: skip

DOUBLED_END = re.compile(r"([?!])\s*[.]+$")

# --- In what form the answer is wished for.

_ONE = r"(?:in|with|using)\s+(?:just |only |about )?(?:one|a(?: single)?|1)\s+(?:short |single |brief )?(?:sentence|line|word)|in (?:short|brief|a nutshell|(?:a )?few words|two words)|briefly|(?:keep it |be |make it )(?:short|brief|concise)|short answer|tl;?dr"
_TABLE = r"(?:as|in|into|using|with)\s+(?:an? )?(?:(?:small|short|simple|comparison|nice|neat) )?(?:table|tabular form|table form|table format)"
_LIST = r"(?:as|in|into|using|with)\s+(?:an? |the form of a )?(?:(?:bulleted|bullet|numbered|short|simple) )*(?:list|list form|bullets|bullet points|bullet form)"
WISHES: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (
        wish,
        re.compile(rf"^(?:{pattern})(?:\s*[,:–-]\s*|\s+(?=(?:what|who|when|where|why|how|which|tell|explain|describe|list|name|compare|give|define|state|outline|summari[sz]e|can|could|please)\b))(?:please\s+)?", re.IGNORECASE),
        re.compile(rf"[\s,;.–-]+(?:and )?(?:put (?:it|that|this) |show (?:it|that|this) |answer |explained? |(?:presented |shown |formatted )?)?(?:{pattern})(?=[\s.!?]*$)", re.IGNORECASE),
    )
    for wish, pattern in (("shorter", _ONE), ("table", _TABLE), ("list", _LIST))
)  # fmt: skip
"""Each wish with how it opens a request, and how it ends one."""
SERVES_AS = re.compile(r"\b(?:us(?:e|es|ed|ing)|serv(?:e|es|ed|ing)|acts?|acted|works?|worked|know[ns]?|known|seen|regarded|appears?|appeared|stand|stands|stood)\b", re.IGNORECASE)  # fmt: skip
"""Before "as a table": something is used as one, and no form is wished for."""

# --- Indirect speech.

_AUXILIARY = r"(?:is|are|was|were|has|had|have|will|can|could|should|would|must|may|did|does|do)"
AUXILIARY = re.compile(rf"(?<!\bthat )(?<!\bwho )(?<!\bwhich )\b(?P<auxiliary>{_AUXILIARY})\b", re.IGNORECASE)  # fmt: skip
INDIRECT = re.compile(
    rf"^(?P<asks>how (?:many|much) (?:[a-z-]+ )?(?=(?:the|an?|this|that|his|her|its|their|it|he|she|they|(?-i:[A-Z])))"
    rf"|how (?:tall|high|deep|far|wide|big|large|old|fast|heavy|often|hot|cold|long|soon|thick|late|early|expensive) |(?:what|which) [a-z]+ (?=(?:the|an?|this|that|his|her|its|their|it|he|she|they|(?-i:[A-Z])))"
    rf"|(?:when|where|why|how) (?!{_AUXILIARY}\b|(?:many|much)\b)|(?:what|whom?) (?=(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|it|he|she|they|we|you|there|(?-i:[A-Z]))\b))"
    r"(?P<clause>.+?)(?P<end>[\s.?!]*)$",
    re.IGNORECASE,
)
"""A question in the order of a statement: "when the mill was built"."""
WHETHER = re.compile(r"^(?:if|whether)\s+(?:or not\s+)?(?P<clause>.+?)(?P<end>[\s.?!]*)$", re.IGNORECASE)  # fmt: skip
IS_TRUE = (
    re.compile(r"^(?:and |so |but )?(?:(?:is|isn['’]t|was|wasn['’]t) (?:it|this) (?:really |actually |also )?(?:true|right|correct|the case|a fact|so|possible)(?: to say)? that|(?:is|am|are|would) (?:i|we|it) (?:be )?(?:right|correct|wrong|mistaken)(?: in (?:thinking|saying|assuming|believing))?(?: that)?|(?:true or false|right or wrong|fact or fiction|yes or no)\s*[:,?–-]|(?:i|we) (?:(?:have )?(?:heard|read|think|thought|believe|was told|were told|assume|guess|gather))(?: that)?(?=.*[,.;–-]\s*(?:is|was) (?:that|this|it) (?:really )?(?:so|true|right|correct)\b))\s+(?P<clause>.+?)(?:[,.;–-]\s*(?:is|was) (?:that|this|it) (?:really )?(?:so|true|right|correct))?(?P<end>[\s.?!]*)$", re.IGNORECASE),
    re.compile(r"^(?!(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|can|could|will)\b)(?P<clause>[^?]{12,}?)\s*[,.;–-]\s*(?:(?:is|was) (?:that|this|it) (?:really )?(?:so|true|right|correct)|right|correct|true or false|(?:is|was|does|did|do|are|were|has|have)n['’]t (?:it|he|she|they|there)|no)(?P<end>\?+\s*)$", re.IGNORECASE),
)  # fmt: skip
"""Asks whether a statement holds: "is it true that ...", "..., right?"."""
ASKS = re.compile(r"^(?:what|who|whom|whose|when|where|why|how|which|in (?:what|which)|by whom|with whom|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b", re.IGNORECASE)  # fmt: skip
ABOUT_LEAD = re.compile(r"^(?:(?:more|a (?:bit|little)(?: more)?|something|everything|anything|all|what(?:ever)? (?:you|we) (?:know|have|can(?: tell me)?)|what there is(?: to know)?|what is (?:known|said|written)|that|a few things|things|some(?: (?:more|facts|details))?)\s+)*(?:(?:you (?:know|have|can)|there is(?: to know)?|i should know)\s+)?(?:about|on|regarding|concerning|of)\s+(?=\S)", re.IGNORECASE)  # fmt: skip

"""What is asked of the assistant rather than of the documents, as English patterns.

To add a language, write a module like this one. Every pattern is for text as ``smalltalk.folded``
leaves it: lower case, straight quotes, single spaces.
"""

from __future__ import annotations

import re

# --- Small talk: phrases without punctuation; an utterance is small talk if nothing else is in it.

SMALL_TALK: tuple[tuple[str, str], ...] = (
    ("capabilities", r"what (?:all )?(?:can|could|do) you do(?: for (?:me|us))?(?: here)?|(?:what|how) can you help(?: (?:me|us))?(?: with)?|what are you (?:able to do|capable of|good (?:at|for))|what are your (?:capabilities|abilities|features|functions|skills)|what can (?:this|the) (?:assistant|bot|chatbot|chat|app|tool) do"),
    ("identity", r"(?:and )?(?:who|what) (?:exactly )?are you|(?:who|what) (?:r|are) (?:u|ya)|who am i (?:talking|speaking|chatting) (?:to|with)|what(?: i|')s your name|do you have a name|(?:please )?(?:introduce yourself|tell me (?:something )?about yourself)|are you (?:a |an )?(?:real |actual )?(?:bot|chatbot|robot|human|person|machine|ai|assistant|program|chatgpt|gpt|llm|language model|alive|real|there)|who (?:made|built|created|wrote|programmed) you|what (?:kind of )?(?:ai|bot|model|llm|assistant|program) are you|what(?: i|')s this (?:assistant|bot|chatbot|chat|app|tool|site|website|page)(?: (?:for|about|good for|all about))?"),
    ("help", r"(?:please )?help(?: me)?|(?:i need|can i get|can you give me) (?:some )?help|(?:can|could) you (?:please )?help(?: me)?|how (?:does|do) (?:this|it|you|that)(?: (?:thing|app|chat|bot|tool))? work|how (?:do|can|should|would) i (?:use|work with|operate|handle) (?:this|you|it)(?: (?:app|chat|bot|tool|assistant|thing|site|page|program|chatbot))?|how to use (?:this|you)|what (?:do|should|must) i do(?: (?:here|now))?|(?:show me )?(?:the )?instructions|how (?:should|do|can|must) i (?:ask|talk to|phrase|put|word)(?: (?:you|this|it|things|questions?|my questions?))*|what (?:am i|are we) supposed to (?:type|write|ask|do|say)(?: (?:here|now))?|what (?:can|could|should|do|must) (?:i|we) (?:do|type|write|say|enter)(?: with (?:you|this|it))?(?: (?:here|now|in here))?"),
    ("farewell", r"(?:good ?)?bye(?: (?:bye|for now|now|then|all|everyone))*|see (?:you|ya)(?: (?:later|soon|tomorrow|around))?|farewell|cheerio|ciao|have a (?:nice|good|great|lovely) (?:day|evening|weekend|night|one)|good ?night|until (?:next time|tomorrow|later)|take care|talk (?:to you )?(?:later|soon)|that(?: i|')s (?:all|it)(?: for (?:now|today))?|i(?: a|')m (?:done|finished)(?: (?:now|here))?"),
    ("thanks", r"(?:many |no )?thank(?:s|you| you)?(?: (?:a lot|so much|very much|a million|a bunch|again|anyway|for (?:that|this|it|your (?:help|time|answer)|the (?:help|answer|info|information))))*|thx|tnx|ty|tysm|much appreciated|(?:i )?(?:really )?appreciate (?:it|that)|cheers|(?:ok|okay|great|good|nice|cool|perfect|awesome|excellent|brilliant|wonderful|fantastic|amazing|super|lovely|alright|all right|fine|got it|i see|well done|good (?:job|work|bot)|that (?:helps|helped)(?: (?:a lot|me|very much))*|(?:that(?: i|')s |that was |it was )?(?:(?:very|really|so|most|super|extremely) )*(?:helpful|useful|kind(?: of you)?|all i need(?:ed)?(?: to know)?|what i need(?:ed)?)|makes sense|understood|wow|lol|haha)"),
    ("greeting", r"h(?:i|ello|ey|iya|owdy|allo|ullo)|greetings|yo|sup|good (?:morning|afternoon|evening|day)|morning|evening|how (?:are|r) (?:you|u|things)(?: (?:doing|today))?|how do you do|how(?: i|')s it going|what(?: i|')s up|nice to meet you|welcome|anybody (?:here|there|home)"),
)  # fmt: skip
"""The kinds in order of weight: of "hi, who are you? thanks" the identity is what is asked."""

ADDRESSES = r"exactly|really|actually|anyway|even|there|all|everyone|everybody|folks|again|friend|mate|buddy|bot|robot|assistant|chatbot|please|team|dear|my friend|sir|madam|too|then|now|and|so|well|oh|ah|um"
"""Words that may follow or join small talk without making it a question."""

REPLIES: dict[str, str] = {
    "greeting": "Hello. Ask me something about the documents, or ask what is in here.",
    "thanks": "You are welcome. Ask more whenever you like.",
    "farewell": "Goodbye. The documents and I will be here.",
    "help": "Type a question, a name, “compare A and B” or “summarise A”. Each number in an answer opens the place it rests on.",
    "identity": "I am an assistant that answers questions about the documents here. Every statement cites the place it rests on.",
    "capabilities": "I find answers in the documents, list, compare and summarise, and cite every statement. What I do not find there I do not answer.",
}  # fmt: skip
"""At most 25 words each."""

# --- Requests that documents do not answer. Each pattern must match from the start of a sentence.

_POLITE = r"(?:(?:please|hey|hi|hello|ok|okay|now|so|and|then|first|instead|from now on)[,:]? )*(?:(?:can|could|would|will) you (?:please )?|(?:i (?:want|need|would like)|i'd like) you to |help me (?:to )?|you (?:must|should|have to|need to) )?(?:please |now |also |just )*"
_END = r"(?=[ ]*(?:[.,;:!?\n]|$)| (?:and|then|now|but|so|instead|before|you|for (?:a|the|now|this|once)|that (?:you|i)|given (?:above|before|to you|earlier)|i (?:gave|give)|from now|above|below|verbatim|word for word|exactly|in full|please|to me|here|starting|beginning|in (?:a|an) |as (?:a|an)|including|without|(?:to|in|into) \w+$))"

_LANGUAGES = r"python|java|javascript|typescript|c|c\+\+|c#|rust|go|ruby|perl|php|sql|bash|haskell|kotlin|swift|r|matlab|html|css|excel|vba"
NUMBER_WORD = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
_NUMBER = rf"[(]*[-−]?(?:\d[\d.,]*|(?:{NUMBER_WORD})(?:[- ](?:{NUMBER_WORD}))*)%?[)]*"
# "9/11", "24/7", "4x4" and "1914-18" are names: a stroke, dash or x counts only between spaces.
_OPERATOR = r"(?: ?[+*×÷^] ?|\*\*| [-−–/x] | (?:plus|minus|times|multiplied by|divided by|over|to the power of|modulo|mod|percent of|per cent of|% of|of) )"
SUM = re.compile(
    rf"(?:(?:please|hey|hi|ok|and|so|then)[,:]? )*(?:(?:can|could) you (?:please )?)?(?:(?:what(?: i|')s|how much(?: i|')s|calculate|compute|solve|evaluate|work out|add up|tell me(?: what)?)(?: the (?:result|value|sum|product) of)? )?"
    rf"{_NUMBER}(?:{_OPERATOR}{_NUMBER})+(?: is| equals?)?(?: ?=)? ?[?.! ]*"
)
EQUATION = re.compile(
    rf"{_POLITE}(?:solve|simplify|factori[sz]e|factor|differentiate|integrate|expand|calculate|compute|work out|evaluate)\b(?=.*[\d²³])(?=.*[=^+*/²³−-]).*"
)
"""A sum with letters in it."""
CONVERTING = re.compile(
    rf"{_POLITE}(?:convert|translate|change|turn) {_NUMBER} ?[a-z°]+ (?:in)?to [a-z°]+|(?:{_POLITE}|what(?: i|')s )?(?:half|a third|a quarter|twice|double|the double|the square root|the square) of {_NUMBER}[?.! ]*"
)
WRITING = re.compile(
    rf"{_POLITE}(?:(?:draw|paint|sketch|photograph) (?:me|us) \w|(?:recommend|suggest)(?: (?:me|us))? (?:a|an|some|me) (?:\w+ ){{0,2}}?(?:films?|movies?|books?|restaurants?|songs?|games?|series|recipes?|hotels?)\b|(?:let's|let us|shall we) (?:play|chat|dance|sing|go)\b|(?:give|tell) (?:me|us) your (?:own |personal |honest )?(?:opinion|view|thoughts|feelings)\b|"
    r"(?:write|compose|draft|generate|create|make|produce|code|program|implement|build|invent|design)(?: (?:me|us|up))?(?: (?:a|an|the|some|my|two|three|five|ten|\d+))(?: [\w'+#.-]+){0,4}? (?:poems?|haikus?|sonnets?|limericks?|ballads?|odes?|songs?|lyrics|raps?|stor(?:y|ies)|jokes?|novels?|e-?mails?|letters?|tweets?|posts?|speech|slogans?|code|functions?(?! call)|scripts?|programs?|class|regex(?:es)?|regular expressions?|quer(?:y|ies)|snippets?|apps?|applications?|websites?|web pages?|unit tests?|cover letters?|resumes?|cvs?)\b"
    r"|(?:give|send|get) (?:me|us)(?: (?:a|an|the|some))?(?: [\w+#]+){0,2}? (?:code|script|snippet|regex|one-liner)s? (?:to|that|for|which|in)\b"
    rf"|(?:implement|code|program|write) [^?]+ (?:in|using|with) (?:{_LANGUAGES})[.! ]*$"
    r"|write (?:(?:me|us) )?(?:some )?(?:[\w+#]+ )?code\b(?! (?:of|coverage|review))"
    r"|write (?:me|us) (?:\w+ )?(?:lyrics|poetry|haikus?)"
    r"|(?:tell|sing|give) (?:me|us) (?:a|an|another|some) (?:\w+ ){0,2}?(?:jokes?|poems?|haikus?|limericks?|songs?|bedtime stor(?:y|ies)|riddles?)\b"
    r"|translate .+ (?:in)?to (?:english|german|french|spanish|italian|portuguese|dutch|polish|russian|chinese|mandarin|japanese|korean|arabic|hindi|turkish|latin|swedish|greek|ukrainian)[.! ]*$"
    r"|(?:debug|refactor|fix|optimi[sz]e) (?:this|my|the following) (?:[\w+#]+ )?(?:code|function|script|program|query)\b"
    r")"
)
OVERRIDE = re.compile(
    rf"{_POLITE}(?:"
    # rules set aside
    r"(?:ignore|disregard|forget|override|bypass|discard|drop|skip|break|violate|delete)(?: about)?(?: (?:all|any|every|each|everything|of|the|your|my|our|these|those|previous|prior|above|earlier|preceding|existing|former|system|safety|initial|original|current|other|content))+"
    rf" (?:instructions?|rules?|prompts?|guidelines?|directives?|directions?|restrictions?|constraints?|commands?|programming|guardrails?|policies|training|safeguards?|filters?|limitations?){_END}"
    rf"|(?:ignore|disregard|forget|bypass)(?: (?:all|any|the|your|these|those|of|provided|given))* (?:documents?|sources?|context|corpus|passages?|texts?|citations?){_END}"
    rf"|(?:ignore|disregard|forget) (?:everything|all|anything)(?: (?:you (?:were|have been|are|know)|that (?:was|came|has|you)|i said|said|written|above|before|previous|prior)\b.*)?{_END}"
    # another part to play
    r"|(?:you(?: a|')re|you are|you will|you shall) (?:now|no longer|from now on|henceforth|going to (?:act|be|play|pretend))\b"
    r"|from now on,? (?:you|respond|reply|answer|act|speak|always|only)\b"
    r"|(?:pretend|imagine|suppose|act like|act as if|act as though|role-?play)(?: that)? you(?: a|')?re\b|(?:pretend|imagine|suppose) (?:that )?you are\b|pretend to be\b|role-?play as\b|act as (?:an?|my|if|though|the) [^?]*$"
    r"|(?:enter|enable|activate|switch (?:in)?to|go into|turn on) (?:dan|jailbreak|god|unrestricted|unfiltered|do anything now)\b"
    r"|you have no (?:rules|restrictions|limits|filters)\b|stay in character\b"
    # a prompt drawn out
    r"|(?:repeat|print|show|reveal|output|display|tell|give|say|recite|copy|write|type|dump|leak|share|send|paste|list|expose|disclose|return|quote|spell|encode|translate|summari[sz]e|describe|explain|read|provide|put)(?: (?:me|us|out|back|down|up|to|all|of|everything|in|from|about|with|exactly|verbatim|what|is|are|the (?:text|contents?|words|lines|full text) of))*"
    rf" (?:your (?:(?:\w+ ){{0,3}}(?:prompts?|instructions?|system messages?|preprompt|directives)|(?:hidden |secret |internal |own )*(?:rules|guidelines|configuration)){_END}|the (?:system|hidden|secret|initial|internal|original|developer|above|previous|full|entire)(?: (?:system|hidden|secret|initial|developer))* (?:prompt|instructions?|system message|message|preprompt){_END})"
    r"|(?:repeat|print|show|output|display|recite|copy|write|type|say|give|tell|echo|list|return|quote|spell|encode|translate)(?: (?:me|us|out|back|down|all|of|every|exactly|verbatim|what|is|the|your|each|single))* (?:text|words?|everything|all|lines?|messages?|conversation|prompt|contents?|sentences?|paragraphs?|tokens|input|characters|written)(?: that (?:is|was|came|comes|stands?|appears?))?(?: (?:written|given|you (?:were|have been|got|received)(?: (?:told|given))?))? (?:above|before(?: this| me)?|preceding this|prior to this|so far)(?: (?:this|here|my)(?: \w+)?)?(?=[ ]*(?:[.,;:!?\n]|$)| (?:word|verbatim|exactly|in|and|starting|beginning|as|to|into|including|backwards?))"
    r"|repeat after me\b|repeat (?:this|the following|these words)\b.*(?:forever|\d+ times)"
    r"|what (?:is|are|was|were|does|do|did)(?: in)? (?:your (?:(?:system|hidden|secret|initial|internal|original|exact|full|current|developer|custom) )*(?:prompt|system message|preprompt)|your (?:(?:system|hidden|secret|initial|internal|original|exact|full|developer|custom) )+(?:instructions?|rules|guidelines|directives)|your instructions)(?: (?:say|tell you|contain|look like|set to|exactly))?[?.! ]*$"
    r"|what (?:were you|have you been|are you) (?:told|instructed|programmed|prompted)(?: to (?:do|say))?\b"
    r"|(?:system|developer)(?: (?:override|message|prompt|note|update))? ?: ?(?:you|ignore|new|disregard|from|all)\b|<\|?(?:im_start|system|endoftext)|\[/?inst\]|<</?sys>>|### ?(?:instruction|system)\b"
    r"|new (?:instructions?|rules?|task)(?: for you)? ?:"
    r")"
)
_DRUGS = "aspirin|ibuprofen|paracetamol|tylenol|acetaminophen|antibiotics?|antidepressants?|painkillers?|sleeping pills?|medications?|medicines?|meds|pills?|tablets?|drugs?|vitamins?|supplements?|insulin|statins?|opioids?|melatonin|cbd|vaccines?|shots?|steroids?|antihistamines?"
_AILMENTS = "headaches?|migraines?|fever|cough|cold|flu|pain|ache|backache|toothache|rash|symptoms?|nausea|depression|anxiety|insomnia|infection|cancer|diabetes|blood pressure|diagnosis|condition|allerg(?:y|ies)|pregnancy"
_ASSETS = "stocks?|shares?|bonds?|crypto\\w*|bitcoins?|ethereum|etfs?|mutual funds?|index funds?|gold|silver|options|a house|a home|property|real estate|currency|currencies|dollars|tokens?"
_BUYING = "buy|sell|invest|short|hold|trade|purchase|put (?:my |all my )?(?:money|savings)"
ADVICE = re.compile(
    rf"{_POLITE}(?:(?:do you think|in your opinion|tell me|advise me)(?: (?:if|whether|that))?,? )?(?:"
    rf"(?:i should|should i|shall i|can i|may i|could i|must i|do i (?:need|have) to|is it (?:safe|ok|okay|dangerous|wise)(?: for me)? (?:to|if i)|am i (?:allowed|supposed) to)(?: \w+)? (?:take|use|stop taking|get|have|swallow|mix|combine)(?: \w+){{0,4}}? (?:{_DRUGS})\b"
    rf"|(?:what|which|how (?:much|many))(?: \w+){{0,3}} (?:should|can|do|could|must) i (?:take|do|use)(?: \w+){{0,4}}? (?:for|about|against|with) (?:my|a|an|the) (?:\w+ )?(?:{_AILMENTS})\b"
    rf"|(?:what|which|how (?:much|many)) (?:{_DRUGS}) (?:should|can|could|must) i (?:take|use)\b"
    rf"|(?:how (?:do|can|should) i|what helps to) (?:treat|cure|heal|get rid of) (?:my|this) (?:\w+ )?(?:{_AILMENTS})\b"
    rf"|(?:do|could|might) i have (?:\w+ )?(?:{_AILMENTS})\b|what(?: i|')s wrong with me\b"
    rf"|(?:should i|shall i|is it (?:wise|smart|a good idea|a good time)(?: for me)? to|would you)(?: \w+)? (?:{_BUYING})(?: [\w'&.-]+){{0,5}}? (?:{_ASSETS})\b"
    rf"|(?:should i|shall i)(?: \w+)? invest\b"
    rf"|(?:what|which)(?: \w+){{0,2}}? (?:{_ASSETS})(?: \w+)? (?:should|shall|do|can|could|must) i (?:{_BUYING})\b"
    r"|(?:what|where|how) (?:should|shall|can|do) i invest\b"
    r"|(?:should i|shall i) (?:leave|divorce|marry|sue|dump|date|quit|break up with)(?: (?:my|this|the))? (?:job|wife|husband|partner|boyfriend|girlfriend|landlord|boss|employer|neighbou?r|school)\b"
    r")"
)

ACTING = re.compile(
    rf"(?:{_POLITE}(?:book|order|buy|reserve|phone|ring|call|text|e-?mail|message|wake|remind|pay|drive|get|fetch|bring|send|find|set|schedule|arrange|make|play|turn (?:on|off)|switch (?:on|off)|open|download|install|post|print|delete|upload|move|rename) (?:(?:for )?(?:me|us|my|our) )"
    rf"(?=(?:(?:a|an|the|some|my|our|two|three|\w+) ){{0,3}}?(?:flights?|tickets?|rooms?|hotels?|tables?|taxis?|cabs?|trains?|seats?|appointments?|meetings?|alarms?|timers?|reminders?|pizzas?|food|coffee|dinner|lunch|groceries|music|songs?|lights?|calls?|messages?|e-?mails?|mum|mom|dad|boss|wife|husband|friend)\b)|{_POLITE}remind (?:me|us)\b(?! (?:of|what|who|when|where|how|why|which))"
    rf"|{_POLITE}(?:book|order|reserve|set|schedule|arrange|play|turn on|turn off|switch on|switch off) (?:an?|some|the) (?:\w+ ){{0,2}}?(?:flights?|tickets?|rooms?|hotels?|tables?|taxis?|cabs?|seats?|appointments?|alarms?|timers?|reminders?|pizzas?|music|songs?|lights?)\b(?! (?:is|was|are|were)\b))"
)
"""Something is to be done in the world."""
MOMENT = re.compile(
    r"(?:(?:please|hey|hi|ok|so|and)[,:]? )*(?:(?:can|could) you tell me |do you know |tell me )?(?:what(?: i|')s the time|what time is it|what(?: i|')s (?:the )?(?:date|day)(?: (?:is it|today))?|what (?:day|date|year|month) is (?:it|today)"
    r"|(?:how|what)(?: i|')s the (?:weather|temperature|forecast)(?: (?:like|going to be))?|(?:is|will) it (?:going to |be )?(?:rain|raining|snow|snowing|sunny|cold|warm|hot|windy)|what(?: i|')s (?:in |on )?the (?:latest )?news|who won (?:the )?(?:game|match|race|election))"
    r"(?: (?:in|at|for|near|outside|right|over)? ?(?:here|there|now|today|tonight|tomorrow|outside|yesterday|this (?:morning|afternoon|evening|week|weekend)|next week|[a-z]+))*[?.! ]*"
)
"""What only the moment tells."""
REFUSALS: dict[str, str] = {
    "sum": "I do not calculate: I answer from the documents only, and did not find this there.",
    "writing": "I write nothing new: I answer from the documents only, and did not find this there.",
    "override": "I answer from the documents only, and did not find this there.",
    "acting": "I do not act for you: I answer from the documents only, and did not find this there.",
    "moment": "I do not know the time, the weather or the news: I answer from the documents only, and did not find this there.",
    "advice": "I give no personal advice: I answer from the documents only, and did not find this there.",
}

# --- What documents and their parts are called.

DOCUMENT_NOUN = r"e-?mail|document|text|article|file|paper|report|essay|entry|page|story|source|leaflet|manual|note|piece|write-up|doc|account"
WORK_NOUN = r"recipe|handbook|guide|guidebook|log|diary|journal|letter|minutes|memo|contract|agreement|policy|book|booklet|brochure|study|review|thesis|speech|transcript|interview|newsletter|plan|list|specification|catalogue|website|blog|post"
"""Kinds of document that a title may name by itself: only ever read as one beside a name."""
SECTION_NOUN = r"section|chapter|part|passage|paragraph|heading"

# --- Requests for a summary. These are matched without regard to case, on single-spaced text.

_OPENER = r"(?:(?:please|hi|hello|hey|ok|okay|and|so|now|then|could you|can you|would you|will you|i want you to|i need you to|i need|i want|i'd like|i would like|help me|let me have|let's)[, ]+)*"
_GIVE = r"(?:(?:give|get|write|make|show|provide|prepare|create|draft|have|do|see)(?: me| us)?(?: with)? )?(?:(?:a|an|the|your|another)? ?(?:(?:very|short|brief|quick|concise|rough|executive|high-level|one-paragraph|one-sentence|one-line|general|little) )*)"
_SHORTEN = (
    r"(?:summari[sz]e|sum up|recap|condense|abridge|boil down|shorten|distil{1,2}|digest|cut down)"
)
SUMMARY_LEAD = re.compile(rf"^(?:in|with|using) (?:just |only |about |no more than |at most )?(?:a few|a couple of|several|(?:{NUMBER_WORD})|\d+|short|simple|plain)(?: (?:short|simple))? (?:words?|sentences?|points?|bullet points?|bullets?|lines?|terms)[,:]? ", re.IGNORECASE)  # fmt: skip
"""How long the summary that follows shall be."""
SUMMARY_STRONG = (
    re.compile(rf".*?\b(?P<target>(?:the|this|that|your) (?:{DOCUMENT_NOUN}|{WORK_NOUN}|{SECTION_NOUN})(?: (?:on|about|of|called) [^,.;:!?]+)?)[,.;:!–-]+ ?(?:so |and |but |then )*(?:please )?(?:(?:can|could|would|will) (?:you|u) (?:please )?)?(?:{_SHORTEN} (?:it|that|this|the thing)|(?:sum|boil|cut|wrap) (?:it|that|this) (?:up|down))\b(?: down| up| for me)*[?.! ]*", re.IGNORECASE | re.DOTALL),
    re.compile(rf"{_OPENER}{_GIVE}(?:summary|synopsis|recap|digest|gist|pr[ée]cis|tl;? ?dr|short version|key takeaways)\b(?:,? (?:please|pls|plz))?(?: (?:of|for|on|about|from)\b|:)?(?P<target>.*)", re.IGNORECASE | re.DOTALL),
    re.compile(rf"{_OPENER}(?:{_SHORTEN}|tl;? ?dr)\b(?: (?:of|for me|for us|briefly|shortly|quickly))*[:,]?(?P<target>.*)", re.IGNORECASE | re.DOTALL),
    re.compile(rf"{_OPENER}{_GIVE}(?:(?:few|couple of|{NUMBER_WORD}|\d+) )?(?:sentences?|lines?|words?|paragraphs?) (?:(?:to |that )?(?:{_SHORTEN})(?:s|ming)?|(?:summing|wrapping) up|summari[sz]ing|recapping)(?P<target> .+)", re.IGNORECASE | re.DOTALL),
)  # fmt: skip
"""A summary is asked for, whatever the rest says."""

SUMMARY_WEAK = (
    re.compile(rf"{_OPENER}{_GIVE}(?:overview|outline|abstract)(?: of| on| about)(?P<target> .+)", re.IGNORECASE),
    re.compile(rf"{_OPENER}(?:(?:what (?:are|were|is|was)|list|give me|tell me|name|show me) )?(?:the )?(?:main|key|most important|central|principal|core|essential) (?:points?|ideas?|takeaways?|messages?|arguments?|themes?|topics?)(?: (?:made|raised|discussed|covered))? (?:of|in|from)(?P<target> .+)", re.IGNORECASE),
    re.compile(rf"{_OPENER}what(?:'s| is| are| was| were)(?P<target> .+?) (?:all )?about[?.! ]*", re.IGNORECASE),
    re.compile(rf"{_OPENER}what do(?:es)?(?P<target> (?:the |this |our )?(?:.+ )?(?:document|text|article|file|chapter|section|paper|report)\b.*?|.+\.\w{{2,4}}) (?:say|cover|deal with|discuss|contain|describe|tell us|talk about|argue)[?.! ]*", re.IGNORECASE),
)  # fmt: skip
"""A summary only if the rest names a document or a section: "what is X about?"."""
SHORT_ACCOUNT = re.compile(rf"{_OPENER}(?:(?:give|get|write|make|show|provide|prepare|have)(?: me| us)? )?(?:an? |the )?(?P<short>(?:(?:very|short|brief|quick|concise|rough|general) )*)(?:overview|outline|account|sketch|rundown|description|introduction)(?: of| on| about| to)(?P<target> .+)", re.IGNORECASE)  # fmt: skip
"""A summary if there is enough to sum up, and it is to be short."""
TARGET_GIVEN = re.compile(r"^(?:(?:(?:can|could|would|will) you |please )*(?:give|tell|show|let|get|send)(?: me| us)?(?: have)? |(?:can|could|may) (?:i|we) (?:have|get|see) |(?:i|we)(?:['’]d| would)? (?:want|need|like)(?: to have)? )", re.IGNORECASE)  # fmt: skip
"""Asks to be given what is named behind it."""

SUMMARY_TRAILER = re.compile(
    rf"(?:[, ]+(?:please|pls|plz|thx|if you can|if possible|for me|for us|briefly|shortly|quickly|thanks|thank you|in short|in brief|as (?:bullet points|a list)|(?:would|will) (?:do|help|be (?:great|nice|fine|good|enough|perfect|lovely|helpful|useful|appreciated))|(?:is|are) (?:enough|all i need|fine|sufficient)|suffices"
    rf"|in (?:a few|a couple of|no more than|at most|about|(?:{NUMBER_WORD})|\d+|short|simple|plain|your own|own)(?: (?:\d+|{NUMBER_WORD}|short|simple))? ?(?:words?|sentences?|points?|bullet points?|bullets?|lines?|terms|english)))*[?.!, ]*$",
    re.IGNORECASE,
)
SUMMARY_LENGTH = re.compile(rf"\bin (?:no more than |at most |about |only )?(?P<number>{NUMBER_WORD}|\d+)(?: short| simple)? (?:sentences?|points?|bullet points?|bullets?|lines?)\b|\b(?P<one>one)-(?:sentence|line)\b", re.IGNORECASE)  # fmt: skip

SAYS_SHORT = re.compile(
    r"\b(?:sentences?|lines?|words?|points|brief(?:ly)?|short(?:ly)?|quickly)\b", re.IGNORECASE
)

TARGET_SAYS = re.compile(r"^what (?P<target>.+?) (?:says?|said|states?|is about|are about|covers?|deals? with|contains?|tells? (?:us|me)|has to say|have to say|discuss(?:es)?|argues?)[.!?]*$", re.IGNORECASE)  # fmt: skip
"""What a text says, as what is to be summarised: the text."""
TARGET_OPENING = re.compile(r"^(?:what (?:(?:do(?:es)?|did) )?(?:the |these |our |your )?(?:documents?|texts?|articles?|sources?|files?|papers?) (?:says?|tells? (?:us|me)|has|have to say) (?:about|on|of)|what (?:is|was|has been) (?:said|written|told|known) (?:about|on|of)|(?:the )?(?:story|tale|facts|details|events|course) (?:of|at|in|about|around|behind)|what (?:all )?(?:happened|went on|took place|occurred|went wrong) (?:to|at|in|with|during|on)) ", re.IGNORECASE)  # fmt: skip
"""Opens what is to be summed up and says nothing of it: "what the texts say about"."""
TARGET_LEAD = re.compile(
    rf"^(?:the |this |that |our |your |an? )?(?:whole |entire |full |complete )?(?:(?P<document>{DOCUMENT_NOUN}|{WORK_NOUN}|one)|(?P<section>{SECTION_NOUN}))s?"
    r"(?: (?:on|about|of|called|titled|named|entitled|headed|describing|dealing with|regarding|concerning|that (?:deals with|is about|describes|covers)))+ ",
    re.IGNORECASE,
)
TARGET_TAIL = re.compile(rf" (?:(?P<document>{DOCUMENT_NOUN}|{WORK_NOUN})|(?P<section>{SECTION_NOUN}))s?$", re.IGNORECASE)  # fmt: skip
TARGET_WITHIN = re.compile(rf"^(?P<before>.+?) (?:{DOCUMENT_NOUN}|{WORK_NOUN})s? (?:from|of|by|in|about|on|with|dated) (?P<behind>.+)$", re.IGNORECASE)  # fmt: skip
"""A kind of document between what tells which: "the newspaper piece from 1927"."""
TARGET_PURPOSE = re.compile(r"\s+(?:for|before|because|so|as|until|by|to) (?!\W*$)\S.*$", re.IGNORECASE)  # fmt: skip
"""What a summary is wanted for, or by when, behind what it is wanted of."""
WORK_TARGET = re.compile(rf"(?:the |this |that |our |your )?(?P<kind>{WORK_NOUN})", re.IGNORECASE)
TARGET_UNNAMED = re.compile(rf"^(?:(?:the |this |that |my )?(?:whole |entire |full )?(?:{DOCUMENT_NOUN}))?$", re.IGNORECASE)  # fmt: skip
"""No target is named: "summarise", "summarise this document"."""
TARGET_EARLIER = re.compile(r"^(?:it|this|that|them|these|those|all of (?:it|this|that)|(?:your|the) (?:last |previous )?answer|the above|(?:this|our|the) (?:chat|conversation))$", re.IGNORECASE)  # fmt: skip
"""The target is in the conversation, not in the documents."""

_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split("|"), start=1)} | {
    "last": -1, "final": -1, "latest": -1, "penultimate": -2, "second to last": -2, "next to last": -2, "second-last": -2,
}  # fmt: skip
NUMBERS = {word: number for number, word in enumerate(NUMBER_WORD.split("|")[:21])}
_ORDINAL = rf"(?P<word>second to last|next to last|second-last|penultimate|last|final|latest|{_ORDINALS})|(?P<digits>\d+)(?:st|nd|rd|th)"
ORDINAL_TARGET = re.compile(rf"^(?:the |your )?(?:{_ORDINAL}) (?:(?P<document>{DOCUMENT_NOUN}|one)|(?P<section>{SECTION_NOUN}))(?: (?:of|in|from) (?P<rest>.+))?$", re.IGNORECASE)  # fmt: skip
NUMBERED_TARGET = re.compile(rf"^(?:the )?(?:(?P<document>{DOCUMENT_NOUN})|(?P<section>{SECTION_NOUN})) (?:no\.? ?|number |#)?(?P<digits>\d+|{NUMBER_WORD})(?: (?:of|in|from) (?P<rest>.+))?$", re.IGNORECASE)  # fmt: skip

# --- What a sentence needs in order to stand alone in a summary.

ANNOUNCED = re.compile(r"\b(?:announc|promis|not (?:give|list|includ|contain|name|say|suppl)|no list|omit|left out|leaves? out|missing|is empty|are empty|without (?:giving|listing|naming))", re.IGNORECASE)  # fmt: skip
"""In an editor's note: something is announced and not given."""
ELSEWHERE = re.compile(r"\b(?:lists?|tables?|overview|details?|instructions?|recipes?|names|addresses|prices|rules|figures|map|plan|timetable|programme|index|glossary)\b[^.;]*\b(?:see|refer to|turn to|consult|(?:is|are|can be|may be) (?:found|seen|had|read|given|printed|listed|shown|obtained) (?:in|on|at|from|overleaf)|(?:hangs?|is posted|are posted|stands?) (?:in|on|at|by)|overleaf)\b|\(see (?:also )?(?:the )?(?:list|table|appendix|annex|index)\b|\b(?:see|refer to|consult) (?:the )?(?:appendix|annex|back cover|inside|overleaf|separate)\b|\bin a separate (?:paper|document|list|table|leaflet|file)\b", re.IGNORECASE)  # fmt: skip
"""A sentence says that something is given in another place."""
OPENING_CONNECTIVE = re.compile(r"^(?:however|moreover|furthermore|in addition|additionally|also|but|and|so|yet|then|thus|hence|therefore|instead|nevertheless|nonetheless|meanwhile|for (?:example|instance)|as a result|consequently|similarly|likewise|conversely|by contrast|in contrast|on the other hand|finally|lastly|first(?:ly)?|second(?:ly)?|third(?:ly)?|afterwards?|later|earlier|here|there)\b,?", re.IGNORECASE)  # fmt: skip
POINTS_BACK = re.compile(r"^(?:\S+\s+){0,4}?(?:this|these|those|such)\b|\bof that (?!of|which|the|a)\w+|\b(?:the (?:former|latter|above|following)|^the (?:table|list|figure|diagram)|as (?:follows|above|below)|mentioned (?:above|earlier))\b", re.IGNORECASE)  # fmt: skip
NEEDS_CONTEXT = re.compile(r"^(?:other|the other|(?:a|the) (?:third|fourth|fifth|sixth|first|second|next|same)|in (?:january|february|march|april|may|june|july|august|september|october|november|december),|an? (?:version|variant|copy|part|portion|number|result|consequence|similar|different|related)\b(?! of))\b|\b(?:(?<!while )(?<!but )(?<!and )(?<!or )also(?! (?:(?:often|sometimes|commonly|widely) )?(?:known|called|named|spel|written|referred))|too|as well|since then|has since|that (?:year|time|day|month|decade|century)|the (?:same|previous))\b", re.IGNORECASE)  # fmt: skip
"""A sentence that had better not be shown without the one before it."""
DEFINITE_OPENING = re.compile(
    rf"The (?!(?:{DOCUMENT_NOUN}|authors?|writer)\b)(?P<noun>[a-z][\w'’-]*)\b(?! [A-Z\d])(?!(?: [\w'’-]+)?,? (?:of|between|for|in|on|from|to|that|which|who|where|when|behind|among)\b)"
)
"""A thing taken as known that nothing in the sentence itself makes known."""
CONTINUES = re.compile(
    r"^(?:an?|the|yet) (?:another|further|additional|second|third|fourth|fifth|other|final|last)\b",
    re.IGNORECASE,
)
"""Stands alone in a row of its like ("A further benefit is ..."), but does not open one."""
PERSONAL_PRONOUN = re.compile(r"\b(?:he|she|him|his|her|hers|they)\b", re.IGNORECASE)

# --- Questions about the collection itself.

_WITHIN = r"(?:(?:in|inside|within|on) )?"
_COLLECTION = rf"(?:(?:in )?(?:here|there)|inside|{_WITHIN}(?:all )?(?:this|the|your|that|my|our|these|those|all)(?: (?:whole|entire|uploaded))? (?:collection|corpus|archive|library|database|knowledge base|index|document set|set of (?:documents|texts|files)|folder|documents|files|texts|sources|articles|papers|materials?|uploads))"
_DOCUMENTS = r"(?:documents|files|texts|sources|articles|papers|books|reports)"
OWN_CLAUSE = r"^(?:before|while|since|as|now that|because|until|so that) (?:i|we)\b[^,?]*,\s*(?:(?:can|could|would|will) you (?:please )?)?"
"""What the asker says of themselves before a request for the whole."""
OVERVIEW = re.compile(
    rf"{_OPENER}(?:"
    rf"what(?:'s| is| do you have| have you got|'ve you got| do we have| have we got|'ve we got| can i find| will i find| do i find| is there| is contained| are)(?: all)? {_COLLECTION}(?: about| all about)?"
    rf"|what(?:'s| is| do| does| are)? {_COLLECTION} (?:is |are )?(?:all )?(?:about|contain|cover|hold|deal with|talk about|discuss|treat)"
    rf"|(?:what|which)(?: kinds? of| sorts? of)? (?:{_DOCUMENTS}|topics|subjects|themes|titles|things)(?: (?:do|can) (?:you|i|we)(?: (?:have|know|cover|hold|contain|ask|find|search|read|see|ask about|know about|talk about|hold))+(?: about)?| (?:do|does) {_COLLECTION} (?:cover|contain|hold|have|discuss|deal with|treat|include|touch on)| (?:are|is)(?: (?:there|available|covered|included|indexed|loaded|discussed))?| have you(?: got| read| indexed)?)(?: {_COLLECTION})?"
    r"|what (?:all )?(?:can|could|should|may|do|might) i ask(?: you| about| you about| here| in here| for)*|what (?:kinds? of |sorts? of )?questions (?:can|could|should|may) i ask(?: you)?(?: about)?(?: here)?|what (?:can|do) you (?:know|answer|tell me|talk about)(?: about| me about)?(?: here)?|what do you know about(?: here)?|what are you about"
    rf"|how many {_DOCUMENTS}(?: (?:do you (?:have|know|hold)|are (?:there|indexed|loaded)|have you(?: got| read)?|does (?:it|this|the (?:collection|corpus|index)) (?:have|hold|contain)))?(?: {_COLLECTION})?"
    rf"|(?:list|show|show me|give me|name|tell me)(?: a list of)?(?: all)?(?: of)?(?: the| your| available)* (?:{_DOCUMENTS}|titles)(?: (?:you have|available|there are))?(?: {_COLLECTION})?"
    rf"|(?:(?:give|show)(?: me| us)? )?(?:an? |the |your )?(?:short |quick |brief )?(?:(?:overview|table of contents)|(?:summary|overview|outline)(?: of (?:everything|it all|all(?: of)?(?: the| these| your)* {_DOCUMENTS}|{_COLLECTION})))"
    rf"|(?:summari[sz]e|sum up|describe|introduce)(?: (?:everything|it all|all(?: of)?(?: the| these| your)* {_DOCUMENTS}|the (?:collection|corpus|whole collection|library|archive)|(?:the|these|your) {_DOCUMENTS}))"
    r"|what is this all about|what have we here|what is all this|where (?:do|should|can) i (?:start|begin)"
    r")(?:,? (?:roughly|overall|in general|generally|broadly|basically|mainly|all in all|in short|anyway|actually|then|please|exactly|so far|at all|for me|to look at|to read))*[?.! ]*",
    re.IGNORECASE,
)
NATIONALITIES = frozenset(
    [
        "african",
        "american",
        "arab",
        "arabic",
        "asian",
        "australian",
        "austrian",
        "belgian",
        "brazilian",
        "british",
        "canadian",
        "chinese",
        "danish",
        "dutch",
        "egyptian",
        "english",
        "european",
        "finnish",
        "french",
        "german",
        "greek",
        "hungarian",
        "indian",
        "iranian",
        "irish",
        "islamic",
        "israeli",
        "italian",
        "japanese",
        "jewish",
        "korean",
        "latin",
        "mexican",
        "mongol",
        "muslim",
        "christian",
        "catholic",
        "protestant",
        "norwegian",
        "persian",
        "polish",
        "portuguese",
        "roman",
        "russian",
        "scottish",
        "soviet",
        "spanish",
        "swedish",
        "swiss",
        "turkish",
        "ukrainian",
        "vietnamese",
        "welsh",
        "western",
        "eastern",
        "northern",
        "southern",
    ]
)
"""Capitalised words that describe rather than name."""
NAME_JOINTS = re.compile(r"\s+(?:and|or|in|on|for|at|with)\s+")
"""Words between two names rather than within one."""

# --- Questions drawn from what the documents say, as pattern and question.

_SUBJECT = r"(?P<article>an? |the )?(?P<subject>[^\W\d_][\w’'-]*(?: (?!(?:is|are|was|were|can|that|which|and|or|but)\b)[\w’'-]+){0,3})"
DEFINITION = re.compile(rf"{_SUBJECT}(?: \([^()]*\))? (?P<be>is|are) (?:an? |the |one of |any )(?!(?:same|fact|first|only|most|other|result|reason|example|chair|author|head|case|part|place|problem|question)\b)[a-z][\w-]+", re.IGNORECASE)  # fmt: skip
NOT_A_SUBJECT = re.compile(r"^(?:(?:(?:[\w-]+ )?(?:instance|example|case|reason|result|point|thing|kind|type|way|part)s?$|documents?|texts?|articles?|sources?|papers?|reports?|authors?)$|it|this|that|these|those|there|here|he|she|they|we|you|i|one|another|such|some|many|most|all|each|every|both|other|its|his|her|their|our|what|if|when|while|where|as|for|in|at|on|by|after|before|since|although|though|however|from|with|no|not|an? |the )\b|\b(?:of|example|case|result|reason|aim|goal|first|second|third|further|also|then|now|so|key|part)\b", re.IGNORECASE)  # fmt: skip
PERSON_NOUN = re.compile(r"\b(?:is|are) (?:an? |the )(?:[\w-]+ ){0,3}?(?:man|woman|king|queen|emperor|saint|monk|poet|pope|president|minister|chemist|physicist|scientist|author|writer|actor|actress|player|singer|artist|engineer|economist|politician|lawyer|judge|architect|inventor|founder|explorer|theologian|philosopher|historian|mathematician|general|officer|director|leader|reformer|monarch)\b")  # fmt: skip
LIST_HEADING = re.compile(r"(?:The )?(?P<what>[A-Z]?[a-z-]{3,}(?<![su])s) (?P<of>of|for|to) (?P<whom>(?!.* (?:and|or) )[\w’'-]+(?: [\w’'-]+){0,4})")  # fmt: skip
WHY_HEADING = re.compile(r"Why (?P<subject>[\w’' -]+?) (?P<be>is|are|was|were) (?P<rest>[\w’' -]+)")
WHAT_HEADING = re.compile(r"What (?P<subject>[\w’' -]+) (?P<be>is|are|was|were)")
SUGGESTED = {
    "list": "What are the {what} {of} {whom}?",
    "why": "Why {be} {subject} {rest}?",
    "what": "What {be} {subject}?",
    "who": "Who {be} {subject}?",
    "name": "Tell me about {subject}",
    "summary": "Summarise “{subject}”",
}

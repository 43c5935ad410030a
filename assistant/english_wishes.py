"""Words that say what is wished of the documents and nothing of what stands in them.

Data only: to add a language, write a module like this one. A request made of such words, function
words and at most a name or a title is known by them, however it is put.
"""

from __future__ import annotations

import re

from assistant.english_requests import DOCUMENT_NOUN, WORK_NOUN

# --- What the documents are called together, and what can be done with them.

COLLECTION = frozenset(
    "documents files texts sources articles papers books reports materials material collection corpus"
    " archive archives library folder folders database uploads contents stack pile bundle pool"
    " directory repository documentation inventory catalogue catalog bunch batch heap lot assortment resources writings set stuff data knowledge information"
    " topics subjects themes titles".split()
)
"""Said of all documents; one of these or "here" makes a request one about the collection."""
EXPLORING = frozenset(
    "topic subject theme matter matters area areas field fields focus content concern concerns cover covers"
    " covered contain contains contained include includes included hold holds held deal deals dealing"
    " treat treats discuss discusses discussed touch know known got find found read reading look looking"
    " see seeing ask asking search searching browse explore learn discover access start begin beginning"
    " loaded uploaded indexed stored available given gave fed disposal offer offered tour introduction"
    " introduce overview outline describe description list show give tell say present display name"
    " quick quickly brief briefly short rough roughly general generally overall main mainly major broad"
    " broadly kind kinds sort sorts type types idea picture impression interesting worth new newcomer"
    " beginner first moment currently right today whole entire everything anything something thing things"
    " inside consist consists comprise comprised made info question questions exactly basically actually"
    " simply scope range breadth coverage index upload lay land able capable summarise summarize summary sum condense recap digest gist number count table toc size big large long much different various common together across central key going use work working hi"
    " hello hey ok okay so well thanks want need able like let come good place".split()
)
"""Stand in a request about the collection and ask for nothing in it."""
WHOLE = re.compile(r"\b(?:summari[sz]e|summary|sum up|recap|what|what['’]s|which|where|how many|describe|introduce|show|list|give|outline|tell|explore|browse|(?:is|are) there)\b", re.IGNORECASE)  # fmt: skip
OF_US = re.compile(
    r"\b(?:i|we|you)\b(?: \w+)? (?:know|find|got|read|look(?:ing)? (?:at|up)|search|explore|browse|access|fed|given|learn)\b|\b(?:have|do) you (?:have|got|know)\b|\b(?:you|we|i)(?:['’]ve| have)?(?: got| hold| have)\b(?=\W*$)|\b(?:can|could|should|may) (?:i|we) (?:ask|see|read|find|look|learn|search)\b|\b(?:did|have) (?:i|we) (?:upload\w*|give\w*|load\w*|add\w*)\b|\byou (?:able|capable|hold|contain|cover|store|offer)\b|\bon offer\b|\bdisposal\b",
    re.IGNORECASE,
)
"""Asks what the assistant has or what its user can do: about the collection without naming it."""
NOT_WHOLE = re.compile(
    r"\b(?:who|whom|whose|when|why|how(?! (?:many|big|large|long|much))|have to|has to|need to|else|more|other|another|again|not|no)\b",
    re.IGNORECASE,
)
"""Asks something that a list of documents does not answer."""
POINTING = re.compile(r"\b(?:it|he|she|they|him|her|them|that|those|this|these)\b", re.IGNORECASE)
"""May stand for something of an earlier turn, where no word for the collection is before or next."""

# --- A summary: words that ask for one, and words that may stand around them.

IN_SHORT = re.compile(
    r"\b(?:gist|summary|synopsis|digest|abstract|essence|recap|nutshell|highlights|takeaways?|pr[ée]cis|(?:short|condensed) version|run-?down"
    r"|(?:main|key|central|core|crucial|essential|most important|bullet|important|salient) (?:points?|ideas?|messages?|arguments?|statements?|things|facts|parts|contents?)|essentials|bullets)\s+"
    r"(?:of|from|in|for|on|about|to)\s+(?P<target>\S.*)$",
    re.IGNORECASE,
)
"""A shortened form of something: what it is of follows."""
SUMMARISED = re.compile(
    r"\b(?:summari[sz]e|condense|abridge|recap|digest|shorten)\s+(?P<target>\S.*)$|\b(?:sum|boil|wrap|cut) (?P<within>\S.*?) (?:up|down)\b",
    re.IGNORECASE,
)
DOCUMENT = re.compile(rf"\b(?:{DOCUMENT_NOUN}|{WORK_NOUN}|memoir|chapter|agreement|report|statement|faq|tale|essay|novel|poem|regulations?|rules|notice)\b", re.IGNORECASE)  # fmt: skip
"""Says that a document is meant."""
IN_BRIEF = re.compile(r"^(?P<target>(?!(?:what|who|when|where|why|how|which|is|are|does|did|do)\b)[^?]{4,60}?),?\s+(?:please,? )?(?:in (?:brief|short|a nutshell|outline|summary|(?:just |only |about )?(?:a few|a couple of|some|two|three|four|five|six|\d+) (?:short )?(?:words|lines|sentences|points))|briefly|shortened|condensed|summed up|summari[sz]ed|boiled down)(?:,? please)?[\s?.!]*$", re.IGNORECASE)  # fmt: skip
"""A document, and that it is wanted in brief."""
SHORT_WORDS = frozenset(
    "give get show tell write provide prepare need want like quick short brief rough please main key just"
    " whole entire full say says idea offer send hand put let see read short briefly quickly point points"
    " hi hello hey ok okay so thanks bit little good thing line lines sentence sentences words bullet bullets"
    " list time lazy busy skip long".split()
)
"""May stand before a word for a summary."""
ABOUT_DOCUMENT = re.compile(
    r"^(?:so |and |but )?(?:"
    r"(?:what|what['’]s) (?:happens|is going on|goes on|happened|is (?:written|said|described|told|covered|in)|is there|stands) (?:in )?"
    r"|what(?: is|['’]s|are| were| was) (?:the )?(?:story|plot|message|content|contents|subject|topic|theme|point|purpose|thrust|upshot|drift|idea|conclusion|conclusions) (?:of|in|behind) "
    r"|(?:what (?:do|should|must) (?:i|we) (?:need to |have to )?know|(?:all|everything|what) (?:i|we) (?:need|have|ought) to know) (?:from|about|of) "
    r"|(?:run|walk|take|talk|guide|lead) (?:me|us) (?:quickly |briefly )?through "
    r"|(?:brief|update|fill|clue) (?:me|us) (?:in )?on |tell me about |describe |explain |outline |introduce |present "
    r")(?P<target>\S.*?)(?: (?:quickly|briefly|in short|in brief|in a nutshell))?[\s?.!]*$",
    re.IGNORECASE,
)
"""A request that is one for a summary only if what follows is a document."""
SAYS_WHAT = re.compile(
    r"^(?:so |and |but |now )?(?:what|what all) (?:do|does|did) (?P<target>\S.*?) (?:say|cover|deal with|discuss|contain|describe|tell (?:us|me)|talk about|argue|report|state|explain|teach|treat|conclude|boil down to|come down to)(?:,? (?:in short|in brief|briefly|in a nutshell|overall|in general|in total|exactly|basically|then))*[\s?.!]*$",
    re.IGNORECASE,
)

ASKED_BEHIND = re.compile(r"^(?P<target>[^:?]{4,60}?)\s*[:,–-]\s*(?:so |and )?what(?: do(?:es)? (?:it|that|this|they) (?:say|cover|deal with|tell us|contain|discuss|describe|argue)|['’]s (?:it|that) about| is (?:it|that) about|['’]s in it| is in it)\b.*$", re.IGNORECASE)  # fmt: skip
SO_MANY_ON = re.compile(r"^(?:(?:just |only |about )?(?:one|two|three|four|five|six|seven|a few|a couple of|\d+) )?(?:short )?(?:sentences?|lines?|bullet points|bullets|words) (?:on|about|for|summari[sz]ing|covering) (?P<target>\S.*)$", re.IGNORECASE)  # fmt: skip
OF_DOCUMENT = (ABOUT_DOCUMENT, SAYS_WHAT, ASKED_BEHIND, SO_MANY_ON)
"""Requests for a summary where what they are of is a document."""

# --- All about a name: words that look it up.

LOOKING_UP = frozenset(
    "mention mentions mentioned mentioning appear appears appearing occur occurs occurring find search look lookup"
    " show known know say says said written write writes anything something everything anywhere somewhere"
    " information info reference references referred refer details background come comes crop crops up"
    " documents document texts text files file sources source articles article corpus collection archive"
    " hear heard learn learned learnt gather concerning regarding facts report reports passages passage places place speed tell give bring about heard speak speaks talk talks discussed described".split()
)
LOOKS_UP = re.compile(r"\b(?:mention(?:s|ed|ing)?|appears?|(?<!\S )(?<!\S)(?:find|search(?: for)?|look(?: \S+)? up|look for|lookup)|crops? up|comes? up|references? to|(?:who|what)(?:['’]?s| is| was) (?:that|this|known|said|written)\b(?=\W*$)|up to speed|(?:say|says|said|tell|written|know|known|hear|heard|read|learn|learned|learnt|find out) (?:\w+ )?(?:about|of|regarding|concerning)|everything (?:concerning|regarding)|(?:here|there|anything|something|everything|much) (?:\w+ )?(?:about|on|regarding|concerning))\b", re.IGNORECASE)  # fmt: skip
"""Asks where, or whether, something stands in the documents."""

NAMES_MANY = re.compile(r"\W*(?:every|each)\s|\W*(?:which|what)\s+(?!(?:is|was|do|does|did|['’]?s)\b)\w", re.IGNORECASE)  # fmt: skip
"""Asks which of several are mentioned, not for one of them."""

# --- Two things set against each other, by whatever words.

COMPARING = frozenset(
    "compare comparison compared contrast contrasting difference differences differ differs differed different"
    " distinguish distinguishes distinction similar similarity similarities alike common juxtapose weigh apart"
    " opposed unlike side sides stack up match matched part ways pros cons advantages disadvantages strengths"
    " weaknesses merits tell set put place hold held show give me changed change changes table better worse"
    " resemble resembles resembling resemblance beside relate relates each other one another respective respectively both two the against versus vs line lines"
    " points parallel parallels overlap overlaps diverge diverges separate separates measure measured".split()
)
COMPARES = re.compile(r"\b(?:compar\w+|contrast\w*|differ\w*|distinguish\w*|distinction|similar\w*|alike|in common|juxtapose|weigh|apart|stack up|part ways|pros and cons|(?:dis)?advantages|changed?|versus|vs|diverge\w*|overlap\w*|parallels?|match up|measure up|resembl\w+|better|worse)\b", re.IGNORECASE)  # fmt: skip
"""Sets two things against each other, if two things are all that is named."""
ASKS_ELSE = re.compile(r"\W*(?:who|whom|can|could|may|is|are|was|were|do|does|did|has|have|will|would|should|when)\b|.*\b(?:when|after|before|because|if|since|until|whenever)\b", re.IGNORECASE)  # fmt: skip
"""Opens a question that a table of two does not answer."""
BETWEEN_SIDES = re.compile(r"\s+(?:and|or|vs\.?|versus|against|from|with|to|than|&)\s+(?:(?:the|an?|that of|those of)\s+)*", re.IGNORECASE)  # fmt: skip

# --- What is wished of the last answer.

WISHING = frozenset(
    "table tabular tables column columns row rows grid list lists bullet bullets bulleted points point"
    " shorter short brief briefer briefly concise compact condense condensed compress cut trim shorten"
    " summarise summarize summary boil less fewer words sentence sentences line lines paragraph long"
    " lengthy wordy text lot bit little much too still simply simple simpler quick quickly crisp tight"
    " source sources reference references citation citations cite cites evidence proof quote quotes origin"
    " passage passages document documents file page place exactly stated written stand stands stood"
    " found find take get got sure certain certainty confident positive true right correct"
    " reliable trust serious seriously really actually certainly mistaken wrong definitely absolutely check"
    " checked double more further detail details detailed elaborate expand expound continue go deeper longer"
    " say tell tells show give put lay set make made turn convert format formatted arrange present display see"
    " have want need like prefer please form version answer answers that's it's you're everything rest others"
    " remaining full complete whole entire reply response thing things ones hm hmm ok okay well oh wait nice"
    " thanks great good no yes sorry what's way possible fine".split()
)
"""Say how the last answer is wished for, or what of it, and nothing else."""
WISH_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("table", re.compile(r"\b(?:(?:as|in|into|to|using|with) (?:(?:an?|the|form of) )*(?:\w+ )?(?:tables?|grid|tabular|columns)|tabulate|table (?:form|format|version|please)|make (?:it |that |this )?a table)\b", re.IGNORECASE)),
    ("list", re.compile(r"\b(?:as|in|into|to|using|with) (?:(?:an?|the|form of) )*(?:\w+ )?(?:lists?|bullets?|bullet points|points)\b", re.IGNORECASE)),
    ("shorter", re.compile(r"\b(?:shorter|shorten|brief\w*|concise|compact|condense\w*|compress|cut (?:it|that|this|down)|trim|boil|fewer words|less (?:text|words)|too (?:long|much|wordy|lengthy)|(?:one|a single|two) (?:sentence|line)s?|summari[sz]e|in short|simpler|crisp)\b", re.IGNORECASE)),
    ("source", re.compile(r"\b(?:sources?|references?|citations?|cite|evidence|proof|quotes?|(?:where|which|what) (?:\w+ ){0,4}?(?:written|stated|says? (?:so|that|this)|stands?|you (?:find|found|get|got|take) (?:that|this|it)|document|file|page|passage))\b", re.IGNORECASE)),
    ("sure", re.compile(r"\b(?:(?:you|that|this|it|answer) (?:\w+ )?(?:sure|certain|confident|positive|true|right|correct|reliable|serious)|(?:how|really|quite|so) (?:sure|certain|confident)|double.check|trust (?:that|this|it|you)|that['’]?s (?:right|true|correct)|sure\W*$)", re.IGNORECASE)),
    ("more", re.compile(r"\b(?:more|further|details?|elaborate|expand|continue|go on|deeper)\b", re.IGNORECASE)),
    ("all", re.compile(r"\b(?:rest|remaining|others|everything|(?:full|complete|whole|entire) (?:list|answer|thing))\b", re.IGNORECASE)),
)  # fmt: skip
"""Each wish with what gives it away, the surest first."""
OF_THINGS = re.compile(r"^(?:and |so )?(?:(?:is|are|was|were|has|does|do|did) (?:it|they|he|she)\b|(?:what|how|who|when|why)\b(?!(?:['’]s)? (?:sure|certain|confident|else|more|(?:the |your )?sources?|(?:is|are|was|were|about) (?:the |your )?(?:rest|others|remaining|source)))(?!.*\b(?:you|answer|page|file|document|passage)\b))", re.IGNORECASE)  # fmt: skip
"""Asks something of what was told, not of the answer."""

REQUESTING = EXPLORING | SHORT_WORDS | LOOKING_UP | COMPARING | WISHING
"""All words of requests: one of them may be misspelt, and opens a turn with a capital as no name."""
COMMAND = re.compile(
    r"(?P<word>[A-Z][a-z]+) (?:(?:up|down|out|through|over|off|in) )?(?:the|an?|th[ei]se|this|that|those|my|our|your|his|her|its|their|me|us|all|every|each|both|what|who|how|why|when|where|which|about|everything|it|them)\b"
)
"""Opens a turn with a verb: a name has no article or pronoun right behind it."""

# --- Small talk: utterances of such words alone, with one that says which kind it is.

TALK_WORDS = frozenset(
    "a all alright and any anyway are at awesome back be best bit brilliant bye can catch cheers chat cool cu"
    " cya day dear did do doing done everybody everyone excellent fab fantastic farewell fellow fine folks for"
    " friend friends from fun gang glad go going good goodbye gonna got gotta great greetings grand guys have"
    " haha hello helped helpful helping hey hi hiya how however i is it job just keep kind later leave life"
    " been indeed machine many lol lot lots love lovely m mate me morning much must my neat need needed nice night now of off oh ok"
    " okay one out people perfect pal please pleasure quick really right s said see so soon speak splendid"
    " stuff super superb sweet ta take talk terrific thank thanks that the then there thing things this thx"
    " till time to today tomorrow too ttyl tysm u up useful very was we well what wonderful work wow ya you"
    " your yours ll ve re leaving afternoon evening weekend week rest enjoy everything".split()
)
TALK_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("farewell", re.compile(r"\b(?:good ?bye|bye|farewell|cu|cya|ttyl|catch you|see you|(?:i|we) (?:m|am|are|ll|must|gotta|have to|need to|should)(?: be)? (?:off|going|go|leave|leaving|done|out)|good night|take care|that (?:ll|will|is|s) (?:be )?(?:all|it|everything)|till (?:tomorrow|later|then)|talk (?:to you )?(?:later|soon))\b")),
    ("thanks", re.compile(r"\b(?:thanks?|thx|ta|tysm|cheers|helped|helpful|useful|great|nice|cool|perfect|awesome|brilliant|excellent|wonderful|superb?|fantastic|lovely|sweet|neat|splendid|terrific|grand|well done|good job|love (?:it|that|this))\b")),
    ("greeting", re.compile(r"\b(?:hi|hiya|hello|hey|greetings|good (?:morning|afternoon|evening|day)|morning|how (?:is|are|s) (?:you|it|life|things|everything|everyone))\b")),
)  # fmt: skip
"""Each kind with what gives it away, the surest first."""
TALK_NOT = re.compile(r"\b(?:(?<!see )(?<!for )what(?! a\b| i needed?\b)|how(?! (?:is|are|s) (?:you|it|life|things|everything|everyone|the day|your)\b))\b")  # fmt: skip
"""Asks something."""

"""What turns a statement into another one, as data of plain general English."""

from __future__ import annotations

import re

NEGATORS = frozenset(
    "not no never none nobody nothing nowhere neither nor without unless cannot hardly scarcely barely rarely seldom".split()
)
NEGATED_ENDING = re.compile(r"n['’]t$", re.IGNORECASE)
NOT_NEGATING = re.compile(
    r"\b(?:not only|not just|not merely|not simply|not necessarily only|no doubt|no matter|nothing but|no less than|no fewer than|no more than|no later than|nothing less|not least|no\.?\s*(?=\d)|whether or not|if not)\b",
    re.IGNORECASE,
)
IMPLICIT = frozenset(
    """fail fails failed failing failure lack lacks lacked lacking absent absence missing refuse refuses refused refusal deny denies
    denied unable inability impossible prevent prevents prevented exclude excludes excluded excluding except exempt exempted forbid
    forbids forbidden forbade prohibit prohibits prohibited ban bans banned barred reject rejects rejected rejecting omit omits
    omitted silent ignore ignores ignored spared neglect neglected unlike false untrue incorrect unaware condemn condemns condemned oppose opposes opposed""".split()
)
LOOSE = frozenset(
    """until before stop stops stopped cease ceased avoid avoids avoided closed lose lost abandoned cancelled canceled skip skipped free
    disagree disagreed disagreement too beyond rather instead only otherwise short open unpaid escape escaped else cleared acquitted""".split()
)
"""Words that say no without a negator; those of ``LOOSE`` may, where the evidence has a negator."""
FREE = frozenset(["free", "instead"])
ENDED = frozenset("former formerly previous previously last ended replaced once used then".split())
NO_LONGER = re.compile(r"\b(?:no longer|not any ?more|no more)\b", re.IGNORECASE)
PREFIXES = ("un", "in", "im", "ir", "il", "non", "dis", "mis")
"""Before a word that the other side holds without one: "unable" against "able"."""

ANTONYMS = """
rise fall; rose fell; risen fallen; increase decrease; increase reduce; increase decline; increase drop; grow shrink; growth decline
more less; more fewer; most least; higher lower; high low; highest lowest; larger smaller; large small; largest smallest; big small
bigger smaller; biggest smallest; longer shorter; long short; longest shortest; taller shorter; tall short; tallest shortest; older younger; old young; old new; oldest youngest
oldest newest; older newer; before after; earlier later; early late; first last; first second; first third; former latter; above below; over under; up down; start end; begin end
begin finish; began finished; began ended; open close; closed visit; closed admit; closed enter; open close; opened closed; open closed; opening closing; buy sell; bought sold; win lose; won lost; victory defeat; north south; northern southern
northward southward; east west; eastern western; left right; northeast southwest; northwest southeast; inside outside; internal external; import export; strong weak; stronger weaker; strength weakness; strengthen weaken; easy difficult; easy hard
easier harder; fast slow; faster slower; quick slow; quicker slower; quickly slowly; rapid slow; rapidly slowly; rapidly gradually; accelerate slow; accelerate delay; accelerate hinder; cheap expensive; cheaper costlier; rich poor; richer poorer; rich poor; success failure; succeed fail; successful unsuccessful
accept reject; accepted rejected; allow forbid; allow prohibit; allow prevent; allow ban; permit forbid; permit prohibit; support oppose; support undermine; supported opposed; for against; with without; love hate; friend enemy; ally enemy; praise criticise; praise criticize; true false; right wrong
correct incorrect; possible impossible; legal illegal; alive dead; live die; born died; birth death; life death; male female; man woman; men women; boy girl; father mother; son daughter; brother sister; king queen; husband wife
he she; his her; day night; morning evening; sunrise sunset; dawn dusk; summer winter; spring autumn; hot cold; warm cold; warmer colder; heat cool; wet dry; light dark; bright dim; brightest dimmest; light heavy; lighter heavier; white black; full empty; deep shallow; wide narrow; broad narrow; broaden narrow; thick thin
many few; many one; majority minority; always never; always sometimes; often rarely; frequently rarely; usually rarely; common rare; common uncommon; all none; all some; everything nothing; everyone nobody; public private; rural urban; domestic foreign; national international; local global; bilateral multilateral; natural artificial; ancient modern
simple complex; simple complicated; simplify complicate; maximum minimum; maximise minimise; maximize minimize; positive negative; gain lose; gain loss; profit loss; benefit harm; benefit drawback; advantage disadvantage; improve worsen; improve harm; improved worsened; better worse; best worst; good bad; safe dangerous
arrive depart; arrival departure; enter leave; enter exit; come go; join leave; joined left; unite divide; united divided; together apart; together separately; jointly separately; jointly independently; combine separate; attack defend; offense defense; create destroy; build demolish; built demolished; construct demolish; expand contract; expand reduce; extend shorten; include exclude
included excluded; agree disagree; agreement disagreement; remember forget; teach learn; employ dismiss; hire fire; hired fired; appoint dismiss; keep abandon; keep lose; maintain abandon; preserve destroy; protect endanger; raise lower; raised lowered; lift drop; push pull; send receive; give take; gave took; lend borrow; lent borrowed; question answer
cause effect; cause prevent; parent child; teacher student; master servant; guilty innocent; sink float; visible invisible; active inactive; hinder help; hinder foster; hinder promote; hamper help; hamper foster; impede help; discourage encourage; obstruct help; undermine foster; undermine build; erode build; even odd; finite infinite; odd even; upper lower; senior junior; major minor; primary secondary; partial complete; partly fully; partly entirely
temporary permanent; temporarily permanently; voluntary compulsory; optional mandatory; optional required; optional essential; unnecessary necessary; unnecessary essential; unimportant important; crucial irrelevant; crucial minor; essential unnecessary; single several; solo joint; narrow broad; nearest farthest; closer farther; near far; regular irregular; regularly rarely; careful careless; carefully carelessly; precise vague; clear unclear; clear vague; equal unequal; equally unequally; fair unfair; stable unstable; known unknown; similar different; same different; like unlike; likely unlikely; sunk rose; widen narrow; ahead behind; forward backward; inner outer; offensive defensive; attacked defended; invade defend; winner loser; victor loser; predecessor successor; preceded followed; precede follow; ascend descend; loud quiet; noisy quiet
"""
CONVERSES = """
buy sell; bought sold; give receive; gave received; lend borrow; lent borrowed; teach learn; taught learned; employ work; win lose; beat lose;
defeat lose; own belong; precede follow; precede succeed; lead follow; parent child; contain belong; supply receive; sell acquire; supply obtain;
sold acquired; sold purchased; inherit bequeath; pay charge
"""
"""The same event told from the other side."""

STRONG_HEDGES = frozenset(
    "may might perhaps maybe possibly probably likely apparently allegedly reportedly supposedly presumably unlikely potentially seems seem seemed appears appear appeared suggest suggests suggested claimed claims claim alleged rumoured rumored believed thought estimated assumed suspected possible proposed recommended considered planned intended hoped expected aim aims aimed want wants wanted plan plans hope hopes intend intends try tries tried attempt attempts attempted seek seeks sought propose proposes recommend recommends".split()
)
WEAK_HEDGES = frozenset(
    "can could would should ought must if when often sometimes usually generally typically largely mostly partly tend tends says said according calls called concludes argues argued article source states meant designed help helps".split()
)
UNIVERSAL = frozenset(
    "all every each always entire entirely whole wholly completely fully everyone everybody everything any invariably exclusively throughout total totally none".split()
)
PARTIAL = frozenset(
    "some many most several few often sometimes usually mostly partly certain various majority half occasionally numerous among partially about almost nearly".split()
)
EXCLUSIVE = frozenset(
    "only solely exclusively alone sole just merely unique uniquely nothing except single last".split()
)

AUXILIARIES = frozenset(
    "is are was were be been being am has have had do does did can could will would shall should may might must cannot".split()
)
IRREGULAR = """
begin began begun; break broke broken; bring brought; build built; buy bought; come came; choose chose chosen; draw drew drawn; drive drove driven
rise rose risen; fall fell fallen; feel felt; fight fought; find found; fly flew flown; get got gotten; give gave given; grow grew grown; hold held
keep kept; know knew known; lay laid; lead led; leave left; lend lent; lose lost; make made; mean meant; meet met; pay paid; run ran; say said; sit sat
see saw seen; sell sold; send sent; shake shook shaken; shoot shot; show shown; sing sang sung; sink sank sunk; spend spent; speak spoke spoken
stand stood; steal stole stolen; strike struck; swim swam swum; take took taken; teach taught; tell told; think thought; throw threw thrown
understand understood; go went gone; win won; wear wore worn; write wrote written; become became; beat beaten; bear bore borne; bind bound; burn burnt
catch caught; deal dealt; dig dug; eat ate eaten; feed fed; flee fled; forbid forbade forbidden; forget forgot forgotten; freeze froze frozen
forgive forgave forgiven; hide hid hidden; hang hung; ride rode ridden; ring rang rung; seek sought; shine shone; sleep slept; slide slid; do did done
spring sprang sprung; swear swore sworn; sweep swept; swing swung; tear tore torn; wake woke woken; wind wound; withdraw withdrew withdrawn; overcome overcame; undergo underwent undergone; undertake undertook undertaken; uphold upheld; light lit
"""
IRREGULAR_NOUNS = """
child children; man men; woman women
person people; foot feet; life lives; die death dead; belief believe; grow growth; lose loss; sell sale; choose choice; succeed success; speak speech
long length; strong strength; wide width; deep depth; high height; hot heat; young youth; true truth; wise wisdom; free freedom; poor poverty
"""
"""Forms of one verb that no stemmer joins; the first stands for all."""
PASTS_WITHOUT_ENDING = frozenset(
    "cut hit hurt let put read set shut spread cost bred shed split burst cast".split()
)
PRESENTS = frozenset(
    """lead leads provide provides bring brings make makes give gives take takes use uses help helps allow allows include includes run runs aim aims
    want wants need needs turn turns offer offers supply supplies contribute contributes develop develops reach reaches serve serves show shows work
    works cost costs hold holds stand stands open opens employ employs cover covers keep keeps own owns form forms join joins support supports
    enable enables require requires drive drives ensure ensures improve improves reduce reduces combine combines share shares add adds build builds
    create creates remain remains produce produces contain contains consist consists belong belongs live lives play plays call calls mean means say
    says rely relies depend depends go goes come comes lie lies rest rests see sees seek seeks address addresses identify identifies unite unites""".split()
)
PREPOSITIONS = frozenset(
    "in at on near from for with of during under since into onto across around within outside throughout between among against over above below behind after before through towards toward upon via about alongside per like as to besides beyond until".split()
)
LINKS = re.compile(
    r"\s*[;:–—]\s+|\s*,\s+(?=(?:and|but|while|whereas|although|though|which|who|whose|where|when|because|since|so|yet|or|after|before|until|making|leading|with)\b)"
    r"|,\s+|\s+(?=(?:and|but|while|whereas|although|though|which|who|whose|because|so that|where)\b)",
    re.IGNORECASE,
)
"""Where one clause of a sentence may end and another begin."""
JOINING = re.compile(
    r"^(?:and|but|while|whereas|although|though|because|so that|so|yet|or|then|also|that|which|who)\s+(?:also\s+|then\s+|later\s+)?",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|got|get|gets)\s+"
    r"(?:(?:\w+ly|first|later|also|then|not|never|all|both|now|still|often|once|again|soon|only|just|even|thus|partly|already|ever|yet|to be)\s+){0,3}$",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"^(?:[\"'“(]\s*)?(?:(?:and|but|also|however|moreover|furthermore|in addition|then|thus|hence|therefore|later|as a result|at that time|that year|similarly)[,]?\s+)*"
    r"(?:he|she|it|they|his|her|its|their|these|those|this|that|such|both|the (?:former|latter|other|same|two)|one of (?:these|them)|another|each of)\b",
    re.IGNORECASE,
)
SUPERLATIVE = re.compile(
    r"\b(?:\w{2,}est|most|first|only|unique\w*|sole|best|worst|last|least|unrivall?ed|unparallell?ed)\b",
    re.IGNORECASE,
)
OUTDONE = re.compile(
    r"\b(?:no|none|nobody|never)\b.*\b(?:than|before|other|else|as \w+ as|(?:is|was|are|were) (?:more|\w+er))\b",
    re.IGNORECASE,
)
"""Says of nothing else that it is more, or was sooner: what a superlative says."""

OPTIONAL_NAME_PARTS = frozenset(
    "mr mrs ms miss dr prof sir dame lord lady inc ltd llc corp corporation co company plc gmbh the of and university's".split()
)
SYNONYMS = """
include contain comprise involve hold; replace substitute supersede switch; rescue save; rise increase grow climb; fall drop decline decrease
famous renowned known celebrated; permit allow let admit; forbid prohibit ban bar; visit enter admit; begin start launch; end finish complete conclude
obtain receive get; need require take demand; show demonstrate reveal prove; use apply employ utilise utilize; big large huge vast great extensive
substantial considerable significant; fast quick rapid swift; speed accelerate hasten quicken; improve enhance better; reduce cut lower lessen ease
develop create make build; combine pool join merge unite; help aid assist support enable; hand give pass; last take continue; manage run operate direct
admit allow; destroy ruin wreck; strike hit; smash break shatter; fresh new novel; centre center epicentre epicenter; member people person
company firm business corporation; companies firms; part section; broad wide; chair head lead; work labour labor; settle resolve end; quarrel dispute row
pay finance fund; money funding cash; sea ocean marine; creature organism animal; car automobile; film movie; kill poison destroy murder; die drown perish
lamp light; publish issue release; write compose author; travel journey; call name term; known called named; quick fast; important key crucial vital essential
kind type sort form; tool instrument; aim goal purpose objective; seek aim want; area region zone territory; town city; country nation state; law act statute
study examine investigate analyse analyze; examine examination; keep maintain retain; smell odor odour; footage video film recording; picture image
original first initial; final last; mainly mostly chiefly principally; usual typical normal; illness disease sickness; cure heal treat; expert specialist
expertise knowledge knowhow skill; experience expertise; shared common joint mutual; worldwide global international; build construct erect; buy purchase acquire
win gain; result outcome; cause lead; result lead; happen occur; think believe consider; say state tell; win victory; defeat beat; earth world planet; road street
"""
"""Words of general English that say the same, besides those of ``assistant/synonyms.py``."""
PLAIN_ENDINGS = (
    "s",
    "ing",
    "ed",
    "ly",
    "tion",
    "ment",
    "ness",
    "ity",
    "ence",
    "ance",
    "ship",
    "ism",
)
SPELLED_OUT = {
    "us": "united states", "usa": "united states", "uk": "united kingdom", "eu": "european union", "un": "united nations",
    "nyc": "new york", "la": "los angeles", "america": "united states", "ai": "artificial intelligence", "ussr": "soviet union",
}  # fmt: skip
DEMONYMS = """
france french; germany german germans; england english; britain british; spain spanish spaniards; wales welsh; scotland scottish scots scotch; ireland irish; netherlands
dutch; switzerland swiss; denmark danish danes; sweden swedish swedes; norway norwegian; finland finnish finns; poland polish poles; portugal
portuguese; greece greek greeks; turkey turkish turks; china chinese; japan japanese; vietnam vietnamese; america american americans; europe european
europeans; italy italian italians; russia russian russians; brazil brazilian; canada canadian; mexico mexican; egypt egyptian; israel israeli;
india indian; africa african; asia asian; rome roman romans; paris parisian; london londoner; catholic catholicism; protestant protestantism;
christian christianity christians; islam islamic muslim muslims; jew jewish jews judaism; earth world globe planet; hungary hungarian; austria austrian; belgium belgian
"""
OPENERS = frozenset(
    """although though except examples thanks unlike despite during without within while whereas because since until after
    before when where nobody somebody everyone everybody anyone originally initially eventually besides together overall altogether half nearly almost
    about around only even still yet however therefore once twice today nowadays currently built founded located known named called
    according unlike like given owing thanks due despite instead rather besides back next later soon long far
    work people visitors work construction part""".split()
)

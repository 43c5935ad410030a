"""Common English verbs in their forms, and the closed word classes that a clause is read by.

To add a language, write a module like this one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Form = Literal["past", "third"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb by its forms: "write", "wrote", "written", "writes"."""

    base: str
    past: str
    participle: str
    third: str


_REGULAR = (
    "absorb face reflect consist stem rely benefit originate automate ravage practice demolish aim raise hit_ score rank shut_ fish erode inhabit ratify reopen dominate depict translate discourage combat pool underpin sweep_ abandon abolish accept accuse achieve acknowledge acquire act add address administer admire admit adopt advance advise"
    " affect aim allow amend analyze announce appear appoint approve argue arrange arrest arrive ask assassinate assemble assign assist attack attend attract award"
    " ban base belong bomb borrow broadcast capture carry cause celebrate challenge change charge claim close co-found collaborate collect combine command commission compare compete"
    " complete compose conclude conduct connect conquer consider construct consume contain continue contribute control convert cover create criticize cross cultivate damage"
    " declare decline dedicate deduce deem defeat defend define deliver demolish demonstrate deny depend describe design destroy determine develop devise devote die direct disband discontinue discover"
    " discuss dissolve distribute divide document donate earn elect eliminate embrace employ enable encourage end endorse enforce enter equip erect escape establish estimate evaluate"
    " examine exceed execute exhibit exile expand expel experience explain explore export express extend face fail favor feature file fill finance finish fire fix flow focus follow force form formalize found fund"
    " gain govern grant handle happen head help hire host house hunt identify imply implement import improve improvise inaugurate include incorporate increase influence inform inherit initiate inspect install"
    " integrate intend introduce invade invent invest investigate invite involve isolate issue join kill land last launch lead_ license limit link live locate maintain manage manufacture mark marry measure meld merge"
    " mount move murder name negotiate nominate note observe obtain occupy occur offer open operate oppose order organize own paint participate pass patent perform permit persuade place plan"
    " play point pool possess praise predict present preserve preside press prevent proclaim produce prohibit promise promote propose protect prove provide publish pull purchase pursue"
    " reach realize rebuild_ receive recognize recommend record recover reduce refer reform refuse regard register reject release relocate remain remove rename renovate renew repair replace"
    " report represent request require rescue resign resist resolve respond restore result retire return reveal review rule sail save schedule seek_ select separate serve settle share sign sponsor"
    " staff start state station stop_ store strengthen study submit succeed suffer suggest supervise supply support suppose surrender survive suspend taste tax terminate test tie title train transfer"
    " transform translate travel treat trigger try turn unite unveil update urge use value visit vote walk want warn watch weigh work worship"
).split()
_DOUBLED = {"stop": "stopp", "ban": "bann", "plan": "plann", "permit": "permitt", "admit": "admitt", "refer": "referr", "submit": "submitt", "expel": "expell", "transfer": "transferr", "occur": "occurr", "control": "controll", "equip": "equipp"}  # fmt: skip
_IRREGULAR = (
    "become became become|catch caught caught|sweep swept swept|hit hit hit|shut shut shut|begin began begun|bring brought brought|build built built|buy bought bought|choose chose chosen|come came come"
    "|cut cut cut|draw drew drawn|drive drove driven|fall fell fallen|fight fought fought|find found found|fly flew flown|give gave given"
    "|go went gone|grow grew grown|hear heard heard|hold held held|keep kept kept|know knew known|lay laid laid|lead led led|leave left left"
    "|lend lent lent|lose lost lost|make made made|mean meant meant|meet met met|overthrow overthrew overthrown|pay paid paid|put put put"
    "|rebuild rebuilt rebuilt|rise rose risen|run ran run|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set"
    "|shoot shot shot|sing sang sung|sink sank sunk|speak spoke spoken|spend spent spent|spread spread spread|steal stole stolen|strike struck struck"
    "|swim swam swum|take took taken|teach taught taught|tell told told|think thought thought|throw threw thrown|undertake undertook undertaken|win won won|withdraw withdrew withdrawn|write wrote written|bear bore born|light lit lit|wreck wrecked wrecked"
)


def _regular(base: str) -> Verb:
    stem = _DOUBLED.get(base, base)
    if base.endswith("e"):
        past = f"{base}d"
    elif re.search(r"[^aeiou]y$", base):
        past = f"{base[:-1]}ied"
    else:
        past = f"{stem}ed"
    return Verb(base, past, past, _third(base))


def _third(base: str) -> str:
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if re.search(r"(?:s|x|z|ch|sh|o)$", base) else f"{base}s"


def _irregular(forms: str) -> Verb:
    base, past, participle = forms.split()
    return Verb(base, past, participle, _third(base))


VERBS = (
    *(_regular(base) for base in _REGULAR if not base.endswith("_") and base != "broadcast"),
    *(_irregular(forms) for forms in _IRREGULAR.split("|")),
)
BY_FORM: dict[str, tuple[Verb, Form]] = {
    **{verb.third: (verb, "third") for verb in VERBS},
    **{verb.past: (verb, "past") for verb in VERBS},
}
"""Each finite form that shows itself as one. "found" is the past of "find" here."""
BASES = frozenset(verb.base for verb in VERBS)
BY_PARTICIPLE = {verb.participle: verb for verb in VERBS} | {"broadcast": Verb("broadcast", "broadcast", "broadcast", "broadcasts")}  # fmt: skip

BE = frozenset({"is", "are", "was", "were"})
MODALS = frozenset({"can", "could", "may", "might", "must", "will", "should"})
FINITE = BE | MODALS | {"has", "have", "had"}
AUXILIARIES = BE | frozenset("has have had can could will would shall should may might must do does did be been being".split())  # fmt: skip

AGENTIVE = frozenset(
    "acquire announce appoint approve build capture co-found coin commission compose conquer construct create defeat design destroy develop devise direct discover"
    " donate draw elect establish found fund head host pay replace save keep order contribute become command recommend propose conquer win study persuade inaugurate assassinate initiate introduce invent launch lead make manage manufacture murder organize own paint produce propose publish purchase"
    " rename rescue sponsor sell supervise supply win write sign teach inspect".split()
)
"""Verbs whose subject is someone: asked for with "who"."""
TRANSITIVE = frozenset(
    "absorb acquire advance affect analyze bring build cause combine contribute create demonstrate develop discover donate employ establish experience export face found gain"
    " identify import improve influence introduce invent issue launch lose manufacture measure obtain offer operate oppose own pay pool produce propose provide publish receive"
    " recognize reduce reflect replace represent require sell share sponsor strengthen supply support teach use win write carry cover reveal seek keep bear buy trigger unite".split()
)
"""Verbs with an object that can be asked for with "what"."""
COUNTING = frozenset(
    "have contain include comprise employ operate own win serve receive lose kill build produce sell cover earn house host hold publish register record rescue need spend enroll carry pay score save add employ".split()
)
"""Verbs after which a number of things stands."""
PLACED = frozenset("born located situated headquartered held based buried built published signed founded raised educated killed baptized kept stored stationed".split())  # fmt: skip
"""Participles after which a place stands."""

NOT_IN_SUBJECT = frozenset(
    "i you he she it we they me him us them his her its our your their this that these those who whom which what where when why how if because although though while whereas since as than"
    " but or nor so yet not no never there here one some many most all both each several such another other others any every either neither few two three four five six seven eight nine ten"
    " however therefore thus also then later only even just still often sometimes usually generally typically today now second third former latter same own further fellow more less earlier"
    " about after before during under over between by through via without within until despite like unlike according due with from into upon to".split()
)
"""Words that a subject which stands alone does not hold."""
NOT_NAMED = frozenset("the a an early late earlier later modern ancient new old some most many several other all both german french english british american".split()) - {"german", "french", "english", "british", "american"}  # fmt: skip
"""Words before a name that are none themselves."""
NEEDS_OF = frozenset("branch form kind type member series system set group collection piece part set class variety species genus way process state method".split())  # fmt: skip
"""Nouns that a definition does not end with: "a branch of ..."."""
GENERIC_HEADS = frozenset(
    "example result reason fact case way part kind type form number majority rest lack use idea aim purpose goal problem issue difference following end beginning term word name process"
    " development case effect effects study studies report source text author authors article paper section chapter book people time year day thing period era situation decision change increase".split()
)
"""Nouns that say nothing of what they are of."""
ADVERBS = frozenset("first originally officially formally initially finally eventually also later then subsequently largely mainly primarily partly fully completely widely currently now still usually often generally again soon recently jointly".split())  # fmt: skip
DROPPED_ADVERBS = frozenset("also later then subsequently now still finally eventually again soon therefore thus".split())  # fmt: skip
PREPOSITIONS = frozenset("to for from in with at on into by as of over under during through between against after before about without within across along around among until via per since near off towards toward upon".split())  # fmt: skip
PERSON_NOUNS = re.compile(
    r"\b(?:politician|actor|actress|author|writer|poet|novelist|playwright|scientist|physicist|chemist|biologist|mathematician|philosopher|theologian|engineer|inventor|architect|artist|painter|sculptor|composer|musician|singer"
    r"|king|queen|emperor|empress|prince|princess|duke|duchess|lord|lady|president|minister|general|admiral|captain|soldier|explorer|astronaut|priest|monk|bishop|pope|saint|professor|teacher|lawyer|judge|journalist|historian"
    r"|keeper|founder|leader|son|daughter|brother|sister|wife|husband|man|woman|physician|doctor|surgeon|nurse|economist|businessman|entrepreneur|player|quarterback|coach|athlete|nobleman|statesman|reformer|activist|khan|ruler|commander|astronomer|geographer|merchant|tutor)\b",
    re.IGNORECASE,
)
ATTRIBUTES = frozenset(
    "population area height length width depth weight age capital budget cost price size speed temperature name title motto language currency president leader chair chairman chairwoman director head mayor founder author"
    " inventor owner purpose aim goal mission symbol colour color number duration distance range capacity seat headquarters mascot density mass origin cause source atomic boiling melting elevation altitude winner"
    " record rate share median average total maximum minimum highest lowest largest smallest oldest longest most main chief first last only official".split()
)
"""What can be asked of a thing by "what is the ... of"."""
OFFICES = frozenset(
    "president leader chair chairman chairwoman director head mayor founder author inventor owner winner master commander captain keeper manager secretary treasurer editor patron king queen".split()
)
OPEN_NOUNS = frozenset(
    "expertise experience knowledge advances advancements progress insight interest skills improvements capabilities access advantage approach solution solutions ability platform".split()
)
"""Nouns that say little without what follows them: "expertise in ..."."""
PARTICLES = frozenset(
    "up out off down away on in over back about through together forward around".split()
)
DETERMINERS = frozenset("the a an its their his her some several another this these".split())
INTRANSITIVE = frozenset(
    "begin end open close start die happen occur land launch sink marry resign retire".split()
)
"""Verbs that need no object."""
LINKED_BY = {
    "lead": ("to",), "result": ("in", "from"), "depend": ("on",), "consist": ("of",), "focus": ("on",), "belong": ("to",), "refer": ("to",), "originate": ("in", "from"),
    "suffer": ("from",), "benefit": ("from",), "stem": ("from",), "rely": ("on",), "contribute": ("to",), "merge": ("with",), "collaborate": ("with",), "compete": ("with",), "run": ("on",),
    "center": ("on",), "participate": ("in",), "serve": ("as",), "act": ("as",), "live": ("on",), "feed": ("on",), "work": ("with",), "gain": ("from",),
}  # fmt: skip
"""Verbs that take their object with a preposition."""
MEASURED = {
    "high": "high", "tall": "tall", "long": "long", "wide": "wide", "deep": "deep", "old": "old", "thick": "thick", "away": "far away",
}  # fmt: skip

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = (
    rf"(?:(?:early|mid|late|about|around|circa|c\.)[ -])?(?:(?:{_MONTH}) \d{{1,2}}, \d{{4}}|\d{{1,2}} (?:{_MONTH}) \d{{4}}|(?:{_MONTH}),? \d{{4}}|(?:1[0-9]|20)\d\d(?:s|[–-]\d{{2,4}})?"
    r"|the (?:(?:early|mid|late)[ -])?(?:1[0-9]|20)\d0s|the (?:\w+|\d\d?th) century)"
)
NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split()  # fmt: skip
DIGITS = {
    word: str(n) for word, n in zip(NUMBER_WORDS, (*range(2, 21), *range(30, 100, 10)), strict=True)
}
NUMBER = (
    r"(?:(?:about|approximately|around|over|nearly|almost|some|roughly|more than|less than|fewer than|at least|at most|up to|exactly|only) )?"
    rf"(?P<number>(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?: (?:million|billion|thousand))?|{'|'.join(NUMBER_WORDS)})"
)

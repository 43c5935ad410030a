"""How English asks who is connected with something, and what a person's or a firm's name is like.

Data only, with what reads it: to add a language, write a module like this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.words import terms

_PERSONS = r"(?:people|persons|men|women|individuals|names of (?:the )?people|characters|figures|everybody|everyone|somebody|anyone|anybody|who(?: all)?)"
_FIRMS = r"(?P<firm>(?:firms?|companies|company|businesses|organi[sz]ations?|institutions?|bodies|corporations?|suppliers|manufacturers|partners))"
_LINK = r"(?:call\w*|surname\w*|by the name of|connect\w*|connection|involv\w*|associat\w*|link\w*|relat\w*|to do with|mention\w*|named?|appear\w*|behind|(?:a )?(?:part|hand|role|say) in|took part|taken part|take part|work(?:ed|ing|s)? (?:on|at|for|with|in)|contribut\w*|concerned|engaged|active|occur\w*|come up|comes up|play)"
CONNECTED = re.compile(
    rf"^(?:and |so |but )?(?:(?:which|what|name|list|give me|show me|tell me|find)\s+)?(?:(?:all|every|each|the|of|any|me|other|different)\s+)*(?:{_PERSONS}|{_FIRMS})\b(?=.*\b{_LINK}\b).+",
    re.IGNORECASE,
)
"""Asks for people, or for firms, that have to do with something."""

CALLED = re.compile(r"\b(?:called|surnamed?|by the name of|(?:with|of|bearing|having) the (?:sur|family |last )?name)\b", re.IGNORECASE)  # fmt: skip
"""Asks for those whose name it is, and not for those beside it."""
SAYING = frozenset(
    term
    for word in (
        "people person men women everybody everyone somebody firm company business organisation"
        " organization institution body supplier partner connected connection involved involve"
        " associated association linked related mentioned mention named name appear behind part hand"
        " role called surname name took taken worked work contributed concerned engaged active occur individuals characters"
    ).split()
    for term in terms(word)
)
"""Say that people have to do with something, and not with what."""
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
_AFTER_PLACE = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Oo]n|[Nn]ear|[Oo]ff|[Ii]nto|[Tt]owards?|[Aa]cross|[Oo]utside) (?:the )?(?P<name>{_NAME})")  # fmt: skip
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Captain|Judge|Professor|Councillor|Father|Sister|Brother|Aunt|Uncle|King|Queen|Prince|Princess|Saint|Old)"
TITLE = re.compile(_TITLE, re.IGNORECASE)
PERSON = re.compile(rf"(?:{_TITLE}\.? )?[A-Z][a-zà-ÿ’'-]+(?: (?:[A-Z]\.|de|van|von|der|le|la|del|di|al|ibn))*(?: [A-Z][a-zà-ÿ’'-]+){{1,2}}|{_TITLE}\.? [A-Z][a-zà-ÿ’'-]+")  # fmt: skip
_NO_PERSON = re.compile(
    r"\b(?:Inc|Ltd|LLC|Corp|University|Institute|College|School|Bank|Board|Guild|Office|Company|Council|Committee|Union|Museum|Library|Street|Road|Lane|Square|Yard|Park|Station|Bridge|Church|Hospital|Hotel|House|Hall|Island|Islands|Isle|River|Lake|Sea|Bay|Cape|Point|Head|Port|Mount|North|South|East|West|Great|Lesser|New|Act|Agreement|Treaty|War|Party|Fund|Initiative|Program|Programme|Project|Society|Association|Foundation|Agency|Service|Services|Department|Ministry|Lighthouse|Health|Sciences|Labs?|Pharma\w*|Therapeutics|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
FIRM = re.compile(
    r"\b(?:Inc|Ltd|LLC|Corp|Company|Co|Sons|Bros|Brothers|Bank|Aggregates|Freight|Forge|Marine|Plumbing|Pharma\w*|Therapeutics|Labs?|Laborator\w+|Health|Sciences|Motors?|Works|Industries|Group|Holdings|Mutual|Insurance|University|Institute|Foundation|Guild|Union|Board|Society|Association|Agency|Office|Council|Service|Foundry|Press|Airlines?|Railways?|Boats|Systems|Technologies|Networks?|Media|Energy|Oil|Steel|Mills?|Brewery)\b"
)
_FIRM_BEFORE = re.compile(r"\b(?:firm|company|supplier|manufacturer|maker|glassworks|ironworks|foundry|shipyard|publisher|brewery|bank|insurer|owner|yard|works|business) (?:of |called )?$|\b(?:made|supplied|built|delivered|owned|insured|ordered|bought|printed) (?:by|from) $")  # fmt: skip


def after_place(text: str) -> Iterator[str]:
    """The names that stand behind a preposition of place."""
    return (match["name"] for match in _AFTER_PLACE.finditer(text))


def is_person(name: str) -> bool:
    """Whether a name can be a person's, by its form.

    >>> is_person("Ada Quill"), is_person("Port Anselm"), is_person("Mrs Tull"), is_person("Tull")
    (True, False, True, False)
    """
    return PERSON.fullmatch(name) is not None and not is_no_person(name)


def is_no_person(name: str) -> bool:
    """Whether a word of a name says that it is a place's, a firm's or a thing's.

    >>> is_no_person("Guido IV of Sarn"), is_no_person("Port Anselm")
    (False, True)
    """
    return name.isupper() or (_NO_PERSON.search(name) or FIRM.search(name)) is not None


def is_firm_before(text: str, name: str) -> bool:
    """Whether what stands before a name says that it is a firm's."""
    at = text.find(name)
    return at > 0 and _FIRM_BEFORE.search(text[:at]) is not None

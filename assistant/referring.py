"""Whom "he" and "she" stand for: a person named in the question or the answer before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import english
from assistant.english_connecting import is_person
from assistant.expressions import names, names_asked
from assistant.matching import term_set

_MALE = frozenset(
    "son sons brother father husband king prince uncle nephew mr sir lord widower boy man"
    " grandfather bishop duke count baron monk".split()
)
_FEMALE = frozenset(
    "daughter sister mother wife queen princess aunt niece mrs ms miss lady widow girl woman"
    " grandmother duchess countess baroness nun".split()
)
_FEMALE_PRONOUN = re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE)
_SUBJECT_NEXT = re.compile(r"\b(?:did|does|was|is|has|had|could|would) $", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:the|an?) $", re.IGNORECASE)
_WHO_IS = re.compile(
    r"^\W*(?:and |so |but )*who(?:['’]s| is| was| are| were) (?:the )?(?P<name>[^?]+?)[\s?.!]*$",
    re.IGNORECASE,
)


def person_meant(question: str, earlier: str, answered: str) -> str:
    """The one whom the "he" or "she" of ``question`` stands for; empty where nobody is sure.

    The one whom "who is X?" asked for; of several in the earlier question its subject; one whom
    the answer names and the earlier question did not, if that asked who; else one whom the earlier
    question names; else whom the answer names nearest to its words. "She" is no "his son X".
    """
    asked = [span.cut(earlier) for span in names_asked(earlier)]
    who_is = _WHO_IS.match(earlier)
    if who_is is not None and asked and who_is["name"] == asked[0]:
        return asked[0]
    subject = [name for name in asked if _SUBJECT_NEXT.search(earlier[: earlier.find(name)])]
    if len(asked) > 1 and subject and may_be_person(subject[0], earlier):
        return subject[0]
    told = [n for n in _told(answered) if not any(n in name for name in asked)]
    fitting = [name for name in told if _may_be(name, answered, question)]
    persons = [name for name in fitting if is_person(name)]
    if english.ASKS_WHO.match(earlier):
        single = (name for name in fitting if may_be_person(name, answered))
        return next(iter(persons or single), "")
    if not asked or any(may_be_person(name, earlier) for name in asked):
        return ""
    return min(persons, key=lambda name: _distance(name, earlier, answered), default="")


def _told(answered: str) -> list[str]:
    return list(dict.fromkeys(span.cut(answered) for span in names(answered)))


def may_be_person(name: str, text: str) -> bool:
    """Whether a name in ``text`` can be a person's: several words by their form, a single word
    where no article stands before it.
    """
    has_article = _ARTICLE.search(text[: text.find(name)]) is not None
    return is_person(name) or (" " not in name and not has_article)


def _may_be(name: str, answered: str, question: str) -> bool:
    """Whether nothing said with the name speaks against the pronoun."""
    at = answered.find(name)
    before = re.findall(r"\w+", answered[:at].lower())[-1:]
    said = {*before, *re.findall(r"\w+", name.lower())[:1]}
    return not said & (_MALE if _FEMALE_PRONOUN.search(question) else _FEMALE)


def _distance(name: str, earlier: str, answered: str) -> int:
    """How far from a word of the earlier question the answer names somebody."""
    wanted, at = term_set(earlier), answered.find(name)
    places = [m.start() for m in re.finditer(r"\w+", answered) if term_set(m.group()) & wanted]
    return min((abs(at - place) for place in places), default=len(answered))


def has_person_pronoun(question: str) -> bool:
    """Whether somebody is asked about as "he" or "she"."""
    return english.PERSON_PRONOUN.search(question) is not None


def several_told(earlier: str, answered: str, known: Sequence[str]) -> str:
    """The two whom the answer to "who ...?" names beside ``known``, as "A and B"."""
    told = [name for name in _told(answered) if name not in known]
    return " and ".join(told[:2]) if english.ASKS_WHO.match(earlier) else ""

"""A plain English sentence as subject, verb and rest, where it can be read with certainty."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from assistant import english_verbs as english

MAX_WORDS, MAX_SUBJECT_WORDS = 50, 10
_PARENTHESES = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
UNCLEAR = re.compile(r"[\"“”?!—–*|/\[\]()]|\s-\s|\.\s|\.\.|\bnot only\b|\d°|\b[A-Z]\.(?= |$)")
"""Marks of a phrase that cannot be repeated in a question as it stands."""
_LATER_CLAUSE = re.compile(r"\s*(?:[;:—–]| - ).*$", re.DOTALL)
_WITH_DAY = re.compile(r"[A-Z][a-z]+ \d{1,2},|\d{1,2} [A-Z]")
_COMMON = re.compile(r"(?:s|ing|ly)$")
"""Endings of words that are no names, though they were seen at a sentence's start only."""
_MONTHS = frozenset(
    "January February March April May June July August September October November December Spring Summer Autumn Winter Monday Sunday".split()
)
_APPOSITION = re.compile(r"^(?P<subject>[^,]{2,60}), [^,]{3,80}, ")
_SETTING = re.compile(
    r"^(?P<setting>(?:In|During|At|Under|Throughout|Across) (?:the )?(?P<name>[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z0-9][\w’'-]*)*)), "
)
_OPENER = re.compile(
    r"^(?:Later|However|Moreover|Furthermore|In addition|Today|Therefore|Thus|Finally|Eventually|Originally|Historically|For example|For instance|In fact|Indeed|Meanwhile|Additionally|Nevertheless|Overall), "
)
_LEAD = re.compile(rf"^(?:In|On|By|During|Since|From|Around) (?P<date>{english.DATE}),? (?=[\w])")
_TOKEN = re.compile(r"\S+")

Tense = Literal["be", "have", "past", "third", "plain", "modal"]


@dataclass(frozen=True, slots=True)
class Clause:
    """``subject`` as it stands within a sentence, the finite verb, and what follows it.

    ``date`` or ``setting`` ("in India") stood in front of the subject. ``rest`` has no stop at its
    end. For "be" and "have" the base is that.
    """

    subject: str
    verb: str
    base: str
    tense: Tense
    rest: str
    date: str | None = None
    setting: str | None = None
    is_further: bool = False

    @property
    def ending(self) -> str:
        """What a question takes over from in front of the subject, with a space before it."""
        if self.setting:
            return f" {self.setting}"
        if self.date is None:
            return ""
        return f" {'on' if _WITH_DAY.search(self.date) else 'in'} {self.date}"

    @property
    def auxiliary(self) -> str:
        """The modal, or the form of "do" that a question with this verb wants."""
        if self.tense == "modal":
            return self.verb
        if self.tense == "past" or self.verb == "had":
            return "did"
        return "do" if self.tense == "plain" or self.verb == "have" else "does"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a corpus by how they are written within sentences.

    ``names``: mostly with a capital; ``common``: ever without one. ``single``: those that so few
    documents speak of that "the club" says enough; empty where only names do.
    """

    names: Collection[str]
    common: Collection[str]
    single: Collection[str] = ()

    def is_name(self, word: str) -> bool:
        """Whether a capitalised word is (part of) a name, wherever it stands."""
        bare = word.strip(".,'’").removesuffix("'s").removesuffix("’s")
        if not bare[:1].isupper():
            return False
        return (
            bare in self.names
            or (bare[1:] != bare[1:].lower() and "-" not in bare)
            or ("-" not in bare and bare.lower() not in self.common and not _COMMON.search(bare))
        )

    def names_something(self, phrase: str) -> bool:
        return any(self.is_name(word) for word in phrase.split())

    def inner(self, phrase: str) -> str:
        """A phrase from a sentence's start as it is written within one."""
        first, _, rest = phrase.partition(" ")
        is_article = first in ("The", "A", "An")
        of_a_name = rest[:1].isupper() and first.lower() not in english.NOT_NAMED
        if not is_article and (self.is_name(first) or of_a_name):
            return phrase
        return f"{first[0].lower()}{first[1:]} {rest}".strip()


def read_clause(sentence: str, vocabulary: Vocabulary) -> Clause | None:
    """The main clause of ``sentence``; None where it is anything but plain."""
    text = _PARENTHESES.sub("", " ".join(sentence.split()))
    if not text.endswith(".") or len(text.split()) > MAX_WORDS:
        return None
    text, date = without_lead(_LATER_CLAUSE.sub("", text[:-1]))
    text, setting = _without_setting(text, vocabulary)
    text = _without_apposition(text)
    words = [match.group() for match in _TOKEN.finditer(text)]
    at = _verb_at(words)
    if at is None or not _is_subject(words[:at]):
        return None
    clause = _clause(words, at, date, vocabulary)
    if clause is None:
        return None
    return replace(clause, setting=setting, is_further="also" in words[max(at - 1, 0) : at + 2])


def _without_setting(text: str, vocabulary: Vocabulary) -> tuple[str, str | None]:
    """A sentence without "In India, " in front, and that."""
    match = _SETTING.match(text)
    first = match["name"].split()[0] if match else ""
    if match is None or not vocabulary.is_name(first) or first in _MONTHS:
        return text, None
    setting = match["setting"]
    return text[match.end() :], setting[0].lower() + setting[1:]


def _without_apposition(text: str) -> str:
    """The sentence without what stands between commas: "Ada Quay, an engineer, drew ..."."""
    match = _APPOSITION.match(text)
    if match is None:
        return text
    rest = text[match.end() :]
    first = rest.split(" ", 1)[0]
    is_verb = first in english.FINITE or first in english.BY_FORM
    return f"{match['subject']} {rest}" if is_verb else text


def without_lead(text: str) -> tuple[str, str | None]:
    """A sentence without an opener ("Later, ") or a date in front, and that date."""
    text = _OPENER.sub("", text)
    lead = _LEAD.match(text)
    return (text, None) if lead is None else (text[lead.end() :], lead["date"])


def _clause(words: list[str], at: int, date: str | None, vocabulary: Vocabulary) -> Clause | None:
    verb, rest = words[at], " ".join(words[at + 1 :])
    subject = vocabulary.inner(" ".join(_without_adverb(words[:at])))
    if verb in english.BE:
        return Clause(subject, verb, "be", "be", rest, date)
    if verb in ("has", "have", "had"):
        return Clause(subject, verb, "have", "have", rest, date)
    if verb in english.MODALS:
        return _modal(subject, words[at:], date)
    if verb in english.BASES and verb not in english.BY_FORM:
        return Clause(subject, verb, verb, "plain", rest, date)
    found, form = english.BY_FORM[verb]
    if _is_participle(words, at) or (form == "third" and not _opens_object(words, at)):
        return None
    return Clause(subject, verb, found.base, form, rest, date)


def _modal(subject: str, words: list[str], date: str | None) -> Clause | None:
    """The clause of "can bring ...": its base is the verb that is asked about."""
    modal, *others = words
    while others and others[0] in english.ADVERBS:
        others = others[1:]
    if len(others) < 2 or others[0] not in english.BASES:
        return None
    return Clause(subject, modal, others[0], "modal", " ".join(others[1:]), date)


def _without_adverb(words: list[str]) -> list[str]:
    last = words[-1] if words else ""
    is_adverb = last in english.ADVERBS or (last.endswith("ly") and last.islower())
    return words[:-1] if is_adverb else words


def _verb_at(words: list[str]) -> int | None:
    """Where the first finite verb stands; None where there is none near the start."""
    for i, word in enumerate(words[: MAX_SUBJECT_WORDS + 1]):
        if word in english.FINITE:
            return i or None
        if word in english.AUXILIARIES:
            return None
        is_verb = word in english.BASES and _after_plural(words, i)
        if word in english.BY_FORM and not is_verb:
            is_verb = english.BY_FORM[word][1] == "past" or _after_name(words, i)
        if is_verb:
            return i or None
    return None


def _after_plural(words: list[str], at: int) -> bool:
    """Whether a base form can be a verb: after a plural, with an object behind it."""
    if at == 0 or not words[at - 1].endswith("s") or words[at - 1][0].isupper():
        return False
    after = words[at + 1 : at + 2]
    return bool(after) and _opens_object(words, at) and not after[0].endswith("ing")


def _after_name(words: list[str], at: int) -> bool:
    """Whether a form in -s can be a verb: after a capitalised word or a singular noun."""
    return at > 0 and (words[at - 1][0].isupper() or not words[at - 1].endswith("s"))


def _is_subject(words: list[str]) -> bool:
    """Whether the words are a noun phrase that can be repeated in a question."""
    words = _without_adverb(words)
    if not words or words[0].lower() in english.PREPOSITIONS:
        return False
    if words[-1].lower() in (*english.PREPOSITIONS, "and", "the", "a", "an"):
        return False
    lower = [word.lower() for word in words]
    if any(word in english.NOT_IN_SUBJECT for word in lower):
        return False
    if "," in " ".join(words) or UNCLEAR.search(" ".join(words)):
        return False
    if any(word.endswith("ly") and word.islower() for word in words):
        return False
    # "Roman and Mary" is a subject, "tests of the engines and the crews" may be cut in two
    inner = [i for i, word in enumerate(lower) if word == "and"]
    return all(words[i - 1][0].isupper() and words[i + 1][0].isupper() for i in inner) and not any(
        word in english.BY_PARTICIPLE or (word.endswith("ing") and word.islower()) for word in words
    )


def _is_participle(words: list[str], at: int) -> bool:
    """Whether a past form only describes the subject: "the book printed in 1903 was ..."."""
    for word in words[at + 1 :]:
        if word.endswith(",") or word in ("and", "that", "which", "who", "but", "where", "when"):
            return False
        if word in english.AUXILIARIES:
            return True
    return False


def _opens_object(words: list[str], at: int) -> bool:
    """Whether what follows a form in -s goes with a verb rather than with a plural noun."""
    after = words[at + 1 : at + 2]
    return bool(after) and (
        after[0].lower() not in english.AUXILIARIES
        and after[0] not in ("of", "and", "or", "that", "which", "who")
        and after[0] not in english.BY_FORM
    )

"""The form a question asks for: a sentence, a list, a table, all about one name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from assistant import english_forms as english
from assistant import english_phrasing as phrasing
from assistant.english import DETERMINER, KIND_NOUNS, NOT_PLURALS, NOUN_PHRASE_END, PLURALS
from assistant.english_phrasing import AUXILIARY
from assistant.english_verbs import BASES
from assistant.expressions import MEASURES
from assistant.naming import without_article
from assistant.question import Question, answer_type_of
from assistant.request_proper import request_proper
from assistant.residue import looked_up
from assistant.sides import read_comparison
from index.english import STOP_WORDS
from index.words import terms

FormKind = Literal["sentence", "list", "table", "groups"]
_WORD = re.compile(r"[\w'’-]+")
KIND_TERMS = frozenset(term for word in KIND_NOUNS for term in terms(word))
"""What "kinds" may be called in the documents."""
_AFTER_VERB = ("to", "that", "which", "who")
_LISTING = (
    english.EVERY,
    english.ALL_NOUNS,
    english.TOLD_NOUNS,
    english.NUMBERED_NOUNS,
    english.LIST_REQUEST,
    english.WHAT_ARE,
    english.WHAT_ARE_OF,
    english.WHAT_NOUNS,
    english.BARE_NOUNS,
    english.OWNED_NOUNS,
    english.ANY_NOUNS,
    english.NOUNS_WHY,
    english.NOUNS_CLAUSE,
    english.NOUNS_THAT,
)
_NAME_WORDS, _HEAD_WORDS = 4, 4
_NAME_OPENS = re.compile(r"(?<=[a-z] )[A-Z]")


@dataclass(frozen=True, slots=True)
class Form:
    """A form and what belongs to it: the listed noun's term, the sides, or the name."""

    kind: FormKind
    noun: str = ""
    sides: tuple[str, ...] = ()
    name: str = ""


def read_form(question: Question) -> Form:
    """The form that the wording asks for; what the corpus holds is not looked at.

    Tried in turn: a comparison, all about one name, a list; else a sentence.
    """
    text = question.text.strip()
    comparison = read_comparison(text)
    if comparison is not None:
        return Form("table", sides=comparison.sides)
    text = _request_of(text)
    name = _name(text, question) or ("" if _asks_for_several(text) else looked_up(text))
    told = english.TOLD_NOUNS.match(text)
    if name and not (told and _head(told["np"], english.TOLD_NOUNS)):
        return Form("groups", name=name)
    if _is_list_of_anything(text):
        return Form("list", noun=_listed_noun(text))
    main = english.MAIN_CLAUSE.match(text)
    noun = _listed_noun(main["asks"] if main else text)
    if noun and (question.answer_type not in MEASURES or _is_of_things(text)):
        return Form("list", noun=noun)
    return Form("sentence")


def _request_of(text: str) -> str:
    """``text`` without what its asker tells before and behind, if a request is left."""
    proper = request_proper(text)
    return proper if phrasing.REQUEST.match(proper) else text


def _asks_for_several(text: str) -> bool:
    """Whether several are asked for in so many words: "any rules for ...", "list the channels"."""
    request = english.LIST_REQUEST.match(text)
    is_list = request is not None and request["verb"].lower() in ("list", "name", "enumerate")
    is_open = any(p.match(text) for p in (english.ANY_NOUNS, english.WHO_MANY))
    return is_open or (is_list and bool(_listed_noun(text)))


def _is_list_of_anything(text: str) -> bool:
    """Whether a list is asked for whatever it is of: "list what is needed", "involves"."""
    return any(p.match(text) for p in (english.OUTRIGHT_LIST, english.INVOLVES, english.WHO_MANY))


def _is_of_things(text: str) -> bool:
    """Whether things are asked for, and no measure: "which of the mills cost more than ..."."""
    if english.LIST_REQUEST.match(text):
        return True
    main = english.MAIN_CLAUSE.match(text)
    which = english.WHICH_PLURAL.match(main["asks"] if main else text)
    return which is not None and answer_type_of(which.group()) not in MEASURES


def is_plural(word: str) -> bool:
    """Whether an English word looks like a plural noun.

    >>> is_plural("causes"), is_plural("process"), is_plural("criteria"), is_plural("basis")
    (True, False, True, False)
    """
    word = word.lower()
    if word in PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s", "works"))
        and word not in NOT_PLURALS
    )


def _name(text: str, question: Question) -> str:
    """The name that all is asked about; empty for none, and for a question put as "about how"."""
    match = english.ABOUT.match(text)
    if match is None:
        return ""
    name, n_wishes = english.SECOND_WISH.subn("", match["name"].strip(" \"'“”"))
    name = english.NAME_TAIL.sub("", name).strip(" \"'“”?.!,")
    if phrasing.ASKS.match(name) or not name:
        return ""
    if match["who"] is None:
        return without_article(name)
    is_name = name[:1].isupper() or question.names.issuperset(terms(name))
    return name if n_wishes and is_name and len(name.split()) <= _NAME_WORDS else ""


def _listed_noun(text: str) -> str:
    """The term of the plural noun that heads what is listed; empty for none."""
    which = english.WHICH_PLURAL.match(text)
    if which is not None and english.WHICH_ONE.match(text):
        return ""
    if which is not None and is_plural(which["noun"]):
        return _term(which["noun"])
    for pattern in _LISTING:
        match = pattern.match(text)
        if match is not None:
            phrase = english.NAMES_OF.sub("", match["np"])
            return _head(phrase, pattern)
    return ""


def _head(phrase: str, pattern: re.Pattern[str]) -> str:
    """The term of the plural noun that heads a noun phrase, read as ``pattern`` found it."""
    stop = NOUN_PHRASE_END.search(phrase)
    head = phrase[: stop.start()] if stop else phrase
    rest = phrase[stop.end() :].lstrip() if stop else ""
    if stop and pattern is english.WHAT_NOUNS and _opens_clause(head, stop.group(), rest):
        return ""
    head = _before_clause(head, pattern)
    words = _WORD.findall(head)
    if pattern is not english.WHAT_NOUNS:
        words = _before_plural_subject(words)
    while len(words) > 1 and not terms(words[-1]):
        del words[-1]
    while len(words) > 1 and words[-1].lower().endswith("ed") and is_plural(words[-2]):
        del words[-1]
    subject = _subject_of_verb(head) if pattern is english.WHAT_NOUNS else ""
    if subject:
        return _term(subject)
    # A determiner within the head shows that its plural is a verb: "what act sets the".
    if not words or len(words) > _HEAD_WORDS or DETERMINER.search(head):
        return ""
    is_name = pattern is english.WHAT_ARE and _is_written_as_name(words[-1])
    if stop and len(words) > 1 and _is_clause_of(words[-2:], stop.group()):
        del words[-1]
    is_listed = is_plural(words[-1]) or pattern is english.EVERY
    return _term(words[-1]) if is_listed and not is_name else ""


def _subject_of_verb(head: str) -> str:
    """The plural that a verb and what that governs stand behind: "what trends shape the trade"."""
    words = _WORD.findall(head)
    for noun, verb in pairwise(words[: _HEAD_WORDS + 1]):
        if is_plural(noun) and verb.islower() and verb in BASES and noun != words[-1]:
            return str(noun)
    opens = DETERMINER.search(head)
    before = _WORD.findall(head[: opens.start()]) if opens else []
    if len(before) != 2 or not is_plural(before[0]) or is_plural(before[1]):
        return ""
    is_verb = before[1].lower() not in STOP_WORDS and not before[1].endswith("ed")
    return before[0] if is_verb else ""


def _before_plural_subject(words: list[str]) -> list[str]:
    """The words before a clause without "that" whose subject is a plural: "the main problems
    farmers face".
    """
    for i, (noun, subject, verb) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if is_plural(noun) and is_plural(subject) and verb.islower() and not is_plural(verb):
            return words[: i + 1]
    return words


def _is_clause_of(words: list[str], stop: str) -> bool:
    """Whether the second of two plurals is the subject of a clause: "the duties keepers have"."""
    return all(map(is_plural, words)) and AUXILIARY.fullmatch(stop) is not None


def _is_written_as_name(word: str) -> bool:
    """Whether a word is written as a name: "who were the Normans" asks for no list."""
    return word[:1].isupper() and not word.isupper()


def _before_clause(head: str, pattern: re.Pattern[str]) -> str:
    """The noun phrase before a clause without "that": "the methods the author gives", "every deal
    Acme has a part in".
    """
    if pattern is english.EVERY:
        return _NAME_OPENS.split(head)[0]
    if pattern not in (english.LIST_REQUEST, english.WHAT_ARE, english.NUMBERED_NOUNS):
        return head
    opens = DETERMINER.search(head) or _NAME_OPENS.search(head)
    before = _WORD.findall(head[: opens.start()]) if opens else []
    return " ".join(before) if before and is_plural(before[-1]) else head


def _opens_clause(head: str, word: str, rest: str) -> bool:
    """Whether a clause follows the noun, so that it is its subject: "what makes ... to grow"; or
    one that says when, so that the noun is a verb: "what happens when".
    """
    if word.lower() in english.WHEN_CLAUSE:
        return head.strip().lower().removesuffix("s") in BASES
    if word.lower() == "to" and (rest[:1].isupper() or DETERMINER.match(rest)):
        return False
    return word.lower() in _AFTER_VERB


def _term(word: str) -> str:
    return next(iter(terms(word)), "")

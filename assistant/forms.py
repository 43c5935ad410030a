"""The form a question asks for: a sentence, a list, a table, all about one name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant import english
from assistant.expressions import MEASURES
from assistant.expressions import names as find_names
from assistant.naming import without_article
from assistant.question import Question
from index.words import terms

FormKind = Literal["sentence", "list", "table", "groups"]
_WORD = re.compile(r"[\w'’-]+")
KIND_TERMS = frozenset(term for word in english.KIND_NOUNS for term in terms(word))
"""What "kinds" may be called in the documents."""
_AFTER_VERB = ("to", "that", "which", "who")


@dataclass(frozen=True, slots=True)
class Form:
    """A form and what belongs to it: the listed noun's term, the sides, or the name."""

    kind: FormKind
    noun: str = ""
    sides: tuple[str, ...] = ()
    name: str = ""


def read_form(question: Question) -> Form:
    """The form that the wording asks for; what the corpus holds is not looked at."""
    text = question.text.strip()
    if english.COMPARISON.search(text):
        sides = _sides(text, question)
        if len(sides) == 2:
            return Form("table", sides=sides)
    name = _name(text)
    if name:
        return Form("groups", name=name)
    noun = _listed_noun(text)
    if noun and question.answer_type not in MEASURES:
        return Form("list", noun=noun)
    if english.INVOLVES.match(text):
        return Form("list")
    return Form("sentence")


def is_plural(word: str) -> bool:
    """Whether an English word looks like a plural noun.

    >>> is_plural("causes"), is_plural("process"), is_plural("criteria"), is_plural("basis")
    (True, False, True, False)
    """
    word = word.lower()
    if word in english.PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in english.NOT_PLURALS
    )


def _sides(text: str, question: Question) -> tuple[str, ...]:
    for pattern in english.SIDES:
        match = pattern.search(text)
        if match is not None:
            ends = (english.SIDE_END.sub("", match[side].strip()) for side in ("a", "b"))
            return _with_shared_noun(tuple(side.strip() for side in ends if terms(side)), question)
    names = [span.cut(text) for span in find_names(text)]
    return (names[0], names[-1]) if len(question.entities) > 1 and len(names) > 1 else ()


def _with_shared_noun(sides: tuple[str, ...], question: Question) -> tuple[str, ...]:
    """The sides of "wet and dry docks": the noun goes with both."""
    if len(sides) != 2 or not (sides[0] + sides[1]).islower():
        return sides
    first, second = (side.split() for side in sides)
    if len(first) > 1 or len(second) != 2 or question.names.intersection(terms(sides[0])):
        return sides
    return f"{sides[0]} {second[-1]}", sides[1]


def _name(text: str) -> str:
    match = english.ABOUT.match(text)
    if match is None:
        return ""
    name = match["name"].strip(" \"'“”")
    asks_who = re.match(r"who\b", text, re.IGNORECASE) is not None
    if asks_who and (len(name.split()) > 4 or not name[:1].isupper()):
        return ""
    return "" if asks_who else without_article(name)


def _listed_noun(text: str) -> str:
    """The term of the plural noun that heads what is listed; empty for none."""
    which = english.WHICH_PLURAL.match(text)
    if which is not None and is_plural(which["noun"]):
        return _term(which["noun"])
    for pattern in english.LISTING:
        match = pattern.match(text)
        if match is not None:
            stop = english.NOUN_PHRASE_END.search(match["np"])
            head = match["np"][: stop.start()] if stop else match["np"]
            rest = match["np"][stop.end() :].lstrip() if stop else ""
            if stop and pattern is english.LISTING[2] and _opens_clause(stop.group(), rest):
                return ""
            if pattern is english.LISTING[0]:
                head = _before_clause(head)
            words = _WORD.findall(head)
            # A determiner within the head shows that its plural is a verb: "what act sets the".
            if not words or len(words) > 4 or english.DETERMINER.search(head):
                return ""
            return _term(words[-1]) if is_plural(words[-1]) else ""
    return ""


def _before_clause(head: str) -> str:
    """The noun phrase before a clause without "that": "the methods the author gives"."""
    determiner = english.DETERMINER.search(head)
    before = _WORD.findall(head[: determiner.start()]) if determiner else []
    return " ".join(before) if before and is_plural(before[-1]) else head


def _opens_clause(word: str, rest: str) -> bool:
    """Whether a clause follows the noun, so that it is its subject: "what makes ... to grow"."""
    if word.lower() == "to" and (rest[:1].isupper() or english.DETERMINER.match(rest)):
        return False
    return word.lower() in _AFTER_VERB


def _term(word: str) -> str:
    return next(iter(terms(word)), "")

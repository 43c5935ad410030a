"""What a question in two steps says of the one that is sought, and what it asks of that one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant import english_steps_asked as english
from assistant.english_verbs import PREPOSITIONS
from assistant.matching import term_set

NAME = "{}"
"""Stands in the second step for the one that the first finds."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What is said of the one that is sought, and what is asked of it: ``onward`` with ``NAME``.

    ``head``: what it is; empty where ``first`` is a sentence of its own, or a question. ``kind``:
    the noun that the question goes back to it by, "that room".
    """

    head: str
    first: str
    onward: str
    kind: str = ""

    @property
    def opening(self) -> str:
        """What is asked first."""
        return f"Which {self.head} {self.first}?" if self.head else self.first

    @property
    def second(self) -> str:
        """What is said or asked of the one that is sought, without it."""
        return " ".join(self.onward.replace(NAME, " ").split())

    def asked_of(self, name: str) -> str:
        """The second step, of ``name``."""
        return f"{self.onward.replace(NAME, name)}?"


def read_steps(question: str) -> Steps | None:
    """The two steps that the wording of a question shows; null for a question of one step.

    >>> read_steps("The smith who cast the bell also made a gate. Where is the gate?")
    Steps(head='smith', first='cast the bell', onward='{} made a gate. Where is the gate', kind='')
    """
    return next(read_told(question), None)


def read_told(question: str) -> Iterator[Steps]:
    """All that the wording of a question can show as its two steps."""
    yield from _readings(question.strip())


def read_loosely(question: str) -> Iterator[Steps]:
    """The two steps of a question that may as well be of one step."""
    text = question.strip()
    yield from _readings(text)
    yield from _asked_on(text)
    yield from _owned(text)
    yield from read_nested(text)


def read_nested(text: str) -> Iterator[Steps]:
    """A question about one that a clause at its end tells of: "the woman born who led ..."."""
    clause = english.CLAUSE_AT_END.search(text)
    if clause is None or not english.ASKS_ONE.match(text) or not _says_something(clause):
        return
    opens = list(english.ARTICLES.finditer(text[: clause.start()]))
    one = english.THE_ONE.match(text, opens[-1].start(), clause.start()) if opens else None
    if one is None:
        return
    before, more = text[: one.start()], one["more"]
    yield from _about_one(one["head"], clause["first"], f"{before}{NAME}{more}")
    noun, _, rest = more.strip().partition(" ")
    if noun and noun not in PREPOSITIONS:
        head = f"{one['head']} {noun}"
        yield from _about_one(head, clause["first"], f"{before}{NAME} {rest}")


def _about_one(head: str, first: str, onward: str) -> Iterator[Steps]:
    if term_set(onward.replace(NAME, " ")):
        yield Steps(head, first.strip(), " ".join(onward.split()), head.split()[-1])


def _readings(text: str) -> Iterator[Steps]:
    for pattern in english.TWO_STEPS:
        match = pattern.match(text)
        if match is not None and _says_something(match):
            parts = match.groupdict()
            first = english.TRAILING_AUXILIARY.sub("", parts.get("first") or parts["owner"])
            onward = f"{NAME} {_told_on(text, match)}"
            yield Steps(parts.get("head") or "", first.strip(" ,"), onward)
    yield from _in_sentences(text)


def _told_on(text: str, match: re.Match[str]) -> str:
    """The second step to the end of the question, if that asks more than which one it is."""
    second = match["second"].strip(" ,")
    rest = text[match.end("second") :].strip(" ?.!")
    return f"{second}{text[match.end('second') :].rstrip(' ?.!')}" if term_set(rest) else second


def _says_something(match: re.Match[str]) -> bool:
    """Whether the first step says something of the one that is sought."""
    first = match.groupdict().get("first")
    if first is None:
        return True
    return len(first.split()) > 1 and bool(term_set(first)) and not english.ENDS.search(first)


def _in_sentences(text: str) -> Iterator[Steps]:
    """A sentence that tells of somebody or something, and a question about that behind it."""
    put_behind = english.QUESTION_BEHIND.match(text)
    told, *rest = put_behind.groups() if put_behind else english.SENTENCES.split(text)
    if len(rest) != 1 or "?" in told or english.OF_ASKER.search(told):
        return
    if not english.TOLD_OF.search(told) or not english.REFERS.search(rest[0]):
        return
    for refers in (english.REFERS, english.REFERS_BY_TWO):
        found = refers.search(rest[0])
        if found is not None:
            kind = found.group().split()[-1] if " " in found.group() else ""
            yield Steps("", told.strip(" .;!"), _with_name(rest[0], refers), kind)
    yield from _owned(text)


def _with_name(question: str, refers: re.Pattern[str] = english.REFERS) -> str:
    """A question with ``NAME`` for the first word that refers to what was told of."""

    def name(match: re.Match[str]) -> str:
        return f"{NAME}'s" if match["owns"] or match["owner"] else NAME

    return refers.sub(name, question.strip(" ?."), count=1)


def _asked_on(text: str) -> Iterator[Steps]:
    """A question for somebody or something, and behind it another about what that finds."""
    match = english.ASKED_ON.match(text)
    if match is not None and english.REFERS.search(match["second"]):
        yield Steps("", f"{match['first'].strip(' ,')}?", _with_name(match["second"]))


def _owned(text: str) -> Iterator[Steps]:
    """Somebody told of as somebody's: "Where did Ann Lee's teacher work?"."""
    for match in english.SOMEBODYS.finditer(text):
        onward = f"{text[: match.start()]}{NAME}{match['s'] or ''}{text[match.end() :]}"
        if term_set(onward.replace(NAME, " ")):
            yield Steps("", match["owner"], onward.strip(" ?."))

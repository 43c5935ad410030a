"""The request itself, within what askers tell of themselves before and behind it."""

from __future__ import annotations

import re

from assistant import english_phrasing as english
from assistant.english import PLAIN_PRONOUN
from assistant.matching import term_set

_BREAK = re.compile(r"(?<=[.!:;])\s+|\s+[-–—]\s+")
_ROUNDS, _STANDS_ALONE = 2, 2


def request_proper(text: str) -> str:
    """``text`` without the clauses in which its asker only tells of themselves, if any is left.

    What they say may matter to the search: this is for reading what is asked, not for finding it.

    >>> request_proper("I have two minutes: sum up the harbour letter, I must run")
    'sum up the harbour letter'
    """
    whole = " ".join(text.split())
    plain = whole
    for _ in range(_ROUNDS):
        shorter = english.BEHIND_REQUEST.sub("", plain)
        plain = shorter if re.search(r"\w", shorter) else plain
    parts = _BREAK.split(plain)
    while len(parts) > 1 and _is_aside(parts[0]):
        del parts[0]
    return plain[plain.find(parts[0]) :]


def plain_request(text: str) -> str:
    """The request proper where it stands alone; empty where ``text`` is no more than that, where it
    points back at what is left out, or where that names something.

    >>> plain_request("We have a ferry - where is it kept?")
    ''
    >>> plain_request("I write a quiz: who built the mill at Osk, I need it for Friday")
    'who built the mill at Osk'
    """
    proper = request_proper(text)
    before = text[: max(0, text.find(proper))]
    is_request = proper != " ".join(text.split()) and english.REQUEST.match(proper)
    if not is_request or PLAIN_PRONOUN.search(proper) or re.search(r"(?<=\s)[A-Z]\w", before):
        return ""
    return proper if len(term_set(proper)) >= _STANDS_ALONE else ""


def _is_aside(part: str) -> bool:
    return not part.endswith("?") and english.OF_ONESELF.match(part) is not None

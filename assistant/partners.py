"""One subject with two partners, the second time a pronoun: "Ada's work with Ben and her work with
Cy".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant import english_beside as english
from assistant.comparison import Comparison
from assistant.matching import term_set
from assistant.naming import without_article

_MOST_WORDS = 8


def read_partners(text: str) -> Comparison | None:
    """The partners, with the subject where it is a name, and what is asked of both; null where no
    pronoun stands for the subject.

    >>> read_partners("Compare Ada's work with Ben and her work with Cy").sides
    ('Ada with Ben', 'Ada with Cy')
    >>> read_partners("compare what Ada made for Ben and what she made for Cy").questions
    ('what Ada made for Ben', 'what Ada made for Cy')
    """
    owned = english.OWNED_TWICE.match(text)
    if owned is not None:
        behind = (owned["behind"] or "").strip(" :;?.,–—-")
        return _of(owned, _asked_of_owned(owned, behind))
    told = english.TOLD_TWICE.match(text)
    if told is None:
        return None
    asks = f"{told['asks']} {told['aux'] or ''}{told['owner']} {told['verb']}"
    return _of(told, lambda joint, partner: f"{asks} {joint} {partner}")


def _of(match: re.Match[str], ask: Callable[[str, str], str]) -> Comparison | None:
    """Both sides of a match, each with its question."""
    owner = without_article(match["owner"].strip())
    pairs = tuple(
        (match[j], without_article(match[p].strip())) for j, p in (("j", "a"), ("k", "b"))
    )
    if any(len(p.split()) > _MOST_WORDS for _, p in pairs) or not all(
        term_set(phrase) for phrase in (owner, *(p for _, p in pairs))
    ):
        return None
    is_name = owner[:1].isupper()
    sides = tuple(f"{owner} {joint} {partner}" if is_name else partner for joint, partner in pairs)
    return Comparison(sides, tuple(ask(joint, partner) for joint, partner in pairs))


def _asked_of_owned(owned: re.Match[str], behind: str) -> Callable[[str, str], str]:
    """What is asked of something that the subject has with each partner: the question behind that
    says "each", else what it is.
    """

    def ask(joint: str, partner: str) -> str:
        thing = f"{owned['owner'].strip()}'s {owned['noun']} {joint} {partner}"
        if not behind or english.ONLY_COMPARES.match(behind):
            return f"what was {thing}"
        asked = english.THEY.sub(thing, english.DISTRIBUTES.sub(thing, behind, count=1), count=1)
        return asked if thing in asked else f"{asked} ({thing})"

    return ask

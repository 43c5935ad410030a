"""What a question says once politeness and leads are off, and in what form it is wished for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant import english_phrasing as english
from assistant.english import PLAIN_PRONOUN
from assistant.english_forms import ABOUT
from assistant.matching import term_set
from assistant.several import asks_for_one, listing, read_several

_PARTS = re.compile(r"(?<=[.!?;:])\s+")
_ARTICLE = re.compile(r"^(?:The|A|An|This|These|Those|Its|His|Her|Their)\b")
_STANDS_ALONE = 3
"""A pronoun beside so many terms of its own may well stand for one of them."""
_ROUNDS = 6
"""So many leads, and so many trailers, are taken off: "hi, sorry, could you please tell me"."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A request in its plain words; ``wish``: empty, or one of shorter, table, list."""

    text: str
    wish: str = ""


@lru_cache(maxsize=1024)
def read_phrasing(text: str) -> Phrasing:
    """``text`` without politeness, leads and trailers, indirect speech made direct.

    Nothing that says what is asked is lost; where nothing else is left, the text stays whole.

    >>> read_phrasing("hi! could you please tell me when the mill was built, in one sentence?")
    Phrasing(text='when was the mill built?', wish='shorter')
    """
    plain = " ".join(text.split())
    for pattern, written in english.SPELLINGS:
        plain = pattern.sub(written, plain)
    several = read_several(plain)
    if several is None or asks_for_one(several):
        return _plainly(plain)
    asked = _plainly(several.text)
    listed = listing(asked.text, several.things)
    return Phrasing(listed, asked.wish or ("list" if listed == asked.text else ""))


def _plainly(whole: str) -> Phrasing:
    """One request in its plain words, spelled out."""
    plain, wish = _without_trailers(_without_surroundings(whole))
    plain, led = _without_leads(plain)
    plain, opened = (plain, wish) if wish else _without_wish(plain)
    if opened and not wish:
        plain, more = _without_leads(plain)
        led = led or more
    stated = _stated(plain)
    plain = stated or (_as_known(plain) if led else _as_given(plain))
    plain = english.SOME_OF.sub("list ", plain)
    for pattern, written in english.IDIOMS:
        plain = pattern.sub(written, plain)
    plain = english.DOUBLED_END.sub(r"\1", plain.strip())
    return Phrasing(plain, opened) if _says_something(plain) else Phrasing(whole)


def _without_surroundings(text: str) -> str:
    """``text`` without what the asker says of themselves in front of the question, and without
    what is added behind it and asks nothing new.
    """
    parts = _PARTS.split(text)
    while len(parts) > 1 and _is_preamble(parts[0], parts[1:]):
        del parts[0]
    while len(parts) > 1 and english.AFTERTHOUGHT.match(parts[-1]) and not parts[-1].endswith("?"):
        if _wishes(parts[-1]) or parts[-2].endswith(":"):
            break
        parts.pop()
    return " ".join(parts)


def _is_preamble(part: str, rest: Sequence[str]) -> bool:
    """Whether a sentence only leads to the request behind it, which says enough by itself."""
    if part.endswith("?"):
        return False
    if ABOUT.match(rest[0]) and not PLAIN_PRONOUN.search(" ".join(rest)):
        return True
    if not english.PREAMBLE.match(part):
        return False
    if not any(english.REQUEST.match(p) or p.endswith("?") for p in rest):
        return False
    said = " ".join(rest)
    n = len(term_set(said))
    return n >= _STANDS_ALONE or (n > 0 and not PLAIN_PRONOUN.search(said))


def _wishes(part: str) -> bool:
    """Whether what is added wishes for a form of the answer."""
    forms = any(trailing.search(f" {part}") for _, _, trailing in english.WISHES)
    return forms or english.ALL_OF_THEM.search(f". {part}") is not None


def _without_trailers(text: str) -> tuple[str, str]:
    """``text`` without what is added behind, and the form that was wished for there."""
    wish = ""
    listed = english.ALL_OF_THEM.search(text)
    if listed is not None and _says_something(text[: listed.start()]):
        text, wish = text[: listed.start()] + text[listed.end() :], "list"
    for _ in range(_ROUNDS):
        shorter = english.SOURCE_TRAILER.sub("", english.TRAILER.sub("", text))
        for name, _, trailing in english.WISHES:
            match = None if wish else trailing.search(shorter)
            if match and not english.SERVES_AS.search(_last_words(shorter[: match.start()])):
                shorter, wish = shorter[: match.start()] + shorter[match.end() :], name
        if shorter == text or not _says_something(shorter):
            break
        text = shorter
    return text, wish


def _last_words(text: str) -> str:
    return " ".join(text.split()[-3:])


def _without_leads(text: str) -> tuple[str, bool]:
    """``text`` without greetings and requests; and whether it stands behind "I'd like to know"."""
    for _ in range(_ROUNDS):
        shorter = text
        for pattern in (english.GREETING, english.SOURCE_LEAD, english.ASKING):
            match = pattern.match(shorter)
            if match and _says_something(shorter[match.end() :]):
                shorter = shorter[match.end() :]
        match = english.KNOWING.match(shorter)
        if match and _says_something(shorter[match.end() :]):
            return _once_more(shorter[match.end() :]), True
        if shorter == text:
            break
        text = shorter
    return text, False


def _once_more(text: str) -> str:
    """What stands behind one "tell me" without another: "I'd like to know: can you tell me ..."."""
    for pattern in (english.SOURCE_LEAD, english.ASKING, english.KNOWING):
        match = pattern.match(text)
        if match and _says_something(text[match.end() :]):
            text = text[match.end() :]
    return text


def _without_wish(text: str) -> tuple[str, str]:
    """``text`` without a wished form in front: "in one sentence, what is ..."."""
    for name, leading, _ in english.WISHES:
        match = leading.match(text)
        if match and _says_something(text[match.end() :]):
            return text[match.end() :], name
    return text, ""


def _as_known(rest: str) -> str:
    """What is wanted to be known, as a question or a request that stands alone."""
    about = english.ABOUT_LEAD.match(rest)
    if about is not None:
        rest = rest[about.end() :]
        if not english.ASKS.match(rest):
            return f"tell me about {rest}"
    whether = english.WHETHER.match(rest)
    if whether is not None:
        return _turned("", whether["clause"], whether["end"])
    indirect = english.INDIRECT.match(rest)
    if indirect is not None:
        return _turned(indirect["asks"], indirect["clause"], indirect["end"])
    return rest if english.ASKS.match(rest) else _as_given(f"tell me {rest}")


def _stated(text: str) -> str:
    """A statement that is asked to be confirmed, as a question; empty where none is."""
    found = next((m for p in english.IS_TRUE if (m := p.match(text))), None)
    if found is None:
        return ""
    clause = _ARTICLE.sub(lambda m: m.group().lower(), found["clause"])
    return _turned("", clause, found["end"] or "?")


def _turned(asks: str, clause: str, end: str) -> str:
    """A clause in the order of a question: its first auxiliary before its subject."""
    found = english.AUXILIARY.search(clause)
    if found is None:
        return f"{asks or 'did '}{clause}{end}"
    subject, rest = clause[: found.start()], clause[found.end() :].lstrip()
    return f"{asks}{found['auxiliary']} {(subject + rest).strip()}{end}"


def _as_given(text: str) -> str:
    """A request to be given something, by what is to be given: a list, a comparison, facts."""
    lead = english.GIVING.match(text) or re.match(r"tell me\s+", text)
    rest = text[lead.end() :] if lead else text
    short = english.ONE_SENTENCE_ON.match(rest)
    if short is not None:
        return f"explain {rest[short.end() :]}"
    named = rest[_end(english.OFFERED.match(rest)) :]
    for request, pattern in english.GIVEN_AS:
        match = pattern.match(named)
        if match is not None:
            return request + named[match.end() :]
    if lead is None or lead.group().lower().startswith(("tell", "do you have", "have you")):
        return text
    return f"give me {rest}"


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _says_something(text: str) -> bool:
    return re.search(r"\w", text) is not None

"""What an utterance wants where no pattern tells: read from examples (``intents``)."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from assistant import english
from assistant.beside import goes_back
from assistant.expressions import names
from assistant.forms import read_form
from assistant.intents import THE_DOCUMENT, Intents, likeliest, load_intents
from assistant.phrasing import read_phrasing
from assistant.question import read_question
from assistant.view import View
from index.english import STOP_WORDS
from index.model import SHIPPED_SHA256
from index.words import terms

WISHES = ("shorter", "table", "list", "source", "sure", "more", "all", "again")
"""Said of the last answer."""
TALK = ("greeting", "thanks", "farewell", "help", "identity", "capabilities")
DECLINED = ("writing", "acting", "advice", "moment")
_LEAST = {"overview": 0.5, "wish": 0.5, "talk": 0.6, "declined": 0.8, "summary": 0.5}
_WITH_UNKNOWN, _IN_TEXT = 0.7, 0.9
"""How sure it must be where there is a word that no example holds, and where the documents do."""
_MAX_WORDS, _MAX_UNKNOWN = 24, 3
_WORD = re.compile(r"[^\W_]+(?:[.&'’/-]+[^\W_]+)*")
_BEFORE = re.compile(r"\b(?:the|this|that|our|your)\s+$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_OWNING = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Named:
    """A request with ``THE_DOCUMENT`` in place of what it names, and what that is."""

    text: str
    name: str


def intended(text: str, view: View, *, answered: bool) -> str:
    """``overview``, or one of ``WISHES``, ``TALK`` and ``DECLINED``; empty for what is none.

    ``answered``: whether there is an answer that a wish can be about.
    """
    intents = _intents(view)
    if intents is None or not _may_be_wish(text, intents):
        return ""
    odds = intents.odds(text, view.index.vector(text))
    unknown = intents.unknown(text)
    least = _IN_TEXT if any(_is_in_text(word, view) for word in unknown) else 0.0
    least = max(least, _WITH_UNKNOWN if unknown else 0.0)
    groups = {"overview": ("overview",), "talk": TALK, "declined": DECLINED}
    if answered:
        groups = _behind_answer(text, groups, unknown)
    for group, kinds in groups.items():
        best, probability = likeliest(odds, kinds)
        if probability >= max(least, _LEAST[group]):
            return best
    return ""


def last_sentence(text: str) -> str:
    """The request behind what the asker says before it, if that asks nothing and names nothing
    that it goes back to; else the whole.

    >>> last_sentence("I found this folder. What is in it?"), last_sentence("Who? And when?")
    ('What is in it?', 'Who? And when?')
    """
    *before, last = _SENTENCE_END.split(text.strip())
    if not before or any(part.endswith("?") for part in before):
        return text
    return text if goes_back(last, " ".join(before)) else last


def _behind_answer(
    text: str, groups: dict[str, tuple[str, ...]], unknown: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """What can be wanted behind an answer: "it" is then of the answer, and so is what is new."""
    if english.PRONOUN.search(text) or unknown:
        groups = {"talk": ("thanks", "farewell")} if not unknown else {}
    return groups if english.OF_PERSONS.search(text) else {"wish": WISHES, **groups}


def names_document(text: str, view: View) -> str:
    """What ``text`` wants a summary of, if it wants one and names something; else empty."""
    intents = _intents(view)
    named = named_in(text, intents.frames) if intents is not None else None
    if intents is None or named is None or _asks_for_items(text, intents):
        return ""
    odds = intents.odds(named.text, view.index.vector(named.text))
    return named.name if odds["summary"] >= _LEAST["summary"] else ""


def _asks_for_items(text: str, intents: Intents) -> bool:
    """Whether a list of things, a comparison or all about a name is asked for: no summary."""
    form = read_form(read_question(read_phrasing(text).text))
    points = {term for word in intents.frames for term in terms(word)}
    return form.kind in ("table", "groups") or (form.kind == "list" and form.noun not in points)


def _intents(view: View) -> Intents | None:
    """The examples as the shipped embedding model sees them; null for an index of another one."""
    is_shipped = view.index.made_with.endswith(f"@{SHIPPED_SHA256[:12]}")
    return load_intents() if is_shipped else None


def _may_be_wish(text: str, intents: Intents) -> bool:
    """Whether it can be worth asking: a short utterance of mostly known words, without a name."""
    words = _WORD.findall(text)
    if len(words) > _MAX_WORDS or english.BARE_WORD.match(text):
        return False
    n_unknown = len(intents.unknown(text))
    if not n_unknown < len(words) or n_unknown > _MAX_UNKNOWN or re.search(r"\d", text):
        return False
    return next(names(re.sub(r"^\W*\w+", "", text)), None) is None


def _is_in_text(word: str, view: View) -> bool:
    return any(view.index.frequency(term) for term in terms(word))


def named_in(text: str, frames: Container[str]) -> Named | None:
    """What a request names beside words that ask for a summary; null where none do.

    >>> named_in("what is the gist of the harbour letter", {"gist"})
    Named(text='what is the gist of the document', name='harbour letter')
    """
    found = list(_WORD.finditer(text))
    own = [m for m in found if not _frames(m.group(), frames)]
    around = [m.group().lower() for m in found if m not in own]
    if not own or all(word in STOP_WORDS for word in around):
        return None
    start, end = own[0].start(), own[-1].end()
    between = [m for m in found if start <= m.start() < end and m not in own]
    if any(m.group().lower() not in STOP_WORDS for m in between):
        return None
    before = _BEFORE.sub("", text[:start])
    return Named(f"{before}{THE_DOCUMENT}{text[end:]}", _OWNING.sub("", text[start:end]))


def _frames(word: str, frames: Container[str]) -> bool:
    plain = word.lower().replace("’", "'")
    return plain in frames or plain in STOP_WORDS or plain.isdigit()

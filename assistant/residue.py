"""What a request names once the words that only say what is wished are taken off."""

from __future__ import annotations

import re
from collections.abc import Container

from assistant import english_wishes as english
from index.english import STOP_WORDS

_WORD = re.compile(r"[^\W_]+(?:[.&'’/-][^\W_]+)*")
_OWNING = re.compile(r"['’](?:s|re|ve|m|ll|d)?$", re.IGNORECASE)
_MAX_TALK, _MAX_WISH = 9, 16
_LONGEST_NAME = 5
_MAX_SIDE = 5


def residue(text: str, words: Container[str]) -> str:
    """The stretch of ``text`` from the first to the last word that is neither a function word nor
    one of ``words``; empty where there is none.

    >>> residue("Where is the Heron mentioned?", {"mentioned"})
    'Heron'
    """
    left = [m for m in _WORD.finditer(text) if not _says_little(m.group(), words)]
    return text[left[0].start() : left[-1].end()] if left else ""


def _says_little(word: str, words: Container[str]) -> bool:
    plain = _OWNING.sub("", word.lower())
    return plain in words or plain in STOP_WORDS


def asks_of_collection(text: str) -> bool:
    """Whether nothing but the documents as a whole is asked about, in whatever words.

    >>> asks_of_collection("So what sort of texts do we have?"), asks_of_collection("any mills?")
    (True, False)
    """
    if english.NOT_WHOLE.search(text) or not english.WHOLE.search(text):
        return False
    if residue(text, english.COLLECTION | english.EXPLORING):
        return False
    words = [m.group().lower() for m in _WORD.finditer(text)]
    named = next((i for i, w in enumerate(words) if w in english.COLLECTION or w == "here"), None)
    if named is None and not english.OF_US.search(text):
        return False
    before = " ".join(words if named is None else words[: max(0, named - 1)])
    return english.POINTING.search(before) is None


def looked_up(text: str) -> str:
    """The name that a request wants looked up, whatever verb it uses; empty for none.

    >>> looked_up("is Otto Lind mentioned anywhere?"), looked_up("who found the lamp?")
    ('Otto Lind', '')
    """
    if not english.LOOKS_UP.search(text) or english.NAMES_MANY.match(text):
        return ""
    name = residue(text, english.LOOKING_UP)
    words = [m.group().lower() for m in _WORD.finditer(name)]
    if not 0 < len(words) <= _LONGEST_NAME or english.LOOKING_UP & set(words):
        return ""
    return "" if re.search(r"[,;:?]", name) else name


def set_apart(text: str) -> tuple[str, ...]:
    """The two things that are all that a request names besides words that compare; else none.

    >>> set_apart("where do Vela and Orla part ways?"), set_apart("who compared Vela and Orla?")
    (('Vela', 'Orla'), ())
    """
    if not english.COMPARES.search(text) or english.ASKS_ELSE.match(text):
        return ()
    sides = english.BETWEEN_SIDES.split(residue(text, english.COMPARING))
    if len(sides) != 2 or any(not _is_side(side) for side in sides):
        return ()
    return tuple(side.strip(" ,") for side in sides)


def _is_side(side: str) -> bool:
    words = [m.group().lower() for m in _WORD.finditer(side)]
    is_named = 0 < len(words) <= _MAX_SIDE and any(w not in STOP_WORDS for w in words)
    is_plain = not re.search(r"[,;:?]", side.strip(" ,")) and not english.COMPARING & set(words)
    return is_named and is_plain and not all(w.isdigit() for w in words)


def wish_of(text: str) -> str:
    """What an utterance of nothing else wishes of the last answer: table, list, shorter, source,
    sure, more or all; empty for any other.

    >>> wish_of("could you lay that out in a table?"), wish_of("a table of the tides")
    ('table', '')
    """
    words = [_OWNING.sub("", m.group().lower()) for m in _WORD.finditer(text)]
    if not 1 < len(words) <= _MAX_WISH or residue(text, english.WISHING):
        return ""
    if english.OF_THINGS.match(text):
        return ""
    return next((wish for wish, sign in english.WISH_SIGNS if sign.search(text)), "")


def kind_of_talk(words: str) -> str:
    """The kind of small talk of an utterance that is nothing else; empty for any other.

    ``words``: folded, without punctuation.

    >>> kind_of_talk("sweet cheers mate"), kind_of_talk("nice harbour")
    ('thanks', '')
    """
    said = [_OWNING.sub("", word) for word in words.split()]
    if not 0 < len(said) <= _MAX_TALK or any(word not in english.TALK_WORDS for word in said):
        return ""
    text = words.replace("'", " ")
    if english.TALK_NOT.search(text):
        return ""
    return next((kind for kind, sign in english.TALK_SIGNS if sign.search(text)), "")

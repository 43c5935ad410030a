"""Whether the documents bear out that what opens a sentence is a name, and one of a person."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from assistant.candidates import QUOTABLE
from assistant.english_connecting import after_place, is_person
from assistant.expressions import names
from assistant.matching import term_set
from assistant.reading import cases
from assistant.view import View
from index.words import tokens

_MAX_CHUNKS = 200
_RARE = 0.5
"""Most adverbs that open a sentence are more frequent; of names only the most frequent are."""


def is_known_name(name: str, view: View) -> bool:
    """Whether ``name`` stands somewhere with a capital within a sentence: a word that only ever
    opens one ("Profit fell") owes its capital to that.

    Of several words each does or is rare in general English, or several sentences hold them.
    """
    words = [word for word in name.split() if word[0].isupper()]
    if len(words) < 2:
        return all(_has_own_capital(word, view) for word in words)
    if len({*islice(_texts(name, view), 2)}) > 1:
        return True
    return all(_is_rare(word, view) or _has_own_capital(word, view) for word in words)


def _is_rare(word: str, view: View) -> bool:
    return view.index.rarity(word.lower()) >= _RARE and not word.endswith("ly")


def is_known_person(name: str, view: View) -> bool:
    """Whether ``name`` is a person's by its form and nowhere a place's; a single word, whether it
    is part of such a name somewhere in the documents.
    """
    if " " not in name:
        fuller = dict.fromkeys(
            other for text in _texts(name, view) for other in _fuller(name, text)
        )
        return any(is_known_person(other, view) for other in fuller)
    is_place = any(name in after_place(text) for text in _texts(name, view))
    return is_person(name) and not is_place and is_known_name(name, view)


def _fuller(name: str, text: str) -> Iterator[str]:
    found = (span.cut(text) for span in names(text))
    return (other for other in found if " " in other and name in other.split())


def _has_own_capital(word: str, view: View) -> bool:
    own = frozenset(token.surface for token in tokens(word) if token.term)
    return bool(own) and any(own <= cases(text)[0] for text in _texts(word, view))


def _texts(name: str, view: View) -> Iterator[str]:
    """The sentences of the documents that hold ``name``, headings and tables left out."""
    for chunk, _ in islice(view.holding(term_set(name)), _MAX_CHUNKS):
        quotable = (s for s in chunk.sentences if s.kind in QUOTABLE)
        texts = (" ".join(chunk.sentence_text(s).split()) for s in quotable)
        yield from (text for text in texts if name in text)

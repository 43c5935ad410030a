"""Whether a sentence can be understood alone, or leans on the one before it."""

from __future__ import annotations

import re

from assistant.support.names import find_names
from assistant.support.wording import read_words

_OPENING = re.compile(
    r"(?:(?:and|but|so|then|also|however|therefore|thus),?\s+)?"
    r"(?:it|its|he|she|his|her|they|their|these|those|this|that|such|"
    r"the (?:former|latter|same|others?)|both|one|another|"
    r"each(?=\s+(?:of|is|was|has|had|can|may|will)\b|,)|"
    r"the (?:first|second|third|last|one|other)(?=\s+(?:is|are|was|were|has|had|of)|,))\b",
    re.IGNORECASE,
)
_OF_PEOPLE = frozenset("he she him her his hers himself herself".split())
_OF_ANY = frozenset("it its they them their theirs itself themselves".split())
_ARTICLE = re.compile(r"\b(?:the|an?)\s+\Z", re.IGNORECASE)


def leans(text: str) -> bool:
    """Whether a word of ``text`` points back to something that it does not name.

    >>> leans("In 1917 she left."), leans("The guild, which met her, paid."), leans("It rained.")
    (True, True, True)
    >>> leans("Ann Lorne sold her boat."), leans("A boat lost its mast."), leans("Each boat sank.")
    (False, False, False)
    """
    return _OPENING.match(text) is not None or _points_back(text)


def _points_back(text: str) -> bool:
    people = [
        name.span.end for name in find_names(text) if not _ARTICLE.search(text[: name.span.start])
    ]
    has_noun = False
    for word in read_words(text):
        if word.surface in _OF_PEOPLE and not any(end <= word.start for end in people):
            return True
        if word.surface in _OF_ANY and not has_noun:
            return True
        has_noun = has_noun or bool(word.term and word.term.isalpha() and not word.is_verb)
    return False

"""Whether a sentence can be understood alone, or leans on the one before it."""

from __future__ import annotations

import re

from assistant.support.english_numbers import TENS, UNITS
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
_OF_ONE = frozenset("it itself".split())
_OF_SEVERAL = frozenset("they them theirs themselves".split())
_OF_ANY = frozenset("its their".split())
_SEVERAL = frozenset(
    """people men women children persons staff police couple family team crew group committee pair
    mice feet geese cattle sheep fish and or each every everyone everybody anyone anybody nobody no
    whoever none all some many most few both others""".split()
)
"""What "they" may stand for besides a plural in -s."""
_PLURAL = re.compile(r"\w+(?:[^sui\W]s|ies|sses|uses)")
_ARTICLE = re.compile(r"\b(?:the|an?)\s+\Z", re.IGNORECASE)


def leans(text: str) -> bool:
    """Whether a word of ``text`` points back to something that it does not name.

    >>> leans("In 1917 she left."), leans("The guild, which met her, paid."), leans("It rained.")
    (True, True, True)
    >>> leans("There are ten of them."), leans("Only thirty persons were to be on it.")
    (True, True)
    >>> leans("Ann Lorne sold her boat."), leans("A boat lost its mast."), leans("Each boat sank.")
    (False, False, False)
    """
    return _OPENING.match(text) is not None or _points_back(text)


def _points_back(text: str) -> bool:
    people = [
        name.span.end for name in find_names(text) if not _ARTICLE.search(text[: name.span.start])
    ]
    has_one = has_several = False
    for word in read_words(text):
        if word.surface in _OF_PEOPLE and not any(end <= word.start for end in people):
            return True
        lacks = {
            word.surface in _OF_ONE: not has_one,
            word.surface in _OF_SEVERAL: not has_several,
            word.surface in _OF_ANY: not (has_one or has_several),
        }
        if lacks.get(True, False):
            return True
        is_several = word.surface in _SEVERAL or _PLURAL.fullmatch(word.surface) is not None
        is_word = bool(word.term and word.term.isalpha()) and word.surface not in UNITS | TENS
        has_one = has_one or (is_word and not is_several and not word.is_verb)
        has_several = has_several or (is_several and (is_word or word.surface in _SEVERAL))
    return False

"""Which language a text is in, as far as cutting and counting its words needs it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import Any

ENGLISH = "en"
_SAMPLE_CHARS = 20_000
_WORD = re.compile(r"[^\W\d_]+")
# The first and last letter of a script, and the language that its texts are cut as.
_SCRIPTS = (
    ("\u0370", "\u03ff", "el"), ("\u0400", "\u052f", "ru"), ("\u0530", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"), ("\u0600", "\u06ff", "ar"), ("\u0900", "\u097f", "hi"),
    ("\u0b80", "\u0bff", "ta"), ("\u0e00", "\u0e7f", "th"), ("\u1200", "\u137f", "am"),
    ("\u3040", "\u30ff", "ja"), ("\u4e00", "\u9fff", "zh"), ("\uac00", "\ud7a3", "ko"),
)  # fmt: skip
_STEMMERS = {
    "el": "greek", "ru": "russian", "hy": "armenian", "ar": "arabic", "hi": "hindi", "ta": "tamil",
}  # fmt: skip
# Words that are frequent in one language of Latin letters and rare in the others.
_FUNCTION_WORDS = {
    "en": "the and of to is that was with for are this which from were have",
    "de": "der die das und ist nicht ein eine mit von wurde auf sich den dem auch",
    "fr": "le les des est une dans pour que qui sur avec pas sont du aux cette",
    "es": "el los las una por con para que del se está fue su más como pero",
    "it": "il gli una che di per con del della sono nel è alla più anche stato",
    "pt": "os as uma que do da não para com em foi são dos pelo ao mais",
    "nl": "de het een van en dat niet zijn met voor werd op aan ook door bij",
    "pl": "nie jest się że na do przez oraz był która który są po od dla",
}
_OWN_WORDS = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_MIN_WORDS = 3


def language_of(text: str) -> str:
    """The language that most of ``text`` is in, as a code of two letters.

    Other scripts than the Latin one stand for one language each: that whose rules for the ends of
    sentences they share. Latin letters are English unless words of another language are twice as
    frequent.

    >>> language_of("Учитель основал фонд."), language_of("The mill stands still.")
    ('ru', 'en')
    """
    return _language_of(text[:_SAMPLE_CHARS])


@lru_cache(maxsize=64)
def _language_of(sample: str) -> str:
    words = _WORD.findall(sample.lower())
    scripts = Counter(script_of(word[0]) for word in words)
    if scripts["ja"]:  # kana are written among ideographs
        scripts["ja"] += scripts.pop("zh", 0)
    language = scripts.most_common(1)[0][0] if scripts else ENGLISH
    return language if language != ENGLISH else _latin(Counter(words))


@lru_cache(maxsize=10_000)
def script_of(letter: str) -> str:
    """The language that a letter's script stands for; of Latin and unknown ones English."""
    return next((code for first, last, code in _SCRIPTS if first <= letter <= last), ENGLISH)


def stem_of(word: str) -> str:
    """The Snowball stem of a lower-case word of a script that has one; else the word itself.

    >>> stem_of("мельницы"), stem_of("café")
    ('мельниц', 'café')
    """
    name = _STEMMERS.get(script_of(word[:1]))
    return str(_stemmer(name).stemWord(word)) if name else word


def _latin(words: Counter[str]) -> str:
    found = {language: sum(words[word] for word in own) for language, own in _OWN_WORDS.items()}
    best = max(found, key=lambda language: found[language])
    is_told = found[best] >= _MIN_WORDS and found[best] > 2 * found[ENGLISH]
    return best if is_told else ENGLISH


@cache
def _stemmer(name: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(name)

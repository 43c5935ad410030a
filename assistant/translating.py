"""A question in another language, word for word in English: what a small vocabulary can do.

A file a language in ``vocabulary``: English words with their own, general ones, of no subject. Word
forms are met by their Snowball stems, compounds by their parts, and what is in no vocabulary by its
spelling, where the documents hold a word that is spelled nearly so ("Bakterien", "bacteria").
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assistant.forms import is_plural
from assistant.languages import is_function_word, language_of, language_of_documents
from assistant.texts import NOTES
from assistant.view import View
from index.words import terms

VOCABULARIES = Path(__file__).parent / "vocabulary"
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*['’]?|[?,.;:!]")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|un|dell|all|nell|sull|dall|cos)['’]", re.IGNORECASE)
_ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines le la les un une l el los las una"
    " unos unas il lo i gli uno de het een".split()
)
_ENDINGS = (
    (r"(?:tät|té|dad|tà|teit)$", "ty"),
    (r"(?:ción|zione|zioni|ciones|tie|ties)$", "tion"),
    (r"(?:isch|ische|ischen|ique|ico|ica)$", "ic"),
    (r"(?:ie|ía|ia)$", "y"),
    (r"(?:ismus|isme|ismo)$", "ism"),
    (r"(?:eur|ore|oren|ador|atore)$", "or"),
    (r"(?:ung|ungen)$", "ing"),
    (r"(?:anz|enz|anza|enza|ancia|encia|antie)$", "ance"),
    (r"(?:ell|el|elle|ale)$", "al"),
    (r"(?:[aeo]n?|os|as|en|es|i)$", ""),
)
"""How words of one origin end in the other languages, and in English."""
_LETTERS = str.maketrans({"k": "c", "z": "c", "j": "y", "w": "v"})
_LEAST_CHARS, _LEAST_PART, _LONG_PART = 5, 3, 5
_LINKS = ("", "s", "n", "en", "es", "e")
_COUNTED = re.compile(r"(?P<asks>\bhow many )(?P<noun>[a-z]{3,}[^s\W])\b")
_LONGEST_PHRASE = 6
_GAP = "*"
_JOINING, _LONG = ("German", "Dutch"), 7
"""Languages that join nouns into one word, of more than so many letters."""
_LANGUAGES = ("German", "French", "Spanish", "Italian", "Dutch")
_COURTESIES = ("thank you", "hello", "goodbye")
_LONGEST_COURTESY = 3
_LEAST_KNOWN = 0.6
"""Of its words, so many are known in the language that a text is taken to be in."""
_FOREIGN, _LEAST_FOREIGN = 0.85, 0.25
"""So rare a word is hardly English; so many of the words must be."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A question put into English; ``left`` are the words that nothing is known of.

    ``notes``: what the user is told: the languages, and what the question was read as.
    """

    text: str
    left: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """``phrases``: from several words to English; ``words``: from one; ``frames``: from what stands
    around a gap.
    """

    frames: tuple[tuple[re.Pattern[str], str], ...]
    phrases: dict[str, str]
    words: dict[str, str]
    stems: dict[str, str]
    stem: Callable[[str], str]

    def framed(self, text: str) -> tuple[str, str]:
        """The English that stands around what ``text`` names, and what it names; else a gap alone
        and the whole.
        """
        whole = " ".join(_WORD.findall(text.lower().strip(" ?.!¿¡")))
        for pattern, english in self.frames if whole not in self.phrases else ():
            match = pattern.fullmatch(text.strip())
            if match is not None:
                return english, match["gap"]
        return _GAP, text

    def word(self, word: str) -> str:
        """The English for a word in any of its forms, or for a compound; empty for none."""
        plain = word.lower()
        return self._simple(plain) or self._simple(f"{plain.removesuffix('t')}en")

    def compound(self, word: str) -> str:
        """The English for the parts of a word made of two; a part of none stays as it is."""
        plain = word.lower()
        cuts = [(plain[:at], plain[at:]) for at in range(_LEAST_PART, len(plain) - _LEAST_PART + 1)]
        found = [(self._first(first), self._part(last)) for first, last in cuts]
        both = next((f"{first} {last}" for first, last in found if first and last), "")
        long = (
            f"{first or own[0]} {last or own[1]}"
            for (first, last), own in zip(found, cuts, strict=True)
            if (len(own[0]) >= _LONG_PART and first) or (len(own[1]) >= _LONG_PART and last)
        )
        return both or next(long, "")

    def _first(self, part: str) -> str:
        forms = (part.removesuffix(link) for link in _LINKS if part.endswith(link))
        return next((found for form in forms if (found := self._part(form))), "")

    def _part(self, part: str) -> str:
        return self._simple(part) if len(part) >= _LEAST_PART else ""

    def _simple(self, word: str) -> str:
        return self.words.get(word) or self.stems.get(self.stem(word), "")


def translate(text: str, view: View) -> Translated | None:
    """``text`` in English if it is in a language that there is a vocabulary of and the documents
    are English; else null.
    """
    language = _language(text, view)
    vocabulary = load_vocabulary(language.lower())
    if vocabulary is None or language_of_documents(view) != "English":
        return None
    frame, rest = vocabulary.framed(text)
    said: list[str] = []
    left: list[str] = []
    for own, english in _read(rest, vocabulary, language, view):
        said.extend([english] if english else [])
        left.extend([own] if english == own and _is_left(own) else [])
    asked = _COUNTED.sub(_plural, frame.replace(_GAP, _closed_up(" ".join(said))))
    notes = (
        NOTES["language"].format(asked=language, written="English"),
        NOTES["follow_up"].format(question=asked),
    )
    return Translated(asked, tuple(left), notes)


def courtesy(text: str) -> str:
    """The English of a greeting, thanks or farewell in another language, if nothing else is said.

    >>> courtesy("Danke schön!")
    'thank you'
    """
    words = re.findall(r"[^\W\d_]+", text.lower())
    said = " ".join(words)
    # No longer phrase is in a vocabulary, and loading them all takes a first question its time.
    for name in _LANGUAGES if len(words) <= _LONGEST_COURTESY else ():
        vocabulary = load_vocabulary(name.lower())
        english = vocabulary and (vocabulary.phrases.get(said) or vocabulary.words.get(said))
        if english in _COURTESIES:
            return english
    return ""


def _is_left(word: str) -> bool:
    """Whether a word that stayed as it was is neither a name nor the same in English."""
    return word[:1].islower() and not is_function_word(word, "English")


def _language(text: str, view: View) -> str:
    """The language of ``text``: by its function words, else by the vocabulary that knows most.

    English wherever most words beside its names are English words.
    """
    language = language_of(text)
    found = [m for m in _WORD.finditer(text.replace("’", "'")) if m.group()[0].isalpha()]
    words = [m.group().lower() for m in found if not m.start() or m.group()[0].islower()]
    least = _LEAST_FOREIGN
    if language == "English" and words and len(_english_words(words)) <= len(words) / 4:
        least = 2 * _LEAST_FOREIGN
        known = {name: _known(words, name) for name in _LANGUAGES}
        best = max(known, key=lambda name: known[name])
        is_alone = len(words) > 1 or not _in_text(words[0], view)
        language = best if known[best] >= _LEAST_KNOWN * len(words) and is_alone else language
    told = all(is_function_word(word, language) for word in words)
    foreign = sum(view.index.rarity(_ELIDED.sub("", w)) >= _FOREIGN for w in words if len(w) > 1)
    return language if told or foreign >= least * len(words) else "English"


def _english_words(words: Sequence[str]) -> list[str]:
    own = [word for word in words if is_function_word(word, "English")]
    return [word for word in own if not any(is_function_word(word, name) for name in _LANGUAGES)]


def _known(words: Sequence[str], language: str) -> int:
    """How many of ``words`` the vocabulary holds that are not written so in English, too."""
    vocabulary = load_vocabulary(language.lower())
    if vocabulary is None:
        return 0
    framed, _ = vocabulary.framed(" ".join(words))
    if framed != _GAP or _phrase_at(words, 0, vocabulary) > 2:
        return len(words)
    found = ((word, vocabulary.word(word)) for word in words)
    return sum(
        is_function_word(word, language) or bool(english and english != word)
        for word, english in found
    )


def _read(
    text: str, vocabulary: _Vocabulary, language: str, view: View
) -> Iterator[tuple[str, str]]:
    """Each word or phrase with its English; a word that is in no vocabulary stays as it is."""
    words = [_ELIDED.sub("", w) for w in _WORD.findall(text.replace("’", "'"))]
    bare = [w.lower() for w in _WORD.findall(text.replace("’", "'"))]
    at = 0
    while at < len(words):
        n = _phrase_at(bare, at, vocabulary)
        if n:
            phrase = " ".join(bare[at : at + n])
            yield phrase, vocabulary.phrases[phrase]
            at += n
            continue
        yield words[at], _english(words, at, vocabulary, language, view)
        at += 1


def _phrase_at(words: Sequence[str], at: int, vocabulary: _Vocabulary) -> int:
    """How many words from ``at`` on are a phrase of the vocabulary; 0 for none."""
    longest = min(_LONGEST_PHRASE, len(words) - at)
    sizes = range(longest, 0, -1)
    return next((n for n in sizes if " ".join(words[at : at + n]) in vocabulary.phrases), 0)


def _english(
    words: Sequence[str], at: int, vocabulary: _Vocabulary, language: str, view: View
) -> str:
    word = words[at]
    if re.fullmatch(r"\W+|\d+", word) or not word:
        return word
    if word.lower() in _ARTICLES:
        return ""
    is_name = at > 0 and word[0].isupper() and words[at - 1] not in ".?!:"
    if is_name and (language != "German" or _in_text(word, view)) and _all_in_text(word, view):
        return word
    found = vocabulary.word(word)
    if not found and "-" in word:
        return _parted(word, vocabulary, view)
    if found or is_function_word(word, language):
        return found
    if _in_text(word, view):
        return word
    joined = vocabulary.compound(word) if language in _JOINING and len(word) > _LONG else ""
    return _cognate(word, view) or joined or word


def _parted(word: str, vocabulary: _Vocabulary, view: View) -> str:
    """The parts of a hyphenated word that are known or stand in the documents; of none, all."""
    parts = [vocabulary.word(p) or (p if _in_text(p, view) else "") for p in word.split("-")]
    return " ".join(part for part in parts if part) or word


def _in_text(word: str, view: View) -> bool:
    return any(view.index.frequency(term) for term in terms(word))


def _all_in_text(word: str, view: View) -> bool:
    return all(view.index.frequency(term) for term in terms(word))


def _cognate(word: str, view: View) -> str:
    """The word of the documents that is spelled as this one would be in English; empty for none."""
    if len(word) < _LEAST_CHARS:
        return ""
    own, first = set(_spellings(word)), _folded(word)[:1]
    found = [w for w in _spelled(view) if w[:1] == first and own & set(_spellings(w))]
    return min(found, key=lambda w: (abs(len(w) - len(word)), w), default="")


def _spelled(view: View) -> Sequence[str]:
    return [word for word in view.index.vocabulary() if len(word) >= _LEAST_CHARS - 1]


def _spellings(word: str) -> Iterator[str]:
    """A word folded, as it is and with its ending as in English; of less than four letters none."""
    plain = word.lower()
    forms = (plain, *(re.sub(own, english, plain) for own, english in _ENDINGS))
    folded = (_folded(form) for form in forms)
    yield from (re.sub(r"(.)\1", r"\1", form).rstrip("e") for form in folded if len(form) > 3)


def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower())
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return plain.replace("ph", "f").replace("ß", "ss").replace("y", "i").translate(_LETTERS)


def _plural(match: re.Match[str]) -> str:
    """What is counted, in the plural that an English question has."""
    noun = match["noun"]
    return f"{match['asks']}{noun}" if is_plural(noun) else f"{match['asks']}{noun}s"


def _closed_up(text: str) -> str:
    """Without the space before a punctuation mark, nor a mark in front."""
    return re.sub(r"^\W+", "", re.sub(r"\s+([?,.;:!])", r"\1", text))


@cache
def load_vocabulary(language: str) -> _Vocabulary | None:
    """The vocabulary of a language, by its English name; null where there is none."""
    path = VOCABULARIES / f"{language}.json"
    if not path.is_file():
        return None
    import snowballstemmer

    stemmer: Any = snowballstemmer.stemmer(language)
    pairs = [
        (own, english)
        for english, forms in json.loads(path.read_text(encoding="utf-8")).items()
        for own in forms.split(", ")
    ]
    words: dict[str, str] = {}
    stems: dict[str, str] = {}
    for own, english in pairs:
        if " " not in own and "'" not in own and _GAP not in own:
            words.setdefault(own, english)
            stems.setdefault(stemmer.stemWord(own), english)
    phrases = {
        " ".join(_WORD.findall(o)): e for o, e in pairs if (" " in o or "'" in o) and _GAP not in o
    }
    frames = tuple((_around(own), english) for own, english in pairs if _GAP in own)
    return _Vocabulary(frames, phrases, words, stems, stemmer.stemWord)


def _around(own: str) -> re.Pattern[str]:
    before, _, behind = own.partition(_GAP)
    shape = rf"\W*{re.escape(before.strip())}\s+(?P<gap>.+?)\s*{re.escape(behind.strip())}[\s?.!]*"
    return re.compile(shape, re.IGNORECASE)

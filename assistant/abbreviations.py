"""Short forms that the corpus itself spells out: "intellectual property (IP)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.matching import term_list

_SHORT_BEHIND = re.compile(r",? ?\(([A-Z][\w&.-]{1,9}s?)(?: [A-Z]\w+)?\)")
_WORD, _MOST_WORDS, _REACH = re.compile(r"[\w’'&.,-]+"), 9, 300
_BEFORE = re.compile(r"\b([A-Z][A-Z&.-]{1,8}s?) \(([A-Z]?[\w’'-]+(?: [\w’'&-]+){1,8})\)")
_LETTERS = re.compile(r"[^A-Za-z]")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and its long form, as written in one sentence of the corpus."""

    short: str
    long: str

    @property
    def short_terms(self) -> frozenset[str]:
        return frozenset(term_list(self.short))

    @property
    def long_terms(self) -> frozenset[str]:
        return frozenset(term_list(self.long))


@lru_cache(maxsize=4096)
def find_abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """The short forms that ``text`` spells out, each once.

    Letters must agree: each letter of the short form opens a word of the long form, in order,
    function words left out or not (Schwartz & Hearst 2003, simplified to word openings).

    >>> [(a.short, a.long) for a in find_abbreviations("Intellectual property (IP).")]
    [('IP', 'Intellectual property')]
    """
    if "(" not in text:
        return ()
    pairs = [(m.group(1), _words_before(text, m.start())) for m in _SHORT_BEHIND.finditer(text)]
    pairs += [(m.group(1), m.group(2)) for m in _BEFORE.finditer(text)]
    found = {}
    for short, words in pairs:
        long = _long_form(short, words)
        if long:
            found[short] = Abbreviation(short, long)
    return tuple(found.values())


def _words_before(text: str, end: int) -> str:
    """The run of at most ``_MOST_WORDS`` words that stand right before ``end``."""
    run: list[str] = []
    for word in reversed(re.split(r"[ \n]", text[max(0, end - _REACH) : end])[-_MOST_WORDS:]):
        if _WORD.fullmatch(word) is None:
            break
        run.insert(0, word)
    return " ".join(run)


def applicable(
    abbreviations: Iterable[Abbreviation], terms: Iterable[str]
) -> tuple[Abbreviation, ...]:
    """Those whose short form, or whose whole long form, stands among ``terms``."""
    present = set(terms)
    return tuple(
        a
        for a in abbreviations
        if (a.short_terms and a.short_terms <= present)
        or (a.long_terms and a.long_terms <= present)
    )


def _long_form(short: str, words: str) -> str | None:
    """The shortest run of last words whose initials spell ``short``."""
    letters = _LETTERS.sub("", short)
    letters = (letters[:-1] if letters.endswith("s") and len(letters) > 2 else letters).upper()
    parts = words.split()
    for n in range(1, len(parts) + 1):
        run = parts[-n:]
        if run[0][:1].upper() == letters[:1] and _spells(letters, run):
            return " ".join(run).strip(" ,.")
    return None


def _spells(letters: str, words: list[str]) -> bool:
    """Whether ``letters`` are initials of ``words`` in order, every capitalised word's included."""
    initials = [letter for word in words for letter in _initials(word)]
    i = 0
    for initial in initials:
        if i < len(letters) and initial.upper() == letters[i]:
            i += 1
    return i == len(letters) and len(letters) >= 2


def _initials(word: str) -> list[str]:
    """The first letter of each part of a word; capitals within it begin parts too.

    >>> _initials("GlaxoSmithKline"), _initials("mRNA-based")
    (['G', 'S', 'K'], ['m', 'b'])
    """
    parts = re.findall(r"[A-Z][a-z]+", word)
    if len(parts) > 1 and "".join(parts) == word:
        return [part[0] for part in parts]
    return [part[0] for part in re.split(r"[-/]", word) if part]

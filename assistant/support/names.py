"""The names of a sentence, and whether a text speaks of them in one of their other forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant import expressions
from assistant.abbreviations import Abbreviation, find_abbreviations
from assistant.support import english_claims as english
from assistant.support.wording import read_words
from corpus.document import Span
from index.english import STOP_WORDS
from index.words import tokens

_MIN_SHARED = 4
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_FIRST = re.compile(r"(?P<word>[A-Z][\w'’-]*)\s+")
_INITIALS = re.compile(r"(?:[A-Z][\w'’-]*\s+(?:(?:of|the|and|for|de)\s+){0,2})+[A-Z][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name: where it stands and its words, folded, those that tell nothing left out.

    ``opens``: it is one word at the start of the sentence that may be no name at all.
    """

    text: str
    span: Span
    words: tuple[str, ...]
    opens: bool

    @property
    def head(self) -> str:
        """The word that stands for all: a person's last name, else the longest."""
        return self.words[-1] if len(self.words) < 4 else max(self.words, key=len)


@lru_cache(maxsize=20_000)
def find_names(text: str) -> tuple[Name, ...]:
    """The names of ``text`` in reading order, numbers and dates aside.

    >>> [name.words for name in find_names("Dr Jane Roe and Acme Inc. met the UN in May.")]
    [('jane', 'roe'), ('acme',), ('un',)]
    """
    return tuple(_found(text))


def _found(text: str) -> Iterator[Name]:
    start = len(text) - len(text.lstrip("\"'“‘( "))
    for found in expressions.names(text):
        span = _with_stop(text, found)
        if span.start == start:
            span = _without_opener(text, span)
        words = name_words(span.cut(text)) if span.length else ()
        if words:
            yield Name(
                span.cut(text), span, words, span.start == start and _may_be_plain(text, span)
            )


def _with_stop(text: str, span: Span) -> Span:
    """A name with the stop that is its own, as of "U.S."."""
    has_stop = _DOTTED.fullmatch(span.cut(text)) and text[span.end : span.end + 1] == "."
    return Span(span.start, span.end + 1) if has_stop else span


def _without_opener(text: str, span: Span) -> Span:
    """A name at the start of a sentence without the word that only opens it: "Building Tolm"."""
    first = _FIRST.match(text, span.start)
    if first is None or first.end() >= span.end:
        return span
    word = first["word"].lower()
    is_opener = word in english.OPENERS or word.endswith(("ing", "ed", "ly"))
    return Span(first.end(), span.end) if is_opener else span


def _may_be_plain(text: str, span: Span) -> bool:
    """Whether a single word may have its capital for opening the sentence only.

    A name stands without an article before a verb, a possessive or "and" and another name; of
    plain words only some do, told by their endings.
    """
    word = span.cut(text)
    if " " in word or not (word[1:].islower() or len(word) == 1):
        return False
    if word.lower() in english.OPENERS or word.lower().endswith(english.PLAIN_ENDINGS):
        return True
    rest = text[span.end :]
    after = next(iter(read_words(rest)), None)
    if re.match(r"['’]s\b|\s+(?:and|or)\s+[A-Z]|,\s+(?:an?|the|who|which|his|her|its)\b", rest):
        return False
    return after is None or not (after.is_verb or after.surface in english.AUXILIARIES)


def name_words(text: str) -> tuple[str, ...]:
    """The folded words of a name that tell it from others."""
    words = [token.surface for token in tokens(text) if not token.surface.isdigit()]
    kept = tuple(w for w in words if w not in english.OPTIONAL_NAME_PARTS and not _is_calendar(w))
    return tuple(w for w in kept if w not in STOP_WORDS or w in english.SPELLED_OUT)


def _is_calendar(word: str) -> bool:
    from assistant.support.english_numbers import MONTHS, WEEKDAYS

    return word in MONTHS or word in WEEKDAYS or word.removesuffix("s") in WEEKDAYS


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a text holds that a name may be held by: its words, those with a capital apart."""

    words: frozenset[str]
    capitals: frozenset[str]
    text: str

    def holds_word(self, word: str) -> bool:
        """Whether ``word``, or another form of it, is among the words."""
        return _holds(word, self.words)

    def names_word(self, word: str) -> bool:
        """Whether it is among those with a capital."""
        return _holds(word, self.capitals)


def _holds(word: str, words: frozenset[str]) -> bool:
    if word in words or not _nations(word).isdisjoint(words):
        return True
    return any(_related(word, other) for other in _by_start(words).get(word[:4], ()))


@lru_cache(maxsize=4096)
def bearing(text: str) -> Bearing:
    """The bearing of ``text``."""
    found = list(tokens(text))
    words = frozenset(token.surface for token in found)
    capitals = frozenset(
        t.surface for t in found if text[t.start : t.end] != text[t.start : t.end].lower()
    )
    return Bearing(words, capitals, text)


@lru_cache(maxsize=4096)
def _by_start(words: frozenset[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for word in words:
        table.setdefault(word[:4], []).append(word)
    return {start: tuple(found) for start, found in table.items()}


def _related(a: str, b: str) -> bool:
    """Forms of one name: plural, possessive, "America" and "American"."""
    short, long = sorted((a, b), key=len)
    if len(short) < _MIN_SHARED:
        return False
    shared = next((i for i in range(len(short)) if short[i] != long[i]), len(short))
    return (
        shared >= max(_MIN_SHARED, len(short) - 1)
        and len(long) - shared <= 4
        and shared >= 0.7 * len(long) - 1
    )


def stands_for(name: Name, near: Bearing, wide: Bearing, spelled: Iterable[Abbreviation]) -> bool:
    """Whether ``near`` speaks of ``name``.

    Its head must be in ``near``; its other words may stand further off, in ``wide``. A short form
    of ``spelled``, or one made of initials, may stand for a long one and the reverse.
    """
    if _is_named(name, near) and all(wide.holds_word(word) for word in name.words):
        return True
    return any(_all_in(form, near) for form in _other_forms(name, wide.text, tuple(spelled)))


def _is_named(name: Name, near: Bearing) -> bool:
    """Whether ``near`` has the head of ``name``, not just as a plain word: "the lighthouse" is no
    Tolm Rock Lighthouse; or all of a long name but the head.
    """
    if near.names_word(name.head) or (len(name.words) == 1 and near.holds_word(name.head)):
        return True
    others = [word for word in name.words if word != name.head and near.names_word(word)]
    if near.holds_word(name.head):
        return bool(others)
    return len(others) > 1 and len(others) == len(name.words) - 1


def _all_in(words: tuple[str, ...], near: Bearing) -> bool:
    return bool(words) and all(near.holds_word(word) for word in words)


@lru_cache(maxsize=4096)
def _other_forms(
    name: Name, text: str, spelled: tuple[Abbreviation, ...]
) -> tuple[tuple[str, ...], ...]:
    """Other ways to write ``name``, each as its words."""
    forms: list[tuple[str, ...]] = []
    own = set(name.words)
    for abbreviation in spelled:
        short, long = name_words(abbreviation.short), name_words(abbreviation.long)
        if short and own == set(short):
            forms.append(long)
        elif long and name.words == long[-1:]:
            forms.append(short)  # "the Board" of a Harbour Board (HB)
        elif long and set(long) <= own and own - set(long) <= set(short):
            forms.append(short)
    if len(name.words) == 1:
        forms += [
            tuple(english.SPELLED_OUT[w].split()) for w in name.words if w in english.SPELLED_OUT
        ]
        if name.text.isupper() and len(name.text) > 1:
            forms += [
                name_words(run)
                for run in _INITIALS.findall(text)
                if _initials(run).removeprefix("t") == name.words[0].removeprefix("t")
            ]
    else:
        joined = " ".join(name.words)
        forms += [(short,) for short, long in english.SPELLED_OUT.items() if long == joined]
        forms.append((_initials(name.text),))
    return tuple(form for form in forms if form)


def _initials(run: str) -> str:
    """The capitals that open the words of a long name; of a single word "-"."""
    if " " not in run:
        return "-"
    return "".join(word[0] for word in run.split() if word[:1].isupper()).lower()


@cache
def _nation_table() -> dict[str, frozenset[str]]:
    groups = [frozenset(line.split()) for line in english.DEMONYMS.split(";")]
    return {word: group for group in groups for word in group}


def _nations(word: str) -> frozenset[str]:
    """A country, its people and its language."""
    return _nation_table().get(word, frozenset())


def same_name(a: Name, b: Name) -> bool:
    """Whether two names may be of one thing: in whole, in part or by its initials."""
    mine, theirs = set(a.words), set(b.words)
    if mine <= theirs or theirs <= mine:
        return True
    if (bearing(b.text).holds_word(a.head) and len(a.words) == 1) or (
        b.head in mine and len(b.words) == 1
    ):
        return True
    return _initials(a.text) in theirs or _initials(b.text) in mine


def spelled_out(texts: Iterable[str]) -> tuple[Abbreviation, ...]:
    """The abbreviations that any of ``texts`` spells out."""
    return tuple(dict.fromkeys(a for text in texts for a in find_abbreviations(text)))

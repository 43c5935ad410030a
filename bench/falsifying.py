"""One change that makes a true sentence false, for each kind of mistake; no hand work per pair."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.support.amounts import find_amounts
from assistant.support.dates import find_dates
from assistant.support.english_numbers import MONTHS, UNITS
from assistant.support.names import Name, find_names
from assistant.support.polarity import find_negations
from assistant.support.wording import base, holding, read_words, term_bag
from index.english import stem

CHANGES = ("number", "date", "name", "negation", "swapped roles", "half-truth", "word")
"""The kinds made by changing the sentence. "another passage" changes what it cites instead."""

_SYMMETRIC = re.compile(r"\b(?:and|or|with|between|alongside)\b", re.IGNORECASE)
_EQUALS = re.compile(
    r"\b(?:both|together|jointly|partner\w*|collaborat\w*|joined|compared)\b", re.IGNORECASE
)
_OTHER_CLAUSE = re.compile(r", (?:and|while|whereas)\b|\b(?:while|whereas)\b")
_REMOVED = (
    (re.compile(r"\bcannot\b"), "can"),
    (re.compile(r"\b(\w+)n['’]t\b"), r"\1"),
    (re.compile(r"\b(?:never|not) "), ""),
    (re.compile(r"\bNo other "), "Another "),
    (re.compile(r"\bNo (?=\w)"), "A "),
    (re.compile(r"\bno (?=\w)"), "a "),
    (re.compile(r"\bwithout\b"), "with"),
    (re.compile(r"\bnobody\b"), "somebody"),
)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|can|could|will|would|may|might|must|should|(?:has|have|had) been)\b"
    r"(?! (?:not|only|just)\b)"
)
_SHORTEST = 4
_NEAR = 0.6
_FULL_MONTHS = [name.capitalize() for name in MONTHS if len(name) > 3 and name != "sept"] + ["May"]


@dataclass(frozen=True)
class Pool:
    """What one corpus has to swap in: names of its documents, true sentences of its other pairs,
    and plain words.
    """

    names: Sequence[str]
    sentences: Sequence[str]
    words: Sequence[str]


def falsify(sentence: str, quote: str, kind: str, pool: Pool, seed: str) -> str | None:
    """``sentence`` with one change of ``kind``; None where it holds nothing of the kind.

    The same seed gives the same change. What is put in stands nowhere in ``quote``.
    """
    changes: dict[str, Callable[[str, str, Pool, random.Random], str | None]] = {
        "number": _number,
        "date": _date,
        "name": _name,
        "negation": _negation,
        "swapped roles": _roles,
        "half-truth": _half,
        "word": _word,
    }
    changed = changes[kind](sentence, quote, pool, random.Random(f"{kind} {seed}"))
    return None if changed == sentence else changed


def _number(sentence: str, quote: str, _: Pool, chance: random.Random) -> str | None:
    dates = find_dates(sentence)
    amounts = [
        a
        for a in find_amounts(sentence)
        if not any(a.span.overlap(d.span) for d in dates)
        and a.kind != "ordinal"
        and (a.value != 1 or sentence[a.span.start].isdigit())
    ]
    if not amounts:
        return None
    amount = chance.choice(amounts)
    known = {a.value for a in (*find_amounts(quote), *find_amounts(sentence))}
    old = amount.span.cut(sentence)
    for _attempt in range(20):
        new = _other_number(old, chance)
        if new is not None and not known & {a.value for a in find_amounts(new)}:
            return sentence[: amount.span.start] + new + sentence[amount.span.end :]
    return None


def _other_number(old: str, chance: random.Random) -> str | None:
    """Another number of the same form."""
    if old[0].isalpha():
        words = list(UNITS)[2:13]
        new = chance.choice(words)
        head = old.split()[0].split("-")[0]
        new = old.replace(head, new, 1) if head.lower() in UNITS and len(old) > len(head) else new
        return new.capitalize() if old[0].isupper() else new
    places = [i for i, c in enumerate(old) if c.isdigit()]
    at = chance.choice(places)
    digit = chance.choice([d for d in "123456789" if d != old[at]])
    return old[:at] + digit + old[at + 1 :]


def _date(sentence: str, quote: str, _: Pool, chance: random.Random) -> str | None:
    dates = find_dates(sentence)
    if not dates:
        return None
    date = chance.choice(dates)
    text = date.span.cut(sentence)
    year = re.search(r"\d{4}", text)
    month = re.search("|".join(_FULL_MONTHS), text)
    day = re.search(r"\b\d{1,2}\b", text)
    parts = [m for m in (year, month, day) if m]
    if not parts:
        return None
    part = chance.choice(parts)
    old = part.group()
    for _attempt in range(20):
        if part is month:
            new = chance.choice([m for m in _FULL_MONTHS if m != old])
        elif part is year:
            new = str(int(old) + chance.choice([-10, -3, -2, -1, 1, 2, 3, 10]))
        else:
            new = str(chance.choice([d for d in range(1, 29) if str(d) != old]))
        if not re.search(rf"\b{new}\b", quote):
            at = date.span.start + part.start()
            return sentence[:at] + new + sentence[at + len(old) :]
    return None


def _name(sentence: str, quote: str, pool: Pool, chance: random.Random) -> str | None:
    names = [n for n in find_names(sentence) if not n.opens or n.text in pool.names]
    if not names:
        return None
    name = chance.choice(names)
    known = {w for n in (*find_names(quote), *find_names(sentence)) for w in n.words}
    others = [
        n for n in pool.names if not {w for o in find_names(f"x {n}") for w in o.words} & known
    ]
    like = [n for n in others if len(n.split()) == len(name.text.split())] or others
    if not like:
        return None
    return sentence[: name.span.start] + chance.choice(like) + sentence[name.span.end :]


def _negation(sentence: str, _quote: str, _: Pool, _chance: random.Random) -> str | None:
    if find_negations(sentence):
        for pattern, replacement in _REMOVED:
            if pattern.search(sentence):
                return _capital(pattern.sub(replacement, sentence, count=1))
        return None
    auxiliary = _AUXILIARY.search(sentence)
    if auxiliary:
        first = auxiliary.group().split()[0]
        at = auxiliary.start() + len(first)
        return f"{sentence[:at]} not{sentence[at:]}"
    verb = next((w for w in read_words(sentence) if w.is_verb and w.start), None)
    return f"{sentence[: verb.start]}never {sentence[verb.start :]}" if verb else None


def _roles(sentence: str, quote: str, _: Pool, chance: random.Random) -> str | None:
    names = [n for n in find_names(sentence) if not n.opens or n.text in quote]
    names = [n for n in names if n.text[0].isupper() and not re.search(r"-[a-z]", n.text)]
    pairs = [
        (a, b)
        for i, a in enumerate(names)
        for b in names[i + 1 :]
        if not set(a.words) & set(b.words) and _are_apart(a, b, sentence)
    ]
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    between = sentence[a.span.end : b.span.start]
    return sentence[: a.span.start] + b.text + between + a.text + sentence[b.span.end :]


def _are_apart(a: Name, b: Name, sentence: str) -> bool:
    """Whether a verb stands between two names and nothing makes them equals."""
    between = sentence[a.span.end : b.span.start]
    verbs = [w for w in read_words(sentence) if a.span.end <= w.start < b.span.start and w.is_verb]
    if not verbs:
        return False
    if _EQUALS.search(sentence):
        return False
    return not _SYMMETRIC.search(between) or _OTHER_CLAUSE.search(between) is not None


def _half(sentence: str, _quote: str, pool: Pool, chance: random.Random) -> str | None:
    other = chance.choice([s for s in pool.sentences if s != sentence])
    names = find_names(other)
    if not (names and names[0].span.start == 0):
        other = other[0].lower() + other[1:]
    return f"{sentence.rstrip('. ')}, and {other}"


def _word(sentence: str, quote: str, pool: Pool, chance: random.Random) -> str | None:
    """Another word of the corpus, of the same ending, in the place of a plain one."""
    known = term_bag(quote) | term_bag(sentence)
    own = [w for w in read_words(sentence) if w.term and is_plain(sentence[w.start : w.end])]
    chance.shuffle(own)
    for word in own:
        others = [w for w in pool.words if _ending(w) == _ending(word.surface)]
        far = [w for w in others if holding(base(stem(w)), known) < _NEAR]
        if far:
            return sentence[: word.start] + chance.choice(far) + sentence[word.end :]
    return None


def is_plain(word: str) -> bool:
    """Whether a word is of small letters, and long enough to tell something."""
    return word.isascii() and word.isalpha() and word.islower() and len(word) >= _SHORTEST


def _ending(word: str) -> str:
    return next((e for e in ("ing", "ed", "ly", "tion", "s", "al", "er") if word.endswith(e)), "")


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]

"""Who did what to whom, as far as the order of names around a verb tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.support import english_claims as english
from assistant.support.names import Name, find_names, same_name
from assistant.support.wording import Word, holding, read_words
from index.english import stem

_POSSESSIVE = re.compile(r"['’]s?\b|['’]\B")
_ARTICLES = ("the", "a", "an", "its", "their", "his", "her")
_RELATIVE = ("which", "who", "whose", "that")
_PRONOUNS = ("he", "she", "it", "they", "we", "you", "i", "this", "these", "those", "that")
_ALIKE = 0.7
_LONGEST_TITLE = 6
_COORDINATE = re.compile(
    r"(?:\s*,\s*|\s*,?\s+(?:and|or|&|together with|along with|as well as)\s+)"
    r"(?:the\s+)?(?:[A-Z]?[a-z]+\s+){0,3}"
)


@dataclass(frozen=True, slots=True)
class Event:
    """A verb with the names that do it and the names it is done to; either may be empty."""

    verb: str
    agents: tuple[Name, ...]
    patients: tuple[Name, ...]


@lru_cache(maxsize=20_000)
def find_events(text: str) -> tuple[Event, ...]:
    """The verbs of ``text`` that have a name on some side, with these names.

    >>> [(e.verb, e.agents[0].text) for e in find_events("Beta was bought by Acme.")]
    [('buy', 'Acme')]
    """
    words, names = read_words(text), [name for name in find_names(text) if not name.opens]
    core = [name for name in names if _is_core(name, names, words, text)]
    events = []
    for word in words:
        event = None
        if word.is_verb and word.term:
            event = _event(word, words, core, text)
        elif word.term:
            event = _office(word, words, core, names)
        if event and (event.agents or event.patients):
            events.append(event)
    return tuple(events)


def _event(word: Word, words: Sequence[Word], core: Sequence[Name], text: str) -> Event:
    clause = [w for w in words if w.clause == word.clause]
    start, end = clause[0].start, clause[-1].end
    before = tuple(n for n in core if start <= n.span.start and n.span.end <= word.start)
    if not before and _goes_on(word, clause):
        earlier = [n for n in core if n.span.end <= word.start]
        before = tuple(earlier[-1:] if clause[0].surface in _RELATIVE else earlier[:1])
    before = _with_joined(before, core, text)
    after = tuple(n for n in core if word.end <= n.span.start < end)
    behind = [n for n in find_names(text) if word.end <= n.span.start < end]
    by = tuple(n for n in behind if _follows_by(n, words))
    by += tuple(n for n in behind if n not in by and _joined_before(n, behind, text) in by)
    is_participle = clause[0] is word and word.surface.endswith("ed")
    if by or is_participle or english.PASSIVE.search(text[: word.start]):
        return Event(word.term, by, before)
    following = words[words.index(word) + 1 : words.index(word) + 2]
    if not after and following and following[0].surface in english.PREPOSITIONS:
        return Event(word.term, (), ())  # "the ship built in 1905": done by it or to it
    return Event(word.term, before, after)


def _office(
    word: Word, words: Sequence[Word], core: Sequence[Name], names: Sequence[Name]
) -> Event | None:
    """What "Ann is the chair of Acme" says, as if it were "Ann chairs Acme"."""
    i = words.index(word)
    after, before = words[i + 1 : i + 3], words[max(0, i - 4) : i]
    if not after or after[0].surface != "of" or not any(w.surface in _ARTICLES for w in before):
        return None
    start = after[1].end if len(after) > 1 and after[1].surface in _ARTICLES else after[0].end
    of = tuple(n for n in names if 0 < n.span.start - start <= 1)
    who = [n for n in core if n.span.end <= word.start and _is_near(n, word, words)]
    return Event(word.term, tuple(who[-1:]), of) if of and who else None


def _is_near(name: Name, word: Word, words: Sequence[Word]) -> bool:
    """Whether only "is", articles and such stand between a name and the office it holds."""
    between = [w for w in words if name.span.end <= w.start < word.start]
    return sum(bool(w.term) for w in between) <= 1


def _goes_on(word: Word, clause: Sequence[Word]) -> bool:
    """Whether a clause has no subject of its own: "... and took", "..., a pioneer, brought"."""
    between = clause[1 : clause.index(word)] if word in clause[1:] else ()
    if any((w.term and not w.surface.endswith("ly")) or w.surface in _PRONOUNS for w in between):
        return False
    return clause[0] is word or clause[0].surface in (*_RELATIVE, "and", "but", "or", "then")


def _is_core(name: Name, names: Sequence[Name], words: Sequence[Word], text: str) -> bool:
    """Whether a name may be subject or object: behind no preposition, no possessive."""
    if _POSSESSIVE.match(text, name.span.end) or _is_modifier(name, words):
        return False
    before = _without_article([w for w in words if w.end <= name.span.start])
    if not before:
        return True
    if before[-1].surface in english.PREPOSITIONS or before[-1].surface == "by":
        return False
    joined = _joined_before(name, names, text)
    return _is_core(joined, names, words, text) if joined else True


def _is_modifier(name: Name, words: Sequence[Word]) -> bool:
    """Whether a noun follows that the name only tells more of: "the Acme engine"."""
    after = next((w for w in words if w.start >= name.span.end), None)
    if after is None or after.start != name.span.end + 1:
        return False
    return bool(after.term) and not after.is_verb and after.surface.isalpha()


def _without_article(before: Sequence[Word]) -> Sequence[Word]:
    """The words before a name less those that belong to it: "with the engineer" gives "with"."""
    for i in range(len(before) - 1, max(-1, len(before) - _LONGEST_TITLE), -1):
        if before[i].surface in _ARTICLES:
            return before[:i]
        if before[i].surface in english.PREPOSITIONS:
            return before[: i + 1]
        if not before[i].term or before[i].is_verb:
            break
    return before


def _joined_before(name: Name, names: Sequence[Name], text: str) -> Name | None:
    """The name that "and" or a comma joins ``name`` to, if any."""
    found = [n for n in names if _COORDINATE.fullmatch(text, n.span.end, name.span.start)]
    return found[-1] if found else None


def _with_joined(found: Sequence[Name], names: Sequence[Name], text: str) -> tuple[Name, ...]:
    """``found`` and the names that are joined before them."""
    every = list(found)
    for name in found:
        joined = _joined_before(name, names, text)
        while joined is not None and joined not in every:
            every.append(joined)
            joined = _joined_before(joined, names, text)
    return tuple(every)


def _follows_by(name: Name, words: Sequence[Word]) -> bool:
    before = _without_article([w for w in words if w.end <= name.span.start])
    return bool(before) and before[-1].surface == "by"


@cache
def _converse_table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for pair in english.CONVERSES.replace("\n", ";").split(";"):
        words = pair.split()
        if len(words) == 2:
            a, b = stem(words[0]), stem(words[1])
            table.setdefault(a, set()).add(b)
            table.setdefault(b, set()).add(a)
    return {word: frozenset(found) for word, found in table.items()}


def swaps_roles(claim: str, evidence: str) -> bool:
    """Whether a verb that both hold has its names the other way round in ``claim``.

    Where the evidence tells of the verb several times, once in agreement is enough.

    >>> swaps_roles("Beta bought Acme.", "Beta was bought by Acme.")
    True
    >>> swaps_roles("Acme bought Beta.", "Beta was bought by Acme.")
    False
    """
    theirs = find_events(evidence)
    for mine in find_events(claim):
        same = [turned for other in theirs if (turned := _as_told(mine, other)) is not None]
        if same and all(_conflict(mine, other) for other in same):
            return True
    return False


def _as_told(mine: Event, other: Event) -> Event | None:
    """``other`` from the side that ``mine`` is told from; None where it is another event."""
    if other.verb in _converse_table().get(mine.verb, frozenset()):
        return Event(mine.verb, other.patients, other.agents)
    return other if holding(mine.verb, frozenset({other.verb})) >= _ALIKE else None


def _conflict(mine: Event, other: Event) -> bool:
    out = _moved(mine.agents, other.patients, other.agents)
    back = _moved(mine.patients, other.agents, other.patients)
    if mine.verb != other.verb:
        return out and back
    if out or back:
        return True
    if not mine.agents or not other.agents:
        return False
    return not any(_among(name, other.agents) for name in mine.agents)


def _moved(names: Sequence[Name], wrong: Sequence[Name], right: Sequence[Name]) -> bool:
    return any(_among(name, wrong) and not _among(name, right) for name in names)


def _among(name: Name, others: Sequence[Name]) -> bool:
    return any(same_name(name, other) for other in others)

"""The sides of a comparison, and what is asked of each: "compare the price of A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant import english_forms as english
from assistant.comparison import Comparison, by_clauses
from assistant.english_sentences import ASPECT_OF
from assistant.expressions import names as find_names
from assistant.matching import term_set
from assistant.naming import without_article
from assistant.residue import set_apart
from corpus.document import Span
from index.words import terms

_MAX_SIDES = 6
_MAX_WORDS = 8
_POSSESSED = re.compile(r"^['’]s?(?=\s)")


def read_comparison(text: str) -> Comparison | None:
    """The comparison that ``text`` asks for; null where it sets no two things side by side.

    >>> read_comparison("Compare the price of oak and pine").questions
    ('the price of oak', 'the price of pine')
    """
    text = text.strip(" ?.!")
    return next((found for found in _readings(text) if _is_sound(found)), None)


def in_contest_order(text: str) -> str:
    """A question which of two is more with the two behind: "which is older, A or B?"; any other
    as it stands.
    """
    match = next(_matches(english.CONTESTED, text.strip(" ?.!")), None)
    if match is None:
        return text
    asks = f"{match['asks']}{match.groupdict().get('more') or ''}"
    return f"{asks}, {match['a']} or {match['b']}?"


def _is_sound(comparison: Comparison) -> bool:
    sides = comparison.sides
    if not 1 < len(sides) <= _MAX_SIDES or len({side.lower() for side in sides}) < len(sides):
        return False
    return all(terms(side) and len(side.split()) <= _MAX_WORDS for side in sides)


def _readings(text: str) -> Iterator[Comparison]:
    """The ways to read ``text`` as a comparison, the surest first."""
    for match in _matches(english.CONTESTED, text):
        yield _contested(match)
    for match in _matches(english.EACH, text):
        asked = f"{match['asks']}{{}} {match['tail']}".strip()
        yield Comparison.asking(_sides(english.SET_BESIDE.sub("", match["sides"])), asked)
    parallel = english.PARALLEL.match(text)
    if parallel is not None:
        yield _in_parallel(parallel)
    opposed = english.OPPOSED.match(text)
    if opposed is not None:
        yield _opposed(opposed["first"], english.SIDE_LEAD.sub("", opposed["b"]))
    yield from by_clauses(text)
    for match in _matches(english.COMPARED, text):
        yield _compared(match)
    yield Comparison(set_apart(text))
    again = english.AND_WHAT.match(text)
    if again is not None and not english.PRONOUN_AGAIN.search(again["second"]):
        yield _asked_twice(again["first"], again["second"])


def _matches(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[re.Match[str]]:
    return (match for pattern in patterns if (match := pattern.match(text)))


def _contested(match: re.Match[str]) -> Comparison:
    """Two things of which one is more, by what it is more of."""
    sides = _sides(f"{match['a']} vs {match['b']}")
    asked = f"{match['asks']}{match.groupdict().get('more') or ''}".strip()
    words = asked.lower().split()
    aspect = next((ASPECT_OF[word] for word in words if word in ASPECT_OF), "")
    if aspect:
        return Comparison.asking(sides, f"the {aspect} of {{}}")
    return Comparison.asking(sides, f"{{}} {' '.join(words[1:])}")


def _compared(match: re.Match[str]) -> Comparison:
    groups = match.groupdict()
    if groups.get("sides"):
        before, row = _with_aspect(groups["sides"])
    else:
        before, first = _with_aspect(groups["a"])
        row = f"{first} vs {groups['b']}"
    row, behind = _without_tail(row)
    sides, owned = _without_owned(_with_shared_noun(_sides(row)))
    behind = behind or groups.get("tail") or groups.get("in") or ""
    return Comparison.asking(
        sides, f"{before}{{}}{owned} {english.IN_TERMS_OF.sub('', behind)}".strip()
    )


def _with_aspect(text: str) -> tuple[str, str]:
    """What is asked in front of the names, and the names."""
    for pattern in (english.ASPECT_BEFORE, english.ASKED_BEFORE):
        match = pattern.match(text)
        if match is not None and terms(text[match.end() :]):
            return match["aspect"], text[match.end() :]
    return "", text


def _joint(row: str) -> re.Match[str] | None:
    """What stands between the first sides and the last: "vs" before any "and"."""
    return english.STRONG_JOINT.search(row) or english.SIDE_JOINT.search(row)


def _without_tail(row: str) -> tuple[str, str]:
    """The row of names, and what is asked behind the last of them."""
    joint = _joint(row)
    end = english.SIDE_END.search(row, joint.end() + 1) if joint else None
    return (row[: end.start()], row[end.start() :].strip(" ,")) if end else (row, "")


def _sides(row: str) -> tuple[str, ...]:
    """The names of "A, B and C", "A with B" and "A vs B", without their articles."""
    joint = _joint(row)
    if joint is None:
        return ()
    first, last = row[: joint.start()], row[joint.end() :]
    is_strong = english.STRONG_JOINT.fullmatch(joint.group()) is not None
    parts = [*(first.split(",")), *([last] if is_strong else english.NEXT_SIDE.split(last))]
    plain = (english.SIDE_LEAD.sub("", part.strip(" ,\"“”'")) for part in parts)
    return tuple(without_article(side).strip() for side in plain if side)


def _with_shared_noun(sides: tuple[str, ...]) -> tuple[str, ...]:
    """The sides of "wet and dry docks": the noun goes with all."""
    if not sides or not "".join(sides).islower():
        return sides
    last = sides[-1].split()
    if len(last) != 2 or any(len(side.split()) > 1 for side in sides[:-1]):
        return sides
    return (*(f"{side} {last[-1]}" for side in sides[:-1]), sides[-1])


def _without_owned(sides: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The owners of "A's and B's roles", and what they own: "'s roles"."""
    last = english.OWNER.match(sides[-1]) if sides else None
    if last is None:
        if len(sides) < 2 or not english.POSSESSIVE.search(sides[-1]):
            return sides, ""
        first = english.OWNER.match(sides[0])
        return (_owners(sides), f"'s {first['owned']}") if first else (sides, "")
    return _owners(sides), f"'s {last['owned']}"


def _owners(sides: tuple[str, ...]) -> tuple[str, ...]:
    found = ((english.OWNER.match(side), side) for side in sides)
    return tuple(english.POSSESSIVE.sub("", m["owner"] if m else side) for m, side in found)


def _in_parallel(match: re.Match[str]) -> Comparison:
    """The sides of two clauses that say the same of different names; no sides where they do not."""
    first, second = match["first"], match["second"]
    mine = _other_names(first, second)
    theirs = _other_names(second, first)
    if not mine or not theirs:
        return Comparison(())
    b = theirs[-1]
    a = next((n for n in mine if _word_before(first, n) == _word_before(second, b)), mine[0])
    one, other = a.cut(first), b.cut(second)
    rest = term_set(second) - term_set(other)
    if not rest <= term_set(first):
        return Comparison(())
    asked = f"{first[: a.start]}{{}}{first[a.end :]}"
    behind = f" {(match['lead'] or '').strip(' ,')}".rstrip()
    return Comparison.asking((one, other), asked + behind)


def _word_before(text: str, name: Span) -> str:
    return next(iter(text[: name.start].lower().split()[-1:]), "")


def _other_names(text: str, other: str) -> list[Span]:
    """The names of ``text`` that ``other`` does not hold."""
    known = term_set(other)
    return [span for span in find_names(text) if not term_set(span.cut(text)) & known]


def _opposed(first: str, b: str) -> Comparison:
    """A question of one name, put of the other too: of several, the one that owns as the other
    does, else the first.
    """
    found = list(find_names(first))
    if not found:
        return Comparison(())
    one = found[0]
    a, other = _owner(one.cut(first)), _owner(b)
    tail = first[one.end :]
    return Comparison.asking((a, other), f"{first[: one.start]}{{}}{_POSSESSED.sub('', tail)}")


def _owner(name: str) -> str:
    """A name without the sign of owning, if it has one."""
    return english.POSSESSIVE.sub("", name)


def _asked_twice(first: str, second: str) -> Comparison:
    """The sides of "what did A bring, and what did B gain", each with its own question."""
    mine, theirs = list(find_names(first)), list(find_names(second))
    if not mine or not theirs:
        return Comparison(())
    one, other = mine[0], theirs[0]
    a, b = one.cut(first), other.cut(second)
    rest = second[other.end :].strip(" ,?")
    asked = f"{first[: one.start]}{b}{first[one.end :]}"
    if terms(rest):
        asked = f"{first.split()[0]} {second.strip()}"
    return Comparison((a, b), (first, asked))

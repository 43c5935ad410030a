"""The sides of a comparison, and what is asked of each: "compare the price of A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant import english_forms as english
from assistant.arrangement import arranged
from assistant.beside import read_against, read_beside, things
from assistant.clauses import read_clauses, read_compared_clause
from assistant.comparison import Comparison, by_clauses
from assistant.english_beside import MORE_ASKED
from assistant.english_sentences import ASPECT_OF
from assistant.expressions import names as find_names
from assistant.matching import term_set
from assistant.naming import without_article
from assistant.opposing import read_opposing
from assistant.partners import read_partners
from assistant.residue import set_apart
from assistant.shared_words import in_full, like_first, with_shared_noun, without_repeated
from assistant.unnamed import read_unnamed
from corpus.document import Span
from index.words import terms

_MAX_SIDES = 6
_MAX_WORDS = 10
_POSSESSED = re.compile(r"^['’]s?(?=\s)")


def read_comparison(text: str) -> Comparison | None:
    """The comparison that ``text`` asks for; null where it sets no two things side by side.

    >>> read_comparison("Compare the price of oak and pine").questions
    ('the price of oak', 'the price of pine')
    """
    text = arranged(text)
    twice = read_partners(text)
    if twice is not None:
        return twice
    beside = next(filter(_is_sound, read_beside(text)), None) or _against(text)
    return beside or read_named(text) or _opposing(text) or read_unnamed(text)


def read_named(text: str) -> Comparison | None:
    """As ``read_comparison``, of things that stand in one sentence with what is asked of them."""
    by_aspects = _by_aspects(text)
    if by_aspects is not None:
        return by_aspects
    return next((_spelled(found) for found in _readings(text) if _is_sound(found)), None)


def _against(text: str) -> Comparison | None:
    """A thing set against a clause that says something else of another, not the same."""
    parallel = english.PARALLEL.match(text)
    is_same = parallel is not None and _is_sound(_in_parallel(parallel))
    return None if is_same else read_against(text)


def _opposing(text: str) -> Comparison | None:
    found = read_opposing(text)
    return found if found is not None and _is_sound(found) else None


def _spelled(found: Comparison) -> Comparison:
    return found if found.questions else replace(found, sides=in_full(found.sides))


def _by_aspects(text: str) -> Comparison | None:
    """Two things compared by what stands behind them: "A vs B: price and weight"."""
    match = english.ASPECTS_BEHIND.match(text)
    aspects = english.ASPECTS.split(match["aspects"].strip(" .")) if match else []
    if match is None or not all(english.ASPECT.fullmatch(a.strip()) for a in aspects):
        return None
    is_said = english.SETS_BESIDE.search(match["row"]) is not None
    is_row = english.IN_A_ROW.search(match["row"]) is not None
    is_row = is_row and (match["mark"] != "," or len(things(match["row"])) > 1)
    if not (is_said or is_row):
        return None
    row = match["row"] if is_said else f"compare {match['row']}"
    found = next((found for found in _readings(row) if _is_sound(found)), None)
    if found is None or found.further or not _asks_no_more(found):
        return None
    names = found.questions or found.sides
    each = [tuple(f"the {aspect.strip()} of {name}" for name in names) for aspect in aspects]
    return Comparison(found.sides, each[0], tuple(each[1:]))


def _asks_no_more(comparison: Comparison) -> bool:
    """Whether nothing is asked of the sides but when or where: "A in 1900"."""
    pairs = zip(comparison.questions, comparison.sides, strict=False)
    return all(question.lower().startswith(side.lower()) for question, side in pairs)


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
    clauses = read_clauses(text)
    if clauses is not None:
        yield clauses
    yield from by_clauses(text)
    yield from read_compared_clause(text)
    for match in _matches(english.COMPARED, text):
        yield _compared(match)
    yield Comparison(set_apart(text))
    again = english.AND_WHAT.match(text)
    if again is not None and not english.PRONOUN_AGAIN.search(again["second"]):
        yield _asked_twice(again["first"], again["second"], (again["lead"] or "").strip(" ,"))


def _matches(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[re.Match[str]]:
    return (match for pattern in patterns if (match := pattern.match(text)))


def _contested(match: re.Match[str]) -> Comparison:
    """Two things of which one is more, by what it is more of."""
    more = MORE_ASKED.search(match["b"])
    b = match["b"][: more.start()] if more else match["b"]
    sides = _sides(f"{match['a']} vs {b}")
    further = (tuple(f"{more['more']} ({side})" for side in sides),) if more else ()
    asked = f"{match['asks']}{match.groupdict().get('more') or ''}".strip()
    words = asked.lower().split()
    aspect = next((ASPECT_OF[word] for word in words if word in ASPECT_OF), "")
    if aspect:
        found = Comparison.asking(sides, f"the {aspect} of {{}}")
    else:
        found = Comparison.asking(sides, f"{{}} {' '.join(words[1:])}")
    return replace(found, further=(*found.further, *further))


def _compared(match: re.Match[str]) -> Comparison:
    groups = match.groupdict()
    if groups.get("sides"):
        before, row = _with_aspect(groups["sides"])
    else:
        before, first = _with_aspect(groups["a"])
        row = f"{first} vs {groups['b']}"
    row, behind = _without_tail(row)
    named = without_repeated(before, _sides(row))
    sides, owned = _without_owned(with_shared_noun(named))
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
    bare = [part.strip(" ,\"“”'") for part in parts]
    like = (bare[0], *(like_first(bare[0], part) for part in bare[1:]))
    plain = (english.SIDE_LEAD.sub("", part) for part in like)
    return in_full(tuple(without_article(side).strip() for side in plain if side))


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


def _asked_twice(first: str, second: str, lead: str) -> Comparison:
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
    behind = f" {lead}" if lead else ""
    return Comparison((a, b), (f"{first}{behind}", f"{asked}{behind}"))

"""What the sides of a comparison have in common though only one of them says it."""

from __future__ import annotations

from assistant import english_forms as english
from assistant.english_verbs import PREPOSITIONS
from assistant.naming import without_article


def in_full(sides: tuple[str, ...]) -> tuple[str, ...]:
    """The sides with what they share: "options A and B", "the first and the second test"."""
    if len(sides) < 2:
        return sides
    sides = tuple(english.KIND_WITHIN.sub("", side) for side in sides)
    lettered = english.LETTERED.match(sides[0])
    marks = [mark for side in sides[1:] if (mark := english.MARK.match(side))]
    if lettered is not None and len(marks) == len(sides) - 1:
        tail = marks[-1]["tail"] or ""
        return tuple(f"{lettered['noun']} {one['mark']}{tail}" for one in (lettered, *marks))
    sides = with_shared_tail((_without_kind(sides[0], sides[1:]), *sides[1:]))
    opens, _, rest = sides[-1].partition(" ")
    if rest and all(english.ORDINAL.match(word) for word in (*sides[:-1], opens)):
        return (*(f"{side} {rest}" for side in sides[:-1]), sides[-1])
    return sides


def _without_kind(side: str, others: tuple[str, ...]) -> str:
    """The first side without the kind that all are of: "the guides Ada and Ben"."""
    kind = english.KIND_BEFORE.match(side)
    rest = side[kind.end() :] if kind else ""
    is_like = all(other[0].isupper() == rest[0].isupper() for other in others) if rest else False
    return rest if is_like and (rest[0].isupper() or " " not in "".join((rest, *others))) else side


def like_first(first: str, side: str) -> str:
    """A side that is named by what sets it apart from the first.

    >>> like_first("drought of 2005", "one of 2010"), like_first("wet docks", "dry ones")
    ('drought of 2010', 'dry docks')
    >>> like_first("frosts of 1850", "1871 in the south")
    'frosts of 1871 in the south'
    >>> like_first("odd number", "one that is even")
    'number that is even'
    """
    year = english.OF_YEAR.match(first)
    if year is not None and english.YEAR.match(side):
        return f"{year['head']}{side}"
    match = english.LIKE_FIRST.match(side)
    head, joint, _ = first.partition(f" {match['joint']} ") if match else ("", "", "")
    if match and joint:
        return f"{head} {match['rest']}"
    if match and match["joint"].lower() in english.TOLD_BY_CLAUSE and first:
        return f"{first.split()[-1]} {match['rest']}"
    *words, last = side.split() or [""]
    is_one = words and last.lower() in english.ONES and words[-1] not in first.split()
    return " ".join((*words, first.split()[-1])) if is_one and first else side


def with_shared_noun(sides: tuple[str, ...]) -> tuple[str, ...]:
    """The sides of "wet and dry docks": the noun goes with all."""
    if not sides or not "".join(sides).islower():
        return sides
    last = sides[-1].split()
    if len(last) != 2 or any(len(side.split()) > 1 for side in sides[:-1]):
        return sides
    return (*(f"{side} {last[-1]}" for side in sides[:-1]), sides[-1])


def with_shared_tail(sides: tuple[str, ...]) -> tuple[str, ...]:
    """The sides of "wet docks and dry docks for barges": what is said behind the last goes with all
    that are called the same.

    >>> with_shared_tail(("wet docks", "dry docks for barges"))
    ('wet docks for barges', 'dry docks for barges')
    >>> with_shared_tail(("mill", "barn at Pell"))
    ('mill', 'barn at Pell')
    >>> with_shared_tail(("mate with 2 years", "cook with 9 years at Pell"))
    ('mate with 2 years at Pell', 'cook with 9 years at Pell')
    """
    words = sides[-1].split()
    again = _behind_parallel(sides)
    if again:
        return (*(f"{side} {again}" for side in sides[:-1]), sides[-1])
    at = next((i for i, word in enumerate(words) if i and word in PREPOSITIONS), None)
    if at is None or at < 2:
        return sides
    tail = " ".join(words[at:])
    others = [side.split() for side in sides[:-1]]
    are_like = all(o[-1] == words[at - 1] and not PREPOSITIONS & set(o) for o in others if o)
    return (*(f"{side} {tail}" for side in sides[:-1]), sides[-1]) if are_like else sides


def _behind_parallel(sides: tuple[str, ...]) -> str:
    """What stands behind the last side once it has all the prepositions of the others."""
    joints = [[w for w in side.split() if w in PREPOSITIONS] for side in sides]
    n = len(joints[0])
    if not n or any(j != joints[0] for j in joints[:-1]) or joints[-1][:n] != joints[0]:
        return ""
    words = sides[-1].split()
    places = [i for i, word in enumerate(words) if word in PREPOSITIONS]
    return " ".join(words[places[n] :]) if len(places) == n + 1 else ""


def without_repeated(aspect: str, sides: tuple[str, ...]) -> tuple[str, ...]:
    """The sides of "the part of A and the part of B", what is asked of all taken off each.

    >>> without_repeated("the part of ", ("Ada", "part of Ben"))
    ('Ada', 'Ben')
    >>> without_repeated("pay of ", ("Ada", "of Ben"))
    ('Ada', 'Ben')
    """
    asked = without_article(aspect).lower()
    *_, last = asked.removesuffix("the ").split() or [""]
    for repeated in filter(None, (asked, f"{last} " if last in PREPOSITIONS else "")):
        n = len(repeated)
        sides = tuple(side[n:] if side.lower().startswith(repeated) else side for side in sides)
    return tuple(without_article(side) for side in sides)

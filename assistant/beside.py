"""Several things named, and behind them one question for each: "A or B? How do they compare?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant import english_beside as english
from assistant.comparison import Comparison
from assistant.english import PRONOUN
from assistant.english_forms import SET_BESIDE, TWO_ASKED
from assistant.english_verbs import AUXILIARIES, BASES, BY_FORM, DETERMINERS, PREPOSITIONS
from assistant.expressions import names
from assistant.matching import term_set
from assistant.naming import without_article
from assistant.shared_words import in_full, like_first

_MOST_WORDS, _MOST_SIDES, _MOST_ASPECTS = 10, 6, 5
_MOST_ASPECT_WORDS = 7
_BEHIND_VERB = DETERMINERS | {"together", "something"}


def read_beside(text: str) -> Iterator[Comparison]:
    """The ways to read ``text`` as one question put of several things that it names apart from it.

    >>> next(read_beside("Oak or ash? What do they cost?")).questions
    ('What do Oak cost', 'What do ash cost')
    """
    compared = english.COMPARE_BY.match(text)
    if compared is not None and compared["row"]:
        sides = things(compared["row"])
        yield from _by_aspects(sides, compared["aspects"])
    for opens in english.OPENS.finditer(text):
        row, asked = text[: opens.start()], text[opens.end() :].strip(" ?.!")
        plain = _without_wish(asked)
        if not plain:
            continue
        sides = things(row)
        if len(sides) > 1:
            is_wished = plain != asked or SET_BESIDE.match(row.strip()) is not None
            yield from _asked_of(sides, plain, row, is_wished=is_wished)
        elif english.ASKS.match(plain):
            yield from _told_of(row, plain)


def goes_back(request: str, before: str) -> bool:
    """Whether a request is about what is named before it: "Ada and Ben came. Who paid each?"."""
    refers = PRONOUN.search(request) or english.DISTRIBUTES.search(request)
    is_named = next(names(re.sub(r"^\W*\w+", "", before)), None) is not None
    return refers is not None and is_named


def read_against(text: str) -> Comparison | None:
    """A thing set against what a clause says: "compare the wages of A with what B got"."""
    match = english.SET_AGAINST.match(text)
    if match is None:
        return None
    sides = tuple(without_article(match[side].strip()) for side in ("a", "b"))
    if not all(map(term_set, sides)):
        return None
    head = english.HEAD.match(match["a"])
    behind = f" ({head['head']})" if head else ""
    return Comparison(sides, (match["a"], f"{match['b']}{behind}"), alone=True)


def _without_wish(asked: str) -> str:
    """What is asked without a wish to see it side by side behind it."""
    parts = [p for p in re.split(r"[?.!;]\s+", asked) if not english.ONLY_COMPARES.match(p)]
    return "; ".join(parts).strip(" ,")


def things(row: str) -> tuple[str, ...]:
    """The things of "A, B or C"; empty where the row is none of short names alone."""
    row = SET_BESIDE.sub("", english.LEAD.sub("", row.strip(" ?.!,:")))
    joints = (english.STRONG_JOINT, english.JOINTS, english.AMPERSAND)
    joint = next((j for j in joints if j.search(row)), english.JOINTS)
    parts = [without_article(p.strip(" \"“”'")) for p in joint.split(row)]
    if not 1 < len(parts) <= _MOST_SIDES or not all(map(_is_thing, parts)):
        return ()
    things = in_full((parts[0], *(like_first(parts[0], p) for p in parts[1:])))
    return things if len({t.lower() for t in things}) == len(things) else ()


def _is_thing(part: str) -> bool:
    """Whether it is a noun phrase: short, and no clause but that of "someone who has ..."."""
    told = english.SOMEBODY.match(part)
    plain = part[told.end() :] if told else part
    words = plain.split()
    if not 0 < len(words) <= _MOST_WORDS or not term_set(part):
        return False
    if words[0].lower() in PREPOSITIONS and not told:
        return False
    return not english.NO_THING.search(plain) and not _has_verb(words)


def _has_verb(words: list[str]) -> bool:
    """Whether a word behind the first is a verb: "Orla sent", "guilds work together"."""
    pairs = pairwise((*words[1:], ""))
    return any(
        word in BY_FORM or (word in BASES and behind in _BEHIND_VERB) for word, behind in pairs
    )


def _asked_of(
    sides: tuple[str, ...], asked: str, row: str, *, is_wished: bool
) -> Iterator[Comparison]:
    """What stands behind the things, put of each of them; ``is_wished``: side by side."""
    compared = english.DIFFER_IN.match(asked) or english.COMPARE_BY.match(asked)
    matched = english.WHO_WHAT.match(asked)
    if compared is not None:
        yield from _by_aspects(sides, compared["aspects"])
    elif matched is not None:
        yield Comparison.asking(sides, f"{matched['what']} {{}} {matched['does']}{matched['rest']}")
    elif not english.ASKS.match(asked) or AUXILIARIES.isdisjoint(asked.lower().split()):
        yield from _by_aspects(sides, english.ASPECTS_LEAD.sub("", asked))
    else:
        each = _of_they(asked) if english.CHOICE.search(row) else asked
        found = list(_distributed(sides, each))
        again = [tuple(f"{one} ({s})" for s in sides) for one in english.NEXT_QUESTION.split(asked)]
        wished = [Comparison(sides, again[0], tuple(again[1:]))] if is_wished else []
        yield from found or wished


def _by_aspects(sides: tuple[str, ...], aspects: str) -> Iterator[Comparison]:
    """A question for each of "price, weight and how big it is" of every side."""
    listed = aspects.strip(" ?.!")
    while (shorter := english.ASPECTS_TAIL.sub("", listed)) != listed:
        listed = shorter
    found = [a.strip() for a in english.NEXT_ASPECT.split(listed) if a.strip()]
    if len(sides) < 2 or re.search(r"[:?]", listed) or not 0 < len(found) <= _MOST_ASPECTS:
        return
    if not all(map(_is_aspect, found)):
        return
    each = [tuple(_of(aspect, side) for side in sides) for aspect in found]
    yield Comparison(sides, each[0], tuple(each[1:]))


def _is_aspect(text: str) -> bool:
    is_said = bool(term_set(text)) or english.ASKS.match(text) is not None
    return is_said and len(text.split()) <= _MOST_ASPECT_WORDS


def _of(aspect: str, side: str) -> str:
    """One aspect of a side, as a question."""
    plain = re.sub(r"^(?:the|their|its)\s+", "", aspect, flags=re.IGNORECASE)
    placed = _with_place(english.THEY.sub(lambda m: "each's" if m["owner"] else "each", plain))
    if "{}" in placed:
        return placed.replace("{}", side)
    return f"{plain} {side}" if english.ASKS.match(plain) else f"the {plain} of {side}"


def _distributed(sides: tuple[str, ...], asked: str, told: str = "") -> Iterator[Comparison]:
    """One or several questions with a word that stands for each side."""
    if english.TOGETHER.search(english.IN_EACH.sub("", asked)) and not _is_of_each(asked):
        return
    two = TWO_ASKED.match(asked)
    of_two = [f"{two['one']} {two['rest']}", f"{two['other']} {two['rest']}"] if two else []
    parts = of_two or [part for part in english.NEXT_QUESTION.split(asked) if part]
    other = english.ONE_AND_OTHER.match(asked)
    asks = [f"{other['asks']}{{}}{other['tail']}"] if other else [_with_place(p) for p in parts]
    if not any("{}" in one for one in asks):
        return
    behind = f" ({told})" if told else ""
    if len(asks) == 1:
        yield Comparison.asking(sides, asks[0] + behind)
        return
    each = [tuple(_put(one, side) + behind for side in sides) for one in asks]
    yield Comparison(sides, each[0], tuple(each[1:]))


def _of_they(asked: str) -> str:
    """A question about "them" as one about each; one that says "each" already as it stands."""
    if english.DISTRIBUTES.search(asked):
        return asked
    return english.THEY.sub(lambda m: "each's" if m["owner"] else "each", asked)


def _is_of_each(asked: str) -> bool:
    return re.search(r"\beach(?! other)\b|\beither\b", asked, re.IGNORECASE) is not None


def _with_place(asked: str) -> str:
    """A question with "{}" for the word that stands for each side."""
    plain = english.EACH_KIND.sub(lambda m: f"{m['noun']} of {{}}", asked)
    plain = english.IN_EACH.sub("for {}", plain)

    def place(match: re.Match[str]) -> str:
        return "{}'s" if match["owns"] or match["owner"] else "{}"

    return plain if "{}" in plain else english.DISTRIBUTES.sub(place, plain)


def _put(asked: str, side: str) -> str:
    return asked.replace("{}", side) if "{}" in asked else f"{asked} ({side})"


def _told_of(told: str, asked: str) -> Iterator[Comparison]:
    """A sentence that names two things, and a question for each behind it."""
    found = list(dict.fromkeys(span.cut(told) for span in names(told)))
    joined = [n for n in found if _is_joined(n, found, told)]
    sides = tuple(joined or found)
    if len(sides) != 2:
        sides = _joined_plainly(told)
    is_each = english.IN_EACH.search(asked) or _is_of_each(asked)
    differ = english.DIFFER_IN.match(asked)
    if len(sides) == 2 and differ is not None:
        yield from _by_aspects(sides, differ["aspects"])
    elif len(sides) == 2 and (is_each or english.ONE_AND_OTHER.match(asked)):
        rest = told
        for side in sides:
            rest = rest.replace(side, " ")
        subject = english.SUBJECT.match(told)
        if subject is not None:
            asked = english.EACH_SET.sub(f"the {subject['noun'].lower()} of each of them", asked)
        words = [w for w in re.findall(r"[\w'’&.-]+", rest) if term_set(w)]
        yield from _distributed(sides, asked, " ".join(words))


def _is_joined(name: str, found: list[str], told: str) -> bool:
    """Whether a name stands beside another, joined by "and"."""
    joint = r"['’]?s?,?\s+(?:and|or)\s+(?:(?:of|at|in|from|by|for|with|to)\s+)?(?:the\s+)?"
    return any(
        re.search(f"{re.escape(a)}{joint}{re.escape(b)}", told)
        for other in found
        if other != name
        for a, b in ((name, other), (other, name))
    )


def _joined_plainly(told: str) -> tuple[str, ...]:
    """The two common nouns that open a sentence: "Academia and industry work together"."""
    match = english.OPENING_PAIR.match(told)
    sides = (match["a"].strip(), match["b"].strip()) if match else ()
    return sides if all(map(_is_thing, sides)) else ()

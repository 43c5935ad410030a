"""Two clauses set against each other: "what did the guild pay, and what did the crown give"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant import english_clauses as english
from assistant.comparison import Comparison
from assistant.english_forms import SIDE_END
from assistant.english_verbs import AUXILIARIES, BASES, BE, BY_FORM, DETERMINERS, PREPOSITIONS
from assistant.expressions import names
from assistant.matching import term_set
from assistant.naming import without_article
from assistant.shared_words import like_first

_MOST_WORDS = 6
_SUPPORTS = AUXILIARIES - {"be", "been", "being"}
_OPENS_PHRASE = DETERMINERS | english.ARTICLES


def read_clauses(text: str) -> Comparison | None:
    """What two clauses that open with the same question word ask of two things; null where they do
    not, or where the second goes on about the first.

    >>> read_clauses("what speaks for oak and what for ash").questions
    ('what speaks for oak', 'what speaks for ash')
    >>> read_clauses("what did the mason carve and what did her uncle paint").sides
    ('mason', 'her uncle')
    """
    match = english.TWO_CLAUSES.match(text)
    if match is None or match["opener"].lower() != match["again"].lower():
        return None
    first, second = match["first"].split(), match["second"].split()
    if english.TWO_CLAUSES.match(match["again"] + " " + match["second"]):
        return None
    opener, behind = match["opener"], f" {(match['lead'] or '').strip(' ,')}".rstrip()
    supports = [[w.lower() for w in words if w.lower() in _SUPPORTS] for words in (first, second)]
    if all(supports):
        is_same = supports[0][0] == supports[1][0]
        if is_same and supports[0][0] in BE:
            return _of_being(opener, first, second, behind)
        return _in_full(opener, first, second, behind) if is_same else None
    if supports[1] or _opens_with_verb(second):
        return None
    if supports[0] or _opens_with_verb(first) or _verb(first) is not None:
        return _cut_short(opener, first, second, behind)
    return _verb_behind(opener, first, second, behind)


def _opens_with_verb(words: Sequence[str]) -> bool:
    """Whether a clause has no subject but its question word: "happens after ..."."""
    word, behind = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    is_form = word.endswith(("s", "ed")) and word not in PREPOSITIONS
    return is_form and (word in BY_FORM or behind in PREPOSITIONS or word.endswith("ed"))


def _in_full(opener: str, first: list[str], second: list[str], behind: str) -> Comparison | None:
    """Two whole clauses, each with a subject of its own."""
    found = [_subject(words) for words in (first, second)]
    if found[0] is None or found[1] is None:
        return None
    (one, after), (other, rest) = found[0], found[1]
    if not rest:
        second = [*second, *after]
    if second[0].lower() in _SUPPORTS:
        second = [*_before_support(first), *second]
    sides = without_article(one), without_article(other)
    return _asked(sides, f"{opener} {' '.join(first)}", f"{opener} {' '.join(second)}", behind)


def _of_being(opener: str, first: list[str], second: list[str], behind: str) -> Comparison | None:
    """Two clauses that say the like of two things: "how heavy is oak and how heavy is ash"."""
    before = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), 0)
    ends = zip(reversed(first[before:]), reversed(second[before:]), strict=False)
    after = next((i for i, (a, b) in enumerate(ends) if a != b), 0)
    one, other = (words[before : len(words) - after] for words in (first, second))
    is_said = before > len(_before_support(first)) and 0 < len(one) <= _MOST_WORDS >= len(other) > 0
    if not is_said or english.PERSON.fullmatch(" ".join(other)):
        return None
    sides = without_article(" ".join(one)), without_article(" ".join(other))
    clauses = [f"{opener} {' '.join(words)}" for words in (first, second)]
    return _asked(sides, clauses[0], clauses[1], behind)


def _before_support(words: list[str]) -> list[str]:
    """What a question word asks for: "discount" of "what discount do schools get"."""
    return words[: next(i for i, word in enumerate(words) if word.lower() in _SUPPORTS)]


def _subject(words: list[str]) -> tuple[str, list[str]] | None:
    """The subject behind the auxiliary of a clause, and the words behind that."""
    at = len(_before_support(words))
    rest = words[at + 1 :]
    if words[at].lower() not in english.DO or not rest:
        return None
    name = next(names("x " + " ".join(rest)), None)
    if name is not None and name.start == 2:
        n_words = len(name.cut("x " + " ".join(rest)).split())
    elif len(rest) == 1 or (len(rest) == 2 and rest[0].lower() in _OPENS_PHRASE):
        n_words = len(rest)
    else:
        n_words = _verb(rest) or _last_verb(rest)
    subject = " ".join(rest[:n_words])
    is_said = 0 < n_words <= _MOST_WORDS and term_set(subject)
    return (subject, rest[n_words:]) if is_said and not english.PERSON.fullmatch(subject) else None


def _verb(words: Sequence[str]) -> int | None:
    """Where the first word behind a subject stands that is a verb; null for none."""
    starts = 2 if words and words[0].lower() in _OPENS_PHRASE else 1
    found = (i for i, w in enumerate(words) if w.lower() in BASES or w.lower() in BY_FORM)
    return next((i for i in found if i >= starts), None)


def _last_verb(words: Sequence[str]) -> int:
    """Where the word stands that ends a clause of unknown verbs, or comes before its first
    preposition.
    """
    cut = (i for i, word in enumerate(words) if i and word.lower() in PREPOSITIONS)
    return next(cut, len(words)) - 1


def _cut_short(opener: str, first: list[str], second: list[str], behind: str) -> Comparison | None:
    """A clause, and of the second only what is other: "how long does a book last, and a film"."""
    joint = second[0].lower()
    if len(second) > _MOST_WORDS or _verb(second[1:]) is not None:
        return None
    if joint in PREPOSITIONS:
        places = [i for i, word in enumerate(first) if word.lower() in PREPOSITIONS]
        same = [i for i in places if first[i].lower() == joint] or places
        start = same[-1] + 1 if same else len(first)
        first_again = [*first[: start - 1], second[0]]
        other = second[1:]
    else:
        other = second
        start = _place(first, other)
        first_again = first[:start]
    end = _end(first, start, len(other))
    if end == len(first) > start + 1 and first[start - 1].lower() in english.DO:
        end -= 1
    if not other or start >= end or not term_set(" ".join(other)):
        return None
    one = " ".join(first[start:end])
    theirs = _like(one, " ".join(other))
    again = " ".join((*first_again, theirs, *first[end:]))
    sides = without_article(one), without_article(theirs)
    return _asked(sides, f"{opener} {' '.join(first)}", f"{opener} {again}", behind)


def _place(first: Sequence[str], other: Sequence[str]) -> int:
    """Where in a clause the phrase begins that another is put for."""
    text = " ".join(first)
    if other[0][:1].isupper() and (found := list(names(f"x {text}"))):
        return len(f"x {text}"[: found[-1].start].split()) - 1
    if other[0].lower() in _OPENS_PHRASE:
        places = [i for i, word in enumerate(first) if word.lower() in _OPENS_PHRASE]
        return places[-1] if places else len(first)
    end = len(first)
    while end and (first[end - 1].lower() in BASES or first[end - 1].lower() in BY_FORM):
        end -= 1
    return max(0, end - len(other))


def _end(first: Sequence[str], start: int, n_words: int) -> int:
    """Where the phrase ends that begins at ``start``: before what is said of it."""
    for at in range(start + 1, len(first)):
        word = first[at].lower()
        is_verb = at - start >= n_words and (word in BASES or word in BY_FORM)
        if is_verb or word in PREPOSITIONS - {"of"} or word in _SUPPORTS:
            return at
    return len(first)


def _like(one: str, other: str) -> str:
    """The second thing with the noun that only the first has: "the third" beside "the first man",
    "a whole one" beside "half a day".
    """
    other = like_first(one, other)
    mine, theirs = without_article(one).split(), without_article(other).split()
    is_bare = len(theirs) == 1 and english.ORDINAL.fullmatch(theirs[0]) is not None
    if is_bare and len(mine) > 1 and english.ORDINAL.fullmatch(mine[0]):
        return " ".join((other, *mine[1:]))
    return other


def _verb_behind(
    opener: str, first: list[str], second: list[str], behind: str
) -> Comparison | None:
    """Two things with one verb behind the second: "what the guild and what the crown gave"."""
    at = _verb(second)
    at = at if at is not None else _last_verb(second)
    if not 0 < at < len(second) or not 0 < len(first) <= _MOST_WORDS:
        return None
    told = " ".join(second[at:])
    one, other = " ".join(first), " ".join(second[:at])
    sides = without_article(one), without_article(other)
    return _asked(sides, f"{opener} {one} {told}", f"{opener} {other} {told}", behind)


def _asked(sides: tuple[str, str], first: str, second: str, behind: str) -> Comparison | None:
    if sides[0].lower() == sides[1].lower() or not all(map(term_set, sides)):
        return None
    return Comparison(sides, (f"{first}{behind}", f"{second}{behind}"))


def read_compared_clause(text: str) -> Iterator[Comparison]:
    """Two names in one clause, each asked what that says of both: "compare what A and B cost"."""
    match = english.COMPARED_CLAUSE.match(text)
    if match is None:
        return
    first, second = match["first"], match["second"]
    one, other = next(reversed(list(names(first))), None), next(names(second), None)
    if one is None or other is None or one.end < len(first) or other.start > 0:
        return
    tail = second[other.end :]
    verb = SIDE_END.search(tail)
    if tail.strip()[:1].islower() and (verb is None or verb.start() == 0):
        sides = (one.cut(first), other.cut(second))
        yield Comparison.asking(sides, f"{first[: one.start]}{{}}{tail}")

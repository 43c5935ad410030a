"""Which sentences hold which clause of a claim, and what of it none of them holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.abbreviations import Abbreviation
from assistant.support.amounts import Amount, find_amounts, holds_amount, implied_amounts
from assistant.support.claims import Clause
from assistant.support.dates import Date, find_dates, holds_date
from assistant.support.english_numbers import FIRST_LIKE, TIME_UNITS
from assistant.support.evidence import Evidence
from assistant.support.names import Name, bearing, find_names, same_name, stands_for
from assistant.support.roles import find_events
from assistant.support.wording import SAME, Word, holding, in_order, read_words, term_bag
from index.english import stem

Nearness = Mapping[tuple[int, str], float]
"""How near a term comes to the sentence of that number, where it was measured."""

_CONTEXT = 0.9
_MORE = 0.2
_MOST = 3
_NEIGHBOURS = 3
_SAME_FIT = 0.12
_ALIKE = 0.6
_FACTS = 0.4


@dataclass(frozen=True, slots=True)
class Pool:
    """All evidence there is, numbered, and how each is related to the claim as a whole.

    ``weight`` is of a word: how much it tells. ``wide``: everything the passages hold.
    """

    evidence: Sequence[Evidence]
    cosines: Sequence[float]
    nearness: Nearness
    weight: Callable[[str], float]
    spelled: tuple[Abbreviation, ...]
    wide: str


@dataclass(frozen=True, slots=True)
class Held:
    """A clause with the numbers of the sentences that hold it, the main one first, and the rest.

    ``strengths``: of each of the clause's terms, how well it is held, from 0 to 1.
    """

    clause: Clause
    by: tuple[int, ...]
    amounts: tuple[Amount, ...]
    dates: tuple[Date, ...]
    names: tuple[Name, ...]
    quotes: tuple[str, ...]
    strengths: tuple[float, ...]


def hold_clauses(clauses: Sequence[Clause], pool: Pool) -> list[Held]:
    """Each clause with the fewest sentences that hold most of it.

    One sentence that holds a clause about as well as the best is preferred where it holds another
    clause, too.
    """
    fits = [[fit(clause, i, pool) for i in range(len(pool.evidence))] for clause in clauses]
    overall = [sum(row[i] for row in fits) for i in range(len(pool.evidence))]
    favourite = max(range(len(overall)), key=overall.__getitem__)
    held = []
    for clause, row in zip(clauses, fits, strict=True):
        best = max(range(len(row)), key=row.__getitem__)
        is_as_good = row[favourite] >= row[best] - _SAME_FIT
        if is_as_good and _n_missing(clause, favourite, pool) <= _n_missing(clause, best, pool):
            best = favourite
        held.append(_hold(clause, best, row, pool))
    return held


def fit(clause: Clause, i: int, pool: Pool) -> float:
    """How well one sentence holds a clause: its words, its facts, its meaning."""
    facts = len(clause.amounts) + len(clause.dates) + len(clause.names)
    missing = _n_missing(clause, i, pool)
    share = 1.0 - missing / facts if facts else 0.0
    return (
        coverage(clause, strengths(clause, (i,), pool), pool)
        + _FACTS * share
        + 0.5 * pool.cosines[i]
    )


def _n_missing(clause: Clause, i: int, pool: Pool) -> int:
    return sum(len(part) for part in _missing(clause, (i,), pool))


def strengths(clause: Clause, by: Sequence[int], pool: Pool) -> tuple[float, ...]:
    """How well each term of the clause is held by these sentences, the context counting less."""
    found = []
    for word in clause.terms:
        best = 0.0
        for i in by:
            one = pool.evidence[i]
            best = max(
                best,
                holding(word.term, term_bag(one.said)),
                _CONTEXT * holding(word.term, term_bag(one.context)),
                pool.nearness.get((i, stem(word.surface)), 0.0),
            )
        found.append(best)
    return tuple(found)


def coverage(clause: Clause, held: Sequence[float], pool: Pool) -> float:
    """The share of the clause's weight that is held; 1 for a clause without terms of its own."""
    weights = [pool.weight(word.surface) for word in clause.terms]
    total = sum(weights)
    return sum(w * h for w, h in zip(weights, held, strict=True)) / total if total else 1.0


def _hold(clause: Clause, main: int, row: Sequence[float], pool: Pool) -> Held:
    by: tuple[int, ...] = (main,)
    order = sorted(range(len(row)), key=lambda i: -row[i])
    linked = [i for i in order if i != main and _are_linked(pool.evidence[main], pool.evidence[i])]
    while len(by) < _MOST:
        more = next((i for i in linked if i not in by and _adds(clause, by, i, pool)), None)
        if more is None:
            break
        by = (*by, more)
    amounts, dates, names, quotes = _missing(clause, by, pool)
    return Held(clause, by, amounts, dates, names, quotes, strengths(clause, by, pool))


def _are_linked(one: Evidence, other: Evidence) -> bool:
    """Whether two sentences speak of one thing: they share a section or a name."""
    a, b = one.passage.chunk, other.passage.chunk
    if (a.document, a.heading) == (b.document, b.heading) and (a.heading or a.id == b.id):
        return True
    return any(same_name(n, m) for n in find_names(one.text) for m in find_names(other.text))


def _adds(clause: Clause, by: tuple[int, ...], i: int, pool: Pool) -> bool:
    """Whether a further sentence holds what the others lack: a fact and a word beside it, or
    much of the wording.
    """
    before, after = _missing(clause, by, pool), _missing(clause, (*by, i), pool)
    if sum(map(len, after)) < sum(map(len, before)):
        return True
    lacking = strengths(clause, by, pool)
    gained = strengths(clause, (*by, i), pool)
    return coverage(clause, gained, pool) - coverage(clause, lacking, pool) >= _MORE


Missing = tuple[tuple[Amount, ...], tuple[Date, ...], tuple[Name, ...], tuple[str, ...]]


def _missing(clause: Clause, by: Sequence[int], pool: Pool) -> Missing:
    """The numbers, dates, names and quoted words of the clause that these sentences do not hold."""
    main, others = pool.evidence[by[0]], [pool.evidence[i] for i in by[1:]]
    amounts = [a for a in clause.amounts if not _amount_in(a, clause, main)]
    if not _counts_more(clause, main):
        amounts = [
            a
            for a in amounts
            if not any(_amount_in(a, clause, e) and _counts_alike(a, clause, e) for e in others)
        ]
    dates = [d for d in clause.dates if not _date_in(d, main)]
    if not find_dates(main.text):
        dates = [
            d
            for d in dates
            if not any(_date_in(d, e) and _beside(d.span.start, clause, e) for e in others)
        ]
    said = [in_order(pool.evidence[i].said) for i in by]
    return (
        tuple(amounts),
        tuple(dates),
        tuple(n for n in clause.names if not _name_in(n, clause, main, others, pool)),
        tuple(q for q in clause.quotes if not any(f" {q} " in text for text in said)),
    )


def _counts_more(clause: Clause, one: Evidence) -> bool:
    """Whether a sentence states a number that the clause does not: it may be the one replaced."""
    numbers = [a for a in find_amounts(one.text) if a.kind != "ordinal" and not _is_one(a, one)]
    dated = [date.span for date in find_dates(one.text)]
    free = [a for a in numbers if not any(a.span.overlap(span) for span in dated)]
    return any(not holds_amount(a, clause.amounts) for a in free)


def _is_one(amount: Amount, one: Evidence) -> bool:
    return amount.value == 1 and one.text[amount.span.start].isalpha()


def _amount_in(amount: Amount, clause: Clause, one: Evidence) -> bool:
    given = find_amounts(one.said)
    if amount.value == 1 and amount.kind == "number":
        return not _counted_otherwise(amount, clause, one)  # "one of", "one more": no number
    surfaces = {word.surface for word in read_words(one.said)}
    if amount.kind == "ordinal" and amount.value == 1 and surfaces & FIRST_LIKE:
        return True
    if amount.unit in TIME_UNITS and holds_amount(amount, implied_amounts(one.said)):
        return True
    if holds_amount(amount, given):
        return not _counted_otherwise(amount, clause, one)
    if any(_year_as_number(amount, date) for date in find_dates(one.said)):
        return True
    return amount.value == 2 and amount.kind == "number" and _is_pair(amount, clause, one)


def _year_as_number(amount: Amount, date: Date) -> bool:
    return date.years is not None and date.years[0] == date.years[1] == amount.value


def _is_pair(amount: Amount, clause: Clause, one: Evidence) -> bool:
    """Whether it says "the two companies" of two names that the evidence joins, or calls "both"."""
    before = [w.surface for w in clause.words if w.end <= amount.span.start][-1:]
    surfaces = {word.surface for word in read_words(one.said)}
    joined = len(find_names(one.text)) >= 2 and "and" in surfaces
    return before in (["the"], ["these"], ["those"], ["their"]) and (joined or "both" in surfaces)


def _counted_otherwise(amount: Amount, clause: Clause, one: Evidence) -> bool:
    """Whether the evidence counts the same things by another number, and none by this one."""
    unit = _next_term(amount, clause.words)
    if not unit:
        return False
    same = [a for a in find_amounts(one.text) if _next_term(a, read_words(one.text)) == unit]
    return bool(same) and not holds_amount(amount, same)


def _counts_alike(amount: Amount, clause: Clause, one: Evidence) -> bool:
    """Whether a further sentence that holds the number counts the same by it."""
    counted = _counted(amount, clause.words)
    same = [a for a in find_amounts(one.text) if holds_amount(amount, [a])]
    theirs = [_counted(a, read_words(one.text)) for a in same]
    if counted and all(theirs):
        alike = any(holding(term, other) >= _ALIKE for term in counted for other in theirs)
        return alike and _beside(amount.span.start, clause, one)
    return _beside(amount.span.start, clause, one)


def _counted(amount: Amount, words: Sequence[Word]) -> frozenset[str]:
    """The next words that tell something: what is counted, with its adjectives."""
    after = [word.term for word in words if word.start >= amount.span.end and word.term]
    return frozenset(after[:_NEIGHBOURS])


def _next_term(amount: Amount, words: Sequence[Word]) -> str:
    """The word that says what is counted; of "687 and 760 nm" one for both numbers."""
    after = [word for word in words if word.start >= amount.span.end][:2]
    if (
        after
        and after[0].surface in ("and", "or", "to")
        and after[1:]
        and after[1].surface[0].isdigit()
    ):
        after = [word for word in words if word.start > after[1].start][:2]
    return next((w.term for w in after if w.term and w.term.isalpha()), "")


def _date_in(date: Date, one: Evidence) -> bool:
    if holds_date(date, find_dates(one.said)):
        return True
    if date.years is None or date.month is not None or date.years[0] != date.years[1]:
        return False
    return any(a.value == date.years[0] for a in find_amounts(one.said))


def _beside(at: int, clause: Clause, one: Evidence) -> bool:
    """Whether a content word or name that stands near ``at`` in the clause is in ``one``, too."""
    bag, near = term_bag(one.context), bearing(one.context)
    words = [w for w in clause.words if w.term and not w.surface[0].isdigit()]
    words.sort(key=lambda w: abs(w.start - at))
    close = [w for w in words if not w.start <= at < w.end][:_NEIGHBOURS]
    return any(holding(w.term, bag) >= SAME or near.holds_word(w.surface) for w in close)


def _name_in(
    name: Name, clause: Clause, main: Evidence, others: Sequence[Evidence], pool: Pool
) -> bool:
    if name.opens:  # one of the terms, if a name at all
        return True
    wide = bearing(pool.wide)
    if stands_for(name, bearing(main.said), wide, pool.spelled):
        return True
    if _is_about_others(main, clause):
        return False
    if stands_for(name, bearing(main.context), wide, pool.spelled):
        return True
    known = [n for n in clause.names if n is not name and not n.opens]
    shared = [n for n in known if stands_for(n, bearing(main.said), wide, pool.spelled)]
    return any(
        stands_for(name, bearing(e.said), wide, pool.spelled)
        and _beside_name(name, clause, e)
        and (e.leans or any(stands_for(n, bearing(e.said), wide, pool.spelled) for n in shared))
        for e in others
    )


def _beside_name(name: Name, clause: Clause, one: Evidence) -> bool:
    """Whether one of the plain words nearest to a name in the clause is in ``one``, too."""
    own = frozenset(term_bag(one.said))
    words = sorted(clause.terms, key=lambda w: abs(w.start - name.span.start))
    return any(holding(w.term, own) >= SAME for w in words[:_NEIGHBOURS])


def _is_about_others(one: Evidence, clause: Clause) -> bool:
    """Whether a sentence has a subject or object that the clause does not name."""
    mine = {word for name in clause.names for word in name.words}
    core = [name for event in find_events(one.text) for name in (*event.agents, *event.patients)]
    return any(not set(name.words) & mine for name in core)

"""Lists: the items that the documents give, one a line, each with its quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant import english
from assistant import english_lists as lists
from assistant.announcing import Item
from assistant.answer import Statement
from assistant.bulleted import whole_lists
from assistant.called import listed_by_name
from assistant.captions import is_of_clause
from assistant.chaining import after_topic, chain, with_what_is_told
from assistant.columns import listed_in_column
from assistant.connecting import connected
from assistant.draft import frame, quote
from assistant.english_connecting import is_person
from assistant.english_sentences import NEGATION
from assistant.enumerating import giving_sentence
from assistant.exemplifying import asked_for, examples
from assistant.forms import Form
from assistant.fulfilling import listed_by_kind, listed_in_rows
from assistant.gathered import MAX_ITEMS, Gathered, Wanted, doubt_of, hashes_of
from assistant.headed import listed_below_heading
from assistant.listing import COUNTED_SURE, counted_among, counted_otherwise, listed_in_one
from assistant.matching import coverage, term_set
from assistant.phrases import names_in
from assistant.reading import Reading
from assistant.reading_lists import (
    completed,
    each_once,
    listed_by_reading,
    with_less_sure,
)
from assistant.scattered import (
    SAID,
    across_documents,
    distinct,
    item_of,
    said_alike,
    with_key,
    with_names,
)
from assistant.scoring import NEAREST, Scored
from assistant.sections import only_list
from assistant.selecting import MARGIN
from assistant.texts import LISTS
from assistant.view import View

MAX_ALL = 50
_LEAST_COVERAGE, _COUNTS_ONLY = 0.6, 0.3
_MOST_OTHERS = 3
_RUN_AMONG, _RUN_OF, _RUN_SURE = 6, 3, 0.75
"""So many items of one list among the best sentences show that it is the one."""
_KEYED = 0.6
"""How sure items are that hold the word and are of the kind that is asked for."""


def gather(
    form: Form, reading: Reading, ranked: Sequence[Scored], view: View, *, everything: bool = False
) -> Gathered:
    """The items of the list that is asked for, in the order the documents give them.

    The first way of ``_WAYS`` that finds any; else the sentences that score nearly as well as the
    best. Empty where there is no candidate. ``everything``: as many as there are.
    """
    most = MAX_ALL if everything else MAX_ITEMS
    wanted = Wanted(form, reading, ranked, view, most)
    for way in _WAYS:
        found = way(wanted)
        if found is not None:
            return _as_sure_as_read(_doubted(wanted, found), wanted)
    best = asked_for(reading, _of_persons(reading, _best(ranked)))
    found = Gathered(tuple(best), None, doubt_of(form, reading, best))
    return _as_sure_as_read(_doubted(wanted, found), wanted)


def _as_sure_as_read(found: Gathered, wanted: Wanted) -> Gathered:
    """A list that is not sure by its form with how likely the best sentence gives an item, and with
    what may be further items.
    """
    if found.confidence is not None:
        return found
    chance = max((giving.chance for giving in wanted.likely), default=0.0)
    once = each_once(found.statements, wanted)
    told = with_what_is_told(once, wanted.view)
    whole = whole_lists(told, wanted.view)
    return with_less_sure(replace(found, statements=whole, chance=chance), wanted)


def _exemplified(wanted: Wanted) -> Gathered | None:
    """Sentences that say of names to be examples, with how many there are."""
    told = examples(wanted.reading, wanted.view)
    if not told:
        return None
    shown = asked_for(wanted.reading, told[: wanted.most])
    head = LISTS["all" if len(shown) == len(told) else "some"]
    line = frame(head.format(what="Examples", n=len(told), shown=len(shown), more=""))
    return Gathered((line, *shown), COUNTED_SURE)


def _connected(wanted: Wanted) -> Gathered | None:
    """For everybody, or every firm, that is named with something, a sentence that names them."""
    told = connected(wanted.form, wanted.reading, wanted.view)
    if not told:
        return None
    return Gathered(tuple(told[: 2 * wanted.most]), COUNTED_SURE)


def _run_of_items(wanted: Wanted) -> Gathered | None:
    """The list that several of the best sentences are items of, whole; null where none is."""
    places = [
        (s.candidate.passage.chunk.document, s.candidate.passage.chunk.heading)
        for s in wanted.ranked[:_RUN_AMONG]
        if s.candidate.sentence.kind == "item"
        and not is_of_clause(s.candidate.passage.chunk, s.candidate.position)
    ]
    place, n = next(iter(Counter(places).most_common(1)), (("", ()), 0))
    document, path = place
    items = only_list(wanted.view.chunks(document), path) if n >= _RUN_OF else []
    if len(items) < _RUN_OF or _is_among_others(wanted.form, items):
        return None
    sha256 = hashes_of(wanted.ranked)[document]
    shown = [quote(chunk, s, sha256, kind="item") for chunk, s in items[: wanted.most]]
    rest = {t: w for t, w in wanted.reading.known_weights.items() if t != wanted.form.noun}
    over = term_set(" ".join((items[0][0].title, *path)))
    is_named = bool(term_set(" ".join(path[-1:])) & rest.keys())
    sure = is_named and coverage(rest, wanted.reading.expand(over)) >= _LEAST_COVERAGE
    return Gathered(tuple(shown), _RUN_SURE if sure else None)


def _is_among_others(form: Form, items: Sequence[Item]) -> bool:
    """Whether a few items only say what is listed, so that the list is of other things too."""
    said = sum(form.noun in term_set(chunk.sentence_text(s)) for chunk, s in items)
    return bool(form.noun) and said > 0 and _MOST_OTHERS * said < len(items)


def _of_persons(reading: Reading, items: Sequence[Statement]) -> Sequence[Statement]:
    """Where it is asked who, those of the items that name persons, if any does."""
    if not english.ASKS_WHO.match(reading.question.text):
        return items
    named = [item for item in items if any(is_person(n) for _, n in names_in(item.text))]
    return named or items


def _doubted(wanted: Wanted, found: Gathered) -> Gathered:
    """``found``, hardly sure where its one item only says how many there are, or where what the
    listed things are to have occurs nowhere.
    """
    if found.confidence is not None:
        return found
    is_empty = _counts_and_gives_none(wanted, found.statements)
    return replace(found, doubt=_COUNTS_ONLY) if is_empty or _lacks(wanted) else found


def _counts_and_gives_none(wanted: Wanted, items: Sequence[Statement]) -> bool:
    """Whether one of the items only says how many there are, and none stands behind it."""
    counting = next((s for s in items if _only_counts(wanted.form, s.text)), None)
    places = [(s.citations[0].document, s.citations[0].start) for s in items if s.citations]
    if counting is None:
        return False
    document, start = counting.citations[0].document, counting.citations[0].start
    return not any(place[0] == document and place[1] > start for place in places)


def _lacks(wanted: Wanted) -> bool:
    """Whether the listed things are to have what no document holds and no good sentence comes near:
    "which boats with a lavatory ...".
    """
    text, ranked = wanted.reading.question.text, wanted.ranked[:NEAREST]
    had = term_set(" ".join(match["np"] for match in lists.HAD.finditer(text)))
    nowhere = had & wanted.reading.unknown
    near = (s.nearness.get(term, 0.0) for s in ranked for term in nowhere)
    return bool(nowhere) and max(near, default=0.0) < SAID


def _only_counts(form: Form, text: str) -> bool:
    """Whether a sentence says that there are several of what is listed, and names none."""
    counted = lists.COUNTED_NOUNS.finditer(text)
    if not any(form.noun and form.noun in term_set(match["np"]) for match in counted):
        return False
    return not english.ENUMERATION.search(text) and not lists.GIVES.search(text)


def _best(ranked: Sequence[Scored]) -> list[Statement]:
    """The best sentence alone if it enumerates, else with those that score nearly as well."""
    if ranked and english.ENUMERATION.search(ranked[0].candidate.text):
        return [item_of(ranked[0])]
    best = ranked[0] if ranked else None
    close = [
        s
        for s in ranked[:8]
        if best is not None
        and best.score - s.score <= MARGIN
        and s.candidate.feature("names") >= best.candidate.feature("names")
    ]
    return [item_of(scored) for scored in distinct(close)[:3]]


def _behind_topic(wanted: Wanted) -> Gathered | None:
    several, is_sure = after_topic(
        wanted.form, wanted.reading, wanted.ranked, wanted.view, wanted.most
    )
    return Gathered(several, COUNTED_SURE if is_sure else None) if several else None


def _of_kind(wanted: Wanted) -> Gathered | None:
    items = tuple(with_key(wanted.form, wanted.reading, wanted.view)[: wanted.most])
    if not items:
        return None
    doubt = doubt_of(wanted.form, wanted.reading, items)
    return Gathered(items, _KEYED if doubt == 1.0 else None, doubt)


def _given(wanted: Wanted) -> Gathered | None:
    giving = giving_sentence(wanted.form, wanted.reading, wanted.ranked)
    if giving is None:
        return None
    is_denied = NEGATION.search(wanted.reading.question.text) is not None
    is_counted = _says_how_many(wanted.form, giving.candidate.text)
    is_whole = is_denied or is_counted or not wanted.form.noun
    alone = Gathered((item_of(giving),), is_whole=is_whole)
    return alone if is_whole else completed(alone, wanted)


def _says_how_many(form: Form, text: str) -> bool:
    """Whether a sentence gives the number of what it lists, so that there are no more."""
    counted = lists.COUNTED_NOUNS.finditer(text)
    return any(
        form.noun in term_set(match["np"]) and match.group().split()[0].lower() in english.COUNTS
        for match in counted
    )


def _alike(wanted: Wanted) -> Gathered | None:
    alike = said_alike(wanted.form, wanted.reading, wanted.view)[: wanted.most]
    return Gathered(tuple(alike), is_whole=True) if alike else None


def _chained(wanted: Wanted) -> Gathered | None:
    chained = chain(wanted.form, wanted.ranked, wanted.view, wanted.most)
    return (
        Gathered(chained, None, doubt_of(wanted.form, wanted.reading, chained)) if chained else None
    )


def _naming(wanted: Wanted) -> Gathered | None:
    """The sentences that hold all the question's names, the best of each section."""
    named = with_names(wanted.form, wanted.reading, wanted.ranked)
    across = across_documents(wanted.form, wanted.reading, wanted.view)
    items = tuple((across if len(across) > len(named) else named)[: wanted.most])
    doubt = doubt_of(wanted.form, wanted.reading, items)
    return Gathered(items, None, doubt) if items else None


_Way = Callable[[Wanted], Gathered | None]
_WAYS: tuple[_Way, ...] = (
    _exemplified,
    _connected,
    listed_in_rows,
    listed_by_kind,
    _of_kind,
    listed_in_one,
    counted_among,
    counted_otherwise,
    listed_in_column,
    _run_of_items,
    _behind_topic,
    _given,
    listed_below_heading,
    _alike,
    listed_by_name,
    listed_by_reading,
    _chained,
    _naming,
)
"""Tried in turn: examples; who is named with something; the rows of what is listed, or of its kind;
all of a kind that hold a word; the list that a heading or an announcement names; sentences that
count themselves among it ("another cause is ..."); the column that is called so; the list that the
best sentences are items of; what follows a sentence that says there are several; the sentence that
gives them; the short section below a heading that names them; what is said alike of many names;
names that say what they are of; sentences that are read as giving one; those that go on with the
best; those that hold the names.
"""

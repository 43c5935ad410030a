"""Lists: the items that the documents give, one a line, each with its quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import english
from assistant import english_lists as lists
from assistant.announcing import Item, best_announcement
from assistant.answer import Citation, Statement
from assistant.candidates import QUOTABLE
from assistant.chaining import after_topic, chain
from assistant.counting import counted_noun, find_row
from assistant.draft import cite, frame, quote
from assistant.enumerating import giving_sentence
from assistant.exemplifying import asked_for, examples
from assistant.forms import Form
from assistant.matching import coverage, strength, term_set
from assistant.question import GENERIC_TERMS
from assistant.reading import Reading
from assistant.scattered import (
    MAX_CHUNKS,
    SAID,
    across_documents,
    distinct,
    item_of,
    said_alike,
    with_names,
)
from assistant.scoring import Scored
from assistant.sections import only_list, under_heading
from assistant.selecting import MARGIN
from assistant.texts import LISTS
from assistant.topics import read_topics
from assistant.view import View
from index.passage import Chunk, Passage
from index.words import tokens

MAX_ITEMS = 7
MAX_ALL = 50
_UNSAID = 0.75
_LEAST_COVERAGE = 0.6
_SURE = ((0.9, 0.9), (0.75, 0.8))
"""From how much of the question the place of a list meets to how sure the list is."""
_COUNTED_SURE = 0.8
_NEAR_DOCUMENTS = 3
_LEAST_ITEMS, _LOOKED_AT = 2, 6
_RUN_AMONG, _RUN_OF, _RUN_SURE = 6, 3, 0.75
"""So many items of one list among the best sentences show that it is the one."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The items, and how sure they are; null where that is for the sentences' scores to say.

    ``doubt`` is what those are multiplied by: less than 1 where no item is said to be what is
    listed.
    """

    statements: tuple[Statement, ...]
    confidence: float | None = None
    doubt: float = 1.0


def gather(
    form: Form, reading: Reading, ranked: Sequence[Scored], view: View, *, everything: bool = False
) -> Gathered:
    """The items of the list that is asked for, in the order the documents give them.

    Tried in turn: what is said to be an example, where examples are asked for; the list that is
    announced, or the sections below the heading, that names what
    is asked for; sentences that count themselves among the list ("another cause is ..."), with
    the paragraphs they form a row with; what follows a sentence that says there are several; the
    sentences that hold all the question's names, the best of each section; else the sentences
    that score nearly as well as the best. Empty where there is no candidate. ``everything``: as
    many as there are.
    """
    most = MAX_ALL if everything else MAX_ITEMS
    listed = (
        _exemplified(reading, view, most)
        or _listed(form, reading, ranked, view, most)
        or _counted(form, reading, ranked, view, most)
        or _counted_otherwise(form, reading, ranked, view, most)
    )
    if listed is not None:
        return listed
    run = _run_of_items(form, reading, ranked, view, most)
    if run is not None:
        return run
    several = after_topic(form, frozenset(reading.question.terms), ranked, view, most)
    if several:
        return Gathered(several)
    giving = giving_sentence(form, reading, ranked)
    if giving is not None:
        return Gathered((item_of(giving),))
    alike = said_alike(form, reading, view)[:most]
    if alike:
        return Gathered(tuple(alike))
    chained = chain(form, ranked, view, most)
    if chained:
        return Gathered(chained, None, _doubt(form, reading, chained))
    named = with_names(form, reading, ranked)
    across = across_documents(form, reading, view)
    if across or named:
        items = (across if len(across) > len(named) else named)[:most]
        return Gathered(tuple(items), None, _doubt(form, reading, items))
    best = _best(ranked)
    return Gathered(tuple(best), None, _doubt(form, reading, best))


def _exemplified(reading: Reading, view: View, most: int) -> Gathered | None:
    """Sentences that say of names to be examples, with how many there are."""
    told = examples(reading, view)
    if not told:
        return None
    shown = asked_for(reading, told[:most])
    head = LISTS["all" if len(shown) == len(told) else "some"]
    line = frame(head.format(what="Examples", n=len(told), shown=len(shown), more=""))
    return Gathered((line, *shown), _COUNTED_SURE)


def _counted_otherwise(
    form: Form, reading: Reading, ranked: Sequence[Scored], view: View, most: int
) -> Gathered | None:
    """Sentences that count themselves among what the question calls otherwise, or not at all."""
    noun = counted_noun([s.candidate.text for s in ranked[:_LOOKED_AT]], form.noun)
    if not noun or noun == form.noun:
        return None
    return _counted(Form("list", noun=noun), reading, ranked, view, most)


def below_announcement(
    reading: Reading, ranked: Sequence[Scored], view: View
) -> tuple[Statement, ...]:
    """An announcement and its items, where it meets a question that is for no list in so many words
    better than any sentence does: "what is forbidden?".
    """
    if not lists.ASKS_WHAT.match(reading.question.text):
        return ()
    form, passages = Form("list"), _passages(ranked)
    announcement = best_announcement(form, reading, passages, view, given=True)
    if announcement is None or announcement.met < _SURE[0][0]:
        return ()
    told = max((s.candidate.feature("coverage") for s in ranked[:3]), default=0.0)
    items = [item for item in announcement.items if item[1].kind in QUOTABLE]
    if told >= announcement.met or len(items) < _LEAST_ITEMS:
        return ()
    shown = items[:MAX_ITEMS]
    chunk, sha256 = announcement.chunk, announcement.sha256
    lead = [quote(chunk, s, sha256) for s in chunk.sentences if s.span == announcement.span]
    return *lead, *(quote(chunk, sentence, sha256, kind="item") for chunk, sentence in shown)


def _listed(
    form: Form, reading: Reading, ranked: Sequence[Scored], view: View, most: int
) -> Gathered | None:
    """The items below the announcement or the heading that names the list best."""
    hashes = _hashes(ranked)
    met, place, items = under_heading(form, reading, hashes, view)
    if met < _LEAST_COVERAGE and view.n_chunks <= MAX_CHUNKS:
        hashes = {info.id: info.sha256 for info in view.documents()}
        met, place, items = under_heading(form, reading, hashes, view)
    passages = _passages(ranked)
    announcement = best_announcement(form, reading, passages, view, given=True)
    if announcement is not None and announcement.met > met:
        met, items = announcement.met, announcement.items
        place = announcement.chunk.heading[-1:] or (announcement.chunk.title,)
    if met < _LEAST_COVERAGE or not items:
        return None
    if _is_announced_rather(form, reading, items, passages, view):
        return None
    items = [item for item in items if item[1].kind in QUOTABLE]
    shown = [
        quote(chunk, sentence, hashes[chunk.document], kind="item", label=_label(chunk, place))
        for chunk, sentence in items[:most]
    ]
    line = _head(form, reading, len(items), len(shown), passages, view)
    sure = next((value for least, value in _SURE if met >= least), None)
    return Gathered((line, *shown), sure)


def _is_announced_rather(
    form: Form,
    reading: Reading,
    items: Sequence[Item],
    passages: Sequence[Passage],
    view: View,
) -> bool:
    """Whether no item says to be what is listed, while a list of it is announced and not given."""
    if any(form.noun in term_set(c.sentence_text(s)) for c, s in items):
        return False
    empty = best_announcement(form, reading, passages, view, given=False)
    return empty is not None and empty.named and empty.met >= _LEAST_COVERAGE


def _head(
    form: Form,
    reading: Reading,
    n: int,
    shown: int,
    passages: Sequence[Passage],
    view: View,
) -> Statement:
    """How many are named, and whether one further list is announced and empty, with its place."""
    what = _written(form, reading) or LISTS["items"]
    empty = best_announcement(form, reading, passages, view, given=False)
    places: tuple[Citation, ...] = ()
    if empty is not None and empty.named and empty.met >= _LEAST_COVERAGE:
        places = (cite(empty.chunk, empty.span, empty.sha256),)
    head = LISTS["all" if shown == n else "some"]
    more = LISTS["empty"] if places else ""
    what = what[0].upper() + what[1:]
    return frame(head.format(what=what, n=n, shown=shown, more=more), *places)


def _written(form: Form, reading: Reading) -> str:
    """What is listed, as the question calls it."""
    text = reading.question.text
    named = (text[t.start : t.end] for t in tokens(text) if t.term == form.noun)
    return next(named, "") if form.noun else ""


def _label(chunk: Chunk, place: Sequence[str]) -> str | None:
    return chunk.heading[-1] if chunk.heading and chunk.heading[-1:] != tuple(place) else None


def _counted(
    form: Form, reading: Reading, ranked: Sequence[Scored], view: View, most: int
) -> Gathered | None:
    for document, sha256 in list(_hashes(ranked).items())[:_NEAR_DOCUMENTS]:
        row = find_row(form, reading, read_topics(view, document))
        if len(row.topics) > 1:
            items = [quote(t.chunk, t.sentence, sha256, kind="item") for t in row.topics]
            sure = _COUNTED_SURE if row.met >= _COUNTED_SURE else None
            passages = _passages(ranked)
            line = _head(form, reading, len(items), len(items[:most]), passages, view)
            return Gathered((line, *items[:most]), sure)
    return None


def _passages(ranked: Sequence[Scored]) -> list[Passage]:
    return list({s.candidate.passage.chunk.id: s.candidate.passage for s in ranked}.values())


def _doubt(form: Form, reading: Reading, items: Sequence[Statement]) -> float:
    """Less than 1 where no item, nor a heading over one, says to be what is listed, and none
    enumerates.
    """
    if form.noun not in reading.weights or form.noun in GENERIC_TERMS:
        return 1.0
    for item in items:
        above = " ".join(item.citations[0].heading)
        said = strength(form.noun, reading.expand(term_set(f"{item.text} {above}"))) >= SAID
        if said or english.ENUMERATION.search(item.text):
            return 1.0
    return _UNSAID


def _run_of_items(
    form: Form, reading: Reading, ranked: Sequence[Scored], view: View, most: int
) -> Gathered | None:
    """The list that several of the best sentences are items of, whole; null where none is."""
    places = [
        (s.candidate.passage.chunk.document, s.candidate.passage.chunk.heading)
        for s in ranked[:_RUN_AMONG]
        if s.candidate.sentence.kind == "item"
    ]
    place, n = next(iter(Counter(places).most_common(1)), (("", ()), 0))
    document, path = place
    items = only_list(view.chunks(document), path) if n >= _RUN_OF else []
    if len(items) < _RUN_OF:
        return None
    sha256 = _hashes(ranked)[document]
    shown = [quote(chunk, s, sha256, kind="item") for chunk, s in items[:most]]
    rest = {t: w for t, w in reading.known_weights.items() if t != form.noun}
    over = term_set(" ".join((items[0][0].title, *path)))
    is_named = bool(term_set(" ".join(path[-1:])) & rest.keys())
    sure = is_named and coverage(rest, reading.expand(over)) >= _LEAST_COVERAGE
    return Gathered(tuple(shown), _RUN_SURE if sure else None)


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


def _hashes(ranked: Sequence[Scored]) -> dict[str, str]:
    """The hash of each document, in the order of their best candidates."""
    found: dict[str, str] = {}
    for scored in ranked:
        passage = scored.candidate.passage
        found.setdefault(passage.chunk.document, passage.sha256)
    return found

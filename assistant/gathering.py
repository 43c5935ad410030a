"""Lists: the items that the documents give, one a line, each with its quote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant import english
from assistant import english_lists as lists
from assistant import english_sentences as sentences
from assistant.announcing import Item, best_announcement
from assistant.answer import Citation, Statement
from assistant.candidates import QUOTABLE
from assistant.captions import paragraph_of
from assistant.chaining import after_topic, chain
from assistant.counting import find_row
from assistant.draft import cite, frame, quote
from assistant.forms import Form
from assistant.matching import coverage, strength, term_set
from assistant.question import GENERIC_TERMS
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.selecting import MARGIN, repeats
from assistant.signals import is_of_names
from assistant.texts import LISTS
from assistant.topics import read_topics
from assistant.view import View
from corpus.markup import plain_text
from index.passage import Chunk, Passage
from index.words import tokens

MAX_ITEMS = 7
MAX_ALL = 50
MAX_CHUNKS = 2_000
"""In a larger collection items are looked for in the passages found only."""
_SAID, _UNSAID = 0.7, 0.75
_LEAST_COVERAGE = 0.6
_SURE = ((0.9, 0.9), (0.75, 0.8))
"""From how much of the question the place of a list meets to how sure the list is."""
_COUNTED_SURE = 0.8
_NEAR_DOCUMENTS = 3
_LEAST_ITEMS = 2
_LOOKED_AT, _REACH, _COLON_REACH = 6, 5.0, 9.0
"""Of the ranked sentences, how many may give the list, and how far below the best, in log odds."""
_RUN_OF, _RUN_SURE = 3, 0.75
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

    Tried in turn: the list that is announced, or the sections below the heading, that names what
    is asked for; sentences that count themselves among the list ("another cause is ..."), with
    the paragraphs they form a row with; what follows a sentence that says there are several; the
    sentences that hold all the question's names, the best of each section; else the sentences
    that score nearly as well as the best. Empty where there is no candidate. ``everything``: as
    many as there are.
    """
    most = MAX_ALL if everything else MAX_ITEMS
    listed = _listed(form, reading, ranked, view, most) or _counted(
        form, reading, ranked, view, most
    )
    if listed is not None:
        return listed
    run = _run_of_items(form, reading, ranked, view, most)
    if run is not None:
        return run
    several = after_topic(form, frozenset(reading.question.terms), ranked, view, most)
    if several:
        return Gathered(several)
    giving = _giving(form, reading, ranked)
    if giving is not None:
        return Gathered((_item(giving),))
    chained = chain(form, ranked, view, most)
    if chained:
        return Gathered(chained, None, _doubt(form, reading, chained))
    named = _with_names(form, reading, ranked)
    across = _across(form, reading, view)
    if across or named:
        items = (across if len(across) > len(named) else named)[:most]
        return Gathered(tuple(items), None, _doubt(form, reading, items))
    best = _best(ranked)
    return Gathered(tuple(best), None, _doubt(form, reading, best))


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
    met, place, items = _under_heading(form, reading, hashes, view)
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


def _under_heading(
    form: Form, reading: Reading, hashes: Iterable[str], view: View
) -> tuple[float, tuple[str, ...], Sequence[Item]]:
    """How well the heading that best names the list meets the question, that heading, its items.

    The items are the first sentence of each section right below it, or, where there are none,
    those of the one list that stands below it.
    """
    best: tuple[float, tuple[str, ...], Sequence[Item]] = (0.0, (), ())
    for document in hashes:
        chunks = view.chunks(document)
        for path, title in _headings(chunks):
            name = path[-1] if path else title
            if not form.noun or strength(form.noun, term_set(name)) < 0.8:
                continue
            met = coverage(reading.known_weights, reading.expand(term_set(f"{title} {name}")))
            items = _children(chunks, path) or _only_list(chunks, path)
            if met > best[0] and len(items) > 1:
                best = (met, (name,), items)
    return best


def _headings(chunks: Sequence[Chunk]) -> dict[tuple[tuple[str, ...], str], None]:
    """Every heading path of a document, the empty one for its title included."""
    found: dict[tuple[tuple[str, ...], str], None] = {}
    for chunk in chunks:
        for depth in range(len(chunk.heading) + 1):
            found.setdefault((chunk.heading[:depth], chunk.title))
    return found


def _children(chunks: Sequence[Chunk], path: tuple[str, ...]) -> list[Item]:
    """The first sentence of each section right below ``path``."""
    found: dict[tuple[str, ...], Item] = {}
    for chunk in chunks:
        below = chunk.heading[: len(path) + 1]
        if len(below) == len(path) + 1 and below[: len(path)] == path:
            for sentence in chunk.sentences:
                if sentence.kind in QUOTABLE:
                    found.setdefault(below, (chunk, sentence))
    return list(found.values())


def _only_list(chunks: Sequence[Chunk], path: tuple[str, ...]) -> list[Item]:
    own = [chunk for chunk in chunks if path and chunk.heading == path]
    return [(chunk, s) for chunk in own for s in chunk.sentences if s.kind in ("item", "row")]


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


def _across(form: Form, reading: Reading, view: View) -> list[Statement]:
    """The first sentence of each section, in all documents, that holds every name of the question
    and what is listed; none where only one does.
    """
    names = reading.question.names - reading.unknown
    if not names or not form.noun or form.noun in names:
        return []
    found: dict[tuple[str, ...], Statement] = {}
    read = 0
    for info in view.documents():
        chunks = view.chunks(info.id)
        read += len(chunks)
        if read > MAX_CHUNKS:
            return []
        for chunk in chunks:
            if not names <= reading.expand(term_set(chunk.text)):
                continue
            for i, sentence in enumerate(chunk.sentences):
                text = plain_text(chunk.sentence_text(sentence), chunk.markup)
                own = reading.expand(term_set(text))
                met = names <= own and strength(form.noun, own) >= _SAID
                if sentence.kind in QUOTABLE and met and not english.ANAPHOR.match(text):
                    found.setdefault(
                        _place(chunk, i), quote(chunk, sentence, info.sha256, kind="item")
                    )
    return list(found.values()) if len(found) > 1 else []


def _doubt(form: Form, reading: Reading, items: Sequence[Statement]) -> float:
    """Less than 1 where no item, nor a heading over one, says to be what is listed, and none
    enumerates.
    """
    if form.noun not in reading.weights or form.noun in GENERIC_TERMS:
        return 1.0
    for item in items:
        above = " ".join(item.citations[0].heading)
        said = strength(form.noun, reading.expand(term_set(f"{item.text} {above}"))) >= _SAID
        if said or english.ENUMERATION.search(item.text):
            return 1.0
    return _UNSAID


def _run_of_items(
    form: Form, reading: Reading, ranked: Sequence[Scored], view: View, most: int
) -> Gathered | None:
    """The list that several of the best sentences are items of, whole; null where none is."""
    places = [
        (s.candidate.passage.chunk.document, s.candidate.passage.chunk.heading)
        for s in ranked[:_LOOKED_AT]
        if s.candidate.sentence.kind == "item"
    ]
    place, n = next(iter(Counter(places).most_common(1)), (("", ()), 0))
    document, path = place
    items = _only_list(view.chunks(document), path) if n >= _RUN_OF else []
    if len(items) < _RUN_OF:
        return None
    sha256 = _hashes(ranked)[document]
    shown = [quote(chunk, s, sha256, kind="item") for chunk, s in items[:most]]
    rest = {t: w for t, w in reading.known_weights.items() if t != form.noun}
    over = term_set(" ".join((items[0][0].title, *path)))
    is_named = bool(term_set(" ".join(path[-1:])) & rest.keys())
    sure = is_named and coverage(rest, reading.expand(over)) >= _LEAST_COVERAGE
    return Gathered(tuple(shown), _RUN_SURE if sure else None)


def _giving(form: Form, reading: Reading, ranked: Sequence[Scored]) -> Scored | None:
    """The best sentence that gives several things and says what they are: what is listed, or what
    something includes; null where none of those that score near the best does.
    """
    if sentences.NEGATION.search(reading.question.text):
        said = ranked and sentences.NEGATION.search(ranked[0].candidate.text)
        return ranked[0] if said else None
    for scored in ranked[:_LOOKED_AT]:
        behind = ranked[0].score - scored.score
        if behind > (_COLON_REACH if _has_colon(form, scored) else _REACH):
            continue
        if _enumerates(form, reading, scored, is_best=scored is ranked[0]):
            return scored
    return None


def _has_colon(form: Form, scored: Scored) -> bool:
    """Whether a sentence names what is listed right before a colon: "on three conditions: ..."."""
    text = scored.candidate.text
    ends = (token.end for token in tokens(text) if form.noun and token.term == form.noun)
    return any(lists.COLON.match(text, end) for end in ends)


def _enumerates(form: Form, reading: Reading, scored: Scored, *, is_best: bool) -> bool:
    text = scored.candidate.text
    if not form.noun:
        return lists.INVOLVING.search(text) is not None and lists.GIVES.search(text) is not None
    said = next((t for t in tokens(text) if form.noun in reading.expand(term_set(t.surface))), None)
    if said is None:
        return False
    enumeration = english.ENUMERATION.search(text) if is_best else None
    if enumeration and not ("," in text[: said.start] or ":" in text[: said.start]):
        return True
    return lists.GIVES.search(text, said.end) is not None and is_of_names(scored.candidate)


def _with_names(form: Form, reading: Reading, ranked: Sequence[Scored]) -> list[Statement]:
    """The best sentence of each section among those that hold every name of the question; where
    some of these hold what is said of the names too, those alone.
    """
    names = reading.question.names - reading.unknown
    if not names:
        return []
    best: dict[tuple[str, ...], Scored] = {}
    naming = [s for s in ranked if names <= reading.expand(term_set(s.candidate.text))]
    said = [s for s in naming if _says(form, reading, s.candidate.text)]
    for scored in said or naming:
        chunk = scored.candidate.passage.chunk
        best.setdefault(_place(chunk, scored.candidate.position), scored)
    chosen = _distinct(list(best.values()))
    return [_item(s) for s in chosen[:MAX_ITEMS]] if len(chosen) > 1 or said else []


def _place(chunk: Chunk, position: int) -> tuple[str, ...]:
    """The section that a sentence stands in; of plain text, which has few, the paragraph."""
    if chunk.markup == "plain":
        return chunk.document, paragraph_of(chunk, position)[0]
    return chunk.document, *(chunk.heading or (chunk.id,))


def _says(form: Form, reading: Reading, text: str) -> bool:
    """Whether ``text`` holds the weightiest word of what the question says of its names."""
    rest = {t: w for t, w in reading.weights.items() if t not in reading.question.names}
    rest = {t: w for t, w in rest.items() if t != form.noun and t not in GENERIC_TERMS}
    heaviest = max(rest, key=lambda term: rest[term], default=None)
    own = reading.expand(term_set(text))
    return heaviest is not None and strength(heaviest, own) >= _SAID


def _best(ranked: Sequence[Scored]) -> list[Statement]:
    """The best sentence alone if it enumerates, else with those that score nearly as well."""
    if ranked and english.ENUMERATION.search(ranked[0].candidate.text):
        return [_item(ranked[0])]
    best = ranked[0] if ranked else None
    close = [
        s
        for s in ranked[:8]
        if best is not None
        and best.score - s.score <= MARGIN
        and s.candidate.feature("names") >= best.candidate.feature("names")
    ]
    return [_item(scored) for scored in _distinct(close)[:3]]


def _distinct(scored: Sequence[Scored]) -> list[Scored]:
    kept: list[Scored] = []
    for one in scored:
        if not any(repeats(one.candidate.text, other.candidate.text) for other in kept):
            kept.append(one)
    return kept


def _item(scored: Scored) -> Statement:
    passage = scored.candidate.passage
    return quote(passage.chunk, scored.candidate.sentence, passage.sha256, kind="item")


def _hashes(ranked: Sequence[Scored]) -> dict[str, str]:
    """The hash of each document, in the order of their best candidates."""
    found: dict[str, str] = {}
    for scored in ranked:
        passage = scored.candidate.passage
        found.setdefault(passage.chunk.document, passage.sha256)
    return found

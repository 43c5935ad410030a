"""Lists that the text gives as one: under a heading, behind an announcement, or counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant import english_lists as lists
from assistant.announcing import Announcement, Item, best_announcement
from assistant.answer import Statement
from assistant.candidates import QUOTABLE
from assistant.counting import counted_noun, find_row
from assistant.draft import cite, frame, quote
from assistant.forms import Form
from assistant.gathered import MAX_ITEMS, Gathered, Wanted, hashes_of, passages_of
from assistant.matching import term_set
from assistant.reading import Reading
from assistant.scattered import MAX_CHUNKS
from assistant.scoring import Scored
from assistant.sections import under_heading
from assistant.texts import LISTS
from assistant.topics import read_topics
from assistant.view import View
from index.passage import Chunk, Passage
from index.words import tokens

_LEAST_COVERAGE = 0.6
_SURE = ((0.9, 0.9), (0.75, 0.8))
"""From how much of the question the place of a list meets to how sure the list is."""
COUNTED_SURE = 0.8
_NEAR_DOCUMENTS = 3
_LEAST_ITEMS, _LOOKED_AT = 2, 6


def below_announcement(
    reading: Reading, ranked: Sequence[Scored], view: View
) -> tuple[Statement, ...]:
    """An announcement and its items, where it meets a question that is for no list in so many words
    better than any sentence does: "what is forbidden?".
    """
    if not lists.ASKS_WHAT.match(reading.question.text):
        return ()
    form, passages = Form("list"), passages_of(ranked)
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


def listed_in_one(wanted: Wanted) -> Gathered | None:
    """The items below the announcement or the heading that names the list best."""
    hashes = hashes_of(wanted.ranked)
    met, place, items = under_heading(wanted.form, wanted.reading, hashes, wanted.view)
    if met < _LEAST_COVERAGE and wanted.view.n_chunks <= MAX_CHUNKS:
        hashes = {info.id: info.sha256 for info in wanted.view.documents()}
        met, place, items = under_heading(wanted.form, wanted.reading, hashes, wanted.view)
    passages = passages_of(wanted.ranked)
    announcement = best_announcement(wanted.form, wanted.reading, passages, wanted.view, given=True)
    if announcement is not None and announcement.met > met:
        met, items = announcement.met, announcement.items
        place = announcement.chunk.heading[-1:] or (announcement.chunk.title,)
    if met < _LEAST_COVERAGE or not items:
        return None
    if _is_announced_rather(wanted.form, wanted.reading, items, passages, wanted.view):
        return None
    items = [item for item in items if item[1].kind in QUOTABLE]
    shown = [
        quote(chunk, sentence, hashes[chunk.document], kind="item", label=_label(chunk, place))
        for chunk, sentence in items[: wanted.most]
    ]
    line = _head(wanted.form, wanted.reading, len(items), len(shown), passages, wanted.view)
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
    return announced_empty(form, reading, passages, view) is not None


def announced_empty(
    form: Form, reading: Reading, passages: Sequence[Passage], view: View
) -> Announcement | None:
    """The list that is announced in the question's words and not given; null for none."""
    empty = best_announcement(form, reading, passages, view, given=False)
    is_it = empty is not None and empty.named and empty.met >= _LEAST_COVERAGE
    return empty if is_it else None


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
    empty = announced_empty(form, reading, passages, view)
    places = (cite(empty.chunk, empty.span, empty.sha256),) if empty else ()
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


def counted_among(wanted: Wanted) -> Gathered | None:
    """Sentences of one of the nearest documents that count themselves among what is listed."""
    for document, sha256 in list(hashes_of(wanted.ranked).items())[:_NEAR_DOCUMENTS]:
        row = find_row(wanted.form, wanted.reading, read_topics(wanted.view, document))
        if len(row.topics) > 1:
            items = [quote(t.chunk, t.sentence, sha256, kind="item") for t in row.topics]
            sure = COUNTED_SURE if row.met >= COUNTED_SURE else None
            passages = passages_of(wanted.ranked)
            line = _head(
                wanted.form,
                wanted.reading,
                len(items),
                len(items[: wanted.most]),
                passages,
                wanted.view,
            )
            return Gathered((line, *items[: wanted.most]), sure)
    return None


def counted_in_answer(
    reading: Reading, ranked: Sequence[Scored], view: View
) -> tuple[Statement, ...]:
    """The row of sentences that the two best ones count themselves in, where a question is for no
    list in so many words: "one advantage was ...", "another advantage was ...".
    """
    if not lists.ASKS_OPENLY.match(reading.question.text):
        return ()
    noun = counted_noun([s.candidate.text for s in ranked[:2]], "")
    found = counted_among(Wanted(Form("list", noun=noun), reading, ranked, view, MAX_ITEMS))
    items = [s for s in found.statements if s.kind == "item"] if noun and found else []
    is_row = sum(item.text == s.candidate.text for item in items for s in ranked[:2]) > 1
    return tuple(items) if is_row and len(items) > _LEAST_ITEMS else ()


def counted_otherwise(wanted: Wanted) -> Gathered | None:
    """Sentences that count themselves among what the question calls otherwise, or not at all."""
    noun = counted_noun([s.candidate.text for s in wanted.ranked[:_LOOKED_AT]], wanted.form.noun)
    if not noun or noun == wanted.form.noun:
        return None
    return counted_among(replace(wanted, form=Form("list", noun=noun)))

"""Lists that a text announces: the items that follow, or that none do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import english_requests as requests
from assistant.candidates import QUOTABLE
from assistant.captions import captions_of
from assistant.draft import Draft, cite, frame
from assistant.english import TERM_ASKED
from assistant.english_phrasing import REQUEST
from assistant.forms import Form
from assistant.matching import coverage, strength, term_set
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.texts import REFUSALS
from assistant.view import View
from corpus.document import Span
from corpus.markup import plain_text
from index.passage import Chunk, Passage, SearchResult, Sentence

_LEAST_COVERAGE = 0.6
_SURE_COVERAGE = 0.9
"""What an announcement must meet of a question that does not ask for a list in so many words."""
_NAMED_BONUS = 0.2
_LEAST_OF_REST = 0.3
_SAYS_IT = 0.7
_WITHHELD = 0.05
"""How likely an answer is right that would give something else for the list."""
_OF_SEVERAL = re.compile(r"\b(?:in|on|of|for|at|by|with|about|to|\w+ed)\b|s$", re.IGNORECASE)
"""Behind "what is": no term, but what belongs to something, or several."""
_OPENS_LIST = re.compile(r"\s*(?:[\da-z•–—(\"“*-])")
_BREAKS_OFF = re.compile(r":[*_]*[ \t]*\n\s*(?=[A-Z])")
"""A colon at a line's end with a new sentence below it."""
_ENDED = re.compile(r"[.!?…;,][\"'”’)\]*_]*\s*\Z")

Item = tuple[Chunk, Sentence]


@dataclass(frozen=True, slots=True)
class Announcement:
    """A sentence, or the start of one, that announces a list, and the items that follow it.

    ``over``: the captions that it stands under. ``met``: how much of the question's weight it
    meets, 0 to 1, more if it names what is listed, which ``named`` says.
    """

    chunk: Chunk
    span: Span
    sha256: str
    items: tuple[Item, ...]
    over: str = ""
    met: float = 0.0
    named: bool = False


def best_announcement(
    form: Form, reading: Reading, passages: Sequence[Passage], view: View, *, given: bool
) -> Announcement | None:
    """The announcement, of a list that is or is not given, that meets the question best."""
    found = (
        _measured(form, reading, announcement)
        for passage in passages
        for announcement in _announcements(passage.chunk, passage.sha256, view)
        if bool(announcement.items) == given
    )
    return max(found, key=lambda announcement: announcement.met, default=None)


def announced_only(
    form: Form, reading: Reading, result: SearchResult, ranked: Sequence[Scored], view: View
) -> Draft | None:
    """A refusal where the list that is asked for is announced and not given.

    That is so where an announcement meets the question as well as any sentence, and any list that
    is given.
    """
    if form.kind == "list" and ranked and _says_elsewhere(ranked[0]):
        best = ranked[0].candidate
        span, sha256 = best.sentence.span, best.passage.sha256
        return _not_given(Announcement(best.passage.chunk, span, sha256, ()))
    if form.kind == "sentence" and not _asks_for_several(reading.question.text):
        return None
    empty = best_announcement(form, reading, result.passages, view, given=False)
    least = _LEAST_COVERAGE if form.kind == "list" else _SURE_COVERAGE
    if empty is None or empty.met < least:
        return None
    listed = best_announcement(form, reading, result.passages, view, given=True)
    told = max((s.candidate.feature("coverage") for s in ranked[:3]), default=0.0)
    if told > empty.met or (told == empty.met and form.noun and not empty.named):
        return None
    if listed is not None and listed.met >= empty.met:
        return None
    return _not_given(empty)


def _asks_for_several(text: str) -> bool:
    """Whether what is asked can be a list: no mere words to look up, nor what one term means."""
    term = TERM_ASKED.match(text)
    if term is not None and not _OF_SEVERAL.search(term["term"]):
        return False
    return text.rstrip().endswith("?") or REQUEST.match(text) is not None


def _not_given(empty: Announcement) -> Draft:
    """The refusal that says where a list is announced."""
    said = REFUSALS["announced"].format(place=empty.chunk.under)
    line = frame(said, cite(empty.chunk, empty.span, empty.sha256))
    return Draft("not_answered", "list", (line,), _WITHHELD)


def without_announcements(ranked: Sequence[Scored]) -> list[Scored]:
    """The candidates that are not just the announcement of a list."""
    return [scored for scored in ranked if not _announces(scored)]


def _announces(scored: Scored) -> bool:
    chunk, sentence = scored.candidate.passage.chunk, scored.candidate.sentence
    return sentence.kind == "paragraph" and _announcing(chunk, sentence) is not None


def _announcements(chunk: Chunk, sha256: str, view: View) -> Iterator[Announcement]:
    """Notes that say that something is not given, sentences that end in a colon, and those that no
    mark ends where a list does follow.
    """
    for i, sentence in enumerate(chunk.sentences):
        if sentence.kind == "note":
            if requests.ANNOUNCED.search(chunk.sentence_text(sentence)):
                yield Announcement(chunk, sentence.span, sha256, ())
        elif sentence.kind == "paragraph" and (span := _announcing(chunk, sentence)):
            items = () if span.end < sentence.span.end else _items_after(chunk, sentence, view)
            if items or _colon(chunk, sentence) is not None:
                yield Announcement(chunk, span, sha256, items, captions_of(chunk).over[i])


def _says_elsewhere(scored: Scored) -> bool:
    """Whether a sentence says that a list stands in another place."""
    candidate = scored.candidate
    is_said = requests.ELSEWHERE.search(candidate.text) is not None
    return is_said and candidate.sentence.kind == "paragraph"


def _colon(chunk: Chunk, sentence: Sentence) -> Span | None:
    """The announcing part of a sentence: all of it, or up to a colon that a line ends with."""
    text = chunk.sentence_text(sentence)
    if text.rstrip(" *_").endswith(":"):
        return sentence.span
    broken = _BREAKS_OFF.search(text)
    return Span(sentence.span.start, sentence.span.start + broken.start() + 1) if broken else None


def _announcing(chunk: Chunk, sentence: Sentence) -> Span | None:
    """The announcing part of a sentence; all of one that no mark ends and a list follows."""
    if (found := _colon(chunk, sentence)) is not None:
        return found
    at = bisect_left(chunk.sentences, sentence.span.end, key=lambda s: s.span.start)
    if at == len(chunk.sentences) or chunk.sentences[at].kind != "item":
        return None
    if captions_of(chunk).is_caption[at]:
        return None  # a numbered heading, and no list
    return None if _ENDED.search(chunk.sentence_text(sentence)) else sentence.span


def _measured(form: Form, reading: Reading, announcement: Announcement) -> Announcement:
    """The announcement with what it meets; one that names what is listed by all around it."""
    chunk, span = announcement.chunk, announcement.span
    start = chunk.span.start
    raw = chunk.text[span.start - start : span.end - start]
    above = " ".join((*chunk.heading[-1:], announcement.over))
    words = term_set(plain_text(raw, chunk.markup)) | term_set(above)
    # Of a list that is not given nothing but its own name says that it is the one.
    least = _SAYS_IT if announcement.items else 1.0
    names_it = bool(form.noun) and strength(form.noun, words) >= least
    around = term_set(" ".join((chunk.title, *chunk.heading, chunk.text))) if names_it else words
    held = reading.expand(words | around)
    met = coverage(reading.weights, held)
    rest = {t: w for t, w in reading.known_weights.items() if t != form.noun}
    # Nor does its name say so where the rest is of something else.
    is_other = not announcement.items and rest and coverage(rest, held) < _LEAST_OF_REST
    met += _NAMED_BONUS * (names_it and not is_other)
    return replace(announcement, met=met, named=names_it)


def _items_after(chunk: Chunk, announcing: Sentence, view: View) -> tuple[Item, ...]:
    """The items below an announcement: those of a list, or lines that begin as those of one do."""
    items: list[Item] = []
    for later in view.chunks(chunk.document):
        if later.heading != chunk.heading or later.span.end <= announcing.span.end:
            continue
        captions = captions_of(later).is_caption
        for sentence, is_caption in zip(later.sentences, captions, strict=True):
            if sentence.span.start < announcing.span.end:
                continue
            if is_caption or not _is_item(later, sentence, items):
                return tuple(items)
            items.append((later, sentence))
    return tuple(items)


def _is_item(chunk: Chunk, sentence: Sentence, before: Sequence[Item]) -> bool:
    if sentence.kind == "header":
        return True
    if before and sentence.kind != before[-1][1].kind and before[-1][1].kind != "header":
        return False
    if sentence.kind in ("item", "row", "code"):
        return True
    opens = _OPENS_LIST.match(chunk.sentence_text(sentence)) is not None
    return sentence.kind in QUOTABLE and opens

"""Items that stand apart: the sentences of many sections that hold the names of a question."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import english
from assistant import english_lists as lists
from assistant.answer import Statement
from assistant.candidates import QUOTABLE
from assistant.captions import captions_of, paragraph_of
from assistant.draft import quote
from assistant.english_sentences import NEGATION
from assistant.entitling import with_heading
from assistant.expressions import names as names_of
from assistant.forms import Form
from assistant.matching import strength, term_set
from assistant.question import GENERIC_TERMS, SAYS_LITTLE
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.selecting import repeats
from assistant.view import View
from corpus.document import Span
from corpus.markup import plain_text
from index.passage import Chunk

MAX_CHUNKS = 2_000
"""In a larger collection items are looked for in the passages found only."""
_OPENING = 4
"""Within so many characters a sentence opens with a name: behind "The"."""
_MOST_OF_KIND = 12
SAID = 0.7
"""How near a word must come to another to say the same."""


def across_documents(form: Form, reading: Reading, view: View) -> list[Statement]:
    """The first sentence of each section, in all documents, that holds every name of the question
    and what is listed; none where only one does.
    """
    names = reading.question.names - reading.unknown
    if not names or not form.noun or form.noun in names:
        return []
    if view.n_chunks > MAX_CHUNKS:
        return []
    found: dict[tuple[str, ...], Statement] = {}
    for chunk, sha256 in view.every_chunk():
        if not names <= reading.expand(term_set(chunk.text)):
            continue
        for i, sentence in enumerate(chunk.sentences):
            text = plain_text(chunk.sentence_text(sentence), chunk.markup)
            own = reading.expand(term_set(text))
            met = names <= own and strength(form.noun, own) >= SAID
            if sentence.kind in QUOTABLE and met and not english.ANAPHOR.match(text):
                found.setdefault(_place(chunk, i), quote(chunk, sentence, sha256, kind="item"))
    return list(found.values()) if len(found) > 1 else []


def with_key(form: Form, reading: Reading, view: View) -> list[Statement]:
    """The sentences of all documents, one a section, that hold the heaviest word of a question
    without names for all of a kind that hold it: "which of the dishes call for salt"; none where
    only one does.
    """
    match = lists.WITHIN_KIND.match(reading.question.text)
    if match is None or reading.question.names:
        return []
    said = term_set(match["within"]) - SAYS_LITTLE - {form.noun}
    rest = {t: w for t, w in reading.known_weights.items() if t in said}
    key = max(rest, key=lambda term: rest[term], default=None)
    if key is None or not form.noun or view.n_chunks > MAX_CHUNKS:
        return []
    found: dict[tuple[str, ...], Statement] = {}
    for chunk, sha256 in view.every_chunk():
        if key not in term_set(chunk.text):
            continue
        captions = captions_of(chunk)
        for i, sentence in enumerate(chunk.sentences):
            text = plain_text(chunk.sentence_text(sentence), chunk.markup)
            if captions.is_caption[i] or sentence.kind not in QUOTABLE:
                continue
            if key in term_set(text):
                item = quote(chunk, sentence, sha256, kind="item")
                place = captions.over[i] or " › ".join(chunk.heading) or chunk.id
                found.setdefault((chunk.document, place), with_heading(item, chunk, i))
    return list(found.values()) if 1 < len(found) <= _MOST_OF_KIND else []


def said_alike(form: Form, reading: Reading, view: View) -> list[Statement]:
    """The sentences of all documents that open with a name, each with another, and say of it all
    that is asked of what is listed: "Port Osk was closed in 1911"; none where only one does.
    """
    match = lists.PREDICATED.search(reading.question.text)
    said = term_set(match["said"]) - SAYS_LITTLE if match else frozenset()
    is_of_names = bool(reading.question.names) or not form.noun
    if not said or said & reading.unknown or is_of_names or view.n_chunks > MAX_CHUNKS:
        return []
    found: dict[str, Statement] = {}
    for chunk, sha256 in view.every_chunk():
        for sentence in chunk.sentences if _holds(term_set(chunk.text), said) else ():
            text = plain_text(chunk.sentence_text(sentence), chunk.markup)
            is_said = sentence.kind in QUOTABLE and not NEGATION.search(text)
            name = _opening_name(text) if is_said else None
            if name and _holds(term_set(text[name.end :]), said):
                item = quote(chunk, sentence, sha256, kind="item")
                found.setdefault(name.cut(text), item)
    return list(found.values()) if len(found) > 1 else []


def _holds(words: frozenset[str], said: frozenset[str]) -> bool:
    return all(strength(term, words) >= SAID for term in said)


def _opening_name(text: str) -> Span | None:
    """The name that a sentence opens with, an article aside."""
    name = next(names_of(text), None)
    return name if name is not None and name.start <= _OPENING else None


def with_names(form: Form, reading: Reading, ranked: Sequence[Scored]) -> list[Statement]:
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
    chosen = distinct(list(best.values()))
    return [item_of(s) for s in chosen] if len(chosen) > 1 or said else []


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
    return heaviest is not None and strength(heaviest, own) >= SAID


def distinct(scored: Sequence[Scored]) -> list[Scored]:
    """Those that say something else than the ones before them."""
    kept: list[Scored] = []
    for one in scored:
        if not any(repeats(one.candidate.text, other.candidate.text) for other in kept):
            kept.append(one)
    return kept


def item_of(scored: Scored) -> Statement:
    """A ranked sentence as an item."""
    passage = scored.candidate.passage
    return quote(passage.chunk, scored.candidate.sentence, passage.sha256, kind="item")

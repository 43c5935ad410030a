"""Items that stand apart: the sentences of many sections that hold the names of a question."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import english
from assistant.answer import Statement
from assistant.candidates import QUOTABLE
from assistant.captions import paragraph_of
from assistant.draft import quote
from assistant.forms import Form
from assistant.matching import strength, term_set
from assistant.question import GENERIC_TERMS
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.selecting import repeats
from assistant.view import View
from corpus.markup import plain_text
from index.passage import Chunk

MAX_CHUNKS = 2_000
"""In a larger collection items are looked for in the passages found only."""
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
    for info in view.documents():
        for chunk in view.chunks(info.id):
            if not names <= reading.expand(term_set(chunk.text)):
                continue
            for i, sentence in enumerate(chunk.sentences):
                text = plain_text(chunk.sentence_text(sentence), chunk.markup)
                own = reading.expand(term_set(text))
                met = names <= own and strength(form.noun, own) >= SAID
                if sentence.kind in QUOTABLE and met and not english.ANAPHOR.match(text):
                    found.setdefault(
                        _place(chunk, i), quote(chunk, sentence, info.sha256, kind="item")
                    )
    return list(found.values()) if len(found) > 1 else []


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

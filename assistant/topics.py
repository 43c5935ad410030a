"""The sentences of a document with the paragraphs they stand in and open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from assistant import english
from assistant.answer import Statement
from assistant.candidates import QUOTABLE
from assistant.draft import quote
from assistant.forms import Form
from assistant.matching import term_set
from assistant.scoring import Scored
from assistant.view import View
from corpus.markup import plain_text
from index.passage import Chunk, Sentence

_LOOKED_AT = 2
_LEAST_ITEMS = 2
MAX_CHUNKS = 400
"""Of a longer document only the beginning is read, so that a book does not take seconds."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A quotable sentence, and whether it opens its paragraph; ``paragraph`` is what that says."""

    chunk: Chunk
    sentence: Sentence
    text: str
    opens: bool
    paragraph: str


def read_topics(view: View, document: str) -> tuple[Topic, ...]:
    """The quotable sentences of a document in view, in reading order.

    A paragraph ends at a blank line, at a heading, and, in plain text, where a line ends with a
    sentence.
    """
    paragraphs: list[list[tuple[Chunk, Sentence, str]]] = []
    last: tuple[Chunk, Sentence] | None = None
    for chunk, sentence in _sentences(view, document):
        if last is None or _parted(view, last, (chunk, sentence)):
            paragraphs.append([])
        last = (chunk, sentence)
        if sentence.kind in QUOTABLE:
            text = plain_text(chunk.sentence_text(sentence), chunk.markup)
            paragraphs[-1].append((chunk, sentence, text))
    return tuple(topic for paragraph in paragraphs for topic in _topics(paragraph))


def _topics(paragraph: list[tuple[Chunk, Sentence, str]]) -> Iterator[Topic]:
    whole = " ".join(text for _, _, text in paragraph)
    for i, (chunk, sentence, text) in enumerate(paragraph):
        yield Topic(chunk, sentence, text, i == 0, whole)


def _sentences(view: View, document: str) -> Iterator[tuple[Chunk, Sentence]]:
    for chunk in view.chunks(document)[:MAX_CHUNKS]:
        for sentence in chunk.sentences:
            yield chunk, sentence


def _parted(view: View, last: tuple[Chunk, Sentence], here: tuple[Chunk, Sentence]) -> bool:
    (before, ended), (chunk, sentence) = last, here
    if before.heading != chunk.heading or ended.kind != sentence.kind:
        return True
    if before is chunk:
        offset = chunk.span.start
        gap = chunk.text[ended.span.end - offset : sentence.span.start - offset]
    else:
        gap = view.index.document(chunk.document)[1][ended.span.end : sentence.span.start]
    return "\n" in gap if chunk.markup == "plain" else gap.count("\n") > 1


def after_topic(
    form: Form, ranked: Sequence[Scored], view: View, most: int
) -> tuple[Statement, ...]:
    """A sentence that says there are several of what is asked for, and those after it in its
    paragraph as items; empty where none of the best sentences says so, or gives them itself.
    """
    for scored in ranked[:_LOOKED_AT]:
        text = scored.candidate.text
        if not _says_several(text, form.noun) or english.ENUMERATION.search(text):
            continue
        passage, sentence = scored.candidate.passage, scored.candidate.sentence
        topics = read_topics(view, passage.chunk.document)
        at = next((i for i, t in enumerate(topics) if t.sentence.span == sentence.span), None)
        if at is None:
            return ()
        after = [t for t in topics[at + 1 :] if t.paragraph == topics[at].paragraph]
        items = list(takewhile(lambda t: not english.TURNS.match(t.text), after))[:most]
        if len(items) >= _LEAST_ITEMS:
            lead = quote(passage.chunk, sentence, passage.sha256)
            return (
                lead,
                *(quote(t.chunk, t.sentence, passage.sha256, kind="item") for t in items),
            )
    return ()


def _says_several(text: str, noun: str) -> bool:
    """Whether a word of number or variety stands before what is listed."""
    found = english.SEVERAL.finditer(text) if noun else iter(())
    return any(noun in term_set(match["np"]) for match in found)

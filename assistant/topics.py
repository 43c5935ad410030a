"""The sentences of a document with the paragraphs they stand in and open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.candidates import QUOTABLE
from assistant.view import View
from corpus.markup import plain_text
from index.passage import Chunk, Sentence

_AROUND = 2
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


def read_topics(view: View, document: str, near: Chunk | None = None) -> tuple[Topic, ...]:
    """The quotable sentences of a document in view, in reading order; with ``near`` only those of
    that chunk and the ones around it.

    A paragraph ends at a blank line, at a heading, and, in plain text, where a line ends with a
    sentence.
    """
    paragraphs: list[list[tuple[Chunk, Sentence, str]]] = []
    last: tuple[Chunk, Sentence] | None = None
    for chunk, sentence in _sentences(view, document, near):
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


def _sentences(view: View, document: str, near: Chunk | None) -> Iterator[tuple[Chunk, Sentence]]:
    chunks = view.chunks(document)
    at = next((i for i, c in enumerate(chunks) if near is not None and c.id == near.id), None)
    read = chunks[:MAX_CHUNKS] if at is None else chunks[max(0, at - _AROUND) : at + _AROUND + 1]
    for chunk in read:
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

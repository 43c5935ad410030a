"""Everybody, or every firm, that the documents name together with something: each once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant import english_connecting as english
from assistant.answer import Statement
from assistant.candidates import QUOTABLE
from assistant.draft import quote
from assistant.expressions import names
from assistant.forms import Form
from assistant.matching import term_set
from assistant.phrases import names_in
from assistant.question import Question
from assistant.reading import Reading
from assistant.scattered import MAX_CHUNKS
from assistant.view import View
from corpus.markup import plain_text
from index.passage import Chunk

_HEAVY = 0.25
"""A word of less weight does not tell what is meant."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence that may be quoted, with its document's hash."""

    chunk: Chunk
    position: int
    text: str
    sha256: str

    @property
    def item(self) -> Statement:
        return quote(self.chunk, self.chunk.sentences[self.position], self.sha256, kind="item")


def asks_connected(question: Question) -> str:
    """Whether people or firms are asked for that are connected with something named: "person" or
    "firm"; empty for any other question.
    """
    match = english.CONNECTED.match(question.text)
    if match is None:
        return ""
    return "firm" if match["firm"] else "person"


def connected(form: Form, reading: Reading, view: View) -> list[Statement]:
    """For each name of the kind asked for, the first sentence that holds it and what it is
    connected with, or stands below a heading that is that; none where only one does.
    """
    kind = asks_connected(reading.question)
    key = _key(reading)
    if form.kind != "list" or not kind or not key or view.n_chunks > MAX_CHUNKS:
        return []
    is_called = english.CALLED.search(reading.question.text) is not None
    lines = list(_lines(view))
    places = frozenset(name for line in lines for name in english.after_place(line.text))
    found: dict[tuple[str, int], Statement] = {}
    known: list[frozenset[str]] = []
    for line in lines:
        if not _is_about(key, line, reading):
            continue
        for name in _named(kind, line.text, places):
            terms = term_set(name)
            is_asked = key <= terms if is_called else not terms & key
            if not is_asked or any(terms <= other or other <= terms for other in known):
                continue
            known.append(terms)
            found.setdefault((line.chunk.id, line.position), line.item)
    return list(found.values()) if len(known) > 1 else []


def _key(reading: Reading) -> frozenset[str]:
    """The terms of what they are connected with: its names, else the words that say something."""
    question = reading.question
    known = frozenset(question.terms) - reading.unknown - english.SAYING
    return (question.names - reading.unknown) or frozenset(
        t for t in known if reading.weights[t] >= _HEAVY
    )


def _lines(view: View) -> Iterator[_Line]:
    for chunk, sha256 in view.every_chunk():
        for i, sentence in enumerate(chunk.sentences):
            if sentence.kind in QUOTABLE:
                text = plain_text(chunk.sentence_text(sentence), chunk.markup)
                yield _Line(chunk, i, text, sha256)


def _is_about(key: frozenset[str], line: _Line, reading: Reading) -> bool:
    """Whether a sentence holds the name, or stands below a title or heading that does."""
    above = term_set(" ".join((line.chunk.title, *line.chunk.heading)))
    return key <= reading.expand(term_set(line.text)) or key <= reading.expand(above)


def _named(kind: str, text: str, places: frozenset[str]) -> Sequence[str]:
    """The names of a sentence that can be a person's, or a firm's."""
    if kind == "firm":
        found = [span.cut(text) for span in names(text)]
        firms = [n for n in found if english.FIRM.search(n) and n not in places]
        return [n for n in found if n in firms or english.is_firm_before(text, n)]
    found = [name for _, name in names_in(text)]
    return [n for n in found if english.is_person(n) and n not in places]

"""Examples of something: the sentences that say of a name to be one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from assistant import english
from assistant import english_lists as lists
from assistant.answer import Statement
from assistant.candidates import QUOTABLE
from assistant.draft import quote
from assistant.expressions import names
from assistant.matching import strength, term_set
from assistant.reading import Reading
from assistant.scattered import MAX_CHUNKS
from assistant.selecting import repeats
from assistant.view import View
from corpus.markup import plain_text

Told = TypeVar("Told")

_MET = 0.7


def examples(reading: Reading, view: View) -> tuple[Statement, ...]:
    """The sentences of all documents that say of a name to be one of what examples are asked of,
    each name once; empty where none does.

    "The X of A and B ...", "A is an X", "an example of an X", "X such as A".
    """
    match = lists.EXAMPLES_OF.search(reading.question.text)
    wanted = term_set(match["of"]) - reading.unknown if match else frozenset()
    if not wanted or view.n_chunks > MAX_CHUNKS:
        return ()
    head = (term_set(match["of"].split()[-1]) if match else frozenset()) or wanted
    found: list[Statement] = []
    shown: list[frozenset[str]] = []
    for chunk, sha256 in view.every_chunk():
        for sentence in chunk.sentences:
            text = plain_text(chunk.sentence_text(sentence), chunk.markup)
            above = term_set(" ".join(chunk.heading))
            name = _named(text, wanted, head) or _below(text, wanted, above)
            name = name if sentence.kind in QUOTABLE else frozenset()
            if not name or any(name <= other or other <= name for other in shown):
                continue
            if not any(repeats(text, other.text) for other in found):
                found.append(quote(chunk, sentence, sha256, kind="item"))
                shown.append(name)
    return tuple(found)


def _named(text: str, wanted: frozenset[str], head: frozenset[str]) -> frozenset[str]:
    """The terms of what a sentence says to be one of what is wanted; none where it says so of
    nothing that has a name.
    """
    for pattern, is_before in ((lists.KIND_OF_NAMES, False), (lists.IS_ONE, True)):
        match = pattern.search(text)
        if match is None:
            continue
        said = term_set(match["kind"])
        if not _holds(head if not is_before else wanted, said):
            continue
        if not is_before and not _holds(wanted, term_set(text)):
            continue
        span = text[: match.start()] if is_before else text[match.end("kind") :]
        return _names_of(span)
    return frozenset()


def _below(text: str, wanted: frozenset[str], above: frozenset[str]) -> frozenset[str]:
    """The terms of the name that a sentence says to be an example, below a heading of it."""
    match = lists.IS_EXAMPLE.search(text)
    is_below = match is not None and _holds(wanted, above)
    return _names_of(text[: match.start()]) if match and is_below else frozenset()


def _holds(wanted: frozenset[str], held: frozenset[str]) -> bool:
    return all(strength(term, held) >= _MET for term in wanted)


def _names_of(text: str) -> frozenset[str]:
    """The terms of the names that stand side by side first in ``text``."""
    spans = list(names(text))
    if not spans:
        return frozenset()
    last = spans[0]
    for span in spans[1:]:
        if not re.fullmatch(r",?\s+(?:and|with)\s+(?:the\s+)?|,\s+", text[last.end : span.start]):
            break
        last = span
    return term_set(text[spans[0].start : last.end])


def asked_for(reading: Reading, items: Sequence[Told]) -> Sequence[Told]:
    """As many as the question asks for by number."""
    match = lists.EXAMPLES_OF.search(reading.question.text)
    number = (match["n"] or "").lower() if match else ""
    n = int(number) if number.isdigit() else english.COUNTS.get(number, len(items))
    return items[:n]

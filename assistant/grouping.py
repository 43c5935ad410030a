"""All about one name: the sentences that hold it, grouped by section."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Statement
from assistant.candidates import QUOTABLE
from assistant.draft import frame, quote
from assistant.matching import term_set
from assistant.reading import Reading
from assistant.texts import GROUPS
from corpus.markup import plain_text
from index.index import Index
from index.passage import Passage, Sentence

SCANNED_PASSAGES = 60
SHOWN_A_GROUP = 2
MAX_GROUPS = 6

_Found = tuple[Passage, Sentence]
_Place = tuple[str, tuple[str, ...]]


def group_about(name: str, reading: Reading, index: Index) -> tuple[Statement, ...]:
    """What the passages say of ``name``, grouped by section, at most two sentences a group.

    The first line counts the sentences that hold the name, among the best passages for it.
    Empty where no sentence holds the name.
    """
    key = term_set(name) - reading.unknown
    if not key:
        return ()
    result = index.search(reading.query, k=SCANNED_PASSAGES)
    groups: dict[_Place, list[_Found]] = {}
    for passage in result.passages:
        found = _holding(passage, key, reading)
        if found:
            chunk = passage.chunk
            place = chunk.heading or (chunk.id,)
            groups.setdefault((chunk.document, place), []).extend(found)
    if not groups:
        return ()
    return _statements(name, groups)


def _holding(passage: Passage, key: frozenset[str], reading: Reading) -> list[_Found]:
    chunk = passage.chunk
    return [
        (passage, sentence)
        for sentence in chunk.sentences
        if sentence.kind in QUOTABLE
        and key <= reading.expand(term_set(plain_text(chunk.sentence_text(sentence), chunk.markup)))
    ]


def _statements(
    name: str, groups: dict[_Place, list[_Found]]
) -> tuple[Statement, ...]:
    n_sentences = sum(len(found) for found in groups.values())
    shown: list[Statement] = []
    for found in list(groups.values())[:MAX_GROUPS]:
        chunk = found[0][0].chunk
        shown.extend(_shown(found, chunk.heading[-1] if chunk.heading else chunk.title))
    head = GROUPS["head"] if len(shown) == n_sentences else GROUPS["shown"]
    line = head.format(
        name=name,
        sentences=_count(n_sentences, "sentence"),
        groups=_count(len(groups), "passage"),
        shown=len(shown),
    )
    return (frame(line), *shown)


def _shown(found: Sequence[_Found], label: str) -> list[Statement]:
    return [
        quote(passage.chunk, sentence, passage.sha256, kind="item", label=label)
        for passage, sentence in found[:SHOWN_A_GROUP]
    ]


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"

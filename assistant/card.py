"""The collection card: what a collection holds, counted once and kept with its index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from assistant.answer import Citation
from assistant.draft import cite
from assistant.phrases import Counted, key_phrases, main_names, sentence_texts
from assistant.records import is_row_number, read_tables
from assistant.view import View
from corpus.markup import plain_text
from index.index import Index
from index.passage import Chunk, DocumentInfo

CARD = "card.json"
CARD_VERSION = 3
"""Raised with every change after which a card made anew would differ from one that is kept."""
MAX_CHUNKS = 1_000
"""Phrases and names are counted in so many passages; where there are more, the card says so."""
MAX_TITLES, MAX_HEADINGS = 12, 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A document: its title, its words, its first headings, how many more, and its beginning.

    Of a sheet ``n_rows`` are its rows, and ``headings`` the names of its columns; 0 of all others.
    """

    title: str
    n_words: int
    headings: tuple[str, ...]
    n_more_headings: int
    beginning: Citation | None
    n_rows: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """What a collection holds. Every number can be recounted from the index.

    ``entries``: the documents, the first ``MAX_TITLES`` of those that were read; ``n_read``: how
    many were read, evenly spread, for phrases and names. ``examples``: questions known to be
    answered.
    """

    n_documents: int
    n_passages: int
    n_read: int
    entries: tuple[Entry, ...]
    phrases: tuple[Counted, ...]
    names: tuple[Counted, ...]
    examples: tuple[str, ...] = ()


def make_card(view: View) -> Card:
    """Read the documents in view, up to ``MAX_CHUNKS`` passages, and count; without examples."""
    documents = view.documents()
    read = _spread(documents)
    chunks = {info.id: view.chunks(info.id) for info in read}
    sentences = [text for parts in chunks.values() for text in sentence_texts(parts)]
    return Card(
        n_documents=len(documents),
        n_passages=_n_passages(view),
        n_read=len(read),
        entries=tuple(_entry(info, chunks[info.id]) for info in read[:MAX_TITLES]),
        phrases=key_phrases(sentences),
        names=main_names(sentences),
    )


def keep_card(index: Index, card: Card, made_with: str) -> None:
    """Keep ``card`` with the state of the index that it is of; ``made_with``: by what."""
    record = {"version": CARD_VERSION, "made_with": made_with, "card": asdict(card)}
    index.keep(CARD, json.dumps(record, ensure_ascii=False))


def kept_card(index: Index, made_with: str) -> Card | None:
    """The card kept with this state of the index; null where none is, or one of another make."""
    try:
        record = json.loads(index.kept(CARD))
        if (record["version"], record["made_with"]) != (CARD_VERSION, made_with):
            return None
        return _read(record["card"])
    except (ValueError, KeyError, TypeError):
        return None


def count_words(chunks: Iterable[Chunk]) -> int:
    """The words of a document, headings included, markup not."""
    return sum(len(plain_text(chunk.text, chunk.markup).split()) for chunk in chunks)


def _read(data: dict[str, Any]) -> Card:
    entries = (Entry(**entry) for entry in data["entries"])
    listed = {
        "entries": tuple(
            replace(
                entry, headings=tuple(entry.headings), beginning=_read_citation(entry.beginning)
            )
            for entry in entries
        ),
        "phrases": tuple(Counted(**counted) for counted in data["phrases"]),
        "names": tuple(Counted(**counted) for counted in data["names"]),
        "examples": tuple(data["examples"]),
    }
    return Card(**(data | listed))


def _read_citation(data: Any) -> Citation | None:
    return Citation(**(data | {"heading": tuple(data["heading"])})) if data else None


def _n_passages(view: View) -> int:
    documents = view.documents()
    if view.hidden == ():
        return sum(info.n_chunks for info in documents)
    return sum(len(view.chunks(info.id)) for info in documents)


def _entry(info: DocumentInfo, chunks: Sequence[Chunk]) -> Entry:
    headings, n_rows = _outline(chunks)
    first = next((s for chunk in chunks[:1] for s in chunk.sentences), None)
    return Entry(
        title=info.title,
        n_words=count_words(chunks),
        headings=headings[:MAX_HEADINGS],
        n_more_headings=max(0, len(headings) - MAX_HEADINGS),
        beginning=cite(chunks[0], first.span, info.sha256) if first else None,
        n_rows=n_rows,
    )


def _outline(chunks: Sequence[Chunk]) -> tuple[tuple[str, ...], int]:
    """The first level of headings, and 0; of a sheet, its columns and the number of its rows."""
    headings = dict.fromkeys(chunk.heading[0] for chunk in chunks if chunk.heading)
    if headings and all(map(is_row_number, headings)):
        columns = (column for table in read_tables(chunks) for column in table.columns)
        return tuple(dict.fromkeys(columns)), len(headings)
    return tuple(headings), 0


def _spread(documents: Sequence[DocumentInfo]) -> tuple[DocumentInfo, ...]:
    """All documents, or every n-th of them, so that they hold at most ``MAX_CHUNKS`` passages."""
    step = 1
    while step < len(documents) and sum(d.n_chunks for d in documents[::step]) > MAX_CHUNKS:
        step += 1
    return tuple(documents[::step])

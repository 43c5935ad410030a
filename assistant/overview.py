"""What the collection holds, as an answer: the collection card, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant import english_requests as requests
from assistant.answer import Statement
from assistant.beside import goes_back
from assistant.card import Card, Entry
from assistant.draft import Draft, frame
from assistant.residue import asks_of_collection
from assistant.smalltalk import reply

_OWN_CLAUSE = re.compile(requests.OWN_CLAUSE, re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!:;])\s+")


def is_overview_question(question: str) -> bool:
    """Whether the whole of ``question`` asks what the collection holds or what can be asked.

    >>> is_overview_question("What is in here?"), is_overview_question("What is in the box?")
    (True, False)
    """
    text = " ".join(question.replace("’", "'").split())
    if requests.OVERVIEW.fullmatch(text) is not None:
        return True
    *before, last = _SENTENCES.split(text)
    if not asks_of_collection(_OWN_CLAUSE.sub("", last)) or goes_back(last, " ".join(before)):
        return False
    return reply(text) is None


def overview(card: Card) -> Draft:
    """The collection card as an answer; nothing is counted here."""
    lines = (*_titles(card), *_counts(card))
    return Draft("about", "overview", lines, confidence=1.0, suggestions=card.examples)


def _titles(card: Card) -> Iterator[Statement]:
    sizes = _counted(card.n_documents, "document"), _counted(card.n_passages, "passage")
    yield frame(f"{', '.join(sizes)}.")
    for entry in card.entries:
        text = _title(entry)
        yield frame(text, entry.beginning) if entry.beginning else frame(text)
    more = card.n_documents - len(card.entries)
    if more:
        yield frame(f"{_counted(more, 'more document')}.")


def _counts(card: Card) -> Iterator[Statement]:
    if card.n_read < card.n_documents:
        yield frame(f"Counted below in {card.n_read:,} of {card.n_documents:,} documents.")
    for what, counted in (("Key phrases", card.phrases), ("Most named", card.names)):
        if counted:
            listed = ", ".join(f"{c.text} ({_counted(c.n_sentences, 'sentence')})" for c in counted)
            yield frame(f"{what}: {listed}.")


def _title(entry: Entry) -> str:
    shown = "; ".join(entry.headings)
    if entry.n_more_headings:
        shown += f"; {entry.n_more_headings} more"
    text = f"“{entry.title}”, {_counted(entry.n_words, 'word')}"
    if entry.n_rows:
        columns = f" with the columns {shown}" if shown else ""
        return f"{text}: {_counted(entry.n_rows, 'row')}{columns}."
    return f"{text}: {shown}." if shown else f"{text}."


def _counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"

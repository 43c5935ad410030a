"""Letters and e-mails: who writes to whom, when and about what, read from head and foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import english
from assistant import english_letters as letters
from assistant.expressions import names
from corpus.document import Span
from corpus.markup import plain_text
from index.passage import Chunk, Sentence

_MAX_WORDS = 8
_SIGNED_LINES = 3
_FIELD_LINES, _HEAD_LINES = 6, 8
"""So many lines may the head of an e-mail, and that of a letter, have."""
_ENDS = (".", "?", "!", ";", ":", ",")
_DASH = re.compile(r"^[-–—~]+\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document as a reader sees it, and where it stands."""

    chunk: Chunk
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What the head and the foot of a letter or an e-mail say; null where they do not.

    ``closing`` stands above ``sender`` in a letter; ``role``: the line below the sender's name.
    """

    lines: tuple[Line, ...]
    is_mail: bool = False
    sender: Line | None = None
    recipient: Line | None = None
    date: Line | None = None
    subject: Line | None = None
    closing: Line | None = None
    role: Line | None = None

    @property
    def text(self) -> str:
        """All of it, as a reader sees it."""
        return " ".join(line.text for line in self.lines)


def is_courtesy(text: str) -> bool:
    """Whether a line only greets or takes leave: it answers nothing.

    >>> is_courtesy("Dear Mrs Okafor,"), is_courtesy("Best wishes,"), is_courtesy("I wish it.")
    (True, True, False)
    """
    return _greets(text) or _takes_leave(text)


def read_letters(chunks: Sequence[Chunk]) -> list[Letter]:
    """The letters and e-mails of one document, in reading order; empty where it holds none."""
    lines = [line for chunk in chunks for s in chunk.sentences for line in _lines(chunk, s)]
    mails = [i for i in range(len(lines)) if _begins_mail(lines, i)]
    if mails:
        ends = [*mails[1:], len(lines)]
        return [_mail(lines[start:end]) for start, end in zip(mails, ends, strict=True)]
    greeted = [i for i, line in enumerate(lines) if _greets(line.text)]
    parts = zip([-1, *greeted], greeted, [*greeted[1:], len(lines)], strict=False)
    found = (_letter(lines, before + 1, at, end) for before, at, end in parts)
    return [letter for letter in found if letter.sender is not None]


def _lines(chunk: Chunk, sentence: Sentence) -> Iterator[Line]:
    raw, start = chunk.sentence_text(sentence), sentence.span.start
    for match in re.finditer(r"[^\s](?:[^\n]*[^\s])?", raw):
        text = plain_text(match.group(), chunk.markup)
        if text:
            yield Line(chunk, Span(start + match.start(), start + match.end()), text)


def _greets(text: str) -> bool:
    short = len(text.split()) <= _MAX_WORDS
    return short and letters.SALUTATION.fullmatch(text.strip()) is not None


def _takes_leave(text: str) -> bool:
    short = len(text.split()) <= _MAX_WORDS
    return short and letters.CLOSING.fullmatch(text.strip()) is not None


def _field(line: Line) -> str:
    """The name of the field of an e-mail's head that a line is; empty for none."""
    match = letters.FIELD.fullmatch(line.text)
    return match["name"].lower() if match else ""


def _begins_mail(lines: Sequence[Line], i: int) -> bool:
    """Whether the head of an e-mail begins here: a sender, with two other fields at most."""
    if not _field(lines[i]) or (i and _field(lines[i - 1])):
        return False
    fields = {_field(line) for line in lines[i : i + _FIELD_LINES]}
    return "from" in fields and len(fields & {"to", "date", "sent", "subject"}) >= 1


def _mail(lines: Sequence[Line]) -> Letter:
    first: dict[str, Line] = {}
    for line in lines[:_FIELD_LINES]:
        first.setdefault(_field(line), line)
    foot = _foot(lines, 0)
    return replace(
        foot,
        lines=tuple(lines),
        is_mail=True,
        sender=first.get("from"),
        recipient=first.get("to"),
        date=first.get("date") or first.get("sent"),
        subject=first.get("subject"),
        closing=None,
    )


def _letter(lines: Sequence[Line], least: int, at: int, end: int) -> Letter:
    """The letter that greets in line ``at`` and ends before the head of the one in ``end``."""
    head = lines[max(least, at - _HEAD_LINES) : at]
    dated = [line for line in head if _is_date(line.text)]
    foot = _foot(lines[at + 1 : end], 0)
    return replace(
        foot,
        lines=(*head, *lines[at:end]),
        recipient=lines[at],
        date=dated[-1] if dated else foot.date,
    )


def _foot(lines: Sequence[Line], start: int) -> Letter:
    """What stands below the last leave that is taken: a name, and what its bearer is."""
    leaves = [i for i in range(start, len(lines)) if _takes_leave(lines[i].text)]
    at = next((i for i in leaves if _signature(lines, i + 1)), None)
    if at is None:
        return Letter(())
    signed = _signature(lines, at + 1)
    return Letter(
        (), sender=signed[0], closing=lines[at], role=signed[1] if len(signed) > 1 else None
    )


def _signature(lines: Sequence[Line], start: int) -> list[Line]:
    """The lines of a signature: short, and none a sentence; the first a name."""
    found: list[Line] = []
    for line in lines[start : start + _SIGNED_LINES]:
        text = _DASH.sub("", line.text)
        if len(text.split()) > _MAX_WORDS or (text.endswith(_ENDS) and len(text.split()) > 3):
            break
        found.append(line)
    named = found and next(names(_DASH.sub("", found[0].text)), None) is not None
    return found if named else []


def _is_date(text: str) -> bool:
    """Whether a line is a date, perhaps with a place before it."""
    return len(text.split()) <= _MAX_WORDS and english.DATE.search(text) is not None

"""A chat model's stream of text, cut into sentences as they are completed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.models.markers import before_stop, read_markers
from corpus.document import Block, Span
from index.sentences import split_block

_BULLET = re.compile(r"[ \t>]*(?:[-*+•–‣]|\(?\d{1,2}[.)])[ \t]+(?=\S)")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")
_FENCE = re.compile(r"[ \t]*(?:`{3,}|~{3,})")
_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)\s*", re.DOTALL | re.IGNORECASE)
_MAYBE_THOUGHT = re.compile(r"<[/a-z]{0,9}\Z", re.IGNORECASE)
_WORD_AND_MORE = re.compile(r"\S\s+\S")
_OPEN_MARKER = re.compile(r"\s*[\[(［（【][^\])］）】]{0,12}\Z")
_ENDED = re.compile(r"[.!?。！？][\"”’)*_]*\Z")
_ALL = 999


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence as the model wrote it, markers included, and whether it is a list's item."""

    text: str
    is_item: bool = False


class SentenceStream:
    """Takes text in pieces and gives each sentence once it is sure to be whole.

    That is when a word of the next one has come, or its line has ended: markers may follow the
    full stop. What a model thinks aloud in ``<think>`` is not said, nor are headings and fences.
    """

    def __init__(self) -> None:
        self._heard = ""
        self._rest = ""
        self._is_item, self._is_fresh = False, True

    def feed(self, piece: str) -> Iterator[Spoken]:
        """The sentences that ``piece`` completes."""
        self._hear(piece)
        *lines, rest = self._rest.split("\n")
        for line in lines:
            yield from self._line(line)
        self._rest = rest
        if any(c.isspace() for c in piece):
            yield from self._complete()

    def finish(self, *, is_whole: bool = True) -> Iterator[Spoken]:
        """The last sentences; not the very last if the text broke off, unless it has its end."""
        if not self._heard.lower().startswith("<think"):
            self._rest += self._heard
        if not is_whole:
            self._rest = _OPEN_MARKER.sub("", self._rest)
            spans = self._open_line()
            if spans and not _ENDED.search(spans[-1].cut(self._rest)):
                self._rest = self._rest[: spans[-1].start]
        yield from self._line(self._rest)

    def _hear(self, piece: str) -> None:
        """Add ``piece`` to what is said, without thoughts; what may open one waits."""
        heard = self._heard + piece
        opened = re.search(r"<think", heard, re.IGNORECASE)
        if opened and not re.search(r"</think(?:ing)?>", heard[opened.start() :], re.IGNORECASE):
            self._rest += heard[: opened.start()]
            self._heard = heard[opened.start() :]
            return
        heard = _THOUGHT.sub("", heard)
        waits = _MAYBE_THOUGHT.search(heard)
        at = waits.start() if waits else len(heard)
        self._rest, self._heard = self._rest + heard[:at], heard[at:]

    def _line(self, line: str) -> Iterator[Spoken]:
        """The sentences of a whole line, or of what is left of it."""
        self._rest = line
        for sentence in self._open_line():
            yield Spoken(sentence.cut(self._rest), self._is_item)
        self._rest, self._is_fresh, self._is_item = "", True, False

    def _complete(self) -> Iterator[Spoken]:
        """The sentences of the unfinished line that another one has begun after."""
        spans = self._open_line()
        while len(spans) > 1:
            following = read_markers(spans[1].cut(self._rest), _ALL).text
            is_word = bool(following) and self._rest[-1:].isspace()
            if len(spans) == 2 and not is_word and not _WORD_AND_MORE.search(following):
                return
            yield Spoken(spans[0].cut(self._rest), self._is_item)
            self._rest, self._is_fresh = self._rest[spans[1].start :], False
            spans = self._open_line()

    def _open_line(self) -> list[Span]:
        """Where the sentences of the line stand, once its bullet and its markers are put right."""
        if self._is_fresh and (_FENCE.match(self._rest) or _HEADING.match(self._rest)):
            return []
        bullet = _BULLET.match(self._rest) if self._is_fresh else None
        if bullet is not None:
            self._is_item, self._is_fresh = True, False
            self._rest = self._rest[bullet.end() :]
        self._rest = before_stop(self._rest)
        block = Block(Span(0, len(self._rest)), "paragraph")
        return [sentence.span for sentence in split_block(self._rest, block)]

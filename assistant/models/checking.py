"""A chat model's sentence, with the exact sentences that support it, or without support."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from time import perf_counter

from assistant.answer import Citation, Statement
from assistant.draft import cite
from assistant.models.english_orders import ORDER
from assistant.models.markers import read_markers
from assistant.models.sentences import Spoken
from assistant.models.standin import Support, check
from corpus.document import Span
from corpus.markup import plain_text
from index.index import Index
from index.passage import Passage

_LEANS = re.compile(
    r"(?:(?:and|but|so|then|also|however|therefore|thus),?\s+)?"
    r"(?:it|its|he|she|his|her|they|their|these|those|this|that|such|the (?:former|latter|same))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w")


@dataclass(slots=True)
class Checker:
    """Checks the sentences of one answer in order; remembers what was said before."""

    passages: Sequence[Passage]
    index: Index
    seconds: list[float] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)
    _last: Statement | None = None

    def check(self, spoken: Spoken) -> Statement | None:
        """The sentence as a statement, supported or not; null if it says nothing new.

        The passages it cites are tried first, then the others: a model that names the wrong one
        may still be right, and the citations are of what supports it.
        """
        marked = read_markers(spoken.text, len(self.passages))
        text = plain_text(marked.text, "markdown").strip()
        if not _WORD.search(text) or text.casefold() in self._told:
            return None
        self._told.add(text.casefold())
        started = perf_counter()
        cited = [self.passages[n - 1] for n in marked.cited]
        evidence = self._evidence(text, cited)
        self.seconds.append(perf_counter() - started)
        self._last = Statement(
            text=text,
            kind="item" if spoken.is_item else "sentence",
            status="supported" if evidence.supported else "unsupported",
            support=min(1.0, max(0.0, evidence.value)),
            citations=evidence.citations or self._nearest(cited),
        )
        return self._last

    def _evidence(self, text: str, cited: Sequence[Passage]) -> _Evidence:
        if ORDER.search(text) or (_LEANS.match(text) and not self._has_subject()):
            return _Evidence(False, 0.0, ())
        found = _Evidence(False, 0.0, ())
        for passages in (cited, self.passages):
            if passages:
                tried = self._read(check(text, passages, self.index))
                found = max(found, tried, key=lambda e: (e.supported, e.value))
            if found.supported:
                break
        return found

    def _has_subject(self) -> bool:
        """Whether the sentence before, which a pronoun leans on, stands."""
        return self._last is not None and self._last.status == "supported"

    def _read(self, support: Support) -> _Evidence:
        """What supports a sentence, as citations; what tells a reader what to do supports none."""
        citations = tuple(c for s in support.sentences for c in self._cited(s.document, s.span))
        is_order = any(ORDER.search(citation.quote) for citation in citations)
        return _Evidence(
            support.supported and bool(citations) and not is_order, support.value, citations
        )

    def _cited(self, document: str, span: Span) -> Iterator[Citation]:
        for passage in self.passages:
            chunk = passage.chunk
            if chunk.document == document and chunk.span.overlap(span) == span.length:
                yield cite(chunk, span, passage.sha256)
                return

    def _nearest(self, cited: Sequence[Passage]) -> tuple[Citation, ...]:
        """The whole of the first passage: what an unsupported sentence can be held against."""
        passage = [*cited, *self.passages][0]
        return (cite(passage.chunk, passage.chunk.span, passage.sha256),)


@dataclass(frozen=True, slots=True)
class _Evidence:
    supported: bool
    value: float
    citations: tuple[Citation, ...]

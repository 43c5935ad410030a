"""The sentences of passages as evidence: each with what it is read under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.support import english_claims as english
from corpus.markup import plain_text
from index.passage import Chunk, Passage

_FARTHEST = 3
QUOTABLE = ("paragraph", "item", "row", "code")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a passage that may support a claim.

    ``text`` is plain, as a reader sees it; of a row or item it is preceded, in ``said``, by the
    line that says what it lists. ``antecedent`` is what an opening "it" may refer to: sentences
    before it. ``above``: title and headings. ``leans``: it opens with a pronoun.
    """

    passage: Passage
    position: int
    text: str
    said: str
    antecedent: str
    above: str
    leans: bool

    @property
    def lead(self) -> str:
        """The line that says what it lists, of a row or item; else empty."""
        return self.said[: len(self.said) - len(self.text)]

    @property
    def context(self) -> str:
        """Everything it is read with, itself included."""
        return f"{self.above}\n{self.antecedent}\n{self.said}"


def read_evidence(passages: Sequence[Passage]) -> list[Evidence]:
    """Every quotable sentence of ``passages``, in rank and reading order."""
    return [
        Evidence(passage, position, *parts)
        for passage in passages
        for position, parts in _of_chunk(passage.chunk)
    ]


Parts = tuple[str, str, str, str, bool]


@lru_cache(maxsize=4096)
def _of_chunk(chunk: Chunk) -> tuple[tuple[int, Parts], ...]:
    texts = [plain_text(chunk.sentence_text(s), chunk.markup) for s in chunk.sentences]
    above = "\n".join((chunk.title, *chunk.heading))
    found = []
    for i, sentence in enumerate(chunk.sentences):
        if sentence.kind in QUOTABLE and texts[i]:
            leans = english.OPENING.match(texts[i]) is not None
            lead = _lead(chunk, texts, i)
            said = f"{lead}\n{texts[i]}" if lead else texts[i]
            found.append((i, (texts[i], said, _antecedent(texts, i), above, leans)))
    return tuple(found)


def _lead(chunk: Chunk, texts: Sequence[str], i: int) -> str:
    """The header of a table, or the line before a list, that a row or item belongs to."""
    kind = chunk.sentences[i].kind
    if kind not in ("row", "item"):
        return ""
    at = i
    while at >= 0 and chunk.sentences[at].kind in (kind, "header"):
        at -= 1
    header = next((texts[j] for j in range(i, at, -1) if chunk.sentences[j].kind == "header"), "")
    before = texts[at] if at >= 0 and chunk.sentences[at].kind == "paragraph" else ""
    return "\n".join(part for part in (before, header) if part)


def _antecedent(texts: Sequence[str], i: int) -> str:
    """The sentences that an opening pronoun may refer to; none for a sentence without one."""
    at = i
    while at > 0 and i - at < _FARTHEST and english.OPENING.match(texts[at]):
        at -= 1
    return "\n".join(texts[at:i])

"""Lists of steps, and sections that tell them, with what stands over each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant import english_steps as english
from assistant.captions import captions_of
from corpus.document import Span
from corpus.markup import plain_text
from index.passage import Chunk, Sentence

_LEAST_STEPS, _MAX_TOLD = 2, 10
_NUMBERED = re.compile(r"\s*[*_]*(?:\(?\d{1,3}[.):]|step \d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """A list item, or a sentence that tells a step, with all its sentences."""

    chunk: Chunk
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Procedure:
    """Steps in reading order. ``place``: the nearest heading above them; ``named``: it and the
    lines that lead to them; ``over``: what stands above it; ``leads``: where these lines stand.
    """

    steps: tuple[Step, ...]
    place: str
    named: str
    over: str
    leads: frozenset[int]
    is_numbered: bool


def read_procedures(chunks: Sequence[Chunk]) -> Iterator[Procedure]:
    """The lists of a document, and the sections that tell steps sentence by sentence."""
    for _, group in groupby(chunks, key=lambda chunk: chunk.heading):
        section = list(group)
        lines = [(chunk, i) for chunk in section for i in range(len(chunk.sentences))]
        runs = list(_runs(lines))
        for run in runs:
            yield from _listed(lines, run)
        if not runs:
            yield from _told(lines)


_Line = tuple[Chunk, int]


def _kind(line: _Line) -> str:
    return line[0].sentences[line[1]].kind


def _raw(line: _Line) -> str:
    return line[0].sentence_text(line[0].sentences[line[1]])


def _plain(line: _Line) -> str:
    return plain_text(_raw(line), line[0].markup)


def _runs(lines: Sequence[_Line]) -> Iterator[range]:
    """The stretches of list items, over what stands between two of one numbering."""
    start: int | None = None
    for i in range(len(lines) + 1):
        is_item = i < len(lines) and _kind(lines[i]) == "item"
        if is_item and start is None:
            start = i
        elif not is_item and start is not None and not _goes_on(lines, start, i):
            yield range(start, i)
            start = None


def _goes_on(lines: Sequence[_Line], start: int, end: int) -> bool:
    """Whether a later item has the number behind the last one of ``lines[start:end]``."""
    numbers = [n for line in lines[start:end] if (n := _number(line)) is not None]
    later = next((n for line in lines[end:] if (n := _number(line)) is not None), None)
    return bool(numbers) and later == numbers[-1] + 1


def _number(line: _Line) -> int | None:
    match = _NUMBERED.match(_raw(line)) if _kind(line) == "item" else None
    digits = re.search(r"\d+", match.group()) if match else None
    return int(digits.group()) if digits else None


def _listed(lines: Sequence[_Line], run: range) -> Iterator[Procedure]:
    steps = list(_steps([lines[i] for i in run if _kind(lines[i]) in ("item", "code")]))
    if len(steps) < _LEAST_STEPS:
        return
    chunk, position = lines[run.start]
    leads = [captions_of(chunk).over[position]]
    starts = {line[0].sentences[line[1]].span.start for line in lines if _kind(line) == "heading"}
    if run.start and _kind(lines[run.start - 1]) == "paragraph":
        before = _plain(lines[run.start - 1])
        if english.LEADS_TO.search(before):
            leads.append(before)
            starts.add(lines[run.start - 1][0].sentences[lines[run.start - 1][1]].span.start)
    is_numbered = _number(lines[run.start]) is not None
    yield _procedure(chunk, steps, leads, frozenset(starts), is_numbered=is_numbered)


def _told(lines: Sequence[_Line]) -> Iterator[Procedure]:
    """A section whose sentences are mostly commands or say that they follow each other."""
    told = [line for line in lines if _kind(line) == "paragraph"]
    texts = [_plain(line) for line in told]
    steps = [bool(english.SEQUENCE.match(t) or english.BEHIND_A_COMMAND.match(t)) for t in texts]
    is_mostly = 2 * sum(steps) > len(told) and texts and steps[0]
    if not told[0:1] or not told[0][0].heading or not _LEAST_STEPS < len(told) <= _MAX_TOLD:
        return
    if is_mostly:
        starts = {c.sentences[i].span.start for c, i in lines if c.sentences[i].kind == "heading"}
        found = [Step(chunk, chunk.sentences[i]) for chunk, i in told]
        yield _procedure(told[0][0], found, [], frozenset(starts), is_numbered=False)


def _procedure(
    chunk: Chunk,
    steps: Sequence[Step],
    leads: Sequence[str],
    starts: frozenset[int],
    *,
    is_numbered: bool,
) -> Procedure:
    place = chunk.under
    return Procedure(
        steps=tuple(steps),
        place=place,
        named=" ".join((place, *leads)),
        over=" ".join((chunk.title, *chunk.heading[:-1])),
        leads=starts,
        is_numbered=is_numbered,
    )


def _steps(lines: Sequence[_Line]) -> Iterator[Step]:
    """Each list item with all its sentences: they stand on lines of their own."""
    group: list[_Line] = []
    for line in lines:
        if group and not _same_item(group[-1], line):
            yield _joined(group)
            group = []
        group.append(line)
    if group:
        yield _joined(group)


def _same_item(before: _Line, line: _Line) -> bool:
    (chunk, i), (other, j) = before, line
    if chunk is not other or j != i + 1:
        return False
    start = chunk.span.start
    gap = chunk.text[chunk.sentences[i].span.end - start : chunk.sentences[j].span.start - start]
    return "\n" not in gap


def _joined(group: Sequence[_Line]) -> Step:
    chunk, first = group[0]
    last = group[-1][1]
    span = Span(chunk.sentences[first].span.start, chunk.sentences[last].span.end)
    return Step(chunk, Sentence(span, "item"))

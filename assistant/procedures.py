"""How something is done: the list of steps that stands where the text says so, whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant import english_steps as english
from assistant.captions import captions_of
from assistant.draft import Draft, frame, quote
from assistant.matching import coverage, strength, term_set
from assistant.question import LIGHT_TERMS
from assistant.reading import Reading
from assistant.texts import LISTS
from assistant.view import View
from corpus.document import Span
from corpus.markup import plain_text
from index.passage import Chunk, SearchResult, Sentence
from index.words import terms

_LEAST_STEPS, _MAX_TOLD = 2, 10
_NAMED, _NEAR, _MET = 0.8, 0.66, 0.7
"""How much of the task what stands over the steps must hold, or how near it must come."""
_SURE = 0.85
_NUMBERED = re.compile(r"\s*[*_]*(?:\(?\d{1,3}[.):]|step \d)", re.IGNORECASE)
_FRAMING = frozenset(term for word in english.FRAMING for term in terms(word))


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


def task_of(question: str) -> str:
    """What a question asks how to do; empty where it does not.

    >>> task_of("How do I load the kiln?"), task_of("How high is the kiln?")
    ('load the kiln?', '')
    """
    found = (match for p in english.PROCEDURE if (match := p.match(question.strip())))
    return next((match["task"] for match in found), "")


def answer_steps(reading: Reading, result: SearchResult, view: View) -> Draft | None:
    """All steps of what is asked how to do, in order; null where none stand under its name."""
    task = task_of(reading.question.text)
    wanted = {t: reading.weights[t] for t in reading.question.terms if t in term_set(task)}
    wanted = {t: w for t, w in wanted.items() if t not in _FRAMING}
    wanted = {t: w for t, w in wanted.items() if t not in LIGHT_TERMS} or wanted
    if not wanted:
        return None
    hashes = {p.chunk.document: p.sha256 for p in result.passages}
    near = _nearness(result)
    found = [
        (_fitness(procedure, wanted, reading, near), procedure)
        for document in hashes
        for procedure in _procedures(view.chunks(document))
    ]
    met, best = max(found, key=lambda one: one[0], default=(0.0, None))
    if best is None or met <= 0:
        return None
    return _draft(best, hashes[best.steps[0].chunk.document])


def _draft(procedure: Procedure, sha256: str) -> Draft:
    named = LISTS["steps" if procedure.is_numbered else "points"]
    line = frame(named.format(place=procedure.place, n=len(procedure.steps)))
    items = (quote(s.chunk, s.sentence, sha256, kind="item") for s in procedure.steps)
    return Draft("answered", "list", (line, *items), _SURE)


def _fitness(
    procedure: Procedure, wanted: Mapping[str, float], reading: Reading, near: Mapping[int, float]
) -> float:
    """How well what stands over the steps names the task; 0 where it names another."""
    own = reading.expand(term_set(procedure.named))
    whole = reading.expand(own | term_set(procedure.over))
    named, alone = coverage(wanted, whole), coverage(wanted, own)
    first = next(iter(wanted))
    is_guide = english.GUIDE.match(procedure.place) is not None
    nearness = max((near.get(at, 0.0) for at in procedure.leads), default=0.0)
    is_named = named >= _NAMED and (is_guide or strength(first, own) >= _MET)
    if not is_named and not (nearness >= _NEAR and alone >= 1 - _NAMED):
        return 0.0
    return named + alone + nearness + 0.5 * is_guide + 0.5 * procedure.is_numbered


def _nearness(result: SearchResult) -> dict[int, float]:
    """How near each heading and each other line of the passages comes, by where it begins."""
    return {
        sentence.span.start: cosine
        for passage in result.passages
        for sentence, cosine in zip(passage.chunk.sentences, passage.sentence_cosines, strict=True)
    }


def _procedures(chunks: Sequence[Chunk]) -> Iterator[Procedure]:
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
    place = chunk.heading[-1] if chunk.heading else chunk.title
    return Procedure(
        steps=tuple(steps),
        place=place,
        named=" ".join((*chunk.heading[-1:], *leads)),
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

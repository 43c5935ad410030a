"""What simpler ways of answering get on the same cases, so that a figure can be judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from zlib import crc32

import numpy as np

from assistant.answer import Answer, Citation, Statement
from assistant.evaluation.cases import Case
from assistant.evaluation.gold import Gold, ReadText
from assistant.evaluation.intervals import Interval, intervals
from assistant.evaluation.matching import answer_words
from assistant.evaluation.metrics import Row, measure
from assistant.evaluation.scores import Expected, score_case
from corpus.document import Span
from corpus.markup import plain_text
from index.passage import Passage

BASELINE_METRICS = (
    "correct",
    "fact_recall",
    "answer_words",
    "citation_precision",
    "citation_recall",
    "citation_iou",
)
SEED = 20160207
N_OPENING = 2


@dataclass(frozen=True, slots=True)
class Answered:
    """An answerable case and what was answered; ``cluster`` as in ``Row``."""

    case: Case
    gold: Gold
    answer: Answer
    cluster: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """``BASELINE_METRICS`` of one simpler way of answering, over every answerable case."""

    name: str
    metrics: Mapping[str, float | None]
    intervals: Mapping[str, Interval | None]


def measure_baselines(answered: Sequence[Answered], read_text: ReadText) -> tuple[Baseline, ...]:
    """The best passage whole, its first two sentences, and a random window of it.

    The best passage is the one that the assistant ranked first for the case. The window holds as
    many words as the assistant's answers on average and begins at a word drawn with a fixed seed.
    None of them ever refuses, so they are measured on answerable cases alone; none where there
    are no such cases.
    """
    with_passage = [one for one in answered if one.answer.passages]
    if not with_passage:
        return ()
    n_words = _mean_words(with_passage)
    return (
        _measure("best passage", with_passage, read_text, _whole),
        _measure("its first two sentences", with_passage, read_text, _opening),
        _measure(
            f"{n_words} words of it at random",
            with_passage,
            read_text,
            lambda one: _window(one, n_words),
        ),
    )


def _measure(
    name: str,
    answered: Sequence[Answered],
    read_text: ReadText,
    choose: Callable[[Answered], Sequence[Span]],
) -> Baseline:
    rows = [_row(one, choose(one), read_text) for one in answered]
    metrics, bounds = measure(rows), intervals(rows, BASELINE_METRICS)
    return Baseline(name, {key: metrics[key] for key in BASELINE_METRICS}, bounds)


def _row(one: Answered, spans: Sequence[Span], read_text: ReadText) -> Row:
    """The case as if ``spans`` of its best passage had been the answer."""
    statements = tuple(_quote(one.answer.passages[0], span) for span in spans)
    answer = replace(one.answer, outcome="answered", statements=statements)
    return Row(
        scores=score_case(one.case, Expected(one.gold), answer, read_text),
        answerable=True,
        confidence=answer.confidence,
        n_valid=0,
        n_citations=0,
        cluster=one.cluster,
    )


def _quote(passage: Passage, span: Span) -> Statement:
    chunk = passage.chunk
    raw = chunk.text[span.start - chunk.span.start : span.end - chunk.span.start]
    citation = Citation(
        document=chunk.document,
        title=chunk.title,
        heading=chunk.heading,
        page=chunk.page,
        start=span.start,
        end=span.end,
        quote=raw,
        sha256=passage.sha256,
    )
    return Statement(plain_text(raw, chunk.markup), "sentence", "quoted", 1.0, (citation,))


def _whole(one: Answered) -> list[Span]:
    """Every sentence of the best passage."""
    chunk = one.answer.passages[0].chunk
    return [sentence.span for sentence in chunk.sentences] or [chunk.span]


def _opening(one: Answered) -> list[Span]:
    """The first two sentences of the best passage, headings aside."""
    chunk = one.answer.passages[0].chunk
    prose = [sentence.span for sentence in chunk.sentences if sentence.kind != "heading"]
    return prose[:N_OPENING] or _whole(one)


def _window(one: Answered, n_words: int) -> list[Span]:
    """``n_words`` words in a row of the best passage, drawn by the case's id, sentence by sentence.

    Each sentence counts as one citation, as in an answer of ours.
    """
    chunk = one.answer.passages[0].chunk
    words = _words(chunk.text)
    generator = np.random.default_rng([SEED, crc32(one.case.id.encode("utf-8"))])
    drawn = int(generator.integers(0, max(0, len(words) - n_words) + 1))
    start = chunk.span.start + words[drawn].start
    end = chunk.span.start + words[min(drawn + n_words, len(words)) - 1].end
    whole = [sentence.span for sentence in chunk.sentences] or [chunk.span]
    return [
        Span(max(start, span.start), min(end, span.end))
        for span in whole
        if Span(start, end).overlap(span)
    ]


def _words(text: str) -> list[Span]:
    spans, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        spans.append(Span(at, at + len(word)))
        at += len(word)
    return spans


def _mean_words(answered: Sequence[Answered]) -> int:
    """How many words our own answers have on average, at least one."""
    lengths = [
        answer_words(one.answer.text) for one in answered if one.answer.outcome == "answered"
    ]
    return max(1, round(fmean(lengths))) if lengths else 1

"""The span of a sentence that answers, where the kind of answer has a form of its own."""

from __future__ import annotations

import re

from assistant import english
from assistant.candidates import find_new
from assistant.expressions import ROW
from assistant.matching import strength
from assistant.question import Question
from corpus.document import Span
from index.words import tokens

_FORMLESS = ("reason", "manner", "definition", "thing")
"""Kinds of answer that no single expression gives."""
_REACH = 40
"""Over so many characters a word of the question pulls half as much."""
_SAME = 0.7
_HOW_MANY = re.compile(r"\bhow (?:many|much)\s+(?P<noun>[\w-]+)", re.IGNORECASE)
_COUNTED_BONUS = 3.0
_BY = re.compile(r"\bby (?:(?:the|an?|his|her|its|their) )?(?:[a-z]+ ){0,2}$")
"""Before the one who did it: "was built by the mason Ada Quill"."""


def find_focus(text: str, question: Question) -> tuple[int, int] | None:
    """The span of ``text`` that answers: of several of the kind, the nearest to the question's
    words, and of several numbers the one that counts what is asked for.

    Null where the kind of answer has no form of its own, and where it is asked who somebody is.
    """
    if question.answer_type in _FORMLESS or english.WHO_IS.match(question.text):
        return None
    spans = list(find_new(question, text))
    if not spans:
        return None
    wanted = frozenset(question.terms)
    met = [
        Span(t.start, t.end) for t in tokens(text) if t.term and strength(t.term, wanted) >= _SAME
    ]
    best = max(
        spans, key=lambda span: (_pull(span, met) + _counts(span, text, question), -span.start)
    )
    return _whole_value(text, best) if ROW.match(text) else (best.start, best.end)


def _whole_value(text: str, span: Span) -> tuple[int, int]:
    """The value that a span stands in, of a row told as "Name: value; Name: value."."""
    start = text.rfind(": ", 0, span.start) + len(": ")
    ends = (at for mark in ("; ", ".") if (at := text.find(mark, span.end)) >= 0)
    return start, min(ends, default=len(text))


def _pull(span: Span, met: list[Span]) -> float:
    return sum(
        1.0 / (1.0 + max(other.start - span.end, span.start - other.end, 0) / _REACH)
        for other in met
        if not span.overlap(other)
    )


def _counts(span: Span, text: str, question: Question) -> float:
    """More where what follows is the noun after "how many", or what stands before is "by"."""
    if question.answer_type == "person":
        return _COUNTED_BONUS if _BY.search(text[: span.start]) else 0.0
    match = _HOW_MANY.search(question.text)
    if match is None or match["noun"].lower() in english.GENERIC_NOUNS:
        return 0.0
    wanted = frozenset(t.term for t in tokens(match["noun"]) if t.term)
    after = [t for t in tokens(text[span.end :]) if t.term][:1]
    return (
        _COUNTED_BONUS
        if wanted and after and strength(next(iter(wanted)), frozenset((after[0].term,))) >= _SAME
        else 0.0
    )

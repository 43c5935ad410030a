"""What the extractive answer quotes beyond what a chat model's answer says."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Statement
from assistant.matching import term_set
from assistant.texts import LISTS
from corpus.document import Span

_TOLD = 0.7
"""The share of a quote's words that a sentence must hold to stand for it."""


def left_out(
    extractive: Sequence[Statement], shown: Sequence[Statement], question: str
) -> list[Statement]:
    """The quotes of the extractive answer that no supported sentence tells, frames aside and what
    is only perhaps an item.
    """
    told = [statement for statement in shown if statement.status != "unsupported"]
    left: list[Statement] = []
    context: list[Statement] = []
    for statement in extractive:
        if statement.text == LISTS["perhaps"]:
            break
        if statement.kind == "context":
            context.append(statement)
            continue
        if statement.status == "quoted" and not any(
            _tells(one, statement, question) for one in told
        ):
            left += [*context, statement]
        context = []
    return left


def _tells(sentence: Statement, quoted: Statement, question: str) -> bool:
    """Whether a sentence rests on what a quote does, and says what answers in it: of the question's
    words all that the quote holds.
    """
    focus = quoted.text[slice(*quoted.focus)] if quoted.focus else quoted.text
    wanted = term_set(focus)
    enough = len(wanted & term_set(sentence.text)) >= (1.0 if quoted.focus else _TOLD) * len(wanted)
    asked = term_set(question) & term_set(quoted.text)
    return enough and asked <= term_set(sentence.text) and rests_on_same(quoted, sentence)


def rests_on_same(quoted: Statement, sentence: Statement) -> bool:
    """Whether ``sentence`` cites something of what ``quoted`` is evidence of."""
    return any(
        one.document == other.document
        and Span(one.start, one.end).overlap(Span(other.start, other.end)) > 0
        for one in sentence.citations
        for other in quoted.citations
        if other.role == "evidence"
    )

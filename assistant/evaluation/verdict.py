"""Whether a case came out right, and in plain words why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.evaluation.cases import Case
from assistant.evaluation.evaluation import ScoredCase
from assistant.evaluation.gold import Gold
from assistant.evaluation.matching import fold, holds_spelling
from assistant.evaluation.ranking import Ranked, is_relevant
from assistant.evaluation.scores import RANK_LIMIT


@dataclass(frozen=True, slots=True)
class Verdict:
    """``right`` is None for a case that was not measured. Each of ``reasons`` is one sentence.

    A case that is right may still have a reason: a remark, such as citations away from the gold.
    """

    right: bool | None
    reasons: tuple[str, ...] = ()


def is_right(scores: Mapping[str, float | None], *, answerable: bool) -> bool | None:
    """Whether a case with these scores came out right; None where nothing was measured.

    Answerable: every fact is said and nothing forbidden; where the case names no facts, it was
    answered. Not answerable: it was refused.
    """
    refused = scores.get("refused")
    if refused is None:
        return None
    if not answerable:
        return refused == 1
    correct = scores.get("correct")
    return refused == 0 if correct is None else correct == 1


def judge(scored: ScoredCase) -> Verdict:
    """The verdict on one case of an evaluation."""
    if scored.answer is None or scored.row is None:
        return Verdict(None, ("It was not measured; the warnings say why.",))
    answerable = scored.row.answerable
    right = is_right(scored.scores, answerable=answerable)
    if answerable:
        reasons = _of_answerable(scored, scored.answer)
    else:
        reasons = _of_unanswerable(scored.case, scored.answer, right=right is True)
    return Verdict(right, reasons)


def _of_unanswerable(case: Case, answer: Answer, *, right: bool) -> tuple[str, ...]:
    if right:
        return ()
    if said := _forbidden(case, answer):
        return (said,)
    if case.answerable:
        return ("It answered although every passage with the answer was hidden from it.",)
    return ("It answered although the documents do not hold an answer.",)


def _of_answerable(scored: ScoredCase, answer: Answer) -> tuple[str, ...]:
    case = scored.case
    if scored.scores["refused"] == 1:
        return ("It refused although the documents hold an answer.", *_where(scored.gold, answer))
    reasons = [said] if (said := _forbidden(case, answer)) else []
    folded = fold(answer.text)
    missing = [fact for fact in case.facts if not holds_spelling(folded, fact)]
    reasons += [f"It does not say {_spelled(fact)}." for fact in missing]
    if missing:
        return (*reasons, *_where(scored.gold, answer))
    if scored.scores["citation_recall"] == 0:
        reasons.append("It cites another place than the expected one.")
    return tuple(reasons)


def _forbidden(case: Case, answer: Answer) -> str | None:
    folded = fold(answer.text)
    for wrong in case.forbidden:
        if fold(wrong) in folded:
            return f"It says “{wrong}”, which a right answer does not."
    return None


def _spelled(fact: tuple[str, ...]) -> str:
    """A fact with at most one other of its spellings.

    >>> _spelled(("1903", "in 1903", "'03"))
    '“1903” (or “in 1903”, or another spelling)'
    """
    first, *others = fact
    if not others:
        return f"“{first}”"
    more = ", or another spelling" if len(others) > 1 else ""
    return f"“{first}” (or “{others[0]}”{more})"


def _where(gold: Gold, answer: Answer) -> tuple[str, ...]:
    """How far up the passage with the expected quote stood."""
    if not gold.quotes:
        return ()
    for rank, passage in enumerate(answer.passages[:RANK_LIMIT], start=1):
        if is_relevant(Ranked.of(passage).places, gold.quotes):
            return (f"The expected passage was found, at place {rank}.",)
    return (f"The expected passage was not among the first {RANK_LIMIT}.",)

"""Citation precision and recall by an entailment model, as ALCE defines them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answer import Answer, Statement

Entails = Callable[[str, str], float]
"""The probability, from 0 to 1, that a premise implies a hypothesis."""

ALCE_SCORES = ("alce_recall", "alce_precision")
_ENTAILED = 0.5


def score_alce(answer: Answer, entails: Entails) -> dict[str, float | None]:
    """``alce_recall`` and ``alce_precision`` of one answer (ALCE, Gao et al. 2023).

    Recall: the share of statements that their citations together imply; a statement without
    citations counts as not implied. Precision: the share of citations that are of such a statement
    and needed for it: one that alone does not imply it, while the others without it do, is not.
    Frames, and what is withheld, are no statements; null where nothing is left.
    """
    counted = [s for s in answer.statements if s.status in ("quoted", "supported")]
    counted = [s for s in counted if s.kind != "verdict"]
    implied = [_is_implied(one, entails) for one in counted]
    precise = [
        is_implied and _is_needed(one, i, entails)
        for one, is_implied in zip(counted, implied, strict=True)
        for i in range(len(one.citations))
    ]
    return {"alce_recall": _share(implied), "alce_precision": _share(precise)}


def _is_implied(statement: Statement, entails: Entails) -> bool:
    return _implies([c.quote for c in statement.citations], statement.text, entails)


def _is_needed(statement: Statement, i: int, entails: Entails) -> bool:
    quotes = [citation.quote for citation in statement.citations]
    if len(quotes) == 1 or _implies(quotes[i : i + 1], statement.text, entails):
        return True
    return not _implies(quotes[:i] + quotes[i + 1 :], statement.text, entails)


def _implies(quotes: Sequence[str], text: str, entails: Entails) -> bool:
    return bool(quotes) and entails("\n".join(quotes), text) >= _ENTAILED


def _share(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None

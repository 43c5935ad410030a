"""The door of evaluation: put every case to the assistant and measure what it answers."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from assistant.answer import Answer, Turn
from assistant.evaluation.baselines import Answered, measure_baselines
from assistant.evaluation.cases import Case
from assistant.evaluation.citing import count_valid
from assistant.evaluation.entailing import Entails, score_alce
from assistant.evaluation.evaluation import Evaluation, ScoredCase, summarise
from assistant.evaluation.gold import Gold, ReadText, locate_gold
from assistant.evaluation.hiding import Hider
from assistant.evaluation.metrics import Row
from assistant.evaluation.ranking import count_relevant
from assistant.evaluation.scores import Expected, Scores, score_case, should_answer
from corpus.errors import QuestionRefused
from index.passage import Chunk

Ask = Callable[[str, Sequence[Turn], Container[str]], Answer]
Chunks = Mapping[str, Sequence[Chunk]]
Stop = Callable[[], bool]

N_CACHED_TEXTS = 256


@dataclass(frozen=True, slots=True)
class Examinee:
    """Who answers, and from what.

    ``ask`` takes question, history and the ids of chunks that the search must not return;
    ``read_text`` gives a document's text and raises ``DocumentUnknown``; ``chunks`` holds every
    chunk of the index by document; ``settings`` say what the figures depend on. ``entails``: the
    entailment model that ALCE's citation metrics ask, if any.
    """

    ask: Ask
    read_text: ReadText
    chunks: Chunks
    settings: Mapping[str, Any]
    entails: Entails | None = None


@dataclass(frozen=True, slots=True)
class EvaluationStep:
    """``done`` of ``total`` cases; ``evaluation`` is there in the last step, and only there."""

    done: int
    total: int
    evaluation: Evaluation | None = None


@dataclass(frozen=True, slots=True)
class _Examiner:
    """Puts one case after the other; gathers what could not be measured in ``warnings``."""

    ask: Ask
    read_text: ReadText
    chunks: Chunks
    leave_out: bool
    hider: Callable[[], Hider]
    warnings: list[str]
    entails: Entails | None

    def examine(self, case: Case) -> ScoredCase:
        gold = locate_gold(case, self.read_text)
        if gold.missing:
            self.warnings.append(f"{gold.missing}; it is not scored on passages and citations")
        hidden: frozenset[str] = frozenset()
        left_out = case.answerable and (self.leave_out or case.leave_out)
        if left_out:
            hidden = self.hider().hidden(case, gold)
            if not hidden:
                self.warnings.append(f"case {case.id}: no passage to hide; it is not measured")
                return ScoredCase(case, None, {}, None)
        try:
            answer = self.ask(case.question, case.history, hidden)
        except QuestionRefused as error:
            self.warnings.append(f"case {case.id}: {error}; it is not measured")
            return ScoredCase(case, None, {}, None)
        return self._score(case, Expected(gold, self._n_relevant(gold), left_out), answer)

    def _n_relevant(self, gold: Gold) -> int:
        documents = {at.document for quote in gold.quotes for at in quote.places}
        near = [chunk for name in sorted(documents) for chunk in self.chunks.get(name, ())]
        return count_relevant(gold.quotes, near)

    def _score(self, case: Case, expected: Expected, answer: Answer) -> ScoredCase:
        scores: Scores = score_case(case, expected, answer, self.read_text)
        if self.entails is not None:
            scores |= score_alce(answer, self.entails)
        n_valid, n_citations = count_valid(answer, self.read_text)
        row = Row(
            scores=scores,
            answerable=should_answer(case, expected),
            confidence=answer.confidence,
            n_valid=n_valid,
            n_citations=n_citations,
            cluster=case.evidence[0].document if case.evidence else f"case {case.id}",
            tags=case.tags,
        )
        return ScoredCase(case, answer, scores, row, expected.gold)


def evaluate(
    ask: Ask,
    read_text: ReadText,
    cases: Sequence[Case],
    *,
    chunks: Chunks,
    settings: Mapping[str, Any],
    leave_out: bool = False,
) -> Evaluation:
    """Ask every case and measure the answers: ``evaluation_steps`` run to its end."""
    examinee = Examinee(ask, read_text, chunks, settings)
    return last_of(evaluation_steps(examinee, cases, leave_out=leave_out))


def last_of(steps: Iterable[EvaluationStep]) -> Evaluation:
    """The evaluation that the last of ``steps`` holds."""
    found = None
    for step in steps:
        found = step.evaluation
    assert found is not None, "the last step holds the evaluation"
    return found


def evaluation_steps(
    examinee: Examinee,
    cases: Sequence[Case],
    *,
    leave_out: bool = False,
    stop: Stop = lambda: False,
) -> Iterator[EvaluationStep]:
    """Ask every case, one step each, and a last step with the evaluation.

    With ``leave_out`` each answerable case, without it each that says so itself, is asked without
    the chunks that give its answer away, and the right answer is to refuse. The run ends early
    when ``stop`` says so before a case, or an interrupt comes while one is asked: the evaluation
    then covers the cases done, and is ``partial``.
    """
    read = lru_cache(maxsize=N_CACHED_TEXTS)(examinee.read_text)
    hider = lru_cache(maxsize=1)(lambda: Hider(examinee.chunks))
    examiner = _Examiner(
        examinee.ask, read, examinee.chunks, leave_out, hider, [], examinee.entails
    )
    scored: list[ScoredCase] = []
    try:
        for case in cases:
            if stop():
                break
            scored.append(examiner.examine(case))
            yield EvaluationStep(len(scored), len(cases))
    except KeyboardInterrupt:
        pass  # what is done counts; the evaluation says that it is partial
    found = summarise(
        scored,
        settings={**examinee.settings, "leave_out": leave_out},
        warnings=examiner.warnings,
        baselines=measure_baselines(_answered(scored), read),
        partial=len(scored) < len(cases),
    )
    yield EvaluationStep(len(scored), len(cases), found)


def _answered(scored: Sequence[ScoredCase]) -> list[Answered]:
    """The cases that a baseline can answer as well: there is an answer, and it was in view."""
    return [
        Answered(one.case, one.gold, one.answer, one.row.cluster)
        for one in scored
        if one.answer is not None and one.row is not None and one.row.answerable
    ]

"""The door of the check: do these passages state this sentence, and where?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.cutting import is_guarded
from assistant.support.edits import is_edited
from assistant.support.entailment import Entailment
from assistant.support.evidence import Evidence, read_evidence
from assistant.support.finding import Finding, examine
from assistant.support.retelling import departures
from assistant.support.signals import Weights, estimate, load_weights
from assistant.support.spelling import signs, stops
from assistant.support.wording import asks, in_order, read_words
from corpus.document import Span
from index.index import Index
from index.passage import Passage


@dataclass(frozen=True, slots=True)
class SupportingSentence:
    """A sentence of a passage: ``quote`` is the document's text at ``span``, raw."""

    passage: Passage
    position: int

    @property
    def document(self) -> str:
        return self.passage.chunk.document

    @property
    def span(self) -> Span:
        return self.passage.chunk.sentences[self.position].span

    @property
    def quote(self) -> str:
        chunk = self.passage.chunk
        return chunk.sentence_text(chunk.sentences[self.position])


@dataclass(frozen=True, slots=True)
class Support:
    """Whether passages state a sentence.

    ``value``: the estimated probability that they do. ``reasons``: one plain sentence for each
    thing they do not hold; empty where it is supported. ``sentences``: the fewest that hold it, the
    one that holds most first; where it is not supported, those that come nearest. ``departures``:
    of a supported one, by what it does more than retell one of them in its own words.
    ``is_copy``: it has the very words of one.
    """

    supported: bool
    value: float
    reasons: tuple[str, ...]
    sentences: tuple[SupportingSentence, ...]
    departures: tuple[str, ...] = ()
    is_copy: bool = False


def check(
    sentence: str,
    passages: Sequence[Passage],
    index: Index,
    *,
    entailment: Entailment | None = None,
    weights: Weights | None = None,
    threshold: float | None = None,
) -> Support:
    """Whether ``passages`` (those the sentence cites, or the best ones) state ``sentence``.

    A copy of a sentence of theirs is always supported, by itself. Everything that the sentence
    says must be held by the sentences returned, taken together. ``threshold`` replaces the shipped
    one.
    """
    evidence = read_evidence(passages)
    if not evidence:
        return Support(False, 0.0, ("No passage was given that could hold it.",), ())
    copied = next((e for e in evidence if _is_copy(sentence, e)), None)
    if copied is not None:
        found = (SupportingSentence(copied.passage, copied.position),)
        return Support(True, 1.0, (), found, _unled(copied), is_copy=True)
    if not read_words(sentence):
        return Support(False, 0.0, ("It holds no word that could be checked.",), ())
    weights = weights or load_weights()
    finding = examine(sentence, evidence, index)
    vetoes, doubts = finding.vetoes, finding.doubts
    value = estimate(finding.signals, len(vetoes), len(doubts), weights)
    if entailment is not None:
        premise = "\n".join(one.context for one in finding.by)
        value = math.sqrt(value * entailment.probability(premise, sentence))
    limit = weights.threshold if threshold is None else threshold
    supported = not vetoes and not doubts and value >= limit
    reasons = () if supported else (*vetoes, *doubts) or (_vague(finding),)
    by, departs = _retold(sentence, finding) if supported else (finding.by, ())
    sentences = tuple(SupportingSentence(one.passage, one.position) for one in by)
    return Support(supported, value, reasons, sentences, departs)


def _retold(sentence: str, finding: Finding) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    """The sentence that ``sentence`` only retells; else those it rests on, and how it departs."""
    nearest: tuple[str, ...] = ()
    for one in finding.by:
        found = departures(sentence, one) or _unnamed(sentence, one) or _unled(one)
        if not found:
            return (one,), ()
        nearest = min(nearest or found, found, key=len)
    return finding.by, nearest


def _unnamed(sentence: str, one: Evidence) -> tuple[str, ...]:
    return () if is_edited(sentence, one) else ("it tells it in words of its own",)


def _unled(one: Evidence) -> tuple[str, ...]:
    """Whether the line above a list takes something back from its items: "Never do this:"."""
    says_no = is_guarded(one.lead) or (one.lead and is_guarded(one.above.rpartition("\n")[2]))
    return ("it leaves out the line that it is listed under",) if says_no else ()


def _is_copy(sentence: str, one: Evidence) -> bool:
    """Whether two sentences have the same words in order, the same signs that tell of them, and
    commas that say the same.
    """
    if (asks(one.text) and not asks(sentence)) or signs(sentence) != signs(one.text):
        return False
    mine = in_order(sentence)
    if not mine.strip():
        return sentence.strip() == one.text
    has_same = mine == in_order(one.text)
    return has_same and (stops(sentence) == stops(one.text) or is_edited(sentence, one))


def _vague(finding: Finding) -> str:
    if finding.unmet:
        return f"The cited passages do not speak of “{finding.unmet[0]}”."
    return "The cited passages do not say this closely enough."

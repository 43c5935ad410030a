"""Fit ``assistant/weights.json``: ``python -m bench.fit``.

Sentence weights and confidence are fitted as ``bench/fitting.py`` says, on the cases tagged
split-fit of ``bench/xquad-a`` and those in ``questions.jsonl`` of ``bench/partnerships`` and
``bench/lighthouses``; confidence also on the first ones with their answer hidden, on those of
each corpus asked of another, on every second passage of ``bench/reading/test.jsonl``, and on
questions asked by meaning of 240 passages of ``bench/reading/asked.jsonl``. No other case is asked:
results are reported on split-test of the first and ``held-out.jsonl`` of the other two.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.candidates import FEATURES
from assistant.evaluation.cases import Case, load_cases
from assistant.weights import SIGNALS, WEIGHTS_FILE, Weights
from bench.asking import Asked, Given, ask, give, is_gold, sample, table, without_answer
from bench.examples import Reading
from bench.fitting import (
    Floats,
    Line,
    Listed,
    Sample,
    calibrate,
    find_threshold,
    fit_confidence,
    fit_sentence,
    log_odds,
    prior_of,
    product_of,
)
from bench.papers import asked_by_meaning, learnt_from, write_collections
from bench.promising import Outcomes, promise, weigh
from corpus.corpus import SHIPPED, Corpus
from index.index import Index
from index.passage import FloatArray
from index.sync import sync

BENCH = Path(__file__).parent
OWN = {
    "partnerships": SHIPPED,
    "lighthouses": BENCH / "lighthouses" / "documents",
    "mixed": BENCH / "mixed" / "documents",
}
PRIOR = {
    "cosine": 8.0,
    "coverage": 4.8,
    "context_coverage": 2.0,
    "passage_score": 2.8,
    "has_type": 1.2,
    "names": 1.2,
    "bigrams": 1.6,
    "verb": 1.0,
    "subject_verb": 4.0,
    "is_subject": 3.0,
    "other_subject": -1.5,
}
"""A mix made by hand; what the data do not speak of stays as it is here."""

ABOUT = {"best_passage", "best_sentence"}
"""The signals that tell nothing of a single sentence."""

AGAINST = {"lacks_type", "lacks_measure", "names_apart"}
"""The signals that can only speak against an answer; the others can only speak for it."""

ONE_SENTENCE = {
    "definition",
    "who",
    "when",
    "where",
    "example",
    "yes-no",
    "why",
    "how",
    "abbreviation",
    "paraphrase",
    "misspelt",
    "number",
    "what",
    "what-brought",
    "two-step",
}
"""Tags of questions that the first two sentences can answer whole."""

COVERED = (
    "cosine",
    "coverage",
    "context_coverage",
    "nearness",
    "mean_nearness",
    "least_nearness",
    "names_in_passage",
    "bigrams",
    "best_passage",
    "best_sentence",
    "read",
)
"""The signals that tell whether the documents speak of what is asked; all can only speak for it."""

MAX_FALSE_REFUSALS = 0.04
HIDDEN_WEIGHT, ABSENT_WEIGHT, PAPERS_WEIGHT, MEANT_WEIGHT = 0.3, 1.0, 0.5, 1.0
"""What a question counts whose answer is hidden, one whose subject is absent, one of the passages
that others wrote for reading, and one asked by meaning.
"""


@dataclass(frozen=True)
class Collection:
    """An index with the cases of its development half.

    ``every``: those that have an answer; ``one``: of these, those that two sentences can answer;
    ``none``: those that have none; ``weight``: what each counts where confidence is learnt.
    """

    index: Index
    cases: Sequence[Case]
    every: list[Asked]
    one: list[Asked]
    none: list[Asked]
    weight: float


@dataclass(frozen=True)
class Heads:
    """Both estimates behind a confidence, weights and intercept of each, not calibrated yet."""

    signal: tuple[Floats, float]
    covered: tuple[Floats, float]

    def product(self, x: Floats) -> Floats:
        return product_of(x, (self.signal, self.covered))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        xquad = open_index(Path(folder) / "xquad", BENCH / "xquad-a" / "corpus")
        own = {name: open_index(Path(folder) / name, path) for name, path in OWN.items()}
        papers = [
            *_papers(learnt_from(), PAPERS_WEIGHT, Path(folder) / "papers"),
            *_papers(asked_by_meaning(), MEANT_WEIGHT, Path(folder) / "meant"),
        ]
        fitted = fit(xquad, own, papers)
    write(fitted, WEIGHTS_FILE)


Papers = Sequence[tuple[Index, Sequence[Case], float]]
"""Collections with their cases, and what each case counts."""


def _papers(readings: Sequence[Reading], weight: float, folder: Path) -> Papers:
    return [
        (open_index(folder / f"index-{place.name}", place), cases, weight)
        for place, cases in write_collections(readings, folder)
    ]


def fit(xquad: Index, own: Mapping[str, Index], papers: Papers = ()) -> Weights:
    """Ask the development halves and fit to what comes back; the first is of ``xquad``.

    Confidence also learns from ``papers``; it is neither calibrated nor promised on them.
    """
    collections = [_collect(xquad, select_cases("xquad-a", "split-fit"), 1.0)]
    for name, index in own.items():
        collections.append(_collect(index, select_cases(name, "dev"), 1.5, ONE_SENTENCE))
    weights = _plain_weights(_fit_sentences(collections))
    read = [_collect(*paper) for paper in papers]
    heads = Heads(
        signal=_fit_answered(collections, read, weights),
        covered=_fit_covered(collections, read, weights),
    )
    weights = replace(
        weights,
        signal=heads.signal[0].astype(np.float32),
        intercept=heads.signal[1],
        covered=heads.covered[0].astype(np.float32),
        covered_intercept=heads.covered[1],
    )
    return _calibrated(collections, weights, heads)


def _collect(
    index: Index, cases: Sequence[Case], weight: float, tags: set[str] | None = None
) -> Collection:
    alone = [case for case in cases if not case.history and case.outcome != "about"]
    every = ask(index, [case for case in alone if case.answerable and case.facts])
    one = [asked for asked in every if tags is None or tags & set(asked.case.tags)]
    none = ask(index, [case for case in alone if not case.answerable])
    return Collection(index, cases, every, one, none, weight)


def _plain_weights(sentence: Floats) -> Weights:
    """Weights that rank sentences and are sure of nothing."""
    zeros = np.zeros(len(SIGNALS), np.float32)
    return Weights(sentence.astype(np.float32), zeros, 0.0, zeros, 0.0, 1.0, 0.0, 0.0)


def _fit_sentences(collections: Sequence[Collection]) -> Floats:
    lists = []
    for held in collections:
        answerable = [case for case in held.cases if case.answerable and not case.history]
        lists += [
            Listed(table(one.candidates), is_gold(one)) for one in ask(held.index, answerable)
        ]
    return fit_sentence(lists, prior_of(FEATURES, PRIOR))


def _fit_answered(
    collections: Sequence[Collection], read: Sequence[Collection], weights: Weights
) -> tuple[Floats, float]:
    """The head that tells whether the best sentences answer, questions of absent articles aside."""
    samples = [sample(held.index, held.one, weights, held.weight) for held in collections]
    for held in collections:
        hidden = without_answer(held.index, held.one)
        samples.append(sample(held.index, hidden, weights, HIDDEN_WEIGHT))
    samples += [sample(held.index, held.one, weights, held.weight) for held in read]
    samples += [
        sample(held.index, held.none, weights, held.weight) for held in (*collections[1:], *read)
    ]
    signs = [-1 if name in AGAINST else int(name not in ABOUT) for name in SIGNALS]
    return fit_confidence(samples, signs)


def _fit_covered(
    collections: Sequence[Collection], read: Sequence[Collection], weights: Weights
) -> tuple[Floats, float]:
    """The head that tells whether the documents speak of it.

    From questions asked of their own corpus and of the others, and those of absent articles.
    """
    first = collections[0]
    samples = [sample(first.index, first.none, weights, ABSENT_WEIGHT)]
    for held in collections:
        for asking in collections:
            is_own = asking is held
            asked = held.every if is_own else ask(held.index, [a.case for a in asking.every])
            known = sample(held.index, asked, weights, 1.0 if is_own else ABSENT_WEIGHT)
            samples.append(replace(known, y=np.full(len(known.y), float(is_own))))
    for held in read:
        known = sample(held.index, held.every, weights, held.weight)
        samples.append(replace(known, y=np.ones(len(known.y))))
    return fit_confidence(samples, [int(name in COVERED) for name in SIGNALS])


def _calibrated(collections: Sequence[Collection], weights: Weights, heads: Heads) -> Weights:
    """Confidence as a share of right answers, the threshold, and what risk can be promised.

    First by the two best sentences; then, since how many are shown hangs on confidence, by the
    answers as they are given.
    """
    known = [sample(held.index, held.one, weights, held.weight) for held in collections]
    none = [sample(held.index, held.none, weights, held.weight) for held in collections[1:]]
    weights = _scaled(weights, calibrate(known, none, heads.product))
    given = [_estimated(give(held.index, held.every, weights)) for held in collections]
    weights = _scaled(weights, calibrate(given, none, heads.product))

    def estimate(x: Floats) -> Floats:
        odds = weights.slope * log_odds(heads.product(x)) + weights.offset
        return 1 / (1 + np.exp(-odds))

    threshold = find_threshold(known, estimate, MAX_FALSE_REFUSALS)
    weights = replace(weights, threshold=threshold)
    outcomes = [_outcomes(held, weights) for held in collections]
    return replace(weights, promises=promise(outcomes, threshold))


def _scaled(weights: Weights, line: Line) -> Weights:
    return replace(weights, slope=line[0], offset=line[1])


def _estimated(given: Given) -> Sample:
    """The answers whose confidence is an estimate and nothing else."""
    return Sample(given.x[given.estimated], given.right[given.estimated], 1.0)


def _outcomes(held: Collection, weights: Weights) -> Outcomes:
    given, wrong = give(held.index, held.every, weights), give(held.index, held.none, weights)
    counts = len(held.every), len(held.none)
    return weigh((given.confidence, given.right), wrong.confidence, counts)


def write(fitted: Weights, path: Path) -> None:
    """Write the weights so that ``load_weights`` reads them."""
    data = {
        "made_by": "python -m bench.fit",
        "fitted_on": ", ".join(
            (
                "bench/xquad-a (split-fit)",
                *(f"bench/{n} (dev)" for n in OWN),
                "bench/reading (half of test.jsonl, part of asked.jsonl)",
            )
        ),
        "sentence": dict(zip(FEATURES, _rounded(fitted.sentence), strict=True)),
        "signal": dict(zip(SIGNALS, _rounded(fitted.signal), strict=True)),
        "intercept": round(fitted.intercept, 4),
        "covered": dict(zip(SIGNALS, _rounded(fitted.covered), strict=True)),
        "covered_intercept": round(fitted.covered_intercept, 4),
        "slope": round(fitted.slope, 4),
        "offset": round(fitted.offset, 4),
        "threshold": fitted.threshold,
        "promises": list(fitted.promises),
    }
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def _rounded(values: FloatArray) -> list[float]:
    return [round(value, 4) for value in values.tolist()]


def open_index(folder: Path, documents: Path) -> Index:
    """An index of ``documents``, made in ``folder``."""
    for _ in sync(folder, Corpus.open([str(documents)])):
        pass
    return Index.open(folder)


def select_cases(name: str, tag: str) -> list[Case]:
    """The cases of one of the question sets that bear ``tag``."""
    return [case for case in load_cases(BENCH / name / "questions.jsonl") if tag in case.tags]


if __name__ == "__main__":
    main()

"""Fit ``assistant/weights.json``: ``python -m bench.fit``.

Sentence weights and confidence are fitted as ``bench/fitting.py`` says, on the cases tagged
split-fit of ``bench/xquad-a`` and those in ``questions.jsonl`` of ``bench/partnerships`` and
``bench/lighthouses``; confidence also on the first ones with their answer hidden, and on those of
each corpus asked of another. No other case is asked: results are reported on split-test of the
first and ``held-out.jsonl`` of the other two.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.candidates import FEATURES, Candidate, describe_candidates
from assistant.evaluation.cases import Case, load_cases
from assistant.evaluation.gold import Gold, locate_gold
from assistant.evaluation.hiding import Hider
from assistant.evaluation.matching import share_of_facts
from assistant.reading import Reading, learn, read
from assistant.scoring import SIGNALS, WEIGHTS_FILE, Scored, Weights, rank_candidates, signals
from bench.fitting import (
    Flags,
    Floats,
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
from corpus.corpus import SHIPPED, Corpus
from index.index import Index
from index.passage import SearchResult
from index.sync import sync

BENCH = Path(__file__).parent
OWN = {"partnerships": SHIPPED, "lighthouses": BENCH / "lighthouses" / "documents"}
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
    "what-brought",
    "example",
    "yes-no",
    "why",
    "how",
    "abbreviation",
    "paraphrase",
    "misspelt",
    "number",
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
)
"""The signals that tell whether the documents speak of what is asked; all can only speak for it."""

MAX_FALSE_REFUSALS = 0.025


@dataclass(frozen=True)
class Asked:
    """A case as the assistant reads it, with the candidates for its answer."""

    case: Case
    gold: Gold
    reading: Reading
    result: SearchResult
    candidates: list[Candidate]


@dataclass(frozen=True)
class Fitted:
    """The numbers of ``assistant/weights.json``, in the order of ``FEATURES`` and ``SIGNALS``."""

    sentence: Floats
    signal: Floats
    intercept: float
    covered: Floats
    covered_intercept: float
    slope: float
    offset: float
    threshold: float


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        xquad = open_index(Path(folder) / "xquad", BENCH / "xquad-a" / "corpus")
        own = {name: open_index(Path(folder) / name, path) for name, path in OWN.items()}
        fitted = fit(xquad, own)
    write(fitted, WEIGHTS_FILE)


def fit(xquad: Index, own: Mapping[str, Index]) -> Fitted:
    """Ask the development halves and fit to what comes back."""
    cases = select_cases("xquad-a", "split-fit")
    dev = {name: select_cases(name, "dev") for name in own}
    answerable = _ask(xquad, [case for case in cases if case.answerable])
    asked = list(answerable)
    for name, index in own.items():
        asked += _ask(index, [c for c in dev[name] if c.answerable and not c.history])
    lists = [Listed(_table(one.candidates), _is_gold(one)) for one in asked]
    sentence = fit_sentence(lists, prior_of(FEATURES, PRIOR))
    zeros = np.zeros(len(SIGNALS), np.float32)
    weights = Weights(sentence.astype(np.float32), zeros, 0.0, zeros, 0.0, 1.0, 0.0, 0.0)
    known = [_sample(xquad, answerable, weights, 1.0)]
    others = [_sample(xquad, _hidden(xquad, answerable), weights, 0.3)]
    for name, index in own.items():
        one, none = _own_samples(index, dev[name], weights)
        known, others = [*known, one], [*others, none]
    covered = _covered_samples({"xquad": xquad, **own}, {"xquad": cases, **dev}, weights)
    return _fit_estimates(sentence, known, others, covered)


def _fit_estimates(
    sentence: Floats, known: Sequence[Sample], others: Sequence[Sample], covered: Sequence[Sample]
) -> Fitted:
    """Both heads, what calibrates their product, and the threshold."""
    signs = [-1 if name in AGAINST else int(name not in ABOUT) for name in SIGNALS]
    signal, intercept = fit_confidence([*known, *others], signs)
    about, about_intercept = fit_confidence(covered, [int(name in COVERED) for name in SIGNALS])
    heads = [(signal, intercept), (about, about_intercept)]
    slope, offset = calibrate(known, others, lambda x: product_of(x, heads))

    def estimate(x: Floats) -> Floats:
        return 1 / (1 + np.exp(-(slope * log_odds(product_of(x, heads)) + offset)))

    threshold = find_threshold(known, estimate, MAX_FALSE_REFUSALS)
    return Fitted(sentence, signal, intercept, about, about_intercept, slope, offset, threshold)


def write(fitted: Fitted, path: Path) -> None:
    """Write the weights so that ``load_weights`` reads them."""
    data = {
        "made_by": "python -m bench.fit",
        "fitted_on": "bench/xquad-a (split-fit), bench/partnerships (dev), bench/lighthouses (dev)",
        "sentence": dict(zip(FEATURES, np.round(fitted.sentence, 4).tolist(), strict=True)),
        "signal": dict(zip(SIGNALS, np.round(fitted.signal, 4).tolist(), strict=True)),
        "intercept": round(fitted.intercept, 4),
        "covered": dict(zip(SIGNALS, np.round(fitted.covered, 4).tolist(), strict=True)),
        "covered_intercept": round(fitted.covered_intercept, 4),
        "slope": round(fitted.slope, 4),
        "offset": round(fitted.offset, 4),
        "threshold": fitted.threshold,
    }
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def open_index(folder: Path, documents: Path) -> Index:
    """An index of ``documents``, made in ``folder``."""
    for _ in sync(folder, Corpus.open([str(documents)])):
        pass
    return Index.open(folder)


def select_cases(name: str, tag: str) -> list[Case]:
    """The cases of one of the question sets that bear ``tag``."""
    return [case for case in load_cases(BENCH / name / "questions.jsonl") if tag in case.tags]


def _hidden(index: Index, answerable: Sequence[Asked]) -> list[Asked]:
    """The same questions with every passage hidden that answers them."""
    hider = Hider({info.id: index.chunks(info.id) for info in index.documents()})
    hidden = [
        _ask_one(index, asked.case, hider.hidden(asked.case, asked.gold)) for asked in answerable
    ]
    return [_unanswerable(asked) for asked in hidden]


def _covered_samples(
    indexes: Mapping[str, Index], cases: Mapping[str, Sequence[Case]], weights: Weights
) -> list[Sample]:
    """Questions asked of their own corpus and of the others; those of absent articles besides."""
    samples = []
    for name, index in indexes.items():
        asked = {other: _ask(index, _alone(cases[other])) for other in indexes}
        samples.append(_about(index, asked.pop(name), weights, 1.0, is_covered=True))
        samples += [_about(index, a, weights, 0.5, is_covered=False) for a in asked.values()]
    absent = [case for case in cases["xquad"] if not case.answerable]
    first = indexes["xquad"]
    return [*samples, _about(first, _ask(first, absent), weights, 0.5, is_covered=False)]


def _alone(cases: Sequence[Case]) -> list[Case]:
    """The answerable ones that stand alone and ask of something in a document."""
    return [c for c in cases if c.answerable and c.facts and not c.history and c.outcome != "about"]


def _about(
    index: Index, asked: Sequence[Asked], weights: Weights, weight: float, *, is_covered: bool
) -> Sample:
    sample = _sample(index, asked, weights, weight)
    return replace(sample, y=np.full(len(sample.y), float(is_covered)))


def _own_samples(index: Index, cases: Sequence[Case], weights: Weights) -> list[Sample]:
    alone = [case for case in cases if not case.history and case.outcome != "about"]
    one = [c for c in alone if c.answerable and c.facts and ONE_SENTENCE & set(c.tags)]
    none = [case for case in alone if not case.answerable]
    return [
        _sample(index, _ask(index, one), weights, 1.5),
        _sample(index, _ask(index, none), weights, 1.5),
    ]


def _sample(index: Index, asked: Sequence[Asked], weights: Weights, weight: float) -> Sample:
    x, y = [], []
    for one in asked:
        ranked = rank_candidates(one.reading, one.candidates, index, weights)
        x.append(signals(one.reading, one.result, ranked))
        y.append(float(_is_right(one.case, ranked)))
    return Sample(np.array(x, float).reshape(len(x), len(SIGNALS)), np.array(y), weight)


def _is_right(case: Case, ranked: Sequence[Scored]) -> bool:
    text = " ".join(scored.candidate.text for scored in ranked[:2])
    return case.answerable and share_of_facts(text, case.facts) == 1.0


def _unanswerable(asked: Asked) -> Asked:
    return replace(asked, case=replace(asked.case, answerable=False))


def _ask(index: Index, cases: Sequence[Case]) -> list[Asked]:
    return [_ask_one(index, case) for case in cases]


def _ask_one(index: Index, case: Case, hidden: frozenset[str] = frozenset()) -> Asked:
    reading = read(case.question, index)
    result = index.search(reading.query, hidden=hidden)
    reading = learn(reading, result)
    gold = locate_gold(case, lambda document: index.document(document)[1])
    return Asked(case, gold, reading, result, describe_candidates(reading, result))


def _table(candidates: Sequence[Candidate]) -> Floats:
    rows = [candidate.features for candidate in candidates]
    return np.array(rows, float).reshape(len(rows), len(FEATURES))


def _is_gold(asked: Asked) -> Flags:
    """Whether each candidate shares more than half of the shorter of it and a gold quote."""

    def is_gold(candidate: Candidate) -> bool:
        span = candidate.sentence.span
        return any(
            place.document == candidate.passage.chunk.document
            and place.span.overlap(span) > 0.5 * min(span.length, place.span.length)
            for gold in asked.gold.quotes
            for place in gold.places
        )

    return np.array([is_gold(candidate) for candidate in asked.candidates], bool)


if __name__ == "__main__":
    main()

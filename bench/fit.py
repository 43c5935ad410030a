"""Fit ``assistant/weights.json``: ``python -m bench.fit``.

Sentence weights: listwise softmax regression (ListNet, Cao et al. 2007, top one) towards the gold
sentences of ``bench/xquad-a``, tag split-fit, held near a hand-made mix. Confidence: logistic
regression with signs fixed beforehand, on the same half (answered, other articles, leave-one-out)
and on the halves tagged dev of ``bench/partnerships`` and ``bench/lighthouses``. The halves that results are reported on
(split-test, held-out) are never read here.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.candidates import FEATURES, Candidate, describe_candidates
from assistant.evaluation.cases import Case, load_cases
from assistant.evaluation.gold import Gold, locate_gold
from assistant.evaluation.hiding import Hider
from assistant.evaluation.matching import share_of_facts
from assistant.reading import Reading, learn, read
from assistant.scoring import (
    SIGNALS,
    WEIGHTS_FILE,
    Scored,
    Weights,
    rank_candidates,
    signals,
)
from corpus.corpus import SHIPPED, Corpus
from index.index import Index
from index.passage import SearchResult
from index.sync import sync

Floats = NDArray[np.float64]

BENCH = Path(__file__).parent
PRIOR = {
    "cosine": 8.0,
    "coverage": 4.8,
    "context_coverage": 2.0,
    "passage_score": 2.8,
    "has_type": 1.2,
    "names": 1.2,
    "bigrams": 1.6,
    "verb": 1.0,
    "is_subject": 3.0,
    "other_subject": -1.5,
}
AGAINST = {"lacks_type", "lacks_measure", "names_apart"}
ONE_SENTENCE = {
    "definition",
    "who",
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

L2_SENTENCE = 0.01
L2_CONFIDENCE = 0.005
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
class Sample:
    """Signals of some cases, whether each was answered rightly, and what each counts."""

    x: Floats
    y: Floats
    weight: float


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        xquad = _index(Path(folder) / "xquad", BENCH / "xquad-a" / "corpus")
        own = {
            "partnerships": _index(Path(folder) / "partnerships", SHIPPED),
            "lighthouses": _index(Path(folder) / "lighthouses", BENCH / "lighthouses" / "documents"),
        }
        fit_cases = _cases("xquad-a", "split-fit")
        answerable = _ask(xquad, [case for case in fit_cases if case.answerable])
        asked_own = {
            name: _ask(index, [c for c in _cases(name, "dev") if c.answerable and not c.history])
            for name, index in own.items()
        }
        sentence = fit_sentence([*answerable, *(a for some in asked_own.values() for a in some)])
        weights = Weights(sentence.astype(np.float32), np.zeros(len(SIGNALS), np.float32), 0.0, 0.0)
        samples = _samples(xquad, fit_cases, answerable, weights)
        for name, index in own.items():
            samples += _own_samples(index, _cases(name, "dev"), weights)
        signal, intercept = fit_confidence(samples)
        _write(sentence, signal, intercept, _threshold(samples, signal, intercept))


def fit_sentence(asked: Sequence[Asked]) -> Floats:
    """Weights under which the gold sentences' share of the softmax is largest."""
    lists = [(_table(a.candidates), _relevant(a)) for a in asked]
    lists = [(x, y) for x, y in lists if y.any()]
    prior = np.array([PRIOR.get(name, 0.0) for name in FEATURES])

    def loss(w: Floats) -> tuple[float, Floats]:
        total, gradient = 0.0, np.zeros_like(w)
        for x, y in lists:
            z = x @ w
            p = np.exp(z - z.max())
            p /= p.sum()
            gold = float(p[y].sum())
            total -= np.log(gold + 1e-12)
            gradient += x.T @ (p - p * y / gold)
        n = len(lists)
        away = w - prior
        return total / n + L2_SENTENCE * away @ away / 2, gradient / n + L2_SENTENCE * away

    fitted: Floats = minimize(loss, prior, jac=True, method="L-BFGS-B").x
    return fitted


def fit_confidence(samples: Sequence[Sample]) -> tuple[Floats, float]:
    """Logistic regression on standardised signals, each with the sign it is known to have."""
    x = np.vstack([sample.x for sample in samples])
    y = np.concatenate([sample.y for sample in samples])
    share = np.concatenate([np.full(len(s.y), s.weight) for s in samples])
    share /= share.sum()
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-6
    z = (x - mean) / scale

    def loss(w: Floats) -> tuple[float, Floats]:
        p = 1 / (1 + np.exp(-(z @ w[:-1] + w[-1])))
        likely = y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12)
        gradient = np.r_[z.T @ (share * (p - y)) + 2 * L2_CONFIDENCE * w[:-1], share @ (p - y)]
        return -float(share @ likely) + L2_CONFIDENCE * float(w[:-1] @ w[:-1]), gradient

    signs = [
        (None, 0.0) if name in AGAINST else (0.0, None) for name in SIGNALS
    ]
    start = np.zeros(len(SIGNALS) + 1)
    w = minimize(loss, start, jac=True, bounds=[*signs, (None, None)], method="L-BFGS-B").x
    signal: Floats = w[:-1] / scale
    return signal, float(w[-1] - signal @ mean)


def _samples(
    index: Index, cases: Sequence[Case], answerable: Sequence[Asked], weights: Weights
) -> list[Sample]:
    """What is answered, what other articles would answer, and what was hidden on purpose."""
    absent = _ask(index, [case for case in cases if not case.answerable])
    hider = Hider({info.id: index.chunks(info.id) for info in index.documents()})
    hidden = [
        _ask_one(index, asked.case, hider.hidden(asked.case, asked.gold)) for asked in answerable
    ]
    return [
        _sample(index, answerable, weights, 1.0),
        _sample(index, absent, weights, 1.5),
        _sample(index, [_unanswerable(asked) for asked in hidden], weights, 0.3),
    ]


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
    from dataclasses import replace

    return replace(asked, case=replace(asked.case, answerable=False))


def _threshold(samples: Sequence[Sample], signal: Floats, intercept: float) -> float:
    """The largest that refuses at most ``MAX_FALSE_REFUSALS`` of what is answered rightly."""
    right = [(s.x[s.y == 1] @ signal + intercept, s.weight) for s in samples if s.y.any()]
    p = np.sort(1 / (1 + np.exp(-np.concatenate([z for z, _ in right]))))
    return round(float(p[int(MAX_FALSE_REFUSALS * len(p))]), 3)


def _index(folder: Path, documents: Path) -> Index:
    for _ in sync(folder, Corpus.open([str(documents)])):
        pass
    return Index.open(folder)


def _cases(name: str, tag: str) -> list[Case]:
    return [case for case in load_cases(BENCH / name / "questions.jsonl") if tag in case.tags]


def _ask(index: Index, cases: Sequence[Case]) -> list[Asked]:
    return [_ask_one(index, case) for case in cases]


def _ask_one(index: Index, case: Case, hidden: frozenset[str] = frozenset()) -> Asked:
    reading = read(case.question, index)
    result = index.search(reading.query, hidden=hidden)
    reading = learn(reading, result)
    gold = locate_gold(case, lambda document: index.document(document)[1])
    return Asked(case, gold, reading, result, describe_candidates(reading, result))


def _table(candidates: Sequence[Candidate]) -> Floats:
    return np.array([candidate.features for candidate in candidates], float)


def _relevant(asked: Asked) -> NDArray[np.bool_]:
    """Whether each candidate shares at least half of the shorter of it and a gold quote."""

    def is_gold(candidate: Candidate) -> bool:
        span = candidate.sentence.span
        return any(
            place.document == candidate.passage.chunk.document
            and place.span.overlap(span) > 0.5 * min(span.length, place.span.length)
            for gold in asked.gold.quotes
            for place in gold.places
        )

    return np.array([is_gold(candidate) for candidate in asked.candidates], bool)


def _write(sentence: Floats, signal: Floats, intercept: float, threshold: float) -> None:
    data = {
        "made_by": "python -m bench.fit",
        "fitted_on": "bench/xquad-a (split-fit), bench/partnerships (dev), bench/lighthouses (dev)",
        "sentence": dict(zip(FEATURES, np.round(sentence, 4).tolist(), strict=True)),
        "signal": dict(zip(SIGNALS, np.round(signal, 4).tolist(), strict=True)),
        "intercept": round(intercept, 4),
        "threshold": threshold,
    }
    WEIGHTS_FILE.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

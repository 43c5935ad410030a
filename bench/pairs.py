"""How well the check tells true sentences from false ones: ``python -m bench.pairs``.

``bench/pairs/*.jsonl`` hold true sentences written by hand in other words than their source. Each
is made false by one change of every kind that applies (``bench/falsifying.py``); the cited passages
stay, but for "another passage", where the sentence stays and cites another pair's. ``--nli NAME``
adds an entailment model; ``--misses`` lists what was decided wrongly, of the development file only.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.evaluation.calibration import area_under_curve
from assistant.evaluation.intervals import outer, resample
from assistant.support.check import Support, check
from assistant.support.entailment import Entailment
from assistant.support.names import find_names
from assistant.support.signals import load_weights
from bench.falsifying import CHANGES, Pool, falsify, is_plain
from bench.fit import BENCH, OWN, open_index
from bench.markdown import render_markdown
from corpus.document import Span
from index.index import Index
from index.passage import Chunk, Passage
from index.words import terms

CORPORA = {**OWN, "xquad-a": BENCH / "xquad-a" / "corpus"}
DEV, HELD_OUT = BENCH / "pairs" / "dev.jsonl", BENCH / "pairs" / "held-out.jsonl"
KINDS = (*CHANGES, "another passage", "nearest other passage")
MAX_WITHHELD = 0.05
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Pair:
    """A true sentence and where its source stands."""

    id: str
    corpus: str
    places: tuple[tuple[str, Span], ...]
    quote: str
    sentence: str


@dataclass(frozen=True)
class Trial:
    """A sentence with what it cites; ``kind``: how it was made false, or "true"."""

    pair: Pair
    kind: str
    sentence: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Outcome:
    """What the check said of a trial, how long it took, and how much of that it computed."""

    trial: Trial
    support: Support
    seconds: float
    processor_seconds: float


def main() -> None:
    options = _parser().parse_args()
    entailment = Entailment.open(options.nli) if options.nli else None
    with tempfile.TemporaryDirectory() as folder:
        indexes = {n: open_index(Path(folder) / n, path) for n, path in CORPORA.items()}
        for path in options.files or [p for p in (DEV, HELD_OUT) if p.exists()]:
            outcomes = run(make_trials(load_pairs(path, indexes), indexes), indexes, entailment)
            print(f"\n## {path.stem}{f' with {entailment.name}' if entailment else ''}\n")
            print(render(outcomes))
            if options.misses and path.resolve() == DEV:
                print(render_misses(outcomes))


def load_pairs(path: Path, indexes: Mapping[str, Index]) -> list[Pair]:
    """The pairs of a file, their quotes found in the documents' texts.

    Raises:
        ValueError: a quote is not in its document.
    """
    return [
        _pair(json.loads(line), indexes)
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def _pair(data: Mapping[str, Any], indexes: Mapping[str, Index]) -> Pair:
    quotes = data["quote"] if isinstance(data["quote"], list) else [data["quote"]]
    names = data["document"] if isinstance(data["document"], list) else [data["document"]]
    names = names * len(quotes) if len(names) < len(quotes) else names
    corpus = str(data["corpus"])
    places = []
    for name, quote in zip(names, quotes, strict=False):
        start = indexes[corpus].document(name)[1].find(quote)
        if start < 0:
            raise ValueError(f"pair {data['id']}: its quote is not in {name}")
        places.append((str(name), Span(start, start + len(quote))))
    return Pair(str(data["id"]), corpus, tuple(places), "\n".join(quotes), str(data["sentence"]))


def make_trials(pairs: Sequence[Pair], indexes: Mapping[str, Index]) -> list[Trial]:
    """Every pair as it is, and false in every way that applies to it."""
    trials = []
    cited = {pair.id: cite(pair, indexes[pair.corpus]) for pair in pairs}
    for pair in pairs:
        index = indexes[pair.corpus]
        others = [p for p in pairs if p.corpus == pair.corpus and not _meet(p, cited[pair.id])]
        far = [p for p in others if p.places[0][0] != pair.places[0][0]] or others
        pool = Pool(corpus_names(index), [p.sentence for p in far], corpus_words(index))
        trials.append(Trial(pair, "true", pair.sentence, cited[pair.id]))
        for kind in CHANGES:
            changed = falsify(pair.sentence, pair.quote, kind, pool, pair.id)
            if changed is not None:
                trials.append(Trial(pair, kind, changed, cited[pair.id]))
        if others:
            other = others[sum(map(ord, pair.id)) % len(others)]
            trials.append(Trial(pair, "another passage", pair.sentence, cited[other.id]))
        near = [p for p in index.search(pair.sentence).passages if not _holds(p.chunk, pair)]
        trials.append(Trial(pair, "nearest other passage", pair.sentence, tuple(near[:1])))
    return trials


def cite(pair: Pair, index: Index) -> tuple[Passage, ...]:
    """The passages that hold the quotes of ``pair``."""
    found = {}
    for name, span in pair.places:
        for chunk in index.chunks(name):
            if chunk.span.overlap(span):
                found[chunk.id] = as_passage(chunk)
    return tuple(found.values())


def as_passage(chunk: Chunk) -> Passage:
    """A chunk as a search would return it, without scores."""
    cosines = (0.0,) * len(chunk.sentences)
    return Passage(chunk, "", 0.0, 0.0, 0.0, None, None, cosines)


def _holds(chunk: Chunk, pair: Pair) -> bool:
    return any(chunk.document == name and chunk.span.overlap(span) for name, span in pair.places)


def _meet(pair: Pair, passages: Sequence[Passage]) -> bool:
    return any(_holds(passage.chunk, pair) for passage in passages)


@lru_cache
def corpus_names(index: Index) -> tuple[str, ...]:
    """The names that the sentences of an index hold, those that may only open one left out."""
    found = {
        name.text
        for info in index.documents()
        for chunk in index.chunks(info.id)
        for sentence in chunk.sentences
        if sentence.kind in ("paragraph", "item")
        for name in find_names(chunk.sentence_text(sentence))
        if not name.opens
    }
    return tuple(sorted(found))


@lru_cache
def corpus_words(index: Index) -> tuple[str, ...]:
    """The plain words of an index that are no function words."""
    return tuple(sorted(w for w in index.vocabulary() if is_plain(w) and terms(w)))


def run(
    trials: Sequence[Trial], indexes: Mapping[str, Index], entailment: Entailment | None = None
) -> list[Outcome]:
    """Check every trial, and time it."""
    outcomes = []
    for trial in trials:
        started, computed = perf_counter(), thread_time()
        support = check(
            trial.sentence, trial.passages, indexes[trial.pair.corpus], entailment=entailment
        )
        spent = thread_time() - computed
        outcomes.append(Outcome(trial, support, perf_counter() - started, spent))
    return outcomes


def render(outcomes: Sequence[Outcome]) -> str:
    """The table of kinds, the withheld and shown shares, the trade-off, the times."""
    true = [o for o in outcomes if o.trial.kind == "true"]
    rows = []
    for kind in KINDS:
        false = [o for o in outcomes if o.trial.kind == kind]
        if false:
            rows.append(_row(kind, true, false))
    every = [o for o in outcomes if o.trial.kind not in ("true", "nearest other passage")]
    rows.append(_row("all but the last", true, every))
    head = ("kind", "false", "AUROC", "95 %", "recall at 5 % withheld", "95 %", "shown as shipped")
    parts = (render_markdown(head, rows), _shares(true), _curve(true, every), _times(outcomes))
    return "\n\n".join(parts)


def _row(kind: str, true: Sequence[Outcome], false: Sequence[Outcome]) -> tuple[str, ...]:
    both = [*true, *false]
    values = np.array([o.support.value for o in both])
    labels = np.array([o.trial.kind == "true" for o in both])
    weights = resample([o.trial.pair.id for o in both])
    once = np.ones((1, len(both)))
    auroc = [area_under_curve(values, labels, w) for w in (once, weights)]
    recall = [_recalls(values, labels, w) for w in (once, weights)]
    shown = np.mean([o.support.supported for o in false])
    return (
        kind,
        str(len(false)),
        f"{auroc[0][0]:.3f}",
        _bounds(auroc[1]),
        f"{recall[0][0]:.3f}",
        _bounds(recall[1]),
        f"{100 * shown:.1f} %",
    )


def _recalls(values: Floats, labels: NDArray[np.bool_], weights: Floats) -> Floats:
    """The share of false ones below the value under which 5 % of the true ones lie."""
    found = []
    for row in weights.astype(int):
        true, false = (
            np.repeat(values[labels], row[labels]),
            np.repeat(values[~labels], row[~labels]),
        )
        if len(true) and len(false):
            limit = np.sort(true)[int(MAX_WITHHELD * len(true))]
            found.append(float(np.mean(false < limit)))
        else:
            found.append(np.nan)
    return np.array(found)


def _bounds(values: Floats) -> str:
    found = outer(values)
    return f"{found[0]:.3f} - {found[1]:.3f}" if found else ""


def _shares(true: Sequence[Outcome]) -> str:
    withheld = np.array([float(not o.support.supported) for o in true])
    bounds = outer(resample([o.trial.pair.id for o in true]) @ withheld / len(true))
    low, high = bounds or (0.0, 0.0)
    return (
        f"True sentences withheld as shipped: {100 * withheld.mean():.1f} %"
        f" ({100 * low:.1f} - {100 * high:.1f} %) of {len(true)}."
    )


def _curve(true: Sequence[Outcome], false: Sequence[Outcome]) -> str:
    """What each threshold withholds of the true and shows of the false."""
    shipped = load_weights().threshold
    rows = []
    for level in sorted({0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, shipped}):
        low = [np.mean([o.support.value < level for o in some]) for some in (true, false)]
        mark = " (shipped)" if level == shipped else ""
        rows.append((f"{level:.3f}{mark}", f"{100 * low[0]:.1f} %", f"{100 * (1 - low[1]):.1f} %"))
    return render_markdown(("threshold", "true withheld", "false shown"), rows)


def _times(outcomes: Sequence[Outcome]) -> str:
    """Wall and processor time; on a busy machine only the second is the check's own."""
    parts = []
    for name, seconds in (
        ("time", [o.seconds for o in outcomes]),
        ("processor time", [o.processor_seconds for o in outcomes]),
    ):
        p50, p95 = 1000 * np.quantile(seconds, (0.5, 0.95))
        parts.append(f"{name} p50 {p50:.1f} ms, p95 {p95:.1f} ms")
    return f"A check, {len(outcomes)} of them: {'; '.join(parts)}."


def render_misses(outcomes: Sequence[Outcome]) -> str:
    """What was decided wrongly, one line each, for whoever improves the check."""
    wrong = [o for o in outcomes if o.support.supported != (o.trial.kind == "true")]
    return "\n".join(
        f"{o.trial.kind} {o.trial.pair.id} {o.support.value:.3f} {o.trial.sentence}"
        f" | {'; '.join(o.support.reasons)} | {' / '.join(s.quote for s in o.support.sentences)}"
        for o in wrong
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="default: both halves")
    parser.add_argument("--nli", help="name or folder of an entailment model")
    parser.add_argument("--misses", action="store_true")
    return parser


if __name__ == "__main__":
    main()

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.support.signals import AGAINST, SIGNALS
from bench import fit_support, pairs
from index.index import Index
from tests.assistant.apiary import open_apiary

WAX = "Honey bees make wax in glands on the belly of the worker."
MITE = "treats hives against the varroa mite in August"


@pytest.fixture(scope="module")
def apiary(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return open_apiary(tmp_path_factory.mktemp("apiary"))


def write(path: Path, *lines: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def pair(id_: str, document: str, quote: str, sentence: str) -> dict[str, object]:
    return {"id": id_, "corpus": "a", "document": document, "quote": quote, "sentence": sentence}


def test_a_pair_is_found_in_its_document_and_tried_true_and_false(
    tmp_path: Path, apiary: Index
) -> None:
    path = write(
        tmp_path / "pairs.jsonl",
        pair("1", "02-wax.md", WAX, "Wax is made by honey bees in glands on the worker's belly."),
        pair("2", "notes/03-enemies.txt", MITE, "Hives are treated against mites in August."),
    )
    indexes = {"a": apiary}
    found = pairs.load_pairs(path, indexes)
    (name, span) = found[0].places[0]
    assert span.cut(apiary.document(name)[1]) == WAX
    trials = pairs.make_trials(found, indexes)
    kinds = [trial.kind for trial in trials if trial.pair.id == "2"]
    assert kinds == [
        "true", "date", "negation", "half-truth", "word", "another passage", "nearest other passage"
    ]  # fmt: skip
    outcomes = pairs.run(trials, indexes)
    assert len(outcomes) == len(trials)
    table = pairs.render(outcomes)
    assert "| half-truth | 2 |" in table
    assert "True sentences withheld as shipped" in table


def test_a_quote_that_is_not_there_is_told(tmp_path: Path, apiary: Index) -> None:
    path = write(tmp_path / "pairs.jsonl", pair("7", "02-wax.md", "No such words.", "Nothing."))
    with pytest.raises(ValueError, match=r"pair 7: its quote is not in 02-wax\.md"):
        pairs.load_pairs(path, {"a": apiary})


def test_recall_is_of_the_false_below_what_withholds_one_in_twenty_of_the_true() -> None:
    true, false = np.linspace(0.0, 1.0, 21), np.array([0.01, 0.04, 0.5, 0.9])
    values = np.concatenate([true, false])
    labels = np.arange(25) < 21
    assert pairs._recalls(values, labels, np.ones((1, 25))).tolist() == [0.5]


def test_the_fit_writes_what_the_check_reads() -> None:
    rng = np.random.default_rng(5)
    y = (np.arange(200) % 2).astype(float)
    x = rng.uniform(0, 1, (200, len(SIGNALS)))
    x[:, SIGNALS.index("coverage")] = 0.5 * y + 0.5 * x[:, 0]
    fitted = fit_support.fit(x, y)
    signal = fitted["signal"]
    assert isinstance(signal, dict)
    assert list(signal) == list(SIGNALS)
    assert signal["coverage"] > 1
    assert all(signal[name] <= 0 for name in AGAINST)

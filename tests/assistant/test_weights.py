from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.candidates import FEATURES
from assistant.weights import SIGNALS, WEIGHTS_FILE, load_weights


def test_the_weights_file_has_every_feature_and_signal_and_no_other() -> None:
    data = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    assert tuple(data["sentence"]) == FEATURES
    assert tuple(data["signal"]) == SIGNALS
    assert 0.0 < data["threshold"] < 1.0
    weights = load_weights()
    assert weights.sentence.tolist() == pytest.approx(list(data["sentence"].values()))
    assert weights.signal.tolist() == pytest.approx(list(data["signal"].values()))


def test_a_weights_file_made_for_other_code_is_refused(tmp_path: Path) -> None:
    data = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    del data["sentence"]["cosine"]
    path = tmp_path / "weights.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(KeyError, match="cosine"):
        load_weights(path)

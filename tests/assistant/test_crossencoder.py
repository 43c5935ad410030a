from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.crossencoder import CrossEncoder, Window, before, join, load_crossencoder
from corpus.errors import ModelMissing
from index.model import shipped_folder
from index.tokenizer import WordPieces

MILL = [
    Window("It was built by Jan Roos in 1804, on the site of an older one.", "Mills."),
    Window("It burned down twice.", "Mills."),
    Window("Its sails were taken off when steam came.", "Mills."),
]


def test_the_sentence_that_answers_stands_out_whatever_is_asked() -> None:
    reads = load_crossencoder()
    asked = ["Who built the mill?", "How often was the mill on fire?", "Why has it no sails?"]
    assert [int(reads.answers(question, MILL).argmax()) for question in asked] == [0, 1, 2]


def test_a_window_is_read_alike_alone_and_among_others() -> None:
    reads = load_crossencoder()
    longer = Window("The keeper wrote down wind, rain and cloud. " * 5, "Logs. It was wet.")
    together = reads.answers("Who built the mill?", [MILL[0], longer])
    alone = [reads.answers("Who built the mill?", [one])[0] for one in (MILL[0], longer)]
    assert together.tolist() == alone
    assert reads.answers("Who built the mill?", []).shape == (0,)


def test_what_stands_before_is_cut_in_its_middle_and_everything_else_at_its_end() -> None:
    pieces = WordPieces(shipped_folder())
    long = "one two three four five six seven eight nine ten " * 30
    ids, kinds = join(pieces, long, Window(long, long))
    assert kinds.tolist() == [0] * (1 + 48 + 1 + 12 + 28 + 1) + [1] * (96 + 1)
    own = pieces.cut([long], 10**6)[0].ids
    end, inner = own[-1:], own[1:-1]
    parts = (own[:49], end, inner[:12], inner[-28:], end, inner[:96], end)
    assert ids.tolist() == np.concatenate(parts).tolist()
    short, kinds = join(pieces, "one", Window("two", ""))
    assert short.tolist() == [own[0], inner[0], *end, *end, inner[1], *end]
    assert kinds.tolist() == [0, 0, 0, 0, 1, 1]


def test_what_stands_before_a_sentence_is_its_headings_and_the_last_sentence() -> None:
    assert before("", [], "") == ""
    assert before("Trams", ["Fares", "1931"], "They rose.") == "Trams / Fares / 1931. They rose."


def test_a_damaged_model_is_told_by_name(tmp_path: Path) -> None:
    broken = tmp_path / "crossencoder.onnx"
    broken.write_bytes(np.zeros(64, np.uint8).tobytes())
    with pytest.raises(ModelMissing, match=r"cannot read .*crossencoder\.onnx .*install"):
        CrossEncoder(broken)

from __future__ import annotations

from pathlib import Path

import pytest

from index.coverage import Coverage, coverage
from tests.index.small import opened, synced, write


def test_what_stands_in_sentences_is_citable_and_front_matter_is_not(tmp_path: Path) -> None:
    front, body = "---\nperiod: old\n---\n", "# Tea\n\nIt is green.\n\n- Hot\n"
    write(tmp_path / "mine", {"a.md": front + body, "b.txt": "Plain words."})
    synced(tmp_path / "index", tmp_path / "mine")
    found = coverage(opened(tmp_path / "index"))
    visible = {text: len("".join(text.split())) for text in (front, body, "Plain words.")}
    assert found == Coverage(sum(visible.values()), visible[body] + visible["Plain words."])
    assert found.share == pytest.approx(29 / 45)


def test_where_there_is_nothing_all_of_it_is_citable() -> None:
    assert Coverage(0, 0).share == 1.0

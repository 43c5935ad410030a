from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.coverage import Coverage, coverage
from index.passage import Chunk
from tests.index.small import opened, synced, write


def test_all_that_a_reader_sees_is_citable_and_nothing_else_counts(tmp_path: Path) -> None:
    body = "# Tea\n\n<!-- a remark -->\n\nIt is *green*.\n\n- Hot\n"
    write(tmp_path / "mine", {"a.md": f"---\nperiod: old\n---\n{body}", "b.txt": "Plain words."})
    synced(tmp_path / "index", tmp_path / "mine")
    seen = len("Tea" + "Itisgreen." + "Hot" + "Plainwords.")
    assert coverage(opened(tmp_path / "index")) == Coverage(seen, seen)


def test_what_is_in_no_sentence_is_not_citable(tmp_path: Path) -> None:
    write(tmp_path / "mine", {"a.txt": "Tea is green.\n\nIt is hot."})
    synced(tmp_path / "index", tmp_path / "mine")
    index = opened(tmp_path / "index")

    class Without(type(index)):  # type: ignore[misc]
        """An index that lost its last sentence."""

        def latest(self) -> Without:
            return self

        def chunks(self, document: str) -> tuple[Chunk, ...]:
            *kept, last = super().chunks(document)
            return (*kept, replace(last, sentences=last.sentences[:-1]))

    index.__class__ = Without
    found = coverage(index)
    assert found == Coverage(len("Teaisgreen.Itishot."), len("Teaisgreen."))
    assert found.share == pytest.approx(11 / 19)


def test_where_there_is_nothing_all_of_it_is_citable() -> None:
    assert Coverage(0, 0).share == 1.0

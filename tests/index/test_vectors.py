from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from index.encoder import normalised
from index.passage import FloatArray
from index.vectors import (
    RANGES,
    ROWS,
    STATE,
    SentenceVectors,
    VectorsDamaged,
    VectorsWriter,
    open_vectors,
)


def rows(n: int, seed: int) -> FloatArray:
    return normalised(np.random.default_rng(seed).normal(size=(n, 8)).astype(np.float32))


def write_vectors(
    folder: Path,
    mark: str,
    ids: Sequence[str],
    old: SentenceVectors | None,
    new: Mapping[str, FloatArray],
) -> None:
    writer = VectorsWriter(folder, old, 8)
    for id_, vectors in new.items():
        writer.add(id_, vectors)
    writer.finish(mark, ids)


NEW = {"c" * 32: rows(3, 0), "a" * 32: rows(0, 1), "b" * 32: rows(1, 2)}


def test_vectors_come_back_in_half_precision(tmp_path: Path) -> None:
    write_vectors(tmp_path, "f", sorted(NEW), None, NEW)
    found = open_vectors(tmp_path, "f")
    for id_, expected in NEW.items():
        assert found.of(id_).dtype == np.float32
        np.testing.assert_array_equal(found.of(id_), expected.astype(np.float16))
    with pytest.raises(KeyError):
        found.of("d" * 32)


def test_unchanged_chunks_keep_their_vectors(tmp_path: Path) -> None:
    write_vectors(tmp_path / "old", "f", sorted(NEW), None, NEW)
    old = open_vectors(tmp_path / "old", "f")
    new = {"b" * 32: rows(2, 3)}
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    write_vectors(tmp_path / "new", "g", ["b" * 32, "c" * 32], old, new)
    found = open_vectors(tmp_path / "new", "g")
    np.testing.assert_array_equal(found.of("b" * 32), new["b" * 32].astype(np.float16))
    np.testing.assert_array_equal(found.of("c" * 32), old.of("c" * 32))
    with pytest.raises(KeyError):
        found.of("a" * 32)


def test_rows_of_what_is_gone_do_not_pile_up(tmp_path: Path) -> None:
    new = {f"{i:032}": rows(4, i) for i in range(50)}
    write_vectors(tmp_path, "f", sorted(new), None, new)
    kept = sorted(new)[10:50:2]
    write_vectors(tmp_path, "g", kept, open_vectors(tmp_path, "f"), {})
    found = open_vectors(tmp_path, "g")
    assert (tmp_path / ROWS).stat().st_size == len(kept) * 4 * 8 * 2
    for id_ in kept:
        np.testing.assert_array_equal(found.of(id_), new[id_].astype(np.float16))


def test_what_was_added_can_be_read_before_all_is_written(tmp_path: Path) -> None:
    writer = VectorsWriter(tmp_path, None, 8)
    for id_, vectors in NEW.items():
        writer.add(id_, vectors)
        np.testing.assert_array_equal(writer.added(id_), vectors.astype(np.float16))
    writer.close()


def test_no_chunks_are_fine(tmp_path: Path) -> None:
    write_vectors(tmp_path, "f", [], None, {})
    with pytest.raises(KeyError):
        open_vectors(tmp_path, "f").of("a" * 32)


def test_a_chunk_without_vectors_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_vectors(tmp_path, "f", ["a" * 32], None, {})


def test_vectors_of_other_chunks_are_not_used(tmp_path: Path) -> None:
    write_vectors(tmp_path, "f", sorted(NEW), None, NEW)
    with pytest.raises(VectorsDamaged, match="made for other chunks"):
        open_vectors(tmp_path, "g")


@pytest.mark.parametrize("name", [ROWS, RANGES, STATE])
@pytest.mark.parametrize("content", [None, b"", b"{}", b"\x93NUMPY"])
def test_a_broken_file_is_noticed(tmp_path: Path, name: str, content: bytes | None) -> None:
    write_vectors(tmp_path, "f", sorted(NEW), None, NEW)
    (tmp_path / name).unlink()
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(VectorsDamaged):
        open_vectors(tmp_path, "f")

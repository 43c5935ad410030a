from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import IndexBusy, IndexDamaged, IndexForeign, IndexMissing, IndexWriteFailed
from index import generations
from index.generations import current, locked, next_generation


def make(folder: Path, content: str, *, on: bool = True) -> Path:
    base = current(folder) if on else None
    with next_generation(folder, base) as target:
        (target / "content").write_text(content)
    return target


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "index"
    folder.mkdir()
    make(folder, "one", on=False)
    return folder


def content(folder: Path) -> str:
    return (current(folder) / "content").read_text()


def test_a_generation_is_in_force_when_it_is_finished(folder: Path) -> None:
    first = current(folder)
    with next_generation(folder, first) as target:
        assert (target / "content").read_text() == "one"
        (target / "content").write_text("two")
        assert content(folder) == "one"
    assert content(folder) == "two"
    assert (first / "content").read_text() == "one"


def test_the_newest_two_stay(folder: Path) -> None:
    for text in ("two", "three", "four"):
        make(folder, text)
    kept = [(path / "content").read_text() for path in generations.generations(folder)]
    assert kept == ["three", "four"]
    assert (folder / "CURRENT").read_text() == "generation-000004\n"


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError, GeneratorExit])
def test_what_fails_leaves_the_old_one_and_no_rest(
    folder: Path, error: type[BaseException]
) -> None:
    before = sorted(folder.rglob("*"))

    def fail() -> None:
        with next_generation(folder, current(folder)) as target:
            (target / "content").write_text("half")
            raise error

    with pytest.raises(error):
        fail()
    assert content(folder) == "one"
    assert sorted(folder.rglob("*")) == before


def test_what_a_kill_left_is_swept(folder: Path) -> None:
    (folder / "generation-000002").mkdir()
    (folder / "generation-000002" / "content").write_text("half")
    make(folder, "next")
    assert [path.name for path in generations.generations(folder)] == [
        "generation-000001",
        "generation-000002",
    ]
    assert content(folder) == "next"


def test_before_the_first_is_finished_there_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "generation-000001").mkdir()
    (tmp_path / "CURRENT.new").write_text("generation-000001\n")
    with pytest.raises(IndexMissing) as missing:
        current(tmp_path)
    assert str(missing.value) == f"no index in {tmp_path}; run: assistant index"
    make(tmp_path, "first", on=False)
    assert [path.name for path in generations.generations(tmp_path)] == ["generation-000001"]


@pytest.mark.parametrize("name", ["", "generation-000009", "../elsewhere", "\udcff"])
def test_a_current_that_names_nothing_is_damaged(folder: Path, name: str) -> None:
    (folder / "CURRENT").write_bytes(name.encode("utf-8", "surrogateescape"))
    with pytest.raises(IndexDamaged, match=r"CURRENT.*run: assistant index"):
        current(folder)


def test_no_folder_an_empty_one_and_a_foreign_one_are_told_apart(tmp_path: Path) -> None:
    for folder in (tmp_path / "none", tmp_path):
        with pytest.raises(IndexMissing):
            current(folder)
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(IndexForeign) as foreign:
        current(tmp_path)
    assert str(foreign.value) == (
        f"{tmp_path} holds other files and no index; give an empty or new folder by --index"
    )
    with pytest.raises(IndexForeign, match="is a file, not an index"):
        current(tmp_path / "thesis.docx")


def test_a_foreign_folder_is_not_written_into(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(IndexForeign), locked(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_second_sync_is_refused_and_told_by_whom(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from index.generations import locked\n"
        "with locked(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(IndexBusy) as busy, locked(folder):
        pass
    assert str(busy.value) == f"process {holder.pid} is indexing {folder}; try again later"
    holder.kill()
    holder.communicate()
    with locked(folder):
        assert (folder / "sync.pid").read_text() == str(os.getpid())
    assert not (folder / "sync.pid").exists()


def test_one_process_cannot_sync_twice_at_a_time_either(folder: Path) -> None:
    with locked(folder), pytest.raises(IndexBusy, match=f"process {os.getpid()} "), locked(folder):
        pass


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    folder = Path("/proc/self/index") if Path("/proc/self").exists() else tmp_path / "file" / "sub"
    with (
        pytest.raises(IndexWriteFailed, match=f"cannot write the index in {folder} "),
        locked(folder),
    ):
        pass

"""A sync that is killed at any moment leaves an index that opens at its last finished state."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bench.kills import measure
from index import generations
from tests.index.small import ROCKETS, opened, synced, write

ROOT = Path(__file__).parents[2]
AFTER = {**ROCKETS, "vostok.md": "# Vostok\n\nVostok carried the first human.\n"}
# Counts what the sync does to files in the index folder, and dies at one of these moments.
SCRIPT = """
import os, signal, sys
from pathlib import Path
from tests.index.small import synced

folder, documents, fatal = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
n = 0

def watch(event, args):
    global n
    if event in ("open", "os.rename", "os.mkdir", "os.remove", "shutil.rmtree"):
        if isinstance(args[0], (str, os.PathLike)) and os.fspath(args[0]).startswith(folder):
            n += 1
            if n == fatal:
                os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
synced(Path(folder), documents)
print(n)
"""


def run(folder: Path, documents: Path, fatal: int = 0) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, folder, documents, str(fatal)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def codes(killed: Mapping[Path, int], documents: Path) -> set[int]:
    """How the syncs of some folders end, each killed at its moment; two go at a time."""
    with ThreadPoolExecutor(2) as pool:
        return {
            ended.returncode
            for ended in pool.map(lambda at: run(at[0], documents, at[1]), killed.items())
        }


def test_a_kill_at_any_moment_leaves_an_index_that_opens(tmp_path: Path) -> None:
    documents = write(tmp_path / "documents", ROCKETS)
    synced(tmp_path / "whole", documents)
    write(documents, AFTER)
    n_moments = int(run(tmp_path / "whole", documents).stdout)
    assert n_moments > 30
    write(documents, ROCKETS)
    killed = {tmp_path / f"killed{i}": 1 + (n_moments - 2) * i // 5 for i in range(6)}
    for folder in killed:
        synced(folder, documents)
    write(documents, AFTER)
    assert codes(killed, documents) == {-signal.SIGKILL}
    for folder in killed:
        index = opened(folder)
        assert {info.id for info in index.documents()} in ({*ROCKETS}, {*AFTER})
        assert index.search("Baikonur").passages[0].chunk.document == "soyuz.md"
        synced(folder, documents)
        assert {info.id for info in opened(folder).documents()} == {*AFTER}
        assert len(generations.generations(folder)) <= 2


@pytest.mark.slow
def test_a_kill_at_every_moment_of_the_first_sync_leaves_a_folder_that_can_be_synced(
    tmp_path: Path,
) -> None:
    documents = write(tmp_path / "documents", ROCKETS)
    n_moments = int(run(tmp_path / "whole", documents).stdout)
    killed = {tmp_path / f"killed{fatal}": fatal for fatal in range(1, n_moments, 3)}
    assert codes(killed, documents) == {-signal.SIGKILL}
    for folder in killed:
        synced(folder, documents)
        assert {info.id for info in opened(folder).documents()} == {*ROCKETS}


@pytest.mark.slow
def test_ten_kills_at_random_moments_lose_nothing_and_questions_are_answered_meanwhile(
    tmp_path: Path,
) -> None:
    found = measure(tmp_path, 10)
    assert found.pop("generations_left") in (2, 3)
    asking = found.pop("asking")
    assert asking["wrong"] == []
    assert asking["asked"] > 10
    assert asking["rounds_seen"] > 3
    assert found.pop("kills") == found.pop("next sync completes") == 10
    assert set(found) <= {"killed: old state", "killed: new state", "finished: new state"}
    assert found["killed: old state"] > 0

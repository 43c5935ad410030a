"""One process writes, others read: each question sees one state of the index, whole and new."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index import generations
from index.index import Index
from tests.index.small import ROCKETS, HashedWords, opened, synced, write

ROOT = Path(__file__).parents[2]
# How many states the readers have to have seen; the last one asks so seldom that it is always
# several syncs behind.
ROUNDS, PAUSES_S = (8, 8, 3), (0, 0, 1.5)
# Every document of round N names N in each of its sentences: what is mixed shows.
WRITER = """
import sys
from pathlib import Path
from tests.index.small import synced, write

folder, documents, stop = map(Path, sys.argv[1:4])
n = 1
while not stop.exists():
    text = "# Round{n}\\n\\nSignal round{n} part {i}.\\n"
    write(documents, {f"d{i}-{n}.md": text.format(n=n, i=i) for i in range(4)})
    synced(folder, documents)
    n += 1
"""
READER = """
import json, re, sys, time
from pathlib import Path
from assistant.assistant import Assistant
from assistant.settings import Settings
from corpus.corpus import Corpus
from index.index import Index
from tests.index.small import HashedWords

folder, wanted = Path(sys.argv[1]), int(sys.argv[3])
opened = Index.open(folder, encoder=HashedWords())
assistant = Assistant(opened, Corpus.open([sys.argv[2]]), Settings())
rounds, wrong = set(), []
while len(rounds) < wanted and not wrong:
    answer = assistant.ask("What is the signal round part?")
    index = opened.latest()
    chunks = [c for info in index.documents() for c in index.chunks(info.id)]
    texts = [index.document(info.id)[1] for info in index.documents()]
    found = [p.chunk for p in assistant.search("signal round", 20).passages]
    for name, held in (("ask", [p.chunk for p in answer.passages]), ("chunks", chunks),
                       ("search", found)):
        seen = {n for chunk in held for n in re.findall(r"ound(\\d+)", chunk.text)}
        seen |= {n for chunk in held for n in re.findall(r"-(\\d+).md", chunk.document)}
        if len(held) != 4 or len(seen) != 1 or not all(c.text for c in held):
            wrong.append([name, len(held), sorted(seen)])
        rounds |= seen
    if not all(texts):
        wrong.append(["empty text"])
    time.sleep(float(sys.argv[4]))
print(json.dumps(wrong))
"""


def run(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.mark.slow
def test_readers_never_see_a_stale_id_an_empty_text_or_two_states_at_once(tmp_path: Path) -> None:
    documents = write(
        tmp_path / "documents",
        {f"d{i}-0.md": f"# Round0\n\nSignal round0 part {i}.\n" for i in range(4)},
    )
    folder, stop = tmp_path / "index", tmp_path / "stop"
    synced(folder, documents)
    writer = run(WRITER, folder, documents, stop)
    readers = [
        run(READER, folder, documents, *asked) for asked in zip(ROUNDS, PAUSES_S, strict=True)
    ]
    try:
        told = [reader.communicate(timeout=900) for reader in readers]
    finally:
        stop.touch()
    assert told == [("[]\n", "")] * 3
    assert writer.communicate(timeout=300) == ("", "")
    synced(folder, documents)
    assert len(generations.generations(folder)) <= 2


def test_a_running_reader_sees_the_new_state_at_its_next_question(tmp_path: Path) -> None:
    documents = write(tmp_path / "documents", ROCKETS)
    folder = tmp_path / "index"
    synced(folder, documents)
    index = opened(folder)
    before = index.latest()
    for n in range(4):
        write(documents, {"new.md": f"# New\n\nNumber {n} is up.\n"})
        synced(folder, documents)
    after = index.latest()
    assert [info.id for info in after.documents()] == ["new.md"]
    assert after.latest() is after
    # Four syncs behind, never searched before: what it needs is still there.
    assert before.search("Baikonur").passages[0].chunk.document == "soyuz.md"
    assert before.document("apollo.md")[1] == ROCKETS["apollo.md"]
    assert before.vocabulary()["baikonur"] == 1
    assert before.latest() is before


def test_what_nobody_reads_any_more_goes_with_the_next_sync(tmp_path: Path) -> None:
    documents = write(tmp_path / "documents", ROCKETS)
    folder = tmp_path / "index"
    synced(folder, documents)
    index = opened(folder)
    for n in range(3):
        write(documents, {"new.md": f"Number {n}."})
        synced(folder, documents)
    names = [path.name[-1] for path in generations.generations(folder)]
    assert names == ["1", "3", "4"]
    assert index.refresh() is True
    deadline = time.monotonic() + 120
    while len(generations.generations(folder)) > 2:
        assert time.monotonic() < deadline
        write(documents, {"new.md": f"Number {time.monotonic()}."})
        synced(folder, documents)


def test_an_index_that_vanished_or_changed_its_model_does_not_stop_a_reader(
    tmp_path: Path,
) -> None:
    documents = write(tmp_path / "documents", ROCKETS)
    folder = tmp_path / "index"
    synced(folder, documents)
    index = opened(folder)
    synced(folder, documents, embedder=HashedWords("other@1", dimension=32))
    for _ in range(2):
        found = index.latest().search("Baikonur").passages[0].chunk.document
        assert found == "soyuz.md"
    synced(folder, documents)
    assert index.latest().fingerprint == Index.open(folder, encoder=HashedWords()).fingerprint


@pytest.mark.parametrize("path", ["manifest.json", "chroma/chroma.sqlite3", "vectors/rows.f16"])
def test_a_damaged_generation_is_named_and_the_one_before_serves(tmp_path: Path, path: str) -> None:
    documents = write(tmp_path / "documents", ROCKETS)
    folder = tmp_path / "index"
    synced(folder, documents)
    write(documents, {**ROCKETS, "vostok.md": "Vostok flew."})
    synced(folder, documents)
    damaged = generations.current(folder)
    (damaged / path).write_bytes(b"broken" * 1000)
    index = opened(folder)
    assert {info.id for info in index.documents()} == {*ROCKETS}
    assert damaged.name in index.damage
    report = synced(folder, documents)
    assert (report.added, report.n_embedded) == (("vostok.md",), 1)
    assert index.refresh() is True
    assert (index.damage, index.n_documents) == ("", 4)
    assert [path.name for path in folder.glob("damaged-*")] == [f"damaged-{damaged.name}"]


def test_of_several_damaged_generations_the_newest_is_kept_aside(tmp_path: Path) -> None:
    documents = write(tmp_path / "documents", ROCKETS)
    folder = tmp_path / "index"
    for n in range(3):
        write(documents, {"a.md": f"Number {n}."})
        synced(folder, documents)
        last = generations.current(folder)
        shutil.rmtree(last / "vectors")
    assert synced(folder, documents).n_documents == 1
    assert [path.name for path in folder.glob("damaged-*")] == [f"damaged-{last.name}"]
    assert opened(folder).document("a.md")[1] == "Number 2."

"""Syncs killed at random moments, while another process asks: what is left opens, and is whole.

``python -m bench.kills [--kills 50]`` prints one line of JSON. Embeddings are made by hashing
words (``tests/index/small.py``), so that the time goes into writing, where a kill can hurt.

Every file of round N names N in its text: an answer, or an index, that mixes two rounds shows.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from index import generations
from index.index import Index
from tests.index.small import opened, synced, write

ROOT = Path(__file__).parents[1]
N_FILES = 60
SYNC = """
import sys
from pathlib import Path
from tests.index.small import synced
import chromadb, tantivy
print("ready", flush=True)
synced(Path(sys.argv[1]), sys.argv[2])
"""
ASK = """
import json, sys
from pathlib import Path
from assistant.assistant import Assistant
from assistant.settings import Settings
from bench.kills import rounds_of
from corpus.corpus import Corpus
from tests.index.small import opened

assistant = Assistant(opened(Path(sys.argv[1])), Corpus.open([sys.argv[2]]), Settings())
print("ready", flush=True)
asked, wrong, seen = 0, [], set()
while not Path(sys.argv[3]).exists():
    passages = assistant.ask("What is the signal of part 7?").passages
    rounds = rounds_of(p.chunk.text for p in passages)
    if len(rounds) != 1 or not passages or not all(p.chunk.text for p in passages):
        wrong.append([len(passages), sorted(rounds)])
    seen |= rounds
    asked += 1
print(json.dumps({"asked": asked, "rounds_seen": len(seen), "wrong": wrong[:5]}))
"""


def rounds_of(texts: Iterable[str]) -> set[str]:
    """The rounds that some texts name."""
    return {n for text in texts for n in re.findall(r"round(\d+)", text)}


def write_round(documents: Path, n: int) -> None:
    """Every file as it is in round ``n``; some come, some go."""
    text = (
        "# Station\n\nThe signal of part {i} is round{n}.\n\n## More\n\nAgain round{n}, part {i}.\n"
    )
    write(documents, {f"{i}.md": text.format(i=i, n=n) for i in range(n % 3, N_FILES + n % 5)})


def start(script: str, *arguments: Path) -> subprocess.Popen[str]:
    """A process that has said it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def state_of(index: Index) -> set[str]:
    """The rounds in the index's texts and chunks, each of which holds something."""
    texts = [index.document(info.id)[1] for info in index.documents()]
    texts += [chunk.text for info in index.documents() for chunk in index.chunks(info.id)]
    texts += [p.chunk.text for p in index.search("signal of part 3", k=20).passages]
    assert all(texts)
    return rounds_of(texts)


def measure(folder: Path, n_kills: int, seed: int = 0) -> dict[str, Any]:
    """Kill ``n_kills`` syncs; what was found after each, and what the asking process saw."""
    chance, documents, index = random.Random(seed), folder / "documents", folder / "index"
    documents.mkdir()
    write_round(documents, 0)
    synced(index, documents)
    write_round(documents, 1)
    with start(SYNC, index, documents) as process:
        started = perf_counter()
    longest_s = perf_counter() - started
    reader = start(ASK, index, documents, folder / "stop")
    found: Counter[str] = Counter()
    for n in range(2, n_kills + 2):
        write_round(documents, n)
        with start(SYNC, index, documents) as process:
            sleep(chance.uniform(0, longest_s))
            process.send_signal(signal.SIGKILL)
        killed = "killed" if process.returncode == -signal.SIGKILL else "finished"
        rounds = state_of(opened(index))
        state = {str([str(n - 1)]): "old", str([str(n)]): "new"}.get(str(sorted(rounds)), "mixed")
        found[f"{killed}: {state} state"] += 1
        synced(index, documents)
        found["next sync completes"] += state_of(opened(index)) == {str(n)}
    (folder / "stop").touch()
    told = json.loads(reader.communicate()[0])
    left = len(generations.generations(index))
    return {"kills": n_kills, **found, "asking": told, "generations_left": left}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(Path(folder), options.kills, options.seed), indent=1))


if __name__ == "__main__":
    main()

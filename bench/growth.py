"""How time, memory and disk grow with the number of chunks.

``python -m bench.growth [1000 10000 100000]`` prints a Markdown table. Text is synthetic
(``bench/mixture.py``) and so are the vectors (``bench/synthetic.py``): what is measured is all but
the embedding model. Every size is indexed in a process of its own, changed in one file in a second,
left unchanged in a third, and asked in a fourth.

``--memory`` only indexes each size, once as it is and once with Chroma taken away
(``bench/plain_store.py``), and tells what of the peak is not vectors, and whose it is.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from bench.markdown import render_markdown
from bench.mixture import sentences, write_mixture
from bench.synthetic import DIMENSION, SyntheticEmbedder

CHARS_A_CHUNK = 630
N_QUESTIONS, N_WARM_UP = 60, 5
INVENTED = 0.3


def peak_mb() -> float:
    """The most memory this process held since it began, or since ``forget_peak``."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024  # kilobytes; Linux only


def forget_peak() -> None:
    """Count the peak anew from what is held now."""
    Path("/proc/self/clear_refs").write_text("5")


def index_step(folder: Path) -> dict[str, float]:
    """Sync ``folder / "documents"``; time, memory, disk and how many chunks there are."""
    from corpus.corpus import Corpus
    from index.sync import sync

    embedder = SyntheticEmbedder()
    forget_peak()
    before_mb, started = peak_mb(), perf_counter()
    corpus = Corpus.open([str(folder / "documents")])
    report = list(sync(folder / "index", corpus, embedder=embedder))[-1].report
    assert report is not None
    seconds = perf_counter() - started
    files = [path for path in (folder / "index").rglob("*") if path.is_file()]
    return {
        "chunks": report.n_chunks,
        "embedded": report.n_embedded,
        "seconds": seconds,
        "start_mb": before_mb,
        "peak_mb": peak_mb(),
        "disk_mb": sum(path.stat().st_size for path in files) / 1e6,
    }


def plain_step(folder: Path) -> dict[str, float]:
    """As ``index_step``, with a plain table in Chroma's place."""
    from bench.plain_store import PlainStore
    from index import writing

    vars(writing)["Store"] = PlainStore
    return index_step(folder)


def ask_step(folder: Path) -> dict[str, float]:
    """Open and ask; milliseconds of a question, seconds to the first answer, memory."""
    from assistant.assistant import Assistant
    from assistant.settings import Settings
    from corpus.corpus import Corpus
    from index.index import Index

    started = perf_counter()
    index = Index.open(folder / "index", encoder=SyntheticEmbedder())
    opened_s = perf_counter() - started
    corpus = Corpus.open([str(folder / "documents")])
    assistant = Assistant(index, corpus, Settings())
    asked = [f"What about {' '.join(text.split()[2:9])}?" for text in sentences()]
    step = max(1, len(asked) // (N_QUESTIONS + N_WARM_UP))
    times = []
    for question in asked[::step][: N_QUESTIONS + N_WARM_UP]:
        begun = perf_counter()
        assistant.ask(question)
        times.append(1000 * (perf_counter() - begun))
    p50, p95 = np.quantile(times[N_WARM_UP:], [0.5, 0.95])
    return {
        "open_s": opened_s,
        "first_ms": times[0],
        "p50_ms": float(p50),
        "p95_ms": float(p95),
        "ask_peak_mb": peak_mb(),
    }


STEPS: dict[str, Callable[[Path], dict[str, float]]] = {
    "index": index_step,
    "plain": plain_step,
    "ask": ask_step,
}


def step(name: str, folder: Path) -> dict[str, Any]:
    """One step in a process of its own."""
    command = [sys.executable, "-m", "bench.growth", "--step", name, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def measure(n_chunks: int, invented: float) -> dict[str, float]:
    """All figures of one size."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        n_chars = write_mixture(folder / "documents", n_chunks * CHARS_A_CHUNK, invented=invented)
        found = {"chars": n_chars, **step("index", folder), **step("ask", folder)}
        found["unchanged_s"] = step("index", folder)["seconds"]
        changed = sorted((folder / "documents").iterdir())[0]
        changed.write_text(changed.read_text() + "\nOne more sentence.\n", encoding="utf-8")
        found["one_changed_s"] = step("index", folder)["seconds"]
        return found


def measure_memory(n_chunks: int, invented: float) -> dict[str, float]:
    """The peak of a first sync, what of it is vectors, and the peak without Chroma."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_mixture(folder / "documents", n_chunks * CHARS_A_CHUNK, invented=invented)
        found = step("index", folder)
        shutil.rmtree(folder / "index")
        plain = step("plain", folder)
    vectors_mb = found["chunks"] * DIMENSION * 4 / 1e6
    return {
        **found,
        "vectors_mb": vectors_mb,
        "rest_mb": found["peak_mb"] - vectors_mb,
        "plain_mb": plain["peak_mb"],
    }


MEMORY_COLUMNS = (
    ("passages", "chunks", ",.0f"),
    ("peak, MB", "peak_mb", ".0f"),
    ("of it vectors, MB", "vectors_mb", ".1f"),
    ("the rest, MB", "rest_mb", ".0f"),
    ("peak without Chroma, MB", "plain_mb", ".0f"),
)
COLUMNS = (
    ("passages", "chunks", ",.0f"),
    ("first index, s", "seconds", ".0f"),
    ("peak memory, MB", "peak_mb", ".0f"),
    ("nothing changed, s", "unchanged_s", ".2f"),
    ("one file changed, s", "one_changed_s", ".1f"),
    ("disk, MB", "disk_mb", ".0f"),
    ("open, s", "open_s", ".2f"),
    ("first question, ms", "first_ms", ".0f"),
    ("question p50, ms", "p50_ms", ".0f"),
    ("p95, ms", "p95_ms", ".0f"),
    ("memory when asked, MB", "ask_peak_mb", ".0f"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("chunks", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--step", nargs=2, metavar=("NAME", "FOLDER"), help="used by itself")
    parser.add_argument(
        "--invented", type=float, default=INVENTED, help="share of words that are made up"
    )
    parser.add_argument("--memory", action="store_true", help="peak memory of indexing alone")
    options = parser.parse_args()
    if options.step:
        print(json.dumps(STEPS[options.step[0]](Path(options.step[1]))))
        return
    columns = MEMORY_COLUMNS if options.memory else COLUMNS
    rows = []
    for n_chunks in options.chunks:
        found = (measure_memory if options.memory else measure)(n_chunks, options.invented)
        print(json.dumps(found), file=sys.stderr, flush=True)
        rows.append([format(found[key], form) for _, key, form in columns])
    print(render_markdown([name for name, *_ in columns], rows))


if __name__ == "__main__":
    main()

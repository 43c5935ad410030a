"""Indexing by the usual tutorial pipeline and by this assistant, side by side, turn by turn.

``python -m bench.indexing [--chars 1600000] [--rounds 3] [--threads 1]`` prints a Markdown table:
wall and processor seconds, characters a second and peak memory of whole processes; ours once in
bfloat16 where the processor has it, and once in float32. The corpus is ``bench/mixture.py``. Last:
the smallest cosine of our vectors and those of sentence-transformers in float32.

Processor seconds hold on a machine that others use too; wall seconds then do not.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from bench.markdown import render_markdown
from bench.mixture import write_mixture
from bench.serving import ENVIRONMENT

SIDES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("tutorial", "bench.tutorial", {}),
    ("ours", "bench.ours", {}),
    ("ours, float32", "bench.ours", {"BENCH_FLOAT32": "1"}),
)


@dataclass(frozen=True, slots=True)
class Usage:
    """Of a whole process."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def run(module: str, documents: Path, folder: Path, extra: dict[str, str]) -> Usage:
    started = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", module, "index", str(documents), str(folder)],
        env={**os.environ, **ENVIRONMENT, **extra},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    seconds = perf_counter() - started
    return Usage(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def least_cosine(folder: Path, n_chunks: int) -> float:
    """The smallest cosine of an index's vectors and sentence-transformers' own, in float32."""
    from sentence_transformers import SentenceTransformer

    from index.index import Index
    from index.model import open_model

    index = Index.open(folder)
    chunks = [chunk for info in index.documents() for chunk in index.chunks(info.id)][:n_chunks]
    stored = index._snapshot.stored([chunk.id for chunk in chunks])
    model = SentenceTransformer(str(open_model().folder), device="cpu", local_files_only=True)
    wanted = model.encode([chunk.embedded for chunk in chunks], normalize_embeddings=True)
    found = np.array([stored[chunk.id].vector for chunk in chunks])
    return float((np.asarray(wanted) * found).sum(axis=1).min())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chars", type=int, default=1_600_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    threads = {name: str(options.threads) for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
    found: dict[str, list[Usage]] = {name: [] for name, *_ in SIDES}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        n_chars = write_mixture(folder / "documents", options.chars)
        for number in range(options.rounds):
            for name, module, extra in SIDES:
                target = folder / f"{name}-{number}"
                usage = run(module, folder / "documents", target, {**threads, **extra})
                print(number, name, usage, file=sys.stderr, flush=True)
                found[name].append(usage)
        cosine = least_cosine(folder / "ours-0", 300)
    theirs = median(usage.cpu_s for usage in found["tutorial"])
    rows = []
    for name, usages in found.items():
        wall, cpu = median(u.wall_s for u in usages), median(u.cpu_s for u in usages)
        peak = median(u.peak_mb for u in usages)
        speed, times = f"{n_chars / cpu:,.0f}", f"{theirs / cpu:.2f}"
        rows.append((name, f"{wall:.0f}", f"{cpu:.0f}", speed, times, f"{peak:.0f}"))
    head = ("", "wall s", "processor s", "characters a processor s", "times theirs", "peak MB")
    print(f"{n_chars:,} characters, {options.threads} threads, {options.rounds} rounds.\n")
    print(render_markdown(head, rows))
    print(f"\nSmallest cosine with sentence-transformers in float32, 300 passages: {cosine:.5f}")


if __name__ == "__main__":
    main()

"""How long it takes to bring an index up to date: nothing changed, and one file of 1,000 changed.

``python -m bench.resync [--files 1000] [--chars 2000] [--rounds 3]`` runs ``assistant index`` as a
user does, in a process of its own each time, with the real embedding model, over Markdown files of
real sentences in random order (``bench/mixture.py``), and prints a Markdown table: medians of wall
and processor seconds of the whole command, and of the sync alone, as the command tells them.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.markdown import render_markdown
from bench.mixture import write_files

HEAD = ("", "passages embedded", "wall s", "processor s", "of it the sync, wall s")
_SUMMARY = re.compile(r"([\d,]+) passages? embedded in ([\d.]+) s")


@dataclass(frozen=True, slots=True)
class Took:
    """One run of the command."""

    n_embedded: int
    wall_s: float
    cpu_s: float
    sync_s: float


Run = Callable[[Path], Took]


def run_command(folder: Path) -> Took:
    """``assistant index`` over ``folder / "documents"``."""
    roots = ["--corpus", str(folder / "documents"), "--index", str(folder / "index")]
    started = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "index", *roots],
        env=os.environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    seconds = perf_counter() - started
    summary = _SUMMARY.search(said)
    assert summary, said
    n_embedded, sync_s = int(summary[1].replace(",", "")), float(summary[2])
    return Took(n_embedded, seconds, usage.ru_utime + usage.ru_stime, sync_s)


def measure(folder: Path, n_rounds: int, run: Run = run_command) -> dict[str, list[Took]]:
    """A first index, then in turns nothing changed and one file changed."""
    found: dict[str, list[Took]] = {"first index": [run(folder)]}
    files = sorted((folder / "documents").iterdir())
    for number in range(n_rounds):
        found.setdefault("nothing changed", []).append(run(folder))
        changed = files[number * len(files) // n_rounds]
        text = changed.read_text(encoding="utf-8")
        changed.write_text(f"{text}\nSentence {number} is new.\n", encoding="utf-8")
        found.setdefault("one file changed", []).append(run(folder))
    return found


def row_of(name: str, runs: list[Took]) -> tuple[str, ...]:
    """A line of the table."""
    times = [
        median(values)
        for values in zip(*((r.wall_s, r.cpu_s, r.sync_s) for r in runs), strict=True)
    ]
    embedded = f"{median(run.n_embedded for run in runs):,.0f}"
    return (name, embedded, *(f"{value:.1f}" for value in times))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--chars", type=int, default=2000, help="of each file")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        n_chars = write_files(Path(place) / "documents", options.files, options.chars)
        found = measure(Path(place), options.rounds)
    print(f"{options.files:,} files, {n_chars:,} characters, {options.rounds} rounds.\n")
    print(render_markdown(HEAD, [row_of(name, runs) for name, runs in found.items()]))


if __name__ == "__main__":
    main()

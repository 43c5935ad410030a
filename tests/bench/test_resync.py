from __future__ import annotations

from pathlib import Path
from time import process_time

from bench.mixture import write_files
from bench.resync import HEAD, Took, measure, row_of
from corpus.corpus import Corpus
from index.sync import sync
from tests.index.small import HashedWords


def run_here(folder: Path) -> Took:
    """As ``run_command``, in this process and with a small embedder."""
    started = process_time()
    corpus = Corpus.open([str(folder / "documents")])
    report = list(sync(folder / "index", corpus, embedder=HashedWords()))[-1].report
    assert report is not None
    spent = process_time() - started
    return Took(report.n_embedded, spent, spent, report.seconds)


def test_unchanged_files_embed_nothing_and_a_changed_one_alone_is_embedded_again(
    tmp_path: Path,
) -> None:
    n_chars = write_files(tmp_path / "documents", 5, 300)
    files = sorted((tmp_path / "documents").iterdir())
    assert (len(files), n_chars) == (5, sum(len(file.read_text("utf-8")) for file in files))
    found = measure(tmp_path, 1, run_here)
    embedded = {name: [run.n_embedded for run in runs] for name, runs in found.items()}
    assert embedded == {
        "first index": embedded["first index"],
        "nothing changed": [0],
        "one file changed": [1],
    }
    assert embedded["first index"][0] >= 5


def test_a_line_of_the_table_holds_medians() -> None:
    runs = [Took(1, 3.04, 2.0, 1.0), Took(1, 1.0, 0.2, 0.25), Took(4, 9.0, 4.0, 0.5)]
    assert row_of("one file changed", runs) == ("one file changed", "1", "3.0", "2.0", "0.5")
    assert len(HEAD) == len(row_of("x", runs))

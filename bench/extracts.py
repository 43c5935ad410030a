"""How many of the sentences that people would keep an extract of a document shows.

    python -m bench.extracts [--squad train-v1.1.json]

``bench/reading/kept.jsonl``: of 120 documents, the sentences that a good short extract quotes, the
most needed first. Half of them are passages of ``bench/reading``, half are parts of SQuAD's
articles (``bench/squad.py``), whose file is not in the repository. Prints, for extracts of four,
five and seven sentences, the share of what is to be kept that they show, and of the three sentences
most needed; beside it the same for as many sentences from the beginning.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.extracting import choose_lines
from assistant.lines import Line, read_lines
from assistant.summarising import groups_of
from bench.examples import load_readings
from bench.fit import open_index
from index.index import Index

READING = Path(__file__).parent / "reading"
_SIZES, _MUST, _FULL, _HALF = (4, 5, 7), 3, 5, 0.5


@dataclass(frozen=True)
class Kept:
    """A document as Markdown, and the numbers of the sentences to keep, from 1, best first."""

    text: str
    keep: tuple[int, ...]


def load_kept(squad: Path | None = None) -> Iterator[Kept]:
    """The documents of ``kept.jsonl``; those of SQuAD only where its file is given."""
    readings = {name: load_readings(READING / name) for name in ("passages.jsonl", "lists.jsonl")}
    data = json.loads(squad.read_text("utf-8"))["data"] if squad else ()
    articles = {str(one["title"]).replace("_", " "): one["paragraphs"] for one in data}
    for line in (READING / "kept.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if "file" in row:
            reading, n = readings[row["file"]][row["line"] - 1], row["sentences"]
            title, told = reading.title, reading.sentences
            parts = [" ".join(told[i : i + n]) for i in range(0, len(told), n)]
        elif row["article"] in articles:
            title, first = row["article"], row["paragraph"]
            of_part = articles[title][first : first + row["paragraphs"]]
            parts = [" ".join(str(one["context"]).split()) for one in of_part]
        else:
            continue
        yield Kept("\n\n".join((f"# {title}", *parts)) + "\n", tuple(row["keep"]))


def gains(shown: Sequence[int], keep: Sequence[int], n: int) -> tuple[float, float]:
    """What share of what ``n`` sentences could keep ``shown`` does, and of the most needed ones.

    The first five to keep count one each, the others a half.
    """
    worth = {number: 1.0 if i < _FULL else _HALF for i, number in enumerate(keep)}
    best = sum(sorted(worth.values(), reverse=True)[:n])
    told = sum(worth.get(number, 0.0) for number in shown)
    return told / best, len(set(shown) & set(keep[:_MUST])) / _MUST


def numbers(lines: Sequence[Line], n: int) -> list[int]:
    """The numbers, from 1, of the lines that an extract of ``n`` sentences shows."""
    places = {(line.chunk.id, line.sentence.span.start): i for i, line in enumerate(lines, 1)}
    chosen = choose_lines(groups_of(lines, 0), n)
    return [places[line.chunk.id, line.sentence.span.start] for line in chosen]


def main() -> None:
    """Index the documents and print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--squad", type=Path)
    kept = list(load_kept(parser.parse_args().squad))
    with tempfile.TemporaryDirectory() as folder:
        documents = Path(folder) / "documents"
        documents.mkdir()
        for i, one in enumerate(kept):
            (documents / f"{i:03}.md").write_text(one.text, "utf-8")
        _report(kept, open_index(Path(folder) / "index", documents))


def _report(kept: Sequence[Kept], index: Index) -> None:
    read = [read_lines(index, index.chunks(f"{i:03}.md")) for i in range(len(kept))]
    for size in _SIZES:
        told = []
        for one, lines in zip(kept, read, strict=True):
            n = min(size, -(-len(lines) // 2))
            shown, first = numbers(lines, n), range(1, n + 1)
            told.append((*gains(shown, one.keep, n), *gains(first, one.keep, n)))
        share, most, from_start, most_from_start = np.mean(told, axis=0)
        print(
            f"{len(kept)} documents, {size} sentences: {share:.3f} of what is to be kept, "
            f"{most:.3f} of the most needed; from the beginning {from_start:.3f} and "
            f"{most_from_start:.3f}"
        )


if __name__ == "__main__":
    main()

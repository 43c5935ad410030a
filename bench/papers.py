"""Small collections of passages of ``bench/reading``, with what is asked of them as cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.evaluation.cases import Case, Evidence
from bench.examples import Reading, load_readings

PASSAGES = Path(__file__).parent / "reading" / "test.jsonl"
"""The passages that the cross-encoder has not learnt from."""
_IN_ONE = 15
"""So few passages in one collection that a question is seldom answered by another than its own."""


def learnt_from() -> list[Reading]:
    """Every second passage; the others are left to measure on."""
    return load_readings(PASSAGES)[::2]


def write_collections(
    readings: Sequence[Reading], folder: Path
) -> Iterator[tuple[Path, list[Case]]]:
    """Folders of documents, one a passage, made in ``folder``, each with its cases."""
    for start in range(0, len(readings), _IN_ONE):
        place = folder / f"papers-{start}"
        place.mkdir(parents=True)
        cases: list[Case] = []
        for number, reading in enumerate(readings[start : start + _IN_ONE]):
            name = f"{number:02}.md"
            (place / name).write_text(_written(reading), encoding="utf-8")
            cases += _cases(name, reading)
        yield place, cases


def _written(reading: Reading) -> str:
    heads = (
        f"{'#' * depth} {text}" for depth, text in enumerate((reading.title, *reading.heading), 1)
    )
    return "\n\n".join((*heads, " ".join(reading.sentences))) + "\n"


def _cases(name: str, reading: Reading) -> Iterator[Case]:
    for text, place in reading.asks:
        told = reading.sentences[place]
        yield Case(f"{name}: {text}", text, True, ((told,),), (Evidence(name, told),))
    for text, _ in reading.misses:
        yield Case(f"{name}: {text}", text, False)

"""Small collections of passages of ``bench/reading``, with what is asked of them as cases."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from assistant.evaluation.cases import Case, Evidence
from bench.asked import load_asked
from bench.examples import Reading, load_readings

_READING = Path(__file__).parent / "reading"
PASSAGES = _READING / "test.jsonl"
"""The passages that the cross-encoder has not learnt from."""
_N_ASKED, _MOST_ASKS, _MOST_MISSES = 240, 4, 3
"""Of how many passages questions asked by meaning are taken, and how many of each at most."""
_IN_ONE = 15
"""So few passages in one collection that a question is seldom answered by another than its own."""


def learnt_from() -> list[Reading]:
    """Every second passage; the others are left to measure on."""
    return load_readings(PASSAGES)[::2]


def asked_by_meaning() -> list[Reading]:
    """Some passages with questions that share few words with what answers them, or that nothing
    there answers. The cross-encoder knows the passages and has not learnt from these questions.
    """
    found = load_asked(_READING / "asked.jsonl", load_readings(_READING / "passages.jsonl"))
    chance = random.Random(5)
    chance.shuffle(found)
    return [
        Reading(
            one.title,
            one.heading,
            tuple(window.text for window in one.windows),
            asks=tuple(chance.sample(one.asks, min(_MOST_ASKS, len(one.asks)))),
            misses=one.misses[:_MOST_MISSES],
            claims=(),
        )
        for one in found[:_N_ASKED]
    ]


def single_cases(document: str, reading: Reading) -> Iterator[Case]:
    """What is asked of a passage that one sentence answers, and what none does."""
    for text, place in reading.asks:
        told = reading.sentences[place]
        yield Case(f"{document}: {text}", text, True, ((told,),), (Evidence(document, told),))
    for text, _ in reading.misses:
        yield Case(f"{document}: {text}", text, False)


def list_cases(document: str, reading: Reading) -> Iterator[Case]:
    """What is asked of a passage for several things, with the sentences that give them."""
    for text, places in reading.lists:
        told = tuple(Evidence(document, reading.sentences[place]) for place in places)
        yield Case(f"{document}: {text}", text, True, (), told)


def write_collections(
    readings: Sequence[Reading],
    folder: Path,
    cases_of: Callable[[str, Reading], Iterable[Case]] = single_cases,
) -> Iterator[tuple[Path, list[Case]]]:
    """Folders of documents, one a passage, made in ``folder``, each with its cases."""
    for start in range(0, len(readings), _IN_ONE):
        place = folder / f"papers-{start}"
        place.mkdir(parents=True)
        cases: list[Case] = []
        for number, reading in enumerate(readings[start : start + _IN_ONE]):
            name = f"{number:02}.md"
            (place / name).write_text(_written(reading), encoding="utf-8")
            cases += cases_of(name, reading)
        yield place, cases


def _written(reading: Reading) -> str:
    heads = (
        f"{'#' * depth} {text}" for depth, text in enumerate((reading.title, *reading.heading), 1)
    )
    return "\n\n".join((*heads, " ".join(reading.sentences))) + "\n"

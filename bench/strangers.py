"""Are questions about names that occur nowhere refused? ``python -m bench.strangers``.

Takes the development questions that can be answered and name something, puts a name that the
documents do not hold in the place of one of theirs, and counts how many are still answered. A
comparison is still answered for its other side, and counted apart. No set of questions asks this
often enough: "What did Acme pay the carters?" is near a sentence on what someone else paid them.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.assistant import Assistant
from assistant.evaluation.cases import Case
from assistant.expressions import names
from bench.fit import OWN, open_index, select_cases
from index.words import terms

STRANGERS = (
    *("Trotsky", "Menshikov", "Brandeis", "Okonkwo", "Delacroix", "Yamaguchi", "Zimbabwe"),
    *("Rotterdam", "Tasmania", "Kandinsky", "Vodafone", "Lufthansa", "Uruguay", "Hemingway"),
    *("Siemens", "Petrarch", "Ljubljana", "Nokia", "Bolivia", "Heidegger"),
)
_SEED = 5


@dataclass(frozen=True)
class Count:
    """Questions with a name replaced, how many were answered, and how many of these as a table."""

    asked: int
    answered: int
    tables: int


def replaced(cases: Sequence[Case], new: Sequence[str], chance: random.Random) -> Iterator[str]:
    """The questions, one name within each replaced by one of ``new``."""
    for case in cases:
        spans = [s for s in names(case.question) if s.start and s.cut(case.question).isalpha()]
        if case.answerable and not case.history and spans:
            span = chance.choice(spans)
            yield case.question[: span.start] + chance.choice(new) + case.question[span.end :]


def count(cases: Sequence[Case], folder: Path) -> Count:
    """Ask the ``cases`` of an index in ``folder`` with names replaced."""
    assistant = Assistant.open(index=folder)
    held = assistant.index.frequency
    new = [name for name in STRANGERS if not any(held(term) for term in terms(name))]
    asked = list(replaced(cases, new, random.Random(_SEED)))
    found = [assistant.ask(question) for question in asked]
    shapes = [answer.shape for answer in found if answer.outcome == "answered"]
    return Count(len(asked), len(shapes), shapes.count("table"))


def main() -> None:
    argparse.ArgumentParser(description=__doc__, allow_abbrev=False).parse_args()
    print("| collection | asked | answered | of these comparisons |\n|---|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        xquad = Path(__file__).parent / "xquad-a" / "corpus"
        for name, documents in {"xquad-a": xquad, **OWN}.items():
            open_index(Path(folder) / name, Path(documents))
            tag = "split-fit" if name == "xquad-a" else "dev"
            n = count(select_cases(name, tag), Path(folder) / name)
            print(f"| {name} | {n.asked} | {n.answered} | {n.tables} |")


if __name__ == "__main__":
    main()

"""Yes-or-no questions of which the documents tell something else."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.presuming import open_questions

TEXT = """# The clock of Tarn

The clock of Tarn was built by the smith Anna Voss in 1731. Otto Lind painted its face.
The quarrel over its bells was settled in 1744. Nobody was hurt when the tower fell.
The tower fell in the storm of 1802, and it took eleven years to raise it again.
"""


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("clock")
    (folder / "documents").mkdir()
    (folder / "documents" / "clock.md").write_text(TEXT, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("Was the mill built by Otto Lind?", ["Who built the mill?"]),
        ("Did the mill close in May 1911?", ["When did the mill close?"]),
        ("Was Oril the result of Vela's work?", ["What was Oril the result of?"]),
        ("Was the canal dug because of the wool?", ["Why was the canal dug?"]),
        ("Did Ada work with Otto?", []),
        ("When was the mill built?", []),
    ],
)
def test_what_is_presumed_is_asked_openly(asked: str, left: list[str]) -> None:
    assert list(open_questions(asked)) == left


def test_what_the_documents_tell_instead_stands_without_a_verdict(clock: Assistant) -> None:
    answer = clock.ask("Was the clock of Tarn built by the Guild of Orm?")
    told = "The clock of Tarn was built by the smith Anna Voss in 1731."
    assert (answer.outcome, answer.statements[0].text) == ("answered", told)
    assert [s.kind for s in answer.statements if s.kind == "verdict"] == []


def test_the_sentence_beside_the_best_one_that_denies_it_is_shown(clock: Assistant) -> None:
    answer = clock.ask("Is it true that somebody was injured when the tower of the clock fell?")
    assert "Nobody was hurt when the tower fell." in [s.text for s in answer.statements]

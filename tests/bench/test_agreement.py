from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.evaluation.cases import load_cases
from bench import agreement

BENCH = Path(agreement.__file__).parent
ROWS = (
    {"id": "a", "set": "one", "judged": "right", "why": "says it"},
    {"id": "b", "set": "one", "judged": "partly", "why": "half of it"},
    {"id": "c", "set": "two", "judged": "refused rightly", "why": "not there"},
    {"id": "d", "set": "two", "judged": "refused wrongly", "why": "is there"},
)


def _case(name: str, *, answerable: bool, **scores: float | None) -> dict[str, object]:
    return {"id": name, "answerable": answerable, "scores": scores}


def _evaluation(path: Path, cases: Sequence[dict[str, object]]) -> Path:
    path.write_text(json.dumps({"cases": cases}), encoding="utf-8")
    return path


def test_agreement_is_counted_by_set_and_every_difference_is_named(tmp_path: Path) -> None:
    one = _evaluation(
        tmp_path / "one.json",
        [
            _case("a", answerable=True, refused=0.0, correct=1.0),
            _case("b", answerable=True, refused=0.0, correct=1.0),
        ],
    )
    two = _evaluation(
        tmp_path / "two.json",
        [
            _case("c", answerable=False, refused=1.0),
            _case("d", answerable=True, refused=1.0, correct=0.0),
            _case("e", answerable=True, refused=None),
        ],
    )
    measured = agreement.read_measured([one, two])
    assert measured == {"a": True, "b": True, "c": True, "d": False}
    assert agreement.render(ROWS, measured).splitlines() == [
        "all: 3 of 4, 0.750 (0.301 to 0.954), kappa 0.500",
        "one: 1 of 2, 0.500 (0.095 to 0.905), kappa 0.000",
        "two: 2 of 2, 1.000 (0.342 to 1.000), kappa 1.000",
        "b: judged partly (half of it), metrics right",
    ]


def test_kappa_is_no_number_where_chance_alone_agrees() -> None:
    assert math.isnan(agreement.kappa([(True, True), (True, True)]))


def test_a_judged_case_that_nothing_measured_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged = tmp_path / "judged.jsonl"
    judged.write_text(json.dumps(ROWS[0]) + "\n", encoding="utf-8")
    empty = _evaluation(tmp_path / "empty.json", [])
    monkeypatch.setattr("sys.argv", ["agreement", str(judged), str(empty)])
    with pytest.raises(SystemExit, match=r"^No evaluation given measured a, which was judged\.$"):
        agreement.main()


def test_the_judged_cases_are_a_hundred_of_the_question_sets() -> None:
    lines = (BENCH / "judged.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len({row["id"] for row in rows}) == len(rows) == 100
    assert {row["judged"] for row in rows} == set(agreement.JUDGED)
    for name in ("partnerships", "lighthouses", "xquad-a"):
        known = {case.id for case in load_cases(BENCH / name / "questions.jsonl")}
        assert {row["id"] for row in rows if row["set"] == name} <= known

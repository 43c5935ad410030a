"""A drafted question set: exact quotes, tags, spread, and a run of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.drafting import Drafted, draft_cases
from assistant.evaluation.cases import load_cases
from assistant.settings import Settings
from assistant.view import View

HANDBOOK = """# Handbook of Vik

## Kinds of berth
- **Guest berths**: for visitors, up to three nights.
- **Season berths**: for members.
- **Winter berths**: on land, from October to April.

## Tables and figures
- One thing
- Another thing
- A third thing

## People
Ingrid Holm is the harbour master of Vik. She was appointed in 2019.
The crane of Vik can lift 12 tonnes and was built in 1988 by Munck. 🚢
Vik Boat Club (VBC) was founded on 3 May 1961.

| Person | Role | First seen |
|---|---|---|
| Ingrid Holm | harbour master | 2019 |
| Per Dahl | crane driver | 2001 |
"""
MUSEUM = "The Museum of Vik was opened in 1974. Elias Thorn wrote the history of Vik.\n"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("vik")
    (folder / "documents").mkdir()
    (folder / "documents" / "handbook.md").write_text(HANDBOOK, encoding="utf-8")
    (folder / "documents" / "museum.txt").write_text(MUSEUM, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index", settings=Settings())


@pytest.fixture(scope="module")
def drafted(assistant: Assistant) -> Drafted:
    return assistant.draft_questions()


def test_every_quote_is_exact_and_every_case_is_marked_as_a_draft(
    assistant: Assistant, drafted: Drafted
) -> None:
    assert drafted.n_documents == 2
    for case in drafted.cases:
        assert case["tags"][0] == "draft"
        for evidence in case["evidence"]:
            _, text = assistant.index.document(evidence["document"])
            start, quote = evidence["start"], evidence["quote"]
            assert text[start : start + len(quote)] == quote


def test_lists_tables_and_short_forms_are_asked_for(drafted: Drafted) -> None:
    asked = {case["question"]: case["facts"] for case in drafted.cases}
    assert asked["What are the kinds of berth?"] == [
        ["Guest berths"],
        ["Season berths"],
        ["Winter berths"],
    ]
    assert asked["What is the role of Ingrid Holm?"] == [["harbour master"]]
    assert asked["What does VBC stand for?"] == [["Vik Boat Club"]]
    assert "What are the tables and figures?" not in asked
    assert not [question for question in asked if "first seen" in question]


def test_the_same_documents_give_the_same_set_and_n_bounds_it(assistant: Assistant) -> None:
    view = View(assistant.index)
    assert draft_cases(view) == draft_cases(view)
    assert len(draft_cases(view, 3).cases) == 3
    assert draft_cases(View(assistant.index, {"document": "museum.txt"})).n_documents == 1
    nowhere = View(assistant.index, {"document": "gone.md"})
    assert draft_cases(nowhere) == Drafted((), 0)


def test_a_drafted_set_runs_and_left_out_cases_are_asked_without_their_passages(
    assistant: Assistant, drafted: Drafted, tmp_path: Path
) -> None:
    path = tmp_path / "drafts.jsonl"
    path.write_text("\n".join(json.dumps(case) for case in drafted.cases), encoding="utf-8")
    cases = load_cases(path)
    left_out = [case for case in cases if case.leave_out]
    assert len(left_out) == round(len(cases) / 4)
    evaluation = assistant.evaluate(path)
    assert evaluation.warnings == ()
    for scored in evaluation.cases:
        assert scored.row is not None
        assert scored.row.answerable is not scored.case.leave_out
        if scored.case.leave_out and scored.answer is not None:
            (quote,) = scored.case.evidence
            assert all(quote.quote not in p.chunk.text for p in scored.answer.passages)


CLUB = "The club was founded in 1987 by Robert Quill. The key hangs behind the door.\n"
SHED = "The mower was bought in 2019. A saw was lent to a neighbour. The saw was lost in 2020.\n"


def test_in_a_small_collection_the_one_thing_of_its_kind_needs_no_name(tmp_path: Path) -> None:
    """One of several saws says too little; so does the mower once a second document has one."""

    def asked(name: str, **texts: str) -> set[str]:
        folder = tmp_path / name
        folder.mkdir()
        for document, text in texts.items():
            (folder / f"{document}.txt").write_text(text, encoding="utf-8")
        opened = Assistant.open(folder, tmp_path / f"{name}-index", settings=Settings())
        return {case["question"] for case in opened.draft_questions().cases}

    club = {"When was the club founded?", "Who founded the club in 1987?"}
    assert asked("two", club=CLUB, shed=SHED) == club | {"When was the mower bought?"}
    assert asked("three", club=CLUB, shed=SHED, other="The mower is kept by Ada.\n") == club

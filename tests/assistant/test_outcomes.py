"""Yes where a sentence tells who worked together and what came of it, in other words or from the
other end.
"""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant

LABS = """# Two institutes

The joint effort of Tarn Institute and Velm Laboratories led to the discovery of Orlanin.
Brevicol is the product of the partnership of Tarn Institute and the Oda Clinic.
The alliance of Velm Laboratories and the Oda Clinic may have led to Sustrin.
The joint effort of Ashby Union and Renn College led to 3 vaccines.
Quell Foundation paid for the dispute that resulted in the closing of Marrow House.
"""


@pytest.fixture(scope="module")
def labs(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("labs")
    (folder / "labs.md").write_text(LABS, encoding="utf-8")
    return Assistant.open(folder / "labs.md", folder / "index")


@pytest.mark.parametrize(
    "question",
    [
        "Did the collaboration of Tarn Institute and Velm Laboratories lead to Orlanin?",
        "Was the discovery of Orlanin the result of Tarn Institute's work with Velm Laboratories?",
        "Was Orlanin the result of Tarn Institute's work with Velm Laboratories?",
        "Did Orlanin come out of the partnership of Tarn Institute and Velm Laboratories?",
        "Did the alliance of Tarn Institute and the Oda Clinic lead to Brevicol?",
        "Was Brevicol the result of Tarn Institute's work with the Oda Clinic?",
    ],
)
def test_what_came_of_it_is_settled_in_other_words_and_from_the_other_end(
    labs: Assistant, question: str
) -> None:
    told = labs.ask(question).statements
    assert [s.text for s in told if s.kind == "verdict"] == ["Yes."]


@pytest.mark.parametrize(
    "question",
    [
        "Did Orlanin lead to the collaboration of Tarn Institute and Velm Laboratories?",
        "Was the partnership of Tarn Institute and the Oda Clinic the result of Brevicol?",
        "Was Sustrin the result of Velm Laboratories' work with the Oda Clinic?",  # may have
        "Was Brevicol the result of Velm Laboratories' work with the Oda Clinic?",
        "Did the partnership of Ashby Union and Renn College lead to over 3 vaccines?",
        "Was Marrow House the result of the collaboration of Quell Foundation?",
    ],
)
def test_cause_and_outcome_are_not_mixed_up_and_what_is_open_stays_open(
    labs: Assistant, question: str
) -> None:
    assert all(s.kind != "verdict" for s in labs.ask(question).statements)

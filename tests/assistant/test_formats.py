"""A question for each format, over files made with other programs, with the shipped model."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from corpus.corpus import Corpus, load_document

FILES = Path(__file__).parents[1] / "corpus" / "files"
QUESTIONS = (
    # file, question, what the answer says, heading and page of its source
    ("writer.pdf", "When was the trust founded?", "1966", ("Decline and repair", "The trust"), 2),
    ("narrow.pdf", "In which year was the guild chartered?", "1612", (), 1),
    ("impress.pdf", "Who is the contractor for the new wheel?", "Pell Millwrights",
     ("What the repair cost",), 3),
    ("pandoc.docx", "How high is the stone floor?", "Height in feet: 9",
     ("Decline and repair", "Floors and what is on them"), None),
    ("writer.docx", "Who was the last commercial miller?", "Abel Truscott",
     ("Decline and repair",), None),
    ("impress.pptx", "Which contractor made the sluice?", "Orrin Foundry",
     ("What the repair cost",), 3),
    ("pandoc.pptx", "With what will the trust replace the bin floor?", "larch",
     ("What comes next",), 4),
    ("calc.xlsx", "When was the mill of Carrow Pool built?", "Built: 1801",
     ("Mills", "Row 6"), None),
    ("calc.csv", "How many adults visited in 2020?", "Adults: 610", ("Row 3",), None),
    ("page.html", "How many hours of work did the tearoom take?", "Hours: 2,305",
     ("Who does the work",), None),
    ("pandoc.epub", "Who founded the Orrin Creek Mill Trust?", "Winifred Hale",
     ("Decline and repair", "The trust"), None),
)  # fmt: skip


FIELDS = (
    ("calc.xlsx", "Which county is Long Hythe in?", "County: Dunshire"),
    ("calc.csv", "What were the takings in 2021?", "Takings in pounds: 16040"),
)


def asked(name: str, question: str, folder: Path) -> Answer:
    assistant = Assistant.open(str(FILES / name), folder / "index")
    return assistant.ask(question)


@pytest.mark.parametrize(("name", "question", "said", "heading", "page"), QUESTIONS)
def test_a_question_about_a_file_is_answered_with_its_place(
    tmp_path: Path, name: str, question: str, said: str, heading: tuple[str, ...], page: int | None
) -> None:
    answer = asked(name, question, tmp_path)
    assert answer.outcome == "answered"
    assert said in answer.text
    (citation, *_) = [c for c in answer.citations if said in c.quote]
    assert (citation.document, citation.heading, citation.page) == (name, heading, page)
    (file,) = Corpus.open([str(FILES / name)]).files()
    document = load_document(file)
    for cited in answer.citations:
        assert document.text[cited.start : cited.end] == cited.quote
        assert cited.sha256 == document.sha256


@pytest.mark.parametrize(("name", "question", "said"), FIELDS)
def test_a_cell_is_of_the_kind_that_its_column_names(
    tmp_path: Path, name: str, question: str, said: str
) -> None:
    answer = asked(name, question, tmp_path)
    assert answer.outcome == "answered"
    assert said in answer.statements[0].text

"""Which documents speak of something: every one of them, with a sentence each."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, Turn
from assistant.assistant import Assistant
from assistant.mentioning import sought_in
from tests.assistant.recount import Collection, unfounded

DOCUMENTS = {
    "kiln.md": """# The kiln at Osmere

Marta Velling lit the kiln at Osmere in 1911.
The wood for it came down the Teal on rafts.
In wet summers the kiln smoked for days.
""",
    "fair.md": """# The autumn fair

The fair is held on the green by the Teal.
Since 1950 Marta Velling's granddaughter has opened it with a bell.
Any pony that bit a rider must leave the green at once.
""",
    "letter.txt": """Dear Ingrid,

the pots you sent arrived whole.
At the guild they still talk of Marta Velling and her temper.
Our goat ate the label, so I do not know which glaze is which.
""",
    "guild.md": """# Rules of the guild

Members pay 12 crowns a year.
Velling's shelf is kept free for guests.
Nobody fires a kiln alone.
""",
    "dues.csv": "member,crowns,remark\nAnna Bry,12,paid\nJon Tarr,6,has Marta Velling's key\n",
}


@pytest.fixture(scope="module")
def pottery(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("pottery")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Assistant.open(folder, tmp_path_factory.mktemp("index") / "index")


def told(answer: Answer) -> list[str]:
    return [s.text for s in answer.statements]


@pytest.mark.parametrize(
    "question",
    [
        "Which of the documents mention Marta Velling?",
        "in what texts does the name marta velling come up",
        "In which of these files does Marta Velling turn up, and in what connection?",
        "Where is Marta Velling mentioned? I need all of them.",
        "I am writing about potters. List all documents that mention Marta Velling, please.",
        "which papers is Marta Velling named in?",
        "Do any of the texts mention Marta Velling, and which ones?",
        "list all texts where Marta Velling is mentioned",
        "all the places in the folder where Marta Velling is mentioned pls",
        "Where do people called Marta Velling turn up in all these papers?",
    ],
)
def test_every_document_that_holds_a_name_is_counted_and_quoted(
    pottery: Assistant, question: str
) -> None:
    answer = pottery.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "list")
    assert told(answer)[0] == "“Marta Velling” occurs in 4 of 5 documents."
    assert [(s.label, s.citations[0].document) for s in answer.statements[1:]] == [
        ("dues", "dues.csv"),
        ("The autumn fair", "fair.md"),
        ("The kiln at Osmere", "kiln.md"),
        ("letter", "letter.txt"),
    ]
    assert all("Velling" in s.text for s in answer.statements[1:])
    assert unfounded(answer, Collection(pottery)) == []


def test_either_of_two_words_counts(pottery: Assistant) -> None:
    answer = pottery.ask("Which of these texts have something in them about ponies or goats?")
    assert told(answer) == [
        "“pony” or “goat” occur in 2 of 5 documents.",
        "Any pony that bit a rider must leave the green at once.",
        "Our goat ate the label, so I do not know which glaze is which.",
    ]
    assert unfounded(answer, Collection(pottery)) == []


def test_a_word_is_met_in_its_number_and_not_in_another_part_of_speech(pottery: Assistant) -> None:
    answer = pottery.ask("Which documents mention kilns?")
    assert told(answer)[0] == "“kiln” occurs in 2 of 5 documents."
    assert pottery.ask("Which documents mention smoke?").statements[0].text != (
        "“smoke” occurs in 1 of 5 documents."
    )


def test_a_subject_is_met_where_a_sentence_is_read_as_about_it(pottery: Assistant) -> None:
    answer = pottery.ask("Which texts have rules about animals at the fair?")
    assert (answer.outcome, answer.shape) == ("answered", "list")
    assert "Any pony that bit a rider must leave the green at once." in told(answer)


def test_a_name_that_no_document_holds_is_refused(pottery: Assistant) -> None:
    answer = pottery.ask("Which documents mention Hubert Zorn?")
    assert answer.outcome == "not_covered"


def test_what_it_stands_for_is_taken_from_the_turn_before(pottery: Assistant) -> None:
    history = (Turn("user", "Tell me about the Teal."), Turn("assistant", "The Teal: 2 sentences."))
    answer = pottery.ask("which documents mention it?", history)
    assert told(answer)[0] == "“Teal” occurs in 2 of 5 documents."


def test_where_a_thing_turned_up_or_is_kept_asks_for_no_documents() -> None:
    for question in (
        "Where did the bottle turn up?",
        "Which records has the club broken?",
        "Which papers do I need for the visit?",
        "Which articles in the price list came out in 1911?",
        "What are these files about?",
        "what your files say about Otto",
        "Where are the keys mentioned in the manual kept?",
        "which documents cover it?",
        "do any of the documents mention Otto?",
    ):
        assert sought_in(question) == "", question

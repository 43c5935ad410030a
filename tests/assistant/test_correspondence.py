"""Letters and e-mails: who writes to whom, and lines that only greet."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.correspondence import is_courtesy, read_letters
from assistant.expressions import find
from tests.assistant.post import open_post


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_post(tmp_path_factory.mktemp("post"))


@pytest.mark.parametrize(
    ("question", "told", "focus"),
    [
        (
            "Who wrote the letter about the tide tables?",
            "[Yours sincerely,] Tobias Wren",
            "Tobias Wren",
        ),
        ("Who is the letter about the oil from?", "[With kind regards,] Ida Aldous", "Ida Aldous"),
        ("To whom was the letter about the charts addressed?", "Dear Miss Aldous,", "Miss Aldous"),
        ("When was the letter about the charts written?", "3 May 1921", "3 May 1921"),
        (
            "who sent the mail about the log book?",
            "From: Sam Orr <sam@quay.example>",
            "Sam Orr",
        ),
        ("Who wrote to Sam?", "From: Lena Voigt <lena@quay.example>", "Lena Voigt"),
        (
            "Who is the keeper of the harbour?",
            "Tobias Wren [Keeper of the harbour]",
            "Tobias Wren",
        ),
    ],
)
def test_head_and_foot_of_a_letter_say_who_writes_to_whom_and_when(
    post: Assistant, question: str, told: str, focus: str
) -> None:
    answer = post.ask(question)
    (statement,) = answer.statements
    assert (answer.outcome, statement.text) == ("answered", told)
    assert statement.focus is not None
    assert statement.text[slice(*statement.focus)] == focus
    for citation in statement.citations:
        text = post.index.document(citation.document)[1]
        assert text[citation.start : citation.end] == citation.quote


def test_of_several_letters_each_is_told_by_its_title(post: Assistant) -> None:
    answer = post.ask("Who wrote the letter?")
    assert answer.shape == "list"
    assert [(s.label, s.text) for s in answer.statements] == [
        ("Bramsund papers", "[With kind regards,] Ida Aldous"),
        ("harbour", "[Yours sincerely,] Tobias Wren"),
    ]


def test_each_mail_of_a_thread_has_its_own_head(post: Assistant) -> None:
    mails = read_letters(post.index.chunks("thread.txt"))
    assert [(m.sender.text[:10], m.subject.text) for m in mails if m.sender and m.subject] == [
        ("From: Lena", "Subject: Crane inspection"),
        ("From: Sam ", "Subject: Re: Crane inspection"),
    ]


def test_prose_about_letters_is_no_letter(quarry: Assistant) -> None:
    documents = quarry.index.documents()
    assert [read_letters(quarry.index.chunks(d.id)) for d in documents] == [[] for _ in documents]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Dear Sir or Madam,", True),
        ("Hi all", True),
        ("Yours ever,", True),
        ("Your obedient servant,", True),
        ("Best regards", True),
        ("Thanks to the crew, the boat was saved.", False),
        ("Dear bread was the cause.", False),
        ("Best of the three was Teal.", False),
        ("Hello was all he said before he left the room for good.", False),
    ],
)
def test_only_a_line_that_greets_or_takes_leave_is_a_courtesy(line: str, is_one: bool) -> None:
    assert is_courtesy(line) is is_one


@pytest.mark.parametrize("question", ["Who will bring the tide tables?", "Who greased the brake?"])
def test_no_answer_is_a_greeting_a_leave_or_a_title(post: Assistant, question: str) -> None:
    shown = [s.text for s in post.ask(question).statements]
    assert not any(is_courtesy(text) or text.startswith("Subject:") for text in shown)


def test_a_weekday_and_a_word_of_thanks_are_nobody() -> None:
    text = "Thank you, we meet Tobias Wren on Monday."
    assert [span.cut(text) for span in find("person", text)] == ["Tobias Wren"]

"""Yes and no only where a cited sentence settles it, two steps, and measures set side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Answer, Turn
from assistant.assistant import Assistant
from assistant.measuring import Contest, read_contest
from assistant.steps import Steps, read_steps
from assistant.verdicts import measures


def verdict(answer: Answer) -> str | None:
    return next((s.text for s in answer.statements if s.kind == "verdict"), None)


@pytest.mark.parametrize(
    ("question", "said", "sentence"),
    [
        (
            "Did Clara Venn tune the great bell?",
            "Yes.",
            "Clara Venn tuned the great bell of Saint Oda.",
        ),
        (
            "Has the great bell ever been repaired?",
            "No.",
            "The great bell has never been repaired.",
        ),
        (
            "Does the bell of Saint Oda weigh more than 2,000 kilograms?",
            "Yes.",
            "The bell of Saint Oda weighs 2,400 kilograms.",
        ),
        (
            "Does the bell of Saint Oda weigh more than 3,000 kilograms?",
            "No.",
            "The bell of Saint Oda weighs 2,400 kilograms.",
        ),
        (
            "Does the bell of Saint Oda weigh less than 3,000 kilograms?",
            "Yes.",
            "The bell of Saint Oda weighs 2,400 kilograms.",
        ),
    ],
)
def test_what_one_sentence_settles_is_said_with_that_sentence(
    foundry: Assistant, question: str, said: str, sentence: str
) -> None:
    answer = foundry.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "sentence")
    assert [(s.kind, s.status, s.text) for s in answer.statements] == [
        ("verdict", "supported", said),
        ("sentence", "quoted", sentence),
    ]


@pytest.mark.parametrize(
    "question",
    [
        "May the foundry sell the pattern book?",  # only if the town agrees
        "Was the small bell stolen?",  # probably, and according to the clerk
        "Did Josef Lind tune the great bell?",  # another did
        "Was the great bell tuned in 1781?",  # the year is not said of it
        "Did Clara Venn not tune the great bell?",  # the question is denied itself
        "Did Clara Venn tune the great bell or the small one?",
        "Does the bell of Saint Oda weigh more than 2 tonnes?",  # another unit
        "Is Josef Lind more than 10?",  # nothing says what is measured, and 1911 is a year
    ],
)
def test_what_is_left_open_gets_no_verdict(foundry: Assistant, question: str) -> None:
    assert verdict(foundry.ask(question)) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which is heavier, Great Oda or Vesper?", "Great Oda: 2.4 against 1.1."),
        ("Which is lighter, Great Oda or Vesper?", "Vesper: 1.1 against 2.4."),
    ],
)
def test_two_measures_are_set_side_by_side_under_their_header(
    foundry: Assistant, question: str, said: str
) -> None:
    answer = foundry.ask(question)
    assert (answer.outcome, answer.shape, verdict(answer)) == ("answered", "table", said)
    rows = [s for s in answer.statements if s.kind == "row"]
    assert [s.label for s in rows] == ["Great Oda", "Vesper"]
    assert all(s.text.startswith("[Bell] ") and s.citations for s in rows)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is Little Tom heavier than Vesper?", "No: 0.3 against 1.1."),
        ("Is Vesper heavier than Little Tom?", "Yes: 1.1 against 0.3."),
    ],
)
def test_whether_one_of_two_is_more_is_answered_yes_or_no_with_what_settles_it(
    foundry: Assistant, question: str, said: str
) -> None:
    answer = foundry.ask(question)
    assert (answer.outcome, answer.shape, verdict(answer)) == ("answered", "sentence", said)
    told = [s for s in answer.statements if s.kind == "sentence"]
    names = sorted(["Little Tom", "Vesper"], key=question.index)
    assert [(s.label, name in s.text) for s, name in zip(told, names, strict=True)] == [
        (None, True),
        (None, True),
    ]


def test_the_two_steps_are_shown_each_cited(foundry: Assistant) -> None:
    question = "The person who kept the tower clock with Clara Venn also opened a school: which?"
    answer = foundry.ask(question)
    assert [(s.kind, s.text) for s in answer.statements] == [
        ("frame", "Josef Lind is named in both of these sentences."),
        ("sentence", "Clara Venn later kept the tower clock together with Josef Lind."),
        ("sentence", "Josef Lind opened the school of bell ringing in 1911."),
    ]
    assert [len(s.citations) for s in answer.statements] == [0, 1, 1]


def test_two_steps_without_a_name_in_both_are_answered_as_one(foundry: Assistant) -> None:
    answer = foundry.ask("The person who tuned the great bell also flew to the moon: who?")
    assert all("is named in both" not in s.text for s in answer.statements)


@pytest.mark.parametrize(
    ("question", "steps"),
    [
        (
            "The one that built the mill with Acme also dug a pond: which?",
            Steps("one", "built the mill with Acme", "{} dug a pond"),
        ),
        ("Which firm that sold bread also sold beer?", Steps("firm", "sold bread", "{} sold beer")),
        (
            "Who ground the corn and also kept the bees?",
            Steps("who", "ground the corn", "{} kept the bees"),
        ),
        ("Who ground the corn?", None),
        ("Did the miller also keep bees?", None),
    ],
)
def test_two_steps_are_read_from_the_wording(question: str, steps: Steps | None) -> None:
    found = read_steps(question)
    lowered = found and Steps(found.head.lower(), found.first, found.onward)
    assert lowered == steps


@pytest.mark.parametrize(
    ("question", "contest"),
    [
        (
            "Which is taller, Fen Mill or Tarn Mill?",
            Contest(("Fen Mill", "Tarn Mill"), "height", False, False),
        ),
        (
            "Is Fen Mill older than Tarn Mill?",
            Contest(("Fen Mill", "Tarn Mill"), "age", False, True),
        ),
        (
            "Did the roof of Fen Mill cost less than that of Tarn Mill?",
            Contest(("Fen Mill", "Tarn Mill"), "roof cost", True, True),
        ),
        ("Is Fen Mill taller than 30 metres?", None),
        ("Is Fen Mill tall?", None),
    ],
)
def test_a_contest_is_read_from_the_wording(question: str, contest: Contest | None) -> None:
    assert read_contest(question) == contest


def test_measures_are_numbers_with_their_unit_and_no_parts_of_names() -> None:
    text = "It cost $1.5 million, weighs 2,400 kilograms, 30% more than the B-52 and GPT4."
    assert [(m.value, m.unit) for m in measures(text)] == [
        (1_500_000.0, "$"),
        (2400.0, "kilogram"),
        (30.0, "%"),
    ]


def test_is_it_more_is_asked_of_the_number_just_told(foundry: Assistant) -> None:
    asked = "How many kilograms does the bell of Saint Oda weigh?"
    history = [Turn("user", asked), Turn("assistant", foundry.ask(asked).text)]
    answer = foundry.ask("Is it more than 2,000?", history)
    assert answer.query == "Does the bell of Saint Oda weigh more than 2,000 kilograms?"
    assert verdict(answer) == "Yes."


DATES = """# Ferry houses

The ferry house of Osk was built in 1846 by Greta Lind.
The yard of the Varn ferry was opened in 1902.
The toll bridge was opened in 1911. The toll bridge was opened in 1930 a second time.
The mill at Osk was probably built in 1790.
Una Hale was elected in 1950.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Was the ferry house of Osk built in 1850?", "No."),
        ("Was the ferry house of Osk built in 1846?", "Yes."),
        ("Was the Varn ferry opened in 1890?", None),  # the yard was
        ("Was the toll bridge opened in 1930?", "Yes."),  # told of two years
        ("Was the mill at Osk built in 1800?", None),  # probably
        ("Was Una Hale elected in 1960?", None),  # may happen again
        ("Was the ferry house of Osk built by Ivo Tarn in 1850?", None),
    ],
)
def test_another_year_is_a_no_only_for_what_happens_once(
    tmp_path: Path, question: str, said: str | None
) -> None:
    (tmp_path / "houses.md").write_text(DATES, encoding="utf-8")
    houses = Assistant.open(tmp_path / "houses.md", tmp_path / "index")
    assert verdict(houses.ask(question)) == said

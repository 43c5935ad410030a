"""What stands in brackets is a name, and for "he" and "she" one of a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.antecedents import find_antecedent
from assistant.assistant import Assistant
from assistant.known_names import is_known_name, is_known_person
from assistant.spelling import correct_request
from assistant.view import View

MINUTES = """# Minutes of the ferry company

Odo Renfrew spoke of the year. Turnover sank by a tenth. He put that down to the late spring.

Odo asked for a new engine. He had found one in Marl.

Perhaps Renfrew is too careful. He has been ill.

Cable Bay wants a pier. She will not get it. The deputy of Odo Renfrew lives in Cable Bay.

The barge Wilhelmine was sold. She had a leak. Everyone was fond of the Wilhelmine.
"""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("ferry")
    (folder / "documents").mkdir()
    (folder / "documents" / "minutes.md").write_text(MINUTES, encoding="utf-8")
    return Assistant.open(str(folder / "documents"), str(folder / "index"))


@pytest.mark.parametrize(
    ("name", "is_name", "is_person"),
    [
        ("Odo Renfrew", True, True),
        ("Odo", True, True),
        ("Turnover", False, False),
        ("Perhaps Renfrew", False, False),
        ("Cable Bay", True, False),
    ],
)
def test_a_word_that_only_opens_a_sentence_is_no_name(
    ferry: Assistant, name: str, *, is_name: bool, is_person: bool
) -> None:
    view = View(ferry.index)
    assert (is_known_name(name, view), is_known_person(name, view)) == (is_name, is_person)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What put that down to the late spring?", "He put that down to the late spring."),
        ("Had Odo found an engine in Marl?", "[Odo] had found one in Marl."),
        ("Did the barge have a leak?", "[The barge Wilhelmine] had a leak."),
    ],
)
def test_he_and_she_stand_for_nobody_but_a_person_or_what_a_noun_names(
    ferry: Assistant, question: str, text: str
) -> None:
    quoted = [s.text for s in ferry.ask(question).statements if s.status == "quoted"]
    assert [shown for shown in quoted if shown.endswith(text[-15:])] == [text]


def test_of_two_persons_of_either_sex_none_is_put_in_brackets() -> None:
    before = ["Brandt printed her drawings under his own name."]
    assert find_antecedent("She left the yard.", before, "") is None


def test_words_of_a_request_may_be_misspelt(ferry: Assistant) -> None:
    answer = ferry.ask("Sumarise the minutes plese")
    assert (answer.outcome, answer.shape) == ("answered", "extract")
    assert answer.notes == ("Read “Sumarise” as “Summarise”.", "Read “plese” as “please”.")


def test_a_word_that_may_be_two_words_of_requests_is_left_as_typed(ferry: Assistant) -> None:
    assert correct_request("How mutch was the engine", ferry.index).changes == ()


def test_of_two_names_that_occur_nowhere_the_line_is_in_the_plural(ferry: Assistant) -> None:
    assert ferry.ask("Who compared Zorvane with Quibbel?").statements[0].text == (
        "I did not find this: “Zorvane” and “Quibbel”, or close spellings, do not occur in the "
        "document."
    )

"""Titles and questions within running text are known of what follows, and quoted for nothing."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.captions import is_of_clause, read_captions, said_below
from corpus.markup import plain_text
from index.passage import Chunk


def captioned(belfry: Assistant, document: str) -> dict[str, tuple[bool, str, str]]:
    found = dict[str, tuple[bool, str, str]]()
    for chunk in belfry.index.chunks(document):
        texts = shown(chunk)
        captions = read_captions(chunk, texts)
        rows = zip(captions.is_caption, captions.over, captions.answers, strict=True)
        found |= dict(zip(texts, rows, strict=True))
    return found


def shown(chunk: Chunk) -> list[str]:
    return [plain_text(chunk.sentence_text(s), chunk.markup) for s in chunk.sentences]


def test_a_question_holds_for_the_paragraph_that_answers_it(belfry: Assistant) -> None:
    found = captioned(belfry, "answers.txt")
    why = "Why do the bells ring backwards on Fridays?"
    title = "Questions that visitors ask about the tower"
    assert found[title] == (True, "", "")
    assert found[why] == (True, title, "")
    assert found["There are two reasons."] == (False, f"{title} {why}", why)
    assert found["And the learners ring alone then."] == (False, f"{title} {why}", "")
    assert found["Where can I buy a recording?"] == (True, title, "")


def test_a_numbered_line_over_a_paragraph_is_a_title_and_an_item_is_none(belfry: Assistant) -> None:
    found = captioned(belfry, "rules.txt")
    assert {text for text, (is_caption, _, _) in found.items() if is_caption} == {
        "1. Practice",
        "2. Forbidden in the ringing room",
        "Deposit.",
        "3. Offices",
    }
    assert found["- wet boots"] == (False, "2. Forbidden in the ringing room", "")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Where can I buy a recording?", "It is sold at the desk in the porch."),
        (
            "What is the deposit?",
            "Whoever borrows hand bells leaves 30 crowns with the steward.",
        ),
        ("when does practice begin", "Practice begins at seven and ends at nine."),
    ],
)
def test_what_stands_below_answers_and_not_the_line_itself(
    question: str, answer: str, belfry: Assistant
) -> None:
    statements = belfry.ask(question).statements
    assert [s.text for s in statements if s.kind == "sentence"] == [answer]


def test_the_sign_of_an_item_is_not_shown_twice(belfry: Assistant) -> None:
    answer = belfry.ask("What are the things that are forbidden in the ringing room?")
    lines = [line for line in answer.text.splitlines() if "boots" in line]
    assert lines == ["- wet boots"]


LEASE = """LEASE OF THE MILL

between Orla Finch and the Wheel Society

1. Rent. The tenant shall pay 400 crowns in March.
2. Repairs. The tenant shall mend the sluice within a month. For each week of delay the landlord
may charge 15 crowns.
3. Stones. The tenant shall dress the stones every autumn.
4. Water. The tenant shall close the sluice in a flood.
5. Keys. The tenant shall leave one key with the miller.
"""


@pytest.fixture(scope="module")
def lease(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("lease")
    (folder / "lease.txt").write_text(LEASE)
    return Assistant.open(folder, folder / "index")


@pytest.mark.parametrize(
    "question",
    ["What duties does the tenant have?", "What are the terms of the lease of the mill?"],
)
def test_the_heading_of_a_clause_is_no_item(question: str, lease: Assistant) -> None:
    answer = lease.ask(question)
    shown = [s.text for s in answer.statements]
    assert (answer.outcome, answer.shape) == ("answered", "list")
    assert not {"Rent.", "Repairs.", "Stones.", "Water.", "Keys."} & set(shown)
    assert "The tenant shall leave one key with the miller." in shown


def test_a_sentence_knows_that_it_stands_in_a_clause(lease: Assistant, belfry: Assistant) -> None:
    (chunk,) = lease.index.chunks("lease.txt")
    of_clause = {t: is_of_clause(chunk, i) for i, t in enumerate(shown(chunk))}
    assert of_clause["The tenant shall pay 400 crowns in March."]
    assert not of_clause["between Orla Finch and the Wheel Society"]
    assert "5. Keys." not in {chunk.sentence_text(s) for s in said_below(chunk)}
    for other in belfry.index.chunks("answers.txt"):
        assert not any(is_of_clause(other, i) for i in range(len(other.sentences)))

"""A copy of a document's sentence that would mislead without what stands around it."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models.checking import Checker
from assistant.models.relevance import Relevance
from assistant.models.sentences import Spoken
from assistant.question import read_question

MILL = """# The Harrow mill

The Harrow mill was built in 1802 by Jane Crewe. The Harrow mill was sold to a Danish firm. The
firm closed in 1950.

The Harrow mill owed money to a bank in Leeds.

The bank failed in 1951.

The Harrow mill stood idle for years. This is not true.

> The Harrow mill is a ruin.

~~The Harrow mill opens on Sundays.~~ The Harrow mill sells bread.

The brochure promised:

The Harrow mill has nine rooms.

In winter:

- The Harrow mill grinds rye.

1. Ask Jane Crewe.
2. The Harrow mill will be opened.

**power.timeout**

The number of hours until Jane Crewe stops the wheel.

The Harrow mill admits nobody. This does not apply to millers.

Anna: The Harrow mill is haunted. The Harrow mill has a ghost.

4 May. The Harrow mill lost a sail. Jane Crewe mended the sail.

Suppose the Harrow mill grinds ten sacks. The owner of the Harrow mill keeps one sack.

Critics say that the Harrow mill is loud. The Harrow mill wakes the children.

Legend tells of a giant at the Harrow mill. Jane Crewe fed the giant. The giant built the dam.

## What we do not do

The Harrow mill bakes cakes.

## Prices in 1998

The Harrow mill charges four pounds a sack.

## Prices

The Harrow mill charges nine pounds a sack.

## Draft of the rules

The Harrow mill admits dogs.
"""


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("mill")
    (folder / "documents").mkdir()
    (folder / "documents" / "mill.md").write_text(MILL, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


def shown(mill: Assistant, *said: str, question: str = "Tell me about the Harrow mill.") -> bool:
    """Whether the last of some sentences of a model may be shown as it is."""
    checker = Checker(
        mill.search(question, k=20).passages, mill.index, Relevance(read_question(question))
    )
    checked = [checker.check(Spoken(text, is_item=False)) for text in said]
    assert checked[-1] is not None
    return checked[-1].statement.status == "supported"


@pytest.mark.parametrize(
    "said",
    [
        "The Harrow mill was built in 1802 by Jane Crewe.",
        "The Harrow mill was sold to a Danish firm.",
        "The Harrow mill sells bread.",
    ],
)
def test_a_copy_of_a_sentence_that_stands_by_itself_is_shown(mill: Assistant, said: str) -> None:
    assert shown(mill, said)


@pytest.mark.parametrize(
    "said",
    [
        "The firm closed in 1950.",  # the Danish one
        "The bank failed in 1951.",  # the one in Leeds
        "The Harrow mill stood idle for years.",  # the next sentence takes it back
        "The Harrow mill is a ruin.",  # set off as somebody's words
        "The Harrow mill opens on Sundays.",  # struck out
        "The Harrow mill has nine rooms.",  # promised
        "The Harrow mill grinds rye.",  # in winter
        "The Harrow mill will be opened.",  # once Jane Crewe was asked
        "The number of hours until Jane Crewe stops the wheel.",  # is what a setting holds
        "The Harrow mill admits nobody.",  # but millers
        "The Harrow mill has a ghost.",  # Anna says so, too
        "The Harrow mill lost a sail.",  # on 4 May
        "Jane Crewe mended the sail.",  # on 4 May, too
        "The owner of the Harrow mill keeps one sack.",  # in a case that is supposed
        "The Harrow mill wakes the children.",  # the critics go on
        "Jane Crewe fed the giant.",  # in a legend
        "The giant built the dam.",  # in the same
        "The Harrow mill bakes cakes.",  # which is not done
        "The Harrow mill charges four pounds a sack.",  # in 1998
        "The Harrow mill charges nine pounds a sack.",  # the section is not named
        "The Harrow mill admits dogs.",  # in a draft
    ],
)
def test_a_copy_that_misleads_without_what_stands_around_it_is_not_shown(
    mill: Assistant, said: str
) -> None:
    assert not shown(mill, said)


def test_what_stood_before_it_may_be_shown_before_it(mill: Assistant) -> None:
    sold = "The Harrow mill was sold to a Danish firm."
    assert shown(mill, sold, "The firm closed in 1950.")


def test_a_heading_that_the_question_names_limits_nothing(mill: Assistant) -> None:
    said = "The Harrow mill charges four pounds a sack."
    assert shown(mill, said, question="What were the prices of the Harrow mill in 1998?")
    said = "The Harrow mill charges nine pounds a sack."
    assert shown(mill, said, question="Tell me about the prices of the Harrow mill.")

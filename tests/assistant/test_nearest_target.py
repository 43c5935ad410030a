"""A summary of what is described and not named, whatever the asker says around the request."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.nearest_target import LIKELY_NEAR, nearest_target
from assistant.request_proper import request_proper
from assistant.view import View

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = {
    "letter-orla-finn.txt": """Dear Tom,

you asked what I did at the weir when I was young.
I kept the eel traps from 1931 and slept in the hut by the sluice.
The winters were hard, and in 1940 the river froze for nine weeks.
Your grandmother brought soup across the ice.
I never learned to swim.
""",
    "trout-study.md": """# Shade and the growth of trout: a trial on the Aske, 2014

The Fishery School wanted to know whether shade helps young trout.

Willows were planted along six pools, and six were left bare.

After three summers the trout of the shaded pools weighed a fifth more.

The gravel of the bare pools was covered with weed.
""",
    "fire.md": """# The burning of the Halvard mill

The mill burned down in the night of 3 May 1922.

Sparks from the chimney had set the thatch on fire.

Four horses were lost, and the miller broke his arm.

A new mill of brick was opened in 1924.
""",
    "canal.md": """# The Aske canal

The canal was dug from 1790 to 1801 by prisoners of war.

It has eleven locks, of which nine still work.

## Traffic

Coal went down the canal, and timber came up.

In its best year 4,000 barges passed the toll house at Orm.

The railway took the coal away after 1860.

## The breach

On 12 March 1878 the canal broke its bank at Orm meadow after a week of rain.

The flood of the breach drowned two lock keepers and ninety sheep.

Divers found that moles had dug through the clay.

## Today

Pleasure boats may use the canal from April to October.

A museum in the toll house shows a barge of 1830.
""",
    "anna-wold.md": """# Anna Wold

Anna Wold was born in 1880 and drew the first map of the Aske.

She taught at the school for thirty years.

In 1925 she sailed to Iceland alone.

She left her maps to the town.
""",
    "clauses.txt": """LEASE OF THE FISHERY

between the town and the Aske Anglers

1. Use.
The anglers may fish from the west bank only.
2. Rent.
The rent is 300 crowns a year.
It is due on the first of March.
3. Boats.
Only two boats may be kept at the landing.
They must carry the number of the club.
4. Guests.
Each member may bring one guest.
Guests pay 5 crowns a day.
5. Trees.
No tree may be cut without leave of the town.
6. Accounts.
The club shows its accounts every autumn.
7. End.
Either side may end the lease with a year's notice.
The huts then go to the town.
""",
}


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("river")
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Assistant.open(folder, tmp_path_factory.mktemp("index") / "index")


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Sum up the Halvard disaster for me.", "“The burning of the Halvard mill”: "),
        ("Sum up the school's trout trial for me, I have one minute", "“Shade and the growth of"),
        ("Can you sum up the school's trout trial for me? I have one minute.", "“Shade and the"),
        ("I have two minutes: sum up the text on the Halvard mill for me", "“The burning of the"),
        ("Can I have a short version of the grandmother's letter?", "“letter-orla-finn”: "),
        ("Anna Wold's life in a few lines, for a display board", "“Anna Wold”: "),
        ("Could you give me the letter in a nutshell? I am in a hurry.", "“letter-orla-finn”: "),
        ("Give me a short overview of what was found out about trout and shade", "“Shade and"),
        ("quick summary of the newspaper report on the burned mill", "“The burning of the Halvard"),
        ("Please give me the main points of the study about the willows.", "“Shade and the growth"),
    ],
)
def test_the_document_that_is_described_is_summed_up(
    river: Assistant, question: str, opening: str
) -> None:
    answer = river.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "extract")
    assert answer.statements[0].text.startswith(opening)
    assert len({s.citations[0].document for s in answer.statements[1:]}) == 1


def test_of_what_the_title_does_not_say_only_the_passages_that_speak_of_it_are_summed_up(
    river: Assistant,
) -> None:
    answer = river.ask("sum up what happened in the canal breach at Orm meadow in March 1878")
    head, *told = answer.statements
    assert (answer.outcome, answer.shape) == ("answered", "extract")
    assert head.text.endswith(f": {len(told)} sentences from 1 document.")
    assert {s.label for s in told} == {"The breach"}
    assert "drowned two lock keepers" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Sum up the history of zeppelins",
        "Summarise the football season, I have a minute",
        "quick summary of the newspaper report on the zeppelins",
    ],
)
def test_nothing_is_summed_up_where_nothing_speaks_for_a_document(
    river: Assistant, question: str
) -> None:
    answer = river.ask(question)
    assert (answer.outcome, answer.shape) == ("not_covered", "extract")


def test_a_subject_that_is_described_in_other_words_is_summed_up(river: Assistant) -> None:
    answer = river.ask("Sum up how the growth of little fish depends on the sunlight for me")
    assert (answer.outcome, answer.shape) == ("answered", "extract")
    assert {s.citations[0].document for s in answer.statements[1:]} == {"trout-study.md"}


def test_a_target_must_stand_out_and_its_rarest_word_be_known(river: Assistant) -> None:
    view = View(river.index)
    found = nearest_target(view, "the Halvard disaster", least=LIKELY_NEAR)
    assert found is not None
    assert found.document.id == "fire.md"
    assert nearest_target(view, "the Zeppelin disaster", least=LIKELY_NEAR) is None
    assert nearest_target(view, "the Halvard disaster", least=2.9) is None
    assert nearest_target(view, "the Halvard disaster", least=LIKELY_NEAR, named=0.9) is None


def test_one_long_part_gives_sentences_from_all_along_it(river: Assistant) -> None:
    answer = river.ask("Summarise clauses.txt")
    told = [s.text for s in answer.statements if s.kind == "sentence"]
    assert len(told) >= 4


@pytest.mark.parametrize(
    ("text", "proper"),
    [
        ("I have no time - who built the weir?", "who built the weir?"),
        ("Thinking of joining the club. What does it cost?", "What does it cost?"),
        ("list the weirs, I need this for my thesis", "list the weirs"),
        ("sum up the lease, for the town council", "sum up the lease"),
        ("Who signed? And when?", "Who signed? And when?"),
        ("Anna Wold - who taught her?", "Anna Wold - who taught her?"),
        ("I am new here", "I am new here"),
    ],
)
def test_what_askers_tell_of_themselves_is_no_part_of_the_request(text: str, proper: str) -> None:
    assert request_proper(text) == proper


def test_a_list_is_asked_for_whatever_stands_before_and_behind(river: Assistant) -> None:
    alone = river.ask("Which trees were planted along the pools?")
    answer = river.ask(
        "I want to write a quiz: which trees were planted along the pools, I need it on Zeptember 3"
    )
    assert (alone.outcome, alone.shape) == ("answered", "list")
    assert [s.text for s in answer.statements] == [s.text for s in alone.statements]

"""All about one name, grouped by section or by the other name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant.answer import Turn
from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.view import View
from corpus.corpus import Corpus
from corpus.markup import plain_text
from index.index import Index
from index.passage import Chunk
from tests.assistant.conftest import LIGHTHOUSES

BOTH = (
    "Brodal Works gained from the ships of the bank, while Kestrin Bank expanded its trade in"
    " stone."
)
BRODAL = [
    ("Kestrin Bank", "Brodal Works and Kestrin Bank founded a venture in 1899."),
    (
        "Kestrin Bank",
        BOTH,
    ),
    ("Zoë Foundry", "Brodal Works lent a crane to the Zoë Foundry."),
    ("Zoë Foundry", "The Zoë Foundry cast new wheels for Brodal Works."),
]


def holding(quarry: Assistant, pattern: str) -> int:
    """How many sentences of the collection match, counted apart from the code under test."""
    return sum(
        re.search(pattern, plain_text(chunk.sentence_text(sentence), chunk.markup)) is not None
        for info in quarry.index.documents()
        for chunk in quarry.index.chunks(info.id)
        for sentence in chunk.sentences
        if sentence.kind not in ("heading", "header", "note")
    )


@pytest.mark.parametrize(
    "question",
    [
        "Tell me about Brodal Works.",
        "tell me about the brodal works",
        "What do you know about BRODAL WORKS?",
        "Tell me about Brodel Works",
        "brodal works",
    ],
)
def test_a_name_however_typed_is_grouped_by_partner_and_written_as_the_documents_do(
    quarry: Assistant, question: str
) -> None:
    answer = quarry.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "groups")
    head, *shown = answer.statements
    assert holding(quarry, "Brodal Works") == 4
    assert head.text == "Brodal Works: 4 sentences, two subjects."
    assert [(s.label, s.text) for s in shown] == BRODAL


def test_an_abbreviation_is_met_with_what_it_stands_for(quarry: Assistant) -> None:
    for question in ("Tell me about the OMRF.", "Tell me about the Ormstad Miners' Relief Fund."):
        answer = quarry.ask(question)
        assert answer.statements[0].text.endswith(": 2 sentences, one subject.")
        assert [s.text for s in answer.statements[1:]] == [
            "The Ormstad Miners' Relief Fund (OMRF) paid for doctors, medicine and coffins.",
            "The OMRF was closed in 1950.",
        ]


def test_sections_label_the_groups_and_what_is_not_shown_is_counted(quarry: Assistant) -> None:
    answer = quarry.ask("Tell me about slate.")
    head, *shown = answer.statements
    n = holding(quarry, "(?i)slate")
    assert head.text == f"slate: {n} sentences, three subjects; {len(shown)} shown." or (
        head.text == f"slate: {n} sentences, three subjects."
    )
    assert {"Princess slate", "Lady slate"} <= {s.label for s in shown}


def test_a_name_of_which_one_word_occurs_nowhere_is_not_covered(quarry: Assistant) -> None:
    answer = quarry.ask("Tell me about Bishop Works")
    assert (answer.outcome, answer.shape) == ("not_covered", "groups")
    assert answer.text == (
        "I did not find this: “Bishop Works”, or a close spelling, occurs in none of 2 documents."
    )


@pytest.mark.parametrize("where", [{"document": "quarry.md"}, {"period": "old"}])
def test_only_what_is_in_view_is_counted(quarry: Assistant, where: Mapping[str, str]) -> None:
    answer = quarry.ask("Tell me about slate.", where=where)
    assert answer.statements[0].text == "slate: 2 sentences, two subjects."
    assert quarry.ask("Tell me about Brodal Works.", where=where).outcome != "answered"


def test_a_name_of_function_words_is_met_where_it_is_written_as_one(foundry: Assistant) -> None:
    for question in ("Tell me about All of Them", "tell me about all of them", "All of Them"):
        answer = foundry.ask(question)
        assert [s.text for s in answer.statements] == [
            "All of Them: 1 sentence, one subject.",
            "The Programme of All of Them pays for tower clocks.",
        ]


@pytest.mark.parametrize("wish", ["show all", "all", "tell me more", "show me the rest"])
def test_all_of_the_groups_are_shown_on_wish(lighthouses: Index, wish: str) -> None:
    assistant = Assistant(lighthouses, Corpus.open([str(LIGHTHOUSES)]), Settings())
    question = "Tell me about Skerrin Head"
    first = assistant.ask(question)
    history = [Turn("user", question), Turn("assistant", first.text)]
    shown = assistant.ask(wish, history).statements
    n = int(re.findall(r"(\d+) sentences", shown[0].text)[0])
    assert len(first.statements) < len(shown) == n + 1
    assert "shown" not in shown[0].text


def test_many_sections_of_one_sentence_are_grouped_by_document(lighthouses: Index) -> None:
    assistant = Assistant(lighthouses, Corpus.open([str(LIGHTHOUSES)]), Settings())
    shown = assistant.ask("Tell me about Tolm Rock").statements[1:]
    assert all(s.label == s.citations[0].title for s in shown)


def test_of_a_large_collection_no_more_passages_are_read_than_are_counted(
    quarry: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = quarry.index.documents()
    total, last = sum(info.n_chunks for info in documents), documents[-1]
    most = total - last.n_chunks - 1
    monkeypatch.setattr("assistant.grouping.MAX_CHUNKS", most)
    read: list[str] = []

    def chunks(view: View, document: str) -> tuple[Chunk, ...]:
        read.append(document)
        return view.index.chunks(document)

    monkeypatch.setattr("assistant.view.View.chunks", chunks)
    line = quarry.ask("Tell me about Princess slate.").statements[0].text
    assert line.endswith(f"Counted in the first {most:,} of {total:,} passages.")
    assert last.id not in read


def test_a_name_that_only_the_name_of_the_file_holds_is_met_by_its_last_word(
    tmp_path: Path,
) -> None:
    (tmp_path / "marta-lindqvist.txt").write_text(
        "Lindqvist was born in Orm.\n\nShe built nine organs, and Lindqvist tuned each of them.\n"
    )
    (tmp_path / "other.md").write_text("# Orm\n\nThe town has a church and Marta's mill.\n")
    opened = Assistant.open(tmp_path, tmp_path / "index")
    answer = opened.ask("Tell me about Lindqvist.")
    assert answer.statements[0].text == "Lindqvist: 2 sentences, one subject."
    whole = opened.ask("Tell me about Marta Lindqvist.")
    assert (whole.outcome, whole.shape) == ("answered", "groups")
    assert "nine organs" in whole.text


def test_another_of_the_same_last_name_is_not_counted(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "watch.md").write_text(
        "# The watch\n\nBert Hollin kept the gate. Mr. Hollin slept by day. Carl Hollin, his son,"
        " mends clocks. In winter Hollin wore two coats.\n",
        encoding="utf-8",
    )
    answer = Assistant.open(tmp_path / "in", tmp_path / "index").ask("Tell me about Bert Hollin")
    assert answer.statements[0].text == "Bert Hollin: 3 sentences, one subject."
    assert not any("Carl" in s.text for s in answer.statements)


def test_what_goes_on_about_a_person_is_told_and_not_counted(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "mill.md").write_text(
        "# The mill\n\nThe wheel was drawn by the daughter of the house, Lore Amsel. She had learnt"
        " it in Orm. Her drawings hang in the hall. He paid for none of them.\n\nHe rented a barn"
        " from Lore Amsel. His first wheel broke.\n",
        encoding="utf-8",
    )
    answer = Assistant.open(tmp_path / "in", tmp_path / "index").ask("Tell me about Lore Amsel")
    assert answer.statements[0].text == "Lore Amsel: 2 sentences, one subject."
    told = [(s.kind, s.text.split()[0]) for s in answer.statements[1:]]
    assert told == [("item", "The"), ("context", "She"), ("context", "Her"), ("item", "He")]

"""Conversations are kept, and one browser never sees another's."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import ConversationsUnusable, ConversationUnknown, QuestionRefused
from ui.page.conversations import Conversations, owner_of

ADA, BOB = owner_of("a" * 64), owner_of("b" * 64)


def view(question: str, text: str = "They carry mail.") -> dict[str, Any]:
    return {"question": question, "text": text}


@pytest.fixture
def kept(tmp_path: Path) -> Conversations:
    return Conversations(tmp_path / "own" / "conversations.sqlite3")


def test_turns_come_back_in_order_from_another_process(kept: Conversations) -> None:
    id_, first = kept.add(ADA, None, 0, view("What do ferries carry?"))
    same, second = kept.add(ADA, id_, 1, view("And who ties ropes? 🚢"))
    again = Conversations(kept.path)
    assert same == id_
    assert [(t.id, t.view["question"]) for t in again.turns(ADA, id_)] == [
        (first, "What do ferries carry?"),
        (second, "And who ties ropes? 🚢"),
    ]


def test_an_edited_question_takes_the_place_of_its_turn_and_all_after_it(
    kept: Conversations,
) -> None:
    id_, _ = kept.add(ADA, None, 0, view("one"))
    for n, question in enumerate(("two", "three"), start=1):
        kept.add(ADA, id_, n, view(question))
    kept.add(ADA, id_, 1, view("other"))
    assert [turn.view["question"] for turn in kept.turns(ADA, id_)] == ["one", "other"]


def test_a_greeting_is_no_title_once_something_was_asked(kept: Conversations) -> None:
    id_, _ = kept.add(ADA, None, 0, {**view("Hello!"), "shape": "reply"})
    assert kept.title(ADA, id_) == "Hello!"
    kept.add(ADA, id_, 1, {**view("Who ties ropes?"), "shape": "sentence"})
    assert kept.title(ADA, id_) == "Who ties ropes?"
    kept.add(ADA, id_, 2, {**view("And who steers?"), "shape": "sentence"})
    assert kept.title(ADA, id_) == "Who ties ropes?"
    kept.add(ADA, id_, 1, {**view("Who tied ropes?"), "shape": "sentence"})
    assert kept.title(ADA, id_) == "Who tied ropes?"


def test_a_name_that_a_person_gave_stays(kept: Conversations) -> None:
    id_, _ = kept.add(ADA, None, 0, {**view("Hello!"), "shape": "reply"})
    kept.rename(ADA, id_, "Mine")
    kept.add(ADA, id_, 1, {**view("Who ties ropes?"), "shape": "sentence"})
    assert kept.title(ADA, id_) == "Mine"


def test_another_browser_can_neither_list_open_add_rename_nor_delete(kept: Conversations) -> None:
    id_, _ = kept.add(ADA, None, 0, view("secret"))
    assert kept.list(BOB) == []
    for attempt in (
        lambda: kept.turns(BOB, id_),
        lambda: kept.title(BOB, id_),
        lambda: kept.add(BOB, id_, 1, view("mine")),
        lambda: kept.rename(BOB, id_, "mine"),
        lambda: kept.delete(BOB, id_),
    ):
        with pytest.raises(ConversationUnknown):
            attempt()
    assert [turn.view["question"] for turn in kept.turns(ADA, id_)] == ["secret"]


def test_conversations_are_listed_latest_first_searched_renamed_and_deleted(
    kept: Conversations,
) -> None:
    ferries, _ = kept.add(ADA, None, 0, view("What do ferries carry?"))
    ropes, _ = kept.add(ADA, None, 0, view("Who ties 100% of ropes?", "Two_sailors."))
    kept.add(ADA, ferries, 1, view("More?"))
    titles = [found["title"] for found in kept.list(ADA)]
    assert titles == ["What do ferries carry?", "Who ties 100% of ropes?"]
    assert [found["id"] for found in kept.list(ADA, "two_s")] == [ropes]
    assert [found["id"] for found in kept.list(ADA, "0% of")] == [ropes]
    assert [found["id"] for found in kept.list(ADA, "%")] == [ropes]
    assert kept.rename(ADA, ropes, "  All \n ropes ") == "All ropes"
    assert kept.rename(ADA, ropes, "  ") == "All ropes"
    assert kept.list(ADA, "all rop")[0]["title"] == "All ropes"
    kept.delete(ADA, ferries)
    assert [found["id"] for found in kept.list(ADA)] == [ropes]
    with sqlite3.connect(kept.path) as database:
        assert database.execute("SELECT count(*) FROM turns").fetchone() == (1,)
    database.close()


@pytest.mark.parametrize("key", [None, "", "a" * 63, "A" * 64, "a" * 65, 7, "a" * 64 + "\n"])
def test_a_key_that_could_be_guessed_is_refused(key: object) -> None:
    with pytest.raises(QuestionRefused):
        owner_of(key)


def test_keys_are_not_stored(kept: Conversations) -> None:
    kept.add(ADA, None, 0, view("x"))
    assert b"a" * 64 not in kept.path.read_bytes()


def test_a_file_that_cannot_be_used_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "conversations.sqlite3"
    path.write_text("not a database, but quite long enough to look like something else")
    with pytest.raises(ConversationsUnusable, match="mend or move that file"):
        Conversations(path).list(ADA)

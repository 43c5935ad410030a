"""What a question is wrapped in: purposes, afterthoughts, remarks; and how wide a wish may be."""

from __future__ import annotations

import pytest

from assistant.following import action_of
from assistant.forms import read_form
from assistant.overview import is_overview_question
from assistant.phrasing import read_phrasing
from assistant.question import read_question
from assistant.smalltalk import reply
from assistant.summary_request import read_request


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("I am drafting a leaflet. Which berries are poisonous?", "Which berries are poisonous?"),
        ("Before I begin: who runs the ferry office?", "who runs the ferry office?"),
        ("New topic. How deep is the lock basin?", "How deep is the lock basin?"),
        ("How deep is the lock basin? Just the figure.", "How deep is the lock basin?"),
        (
            "My boiler hums at night. Is that a defect?",
            "My boiler hums at night. Is that a defect?",
        ),
        (
            "We grow rye. What does it need?",
            "We grow rye. What does it need?",
        ),
        (
            "The mill burnt down. That year a bridge fell, too: which?",
            "The mill burnt down. That year a bridge fell, too: which?",
        ),
    ],
)
def test_a_purpose_is_dropped_and_a_case_is_kept(asked: str, plain: str) -> None:
    assert read_phrasing(asked).text == plain


@pytest.mark.parametrize(
    "asked",
    [
        "What are the duties of a lock keeper? All of them.",
        "Name the locks of the canal, one by one.",
        "Which tolls are due? I need the complete list",
    ],
)
def test_all_of_them_is_a_wish_for_a_list(asked: str) -> None:
    assert read_phrasing(asked).wish == "list"


@pytest.mark.parametrize("asked", ["Who are all of Them?", "Tell me about All of Them"])
def test_a_name_that_says_so_is_no_wish(asked: str) -> None:
    assert read_phrasing(asked).wish == ""


@pytest.mark.parametrize(
    ("asked", "kind", "noun"),
    [
        ("name every lock that the guild repaired", "list", "lock"),
        ("I need each toll of the upper canal", "list", "toll"),
        ("Walk me through the stages of a lockage", "list", "stage"),
        ("describe the rules that skippers follow", "list", "rule"),
        ("describe the lock basin", "groups", ""),
        ("fill me in on the lock basin", "groups", ""),
        ("tell me what your papers say about Osk", "groups", ""),
        ("everything that delays a barge", "list", ""),
    ],
)
def test_a_wish_for_all_of_one_kind_is_a_list(asked: str, kind: str, noun: str) -> None:
    form = read_form(read_question(read_phrasing(asked).text))
    assert (form.kind, form.noun) == (kind, noun)


@pytest.mark.parametrize(
    "asked",
    [
        "what do we have in this folder?",
        "What is our archive about, broadly?",
        "give me an idea of what these papers cover",
        "I've just joined. What are all these files about?",
        "what have you got in there",
    ],
)
def test_the_whole_collection_is_asked_about_in_many_ways(asked: str) -> None:
    assert is_overview_question(asked) or is_overview_question(read_phrasing(asked).text)


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        ("In a few words, what does the report on locks say?", "the report on locks"),
        ("could you shorten the piece about barges for me", "the piece about barges"),
        ("I have no time for the chapter on tolls, please sum it up", "the chapter on tolls"),
        ("tl;dr of text 3 pls", "text 3"),
    ],
)
def test_a_summary_is_asked_for_in_many_ways(asked: str, target: str) -> None:
    request = read_request(asked) or read_request(read_phrasing(asked).text)
    assert request is not None
    assert request.target == target


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("hm, are you sure about that?", "sure"),
        ("That's too long. In short", "shorter"),
        ("okay, as a table please?", "table"),
        ("ok: as a table", "table"),
    ],
)
def test_a_remark_before_a_wish_is_set_aside(said: str, action: str) -> None:
    assert action_of(said) == action


@pytest.mark.parametrize(
    "said", ["Bye for now", "That was really useful, thanks!", "how should I use this page?"]
)
def test_small_talk_of_several_words_gets_a_reply(said: str) -> None:
    draft = reply(said)
    assert draft is not None
    assert draft.shape == "reply"

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from assistant.crossencoder import Window
from bench.crossencoder import DATA
from bench.examples import ANSWERS, SUPPORTS, Reading, as_typed, draw, load_readings

README = (DATA / "README.md").read_text("utf-8")
MILL = {
    "title": "Mill",
    "heading": "",
    "text": ["It was built in 1804.", "It burned twice.", "Nobody mends it."],
    "asks": [["When was it built?", 1, "1804"]],
    "misses": [["Who built it?", "Jan Roos built it."], ["Who mends it?", "His son mends it."]],
    "true": [["It was on fire two times.", 2]],
    "false": [["It burned once.", 2]],
}


@pytest.mark.parametrize("name", ["passages", "test"])
def test_every_number_names_a_sentence_and_every_answer_stands_in_its_own(name: str) -> None:
    lines = (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    assert f"`{name}.jsonl` ({len(lines):,}" in README.replace(" passages)", ")")
    for data in map(json.loads, lines):
        for _, place, words in data["asks"]:
            assert words.lower() in data["text"][place - 1].lower()
        places = [place for _, place in (*data["true"], *data["false"])]
        assert all(1 <= place <= len(data["text"]) for place in places), data["title"]
        listed = [place for _, places in data.get("lists", ()) for place in places]
        assert all(1 <= place <= len(data["text"]) for place in listed), data["title"]
        assert all(question and would for question, would in data["misses"]), data["title"]


LISTED = (("What happened to it?", (0, 2)),)


def test_nothing_learnt_from_stands_in_the_test() -> None:
    learnt, tested = (load_readings(DATA / f"{n}.jsonl") for n in ("passages", "test"))
    assert not {one.title for one in learnt} & {one.title for one in tested}
    assert not {s for one in learnt for s in one.sentences} & {
        s for one in tested for s in one.sentences
    }


def test_each_question_is_held_against_what_answers_it_and_what_does_not(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(MILL) + "\n", "utf-8")
    found = draw(load_readings(path), {}, random.Random(1))
    questions = [(one.asked, one.label) for one in found if one.head == ANSWERS]
    for asked in ("When was it built?", "Who built it?", "Who mends it?"):
        assert {(asked, 1.0), (asked, 0.0)} <= set(questions)
    right = [one.window for one in found if one.asked == "When was it built?" and one.label]
    assert right == [Window("It was built in 1804.", "Mill.")]
    claims = [(one.asked, one.window.text, one.label) for one in found if one.head == SUPPORTS]
    (copy, copied, is_true), *others = claims
    assert (copy, is_true) == (copied, 1.0)
    assert others == [
        ("It was on fire two times.", "It burned twice.", 1.0),
        ("It burned once.", "It burned twice.", 0.0),
    ]


def test_every_sentence_that_gives_one_of_several_things_is_an_answer_and_no_other() -> None:
    one = Reading("Mill", (), ("It burned.", "It stands.", "It flooded."), (), (), (), LISTED)
    found = draw([one], {}, random.Random(1))
    labels = {example.window.text: example.label for example in found}
    assert labels == {"It burned.": 1.0, "It stands.": 0.0, "It flooded.": 1.0}


def test_a_question_without_answer_is_held_against_what_a_model_takes_for_one() -> None:
    sentences = ("Who owns it is told.", "It burned.", "It stands.", "It flooded.")
    miss = ("Who owns it?", "Ann Lee does.")
    one = Reading("Mill", (), sentences, (), (miss,), ())
    hardest = {("Mill", "Who owns it?"): [3, 2, 1, 0]}
    drawn = [e for n in range(40) for e in draw([one], {}, random.Random(n), hardest)]
    wrong = {e.window.text for e in drawn if not e.label}
    assert wrong == {"It flooded.", "It stands.", "It burned."}


def test_some_questions_are_learnt_as_typed_in_haste() -> None:
    chance, question = random.Random(1), "When was the lamp of Skerrin Head first lit?"
    typed = [as_typed(question, chance) for _ in range(500)]
    lowered = sum(text.startswith("when") for text in typed)
    slips = [text for text in typed if text.lower().rstrip("?") != question.lower().rstrip("?")]
    assert 30 <= lowered <= 70
    assert 30 <= len(slips) <= 70
    assert all(abs(len(text) - len(question)) <= 3 for text in slips)


def test_the_shortest_texts_are_typed_too() -> None:
    chance = random.Random(1)
    assert {len(as_typed("ab", chance)) for _ in range(500)} <= {1, 2, 3}

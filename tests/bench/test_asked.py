"""Questions asked by meaning, as pairs to be judged."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.crossencoder import Window
from bench.asked import Asked, Near, draw_asked, load_asked
from bench.crossencoder import DATA
from bench.examples import Reading, load_readings
from bench.fitting import Floats
from bench.squad import Article, Place

SENTENCES = ("It was built in 1804.", "It burned twice.", "Nobody mends it.")
MILL = Reading("Mill", (), SENTENCES, (), (), ())
FERRY = Article(
    "Ferry",
    (
        Place(0, "It ran daily.", Window("It ran daily.", "Ferry.")),
        Place(1, "It sank.", Window("It sank.", "Ferry.")),
        Place(1, "All were saved.", Window("All were saved.", "Ferry. It sank.")),
    ),
    (),
)
LINES = (
    {"passage": 1, "asks": [["how old is it", 1]], "misses": [["who paid", "A widow paid."]]},
    {"article": "Ferry", "paragraph": 1, "asks": [["did anyone drown", 2]], "misses": []},
)


def nearness(questions: Sequence[str], texts: Sequence[str]) -> Floats:
    return np.array([[-len(text) for text in texts] for _ in questions], np.float32)


def written(folder: Path) -> Path:
    path = folder / "asked.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), "utf-8")
    return path


def loaded(folder: Path) -> list[Asked]:
    return load_asked(written(folder), [MILL], [FERRY])


def test_what_is_asked_of_an_article_is_left_out_where_that_is_not_there(tmp_path: Path) -> None:
    mill, ferry = loaded(tmp_path)
    assert (mill.title, mill.asks) == ("Mill", (("how old is it", 0),))
    assert [window.text for window in ferry.windows] == ["It sank.", "All were saved."]
    assert len(load_asked(written(tmp_path), [MILL])) == 1


def test_a_question_is_held_against_others_of_its_passage_and_a_near_one_is_told(
    tmp_path: Path,
) -> None:
    found = draw_asked(loaded(tmp_path), nearness, random.Random(3))
    asked = [(e.window.text, e.label) for e in found if e.asked == "how old is it"]
    assert asked[0] == ("It was built in 1804.", 1.0)
    assert ("It burned twice.", 0.0) in asked or ("Nobody mends it.", 0.0) in asked
    missed = {(e.window.text, e.label) for e in found if e.asked == "who paid"}
    assert ("A widow paid.", 1.0) in missed
    assert all(text in SENTENCES for text, label in missed if not label)


def test_what_is_near_elsewhere_is_of_another_passage(tmp_path: Path) -> None:
    chance = random.Random(1)
    many = [e for _ in range(40) for e in draw_asked(loaded(tmp_path), nearness, chance)]
    far = [e for e in many if e.weight == 0.5]
    assert far
    assert not any(e.window.text in SENTENCES for e in far if e.asked == "how old is it")


def test_the_same_text_is_nearest_to_itself() -> None:
    cosines = Near()(["The mill burned."], ["A ferry sank.", "The mill burned."])
    assert cosines.argmax() == 1


def test_every_number_names_a_sentence_of_its_passage() -> None:
    readings = load_readings(DATA / "passages.jsonl")
    lines = (DATA / "asked.jsonl").read_text("utf-8").splitlines()
    n_asks = n_misses = 0
    for data in map(json.loads, lines):
        n_asks, n_misses = n_asks + len(data["asks"]), n_misses + len(data["misses"])
        assert all(question.strip() and would.strip() for question, would in data["misses"])
        if "passage" in data:
            size = len(readings[data["passage"] - 1].sentences)
            assert all(q.strip() and 1 <= place <= size for q, place in data["asks"])
    said = f"`asked.jsonl` ({n_asks + n_misses:,} questions of {len(lines):,} passages"
    assert said in " ".join((DATA / "README.md").read_text("utf-8").split())

"""SQuAD's questions as pairs of question and sentence."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from bench.squad import Article, draw_squad, load_articles

FIRST = "The mill was built in 1803. Its wheel came from Hull. The owner was Ada Brook."
SECOND = "A fire burnt the mill down. The wheel was saved."


def question(text: str, answer: str, context: str) -> dict[str, Any]:
    found = {"answer_start": context.index(answer), "text": answer}
    return {"question": text, "answers": [found]}


@pytest.fixture
def articles(tmp_path: Path) -> list[Article]:
    first = {
        "context": FIRST,
        "qas": [
            question("Where did the wheel come from? ", "Hull", FIRST),
            question("When was the mill built?", "1803", FIRST),
        ],
    }
    second = {"context": SECOND, "qas": [question("What was saved?", "The wheel", SECOND)]}
    path = tmp_path / "squad.json"
    path.write_text(json.dumps({"data": [{"title": "Old_mill", "paragraphs": [first, second]}]}))
    return load_articles(path)


def test_a_question_belongs_to_the_sentence_its_answer_starts_in(articles: list[Article]) -> None:
    (article,) = articles
    told = [(asked, article.places[place].text) for asked, place in article.asks]
    assert told == [
        ("Where did the wheel come from?", "Its wheel came from Hull."),
        ("When was the mill built?", "The mill was built in 1803."),
        ("What was saved?", "The wheel was saved."),
    ]


def test_a_sentence_is_read_with_the_title_and_the_one_before_it_in_its_paragraph(
    articles: list[Article],
) -> None:
    before = [place.window.before for place in articles[0].places]
    assert before == [
        "Old mill.",
        "Old mill. The mill was built in 1803.",
        "Old mill. Its wheel came from Hull.",
        "Old mill.",
        "Old mill. A fire burnt the mill down.",
    ]


def test_each_question_has_its_sentence_and_one_of_its_paragraph_and_one_of_another(
    articles: list[Article],
) -> None:
    examples = draw_squad(articles, 3, random.Random(1))
    asked = [one for one in examples if one.asked == "Where did the wheel come from?"]
    right, near, far = asked
    assert (right.window.text, right.label, right.weight) == ("Its wheel came from Hull.", 1.0, 1.0)
    assert (near.label, near.weight) == (0.0, 1.0)
    assert near.window.text in ("The mill was built in 1803.", "The owner was Ada Brook.")
    assert (far.label, far.weight) == (0.0, 0.7)
    assert far.window.text in ("A fire burnt the mill down.", "The wheel was saved.")
    assert len(examples) == 9


def test_fewer_questions_are_drawn_by_chance(articles: list[Article]) -> None:
    many = articles * 200
    drawn = draw_squad(many, 60, random.Random(1))
    assert 100 < len(drawn) < 260
    assert draw_squad([], 60, random.Random(1)) == []

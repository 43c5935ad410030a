"""What the cross-encoder learns from SQuAD 1.1 (Rajpurkar et al. 2016): its questions as pairs.

The file is not in the repository: ``train-v1.1.json``, 442 articles of Wikipedia with 87,599
questions, CC BY-SA 4.0. None of its articles is one of ``bench/xquad-a``.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from assistant.crossencoder import Window, before
from bench.examples import ANSWERS, Example
from corpus.document import Block, Span
from index.sentences import split_block

_NEAREST = 4
"""A sentence of another paragraph is drawn from so many that share most with the question."""
_ELSEWHERE = 0.7
"""The weight of such a pair: now and then that sentence answers too."""


@dataclass(frozen=True)
class Place:
    """A sentence of an article: the number of its paragraph, its text, and how it is read."""

    paragraph: int
    text: str
    window: Window


@dataclass(frozen=True)
class Article:
    """The sentences of an article, and its questions, each with the number of its sentence."""

    title: str
    places: tuple[Place, ...]
    asks: tuple[tuple[str, int], ...]


def load_articles(path: Path) -> list[Article]:
    """The articles of a file in SQuAD's format."""
    return [_article(one) for one in json.loads(path.read_text("utf-8"))["data"]]


def _article(data: dict[str, Any]) -> Article:
    title = str(data["title"]).replace("_", " ")
    places: list[Place] = []
    asks: list[tuple[str, int]] = []
    for number, paragraph in enumerate(data["paragraphs"]):
        text, first = str(paragraph["context"]), len(places)
        spans = [one.span for one in split_block(text, Block(Span(0, len(text)), "paragraph"))]
        told = [span.cut(text) for span in spans]
        for previous, sentence in zip(["", *told], told, strict=False):
            places.append(Place(number, sentence, Window(sentence, before(title, (), previous))))
        for one in paragraph["qas"]:
            start = int(one["answers"][0]["answer_start"])
            own = sum(span.start <= start for span in spans) - 1
            asks.append((str(one["question"]).strip(), first + max(own, 0)))
    return Article(title, tuple(places), tuple(asks))


def draw_squad(articles: Sequence[Article], n: int, chance: random.Random) -> list[Example]:
    """About ``n`` questions, each with its own sentence, one of its paragraph and one of another.

    The other two are drawn from those that share most words with the question.
    """
    share = n / max(1, sum(len(article.asks) for article in articles))
    found: list[Example] = []
    for article in articles:
        taken = [ask for ask in article.asks if chance.random() < share]
        if taken:
            found += list(_draw(article, taken, chance))
    return found


def _draw(
    article: Article, asks: Sequence[tuple[str, int]], chance: random.Random
) -> Iterator[Example]:
    weigher = TfidfVectorizer(sublinear_tf=True, stop_words="english", token_pattern=r"\w+")
    told = weigher.fit_transform([place.text for place in article.places])
    likeness = (weigher.transform([question for question, _ in asks]) @ told.T).toarray()
    paragraphs = np.array([place.paragraph for place in article.places])
    for (question, own), row in zip(asks, likeness, strict=True):
        yield Example(ANSWERS, question, article.places[own].window, 1.0)
        ranked = [int(i) for i in np.argsort(-row) if i != own]
        near = [i for i in ranked if paragraphs[i] == paragraphs[own]]
        if near:
            place = chance.choice(near[:1] * 2 + near)
            yield Example(ANSWERS, question, article.places[place].window, 0.0)
        far = [i for i in ranked if paragraphs[i] != paragraphs[own]][:_NEAREST]
        if far:
            window = article.places[chance.choice(far)].window
            yield Example(ANSWERS, question, window, 0.0, _ELSEWHERE)

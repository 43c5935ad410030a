"""What the cross-encoder learns from questions asked by meaning, of passages that it knows.

``bench/reading/asked.jsonl``: questions that share few words with what answers them, of the
passages of ``passages.jsonl`` and of paragraphs of SQuAD 1.1's training articles, and near ones
that nothing there answers, each with a sentence that would.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.crossencoder import Window, before
from bench.examples import ANSWERS, Example, Reading
from bench.fitting import Floats
from bench.squad import Article
from index.encoder import NumpyEncoder
from index.model import open_model

_RIVAL, _ELSEWHERE = 0.7, 0.5
"""The weights of a sentence of the same passage and of one from elsewhere."""
_NEAREST = 0.6
"""How often the nearest of the others is held against a question, not one of the next."""
_SECOND, _FAR, _RANKED = 0.3, 0.2, 12


Nearness = Callable[[Sequence[str], Sequence[str]], Floats]
"""How near questions are to texts: cosines, shape (n_questions, n_texts)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A passage, read sentence by sentence, with what is asked of it; numbers are places."""

    title: str
    heading: tuple[str, ...]
    windows: tuple[Window, ...]
    asks: tuple[tuple[str, int], ...]
    misses: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, one: Reading) -> Asked:
        windows = tuple(one.window(i) for i in range(len(one.sentences)))
        return cls(one.title, one.heading, windows, one.asks, one.misses)

    def told(self, text: str, previous: int) -> Window:
        """``text`` as if it stood behind the sentence at ``previous``."""
        return Window(text, before(self.title, self.heading, self.windows[previous].text))


def load_asked(
    path: Path, readings: Sequence[Reading], articles: Sequence[Article] = ()
) -> list[Asked]:
    """The lines of ``asked.jsonl``; those of articles only where ``articles`` holds them.

    ``readings``: those of ``passages.jsonl``, all of them.
    """
    titled = {article.title: article for article in articles}
    found: list[Asked] = []
    for line in path.read_text("utf-8").splitlines():
        data = json.loads(line)
        if "passage" in data:
            passage = Asked.of(readings[int(data["passage"]) - 1])
        elif data["article"] in titled:
            title = str(data["article"])
            places = [p for p in titled[title].places if p.paragraph == data["paragraph"]]
            passage = Asked(title, (), tuple(place.window for place in places), (), ())
        else:
            continue
        asks = tuple((str(text), int(place) - 1) for text, place in data["asks"])
        misses = tuple((str(text), str(would)) for text, would in data["misses"])
        found.append(replace(passage, asks=asks, misses=misses))
    return found


class Near:
    """How near questions are to sentences, by the embedding model; each text is embedded once."""

    def __init__(self) -> None:
        self._encoder = NumpyEncoder(open_model())
        self._known: dict[str, Floats] = {}

    def __call__(self, questions: Sequence[str], texts: Sequence[str]) -> Floats:
        """Cosines, shape (n_questions, n_texts), float32."""
        return self._vectors(questions) @ self._vectors(texts).T

    def _vectors(self, texts: Sequence[str]) -> Floats:
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known.update(zip(new, self._encoder.embed(new), strict=True))
        return np.array([self._known[text] for text in texts], np.float32)


def draw_asked(asked: Sequence[Asked], near: Nearness, chance: random.Random) -> list[Example]:
    """Each question with what answers it, with others of its passage, and now and then with one of
    another that is near.
    """
    drawn = [(one, example) for one in asked for example in _draw(one, near, chance)]
    return [example for _, example in drawn] + list(_far(drawn, near, chance))


def _draw(one: Asked, near: Nearness, chance: random.Random) -> Iterator[Example]:
    for question, place in one.asks:
        yield Example(ANSWERS, question, one.windows[place], 1.0)
        for rival in _rivals(question, one, place, near, chance):
            yield Example(ANSWERS, question, one.windows[rival], 0.0, _RIVAL)
    for question, would in one.misses:
        rivals = _rivals(question, one, None, near, chance)
        for rival in rivals:
            yield Example(ANSWERS, question, one.windows[rival], 0.0)
        yield Example(ANSWERS, question, one.told(would, rivals[0]), 1.0)


def _rivals(
    question: str, one: Asked, place: int | None, near: Nearness, chance: random.Random
) -> list[int]:
    """One or two near sentences of the passage, but not the one at ``place``."""
    (cosines,) = near([question], [window.text for window in one.windows])
    order = [int(i) for i in np.argsort(-cosines) if i != place]
    first = order[0] if chance.random() < _NEAREST else chance.choice(order[:3])
    if place is not None and chance.random() >= _SECOND:
        return [first]
    return list(dict.fromkeys((first, chance.choice(order[1:4] or order))))


def _far(
    drawn: Sequence[tuple[Asked, Example]], near: Nearness, chance: random.Random
) -> Iterator[Example]:
    windows = list({e.window.text: (one.title, e.window) for one, e in drawn}.values())
    asking = [(one, e) for one, e in drawn if e.label and chance.random() < _FAR]
    if not asking:
        return
    cosines = near([e.asked for _, e in asking], [window.text for _, window in windows])
    for (one, example), row in zip(asking, cosines, strict=True):
        nearest = np.argpartition(-row, min(_RANKED, len(row) - 1))[:_RANKED]
        others = [windows[i][1] for i in nearest if windows[i][0] != one.title]
        if others:
            yield Example(ANSWERS, example.asked, chance.choice(others), 0.0, _ELSEWHERE)

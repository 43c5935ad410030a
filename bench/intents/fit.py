"""Fit ``assistant/intents.npz``: what an utterance wants that is no question to the documents.

``python -m bench.intents.fit`` writes the file. ``--check`` fits on four fifths five times over and
says per kind how many of the other fifth are known, by the fit and by the patterns alone. The
questions of ``bench/reading`` stand for what is asked of documents; every second one is kept for
checking.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from assistant.intending import named_in
from assistant.intents import (
    INTENTS_FILE,
    NONE,
    SCALE,
    THE_DOCUMENT,
    features_of,
    marks_of,
    words_of,
)
from index.embedding import open_embedder
from index.passage import FloatArray

HERE = Path(__file__).parent
N_QUESTIONS = 14000
QUESTION_WEIGHT, MASKED_WEIGHT, NONE_WEIGHT = 0.15, 0.06, 1.5
L2 = 0.06
FOLDS = 5
SURE = 0.5


def load_examples() -> list[tuple[str, str]]:
    """The examples: kind and utterance."""
    lines = (HERE / "utterances.tsv").read_text(encoding="utf-8").splitlines()
    return [(kind, text) for kind, _, text in (line.partition("\t") for line in lines) if text]


def load_questions(frames: frozenset[str]) -> list[str]:
    """The questions of the passages for reading, with and without the document put for its title,
    and for what they name beside words that may ask for a summary.
    """
    lines = (HERE.parent / "reading" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    questions = []
    for passage in map(json.loads, lines):
        title = passage["title"].lower()
        for asked in (*passage["asks"], *passage["misses"]):
            at = asked[0].lower().find(title)
            if at >= 0:
                said = asked[0][:at].removesuffix("the ") + THE_DOCUMENT
                questions.append(said + asked[0][at + len(title) :])
            questions.append(asked[0])
            named = named_in(asked[0], frames)
            questions.extend([named.text] if named is not None else [])
    return list(dict.fromkeys(questions))


def fit(texts: list[str], kinds: list[str], weights: FloatArray, vectors: FloatArray) -> Any:
    """The classifier and the places of its marks; ``vectors``: a row a text."""
    from sklearn.linear_model import LogisticRegression

    held = Counter(
        m for t, w in zip(texts, weights, strict=True) if w >= 1 for m in set(marks_of(t))
    )
    places = {mark: n for n, mark in enumerate(sorted(m for m, n in held.items() if n > 1))}
    model = LogisticRegression(C=1 / L2, max_iter=400)
    model.fit(inputs(texts, vectors, places), kinds, sample_weight=weights)
    return model, places


def inputs(texts: list[str], vectors: FloatArray, places: dict[str, int]) -> FloatArray:
    """A row a text: its vector, its marks and its counts of words."""
    own = np.stack([features_of(text, places) for text in texts])
    return np.hstack([SCALE * vectors, own]).astype(np.float32)


def check(examples: list[tuple[str, str]], questions: list[str], embed: Any) -> None:
    """Print what is known of examples and questions that were not fitted on."""
    rest, kept = questions[:N_QUESTIONS], questions[N_QUESTIONS:]
    folds = np.random.default_rng(0).integers(0, FOLDS, len(examples))
    found: dict[int, str] = {}
    for fold in range(FOLDS):
        own = [e for e, f in zip(examples, folds, strict=True) if f != fold]
        model, places = fit(*training(own, rest, embed))
        numbers = [int(n) for n in np.flatnonzero(folds == fold)]
        texts = [examples[n][1] for n in numbers]
        odds = model.predict_proba(inputs(texts, embed(texts), places))
        for n, row in zip(numbers, odds, strict=True):
            found[n] = model.classes_[row.argmax()] if row.max() >= SURE else NONE
    for kind in sorted({kind for kind, _ in examples}):
        own_numbers = [n for n, e in enumerate(examples) if e[0] == kind]
        missed = [f"{examples[n][1]} ({found[n]})" for n in own_numbers if found[n] != kind]
        print(f"{kind}: {len(own_numbers) - len(missed)} of {len(own_numbers)}", missed[:25])
    model, places = fit(*training(examples, rest, embed))
    odds = model.predict_proba(inputs(kept, embed(kept), places))
    taken = [
        (kept[n], model.classes_[row.argmax()])
        for n, row in enumerate(odds)
        if row.max() >= SURE and model.classes_[row.argmax()] != NONE
    ]
    print(f"questions taken for something else: {len(taken)} of {len(kept)}", taken)


def training(examples: list[tuple[str, str]], questions: list[str], embed: Any) -> Any:
    """Texts, kinds, weights and vectors to fit on."""
    texts = [text for _, text in examples] + questions
    kinds = [kind for kind, _ in examples] + [NONE] * len(questions)
    own = [NONE_WEIGHT if kind == NONE else 1.0 for kind, _ in examples]
    asked = [MASKED_WEIGHT if THE_DOCUMENT in text else QUESTION_WEIGHT for text in questions]
    weights = np.array(own + asked)
    return texts, kinds, weights, embed(texts)


def frames_of(examples: list[tuple[str, str]]) -> list[str]:
    """The words of the requests for a summary, but for those that stand for the document."""
    said = {word for kind, text in examples if kind == "summary" for word in words_of(text)}
    return sorted(said - set(words_of(THE_DOCUMENT)))


def save(model: Any, places: dict[str, int], frames: list[str]) -> None:
    """Write what ``assistant.intents.load_intents`` reads, in half precision."""
    np.savez_compressed(
        INTENTS_FILE,
        kinds=np.array(model.classes_.tolist()),
        marks=np.array(list(places)),
        frames=np.array(frames),
        weights=model.coef_.T.astype(np.float16),
        offsets=model.intercept_.astype(np.float16),
    )


def main() -> None:
    encoder = open_embedder()
    known: dict[str, FloatArray] = {}

    def embed(texts: list[str]) -> FloatArray:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        for n in range(0, len(new), 64):
            known.update(zip(new[n : n + 64], encoder.embed(new[n : n + 64]), strict=True))
        return np.stack([known[text] for text in texts])

    examples = load_examples()
    questions = load_questions(frozenset(frames_of(examples)))
    questions = questions[::2] + questions[1::2]
    if "--check" in sys.argv:
        check(examples, questions, embed)
        return
    model, places = fit(*training(examples, questions[:N_QUESTIONS], embed))
    save(model, places, frames_of(examples))


if __name__ == "__main__":
    main()

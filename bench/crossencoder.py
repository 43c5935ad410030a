"""Train the cross-encoder: ``python -m bench.crossencoder`` (an hour on two cores).

Fine-tunes the embedding model on the passages of ``bench/reading``: whether a sentence answers a
question, and beside it whether it supports a claim, which is learnt along and not used.
``test.jsonl`` there is not learnt from; what is printed was measured on it. Writes
``assistant/crossencoder.onnx``, its dense layers in 8 bits. Needs ``onnx``
(``pip install -r requirements-dev.lock``). ``--onto FILE --newer N`` learns the last N passages
onto the weights in FILE, which takes half an hour for 500; with ``--squad FILE`` so many
questions of SQuAD (``bench/squad.py``) are learnt along. ``--onto FILE --asked`` learns the
questions of ``asked.jsonl`` (``bench/asked.py``), in half an hour; with ``--squad FILE`` and
``--synonyms FILE`` those of articles, too, and SQuAD's own in other words (``bench/wording.py``).
``--test`` only measures the shipped one.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from scipy.special import logit
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from torch import Tensor, nn

from assistant.crossencoder import MODEL_FILE, CrossEncoder, Window
from bench.asked import Asked, Near, draw_asked, load_asked
from bench.examples import (
    ANSWERS,
    LISTS_LEARNT,
    SUPPORTS,
    Example,
    Hardest,
    Reading,
    as_typed,
    draw,
    draw_lists,
    load_readings,
)
from bench.fitting import Floats
from bench.network import Network, export, restore, tensors
from bench.squad import Article, draw_squad, load_articles
from bench.wording import in_other_words, load_synonyms
from index.encoder import NumpyEncoder
from index.model import open_model, shipped_folder
from index.tokenizer import WordPieces

DATA = Path(__file__).parent / "reading"
EPOCHS, BATCH, RATE, HEAD_RATE, WARM_UP = 2, 48, 1.2e-4, 1e-3, 0.08
AGAIN = 0.15
"""The share of the older passages that is learnt again beside newer ones."""
SQUAD = 16_000
"""So many questions of SQuAD are learnt in an epoch."""
LEARNT = 0.5
"""The share of the weights after SQuAD in the mean of those before and after."""
ROUND, STEPS = 19_000, 1_340
"""So many questions asked by meaning are drawn for a round, and so many batches are learnt."""
BESIDE_SQUAD, BESIDE_OLDER, BESIDE_LISTS = 2_000, 0.04, 0.2
"""So many questions of SQuAD, and these shares of the older passages and of those with lists, are
learnt beside a round.
"""
_SORTED = 20
"""So many batches are sorted by length together, so that little is filled up."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--test", action="store_true", help="measure the shipped one")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--onto", type=Path, help="a file that was written here, to learn on from")
    parser.add_argument("--newer", type=int, default=0, help="with --onto: so many last passages")
    parser.add_argument("--squad", type=Path, help="with --onto: SQuAD's train-v1.1.json")
    parser.add_argument("--asked", action="store_true", help="with --onto: asked.jsonl")
    parser.add_argument("--synonyms", type=Path, help="with --asked and --squad: word vectors")
    parser.add_argument("--out", type=Path, default=MODEL_FILE)
    arguments = parser.parse_args()
    test = load_readings(arguments.data / "test.jsonl")
    if not arguments.test:
        readings = load_readings(arguments.data / "passages.jsonl")
        if arguments.onto:
            articles = load_articles(arguments.squad) if arguments.squad else []
            if arguments.asked:
                rounds = Rounds(arguments.data, readings, articles, arguments.synonyms)
                learn_asked(rounds, arguments.onto, arguments.out)
                return
            learn_on(readings, arguments.newer, arguments.onto, arguments.out, articles)
        else:
            train(Network(), readings, arguments.out)
    for line in report(CrossEncoder(arguments.out), test):
        say(line)


def learn_on(
    readings: Sequence[Reading],
    n_newer: int,
    start: Path,
    path: Path,
    articles: Sequence[Article] = (),
) -> None:
    """Learn the last ``n_newer`` passages onto the weights in ``start``, with a part of the others
    and, each epoch others, questions of ``articles``.

    At half the rate. Questions that are not answered are held against what the model in ``start``
    would answer. With ``articles``, what is written is a mean of the weights before and after
    (Wortsman et al. 2022): it keeps more of what was known of other texts.
    """
    network = Network()
    restore(network, start)
    known = deepcopy(network)
    older, newer = readings[: len(readings) - n_newer], readings[len(readings) - n_newer :]
    again = random.Random(1).sample(older, round(AGAIN * len(older)))
    readings = [*newer, *again]
    hardest = hardest_of(CrossEncoder(start), readings)
    train(network, readings, path, articles, rate=RATE / 2, hardest=hardest)
    if articles:
        blend(network, known, LEARNT)
        export(network, path)


class Rounds:
    """What is learnt with questions asked by meaning, a part of it a round."""

    def __init__(
        self,
        data: Path,
        readings: Sequence[Reading],
        articles: Sequence[Article],
        synonyms: Path | None,
    ) -> None:
        self._chance = random.Random(14)
        self._readings, self._articles = readings, articles
        self._near = Near()
        asked = load_asked(data / "asked.jsonl", readings, articles)
        self._asked = self._chance.sample(asked, len(asked))
        pieces = WordPieces(shipped_folder())

        def is_common(word: str) -> bool:
            return pieces.rarity(word) < 1.0

        self._lists = load_readings(data / "lists.jsonl")[:LISTS_LEARNT]
        self._synonyms = load_synonyms(synonyms, is_common) if synonyms else {}

    def __iter__(self) -> Iterator[list[Example]]:
        """Round after round, without an end."""
        chance, at = self._chance, 0
        while True:
            part, size = [], 0
            while size < ROUND:
                part.append(self._asked[at % len(self._asked)])
                size += len(part[-1].asks) + len(part[-1].misses)
                at += 1
            older = chance.sample(self._readings, round(BESIDE_OLDER * len(self._readings)))
            older = [replace(one, claims=()) for one in older]
            squad = draw_squad(self._articles, BESIDE_SQUAD, chance)
            listed = chance.sample(self._lists, len(self._lists) // 2)
            lists = [one for one in listed if chance.random() < BESIDE_LISTS]
            part += [Asked.of(one) for one in listed]
            yield [
                *draw_asked(part, self._near, chance),
                *(example for one in lists for example in draw_lists(one, chance)),
                *(self._in_other_words(squad) if self._synonyms else squad),
                *draw(older, {}, chance),
            ]

    def _in_other_words(self, examples: Sequence[Example]) -> Iterator[Example]:
        """``examples``, each question put in one other way."""
        told = {one.asked: one.window.text for one in examples if one.label}
        put = {q: in_other_words(q, text, self._synonyms, self._chance) for q, text in told.items()}
        return (replace(one, asked=put.get(one.asked, one.asked)) for one in examples)


def learn_asked(rounds: Rounds, start: Path, path: Path) -> None:
    """Learn ``STEPS`` batches of ``rounds`` onto the weights in ``start`` and write ``path``."""
    torch.manual_seed(14)
    chance, pieces = random.Random(14), WordPieces(shipped_folder())
    network = Network()
    restore(network, start)
    optimizer, schedule = _schedule(network, 0.6 * RATE, STEPS)
    done = 0
    for examples in rounds:
        typed = [_typed(one, chance) for one in examples]
        for batch in islice(batches(typed, chance), STEPS - done):
            loss = _loss(network, pieces, [typed[i] for i in batch], np.zeros(len(batch)))
            _step(network, loss, optimizer, schedule)
            done += 1
        say(f"{done} of {STEPS} batches")
        if done == STEPS:
            break
    export(network, path)


def blend(network: Network, known: Network, share: float) -> None:
    """Give ``network`` ``share`` of its weights and the rest of those of ``known``."""
    with torch.no_grad():
        for own, other in zip(network.parameters(), known.parameters(), strict=True):
            own.mul_(share).add_(other, alpha=1 - share)


def train(
    network: Network,
    readings: Sequence[Reading],
    path: Path,
    articles: Sequence[Article] = (),
    *,
    rate: float = RATE,
    hardest: Hardest | None = None,
) -> None:
    """Train, each epoch with falsehoods drawn anew, and write ``path`` after each."""
    torch.manual_seed(1)
    chance, pieces = random.Random(1), WordPieces(shipped_folder())
    far = nearest_elsewhere(readings)
    own = [draw(readings, far, chance, hardest) for _ in range(EPOCHS)]
    prior_of = prior_odds(own[0])
    epochs = [examples + draw_squad(articles, SQUAD, chance) for examples in own]
    optimizer, schedule = _schedule(
        network, rate, sum(-(-len(examples) // BATCH) for examples in epochs)
    )
    started = time.perf_counter()
    for number, examples in enumerate(epochs, 1):
        # A copy of a sentence that was not drawn in the first epoch has none, nor has SQuAD:
        # each of its questions has one sentence that answers and two that do not.
        prior = np.array([prior_of.get((one.head, one.asked), 0.0) for one in examples])
        typed, total = [_typed(one, chance) for one in examples], 0.0
        for batch in batches(typed, chance):
            loss = _loss(network, pieces, [typed[i] for i in batch], prior[batch])
            _step(network, loss, optimizer, schedule)
            total += loss.item() * len(batch)
        seconds = time.perf_counter() - started
        loss_each = total / len(examples)
        say(f"epoch {number}: {len(examples)} pairs, loss {loss_each:.3f}, {seconds:.0f} s")
        export(network, path)


def _step(network: Network, loss: Tensor, optimizer: Any, schedule: Any) -> None:
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    schedule.step()


def _schedule(network: Network, rate: float, steps: int) -> tuple[Any, Any]:
    """The optimizer of ``network``, and the schedule by which its rate rises and falls."""
    trained = [p for p in network.bert.parameters() if p.requires_grad]
    heads = {"params": network.heads.parameters(), "lr": HEAD_RATE * rate / RATE}
    optimizer = torch.optim.AdamW(
        [{"params": trained, "lr": rate}, heads], weight_decay=0.01, fused=True
    )

    def share(step: int) -> float:
        return min(step / (WARM_UP * steps), (steps - step) / ((1 - WARM_UP) * steps))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, share)


def _typed(example: Example, chance: random.Random) -> Example:
    """``example``, a question as it may be typed."""
    if example.head == SUPPORTS:
        return example
    return replace(example, asked=as_typed(example.asked, chance))


def _loss(
    network: Network, pieces: WordPieces, examples: Sequence[Example], prior: Floats
) -> Tensor:
    """The weighed cross entropy beyond what the wording alone tells.

    Product of experts, Clark et al. 2019: the odds by the words of the question or claim alone are
    added in training and left away after, so that the network learns what they do not tell.
    """
    with torch.autocast("cpu", torch.bfloat16):
        odds = network(*tensors(network, pieces, examples)).float()
    heads = torch.tensor([one.head for one in examples])
    odds = odds[torch.arange(len(examples)), heads] + torch.tensor(prior, dtype=torch.float32)
    labels = torch.tensor([one.label for one in examples])
    weights = torch.tensor([one.weight for one in examples])
    each = nn.functional.binary_cross_entropy_with_logits(odds, labels, reduction="none")
    return (each * weights).sum() / weights.sum()


def batches(examples: Sequence[Example], chance: random.Random) -> Iterator[list[int]]:
    """The numbers of the examples, ``BATCH`` at a time, those of a batch about equally long."""
    order = list(range(len(examples)))
    chance.shuffle(order)
    found = []
    for at in range(0, len(order), _SORTED * BATCH):
        group = sorted(order[at : at + _SORTED * BATCH], key=lambda i: _length(examples[i]))
        found += [group[i : i + BATCH] for i in range(0, len(group), BATCH)]
    chance.shuffle(found)
    yield from found


def _length(example: Example) -> int:
    return len(example.asked) + len(example.window.before) + len(example.window.text)


def prior_odds(examples: Sequence[Example]) -> dict[tuple[int, str], float]:
    """What the words of each question or claim alone tell of its label, by head and wording.

    In log odds beyond the mean, from those of other questions (cross-validated).
    """
    odds: dict[tuple[int, str], float] = {}
    for head in (ANSWERS, SUPPORTS):
        own = [i for i, one in enumerate(examples) if one.head == head]
        asked, labels = [examples[i].asked for i in own], [examples[i].label for i in own]
        model = make_pipeline(
            TfidfVectorizer(ngram_range=(1, 2), min_df=3, token_pattern=r"\w+|\?"),
            LogisticRegression(max_iter=300),
        )
        found = cross_val_predict(
            model, asked, labels, groups=asked, cv=GroupKFold(5), method="decision_function"
        )
        say(f"head {head}, by the wording alone: AUROC {roc_auc_score(labels, found):.3f}")
        beyond = found - logit(np.mean(labels))
        odds.update(((head, text), float(z)) for text, z in zip(asked, beyond, strict=True))
    return odds


def nearest_elsewhere(readings: Sequence[Reading]) -> dict[str, Window]:
    """For each question the sentence of another passage that is nearest to it, as a window."""
    encoder = NumpyEncoder(open_model())
    places = [(one, i) for one in readings for i in range(len(one.sentences))]
    vectors = encoder.embed([one.sentences[i] for one, i in places])
    far: dict[str, Window] = {}
    for one in readings:
        apart = np.array([other is not one for other, _ in places])
        near = encoder.embed(one.questions) @ vectors.T * apart
        for question, best in zip(one.questions, near.argmax(axis=1), strict=True):
            far[question] = places[best][0].window(places[best][1])
    return far


def hardest_of(model: CrossEncoder, readings: Sequence[Reading]) -> Hardest:
    """What ``model`` takes for the answers to questions that are not answered."""
    found: dict[tuple[str, str], list[int]] = {}
    for one in readings:
        windows = [one.window(i) for i in range(len(one.sentences))]
        for question, _ in one.misses:
            found[one.title, question] = [
                int(i) for i in np.argsort(-model.answers(question, windows))
            ]
    return found


def report(model: CrossEncoder, readings: Sequence[Reading]) -> Iterator[str]:
    """How well ``model`` tells what answers and what supports, in lines."""
    asked: dict[bool, list[float]] = {True: [], False: []}
    contrast: list[bool] = []
    listed: dict[bool, list[float]] = {True: [], False: []}
    for one in readings:
        windows = [one.window(i) for i in range(len(one.sentences))]
        for question, place in one.asks:
            found = model.answers(question, windows)
            asked[True].append(float(found.max()))
            contrast += [found[place] > odds for i, odds in enumerate(found) if i != place]
        for question, places in one.lists:
            for i, odds in enumerate(model.answers(question, windows)):
                listed[i in places].append(float(odds))
        for question, would in one.misses:
            found = model.answers(question, [*windows, one.told(would, one.sentences[0])])
            asked[False].append(float(found[:-1].max()))
            contrast.append(found[-1] > found[:-1].max())
    yield f"a question that is answered against one that is not: AUROC {auroc(asked):.3f}"
    share = float(np.mean(contrast))
    yield f"the sentence that answers above one that does not: {share:.3f} of {len(contrast)}"
    if listed[True]:
        yield f"a sentence that gives one of several things, or none: AUROC {auroc(listed):.3f}"


def auroc(values: dict[bool, list[float]]) -> float:
    labels = [1] * len(values[True]) + [0] * len(values[False])
    return float(roc_auc_score(labels, values[True] + values[False]))


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

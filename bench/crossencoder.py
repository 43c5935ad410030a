"""Train the cross-encoder: ``python -m bench.crossencoder`` (half an hour on two cores).

Fine-tunes the embedding model on the passages of ``bench/reading``: whether a sentence answers a
question, and beside it whether it supports a claim, which is learnt along and not used: it takes a
copy for false, since no true claim there is one (docs/decisions.md). ``test.jsonl`` there is not
learnt from; what is printed was measured on it. Writes ``assistant/crossencoder.onnx``, its dense
layers in 8 bits. Needs ``onnx`` (``pip install -r requirements-dev.lock``). ``--test`` only
measures the shipped one.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnx import numpy_helper
from scipy.special import logit
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from assistant.crossencoder import MODEL_FILE, CrossEncoder, Window, join
from bench.drawing import FLOAT, INT, Drawing, value
from bench.examples import ANSWERS, SUPPORTS, Example, Reading, as_typed, draw, load_readings
from bench.fitting import Floats
from index.encoder import NumpyEncoder
from index.model import open_model, shipped_folder
from index.tokenizer import WordPieces

DATA = Path(__file__).parent / "reading"
LAYERS = 4
"""Of the embedding model's six, the lowest; each takes a millisecond and a half a question."""
EPOCHS, BATCH, RATE, HEAD_RATE, WARM_UP = 2, 48, 1.2e-4, 1e-3, 0.08
_SORTED = 20
"""So many batches are sorted by length together, so that little is filled up."""


class Network(nn.Module):
    """The embedding model with two outputs on its first state: one a head."""

    def __init__(self) -> None:
        super().__init__()
        from transformers import AutoModel

        # "eager" attention is the faster one for short rows on a processor.
        self.bert = AutoModel.from_pretrained(shipped_folder(), attn_implementation="eager")
        self.bert.encoder.layer = self.bert.encoder.layer[:LAYERS]
        self.bert.config.num_hidden_layers = LAYERS
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        self.heads = nn.Linear(self.bert.config.hidden_size, 2)

    def forward(self, words: Tensor, kinds: Tensor, held: Tensor) -> Tensor:
        """Log odds, shape (n, 2), of rows of word vectors, shape (n, n_pieces, dim)."""
        found = self.bert(inputs_embeds=words, token_type_ids=kinds, attention_mask=held)
        odds: Tensor = self.heads(found.last_hidden_state[:, 0])
        return odds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--test", action="store_true", help="measure the shipped one")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--out", type=Path, default=MODEL_FILE)
    arguments = parser.parse_args()
    test = load_readings(arguments.data / "test.jsonl")
    if not arguments.test:
        train(load_readings(arguments.data / "passages.jsonl"), arguments.out)
    for line in report(CrossEncoder(arguments.out), test):
        say(line)


def train(readings: Sequence[Reading], path: Path) -> None:
    """Train, each epoch with falsehoods drawn anew, and write ``path`` after each."""
    torch.manual_seed(1)
    chance, pieces, network = random.Random(1), WordPieces(shipped_folder()), Network()
    far = nearest_elsewhere(readings)
    epochs = [draw(readings, far, chance) for _ in range(EPOCHS)]
    steps = sum(-(-len(examples) // BATCH) for examples in epochs)
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in network.bert.parameters() if p.requires_grad], "lr": RATE},
            {"params": network.heads.parameters(), "lr": HEAD_RATE},
        ],
        weight_decay=0.01,
        fused=True,
    )

    def rate(step: int) -> float:
        return min(step / (WARM_UP * steps), (steps - step) / ((1 - WARM_UP) * steps))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    started = time.perf_counter()
    prior_of = prior_odds(epochs[0])
    for number, examples in enumerate(epochs, 1):
        prior, total = np.array([prior_of[one.head, one.asked] for one in examples]), 0.0
        typed = [
            one if one.head == SUPPORTS else replace(one, asked=as_typed(one.asked, chance))
            for one in examples
        ]
        for batch in batches(typed, chance):
            loss = _loss(network, pieces, [typed[i] for i in batch], prior[batch])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item() * len(batch)
        seconds = time.perf_counter() - started
        loss_each = total / len(examples)
        say(f"epoch {number}: {len(examples)} pairs, loss {loss_each:.3f}, {seconds:.0f} s")
        export(network, path)


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


def tensors(
    network: Network, pieces: WordPieces, examples: Sequence[Example]
) -> tuple[Tensor, Tensor, Tensor]:
    """What ``Network.forward`` takes, for a batch."""
    rows = [join(pieces, one.asked, one.window) for one in examples]

    def stacked(part: int) -> Tensor:
        return pad_sequence([torch.from_numpy(row[part]) for row in rows], batch_first=True)

    ids, kinds = stacked(0), stacked(1)
    return network.bert.embeddings.word_embeddings(ids), kinds, (ids > 0).long()


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


def export(network: Network, path: Path) -> None:
    """Write ``network`` for ``CrossEncoder``: the dense layers in 8 bits, a scale a column."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        whole.write_bytes(graph_of(network).SerializeToString())
        quantize_dynamic(
            whole,
            path,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
        )


def graph_of(network: Network) -> Any:
    """The graph: from ``words``, the word vectors of one text, and ``kinds`` to ``odds``, those of
    its first piece; of the last layer nothing else is computed.
    """
    state = {name: tensor.numpy() for name, tensor in network.bert.state_dict().items()}
    drawing = Drawing(
        network.bert.config.to_dict(), lambda name: numpy_helper.from_array(state[name], name)
    )
    drawing.constant("shape", np.array([1, -1, drawing.dim], np.int64))
    drawing.constant("first", np.array([0], np.int64))
    drawing.constant("second", np.array([1], np.int64))
    kinds = drawing.weight("embeddings.token_type_embeddings.weight")
    places = drawing.weight("embeddings.position_embeddings.weight")
    n_pieces = drawing.add("Shape", "kinds", to="n_pieces")
    placed = drawing.add("Slice", places, "first", n_pieces, "first", to="places")
    x = drawing.add("Add", "words", drawing.add("Gather", kinds, "kinds", to="kind"), to="of_kind")
    x = drawing.norm(drawing.add("Add", x, placed, to="placed"), "embeddings", to="start")
    *layers, last = (f"encoder.layer.{i}" for i in range(drawing.n_layers))
    for name in layers:
        x = drawing.layer(x, name, asked=x)
    state |= {f"heads.{name}": t.detach().numpy() for name, t in network.heads.named_parameters()}
    opening = drawing.add("Slice", x, "first", "second", "first", to="opening")
    drawing.dense(drawing.layer(x, last, asked=opening), "heads", to="odds")
    return drawing.model(
        [value("words", FLOAT, ["pieces", drawing.dim]), value("kinds", INT, ["pieces"])],
        [value("odds", FLOAT, [1, 2])],
    )


def report(model: CrossEncoder, readings: Sequence[Reading]) -> Iterator[str]:
    """How well ``model`` tells what answers and what supports, in lines."""
    asked: dict[bool, list[float]] = {True: [], False: []}
    contrast: list[bool] = []
    for one in readings:
        windows = [one.window(i) for i in range(len(one.sentences))]
        for question, place in one.asks:
            found = model.answers(question, windows)
            asked[True].append(float(found.max()))
            contrast += [found[place] > odds for i, odds in enumerate(found) if i != place]
        for question, would in one.misses:
            found = model.answers(question, [*windows, one.told(would, one.sentences[0])])
            asked[False].append(float(found[:-1].max()))
            contrast.append(found[-1] > found[:-1].max())
    yield f"a question that is answered against one that is not: AUROC {auroc(asked):.3f}"
    share = float(np.mean(contrast))
    yield f"the sentence that answers above one that does not: {share:.3f} of {len(contrast)}"


def auroc(values: dict[bool, list[float]]) -> float:
    labels = [1] * len(values[True]) + [0] * len(values[False])
    return float(roc_auc_score(labels, values[True] + values[False]))


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()

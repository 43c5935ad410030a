"""The network of the cross-encoder while it learns, and the file that is made of it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from assistant.crossencoder import join
from bench.drawing import FLOAT, INT, Drawing, value
from bench.examples import Example
from index.model import shipped_folder
from index.tokenizer import WordPieces

_KEPT = (
    "encoder.",
    "embeddings.LayerNorm",
    "embeddings.position_embeddings",
    "embeddings.token_type_embeddings",
)


class Network(nn.Module):
    """The embedding model with two outputs on its first state: one a head."""

    def __init__(self) -> None:
        super().__init__()
        from transformers import AutoModel

        # "eager" attention is the faster one for short rows on a processor.
        self.bert = AutoModel.from_pretrained(shipped_folder(), attn_implementation="eager")
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        self.heads = nn.Linear(self.bert.config.hidden_size, 2)

    def forward(self, words: Tensor, kinds: Tensor, held: Tensor) -> Tensor:
        """Log odds, shape (n, 2), of rows of word vectors, shape (n, n_pieces, dim)."""
        found = self.bert(inputs_embeds=words, token_type_ids=kinds, attention_mask=held)
        odds: Tensor = self.heads(found.last_hidden_state[:, 0])
        return odds

    def named(self) -> dict[str, Tensor]:
        """Its tensors as a file of ``export`` names them, the word vectors left out."""
        own = self.bert.state_dict()
        kept = {name: own[name] for name in own if name.startswith(_KEPT)}
        return kept | {f"heads.{name}": t for name, t in self.heads.state_dict().items()}


def tensors(
    network: Network, pieces: WordPieces, examples: Sequence[Example]
) -> tuple[Tensor, Tensor, Tensor]:
    """What ``Network.forward`` takes, for a batch."""
    rows = [join(pieces, one.asked, one.window) for one in examples]

    def stacked(part: int) -> Tensor:
        return pad_sequence([torch.from_numpy(row[part]) for row in rows], batch_first=True)

    ids, kinds = stacked(0), stacked(1)
    return network.bert.embeddings.word_embeddings(ids), kinds, (ids > 0).long()


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
    state = {name: tensor.numpy() for name, tensor in network.named().items()}
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
    opening = drawing.add("Slice", x, "first", "second", "first", to="opening")
    drawing.dense(drawing.layer(x, last, asked=opening), "heads", to="odds")
    return drawing.model(
        [value("words", FLOAT, ["pieces", drawing.dim]), value("kinds", INT, ["pieces"])],
        [value("odds", FLOAT, [1, 2])],
    )


def restore(network: Network, path: Path) -> None:
    """Give ``network`` the weights in a file that ``export`` wrote, as near as 8 bits tell them."""
    held = {t.name: numpy_helper.to_array(t) for t in onnx.load(path).graph.initializer}
    for name, tensor in network.named().items():
        found = held[name] if name in held else _dequantized(held, name).T
        tensor.copy_(torch.tensor(np.ascontiguousarray(found)))


def _dequantized(held: dict[str, Any], name: str) -> Any:
    steps = held[f"{name}_quantized"].astype(np.float32) - held[f"{name}_zero_point"]
    return steps * held[f"{name}_scale"]

"""Write ``index/encoder.onnx``: ``python -m bench.graph``; a second, needs ``onnx``.

The layers of the shipped BERT (Devlin et al. 2019) as operations of ONNX, version 20. Weights are
not copied: each stands as place and length in the model's own safetensors file.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import onnx
from onnx import helper, numpy_helper

from index.encoder import read_header
from index.graph import GRAPH_FILE
from index.model import WEIGHTS, shipped_folder

FLOAT = onnx.TensorProto.FLOAT


class Drawing:
    """The nodes of a graph, with their weights."""

    def __init__(self) -> None:
        folder = shipped_folder()
        self.config: dict[str, Any] = json.loads((folder / "config.json").read_text("utf-8"))
        self._start, self._places = read_header(folder / WEIGHTS)
        self.nodes: list[Any] = []
        self.weights: list[Any] = []

    def add(self, operation: str, *inputs: str, to: str, **attributes: Any) -> str:
        """A node over ``inputs``; the name of what it gives, ``to``."""
        self.nodes.append(helper.make_node(operation, inputs, [to], **attributes))
        return to

    def constant(self, name: str, value: Any) -> str:
        self.weights.append(numpy_helper.from_array(np.array(value), name))
        return name

    def weight(self, name: str) -> str:
        """A tensor of the model's file."""
        entry = self._places[name]
        start, end = entry["data_offsets"]
        tensor = onnx.TensorProto(name=name, data_type=FLOAT, dims=entry["shape"])
        tensor.data_location = onnx.TensorProto.EXTERNAL
        place = {"location": WEIGHTS, "offset": self._start + start, "length": end - start}
        for key, value in place.items():
            tensor.external_data.add(key=key, value=str(value))
        self.weights.append(tensor)
        return name

    def dense(self, x: str, name: str, to: str) -> str:
        return self.add(
            "Gemm", x, self.weight(f"{name}.weight"), self.weight(f"{name}.bias"), to=to, transB=1
        )

    def norm(self, x: str, name: str, to: str) -> str:
        scale, shift = (self.weight(f"{name}.LayerNorm.{part}") for part in ("weight", "bias"))
        epsilon = float(self.config["layer_norm_eps"])
        return self.add("LayerNormalization", x, scale, shift, to=to, axis=-1, epsilon=epsilon)

    def attention(self, x: str, name: str) -> str:
        """Multi-head self-attention over ``x``, shape (n * pieces, dim), without the last layer."""
        heads = {}
        for part, order in (
            ("query", (0, 2, 1, 3)),
            ("key", (0, 2, 3, 1)),
            ("value", (0, 2, 1, 3)),
        ):
            found = self.dense(x, f"{name}.attention.self.{part}", to=f"{name}.{part}")
            found = self.add("Reshape", found, "shape", to=f"{found}.3")
            found = self.add("Reshape", found, "heads", to=f"{found}.4")
            heads[part] = self.add("Transpose", found, to=f"{name}.{part}.heads", perm=order)
        scores = self.add("MatMul", heads["query"], heads["key"], to=f"{name}.scores")
        scores = self.add("Mul", scores, "scale", to=f"{name}.scaled")
        scores = self.add("Add", scores, "bias", to=f"{name}.held")
        shares = self.add("Softmax", scores, to=f"{name}.shares", axis=-1)
        mixed = self.add("MatMul", shares, heads["value"], to=f"{name}.mixed")
        mixed = self.add("Transpose", mixed, to=f"{name}.mixed.pieces", perm=(0, 2, 1, 3))
        return self.add("Reshape", mixed, "flat", to=f"{name}.mixed.flat")

    def layer(self, x: str, name: str) -> str:
        mixed = self.attention(x, name)
        mixed = self.dense(mixed, f"{name}.attention.output.dense", to=f"{name}.attended")
        x = self.add("Add", x, mixed, to=f"{name}.sum")
        x = self.norm(x, f"{name}.attention.output", to=f"{name}.normed")
        inner = self.dense(x, f"{name}.intermediate.dense", to=f"{name}.inner")
        inner = self.add("Gelu", inner, to=f"{name}.gelu")
        outer = self.dense(inner, f"{name}.output.dense", to=f"{name}.outer")
        return self.norm(
            self.add("Add", x, outer, to=f"{name}.end"), f"{name}.output", to=f"{name}.x"
        )


def main() -> None:
    GRAPH_FILE.write_bytes(draw().SerializeToString())


def draw() -> Any:
    """The graph: from ``x``, the sums of embeddings, and ``bias``, what is added to the scores of
    each piece, to the states of the last layer.
    """
    drawing = Drawing()
    dim, n_heads = drawing.config["hidden_size"], drawing.config["num_attention_heads"]
    drawing.constant("flat", np.array([-1, dim], np.int64))
    drawing.constant("heads", np.array([0, 0, n_heads, dim // n_heads], np.int64))
    drawing.constant("scale", np.float32(1 / np.sqrt(dim // n_heads)))
    drawing.add("Shape", "x", to="shape")
    x = drawing.add("Reshape", drawing.norm("x", "embeddings", to="normed"), "flat", to="start")
    for i in range(drawing.config["num_hidden_layers"]):
        x = drawing.layer(x, f"encoder.layer.{i}")
    drawing.add("Reshape", x, "shape", to="states")
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        drawing.nodes,
        "bert",
        [value("x", FLOAT, ["n", "l", dim]), value("bias", FLOAT, ["n", 1, 1, "l"])],
        [value("states", FLOAT, ["n", "l", dim])],
        drawing.weights,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)


if __name__ == "__main__":
    main()

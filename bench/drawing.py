"""The layers of a BERT (Devlin et al. 2019) as operations of ONNX, version 20."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import onnx
from onnx import helper, numpy_helper

FLOAT, INT = onnx.TensorProto.FLOAT, onnx.TensorProto.INT64


class Drawing:
    """The nodes of a graph, with their weights.

    ``config``: of the model. ``weight``: gives the tensor of a name of the model.
    """

    def __init__(self, config: dict[str, Any], weight: Callable[[str], Any]) -> None:
        self.dim = int(config["hidden_size"])
        self.n_layers = int(config["num_hidden_layers"])
        self._epsilon = float(config["layer_norm_eps"])
        self._weight = weight
        self.nodes: list[Any] = []
        self.weights: list[Any] = []
        n_heads = int(config["num_attention_heads"])
        size = self.dim // n_heads
        self.constant("flat", np.array([-1, self.dim], np.int64))
        self.constant("heads", np.array([0, 0, n_heads, size], np.int64))
        self.constant("scale", np.float32(1 / np.sqrt(size)))

    def add(self, operation: str, *inputs: str, to: str, **attributes: Any) -> str:
        """A node over ``inputs``; the name of what it gives, ``to``."""
        self.nodes.append(helper.make_node(operation, inputs, [to], **attributes))
        return to

    def constant(self, name: str, value: Any) -> str:
        self.weights.append(numpy_helper.from_array(np.array(value), name))
        return name

    def weight(self, name: str) -> str:
        """A tensor of the model."""
        self.weights.append(self._weight(name))
        return name

    def dense(self, x: str, name: str, to: str) -> str:
        return self.add(
            "Gemm", x, self.weight(f"{name}.weight"), self.weight(f"{name}.bias"), to=to, transB=1
        )

    def norm(self, x: str, name: str, to: str) -> str:
        scale, shift = (self.weight(f"{name}.LayerNorm.{part}") for part in ("weight", "bias"))
        return self.add(
            "LayerNormalization", x, scale, shift, to=to, axis=-1, epsilon=self._epsilon
        )

    def layer(self, x: str, name: str, *, asked: str, bias: str = "") -> str:
        """The states of ``asked``, rows of ``x``, of shape (n * pieces, dim), a layer above it.

        ``bias``: what is added to the scores of each piece. The tensor "shape" is that of the
        states with a row for each text.
        """
        mixed = self._attention(x, name, asked=asked, bias=bias)
        mixed = self.dense(mixed, f"{name}.attention.output.dense", to=f"{name}.attended")
        x = self.add("Add", asked, mixed, to=f"{name}.sum")
        x = self.norm(x, f"{name}.attention.output", to=f"{name}.normed")
        inner = self.dense(x, f"{name}.intermediate.dense", to=f"{name}.inner")
        inner = self.add("Gelu", inner, to=f"{name}.gelu")
        outer = self.dense(inner, f"{name}.output.dense", to=f"{name}.outer")
        return self.norm(
            self.add("Add", x, outer, to=f"{name}.end"), f"{name}.output", to=f"{name}.x"
        )

    def _attention(self, x: str, name: str, *, asked: str, bias: str) -> str:
        """Multi-head attention of ``asked`` to ``x``, without the last dense layer."""
        query = self._heads(asked, f"{name}.attention.self.query", (0, 2, 1, 3))
        key = self._heads(x, f"{name}.attention.self.key", (0, 2, 3, 1))
        value = self._heads(x, f"{name}.attention.self.value", (0, 2, 1, 3))
        scores = self.add("MatMul", query, key, to=f"{name}.scores")
        scores = self.add("Mul", scores, "scale", to=f"{name}.scaled")
        if bias:
            scores = self.add("Add", scores, bias, to=f"{name}.held")
        shares = self.add("Softmax", scores, to=f"{name}.shares", axis=-1)
        mixed = self.add("MatMul", shares, value, to=f"{name}.mixed")
        mixed = self.add("Transpose", mixed, to=f"{name}.mixed.pieces", perm=(0, 2, 1, 3))
        return self.add("Reshape", mixed, "flat", to=f"{name}.mixed.flat")

    def _heads(self, x: str, name: str, order: tuple[int, ...]) -> str:
        """A dense layer over ``x``, its heads apart and in ``order``."""
        found = self.dense(x, name, to=f"{name}.dense")
        found = self.add("Reshape", found, "shape", to=f"{name}.texts")
        found = self.add("Reshape", found, "heads", to=f"{name}.parted")
        return self.add("Transpose", found, to=f"{name}.heads", perm=order)

    def model(self, inputs: list[Any], outputs: list[Any]) -> Any:
        """The graph drawn, as a model."""
        graph = helper.make_graph(self.nodes, "bert", inputs, outputs, self.weights)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)


value = helper.make_tensor_value_info

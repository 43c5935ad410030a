"""Write ``index/encoder.onnx``: ``python -m bench.graph``; a second, needs ``onnx``.

Weights of the shipped model are not copied: each stands as place and length in the model's own
safetensors file.
"""

from __future__ import annotations

import json
from typing import Any

import onnx

from bench.drawing import FLOAT, Drawing, value
from index.encoder import read_header
from index.graph import GRAPH_FILE
from index.model import WEIGHTS, shipped_folder


def main() -> None:
    GRAPH_FILE.write_bytes(draw().SerializeToString())


def draw() -> Any:
    """The graph: from ``x``, the sums of embeddings, and ``bias``, what is added to the scores of
    each piece, to the states of the last layer.
    """
    start, places = read_header(shipped_folder() / WEIGHTS)

    def linked(name: str) -> Any:
        first, end = places[name]["data_offsets"]
        tensor = onnx.TensorProto(name=name, data_type=FLOAT, dims=places[name]["shape"])
        tensor.data_location = onnx.TensorProto.EXTERNAL
        place = {"location": WEIGHTS, "offset": start + first, "length": end - first}
        for key, said in place.items():
            tensor.external_data.add(key=key, value=str(said))
        return tensor

    config = json.loads((shipped_folder() / "config.json").read_text("utf-8"))
    drawing = Drawing(config, linked)
    drawing.add("Shape", "x", to="shape")
    x = drawing.add("Reshape", drawing.norm("x", "embeddings", to="normed"), "flat", to="start")
    for i in range(drawing.n_layers):
        x = drawing.layer(x, f"encoder.layer.{i}", asked=x, bias="bias")
    drawing.add("Reshape", x, "shape", to="states")
    return drawing.model(
        [
            value("x", FLOAT, ["n", "l", drawing.dim]),
            value("bias", FLOAT, ["n", 1, 1, "l"]),
        ],
        [value("states", FLOAT, ["n", "l", drawing.dim])],
    )


if __name__ == "__main__":
    main()

"""The layers of the shipped embedding model in ONNX Runtime: half the time that numpy takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from os import cpu_count
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import ModelMissing
from index.passage import FloatArray

GRAPH_FILE = Path(__file__).parent / "encoder.onnx"
"""Made by ``python -m bench.graph``: operations only, their weights are those of the model's own
file, by place and length. So it fits that very file and no other.
"""
_FAR = np.float32(-1e9)


def open_session(model: str | bytes, folder: Path | None = None) -> Any:
    """A model for ONNX Runtime; ``folder``: of the files that its weights stand in.

    At most two threads, which wait awake for each other within a run and sleep after it: a sixth
    faster than sleeping ones where the machine is idle, and as much slower where it is not.

    Raises:
        ModelMissing: it cannot be loaded.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = min(2, cpu_count() or 1), 1
    options.add_session_config_entry("session.force_spinning_stop", "1")
    options.log_severity_level = 3
    if folder is not None:
        key = "session.model_external_initializers_file_folder_path"
        options.add_session_config_entry(key, str(folder))
    try:
        return onnxruntime.InferenceSession(model, options)
    except Exception as error:  # onnxruntime's own errors have no common class
        name = model if isinstance(model, str) else folder
        raise ModelMissing(f"cannot read {name} ({error}); install the assistant anew") from error


class Graph:
    """The layers above the embeddings, for texts together."""

    def __init__(self, folder: Path) -> None:
        """``folder``: of the model whose weights the graph names.

        Raises:
            ModelMissing: they are not there.
        """
        self._session = open_session(GRAPH_FILE.read_bytes(), folder)

    def states(self, embedded: Sequence[FloatArray]) -> list[FloatArray]:
        """The last hidden states of each text, from the sums of its embeddings, not normalised.

        All of shape (n_pieces, dim), float32.
        """
        longest = max(len(rows) for rows in embedded)
        shape = (len(embedded), longest, embedded[0].shape[1])
        x, bias = np.zeros(shape, np.float32), np.full((len(embedded), 1, 1, longest), _FAR)
        for i, rows in enumerate(embedded):
            x[i, : len(rows)], bias[i, ..., : len(rows)] = rows, 0
        (states,) = self._session.run(None, {"x": x, "bias": bias})
        return [states[i, : len(rows)] for i, rows in enumerate(embedded)]


@cache
def open_graph(folder: Path) -> Graph:
    """The graph over the weights in ``folder``, opened once a process.

    Raises:
        ModelMissing: they are not there.
    """
    return Graph(folder)

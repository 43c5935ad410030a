"""The embedding model in torch: for many texts, as fast as the processor allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from index.passage import FloatArray
from index.tokenizer import Pieces

if TYPE_CHECKING:
    from torch import Tensor

MAX_TOKENS_A_PASS = 2048
# oneDNN keeps what it compiled for every number of rows it has met: few different ones are cheap.
ROWS_MULTIPLE = 128


@dataclass(frozen=True, slots=True)
class BertShape:
    """What the weights of a BERT encoder do not say."""

    n_heads: int
    n_layers: int
    epsilon: float


class TorchBert:
    """A BERT encoder over weights that numpy has read; gives the states of ``NumpyEncoder``.

    Computes in bfloat16 where the processor does (cosines of .9999), else in float32. Texts go
    through the dense layers as one matrix without padding; only attention sees them one by one.
    """

    def __init__(self, weights: Mapping[str, Any], shape: BertShape, *, threads: int = 0) -> None:
        """``weights``: by their names in a BERT file. ``threads``: 0: as many as torch chooses."""
        import torch

        if threads:
            torch.set_num_threads(threads)
        self._shape = shape
        self._type = torch.bfloat16 if has_bfloat16() else torch.float32
        self._words = self._tensor(weights["embeddings.word_embeddings.weight"])
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        self._places = self._tensor(weights["embeddings.position_embeddings.weight"] + kind)
        self._norms = {
            name: self._tensor(array) for name, array in weights.items() if "LayerNorm" in name
        }
        self._dense: dict[str, tuple[Tensor, Tensor]] = {}
        for i in range(shape.n_layers):
            layer = f"encoder.layer.{i}"
            inner = [f"{layer}.attention.self.{part}" for part in ("query", "key", "value")]
            self._dense[f"{layer}.attention.self"] = self._linear(weights, *inner)
            for part in ("attention.output", "intermediate", "output"):
                self._dense[f"{layer}.{part}"] = self._linear(weights, f"{layer}.{part}.dense")

    def states(self, cut: Sequence[Pieces]) -> Iterator[FloatArray]:
        """The last hidden states of each text: shape (n_pieces, dim), float32."""
        import torch

        for group in groups(cut):
            lengths = [len(pieces.ids) for pieces in group]
            with torch.inference_mode():
                states = self._forward(group, lengths).float()
            yield from np.split(states.numpy(), np.cumsum(lengths))[:-1]

    def _tensor(self, array: Any) -> Tensor:
        import torch

        return torch.from_numpy(np.array(array, np.float32)).to(self._type)

    def _linear(self, weights: Mapping[str, Any], *names: str) -> tuple[Tensor, Tensor]:
        """Weight and bias of the dense layers ``names`` over one input, as one layer.

        In float32 through oneDNN, as bfloat16 always is: torch multiplies by MKL there, which is
        half as fast on processors of AMD.
        """
        import torch

        weight = self._tensor(np.concatenate([weights[f"{name}.weight"] for name in names]))
        bias = self._tensor(np.concatenate([weights[f"{name}.bias"] for name in names]))
        has_one_dnn = torch.backends.mkldnn.is_available()  # type: ignore[no-untyped-call]
        is_for_it = has_one_dnn and self._type == torch.float32
        return (weight.to_mkldnn() if is_for_it else weight), bias

    def _product(self, x: Tensor, name: str) -> Tensor:
        from torch.nn.functional import linear

        weight, bias = self._dense[name]
        if weight.is_mkldnn:
            return linear(x.to_mkldnn(), weight, bias).to_dense()
        return linear(x, weight, bias)

    def _forward(self, group: Sequence[Pieces], lengths: list[int]) -> Tensor:
        import torch
        from torch.nn.functional import gelu

        rows = -(-sum(lengths) // ROWS_MULTIPLE) * ROWS_MULTIPLE
        ids, places = torch.zeros((2, rows), dtype=torch.long)
        ids[: sum(lengths)] = torch.from_numpy(np.concatenate([pieces.ids for pieces in group]))
        places[: sum(lengths)] = torch.cat([torch.arange(length) for length in lengths])
        x = self._norm(self._words[ids] + self._places[places], "embeddings")
        for i in range(self._shape.n_layers):
            layer = f"encoder.layer.{i}"
            mixed = self._attend(self._product(x, f"{layer}.attention.self"), lengths)
            attended = self._product(mixed, f"{layer}.attention.output")
            x = self._norm(x + attended, f"{layer}.attention.output")
            inner = gelu(self._product(x, f"{layer}.intermediate"))
            x = self._norm(x + self._product(inner, f"{layer}.output"), f"{layer}.output")
        return x

    def _attend(self, joined: Tensor, lengths: list[int]) -> Tensor:
        """``joined``: queries, keys and values side by side; rows of no text get zeros."""
        import torch
        from torch.nn.functional import scaled_dot_product_attention

        parted = joined.view(len(joined), 3, self._shape.n_heads, -1)
        mixed = [
            scaled_dot_product_attention(*part.permute(1, 2, 0, 3).unsqueeze(1))
            for part in torch.split(parted[: sum(lengths)], lengths)
        ]
        found = torch.cat([part[0].transpose(0, 1).flatten(1) for part in mixed])
        return torch.nn.functional.pad(found, (0, 0, 0, len(joined) - len(found)))

    def _norm(self, x: Tensor, name: str) -> Tensor:
        from torch.nn.functional import layer_norm

        weight, bias = (self._norms[f"{name}.LayerNorm.{part}"] for part in ("weight", "bias"))
        return layer_norm(x, weight.shape, weight, bias, self._shape.epsilon)


def has_bfloat16() -> bool:
    """Whether the processor computes in bfloat16."""
    import torch

    capabilities = torch.cpu.get_capabilities()
    return bool(capabilities.get("avx512_bf16") or capabilities.get("amx_bf16"))


def groups(cut: Sequence[Pieces]) -> Iterator[list[Pieces]]:
    """Consecutive texts of at most ``MAX_TOKENS_A_PASS`` word pieces together."""
    group: list[Pieces] = []
    for pieces in cut:
        if group and sum(len(p.ids) for p in group) + len(pieces.ids) > MAX_TOKENS_A_PASS:
            yield group
            group = []
        group.append(pieces)
    if group:
        yield group

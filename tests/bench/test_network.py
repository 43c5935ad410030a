from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import numpy as np
import pytest
import torch

from assistant.crossencoder import CrossEncoder, Window, join
from bench.crossencoder import blend
from bench.examples import ANSWERS, Example
from bench.network import Network, export, graph_of, restore, tensors
from index.graph import open_session
from index.model import shipped_folder
from index.tokenizer import WordPieces

MILL = Window("It was built by Jan Roos in 1804.", "Mills. An older one stood there.")
_STEPS = 63
"""8 bits of which one is left out, so that sums fit: so many steps on each side of 0."""


@pytest.fixture(scope="module")
def network() -> Network:
    torch.manual_seed(1)
    return Network().eval()


@pytest.mark.slow
def test_the_graph_gives_the_odds_of_the_network(network: Network) -> None:
    session = open_session(graph_of(network).SerializeToString())
    pieces = WordPieces(shipped_folder())
    for asked in ("Who built the mill?", "mill"):
        given = tensors(network, pieces, [Example(ANSWERS, asked, MILL, 1.0)])
        with torch.no_grad():
            wanted = network(*given).numpy()
        inputs = {"words": given[0][0].numpy(), "kinds": join(pieces, asked, MILL)[1]}
        assert session.run(None, inputs)[0] == pytest.approx(wanted, abs=1e-5)


@pytest.mark.slow
def test_weights_are_found_again_in_the_file_to_a_step_of_8_bits(
    network: Network, tmp_path: Path
) -> None:
    path = tmp_path / "model.onnx"
    export(network, path)
    assert np.isfinite(CrossEncoder(path).answers("Who built the mill?", [MILL])).all()
    torch.manual_seed(2)
    other = Network()
    restore(other, path)
    found = other.named()
    for name, tensor in network.named().items():
        step = tensor.abs().max() / _STEPS if tensor.ndim == 2 else 0.0
        assert (found[name] - tensor).abs().max() <= step, name
    assert len(found) == 6 * 16 + 6


@pytest.mark.slow
def test_a_blend_keeps_a_share_of_what_was_known(network: Network) -> None:
    known, learnt = network, deepcopy(network)
    with torch.no_grad():
        for tensor in learnt.parameters():
            tensor.add_(1.0)
    blend(learnt, known, 0.25)
    pairs = zip(learnt.parameters(), known.parameters(), strict=True)
    assert all(torch.allclose(own, before + 0.25, atol=1e-5) for own, before in pairs)

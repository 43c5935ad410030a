from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from corpus.document import Span
from corpus.loading import load_bytes
from index.chunks import chunk_document
from index.embedder import FEW_CHUNKS, ModelEmbedder
from index.encoder import NumpyEncoder, gelu
from index.model import open_model
from index.passage import Chunk, Sentence
from index.tokenizer import WordPieces
from tests.index import small

TEXTS = [
    "How many points did the Panthers defense surrender?",
    "",
    "Zoë’s naïve 東京 🚀 U.S. strategies, 25,000 of them",
    "a partnership between two hospitals and a laboratory " * 60,
]


@pytest.fixture(scope="module")
def embedder() -> ModelEmbedder:
    return ModelEmbedder()


@pytest.fixture(scope="module")
def chunks(embedder: ModelEmbedder) -> list[Chunk]:
    """More than are embedded in numpy, of many lengths."""
    words = [
        "partners",
        "share",
        "data",
        "about",
        "rare",
        "diseases",
        "with",
        "hospitals",
        "in",
        "14",
        "countries",
    ]
    paragraphs = [
        " ".join(words[(i + j) % len(words)] for j in range(3 + i % 40)).capitalize() + ". It ends."
        for i in range(FEW_CHUNKS + 10)
    ]
    text = "# Report\n\n" + "\n\n".join(f"## Part {i}\n\n{p}" for i, p in enumerate(paragraphs))
    document = load_bytes("report.md", text.encode())
    return list(chunk_document(document, embedder.count_tokens))


def test_numpy_gives_the_vectors_of_sentence_transformers(embedder: ModelEmbedder) -> None:
    from sentence_transformers import SentenceTransformer

    reference = SentenceTransformer(str(embedder.model.folder), device="cpu")
    expected = reference.encode(TEXTS, normalize_embeddings=True)
    found = embedder.embed(TEXTS)
    assert found.dtype == np.float32
    assert np.abs(found - expected).max() < 1e-5


def test_texts_embedded_together_or_alone_get_the_same_vectors(embedder: ModelEmbedder) -> None:
    together = embedder.embed(TEXTS)
    alone = np.concatenate([embedder.embed([text]) for text in TEXTS])
    np.testing.assert_allclose(together, alone, atol=1e-5)
    assert embedder.embed([]).shape == (0, 384)


def test_gelu_is_the_exact_one() -> None:
    x = np.linspace(-8, 8, 4001, dtype=np.float32)
    exact = [v * 0.5 * (1 + math.erf(v / math.sqrt(2))) for v in x.astype(float)]
    np.testing.assert_allclose(gelu(x), exact, atol=2e-6)


def test_word_pieces_are_counted_beyond_every_limit_and_cut_where_the_model_cuts() -> None:
    pieces = WordPieces(open_model().folder)
    assert pieces.count("partnership " * 1000) == 1000
    (cut,) = pieces.cut(["partnership " * 1000], 256)
    assert (len(cut.ids), cut.ids[0], cut.ids[-1]) == (256, 101, 102)
    assert cut.starts.tolist() == [12 * i for i in range(254)]


def test_bulk_and_numpy_embed_chunks_alike(embedder: ModelEmbedder, chunks: list[Chunk]) -> None:
    assert len(chunks) > FEW_CHUNKS
    bulk = list(embedder.embed_chunks(chunks))
    for chunk, (vector, rows) in zip(chunks, bulk, strict=True):
        expected, expected_rows = next(embedder.embed_chunks([chunk]))
        assert rows.shape == (len(chunk.sentences), 384)
        assert float(vector @ expected) > 0.999
        assert ((rows * expected_rows).sum(axis=1) > 0.999).all()


def test_a_sentence_vector_is_the_mean_of_its_own_token_states(embedder: ModelEmbedder) -> None:
    chunk = small.chunk("Two hospitals share data.", start=70, prefix="Report\n")
    ((_, (row,)),) = embedder.embed_chunks([chunk])
    encoder = NumpyEncoder(embedder.model)
    ((pieces, states),) = encoder.states(["Report\nTwo hospitals share data."])
    assert pieces.starts.tolist() == [0, 7, 11, 21, 27, 31]
    mean = states[2:-1].mean(axis=0)
    np.testing.assert_allclose(row, mean / np.linalg.norm(mean), atol=1e-6)


def test_a_sentence_beyond_what_the_model_reads_gets_the_chunks_vector(
    embedder: ModelEmbedder,
) -> None:
    text = "Partners share data. " * 100 + "The end."
    whole = small.chunk(text)
    last = Sentence(Span(len(text) - 8, len(text)), "paragraph")
    ((vector, rows),) = embedder.embed_chunks([replace(whole, sentences=(last,))])
    np.testing.assert_allclose(rows, [vector], atol=1e-6)


@pytest.mark.parametrize(("capabilities", "tolerance"), [({}, 1e-6), ({"avx512_bf16": True}, 1e-3)])
def test_bulk_vectors_are_those_of_sentence_transformers_in_every_precision(
    monkeypatch: pytest.MonkeyPatch,
    chunks: list[Chunk],
    capabilities: dict[str, bool],
    tolerance: float,
) -> None:
    import torch
    from sentence_transformers import SentenceTransformer

    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: capabilities)
    embedder = ModelEmbedder()
    reference = SentenceTransformer(str(embedder.model.folder), device="cpu")
    expected = reference.encode([c.embedded for c in chunks], normalize_embeddings=True)
    found = np.array([vector for vector, _ in embedder.embed_chunks(chunks)])
    assert found.dtype == np.float32
    assert (1 - (found * expected).sum(axis=1)).max() < tolerance


def test_bulk_embedding_loads_neither_sentence_transformers_nor_transformers() -> None:
    code = (
        "import sys; from index.embedder import ModelEmbedder; from tests.index import small;"
        "list(ModelEmbedder().embed_chunks([small.chunk(f'Part {i}.') for i in range(60)]));"
        "print('torch' in sys.modules, [n for n in sys.modules if 'transformers' in n])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True []\n"


def test_numpy_and_the_graph_give_the_same_states(embedder: ModelEmbedder) -> None:
    graphed, plain = NumpyEncoder(embedder.model), NumpyEncoder(embedder.model)
    assert graphed._graph is not None
    plain._graph = None  # as for another model, or where its files are linked from elsewhere
    for (_, one), (_, other) in zip(graphed.states(TEXTS), plain.states(TEXTS), strict=True):
        np.testing.assert_allclose(one, other, atol=2e-5)

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from corpus.document import Span
from corpus.loading import load_bytes
from index.chunks import chunk_document
from index.embedder import FEW_CHUNKS, ModelEmbedder, load_model
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


def test_the_bulk_model_pools_in_float32(embedder: ModelEmbedder) -> None:
    loaded = load_model(embedder.model, threads=1)
    assert [type(module).__name__ for module in loaded] == ["Transformer", "Pooling", "Normalize"]
    assert not loaded.training

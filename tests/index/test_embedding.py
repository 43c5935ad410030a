"""Other embedding models, made here: some words, two layers, random weights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.corpus import Corpus
from corpus.errors import IndexOtherVersion, ModelMissing
from index.embedder import ModelEmbedder
from index.embedding import TorchEmbedder, load_model, open_embedder
from index.index import Index
from index.recent import RecentStates
from index.sync import sync
from tests.index.small import ROCKETS, write

WORDS = (
    "the apollo program landed people on moon soyuz rocket flies from baikonur green tea".split()
)


def make_model(folder: Path, kind: str, pooling: str, max_tokens: int = 64) -> Path:
    """A sentence-transformers model of ``kind`` with random weights."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import (
        BertConfig,
        BertModel,
        DistilBertConfig,
        DistilBertModel,
        PreTrainedTokenizerFast,
    )

    torch.manual_seed(5)
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "##s", *WORDS]
    tokenizer = Tokenizer(models.WordPiece({p: i for i, p in enumerate(pieces)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    make_tokenizer: Any = PreTrainedTokenizerFast
    fast = make_tokenizer(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]",
        sep_token="[SEP]",
    )  # fmt: skip
    transformer: Any
    if kind == "bert":
        transformer = BertModel(
            BertConfig(vocab_size=len(pieces), hidden_size=24, num_hidden_layers=2,
                       num_attention_heads=2, intermediate_size=48, max_position_embeddings=128)
        )  # fmt: skip
    else:
        transformer = DistilBertModel(
            DistilBertConfig(vocab_size=len(pieces), dim=24, n_layers=2, n_heads=2, hidden_dim=48,
                             max_position_embeddings=128)
        )  # fmt: skip
    plain = folder.with_name("plain")
    transformer.save_pretrained(plain)
    fast.save_pretrained(plain)
    loaded = Transformer(str(plain), max_seq_length=max_tokens)
    SentenceTransformer(modules=[loaded, Pooling(24, pooling)], device="cpu").save(str(folder))
    return folder


@pytest.mark.parametrize(
    ("kind", "pooling", "embedder"),
    [("bert", "mean", ModelEmbedder), ("bert", "cls", TorchEmbedder),
     ("distilbert", "mean", TorchEmbedder)],
)  # fmt: skip
def test_a_model_by_path_gives_the_vectors_of_sentence_transformers(
    tmp_path: Path, kind: str, pooling: str, embedder: type
) -> None:
    from sentence_transformers import SentenceTransformer

    folder = make_model(tmp_path / "tiny", kind, pooling)
    opened = open_embedder(str(folder))
    assert type(opened) is embedder
    assert (opened.identity[:5], opened.dimension) == ("tiny@", 24)
    texts = ["The Apollo program", "Green tea from Baikonur flies", "rockets"]
    expected = SentenceTransformer(str(folder), device="cpu").encode(
        texts, normalize_embeddings=True
    )
    tolerance = 2e-2 if embedder is TorchEmbedder else 1e-5  # bfloat16 where there is any
    np.testing.assert_allclose(opened.embed(texts), expected, atol=tolerance)
    np.testing.assert_allclose(RecentStates(opened).vector(texts[0]), expected[0], atol=tolerance)


@pytest.mark.parametrize(("kind", "pooling"), [("bert", "mean"), ("distilbert", "cls")])
def test_an_index_names_its_model_and_opens_with_it_only(
    tmp_path: Path, kind: str, pooling: str
) -> None:
    model = make_model(tmp_path / "tiny", kind, pooling, max_tokens=32)
    documents = write(tmp_path / "documents", ROCKETS)
    (documents / "long.txt").write_text("The rocket flies from Baikonur. " * 200)
    folder = tmp_path / "index"
    embedder = open_embedder(str(model))
    list(sync(folder, Corpus.open([str(documents)]), embedder=embedder))
    index = Index.open(folder, model=str(model))
    assert index.search("green tea", k=1).passages[0].chunk.document == "notes/tea.txt"
    counts = [
        embedder.count_tokens(chunk.embedded)
        for info in index.documents()
        for chunk in index.chunks(info.id)
    ]
    assert max(counts) <= 30  # nothing of a passage is cut off: the model sees 32 with its frame
    with pytest.raises(IndexOtherVersion, match=r"tiny@\w+ \(24 dimensions\), this is version"):
        Index.open(folder)


def test_a_model_that_is_not_here_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing) as caught:
        open_embedder("no-such-model")
    assert str(caught.value) == (
        "no embedding model 'no-such-model' on this machine; give its folder as "
        "ASSISTANT_EMBEDDING_MODEL, or fetch it once: hf download "
        "sentence-transformers/no-such-model"
    )
    with pytest.raises(ModelMissing, match=r"^no embedding model in "):
        open_embedder(str(tmp_path))


def test_a_model_of_another_kind_pools_in_float32() -> None:
    loaded = load_model(ModelEmbedder().model, threads=1)
    assert [type(module).__name__ for module in loaded] == ["Transformer", "Pooling", "Normalize"]
    assert not loaded.training

"""Entailment models: tiny ones made here, with their labels in any order."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from assistant.support import check
from assistant.support.entailment import Entailment, find_label, load_entailment
from assistant.support.signals import Weights, load_weights
from corpus.errors import ModelMissing
from index.index import Index
from tests.index.small import opened, synced, write

WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] the mill had three wheels owner . no".split()


def save_tokenizer(folder: Path) -> None:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    made = Tokenizer(models.WordLevel({w: i for i, w in enumerate(WORDS)}, unk_token="[UNK]"))
    made.normalizer = normalizers.Lowercase()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    names = {"unk_token": "[UNK]", "pad_token": "[PAD]", "cls_token": "[CLS]"}
    names |= {"sep_token": "[SEP]", "mask_token": "[MASK]"}
    tokenizer = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=made, **names
    )
    tokenizer.save_pretrained(folder)


def save_model(folder: Path, labels: Mapping[int, str], biases: list[float]) -> str:
    """A model that gives the same scores to whatever it reads."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification

    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        max_position_embeddings=128,
        id2label=dict(labels),
        label2id={label: i for i, label in labels.items()},
    )
    model: Any = BertForSequenceClassification(config)
    with torch.no_grad():
        model.classifier.weight.zero_()
        model.classifier.bias.copy_(torch.tensor(biases))
    model.save_pretrained(folder)
    save_tokenizer(folder)
    return str(folder)


@pytest.mark.parametrize(
    ("labels", "biases", "expected"),
    [
        ({0: "contradiction", 1: "entailment", 2: "neutral"}, [0.0, 2.0, 0.0], 0.787),
        ({0: "ENTAILMENT", 1: "NEUTRAL", 2: "CONTRADICTION"}, [0.0, 2.0, 0.0], 0.1065),
        ({0: "entailment", 1: "not_entailment"}, [1.0, 0.0], 0.7311),
        ({0: "LABEL_0"}, [1.0], 0.7311),
    ],
)
def test_the_label_is_found_by_its_name(
    tmp_path: Path, labels: dict[int, str], biases: list[float], expected: float
) -> None:
    model = load_entailment(save_model(tmp_path / "tiny", labels, biases))
    assert model is not None
    assert model.name == "tiny"
    found = model.probability("The mill had three wheels.", "The mill had wheels.")
    assert found == pytest.approx(expected, abs=1e-3)


def test_none_named_none_loaded() -> None:
    assert load_entailment("") is None


def test_a_missing_model_and_one_without_the_label_are_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"no entailment model .*nowhere on this machine; set"):
        Entailment.open(str(tmp_path / "nowhere"))
    with pytest.raises(ModelMissing, match="good, bad, none for entailment; give ASSISTANT_NLI"):
        find_label("mood", {0: "good", 1: "bad"})


class Says:
    """A cross-encoder that is as sure of everything; notes what it was given."""

    def __init__(self, log_odds: float) -> None:
        self.log_odds = log_odds
        self.given: list[tuple[str, str]] = []

    def predict(self, pairs: list[tuple[str, str]], **_: object) -> list[float]:
        self.given += pairs
        return [self.log_odds]


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("mill")
    text = "# The mill\n\nThe mill had three wheels. Its owner was Anton Feld.\n"
    synced(folder / "index", write(folder / "documents", {"mill.md": text}))
    return opened(folder / "index")


def test_its_probability_joins_the_decision_and_vetoes_stand(mill: Index) -> None:
    passages = mill.search("mill").passages
    weights = Weights(load_weights().signal, load_weights().intercept, 0.3)
    sure, unsure = Says(9.0), Says(-9.0)
    told = "Three wheels had the mill."
    alone = check(told, passages, mill, weights=weights)
    for model, supported in ((sure, True), (unsure, False)):
        nli = Entailment("says", model, None)
        found = check(told, passages, mill, weights=weights, entailment=nli)
        assert found.supported is supported
        assert found.value == pytest.approx((alone.value * nli.probability("", "")) ** 0.5)
    nli = Entailment("says", sure, None)
    false = check("The mill had four wheels.", passages, mill, entailment=nli)
    assert not false.supported
    assert "the number four is not in the cited passages" in false.reasons
    assert sure.given[0][1] == told
    assert "The mill had three wheels." in sure.given[0][0]

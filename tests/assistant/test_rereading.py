"""A reranker and a reader: tiny models made here, and models that know the answer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.answering import answer
from assistant.assistant import Assistant
from assistant.evidence import Limits
from assistant.rereading import (
    CrossEncoderReranker,
    ExtractiveReader,
    ReadSpan,
    Rereading,
    load_rereading,
)
from assistant.settings import Settings
from assistant.view import View
from assistant.weights import load_weights
from corpus.errors import ModelMissing

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

QUESTION = "Who kept the tower clock?"
WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] the bell was cast in by ada quill who ?".split()


class Prefers:
    """A reranker that wants one word."""

    def __init__(self, word: str) -> None:
        self.word = word

    def score(self, query: str, texts: Sequence[str]) -> Sequence[float]:
        return [float(self.word in text) for text in texts]


class Marks:
    """A reader that is sure of one word."""

    def __init__(self, word: str, probability: float) -> None:
        self.word, self.probability = word, probability

    def read(self, question: str, texts: Sequence[str]) -> Sequence[ReadSpan | None]:
        return [self._mark(text) if self.word in text else None for text in texts]

    def _mark(self, text: str) -> ReadSpan:
        start = text.index(self.word)
        return ReadSpan(text, start, start + len(self.word), self.probability)


def first(foundry: Assistant, again: Rereading) -> tuple[str, str | None]:
    """The first quoted statement and what is in focus there."""
    limits = Limits(10, 0.1)
    found = answer(QUESTION, View(foundry.index), load_weights(), limits, again)
    statement = next(s for s in found.draft.statements if s.kind == "sentence")
    return statement.text, statement.focus and statement.text[slice(*statement.focus)]


def test_a_reranker_moves_what_it_prefers_to_the_front(foundry: Assistant) -> None:
    assert "Josef Lind" in first(foundry, Rereading())[0]
    assert "hours" in first(foundry, Rereading(reranker=Prefers("hours")))[0]


def test_a_sure_reader_leads_with_its_sentence_and_marks_the_span(foundry: Assistant) -> None:
    text, focus = first(foundry, Rereading(reader=Marks("Mill Lane", 0.9)))
    assert (text, focus) == ("The clock of Mill Lane strikes the hours only.", "Mill Lane")


def test_an_unsure_reader_changes_nothing(foundry: Assistant) -> None:
    assert first(foundry, Rereading(reader=Marks("Mill Lane", 0.4))) == first(foundry, Rereading())


def tokenizer() -> PreTrainedTokenizerBase:
    """Whole words, in pairs as BERT has them."""
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    made = Tokenizer(models.WordLevel({w: i for i, w in enumerate(WORDS)}, unk_token="[UNK]"))
    made.normalizer = normalizers.Lowercase()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=made,
        unk_token="[UNK]",
        pad_token="[PAD]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        mask_token="[MASK]",
    )


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a BERT of a few hundred parameters in both kinds, weights at random."""
    import torch
    from transformers import (
        BertConfig,
        BertForQuestionAnswering,
        BertForSequenceClassification,
    )

    folder = tmp_path_factory.mktemp("tiny")
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        max_position_embeddings=64,
        initializer_range=1.0,
    )
    torch.manual_seed(7)
    for name, kind, n_outputs in (
        ("reranker", BertForSequenceClassification, 1),
        ("reader", BertForQuestionAnswering, 2),
    ):
        config.num_labels = n_outputs
        kind(config).save_pretrained(folder / name)
        tokenizer().save_pretrained(folder / name)
    return folder


TEXTS = ["The bell was cast by Ada Quill.", "Ada Quill was in the bell."]


def test_any_cross_encoder_of_a_folder_scores_each_text(tiny: Path) -> None:
    scores = CrossEncoderReranker(str(tiny / "reranker")).score("Who cast the bell?", TEXTS)
    assert len(scores) == 2
    assert scores[0] != scores[1]


def test_any_question_answering_model_of_a_folder_gives_spans_of_the_text(tiny: Path) -> None:
    found = ExtractiveReader(str(tiny / "reader")).read("Who cast the bell?", TEXTS)
    assert [span.text for span in found if span is not None] == [
        text for text, span in zip(TEXTS, found, strict=True) if span is not None
    ]
    assert all(
        0 <= span.start < span.end <= len(span.text) and 0 < span.probability <= 1
        for span in found
        if span is not None
    )


def test_both_answer_through_the_assistant(foundry: Assistant, tiny: Path) -> None:
    settings = Settings(reranker=str(tiny / "reranker"), reader=str(tiny / "reader"))
    asked = Assistant(foundry.index, foundry.corpus, settings).ask(QUESTION)
    assert asked.outcome in ("answered", "not_answered")
    assert all(c.quote for c in asked.citations)


@pytest.mark.parametrize("setting", ["reranker", "reader"])
def test_a_model_that_is_not_there_is_an_error_that_names_setting_and_model(setting: str) -> None:
    names = {"reranker": "", "reader": "", setting: str(Path("no") / "such" / "model")}
    with pytest.raises(ModelMissing, match=f"ASSISTANT_{setting.upper()}: no such model .*such"):
        load_rereading(**names)


def test_without_a_setting_nothing_is_loaded() -> None:
    assert load_rereading("", "") == Rereading(None, None)

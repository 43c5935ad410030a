"""Models that read the best sentences once more: a reranker and a reader, off by default."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import numpy as np

from assistant.scoring import Scored
from corpus.errors import ModelMissing

RERANKED = 20
"""So many sentences are scored by the reranker; the order of the rest stays."""
READ = 5
_RERANK_WEIGHT = 3.0
"""What one standard deviation of the reranker's scores is worth, in log odds of the own score."""
_LEAST_SURE = 0.5
"""A span less likely than this changes nothing."""
_MAX_TOKENS = 384
_MAX_SPAN_TOKENS = 30


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """The span of a sentence's text that a reader takes for the answer, and how likely it is."""

    text: str
    start: int
    end: int
    probability: float


class Reranker(Protocol):
    """Scores how well each text answers a query; higher is better, on any scale."""

    def score(self, query: str, texts: Sequence[str]) -> Sequence[float]: ...


class Reader(Protocol):
    """Finds the likeliest answer to a question in each text; null where there is none."""

    def read(self, question: str, texts: Sequence[str]) -> Sequence[ReadSpan | None]: ...


@dataclass(frozen=True, slots=True)
class Rereading:
    """The models in use; with none, everything stays as it is."""

    reranker: Reranker | None = None
    reader: Reader | None = None

    def rerank(self, query: str, ranked: Sequence[Scored]) -> list[Scored]:
        """``ranked`` with the reranker's scores added to those of the first, best first."""
        first = list(ranked[:RERANKED])
        if self.reranker is None or len(first) < 2:
            return list(ranked)
        values = np.asarray(self.reranker.score(query, [_context(s) for s in first]), np.float64)
        spread = float(values.std())
        shifts = (values - values.mean()) / spread if spread else np.zeros(len(first))
        moved = [
            replace(scored, score=scored.score + _RERANK_WEIGHT * float(shift))
            for scored, shift in zip(first, shifts, strict=True)
        ]
        moved.sort(key=lambda scored: -scored.score)
        return [*moved, *ranked[RERANKED:]]

    def read(self, question: str, ranked: Sequence[Scored]) -> Read:
        """``ranked`` with the sentence that the reader answers from in front, and its span."""
        if self.reader is None or not ranked:
            return Read(list(ranked))
        spans = self.reader.read(question, [s.candidate.text for s in ranked[:READ]])
        sure = [s for s in spans if s is not None and s.probability >= _LEAST_SURE]
        if not sure:
            return Read(list(ranked))
        best = max(sure, key=lambda span: span.probability)
        leading = next(s for s in ranked if s.candidate.text == best.text)
        rest = [scored for scored in ranked if scored is not leading]
        top = max(leading.score, ranked[0].score)
        focus = {span.text: (span.start, span.end) for span in sure}
        return Read([replace(leading, score=top), *rest], focus)


@dataclass(frozen=True, slots=True)
class Read:
    """Sentences in the order they are answered from; ``focus``: the answering span by sentence."""

    ranked: list[Scored]
    focus: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def _context(scored: Scored) -> str:
    return f"{scored.candidate.previous} {scored.candidate.text}".strip()


def load_rereading(reranker: str, reader: str) -> Rereading:
    """The models of these names or paths; an empty name is none.

    Nothing is fetched: a name must be in the local cache of Hugging Face.

    Raises:
        ModelMissing: a model is not on this machine or not of its kind.
    """
    return Rereading(
        CrossEncoderReranker(reranker) if reranker else None,
        ExtractiveReader(reader) if reader else None,
    )


class CrossEncoderReranker:
    """Any sentence-transformers CrossEncoder with one output."""

    def __init__(self, name: str) -> None:
        from sentence_transformers import CrossEncoder

        try:
            self._model = CrossEncoder(name, device="cpu", local_files_only=True)
        except (OSError, ValueError) as error:
            raise ModelMissing(_missing("ASSISTANT_RERANKER", name)) from error

    def score(self, query: str, texts: Sequence[str]) -> Sequence[float]:
        pairs: Any = [(query, text) for text in texts]
        found = np.asarray(self._model.predict(pairs, show_progress_bar=False), np.float64)
        return [float(value) for value in found.reshape(len(texts), -1)[:, -1]]


class ExtractiveReader:
    """Any extractive question-answering model of transformers (SQuAD-style span logits)."""

    def __init__(self, name: str) -> None:
        from transformers import AutoModelForQuestionAnswering, AutoTokenizer

        try:
            self._tokenizer = AutoTokenizer.from_pretrained(name, local_files_only=True)
            model = AutoModelForQuestionAnswering.from_pretrained(name, local_files_only=True)
        except (OSError, ValueError) as error:
            raise ModelMissing(_missing("ASSISTANT_READER", name)) from error
        self._model = model.eval()

    def read(self, question: str, texts: Sequence[str]) -> Sequence[ReadSpan | None]:
        return [self._read_one(question, text) for text in texts]

    def _read_one(self, question: str, text: str) -> ReadSpan | None:
        import torch

        encoded = self._tokenizer(
            question,
            text,
            truncation="only_second",
            max_length=_MAX_TOKENS,
            return_offsets_mapping=True,
            return_tensors="pt",
        )
        offsets = encoded.pop("offset_mapping")[0].tolist()
        inside = [i for i, owner in enumerate(encoded.sequence_ids(0)) if owner == 1]
        with torch.no_grad():
            output = self._model(**encoded)
        found = _best_span(
            output.start_logits[0].double().numpy(), output.end_logits[0].double().numpy(), inside
        )
        if found is None:
            return None
        first, last, probability = found
        return ReadSpan(text, offsets[first][0], offsets[last][1], probability)


def _best_span(
    starts: np.ndarray[Any, np.dtype[np.float64]],
    ends: np.ndarray[Any, np.dtype[np.float64]],
    inside: Sequence[int],
) -> tuple[int, int, float] | None:
    """The likeliest first and last token within the text, and its probability among all spans.

    Null where "no answer", the first token of the whole input, is likelier.
    """
    if not inside:
        return None
    start, end = _softmax(starts), _softmax(ends)
    best = max(
        (float(start[i] * end[j]), i, j)
        for at, i in enumerate(inside)
        for j in inside[at : at + _MAX_SPAN_TOKENS]
    )
    return None if float(start[0] * end[0]) >= best[0] else (best[1], best[2], best[0])


def _softmax(
    values: np.ndarray[Any, np.dtype[np.float64]],
) -> np.ndarray[Any, np.dtype[np.float64]]:
    shifted = np.exp(values - values.max())
    result: np.ndarray[Any, np.dtype[np.float64]] = shifted / shifted.sum()
    return result


def _missing(setting: str, name: str) -> str:
    return (
        f"{setting}: no such model on this machine, {name}; give the folder of one, or empty the"
        " setting"
    )

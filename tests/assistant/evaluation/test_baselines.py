from __future__ import annotations

import pytest

from assistant.evaluation.baselines import BASELINE_METRICS, Answered, measure_baselines
from assistant.evaluation.cases import Case, Evidence
from assistant.evaluation.gold import locate_gold
from corpus.document import Span
from index.passage import Chunk, Sentence
from tests.assistant.evaluation import small

FIRST = "Novartis developed Kymriah with Penn."
LAST = "Lynparza came from AstraZeneca and Merck."


def whole_document(name: str) -> Chunk:
    """The document as one chunk of three sentences."""
    text = small.read_text(name)
    spans = [small.span(name, part) for part in small.PARAGRAPHS[name]]
    sentences = tuple(Sentence(span, "paragraph") for span in spans)
    return Chunk(name, name, name, (), None, Span(0, len(text)), text, "plain", sentences, text)


def answered(case_id: str, quote: str, fact: str) -> Answered:
    case = Case(case_id, "?", True, ((fact,),), (Evidence("drugs.md", quote),))
    ours = small.answer(
        [small.quoted("drugs.md", quote)], [small.passage(whole_document("drugs.md"))]
    )
    return Answered(case, locate_gold(case, small.read_text), ours, f"cluster {case_id}")


CASES = [answered("a", FIRST, "Penn"), answered("b", LAST, "Merck")]


def test_each_baseline_is_measured_as_if_it_had_been_the_answer() -> None:
    passage, opening, window = measure_baselines(CASES, small.read_text)
    lengths = [len(part.split()) for part in small.PARAGRAPHS["drugs.md"]]
    assert passage.name == "best passage"
    assert passage.metrics["correct"] == 1.0
    assert passage.metrics["answer_words"] == sum(lengths)
    assert passage.metrics["citation_precision"] == pytest.approx(1 / 3)
    assert passage.metrics["citation_recall"] == 1.0
    assert opening.name == "its first two sentences"
    assert opening.metrics["answer_words"] == lengths[0] + lengths[1]
    assert (opening.metrics["correct"], opening.metrics["citation_precision"]) == (0.5, 0.25)
    assert opening.intervals["correct"] == (0.0, 1.0)
    assert window.name == "6 words of it at random"  # ours have 5 and 6 words: 5.5 is rounded
    assert window.metrics["answer_words"] == 6.0
    assert tuple(window.metrics) == tuple(window.intervals) == BASELINE_METRICS


def test_the_random_window_is_the_same_each_time() -> None:
    assert measure_baselines(CASES, small.read_text) == measure_baselines(CASES, small.read_text)


def test_without_an_answerable_case_there_is_no_baseline() -> None:
    assert measure_baselines([], small.read_text) == ()

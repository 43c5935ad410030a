from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.candidates import FEATURES, Candidate, describe_candidates, find_new, has_type
from assistant.question import read_question
from index.index import Index
from tests.assistant.passages import found, passage, read_plainly

LEADS = ("coverage_lead", "cosine_lead")
SENTENCES = st.lists(
    st.sampled_from(
        [
            "Ada Quill bought the Fen Mill in 1931.",
            "It burnt because the miller slept.",
            "A hopper is a box that feeds the stones.",
            "Oats.",
            "The Fen Mill paid Ada Quill 30 pounds for oats, rye and barley from the valley.",
        ]
    ),
    min_size=1,
    max_size=5,
)
QUESTIONS = st.sampled_from(
    [
        "When did Ada Quill buy the Fen Mill?",
        "What is a hopper?",
        "Why did it burn?",
        "Which grain grows?",
        "",
    ]
)


def described(question: str, *sentences: str) -> list[Candidate]:
    return describe_candidates(read_plainly(question), found(passage(*sentences)))


@given(QUESTIONS, SENTENCES, SENTENCES, st.floats(-1, 1), st.floats(0, 1))
def test_features_lie_in_0_to_1_and_leads_are_at_most_0(
    question: str, first: list[str], second: list[str], cosine: float, score: float
) -> None:
    result = found(passage(*first, cosines=[cosine] * len(first)), passage(*second, score=score))
    table = np.stack([c.features for c in describe_candidates(read_plainly(question), result)])
    assert table.dtype == np.float32
    assert table.shape == (len(first) + len(second), len(FEATURES))
    for name, column in zip(FEATURES, table.T, strict=True):
        if name in LEADS:
            assert column.max() == 0.0
            assert column.min() >= -1.0
        else:
            assert column.min() >= 0.0
            assert column.max() <= 1.0


def test_headings_and_notes_are_never_candidates_and_order_is_kept() -> None:
    result = found(
        passage(("The weir", "heading"), "It broke.", ("Do not swim.", "note"), ("Rye", "row")),
        passage(("- oats", "item"), "It was mended.", document="weir.md"),
    )
    candidates = describe_candidates(read_plainly("What broke?"), result)
    assert [(c.text, c.previous, c.position) for c in candidates] == [
        ("It broke.", "", 1),
        ("Rye", "", 3),
        ("- oats", "", 0),
        ("It was mended.", "- oats", 1),
    ]
    assert [c.feature("passage_first") for c in candidates] == [1.0, 1.0, 0.5, 0.5]
    assert describe_candidates(read_plainly("What broke?"), found()) == []


def test_candidates_of_an_index_are_whole_sentences_of_its_passages(apiary: Index) -> None:
    result = apiary.search("reasons for swarming")
    for candidate in describe_candidates(read_plainly("Why do bees swarm?"), result):
        chunk = candidate.passage.chunk
        assert candidate.sentence in chunk.sentences
        assert candidate.sentence.kind not in ("heading", "note")
        assert candidate.text in chunk.text


def test_what_stands_around_a_sentence_counts_as_context() -> None:
    first, second, third = described(
        "When was the weir mended?", "The weir is old.", "It was mended in 1931.", "Eels came."
    )
    assert first.feature("coverage") == 0.5
    assert second.feature("coverage") == 0.5
    assert second.feature("previous_coverage") == 0.5
    assert second.feature("context_coverage") == 1.0
    assert (first.feature("context_coverage"), third.feature("coverage")) == (1.0, 0.0)
    assert [c.feature("anaphor") for c in (first, second, third)] == [0.0, 1.0, 0.0]
    assert [c.feature("has_type") for c in (first, second, third)] == [0.0, 1.0, 0.0]
    assert [c.feature("lacks_type") for c in (first, second, third)] == [1.0, 0.0, 1.0]


def test_who_leads_the_sentence_tells_subject_from_other_name() -> None:
    mine, theirs, both, none = described(
        "What did Ada give Tom?",
        "Ada gave a boat to Tom.",
        "Tom gave a net to Ada.",
        "Ada and Tom fished.",
        "The boat sank.",
    )
    leads = [(c.feature("is_subject"), c.feature("other_subject")) for c in (mine, theirs)]
    assert leads == [(1.0, 0.0), (0.0, 1.0)]
    assert (both.feature("is_subject"), both.feature("other_subject")) == (0.5, 0.5)
    assert (none.feature("is_subject"), none.feature("other_subject")) == (0.0, 0.0)


def test_a_definition_is_one_of_what_is_asked_for() -> None:
    own, other = described(
        "What is a hopper?", "A hopper is a box.", "The stones are below the hopper."
    )
    assert (own.feature("defines"), other.feature("defines")) == (1.0, 0.0)


def test_an_expression_of_the_question_itself_is_not_new() -> None:
    question = read_question("Who met Ada Quill in 1931?")
    assert not has_type(question, "Ada Quill went by boat.")
    text = "Ada Quill met Tom Reed."
    assert [span.cut(text) for span in find_new(question, text)] == ["Tom Reed"]
    assert has_type(read_question("When did it burn after 1931?"), "It burnt in 1940.")
    assert not has_type(read_question("When did it burn after 1931?"), "It stood in 1931.")

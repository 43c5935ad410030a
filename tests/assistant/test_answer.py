"""An answer as text, as numbered citations and as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import (
    Answer,
    Citation,
    Statement,
    StatementKind,
    Status,
    render_text,
)
from corpus.document import Span
from index.passage import Chunk, Passage, Place, Sentence

CONTRACTS = Path(__file__).parents[2] / "docs" / "contracts.md"


def citation(start: int, *, document: str = "knots.md") -> Citation:
    return Citation(document, "Knots", ("Bends",), None, start, start + 4, "knot", "ab" * 32)


def said(text: str, kind: StatementKind = "sentence", *, label: str | None = None) -> Statement:
    status: Status = "frame" if kind == "frame" else "quoted"
    return Statement(text, kind, status, 1.0, (), None, label)


CHUNK = Chunk(
    id="1",
    document="knots.md",
    title="Knots",
    heading=("Bends", "Sheet bend"),
    page=2,
    span=Span(40, 56),
    text="A knot is *tied*.",
    markup="markdown",
    sentences=(Sentence(Span(40, 56), "paragraph"),),
    embedded="",
)
PASSAGE = Passage(
    CHUNK,
    sha256="cd" * 32,
    score=0.123456,
    dense=0.5,
    lexical=0.0,
    dense_rank=1,
    lexical_rank=None,
    sentence_cosines=(0.5,),
    also=(Place("ropes.md", Span(3, 19)),),
)
ANSWER = Answer(
    question="Whta is a knot?",
    query="What is a knot?",
    outcome="answered",
    shape="list",
    confidence=0.987654,
    model="extractive",
    statements=(
        Statement("Found: 1.", "frame", "frame", 1.0),
        Statement("A knot is tied.", "item", "quoted", 0.77777, (citation(40),), (10, 14), "Bends"),
    ),
    passages=(PASSAGE,),
    seconds_retrieve=0.0100049,
    seconds_answer=0.02,
    notes=("Read “Whta” as “What”.",),
    suggestions=("What is a bend?",),
)


@pytest.mark.parametrize(
    ("statements", "text"),
    [
        ((), ""),
        ((said("One."),), "One."),
        ((said("One."), said("Two."), said("Three.", "context")), "One. Two. Three."),
        ((said("Yes.", "verdict"), said("One.")), "Yes. One."),
        ((said("Found: 2.", "frame"), said("a", "item"), said("b", "item")), "Found: 2.\n- a\n- b"),
        ((said("One."), said("a", "item"), said("Two."), said("Three.")), "One.\n- a\nTwo. Three."),
        ((said("They bend.", "row", label="Knots"),), "- Knots: They bend."),
        ((said("They bend.", "row"),), "- They bend."),
        ((said("They bend.", "item", label="Knots"),), "- They bend."),
        ((said("None.", "frame"), said("Closest.", "frame")), "None.\nClosest."),
        (
            (
                said("a", "item"),
                replace(said("b", "item"), status="unsupported"),
                said("c", "item"),
            ),
            "- a\n- c",
        ),
        ((replace(said("One."), status="unsupported"),), ""),
    ],
)
def test_items_and_rows_stand_on_lines_of_their_own_and_sentences_in_prose(
    statements: tuple[Statement, ...], text: str
) -> None:
    assert render_text(statements) == text
    assert replace(ANSWER, statements=statements).text == text


STATEMENTS = st.lists(
    st.builds(
        Statement,
        st.text(max_size=6),
        st.sampled_from(("frame", "sentence", "item", "row", "verdict", "context")),
        st.sampled_from(("quoted", "supported", "unsupported", "frame")),
        st.just(1.0),
        st.lists(
            st.builds(
                Citation,
                document=st.sampled_from(("a.md", "b.md")),
                title=st.just("Knots"),
                heading=st.just(()),
                page=st.none(),
                start=st.integers(0, 2),
                end=st.integers(3, 4),
                quote=st.just("knot"),
                sha256=st.just("ab" * 32),
                role=st.sampled_from(("evidence", "antecedent")),
            ),
            max_size=3,
        ).map(tuple),
    ),
    max_size=6,
).map(tuple)


def place(citation: Citation) -> tuple[str, int, int]:
    return citation.document, citation.start, citation.end


@given(STATEMENTS)
def test_a_citations_number_finds_its_place_and_every_place_has_one_number(
    statements: tuple[Statement, ...],
) -> None:
    answer = replace(ANSWER, statements=statements)
    cited = [citation for statement in statements for citation in statement.citations]
    assert [place(answer.citations[answer.number_of(c) - 1]) for c in cited] == [
        place(c) for c in cited
    ]
    assert [answer.number_of(c) for c in answer.citations] == [
        n + 1 for n in range(len({place(c) for c in cited}))
    ]


@given(STATEMENTS, st.integers(0, 6))
def test_a_citations_number_stays_when_more_is_said(
    statements: tuple[Statement, ...], n: int
) -> None:
    whole = replace(ANSWER, statements=statements)
    begun = replace(ANSWER, statements=statements[:n])
    assert begun.citations == whole.citations[: len(begun.citations)]


@given(STATEMENTS)
def test_text_only_grows_as_statements_come(statements: tuple[Statement, ...]) -> None:
    texts = [render_text(statements[:n]) for n in range(len(statements) + 1)]
    assert all(text.startswith(before) for before, text in pairwise(texts))


def test_citations_are_numbered_in_the_order_they_are_first_made() -> None:
    first, second, elsewhere = citation(40), citation(7), citation(40, document="ropes.md")
    answer = replace(
        ANSWER,
        statements=(
            replace(said("One."), citations=(first, second)),
            replace(said("Two."), citations=(second, replace(first, role="antecedent"), elsewhere)),
        ),
    )
    assert answer.citations == (first, second, elsewhere)
    assert answer.number_of(replace(first, role="antecedent")) == 1
    with pytest.raises(ValueError, match="not in"):
        answer.number_of(citation(8))


def test_the_json_is_the_whole_answer() -> None:
    assert ANSWER.to_json() == {
        "question": "Whta is a knot?",
        "query": "What is a knot?",
        "outcome": "answered",
        "shape": "list",
        "text": "Found: 1.\n- A knot is tied.",
        "confidence": 0.9877,
        "model": "extractive",
        "notes": ["Read “Whta” as “What”."],
        "suggestions": ["What is a bend?"],
        "statements": [
            {
                "text": "Found: 1.",
                "kind": "frame",
                "status": "frame",
                "support": 1.0,
                "focus": None,
                "label": None,
                "citations": [],
            },
            {
                "text": "A knot is tied.",
                "kind": "item",
                "status": "quoted",
                "support": 0.7778,
                "focus": [10, 14],
                "label": "Bends",
                "citations": [
                    {
                        "document": "knots.md",
                        "title": "Knots",
                        "heading": ["Bends"],
                        "page": None,
                        "start": 40,
                        "end": 44,
                        "quote": "knot",
                        "sha256": "ab" * 32,
                        "role": "evidence",
                    }
                ],
            },
        ],
        "passages": [
            {
                "document": "knots.md",
                "title": "Knots",
                "heading": ["Bends", "Sheet bend"],
                "page": 2,
                "start": 40,
                "end": 56,
                "text": "A knot is *tied*.",
                "sha256": "cd" * 32,
                "score": 0.1235,
                "dense_rank": 1,
                "lexical_rank": None,
                "also": [{"document": "ropes.md", "start": 3, "end": 19}],
            }
        ],
        "seconds": {"retrieve": 0.01, "answer": 0.02, "total": 0.03},
    }


def test_the_json_has_the_documented_keys_in_the_documented_order() -> None:
    told = CONTRACTS.read_text("utf-8").split("## Answer\n")[1].split("```")[1]
    assert keys(ANSWER.to_json()) == re.findall(r'"(\w+)":', told)


def keys(value: Any) -> list[str]:
    """The keys of a value and of what it holds, in order; of a list's last element."""
    if isinstance(value, dict):
        return [key for name, held in value.items() for key in (name, *keys(held))]
    return keys(value[-1]) if isinstance(value, list) and value else []


def test_the_json_can_be_written_and_read_again() -> None:
    told = ANSWER.to_json()
    assert json.loads(json.dumps(told)) == told

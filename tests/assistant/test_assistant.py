"""The whole way from files to a cited answer, with the real embedding model."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer, Citation, Turn
from assistant.assistant import Assistant
from assistant.question import MAX_QUESTION_CHARS
from corpus.document import Span
from corpus.errors import QuestionRefused
from index.index import Index
from index.passage import Chunk, SyncProgress
from index.words import surfaces

ROOT = Path(__file__).parents[2]
DOCUMENTS = {
    "heron.md": """---
title: The paddle steamer Heron
kind: steamer
---

## History

The Heron was built in 1908 by Dunmore Yard in the 🚢 town of Port Sella.
Captain Marta Lindqvist commanded the Heron from 1921 to 1946.
A storm tore away her funnel in the winter of 1933.

## The ship

The Heron is a wooden paddle steamer with a coal boiler.
Her deck has benches for ninety passengers.

## Cargo

The Heron carries these goods:

- **timber** from the mill at Vastby
- letters for the islands
- live sheep in spring

## Dangers to the Heron

### Ice

One danger to the Heron is thin ice in December.

### Rocks

The rocks off Vastby are another danger to the Heron.
""",
    "kestrel.md": """---
title: The motor ship Kestrel
kind: motor ship
---

## History

The Kestrel was launched in 1987 by the shipyard Orlova & Sons.
She replaced the Heron on the northern route.

## The ship

The Kestrel is a steel catamaran with two diesel engines.
Dunmore Yard mends her hull every second autumn.

## Rules on board the Kestrel

### Music

Nobody plays an instrument after ten in the evening.

### Dogs

Dogs stay on the lower deck.
""",
    "lake.txt": """LAKE ORREN

Lake Orren is sixty metres deep near the northern shore.
Its water freezes in most winters.
Dunmore Yard stands where the river Sella leaves the lake.
The harbour master of Port Sella collects the fares.
""",
}

FACT = "When was the Heron built?"
FACTS = (
    (FACT, "1908"),
    ("Who commanded the Heron from 1921?", "Marta Lindqvist"),
    ("How deep is Lake Orren?", "sixty metres"),
    ("Which shipyard launched the Kestrel?", "Orlova & Sons"),
    ("What collects the harbour master of Port Sella?", "fares"),
)
LIST = "Which goods does the Heron carry?"
DANGERS = "What are the dangers to the Heron?"
RULES = "What are the rules on board the Kestrel?"
TABLE = "Compare the Heron and the Kestrel."
DIFFERENCE = "What is the difference between the Heron and the Kestrel?"
GROUPS = "Tell me about Dunmore Yard."
MISSPELT = "Who commanded the Herron?"
FOLLOW_UP = (Turn("user", "Which shipyard launched the Kestrel?"), Turn("assistant", "Orlova."))
NOT_ANSWERED = "How much did the Heron cost in pounds?"
NOT_COVERED = "Who proved the Poincaré conjecture in topology?"
SUMMARY = "Summarise the document about the Heron."
OVERVIEW = "What are these documents about?"
GREETING = "Hello!"
EVERY = (
    *(question for question, _ in FACTS),
    LIST,
    DANGERS,
    RULES,
    TABLE,
    DIFFERENCE,
    GROUPS,
    SUMMARY,
    MISSPELT,
    NOT_ANSWERED,
    NOT_COVERED,
    OVERVIEW,
    GREETING,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lake")
    (folder / "documents").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def assistant(folder: Path) -> Assistant:
    return Assistant.open(folder / "documents", folder / "index")


def chunks_of(index: Index) -> tuple[Chunk, ...]:
    return tuple(chunk for info in index.documents() for chunk in index.chunks(info.id))


def lasting(answer: Answer) -> Answer:
    """An answer without its times."""
    return replace(answer, seconds_retrieve=0.0, seconds_answer=0.0)


def check(answer: Answer, index: Index) -> None:
    """What docs/contracts.md promises of every answer."""
    for cited in answer.citations:
        info, text = index.document(cited.document)
        assert text[cited.start : cited.end] == cited.quote
        assert (cited.sha256, cited.title) == (info.sha256, info.title)
    for statement in answer.statements:
        if statement.kind in ("frame", "verdict"):
            assert statement.status in ("frame", "supported")
            continue
        assert statement.status == "quoted"
        assert statement.citations != ()
        quoted = " ".join(cited.quote for cited in statement.citations)
        assert set(surfaces(statement.text)) <= set(surfaces(quoted))
    if answer.outcome in ("not_answered", "not_covered"):
        assert {statement.kind for statement in answer.statements} == {"frame"}
    assert 0.0 <= answer.confidence <= 1.0
    assert (answer.model, answer.text != "") == ("extractive", True)


@pytest.mark.parametrize("question", EVERY)
def test_every_statement_is_an_exact_quote_of_its_source_or_a_frame(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.question == question
    check(answer, assistant.index)


@pytest.mark.parametrize(("question", "fact"), FACTS)
def test_a_fact_is_answered_with_the_sentence_that_states_it(
    assistant: Assistant, question: str, fact: str
) -> None:
    answer = assistant.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "sentence")
    assert fact in answer.text
    assert any(fact in cited.quote for cited in answer.citations)
    assert answer.confidence >= assistant.threshold


def test_a_citation_names_the_section_and_counts_code_points(assistant: Assistant) -> None:
    (cited,) = [
        cited
        for cited in assistant.ask("Who commanded the Heron from 1921?").citations
        if "Lindqvist" in cited.quote
    ]
    text = DOCUMENTS["heron.md"]
    quote = "Captain Marta Lindqvist commanded the Heron from 1921 to 1946."
    assert (cited.quote, cited.start, cited.end) == (
        quote,
        text.index(quote),
        text.index(quote) + len(quote),
    )
    assert (cited.document, cited.title, cited.heading, cited.page, cited.role) == (
        "heron.md",
        "The paddle steamer Heron",
        ("History",),
        None,
        "evidence",
    )


def test_what_is_near_but_not_told_is_not_answered_and_the_closest_passages_are_shown(
    assistant: Assistant,
) -> None:
    answer = assistant.ask(NOT_ANSWERED)
    assert answer.outcome == "not_answered"
    assert answer.text.startswith("I did not find ")
    assert answer.passages[0].chunk.document == "heron.md"
    assert answer.confidence < assistant.threshold


def test_what_no_document_is_about_is_not_covered(assistant: Assistant) -> None:
    answer = assistant.ask(NOT_COVERED)
    assert answer.outcome == "not_covered"
    assert answer.text.startswith("I did not find ")
    assert answer.confidence < assistant.threshold


def test_a_refusal_keeps_the_shape_that_was_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Which volcanoes did Zebulon Quarrie climb?")
    assert (answer.outcome, answer.shape) == ("not_covered", "list")


def test_a_list_gives_every_item_once_each_with_its_source(assistant: Assistant) -> None:
    answer = assistant.ask(LIST)
    assert (answer.outcome, answer.shape) == ("answered", "list")
    assert [statement.text for statement in answer.statements if statement.kind == "item"] == [
        "timber from the mill at Vastby",
        "letters for the islands",
        "live sheep in spring",
    ]
    quotes = [cited.quote for cited in answer.citations]
    assert sum("**timber** from the mill at Vastby" in quote for quote in quotes) == 1


@pytest.mark.parametrize(
    ("question", "items"),
    [
        (
            DANGERS,
            [
                "One danger to the Heron is thin ice in December.",
                "The rocks off Vastby are another danger to the Heron.",
            ],
        ),
        (
            RULES,
            [
                "Nobody plays an instrument after ten in the evening.",
                "Dogs stay on the lower deck.",
            ],
        ),
    ],
)
def test_a_list_under_a_heading_gives_a_line_for_each_section_below_it(
    assistant: Assistant, question: str, items: list[str]
) -> None:
    answer = assistant.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "list")
    assert [statement.text for statement in answer.statements if statement.kind == "item"] == items


@pytest.mark.parametrize("question", [TABLE, DIFFERENCE])
def test_a_comparison_sets_row_by_row_what_is_told_of_each_side(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert (answer.outcome, answer.shape) == ("answered", "table")
    rows = [statement for statement in answer.statements if statement.kind == "row"]
    sides = [re.sub(r"(?i)^the ", "", row.label or "") for row in rows]
    assert sides == ["Heron", "Kestrel"] * (len(rows) // 2)
    assert all(side in row.text for side, row in zip(sides, rows, strict=True))
    assert len({row.text for row in rows}) == len(rows)


def test_all_about_a_name_comes_in_groups_from_every_document_that_holds_it(
    assistant: Assistant,
) -> None:
    answer = assistant.ask(GROUPS)
    assert (answer.outcome, answer.shape) == ("answered", "groups")
    items = [statement for statement in answer.statements if statement.kind == "item"]
    assert {cited.document for item in items for cited in item.citations} == set(DOCUMENTS)
    assert all(item.label and "Dunmore Yard" in item.text for item in items)


def test_a_summary_of_a_document_quotes_that_document_alone(assistant: Assistant) -> None:
    answer = assistant.ask(SUMMARY)
    assert (answer.outcome, answer.shape) == ("answered", "extract")
    assert {cited.document for cited in answer.citations} == {"heron.md"}


def test_what_the_collection_holds_and_a_greeting_are_about_the_assistant(
    assistant: Assistant,
) -> None:
    for question, shape in ((OVERVIEW, "overview"), (GREETING, "reply")):
        answer = assistant.ask(question)
        assert (answer.outcome, answer.shape, answer.confidence) == ("about", shape, 1.0)


def test_a_follow_up_takes_its_subject_from_the_turn_before(assistant: Assistant) -> None:
    answer = assistant.ask("When was that?", FOLLOW_UP)
    assert answer.outcome == "answered"
    assert "1987" in answer.text
    assert "Kestrel" in answer.query
    assert [note for note in answer.notes if "Kestrel" in note] != []
    check(answer, assistant.index)


def test_a_question_with_a_subject_of_its_own_takes_nothing_from_before(
    assistant: Assistant,
) -> None:
    with_history = assistant.ask(FACT, FOLLOW_UP)
    assert lasting(with_history) == lasting(assistant.ask(FACT))


def test_a_misspelt_name_is_met_and_a_note_says_how_it_was_read(assistant: Assistant) -> None:
    answer = assistant.ask(MISSPELT)
    assert answer.outcome == "answered"
    assert "Marta Lindqvist" in answer.text
    (note,) = answer.notes
    assert "herron" in note.lower()
    assert "heron" in note.lower().replace("herron", "")


LIMITED = [question for question in EVERY if question not in (OVERVIEW, GREETING)]


@pytest.mark.parametrize("question", LIMITED)
@pytest.mark.parametrize(
    ("where", "kept"),
    [
        ({"document": "kestrel.md"}, "kestrel.md"),
        ({"title": "The motor ship Kestrel"}, "kestrel.md"),
        ({"kind": "steamer"}, "heron.md"),
    ],
)
def test_what_a_filter_leaves_out_is_neither_cited_nor_shown(
    assistant: Assistant, question: str, where: Mapping[str, str], kept: str
) -> None:
    answer = assistant.ask(question, where=where)
    check(answer, assistant.index)
    assert {cited.document for cited in answer.citations} <= {kept}
    assert {passage.chunk.document for passage in answer.passages} <= {kept}


def test_a_filter_that_nothing_meets_finds_nothing(assistant: Assistant) -> None:
    answer = assistant.ask(FACT, where={"document": "no such document"})
    assert (answer.outcome, answer.passages) == ("not_covered", ())


@pytest.mark.parametrize("question", LIMITED)
def test_what_is_hidden_is_neither_cited_nor_shown(assistant: Assistant, question: str) -> None:
    cited_before = assistant.ask(question).citations
    used = [c for c in chunks_of(assistant.index) if any(holds(c, one) for one in cited_before)]
    for hidden in (used, *([chunk] for chunk in used)):
        ids = frozenset(chunk.id for chunk in hidden)
        answer = assistant.ask(question, hidden=ids)
        check(answer, assistant.index)
        assert [c for c in answer.citations if any(holds(chunk, c) for chunk in hidden)] == []
        assert [passage for passage in answer.passages if passage.chunk.id in ids] == []


def holds(chunk: Chunk, cited: Citation) -> bool:
    """Whether something of the chunk is cited."""
    span = Span(cited.start, cited.end)
    return chunk.document == cited.document and chunk.span.overlap(span) > 0


def test_a_hidden_passage_is_neither_told_nor_cited_nor_listed(assistant: Assistant) -> None:
    hidden = [c for c in chunks_of(assistant.index) if "1908" in c.text]
    answer = assistant.ask(FACT, hidden=frozenset(chunk.id for chunk in hidden))
    assert "1908" not in answer.text
    assert not {passage.chunk.id for passage in answer.passages} & {chunk.id for chunk in hidden}
    assert not [
        citation
        for citation in answer.citations
        for chunk in hidden
        if citation.document == chunk.document
        and chunk.span.overlap(Span(citation.start, citation.end))
    ]


def test_everything_hidden_is_nothing_found(assistant: Assistant) -> None:
    hidden = frozenset(chunk.id for chunk in chunks_of(assistant.index))
    for question in (FACT, LIST, TABLE, GROUPS):
        answer = assistant.ask(question, hidden=hidden)
        assert (answer.outcome, answer.passages, answer.citations) == ("not_covered", (), ())


@pytest.mark.parametrize("question", EVERY)
def test_the_passages_are_ten_or_all_that_there_are(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    ids = [passage.chunk.id for passage in answer.passages]
    assert len(ids) == len(set(ids))
    assert len(ids) >= min(10, assistant.index.n_chunks)


@pytest.mark.parametrize("question", ["", "   ", "\n\t\u00a0"])
def test_an_empty_question_is_refused(assistant: Assistant, question: str) -> None:
    with pytest.raises(QuestionRefused, match=r"^the question is empty; type one$"):
        assistant.ask(question)
    with pytest.raises(QuestionRefused, match=r"^the query is empty; type one$"):
        assistant.search(question)


def test_a_question_of_20_000_characters_is_refused_in_one_sentence(assistant: Assistant) -> None:
    expected = f"^the question has 20,000 characters, more than {MAX_QUESTION_CHARS:,}; shorten it$"
    with pytest.raises(QuestionRefused, match=expected):
        assistant.ask("lake " * 4000)


@pytest.mark.parametrize(
    "question",
    [
        "?",
        "...",
        "🚢🚢🚢",
        "湖有多深？",
        "a",
        "the of and",
        "\x00\x1b[31m",
        "Heron " * 1600,
        "((((((((((((((((((((",
        '"AND OR NOT +title:(',
        "When was the\nHeron\r\nbuilt?",
    ],
)
def test_any_other_question_gets_an_answer_that_can_be_checked(
    assistant: Assistant, question: str
) -> None:
    check(assistant.ask(question), assistant.index)


def told(answer: Answer) -> tuple[object, ...]:
    """What a reader sees of an answer; scores differ in the seventh digit with the load."""
    shown = tuple(passage.chunk for passage in answer.passages)
    return (answer.query, answer.outcome, answer.shape, answer.statements, answer.notes, shown)


def test_questions_asked_at_once_have_the_answers_they_have_alone(assistant: Assistant) -> None:
    alone = [assistant.ask(question) for question in EVERY] * 3
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(assistant.ask, EVERY * 3))
    assert [told(answer) for answer in together] == [told(answer) for answer in alone]
    assert [a.confidence for a in together] == pytest.approx([a.confidence for a in alone])


def test_an_index_is_made_where_there_is_none_and_used_where_there_is_one(
    folder: Path, tmp_path: Path
) -> None:
    steps: list[SyncProgress] = []
    made = Assistant.open(folder / "documents", tmp_path / "index", on_progress=steps.append)
    assert steps[-1].stage == "done"
    report = steps[-1].report
    assert report is not None
    assert (report.added, report.refused, report.n_documents) == (tuple(sorted(DOCUMENTS)), (), 3)
    steps.clear()
    opened = Assistant.open(folder / "documents", tmp_path / "index", on_progress=steps.append)
    assert steps == []
    assert lasting(opened.ask(FACT)) == lasting(made.ask(FACT))


def test_a_changed_file_is_told_of_and_answered_from_after_a_sync(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "inn.md").write_text("# The inn\n\nThe inn of Vastby has seven rooms.\n")
    assistant = Assistant.open(documents, tmp_path / "index")
    assert "seven" in assistant.ask("How many rooms has the inn of Vastby?").text
    assert assistant.stale() == ()
    (documents / "inn.md").write_text("# The inn\n\nThe inn of Vastby has eleven rooms.\n")
    assert assistant.stale() == ("inn.md",)
    assert "seven" in assistant.ask("How many rooms has the inn of Vastby?").text
    for _ in assistant.sync():
        pass
    assert assistant.stale() == ()
    answer = assistant.ask("How many rooms has the inn of Vastby?")
    assert "eleven" in answer.text
    check(answer, assistant.index)


HEAVY = ("gradio", "langchain", "langchain_core", "sentence_transformers", "torch", "transformers")
PROGRAM = """
import sys
from assistant import Assistant
answer = Assistant.open({documents!r}, {index!r}).ask({question!r})
assert answer.outcome == "answered", answer
print([name for name in {heavy!r} if name in sys.modules])
"""


def test_asking_an_existing_index_loads_no_heavy_package(
    assistant: Assistant, folder: Path
) -> None:
    program = PROGRAM.format(
        documents=str(folder / "documents"), index=str(folder / "index"), question=FACT, heavy=HEAVY
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "[]\n"

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant import card as module
from assistant.card import make_card
from assistant.draft import cite
from assistant.overview import is_overview_question, overview
from assistant.view import View
from corpus.markup import plain_text
from index.index import Index
from index.words import terms

ASKED = (
    "What is in here?",
    "what's in this collection",
    "What documents do you have?",
    "Which documents are in here?",
    "how many documents",
    "How many documents are there?",
    "what can I ask?",
    "What questions can I ask?",
    "list all documents",
    "Give me an overview of the collection.",
    "overview",
    "summarise everything",
    "hi, what are these documents about?",
)
NOT_ASKED = (
    "What is in the box?",
    "what is in the treaty",
    "How many documents did the king sign?",
    "which documents are needed for a patent?",
    "give me an overview of the plague",
    "what topics does the whitepaper cover?",
    "what do you know about wax?",
    "list the duties",
    "summarise the last text",
    "What is this?",
)


@pytest.mark.parametrize("question", ASKED)
def test_a_question_about_the_whole_collection_is_known(question: str) -> None:
    assert is_overview_question(question)


@pytest.mark.parametrize("question", NOT_ASKED)
def test_a_question_about_something_in_it_is_not(question: str) -> None:
    assert not is_overview_question(question)


def test_the_card_of_a_small_collection(apiary: Index) -> None:
    card = replace(make_card(View(apiary)), examples=("What is a hive?", "What is wax?"))
    draft = overview(card)
    assert [line.text for line in draft.statements] == [
        "3 documents, 5 passages.",
        "“The honey bee hive”, 118 words: What a hive is; Reasons for swarming; Tools.",
        "“Wax and honey”, 94 words.",
        "“03-enemies”, 65 words: ENEMIES OF THE HONEY BEE.",
        "Most named: Alder Valley Guild (6 sentences).",
    ]
    assert {(line.kind, line.status) for line in draft.statements} == {("frame", "frame")}
    assert (draft.outcome, draft.shape, draft.confidence) == ("about", "overview", 1.0)
    assert draft.suggestions == ("What is a hive?", "What is wax?")


def test_every_line_of_the_card_can_be_recounted(lighthouses: Index) -> None:
    first, *rest = [line.text for line in overview(make_card(View(lighthouses))).statements]
    assert first == f"{lighthouses.n_documents} documents, {lighthouses.n_chunks} passages."
    titles, others = rest[: lighthouses.n_documents], rest[lighthouses.n_documents :]
    assert titles == [title_line(lighthouses, info.id) for info in lighthouses.documents()]
    assert [line.partition(": ")[0] for line in others] == ["Key phrases", "Most named"]
    for line in others:
        for text, count in re.findall(r"([^:,]+) \((\d+) sentences?\)", line.partition(": ")[2]):
            recount = holding_words if line.startswith("Key") else holding_name
            assert (text, recount(lighthouses, text.strip())) == (text, int(count))


def test_each_title_opens_its_document(lighthouses: Index) -> None:
    lines = overview(make_card(View(lighthouses))).statements[1 : 1 + lighthouses.n_documents]
    for line, info in zip(lines, lighthouses.documents(), strict=True):
        chunk = lighthouses.chunks(info.id)[0]
        assert line.citations == (cite(chunk, chunk.sentences[0].span, info.sha256),)


def test_a_large_collection_is_counted_in_part_and_says_so(
    apiary: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_CHUNKS", 3)
    monkeypatch.setattr(module, "MAX_TITLES", 1)
    assert [line.text for line in overview(make_card(View(apiary))).statements] == [
        "3 documents, 5 passages.",
        "“The honey bee hive”, 118 words: What a hive is; Reasons for swarming; Tools.",
        "2 more documents.",
        "Counted below in 1 of 3 documents.",
    ]


def title_line(index: Index, document: str) -> str:
    info, text = index.document(document)
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    headings = re.findall(r"^## (.+)$", body, re.MULTILINE)
    words = len(plain_text(body, info.markup).split())
    more = f"; {len(headings) - 5} more" if len(headings) > 5 else ""
    return f"“{info.title}”, {words} words: {'; '.join(headings[:5])}{more}."


def prose(index: Index) -> Iterator[str]:
    for info in index.documents():
        for chunk in index.chunks(info.id):
            for sentence in chunk.sentences:
                if sentence.kind in ("paragraph", "item"):
                    yield plain_text(chunk.sentence_text(sentence), chunk.markup)


def holding_name(index: Index, name: str) -> int:
    return sum(bool(re.search(rf"\b{re.escape(name)}\b", text)) for text in prose(index))


def holding_words(index: Index, phrase: str) -> int:
    wanted = " ".join(terms(phrase))
    return sum(wanted in " ".join(terms(text)) for text in prose(index))

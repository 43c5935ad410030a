"""What the panel beside the chat is sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Span
from corpus.errors import DocumentUnknown
from tests.index.small import opened, synced, write
from tests.ui.standin import NearestSentence
from ui.page import reading
from ui.page.reading import (
    Place,
    cut_parts,
    document_blocks,
    open_document,
    open_further,
    open_paragraph,
)

QUOTE = "They leave the pier every hour."


def place_of(standin: NearestSentence, document: str, quote: str, number: int = 1) -> Place:
    info, text = standin.index.document(document)
    start = text.index(quote)
    return Place(document, Span(start, start + len(quote)), number, info.sha256[:12])


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50))))
def test_parts_are_the_text_and_what_is_marked_is_what_was_cited(
    text: str, ends: list[tuple[int, int]]
) -> None:
    marks = [Span(min(pair), max(pair)) for pair in ends]
    parts = cut_parts(text, Span(0, len(text)), marks)
    marked = {i for mark in marks for i in range(mark.start, min(mark.end, len(text)))}
    shown = [(char, is_marked) for part, is_marked in parts for char in part]
    assert shown == [(char, i in marked) for i, char in enumerate(text)]


@given(st.text(st.sampled_from("ab #-*|.\n1"), max_size=60))
def test_blocks_lose_no_word_of_a_document(text: str) -> None:
    blocks = document_blocks(text, "plain", Span(0, len(text)), [])
    shown = "".join(part for block in blocks for part, _ in block["parts"])
    letters, expected = (list(filter(str.isalnum, found)) for found in (shown, text))
    assert letters == expected  # a line of dashes is a sign, not a word


def test_a_document_opens_at_the_passage_without_signs_of_markup(standin: NearestSentence) -> None:
    place = place_of(standin, "ferries.md", QUOTE, 2)
    opened = open_document(standin.index, place)
    for block in opened["blocks"]:
        del block["start"], block["end"]
    assert opened == {
        "document": "ferries.md",
        "title": "Ferries of the bay",
        "heading": ["Cargo"],
        "page": None,
        "start": place.span.start,
        "end": place.span.end,
        "h": place.hash,
        "changed": False,
        "blocks": [
            {"kind": "h1", "parts": [("Ferries of the bay", False)]},
            {"kind": "h2", "parts": [("Cargo", False)]},
            {
                "kind": "paragraph",
                "parts": [
                    ("Ferries carry passengers, bicycles and mail. 🚢 ", False),
                    (QUOTE, True),
                ],
            },
            {"kind": "h2", "parts": [("Crew", False)]},
            {"kind": "item", "parts": [("A captain commands each ferry.", False)]},
            {"kind": "item", "parts": [("Two sailors tie the ropes.", False)]},
        ],
        "cut": False,
        "further": None,
    }


def test_a_quote_opens_to_its_own_paragraph_alone(standin: NearestSentence) -> None:
    def shown(document: str, quote: str) -> list[list[tuple[str, bool]]]:
        blocks = open_paragraph(standin.index, place_of(standin, document, quote))["blocks"]
        return [block["parts"] for block in blocks]

    assert shown("ferries.md", QUOTE) == [
        [("Ferries carry passengers, bicycles and mail. 🚢 ", False), (QUOTE, True)]
    ]
    captain = "A captain commands each ferry."
    assert shown("ferries.md", captain) == [[(captain, True)]]
    piers = "It has three piers and a lighthouse."
    assert shown("harbour.txt", piers) == [[(piers, True)]]


def test_every_block_says_where_it_stands(standin: NearestSentence) -> None:
    text = standin.index.document("ferries.md")[1]
    place = place_of(standin, "ferries.md", QUOTE)
    blocks = open_document(standin.index, place)["blocks"]
    cut = [text[block["start"] : block["end"]] for block in blocks]
    assert cut[1:4] == [
        "## Cargo",
        f"Ferries carry passengers, bicycles and mail. 🚢 {QUOTE}",
        "## Crew",
    ]


def test_a_document_that_has_changed_since_says_so(standin: NearestSentence) -> None:
    place = place_of(standin, "ferries.md", QUOTE)
    old = Place(place.document, place.span, 1, "0" * 12)
    assert open_document(standin.index, old)["changed"] is True


@pytest.mark.parametrize("opening", [open_document, open_paragraph])
def test_a_source_that_is_gone_or_shorter_is_a_sentence(
    standin: NearestSentence, opening: Any
) -> None:
    gone = Place("gone.md", Span(0, 5), 1, "")
    beyond = Place("ferries.md", Span(10**12, 10**12 + 1), 2, "")
    with pytest.raises(DocumentUnknown):
        opening(standin.index, gone)
    with pytest.raises(DocumentUnknown, match=r"^ferries\.md is shorter than when it was cited"):
        opening(standin.index, beyond)


@pytest.mark.parametrize(
    "record", [{}, {"document": "a", "start": 3, "end": 1}, [], {"start": "x"}]
)
def test_what_is_not_a_place_is_refused(record: object) -> None:
    with pytest.raises(ValueError, match=r"not a (citation|span)"):
        Place.from_json(record)


def test_a_long_document_is_read_on_part_by_part_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"Line {n} of the log." for n in range(60)]
    write(tmp_path / "docs", {"log.md": "---\nkind: log\n---\n# Log\n\n" + "\n\n".join(lines)})
    synced(tmp_path / "index", tmp_path / "docs")
    index = opened(tmp_path / "index")
    monkeypatch.setattr(reading, "SHOWN_CHARS", 300)
    monkeypatch.setattr(reading, "PARAGRAPH_CHARS", 50)
    part = open_document(index, Place("log.md", Span(0, 0), 0, ""))
    blocks, starts = part["blocks"], []
    assert not part["cut"]
    while part["further"] is not None:
        starts.append(part["further"])
        part = open_further(index, "log.md", part["further"])
        blocks += part["blocks"]
    assert ["".join(text for text, _ in block["parts"]) for block in blocks] == ["Log", *lines]
    assert len(starts) > 3
    with pytest.raises(DocumentUnknown):
        open_further(index, "none.md", 0)

"""What the panel beside the chat is sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Span
from corpus.errors import DocumentUnknown
from tests.ui.standin import NearestSentence
from ui.viewer import Place, cut_parts, document_blocks, open_document, source_cards

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
    assert "".join(shown.split()) == "".join(text.split())


def test_a_document_opens_at_the_passage_without_signs_of_markup(standin: NearestSentence) -> None:
    place = place_of(standin, "ferries.md", QUOTE, 2)
    assert open_document(standin.index, place) == {
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
    }


def test_quotes_of_one_passage_share_a_card(standin: NearestSentence) -> None:
    first = place_of(standin, "ferries.md", "Ferries carry passengers, bicycles and mail.", 1)
    other = place_of(standin, "harbour.txt", "It has three piers and a lighthouse.", 2)
    second = place_of(standin, "ferries.md", QUOTE, 3)
    cards = list(source_cards(standin.index, [first, other, second]))
    marked = [
        [part for block in card["blocks"] for part, is_marked in block["parts"] if is_marked]
        for card in cards
    ]
    assert [card["numbers"] for card in cards] == [[1, 3], [2]]
    assert marked == [
        ["Ferries carry passengers, bicycles and mail.", QUOTE],
        ["It has three piers and a lighthouse."],
    ]


def test_a_document_that_has_changed_since_says_so(standin: NearestSentence) -> None:
    place = place_of(standin, "ferries.md", QUOTE)
    old = Place(place.document, place.span, 1, "0" * 12)
    assert open_document(standin.index, old)["changed"] is True


def test_a_source_that_is_gone_or_shorter_is_a_sentence(standin: NearestSentence) -> None:
    gone = Place("gone.md", Span(0, 5), 1, "")
    beyond = Place("ferries.md", Span(10**12, 10**12 + 1), 2, "")
    cards = list(source_cards(standin.index, [gone, beyond]))
    assert [card["numbers"] for card in cards] == [[1], [2]]
    assert cards[1]["error"] == "ferries.md is shorter than when it was cited; ask again"
    with pytest.raises(DocumentUnknown):
        open_document(standin.index, gone)


@pytest.mark.parametrize(
    "record", [{}, {"document": "a", "start": 3, "end": 1}, [], {"start": "x"}]
)
def test_what_is_not_a_place_is_refused(record: object) -> None:
    with pytest.raises(ValueError, match=r"not a (citation|span)"):
        Place.from_json(record)  # type: ignore[arg-type]

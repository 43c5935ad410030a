from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.expressions import MEASURES, AnswerType, find, names

KINDS: tuple[AnswerType, ...] = (
    *MEASURES,
    "occasion",
    "person",
    "place",
    "reason",
    "manner",
    "example",
)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("date", "It opened on 3 May 1931 and closed in June 1940.", ["3 May 1931", "June 1940"]),
        ("date", "On March 14th, 1902 she left.", ["March 14th, 1902"]),
        ("date", "You may march in, and the second attempt may fail.", []),
        ("date", "In the 1850s, the 19th century, at 14:30.", ["1850s", "19th century", "14:30"]),
        ("date", "Built in 240 BC, burnt in 410 AD.", ["240 BC", "410 AD"]),
        ("date", "They meet on Tuesdays in the summer of 1912.", ["Tuesdays", "summer of 1912"]),
        ("date", "Room 4117 has 300 seats.", []),
        ("occasion", "It rings when fog comes in, and at noon.", ["when fog comes in", "at noon"]),
        ("occasion", "They meet every year at the mill.", ["every year"]),
        ("occasion", "It stands at the mill.", []),
        ("date", "Signed on 2019-04-01.", ["2019-04-01"]),
        ("money", "With £4,200, and 30 crowns.", ["£4,200", "30 crowns"]),
        ("number", "It has 1,250 steps and twenty-two rooms.", ["1,250", "twenty-two"]),
        ("number", "3.5 million people; a dozen boats; 2½ pints", ["3.5 million", "dozen", "2½"]),
        ("number", "The mill stands by the weir.", []),
        ("money", "It cost £4,200 and later $3.5 million.", ["£4,200", "$3.5 million"]),
        ("money", "A fee of 20 euros for 30 people.", ["20 euros"]),
        ("percent", "It fell by 12.5% and then 3 per cent.", ["12.5%", "3 per cent"]),
        ("duration", "It took three weeks, then a year.", ["three weeks", "a year"]),
        ("duration", "He reigned from 1801 to 1825.", ["from 1801 to 1825"]),
        ("duration", "It opened in 1931.", []),
        ("place", "It sails from Port Ellis to the Isle of Fen.", ["Port Ellis", "Isle of Fen"]),
        ("place", "Ada Quill owns it.", []),
        ("reason", "It closed because the weir broke.", ["because"]),
        ("manner", "They grind it by turning a stone.", ["by turning"]),
        ("person", "Ada Quill met Tom de Vere.", ["Ada Quill", "Tom de Vere"]),
        ("example", "For example, the Fen Mill is old.", ["Fen Mill"]),
        ("example", "The Fen Mill stands by the weir.", []),
        ("definition", "Flour is ground grain, made in 1931 by Ada.", []),
        ("thing", "Flour is ground grain, made in 1931 by Ada.", []),
    ],
)
def test_expressions_of_a_kind_are_found_in_reading_order(
    kind: AnswerType, text: str, expected: list[str]
) -> None:
    assert [span.cut(text) for span in find(kind, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When did the University of Graz and Acme meet?", ["University of Graz", "Acme"]),
        ("Ada's boat and the Quills’ house", ["Ada", "Quills"]),
        ("the BBC, NASA and mRNA", ["BBC", "NASA", "mRNA"]),
        ("Who is Ada Quill?", ["Ada Quill"]),
        ("The mill burnt. It was rebuilt.", []),
        ("In The Hague", ["Hague"]),
        ("WHO issued it", ["WHO"]),  # a function word in capitals is an acronym
        ("Marks & Spencer sold 3M tape", ["Marks & Spencer", "3M"]),
        ("Louis XIV and Elizabeth II", ["Louis XIV", "Elizabeth II"]),
        ("Fen Mill Ltd.", ["Fen Mill Ltd"]),
        ("we grind grain", []),
        ("In the All of Them Fund", ["All of Them Fund"]),
        ("He read of The Fen", ["The Fen"]),
        ("At the Fen Mill", ["Fen Mill"]),
        ("3.1 The wheel shall turn", []),
        ("(2) The Fen Mill shall turn", ["Fen Mill"]),
        ("Compare Fen Mill and Acme", ["Fen Mill", "Acme"]),
        ("One example is Acme", ["Acme"]),
        ("Who is the CEO of Acme?", ["Acme"]),
    ],
)
def test_names_are_runs_of_capitals_without_what_only_opens_the_sentence(
    text: str, expected: list[str]
) -> None:
    assert [span.cut(text) for span in names(text)] == expected


@given(st.text(alphabet="Ada of The 1931 mill's&.,(½é東\n", max_size=60), st.sampled_from(KINDS))
def test_every_span_lies_within_the_text_is_not_empty_and_none_goes_back(
    text: str, kind: AnswerType
) -> None:
    spans = list(find(kind, text))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)


@pytest.mark.parametrize(
    "text",
    [
        "It rang at a quarter past one.",
        "It rang at half past twelve.",
        "It rang at six o'clock.",
        "It rang at 6.40 pm.",
        "It rang at midnight.",
    ],
)
def test_a_time_of_the_day_is_when_something_was(text: str) -> None:
    assert [span.cut(text) for span in find("date", text)] == [text[text.index("at ") + 3 : -1]]

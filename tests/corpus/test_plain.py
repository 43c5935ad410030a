from __future__ import annotations

import pytest
from hypothesis import given

from corpus.plain import sections
from corpus.text import normalise
from tests.corpus.texts import odd_texts

LONG = "This is a line of a paragraph that is longer than any heading above it."


def outline(text: str) -> list[tuple[tuple[str, ...], list[str]]]:
    return [
        (s.heading, [f"{b.kind}: {b.span.cut(text)}" for b in s.blocks]) for s in sections(text)
    ]


@pytest.mark.parametrize(
    "heading", ["Early Years of the School", "EARLY YEARS", "1999 Early Years"]
)
def test_a_short_line_in_title_case_above_a_longer_one_is_a_heading(heading: str) -> None:
    assert outline(f"{LONG}\n\n{heading}\n{LONG}\n") == [
        ((), [f"paragraph: {LONG}"]),
        ((heading,), [f"heading: {heading}", f"paragraph: {LONG}"]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Early Years.", "Early Years:", "We met at the station", "- Early Years", "1. Early Years",
        "Early Years " * 8, "(a) Early Years", "日本語",
    ],
)  # fmt: skip
def test_other_lines_are_none(line: str) -> None:
    assert [section.heading for section in sections(f"{line}\n\n{LONG}")] == [()]


def test_a_line_within_a_hard_wrapped_paragraph_is_none() -> None:
    text = "The school was founded long ago and had its\nEarly Years\nin the house of a merchant.\n"
    assert outline(text) == [
        ((), ["paragraph: The school was founded long ago and had its\nEarly Years",
              "paragraph: in the house of a merchant."]),
    ]  # fmt: skip


def test_an_underlined_line_is_a_heading_and_its_underline_no_block() -> None:
    text = f"what came first\n===============\n\n{LONG}\n\n*****\n\n- one\n- two"
    assert outline(text) == [
        (
            ("what came first",),
            ["heading: what came first", f"paragraph: {LONG}", "item: - one", "item: - two"],
        )
    ]


def test_the_last_section_is_not_the_whole_rest() -> None:
    text = f"Part One\n{LONG}\n\nPart Two\n{LONG}\n\n{LONG}\n\n{LONG}\n"
    assert outline(text) == [
        (("Part One",), ["heading: Part One", f"paragraph: {LONG}"]),
        (("Part Two",), ["heading: Part Two", f"paragraph: {LONG}"]),
        ((), [f"paragraph: {LONG}", f"paragraph: {LONG}"]),
    ]


@given(odd_texts)
def test_sections_follow_without_a_gap_and_hold_their_blocks_in_order(raw: str) -> None:
    text = normalise(raw)
    found = sections(text)
    ends = [0, *(section.span.end for section in found)]
    assert [section.span.start for section in found] == ends[:-1]
    assert ends[-1] == len(text)
    for section in found:
        at = section.span.start
        for block in section.blocks:
            assert at <= block.span.start < block.span.end <= section.span.end
            assert block.span.strip(text) == block.span
            at = block.span.end

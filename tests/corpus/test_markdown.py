from __future__ import annotations

import pytest
from hypothesis import given

from corpus.document import Section
from corpus.markdown import front_matter, sections
from corpus.text import normalise
from tests.corpus.texts import odd_texts


def outline(text: str, found: tuple[Section, ...]) -> list[tuple[tuple[str, ...], list[str]]]:
    return [
        (s.heading, [f"{b.kind}: {b.span.cut(text)}" for b in s.blocks]) for s in found
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: A\n---\nb", ({"title": "A"}, 17)),
        ("---\n---\nb", ({}, 8)),
        ("---\n# none\n---\nb", ({}, 15)),
        ("---\ndate: 2021-13-45\nn: 1.10\n---", ({"date": "2021-13-45", "n": "1.10"}, 32)),
        ("---\nyes: no\nempty:\n---", ({"yes": "no"}, 22)),
        ("---\ntags: [a, b]\ndeep: {a: {b: c}}\n---\n", ({"tags": "a, b"}, 39)),
        ("---\ntitle: A: b\nby: C\n---\n", ({"title": "A: b", "by": "C"}, 26)),
        ("---\ntitle: never closed\n", ({}, 0)),
        ("---\njust a text\n---\nb", ({}, 0)),
        ("---\n- a\n- b\n---\nb", ({}, 0)),
        ("---\n*: [\n---\nb", ({}, 0)),
        ("---\n" + "[" * 5000 + "\n---\nb", ({}, 0)),
        ("text\n---\ntitle: A\n---\n", ({}, 0)),
        ("", ({}, 0)),
    ],
)  # fmt: skip
def test_front_matter_is_read_as_written_or_taken_for_text(
    text: str, expected: tuple[dict[str, str], int]
) -> None:
    assert front_matter(text) == expected


TEXT = """intro

# The *Title* &amp; more #

para <!-- c. D. --> goes on

## Sub
- one
  - two

    deep
- three

| a | b |
|---|---|
| 1 | 2 |

> Note: mind this

#

below an empty heading

Setext
------
```py
# no heading
```
#### Deep
<div>shown</div>

<!-- unseen -->

---

[x]: http://a.b/c

# Second
"""


def test_headings_make_paths_and_markup_alone_makes_no_block() -> None:
    found, title = sections(TEXT, 0)
    assert title == "The Title & more"
    assert outline(TEXT, found) == [
        ((), ["paragraph: intro"]),
        ((), ["heading: # The *Title* &amp; more #", "paragraph: para <!-- c. D. --> goes on"]),
        (
            ("Sub",),
            [
                "heading: ## Sub", "item: - one", "item: - two", "item: deep", "item: - three",
                "header: | a | b |", "row: | 1 | 2 |", "note: > Note: mind this",
                "paragraph: below an empty heading",
            ],
        ),
        (("Setext",), ["heading: Setext\n------", "code: ```py\n# no heading\n```"]),
        (("Setext", "Deep"), ["heading: #### Deep", "paragraph: <div>shown</div>"]),
        (("Second",), ["heading: # Second"]),
    ]  # fmt: skip


@given(odd_texts)
def test_sections_follow_without_a_gap_and_hold_their_blocks_in_order(raw: str) -> None:
    text = normalise(raw)
    _, body_start = front_matter(text)
    found, _ = sections(text, body_start)
    ends = [body_start, *(section.span.end for section in found)]
    assert [section.span.start for section in found] == ends[:-1]
    assert ends[-1] == len(text)
    for section in found:
        at = section.span.start
        for block in section.blocks:
            assert at <= block.span.start < block.span.end <= section.span.end
            assert block.span.strip(text) == block.span
            at = block.span.end


def test_a_heading_longer_than_a_line_is_shortened() -> None:
    found, title = sections("# " + "word " * 1000, 0)
    assert title == ("word " * 60).strip()
    assert [section.heading for section in found] == [()]

"""Plain text: paragraphs, list items, and the lines that read like headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from corpus.document import Block, BlockKind, Section, Span
from corpus.markup import MASK, mask_markup

_ITEM = re.compile(r"\s*(?:[-*•‣–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_UNDERLINE = re.compile(r"\n[ \t]*([=\-~*#_])\1{2,}[ \t]*(?:\n|\Z)")
_ENDS_OPEN = re.compile(r"[.!?:;,…。！？\"”’)\]]\s*\Z")
_MAX_HEADING_WORDS = 12
_MAX_HEADING_CHARS = 90
_WRAPPED_MIN_CHARS, _WRAPPED_MAX_CHARS = 40, 100


def sections(text: str) -> tuple[Section, ...]:
    """The sections of a plain text; without a line that reads like a heading, one.

    A heading is a short line without closing punctuation, in title case or capitals, followed
    by a longer line. Sections follow each other without a gap.
    """
    blocks = list(_blocks(text))
    groups: list[_Group] = [((), [])]
    for block in blocks:
        if block.kind == "heading":
            groups.append(((" ".join(block.span.cut(text).split()),), []))
        groups[-1][1].append(block)
    if len(groups) > 1 and not groups[0][1]:
        del groups[0]
    groups = _end_last(groups)
    starts = [0, *(group[0].span.start for _, group in groups[1:])]
    ends = [*starts[1:], len(text)]
    return tuple(
        Section(path, Span(start, end), tuple(group))
        for (path, group), start, end in zip(groups, starts, ends, strict=True)
    )


_Group = tuple[tuple[str, ...], list[Block]]


def _end_last(groups: list[_Group]) -> list[_Group]:
    """End the last section where the longest one before it would have ended.

    No heading follows to end it, and a heading that is taken for the whole rest of a text would
    mislead more than none.
    """
    longest = max((len(blocks) for path, blocks in groups[:-1] if path), default=0)
    path, blocks = groups[-1]
    if not path or not longest or len(blocks) <= longest:
        return groups
    return [*groups[:-1], (path, blocks[:longest]), ((), blocks[longest:])]


def _blocks(text: str) -> Iterator[Block]:
    """Paragraphs, items and headings. Rules, lines of signs, are left out."""
    masked = mask_markup(text, "plain").replace(MASK, " ")
    lines = [Span(*m.span()) for m in re.finditer(r"[^\n]+", masked) if not m.group().isspace()]
    group: list[Span] = []
    for line, following in zip_longest(lines, lines[1:]):
        if _is_heading(text, group[-1] if group else None, line, following):
            yield from _close(text, group)
            group = []
            yield Block(line.strip(text), "heading")
            continue
        if group and not _goes_on(text, group[-1], line):
            yield from _close(text, group)
            group = []
        group.append(line)
    yield from _close(text, group)


def _close(text: str, group: list[Span]) -> Iterator[Block]:
    if group:
        span = Span(group[0].start, group[-1].end).strip(text)
        kind: BlockKind = "item" if _ITEM.match(group[0].cut(text)) else "paragraph"
        yield Block(span, kind)


def _goes_on(text: str, before: Span, line: Span) -> bool:
    """Whether ``line`` continues the paragraph of the line before: hard-wrapped text.

    Two lines that touch are one paragraph only where the first is as long as wrapped lines are,
    and the next does not start an item.
    """
    if _is_apart(text, before, line) or _ITEM.match(line.cut(text)):
        return False
    return _WRAPPED_MIN_CHARS <= before.length <= _WRAPPED_MAX_CHARS


def _is_apart(text: str, before: Span, line: Span) -> bool:
    """Whether an empty line or a rule stands between."""
    return text.count("\n", before.end, line.start) > 1


def _is_heading(text: str, before: Span | None, line: Span, following: Span | None) -> bool:
    """``before`` is the line above if it is of a paragraph."""
    if following is None or line.length > _MAX_HEADING_CHARS:
        return False
    words = line.cut(text).split()
    if len(words) > _MAX_HEADING_WORDS or _ENDS_OPEN.search(line.cut(text)):
        return False
    if _ITEM.match(line.cut(text)):
        return False
    if _UNDERLINE.match(text, line.end):
        return True
    if before and not _is_apart(text, before, line) and not _ENDS_OPEN.search(before.cut(text)):
        return False
    return following.length > line.length and _is_title_case(words)


def _is_title_case(words: list[str]) -> bool:
    """Most words of four letters or more are capitalised.

    >>> _is_title_case("Academic Institutions and Industry Collaborations".split())
    True
    >>> _is_title_case("We met at the station".split())
    False
    """
    bare = [word.strip("\"'“”‘’(") for word in words]
    longer = [word for word in bare if len(word) >= 4]
    n_capitals = sum(_is_capital(word) for word in longer)
    return bool(longer) and _is_capital(bare[0]) and n_capitals >= 0.75 * len(longer)


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit()

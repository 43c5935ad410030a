"""Markdown: front matter, headings as sections, and the blocks that sentences stay within."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from corpus.document import Block, BlockKind, Section, Span
from corpus.markup import MASK, mask_markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_HEADING_CHARS = 300
"""A longer heading or title is shortened: it is repeated with everything that stands below it."""

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|\Z)", re.DOTALL)
_MAX_FRONT_MATTER_CHARS = 20_000
_PAIR = re.compile(r"^(\w[\w .-]*):(?:[ \t]+(.*))?$", re.MULTILINE)
_NOTE = re.compile(r"[>\s]*(?:\*\*|__)?\[?!?(?:note|remark)\b", re.IGNORECASE)
_LEAF_KINDS: dict[str, BlockKind] = {
    "paragraph_open": "paragraph",
    "html_block": "paragraph",
    "heading_open": "heading",
    "tr_open": "row",
    "fence": "code",
    "code_block": "code",
}


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The values between leading ``---`` lines, as written, and where the body starts.

    Values are strings; a list's are joined by commas, deeper ones left out. Where it is no YAML (a
    title with a colon), its ``key: value`` lines count. Without any it is body text: ``({}, 0)``.
    """
    match = _FRONT_MATTER.match(text)
    if match is None or match.end() > _MAX_FRONT_MATTER_CHARS:
        return {}, 0
    values = _read_yaml(match.group(1) or "")
    if not isinstance(values, Mapping):
        return {}, 0
    flat = {str(key): _flat(value) for key, value in values.items()}
    return {key: value for key, value in flat.items() if value}, match.end()


def _read_yaml(source: str) -> object:
    import yaml

    try:
        # BaseLoader keeps every value as it was written: no dates, no numbers, no "yes" for true.
        values: object = yaml.load(source, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        return dict(_PAIR.findall(source)) or source
    return {} if values is None else values


def _flat(value: object) -> str:
    parts = value if isinstance(value, list) else [value]
    return ", ".join(" ".join(part.split()) for part in parts if isinstance(part, str))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A block; of a heading also its level, 1 to 6, and its words. Else the level is 0."""

    block: Block
    level: int = 0
    words: str = ""


def sections(text: str, body_start: int) -> tuple[tuple[Section, ...], str | None]:
    """The sections of a Markdown text from ``body_start`` on, and its first level-1 heading.

    That heading is the document's title, so it is no part of any heading path. Sections follow
    each other without a gap; a heading without words begins none.
    """
    groups: list[list[_Entry]] = [[]]
    for entry in _entries(text, body_start):
        if entry.level and groups[-1]:
            groups.append([])
        groups[-1].append(entry)
    title = next((group[0] for group in groups if group and group[0].level == 1), None)
    starts = [body_start, *(group[0].block.span.start for group in groups[1:])]
    spans = [Span(*ends) for ends in zip(starts, [*starts[1:], len(text)], strict=True)]
    paths = _paths(groups, title)
    return tuple(
        Section(path, span, tuple(entry.block for entry in group))
        for path, span, group in zip(paths, spans, groups, strict=True)
    ), title.words if title else None


def _paths(groups: list[list[_Entry]], title: _Entry | None) -> Iterator[tuple[str, ...]]:
    path: list[_Entry] = []
    for group in groups:
        if group and group[0].level:
            path = [entry for entry in path if entry.level < group[0].level]
            path += [group[0]] if group[0] is not title else []
        yield tuple(entry.words for entry in path)


def _entries(text: str, body_start: int) -> Iterator[_Entry]:
    """The blocks that hold anything but markup, in reading order."""
    body = text[body_start:]
    masked = " " * body_start + mask_markup(body, "markdown").replace(MASK, " ")
    starts = [body_start, *(body_start + match.end() for match in re.finditer("\n", body))]
    starts.append(len(text))
    last_line = 0
    for leaf in _leaves(_parser().parse(body)):
        if leaf.first_line < last_line:
            continue
        last_line = max(leaf.end_line, leaf.first_line + 1)
        lines = Span(starts[leaf.first_line], starts[min(last_line, len(starts) - 1)])
        words = " ".join(lines.cut(masked).split())
        if words:
            is_note = leaf.in_quote and _NOTE.match(lines.cut(text))
            block = Block(lines.strip(text), "note" if is_note else leaf.kind)
            heading = unescape(words)[:MAX_HEADING_CHARS].rstrip() if leaf.level else ""
            yield _Entry(block, leaf.level, heading)


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A block without blocks in it, by lines."""

    kind: BlockKind
    level: int  # of a heading, else 0
    first_line: int
    end_line: int
    in_quote: bool


def _leaves(tokens: list[Token]) -> Iterator[_Leaf]:
    in_item = in_quote = 0
    before = ""
    for token in tokens:
        in_item += (token.type == "list_item_open") - (token.type == "list_item_close")
        in_quote += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        kind = _LEAF_KINDS.get(token.type)
        if kind == "paragraph" and in_item:
            kind = "item"
        if kind == "row" and before == "thead_open":
            kind = "header"
        before = token.type
        if kind is not None and token.map is not None:
            level = int(token.tag[1]) if kind == "heading" else 0
            yield _Leaf(kind, level, token.map[0], token.map[1], in_quote > 0)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable(["inline", "reference"])

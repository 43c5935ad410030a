"""Cutting a document into chunks, by span."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from math import ceil

from corpus.document import Document, Section, Span
from corpus.markup import MASK, mask_markup
from index.passage import Chunk, Sentence
from index.sentences import split_block

INDEX_VERSION = "1"
"""Changes with everything that makes chunks, vectors or terms of an older index unusable."""

MAX_TOKENS = 200
MAX_EMBEDDED_TOKENS = 254
_MAX_CHARS_PER_TOKEN = 10
_JOINT = " - "

CountTokens = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence with the characters between the one before and it: what chunks are packed of."""

    span: Span
    sentence: Sentence
    n_tokens: int


def chunk_document(
    document: Document,
    count_tokens: CountTokens,
    *,
    max_tokens: int = MAX_TOKENS,
    max_embedded: int = MAX_EMBEDDED_TOKENS,
) -> Iterator[Chunk]:
    """Cut ``document`` into chunks of at most ``max_tokens`` word pieces, in reading order.

    Chunks end at sentence ends (a longer sentence is cut at white space), never cross a section,
    and together cover every non-space character of the document, front matter aside, exactly
    once. A block that does not fit is not begun, unless it is longer than a chunk: then it is
    cut into parts of like size. ``count_tokens`` counts word pieces without special tokens.

    Raises:
        ValueError: ``max_tokens`` is not positive or not below ``max_embedded``.
    """
    if not 0 < max_tokens < max_embedded:
        raise ValueError(f"max_tokens must lie in 1..{max_embedded - 1}, not {max_tokens}")
    masked = mask_markup(document.text, document.markup).replace(MASK, " ")
    for section in document.sections:
        prefixes = _Prefixes(document, section, count_tokens, max_embedded - max_tokens)
        for group in _pack(_blocks(document.text, masked, section, count_tokens, max_tokens), max_tokens):
            yield _chunk(document, section, group, masked, prefixes)


def _blocks(
    text: str, masked: str, section: Section, count_tokens: CountTokens, max_tokens: int
) -> Iterator[list[_Unit]]:
    """The units of each block; characters between blocks belong to the unit that follows."""
    start = section.span.start
    units: list[_Unit] = []
    for block in section.blocks:
        units = []
        for whole in split_block(text, block):
            for sentence in _cut_long(masked, whole, count_tokens, max_tokens):
                units.append(_unit(masked, start, sentence, count_tokens))
                start = sentence.span.end
        if units:
            yield units
    rest = Span(start, section.span.end)
    if rest.cut(text).strip():
        sentence = Sentence(_strip(text, rest), "code")
        yield [
            _unit(masked, piece.span.start, piece, count_tokens)
            for piece in _cut_long(masked, sentence, count_tokens, max_tokens)
        ]


def _unit(masked: str, start: int, sentence: Sentence, count_tokens: CountTokens) -> _Unit:
    span = _strip(masked, Span(start, sentence.span.end))
    # A long run without spaces is one unknown piece to the tokenizer: its length counts too.
    n_tokens = max(count_tokens(span.cut(masked)), ceil(span.length / _MAX_CHARS_PER_TOKEN))
    whole = Span(min(start, sentence.span.start), sentence.span.end)
    return _Unit(whole, sentence, n_tokens)


def _cut_long(
    text: str, sentence: Sentence, count_tokens: CountTokens, max_tokens: int
) -> Iterator[Sentence]:
    """``sentence``, or pieces of it that end at white space where there is any."""
    span, max_chars = sentence.span, max_tokens * _MAX_CHARS_PER_TOKEN
    while span.length > max_chars or count_tokens(span.cut(text)) > max_tokens:
        end = min(span.end, span.start + max_chars)
        while count_tokens(text[span.start : end]) > max_tokens:
            end = span.start + max(1, (end - span.start) * 3 // 4)
        space = max(text.rfind(" ", span.start, end), text.rfind("\n", span.start, end))
        piece = _strip(text, Span(span.start, space if space > span.start else end))
        if piece.length:
            yield Sentence(piece, sentence.kind)
        span = _strip(text, Span(max(piece.end, span.start + 1), span.end))
    if span.length:
        yield Sentence(span, sentence.kind)


def _pack(blocks: Iterator[list[_Unit]], max_tokens: int) -> Iterator[list[_Unit]]:
    room, group = max_tokens, list[_Unit]()
    for units in blocks:
        needed = sum(unit.n_tokens for unit in units)
        if needed > room and group and not _is_opening(group):
            yield group
            room, group = max_tokens, []
        parts = ceil(needed / room) if needed > room else 1
        target = needed / parts
        for unit in units:
            full = sum(u.n_tokens for u in group) if parts > 1 else 0
            if unit.n_tokens > room or (parts > 1 and group and full + unit.n_tokens / 2 > target + _open_tokens(group)):
                if group:
                    yield group
                room, group = max_tokens, []
            group.append(unit)
            room -= unit.n_tokens
    if group:
        yield group


def _is_opening(group: list[_Unit]) -> bool:
    """Whether the group holds headings only: they are not left alone at the end of a chunk."""
    return all(unit.sentence.kind == "heading" for unit in group)


def _open_tokens(group: list[_Unit]) -> int:
    return sum(unit.n_tokens for unit in group if unit.sentence.kind == "heading")


class _Prefixes:
    """Title and heading path of a section, shortened to fit in front of its chunks."""

    def __init__(
        self, document: Document, section: Section, count_tokens: CountTokens, max_tokens: int
    ) -> None:
        titles = () if document.title_origin == "file name" else (document.title,)
        self._path = (*titles, *section.heading)
        self._count, self._max_tokens = count_tokens, max_tokens

    def for_chunk(self, opens_with: str) -> str:
        """The prefix of a chunk, without the innermost heading where the chunk opens with it."""
        path = self._path[:-1] if self._path and self._path[-1] == opens_with else self._path
        words = _JOINT.join(path).split()
        while words and self._count(" ".join(words)) > self._max_tokens:
            words = words[: len(words) * 3 // 4]
        return " ".join(words) + "\n" if words else ""


def _chunk(
    document: Document, section: Section, group: list[_Unit], masked: str, prefixes: _Prefixes
) -> Chunk:
    span = _strip(document.text, Span(group[0].span.start, group[-1].span.end))
    text = span.cut(document.text)
    first = group[0].sentence
    opening = " ".join(first.span.cut(masked).split()) if first.kind == "heading" else ""
    key = f"{INDEX_VERSION}\0{document.id}\0{span.start}\0{span.end}\0{text}"
    return Chunk(
        id=sha256(key.encode("utf-8")).hexdigest()[:32],
        document=document.id,
        title=document.title,
        heading=section.heading,
        page=section.page,
        span=span,
        text=text,
        markup=document.markup,
        sentences=tuple(unit.sentence for unit in group),
        embedded=prefixes.for_chunk(opening) + span.cut(masked),
    )


def _strip(text: str, span: Span) -> Span:
    part = span.cut(text)
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, start + len(part.strip())))

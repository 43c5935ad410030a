"""Cutting a document into chunks, by span."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from math import ceil

from corpus.document import Block, Document, Section, Span
from corpus.markup import MASK, mask_comments, mask_markup
from index.languages import language_of
from index.passage import Chunk, Sentence
from index.sentences import split_block

INDEX_VERSION = "3"
"""Raised by one with every change after which a sync over unchanged files would leave something
else than a new index holds: text extraction, chunking, the embedded string, sentence or chunk
vectors, terms, record or file formats. An index of another version is refused with the command
that makes it again; nothing is migrated. tests/index/test_version.py fails when it was forgotten.
"""

MAX_TOKENS = 200
MAX_EMBEDDED_TOKENS = 254
_MAX_CHARS_PER_TOKEN = 10
_JOINT = " - "
_JOINER = "\u200d"
_EMOJI_JOINTS = f"{_JOINER}\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"

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
    cut into parts of like size. A heading stays with what follows it. ``count_tokens`` counts
    word pieces without special tokens.

    Raises:
        ValueError: ``max_tokens`` is not positive or not below ``max_embedded``.
    """
    if not 0 < max_tokens < max_embedded:
        raise ValueError(f"max_tokens must lie in 1..{max_embedded - 1}, not {max_tokens}")
    cutter = _Cutter(document, count_tokens, max_tokens)
    for section in document.sections:
        prefixes = _Prefixes(document, section, count_tokens, max_embedded - max_tokens)
        for units in _pack(cutter.blocks(section), max_tokens):
            yield _chunk(document, section, units, cutter.masked, prefixes)


class _Cutter:
    """Cuts the blocks of one document into units, none longer than a chunk."""

    def __init__(self, document: Document, count_tokens: CountTokens, max_tokens: int) -> None:
        self.masked = mask_markup(document.text, document.markup).replace(MASK, " ")
        self._shown = mask_comments(document.text, document.markup).replace(MASK, " ")
        self._count, self._max_tokens = count_tokens, max_tokens
        self._language = language_of(self._shown)

    def blocks(self, section: Section) -> list[list[_Unit]]:
        """The units of each block; a heading's are in one list with those of the block below it.

        Characters between blocks belong to the unit that follows, after the last one to it.
        """
        found: list[list[_Unit]] = []
        end, n_heading = section.span.start, 0
        for block in self._stretches(section):
            units = found.pop() if n_heading else []
            for piece in self._sentences(block, n_heading):
                units.append(_Unit(Span(end, piece.span.end), piece, self._n_tokens(piece.span)))
                end = piece.span.end
            n_heading = self._n_heading(units)
            found += [units] if units else []
        if found:
            last = found[-1][-1]
            found[-1][-1] = replace(last, span=Span(last.span.start, section.span.end))
        return found

    def _stretches(self, section: Section) -> Iterator[Block]:
        """The section's blocks, and what is shown between them, if a loader left any out."""
        start = section.span.start
        for block in section.blocks:
            yield from self._between(start, block.span.start)
            yield block
            start = block.span.end
        yield from self._between(start, section.span.end)

    def _between(self, start: int, end: int) -> Iterator[Block]:
        span = Span(start, end).strip(self.masked)
        if span.length:
            yield Block(span, "code")

    def _n_tokens(self, span: Span) -> int:
        # A long run without spaces is one unknown piece to the tokenizer: its length counts too.
        text = span.cut(self.masked).strip()
        return max(self._count(text), ceil(len(text) / _MAX_CHARS_PER_TOKEN))

    def _n_heading(self, units: list[_Unit]) -> int:
        """The word pieces of ``units`` if they are a heading that leaves room for more."""
        n_tokens = _n_tokens(units)
        is_heading = all(unit.sentence.kind == "heading" for unit in units)
        return n_tokens if is_heading and n_tokens <= self._max_tokens // 2 else 0

    def _sentences(self, block: Block, n_before: int) -> Iterator[Sentence]:
        """The block's sentences, markup alone aside, those cut that are longer than a chunk.

        The first leaves room for ``n_before`` word pieces.
        """
        for sentence in split_block(self._shown, block, self._language):
            if not sentence.span.cut(self.masked).isspace():
                for span in self._pieces(sentence.span, n_before):
                    yield Sentence(span, sentence.kind)
                n_before = 0

    def _pieces(self, span: Span, n_before: int) -> Iterator[Span]:
        """``span``, or pieces of like size that end at white space where there is any."""
        room = self._max_tokens - n_before
        n_tokens = self._n_tokens(span)
        n_parts = 1 if n_tokens <= room else ceil((n_tokens + n_before) / self._max_tokens)
        # Twice the average at most: work must not grow where the last pieces are dense.
        max_chars = 2 * ceil(span.length / n_parts)
        while span.length:
            piece = self._piece(span, min(ceil(span.length / n_parts), max_chars), room)
            yield piece
            span = Span(piece.end, span.end).strip(self._shown)
            room, n_parts = self._max_tokens, max(1, n_parts - 1)

    def _piece(self, span: Span, n_chars: int, room: int) -> Span:
        """The start of ``span``: at most ``n_chars`` characters and ``room`` word pieces."""
        end = span.start + n_chars
        while n_chars > 1 and (n_tokens := self._n_tokens(Span(span.start, end))) > room:
            n_chars = max(1, n_chars * room // n_tokens)
            end = span.start + n_chars
        if end < span.end:
            end = _last_break(self._shown, span.start, end)
        return Span(span.start, end).strip(self._shown)


def _last_break(text: str, start: int, end: int) -> int:
    """The last place up to ``end`` where white space begins; none: where no character is torn."""
    space = max(text.rfind(" ", start, end + 1), text.rfind("\n", start, end + 1))
    if space > start:
        return space
    whole = end
    while whole > start and _is_torn(text, whole):
        whole -= 1
    return whole if whole > start else end


def _is_torn(text: str, at: int) -> bool:
    """Whether a cut there would part an accent from its letter, or an emoji."""
    is_mark = unicodedata.category(text[at]) in ("Mn", "Mc", "Me")
    return is_mark or text[at] in _EMOJI_JOINTS or text[at - 1] == _JOINER


def _pack(blocks: Iterable[list[_Unit]], max_tokens: int) -> Iterator[list[_Unit]]:
    """The units of one chunk after another."""
    open_units: list[_Unit] = []
    for units in blocks:
        if open_units and _n_tokens([*open_units, *units]) > max_tokens:
            yield open_units
            open_units = []
        *full, open_units = _parts([*open_units, *units], max_tokens)
        yield from full
    if open_units:
        yield open_units


def _parts(units: list[_Unit], max_tokens: int) -> Iterator[list[_Unit]]:
    """``units`` in as few parts as they fit in, of like size; a heading ends none."""
    part: list[_Unit] = []
    n_part, n_left = 0, _n_tokens(units)
    target = n_left / ceil(n_left / max_tokens)
    for unit in units:
        is_full = n_part + unit.n_tokens > max_tokens
        is_opening = all(before.sentence.kind == "heading" for before in part)
        if part and (is_full or (n_part + unit.n_tokens / 2 > target and not is_opening)):
            yield part
            part, n_part, n_left = [], 0, n_left - n_part
            target = n_left / ceil(n_left / max_tokens)
        part.append(unit)
        n_part += unit.n_tokens
    yield part


def _n_tokens(units: Iterable[_Unit]) -> int:
    return sum(unit.n_tokens for unit in units)


class _Prefixes:
    """Title and heading path of a section, shortened to fit in front of its chunks."""

    def __init__(
        self, document: Document, section: Section, count_tokens: CountTokens, max_tokens: int
    ) -> None:
        titles = () if document.title_origin == "file name" else (document.title,)
        self._path = (*titles, *section.heading)
        self._count, self._max_tokens = count_tokens, max_tokens
        self._whole = self._shortened(self._path)

    def for_chunk(self, opens_with: str) -> str:
        """The prefix of a chunk, without the innermost heading where the chunk opens with it."""
        if self._path and self._path[-1] == opens_with:
            return self._shortened(self._path[:-1])
        return self._whole

    def _shortened(self, path: tuple[str, ...]) -> str:
        words = _JOINT.join(path).split()
        while words and self._count(" ".join(words)) > self._max_tokens:
            words = words[: len(words) * 3 // 4]
        return " ".join(words) + "\n" if words else ""


def _chunk(
    document: Document, section: Section, units: list[_Unit], masked: str, prefixes: _Prefixes
) -> Chunk:
    span = Span(units[0].span.start, units[-1].span.end).strip(document.text)
    text = span.cut(document.text)
    first = units[0].sentence
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
        sentences=tuple(unit.sentence for unit in units),
        embedded=prefixes.for_chunk(opening) + span.cut(masked),
    )

"""What stands around a cited sentence in its document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Citation
from assistant.captions import breaks, captions_of
from assistant.draft import shown_text
from assistant.support.governing import Surroundings
from assistant.support.qualifying import is_noticed, is_voiced
from assistant.support.wording import asks
from index.index import Index
from index.passage import Chunk

_NEAR = 2
"""So many chunks at the start of a document are searched for what it says of itself."""
_SIGNS = re.compile(r"[\W_]+")
_ITEM = re.compile(r"\s*(?:[-*+•‣–]|(?P<step>\(?\d{1,3}[.)]))\s")


def surroundings(citation: Citation, index: Index) -> Surroundings:
    """Of the sentence that ``citation`` is of; nothing where it is none."""
    chunks = index.chunks(citation.document)
    for at, chunk in enumerate(chunks):
        if chunk.span.start <= citation.start < chunk.span.end:
            for i, sentence in enumerate(chunk.sentences):
                if sentence.span.start == citation.start:
                    around = _around(chunks[at - 1] if at else None, chunk, i)
                    return _with_document(around, chunks, at)
    return Surroundings()


def _with_document(around: Surroundings, chunks: Sequence[Chunk], at: int) -> Surroundings:
    """With what the document says of itself at its ends and near the sentence."""
    near = {*range(_NEAR), at, len(chunks) - 1, at - 1, at + 1} & set(range(len(chunks)))
    heading = chunks[at].heading
    return replace(
        around,
        is_noticed=any(is_noticed(chunks[k].text) for k in near),
        is_voiced=any(_is_voiced(chunks[k]) for k in near if chunks[k].heading == heading),
    )


def _is_voiced(chunk: Chunk) -> bool:
    """Whether somebody speaks of themselves in a chunk's running text, its questions aside."""
    texts = (chunk.sentence_text(s) for s in chunk.sentences if s.kind in ("paragraph", "item"))
    return any(is_voiced(text) and not asks(text) for text in texts)


def _around(previous: Chunk | None, chunk: Chunk, i: int) -> Surroundings:
    first = i
    while first > 0 and not _parts(chunk, first - 1):
        first -= 1
    texts = [shown_text(chunk, sentence) for sentence in chunk.sentences[: i + 2]]
    before = texts[first:i]
    if first == 0 and previous is not None and _goes_on(previous, chunk):
        before = [*_last_paragraph(previous), *before]
    has_next = i + 1 < len(texts) and not _parts(chunk, i)
    over = captions_of(chunk).over[i]
    later = tuple(_later(chunk, i + 2)) if has_next else tuple(_later(chunk, i + 1))
    raw = _raw_until(chunk, first, i)
    return Surroundings(
        before=tuple(before),
        after=texts[i + 1] if has_next else "",
        section=tuple(texts[:first]),
        over=(*chunk.heading, *([over] if over and over not in chunk.heading else [])),
        caption=over if chunk.markup == "markdown" and over not in chunk.heading else "",
        announced=any(_announces(one) for one in before) or _is_announced(chunk, first),
        is_step=_is_step(chunk, first),
        struck=raw.count("~~") % 2 == 1,
        is_cited=raw.lstrip().startswith(">"),
        later=later,
        kind=chunk.sentences[i].kind,
    )


def _later(chunk: Chunk, at: int) -> Iterator[str]:
    """The sentences from ``at`` to the first one of another paragraph."""
    for k in range(at, len(chunk.sentences)):
        yield shown_text(chunk, chunk.sentences[k])
        if _parts(chunk, k - 1):
            return


def _raw_until(chunk: Chunk, first: int, i: int) -> str:
    """The document's text from one sentence to the first letter of another, signs included."""
    start, end = (chunk.sentences[k].span.start - chunk.span.start for k in (first, i))
    signs = _SIGNS.match(chunk.text, end)
    return chunk.text[start : signs.end() if signs else end]


def _parts(chunk: Chunk, i: int) -> bool:
    """Whether a paragraph ends behind the sentence of that number."""
    one, other = chunk.sentences[i], chunk.sentences[i + 1]
    if one.kind != other.kind or one.kind not in ("paragraph", "item"):
        return True
    begins = one.kind == "item" and _ITEM.match(chunk.sentence_text(other)) is not None
    return begins or breaks(chunk, one, other)


def _is_step(chunk: Chunk, first: int) -> bool:
    """Whether an item is a numbered one behind another: what goes before it was done first."""
    if not first or chunk.sentences[first].kind != "item":
        return False
    sign = _ITEM.match(chunk.sentence_text(chunk.sentences[first]))
    return bool(sign and sign["step"]) and chunk.sentences[first - 1].kind == "item"


def _goes_on(previous: Chunk, chunk: Chunk) -> bool:
    """Whether a chunk begins within a paragraph of the one before it."""
    if not previous.sentences or previous.heading != chunk.heading:
        return False
    last, first = previous.sentences[-1], chunk.sentences[0]
    return last.kind == first.kind == "paragraph" and first.span.start - last.span.end <= 1


def _last_paragraph(chunk: Chunk) -> Iterator[str]:
    first = len(chunk.sentences) - 1
    while first > 0 and not _parts(chunk, first - 1):
        first -= 1
    for sentence in chunk.sentences[first:]:
        yield shown_text(chunk, sentence)


def _is_announced(chunk: Chunk, first: int) -> bool:
    """Whether the block that a sentence is in comes under a line that ends with a colon."""
    at, kind = first - 1, chunk.sentences[first].kind
    while kind in ("item", "row") and at >= 0 and chunk.sentences[at].kind in (kind, "header"):
        at -= 1
    return at >= 0 and _announces(shown_text(chunk, chunk.sentences[at]))


def _announces(text: str) -> bool:
    return text.rstrip().rstrip("*_").endswith((":", "："))

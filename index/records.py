"""Chunks and documents as Chroma keeps them: a text and flat metadata without nulls or lists."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, cast

from corpus.document import BlockKind, Markup, Span
from index.passage import Chunk, DocumentInfo, Sentence

SLICE_CHARS = 50_000
INFO = -1
"""The slice number of the record that tells of a document, and holds none of its text."""

Metadata = dict[str, str | int | float | bool]


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a Chroma collection."""

    id: str
    text: str
    metadata: Metadata


def embedding_key(chunk: Chunk) -> str:
    """What vectors are reused by: equal for an equal embedded string with equal sentences in it."""
    sentences = " ".join(f"{at},{n}" for at, n, _ in _relative(chunk))
    return sha256(f"{sentences}\n{chunk.embedded}".encode()).hexdigest()[:32]


def text_hash(text: str) -> str:
    """What equal texts are found by; white space counts as one space."""
    return sha256(" ".join(text.split()).encode("utf-8")).hexdigest()[:32]


def chunk_to_record(chunk: Chunk) -> Record:
    """``embedded`` is kept as the prefix alone where the chunk's text follows it unchanged."""
    n_prefix = len(chunk.embedded) - len(chunk.text)
    prefix, rest = chunk.embedded[:n_prefix], chunk.embedded[n_prefix:]
    metadata: Metadata = {
        "document": chunk.document,
        "title": chunk.title,
        "heading": json.dumps(chunk.heading, ensure_ascii=False),
        "start": chunk.span.start,
        "end": chunk.span.end,
        "markup": chunk.markup,
        "sentences": json.dumps(_relative(chunk), separators=(",", ":")),
        "prefix": prefix,
        "embedding_key": embedding_key(chunk),
    }
    if chunk.page is not None:
        metadata["page"] = chunk.page
    if rest != chunk.text:
        metadata["embedded"] = rest
    return Record(chunk.id, chunk.text, metadata)


def _relative(chunk: Chunk) -> list[tuple[int, int, str]]:
    return [(s.span.start - chunk.span.start, s.span.length, s.kind) for s in chunk.sentences]


def chunk_from_record(record: Record) -> Chunk:
    """The chunk that ``chunk_to_record`` was given.

    Raises:
        KeyError, ValueError, TypeError: the record is not one of a chunk.
    """
    meta: Mapping[str, Any] = record.metadata
    start = int(meta["start"])
    sentences = (
        Sentence(Span(start + at, start + at + length), cast(BlockKind, kind))
        for at, length, kind in json.loads(meta["sentences"])
    )
    return Chunk(
        id=record.id,
        document=str(meta["document"]),
        title=str(meta["title"]),
        heading=tuple(json.loads(meta["heading"])),
        page=int(meta["page"]) if "page" in meta else None,
        span=Span(start, int(meta["end"])),
        text=record.text,
        markup=cast(Markup, meta["markup"]),
        sentences=tuple(sentences),
        embedded=str(meta["prefix"]) + str(meta.get("embedded", record.text)),
    )


def info_to_record(info: DocumentInfo, text: str) -> list[Record]:
    """What is known of a document, in a record of its own, and the slices of its text."""
    known: Metadata = {
        "title": info.title,
        "title_origin": info.title_origin,
        "markup": info.markup,
        "file_sha256": info.file_sha256,
        "size_bytes": info.size_bytes,
        "n_chars": info.n_chars,
        "n_chunks": info.n_chunks,
        "indexed_at": info.indexed_at,
        "metadata": json.dumps(dict(info.metadata), ensure_ascii=False),
    }
    key = text_key(info.id, info.sha256)
    whose: Metadata = {"document": info.id, "sha256": info.sha256}
    slices = [
        Record(f"{key}-{n}", text[start : start + SLICE_CHARS], {**whose, "slice": n})
        for n, start in enumerate(range(0, len(text), SLICE_CHARS))
    ]
    return [Record(f"{key}-info", "", {**whose, "slice": INFO, **known}), *slices]


def text_key(document: str, text_sha256: str) -> str:
    """What the ids of the records of one text of one document start with."""
    return sha256(f"{text_sha256} {document}".encode()).hexdigest()[:32]


def info_from_record(meta: Mapping[str, Any]) -> DocumentInfo:
    """What ``info_to_record`` put into the first record.

    Raises:
        KeyError, ValueError: the record is not one of a document.
    """
    return DocumentInfo(
        id=str(meta["document"]),
        title=str(meta["title"]),
        title_origin=str(meta["title_origin"]),
        markup=cast(Markup, meta["markup"]),
        sha256=str(meta["sha256"]),
        file_sha256=str(meta["file_sha256"]),
        size_bytes=int(meta["size_bytes"]),
        n_chars=int(meta["n_chars"]),
        n_chunks=int(meta["n_chunks"]),
        indexed_at=str(meta["indexed_at"]),
        metadata=dict(json.loads(meta["metadata"])),
    )

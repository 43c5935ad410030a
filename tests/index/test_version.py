"""Whoever changes what an unchanged file becomes must raise the index version."""

from __future__ import annotations

import json
from dataclasses import astuple, replace
from hashlib import sha256

from corpus.loading import load_bytes
from index.chunks import INDEX_VERSION, chunk_document
from index.records import chunk_to_record, info_to_record
from index.words import surfaces, terms
from index.writing import info_of

FILES = {
    "a.md": "---\ntitle: Tides\nyear: 2020\n---\n\n# Tides of the North\n\nThe sea rises twice a "
    "day. It falls *twice*, too.\n\n## Table\n\n| Port | Height |\n|---|---|\n| Hull | 6.9 m |\n\n"
    "- Neap tides are low.\n- Spring tides are high.\n\n```\ncode\n```\n\n> A quote.\n",
    "b.txt": "Plain text, Dr. Low says.\n\nSecond paragraph: " + "a long one. " * 120,
    "c.txt": "日本語の文章です。二番目の文です。\n",
}
MADE = {"3": "8da0476de8094945"}


def test_what_files_become_has_not_changed_within_one_version() -> None:
    made: list[object] = []
    for name, text in FILES.items():
        document = load_bytes(name, text.encode())
        info = replace(info_of(document, 1), indexed_at="")
        made.extend(astuple(record) for record in info_to_record(info, document.text))
        for chunk in chunk_document(document, lambda text: len(text.split())):
            record = chunk_to_record(chunk)
            words = [list(terms(chunk.embedded)), list(surfaces(chunk.embedded))]
            # The version is part of a chunk's id: all else must differ for the hash to.
            made.append([record.text, record.metadata, words])
    digest = sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()[:16]
    assert {INDEX_VERSION: digest} == MADE, (
        "chunks, texts, records or terms changed: raise INDEX_VERSION in index/chunks.py "
        "(unless this version was never released) and put the new pair here"
    )

"""The last answer as it was given: its quotes, found again in the documents they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Statement, Turn
from assistant.candidates import QUOTABLE
from assistant.draft import quote, shown_text
from assistant.evidence import Found
from assistant.view import View

ACTIONS = ("table", "list", "shorter", "source", "sure", "again")
"""Wishes about what was said, rather than for more of it."""
_MARKERS = re.compile(r"\\?\[\\?\[?\d+\\?\]?\\?\](?:\([^()]*\))?|[*_]")
_LEAST_SHARE = 0.6
_LEAST_CHARS = 12


def recall(action: str, history: Sequence[Turn], found: Found, view: View) -> Found:
    """``found`` with the quotes of the last answer in place of those found anew, where a wish is
    about them and most of that answer is quotes of the documents found.
    """
    said = next((t.content for t in reversed(history) if t.role == "assistant"), "")
    said = " ".join(_MARKERS.sub(" ", said).split())
    if action not in ACTIONS or not said or found.draft.outcome == "about":
        return found
    quoted = sorted(dict(_quotes(said, found, view)).items())
    anew = {_place(s) for s in found.draft.statements if s.citations}
    if all(_place(s) in anew for _, s in quoted):
        return found
    if sum(len(s.text) for _, s in quoted) < _LEAST_SHARE * len(said):
        return found
    statements = tuple(statement for _, statement in quoted)
    return replace(
        found,
        draft=replace(found.draft, outcome="answered", shape="sentence", statements=statements),
    )


def _place(statement: Statement) -> tuple[str, int]:
    cited = statement.citations[0]
    return cited.document, cited.start


def _quotes(said: str, found: Found, view: View) -> Iterator[tuple[int, Statement]]:
    """The sentences that ``said`` holds whole, with where it does."""
    hashes = {p.chunk.document: p.sha256 for p in found.passages}
    for document, sha256 in hashes.items():
        for chunk in view.chunks(document):
            for sentence in chunk.sentences:
                if sentence.kind not in QUOTABLE:
                    continue
                text = shown_text(chunk, sentence)
                at = said.find(text) if len(text) >= _LEAST_CHARS else -1
                if at >= 0:
                    yield at, quote(chunk, sentence, sha256)

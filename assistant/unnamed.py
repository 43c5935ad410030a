"""Two things compared that nobody named: "the difference between the two books she wrote"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant import english_clauses as english
from assistant.answer import Statement
from assistant.candidates import QUOTABLE, Candidate
from assistant.comparison import Comparison
from assistant.draft import Draft, quote
from assistant.expressions import names
from assistant.scoring import Scored

_LOOKED_AT = 3
_SHORT = 12
"""A sentence of at most so many words that says that there are two does not tell of them."""
_MOST_WORDS = 6


def read_unnamed(text: str) -> Comparison | None:
    """A comparison of two things without names; null for any other.

    >>> read_unnamed("How do the two mills that burnt differ").of_two
    'mills'
    """
    match = next((m for p in english.PAIRS if (m := p.match(text))), None)
    if match is None:
        return None
    what = english.PHRASE_END.sub("", match["what"]).split()
    return Comparison((), of_two=" ".join(what[:_MOST_WORDS]))


def as_two(told: Draft, of_two: str, ranked: Sequence[Scored]) -> Draft:
    """A table of the two sentences behind the one that says that there are two; else of what is
    ``told``, under the name of both.
    """
    best = next((s for s in ranked[:_LOOKED_AT] if english.TWO.search(s.candidate.text)), None)
    rows = _behind(best.candidate, of_two) if best is not None and _announces(best) else ()
    quotes = (s for s in told.statements if s.citations and s.kind != "context")
    rows = rows or tuple(replace(s, kind="row", label=of_two) for s in quotes)
    return replace(told, shape="table", statements=rows)


def _announces(scored: Scored) -> bool:
    """Whether a sentence that speaks of two says no more of them."""
    text = scored.candidate.text
    return len(text.split()) <= _SHORT and not english.PARTED.search(text)


def _behind(candidate: Candidate, of_two: str) -> tuple[Statement, ...]:
    chunk, at = candidate.passage.chunk, candidate.position
    behind = [s for s in chunk.sentences[at + 1 : at + 3] if s.kind in QUOTABLE]
    if len(behind) < 2:
        return ()
    rows = (quote(chunk, s, candidate.passage.sha256, kind="row") for s in behind)
    return tuple(replace(row, label=_called(row.text) or of_two) for row in rows)


def _called(text: str) -> str:
    """The name that a sentence opens with; empty for none."""
    name = next(names(f"x {text}"), None)
    return name.cut(f"x {text}") if name is not None and name.start <= len("x the ") else ""

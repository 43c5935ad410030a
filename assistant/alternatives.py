"""Questions about one of two things, "A or B": each is asked for, and what is found joined."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from assistant import english_lists as lists
from assistant import english_sentences as sentences
from assistant.answer import Statement
from assistant.draft import Draft
from assistant.evidence import Found
from assistant.forms import read_form
from assistant.question import read_question
from assistant.selecting import repeats
from index.passage import Passage

_SETTLED = re.compile(
    r"\b(?:more|less|whether|either)\s+or\b|\bor (?:not|so|less|more|else|rather)\b", re.IGNORECASE
)


def alternatives(text: str) -> tuple[str, str] | None:
    """``text`` asked of each of the two things that it joins by "or"; null where it joins none, or
    asks which of the two it is.

    >>> alternatives("Who served at Tarn or Low Fell?")
    ('Who served at Tarn?', 'Who served at Low Fell?')
    """
    if sentences.YES_NO.match(text) or sentences.WHICH_IS_MORE.match(text):
        return None
    if text.count(" or ") != 1 or _SETTLED.search(text) or ":" in text or "," in text:
        return None
    match = lists.EITHER.search(text)
    if match is None or match["a"][0].isupper() != match["b"].removeprefix("the ")[0].isupper():
        return None
    before, after = text[: match.start()], text[match.end() :]
    return before + match["a"] + after, before + match["b"] + after


def joined(parts: Sequence[Sequence[Statement]], most: int | None = None) -> tuple[Statement, ...]:
    """The quotes of all parts, ``most`` of each, every place and every thing said once."""
    kept: list[Statement] = []
    for part in parts:
        quotes = [s for s in part if s.status == "quoted" and s.kind != "context"]
        for statement in quotes[:most]:
            if not any(is_same(statement, other) for other in kept):
                kept.append(statement)
    return tuple(kept)


def is_same(statement: Statement, other: Statement) -> bool:
    """Whether two quotes are of one place, or say the same."""
    places = {(c.document, c.start) for c in other.citations}
    first = statement.citations[0]
    return (first.document, first.start) in places or repeats(statement.text, other.text)


def answer_either(text: str, ask: Callable[[str], Found]) -> Found | None:
    """What is found of each of two things that are asked for at once; null where neither is, or
    where the question is for no list of them.
    """
    parts = alternatives(text)
    if parts is None:
        return None
    form, named = read_form(read_question(text)), parts[0].lower() != parts[0]
    if form.kind not in ("list", "sentence") or (form.kind == "sentence" and not named):
        return None
    found = [ask(part) for part in parts]
    answered = [f for f in found if f.draft.outcome == "answered"]
    most = None if form.kind == "list" else 1
    items = joined(tuple(f.draft.statements for f in answered), most)
    if not answered or (form.kind == "sentence" and len(answered) < len(found)):
        return None
    missing = tuple(f.draft.statements[0] for f in found if f not in answered)
    listed = tuple(replace(s, kind="item") for s in items)
    return together(text, Draft("answered", "list", (*listed, *missing)), found)


def together(question: str, draft: Draft, found: Sequence[Found]) -> Found:
    """``draft``, made of what was ``found`` to the parts of a question: as sure as the least sure
    answer among them, with the passages and notes of all.
    """
    return Found(
        draft=draft,
        query=question,
        passages=_in_turn([f.passages for f in found]),
        confidence=min(f.confidence for f in found if f.draft.outcome == "answered"),
        seconds_retrieve=sum(f.seconds_retrieve for f in found),
        notes=tuple(dict.fromkeys(note for f in found for note in f.notes)),
    )


def _in_turn(ranked: Sequence[tuple[Passage, ...]]) -> tuple[Passage, ...]:
    """The passages of several searches, best first, each once."""
    found = (p for places in zip_longest(*ranked) for p in places if p is not None)
    return tuple({passage.chunk.id: passage for passage in found}.values())

"""Questions about one of two things, "A or B": each is asked for, and what is found joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import english_lists as lists
from assistant import english_sentences as sentences
from assistant.answer import Statement
from assistant.selecting import repeats

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
            if not any(_is_same(statement, other) for other in kept):
                kept.append(statement)
    return tuple(kept)


def _is_same(statement: Statement, other: Statement) -> bool:
    places = {(c.document, c.start) for c in other.citations}
    first = statement.citations[0]
    return (first.document, first.start) in places or repeats(statement.text, other.text)

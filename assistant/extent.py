"""How many sentences or items there are of which an answer shows some, as its first line says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter

from assistant.answer import Answer
from assistant.texts import GROUPS, LISTS

_FIELDS = {
    "n": r"(?P<total>\d+)",
    "sentences": r"(?P<total>\d+) sentences?",
    "shown": r"(?P<shown>\d+)",
}


@dataclass(frozen=True, slots=True)
class Extent:
    """``shown`` of ``total``."""

    shown: int
    total: int


def extent(answer: Answer) -> Extent | None:
    """How much of its list or its groups an answer shows; null where that is all."""
    if answer.outcome != "answered" or answer.shape not in _LINES:
        return None
    frames = (s.text for s in answer.statements if s.kind == "frame")
    found = next(filter(None, map(_LINES[answer.shape].match, frames)), None)
    if found is None or int(found["shown"]) >= int(found["total"]):
        return None
    return Extent(int(found["shown"]), int(found["total"]))


def _pattern(template: str) -> re.Pattern[str]:
    """What finds a line that was made of ``template``."""
    parts = Formatter().parse(template)
    return re.compile("".join(re.escape(text) + _field(name) for text, name, *_ in parts))


def _field(name: str | None) -> str:
    return _FIELDS.get(name, ".*") if name else ""


_LINES = {"groups": _pattern(GROUPS["shown"]), "list": _pattern(LISTS["some"])}

"""Requests for a summary: of what, how long, and whether they can be anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant import english_requests as english
from assistant import english_wishes as wishes
from assistant.extracting import MAX_SENTENCES
from assistant.residue import residue

SURE, _LIKELY = 0.7, 0.6
"""Below it, "what is X about?" is a question, not a request for a summary."""
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_EDGES = " \"“”'.,:;?!"


@dataclass(frozen=True, slots=True)
class SummaryRequest:
    """What is to be summarised, in how many sentences; ``certain``: nothing else can be meant.

    ``least``: how surely a document must be named where something else can be. ``of_document``:
    only of a whole document, not of a section.
    """

    target: str
    at_most: int
    certain: bool
    least: float = SURE
    of_document: bool = False


def read_request(question: str) -> SummaryRequest | None:
    """The request for a summary that ``question``, or its last sentence, is; null: it is none."""
    text = " ".join(question.replace("’", "'").split())
    request = next(_requests(text), None) or next(_requests(_SENTENCES.split(text)[-1]), None)
    if request is None:
        return None
    return replace(request, target=request.target.strip(_EDGES), at_most=_length(text))


def request_of(question: str, name: str) -> SummaryRequest:
    """The request for a summary of ``name`` that ``question`` is, as it is told by examples."""
    return SummaryRequest(name.strip(_EDGES), _length(question), certain=False, least=_LIKELY)


def _requests(text: str) -> Iterator[SummaryRequest]:
    """The ways to read ``text`` as a request for a summary, the surest first."""
    brief = wishes.IN_BRIEF.match(text)
    if brief and wishes.DOCUMENT.search(brief["target"]):
        yield SummaryRequest(brief["target"], 0, certain=False, least=_LIKELY)
    text = english.SUMMARY_LEAD.sub("", text)
    text = english.SUMMARY_TRAILER.sub("", text)
    for certain, patterns in ((True, english.SUMMARY_STRONG), (False, english.SUMMARY_WEAK)):
        for pattern in patterns:
            if match := pattern.fullmatch(text):
                least = _LIKELY if pattern is english.SUMMARY_WEAK[0] else SURE
                yield SummaryRequest(match["target"], 0, certain, least)
    shortened = wishes.IN_SHORT.search(text) or wishes.SUMMARISED.search(text)
    if shortened and not residue(text[: shortened.start()], wishes.SHORT_WORDS):
        target = next(value for value in shortened.groupdict().values() if value)
        yield SummaryRequest(target, 0, certain=False, least=_LIKELY)
    said = next((m for p in wishes.OF_DOCUMENT if (m := p.match(text))), None)
    if said and wishes.DOCUMENT.search(said["target"]):
        yield SummaryRequest(said["target"], 0, certain=False, least=_LIKELY, of_document=True)


def _length(text: str) -> int:
    """How many sentences are asked for, within what an extract can have."""
    match = english.SUMMARY_LENGTH.search(text)
    if match is None:
        return MAX_SENTENCES
    if match["one"]:
        return 1
    number = match["number"].lower()
    wanted = int(number) if number.isdigit() else english.NUMBERS.get(number, MAX_SENTENCES)
    return max(1, min(MAX_SENTENCES, wanted))

"""Requests for a summary: of what, how long, and whether they can be anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant import english_requests as english
from assistant import english_wishes as wishes
from assistant.english_phrasing import REQUEST
from assistant.extracting import MAX_SENTENCES
from assistant.nearest_target import LIKELY_NEAR, SURELY_NEAR
from assistant.request_proper import request_proper
from assistant.residue import residue

SURE, _LIKELY, _NEVER = 0.7, 0.6, 1.0
"""Below it, "what is X about?" is a question, not a request for a summary."""
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_ASKED_ON = re.compile(r"(?<=\w)[?!]\s+(?=\w)|(?<=\w)\.\s+(?=I\b|We\b)")
"""Between what is to be summarised and what else is said."""
_EDGES = " \"“”'.,:;?!"


@dataclass(frozen=True, slots=True)
class SummaryRequest:
    """What is to be summarised, in how many sentences; ``certain``: nothing else can be meant.

    ``least``: how surely a document must be named where something else can be. ``of_document``:
    only of a whole document, not of a section. ``nearest``: how much must speak for a document that
    is described and not named (``nearest_target``); 0: it must be named. ``enough``: it may be
    of a subject that enough is said of.
    """

    target: str
    at_most: int
    certain: bool
    least: float = SURE
    of_document: bool = False
    nearest: float = 0.0
    enough: bool = False


def read_request(question: str) -> SummaryRequest | None:
    """The request for a summary that ``question``, or its last sentence, is; null: it is none."""
    text = " ".join(question.replace("’", "'").split())
    ways = dict.fromkeys((request_proper(text), text, _SENTENCES.split(text)[-1]))
    request = next((found for way in ways if (found := next(_requests(way), None))), None)
    if request is None:
        return None
    target = english.SUMMARY_TRAILER.sub("", _ASKED_ON.split(request.target)[0]).strip(_EDGES)
    target = english.TARGET_OPENING.sub("", target)
    return replace(request, target=target, at_most=_length(text))


def request_of(question: str, name: str) -> SummaryRequest:
    """The request for a summary of ``name`` that ``question`` is, as it is told by examples."""
    return SummaryRequest(name.strip(_EDGES), _length(question), certain=False, least=_LIKELY)


def _requests(text: str) -> Iterator[SummaryRequest]:
    """The ways to read ``text`` as a request for a summary, the surest first."""
    plain = english.SUMMARY_TRAILER.sub("", english.SUMMARY_LEAD.sub("", text))
    is_short = english.SAYS_SHORT.search(text.replace(plain, "")) is not None
    match = english.SHORT_ACCOUNT.fullmatch(plain)
    if match and (match["short"] or is_short):
        target = match["target"]
        yield SummaryRequest(target, 0, False, _LIKELY, nearest=LIKELY_NEAR, enough=True)
    brief = wishes.IN_BRIEF.match(text)
    if brief:
        yield from _in_brief(english.TARGET_GIVEN.sub("", brief["target"]))
    text = plain
    for certain, patterns in ((True, english.SUMMARY_STRONG), (False, english.SUMMARY_WEAK)):
        for pattern in patterns:
            if match := pattern.fullmatch(text):
                least = _LIKELY if pattern is english.SUMMARY_WEAK[0] else SURE
                of_document = pattern is english.SUMMARY_WEAK[1] and _says_document(match["target"])
                near = LIKELY_NEAR if certain or of_document else 0.0
                yield SummaryRequest(match["target"], 0, certain, least, nearest=near)
    shortened = wishes.IN_SHORT.search(text) or wishes.SUMMARISED.search(text)
    if shortened and not residue(text[: shortened.start()], wishes.SHORT_WORDS):
        target = next(value for value in shortened.groupdict().values() if value)
        yield SummaryRequest(target, 0, certain=False, least=_LIKELY)
    said = next((m for p in wishes.OF_DOCUMENT if (m := p.match(text))), None)
    if said and _says_document(said["target"]):
        yield SummaryRequest(said["target"], 0, certain=False, least=_LIKELY, of_document=True)


def _says_document(target: str) -> bool:
    return wishes.DOCUMENT.search(target) is not None


def _in_brief(target: str) -> Iterator[SummaryRequest]:
    """A document, or what surely one is about, that is wanted in brief."""
    if _says_document(target):
        yield SummaryRequest(target, 0, certain=False, least=_LIKELY, nearest=LIKELY_NEAR)
    elif not REQUEST.match(target):
        yield SummaryRequest(target, 0, certain=False, least=_NEVER, nearest=SURELY_NEAR)


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

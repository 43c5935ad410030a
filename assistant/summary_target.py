"""What a summary is wanted of: a document, a section, or a subject met in several places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TypeVar

from assistant import english_requests as english
from assistant.matching import coverage, term_list, term_set
from assistant.target_naming import (
    MOST,
    Target,
    by_name,
    called,
    wanted_of,
    weights_of,
)
from assistant.view import View
from index.passage import FloatArray, Passage

_Item = TypeVar("_Item")

_ONLY_ONE = 0.75
SUBJECT_PASSAGES = 12
_HALF, _NEAR_SCORE = 0.5, 0.6


def resolve_target(view: View, text: str) -> tuple[Target, ...]:
    """The documents and sections that ``text`` names; empty: none.

    By ordinal ("the last text", "document 3": in the order of the index), file name, title or
    heading; "A and B" may name two.
    """
    text = text.strip(" \"'“”‘’.,:;!?")
    for resolve in (_by_place, _by_file_name, _by_initials, _by_kind, by_name):
        if found := resolve(view, text):
            return found
    parts = [part for part in re.split(r",? and |, ", text) if part]
    each = [_by_file_name(view, part) or by_name(view, part) for part in parts]
    if len(parts) < 2 or not all(each):
        return _by_file_name(view, text.partition(",")[0])  # "guide.md, we leave on Friday"
    named = [target for targets in each for target in targets[:1]]
    return tuple({(target.document.id, target.heading): target for target in named}.values())


@dataclass(frozen=True, slots=True)
class Subject:
    """What a summary is of that has no document or section of its own.

    ``passages`` are those that hold nearly all its words, by weight, best first. ``share``: how
    much of that weight the best one holds. ``vector``: of the subject's words, L2-normalised.
    """

    weights: Mapping[str, float]
    passages: tuple[Passage, ...]
    share: float
    vector: FloatArray

    def is_named_in(self, text: str) -> bool:
        """Whether ``text`` holds half the weight of the subject's words."""
        return coverage(self.weights, term_set(text)) >= _HALF


def subject_of(text: str) -> str:
    """The words of ``text`` that name something: "the text about bees" is of bees."""
    return wanted_of(text).text


def find_subject(view: View, text: str) -> Subject:
    """The passages about ``text``."""
    wanted = subject_of(text)
    weights = weights_of(view, wanted)
    result = view.search(wanted, k=SUBJECT_PASSAGES)
    shares = [coverage(weights, term_set(p.chunk.embedded)) for p in result.passages]
    kept = [p for p, share in zip(result.passages, shares, strict=True) if share >= MOST]
    near = tuple(p for p in kept if p.score >= _NEAR_SCORE * kept[0].score)
    return Subject(weights, near, max(shares, default=0.0), result.vector)


def _by_place(view: View, text: str) -> tuple[Target, ...]:
    for pattern in (english.ORDINAL_TARGET, english.NUMBERED_TARGET):
        match = pattern.match(text)
        if match is None:
            continue
        groups = match.groupdict()
        word = (groups.get("word") or "").lower()
        digits = (groups.get("digits") or "").lower()
        number = english.ORDINALS.get(word) or english.NUMBERS.get(digits) or int(digits or 0)
        if groups["section"]:
            return _section_by_place(view, groups["rest"], number)
        if not groups["rest"]:
            documents = view.documents()
            return tuple(Target(document) for document in _at(documents, number))
    return ()


def _section_by_place(view: View, rest: str | None, number: int) -> tuple[Target, ...]:
    documents = view.documents()
    if rest is not None:
        owners = resolve_target(view, rest)
    else:
        owners = (Target(documents[0]),) if len(documents) == 1 else ()
    if not owners:
        return ()
    depth = len(owners[0].heading) + 1
    chunks = [chunk for chunk in view.chunks(owners[0].document.id) if owners[0].holds(chunk)]
    paths = tuple(dict.fromkeys(c.heading[:depth] for c in chunks if len(c.heading) >= depth))
    return tuple(replace(owners[0], heading=path) for path in _at(paths, number))


def _at(items: tuple[_Item, ...], number: int) -> tuple[_Item, ...]:
    """The item of that number, from 1 or, if negative, from the end; none where there is none."""
    position = number - 1 if number > 0 else number
    if number == 0 or not -len(items) <= position < len(items):
        return ()
    return (items[position],)


def _by_file_name(view: View, text: str) -> tuple[Target, ...]:
    wanted = {text.casefold(), wanted_of(text).text.casefold()}
    wanted |= {word.casefold() for word in text.split() if re.search(r"\.\w{2,4}$", word)}
    return tuple(
        Target(info)
        for info in view.documents()
        if wanted & {info.id.casefold(), *_stems(PurePosixPath(info.id.casefold()))}
    )[:1]


def _stems(path: PurePosixPath) -> Iterator[str]:
    """The ways a file is called: with its ending, without, without a number in front."""
    yield path.name
    yield path.stem
    yield re.sub(r"[_-]+", " ", path.stem)
    yield re.sub(r"^\d+[-_. ]+", "", path.stem)


def _by_initials(view: View, text: str) -> tuple[Target, ...]:
    """The document whose title's capitals are the abbreviation asked for."""
    short = wanted_of(text.removeprefix("the ")).text
    if not re.fullmatch(r"[A-Z]{3,8}", short):
        return ()
    return tuple(
        Target(info)
        for info in view.documents()
        if "".join(re.findall(r"\b[A-Z]", info.title)) == short
    )[:1]


def _by_kind(view: View, text: str) -> tuple[Target, ...]:
    """The one document whose title ends in the kind that is asked for, or whose title or file
    name holds it: "the handbook".
    """
    kind = english.WORK_TARGET.fullmatch(text)
    if kind is None:
        return ()
    wanted = term_list(kind["kind"])[-1:]
    ending = [info for info in view.documents() if term_list(info.title)[-1:] == wanted]
    so_called = [info for info in view.documents() if set(wanted) <= term_set(called(info))]
    found = ending if len(ending) == 1 else so_called
    return (Target(found[0], confidence=_ONLY_ONE),) if len(found) == 1 and wanted else ()

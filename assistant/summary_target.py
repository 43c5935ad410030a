"""What a summary is wanted of: a document, a section, or a subject met in several places."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TypeVar

from assistant import english_requests as english
from assistant.matching import coverage, strength, term_list, term_set
from assistant.view import View
from index.passage import Chunk, DocumentInfo, FloatArray, Passage

_Item = TypeVar("_Item")

HEADINGS_FROM = 50
"""Headings are looked for in the best so many passages: all of a small collection, and in a large
one those whose headings hold the words asked for, since headings are searched with the text."""
EXACT_CONFIDENCE, _ONLY_ONE = 0.9, 0.75
SUBJECT_PASSAGES = 12
_WHOLE, _MOST, _HALF = 0.99, 0.8, 0.5
_NEAR_SCORE = 0.6
_OTHER_KIND = 0.8
_NEAREST, _MOST_OF, _NEAR_ENOUGH, _LIKELY = 5, 0.6, 0.4, 0.65
_LEAST_SHARE = 0.25
_NEAR_BEST = 0.95


@dataclass(frozen=True, slots=True)
class Target:
    """One document, or the section of it whose heading path starts with ``heading``.

    ``confidence`` is .9 where the words asked for are the title, file name, ordinal or heading,
    and .6 to .85 where they are part of it, by the share of the title's or heading's weight.
    """

    document: DocumentInfo
    heading: tuple[str, ...] = ()
    confidence: float = EXACT_CONFIDENCE

    def holds(self, chunk: Chunk) -> bool:
        """Whether ``chunk`` is part of the target."""
        return (
            chunk.document == self.document.id
            and chunk.heading[: len(self.heading)] == self.heading
        )


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The words asked for, without "the article on"; ``kind``: what they are said to name."""

    text: str
    kind: str | None


def resolve_target(view: View, text: str) -> tuple[Target, ...]:
    """The documents and sections that ``text`` names; empty: none.

    By ordinal ("the last text", "document 3": in the order of the index), file name, title or
    heading; "A and B" may name two.
    """
    text = text.strip(" \"'“”‘’.,:;!?")
    for resolve in (_by_place, _by_file_name, _by_initials, _by_kind, _by_name):
        if found := resolve(view, text):
            return found
    parts = [part for part in re.split(r",? and |, ", text) if part]
    each = [_by_file_name(view, part) or _by_name(view, part) for part in parts]
    if len(parts) < 2 or not all(each):
        return ()
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
    return _wanted(text).text


def find_subject(view: View, text: str) -> Subject:
    """The passages about ``text``."""
    wanted = subject_of(text)
    weights = _weights(view, wanted)
    result = view.search(wanted, k=SUBJECT_PASSAGES)
    shares = [coverage(weights, term_set(p.chunk.embedded)) for p in result.passages]
    kept = [p for p, share in zip(result.passages, shares, strict=True) if share >= _MOST]
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
    wanted = {text.casefold(), _wanted(text).text.casefold()}
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
    short = _wanted(text.removeprefix("the ")).text
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
    called = [info for info in view.documents() if set(wanted) <= term_set(_called(info))]
    found = ending if len(ending) == 1 else called
    return (Target(found[0], confidence=_ONLY_ONE),) if len(found) == 1 and wanted else ()


def _called(info: DocumentInfo) -> str:
    """The title of a document and the words of its file's name."""
    return f"{info.title} {_file_words(info)}"


def _file_words(info: DocumentInfo) -> str:
    return re.sub(r"[\d_.-]+", " ", PurePosixPath(info.id).stem).strip()


def _by_name(view: View, text: str) -> tuple[Target, ...]:
    """The title or heading that the words name best, or several titles that they name as well."""
    whole = _Wanted(re.sub(r"^(?:the|this|that|our|your) ", "", text, flags=re.IGNORECASE), None)
    return _best_named(view, whole) or _best_named(view, _wanted(text))


def _best_named(view: View, wanted: _Wanted) -> tuple[Target, ...]:
    if not term_list(wanted.text):
        return ()
    weights = _weights(view, wanted.text)
    named = list(_named(view, wanted.text))
    scored = [(s, t) for t in named if (s := _score(view, weights, wanted, t)) > 0]
    if not scored:
        return _by_subject(view, weights, wanted, named)
    scored.sort(key=lambda item: (-item[0], len(item[1].heading), item[1].document.id))
    best = scored[0][0]
    confidence = EXACT_CONFIDENCE if best >= _WHOLE * _OTHER_KIND else 0.6 + 0.25 * best
    near = [target for score, target in scored if score >= _NEAR_BEST * best]
    if near[0].heading:
        near = near[:1]
    near = [target for target in near if bool(target.heading) == bool(near[0].heading)][:3]
    return tuple(replace(target, confidence=confidence) for target in near)


def _by_subject(
    view: View, weights: Mapping[str, float], wanted: _Wanted, named: Iterable[Target]
) -> tuple[Target, ...]:
    """The one document whose title holds the words, where a text is asked for by its subject."""
    if wanted.kind != "document":
        return ()
    return _by_title_words(view, weights, named) or _by_search(view, wanted)


def _by_search(view: View, wanted: _Wanted) -> tuple[Target, ...]:
    """The one document that most of the passages nearest to the subject are of."""
    passages = view.search(wanted.text, k=_NEAREST).passages
    documents = Counter(p.chunk.document for p in passages)
    best, n = next(iter(documents.most_common(1)), ("", 0))
    is_first = bool(passages) and passages[0].chunk.document == best
    if not is_first or n < _MOST_OF * len(passages) or passages[0].dense < _NEAR_ENOUGH:
        return ()
    return tuple(Target(i, confidence=_LIKELY) for i in view.documents() if i.id == best)


def _by_title_words(
    view: View, weights: Mapping[str, float], named: Iterable[Target]
) -> tuple[Target, ...]:
    """The one document whose title holds the words, and little else."""
    titles = [(t, term_set(t.document.title)) for t in named if not t.heading]
    held = [t for t, title in titles if coverage(weights, title) >= _MOST]
    own = [coverage(_weights(view, t.document.title), frozenset(weights)) for t in held]
    if len(held) != 1 or own[0] < _LEAST_SHARE:
        return ()
    return (replace(held[0], confidence=0.6 + 0.25 * own[0]),)


def _wanted(text: str) -> _Wanted:
    lead = english.TARGET_LEAD.match(text)
    if lead:
        kind = "document" if lead["document"] else "section"
        return _Wanted(text[lead.end() :].strip(" \"'“”‘’"), kind)
    tail = english.TARGET_TAIL.search(text)
    if tail and term_list(text[: tail.start()]):
        return _Wanted(
            text[: tail.start()].strip(" \"'“”‘’"), "document" if tail["document"] else "section"
        )
    return _Wanted(text, None)


def _named(view: View, wanted: str) -> Iterator[Target]:
    """Every document, and the sections of the passages nearest to what is wanted."""
    documents = {info.id: info for info in view.documents()}
    for info in documents.values():
        yield Target(info)
    paths = {
        (passage.chunk.document, passage.chunk.heading[:depth])
        for passage in view.search(wanted, k=HEADINGS_FROM).passages
        for depth in range(1, len(passage.chunk.heading) + 1)
    }
    for document, path in sorted(paths):
        yield Target(documents[document], path)


def _score(view: View, weights: Mapping[str, float], wanted: _Wanted, target: Target) -> float:
    """How well the words name the target, 0 to 1; 0: not.

    The share of the name that is asked for, where the name, with the names above it, holds nearly
    all that is asked for.
    """
    name = target.heading[-1] if target.heading else target.document.title
    above = " ".join((target.document.title, *target.heading))
    named = _named_by(view, weights, name, above)
    if not target.heading:
        file = _file_words(target.document)
        named = max(named, _named_by(view, weights, file, _called(target.document)))
    kind = "section" if target.heading else "document"
    return named * (1.0 if wanted.kind in (None, kind) else _OTHER_KIND)


def _named_by(view: View, weights: Mapping[str, float], name: str, above: str) -> float:
    held = coverage(weights, term_set(above))
    own = coverage(_weights(view, name), frozenset(weights))
    if held < _MOST or own < _LEAST_SHARE or not _opens_or_fills(weights, name, own):
        return 0.0
    return held * own


def _opens_or_fills(weights: Mapping[str, float], name: str, own: float) -> bool:
    """Whether a name is about the words: it opens with one of them, or they are most of it."""
    words = term_list(name)
    return bool(words) and (own >= 0.5 or strength(words[0], tuple(weights)) > 0)


def _weights(view: View, text: str) -> dict[str, float]:
    """Each term's weight: more for one that few passages hold."""
    n = view.index.n_chunks
    return {t: math.log(1 + (n + 1) / (1 + view.index.frequency(t))) for t in term_list(text)}

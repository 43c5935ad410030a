"""The document or section that a title, a heading or a subject names best."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from assistant import english_requests as english
from assistant.matching import coverage, strength, term_list, term_set
from assistant.view import View
from index.passage import Chunk, DocumentInfo

HEADINGS_FROM = 50
"""Headings are looked for in the best so many passages: all of a small collection, and in a large
one those whose headings hold the words asked for, since headings are searched with the text."""
EXACT_CONFIDENCE = 0.9
MOST = 0.8
_WHOLE = 0.99
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
class Wanted:
    """The words asked for, without "the article on"; ``kind``: what they are said to name."""

    text: str
    kind: str | None


def called(info: DocumentInfo) -> str:
    """The title of a document and the words of its file's name."""
    return f"{info.title} {file_words(info)}"


def file_words(info: DocumentInfo) -> str:
    """The words of a file's name."""
    return re.sub(r"[\d_.-]+", " ", PurePosixPath(info.id).stem).strip()


def by_name(view: View, text: str) -> tuple[Target, ...]:
    """The title or heading that the words name best, or several titles that they name as well."""
    whole = Wanted(re.sub(r"^(?:the|this|that|our|your) ", "", text, flags=re.IGNORECASE), None)
    return _best_named(view, whole) or _best_named(view, wanted_of(text))


def _best_named(view: View, wanted: Wanted) -> tuple[Target, ...]:
    if not term_list(wanted.text):
        return ()
    weights = weights_of(view, wanted.text)
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
    view: View, weights: Mapping[str, float], wanted: Wanted, named: Iterable[Target]
) -> tuple[Target, ...]:
    """The one document whose title holds the words, where a text is asked for by its subject."""
    if wanted.kind != "document":
        return ()
    return (
        _by_title_words(view, weights, named)
        or _by_number(view, wanted)
        or _by_search(view, wanted)
    )


def _by_number(view: View, wanted: Wanted) -> tuple[Target, ...]:
    """The one document whose title or file name holds the year or number asked for."""
    numbers = set(re.findall(r"\d{2,}", wanted.text))
    held = [i for i in view.documents() if numbers & set(re.findall(r"\d+", f"{i.title} {i.id}"))]
    return (Target(held[0], confidence=_LIKELY),) if len(held) == 1 else ()


def _by_search(view: View, wanted: Wanted) -> tuple[Target, ...]:
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
    held = [t for t, title in titles if coverage(weights, title) >= MOST]
    own = [coverage(weights_of(view, t.document.title), frozenset(weights)) for t in held]
    if len(held) != 1 or own[0] < _LEAST_SHARE:
        return ()
    return (replace(held[0], confidence=0.6 + 0.25 * own[0]),)


def wanted_of(text: str) -> Wanted:
    """``text`` without the words that only say that a document or a section is meant."""
    lead = english.TARGET_LEAD.match(text)
    if lead:
        kind = "document" if lead["document"] else "section"
        return Wanted(text[lead.end() :].strip(" \"'“”‘’"), kind)
    tail = english.TARGET_TAIL.search(text)
    if tail and term_list(text[: tail.start()]):
        return Wanted(
            text[: tail.start()].strip(" \"'“”‘’"), "document" if tail["document"] else "section"
        )
    within = english.TARGET_WITHIN.match(text)
    if within:
        return Wanted(f"{within['before']} {within['behind']}", "document")
    return Wanted(text, None)


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


def _score(view: View, weights: Mapping[str, float], wanted: Wanted, target: Target) -> float:
    """How well the words name the target, 0 to 1; 0: not.

    The share of the name that is asked for, where the name, with the names above it, holds nearly
    all that is asked for.
    """
    name = target.heading[-1] if target.heading else target.document.title
    above = " ".join((target.document.title, *target.heading))
    named = _named_by(view, weights, name, above)
    if not target.heading:
        file = file_words(target.document)
        named = max(named, _named_by(view, weights, file, called(target.document)))
    kind = "section" if target.heading else "document"
    return named * (1.0 if wanted.kind in (None, kind) else _OTHER_KIND)


def _named_by(view: View, weights: Mapping[str, float], name: str, above: str) -> float:
    held = coverage(weights, term_set(above))
    own = coverage(weights_of(view, name), frozenset(weights))
    if held < MOST or own < _LEAST_SHARE or not _opens_or_fills(weights, name, own):
        return 0.0
    return held * own


def _opens_or_fills(weights: Mapping[str, float], name: str, own: float) -> bool:
    """Whether a name is about the words: it opens with one of them, or they are most of it."""
    words = term_list(name)
    return bool(words) and (own >= 0.5 or strength(words[0], tuple(weights)) > 0)


def weights_of(view: View, text: str) -> dict[str, float]:
    """Each term's weight: more for one that few passages hold."""
    n = view.index.n_chunks
    return {t: math.log(1 + (n + 1) / (1 + view.index.frequency(t))) for t in term_list(text)}

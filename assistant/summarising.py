"""Summaries: sentences of a document, a section or a subject, in reading order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from assistant import english_requests as english
from assistant.answer import Statement
from assistant.candidates import QUOTABLE
from assistant.draft import Draft, cite, frame, quote
from assistant.empty_lists import empty_lists
from assistant.extracting import MAX_SENTENCES, choose_lines
from assistant.intending import names_document
from assistant.lines import Line, read_lines
from assistant.matching import coverage, strength, term_set
from assistant.nearest_target import nearest_target
from assistant.reading import is_common
from assistant.summary_request import SURE, SummaryRequest, read_request, request_of
from assistant.summary_target import find_subject, resolve_target, subject_of
from assistant.target_naming import Target, called, wanted_of, weights_of
from assistant.view import View
from index.passage import Chunk
from index.words import tokens

MAX_CHUNKS = 400
"""Of a longer document every n-th passage is read, so that a book does not take seconds."""
_MAX_ECHOED_WORDS = 6
_BULK = 0.67
_NAMED = 0.5
_BEYOND, _HELD = 0.5, 0.6
"""What part of a description its document's title does not say, and how much of that a passage
holds that speaks of it.
"""
_LOOKED_AT = 6
_OF_SO_MANY = 4
"""One of so many sentences is shown, or one a section where that is more."""
_MEANT, _AS_NEAR, _OF_MEANING = 0.45, 0.12, 0.6
"""How near the best passage must come to a description in other words, and how much less any other,
as cosines, and how sure their extract is.
"""
_ENOUGH = 3
"""Of a subject more than so many lines are shown, the first of which counts them."""


def summarise(question: str, view: View) -> Draft | None:
    """An extract of the document, section or subject that ``question`` wants summarised.

    Only what is in view is read and counted. Null: it asks for no summary, or for one of what was
    said before. A refusal where nothing in view is of that name or subject.
    """
    request = read_request(question)
    if request is not None and english.TARGET_EARLIER.match(request.target):
        return None
    if request is not None and english.TARGET_UNNAMED.match(request.target):
        return _unnamed(view, request)
    draft = _of_named(view, request) if request is not None else None
    if draft is None and (name := names_document(question, view)):
        draft = _of_named(view, request_of(question, name))
    if draft is None and request is not None:
        return _of_described(view, request)
    return draft


def _of_described(view: View, request: SummaryRequest) -> Draft | None:
    """The extract of a document that the request describes, or of a subject; null where it need be
    no request for a summary and neither is sure.

    A subject of which enough is said goes before a document whose title holds little of it.
    """
    near = partial(nearest_target, view, request.target, least=request.nearest)
    if request.nearest and (target := near(named=_NAMED)):
        return _of_nearest(view, request, target)
    by_subject = request.certain or request.enough
    draft = _of_subject(view, request) if by_subject else None
    if draft is not None and len(draft.statements) > _ENOUGH:
        return draft
    if request.nearest and (target := near()):
        return _of_nearest(view, request, target, draft)
    if draft is not None and draft.outcome != "answered" and request.certain:
        return _of_meaning(view, request) or draft
    return draft if request.certain else None


def _of_meaning(view: View, request: SummaryRequest) -> Draft | None:
    """The extract of the passages that come near a description in meaning, though they put it in
    other words; null where none does, or a word of it that is not of general English occurs
    nowhere.
    """
    index, wanted = view.index, subject_of(request.target)
    words = [token for token in tokens(wanted) if token.term]
    strange = [t for t in words if not index.frequency(t.term)]
    if any(not is_common(t.surface, t.term, index) for t in strange):
        return None
    result = view.search(wanted, k=_LOOKED_AT)
    best = max((p.dense for p in result.passages), default=0.0)
    near = [p for p in result.passages if p.dense >= best - _AS_NEAR]
    if best < _MEANT:
        return None
    hashes = {passage.chunk.document: passage.sha256 for passage in near}
    chunks = sorted((p.chunk for p in near), key=lambda c: (c.document, c.span.start))
    lines = [line for line in read_lines(index, chunks) if not line.text.endswith(":")]
    chosen = choose_lines([[line] for line in lines], request.at_most, result.vector)
    told = _told(request, chosen, hashes) if len(chosen) > 1 else ()
    return Draft("answered", "extract", told, confidence=_OF_MEANING) if told else None


def _of_nearest(
    view: View, request: SummaryRequest, target: Target, of_subject: Draft | None = None
) -> Draft:
    """The extract of a document, or of its passages that speak of what its title does not say:
    "the fire of 1871" in an article on the harbour.

    ``of_subject``: the extract of what is described as a subject, rather than of a document whose
    title says little of it.
    """
    beyond = _beyond(view, request, target)
    part = [] if beyond is None else _of_part(view, target, beyond)
    chosen: tuple[Line, ...] = ()
    if part:
        near = view.index.embed([subject_of(request.target)])[0]
        lines = read_lines(view.index, part)
        chosen = choose_lines([[line] for line in lines], request.at_most, near)
    if len(chosen) < _ENOUGH:
        if beyond is not None and of_subject is not None and of_subject.outcome == "answered":
            return of_subject
        return _of_targets(view, (target,), request.at_most)
    told = _told(request, chosen, {target.document.id: target.document.sha256})
    return Draft("answered", "extract", told, target.confidence)


def _of_part(view: View, target: Target, beyond: Mapping[str, float]) -> list[Chunk]:
    """The passages of a document that hold most of ``beyond``, what its title does not say of a
    description; none where they are most of the document.
    """
    chunks = _chunks(view, target)
    held = [c for c in chunks if coverage(beyond, term_set(c.embedded)) >= _HELD]
    return held if 2 * len(held) < len(chunks) else []


def _beyond(view: View, request: SummaryRequest, target: Target) -> dict[str, float] | None:
    """The weights of the words of a description that a document's title does not say; null where it
    says most of it, or a document is asked for.
    """
    wanted, title = wanted_of(request.target), term_set(called(target.document))
    weights = weights_of(view, wanted.text)
    beyond = {term: weight for term, weight in weights.items() if not strength(term, title)}
    is_least = sum(beyond.values()) < _BEYOND * sum(weights.values())
    return None if wanted.kind == "document" or is_least else beyond


def _of_named(view: View, request: SummaryRequest) -> Draft | None:
    """The extract of what the request names; null where nothing is named surely enough."""
    said = english.TARGET_SAYS.sub(r"\g<target>", request.target)
    bare = english.TARGET_PURPOSE.sub("", request.target)
    forms = dict.fromkeys((request.target, said, bare))
    found = next((f for form in forms if (f := resolve_target(view, form))), ())
    targets = [t for t in found if _chunks(view, t)]
    least = SURE if targets and targets[0].heading else request.least
    if request.of_document and targets and targets[0].heading:
        return None
    if targets and (request.certain or targets[0].confidence >= least):
        return _of_targets(view, targets, request.at_most)
    return None


def _unnamed(view: View, request: SummaryRequest) -> Draft | None:
    documents = view.documents()
    if len(documents) == 1:
        return _of_targets(view, (Target(documents[0]),), request.at_most)
    if not request.certain:
        return None
    titles = "; ".join(f"“{info.title}”" for info in documents[:3])
    text = f"I did not find which of {len(documents)} documents is meant, for example {titles}."
    return Draft("not_covered", "extract", (frame(text),), confidence=0.0)


def _of_targets(view: View, targets: Sequence[Target], at_most: int) -> Draft:
    statements: list[Statement] = []
    share = max(1, at_most // len(targets))
    for target in targets:
        statements.extend(_of_target(view, target, share))
    confidence = min(target.confidence for target in targets)
    return Draft("answered", "extract", tuple(statements), confidence=confidence)


def _of_target(view: View, target: Target, at_most: int) -> Iterator[Statement]:
    """The line that says how much is shown, the sentences, and what is announced and not given."""
    chunks = _chunks(view, target)
    step = -(-len(chunks) // MAX_CHUNKS)
    lines = read_lines(view.index, chunks[::step])
    total = sum(s.kind in QUOTABLE for chunk in chunks for s in chunk.sentences)
    if all(line.sentence.kind == "row" for line in lines):
        chosen = tuple(lines[:at_most])
    else:
        groups = groups_of(lines, len(target.heading))
        at_least = max(len(groups), -(-len(lines) // _OF_SO_MANY))
        chosen = choose_lines(groups, min(at_most, at_least, -(-len(lines) // 2)))
    shown = sum(line.n_sentences for line in chosen)
    yield frame(f"{_name(target)}: {_count(shown, total)}.")
    for line in chosen:
        label = line.chunk.heading[-1] if line.chunk.heading else None
        yield quote(line.chunk, line.sentence, target.document.sha256, label=label)
    yield from _announced(chunks, target.document.sha256)


def _chunks(view: View, target: Target) -> list[Chunk]:
    """The chunks of a target that are in view."""
    return [chunk for chunk in view.chunks(target.document.id) if target.holds(chunk)]


def _of_subject(view: View, request: SummaryRequest) -> Draft:
    subject = find_subject(view, request.target)
    hashes = {passage.chunk.document: passage.sha256 for passage in subject.passages}
    chunks = sorted((p.chunk for p in subject.passages), key=lambda c: (c.document, c.span.start))
    lines = (line for line in read_lines(view.index, chunks) if not line.text.endswith(":"))
    groups = [[line] for line in lines if subject.is_named_in(line.text)]
    chosen = choose_lines(groups, request.at_most, subject.vector)
    if not chosen:
        return _not_found(view, request.target)
    told = _told(request, chosen, hashes)
    return Draft("answered", "extract", told, confidence=0.3 + 0.4 * subject.share)


def _told(
    request: SummaryRequest, chosen: Sequence[Line], hashes: Mapping[str, str]
) -> tuple[Statement, ...]:
    """The line that counts what is shown of a subject, and the sentences with their places."""
    n_documents = len({line.chunk.document for line in chosen})
    sentences = "1 sentence" if len(chosen) == 1 else f"{len(chosen)} sentences"
    documents = "1 document" if n_documents == 1 else f"{n_documents} documents"
    statements = [frame(f"“{_echo(request.target)}”: {sentences} from {documents}.")]
    for line in chosen:
        sha256 = hashes[line.chunk.document]
        statements.append(quote(line.chunk, line.sentence, sha256, label=line.chunk.under))
    return tuple(statements)


def _not_found(view: View, target: str) -> Draft:
    name = f"“{_echo(target)}”"
    of = (
        "that name or subject"
        if len(target.split()) > _MAX_ECHOED_WORDS
        else f"the name or subject {name}"
    )
    text = f"I did not find a document or section of {of} among {len(view.documents())} documents."
    return Draft("not_covered", "extract", (frame(text),), confidence=0.0)


def groups_of(lines: Sequence[Line], depth: int) -> list[list[Line]]:
    """The sections below ``depth``, or, where there are fewer than three, the paragraphs.

    More than can be shown are joined with their neighbours, the smallest first.
    """
    deepest = max((len(line.chunk.heading) for line in lines), default=0)
    groups: list[list[Line]] = [list(lines)]
    for level in range(depth + 1, deepest + 1):
        groups = _runs(lines, [line.chunk.heading[:level] for line in lines])
        if len(groups) > 2:
            break
    if len(groups) < 3:
        groups = _runs(lines, [line.paragraph for line in lines])
    if len(groups) < 3:
        groups = _stretches(lines)
    while len(groups) > MAX_SENTENCES:
        sizes = [len(a) + len(b) for a, b in itertools.pairwise(groups)]
        at = sizes.index(min(sizes))
        groups[at : at + 2] = [groups[at] + groups[at + 1]]
    return _without_bulk(groups, len(lines))


def _without_bulk(groups: list[list[Line]], total: int) -> list[list[Line]]:
    """``groups``, one that holds most of the lines in stretches: a contract of one long part."""
    at, bulk = max(enumerate(groups), key=lambda pair: len(pair[1]), default=(0, []))
    n = MAX_SENTENCES - len(groups) + 1
    if len(bulk) <= _BULK * total or len(bulk) < 2 * n:
        return groups
    parts = [bulk[len(bulk) * i // n : len(bulk) * (i + 1) // n] for i in range(n)]
    return [*groups[:at], *parts, *groups[at + 1 :]]


def _stretches(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in stretches of like length: two lines each, or as many as can be shown."""
    n = min(MAX_SENTENCES, -(-len(lines) // 2))
    return [list(lines[len(lines) * i // n : len(lines) * (i + 1) // n]) for i in range(n)]


def _runs(lines: Sequence[Line], keys: Sequence[object]) -> list[list[Line]]:
    runs: list[list[Line]] = []
    last: object = None
    for line, key in zip(lines, keys, strict=True):
        if not runs or key != last:
            runs.append([])
        runs[-1].append(line)
        last = key
    return runs


def _announced(chunks: Sequence[Chunk], sha256: str) -> Iterator[Statement]:
    """One line for each list that is announced and not given, with the place that says so."""
    for chunk, sentence in empty_lists(chunks):
        place = cite(chunk, sentence.span, sha256)
        yield frame(f"Announced but not given, under “{chunk.under}”.", place)


def _name(target: Target) -> str:
    title = f"“{target.document.title}”"
    return f"{title}, “{target.heading[-1]}”" if target.heading else title


def _count(shown: int, total: int) -> str:
    return f"{shown} of {total} sentence{'' if total == 1 else 's'}"


def _echo(target: str) -> str:
    subject = subject_of(target)
    return re.sub(r"[“”\"]|^the (?=.)", "", subject if subject in target else target)

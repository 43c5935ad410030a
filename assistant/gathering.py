"""Lists: the items that the documents give, one a line, each with its quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant import english
from assistant.answer import Statement
from assistant.candidates import QUOTABLE
from assistant.draft import Draft, cite, frame, quote
from assistant.forms import Form
from assistant.matching import coverage, strength, term_set
from assistant.reading import Reading
from assistant.scoring import Scored
from assistant.selecting import MARGIN, repeats
from assistant.texts import REFUSALS
from corpus.markup import plain_text
from index.index import Index
from index.passage import Chunk, Sentence

MAX_ITEMS = 7
_HEADING_COVERAGE = 0.6
_ANNOUNCED_COVERAGE = 0.6
_NAMED_BONUS = 0.2
_OPENS_LIST = re.compile(r"\s*(?:[\da-z•–—(\"“*-])")


def gather(
    form: Form, reading: Reading, ranked: Sequence[Scored], index: Index
) -> tuple[Statement, ...]:
    """The items of the list that is asked for, in the order the documents give them.

    Tried in turn: the sections below a heading that names the list; the sentences that hold all
    the question's names, the best of each section; sentences that count themselves among the list
    ("another cause is ..."); else the sentences that score nearly as well as the best.
    """
    items = _under_heading(form, reading, ranked, index)
    items = items or _with_names(reading, ranked)
    items = items or _self_counted(form, reading, ranked)
    return tuple(items or _best(ranked))


def without_announcements(ranked: Sequence[Scored], index: Index) -> list[Scored]:
    """The candidates that are not just the announcement of a list that is not given."""
    kept = []
    for scored in ranked:
        candidate = scored.candidate
        chunk = candidate.passage.chunk
        opens = candidate.text.endswith(":")
        following = chunk.sentences[candidate.position + 1 : candidate.position + 2]
        if not opens or _begins_list(chunk, following[0] if following else None, index):
            kept.append(scored)
    return kept


def announced_only(
    form: Form, reading: Reading, ranked: Sequence[Scored], index: Index
) -> Draft | None:
    """A refusal where the list that is asked for is announced and not given.

    That is so where an announcement names the asked noun, or matches better than any sentence.
    """
    best: tuple[float, Chunk, Sentence, str] | None = None
    for chunk, sha256 in _near_chunks(ranked, index):
        for sentence in _announcements(chunk, index):
            words = term_set(plain_text(chunk.sentence_text(sentence), chunk.markup))
            above = term_set(" ".join((*chunk.heading[-1:],)))
            met = coverage(reading.weights, words | above)
            met += _NAMED_BONUS * (form.noun in words)
            if best is None or met > best[0]:
                best = (met, chunk, sentence, sha256)
    if best is None or best[0] < _ANNOUNCED_COVERAGE:
        return None
    answered = max((s.candidate.feature("coverage") for s in ranked[:3]), default=0.0)
    if answered > best[0]:
        return None
    _, chunk, sentence, sha256 = best
    line = frame(REFUSALS["announced"], cite(chunk, sentence.span, sha256))
    return Draft("not_answered", "list", (line,))


def _announcements(chunk: Chunk, index: Index) -> Iterator[Sentence]:
    """Editor's notes, and sentences that end in a colon with no list after them."""
    for i, sentence in enumerate(chunk.sentences):
        if sentence.kind == "note":
            yield sentence
        elif sentence.kind == "paragraph" and chunk.sentence_text(sentence).rstrip().endswith(":"):
            following = chunk.sentences[i + 1] if i + 1 < len(chunk.sentences) else None
            if not _begins_list(chunk, following, index):
                yield sentence


def _begins_list(chunk: Chunk, following: Sentence | None, index: Index) -> bool:
    if following is None:
        chunks = index.chunks(chunk.document)
        after = [c for c in chunks if c.span.start >= chunk.span.end]
        if not after or not after[0].sentences or after[0].heading != chunk.heading:
            return False
        chunk, following = after[0], after[0].sentences[0]
    if following.kind in ("item", "row", "header", "code"):
        return True
    return _OPENS_LIST.match(chunk.sentence_text(following)) is not None


def _near_chunks(ranked: Sequence[Scored], index: Index) -> Iterator[tuple[Chunk, str]]:
    """The chunks of the candidates, best first, each once."""
    seen: set[str] = set()
    for scored in ranked:
        passage = scored.candidate.passage
        if passage.chunk.id not in seen:
            seen.add(passage.chunk.id)
            yield passage.chunk, passage.sha256


def _under_heading(
    form: Form, reading: Reading, ranked: Sequence[Scored], index: Index
) -> list[Statement]:
    """The first sentence of each section right below the heading that best names the list."""
    best: tuple[float, list[tuple[Chunk, str]]] = (0.0, [])
    hashes = {s.candidate.passage.chunk.document: s.candidate.passage.sha256 for s in ranked}
    for document, sha256 in hashes.items():
        chunks = index.chunks(document)
        for path, title in _headings(chunks):
            words = term_set(" ".join((title, *path[-1:])))
            if form.noun and strength(form.noun, term_set(path[-1] if path else title)) < 0.8:
                continue
            met = coverage(reading.weights, words)
            children = _children(chunks, path)
            if met >= _HEADING_COVERAGE and len(children) > 1 and met > best[0]:
                best = (met, [(chunk, sha256) for chunk in children])
    return [
        quote(chunk, _first(chunk), sha256, kind="item", label=chunk.heading[-1])
        for chunk, sha256 in best[1][:MAX_ITEMS]
    ]


def _headings(chunks: Sequence[Chunk]) -> dict[tuple[tuple[str, ...], str], None]:
    """Every heading path of a document, the empty one for its title included."""
    found: dict[tuple[tuple[str, ...], str], None] = {}
    for chunk in chunks:
        for depth in range(len(chunk.heading) + 1):
            found.setdefault((chunk.heading[:depth], chunk.title))
    return found


def _children(chunks: Sequence[Chunk], path: tuple[str, ...]) -> list[Chunk]:
    """The first quotable chunk of each section one level below ``path``."""
    first: dict[tuple[str, ...], Chunk] = {}
    for chunk in chunks:
        below = chunk.heading[: len(path) + 1]
        if len(below) == len(path) + 1 and below[:-1] == path and _quotable(chunk):
            first.setdefault(below, chunk)
    return list(first.values())


def _quotable(chunk: Chunk) -> list[Sentence]:
    return [s for s in chunk.sentences if s.kind in QUOTABLE]


def _first(chunk: Chunk) -> Sentence:
    return _quotable(chunk)[0]


def _with_names(reading: Reading, ranked: Sequence[Scored]) -> list[Statement]:
    """The best sentence of each section among those that hold every name of the question."""
    names = reading.question.names - reading.unknown
    if not names:
        return []
    best: dict[tuple[str, tuple[str, ...]], Scored] = {}
    for scored in ranked:
        chunk = scored.candidate.passage.chunk
        if names <= reading.expand(term_set(scored.candidate.text)):
            best.setdefault((chunk.document, chunk.heading or (chunk.id,)), scored)
    chosen = _distinct(list(best.values()))
    return [_item(scored) for scored in chosen[:MAX_ITEMS]] if len(chosen) > 1 else []


def _self_counted(form: Form, reading: Reading, ranked: Sequence[Scored]) -> list[Statement]:
    """Sentences that say of themselves to be one of the list: "another cause is ..."."""
    if not form.noun:
        return []
    rest = {t: w for t, w in reading.weights.items() if t != form.noun}
    found = []
    for scored in ranked:
        words = term_set(scored.candidate.text)
        chunk = scored.candidate.passage.chunk
        near = words | term_set(" ".join((chunk.title, *chunk.heading, chunk.text)))
        counted = english.ENUMERATOR.search(scored.candidate.text)
        if counted and form.noun in words and (not rest or coverage(rest, near) >= 0.5):
            found.append(scored)
    chosen = _distinct(found)
    return [_item(scored) for scored in _in_order(chosen[:MAX_ITEMS])] if len(chosen) > 1 else []


def _best(ranked: Sequence[Scored]) -> list[Statement]:
    close = [s for s in ranked[:8] if ranked[0].score - s.score <= 2 * MARGIN]
    return [_item(scored) for scored in _distinct(close)[:3]]


def _distinct(scored: Sequence[Scored]) -> list[Scored]:
    kept: list[Scored] = []
    for one in scored:
        if not any(repeats(one.candidate.text, other.candidate.text) for other in kept):
            kept.append(one)
    return kept


def _in_order(scored: Sequence[Scored]) -> list[Scored]:
    return sorted(
        scored, key=lambda s: (s.candidate.passage.chunk.document, s.candidate.sentence.span.start)
    )


def _item(scored: Scored) -> Statement:
    passage = scored.candidate.passage
    return quote(passage.chunk, scored.candidate.sentence, passage.sha256, kind="item")

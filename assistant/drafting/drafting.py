"""The door: an index in, a question set of drafts out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from assistant.abbreviations import find_abbreviations
from assistant.drafting.clause import Vocabulary, read_clause
from assistant.drafting.counting import count_subjects, count_there
from assistant.drafting.draft import KINDS, Draft, Kind, Source, Wording
from assistant.drafting.listing import draft_lists
from assistant.drafting.tables import draft_rows
from assistant.drafting.wording import is_fit, word_questions
from assistant.phrases import sentence_texts
from assistant.view import View
from corpus.document import Span
from corpus.markup import plain_text
from index.passage import Chunk
from index.words import terms

MAX_CASES = 100
UNANSWERABLE_SHARE = 0.25
MAX_DOCUMENTS, MAX_CHUNKS = 200, 60
"""Of a large collection so many documents are read, evenly spread, and so much of each."""
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_DEFINITE = re.compile(r"\bthe ([a-z][\w’-]*)(?: ([a-z][\w’-]*))?")
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:an?|another|each|every|some|other) ([a-z][\w’-]*)(?: ([a-z][\w’-]*))?"
)
MAX_ASKED = 3
"""One sentence gives so many questions at most."""
DRAFT_TAG = "draft"
FEW, SMALL = 10, 20
"""Where so few cases are drafted from so few documents, a subject need not hold a name."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The cases of a drafted question set, and how many documents they were drawn from."""

    cases: tuple[dict[str, Any], ...]
    n_documents: int


def draft_cases(view: View, n: int = MAX_CASES) -> Drafted:
    """At most ``n`` cases drafted from the documents in view, the same each time.

    A quarter of them have no answer: they are asked with every passage that tells it left out. The
    others are spread over kinds and documents. Every quote stands in its document, character for
    character. Each case is tagged "draft" and with its kind.
    """
    infos = view.documents()
    step = -(-len(infos) // MAX_DOCUMENTS) or 1
    chunks = {info.id: view.chunks(info.id)[:MAX_CHUNKS] for info in infos[::step]}
    vocabulary = _vocabulary(chunks.values())
    chosen = _drafted(chunks, vocabulary, n)
    if len(chosen) < FEW and len(infos) <= SMALL:
        vocabulary = replace(vocabulary, single=_single(chunks.values()))
        chosen = _drafted(chunks, vocabulary, min(n, FEW))
    left_out = _left_out(chosen)
    cases = tuple(
        _case(number, draft, left_out=number in left_out)
        for number, draft in enumerate(chosen, start=1)
    )
    return Drafted(cases, len({draft.sources[0].document for draft in chosen}))


def _drafted(chunks: Mapping[str, Sequence[Chunk]], vocabulary: Vocabulary, n: int) -> list[Draft]:
    return _choose({name: list(_drafts(some, vocabulary)) for name, some in chunks.items()}, n)


def _drafts(chunks: Sequence[Chunk], vocabulary: Vocabulary) -> Iterator[Draft]:
    yield from draft_lists(chunks)
    yield from draft_rows(chunks, vocabulary)
    for chunk in chunks:
        for sentence in chunk.sentences:
            if sentence.kind in ("paragraph", "item"):
                quote = chunk.sentence_text(sentence)
                source = Source(chunk.document, sentence.span, quote)
                for wording in _of_sentence(plain_text(quote, chunk.markup), vocabulary):
                    yield Draft(wording, (source,))


def _of_sentence(text: str, vocabulary: Vocabulary) -> Iterator[Wording]:
    clause = read_clause(text, vocabulary)
    if clause is not None:
        yield from word_questions(clause, vocabulary)
    yield from filter(is_fit, count_subjects(text, vocabulary))
    yield from filter(is_fit, count_there(text, vocabulary))
    for short in find_abbreviations(text):
        if not short.short.isalpha() or short.short.endswith("s"):
            continue  # "PPPs": the plural is not what is spelled out
        asked = f"What does {short.short} stand for?"
        yield Wording("abbreviation", asked, ((short.long,),))


def _choose(found: dict[str, list[Draft]], n: int) -> list[Draft]:
    """Documents in turn, in each the kinds in turn; no question twice.

    A sentence is asked about once, and again in another way where the drafts do not reach ``n``.
    """
    rounds = zip_longest(*(_in_turn(drafts) for drafts in found.values()))
    ordered = [draft for round_ in rounds for draft in round_ if draft is not None]
    chosen: list[Draft] = []
    asked: set[frozenset[str]] = set()
    used: Counter[tuple[str, Span]] = Counter()
    for most in range(MAX_ASKED):
        for draft in ordered:
            words = frozenset(terms(draft.wording.question))
            places = [(source.document, source.span) for source in draft.sources]
            fresh = max(used[place] for place in places) <= most
            if len(chosen) < n and fresh and words not in asked:
                chosen.append(draft)
                asked.add(words)
                used.update(places)
    return chosen


def _in_turn(drafts: Sequence[Draft]) -> list[Draft]:
    """One of each kind, then the next of each, the shorter questions first."""
    by_kind: dict[Kind, list[Draft]] = {kind: [] for kind in KINDS}
    for draft in sorted(drafts, key=lambda draft: len(draft.wording.question)):
        by_kind[draft.wording.kind].append(draft)
    rows = zip_longest(*by_kind.values())
    return [draft for row in rows for draft in row if draft is not None]


def _left_out(chosen: Sequence[Draft]) -> frozenset[int]:
    """The numbers, from 1, of the drafts that are asked without their passages."""
    able = [
        number
        for number, draft in enumerate(chosen, start=1)
        if draft.wording.kind not in ("definition", "list")
    ]
    wanted = min(len(able), round(len(chosen) * UNANSWERABLE_SHARE))
    return frozenset(able[i * len(able) // wanted] for i in range(wanted))


def _case(number: int, draft: Draft, *, left_out: bool) -> dict[str, Any]:
    wording = draft.wording
    case: dict[str, Any] = {
        "id": f"draft-{number:03}",
        "question": wording.question,
        "answerable": True,
        "facts": [list(fact) for fact in wording.facts],
        "evidence": [
            {"document": source.document, "quote": source.quote, "start": source.span.start}
            for source in draft.sources
        ],
        "tags": [DRAFT_TAG, wording.kind],
    }
    if left_out:
        case |= {"leave_out": True, "tags": [DRAFT_TAG, "left-out", wording.kind]}
    return case


def _vocabulary(documents: Iterable[Sequence[Chunk]]) -> Vocabulary:
    """The words that within sentences are mostly written with a capital."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for chunks in documents:
        for text in sentence_texts(chunks):
            for word in _WORD.findall(text)[1:]:
                (upper if word[0].isupper() else lower)[word] += 1
    names = frozenset(word for word, n in upper.items() if n > lower[word.lower()])
    return Vocabulary(names, frozenset(lower))


def _single(documents: Iterable[Sequence[Chunk]]) -> frozenset[str]:
    """The words that follow "the" in one document only, and neither "a" nor in the plural in any."""
    told: Counter[str] = Counter()
    several: set[str] = set()
    for chunks in documents:
        text = " ".join(sentence_texts(chunks)).lower()
        told.update({word for found in _DEFINITE.findall(text) for word in found})
        several.update(word for found in _ONE_OF_SEVERAL.findall(text) for word in found)
        several.update(word.removesuffix("s") for word in text.split() if word.endswith("s"))
    return frozenset(word for word, n in told.items() if word and n == 1) - several

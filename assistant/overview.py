"""What the collection holds: a card of counts, titles, headings, phrases and names."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant import english
from assistant import english_requests as requests
from assistant.answer import Statement
from assistant.draft import Draft, cite, frame
from assistant.expressions import names
from assistant.view import View
from corpus.markup import plain_text
from index.passage import Chunk, DocumentInfo
from index.words import Token, tokens

MAX_CHUNKS = 1_000
"""Phrases and names are counted in so many passages; where there are more, the card says so."""
MAX_TITLES, MAX_HEADINGS, MAX_SUGGESTIONS = 12, 5, 3
MAX_PHRASES, MAX_NAMES = 8, 8
_LEAST_PHRASE, _LEAST_NAME = 3, 2


@dataclass(frozen=True, slots=True)
class Counted:
    """A phrase or name and the number of sentences that hold it."""

    text: str
    n_sentences: int


def is_overview_question(question: str) -> bool:
    """Whether the whole of ``question`` asks what the collection holds or what can be asked.

    >>> is_overview_question("What is in here?"), is_overview_question("What is in the box?")
    (True, False)
    """
    text = " ".join(question.replace("’", "'").split())
    return requests.OVERVIEW.fullmatch(text) is not None


def overview(view: View, examples: Sequence[str]) -> Draft:
    """The collection card; ``examples`` are questions known to be answered.

    Every line can be recounted from the index. Documents are read whole, evenly spread over the
    collection, up to ``MAX_CHUNKS`` passages.
    """
    documents = view.documents()
    read = _spread(documents)
    chunks = {info.id: view.chunks(info.id) for info in read}
    sentences = [text for parts in chunks.values() for text in _sentences(parts)]
    lines = [
        frame(f"{_counted(len(documents), 'document')}, {_counted(_n_passages(view), 'passage')}."),
        *(_title(info, chunks[info.id]) for info in read[:MAX_TITLES]),
    ]
    if len(documents) > len(read[:MAX_TITLES]):
        more = len(documents) - len(read[:MAX_TITLES])
        lines.append(frame(f"{_counted(more, 'more document')}."))
    if len(read) < len(documents):
        lines.append(frame(f"Counted below in {len(read):,} of {len(documents):,} documents."))
    for what, counted in (
        ("Key phrases", key_phrases(sentences)),
        ("Most named", main_names(sentences)),
    ):
        if counted:
            listed = ", ".join(f"{c.text} ({_counted(c.n_sentences, 'sentence')})" for c in counted)
            lines.append(frame(f"{what}: {listed}."))
    return Draft(
        "about",
        "overview",
        tuple(lines),
        confidence=1.0,
        suggestions=tuple(examples[:MAX_SUGGESTIONS]),
    )


def _n_passages(view: View) -> int:
    documents = view.documents()
    if view.hidden == ():
        return sum(info.n_chunks for info in documents)
    return sum(len(view.chunks(info.id)) for info in documents)


def key_phrases(sentences: Sequence[str]) -> tuple[Counted, ...]:
    """The runs of two or three content words that the most sentences hold, in any form.

    Each is written as it is most often. Of runs that share words side by side, the most frequent.
    """
    written: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for key, text in dict(_phrases(sentence)).items():
            written[key][text] += 1
    counts = {key: forms.total() for key, forms in written.items()}
    kept: list[tuple[str, ...]] = []
    for key in sorted(counts, key=lambda key: (-counts[key] * len(key), key)):
        if counts[key] < _LEAST_PHRASE or len(kept) == MAX_PHRASES:
            break
        if not any(_overlaps(key, other) for other in kept):
            kept.append(key)
    words = [list(tokens(sentence)) for sentence in sentences] if kept else []
    found = (
        Counted(
            _usual(written[key]),
            sum(_has_run(key, parts, s) for parts, s in zip(words, sentences, strict=True)),
        )
        for key in kept
    )
    return tuple(sorted(found, key=_most_first))


def main_names(sentences: Sequence[str]) -> tuple[Counted, ...]:
    """The names that the most sentences hold, as whole words, most first.

    Only what is capitalised within a sentence too counts as a name. Of two names of which one
    holds the other, the one that more sentences name.
    """
    inner: set[str] = set()
    named: Counter[str] = Counter()
    for sentence in sentences:
        found = list(names_in(sentence))
        inner.update(name for start, name in found if start > 0)
        named.update({name for _, name in found})
    kept: list[str] = []
    for name, n in sorted(named.items(), key=lambda item: (-item[1], item[0])):
        if n < _LEAST_NAME or len(kept) == MAX_NAMES:
            break
        if name in inner and not any(_holds(name, other) or _holds(other, name) for other in kept):
            kept.append(name)
    counted = (Counted(name, sum(_stands_in(name, s) for s in sentences)) for name in kept)
    return tuple(sorted(counted, key=_most_first))


def count_words(chunks: Iterable[Chunk]) -> int:
    """The words of a document, headings included, markup not."""
    return sum(len(plain_text(chunk.text, chunk.markup).split()) for chunk in chunks)


def _title(info: DocumentInfo, chunks: Sequence[Chunk]) -> Statement:
    headings = tuple(dict.fromkeys(chunk.heading[0] for chunk in chunks if chunk.heading))
    shown = "; ".join(headings[:MAX_HEADINGS])
    if len(headings) > MAX_HEADINGS:
        shown += f"; {len(headings) - MAX_HEADINGS} more"
    text = f"“{info.title}”, {_counted(count_words(chunks), 'word')}" + (
        f": {shown}." if shown else "."
    )
    first = next((s for chunk in chunks[:1] for s in chunk.sentences), None)
    return frame(text, cite(chunks[0], first.span, info.sha256)) if first else frame(text)


def _spread(documents: Sequence[DocumentInfo]) -> tuple[DocumentInfo, ...]:
    """All documents, or every n-th of them, so that they hold at most ``MAX_CHUNKS`` passages."""
    step = 1
    while step < len(documents) and sum(d.n_chunks for d in documents[::step]) > MAX_CHUNKS:
        step += 1
    return tuple(documents[::step])


def _sentences(chunks: Iterable[Chunk]) -> Iterator[str]:
    for chunk in chunks:
        for sentence in chunk.sentences:
            if sentence.kind in ("paragraph", "item"):
                yield plain_text(chunk.sentence_text(sentence), chunk.markup)


def _phrases(sentence: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each run of two or three lower-case content words, by terms, as it is written."""
    words = list(tokens(sentence))
    for size in (2, 3):
        for i in range(len(words) - size + 1):
            run = words[i : i + size]
            text = sentence[run[0].start : run[-1].end]
            if (
                " " in text
                and all(_is_plain(word, sentence) for word in run)
                and _adjoin(run, sentence)
            ):
                yield tuple(word.term for word in run), text[0].lower() + text[1:]


def _is_plain(word: Token, sentence: str) -> bool:
    if not word.term or not sentence[word.start].isalpha() or len(word.surface) < 3:
        return False
    return word.start == 0 or sentence[word.start].islower()


def _adjoin(run: Sequence[Token], sentence: str) -> bool:
    return all(sentence[a.end : b.start] in (" ", "-") for a, b in itertools.pairwise(run))


def _overlaps(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    short, long = sorted((a, b), key=len)
    inside = any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
    return inside or a[1:] == b[:-1] or b[1:] == a[:-1]


def names_in(sentence: str) -> Iterator[tuple[int, str]]:
    """The names of a sentence with their offsets; "A and B" are two."""
    for span in names(sentence):
        start = span.start
        for part in requests.NAME_JOINTS.split(span.cut(sentence)):
            name, at = part.strip(), sentence.index(part, start)
            start = at + len(part)
            if _is_name(name):
                yield at, name


def _is_name(name: str) -> bool:
    if len(name) < 3 or not name[0].isalnum() or not any(c.isupper() for c in name):
        return False
    if name.lower() in requests.NATIONALITIES:
        return False
    return english.DATE.fullmatch(name) is None and english.NUMBER.fullmatch(name) is None


def _has_run(key: tuple[str, ...], words: Sequence[Token], sentence: str) -> bool:
    """Whether the words of ``key`` stand side by side in a sentence, in any form and case."""
    runs = (words[i : i + len(key)] for i in range(len(words) - len(key) + 1))
    return any(tuple(w.term for w in run) == key and _adjoin(run, sentence) for run in runs)


def _usual(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))


def _most_first(counted: Counted) -> tuple[int, str]:
    return -counted.n_sentences, counted.text


def _stands_in(name: str, sentence: str) -> bool:
    """Whether ``sentence`` holds ``name`` as whole words."""
    return name in sentence and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence) is not None


def _holds(long: str, short: str) -> bool:
    return f" {short} " in f" {long} "


def _counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"

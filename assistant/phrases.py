"""The phrases and names that the most sentences hold, counted."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant import english
from assistant import english_requests as requests
from assistant.expressions import names
from corpus.markup import plain_text
from index.passage import Chunk
from index.words import Token, tokens

MAX_PHRASES, MAX_NAMES = 8, 8
_LEAST_PHRASE, _LEAST_NAME = 3, 2


@dataclass(frozen=True, slots=True)
class Counted:
    """A phrase or name and the number of sentences that hold it."""

    text: str
    n_sentences: int


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


def names_in(sentence: str) -> Iterator[tuple[int, str]]:
    """The names of a sentence with their offsets; "A and B" are two."""
    for span in names(sentence):
        start = span.start
        for part in requests.NAME_JOINTS.split(span.cut(sentence)):
            name, at = part.strip(), sentence.index(part, start)
            start = at + len(part)
            if _is_name(name):
                yield at, name


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


def sentence_texts(chunks: Iterable[Chunk]) -> Iterator[str]:
    """The sentences of running text and of list items, as a reader sees them."""
    for chunk in chunks:
        for sentence in chunk.sentences:
            if sentence.kind in ("paragraph", "item"):
                yield plain_text(chunk.sentence_text(sentence), chunk.markup)

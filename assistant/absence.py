"""Refusals that can be checked: where a name occurs, and what no sentence with it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import english
from assistant.absent_names import absent_names
from assistant.answer import Citation
from assistant.candidates import QUOTABLE
from assistant.draft import Draft, cite, frame
from assistant.expressions import MEASURES, AnswerType, find, names
from assistant.matching import strength, term_set
from assistant.naming import written_as
from assistant.reading import Reading
from assistant.texts import ABSENCE, MISSING_KIND
from assistant.view import View
from corpus.markup import plain_text
from index.passage import Chunk
from index.words import tokens

MAX_CHUNKS = 2_000
"""In a larger collection nothing is claimed of every sentence."""
_HOLDS = 0.7
_RARE = 0.8
"""A word so rare in general English is a name wherever it has a capital."""
_WORTH_SAYING = 0.3
"""A word of less weight is not named as missing."""


@dataclass(frozen=True, slots=True)
class _Naming:
    """A sentence that holds a name."""

    text: str
    citation: Citation


def explain(draft: Draft, reading: Reading, view: View) -> Draft:
    """``draft``, a refusal of something the documents do speak of, with what can be recounted.

    That is: in how many sentences two names occur, and that none holds both; or in how many a name
    occurs, and that none of them holds a date, or a word of the question in any form. As it was
    where none of these is so.
    """
    if draft.outcome != "not_answered" or draft.shape not in ("sentence", "list", "table"):
        return draft
    known = _known_names(reading)
    if not known or absent_names(reading) or view.n_chunks > MAX_CHUNKS:
        return draft
    named = {key: list(_naming(key, reading, view)) for key in known}
    named = {key: held for key, held in named.items() if _is_name(key, held, reading, view)}
    keys, found = list(named)[:2], list(named.values())[:2]
    if not found:
        return draft
    written = [_written(_typed(key, reading), held) for key, held in zip(keys, found, strict=True)]
    said = _apart(found, written, keys, reading) if len(keys) > 1 else None
    if said is None:
        key = frozenset().union(*keys)
        both = [one for one in found[0] if key <= reading.expand(term_set(one.text))]
        said = _missing(both, written, key, reading)
        found = [both] if len(keys) > 1 else found
    if said is None:
        return draft
    line = frame(said, *(held[0].citation for held in found))
    return replace(draft, statements=(line, *draft.statements[1:]))


def _known_names(reading: Reading) -> list[frozenset[str]]:
    """The names of the question that the corpus holds every word of, none within another.

    No short form in the plural: with the long form counted too, it would be told otherwise.
    """
    short = [a.short_terms for a in reading.abbreviations if a.short.endswith("s")]
    keys = [e for e in reading.question.entities if e and not e & reading.unknown]
    keys = [e for e in dict.fromkeys(keys) if not all(t[0].isdigit() for t in e)]
    keys = [e for e in keys if e not in short]
    return [e for e in keys if not any(e < other for other in keys)]


def _is_name(key: frozenset[str], naming: Sequence[_Naming], reading: Reading, view: View) -> bool:
    """Whether the documents hold ``key`` as a name of its own.

    A common word is none for a capital at a sentence's beginning or within a longer name: "Square"
    in "Market Square", nor for a name of the same stem: "man" is no "Manning".
    """
    surfaces = reading.question.surfaces
    typed = {surfaces.get(term, term) for term in key}
    is_rare = any(view.index.rarity(surfaces.get(term, term)) >= _RARE for term in key)
    for text in (one.text for one in naming):
        for span in names(text):
            name = term_set(span.cut(text))
            inside = span.start > 0 or len(name) > 1
            is_same = inside and name == key and typed == set(span.cut(text).lower().split())
            if key <= reading.expand(name) if is_rare else is_same:
                return True
    return False


def _typed(key: frozenset[str], reading: Reading) -> str:
    text = reading.question.text
    spans = (span.cut(text) for span in names(text))
    plain = " ".join(reading.question.surfaces[t] for t in reading.question.terms if t in key)
    return next((name for name in spans if term_set(name) == key), plain)


def _written(typed: str, naming: Sequence[_Naming]) -> str:
    """The name as it was typed, if a sentence holds it so, else as most sentences do."""
    texts = [one.text for one in naming]
    return typed if any(typed in text for text in texts) else written_as(typed, texts)


def _naming(key: frozenset[str], reading: Reading, view: View) -> Iterator[_Naming]:
    for chunk, sha256 in view.every_chunk():
        if key <= reading.expand(term_set(chunk.text)):
            yield from _in_chunk(chunk, sha256, key, reading)


def _in_chunk(
    chunk: Chunk, sha256: str, key: frozenset[str], reading: Reading
) -> Iterator[_Naming]:
    for sentence in chunk.sentences:
        text = plain_text(chunk.sentence_text(sentence), chunk.markup)
        if sentence.kind in QUOTABLE and key <= reading.expand(term_set(text)):
            yield _Naming(text, cite(chunk, sentence.span, sha256))


def _apart(
    found: Sequence[Sequence[_Naming]],
    written: Sequence[str],
    keys: Sequence[frozenset[str]],
    reading: Reading,
) -> str | None:
    both = keys[0] | keys[1]
    if any(both <= reading.expand(term_set(one.text)) for one in found[0]):
        return None
    one, other = written
    return ABSENCE["apart"].format(
        one=one, other=other, sentences=_sentences(found[0]), others=len(found[1])
    )


def _missing(
    naming: Sequence[_Naming], written: Sequence[str], key: frozenset[str], reading: Reading
) -> str | None:
    occurs = ABSENCE["occurs" if len(written) == 1 else "together"]
    name = occurs.format(one=written[0], other=written[-1])
    sentences = _sentences(naming)
    lacking = ABSENCE["lacking_one" if len(naming) == 1 else "lacking"]
    kind = reading.question.answer_type
    if kind in MEASURES:
        if any(_holds(kind, one.text) for one in naming):
            return None
        return ABSENCE["kind"].format(
            name=name, sentences=sentences, lacking=lacking, kind=MISSING_KIND[kind]
        )
    word = _missing_word(naming, key, reading)
    if word is None:
        return None
    return ABSENCE["word"].format(name=name, sentences=sentences, lacking=lacking, word=word)


def _sentences(naming: Sequence[_Naming]) -> str:
    return "1 sentence" if len(naming) == 1 else f"{len(naming):,} sentences"


def _holds(kind: AnswerType, text: str) -> bool:
    """Whether a reader may find in ``text`` what the kind is called: a year is a number."""
    return english.TRACES[kind].search(text) is not None or next(find(kind, text), None) is not None


def _missing_word(naming: Sequence[_Naming], key: frozenset[str], reading: Reading) -> str | None:
    """The heaviest word of the question that no sentence naming the name holds in any form."""
    held = frozenset().union(*(reading.expand(term_set(one.text)) for one in naming))
    weights = {t: w for t, w in reading.weights.items() if t not in key and w >= _WORTH_SAYING}
    missing = [t for t in weights if strength(t, held) < _HOLDS and not t[0].isdigit()]
    heaviest = max(missing, key=lambda t: weights[t], default=None)
    text = reading.question.text
    return next((text[t.start : t.end] for t in tokens(text) if t.term == heaviest), None)

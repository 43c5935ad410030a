"""Refusals that can be checked: what is described, and what no sentence about it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import english
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
_WORTH_SAYING = 0.3
"""A word of less weight is not named as missing."""


@dataclass(frozen=True, slots=True)
class _Naming:
    """A sentence that holds a name."""

    text: str
    citation: Citation


def explain(draft: Draft, reading: Reading, view: View) -> Draft:
    """``draft``, a refusal of something the documents do speak of, with what can be recounted.

    That is: two names are described and no sentence names both; or a name is described, and no
    sentence that names it holds a date, or a word of the question in any form. As it was where
    none of these is so.
    """
    if draft.outcome != "not_answered" or draft.shape not in ("sentence", "list", "table"):
        return draft
    known = _known_names(reading)
    if not known or view.n_chunks > MAX_CHUNKS:
        return draft
    found = [list(_naming(key, reading, view)) for key in known[:2]]
    if not all(found):
        return draft
    written = [
        _written(_typed(key, reading), naming) for key, naming in zip(known, found, strict=False)
    ]
    said = _apart(found, written, known[:2], reading) if len(known) > 1 else None
    if said is None:
        key = frozenset().union(*known[:2])
        both = [one for one in found[0] if key <= reading.expand(term_set(one.text))]
        said = _missing(both, written, key, reading)
    if said is None:
        return draft
    line = frame(said, *(naming[0].citation for naming in found))
    return replace(draft, statements=(line, *draft.statements[1:]))


def _known_names(reading: Reading) -> list[frozenset[str]]:
    """The names of the question that the corpus holds every word of, none within another."""
    keys = [e for e in reading.question.entities if e and not e & reading.unknown]
    keys = [e for e in dict.fromkeys(keys) if not all(t[0].isdigit() for t in e)]
    return [e for e in keys if not any(e < other for other in keys)]


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
    for info in view.documents():
        for chunk in view.chunks(info.id):
            if key <= reading.expand(term_set(chunk.text)):
                yield from _in_chunk(chunk, info.sha256, key, reading)


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
    return ABSENCE["apart"].format(one=written[0], other=written[1])


def _missing(
    naming: Sequence[_Naming], written: Sequence[str], key: frozenset[str], reading: Reading
) -> str | None:
    name, be = " and ".join(written), "is" if len(written) == 1 else "are"
    kind = reading.question.answer_type
    if kind in MEASURES:
        held = any(_holds(kind, one.text) for one in naming)
        return None if held else ABSENCE["kind"].format(name=name, be=be, kind=MISSING_KIND[kind])
    word = _missing_word(naming, key, reading)
    return ABSENCE["word"].format(name=name, be=be, word=word) if word else None


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
